"""Learn how sure an attribution in a headline is: writes src/analysis/quotes/headline_confidence.json.

    python training/headline_confidence.py

A logistic regression of being right on what `candidates_with_evidence` says, fitted on the coded headlines that are
not kept back (`tests/gold/headlines_allsides.jsonl`). It prints how well that holds on outlets that were left out. It
runs after quote_confidence.py and descriptions.py, whose confidence and speakers it weighs.
"""

import json
import sys
from typing import NamedTuple

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from tqdm import tqdm

from analysis import find_quotes
from analysis.quotes import headlines, read_document
from analysis.quotes.find import LEAST_CONFIDENCE
from analysis.quotes.tagging.attributions import Attribution
from analysis.quotes.tagging.rivals import without_rivals
from analysis.scoring.relations import WordTokens
from datasets import DATA, ROOT
from quote_confidence import expected_error, nearest

sys.path.insert(0, str(ROOT / "tests" / "gold"))
from coded_headlines import coded_headlines

C, FOLDS = 1.0, 10


class Row(NamedTuple):
    """An attribution that may be in a headline, whether it is right, and which clear saying it is, "" for none."""

    headline: int
    outlet: str
    attribution: Attribution
    evidence: dict[str, float]
    right: bool
    says: str


def rows_of(number: int, coded: dict) -> list[Row]:
    """Return the attributions that may be in a headline, rivals too. What was coded as an act is no statement."""
    texts = pd.DataFrame({"article_id": ["a"], "text": [coded["text"]]})
    quotes = find_quotes(texts, progress=False)
    speaking = [*quotes["source"].dropna(), *quotes["speaker"].dropna()]
    words, gold, rows = WordTokens(coded["headline"]), coded["attributions"], []
    truth = [words.relation(one["content"], one["source"]) for one in gold]
    found = headlines.candidates_with_evidence(coded["headline"], read_document(coded["text"]), speaking)
    for attribution, _, evidence in found:
        same = nearest(words.relation(attribution.content_spans, attribution.source_spans), truth)
        right = same is not None and gold[same]["cue_kind"][0] != "act"
        says = f"{number} {same}" if same is not None and gold[same]["level"] == "core" else ""
        rows.append(Row(number, coded["outlet"], attribution, evidence, right, says))
    return rows


def fit(rows: list[Row]) -> LogisticRegression:
    """Return the regression of being right on the evidence."""
    return LogisticRegression(C=C, max_iter=2000).fit(_table(rows), [row.right for row in rows])


def chances_of_left_out(rows: list[Row]) -> np.ndarray:
    """Return the chance of each row from a regression that has not seen its outlet."""
    chances, outlets = np.zeros(len(rows)), [row.outlet for row in rows]
    for fitted, left_out in GroupKFold(FOLDS).split(rows, groups=outlets):
        model = fit([rows[i] for i in fitted])
        chances[left_out] = model.predict_proba(_table([rows[i] for i in left_out]))[:, 1]
    return chances


def report(rows: list[Row], chances: np.ndarray, n_sayings: int) -> None:
    """Print precision, recall and calibration of the rows that beat their rivals."""
    kept = []
    for number in sorted({row.headline for row in rows}):
        own = {
            row.attribution._replace(confidence=float(p)): row
            for row, p in zip(rows, chances, strict=True)
            if row.headline == number
        }
        kept += [
            (one.confidence, own[one].right, own[one].says)
            for one in without_rivals(list(own))
            if one.confidence >= LEAST_CONFIDENCE
        ]
    p, right = np.array([k[0] for k in kept]), np.array([k[1] for k in kept], dtype=float)
    sure, found = p >= 0.5, len({k[2] for k in kept} - {""})
    print(
        f"headlines, {FOLDS} folds of outlets: from .5 up {right[sure].mean():.3f} of {sure.sum()} right; of "
        f"{n_sayings} clear sayings {found / n_sayings:.3f} are found; expected calibration error "
        f"{expected_error(p, right, np.ones(len(p))):.3f}"
    )


def _table(rows: list[Row]) -> np.ndarray:
    return np.array([[float(value) for value in row.evidence.values()] for row in rows])


def main() -> None:
    """Fit and measure the regression, and put it into the package."""
    coded = [one for one in coded_headlines(DATA / "allsides") if one["set"] != "test"]
    rows = [row for number, one in enumerate(tqdm(coded, desc="headlines")) for row in rows_of(number, one)]
    n_sayings = sum(a["level"] == "core" for one in coded for a in one["attributions"])
    report(rows, chances_of_left_out(rows), n_sayings)
    model = fit(rows)
    weights = dict(zip(rows[0].evidence, model.coef_[0].round(3).tolist(), strict=True))
    learned = {"intercept": round(float(model.intercept_[0]), 3), "evidence": weights}
    headlines.WEIGHTS.write_text(json.dumps(learned, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
