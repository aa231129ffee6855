"""The person a he, she, his or her refers to, by clues about the people named around it and by a network.

Trained by training/pronouns.py and training/pronoun_reader.py.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.quotes.speakers.pronoun_clues import CLUES, clues
from analysis.quotes.speakers.pronoun_context import Candidate, Pronoun, PronounContext, candidates
from analysis.quotes.speakers.pronoun_network import shares
from analysis.shipped import load_arrays, shipped_file
from analysis.trees import Trees, log_odds, trees_from

MODEL = shipped_file("quotes/speakers/pronouns.npz")
LEAST = 0.05  # below this chance nobody named is meant; on GAP, where neither name is often right, .1 is best
_SMALL = 1e-3  # shares are kept this far from 0 and 1, where log-odds are infinite


class Meant(NamedTuple):
    """The number of the person who is meant, and the chance (0 to 1) that it is this one."""

    number: int
    chance: float


def resolve_pronoun(context: PronounContext, pronoun: Pronoun, *, without: int | None = None) -> Meant | None:
    """Return the person in `context.people` to whom a pronoun refers, None if nobody named fits.

    A person whose given name, title or role is of the other gender is never taken. Of the rest the one with the highest
    chance wins.
    """
    near = [c for c in candidates(context, pronoun) if c.number != without]
    found = [c for c in near if context.people[c.number].gender in ("", pronoun.gender)]
    own = chances(context, pronoun, found)
    return Meant(found[int(own.argmax())].number, float(own.max())) if found and own.max() >= LEAST else None


def chances(context: PronounContext, pronoun: Pronoun, found: Sequence[Candidate]) -> NDArray[np.float64]:
    """Return the chance (0 to 1) that the pronoun refers to each candidate.

    Boosted trees over `clues` give log-odds. If there are several candidates, a logistic regression combines them with
    the log-odds of the network's shares.
    """
    if not found:
        return np.empty(0)
    odds = log_odds(_trees(MODEL), clues(context, pronoun, found))
    if len(found) > 1:
        bias, by_trees, by_network = _model(MODEL)["weights"]
        read = share_log_odds(shares(context, pronoun, [c.number for c in found]))
        odds = bias + by_trees * odds + by_network * read
    chance: NDArray[np.float64] = 1 / (1 + np.exp(-odds))
    return chance


def share_log_odds(share: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the log-odds of the network's shares."""
    kept = np.clip(share, _SMALL, 1 - _SMALL)
    odds: NDArray[np.float64] = np.log(kept / (1 - kept))
    return odds


@cache
def _trees(file: Path) -> Trees:
    return trees_from(_model(file))


@cache
def _model(file: Path) -> dict[str, NDArray[np.generic]]:
    model = load_arrays(file)
    if tuple(model.pop("clues")) != CLUES:
        raise ValueError(
            f"{file.name} was trained on other clues than pronoun_clues.py gives; run training/pronouns.py again"
        )
    return model
