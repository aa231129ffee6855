"""What a saved page says of its story: headline, byline, time, section, outlet and address, each from the source that is most often right.

Measured on coded pages: the visible headline beats JSON-LD and Open Graph, which carry other wordings for search engines; a visible
byline ("By …", or one marked as such) beats them where it names more people; of the times JSON-LD and <meta> are best.
"""

import html
import json
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from analysis.articles.agencies import expand_agency
from analysis.articles.bylines import parse_byline
from analysis.articles.dates import parse_date
from analysis.articles.months import english_date
from analysis.articles.outlets import same_outlet
from analysis.readers.page.head import Line, find_headline, lines_around

_ARTICLE = re.compile(r"article|report|posting|story", re.I)  # JSON-LD types that are a story
_META = {  # our field, and the names of <meta> that give it, best first
    "headline": ("og:title", "twitter:title", "dc.title", "headline"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "og:datepublished", "parsely-pub-date", "og:pubdate",
        "sailthru.date", "pubdate", "publishdate", "publish-date", "dc.date.issued", "dcterms.created", "dc.date", "date",
        "article_date_original", "ptime", "pdate",
    ),
    "byline": ("byl", "sailthru.author", "parsely-author", "author", "dc.creator", "article:author", "dcsext.author"),
    "section": ("article:section", "parsely-section", "section"),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "url": ("og:url",),
}  # fmt: skip
_BY = re.compile(r"\b(?:by|von|por|par|oleh|di)\b(?!\s+the numbers)[\s:]*(?P<names>.*)$", re.I)
_MARKED = re.compile(
    r"\b(?:byline|by-author|authors?)(?![-_]?(?:bio|box|card|desc|social|title|role|image|icon|link|excerpt|flyout))|_author|-byline|authorname|author_date",
    re.I,
)
_NOT_BY = re.compile(r"comment|related|sidebar|widget|footer|promo", re.I)
_WHEN_CUT = re.compile(  # where a byline's line goes on with the time or a share bar
    r"\s+(?:on |publiziert am )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|[\d.]{1,3}\s+[^\W\d_]{3,9}\.?,?\s+\d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d+ (?:hours?|days?) ago|\d{4}-\d\d).*$",
    re.I,
)
_CHANGED = re.compile(r"updated|modified|edited|changed", re.I)
_FIRST = re.compile(r"publi|posted", re.I)
_URL_DAY = re.compile(r"/(20\d\d)[/-]([01]?\d|[a-z]{3})[/-]([0-3]?\d)(?=[/-])")


def metadata(tree: HtmlElement, *, first_words: str = "") -> dict:
    """The page's `headline`, `byline`, `published`, `section`, `outlet`, `origin`, `url` as it gives them, without what it lacks, and `notes`.

    `first_words` are those the story begins with: above them stand the visible byline and time.
    """
    linked, meta = from_json_ld(tree), from_meta(tree)
    raw = {**meta, **linked, "notes": []}
    site = meta.get("outlet") or linked.get("outlet") or ""
    titles = [t for t in (meta.get("headline"), linked.get("headline")) if t] or [
        _without_site(tree.findtext(".//title") or "", "")
    ]
    element, words = find_headline(tree, titles, site)
    raw["headline"] = words or _without_site(titles[0], site)
    above, below = ([], []) if element is None else lines_around(element, first_words)
    raw["byline"] = _byline(above[:3] + below, linked.get("byline") or meta.get("byline"), site)
    raw["published"] = _published(tree, raw, below + above)
    raw |= _outlet(linked.get("outlet"), meta.get("outlet"), linked.get("origin"))
    return {field: value for field, value in raw.items() if value}


def _outlet(publisher: str | None, site: str | None, origin: str | None) -> dict:
    """Whose page it is. Papers give an agency as the publisher of its copy: then the site is the outlet and the agency the origin."""
    agency = expand_agency(publisher or "")
    foreign = agency and site and not same_outlet(agency, site)
    named = site if foreign else publisher or site
    return {
        "outlet": re.split(r"\s+[|»]\s+", named.lstrip("@"))[0] if named else None,
        "origin": origin or (agency if foreign else None),
    }


def _without_site(title: str, site: str) -> str:
    """A page's title without the name of its site behind it."""
    title = _plain(title)
    found = re.match(r"(?P<title>.{8,}?)\s+[|–—-]\s+(?P<site>[^|–—]{2,40})$", title)
    return found["title"] if found and (same_outlet(found["site"], site) or not site) else title


def _byline(lines: list[Line], machine: list[str] | str | None, site: str) -> list[str] | str | None:
    """The visible byline where it names anybody and is no poorer than what the page tells machines, else the latter."""
    visible = _visible_byline(lines, site)
    told = parse_byline(machine or [], outlet=site).names
    if not visible or (len(told) > len(visible) and set(visible) <= set(told)):
        return machine
    return visible


def _visible_byline(lines: list[Line], site: str) -> list[str]:
    """The names in the first line beside the headline that begins with "By" or is marked as a byline, and names a person."""
    for n, (words, element) in enumerate(lines):
        marked = _is_marked(element)
        said = (_BY.search if marked else _BY.match)(
            re.sub(
                r"^\W*(?:written|posted|reviewed|analysis|published|story|opinion)\b\s*(?=by)|^\W+",
                "",
                words,
                flags=re.I,
            )
        )
        if not (said or marked) or len(words) > 200:
            continue
        words = said["names"] if said and said["names"] else lines[n + 1].text if said and n + 1 < len(lines) else words
        found = parse_byline(_WHEN_CUT.sub("", words), outlet=site)
        if found.names or found.agency:
            return found.names
    return []


