"""Joins spans to attributions: each content to its cue, each cue to its source, by logistic regressions over what lies between."""

import math
import re
from functools import cache

from analysis.quotes.tagging.spans import Found
from analysis.shipped import load_json, shipped_file

WEIGHTS = shipped_file("quotes/tagging/links.json")  # learnt by training/quote_link.py
_REACH = 14  # spans between the two at most
_SENTENCE_END = re.compile(r"[.!?][”\"'’)]*(?=\s|$)")
_SYMBOL = {"source": "S", "cue": "K", "content": "C"}
_PRONOUNS = frozenset("he she they it we i who that which".split())
LINKS = {"cue": "content", "source": "cue"}  # what is looked for, and for what


def gaps(text: str, spans: list[Found]) -> list[str]:
    """What lies between each span and the next, in a few signs: line ends, sentence ends, punctuation, words."""
    return [gap(text[a.end : b.start]) for a, b in zip(spans, spans[1:])]


def gap(between: str) -> str:
    """The signs of a gap: ¶ a line's end, . a sentence's, marks, then no word, w (up to 3) or W.

    >>> [gap(" "), gap(", a man "), gap(".\\n\\nBut in the end ")]
    ['', ',w', '¶W']
    """
    n_words = len(between.split())
    signs = (
        "¶"
        if "\n" in between
        else "."
        if _SENTENCE_END.search(between)
        else "".join(s for s in ",:;—(" if s in between)
    )
    return signs + ("W" if n_words > 4 else "w" if re.search(r"\w", between) else "")


def candidates(spans: list[Found], between: list[str], i: int, role: str) -> list[int]:
    """The spans of `role` near span `i`, the nearest first on either side; at most two line ends away."""
    found = []
    for step in (-1, 1):
        lines, n, j = 0, 0, i + step
        while 0 <= j < len(spans) and abs(j - i) <= _REACH and n < 4:
            lines += "¶" in between[min(j, j - step)]
            if lines > 2:
                break
            if spans[j].role == role:
                found.append(j)
                n += 1
            j += step
    return found


def features(text: str, spans: list[Found], between: list[str], i: int, j: int) -> list[str]:
    """What is known of the link from span `i` (a content or cue) to span `j` (a cue or source), as named facts."""
    low, high = min(i, j), max(i, j)
    side = "<" if j < i else ">"
    signs = "".join(between[k] + (_SYMBOL[spans[k + 1].role] if k + 1 < high else "") for k in range(low, high))
    inner = [spans[k].role for k in range(low + 1, high)]
    cue, other = (spans[j], spans[i]) if spans[j].role == "cue" else (spans[i], spans[j])
    said = text[cue.start : cue.end].lower().split()
    words = text[other.start : other.end].lower().split()
    quoted = "q" if spans[i].group >= 0 else "u"
    around = "".join(_near(spans, between, j + d, d) for d in (-1, 1))
    own = "".join(_near(spans, between, i + d, d) for d in (-1, 1))
    return [
        side, f"signs {side}{signs[:14]}", f"short {side}{signs[:5]}|{signs[-3:]}", f"{quoted}signs {side}{signs[:10]}",
        f"n {side}{len(inner)}", f"lines {signs.count('¶')}", f"ends {side}{signs.count('.')}",
        f"same {side}{inner.count(spans[j].role)}", f"same {side}{inner.count(spans[i].role)}/{inner.count(spans[j].role)}",
        f"cue {side}{' '.join(said)[:20]}", f"head {side}{said[0] if said else ''}|{signs[:4]}", f"last {said[-1] if said else ''}",
        f"first {side}{words[0] if words else ''}", f"pronoun {side}{bool(words) and words[0] in _PRONOUNS}{len(words) > 1}",
        f"around {side}{around}|{signs[:6]}", f"own {side}{own}|{signs[:6]}",
        f"ends {side}{text[max(0, spans[low].end - 2) : spans[low].end] if quoted == 'q' else text[spans[low].end - 1]}",
        f"far {side}{min(6, int(math.log2(1 + spans[high].start - spans[low].end)))}",
    ]  # fmt: skip


def _near(spans: list[Found], between: list[str], j: int, step: int) -> str:
    """The span next to the one asked about, with the gap to it; - at an end or beyond a line's end."""
    if not 0 <= j < len(spans):
        return "-"
    sign = between[j] if step < 0 else between[j - 1]
    return "¶" if "¶" in sign else sign[:1] + _SYMBOL[spans[j].role]


def probability(facts: list[str], learnt: dict[str, float]) -> float:
    """The logistic regression's answer."""
    score = learnt[""] + sum(learnt.get(f, 0.0) for f in facts)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def best(text: str, spans: list[Found], between: list[str], i: int, role: str) -> tuple[int, float]:
    """The likeliest span of `role` for span `i` and the probability of the link; (-1, 0) when there is none near.

    The likeliest by the link's probability times that of the span, so that a doubtful span does not oust a sure one.
    """
    learnt = weights()[role]
    links = {j: probability(features(text, spans, between, i, j), learnt) for j in candidates(spans, between, i, role)}
    j = max(links, key=lambda j: (links[j] * spans[j].probability, -j), default=-1)
    return j, links.get(j, 0.0)


@cache
def weights() -> dict[str, dict[str, float]]:
    """Per role looked for, a weight per fact ("" is the intercept); under "confidence", see `attributions`."""
    return load_json(WEIGHTS)
