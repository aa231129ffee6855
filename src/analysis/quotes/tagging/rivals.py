"""Readings of the same words that cannot all be right: the surest stays, unless several others are surer together."""

import math
from collections import defaultdict
from collections.abc import Iterable

from analysis.quotes.tagging.attributions import Attribution, Spans

_SUREST = 1 - 1e-9
_INSIDE = 0.5  # what one inside the content of another counts beside it: it is part of what the other says


def without_rivals(rated: list[Attribution]) -> list[Attribution]:
    """Return attributions of which no two share words of their contents or cues, in the order of their contents.

    The surest is chosen first, then the surest of those that share nothing with it, and so on. Then each, the least
    sure first, gives way to those that it alone kept out, if the sum of their log(1 + odds) is larger than its own.
    Those inside its content count half.

    Examples
    --------
    >>> long = Attribution(((0, 20),), ((21, 25),), ((26, 29),), "indirect", 0.6)
    >>> short = Attribution(((8, 20),), ((21, 25),), ((26, 29),), "indirect", 0.7)
    >>> without_rivals([long, short]) == [short]
    True
    >>> before = Attribution(((0, 7),), (), (), "indirect", 0.5)
    >>> without_rivals([long, short._replace(confidence=0.55), before])[0] == before
    True
    """
    surest = sorted(rated, key=lambda a: (-a.confidence, a))
    owners = [-1] * max((end for one in rated for _, end in _claimed(one)), default=0)  # of each character; -1 for none

    def claim_free(numbers: Iterable[int]) -> set[int]:
        """Claim the words of each attribution none of whose words is claimed, and return which these are."""
        claimed = set()
        for n in numbers:
            if not _owners(owners, surest[n]):
                _mark(owners, surest[n], n)
                claimed.add(n)
        return claimed

    chosen = claim_free(range(len(surest)))
    kept_out_by = defaultdict(list)  # those that one other alone keeps out
    for n in sorted(set(range(len(surest))) - chosen):
        rival, *more = _owners(owners, surest[n])
        if not more:
            kept_out_by[rival].append(n)
    for rival in sorted(kept_out_by, reverse=True):
        _mark(owners, surest[rival], -1)
        instead = claim_free(kept_out_by[rival])
        if sum(_worth(surest[n], beside=surest[rival]) for n in instead) > _worth(surest[rival]):
            chosen.remove(rival)
            chosen |= instead
        else:
            for n in instead:
                _mark(owners, surest[n], -1)
            _mark(owners, surest[rival], rival)
    chosen |= claim_free(range(len(surest)))  # what two kept out that have both given way
    return sorted((surest[n] for n in chosen), key=lambda a: (a.content_spans, a.source_spans))


def _worth(one: Attribution, *, beside: Attribution | None = None) -> float:
    """Return log(1 + odds) of the confidence, less of it for one that lies inside a content of its rival."""
    worth = -math.log(1 - min(one.confidence, _SUREST))
    return worth * _INSIDE if beside and _is_inside(one, beside) else worth


def _is_inside(one: Attribution, other: Attribution) -> bool:
    """Return whether cue, source and contents all lie in one piece of another's content."""
    spans = one.content_spans + one.cue_spans + one.source_spans
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    return any(start <= low and high <= end for start, end in other.content_spans)


def _owners(owners: list[int], one: Attribution) -> set[int]:
    """Return which attributions own words of one."""
    return set[int]().union(*(owners[start:end] for start, end in _claimed(one))) - {-1}


def _mark(owners: list[int], one: Attribution, number: int) -> None:
    for start, end in _claimed(one):
        owners[start:end] = [number] * (end - start)


def _claimed(one: Attribution) -> Spans:
    """Return the spans that no rival may share a character with."""
    return one.content_spans + one.cue_spans