def _is_marked(element: HtmlElement) -> bool:
    """Whether an element or one just around it is marked as the author's."""
    around = [element, *element.iterancestors()][:3]
    names = " ".join(f"{e.get('class') or ''} {e.get('rel') or ''} {e.get('itemprop') or ''}" for e in around)
    return bool(_MARKED.search(names)) and not _NOT_BY.search(names)


def _published(tree: HtmlElement, raw: dict, lines: list[Line]) -> str | None:
    """The time the page gives machines, else the one it shows, else the day in its address. A shown time that is clearly earlier goes
    before the machines' one, which some sites renew with every change."""
    machine = raw.get("published") or _first_attribute(
        tree, "//*[@itemprop='datePublished']/@content|//*[@itemprop='datePublished']/@datetime"
    )
    shown = _shown_time(lines)
    told, seen = parse_date(machine), parse_date(shown)
    if told.time is None:
        if seen.time is None and (day := _URL_DAY.search(raw.get("url") or "")):
            raw["notes"].append("published: the day in the page's address")
            return "-".join(day.groups()) if day[2].isdigit() else f"{day[3]} {day[2]} {day[1]}"
        return shown or machine
    if (
        seen.time is not None
        and not seen.no_zone
        and seen.time.time().isoformat() != "00:00:00"
        and (told.time - seen.time).total_seconds() > 12 * 3600
    ):
        raw["notes"].append("published: the time shown, earlier than the page's metadata")
        return shown
    return machine


def _shown_time(lines: list[Line]) -> str | None:
    """The first time beside the headline, in words or in a <time> element, that is not said to be an update's."""
    for line in lines:
        text = line.text if _FIRST.search(line.text) else _CHANGED.split(line.text)[0]
        if not text.strip(" |·-–—:"):
            continue
        of = line.element if line.element.tag == "time" else next(line.element.iter("time"), None)
        machine = of.get("datetime") if of is not None else None
        for words in (text, machine):
            if words and len(words) < 160 and parse_date(english_date(words)).time is not None:
                return english_date(words)
    return None


def _first_attribute(tree: HtmlElement, path: str) -> str | None:
    return next((str(value) for value in tree.xpath(path) if value.strip()), None)


def from_json_ld(tree: HtmlElement) -> dict:
    """What the page's JSON-LD says of its article, by our field names; empty when it has none that parses."""
    nodes = [
        node
        for script in tree.xpath("//script[@type='application/ld+json']")
        for node in _nodes(_parsed(script.text_content()))
    ]
    names = {
        node["@id"]: node["name"]
        for node in nodes
        if isinstance(node.get("@id"), str) and isinstance(node.get("name"), str)
    }
    for wanted in (
        lambda n: _is_article(n) and (n.get("headline") or n.get("name")),
        lambda n: "datePublished" in n and "WebPage" in _kinds(n),
    ):
        if node := next(filter(wanted, nodes), None):
            return _of_node(node, names, has_title=_is_article(node))
    return {}


def _parsed(text: str) -> object:
    """The value of a JSON-LD script; null for one that is broken, as many are."""
    try:
        return json.loads(re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", text), strict=False)
    except (ValueError, RecursionError):
        return None


def _kinds(node: dict) -> str:
    kinds = node.get("@type")
    return " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)


def _is_article(node: dict) -> bool:
    return bool(_ARTICLE.search(_kinds(node)))


def _nodes(value: object) -> Iterator[dict]:
    if isinstance(value, list):
        for entry in value:
            yield from _nodes(entry)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "author"):
            yield from _nodes(value.get(key))


def _of_node(node: dict, named: dict[str, str], *, has_title: bool) -> dict:
    main = node.get("mainEntityOfPage")
    url = node.get("url") or (main.get("@id") if isinstance(main, dict) else main)
    raw = {
        "headline": _plain(node.get("headline") or node.get("name")) if has_title else None,
        "published": node.get("datePublished") or node.get("dateCreated"),
        "byline": _names(node.get("author") or node.get("creator"), named),
        "section": next(iter(_names(node.get("articleSection"), named)), None),
        "outlet": next(iter(_names(node.get("publisher"), named)), None),
        "origin": next(iter(_names(node.get("sourceOrganization"), named)), None),
        "url": url if isinstance(url, str) and url.startswith("http") else None,
    }
    return {field: value for field, value in raw.items() if value}


def _names(value: object, named: dict[str, str]) -> list[str]:
    if isinstance(value, list):
        return [name for entry in value for name in _names(entry, named)]
    if isinstance(value, dict):
        return _names(value.get("name") or named.get(str(value.get("@id"))), named)
    return [_plain(value)] if isinstance(value, str) and value.strip() and not value.startswith("http") else []


def from_meta(tree: HtmlElement) -> dict:
    """What the page's <meta> and <link rel=canonical> say of it, by our field names."""
    said = {}
    for element in tree.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = element.get("content") or ""
        if key and content.strip() and not content.startswith("http" if "author" in key else "\0"):
            said.setdefault(key, content)
    raw = {field: next((said[key] for key in keys if key in said), None) for field, keys in _META.items()}
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)")
    raw["url"] = canonical if canonical.startswith("http") else raw["url"]
    return {field: _plain(value) for field, value in raw.items() if value}


def _plain(words: object) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(str(words or ""))).split())
