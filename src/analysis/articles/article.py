"""The way in: one raw record, as a reader gives it, to one row of the table `articles`."""

import hashlib
import html
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from analysis.articles.agencies import expand_agency
from analysis.articles.bylines import Byline, parse_byline
from analysis.articles.caption_lines import split_caption
from analysis.articles.copied_page import split_copied
from analysis.articles.datelines import find_dateline
from analysis.articles.dates import impossible, parse_date
from analysis.articles.exported_text import clean_paragraphs
from analysis.articles.language import detect_language
from analysis.articles.markup import paragraphs_of
from analysis.articles.origin import find_origin
from analysis.articles.outlets import outlet_from_folder, same_outlet, without_site
from analysis.articles.parts import ArticleParts, once
from analysis.articles.subheads import subhead_offsets
from analysis.articles.word_counts import count_words

MIN_WORDS = 10  # fewer words of text are a heading, a teaser or a failed download
UNKNOWN_OUTLET = "Unknown outlet"
_FIRST = 3  # paragraphs in which a dateline may stand, below a summary


def to_article(
    raw: Mapping[str, Any], folder: str, *, codes: Mapping[str, str] | None = None, repeated: Collection[str] = ()
) -> dict[str, Any]:
    """Return a row of `articles` (but for its source), or a reject when `raw` holds no story.

    Parameters
    ----------
    raw
        A record as the readers give it (see `analysis.readers`).
    folder
        The name of the folder that the file lies in: an outlet's, if it names one.
    codes
        The corpus's own agency codes, with the agencies' names.
    repeated
        Lines that the outlet's other copied pages have too.

    Returns
    -------
    dict
        The columns of the table `articles`; what was guessed or repaired stands in `notes`. A reject has `record`,
        `reason` and `detail` instead.
    """
    notes = list(raw.get("notes", []))
    outlet = _outlet(raw, folder, notes)
    headline = _headline(_first(raw.get("headline")), outlet)
    byline = _given_byline(raw, outlet, codes, notes)
    parts, repaired = _parts(raw, headline=headline or "", names=byline.names, outlet=outlet, repeated=repeated)
    notes += repaired
    n_words = sum(map(count_words, parts.paragraphs))
    if n_words < MIN_WORDS or sum(map(str.isalpha, "".join(parts.paragraphs))) < MIN_WORDS:  # or it is all numbers
        detail = f"{n_words} words of story found, {MIN_WORDS} are needed; it begins: {raw['text'].strip()[:80]!r}"
        return {"record": raw["record"], "reason": "no story", "detail": detail}
    row = _row(raw, parts, outlet, notes)
    signed = parse_byline(parts.byline, outlet=outlet, codes=codes)
    row["headline"] = headline or _headline(parts.headline, outlet)
    row["byline"] = byline.names or _without_photographers(signed.names, row["photo_credit"], notes)
    row["subheads"], row["subhead_offsets"] = _subheads(raw, parts, row["headline"])
    row["origin"] = _given_origin(raw, outlet, codes) or find_origin(
        parts.paragraphs[:_FIRST],
        parts.credits,
        byline_agency=byline.agency or signed.agency,
        outlet=outlet,
        codes=codes,
    )
    row["n_words"] = n_words
    row["notes"] = notes + parts.notes + ([] if row["headline"] else ["no headline given"])
    row["article_id"] = article_id(outlet, row["url"] or row["headline"], row["text"])
    return row


def article_id(outlet: str, name: str | None, text: str) -> str:
    """Return 16 hex digits of SHA-256 over outlet, url or headline (`name`), and text.

    >>> article_id("The Ledger", None, "Rain fell.")
    '529e5bec839054a6'
    """
    return hashlib.sha256("\n".join([outlet, name or "", text]).encode()).hexdigest()[:16]


def _parts(
    raw: Mapping[str, Any], *, headline: str, names: Sequence[str], outlet: str, repeated: Collection[str]
) -> tuple[ArticleParts, list[str]]:
    """Return the parts of a record, by the rules for its form, and notes on what had to be repaired for that."""
    if "parts" in raw:  # a saved page: its reader has taken it apart
        return raw["parts"], []
    if raw["form"] == "text":
        return split_copied(raw["text"], outlet=outlet, repeated=repeated), []
    paragraphs, repaired = paragraphs_of(raw["text"])
    return clean_paragraphs(paragraphs, headline=headline, outlet=outlet, names=names), repaired


def _row(raw: Mapping[str, Any], parts: ArticleParts, outlet: str, notes: list[str]) -> dict[str, Any]:
    """Return the columns that the source gives or the article's parts, the source's word first."""
    captions, credits = _captions(raw, parts)
    text = "\n\n".join(parts.paragraphs)
    language = detect_language(text)
    notes.extend(filter(None, [language.note]))
    return {
        "outlet": outlet,
        "published": _published(raw, parts, captions, notes),
        "dateline": _first(raw.get("dateline")) or _place(parts.paragraphs[:_FIRST]),
        "section": _first(raw.get("section")) or parts.section,
        "url": _first(raw.get("url")),
        "summary": _lines(raw.get("summary")) or parts.summary,
        "captions": captions,
        "photo_credit": credits,
        "language": language.code,
        "text": text,
    }


