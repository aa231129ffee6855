"""Learn what kind of speaker a source is: quotes/speakers/source_kinds.npz.

    python training/source_kinds.py     # prints ten folds of outlets, then writes the file

A multinomial logistic regression over the clues of `source_kinds.py`, fitted on the coded attributions of whole
AllSides articles, their spans as coded, odd ones left out. Where the rules decide alone, there is nothing to learn.
"""

from collections.abc import Iterator
from typing import NamedTuple
from unittest import mock

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from tqdm import tqdm

from analysis.quotes import read_document
from analysis.quotes.speakers import source_kinds
from analysis.quotes.speakers.resolve import resolve_speakers
from analysis.quotes.speakers.source_kinds import KINDS, Clues, able_kinds, is_settled, likeliest, merged, read_clues
from coded import Coded, whole_articles
from coded_quotes import as_attribution

ASKED = "analysis.quotes.speakers.resolve.with_learned_kind"
STRENGTH = 0.2
LEAST = 3  # how many sources must have a fact
FOLDS = 10


class Example(NamedTuple):
    """A source that the rules do not settle: clues, the rules' kind, which kinds it can have and are right, where."""

    clues: Clues
    ruled: str
    able: tuple[str, ...]
    right: list[str]
    outlet: str


def main() -> None:
    articles = tqdm(list(whole_articles()), desc="clues")
    examples = [one for article in articles for one in read_examples(article)]
    table, names = tabulate(examples)
    right = np.array([KINDS.index(one.right[0]) for one in examples])
    print_folds(examples, table, right)
    weights = fit(table, right)
    kept, meaning = weights[: len(names)], weights[len(names) :]
    np.savez_compressed(
        source_kinds.MODEL,
        facts=np.array(names),
        by_fact=kept.astype(np.float16),
        by_meaning=meaning.astype(np.float16),
    )
    print(f"{source_kinds.MODEL.name}: {len(names)} facts, {source_kinds.MODEL.stat().st_size:,} bytes")


def read_examples(article: Coded) -> Iterator[Example]:
    """Yield the coded sources of an article that the rules do not settle."""
    told = sorted((one for one in article.attributions if one["content"]), key=lambda one: one["content"])
    attributions = [as_attribution(article.text, one) for one in told]
    found = {}

    def asked(discourse, attribution, source, speaker):
        if not is_settled(source, speaker):
            clues = read_clues(discourse, attribution, source, speaker)
            found[attribution] = clues, speaker, able_kinds(source, speaker)
        return speaker

    with mock.patch(ASKED, asked):
        resolve_speakers(read_document(article.text), attributions)
    for attribution, one in zip(attributions, told, strict=True):
        if attribution in found and one["level"] != "odd":
            clues, speaker, able = found[attribution]
            right = [merged(kind) for kind in one["kind"]]
            yield Example(clues, merged(speaker.kind), able, right, article.outlet)


def tabulate(examples: list[Example]) -> tuple[np.ndarray, list[str]]:
    """Return one row per source, its facts and its meaning, and the names of the facts."""
    vectorizer = DictVectorizer(dtype=np.float32)
    facts = vectorizer.fit_transform([one.clues.facts for one in examples])
    kept = np.flatnonzero(np.asarray((facts != 0).sum(axis=0)).ravel() >= LEAST)
    meaning = np.array([one.clues.meaning for one in examples])
    return np.hstack([facts[:, kept].toarray(), meaning]), [str(vectorizer.feature_names_[i]) for i in kept]


def fit(table: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return the weights, one row per column of the table."""
    model = LogisticRegression(C=STRENGTH, max_iter=200, fit_intercept=False).fit(table, right)
    weights = np.zeros((table.shape[1], len(KINDS)))
    weights[:, model.classes_] = model.coef_.T
    return weights


def print_folds(examples: list[Example], table: np.ndarray, right: np.ndarray) -> None:
    """Print how many kinds are right by the rules and by the model, with the outlet left out."""
    outlets, taken = [one.outlet for one in examples], [one.ruled for one in examples]
    for train, test in tqdm(list(GroupKFold(FOLDS).split(table, groups=outlets)), desc="outlets left out"):
        scores = table[test] @ fit(table[train], right[train])
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        for i, row in zip(test, odds, strict=True):
            likely = dict(zip(KINDS, row, strict=True))
            taken[i] = likeliest({kind: likely[kind] for kind in examples[i].able}, examples[i].ruled)
    before, after = (
        np.array([kind in one.right for kind, one in zip(kinds, examples, strict=True)])
        for kinds in ([one.ruled for one in examples], taken)
    )
    print(f"{len(examples)} sources: right by the rules {before.mean():.4f}, with the model {after.mean():.4f}; "
          f"{(after & ~before).sum()} mended, {(before & ~after).sum()} broken")  # fmt: skip


if __name__ == "__main__":
    main()
