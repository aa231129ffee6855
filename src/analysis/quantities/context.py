"""Tell by the words around a number that it is no figure: a date, an age, a page, a name, or a manner of speech."""

import re

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|April|May|June|July|Aug(?:ust|\.)?|Sept(?:ember|\.)?|Oct(?:ober|\.)?"
    r"|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_SERIES = (
    "sections?|forms?|titles?|articles?|route|no\\.|propositions?|prop\\.?|interstate|channel|chapters?|extension|flight"
    "|phase|tier|room|suite|image|photo|slide|pages?|pp?\\."
)
# What stands around a date, a time, a number in a series, or a piece of a longer number or word.
_DATED = re.compile(rf"(?:{_MONTH}\s|\b(?i:{_SERIES})\s(?:\d+\sof\s)?|§\s?|[\w:/.-]|=[\"“])$")
_TIMED = re.compile(rf"\s{_MONTH}\b|:\d|/\d|-[\dA-Z]|\w|\s?[ap]\.?m\b|\so[’']clock")
# "Day 1", "S. 744": a capital before that begins no sentence, and no noun after that is counted.
_NAME = re.compile(r"(?:[a-z,;]\s[A-Z][\w’'-]*|\b[A-Z]\.)\s$")
_SMALL_WORD = (
    r"(?:and|are|as|at|by|for|from|had|has|have|in|into|is|of|on|or|that|the|to|was|were|when|which|who|will|with)\b"
)
_COUNTED = re.compile(rf"\s(?!{_SMALL_WORD}|\w+ed\b)[a-z]{{3}}")
_ITEM_BEFORE, _ITEM_AFTER = re.compile(r"(?:^|[\n(]|[.!?]\s)$"), re.compile(r"\)")  # "2) Wait", "(4)"
_LINE_BEFORE, _LINE_AFTER = re.compile(r"(?:^|\n)$"), re.compile(r"\.\s")  # "3. Go home"
_PAGES = re.compile(r"[-\s]pages?\b")
_AGE_BEFORE = re.compile(
    r"\b(?:[Aa]ge[ds]?\s(?:(?:(?:requirement|limit|cutoff)\s)?of\s)?(?:\d+\s(?:and|to|or)\s)?"
    r"|turn(?:s|ed|ing)?\s|(?:young|old)er than\s)$"
)
_BEING = re.compile(r"\b(?:he|she|they|who|I)\s(?:was|were|is|are|am)\s$")  # "before they were 16"
_AGE_AFTER = re.compile(
    r"[-\s]years?(?:-|\s)olds?\b|-\s(?:to|and|or)\s\d+-year|\s(?:and|or)\s(?:younger|older|over|under|up|above)\b"
)
# "Ann Lee, 45, said", "the driver, 45, said"; of a plural it is a number: "most states, 26, agreed"
_PERSON, _COMMA = re.compile(r"(?:[A-Z][\w’'-]{1,40}|\b[a-z]{2,40}(?<!s)),\s$"), re.compile(r",|\.(?:\s|$)")
# "Eight in 10" is a share, and 10 no figure.
_SHARE = r"\s(?:in|out\sof|of\severy|in\severy|out\sof\severy)\s"
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
_SHARE_BEFORE, _SHARE_AFTER = re.compile(rf"\b{_FEW}{_SHARE}$", re.I), re.compile(rf"{_SHARE}{_FEW}\b(?![,.]\d)", re.I)
_WHOLLY = re.compile(
    r"\s(?:sure|certain|confident|convinced|right|correct|wrong|true|false|clear|behind|with|against|for|committed|agree"
    r"|honest|serious|sincere|ready|opposed|supportive|supports?)\b"
)
_EFFORT = re.compile(r"\b(?:agree[ds]?|g[ai]v(?:e|es|en|ing))\s$")  # "I agree 100 percent", "we gave 110 percent"
_LARGE_BEFORE = re.compile(r"\b(?:in|thanks|like)\s$")  # "one in a million"
_LARGE_AFTER = re.compile(r"\s(?:times|reasons|ways|miles|things|thanks|years|different|other|to one)\b")
_TURN = re.compile(r"-degree turn")
# What only a number has before it, and a plural after it, with at most two words between.
_QUANTITY = re.compile(
    r"\b(?:(?:more|less|fewer) than|nearly|almost|approximately|estimated|at (?:least|most)|up to|close to)\s$", re.I
)
_PLURAL = re.compile(
    rf"\s(?:(?!{_SMALL_WORD})[A-Za-z][\w’'-]+\s){{0,2}}?(?!{_SMALL_WORD})"
    r"(?:[a-z]{2,}[^\Wsui_]s|people|men|women|children)\b"
)


def is_name_or_date(before: str, after: str) -> bool:
    """Return whether a number is a date, a time, a number of a law, a page or a series, or a piece of a word."""
    return bool(_DATED.search(before) or _TIMED.match(after) or _PAGES.match(after) or _TURN.match(after))


def is_name_age_or_item(before: str, number: str, after: str) -> bool:
    """Return whether a number without a unit belongs to a name or share, or is an age or the mark of a list's item."""
    if _NAME.search(before) and not _COUNTED.match(after) and "," not in number:
        return True
    if (_ITEM_BEFORE.search(before) and _ITEM_AFTER.match(after)) or (
        _LINE_BEFORE.search(before) and _LINE_AFTER.match(after)
    ):
        return True
    if (
        _SHARE_BEFORE.search(before)
        or _SHARE_AFTER.match(after)
        or (_BEING.search(before) and not _COUNTED.match(after))
    ):
        return True
    between_commas = len(number) == 2 and _PERSON.search(before) and _COMMA.match(after)
    return bool(between_commas or _AGE_BEFORE.search(before) or _AGE_AFTER.match(after))


def may_be_year(value: int) -> bool:
    """Return whether the digits of a number are those of a year of which news tells."""
    return 1900 <= value < 2100


def is_year(value: int, before: str, after: str) -> bool:
    """Return whether four digits with "about" or its like before them are a year ("over 2018 election meddling").

    The digits of a year count things only if two of three say so: a plural behind them, words before them that only
    a number has ("nearly 1950 homes"), a round number ("over 2000 homes"). "2002 levels" are of a year.
    """
    signs = (_PLURAL.match(after), _QUANTITY.search(before), value % 100 == 0)
    return may_be_year(value) and sum(map(bool, signs)) < 2


def is_manner_of_speech(before: str, after: str, *, wholly: bool, one: bool) -> bool:
    """Return whether a number only stresses: 100 percent or more (`wholly`) sure, or a million (`one`) times."""
    if wholly:
        return bool(_WHOLLY.match(after) or _EFFORT.search(before))
    return one and bool(_LARGE_BEFORE.search(before) or _LARGE_AFTER.match(after))
