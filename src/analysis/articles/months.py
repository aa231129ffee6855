"""Names of months: the English ones as regular expressions, and dates in other languages turned into English.

Every module that has to know a month takes it from here.
"""

import re
from functools import cache
from importlib import import_module

MONTHS = "January February March April May June July August September October November December".split()
_SHORT = [name[:3] for name in MONTHS]
MONTH_START = f"(?:{'|'.join(_SHORT)})"  # the first three letters, to be followed by [a-z]* and the like
MONTH = f"(?:{'|'.join([*MONTHS, 'Sept', *_SHORT])})"  # a month's name, or its abbreviation without a full stop
# The languages whose names of months are known: those of Europe, and the others that news is often in.
_LANGUAGES = (
    "de fr es it pt nl da sv nb nn is fi et lv lt pl cs sk sl hr sr bs hu ro bg mk ru uk be el tr az ca gl eu id ms "
    "fil sw af sq ar he fa ur hi bn ta te mr th ka hy am"
).split()
_WORD = r"(?P<month>[^\W\d_][^\s\d!-@\[-`{-~«»“”]{2,19})"  # vowels of some scripts are signs beside letters
_DATES = [
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:\.|er|º|°)?[\s./-]+(?:de |d’|d')?{_WORD}\.?,?[\s./-]+(?:del? )?(?P<year>\d{{4}})\b"
    ),
    re.compile(rf"\b{_WORD}\.?\s+(?P<day>\d{{1,2}}),\s+(?P<year>\d{{4}})\b"),
    re.compile(
        rf"\b(?P<year>\d{{4}})(?:\.|\.? [^\W\d_]{{1,4}}\.?)? {_WORD}\.? (?P<day>\d{{1,2}})\b"
    ),  # 2026. március 8.
]
_CJK_DATE = re.compile(r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]")
_VIETNAMESE = re.compile(r"\b(?P<day>\d{1,2}),? tháng (?P<month>1[0-2]|0?[1-9])\b,?(?: năm)? (?P<year>\d{4})\b", re.I)


def month_number(name: str) -> int:
    """Return the number of a month, 1 to 12, from its English name or the first three letters of it.

    >>> month_number("Sept."), month_number("may")
    (9, 5)
    """
    return _SHORT.index(name[:3].capitalize()) + 1


def english_date(words: str) -> str:
    """Return `words` with a date in another language turned into English.

    Names of months are those that dateparser has for some 50 languages; Chinese, Japanese, Korean and Vietnamese dates
    are numbers.

    >>> english_date("9 Januar 1993"), english_date("2017年4月1日"), english_date("May 30, 2014 Friday")
    ('9 January 1993', '2017-4-1', 'May 30, 2014 Friday')
    """
    words = _CJK_DATE.sub(r"\g<year>-\g<month>-\g<day>", words)
    words = _VIETNAMESE.sub(r"\g<year>-\g<month>-\g<day>", words)
    for pattern in _DATES:
        words = pattern.sub(_in_english, words)
    return words


def _in_english(found: re.Match[str]) -> str:
    """Return a date with the English name of its month; the words as they are when they name no month."""
    name = found["month"]
    number = None if re.fullmatch(MONTH, name, re.I) else _foreign_months().get(name.lower())
    return f"{found['day']} {MONTHS[number - 1]} {found['year']}" if number else found.group()


@cache
def _foreign_months() -> dict[str, int]:
    """Return the numbers of months by their names and abbreviations, without names that languages disagree about."""
    # Importing dateparser takes a quarter of a second, which English articles need not pay.
    numbers: dict[str, set[int]] = {"mrz": {3}}  # German, which dateparser does not know
    for language in _LANGUAGES:
        info = import_module(f"dateparser.data.date_translation_data.{language}").info
        for number, month in enumerate(MONTHS, start=1):
            for name in info.get(month.lower(), []):
                numbers.setdefault(name.strip("."), set()).add(number)
    return {name: min(found) for name, found in numbers.items() if len(found) == 1}
