"""Know pages that a server sends in place of an article: errors, checks for robots, walls of cookies, logins.

`notice_titles.json` has their titles in a dozen languages, without those that an article could have.
"""

import re
from collections.abc import Iterable
from functools import cache

from analysis.articles.word_counts import count_words
from analysis.shipped import load_json, shipped_file

_MOST_WORDS = 120  # of the text; what stands on such a page is shorter, and most articles are longer
_MOST_SAID = 60  # words of a page that is known by its buttons or words, and not by its title
_SPEAKS = range(10, 45)  # words of a page that speaks to its reader; fewer are no story anyway
_SHORT = 500  # characters
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_LEAST_TO_READER = 0.25  # of its sentences: one in four stands at the end of a brief
_SHORT_TITLE = 2  # words
_FEWEST = 2  # buttons
_FEWEST_SIGNS = 4  # words of servers and browsers, each about something else
_SAID = re.compile(r"[\"“„«][^\"”“»]{0,500}[\"”“»]")
_ADDRESS = re.compile(r"https?://\S+|(?:[\w-]{1,63}\.){1,9}[a-z]{2,20}(?:/\S*)?", re.I)  # in place of a title
_SITE = re.compile(r"\s[|\u2013\u2014-]\s")  # above the name of the site in a title
_ERROR = (
    r"(?:page|file|article|story|site|document)?\s?"
    r"(?:not found|(?:temporarily )?unavailable(?: (?:due to|for) legal reasons)?|no longer available)|"
    r"(?:this |the )?(?:page|article) (?:can(?:not|'t) be|could not be|was not) found|"
    r"bad gateway|service (?:temporarily )?unavailable|internal server error|gateway time-?out|"
    r"too many requests|forbidden|(?:the )?service is unavailable|file or directory not found|proxy error"
)
_TITLES = {
    "an error of a server": rf"(?:http )?(?:status |error )?[45]\d\d(?: error)?(?:[ :,.\u2013-]+(?:{_ERROR}))?|"
    rf"{_ERROR}|error 1\d{{3}}|(?:runtime|application) error|whitelabel error page|"
    r"server error in '.{0,99}' application|"
    r"this site can't be reached|object moved|problem loading page|privacy error|"
    r"(?:down for |(?:site |website )?(?:is )?under |scheduled )?(?:maintenance|construction)|"
    r"(?:we'll be|be) (?:right )?back(?: soon)?|.{1,60} is for sale",
    "a page that a filter blocked": r"(?:this |the )?(?:web ?)?(?:page|site|url|content)(?: (?:is|was|has been))? "
    r"blocked(?: by (?:your (?:administrator|organi[sz]ation|network|filter|firewall|employer|school).{0,60}"
    r"|the (?:administrator|filter|firewall)))?",
    "a server without a site": r"welcome to (?:nginx|caddy|openresty)|it works|"
    r"(?:apache2? |nginx |ubuntu |debian |centos |http server ){0,4}(?:default|test) page(?: (?:for|of) .{1,60})?"
    r"(?:[: ]+it works)?",
    "a check for robots": r"just a moment|attention required|access (?:to this page has been )?denied|"
    r"are you (?:a robot|human)|"
    r"pardon our interruption|checking your browser.{0,60}|security check(?:point)?|human verification|"
    r"verify(?:ing)? (?:that )?you(?: are|'re) (?:not a robot|(?:a )?human)|(?:re)?captcha|robot check",
    "a question about cookies": r"(?:we (?:value|care about|respect) )?your privacy(?: choices)?|"
    r"before you continue(?: to .{1,60})?|"
    r"we (?:and our (?:\d+ )?partners )?use cookies(?: .{1,150})?|"
    r"(?:cookie|consent|privacy)s? (?:consent|settings|preferences|policy|notice|banner)",
    "a page to log in": r"(?:log|sign) ?-?in(?: to (?:continue|your account|read on))?|redirecting|"
    r"subscribe to (?:read|continue)(?: reading)?|(?:please )?enable java ?script(?: to continue)?",
    "a list of files": r"(?:index of|directory listing (?:for|of)|directory:) ?/.{0,200}",
}
_KINDS = {kind: re.compile(pattern, re.I) for kind, pattern in _TITLES.items()}
_ALSO_PROSE = re.compile(r".{1,60} is for sale|just a moment", re.I)  # without a page around it
# What stands above an article, too, so that its words must show that it is none.
_ALSO_HEADLINE = re.compile(
    r"(?:runtime|application|proxy) error|error 1\d{3}|status [45]\d\d|file or directory not found|it works|"
    r"welcome to \w{1,20}|.{0,60}\bblocked\b.{0,120}|.{0,60}\b(?:default|test) page\b.{0,80}",
    re.I,
)


