"""Pair found attributions with coded ones, one to one."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.scoring.relations import Relation


class Pair(NamedTuple):
    """The places of a found attribution and of the coded one that it matches."""

    found: int
    gold: int


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """Return the share of words in either set that are in both; 0 if one is empty."""
    return len(a & b) / len(a | b) if a and b else 0.0


def is_same(found: Relation, gold: Relation) -> bool:
    """Return whether a found attribution is the coded one: half the content, and a word of the source or none."""
    same_source = bool(found.source & gold.source) or not (found.source or gold.source)
    return same_source and jaccard(found.content, gold.content) >= 0.5


# Measure → whether a found attribution may match a coded one.
RELATION_MEASURES: dict[str, Callable[[Relation, Relation], bool]] = {
    "relation_any": lambda f, g: bool(f.source & g.source),
    "relation_half": lambda f, g: bool(f.source & g.source) and jaccard(f.content, g.content) >= 0.5,
    "relation_exact": lambda f, g: f.content == g.content and f.source == g.source,
}


def match(
    found: Sequence[Relation], gold: Sequence[Relation], accepts: Callable[[Relation, Relation], bool]
) -> list[Pair]:
    """Return pairs in which each attribution is used at most once.

    The largest overlap of content goes first, then the largest overlap of source, then the first in order.
    """
    pairs = [
        (-jaccard(g.content, f.content), -jaccard(g.source, f.source), j, i)
        for j, g in enumerate(gold)
        for i, f in enumerate(found)
        if f.content & g.content and accepts(f, g)
    ]
    used_found: set[int] = set()
    used_gold: set[int] = set()
    matched = []
    for _, _, j, i in sorted(pairs):
        if i not in used_found and j not in used_gold:
            used_found.add(i)
            used_gold.add(j)
            matched.append(Pair(i, j))
    return matched
