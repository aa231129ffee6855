"""One raw article, as a reader gives it, to one row of the table `articles`: the same rules for every form."""

import hashlib
import html
import re
from collections.abc import Collection, Mapping, Sequence

from analysis.articles import Story, clean_paragraphs, split_copied
from analysis.articles.agencies import expand_agency
from analysis.articles.bylines import Byline, parse_byline
from analysis.articles.caption_lines import split_caption
from analysis.articles.datelines import find_dateline
from analysis.articles.dates import When, parse_date
from analysis.articles.language import detect_language
from analysis.articles.origin import find_origin
from analysis.articles.outlets import outlet_from_folder, same_outlet
from analysis.articles.unwrap import unwrap

MIN_WORDS = 10  # fewer words of text are a heading, a teaser or a failed download
UNKNOWN = "Unknown outlet"

_TAG = re.compile(
    r"</?(?:p|div|br|span|a|b|i|em|strong|h[1-6]|li|ul|ol|blockquote|figure|img|iframe|script)\b[^>]*>", re.I
)
_BREAK = re.compile(r"</?(?:p|div|h[1-6]|li|ul|ol|blockquote|figure)\b[^>]*>|<br\s*/?>\s*<br\s*/?>", re.I)


def to_article(
    raw: Mapping, folder: str, *, codes: Mapping[str, str] | None = None, repeated: Collection[str] = ()
) -> dict:
    """A row of `articles` (but for its source), or a reject with `reason` and `detail` when `raw` holds no story.

    `folder` is the name of the folder the file lies in, an outlet's if it names one; `codes` are agency codes of the corpus,
    `repeated` the lines that the outlet's other copied pages have too.
    What was guessed or repaired is in `notes`.
    """
    notes = list(raw.get("notes", []))
    outlet = _outlet(raw, folder, notes)
    title = _headline(_first(raw.get("headline")), outlet)
    given = parse_byline(_lines(raw.get("byline")), outlet=outlet, codes=codes)
    if _first(raw.get("byline")) and not given.names and not given.agency:
        notes.append(f"byline: {', '.join(_lines(raw['byline']))!r} names no person")
    if "parts" in raw:  # a saved page, which its reader has taken apart
        story = raw["parts"]
    elif raw["form"] == "text":
        story = split_copied(raw["text"], outlet=outlet, repeated=repeated)
    else:
        story = clean_paragraphs(
            _paragraphs(raw["text"], notes), headline=title or "", outlet=outlet, names=given.names
        )
    n_words = sum(len(paragraph.split()) for paragraph in story.paragraphs)
    if n_words < MIN_WORDS:
        detail = f"{n_words} words of story found, {MIN_WORDS} are needed; it begins: {raw['text'].strip()[:80]!r}"
        return {"record": raw["record"], "reason": "no story", "detail": detail}
    row = _row(raw, story, outlet, codes, notes)
    row["headline"] = title or _headline(story.headline, outlet)
    row["byline"] = _without_photographers(given.names or row["byline"], row["photo_credit"], notes)
    row["subheads"] = [words for words in row["subheads"] if words != row["headline"]]
    row["origin"] = _given_origin(raw, outlet, codes) or _origin(story, given, outlet, codes)
    row["n_words"] = n_words
    row["notes"] = notes + story.notes + ([] if row["headline"] else ["no headline given"])
    row["article_id"] = article_id(outlet, row["url"] or row["headline"], row["text"])
    return row


def _row(raw: Mapping, story: Story, outlet: str, codes: Mapping[str, str] | None, notes: list[str]) -> dict:
    """What the source and the story's own lines give, the source's word first."""
    captions, credits = _captions(raw, story)
    text = "\n\n".join(story.paragraphs)
    language = detect_language(text)
    notes.extend(filter(None, [language.note]))
    return {
        "outlet": outlet,
        "published": _published(raw, story, captions, notes),
        "byline": parse_byline(story.byline, outlet=outlet, codes=codes).names,
        "dateline": _first(raw.get("dateline"))
        or next((found.place for p in story.paragraphs[:3] if (found := find_dateline(p)) and found.place), None),
        "section": _first(raw.get("section")) or story.section,
        "url": _first(raw.get("url")),
        "summary": _lines(raw.get("summary")) or story.summary,
        "captions": captions,
        "photo_credit": credits,
        "subheads": list(dict.fromkeys([*_lines(raw.get("subheads")), *story.subheads])),
        "language": language.code,
        "text": text,
    }