def notice(headline: str, title: str, text: str, *, shown: Iterable[str] = (), is_signed: bool = True) -> str:
    """Return what kind of notice a page is, by its whole headline or title and its short text; "" for another page.

    A page that is not signed, with neither a day nor an author, is known by all that is `shown` on it, too: by buttons
    such as "Reject all", by words of servers and browsers, or by few words that speak to the reader.

    >>> notice("marlow.example", "Just a moment...", "Verify you are human."), notice("500 rally", "", "They sang.")
    ('a check for robots', '')
    """
    n_words = count_words(text)
    if n_words > _MOST_WORDS:
        return ""
    lines = [_plain(line) for line in "\n".join([text, *shown]).split("\n") if line.strip()]
    names = [_plain(_SITE.split(words)[0]) for words in (headline, title)]
    heads = [*names, *(line for line in lines[:2] if " " in line)]  # a browser's own pages have an address as title
    is_bare = not is_signed and (n_words < _SPEAKS.start or _share_to_reader(_SAID.sub(" ", text)) >= _LEAST_TO_READER)
    heads = [head for head in heads if is_bare or not _ALSO_HEADLINE.fullmatch(head)]
    if titled := next(filter(None, map(_kind_of_title, heads)), ""):
        return titled
    if is_signed or (n_words > _MOST_SAID and not is_address(title)):
        return ""
    said = {line.lower() for line in lines}
    if pressed := next((kind for kind, known in _known("buttons").items() if len(said & known) >= _FEWEST), ""):
        return pressed
    words = _words_of(" ".join([title, headline, *lines]))
    if sum(bool(words & known) for known in _known("words").values()) >= _FEWEST_SIGNS:
        return "a notice of a server or a browser"
    if n_words in _SPEAKS and 0 < len(names[0].split()) <= _SHORT_TITLE and not _shares_a_word(names[0], text):
        return "a few words below a title of one or two, with neither a day nor an author"
    speaks = (n_words in _SPEAKS or is_address(title)) and _share_to_reader(_SAID.sub(" ", text)) > _LEAST_TO_READER
    return "a few words to the reader of a site, with neither a day nor an author" if speaks else ""


def is_address(title: str) -> bool:
    """Return whether an address stands in place of a title, as on a page that a server sends in place of another."""
    return bool(_ADDRESS.fullmatch(title.strip()))


def notice_in(text: str) -> str:
    """Return what kind of notice a short text without a page is: a title first, and what speaks to the reader below.

    >>> notice_in("Page not found. The page you want is gone."), notice_in("Page not found. They saw it.")
    ('an error of a server', '')
    """
    if len(text) >= _SHORT:
        return ""
    kinds = {line: _kind_of_title(_plain(line)) for line in _sentences(text) if " " in line.strip()}
    kind = next(
        (kind for line, kind in list(kinds.items())[:2] if kind and not _ALSO_PROSE.fullmatch(_plain(line))), ""
    )
    below = "\n".join(line for line, kind in kinds.items() if not kind)
    return kind if _share_to_reader(_SAID.sub(" ", below)) > _LEAST_TO_READER else ""


def _kind_of_title(words: str) -> str:
    """Return the kind of notice that has these words as its title, or ""."""
    known = _known("titles")
    kinds = (
        kind for kind, pattern in _KINDS.items() if pattern.fullmatch(words) or words.lower() in known.get(kind, ())
    )
    return next(kinds, "")


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_END.sub("\n", text).split("\n") if sentence.strip()]


def _share_to_reader(text: str) -> float:
    """Return the share of the sentences of a text that speak to the reader."""
    sentences = _sentences(text)
    return sum(bool(_to_reader().search(sentence)) for sentence in sentences) / max(len(sentences), 1)


def _shares_a_word(title: str, text: str) -> bool:
    """Return whether a word of a title comes again in the text, as it does in an article."""
    said = _words_of(text)
    return any(word.lower() in said for word in title.split())


def _words_of(text: str) -> set[str]:
    return {_plain(word).strip(",;()'").lower() for word in text.split()}


def _plain(words: str) -> str:
    return words.strip(" .!?:\u2026\u3002").replace("\u2019", "'")


@cache
def _to_reader() -> re.Pattern[str]:
    """Return what finds a word to the reader, such as "please"; where no blanks are between words, a part of one."""
    known = _known("to_reader")
    words, parts = ("|".join(map(re.escape, sorted(known[kind]))) for kind in ("words", "parts"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)|{parts}", re.I)


@cache
def _known(what: str) -> dict[str, frozenset[str]]:
    """Return the "titles", the "buttons" or the "words" of each kind, in small letters; or those "to_reader"."""
    lists = load_json(shipped_file("readers/page/notice_titles.json"))[what]
    return {kind: frozenset(words) for kind, words in lists.items()}
