"""How a page shows the cells of a table: shares in percent, days without hours, numbers rounded."""

import pandas as pd

from analysis.report.passages import KINDS, day

SHARES = {"share", "low", "high", "raw_share", "coded_share", "right_share", "others", "estimate", "confidence"}
SHARES |= {"difference", "difference_low", "difference_high", "similarity"}
# Numbers in these columns are names.
_NAMES = {"from", "to", "topic", "figures", "term", "outlet", "speaker"}


def label(column: str) -> str:
    """Return a column's name as a page shows it.

    >>> label("n_reference")
    'n reference'
    """
    return column.replace("_", " ")


def is_number(value: str) -> bool:
    """Return whether a cell holds a number."""
    try:
        float(value)
    except ValueError:
        return False
    return True


def show(value: str, column: str) -> str:
    """Return a cell of a table as a page shows it: shares in percent, days without hours, numbers rounded.

    >>> cells = [("0.618", "share"), ("1234", "n"), ("0.0416", "z"), ("2026-01-05 00:00:00+00:00", "period")]
    >>> [show(*cell) for cell in cells]
    ['61.8%', '1,234', '0.0416', 'Jan 5, 2026']
    """
    if column == "speaker_kind":
        return KINDS.get(value, value)
    if value[:4].isdigit() and value.endswith("+00:00"):
        return day(pd.Timestamp(value))
    if not is_number(value) or column in _NAMES:
        return value
    if column in SHARES:
        return f"{float(value):.1%}"
    return f"{int(value):,}" if value.lstrip("-").isdigit() else f"{float(value):.3g}"
