"""What the model of copied lines sees of each line: the line, its neighbors, its place, the page's run of prose."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

# Kinds of furniture (analysis.articles.line_kinds) as the model sees them; those left out are one group.
_GROUPS = {
    "share": 0, "audio": 0, "advertisement": 0, "time": 1, "date": 1, "copyright": 2, "origin": 2, "contributor": 2,
    "correction": 2, "newsletter": 3, "legal": 3, "promotion": 3, "comments": 4, "related": 5, "caption": 6,
    "credit": 6, "byline": 7, "menu": 8, "wire": 8,
}  # fmt: skip
_N_GROUPS = 10
_COMMON = frozenset(  # function words of the languages the pages are in: prose is full of them, link lists are not
    "a an and are as at be been but by for from had has have he her his i if in is it its more not of on or our "
    "said she so than that the their there they this to was we were what when which who will with would you your "
    "about after all also can do into no one out over up de la el en y que los las un una por con se del para es "
    "der die das und ist von zu den mit le les des et est du dans o da e do em um yang dan di dari ini itu untuk "
    "dengan tidak и в не на что с по".split()
)
PROSE = 110  # characters: from here a line is rarely a link or a label
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")  # one such sign says as much as two letters or more
_BOUNDARY = re.compile(r"[.!?]['\"”’)]? +[\"“'‘]?[^\W\d_]|[。！？].")
_STAMP = re.compile(
    r"\d:\d\d|\b\d+ ?(?:min|hour|hr|day|week|month|year|h|d|w)s?\b|\b(?:19|20)\d\d\b|\d[./-]\d{1,2}[./-]\d|\bago\b",
    re.I,
)
_CHATTER = re.compile(
    r"\b(?:says?|said|wrote|writes|replied)\W*$|\b(?:reply|upvotes?|votes?|permalink|rating|posts?|joined|quote|likes?|member)\b",
    re.I,
)
_LABEL = 80  # characters: a stamp or the head of a comment is no longer
_NEAR = ("length", "end", "cut", "common", "heading", "boundary", "stamp", "kind", "prose")
_FAR = ("prose", "length", "end", "cut", "common", "stamp", "chatter", "kind", "repeated", "echo")
_OWN = (
    "length", "size", "end", "cut", "colon", "mark", "lower", "commas", "common", "capitals", "digits", "upper",
    "signs", "boundary", "speech", "wide", "stamp", "chatter", "kind", "prose", "heading",
)  # fmt: skip


def features(lines: Sequence[str], kinds: Sequence[str], *, near: bool = True) -> np.ndarray:
    """Return one row per line: what the line is like, what its neighbors are like, and where it stands.

    `kinds` are the lines' kinds of furniture, as the rules say. Without `near`, the columns that repeat what the three
    lines above and below are like are left out.
    """
    own = np.array([_of_line(line, kind) for line, kind in zip(lines, kinds, strict=True)], dtype=float)
    groups = np.array(
        [[_GROUPS.get(kind, _N_GROUPS - 1) == n if kind else 0 for n in range(_N_GROUPS)] for kind in kinds],
        dtype=float,
    )
    column = dict(zip(_OWN, own.T, strict=True)) | _repeats(lines)
    steps = (-3, -2, -1, 1, 2, 3) if near else ()
    beside = [shifted(np.column_stack([column[name] for name in _NEAR]), step) for step in steps]
    far = _sides(np.column_stack([column[name] for name in _FAR]))
    extra = np.column_stack([column["repeated"], column["echo"]])
    return np.hstack([own, extra, groups, *beside, far, _distances(groups), _place(own), _rank(column), _title(lines)])


def _rank(column: dict[str, np.ndarray]) -> np.ndarray:
    """Return how much each line is like prose, and how that compares with the page's other lines and their best run."""
    merit = (
        np.minimum(column["size"], 1.5)
        * (0.2 + np.maximum(column["end"], column["boundary"] / 2))
        * (0.05 + column["common"])
        * (1 - 0.7 * column["heading"])
        * (1 - column["kind"])
        * (1 - 0.8 * column["repeated"])
        * (1 - 0.6 * (column["echo"] > 1))
    )
    best = np.sort(merit)[::-1]
    merit = merit / (best[: min(3, len(best))].mean() + 1e-9)
    order = np.argsort(np.argsort(-merit, kind="stable"), kind="stable")
    columns = [
        merit,
        np.log1p(order),
        np.full(len(merit), (merit > 0.3).sum() / len(merit)),
        (np.cumsum(merit) - merit) / (merit.sum() + 1e-9),
    ]
    for cost in (0.05, 0.15):
        columns += _to_run(merit, *best_run(merit - cost))
    return np.column_stack(columns).astype(float)


def _of_line(line: str, kind: str) -> list[float]:
    words, length, wide = re.findall(r"\w+", line), len(line), len(_WIDE.findall(line))
    n, letters, size = len(words), sum(map(str.isalpha, line)) or 1, length + 1.5 * wide
    bare = line.rstrip("\"'”’)]*» ")
    end = bare[-1:] in ".!?。！？" and bare[-3:] != "..."
    boundary = bool(_BOUNDARY.search(line))
    label = length < _LABEL
    return [
        np.log1p(size),
        min(size / 300, 2.0),
        end,
        bare[-1:] == "…" or bare[-3:] == "..." or bare[-3:] == "[…",
        bare[-1:] in ":：",
        line[:1] in "\"'“‘«-–—•*",
        line[:1].islower(),
        line.count(",") / (n + 1),
        sum(word.lower() in _COMMON for word in words) / (n + 1),
        sum(word[:1].isupper() for word in words) / (n + 1),
        sum(map(str.isdigit, line)) / (length + 1),
        sum(map(str.isupper, line)) / letters,
        sum(mark in line for mark in "|»›→©@/"),
        boundary,
        any(mark in line for mark in '"“”「'),
        wide > length / 3,
        label and bool(_STAMP.search(line)),
        label and bool(_CHATTER.search(line)),
        kind != "",
        not kind and (size >= PROSE or (size >= 50 and (end or boundary))),
        _heading(words),
    ]


