"""Links of contents to their cues and of cues to their sources, by logistic regressions over what lies between."""

import math
import re
from functools import lru_cache
from typing import NamedTuple

from analysis.quotes.tagging.spans import RoleSpan
from analysis.shipped import load_json, shipped_file

WEIGHTS = shipped_file("quotes/tagging/links.json")  # learned by training/quote_link.py
LINKS = {"cue": "content", "source": "cue"}  # role looked for -> role of the span that looks for it
_REACH = 14  # spans between the two at most
_NEAREST = 4  # candidates on either side at most
_SENTENCE_END = re.compile(r"[.!?][”\"'’)]*(?=\s|$)")
_SYMBOL = {"source": "S", "cue": "K", "content": "C"}
_PRONOUNS = frozenset("he she they it we i who that which".split())


class Gap(NamedTuple):
    """What lies between a span and the next: its signs (see `gap_signs`), and the two characters before it."""

    signs: str
    before: str


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


def candidates(spans: list[RoleSpan], between: list[Gap], *, i: int, role: str) -> list[int]:
    """Return the spans of `role` near span `i`, the nearest first on either side, at most two line ends away."""
    found = []
    for step in (-1, 1):
        lines, n, j = 0, 0, i + step
        while 0 <= j < len(spans) and abs(j - i) <= _REACH and n < _NEAREST:
            lines += "¶" in between[min(j, j - step)].signs
            if lines > 2:
                break
            if spans[j].role == role:
                found.append(j)
                n += 1
            j += step
    return found


def features(spans: list[RoleSpan], between: list[Gap], *, i: int, j: int) -> list[str]:
    """Return the features of the link from span `i` (a content or cue) to span `j` (a cue or source), as names."""
    low, high = min(i, j), max(i, j)
    side = "<" if j < i else ">"
    signs = "".join(between[k].signs + (_SYMBOL[spans[k + 1].role] if k + 1 < high else "") for k in range(low, high))
    inner = [spans[k].role for k in range(low + 1, high)]
    cue, other = (spans[j], spans[i]) if spans[j].role == "cue" else (spans[i], spans[j])
    cue_words, words = _lower_words(cue.words), _lower_words(other.words)
    quoted = "q" if spans[i].quotation >= 0 else "u"
    around = _beside(spans, between, j - 1, -1) + _beside(spans, between, j + 1, 1)
    own = _beside(spans, between, i - 1, -1) + _beside(spans, between, i + 1, 1)
    before = between[low].before
    return [
        side, f"signs {side}{signs[:14]}", f"short {side}{signs[:5]}|{signs[-3:]}", f"{quoted}signs {side}{signs[:10]}",
        f"n {side}{len(inner)}", f"lines {signs.count('¶')}", f"ends {side}{signs.count('.')}",
        f"same {side}{inner.count(spans[j].role)}",
        f"same {side}{inner.count(spans[i].role)}/{inner.count(spans[j].role)}",
        f"cue {side}{' '.join(cue_words)[:20]}", f"head {side}{cue_words[0] if cue_words else ''}|{signs[:4]}",
        f"last {cue_words[-1] if cue_words else ''}", f"first {side}{words[0] if words else ''}",
        f"pronoun {side}{bool(words) and words[0] in _PRONOUNS}{len(words) > 1}",
        f"around {side}{around}|{signs[:6]}", f"own {side}{own}|{signs[:6]}",
        f"ends {side}{before if quoted == 'q' else before[-1]}",
        f"far {side}{min(6, int(math.log2(1 + spans[high].start - spans[low].end)))}",
    ]  # fmt: skip


@lru_cache(maxsize=2_000)  # each span is in many links
def _lower_words(words: str) -> list[str]:
    return words.lower().split()


def _beside(spans: list[RoleSpan], between: list[Gap], j: int, step: int) -> str:
    """Return the sign of span `j` and of the gap to it; ¶ beyond a line end, - beyond the first or last span."""
    if not 0 <= j < len(spans):
        return "-"
    signs = between[j].signs if step < 0 else between[j - 1].signs
    return "¶" if "¶" in signs else signs[:1] + _SYMBOL[spans[j].role]


def probability(facts: list[str], weights: dict[str, float]) -> float:
    """Return the probability (0 to 1) that a link with these features holds."""
    score = weights[""] + sum([weights[f] for f in facts if f in weights])
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def best_link(spans: list[RoleSpan], between: list[Gap], *, i: int, role: str) -> tuple[int, float]:
    """Return the likeliest span of `role` for span `i` and the probability of the link; (-1, 0) if there is none near.

    The likeliest has the highest product of link and span probability, so that no doubtful span beats a sure one.
    """
    weights: dict[str, float] = load_json(WEIGHTS)[role]  # that of "" is the intercept
    near = candidates(spans, between, i=i, role=role)
    links = {j: probability(features(spans, between, i=i, j=j), weights) for j in near}
    best = max(links, key=lambda j: (links[j] * spans[j].probability, -j), default=-1)
    return best, links.get(best, 0.0)
