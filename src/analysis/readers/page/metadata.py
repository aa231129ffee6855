"""What a saved page says of its article: headline, byline, time, section, outlet and address.

Each comes from the source that is most often right, as measured on coded pages: the headline that is shown goes before
JSON-LD and Open Graph, which carry other wordings for search engines; a byline that is shown ("By …", or marked as
one) goes before them where it names more people; of the times those of JSON-LD and <meta> are best.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from urllib.parse import unquote

from htmldate import find_date
from lxml.html import HtmlElement

from analysis.articles.bylines import Byline, parse_byline
from analysis.articles.dates import parse_date
from analysis.articles.outlets import host_of, without_site
from analysis.readers.page.author_lines import author_lines
from analysis.readers.page.author_names import begins_as_site, domain_letters
from analysis.readers.page.day_mentions import every_day
from analysis.readers.page.head import Line, find_headline, line_of, lines_around, page_lines
from analysis.readers.page.json_ld import from_json_ld
from analysis.readers.page.meta_tags import from_meta
from analysis.readers.page.outlet import find_outlet, site_address
from analysis.readers.page.page_language import is_day_first, says_other_language
from analysis.readers.page.page_text import plain_text
from analysis.readers.page.shown import fuller_byline, others_named, shown_byline
from analysis.readers.page.shown_days import ShownDay, shown_day

_ABOVE, _BELOW = 3, 15  # lines above and below the headline in which a byline may stand
_RENEWED = timedelta(hours=12)  # a time shown that is earlier by more than this goes before the machines' one
_RENEWED_DAYS = timedelta(days=3)  # the same for a time shown that is a day, or one without a zone
# Log-odds from which a day shown is taken, if it is that of an update, and before a later one that machines are told.
_SHOWN, _SHOWN_UPDATE, _SURELY_SHOWN = -1.0, -2.0, 1.5  # the figure cross-validated over sites is flat around these
_NOBODY = Byline([], None)
_ONE_DAY = timedelta(days=1)
_ADDRESS = "published: the day in the page's address"
_EARLIER = "published: the time shown, earlier than the page's metadata"
_UPDATE = "published: the time the page shows, which is that of an update"
_DAY_IN_URL = re.compile(r"/(20\d\d)[/-]([01]?\d|[a-z]{3})[/-]([0-3]?\d)(?=[^\w]|$)")


def metadata(tree: HtmlElement, *, first_words: str = "") -> dict[str, Any]:
    """Return the fields of the page as it gives them, and `notes`.

    The fields are `headline`, `byline`, `published`, `section`, `outlet`, `origin` and `url`; what it lacks is missing.
    `first_words` are those that the story begins with: above them stand byline and time.
    """
    linked, meta, site, titles, element, words = head = page_head(tree)
    fields: dict[str, Any] = {**meta, **linked, "notes": []}
    fields["headline"] = words or without_site(plain_text(titles[0]), site)
    lines = page_lines(tree)
    heading = line_of(element, lines)
    address = fields.get("url") or site_address(tree)
    named = _given_byline(tree, head, first_words)
    domain = domain_letters(address)
    byline = _checked_byline([name for name in named if not begins_as_site(name, domain)], lines, heading, site)
    if parse_byline(byline, outlet=site) == _NOBODY:  # an agency's copy may name reporters below; it is the agency's
        byline = [*author_lines(tree, lines, heading, site, is_beside=bool(named)), *byline]
    fields["byline"] = byline
    machine = fields.get("published") or _date_published(tree)
    day = shown_day(lines, heading, is_day_first=is_day_first(tree, address))
    fields["published"], fields["notes"] = _published(machine, day, fields.get("url") or "")
    if not fields["published"]:
        fields["published"], fields["notes"] = _last_resort(tree, lines)
        fields["published"] = fields["published"] or machine
    fields["outlet"], agency = find_outlet(tree, (linked.get("outlet"), site), titles, words or "", address)
    if not fields["outlet"] and address and not fields.get("url"):
        fields["outlet"] = host_of(address)
        fields["notes"] = [*fields["notes"], "outlet: the site that most of the page's links lead to"]
    fields["origin"] = linked.get("origin") or agency
    return {field: value for field, value in fields.items() if value}


class PageHead(NamedTuple):
    """What a page says in JSON-LD and <meta>, its site's name, what it calls itself, and where its headline is."""

    linked: dict[str, Any]
    meta: dict[str, Any]
    site: str
    titles: list[str]
    element: HtmlElement | None
    words: str | None


