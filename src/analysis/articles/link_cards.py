"""Cards of links that were copied along behind a person's name: "Ann RoeAnn Marie RoeOld headline MORE"."""

import re

_NAME = r"[A-Z][\w’'-]{1,40}"
_LINKS = r"(?=[A-Z0-9‘'\"“])[^\n]{10,700}? MORE\b"  # the headlines of the links, up to the card's "MORE"
_BEHIND_FULL_NAME = re.compile(rf"\b(({_NAME}) ({_NAME})) ?\2 (?:[\w.()’'\"“”-]{{1,40}} ){{0,4}}\3 ?{_LINKS}")
_BEHIND_SURNAME = re.compile(rf"\b({_NAME}) (?:[\w.()’'\"“”-]{{1,40}} ){{1,5}}\1{_LINKS}")


def drop_link_cards(line: str) -> str:
    """Return `line` without cards of links behind a person's name; the name stays.

    >>> drop_link_cards("Sen. Ann Roe Ann Marie RoeBudget fails again Senate votes MORE (D-Ohio) agreed.")
    'Sen. Ann Roe (D-Ohio) agreed.'
    """
    return _BEHIND_SURNAME.sub(r"\1", _BEHIND_FULL_NAME.sub(r"\1", line)) if " MORE" in line else line
