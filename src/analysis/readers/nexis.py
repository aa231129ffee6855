"""Read Nexis Uni and Lexis Advance exports (DOCX): each article runs from its heading to "End of Document"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from analysis.articles.credits import drop_credits, split_credit, turn_names
from analysis.articles.dates import parse_date
from analysis.articles.months import MONTH_START, english_date
from analysis.articles.origin import find_origin
from analysis.readers import archive, guard, plain
from analysis.readers.cleaning import clean
from analysis.readers.decode import Unreadable
from analysis.readers.nexis_text import split_section
from analysis.readers.raw_record import RawRecord, reject, without_empty
from analysis.readers.word import Paragraph, paragraphs, paragraphs_above_cut

_END = "End of Document"
_MAIN_PART = re.compile(r"word/document\d{0,3}\.xml")  # some programs number it
_SECTIONS = {  # headings on a line of their own, and the field that the lines below belong to
    "body": "text", "full text": "text", "table": "text", "abstract": "summary", "graphic": "captions",
    "classification": "", "correction": "", "correction-date": "", "related articles": "", "notes": "", "load-date": "",
    "end of document": "",
}  # fmt: skip
_LABELS = {  # labels before a value, "Byline: Ana Roe", and the field of the value
    "section": "section", "byline": "byline", "dateline": "dateline", "highlight": "summary",
}  # fmt: skip
_PLAIN_LABEL = re.compile(  # where the labels are not bold: a heading alone on its line, or a label before a value
    r"(?:body|full text|classification|graphic|correction|end of document):?\s*\Z"
    r"|(?:load-date|correction-date|section|length|byline|dateline|highlight|distribution):(?=\s*\S)",
    re.I,
)
_KIND = (
    r"(?:colou?r |b&w |black & white )?"
    r"(?:photos?|graphics?|illustrations?|drawings?|charts?|maps?|diagrams?|photographs?)"
)
_PICTURE = re.compile(rf"^{_KIND}(?: by)?\s*[:;,]\s*|^{_KIND}(?:/diagram)?\W*$|^photos? (?=[A-Z])", re.I)
_CREDITED = re.compile(r",|/|\b(?:News|Press|Photo|File|Images|Reuters|AFP|AP|CP)\b", re.I)
_PRINT = re.compile(r"^(?:b/w|colou?r)\s*[,;]\s*", re.I)  # how a picture was printed
_CONTRIBUTORS = re.compile(
    r"\b(?:report(?:ed|ing)|contribut\w+|with files|research|translat\w+|is an?|is the)\b|^from \w+day\b|^follow ", re.I
)
_CONTACT = re.compile(r"^\W*+(?:mailto:.*|[^\s@]+@[^\s@]+\.\w+|(?:https?://|www\.)\S++)\W*$")
_SPEAKER = re.compile(r"^[A-Z][A-Z .,'’-]{1,40}(?:\([^)]*\))?:\s")  # "ANA ROE (Host):"
_DAY = re.compile(rf"(?:,\s*|(?<!\s)\s*){MONTH_START}[a-z]*\.? \d{{1,2}}\W*$")


def is_docx(data: bytes, name: str) -> bool:
    """Return whether `data` is a Word document (.docx)."""
    return data.startswith(archive.ZIP) and any(map(_MAIN_PART.fullmatch, archive.names(data)))


def read(data: bytes, name: str) -> Iterator[RawRecord]:
    """Yield the raw article of each document in an export; a reject for one without a body.

    A Word file that is no export is read as a copied page. Raises Unreadable if the file is damaged.
    """
    main = next(filter(_MAIN_PART.fullmatch, archive.names(data)))
    xml = archive.read_member(archive.open_zip(data), main)
    try:
        paras = list(paragraphs(xml))
    except Unreadable as error:
        paras = list(paragraphs_above_cut(xml))
        last = next((n for n in range(len(paras), 0, -1) if paras[n - 1].text == _END), 0)
        whole = list(_documents(paras[:last]))
        if not whole:
            raise
        yield from guard.each(_article, whole)
        yield reject("damaged Word document", f"behind the last whole document: {error.detail}", record=len(whole) + 1)
        return
    documents = list(_documents(paras))
    if documents:
        yield from guard.each(_article, documents)
    elif any(para.bold.startswith(("Documents (", "Job Number")) for para in paras[:20]):
        yield reject("no article", "a Nexis list of documents, without the documents")
    elif any(para.text for para in paras):
        for raw in plain.read("\n\n".join(para.text for para in paras if para.text), name):
            yield raw | {"form": "text", "notes": [*raw["notes"], "a Word document, read as a copied page"]}
    else:
        raise Unreadable("empty file", "a Word document without words")


def _documents(paras: Sequence[Paragraph]) -> Iterator[Sequence[Paragraph]]:
    """Yield the paragraphs of each document.

    It begins at a bookmark of the export, else at a heading of the first rank, else behind the end of the one before.
    """
    ends = [n for n, para in enumerate(paras) if para.text == _END]
    starts = [n for n, para in enumerate(paras) if any(re.match(r"Bookmark_\d+$", mark) for mark in para.bookmarks)]
    if not ends and not (starts and any(_section(para) == "body" for para in _by_words(paras))):
        return
    starts = starts or [n for n, para in enumerate(paras) if re.match(r"(?:Heading|berschrift|Titre)1$", para.style)]
    starts = starts or [0, *(n + 1 for n in ends[:-1])]
    # A document whose mark is missing begins behind the end of the one before.
    unmarked = [before for before, end in pairwise([-1, *ends]) if not any(before < start <= end for start in starts)]
    starts = sorted({*starts, *(before + 1 for before in unmarked)})
    for start, following in pairwise([*starts, len(paras)]):
        end = next((n for n in ends if start <= n < following), following)
        yield [para for para in paras[start:end] if para.text]


def _section(para: Paragraph) -> str:
    """Return the section that a heading opens, in lower case; "" for any other paragraph."""
    bare = para.bold.rstrip(":").strip().lower()
    alone = bare == para.text.rstrip(":").strip().lower() or bare in ("load-date", "correction-date")
    return bare if alone and bare in _SECTIONS else ""


def _by_words(paras: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs of a document whose labels are not bold, with those in bold that its words show."""
    found = []
    for para in paras:
        label = _PLAIN_LABEL.match(para.text) if not para.bold else None
        found.append(para._replace(bold=label[0].strip()) if label else para)
    return found


