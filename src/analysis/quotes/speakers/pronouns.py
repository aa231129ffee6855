"""Whom a he, she, his or her means: clues about the people named around it, and a network that reads the text.

Trained by training/pronouns.py and training/pronoun_reader.py.
"""

from functools import cache

import numpy as np

from analysis.quotes.names.mentions import Mention
from analysis.quotes.speakers.pronoun_clues import CLUES, Pronoun, Scene, candidates, clues
from analysis.quotes.speakers.pronoun_network import shares
from analysis.shipped import load_arrays, shipped_file
from analysis.trees import Trees, log_odds, trees_from

MODEL = shipped_file("quotes/speakers/pronouns.npz")
LEAST = 0.05  # below this chance nobody named is meant; on GAP, where neither name is often right, .1 is best
_SMALL = 1e-3  # what the network gives a person outside its window counts as so much


def resolve_pronouns(scene: Scene, pronouns: list[Pronoun]) -> list[int | None]:
    """For each pronoun the number of the person in `scene.people` whom it means, None if nobody named fits.

    A person whose given name, title or role tells the other gender is never taken. Of the rest the one with the highest
    chance wins.
    """
    chosen = []
    for pronoun in pronouns:
        found = [(n, m) for n, m in candidates(scene, pronoun) if scene.people[n].gender in ("", pronoun.gender)]
        own = chances(scene, pronoun, found)
        chosen.append(found[int(own.argmax())][0] if len(found) and own.max() >= LEAST else None)
    return chosen


def chances(scene: Scene, pronoun: Pronoun, found: list[tuple[int, Mention]]) -> np.ndarray:
    """The chance (0 to 1) of each candidate to be meant.

    Boosted trees over `clues` give log-odds; where they leave a choice, the log-odds of the network's share are weighed in (logistic
    regression).
    """
    if not found:
        return np.empty(0)
    odds = log_odds(_trees(), clues(scene, pronoun, found))
    if len(found) > 1:
        bias, by_trees, by_network = _model()["weights"]
        odds = bias + by_trees * odds + by_network * log_share(shares(scene, pronoun, [number for number, _ in found]))
    return 1 / (1 + np.exp(-odds))


def log_share(share: np.ndarray) -> np.ndarray:
    """The log-odds of the network's shares."""
    kept = np.clip(share, _SMALL, 1 - _SMALL)
    return np.log(kept / (1 - kept))


@cache
def _trees() -> Trees:
    return trees_from(_model())


@cache
def _model() -> dict[str, np.ndarray]:
    model = load_arrays(MODEL)
    if tuple(model.pop("clues")) != tuple(CLUES):
        raise ValueError(
            f"{MODEL.name} was trained on other clues than clues.py gives; run training/pronouns.py again."
        )
    return model
