"""Read LexisNexis exports in text and HTML: each article follows a line such as "1 of 3 DOCUMENTS"."""

import html
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from analysis.articles.credits import drop_credits
from analysis.articles.dates import parse_date
from analysis.articles.months import MONTH, english_date
from analysis.readers import guard
from analysis.readers.cleaning import clean
from analysis.readers.export_labels import english_nexis
from analysis.readers.raw_record import RawRecord, reject, without_empty

_FIGURE = r"\d{1,3}(?:[,.]?\d{3}){0,3}"
_NUMBER = rf"{_FIGURE} (?:of|von|de|sur|di|van) {_FIGURE} (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|DOCUMENTI|DOCUMENTEN)"
NUMBERED = re.compile(rf"^[ \t]*{_NUMBER}[ \t]*$", re.M)  # above an article, as no other archive does it
_START = re.compile(
    rf"^[ \t]*(?:{_NUMBER}"
    rf"|(?:Document|Dokument|Documento) {_FIGURE} (?:of|von|de|sur|di|van) {_FIGURE})[ \t]*$",
    re.M,
)
_LABELED = re.compile(r"^(?:LENGTH|BYLINE|SECTION|HEADLINE|LOAD-DATE|BODY):", re.M)  # ProQuest numbers documents, too
_UNSEEN = re.compile("[\u200b\u200e\u200f\ufeff]")  # marks of direction, which programs put above lines
_MARKED_UP = re.compile(r"<DOCFULL>|<a name=\"?doc_id_", re.I)
_BLOCK_END = re.compile(r"</?(?:p|div|br|h[1-6]|tr|table)\b[^<>]*>", re.I)
_TAG = re.compile(r"<[^<>]*>")
_LABEL = re.compile(r"([A-Z][A-Z -]{2,24}):\s*+(.*)", re.S)
_FIELDS = {
    "HEADLINE": "headline", "BYLINE": "byline", "SECTION": "section", "DATELINE": "dateline", "HIGHLIGHT": "summary",
    "BODY": "text", "GRAPHIC": "captions", "URL": "url",
}  # fmt: skip
_HEAD = {"LENGTH", "HEADLINE", "BYLINE", "SECTION", "DATELINE", "HIGHLIGHT", "SERIES", "DISTRIBUTION"}
_BELOW = {
    "LOAD-DATE", "LANGUAGE", "GRAPHIC", "PUBLICATION-TYPE", "DOCUMENT-TYPE", "JOURNAL-CODE", "SUBJECT", "TYPE", "URL",
    "ORGANIZATION", "COMPANY", "PERSON", "GEOGRAPHIC", "CITY", "STATE", "COUNTRY", "INDUSTRY", "TICKER", "NOTES",
    "CORRECTION", "CORRECTION-DATE", "ACC-NO", "COPYRIGHT",
}  # fmt: skip
_LENGTH = re.compile(r"^LENGTH:[^\n]*\n(?=\S)", re.M)
_COPYRIGHT = re.compile(r"^(?:copyright|©|\(c\)|all rights reserved)", re.I)
_PAGE = re.compile(r"^(?:pg\.?|p\.|page)\s*(?P<page>\S*)$", re.I)
_PLACE_ON_PAGE = re.compile(r"^(?:section|column)\s*(?P<name>\S*)$", re.I)
_TOP = 8  # blocks above which the date stands
_LONGEST_DATE = 80  # characters
_PART_OF_YEAR = rf"(?:{MONTH}|spring|summer|autumn|fall|winter)"
_ISSUE = re.compile(rf"(?:{_PART_OF_YEAR}(?:\s?[/\u2013-]\s?{_PART_OF_YEAR})?,? )?(?:19|20)\d\d", re.I)


def is_nexis_text(text: str, name: str) -> bool:
    """Return whether `text` is a LexisNexis export in text or HTML."""
    if text.lstrip()[:1] == "<":
        return bool(_MARKED_UP.search(text[:50_000]))
    first = _plain(text[:6000])
    found = _START.search(first)
    return bool(found and (found[0].strip()[0].isdigit() or _LABELED.search(english_nexis(first))))


def read(text: str, name: str) -> Iterator[RawRecord]:
    """Yield the raw article of each document; a reject for one without a body."""
    if text.lstrip()[:1] == "<":
        shown = "".join(piece.partition("-->")[2] if n else piece for n, piece in enumerate(text.split("<!--")))
        text = html.unescape(_TAG.sub("", _BLOCK_END.sub("\n\n", shown)))
    above, *parts = _START.split(english_nexis(_plain(text)))
    documents = [document for part in parts if part.strip() for document in _apart(part)]
    if _LABELED.search(above):
        yield reject("no article", f"a document without its number: {' '.join(above.split())[:100]}", record=0)
    if not documents:
        yield reject("no article", "a LexisNexis export without a document")
    yield from guard.each(_article, documents)


