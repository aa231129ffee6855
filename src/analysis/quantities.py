"""Find the figures of a text (amounts, percentages and other numbers) and write each in one form."""

import re
from collections.abc import Iterator

_SCALES = {
    "thousand": "thousand k",
    "million": "million m mn",
    "billion": "billion b bn",
    "trillion": "trillion t tn",
}
_SCALE = {word: scale for scale, words in _SCALES.items() for word in words.split()}
_CURRENCY = {"dollars": "$", "euros": "€", "pounds": "£"}
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|April|May|June|July|Aug(?:ust|\.)?|Sept(?:ember|\.)?|Oct(?:ober|\.)?"
    r"|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_FIGURE = re.compile(
    r"(?P<money>(?:US|A|C)?[$€£¥]\s?)?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[\s-]?(?P<scale>thousand|million|billion|trillion|mn|bn|tn)\b|(?P<letter>[kKmMbBtT])\b)?"
    r"(?:\s?(?P<percent>%|per\s?cent\b|percent\b))?(?:[\s-](?P<currency>dollars|euros|pounds)\b)?"
)
# What stands around a number that is a date, a time, a year, or the name of a form, a law or a road.
_BEFORE = re.compile(
    rf"(?:{_MONTH}\s|[Ss]ections?\s|[Ff]orms?\s|[Tt]itle\s|[Aa]rticle\s|[Rr]oute\s|[Nn]o\.\s|§\s?|[\w:/.-])$"
)
_AFTER = re.compile(rf"^(?:\s{_MONTH}\b|:\d|/\d|-[\dA-Z]|\w|\s?[ap]\.?m\b)")
_CONTEXT = 12  # characters; the longest month and a space fit in


def figures(text: str) -> list[str]:
    """Return the figures of a text in order, each once, in one form however it is written.

    "$66bn" and "66 billion dollars" become "$66 billion"; "12 per cent" becomes "12%". Left out are dates, times, and
    bare numbers of four digits, which are years, forms or laws.

    >>> figures("On May 5, 2026, 1,300 of 4,000 people (32.5 per cent) paid $2.5m or 2.5 million dollars at 5:30 p.m.")
    ['1,300', '4,000', '32.5%', '$2.5 million']
    """
    return list(dict.fromkeys(figure for figure, _, _ in place_figures(text)))


def place_figures(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each figure of a text in its one form, with its start and end; a figure given twice comes twice.

    >>> list(place_figures("Some $5 for 3."))
    [('$5', 5, 7), ('3', 12, 13)]
    """
    for match in _FIGURE.finditer(text):
        before = text[max(match.start() - _CONTEXT, 0) : match.start()]
        after = text[match.end() : match.end() + _CONTEXT]
        if not _BEFORE.search(before) and not _AFTER.search(after):
            figure = _one_form(match)
            if figure:
                yield figure, match.start(), match.end()


def _one_form(match: re.Match[str]) -> str:
    """Return a figure in its one form; "" for a bare number of four digits without a comma."""
    part = match.groupdict()
    whole, _, rest = part["number"].replace(",", "").partition(".")
    scale, percent = _SCALE.get((part["scale"] or part["letter"] or "").lower(), ""), "%" if part["percent"] else ""
    money = (part["money"] or _CURRENCY.get(part["currency"], "")).strip().removeprefix("US")
    if not (scale or percent or money or rest) and "," not in part["number"] and len(whole) == 4:
        return ""
    rest = rest.rstrip("0")
    return f"{money}{int(whole):,}{'.' + rest if rest else ''}{' ' + scale if scale else ''}{percent}"