def _article(paras: Sequence[Paragraph]) -> RawRecord:
    """Return the raw article in the paragraphs of one document, or a reject."""
    if not any(_section(para) == "body" for para in paras):
        paras = _by_words(paras)
    start = next((n for n, para in enumerate(paras) if _section(para) == "body"), None)
    if start is None:
        return reject("no text", f"a document without a body: {paras[0].text[:100] if paras else 'nothing in it'}")
    head, parts = _head(paras[:start]), _parts(paras[start:])
    body = _unbroken([line for line in parts["text"] if not _CONTACT.match(line)])
    lines, origin = drop_credits(body, head["outlet"] or "")
    while lines and re.match(r"photos?: ", lines[-1], re.I):  # web articles have captions below the text
        parts["captions"].insert(0, lines.pop())
    text, removed = clean("\n\n".join(lines))
    if not text.strip():
        return reject("no text", f"a document with an empty body: {head['headline'][:100]}")
    links = [line for line in parts["text"][-2:] if re.match(r"https?://[^/\s]+/\S+$", line)]
    captions, credits = _captions(parts["captions"])
    raw = head | {"text": text, "captions": captions, "photo_credit": credits, "url": links[-1] if links else None}
    raw |= {"summary": head["summary"] + parts["summary"], "origin": head["origin"] or origin}
    raw["notes"] = head["notes"] + removed + [f"left out: {section}" for section in parts["other"]]
    return without_empty(raw)


def _unbroken(lines: Sequence[str]) -> list[str]:
    """Return the lines of a text; in the transcript of a broadcast, joined into one line per turn of a speaker.

    Transcripts break lines at a fixed width.

    >>> _unbroken(["ROE: It rained on the", "town all day."] * 12)[:2]
    ['ROE: It rained on the town all day.', 'ROE: It rained on the town all day.']
    """
    speakers = sum(bool(_SPEAKER.match(line)) for line in lines)
    broken = sum(line[-1] not in ".!?\"”'’:)" for line in lines)
    if len(lines) < 20 or max(map(len, lines)) > 100 or speakers < 3 or broken < len(lines) / 4:
        return list(lines)
    joined: list[str] = []
    for line in lines:
        joined += [line] if not joined or _SPEAKER.match(line) else []
        joined[-1] += f" {line}" if line is not joined[-1] else ""
    return joined


def _parts(paras: Sequence[Paragraph]) -> dict[str, list[str]]:
    """Return the lines of each field; `other` names sections that belong to no field."""
    parts: dict[str, list[str]] = {"text": [], "summary": [], "captions": [], "other": []}
    field = "text"
    for para in paras:
        section = _section(para)
        if section:
            field = _SECTIONS[section]
            parts["other"] += [section] if section in ("correction", "related articles", "notes") else []
        elif field:
            parts[field] += [line for line in para.text.split("\n") if line]
    return parts


