"""Mend workbooks in which the XML of a sheet is damaged: its whole rows and the other sheets are read."""

import io
import re
import zipfile
from itertools import pairwise
from xml.parsers import expat

from analysis.readers import archive
from analysis.readers.decode import Unreadable

_SHEET = re.compile(r"xl/worksheets/[^/]{1,200}\.xml")
_ROW = re.compile(rb"<(?:\w{1,20}:)?row\b")
_WHOLE = re.compile(rb"<(?:\w{1,20}:)?row\b.*</(?:\w{1,20}:)?row\s{0,9}>", re.S)
_DATA = re.compile(rb"<(?P<prefix>\w{1,20}:)?sheetData\b[^<>]{0,999}>")
_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_END = b"</sheetData></worksheet>"


def mended(data: bytes) -> tuple[bytes, dict[str, int]]:
    """Return a workbook whose broken sheets have their whole rows alone; and how many rows each of them lost.

    Raises Unreadable if the ZIP is damaged.
    """
    packed = archive.open_zip(data)
    broken: dict[str, tuple[bytes, int]] = {}
    for info in packed.infolist():
        if _SHEET.fullmatch(info.filename):
            try:
                xml = archive.read_member(packed, info)
            except Unreadable as error:
                if error.reason != "damaged zip member":
                    raise
                xml = b""
            if not _is_xml(xml):
                broken[info.filename] = _whole_rows(xml)
    if not broken:
        return data, {}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for info in packed.infolist():
            content, _ = broken.get(info.filename, (None, 0))
            copy.writestr(info.filename, archive.read_member(packed, info) if content is None else content)
    return out.getvalue(), {name: lost for name, (_, lost) in broken.items()}


def _is_xml(xml: bytes) -> bool:
    try:
        expat.ParserCreate().Parse(xml, True)
    except expat.ExpatError:
        return False
    return True


def _whole_rows(xml: bytes) -> tuple[bytes, int]:
    """Return a sheet of the rows that are correct, and how many others there are, at least one."""
    starts = [found.start() for found in _ROW.finditer(xml)]
    pieces = [xml[start:end] for start, end in pairwise([*starts, len(xml)])]
    rows = [found[0] for piece in pieces if (found := _WHOLE.match(piece)) and _is_xml(found[0])]
    data = _DATA.search(xml)
    prefix = (data["prefix"] or b"") if data else b""
    above = xml[: data.end()] if data else b""
    below = b"</" + prefix + b"sheetData></" + prefix + b"worksheet>"
    sheet = above + b"".join(rows) + below
    return (sheet if _is_xml(sheet) else _HEAD + b"".join(rows) + _END), max(1, len(starts) - len(rows))
