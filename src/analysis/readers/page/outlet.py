"""Whose a saved page is: the name its publisher, its site, its title, its copyright line or its logo gives.

Publishers give a parent company, sites a section or a slogan. So the first name that goes with the page's address
counts, else the first of all.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from analysis.articles.agencies import expand_agency
from analysis.articles.outlets import goes_with, host_of, outlet_in_title, same_outlet
from analysis.readers.page.page_text import plain_text

_FEWEST_LINKS = 3  # so many links name a site
_OTHER_SITES = re.compile(  # where pages of all sites link to, and where files of many sites lie
    r"(?:^|\.)(?:facebook|twitter|x|linkedin|instagram|youtube|pinterest|reddit|whatsapp|tiktok|threads|bsky|t|telegram"
    r"|google|apple|amazon|github|wikipedia|wordpress|medium|substack|spotify|gravatar|w3|archive)\.\w+$"
    r"|\bcdn\b|website-files|cloudfront|wp\.com|gstatic|googleapis|mailto|doi\.org"
)
_LONGEST = 40  # characters of a name in a title, a copyright line or a logo
_FOOT = 3000  # characters at a page's end in which its copyright line stands
_BEHIND = re.compile(r" [|»] ")  # what follows an outlet's name is a slogan
_SLOGAN = re.compile(r" [|»–—-] ")
_PARTS = re.compile(r"(?<!\s)\s+[|»›–—:-]+\s+")
_COPYRIGHT = re.compile(
    r"(?:©|\bcopyright\b)(?:[\s©,–-]|copyright\b){0,20}(?:\d{4}[\s,–-]{0,5}){0,5}(?:by\s{1,5})?(?P<name>[^\W\d_][^.|•©\n\d]{2,60}?)"
    r"\s{0,20}(?:[.|•\n]|,? (?:inc|llc|ltd|gmbh|b\.v)\b|all rights|-|–|$)",
    re.I,
)
_PRINTED = re.compile(r"(?:print|printable|drucken|imprimer|imprimir|stampa)\b", re.I)  # a title of a view for paper
_LOGO = re.compile(r"(?<!\W)\W*\blogo\b\W*$", re.I)


def site_address(tree: HtmlElement) -> str:
    """Return the address of the site that most of a page's whole links and feeds lead to; "" where none stands out.

    It says whose a page is that does not give its own address.
    """
    for link in tree.xpath("//a[contains(@class, 'reader-domain')]/@href"):  # a browser's reader view
        return f"https://{_host(str(link))}"
    feeds = tree.xpath("//link[@rel='alternate']/@href|//base/@href|//link[contains(@rel,'icon')]/@href")
    links = [*map(str, feeds), *map(str, tree.xpath("//a/@href"))]
    hosts = Counter(host for link in links if (host := _host(link)) and not _OTHER_SITES.search(host))
    (host, n), (_, second) = [*hosts.most_common(2), ("", 0), ("", 0)][:2]
    return f"https://{host}" if n >= _FEWEST_LINKS and n > second else ""


def _host(link: str) -> str:
    return host_of(link) if link.startswith("http") else ""


def find_outlet(
    tree: HtmlElement, given: Sequence[str | None], titles: Sequence[str], headline: str, address: str
) -> tuple[str | None, str | None]:
    """Return whose page it is, and the agency whose copy it is; None for what the page does not say.

    `given` are the publisher of JSON-LD and the site, `titles` what the page calls itself, `headline` is the one shown.
    Papers give an agency as the publisher of its copy: then the site is the outlet.
    """
    publisher, site = (_without_headline(name or "", [*titles, headline]) for name in given)
    publisher, site = ("" if name.startswith("http") else name for name in (publisher, site))
    agency = expand_agency(publisher)
    is_agency_copy = bool(agency and site and not same_outlet(agency, site))
    names = [name.lstrip("@") for name in ([site] if is_agency_copy else [publisher, site]) if name]
    said = [*names, *(part for name in names for part in _SLOGAN.split(name))]
    fits = next((name for name in said if _BEHIND.split(name)[0] == name and goes_with(name, address)), None)
    fits = fits or next((name for name, _ in _elsewhere(tree, headline) if goes_with(name, address)), None)
    first = (_SLOGAN if len(names[0]) > _LONGEST else _BEHIND).split(names[0])[0] if names else None
    first = first or next((name for name, is_sure in _elsewhere(tree, headline) if is_sure), None)
    return fits or first, agency if is_agency_copy else None


def _elsewhere(tree: HtmlElement, headline: str) -> Iterator[tuple[str, bool]]:
    """Yield the names that the title, the copyright line and logos give, and whether they do without an address."""
    title = plain_text(tree.findtext(".//title") or "")
    rest = _without_headline(title, [headline])
    first, *others = _PARTS.split(title)
    lines = [found["name"].strip(" ,") for found in _COPYRIGHT.finditer(tree.text_content()[-_FOOT:])]
    logos = [_LOGO.sub("", alt).strip() for alt in map(str, tree.xpath("//img/@alt")) if _LOGO.search(alt)]
    named = [(outlet_in_title(rest), True)] if rest != title and 1 < len(rest) < _LONGEST else []
    named += [(name, False) for name in others[-1:]] + [(name, True) for name in reversed(lines)]
    named += [(name, False) for name in [*([first] if others else []), *logos]]
    fits = [one for one in named if 1 < len(one[0]) < _LONGEST]
    yield from (one for one in fits if not one[0].startswith("by "))  # whose text it is: "Rain at last - by Ana Roe"


def _without_headline(name: str, headlines: Sequence[str]) -> str:
    """Return the name of a publisher or a site without the page's headline, which some pages give in its place."""
    for headline in filter(None, headlines):
        if name.lower().startswith(headline.lower()):
            name = name[len(headline) :].strip(" |»–—-:")
        elif name.lower().endswith(f": {headline.lower()}"):  # "Harbor Post: Rain closes bridge"
            name = "" if _PRINTED.match(name) else name[: -len(headline)].strip(" :")
    return name
