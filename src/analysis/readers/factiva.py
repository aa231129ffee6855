"""Read Factiva exports saved as web pages: one <div class="article …"> per article.

Its fields are recognized by their shape and order, so that the language of the menus does not matter.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from lxml import html as lxml_html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from analysis.articles.credits import split_credit
from analysis.articles.months import english_date
from analysis.articles.origin import find_origin
from analysis.readers import guard
from analysis.readers.cleaning import clean
from analysis.readers.raw_record import RawRecord, reject, without_empty

_ARTICLE = re.compile(r"<div[^>]+class=[\"']?article [a-z]{2,3}Article\b|<div[^>]+id=[\"']?article-[A-Z0-9]{10,}", re.I)
_NAMES_OF_IT = ("Factiva", "factiva", "FACTIVA")
_WITNESSES = (*_NAMES_OF_IT, "articleParagraph")
_PARAGRAPH = re.compile(r"<p class=[\"']?articleParagraph [a-z]{2,3}articleParagraph\b")
_NUMBER = re.compile(r"<p>Document [A-Z]{1,9}\d{8,30}[a-z]\w{5,20}\s{0,9}</p>")
_HIT = re.compile(r"<div class=[\"']?leadFields\b")  # below a headline in a list of hits: its source, its day
_ABOVE = 300  # characters of other words that may stand above the page
_WORDS = re.compile(r"^[\d.,’'\s]+\s?[^\W\d]+$")  # "877 words", "877 Wörter", "1.285 mots"
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: (?:[A-Z]{2,4}|Uhr))?"
_DATE = re.compile(rf"^(?:\d{{1,2}}\.? \w+\.? \d{{4}}|\d{{4}}-\d{{1,2}}-\d{{1,2}})(?:,? {_TIME})?$")
_CLOCK = re.compile(rf"^{_TIME}$")
_PAGE = re.compile(r"^[A-Z]{0,2}[ -]?\d{1,3}[A-Z]?(?:[,;-] ?\d{1,3})*$")
_COPYRIGHT = re.compile(r"^(?:copyright\b|\(c\)|©|all rights reserved)", re.I)
_DOCUMENT = re.compile(r"\b(?P<code>[A-Z][A-Z0-9]{2,9}?)0{2,20}\d{2,20}\w{8,40}\s*$")  # IINM000020171113edbd0000d
_PICTURES = re.compile(
    r"^(?:photos?|drawings?|graphics?|illustrations?|charts?|maps?|graphs?)\b(?:[^:]{0,40}:|(?= (?:of|show|with)))",
    re.I,
)
_BY = {  # "By" in the language of the article
    "de": r"(?:Aus .+ berichtet|Von)\s+", "fr": r"Par\s+", "es": r"Por\s+", "it": r"(?:Di|Da)\s+", "nl": r"Door\s+",
}  # fmt: skip
# "nck/dpa": an editor, and the agency whose copy was used.
_SIGNATURE = re.compile(r"^[\w-]{2,6}(?:/[\w-]{2,10})+$|^\(?(?:dpa|AFP|Reuters|AP|sid)\)?$")
_NO_CAPTION = re.compile(r"^(?:Das Gespräch|Interview|Mit Material|Lesen Sie|Ihre?)\b")
_PAGE_MARK = re.compile(r"(?:(?<!\s)\s+)?\(p(?:g|age)s?\.?\s?[A-Z]?\d+\)\s*;?", re.I)
_CODES = {  # Factiva's codes of fields, in the layout with indexing
    "HD": "headline", "BY": "byline", "SE": "section", "PG": "page", "SN": "outlet", "PD": "published",
    "CY": "copyright", "CR": "credit", "ART": "captions",
}  # fmt: skip


def is_factiva(text: str, name: str) -> bool:
    """Return whether `text` is a page saved from Factiva; paragraphs alone tell only beside its name or a number."""
    above = text.lstrip()[:_ABOVE]
    if "<" not in above or not any(word in text for word in _WITNESSES):
        return False
    if _ARTICLE.search(text):
        return True
    is_named = above.startswith("<") and any(name in text for name in _NAMES_OF_IT)
    if is_named and _HIT.search(text):
        return True
    return bool(_PARAGRAPH.search(text)) and (is_named or bool(_NUMBER.search(text)))


def read(text: str, name: str) -> Iterator[RawRecord]:
    """Yield the raw article of each document on the page; a reject for one without paragraphs."""
    try:
        tree = lxml_html.fromstring(
            text.replace("\0", "").encode(errors="replace"),
            parser=lxml_html.HTMLParser(encoding="utf-8", huge_tree=True),
        )
    except (ParserError, ValueError) as error:
        yield reject("broken page", str(error)[:200])
        return
    articles = tree.xpath("//div[starts-with(@id, 'article-')]") or tree.xpath(
        "//div[starts-with(@class, 'article ') and contains(@class, 'Article')]"
    )
    for article in reversed(articles):  # one that was never closed holds all that follow, which are not its own
        if (parent := article.getparent()) is not None:
            parent.remove(article)
    yield from guard.each(_article, articles)
    if orphans := tree.xpath("//p[contains(concat(' ', @class, ' '), ' articleParagraph ')]"):
        detail = f"paragraphs outside of a document, the first begins: {_words(orphans[0])[:80]}"
        yield reject("no article", detail, record=len(articles) + 1)
    elif not articles:
        yield reject("no article", "no document on the page, as in a list of headlines; save the articles themselves")


def _article(article: HtmlElement) -> RawRecord:
    raw = _coded_fields(article) or _fields(article)
    if not raw["text"]:
        return reject("no text", f"a document without paragraphs: {raw.get('headline') or article.get('id')}"[:200])
    text, removed = clean(raw["text"])
    return without_empty(raw | {"text": text, "notes": raw["notes"] + removed})


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _fields(article: HtmlElement) -> dict[str, Any]:
    """Return the fields of an article in the usual layout.

    Fields stand above the paragraphs in a fixed order; the publisher and the number of the document stand below.
    """
    marked = "contains(concat(' ', @class, ' '), ' articleParagraph ')"
    above = takewhile(lambda element: not element.xpath(f"self::*[{marked}]"), article.iter("div", "p"))
    head = [div for div in above if div.tag == "div" and (div.get("id") == "hd" or _is_innermost(div)) and _words(div)]
    paragraphs = [line for p in article.xpath(f".//*[{marked}]") for line in _lines(p)]
    tail = [words for p in article.xpath(f".//p[not({marked})]") if (words := _words(p))]
    code = next((found["code"] for words in reversed(tail) if (found := _DOCUMENT.search(words))), "")
    languages = re.findall(r"\b(\w\w)Article\b", " ".join(article.xpath("descendant-or-self::*/@class")))
    raw = _head(head, code, languages[0] if languages else "en")
    below = [words for words in tail if not _DOCUMENT.search(words)][:-1]  # the last line is the publisher
    names = [line.removeprefix("By ") for line in raw["byline"]]
    below = [words for words in below if not any(f"{name} is " in words for name in names)]
    body, captions, notes = split_captions(paragraphs)
    return raw | {"text": "\n\n".join(body), "captions": captions + below, "notes": notes}


def _is_innermost(div: HtmlElement) -> bool:
    return next(div.iterdescendants("div", "p"), None) is None


def _head(divs: Sequence[HtmlElement], code: str, language: str) -> dict[str, Any]:
    """Return the fields above the paragraphs.

    The number of words and the date stand between the fields of the article and those of its source, whose code is
    `code`.
    """
    lines = [_words(div) for div in divs]
    title = next((n for n, div in enumerate(divs) if div.get("id") == "hd"), 0)
    dated = next((n for n, line in enumerate(lines) if _DATE.match(english_date(line))), len(lines))
    counted = next((n for n in range(title + 1, dated) if _WORDS.match(lines[n])), dated)
    authors = [_names(line, language) for n, line in enumerate(lines[:counted]) if divs[n].get("class") == "author"]
    credits = [line for n, line in enumerate(lines[:counted]) if n > title and divs[n].get("class") != "author"]
    source = [line for line in lines[dated + 1 :] if not _CLOCK.match(line)]
    clock = next((line for line in lines[dated + 1 :] if _CLOCK.match(line)), "")
    at = next((n for n, line in enumerate(source) if line == code), 1)
    counted_headline = divs[title].xpath(".//*[contains(@class, 'counted')]") if divs else []
    headline = lines[title] if lines else ""
    section, sheet = _section("; ".join(lines[:title]))
    page = next((line for line in source[at + 1 :] if _PAGE.match(line) and line != "0"), None)
    return {
        "headline": re.sub(r"^\d+\) ", "", headline) if counted_headline else headline,
        "section": section,
        "byline": authors,
        "outlet": source[at - 1] if source else None,
        "published": f"{english_date(lines[dated])} {clock}".strip() if dated < len(lines) else None,
        "page": f"{sheet}{page}" if page else None,
        "origin": _origin(credits, lines, source[at - 1] if source else ""),
    }


def _names(line: str, language: str) -> str:
    """Return a byline without the word for "by" and without photographers, the names separated by commas."""
    line = re.sub(rf"^{_BY[language]}(?=[A-ZÀ-Þ])", "", line) if language in _BY else line
    pieces = re.split(r"\s*[,;]\s*|\s+(?:und|et|y|en|e)\s+" if language in _BY else r"\s*;\s*", line)
    return ", ".join(
        piece for piece in pieces if not re.search(r"\((?:fotos?|photos?|text und fotos?)\)$", piece, re.I)
    )


def _section(words: str) -> tuple[str | None, str]:
    """Return the name of the section and the letter of its sheet, as in "Foreign Desk; A"."""
    pieces = list(dict.fromkeys(piece.strip() for piece in words.split(";") if piece.strip()))
    sheets = [piece for piece in pieces if re.fullmatch(r"[A-Z]|\d{1,2}", piece)]
    name = "; ".join(piece for piece in pieces if piece not in sheets)
    return name or None, sheets[0] if sheets and sheets[0].isalpha() else ""


def _origin(credits: Sequence[str], lines: Sequence[str], outlet: str) -> str | None:
    """Return who first published it, by the credit line or the copyright; "Special to …" names the outlet itself."""
    papers = [paper for line in credits if (paper := split_credit(line, outlet)[1])]
    copyrights = [line for line in lines if _COPYRIGHT.match(line)]
    return next(iter(papers), None) or find_origin([], copyrights, outlet=outlet)


def _coded_fields(article: HtmlElement) -> dict[str, Any] | None:
    """Return the fields of an article in the layout with indexing; None for another layout.

    It is a table of two columns: the code of a field, and its words.
    """
    cells: dict[str, HtmlElement] = {}
    for row in article.xpath(".//tr[count(td) >= 2]"):
        code, words = _words(row.xpath("./td[1]")[0]), row.xpath("./td[2]")[0]
        if re.fullmatch(r"[A-Z]{2,3}", code):
            cells.setdefault(code, words)
    if not {"HD", "PD"} <= cells.keys():
        return None
    raw: dict[str, Any] = {field: _words(cells[code]) for code, field in _CODES.items() if code in cells}
    bodies = [cells[code] for code in ("LP", "TD") if code in cells]
    paragraphs = [line for body in bodies for p in (body.xpath(".//p") or [body]) for line in _lines(p)]
    body, captions, notes = split_captions(paragraphs)
    credit, copyright = raw.pop("credit", ""), raw.pop("copyright", "")
    clock = _words(cells["ET"]) if "ET" in cells else ""
    return raw | {
        "text": "\n\n".join(body),
        "captions": [*captions, *filter(None, [raw.get("captions")])],
        "notes": notes,
        "published": f"{english_date(raw['published'])} {clock}".strip(),
        "origin": _origin([credit], [copyright], raw.get("outlet", "")),
    }


def _lines(paragraph: HtmlElement) -> list[str]:
    """Return the lines of a paragraph, split at <br> and in <pre> at line ends, without addresses in brackets."""
    words = "".join(part if isinstance(part, str) else "\n" for part in paragraph.xpath(".//text()|.//br"))
    words = re.sub(r"\[https?://[^\]\s]*\]", "", words)
    lines = words.split("\n") if paragraph.tag == "pre" or paragraph.xpath(".//br") else [words]
    return [" ".join(line.split()) for line in lines if re.search(r"\w", line)]


def split_captions(paragraphs: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """Return paragraphs, captions and notes.

    The last paragraphs are captions if they say so, or if they are a single clause without a full stop.

    >>> split_captions(["Rain fell.", "It went on.", "The square under water on Monday"])[1]
    ['The square under water on Monday']
    """
    body = list(paragraphs)
    captions: list[str] = []
    notes: list[str] = []
    while len(body) > 1 and (_SIGNATURE.match(body[-1]) or _PICTURES.match(body[-1]) or _is_clause(body[-1])):
        line = body.pop()
        if _SIGNATURE.match(line):
            notes.append(f"signed: {line}")
            continue
        if picture := _PICTURES.match(line):
            line = _PAGE_MARK.sub(" ", line[picture.end() :])
        else:
            notes.append("a last line without a full stop was taken for a caption")
        captions += [" ".join(line.split()).strip(" ;")]
    return body, [caption for caption in reversed(captions) if caption], list(dict.fromkeys(notes))


def _is_clause(line: str) -> bool:
    """Return whether a line looks like a caption: 3 to 40 words, no end of a sentence in it or behind it."""
    bare = re.sub(r"\s*\([^()]*(?:bild|foto|photo|picture|archiv\w*)\)$", "", line, flags=re.I)
    looks_so = (
        not re.search(r"[.!?]\s|\+\+\+|https?:", bare)
        and bare[-1:].isalnum()
        and bare[:1].isupper()
        and not _NO_CAPTION.match(bare)
    )
    return looks_so and 2 < len(bare.split()) <= 40 and bool(re.search(r"\s[a-zß-ÿ]", bare))