def _heading(words: Sequence[str]) -> float:
    """Return the share of the first eight longer words that are capitalized: near 1 in headings."""
    first = [word for word in words if len(word) > 3][:8]
    return sum(word[0].isupper() for word in first) / len(first) if len(first) > 3 else 0.5


def _repeats(lines: Sequence[str]) -> dict[str, np.ndarray]:
    """Return whether each line comes more than once, and how many lines near it are of much the same length.

    The latter are up to three lines off, as in a list of teasers cut to length.
    """
    seen = Counter(lines)
    sizes = np.array([len(line) for line in lines])
    echo = np.zeros(len(lines))
    for step in (1, 2, 3):
        same = (np.abs(sizes[step:] - sizes[:-step]) <= 2) & (sizes[step:] > 60)
        echo[step:] += same
        echo[:-step] += same
    return {"repeated": np.array([float(seen[line] > 1) for line in lines]), "echo": echo}


def shifted(rows: np.ndarray, step: int) -> np.ndarray:
    """Return the rows of the line or block `step` further on; zeros beyond the ends."""
    result = np.zeros_like(rows)
    if step > 0:
        result[:-step] = rows[step:]
    else:
        result[-step:] = rows[:step]
    return result


def _sides(rows: np.ndarray) -> np.ndarray:
    """Return the means over the 4, 10 and 25 lines above each line, and over those below."""
    n = len(rows)
    sums = np.vstack([np.zeros(rows.shape[1]), np.cumsum(rows, axis=0)])
    at, means = np.arange(n), []
    for reach in (4, 10, 25):
        low, high = np.maximum(at - reach, 0), np.minimum(at + 1 + reach, n)
        means += [(sums[at] - sums[low]) / reach, (sums[high] - sums[at + 1]) / reach]
    return np.hstack(means)


def _distances(groups: np.ndarray) -> np.ndarray:
    """Return the logarithm of the lines since the last line of each group above, and until the next below."""
    n = len(groups)
    at = np.arange(n)[:, None]
    last = np.maximum.accumulate(np.where(groups > 0, at, -200), axis=0)
    following = np.minimum.accumulate(np.where(groups > 0, at, n + 200)[::-1], axis=0)[::-1]
    return np.hstack([np.log1p(at - last), np.log1p(following - at)])


def _place(own: np.ndarray) -> np.ndarray:
    """Return where each line stands in the page, and to its longest run of prose under a strict and a lenient rule."""
    n = len(own)
    at = np.arange(n)
    prose, size = own[:, _OWN.index("prose")] > 0, own[:, _OWN.index("size")]
    mass = np.where(prose, size, 0)
    total = mass.sum() + 1e-9
    columns = [at / n, np.full(n, np.log1p(n)), (np.cumsum(mass) - mass) / total, np.full(n, np.log1p(total))]
    for cost in (0.13, 0.5):
        columns += _to_run(mass, *best_run(np.where(prose, size, -cost)))
    return np.column_stack(columns).astype(float)


def _to_run(mass: np.ndarray, start: int, end: int) -> list[np.ndarray]:
    """Return whether each line stands in a run, how far above and below it, and the run's share of the `mass`."""
    at = np.arange(len(mass))
    return [
        (at >= start) & (at < end),
        np.log1p(np.maximum(start - at, 0)),
        np.log1p(np.maximum(at - end + 1, 0)),
        np.full(len(mass), mass[start:end].sum() / (mass.sum() + 1e-9)),
    ]


def best_run(gains: np.ndarray) -> tuple[int, int]:
    """Return where the run with the greatest sum of `gains` starts and ends (exclusive).

    It is everything when no gain is above zero.

    >>> best_run(np.array([-1.0, 2.0, -1.0, 3.0, -5.0, 1.0]))
    (1, 4)
    """
    best, span, total, start = 0.0, (0, len(gains)), 0.0, 0
    for number, gain in enumerate(gains.tolist()):
        if total + gain <= 0:
            total, start = 0.0, number + 1
            continue
        total += gain
        if total > best:
            best, span = total, (start, number + 1)
    return span


def _title(lines: Sequence[str]) -> np.ndarray:
    """Return how each line relates to the page's title, its first line: words shared, lines since it came again."""
    words = [set(re.findall(r"\w{4,}", line.lower())) for line in lines]
    title = words[0]
    shared = np.array([len(own & title) / (len(title) + 1) for own in words])
    again = [
        n for n in range(1, len(lines)) if len(title) > 2 and shared[n] > 0.5 and len(words[n]) <= 1.5 * len(title)
    ]
    at = np.arange(len(lines))
    since = np.log1p(np.maximum(at - again[0], 0)) if again else np.full(len(lines), -1.0)
    below = at >= again[-1] if again else np.zeros(len(lines))
    near = (
        np.convolve(shared, np.ones(7) / 7, mode="same")[: len(lines)]
        if len(lines) >= 7
        else np.full(len(lines), shared.mean())
    )
    return np.column_stack([shared, near, since, below]).astype(float)
