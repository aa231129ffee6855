"""How likely each line of a copied page is story: a small model of the line, its neighbours and its place.

Two layers of weights, learnt by training/furniture.py from pages whose lines are labelled, are kept in model.npz.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

WEIGHTS = Path(__file__).with_name("model.npz")

# Kinds that the rules find (analysis.furniture.lines), as the model sees them; those left out are one group.
_GROUPS = {
    "share": 0, "time": 1, "audio": 0, "advertisement": 0, "copyright": 2, "origin": 2, "contributor": 2, "correction": 2,
    "newsletter": 3, "legal": 3, "promotion": 3, "comments": 3, "related": 4, "caption": 5, "credit": 5, "byline": 6, "date": 1, "menu": 7, "wire": 7,
}  # fmt: skip
_N_GROUPS = 9
_COMMON = frozenset(  # function words of the languages the pages are in: prose is full of them, link lists are not
    "a an and are as at be been but by for from had has have he her his i if in is it its more not of on or our said she so than that the "
    "their there they this to was we were what when which who will with would you your about after all also can do into no one out over up "
    "de la el en y que los las un una por con se del para es der die das und ist von zu den mit le les des et est du dans o da e do em um "
    "yang dan di dari ini itu untuk dengan tidak и в не на что с по".split()
)
_PROSE = 110  # characters: from here a line is rarely a link or a label


def features(lines: Sequence[str], kinds: Sequence[str]) -> np.ndarray:
    """One row per line: what the line is like, what its neighbours are like, and where it stands.

    `kinds` are the typed rules' answers for the lines.
    """
    own = np.array([_of_line(line, kind) for line, kind in zip(lines, kinds, strict=True)], dtype=float)
    seen = Counter(lines)
    repeated = np.array([[seen[line] > 1] for line in lines], dtype=float)
    around = [_shifted(own, step) for step in (-2, -1, 1, 2)]
    return np.hstack([own, repeated, *around, _windows(own), _place(lines, kinds, own), _title(lines)])


def _title(lines: Sequence[str]) -> np.ndarray:
    """How each line relates to the page's title, its first line: words shared here and near, lines since the title came again."""
    words = [set(re.findall(r"\w{4,}", line.lower())) for line in lines]
    title = words[0]
    shared = np.array([len(own & title) / (len(title) + 1) for own in words])
    again = [n for n in range(1, len(lines)) if len(title) > 2 and shared[n] > 0.6 and len(words[n]) <= 1.5 * len(title)]
    at = np.arange(len(lines))
    since = np.log1p(np.maximum(at - again[0], 0)) if again else np.zeros(len(lines))
    near = np.convolve(shared, np.ones(7) / 7, mode="same")[: len(lines)] if len(lines) >= 7 else np.full(len(lines), shared.mean())
    is_below = np.array([bool(again) and n > again[0] for n in at])
    return np.column_stack([shared, near, since, is_below]).astype(float)


