"""What a saved page says of its article in <meta> and <link> elements (Open Graph, Dublin Core and the like)."""

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


def from_meta(tree: HtmlElement) -> dict[str, str]:
    """Return what the page's <meta> and <link rel=canonical> say of it, by our field names."""
    given: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = element.get("content") or ""
        is_address = "author" in name and content.startswith("http")  # of the author's page
        if name and content.strip() and not is_address:
            given.setdefault(name, content)
    fields = {field: next((given[name] for name in names if name in given), "") for field, names in _NAMES.items()}
    canonical = str(tree.xpath("string(//link[@rel='canonical']/@href)"))
    if canonical.startswith("http"):
        fields["url"] = canonical
    return {field: plain_text(value) for field, value in fields.items() if value}
