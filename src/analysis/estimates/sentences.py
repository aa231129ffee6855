"""Findings in words: one sentence for each group of a comparison, and one for all of them, which is a chart's title."""

from typing import Any

import pandas as pd

from analysis.wording import capitalized, in_words, percent, percent_range, with_comma

LEVEL = 0.05
HOLDS, OPEN, DESCRIPTION = "holds", "cannot be told", "description"
MOST_NAMED = 3  # groups that do not stand out are named if they are no more than that


def finding_sentence(row: dict[str, Any], subject: str, at: str) -> str:
    """Return what is said of one group: its share, its interval, and what it was compared with."""
    start = f"{capitalized(at)} {with_comma(row['groups'][0])} {subject} is {percent(row['estimate'])}"
    start += f" (95% interval: {percent(row['low'])} to {percent(row['high'])})"
    if row["verdict"] == DESCRIPTION:
        return f"{start}; there are too few articles for a comparison"
    rest = f"{percent(row['estimate'] - row['difference'])} {at} {row['compared_with']}"
    if row["verdict"] == OPEN:
        return f"{start}, not clearly different from the {rest}"
    return f"{start}, {'higher' if row['difference'] > 0 else 'lower'} than the {rest}"


def finding_summary(rows: pd.DataFrame, subject: str, at: str, members: str) -> str:
    """Return what is said of all groups of a comparison together; `members` says which ones were compared."""
    tested, holds = rows[rows["verdict"] != DESCRIPTION], rows[rows["verdict"] == HOLDS]
    if len(tested) < 2:
        return _undecided(rows, subject, at)
    if len(tested) == 2:
        return _of_two(tested, subject, at)
    start = f"Among the {len(tested)} {with_comma(members)} {subject}"
    if holds.empty:
        return f"{start} {_range(tested)}; the differences may be due to chance"
    higher, lower = holds[holds["difference"] > 0], holds[holds["difference"] < 0]
    parts = [f"{word} {at} {_named(part)}" for word, part in (("higher", higher), ("lower", lower)) if len(part)]
    claim = f"{start} is {', and '.join(parts)}{',' if len(parts) > 1 else ''} than {at} the others combined"
    return claim + _not_apart(tested[tested["verdict"] == OPEN])


def _undecided(rows: pd.DataFrame, subject: str, at: str) -> str:
    start = capitalized(subject)
    if len(rows) == 1:
        return f"{start} is {percent(rows['estimate'].iloc[0])} {at} {rows['groups'].iloc[0][0]}"
    return f"{start} {_range(rows)}; there are too few articles for a comparison"


def _of_two(rows: pd.DataFrame, subject: str, at: str) -> str:
    """Return the comparison of two groups, the one with the larger share first."""
    (more, high), (less, low) = ((f"{at} {row.groups[0]}", percent(row.estimate)) for row in rows.itertuples())
    start = f"{capitalized(subject)} is"
    if (rows["verdict"] == HOLDS).all():
        return f"{start} higher {more} ({high}) than {less} ({low})"
    if high == low:
        return f"{start} {high} both {more} and {less}"
    return f"{start} {high} {more} and {low} {less}; the difference may be due to chance"


def _range(rows: pd.DataFrame) -> str:
    said = percent_range(rows["estimate"])
    return f"ranges from {said}" if " to " in said else f"is {said} everywhere"


def _named(rows: pd.DataFrame) -> str:
    """Return the groups with their shares, the ones that are furthest from the others first."""
    order = rows.iloc[rows["difference"].abs().argsort(kind="stable")[::-1]]
    return in_words([_with_share(row) for row in order.to_dict("records")])


def _with_share(row: dict[str, Any]) -> str:
    name, number = row["groups"][0], percent(row["estimate"])
    if row["p_largest"] <= LEVEL:
        number += ", the highest of all"
    # "CNN (Web News) (19%)" would read badly.
    return f"{name[:-1]}; {number})" if name.endswith(")") else f"{name} ({number})"


def _not_apart(rows: pd.DataFrame) -> str:
    if rows.empty:
        return ""
    names = [groups[0] for groups in rows["groups"]]
    who = in_words(names) if len(names) <= MOST_NAMED else f"the other {len(names)}"
    verb = "does" if len(names) == 1 else "do"
    return f"; {who} ({percent_range(rows['estimate'])}) {verb} not clearly differ from the others"
