"""The paragraphs of a Word document (DOCX), read straight from its XML."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from analysis.readers.decode import Unreadable

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a text box a second time
_CHARACTERS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


class Para(NamedTuple):
    """A paragraph of a Word file: its words, those of them that open it in bold, its style, and the marks set in it."""

    text: str
    bold: str
    style: str
    marks: list[str]


def paragraphs(xml: bytes) -> Iterator[Para]:
    """The paragraphs of word/document.xml in order; the row of a table is one. Raises Unreadable when the XML is broken."""
    try:
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise Unreadable("damaged Word document", str(error)) from None
    for element in root.iter(f"{_W}p", f"{_W}tr"):
        if next(element.iterancestors(f"{_W}tr", _FALLBACK), None) is not None:
            continue
        cells = list(element.iter(f"{_W}p")) if element.tag == f"{_W}tr" else [element]
        style = element.find(f"{_W}pPr/{_W}pStyle")
        yield Para(
            "\t".join(filter(None, (_words(cell.iter(f"{_W}r")) for cell in cells))),
            _bold(element),
            "" if style is None else style.get(f"{_W}val", ""),
            [mark.get(f"{_W}name", "") for mark in element.iter(f"{_W}bookmarkStart")],
        )


def _words(runs) -> str:
    """The text of runs; spaces made one, line breaks kept."""
    text = "".join(
        _CHARACTERS.get(part.tag, part.text or "")
        for run in runs
        for part in run
        if part.tag in _CHARACTERS or part.tag == f"{_W}t"
    )
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def _bold(element) -> str:
    """The words in bold with which a paragraph begins."""
    opening = []
    for run in element.iter(f"{_W}r"):
        mark = run.find(f"{_W}rPr/{_W}b")
        if mark is not None and mark.get(f"{_W}val") not in ("0", "false"):
            opening.append(run)
        elif _words([run]):
            break
    return _words(opening)
