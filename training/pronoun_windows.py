"""Windows of text around pronouns, as the pronoun network is trained on them, and the file that holds them."""

from pathlib import Path
from typing import NamedTuple

import numpy as np

NOBODY = -1  # the number of nobody, beside those of people
NEWS, GUM, GAP = range(3)  # where a window comes from


class Window(NamedTuple):
    """Framed piece ids; names as (first, end piece, number of the person); questions as (first, end, numbers allowed).

    `source` is NEWS, GUM or GAP. A window of GAP has the number of its passage, and the number of the draw in which
    its people were renamed (0: not renamed).
    """

    ids: np.ndarray
    names: list[tuple[int, int, int]]
    questions: list[tuple[int, int, frozenset[int]]]
    source: int
    passage: int = 0
    draw: int = 0


def save(windows: list[Window], path: Path) -> None:
    """Write `windows` as flat arrays."""
    questions = [(w, s, e, allowed) for w, window in enumerate(windows) for s, e, allowed in window.questions]
    np.savez_compressed(
        path,
        ids=np.concatenate([w.ids for w in windows]).astype(np.uint16),
        ends=np.cumsum([len(w.ids) for w in windows]),
        names=np.array([(w, *name) for w, window in enumerate(windows) for name in window.names], dtype=np.int32),
        questions=np.array([q[:3] for q in questions], dtype=np.int32),
        allowed=np.array([(q, n) for q, (*_, some) in enumerate(questions) for n in sorted(some)], dtype=np.int32),
        origin=np.array([w[3:] for w in windows], dtype=np.int32),
    )


def load(path: Path) -> list[Window]:
    """Read what `save` wrote."""
    stored = np.load(path)
    ids = np.split(stored["ids"].astype(np.int64), stored["ends"][:-1])
    windows = [Window(own, [], [], *origin) for own, origin in zip(ids, stored["origin"].tolist(), strict=True)]
    allowed: list[set[int]] = [set() for _ in stored["questions"]]
    for q, number in stored["allowed"].tolist():
        allowed[q].add(number)
    for w, *name in stored["names"].tolist():
        windows[w].names.append(tuple(name))
    for (w, start, end), some in zip(stored["questions"].tolist(), allowed, strict=True):
        windows[w].questions.append((start, end, frozenset(some)))
    return windows
