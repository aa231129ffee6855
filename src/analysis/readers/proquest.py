"""ProQuest exports as text: records between rules of underscores, their fields labelled."""

import re
from collections import Counter
from collections.abc import Iterator

from analysis.articles.credits import drop_credits, split_credit, turn_names
from analysis.articles.origin import find_origin
from analysis.readers.decode import clean

_RULE = re.compile(r"^_{20,}[ \t]*$", re.M)
_AFTER_TEXT = (  # labels that may follow the full text; any other line there with a colon may be the story's own
    "Subject|Business indexing term|Location|People|Company / organization|Company|Identifier / keyword|Classification|Product name|Title|Author"
    "|Correspondence author|Publication title|Publication info|Credit|Illustration|Column|Language of publication|Document type"
)
_FIELD = re.compile(r"(?P<label>[A-Z][\w /()-]{1,40}?): ?(?P<value>.*)", re.S)
_NO_TEXT = re.compile(r"^(?:none|not) available|^full text (?:is )?not available|^\s*$", re.I)
_FOOTER = re.compile(r"^\s*(?:Contact us at:|Database copyright|Bibliography\b)", re.I)
_PROXY = re.compile(r"^https?://\S+?(?:[?&](?:url|qurl)=)(?=https?)")


def is_proquest(text: str, name: str) -> bool:
    """Whether `text` is an export of ProQuest: records between rules, with its labels."""
    return bool(_RULE.search(text[:3000])) and bool(
        re.search(r"^Publication title: |^ProQuest ?document ID: ", text, re.M)
    )


def read(text: str, name: str) -> Iterator[dict]:
    """The raw article of each record; a reject for one without a full text, and for a part that is no record."""
    parts = [part for part in _RULE.split(text) if part.strip() and not _FOOTER.match(part)]
    raws = [_record(part.strip("\n")) | {"record": number} for number, part in enumerate(parts, start=1)]
    for field in ("outlet", "section"):
        _mend(raws, field)
    yield from raws


def _mend(raws: list[dict], field: str) -> None:
    """Gives a field that a stray blank has cut ("The Led ger") the spelling of the file's other records, with a note."""
    spelled = Counter(raw[field] for raw in raws if field in raw)
    usual: dict[str, str] = {}
    for words, _ in spelled.most_common():
        usual.setdefault(words.replace(" ", ""), words)
    for raw in raws:
        right = usual.get(raw.get(field, "").replace(" ", ""))
        if right and raw[field] != right:
            raw["notes"] = [*raw["notes"], f"{field}: {raw[field]!r} written as in other records"]
            raw[field] = right


def _record(part: str) -> dict:
    fields, lead = _fields(part)
    title = fields.get("Title") or next(
        (block for block in lead if not re.match(r"Document \d+ of \d+|https?://", block)), ""
    )
    if not fields.keys() & {"Title", "Full text", "Publication title", "ProQuest document ID"}:
        return {"reason": "no article", "detail": f"no record of ProQuest; it begins: {part.strip()[:80]!r}"}
    if _NO_TEXT.match(fields.get("Full text", "")):
        return {"reason": "no text", "detail": f"no full text: {title[:150]}"}
    outlet = fields.get("Publication title", "").split(";")[0].strip()
    full, captions, credit = _parts(fields["Full text"])
    paragraphs, below = drop_credits(full.split("\n"), outlet)
    text, removed = clean("\n\n".join(paragraphs))
    names, paper = split_credit(credit, outlet)
    abstract = fields.get("Abstract", "")
    raw = {
        "headline": " ".join(title.split()), "outlet": outlet, "published": fields.get("Publication date") or fields.get("Publication year"),
        "byline": _authors(fields.get("Author", "")) or ([names] if names else []), "section": fields.get("Section"),
        "page": re.sub(r"^([A-Z]+)\.", r"\1", fields.get("First page", "")), "url": _address(fields.get("Document URL", "")),
        "summary": [] if _NO_TEXT.match(abstract) or abstract[:60] in text else [abstract], "captions": captions,
        "origin": paper or below or find_origin([], [fields.get("Copyright", "")], outlet=outlet), "text": text,
    }  # fmt: skip
    return {field: value for field, value in raw.items() if value or field == "text"} | {"notes": removed}


def _fields(part: str) -> tuple[dict[str, str], list[str]]:
    """The labelled fields of a record, and the blocks above the first of them. Within the full text only known labels end it."""
    fields: dict[str, str] = {}
    lead, label = [], None
    for block in re.split(r"\n[ \t]*\n+", part):
        found = _FIELD.fullmatch(block.strip())
        ends = found and not re.match(r"https?$|CAPTION$|CREDIT$", found["label"])
        if ends and (label != "Full text" or re.fullmatch(_AFTER_TEXT, found["label"])):
            label = re.sub(r"^Place of ?publication$", "Place of publication", found["label"].strip())
            fields.setdefault(label, found["value"].strip())
        elif label:
            fields[label] += "\n\n" + block.strip()
        else:
            lead.append(block.strip())
    return fields, lead


def _parts(full: str) -> tuple[str, list[str], str]:
    """Text, captions and credit of a full text: the last two are labelled lines behind it."""
    text, *rest = re.split(r"^(?=(?:CAPTION|CREDIT):)", full, flags=re.M)
    labelled = [(line.partition(":")[0], " ".join(line.partition(":")[2].split()).strip(" ;")) for line in rest]
    captions = [words for label, words in labelled if label == "CAPTION" and words]
    return (
        re.sub(r"\n\s*\n+", "\n", text).strip(),
        captions,
        next((words for label, words in labelled if label == "CREDIT"), ""),
    )


def _authors(words: str) -> list[str]:
    """The names of an author field, "Roe, Ana; Vale, Tom", first names first."""
    return [turn_names(piece.strip(" .")) for piece in words.split(";") if piece.strip(" .")]


def _address(url: str) -> str:
    """The record's address without the library through which it was fetched."""
    return re.sub(r"\?accountid=\d+$", "", _PROXY.sub("", "".join(url.split())))
