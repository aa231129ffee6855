"""How a page shows the cells of a table: shares in percent, days without hours, numbers rounded."""

from collections.abc import Collection

import pandas as pd

from analysis.report.passages import day
from analysis.wording import SPEAKER_KINDS

_SHARES = {"share", "raw_share", "coded_share", "right_share", "others", "estimate", "confidence", "similarity"}
_SHARES |= {"difference", "difference_low", "difference_high"}
_BOUNDS = {"low", "high"}  # of a share, if the table has one; of the log-odds ratio of a word, else
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


def is_share(column: str, columns: Collection[str]) -> bool:
    """Return whether a column holds shares, given all columns of its table.

    >>> is_share("low", ["n", "share", "low"]), is_share("low", ["term", "z", "low"])
    (True, False)
    """
    return column in _SHARES or (column in _BOUNDS and not _SHARES.isdisjoint(columns))


def show(value: str, column: str, columns: Collection[str]) -> str:
    """Return a cell of a table as a page shows it: shares in percent, days without hours, numbers rounded.

    `columns` are all columns of the table.

    >>> cells = {"share": "0.618", "n": "1234", "z": "0.0416", "period": "2026-01-05 00:00:00+00:00"}
    >>> [show(value, column, cells) for column, value in cells.items()]
    ['61.8%', '1,234', '0.0416', 'Jan 5, 2026']
    """
    if column == "speaker_kind":
        return SPEAKER_KINDS.get(value, value)
    if value[:4].isdigit() and value.endswith("+00:00"):
        return day(pd.Timestamp(value))
    if not is_number(value) or column in _NAMES:
        return value
    if is_share(column, columns):
        return f"{float(value):.1%}"
    return f"{int(value):,}" if value.lstrip("-").isdigit() else f"{float(value):.3g}"
