"""What a saved page says of its article in <meta> and <link> elements (Open Graph, Dublin Core and the like)."""

import json
from typing import Any

from lxml.html import HtmlElement

from analysis.readers.page.page_text import plain_text

_NAMES = {  # our field, and the names of <meta> that give it, best first
    "headline": ("og:title", "twitter:title", "dc.title", "headline"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "og:datepublished",
        "parsely-pub-date", "og:pubdate", "sailthru.date", "pubdate", "publishdate", "publish-date",
        "dc.date.issued", "dcterms.created", "dc.date", "date",
        "article_date_original", "ptime", "pdate", "published", "citation_publication_date", "citation_date",
    ),
    "byline": (
        "byl", "sailthru.author", "parsely-author", "author", "authors", "dc.creator", "article:author",
        "dcsext.author", "article:author_name", "dcterms.creator", "citation_author", "cxenseparse:author",
    ),
    "section": ("article:section", "parsely-section", "section"),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "url": ("og:url",),
}  # fmt: skip


def from_meta(tree: HtmlElement) -> dict[str, Any]:
    """Return what the page's <meta> and <link rel=canonical> say of it, by our field names; the byline as a list."""
    given: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = element.get("content") or ""
        is_address = "author" in name and content.startswith("http")  # of the author's page
        if name and content.strip() and not is_address:
            given.setdefault(name, []).append(content)
    given = _parsely(given.get("parsely-page", [])) | given
    fields: dict[str, Any] = {
        field: next((given[name][0] for name in names if name in given), "") for field, names in _NAMES.items()
    }
    canonical = str(tree.xpath("string(//link[@rel='canonical']/@href)"))
    if canonical.startswith("http"):
        fields["url"] = canonical
    authors = next((given[name] for name in _NAMES["byline"] if name in given), [])
    fields = {field: plain_text(value) for field, value in fields.items()}
    fields["byline"] = [plain_text(author) for author in authors]  # some pages give each author an element
    return {field: value for field, value in fields.items() if value}


def _parsely(contents: list[str]) -> dict[str, list[str]]:
    """Return what the JSON in a page's <meta name=parsely-page> gives, by the names of newer elements."""
    given: dict[str, list[str]] = {}
    for content in contents:
        try:
            value = json.loads(content)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict):
            authors = value.get("authors") or value.get("author")
            entries = {"parsely-author": authors, "parsely-pub-date": value.get("pub_date")}
            given |= {name: [str(x) for x in (v if isinstance(v, list) else [v])] for name, v in entries.items() if v}
    return given
