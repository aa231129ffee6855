"""Know pages that a server sends in place of an article: errors, checks for robots, walls of cookies, logins."""

import re

_MOST_WORDS = 120  # of the text; what stands on such a page is shorter, and most articles are longer
_SITE = re.compile(r"\s[|\u2013\u2014-]\s")  # above the name of the site in a title
_ERROR = (
    r"(?:page|file|article|story|site|document)?\s?"
    r"(?:not found|(?:temporarily )?unavailable(?: (?:due to|for) legal reasons)?|no longer available)|"
    r"(?:this |the )?(?:page|article) (?:can(?:not|'t) be|could not be|was not) found|"
    r"bad gateway|service (?:temporarily )?unavailable|internal server error|gateway time-?out|"
    r"too many requests|forbidden"
)
_TITLES = {
    "an error of a server": rf"(?:http |error )?[45]\d\d(?: error)?(?:[ :,.-]+(?:{_ERROR}))?|{_ERROR}",
    "a check for robots": r"just a moment|attention required|access (?:to this page has been )?denied|"
    r"are you (?:a robot|human)|"
    r"pardon our interruption|checking your browser.{0,60}|security check(?:point)?|human verification|"
    r"verify(?:ing)? (?:that )?you(?: are|'re) (?:not a robot|(?:a )?human)|(?:re)?captcha|robot check",
    "a question about cookies": r"(?:we (?:value|care about|respect) )?your privacy(?: choices)?|"
    r"before you continue(?: to .{1,60})?|"
    r"(?:cookie|consent|privacy)s? (?:consent|settings|preferences|policy|notice|banner)",
    "a page to log in": r"(?:log|sign) ?-?in(?: to (?:continue|your account|read on))?|redirecting|"
    r"subscribe to (?:read|continue)(?: reading)?|(?:please )?enable java ?script(?: to continue)?",
}
_KINDS = {kind: re.compile(pattern, re.I) for kind, pattern in _TITLES.items()}


def notice(headline: str, title: str, text: str) -> str:
    """Return what kind of notice a page is, by its whole headline or title and its short text; "" for another page.

    >>> notice("marlow.example", "Just a moment...", "Verify you are human."), notice("500 rally", "", "They sang.")
    ('a check for robots', '')
    """
    if len(text.split()) > _MOST_WORDS:
        return ""
    shown = [_SITE.split(words)[0].strip(" .!:\u2026").replace("\u2019", "'") for words in (headline, title)]
    return next((kind for kind, pattern in _KINDS.items() if any(map(pattern.fullmatch, shown))), "")
