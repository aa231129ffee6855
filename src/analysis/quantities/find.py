"""Find the figures of a text (amounts, percentages and other numbers) and write each in one form."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from text_to_num import text2num

from analysis.quantities.context import is_manner_of_speech, is_name_age_or_item, is_name_or_date, is_year, may_be_year

_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": "thousand", "m": "million", "mn": "million", "b": "billion", "bn": "billion", "t": "trillion"}
_SHORT["tn"] = "trillion"
_CURRENCY = {"dollar": "$", "euro": "€", "pound": "£"}
_MOST_SIGNS = 20  # of a number; a longer run of digits is no amount, and more than arithmetic takes
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_LARGE = "thousand|million|billion|trillion"
_WORDS = rf"\b(?:{_SMALL})\b(?:(?:\shundred\sand\s|[-\s])(?:{_SMALL}|hundred)\b)*"
_ONE = {"a": Decimal(1), "an": Decimal(1), "half a": Decimal("0.5"), "a hundred": Decimal(100)}
_AMOUNT = re.compile(
    r"(?P<money>(?:US|A|C)?[$€£¥]\s?)?"
    rf"(?:(?P<digits>{_DIGITS})|(?i:(?P<words>{_WORDS})|\b(?P<one>half\sa|a\shundred|an?)(?=\s(?:{_LARGE})\b)))"
    r"(?P<half>½|\s1/2\b|\sand\sa\shalf\b)?"
    rf"(?:[\s-]?(?P<scale>{_LARGE}|mn|bn|tn)\b|(?P<letter>[kKmMbBtT])\b)?"
    r"(?:[\s-]?(?P<percent>%|per\s?cent\b|percent\b))?(?:[\s-](?P<currency>dollar|euro|pound)s?\b)?"
)
_RANGE = re.compile(r"\s?[-–]\s?|\sto\s")
_BETWEEN, _FROM = re.compile(r"\b[Bb]etween\s$"), re.compile(r"\b[Ff]rom\s$")
_VOTE = re.compile(r"\b(?:vot(?:es?|ed|ing)|pass(?:ed|es)|rul(?:ed|ing)|approved|confirmed|rejected)\b")
_ROUGHLY = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|estimated|over|under|least|most|than"
    r"|up to|close to)\s$",
    re.I,
)
_YEAR = re.compile(r"\b\d{4}\b")
_LEAST = 10  # a bare number in words below it is no figure: "one of two"
_LONGEST = 7  # digits; a longer bare number without commas is an id
_CONTEXT = 24  # characters


class Figure(NamedTuple):
    """A figure of a text: its one form, its place, its value, the step it is rounded to, and its unit.

    Of a range, the value is the upper one and the step 0: it is told exactly so or not at all.
    """

    form: str
    start: int
    end: int
    value: Decimal
    step: Decimal
    unit: str


def figures(text: str) -> list[str]:
    """Return the figures of a text in order, each once, in one form however it is written.

    "$66bn" and "66 billion dollars" become "$66 billion"; "12 per cent" becomes "12%"; "three and a half million"
    becomes "3.5 million". Left out are dates, times, ages, numbers of pages, names with a number (laws, roads,
    channels), manners of speech ("100 percent sure"), bare numbers below ten in words, and bare numbers of four digits,
    which are years (but "about 1500" counts). A range is one figure; "from 18 to 25 percent" is a change, and two.

    >>> figures("On May 5, 2026, 1,300 of 4,000 people (32.5 per cent) paid $2.5m or 2.5 million dollars at 5:30 p.m.")
    ['1,300', '4,000', '32.5%', '$2.5 million']
    >>> figures("Three million of Ann Lee's, 45, about 1500, and 18 to 25 percent.")
    ['3 million', '1,500', '18–25%']
    """
    return list(dict.fromkeys(figure.form for figure in place_figures(text)))


def place_figures(text: str) -> Iterator[Figure]:
    """Yield each figure of a text, with its place; a figure given twice comes twice.

    >>> [(figure.form, figure.start, figure.end) for figure in place_figures("Some $5 for 3.")]
    [('$5', 5, 7), ('3', 12, 13)]
    """
    for matches in _alone_or_range(text):
        start, end = matches[0].start(), matches[-1].end()
        before, after = text[max(start - _CONTEXT, 0) : start], text[end : end + _CONTEXT]
        if is_name_or_date(before, after) or any(len(match["digits"] or "") > _MOST_SIGNS for match in matches):
            continue
        found = _amounts(matches)
        bare = not any(_has_unit(match) for match in matches)
        if bare and is_name_age_or_item(before, text[start:end], after):
            continue
        if len(found) == 2 and not (bare and _YEAR.search(text[start:end]) and not _ROUGHLY.search(before)):
            yield from _range_or_two(found[0], found[1], before, after, bare=bare)
        elif len(found) == 1 and _counts(matches[0], found[0], before, after):
            yield from found


def _alone_or_range(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield each amount by itself, and the two of a range together."""
    waiting: list[re.Match[str]] = []
    for match in _AMOUNT.finditer(text):
        if len(waiting) == 1 and _joined(text, waiting[0], match):
            waiting.append(match)
        else:
            if waiting:
                yield waiting
            waiting = [match]
    if waiting:
        yield waiting


