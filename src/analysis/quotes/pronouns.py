"""Whom a he, she, his or her means: a small ranker of the people named around it (trained by training/pronouns.py)."""

from functools import cache
from pathlib import Path

import numpy as np

from .clues import CLUES, Pronoun, Scene, candidates, clues

MODEL = Path(__file__).with_name("pronouns.npz")
LEAST = .05  # below this chance nobody named is meant; on GAP, where neither name is often right, .1 is best


def resolve_pronouns(scene: Scene, pronouns: list[Pronoun]) -> list[int | None]:
    """For each pronoun the number of the person in `scene.people` whom it means, None if nobody named fits.

    A person whose given name, title or role tells the other gender is never taken. Of the rest the one with the highest
    chance wins; boosted trees over `clues` give the chances.
    """
    found = [[(n, m) for n, m in candidates(scene, p) if scene.people[n].gender in ("", p.gender)] for p in pronouns]
    tables = [clues(scene, p, some) for p, some in zip(pronouns, found)]
    if not sum(map(len, found)):
        return [None] * len(pronouns)
    chances, start, chosen = chance(np.concatenate(tables)), 0, []
    for some in found:
        own = chances[start:start + len(some)]
        start += len(some)
        chosen.append(some[int(own.argmax())][0] if len(some) and own.max() >= LEAST else None)
    return chosen


def chance(table: np.ndarray) -> np.ndarray:
    """The chance (0 to 1) of each row of clues that this candidate is meant: logistic of the sum of all trees' leaves."""
    trees = _trees()
    node = np.tile(trees["roots"], (len(table), 1))
    rows = np.arange(len(table))[:, None]
    for _ in range(int(trees["depth"])):
        goes_left = table[rows, trees["clue"][node]] <= trees["threshold"][node]
        node = np.where(goes_left, trees["left"][node], trees["right"][node])  # a leaf leads to itself
    return 1 / (1 + np.exp(-(trees["base"] + trees["value"][node].sum(axis=1))))


@cache
def _trees() -> dict[str, np.ndarray]:
    with np.load(MODEL, allow_pickle=False) as stored:
        trees = {name: stored[name] for name in stored.files}
    if tuple(trees.pop("clues")) != tuple(CLUES):
        raise ValueError(f"{MODEL.name} was trained on other clues than clues.py gives; run training/pronouns.py again.")
    return trees
