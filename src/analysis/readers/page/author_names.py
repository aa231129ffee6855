"""The names on a line of a saved page that may be its author's: what begins with one, and no sentence about others."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from analysis.articles.bylines import by_abroad, parse_byline
from analysis.articles.months import MONTH, english_date
from analysis.articles.person_names import is_given_name
from analysis.readers.page.author_labels import is_of_other_work, who_is
from analysis.readers.page.elements import nearest
from analysis.readers.page.head import Line
from analysis.readers.page.page_text import letters
from analysis.readers.page.shown import names_as_marked
from analysis.words.common_words import is_common

BY = re.compile(
    r"^\W*(?:(?:this|the)\s+)?(?:(?:post|article|story|guide|recipe|words|text|report|written|posted|published|contributed"
    r"|created|submitted|compiled|reporting|was|is)\s+)*"
    r"(?P<by>by|von|por|par|authors?|contributors?)\b[\s:|]*",
    re.I,
)
_SENTENCE = 90  # characters of a line that may be a sentence
_LONGEST = 220  # characters of a line with names
_MARKS = " |·•-–—"
_SITE = 5  # letters of a word by which a site is known
_QUOTES = '"“”„«»'
_BY_WITHIN = re.compile(r"(?<=[\s|·•])By\b[\s:|]*(?=[^\W\d_a-z]\S+ [^\W\d_a-z]\S+(?:$| \||,? on ))")
_DATE_BEFORE = re.compile(
    rf"^\W*(?:(?:posted|published|submitted|created)\b:?\s+(?:on\s+)?)?(?:\w+day,? )?"
    rf"(?:{MONTH}\.? \d{{1,2}},? \d{{4}}|\d{{1,2}}\.? {MONTH}\.?,? \d{{4}}"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4})"
    r"(?:,? (?:at )?\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?)?\b[\s|·•–—-]*(?:\d+ min(?:ute)?s?(?: read)?[\s|·•–—-]+)?",
    re.I,
)
_BEHIND_NAME = re.compile(  # what stands behind names on their line: when, how long
    rf"\b(?:last updated|updated|published|posted|modified|reviewed"
    rf"|on (?:\w+day|(?:mon|tue|wed|thu|fri|sat|sun)\b|{MONTH}|\d)|{MONTH}\.? \d"
    rf"|\d+ ?(?:min|hour|day|[/.-]|{MONTH}|comments?\b|views\b|shares\b)"
    r"|(?:leave|add|post) a (?:comment|reply)|comments?\b|(?-i:in (?=[A-Z])))",
    re.I,
)
_POSSESSIVE = re.compile(r"['’]s$")
_HONORIFIC = re.compile(r"^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Rev)\.? )+")
_FORMAL = re.compile(r"^\W*(?:Mr|Mrs|Ms)\b")  # no byline says that
_ONE_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]{1,40}(?:,? (?:and|&) [^\W\d_a-z][^\W\d_]{1,40})?\W*$")
_NAME = re.compile(
    r"[^\W\d_a-zß-ÿ][\w.'’-]{0,40}(?:\s{1,20}(?:[^\W\d_a-zß-ÿ][\w.'’-]{0,40}|d[aeiou]l?|van|von|der|bin|la|le)){1,4}\b"
    r"(?=\W*$|\s*[^\w\s]|\s+(?:\d|and |und |et |y |on |in |at ))"
)
_CREDIT = re.compile(r"(?:image|photo|picture|caption|media)[-_]*(?:attribution|credit|source|author|by)\b", re.I)
_OF_OTHERS = re.compile(  # the same of an element that holds no headline, with words that are whole: no author is in it
    r"(?<![a-z])(?:[Cc]omments?|[Cc]omment-?list|[Rr]elated|[Rr]ecommend(?:ed|ations?)|[Pp]opular|[Tt]rending|[Ss]idebar"
    r"|[Rr]ead-?[Nn]ext|[Mm]ost-?[Rr]ead|[Mm]ore-?(?:[Ss]tories|[Nn]ews|[Pp]osts|[Aa]rticles)|[Tt]easers?|[Dd]isqus)(?![a-z])"
)


class PageWords(NamedTuple):
    """What lines are read by: site, the domain's letters, whether it is in another language, headline and around it."""

    site: str
    domain: str
    is_abroad: bool
    around: frozenset[HtmlElement]
    headline: str


