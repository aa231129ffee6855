"""Names of months: the English ones as regular expressions, and dates in other languages turned into English.

Every module that has to know a month takes it from here.
"""

import re

MONTHS = "January February March April May June July August September October November December".split()
_SHORT = [name[:3] for name in MONTHS]
MONTH_START = f"(?:{'|'.join(_SHORT)})"  # the first three letters, to be followed by [a-z]* and the like
MONTH = f"(?:{'|'.join([*MONTHS, 'Sept', *_SHORT])})"  # a month's name, or its abbreviation without a full stop
_FOREIGN = {  # in the order of the months; a name that two languages share means the same month in both
    "German": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "French": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "Spanish": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "Italian": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "Portuguese": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "Dutch": "januari februari maart april mei juni juli augustus september oktober november december",
}
_ENGLISH = {name.lower(): MONTHS[n] for names in _FOREIGN.values() for n, name in enumerate(names.split())}
_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})\.?\s+(?:de\s+)?(?P<month>{'|'.join(_ENGLISH)})\.?,?\s+(?:de\s+)?(?P<year>\d{{4}})\b", re.I
)
_CJK_DATE = re.compile(r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")


def month_number(name: str) -> int:
    """Return the number of a month, 1 to 12, from its English name or the first three letters of it.

    >>> month_number("Sept."), month_number("may")
    (9, 5)
    """
    return _SHORT.index(name[:3].capitalize()) + 1


def english_date(words: str) -> str:
    """Return `words` with a date in one of eight other languages turned into English.

    The languages are German, French, Spanish, Italian, Portuguese, Dutch, Chinese and Japanese.

    >>> english_date("9 Januar 1993"), english_date("2017年4月1日"), english_date("May 30, 2014 Friday")
    ('9 January 1993', '2017-4-1', 'May 30, 2014 Friday')
    """
    words = _CJK_DATE.sub(r"\g<year>-\g<month>-\g<day>", words)
    return _DATE.sub(lambda found: f"{found['day']} {_ENGLISH[found['month'].lower()]} {found['year']}", words)
