"""Find the figures of a text (amounts, percentages and other numbers) and write each in one form."""

import re
from collections.abc import Iterator

from text_to_num import text2num

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
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_WORD = f"(?:{_SMALL.replace(' ', '|')}|hundred)"
# A number in words counts where it is large or a percentage: "one of two" is no figure.
_WORDS = (
    rf"\b{_WORD}(?:(?:-| and | ){_WORD})*(?=\s(?:thousand|million|billion|trillion|percent|per\s?cent)\b)"
    rf"|\b{_WORD} hundred\b"
)
_FIGURE = re.compile(
    rf"(?P<money>(?:US|A|C)?[$€£¥]\s?)?(?:(?P<low>{_DIGITS})(?:\s?[-–]\s?|\sto\s))?(?P<number>{_DIGITS}|(?i:{_WORDS}))"
    r"(?:[\s-]?(?P<scale>thousand|million|billion|trillion|mn|bn|tn)\b|(?P<letter>[kKmMbBtT])\b)?"
    r"(?:\s?(?P<percent>%|per\s?cent\b|percent\b))?(?:[\s-](?P<currency>dollars|euros|pounds)\b)?"
)
_IDIOM = re.compile(r"\s(?:sure|certain|confident|right|correct|behind|committed|agree)")  # "100 percent sure"
_ROUGHLY = re.compile(r"(?:about|around|some|nearly|almost|roughly|over|under|least|most|than|to|estimated)\s$", re.I)
# What stands around a number that is an age or a length of a text.
_AGE_BEFORE, _AGE_AFTER = re.compile(r"\bage[ds]?\s$"), re.compile(r"[-\s](?:years?-old|years?\sold|pages?)\b")
_NAME_BEFORE, _COMMA_AFTER = re.compile(r"[A-Z][\w’'-]{1,40},\s$"), re.compile(r",|\.(?:\s|$)")  # "Ann Lee, 45, said"
# What stands around a number that is a date, a time, a year, or the name of a form, a law or a road.
_BEFORE = re.compile(
    rf"(?:{_MONTH}\s|[Ss]ections?\s|[Ff]orms?\s|[Tt]itle\s|[Aa]rticle\s|[Rr]oute\s|[Nn]o\.\s|§\s?|[\w:/.-])$"
)
_AFTER = re.compile(rf"^(?:\s{_MONTH}\b|:\d|/\d|-[\dA-Z]|\w|\s?[ap]\.?m\b)")
_CONTEXT = 12  # characters; the longest month and a space fit in


def figures(text: str) -> list[str]:
    """Return the figures of a text in order, each once, in one form however it is written.

    "$66bn" and "66 billion dollars" become "$66 billion"; "12 per cent" becomes "12%". Left out are dates, times, and
    bare numbers of four digits, which are years, forms or laws (but "about 1500" counts), ages, numbers of pages, and
    "100 percent sure". A range is one figure.

    >>> figures("On May 5, 2026, 1,300 of 4,000 people (32.5 per cent) paid $2.5m or 2.5 million dollars at 5:30 p.m.")
    ['1,300', '4,000', '32.5%', '$2.5 million']
    >>> figures("Three million of Ann Lee's, 45, about 1500, and 18 to 25 percent.")
    ['3 million', '1,500', '18–25%']
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
        if not _BEFORE.search(before) and not _AFTER.search(after) and not _is_age(match, before, after):
            figure = _one_form(match, rounded=bool(_ROUGHLY.search(before)))
            if figure and not (figure == "100%" and _IDIOM.match(after)):
                yield figure, match.start(), match.end()


def _is_age(match: re.Match[str], before: str, after: str) -> bool:
    """Return whether a bare number is somebody's age, or counts pages."""
    if any(match[part] for part in ("money", "scale", "letter", "percent", "currency")):
        return False
    between_commas = len(match["number"]) == 2 and _NAME_BEFORE.search(before) and _COMMA_AFTER.match(after)
    return bool(between_commas or _AGE_BEFORE.search(before) or _AGE_AFTER.match(after))


def _one_form(match: re.Match[str], *, rounded: bool) -> str:
    """Return a figure in its one form; "" for a bare number of four digits without a comma that is not `rounded`."""
    part = match.groupdict()
    words = part["number"]
    number = words if words[0].isdigit() else str(text2num(words.replace("-", " ").lower(), "en"))
    if part["low"] and float(part["low"].replace(",", "")) >= float(number.replace(",", "")):
        return ""  # the score of a match, or a number of a telephone
    whole, _, rest = number.replace(",", "").partition(".")
    scale, percent = _SCALE.get((part["scale"] or part["letter"] or "").lower(), ""), "%" if part["percent"] else ""
    money = (part["money"] or _CURRENCY.get(part["currency"], "")).strip().removeprefix("US")
    if not (scale or percent or money or rest or rounded) and "," not in number and len(whole) == 4:
        return ""
    rest = rest.rstrip("0")
    low = f"{part['low']}–" if part["low"] else ""
    return f"{money}{low}{int(whole):,}{'.' + rest if rest else ''}{' ' + scale if scale else ''}{percent}"