def _origin(story: Story, given: Byline, outlet: str, codes: Mapping[str, str] | None) -> str | None:
    agency = given.agency or parse_byline(story.byline, outlet=outlet, codes=codes).agency
    return find_origin(story.paragraphs[:3], story.credits, byline_agency=agency, outlet=outlet, codes=codes)


def article_id(outlet: str, name: str | None, text: str) -> str:
    """16 hex digits of SHA-256 over outlet, url or headline (`name`), and text.

    >>> article_id("The Ledger", None, "Rain fell.")
    '529e5bec839054a6'
    """
    return hashlib.sha256("\n".join([outlet, name or "", text]).encode()).hexdigest()[:16]


def _outlet(raw: Mapping, folder: str, notes: list[str]) -> str:
    """The outlet that the source names, else the folder's."""
    named = re.sub(r"^www\.", "", _first(raw.get("outlet")) or "")
    if named:
        return named
    from_folder = outlet_from_folder(folder)
    host = re.match(r"https?://(?:www\.)?([\w.-]+\.\w+)", _first(raw.get("url")) or "")
    if not from_folder and host:
        notes.append("outlet not given, taken from the address")
        return host[1]
    if not from_folder:
        notes.append("outlet not given, and the folder names none")
    elif raw["form"] != "text" and raw["form"] != "html":
        notes.append("outlet not given, taken from the folder")
    return from_folder or UNKNOWN


def _headline(words: str | None, outlet: str) -> str | None:
    """A headline without the outlet's name behind it."""
    if not words:
        return None
    words = " ".join(html.unescape(words).split())
    found = re.match(r"(?P<title>.{15,}?)\s+[|–—-]\s+(?P<site>[^|–—]{2,40})$", words)
    return found["title"] if found and same_outlet(found["site"], outlet) else words


def _paragraphs(text: str, notes: list[str]) -> list[str]:
    """The paragraphs of an exported text: at blank lines and line ends, with lines of a fixed width joined and tags removed."""
    if len(_TAG.findall(text)) > 1:
        text = re.sub(r"(?is)<(script|style)\b.*?</\1>", " ", text)
        text = _TAG.sub(" ", re.sub(r"(?i)<br\s*/?>", "\n", _BREAK.sub("\n\n", text)))
        notes.append("removed HTML tags")
    if re.search(r"&(?:amp|quot|apos|lt|gt|nbsp|#\d+|#x[\da-f]+|[lr][sd]quo|[mn]dash|hellip);", text):
        text = html.unescape(text)
        notes.append("resolved HTML entities")
    text, joined = unwrap(text)
    notes.extend(joined)
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def _captions(raw: Mapping, story: Story) -> tuple[list[str], list[str]]:
    """Captions and photo credits, apart; first those the source marks as such."""
    found = [split_caption(c) or (c, "") for c in _lines(raw.get("captions"))]
    captions = dict.fromkeys([*(text for text, _ in found), *story.captions])
    credits = dict.fromkeys([*(credit for _, credit in found), *_lines(raw.get("photo_credit")), *story.photo_credit])
    return [c for c in captions if c], [c for c in credits if c]


def _published(raw: Mapping, story: Story, captions: Sequence[str], notes: list[str]):
    when = parse_date(_first(raw.get("published")))
    if when.time is None:
        when = parse_date(story.published) if story.published else When(None, "")
    if when.note:
        notes.append(f"published: {when.note}")
    if when.time is None:
        in_caption = any(parse_date(c).time for c in captions)
        notes.append("no date given" + ("; a caption's date is the picture's" if in_caption else ""))
    return when.time


def _without_photographers(names: Sequence[str], credits: Sequence[str], notes: list[str]) -> list[str]:
    """The byline without people whom a photo credit names, if anyone is left."""
    photographers = [name for name in names if any(name.lower() in credit.lower() for credit in credits)]
    if not photographers or len(photographers) == len(names):
        return list(names)
    notes.append(f"byline: left out {', '.join(photographers)}, whom a photo credit names")
    return [name for name in names if name not in photographers]


def _given_origin(raw: Mapping, outlet: str, codes: Mapping[str, str] | None) -> str | None:
    named = _first(raw.get("origin"))
    full = named and (expand_agency(named, codes) or named)
    return full if full and not same_outlet(full, outlet) else None


def _lines(value: object) -> list[str]:
    """A field as a list of strings: a string is one line, a list its entries."""
    entries = value if isinstance(value, (list, tuple)) else [value]
    return [str(entry) for entry in entries if entry not in (None, "")]


def _first(value: object):
    """A field as one value: the first of a list, null when there is none."""
    if isinstance(value, (list, tuple)):
        value = value[0] if value else None
    return value if value not in ("", None) else None