def _head(paras: Sequence[Paragraph]) -> dict[str, Any]:
    """Return headline, outlet, date and the labeled fields above the body."""
    lines, labeled, copyright = _head_lines(paras)
    headline, *rest = [" ".join(line.split()) for line in lines] or [""]
    dated = next((n for n, line in enumerate(rest) if parse_date(english_date(line)).time), None)
    outlet = rest[0].rstrip(". ") if rest and dated != 0 else None
    fields = {field: [line for line in labeled.get(label, []) if line] for label, field in _LABELS.items()}
    section, page = split_section("; ".join(fields["section"] or labeled.get("distribution", [])))
    byline, paper, notes = _byline(fields["byline"], outlet or "")
    return {
        "headline": headline,
        "outlet": outlet,
        "published": None if dated is None else _usual_time(rest[dated]),
        "byline": byline,
        "section": section,
        "page": page,
        "dateline": _DAY.sub("", " ".join(fields["dateline"])),
        "summary": fields["summary"],
        "notes": notes,
        "origin": paper or (find_origin([], [copyright], outlet=outlet or "") if copyright else None),
    }


def _head_lines(paras: Sequence[Paragraph]) -> tuple[list[str], dict[str, list[str]], str]:
    """Return the lines without a label, the lines of each label in lower case, and the copyright line."""
    lines: list[str] = []
    labeled: dict[str, list[str]] = {}
    copyright = ""
    field = lines  # where lines without a label go
    for para in paras:
        label = re.match(r"([^:\n]{2,30}):", para.bold)
        # The first line is the headline, which may have a colon, too.
        if label and lines and (label.end() == len(para.bold) or label[1].lower() in _LABELS):
            field = labeled.setdefault(label[1].strip().lower(), [])
            field += para.text[para.text.index(":") + 1 :].strip().split("\n")
        elif re.match(r"(?:copyright|©|\(c\))", para.text, re.I):
            copyright, field = para.text, lines
        else:
            field.append(para.text)
    return lines, labeled, copyright


def _usual_time(words: str) -> str:
    """Return a date line with time and zone in their usual form; of the times of a broadcast, the first."""
    return re.sub(r"(\d\d:\d\d:\d\d) - \d\d:\d\d:\d\d", r"\1", english_date(words)).replace("Eastern Time", "ET")


def _byline(lines: Sequence[str], outlet: str) -> tuple[list[str], str | None, list[str]]:
    """Return the authors, the paper named beside them, and a note if a surname stood first."""
    kept: list[str] = []
    papers: list[str] = []
    notes: list[str] = []
    for piece in (piece.strip() for line in lines for piece in line.split(";")):
        if _CONTRIBUTORS.search(piece) or re.fullmatch(r"[a-z]*", piece):  # the latter is a user name
            continue
        names, paper = split_credit(re.sub(r",?\s+with files from\b.*", "", piece, flags=re.I), outlet)
        papers += [paper] if paper else []
        turned = turn_names(names or "")
        if turned != (names or "") and piece != piece.upper():
            notes.append(f"byline: {names} has the surname first")
            names = turned
        kept += [names] if names and names not in kept else []
    return kept, next(iter(papers), None), notes


def _captions(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return captions without "Photo:" and page numbers, and the credits before them ("Ana Roe, AP; Rain …")."""
    captions: list[str] = []
    credits: list[str] = []
    for piece in (piece for line in lines for piece in re.split(rf";\s*(?={_KIND}\b\s*[:,])", line, flags=re.I)):
        words = re.sub(r"\s*\((?:pg\.?|page)?\s?[A-Z]?\d+\)", "", _PICTURE.sub("", piece)).strip(" ;")
        printed = _PRINT.match(words)
        if printed and words[printed.end() - 2 : printed.end()].strip() == ";":  # "B/W; Rain in Marlow" names nobody
            words, printed = words[printed.end() :], None
        first, _, rest = _PRINT.sub("", words).partition("; ")
        is_credit = bool(printed) or (
            len(first.split()) <= 7
            and bool(_CREDITED.search(first))
            and not re.search(r"\s[a-z]{3,}\b", first.replace("via", ""))
        )
        credits += [first] if first and is_credit else []
        captions += [rest if is_credit else words]
    return [caption for caption in captions if re.search(r"\w", caption)], credits
