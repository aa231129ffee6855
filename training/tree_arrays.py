"""Turn scikit-learn's boosted trees into the arrays that `analysis.trees` evaluates."""

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from analysis.trees import Trees


def tree_arrays(model: HistGradientBoostingClassifier) -> Trees:
    """Return the trees of a fitted yes-or-no classifier; `np.savez_compressed(file, **trees._asdict())` saves them."""
    trees = [predictor.nodes for (predictor,) in model._predictors]  # scikit-learn has no public way to read the trees
    sizes = [len(nodes) for nodes in trees]
    roots = np.cumsum([0, *sizes[:-1]])
    nodes = np.concatenate(trees)
    leaf, own, root = nodes["is_leaf"].astype(bool), np.arange(len(nodes)), np.repeat(roots, sizes)
    return Trees(
        roots=roots.astype(np.int32),
        feature=np.where(leaf, 0, nodes["feature_idx"]).astype(np.int16),
        threshold=np.where(leaf, 0, nodes["num_threshold"]),
        left=np.where(leaf, own, nodes["left"] + root).astype(np.int32),
        right=np.where(leaf, own, nodes["right"] + root).astype(np.int32),
        value=np.where(leaf, nodes["value"], 0),
        bias=np.array(model._baseline_prediction.item()),
        depth=np.array(nodes["depth"].max(), np.int32),
    )
