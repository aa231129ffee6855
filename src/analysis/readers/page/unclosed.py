"""Mend what a parser stumbles over in a page: elements left open, ends that come too early, endless attributes.

Browsers and parsers take all that follows a comment, script, title, link or figure without an end for a part of it.
"""

import re
from collections.abc import Iterator

_OPENS = re.compile(
    r"<!--|<(?P<name>script|style|title|textarea|iframe|noembed|noframes|noscript|template|xmp)\b[^<>]{0,5000}>",
    re.I,
)
_ENDS = {  # where each of these ends
    name: re.compile(rf"</{name}\b", re.I)
    for name in "script style title textarea iframe noembed noframes noscript template xmp".split()
}
_COMMENT_END = re.compile(r"--!?>")
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|section|article|main|table|header|footer|nav|aside|body|head)\b", re.I
)
_HEAD_END = re.compile(r"</head\s{0,9}>\s{0,99}<body\b", re.I)
_SIGN = re.compile(r">|(?=<)")
_MARKS = ("'", '"', "\\", "`")  # in a script, behind or before markup that it writes
_WITHIN = re.compile(r"<(?P<end>/?)(?P<name>a|figure)\b[^<>]{0,5000}>", re.I)
_CUT_END = re.compile(r"(</[A-Za-z][A-Za-z0-9]{0,19})\s{0,9}(?=<)")  # without its last sign
# The same of a start tag, with words behind it.
_CUT_START = re.compile(r"<(p|div|h[1-6]|li|td|span|blockquote|figcaption|em|strong)(?=[A-Z\u201c])")
_LONGEST_TITLE = 1000  # characters
_PAGE_END = re.compile(r"</(?:body|html)\s{0,99}>", re.I)
PAGE_TAGS = re.compile(r"<(?:!doctype html|html|head|body|article|main|div|p|meta|title)\b", re.I)
_LONG_TAG = re.compile(r"<([A-Za-z][\w:-]{0,40}+)\s[^<>]{10000,}+(?:>|\Z)")
_VALUE = re.compile(r""""[^"]*"|'[^']*'""")
_MOST_ATTRIBUTES = 2000  # of an element; the parser compares each with all others


def mended(text: str) -> str:
    """Return a page as parsers and browsers can read it: nothing swallows its story, nothing ends it too early."""
    return _to_its_end(_short_tags(_closed(text)))


def _closed(text: str) -> str:
    """Return a page in which each of these elements ends where the next block begins, if its end tag is missing.

    >>> _closed("<title>Rain<p>It rained."), _closed("<a href='/'>Home<p>It rained.")
    ('<title>Rain</title><p>It rained.', "<a href='/'>Home</a><p>It rained.")
    """
    text = _CUT_START.sub(r"<\1>", _CUT_END.sub(r"\1>", text))
    text = "".join(_pieces(text))
    ends = sorted(_missing(text, "a") + _missing(text, "figure"))
    pieces, at = [], 0
    for place, name in ends:
        pieces += [text[at:place], f"</{name}>"]
        at = place
    return "".join([*pieces, text[at:]])


def _pieces(text: str) -> Iterator[str]:
    """Yield the pieces of a page, without comments and scripts that never end, and with the end of a title."""
    at: int = 0
    known: dict[str, re.Match[str] | None] = {}  # where the next end of an element is
    while found := _OPENS.search(text, at):
        yield text[at : found.start()]
        name = (found["name"] or "").lower()
        if name not in known or ((last := known[name]) and last.start() < found.end()):
            known[name] = _ENDS.get(name, _COMMENT_END).search(text, found.end())
        end = known[name]
        if name == "title":
            title = text[found.end() : found.end() + _LONGEST_TITLE].partition("<")[0]
            is_closed = end and end.start() <= found.end() + _LONGEST_TITLE
            yield found[0] if is_closed else f"{found[0]}{title}</title>"
            at = found.end() if is_closed else found.end() + len(title)
        elif end and not _swallows_body(text, found.end(), end.start(), name):
            yield text[found.start() : end.end()]
            at = end.end()
        elif name in ("script", "style"):
            block = _BLOCK.search(text, found.end())
            at = block.start() if block else len(text)
        elif name:
            at = found.end()  # without its tag, what it holds is a part of the page
        else:
            at = _next_sign(text, found.end())
    yield text[at:]


def _next_sign(text: str, start: int) -> int:
    """Return where a comment that never ends is taken to end: behind the next > or above the next <."""
    found = _SIGN.search(text, start)
    return found.end() if found else len(text)


def _swallows_body(text: str, start: int, end: int, name: str) -> bool:
    """Return whether a script holds the end of the head of its page, which it does not write in quotation marks."""
    if name not in ("script", "style"):
        return False
    found = _HEAD_END.search(text, start, end)
    return found is not None and not text[max(start, found.start() - 9) : found.start()].rstrip().endswith(_MARKS)


def _missing(text: str, name: str) -> list[tuple[int, str]]:
    """Return where an element has no end before the next one of its name begins: above the next block."""
    tags = [found for found in _WITHIN.finditer(text) if found["name"].lower() == name]
    places = []
    for number, tag in enumerate(tags):
        following = tags[number + 1] if number + 1 < len(tags) else None
        if tag["end"] or (following and following["end"]):
            continue
        block = _BLOCK.search(text, tag.end(), following.start() if following else len(text))
        if block:
            places.append((block.start(), name))
    return places


def _short_tags(text: str) -> str:
    """Return markup in which elements with more than 2,000 attributes have none.

    >>> _short_tags("<p " + "a " * 10_000 + ">Rain.</p>")
    '<p>Rain.</p>'
    """

    def shortened(found: re.Match[str]) -> str:
        return found[0] if len(_VALUE.sub("", found[0]).split()) <= _MOST_ATTRIBUTES else f"<{found[1]}>"

    return _LONG_TAG.sub(shortened, text)


def _to_its_end(text: str) -> str:
    """Return a page without the end tags that more of it follows; the parser would leave that out."""
    ends = list(_PAGE_END.finditer(text))
    return _PAGE_END.sub("", text) if ends and PAGE_TAGS.search(text, ends[0].end()) else text
