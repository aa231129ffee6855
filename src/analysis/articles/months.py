"""Names of months as archives write them in the language of their menus."""

import re

_ENGLISH = "January February March April May June July August September October November December".split()
_NAMES = {  # in the order of the months; only words that differ from the English ones
    "German": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "French": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "Spanish": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "Italian": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "Portuguese": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "Dutch": "januari februari maart april mei juni juli augustus september oktober november december",
}
_MONTHS = {name.lower(): _ENGLISH[n] for names in _NAMES.values() for n, name in enumerate(names.split())}
_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})\.?\s+(?:de\s+)?(?P<month>{'|'.join(_MONTHS)})\.?,?\s+(?:de\s+)?(?P<year>\d{{4}})\b", re.I
)
_CJK_DATE = re.compile(r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")


def english_date(words: str) -> str:
    """`words` with a date in German, French, Spanish, Italian, Portuguese, Dutch, Chinese or Japanese written in English.

    >>> english_date("9 Januar 1993"), english_date("2017年4月1日"), english_date("May 30, 2014 Friday")
    ('9 January 1993', '2017-4-1', 'May 30, 2014 Friday')
    """
    words = _CJK_DATE.sub(r"\g<year>-\g<month>-\g<day>", words)
    return _DATE.sub(lambda found: f"{found['day']} {_MONTHS[found['month'].lower()]} {found['year']}", words)
