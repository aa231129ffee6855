"""Pick the two groups of articles that a comparison is about."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.enough import NotEnoughArticles
from analysis.words.counts import TermCounts


class TwoGroups(NamedTuple):
    """The rows (places in the counts) of the target's articles and of the reference's."""

    target: np.ndarray
    reference: np.ndarray


def group_column(counts: TermCounts, by: str) -> pd.Series:
    """Return the group of each article. Raise ValueError unless there are counts of at least two groups."""
    if counts.value != "n":
        raise ValueError("compare_terms got weights; give it the counts from count_terms")
    if by not in counts.articles:
        raise ValueError(f"there is no column {by!r} to compare by; the articles had: {', '.join(counts.articles)}")
    groups = counts.articles[by]
    if groups.nunique() < 2:
        only = ", ".join(map(repr, groups.dropna().unique())) or "none"
        raise NotEnoughArticles(
            f"comparing needs two values of {by}; there is {only}. Add articles, widen "
            "the selection, or choose another column"
        )
    return groups


def two_groups(groups: pd.Series, target: str, reference: str | Iterable[str] | None) -> TwoGroups:
    """Return the rows of both groups; without a reference, it is all articles of other groups."""
    members = _members(groups, [target])
    if reference is None:
        return TwoGroups(members, np.flatnonzero(groups.notna() & (groups != target)))
    names = [reference] if isinstance(reference, str) else list(reference)
    if target in names or not names:
        raise ValueError(f"reference={reference!r}; give at least one {groups.name} other than the target {target!r}")
    return TwoGroups(members, _members(groups, names))


def _members(groups: pd.Series, names: list[str]) -> np.ndarray:
    for name in names:
        if not (groups == name).any():
            there = ", ".join(map(str, sorted(groups.dropna().unique())))
            raise NotEnoughArticles(f"no article has {groups.name} {name!r}; there are: {there}")
    return np.flatnonzero(groups.isin(names))
