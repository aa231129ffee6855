"""Train the ranker of he and she (src/analysis/quotes/pronouns.npz) on GAP's development side.

    python training/pronouns.py [FOLDER]     # FOLDER holds gap-development.tsv.gz; default ../shared/data/coref

GAP (Webster et al. 2018) gives 2,000 passages of Wikipedia in each of which one pronoun is one of two named people, or
neither. Nothing of its texts is stored: only the trees. scikit-learn is needed here, not to run the ranker.
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from analysis.paths import ROOT
from analysis.quotes.clues import CLUES
from analysis.quotes.gap import read_gap
from analysis.quotes.pronouns import MODEL

# Chosen by cross-validation on the development side; a third of the clues a split helps most.
SETTINGS = dict(learning_rate=.05, max_iter=250, max_features=.3, max_leaf_nodes=15, min_samples_leaf=20,
                l2_regularization=1, random_state=0)


def main(folder):
    passages = read_gap(Path(folder) / "gap-development.tsv.gz")
    table = np.concatenate([p.table for p in passages])
    labels = np.concatenate([p.labels for p in passages])
    known = labels >= 0
    model = HistGradientBoostingClassifier(**SETTINGS).fit(table[known], labels[known])
    np.savez_compressed(MODEL, clues=np.array(CLUES), **as_arrays(model))
    print(f"{MODEL.name}: {len(passages)} passages, {known.sum()} candidates, {MODEL.stat().st_size:,} bytes")


def as_arrays(model):
    """The trees as arrays: for each node its clue, threshold, children (a leaf is its own child) and value; the roots."""
    nodes = [predictor.nodes for (predictor,) in model._predictors]  # scikit-learn has no public way to read the trees
    roots = np.cumsum([0] + [len(n) for n in nodes[:-1]])
    place = np.concatenate([np.arange(len(n)) + root for n, root in zip(nodes, roots)])
    offset = np.repeat(roots, [len(n) for n in nodes])
    together = np.concatenate(nodes)
    leaf = together["is_leaf"].astype(bool)
    return dict(
        roots=roots.astype(np.int32), depth=np.array(together["depth"].max() + 1, np.int32),
        clue=np.where(leaf, 0, together["feature_idx"]).astype(np.int16), threshold=np.where(leaf, 0, together["num_threshold"]),
        left=np.where(leaf, place, together["left"].astype(np.int64) + offset).astype(np.int32),
        right=np.where(leaf, place, together["right"].astype(np.int64) + offset).astype(np.int32),
        value=np.where(leaf, together["value"], 0), base=np.array(model._baseline_prediction.ravel()[0]))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else ROOT.parent / "shared" / "data" / "coref")