def _of_line(line: str, kind: str) -> list[float]:
    words = re.findall(r"\w+", line)
    n, length = len(words), len(line)
    letters = sum(map(str.isalpha, line)) or 1
    bare = line.rstrip("\"'”’)] ")
    group = _GROUPS.get(kind, _N_GROUPS - 1) if kind else None
    return [
        np.log1p(length),
        min(length / 300, 2.0),
        length >= _PROSE,
        length < 25,
        bare[-1:] in ".!?。…",
        bare[-1:] == ":",
        line[:1] in "\"'“‘«-–—•",
        line[:1].islower(),
        line.count(",") / (n + 1),
        sum(word.lower() in _COMMON for word in words) / (n + 1),
        sum(word[:1].isupper() for word in words) / (n + 1),
        sum(map(str.isdigit, line)) / (length + 1),
        sum(map(str.isupper, line)) / letters,
        sum(mark in line for mark in "|»›→©@/"),
        bool(re.search(r"[.!?]['\"”’)]? +[\"“'‘]?[^\W\d_]", line)),
        any(mark in line for mark in "\"“”"),
        bool(re.search(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]", line)),
        *(group == number for number in range(_N_GROUPS)),
    ]


def _shifted(rows: np.ndarray, step: int) -> np.ndarray:
    """The rows of the line `step` further on; zeros beyond the ends."""
    result = np.zeros_like(rows)
    if step > 0:
        result[:-step] = rows[step:]
    else:
        result[-step:] = rows[:step]
    return result


def _windows(own: np.ndarray) -> np.ndarray:
    """Means of length, prose, sentence end and common words over 5, 11 and 21 lines around each line."""
    columns = own[:, [0, 2, 4, 9]]
    sums = np.vstack([np.zeros(columns.shape[1]), np.cumsum(columns, axis=0)])
    at, n = np.arange(len(own)), len(own)
    means = []
    for half in (2, 5, 10):
        low, high = np.maximum(at - half, 0), np.minimum(at + half + 1, n)
        means.append((sums[high] - sums[low]) / (high - low)[:, None])
    return np.hstack(means)


def _place(lines: Sequence[str], kinds: Sequence[str], own: np.ndarray) -> np.ndarray:
    """Where each line stands: in the page, and to the main run of prose (inside, how far before, how far after)."""
    n = len(lines)
    at = np.arange(n)
    start, end = main_run(lines, kinds)
    before, after = np.maximum(start - at, 0), np.maximum(at - end + 1, 0)
    inside = (before == 0) & (after == 0)
    share = own[start:end, 1].sum() / max(own[:, 1].sum(), 1e-9)
    columns = [at / n, inside, np.log1p(before), np.log1p(after), before == 1, after == 1, inside * share, np.full(n, share), np.full(n, np.log1p(n))]
    return np.column_stack(columns).astype(float)


def main_run(lines: Sequence[str], kinds: Sequence[str]) -> tuple[int, int]:
    """Where the longest run of prose starts and ends (exclusive): prose lines count their length, others cost some."""
    best, best_span, total, start = 0.0, (0, len(lines)), 0.0, 0
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        prose = not kind and (len(line) >= _PROSE or (len(line) >= 50 and line.rstrip("\"'”’)]")[-1:] in ".!?。"))
        gain = len(line) if prose else -40.0
        if total + gain <= 0:
            total, start = 0.0, number + 1
            continue
        total += gain
        if total > best:
            best, best_span = total, (start, number + 1)
    return best_span


@cache
def _weights() -> dict[str, np.ndarray]:
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        return {name: stored[name].astype(float) for name in stored.files}


def story_probability(lines: Sequence[str], kinds: Sequence[str]) -> np.ndarray:
    """For each line the probability, 0 to 1, that it is part of the story's text."""
    if not lines:
        return np.zeros(0)
    return predict(features(lines, kinds), _weights())


def predict(rows: np.ndarray, weights: dict[str, np.ndarray]) -> np.ndarray:
    """The model's probability for each row: one hidden layer of rectified units, then the logistic function."""
    scaled = (rows - weights["mean"]) / weights["scale"]
    hidden = np.maximum(scaled @ weights["hidden"] + weights["hidden_bias"], 0)
    return 1 / (1 + np.exp(-(hidden @ weights["output"] + weights["output_bias"])))


def smooth(probability: np.ndarray, *, switch: float = 0.1) -> np.ndarray:
    """The likeliest sequence of story (True) and furniture when a line differs from the one before with probability `switch`.

    Viterbi's algorithm over two states, the line probabilities as evidence.

    >>> smooth(np.array([0.9, 0.4, 0.9, 0.1, 0.6, 0.1])).tolist()
    [True, True, True, False, False, False]
    """
    if not len(probability):
        return np.zeros(0, dtype=bool)
    p = np.clip(probability, 1e-4, 1 - 1e-4)
    evidence = np.log(np.column_stack([1 - p, p]))
    step = np.log([[1 - switch, switch], [switch, 1 - switch]])
    score, back = evidence[0], []
    for row in evidence[1:]:
        ways = score[:, None] + step
        back.append(ways.argmax(axis=0))
        score = ways.max(axis=0) + row
    state = [int(score.argmax())]
    for pointers in reversed(back):
        state.append(int(pointers[state[-1]]))
    return np.array(state[::-1], dtype=bool)