def page_head(tree: HtmlElement) -> PageHead:
    """Return the head of a page, by which byline and time are then looked for."""
    linked, meta = from_json_ld(tree), from_meta(tree)
    site = meta.get("outlet") or linked.get("outlet") or ""
    titles = [title for title in (meta.get("headline"), linked.get("headline")) if title]
    titles = titles or [without_site(plain_text(tree.findtext(".//title")), "")]
    return PageHead(linked, meta, site, titles, *find_headline(tree, titles, site))


def _marked_authors(tree: HtmlElement) -> list[str]:
    """Return the names that microdata gives only machines, but for those of comments."""
    names = tree.xpath(
        "//*[@itemprop='author' and not(ancestor::*[@itemprop='comment' or @itemprop='review'])]"
        "/descendant-or-self::*[@itemprop='name']/@content"
    )
    return list(map(str, names))


def _given_byline(tree: HtmlElement, head: PageHead, first_words: str) -> list[str]:
    """Return the byline that is shown where it is no poorer than what the page tells machines, else the latter."""
    above, below = ([], []) if head.element is None else lines_around(head.element, first_words)
    shown = shown_byline(above[:_ABOVE] + below, head.site, is_abroad=says_other_language(tree))
    machine = head.linked.get("byline") or head.meta.get("byline") or _marked_authors(tree)
    names = parse_byline(machine, outlet=head.site).names
    is_poorer = len(names) > len(shown.names) and set(shown.names) <= set(names)
    return [*(machine if is_poorer or not shown.names else shown.names), *filter(None, [shown.agency])]


def _checked_byline(named: list[str], lines: Sequence[Line], heading: int | None, site: str) -> list[str]:
    """Return a byline without people who did other work on the story, or a fuller one that the page shows."""
    people = parse_byline(named, outlet=site).names
    if len(people) > 1 and (others := others_named(lines, site)) and set(people) - others:
        named = [name for name in named if name not in others]
    if people and heading is not None:
        named = fuller_byline(lines[heading : heading + _BELOW], people, site) or named
    return named


def _published(machine: str | None, shown: ShownDay | None, url: str) -> tuple[str | None, list[str]]:
    """Return the time the page gives machines, else the day in its address, else the time it shows; and notes.

    A time shown that is clearly earlier goes before the machines' one, which some sites renew with every change. One
    that is shown on the address's day goes before it, as it may have the time of day.
    """
    notes, in_address = [], _day_in_address(url)
    is_same_day = shown and in_address and abs(shown.day - in_address.date()) <= _ONE_DAY
    if parse_date(machine).time is None and in_address and not is_same_day:
        machine, notes = in_address.date().isoformat(), [_ADDRESS]
    given = parse_date(machine).time
    if given is not None:
        is_renewed = shown and shown.score > _SURELY_SHOWN and _is_earlier(shown.words, given)
        return (shown.words, [_EARLIER]) if shown and is_renewed else (machine, notes)
    if shown and (is_same_day or shown.score > (_SHOWN_UPDATE if shown.is_update else _SHOWN)):
        return shown.words, [_UPDATE] if shown.is_update else []
    return None, []


def _is_earlier(shown: str, given: datetime) -> bool:
    """Return whether a time shown is earlier than another by more than zones and a missing time of day explain."""
    seen = parse_date(shown)
    if seen.time is None:
        return False
    has_clock = not seen.no_zone and seen.time.time() != time()
    return given - seen.time > (_RENEWED if has_clock else _RENEWED_DAYS)


def _day_in_address(url: str) -> datetime | None:
    found = _DAY_IN_URL.search(unquote(url))
    if not found:
        return None
    year, month, day = found.groups()
    return parse_date(f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}").time


def _last_resort(tree: HtmlElement, lines: Sequence[Line]) -> tuple[str | None, list[str]]:
    """Return the day that htmldate finds anywhere in the page, such as that of its last change; and notes.

    One that the page shows is known to be of something else.
    """
    day = find_date(tree, original_date=True, extensive_search=False)
    if day and date.fromisoformat(day) in every_day(lines):
        return None, []
    return day, ["published: the day that stands elsewhere in the page"] if day else []


def _date_published(tree: HtmlElement) -> str | None:
    """Return the time of an element that is marked as the time of publication, or that has an attribute for it."""
    values = tree.xpath("//*[@itemprop='datePublished']/@content|//*[@itemprop='datePublished']/@datetime")
    values = list(filter(str.strip, values)) or _publishing_attributes(tree)
    return next(map(str, values), None)


def _publishing_attributes(tree: HtmlElement) -> list[str]:
    """Return the time that attributes such as `publishdate` give, where they agree on one; else nothing."""
    found = tree.xpath("//@*[contains(name(), 'publish') and (contains(name(), 'date') or contains(name(), 'time'))]")
    values = dict.fromkeys(value for value in map(str, found) if parse_date(value).time)
    return list(values) if len(values) == 1 else []
