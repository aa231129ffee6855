"""Learn how sure a speaker is: quotes/speakers/speaker_confidence.json.

    python training/speaker_confidence.py     # prints ten folds of articles, then writes the file

A logistic regression over the evidence of `speaker_confidence.py`, fitted on the coded speakers with which rules were
made (`coded_speakers.training_speakers`). Its penalty is chosen by the logarithmic loss with articles left out.
`benchmarks/blind_speakers.py --test` measures it on articles that were kept back.
"""

import json
import sys

import numpy as np
import pandas as pd
from scipy.special import expit
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.model_selection import GroupKFold, cross_val_predict
from tqdm import tqdm

from analysis.quotes.speakers import speaker_confidence
from datasets import DATA, ROOT

sys.path.insert(0, str(ROOT / "tests" / "gold"))
from coded_speakers import training_speakers

STRENGTHS = (0.03, 0.1, 0.3, 1.0, 3.0)


def main() -> None:
    coded = list(tqdm(training_speakers(DATA), desc="coded speakers"))
    facts = pd.DataFrame([one.found.evidence for one in coded]).astype(float).fillna(0.0)
    right = np.array([one.is_right for one in coded])
    articles = [one.article for one in coded]
    sets = pd.Series([one.asked for one in coded]).value_counts().to_dict()
    print(f"{len(coded)} speakers, {right.mean():.3f} right: {sets}")
    held_out = {c: _chances(facts, right, articles, c) for c in STRENGTHS}
    losses = {c: log_loss(right, chance) for c, chance in held_out.items()}
    best = min(losses, key=lambda c: losses[c])
    print("logarithmic loss by strength:", {c: round(loss, 4) for c, loss in losses.items()},
          "without evidence:", round(log_loss(right, np.full(len(right), right.mean())), 4))  # fmt: skip
    print(calibration(held_out[best], right).to_string())
    model = LogisticRegression(C=best, max_iter=1000).fit(facts, right)
    weights = dict(zip(facts.columns, model.coef_[0], strict=True))
    rounded = {"": round(float(model.intercept_[0]), 2)} | {k: round(float(w), 2) for k, w in sorted(weights.items())}
    speaker_confidence.WEIGHTS.write_text(json.dumps(rounded, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def _chances(facts: pd.DataFrame, right: np.ndarray, articles: list[str], strength: float) -> np.ndarray:
    """Return the chance of each speaker when its article was left out."""
    model = LogisticRegression(C=strength, max_iter=1000)
    odds = cross_val_predict(model, facts, right, groups=articles, cv=GroupKFold(10), method="decision_function")
    return expit(odds)


def calibration(chance: np.ndarray, right: np.ndarray) -> pd.DataFrame:
    """Return one row per range of the chances: their mean, the share right, how many."""
    edges = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 1]
    table = pd.DataFrame({"chance": chance, "right": right}).groupby(pd.cut(chance, edges), observed=True)
    return table.agg(chance=("chance", "mean"), right=("right", "mean"), n=("right", "size")).round(3)


if __name__ == "__main__":
    main()