def _is_of_others(element: HtmlElement, page: PageWords, *, is_labeled: bool) -> bool:
    """Return whether an element stands in a side column, or in what a page marks as comments or other stories.

    A side column may hold a name that is labeled as the author's.
    """
    if any(_CREDIT.search(e.get("class") or "") for e in nearest(element, 2)):
        return True
    for holder in element.iterancestors():
        if holder.tag == "nav" or (holder.tag == "aside" and not is_labeled):
            return True
        words = f"{holder.get('class') or ''} {holder.get('id') or ''}"
        if page.around and holder not in page.around and _OF_OTHERS.search(words):
            return True
    return False


def names_on(line: Line, above: str, page: PageWords, *, label: int) -> tuple[bool, list[str], int] | None:
    """Return whether a line says "by", the people it names, how much else is there; None where no name begins it.

    `above` is the line above it, `label` what `label_of` gives for it.
    """
    if label < 0 or not 1 < len(line.text) <= _LONGEST or not any(map(str.isalpha, line.text)):
        return None
    if _is_of_others(line.element, page, is_labeled=label > 0):
        return None
    if is_of_other_work(line.text) or _is_quotation(above):  # the name is of who is quoted
        return None
    told = who_is(line.text)
    text = told or _DATE_BEFORE.sub("", english_date(line.text) if page.is_abroad else line.text)
    by = (BY.match(text) or _BY_WITHIN.search(text)) or (by_abroad().match(text) if page.is_abroad else None)
    rest = text[by.end() :] if by else text.lstrip(_MARKS)
    rest = _HONORIFIC.sub("", _BEHIND_NAME.split(rest, maxsplit=1)[0].rstrip(f"{_MARKS}●("))
    if page.site and rest.lower().endswith(page.site.lower()):
        rest = rest[: -len(page.site)].rstrip(f"{_MARKS}/") or rest
    is_one = (by or is_given_name(rest.partition(" ")[0])) and _ONE_NAME.match(rest)
    if not (_NAME.match(rest) or is_one):
        return None
    names = [_POSSESSIVE.sub("", name) for name in names_as_marked(parse_byline(rest, outlet=page.site).names, line)]
    names = [name for name in names if " " in name or (is_one and is_given_name(name))]
    is_sentence = not by and not told and len(line.text) > _SENTENCE and line.text[-1] in ".!?…”"
    if is_sentence or not names or not rest.lower().startswith(names[0].lower()) or _is_no_person(names[0], page):
        return None
    is_subject = names[0].lower() in page.headline.lower() or _FORMAL.match(line.text)  # whom the story is about
    if is_subject and not by and not label:
        return None
    return by is not None, names, len(rest) - sum(map(len, names))


def _is_quotation(text: str) -> bool:
    return text[:1] in _QUOTES and text[-1:] in _QUOTES if len(text) > 1 else False


def _is_no_person(name: str, page: PageWords) -> bool:
    """Return whether a name without a given name begins as the site's address does, or is all plain words."""
    words = name.split()
    if any(map(is_given_name, words)):
        return False
    is_plain = all((word.isalpha() and word.isupper()) or is_common(word) for word in words)
    return is_plain or begins_as_site(name, page.domain)


def begins_as_site(name: str, domain: str) -> bool:
    """Return whether a name without a given name begins as a site's address does, given by its letters.

    >>> begins_as_site("Harbor Garden Tips", "harborpostexample"), begins_as_site("Ana Roe", "anaroeexample")
    (True, False)
    """
    first, *_ = words = name.split() or [""]
    return not any(map(is_given_name, words)) and len(first) >= _SITE and domain.startswith(letters(first))


def domain_letters(address: str) -> str:
    """Return the letters of an address's domain.

    >>> domain_letters("https://www.harbor-post.example/news")
    'harborpostexample'
    """
    return letters(urlsplit(address).netloc.lower().removeprefix("www."))
