"""The names that exports, scrapers and news APIs give the fields of an article."""

import re
from collections.abc import Hashable, Iterable
from functools import lru_cache

# Each of our fields, with its names elsewhere, best first (compared in lower case, without spaces and marks).
FIELDS = {
    "text": (
        "contentoriginal", "fulltext", "articletext", "articlebody", "maintext", "bodytext", "plaintext", "storytext",
        "contenttext", "contenthtml", "content", "text", "body", "story", "article", "contentelements", "cleantext",
        "rawtext", "bodyhtml", "contentencoded", "articlecontent", "storybody", "newstext", "html",
    ),
    "headline": ("headline", "title", "articletitle", "webtitle", "hl", "head", "hed", "titlepage", "titlerss"),
    "outlet": (
        "outlet", "publication", "publicationname", "publicationtitle", "publisher", "sourcename", "medianame",
        "source", "sitename", "site", "newspaper", "medium", "media", "provider", "domain", "sourcedomain", "hostname",
        "sourcehostname", "cleanurl", "websitename", "sourceurl", "mediaurl",
    ),
    "published": (
        "published", "publishedat", "publicationdate", "publisheddate", "datepublished", "pubdate", "publishdate",
        "datepublish", "publishingdate", "webpublicationdate", "firstpublicationdate", "publicationdatetime",
        "datetimepub", "datetime", "date", "timestamp", "seendate", "articledate", "firstpublished", "created",
        "createdat", "createdutc", "ts",
    ),
    "byline": (
        "byline", "authors", "author", "writers", "writer", "creator", "by", "authornames", "authorname",
        "contributors", "journalist", "reporter",
    ),
    "section": ("section", "sectionname", "desk", "newsdesk", "category", "categories", "rubric"),
    "url": ("url", "link", "canonicalurl", "weburl", "permalink", "uri", "articleurl", "pageurl"),
    "origin": ("origin", "agency", "wire", "credit"),
    "summary": ("summarybullets", "keypoints", "highlights"),
}  # fmt: skip
_ASIDE = re.compile(r"(?<=\w)\s*[(\[][^()\[\]]*[)\]]\s*\Z")
_AROUND = re.compile(
    r"\A_?(?:source|data|article|fields|doc|document|attributes|record|item|post|story|entry|content)[./]"
)
_KIND = re.compile(r"(?<=\w)\s?:\s?(?:string|str|text|varchar|date|datetime|timestamp)\Z")
KNOWN = {option: field for field, options in FIELDS.items() for option in options}


@lru_cache(maxsize=10_000)  # records have the same names again and again
def plain_name(name: Hashable) -> str:
    """Return a column's name in lower case, letters and digits only, as in FIELDS; without an aside: date (UTC).

    The object that held the field and the kind of its values go, too: _source.title, text:string.

    >>> plain_name("Pub Date (UTC)"), plain_name("_source.title"), plain_name("user.text")
    ('pubdate', 'title', 'usertext')
    """
    words = _ASIDE.sub("", str(name).lower())
    if not words.isidentifier():
        words = _AROUND.sub("", _KIND.sub("", words))
    return re.sub(r"[\W_]+", "", words)


def field_of(name: Hashable) -> str | None:
    """Return our field that a name elsewhere stands for; None where it is not known.

    >>> field_of("Pub Date"), field_of("rain")
    ('published', None)
    """
    return KNOWN.get(plain_name(name))


def fields_of(header: Iterable[Hashable]) -> set[str]:
    """Return our fields that the columns hold."""
    return {field for name in header if (field := field_of(name))}


def has_text_column(header: Iterable[Hashable]) -> bool:
    """Return whether a column has one of the names of the text."""
    return any(field_of(name) == "text" for name in header)