def _joined(text: str, low: re.Match[str], high: re.Match[str]) -> bool:
    """Return whether two neighbors are a range: a dash or "to" between them, or "between … and …".

    "From 10 percent in 2009 to 5 percent" has a year and no range.
    """
    number = high["digits"] and Decimal(high["digits"].replace(",", ""))
    if _is_bare_year(low) and not (number and number > int(low["digits"])):
        return False
    gap = text[low.end() : high.start()]
    between = _BETWEEN.search(text[max(low.start() - _CONTEXT, 0) : low.start()])
    return bool(_RANGE.fullmatch(gap) or (gap == " and " and between))


def _is_bare_year(match: re.Match[str]) -> bool:
    digits = match["digits"] or ""
    return len(digits) == 4 and digits.isdigit() and may_be_year(int(digits)) and not _has_unit(match)


def _has_unit(match: re.Match[str]) -> bool:
    return any(match[part] for part in ("money", "one", "scale", "letter", "percent", "currency"))


def _amounts(matches: list[re.Match[str]]) -> list[Figure]:
    """Return each amount as a figure. The first of a range takes what it lacks from the second; empty if unreadable."""
    found: list[Figure] = []
    scale, unit, above = "", "", Decimal(0)
    for match in reversed(matches):
        try:
            number, step = _number(match)
        except ValueError:  # words that are no number, such as "twenty-four seven"
            return []
        own = (match["scale"] or match["letter"] or "").lower()
        scale = _SHORT.get(own, own) or (scale if number < above else "")
        unit = _unit(match) or unit
        times, above = _SCALES.get(scale, 1), number
        value = number * times
        found.insert(0, Figure(_form(value, unit), match.start(), match.end(), value, step * times, unit))
    return found


def _number(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Return the number before its scale, and the step it is rounded to: 10 for 1,230, .1 for 2.9."""
    half = Decimal("0.5") if match["half"] else Decimal(0)
    if match["one"]:
        one = _ONE[" ".join(match["one"].lower().split())]
        return one + half, Decimal("0.1") if one < 1 else one
    digits = (match["digits"] or "").replace(",", "")
    value = Decimal(digits or text2num(" ".join(re.split(r"[-\s]+", match["words"].lower())), "en"))
    whole = value == value.to_integral_value()
    zeros = len(str(int(value))) - len(str(int(value)).rstrip("0")) if whole and value else 0
    places = len(digits.partition(".")[2])
    step = Decimal("0.5") if half else Decimal(10) ** (zeros if whole and not places else -places)
    return value + half, step


def _unit(match: re.Match[str]) -> str:
    if match["percent"]:
        return "%"
    return (match["money"] or _CURRENCY.get((match["currency"] or "").lower(), "")).strip().removeprefix("US")


def _form(value: Decimal, unit: str) -> str:
    """Return an amount in its one form: "$2.5 million", "1,300", "12%"."""
    scale = next((name for name, size in reversed(_SCALES.items()) if value >= size >= 10**6), "")
    scaled = value / _SCALES.get(scale, 1)
    if scaled != round(scaled, 3):
        scale, scaled = "", value
    whole = scaled == scaled.to_integral_value()
    cents = unit not in ("", "%") and not scale and not whole
    number = f"{scaled:,.2f}" if cents else f"{scaled:,.0f}" if whole else f"{scaled.normalize():,f}"
    return f"{'' if unit == '%' else unit}{number}{' ' + scale if scale else ''}{'%' if unit == '%' else ''}"


def _counts(match: re.Match[str], figure: Figure, before: str, after: str) -> bool:
    """Return whether a number that stands alone is a figure."""
    wholly = figure.unit == "%" and figure.value >= 100
    if is_manner_of_speech(before, after, wholly=wholly, one=bool(match["one"])):
        return False
    if _has_unit(match):
        return True
    if match["words"]:
        return figure.value >= _LEAST
    digits = match["digits"]
    if not digits.isdigit():
        return True
    if len(digits) == 4:
        return bool(_ROUGHLY.search(before)) and not is_year(int(digits), before, after)
    return len(digits) <= _LONGEST and (digits == "0" or not digits.startswith("0"))


def _range_or_two(low: Figure, high: Figure, before: str, after: str, *, bare: bool) -> Iterator[Figure]:
    """Yield a range as one figure, a change ("from 18 to 25 percent") as two, and a vote ("68-32") as it is."""
    if low.value < high.value and not _FROM.search(before):
        yield high._replace(form=_range_form(low, high), start=low.start, step=Decimal(0))
    elif not bare:
        yield from (low, high)
    elif low.value >= high.value and _VOTE.search(before + after):
        yield high._replace(form=f"{low.form}–{high.form}", start=low.start, step=Decimal(0))


def _range_form(low: Figure, high: Figure) -> str:
    """Return a range with the unit, and a scale that both have, written once: "18–25%", "$3–5 million"."""
    first, second = low.form.removesuffix("%"), high.form
    if high.unit not in ("", "%"):
        second = second.removeprefix(high.unit)
    scale = second.partition(" ")[2]
    return f"{first.removesuffix(' ' + scale) if scale else first}–{second}"