def _outlet(raw: Mapping[str, Any], folder: str, notes: list[str]) -> str:
    """Return the outlet that the source names, else the folder's, else the site's."""
    named = " ".join(re.sub(r"^www\.", "", _first(raw.get("outlet")) or "").split())
    if named:
        return named
    from_folder = outlet_from_folder(folder)
    host = re.match(r"https?://(?:www\.)?([\w.-]+\.\w+)", _first(raw.get("url")) or "")
    if not from_folder and host:
        notes.append("outlet not given, taken from the address")
        return host[1]
    if not from_folder:
        notes.append("outlet not given, and the folder names none")
    elif raw["form"] not in {"text", "html"}:
        notes.append("outlet not given, taken from the folder")
    return from_folder or UNKNOWN_OUTLET


def _headline(words: str | None, outlet: str) -> str | None:
    """Return a headline without the outlet's name behind it."""
    words = " ".join(html.unescape(words or "").split())
    return without_site(words, outlet) or None


def _given_byline(raw: Mapping[str, Any], outlet: str, codes: Mapping[str, str] | None, notes: list[str]) -> Byline:
    """Return the byline that the source gives; a note tells when it gives one that names nobody."""
    lines = _lines(raw.get("byline"))
    byline = parse_byline(lines, outlet=outlet, codes=codes)
    if _first(raw.get("byline")) and not byline.names and not byline.agency:
        notes.append(f"byline: {', '.join(lines)!r} names no person")
    return byline


def _subheads(raw: Mapping[str, Any], parts: ArticleParts, headline: str | None) -> tuple[list[str], list[int]]:
    """Return the subheads but for the headline, and where in the text they stand; -1 for those given apart from it."""
    apart = [words for words in once(_lines(raw.get("subheads"))) if words not in parts.subheads]
    places = [-1] * len(apart) + subhead_offsets(parts.below, parts.paragraphs)
    kept = [(words, at) for words, at in zip([*apart, *parts.subheads], places, strict=True) if words != headline]
    return [words for words, _ in kept], [at for _, at in kept]


def _place(paragraphs: Iterable[str]) -> str | None:
    """Return the place of the first dateline that names one."""
    return next((found.place for p in paragraphs if (found := find_dateline(p)) and found.place), None)


def _captions(raw: Mapping[str, Any], parts: ArticleParts) -> tuple[list[str], list[str]]:
    """Return captions and photo credits, apart; first those that the source marks as such."""
    found = [split_caption(caption) or (caption, "") for caption in _lines(raw.get("captions"))]
    captions = once([*(text for text, _ in found), *parts.captions])
    credits = once([*(credit for _, credit in found), *_lines(raw.get("photo_credit")), *parts.photo_credit])
    return captions, credits


def _published(
    raw: Mapping[str, Any], parts: ArticleParts, captions: Iterable[str], notes: list[str]
) -> datetime | None:
    when = parse_date(_first(raw.get("published")))
    if when.time is None and (below := parse_date(parts.published)).time is not None:
        when = below
    if when.time and when.time > datetime.now(UTC) + timedelta(days=1):
        when = impossible(f"{when.time:%Y-%m-%d}, in the future,")
    if when.note:
        notes.append(f"published: {when.note}")
    if when.time is None:
        in_caption = any(parse_date(caption).time for caption in captions)
        given = " ".join(str(_first(raw.get("published")) or "").split())
        unread = f" that can be read: {given[:60]!r}" if given and not when.note else ""
        notes.append(f"no date given{unread}" + ("; a caption's date is the picture's" if in_caption else ""))
    return when.time


def _without_photographers(names: Sequence[str], credits: Sequence[str], notes: list[str]) -> list[str]:
    """Return a byline that stands in the text without people whom a photo credit names, if anyone is left."""
    photographers = [name for name in names if any(name.lower() in credit.lower() for credit in credits)]
    if not photographers or len(photographers) == len(names):
        return list(names)
    notes.append(f"byline: left out {', '.join(photographers)}, whom a photo credit names")
    return [name for name in names if name not in photographers]


def _given_origin(raw: Mapping[str, Any], outlet: str, codes: Mapping[str, str] | None) -> str | None:
    """Return the origin that the source gives, None when it is the outlet itself."""
    named = _first(raw.get("origin"))
    full = named and (expand_agency(named, codes) or named)
    return full if full and not same_outlet(full, outlet) else None


def _lines(value: object) -> list[str]:
    """Return a field as a list of strings: a string is one line, a list its entries."""
    entries = value if isinstance(value, list | tuple) else [value]
    return [str(entry) for entry in entries if entry not in (None, "")]


def _first(value: Any) -> Any:
    """Return a field as one value: the first of a list, None when there is none."""
    if isinstance(value, list | tuple):
        value = value[0] if value else None
    return value if value not in ("", None) else None
