"""Mend workbooks in which the XML of a sheet is damaged: its whole rows and the other sheets are read."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from itertools import pairwise
from xml.parsers import expat

from analysis.readers import archive
from analysis.readers.decode import Unreadable

_SHEET = re.compile(r"xl/worksheets/[^/]{1,200}\.xml")
_ROW = re.compile(rb"<(?:\w{1,20}:)?row\b")
_WHOLE = re.compile(rb"<(?:\w{1,20}:)?row\b.*</(?:\w{1,20}:)?row\s{0,9}>", re.S)
_DATA = re.compile(rb"<(?P<prefix>\w{1,20}:)?sheetData\b[^<>]{0,999}>")
_STRICT, _STRICT_LINKS = (  # the names of the strict form of the standard
    f"http://purl.oclc.org/ooxml/{name}".encode() for name in ("spreadsheetml/main", "officeDocument/relationships")
)
_USUAL, _USUAL_LINKS = (
    f"http://schemas.openxmlformats.org/{name}".encode()
    for name in ("spreadsheetml/2006/main", "officeDocument/2006/relationships")
)
_LINK = re.compile(r"<Relationship\b[^<>]{0,2000}>")
_ATTRIBUTE = re.compile(r"(\w{1,40})\s?=\s?\"([^\"]{0,1000})\"")
_SHEET_NAME = re.compile(r"<sheet\b[^<>]{0,1000}/>")
_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_END = b"</sheetData></worksheet>"


def mended(data: bytes) -> tuple[bytes, dict[str, int]]:
    """Return a workbook whose broken sheets have their whole rows alone; and how many rows each of them lost.

    Raises Unreadable if the ZIP is damaged.
    """
    packed = archive.open_zip(data)
    is_odd = any(info.filename != info.orig_filename for info in packed.infolist())  # openpyxl wants other slashes
    is_strict = _STRICT in archive.read_member(packed, "xl/workbook.xml")
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
    if not broken and not is_odd and not is_strict:
        return data, {}
    files = []
    for info in packed.infolist():
        content, _ = broken.get(info.filename) or (archive.read_member(packed, info), 0)
        if is_strict and info.filename.endswith((".xml", ".rels")):
            content = content.replace(_STRICT, _USUAL).replace(_STRICT_LINKS, _USUAL_LINKS)
        files.append((info.filename, content))
    return _zipped(files), {name: lost for name, (_, lost) in broken.items()}


def bare(data: bytes, *, with_styles: bool) -> bytes:
    """Return a workbook of its sheets and strings alone, without what a damaged part may keep from being read.

    Without styles, days are numbers. Raises Unreadable if the ZIP is damaged, and KeyError if a sheet is not there.
    """
    packed = archive.open_zip(data)
    book = archive.read_member(packed, "xl/workbook.xml").decode("utf-8", "replace")
    links = archive.read_member(packed, "xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {}
    for link in _LINK.findall(links):
        found = dict(_ATTRIBUTE.findall(link))
        kind = found.get("Type", "").rpartition("/")[2]
        if kind in ("worksheet", "sharedStrings") or (kind == "styles" and with_styles):
            targets[found.get("Id", "")] = (kind, found.get("Target", ""))
    sheets = [sheet for sheet in _SHEET_NAME.findall(book) if any(f'"{number}"' in sheet for number in targets)]
    epoch = '<workbookPr date1904="1"/>' if re.search(r'date1904="(?:1|true)"', book) else ""
    space = f'xmlns="{_USUAL.decode()}" xmlns:r="{_USUAL_LINKS.decode()}"'
    made = {
        "xl/workbook.xml": f"<workbook {space}>{epoch}<sheets>{''.join(sheets)}</sheets></workbook>",
        "_rels/.rels": _links([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/_rels/workbook.xml.rels": _links([(number, *target) for number, target in targets.items()]),
    }
    kept = ["[Content_Types].xml", *(f"xl/{target.removeprefix('/xl/')}" for _, target in targets.values())]
    return _zipped([*((name, archive.read_member(packed, name)) for name in kept), *made.items()])


def _zipped(files: Iterable[tuple[str, bytes | str]]) -> bytes:
    """Return a ZIP of files, given by name and content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files:
            packed.writestr(name, content)
    return out.getvalue()


def _links(links: Sequence[tuple[str, str, str]]) -> str:
    listed = (f'<Relationship Id="{i}" Type="{_USUAL_LINKS.decode()}/{kind}" Target="{to}"/>' for i, kind, to in links)
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(listed)}</Relationships>'


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