def _plain(text: str) -> str:
    return _UNSEEN.sub("", text.lstrip("\0")).replace("\xa0", " ")


def _apart(part: str) -> Iterator[str]:
    """Yield the documents in what stands below a number: two where the number between them is missing.

    The second begins behind the foot of the first, with a date and another head.
    """
    blocks = re.split(r"(\n[ \t]*\n)", part)
    labels = [_label(block.strip()) for block in blocks]
    for n in range(2, len(blocks), 2):
        is_behind_foot = labels[n - 2] in _BELOW and not labels[n] and bool(blocks[n].strip())
        head = [" ".join(block.split()) for block in blocks[n : n + 2 * _TOP : 2]]
        if is_behind_foot and "LENGTH" in labels[n:] and any(map(_is_date, head)):
            yield "".join(blocks[:n])
            yield from _apart("".join(blocks[n:]))
            return
    yield part


def _article(document: str) -> RawRecord:
    document = _LENGTH.sub(r"\g<0>\n", document)  # what stands below it at once is text
    raw_blocks = [block for block in re.split(r"\n[ \t]*\n", document) if block.strip()]
    blocks = [" ".join(block.split()) for block in raw_blocks]
    head = list(takewhile(lambda block: _label(block) not in _BELOW, blocks[:_TOP]))
    dated = next((n for is_day in (_is_date, _is_issue) for n, block in enumerate(head) if is_day(block)), None)
    if dated is None:
        return reject("no text", f"a document without a date line: {' '.join(blocks[:2])[:100]}")
    above = [line for block in raw_blocks[:dated] for line in block.split("\n")]
    outlet = next((" ".join(line.split()) for line in reversed(above) if not _COPYRIGHT.match(line.strip())), "")
    fields, body = _fields(blocks[dated + 1 :])
    lines, origin = drop_credits(body, outlet)
    text, removed = clean("\n\n".join(lines))
    if not text.strip():
        return reject("no text", f"a document without a body: {fields.get('headline', '')[:100]}")
    section, page = split_section(fields.pop("section", ""))
    found = {"outlet": outlet, "published": english_date(blocks[dated]), "section": section, "page": page}
    return without_empty({**fields, **found, "text": text, "origin": origin, "notes": removed})


def _is_date(block: str) -> bool:
    return len(block) <= _LONGEST_DATE and parse_date(english_date(block)).time is not None


def _is_issue(block: str) -> bool:
    """Return whether a block is the time of a magazine's issue: months, also in other languages, a season, a year."""
    return bool(_ISSUE.fullmatch(block)) or (len(block.split()) == 2 and _is_date(f"1 {block}"))


def _label(block: str) -> str:
    return found[1] if (found := _LABEL.match(block)) else ""


def _fields(blocks: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Return the labeled fields and the headline, and the paragraphs: what has no label between head and foot."""
    labels = list(map(_label, blocks))
    head = max((n + 1 for n, label in enumerate(labels[: _TOP + 2]) if label in _HEAD), default=0)
    title = [block for block, label in zip(blocks[:head], labels, strict=False) if not label]
    if not head:
        title, head = list(blocks[:1]), 1
    foot = len(list(takewhile(lambda label: label not in _BELOW, labels[head:]))) + head
    fields: dict[str, str] = {"headline": " ".join(title)}
    for n, block in enumerate(blocks):
        field = _FIELDS.get(labels[n])
        if field and field != "text" and not head <= n < foot:
            fields[field] = block[len(labels[n]) + 1 :].strip()
    body = [block.removeprefix("BODY:").strip() for block in blocks[head:foot] if not _COPYRIGHT.match(block)]
    return fields, [block for block in body if block]


def split_section(words: str) -> tuple[str | None, str | None]:
    """Return section and page, each or None.

    >>> split_section("Section B; Column 0; Business/Financial Desk; Pg. 1"), split_section("News; Pg. A4; News")
    (('Business/Financial Desk', 'B1'), ('News', 'A4'))
    """
    names: list[str] = []
    page, sheet = None, ""
    for piece in filter(None, (piece.strip() for piece in words.split(";"))):
        place = _PLACE_ON_PAGE.match(piece)
        if found := _PAGE.match(piece):
            page = found["page"] or None
        elif place:
            sheet = sheet or (place["name"] if piece.lower().startswith("section") else "")
        elif piece not in names:
            names.append(piece)
    return "; ".join(names) or None, f"{sheet if page.isdigit() and sheet.isalpha() else ''}{page}" if page else None
