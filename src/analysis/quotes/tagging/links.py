"""Links of contents to their cues and of cues to their sources, by logistic regressions over what lies between."""

import math
import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate, pairwise

from analysis.quotes.tagging.spans import RoleSpan
from analysis.shipped import load_json, shipped_file

WEIGHTS = shipped_file("quotes/tagging/links.json")  # learned by training/quote_link.py
LINKS = {"cue": "content", "source": "cue"}  # role looked for -> role of the span that looks for it
_REACH = 14  # spans between the two at most
_LINE_ENDS = 2  # between the two at most
_NEAREST = 4  # candidates on either side at most
_SENTENCE_END = re.compile(r"[.!?][”\"'’)]*(?=\s|$)")
_SYMBOL = {"source": "S", "cue": "K", "content": "C"}
_PRONOUNS = frozenset("he she they it we i who that which".split())


class Row:
    """The spans of a text in order, none of which overlaps another, with what lies between them.

    Attributes
    ----------
    text : str
        The whole text.
    spans : list of RoleSpan
        The spans.
    with_role : dict of str to list of int
        The numbers of the spans of each role.
    line : list of int
        How many gaps before each span hold the end of a line.
    signs : list of str
        The signs of the gap after each span but the last (see `gap_signs`).
    around : list of str
        What stands beside each span: the first sign of the gap and the role of the span before it, and the same after
        it; ¶ beyond a line end, - beyond the first or last span.
    """

    def __init__(self, text: str, spans: list[RoleSpan]) -> None:
        self.text, self.spans = text, spans
        self.with_role = {role: [i for i, span in enumerate(spans) if span.role == role] for role in _SYMBOL}
        self.signs = [gap_signs(text[a.end : b.start]) for a, b in pairwise(spans)]
        self.line = list(accumulate(("¶" in signs for signs in self.signs), initial=0))
        symbols = [_SYMBOL[span.role] for span in spans]
        before = ["-", *map(_beside, self.signs, symbols)]
        after = [*map(_beside, self.signs, symbols[1:]), "-"]
        self.around = [one + other for one, other in zip(before, after, strict=True)]
        steps = [*map(str.__add__, self.signs, symbols[1:])]
        self._all_signs, self._begins = "".join(steps), list(accumulate(map(len, steps), initial=0))

    def signs_between(self, low: int, high: int) -> str:
        """Return the signs of all gaps between two spans, with a letter for each span between them: S, K or C."""
        return self._all_signs[self._begins[low] : self._begins[high] - 1]


def _beside(signs: str, symbol: str) -> str:
    return "¶" if "¶" in signs else signs[:1] + symbol


@lru_cache(maxsize=2_000)  # the readings of an article share most gaps
def gap_signs(between: str) -> str:
    r"""Return the signs of a gap: ¶ for a line end, . for a sentence end, else its marks; then w (1 to 4 words) or W.

    Examples
    --------
    >>> [gap_signs(" "), gap_signs(", a man "), gap_signs(".\n\nBut in the end ")]
    ['', ',w', '¶W']
    """
    if "\n" in between:
        signs = "¶"
    elif _SENTENCE_END.search(between):
        signs = "."
    else:
        signs = "".join(s for s in ",:;—(" if s in between)
    return signs + ("W" if len(between.split()) > 4 else "w" if re.search(r"\w", between) else "")


def candidates(row: Row, *, i: int, role: str) -> list[int]:
    """Return the spans of `role` near span `i`, the nearest first on either side, at most two line ends away."""
    numbers, line = row.with_role[role], row.line
    after = bisect_left(numbers, i)
    before = numbers[max(0, after - _NEAREST) : after][::-1]
    near = before + numbers[after : after + _NEAREST]
    return [j for j in near if abs(j - i) <= _REACH and abs(line[j] - line[i]) <= _LINE_ENDS]


def features(row: Row, *, i: int, j: int) -> list[str]:
    """Return the features of the link from span `i` (a content or cue) to span `j` (a cue or source), as names."""
    spans, low, high, side = row.spans, min(i, j), max(i, j), "<" if j < i else ">"
    signs = row.signs_between(low, high)
    cue, other = (spans[j], spans[i]) if spans[j].role == "cue" else (spans[i], spans[j])
    quoted, start = spans[i].quotation >= 0, signs[:6]
    ends = row.text[max(0, spans[low].end - 2) : spans[low].end]
    return [
        *_of_signs(side, signs, quoted=quoted, own=_SYMBOL[spans[i].role], other=_SYMBOL[spans[j].role]),
        *_of_cue(side, cue.words, start=signs[:4]),
        *_of_opening(side, *_opening(other.words)),
        f"around {side}{row.around[j]}|{start}", f"own {side}{row.around[i]}|{start}",
        f"ends {side}{ends if quoted else ends[-1]}",
        f"far {side}{min(6, (1 + spans[high].start - spans[low].end).bit_length() - 1)}",
    ]  # fmt: skip


@lru_cache(maxsize=10_000)  # the same few come again and again, here and below
def _of_signs(side: str, signs: str, *, quoted: bool, own: str, other: str) -> list[str]:
    """Return the features of the signs between two spans with the given symbols."""
    n_own, n_other = signs.count(own), signs.count(other)
    return [
        side, f"signs {side}{signs[:14]}", f"short {side}{signs[:5]}|{signs[-3:]}",
        f"{'q' if quoted else 'u'}signs {side}{signs[:10]}",
        f"n {side}{sum(map(signs.count, _SYMBOL.values()))}", f"lines {signs.count('¶')}",
        f"ends {side}{signs.count('.')}", f"same {side}{n_other}", f"same {side}{n_own}/{n_other}",
    ]  # fmt: skip


@lru_cache(maxsize=10_000)
def _of_cue(side: str, cue: str, *, start: str) -> list[str]:
    words = cue.lower().split()
    return [
        f"cue {side}{' '.join(words)[:20]}", f"head {side}{words[0] if words else ''}|{start}",
        f"last {words[-1] if words else ''}",
    ]  # fmt: skip


@lru_cache(maxsize=2_000)
def _opening(words: str) -> tuple[str, bool]:
    """Return the first word in lower case, and whether there are more."""
    first = words.lower().split(maxsplit=1)
    return first[0] if first else "", len(first) > 1


@lru_cache(maxsize=10_000)
def _of_opening(side: str, word: str, has_more: bool) -> list[str]:
    return [f"first {side}{word}", f"pronoun {side}{word in _PRONOUNS}{has_more}"]


def probability(facts: list[str], weights: dict[str, float]) -> float:
    """Return the probability (0 to 1) that a link with these features holds."""
    score = weights[""] + sum([weights[f] for f in facts if f in weights])
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def best_link(row: Row, *, i: int, role: str) -> tuple[int, float]:
    """Return the likeliest span of `role` for span `i` and the probability of the link; (-1, 0) if there is none near.

    The likeliest has the highest product of link and span probability, so that no doubtful span beats a sure one.
    """
    weights: dict[str, float] = load_json(WEIGHTS)[role]  # that of "" is the intercept
    links, highest = {}, 0.0
    for j in candidates(row, i=i, role=role):
        if row.spans[j].probability >= highest:  # else no link could be sure enough
            links[j] = probability(features(row, i=i, j=j), weights)
            highest = max(highest, links[j] * row.spans[j].probability)
    best = max(links, key=lambda j: (links[j] * row.spans[j].probability, -j), default=-1)
    return best, links.get(best, 0.0)
