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
    for one in sorted(rated, key=lambda a: (-a.confidence, a)):
        if not any(_are_rivals(one, other) for other in chosen):
            chosen.append(one)
    return sorted(chosen, key=lambda a: (a.content_spans, a.source_spans))


def _are_rivals(a: Attribution, b: Attribution) -> bool:
    """Return whether a content or cue of one shares a character with a content or cue of the other."""
    return _overlap(a.content_spans + a.cue_spans, b.content_spans + b.cue_spans)


def _overlap(a: Spans, b: Spans) -> bool:
    return any(start < end_b and start_b < end for start, end in a for start_b, end_b in b)
