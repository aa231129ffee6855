"""Read ProQuest exports in text format: records between rules of underscores, with labeled fields."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from analysis.articles.credits import drop_credits, split_credit, turn_names
from analysis.articles.origin import find_origin
from analysis.readers import guard
from analysis.readers.cleaning import clean
from analysis.readers.export_labels import english_proquest
from analysis.readers.no_prose import has_sentence
from analysis.readers.raw_record import RawRecord, reject, without_empty

RULE = re.compile(r"^_{20,}[ \t]*$", re.M)
_FIGURE = r"\d{1,3}(?:[,.]?\d{3}){0,3}"
_NUMBERED = rf"(?:Document|Dokument|Documento) {_FIGURE} \w+ {_FIGURE}"
_BORDER = re.compile(rf"^_{{20,}}[ \t]*$|^(?={_NUMBERED}[ \t]*$)", re.M)
# Labels that may follow the full text. Any other line with a colon there may belong to the story.
_AFTER_TEXT = (
    "Subject|Business indexing term|Location|People|Company / organization|Company|Identifier / keyword|Classification"
    "|Product name|Title|Author|Correspondence author|Publication title|Publication info|Credit|Illustration|Column"
    "|Language of publication|Document type"
)
_FIELD = re.compile(r"\A(?P<label>[A-Z][\w /()-]{1,40}?): ?(?P<value>.*)", re.S)
_NO_TEXT = re.compile(r"^(?:none|not) available|^full text (?:is )?not available|^\s*$", re.I)
_FOOTER = re.compile(r"^\s*(?:Contact us at:|Database copyright|Bibliography\b)", re.I)
_OWN_WORDS = re.compile(
    r"(?:\b(?:copyright|contact|about|by|from)\b|\u00a9)[^\n]{0,80}\bProQuest\b|\bProQuest LLC\b|^ProQuest$",
    re.I | re.M,
)
_CONTENTS = re.compile(
    r"\s{0,99}(?:(?:table of )?contents|inhalt|inhaltsverzeichnis|table des matières|tabla de contenidos?|sommario"
    r"|indice|índice|inhoudsopgave|sumário)[ \t]{0,9}\n",
    re.I,
)
_AROUND_ENTRY = " \t.\u2026)0123456789"  # signs around a title in the contents
_LONGEST_ENTRY = 300  # signs of a line in which a title may stand
_LONGEST_OWN = 60  # words that ProQuest prints of itself above or below all records
_OF_RECORDS = {"Title", "Full text", "Publication title", "ProQuest document ID"}  # labels of which each record has one
_PROXY = re.compile(r"^https?://\S+?(?:[?&](?:url|qurl)=)(?=https?)")


def is_proquest(text: str, name: str) -> bool:
    """Return whether `text` is a ProQuest export: records between rules, with its labels."""
    return bool(RULE.search(text[:3000])) and bool(
        re.search(r"^Publication title: |^ProQuest ?document ID: ", english_proquest(_plain(text)), re.M)
    )


def _plain(text: str) -> str:
    return text.replace("\xa0", " ")


def read(text: str, name: str) -> Iterator[RawRecord]:
    """Yield the raw article of each record; a reject for one without full text and for a part that is no record."""
    parts = [part for part in _BORDER.split(english_proquest(_plain(text))) if part.strip() and not _FOOTER.match(part)]
    for place in (0, -1):
        if len(parts) > 1 and _is_of_archive(parts[place], parts[1:] if place == 0 else parts[:-1]):
            del parts[place]
    raws = list(guard.each(lambda part: _record(part.strip("\n")), parts))
    yield from _same_spelling(_same_spelling(raws, "outlet"), "section")


def _is_of_archive(part: str, others: Sequence[str]) -> bool:
    """Return whether a part tells of the export: ProQuest's name in a few words, or contents; no label of a record."""
    is_short = len(part.split()) <= _LONGEST_OWN and bool(_OWN_WORDS.search(part))
    return (is_short or _lists(part, others)) and not _fields(part.strip("\n"))[0].keys() & {
        *_OF_RECORDS,
        "Author",
        "Abstract",
        "Subject",
    }


def _lists(part: str, others: Sequence[str]) -> bool:
    """Return whether a part lists what the others hold: no sentence stands in it that does not stand in them, too."""
    if not _CONTENTS.match(part):
        return False
    held = sorted({end for other in others for line in other.split("\n") for end in _ends(line[:_LONGEST_ENTRY])})
    own = [line for line in part.split("\n") if not _begins_one(line.strip(_AROUND_ENTRY), held)]
    return not has_sentence("\n".join(own))


