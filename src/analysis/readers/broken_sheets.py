"""Mend workbooks in which the XML of a sheet breaks off: the whole rows of it and the other sheets are read."""

import io
import re
import zipfile
from xml.parsers import expat

from analysis.readers import archive
from analysis.readers.decode import Unreadable

_SHEET = re.compile(r"xl/worksheets/[^/]{1,200}\.xml")
_ROW_END = re.compile(rb"</(?:\w{1,20}:)?row\s{0,9}>")
_DATA = re.compile(rb"<(?P<prefix>\w{1,20}:)?sheetData\b[^<>]{0,999}>")
_EMPTY = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'


def mended(data: bytes) -> tuple[bytes, list[str]]:
    """Return a workbook whose broken sheets end behind their last whole row, and the names of those sheets.

    A sheet that is damaged elsewhere is an empty one. Raises Unreadable if the ZIP is damaged.
    """
    packed = archive.open_zip(data)
    broken: dict[str, bytes] = {}
    for info in packed.infolist():
        if _SHEET.fullmatch(info.filename):
            try:
                xml = archive.read_member(packed, info)
            except Unreadable as error:
                if error.reason != "damaged zip member":
                    raise
                broken[info.filename] = _EMPTY
                continue
            if not _is_xml(xml):
                broken[info.filename] = _cut(xml)
    if not broken:
        return data, []
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for info in packed.infolist():
            content = broken.get(info.filename)
            copy.writestr(info.filename, archive.read_member(packed, info) if content is None else content)
    return out.getvalue(), list(broken)


def _is_xml(xml: bytes) -> bool:
    try:
        expat.ParserCreate().Parse(xml, True)
    except expat.ExpatError:
        return False
    return True


def _cut(xml: bytes) -> bytes:
    """Return a sheet up to its last whole row; an empty one if that does not make it correct."""
    found = _DATA.search(xml)
    if not found:
        return _EMPTY
    ends = [end.end() for end in _ROW_END.finditer(xml)]
    prefix = found["prefix"] or b""
    cut = xml[: ends[-1] if ends else found.end()] + b"</" + prefix + b"sheetData></" + prefix + b"worksheet>"
    return cut if _is_xml(cut) else _EMPTY
