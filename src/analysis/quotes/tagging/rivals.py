"""Readings of the same words that cannot all be right: the surest stays."""

from analysis.quotes.tagging.attributions import Attribution, Spans


def without_rivals(rated: list[Attribution]) -> list[Attribution]:
    """Return attributions of which no two share words of their contents or cues, in the order of their contents.

    The surest is chosen first, then the surest of those that share nothing with it, and so on.

    Examples
    --------
    >>> long = Attribution(((0, 20),), ((21, 25),), ((26, 29),), "indirect", 0.6)
    >>> short = Attribution(((8, 20),), ((21, 25),), ((26, 29),), "indirect", 0.7)
    >>> without_rivals([long, short]) == [short]
    True
    """
    chosen: list[Attribution] = []
    taken = bytearray(
        max((end for one in rated for _, end in _claimed(one)), default=0)
    )  # 1 for characters of chosen ones
    for one in sorted(rated, key=lambda a: (-a.confidence, a)):
        if all(taken.find(1, start, end) < 0 for start, end in _claimed(one)):
            chosen.append(one)
            for start, end in _claimed(one):
                taken[start:end] = b"\1" * (end - start)
    return sorted(chosen, key=lambda a: (a.content_spans, a.source_spans))


def _claimed(one: Attribution) -> Spans:
    """Return the spans that no rival may share a character with."""
    return one.content_spans + one.cue_spans