def _ends(line: str) -> Iterator[str]:
    """Yield a line from each of its words on."""
    yield from (line[word.start() :].lstrip(_AROUND_ENTRY) for word in re.finditer(r"\S+", line))


def _begins_one(words: str, held: list[str]) -> bool:
    """Return whether one of the sorted lines begins with `words`: the one in front of which they would be put."""
    place = bisect_left(held, words)
    return place < len(held) and held[place].startswith(words)


def _same_spelling(raws: list[RawRecord], field: Literal["outlet", "section"]) -> list[RawRecord]:
    """Return the records; a field with a stray blank ("The Led ger") gets the spelling of the others, and a note."""
    spelled = Counter(str(raw[field]) for raw in raws if field in raw)
    usual: dict[str, str] = {}
    for words, _ in spelled.most_common():
        usual.setdefault(words.replace(" ", ""), words)
    found = []
    for raw in raws:
        right = usual.get(str(raw.get(field, "")).replace(" ", ""))
        if right and raw[field] != right:
            note = f"{field}: {raw[field]!r} written as in other records"
            raw = without_empty(raw | {field: right, "notes": [*raw["notes"], note]})
        found.append(raw)
    return found


def _record(part: str) -> RawRecord:
    """Return the raw article in one record, or a reject."""
    fields, lead = _fields(part)
    title = fields.get("Title") or next((block for block in lead if not re.match(rf"{_NUMBERED}|https?://", block)), "")
    if not fields.keys() & _OF_RECORDS:
        return reject("no article", f"no record of ProQuest; it begins: {part.strip()[:80]!r}")
    if _NO_TEXT.match(fields.get("Full text", "")):
        return reject("no text", f"no full text: {title[:150]}")
    outlet = fields.get("Publication title", "").split(";")[0].strip()
    full, captions, credit = _parts(fields["Full text"])
    paragraphs, below = drop_credits(full.split("\n"), outlet)
    text, removed = clean("\n\n".join(paragraphs))
    names, paper = split_credit(credit, outlet)
    abstract = fields.get("Abstract", "")
    raw: dict[str, Any] = {
        "headline": " ".join(title.split()),
        "outlet": outlet,
        "published": fields.get("Publication date") or fields.get("Publication year"),
        "byline": _authors(fields.get("Author", "")) or ([names] if names else []),
        "section": fields.get("Section"),
        "page": re.sub(r"^([A-Z]+)\.", r"\1", fields.get("First page", "")),
        "url": _address(fields.get("Document URL", "")),
        "summary": [] if _NO_TEXT.match(abstract) or abstract[:60] in text else [abstract],
        "captions": captions,
        "origin": paper or below or find_origin([], [fields.get("Copyright", "")], outlet=outlet),
        "text": text,
        "notes": removed,
    }
    return without_empty(raw)


def _fields(part: str) -> tuple[dict[str, str], list[str]]:
    """Return the labeled fields of a record, and the blocks above them. Only known labels end the full text."""
    blocks: dict[str, list[str]] = {}  # by label
    lead: list[str] = []
    label = ""
    for block in re.split(r"\n[ \t]*\n+", part):
        found = _FIELD.fullmatch(block.strip())
        if found and re.match(r"https?$|CAPTION$|CREDIT$", found["label"]):
            found = None
        if found and (label != "Full text" or re.fullmatch(_AFTER_TEXT, found["label"])):
            label = re.sub(r"^Place of ?publication$", "Place of publication", found["label"].strip())
            blocks.setdefault(label, [found["value"].strip()])
        elif label:
            blocks[label].append(block.strip())
        else:
            lead.append(block.strip())
    return {label: "\n\n".join(words) for label, words in blocks.items()}, lead


def _parts(full: str) -> tuple[str, list[str], str]:
    """Return text, captions and credit of a full text: the last two are labeled lines behind it."""
    text, *rest = re.split(r"^(?=(?:CAPTION|CREDIT):)", full, flags=re.M)
    labeled = [(line.partition(":")[0], " ".join(line.partition(":")[2].split()).strip(" ;")) for line in rest]
    captions = [words for label, words in labeled if label == "CAPTION" and words]
    return (
        re.sub(r"\n\s*\n+", "\n", text).strip(),
        captions,
        next((words for label, words in labeled if label == "CREDIT"), ""),
    )


def _authors(words: str) -> list[str]:
    """Return the names in an author field, "Roe, Ana; Vale, Tom", with first names first."""
    return [turn_names(piece.strip(" .")) for piece in words.split(";") if piece.strip(" .")]


def _address(url: str) -> str:
    """Return the record's address without that of the library through which it was fetched."""
    return re.sub(r"\?accountid=\d+$", "", _PROXY.sub("", "".join(url.split())))
