"""Learn whom a description means ("the senator", "the two-term Republican"): quotes/speakers/descriptions.json.

    python training/descriptions.py     # prints ten folds of outlets, then writes the file

A conditional logit over the people of an article and nobody, fitted on the sources of tests/gold/sampled_speakers.jsonl
that are roles or descriptions. They are few, so each weight is held near a guess (`GUESSES`), by a penalty on the
squared distance; how hard was chosen over the folds.
"""

import json
import sys
from collections.abc import Iterable
from typing import NamedTuple
from unittest import mock

import numpy as np
from scipy.optimize import minimize
from sklearn.model_selection import GroupKFold
from tqdm import tqdm

from analysis.quotes.document import read_document
from analysis.quotes.speakers import descriptions
from analysis.quotes.speakers.resolve import resolve_speakers
from datasets import DATA, ROOT

sys.path.insert(0, str(ROOT / "tests" / "gold"))
import allsides
import sampled_speakers

ASKED = "analysis.quotes.speakers.referents.person_described"
STRENGTHS = (0.1, 0.3, 1.0, 3.0, 10.0)
GUESSES = {
    "nobody": 3.0,
    "holds": 2.5,
    "another office": -2.0,
    "words": 0.0,
    "fame": 0.5,
    "president": 0.5,
    "not yet named": -2.5,
    "spoke last": 1.7,
    "alone nearby": 1.0,
    "pronoun": 2.0,
    "same words": 1.0,
    "another rank": -3.0,
    "another place": -4.0,
    "alone in it": 1.5,
}


class Example(NamedTuple):
    """A description: a row of evidence for each person, the rows of whom it means (none: nobody), the outlet."""

    evidence: np.ndarray
    meant: list[int]
    outlet: str


def main() -> None:
    examples = list(read_examples())
    outlets = [e.outlet for e in examples]
    n_named = sum(bool(e.meant) for e in examples)
    print(f"{len(examples)} descriptions, {n_named} of them of somebody whom the article names")
    best = max(STRENGTHS, key=lambda strength: sum(folds(examples, outlets, strength)))
    weights = fit(examples, best)
    rounded = {name: round(float(weight), 2) for name, weight in zip(GUESSES, weights, strict=True)}
    descriptions.MODEL.write_text(json.dumps(rounded, indent=0) + "\n", encoding="utf-8")


def read_examples() -> Iterable[Example]:
    """Yield the coded roles and descriptions of which somebody the article names, or nobody, is meant."""
    coded = [one for one in sampled_speakers.coded(DATA / "allsides") if one["form"] in ("role", "description")]
    for one in tqdm(coded, desc="evidence"):
        people, rows = evidence(one)
        meant = [i for i, name in enumerate(people) if one["who"] and allsides.is_same(name, one["who"])]
        if meant or not one["who"]:
            yield Example(np.array(rows).reshape(len(rows), len(GUESSES) - 1), meant, one["outlet"])


def evidence(one: dict) -> tuple[list[str], list[list[float]]]:
    """Return who may be meant by a coded source, and the evidence for each."""
    found: dict[str, list[float]] = {}
    start = one["source"][0][0]

    def asked(discourse, source, *, holders_only):
        if start <= source.start < one["source"][-1][1] and not found:
            facts = descriptions.evidence_of_people(discourse, source, holders_only=holders_only)
            names = list(GUESSES)[1:]
            found.update({discourse.people[n].name: [float(own[name]) for name in names] for n, own in facts.items()})

    with mock.patch(ASKED, asked):
        resolve_speakers(read_document(one["words"]), sampled_speakers.with_attributions(one)[0])
    return list(found), list(found.values())


def chances(example: Example, weights: np.ndarray) -> np.ndarray:
    """Return the chance of each person, and of nobody at the end."""
    odds = np.append(example.evidence @ weights[1:], weights[0])
    odds = np.exp(odds - odds.max())
    return odds / odds.sum()


def fit(examples: list[Example], strength: float) -> np.ndarray:
    """Return the weights with the least logarithmic loss and penalty."""
    guesses = np.array(list(GUESSES.values()))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = strength * float(((weights - guesses) ** 2).sum()), 2 * strength * (weights - guesses)
        for example in examples:
            found, truth = chances(example, weights), np.zeros(len(example.evidence) + 1)
            meant = example.meant or [-1]
            truth[meant] = found[meant] / found[meant].sum()
            total -= float(np.log(found[meant].sum()))
            slope[1:] += example.evidence.T @ (found - truth)[:-1]
            slope[0] += (found - truth)[-1]
        return total, slope

    return minimize(loss, guesses, jac=True, method="L-BFGS-B").x


def folds(examples: list[Example], outlets: list[str], strength: float) -> list[bool]:
    """Return whether each description is right when its outlet was left out, and print how many are."""
    right = [False] * len(examples)
    for train, test in GroupKFold(10).split(examples, groups=outlets):
        weights = fit([examples[i] for i in train], strength)
        for i in test:
            best = int(chances(examples[i], weights).argmax())
            right[i] = best in (examples[i].meant or [len(examples[i].evidence)])
    named = [r for r, example in zip(right, examples, strict=True) if example.meant]
    print(f"strength {strength}: {sum(named)} of {len(named)} named, {sum(right) - sum(named)} of the others right")
    return right


if __name__ == "__main__":
    main()
