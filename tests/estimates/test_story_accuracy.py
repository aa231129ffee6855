"""Precision and recall from judged articles, by hand and by simulation."""

import numpy as np
import pandas as pd
import pytest

from analysis import check_stories, estimate_stories
from analysis.intervals import wilson

STORY = {"tax": {"find": ["tax"], "least_hits": 2}}


def article(name, hits, words=200):
    return {"article_id": name, "text": " ".join(["tax"] * hits + ["rain"] * (words - hits))}


def judged(*rows):
    columns = ["article_id", "band", "probability", "verdict"]
    return pd.DataFrame(rows, columns=columns).assign(story="tax")


ARTICLES = pd.DataFrame([article(name, hits) for name, hits in zip("abcdefgh", [5, 4, 3, 2, 1, 1, 0, 0], strict=True)])
CHECKED = judged(
    ("a", "far above", 0.5, "main"), ("b", "far above", 0.5, "part"), ("c", "just above", 0.25, "mention"),
    ("d", "just above", 0.25, "main"), ("e", "just below", 0.25, "part"), ("f", "just below", 0.25, "no"),
    ("g", "no hit", 0.01, "no"), ("h", "no hit", 0.01, "main"),
)  # fmt: skip


def test_precision_and_recall_by_hand():
    now = estimate_stories(CHECKED, ARTICLES, STORY).iloc[0]
    # Belonging: a and b stand for 2 articles each, c and d for 4 each; c is no article on the story.
    assert now["precision"] == pytest.approx((2 + 2 + 4) / (2 + 2 + 4 + 4))
    # On the story and with a hit: a, b, d, and e (4), which does not belong.
    assert now["recall"] == pytest.approx((2 + 2 + 4) / (2 + 2 + 4 + 4))
    assert now[["n_read", "n_about", "n_without_hit", "n_missed_without_hit"]].tolist() == [8, 5, 2, 1]


def test_the_interval_by_hand():
    now = estimate_stories(CHECKED, ARTICLES, STORY).iloc[0]
    # precision p = 2/3, linearized residuals w (y - p) / 12: far above +1/18, +1/18; just above -2/9, +1/9.
    # Within far above they do not differ. Within just above: mean -1/18, squares 2 (1/6)² = 1/18, times 2 / 1, times
    # (1 - 1/4) for what was not drawn: V = 1/12. Effective n = (2/3) (1/3) / (1/12) = 8/3.
    low, high = wilson(pd.Series([2 / 3 * 8 / 3]), pd.Series([8 / 3]))
    assert now["precision_low"] == pytest.approx(low[0]) and now["precision_high"] == pytest.approx(high[0])


def test_the_threshold_for_a_precision_is_the_lowest_that_reaches_it():
    asked = estimate_stories(CHECKED, ARTICLES, STORY, precision=0.75).iloc[1]
    # Without c (3 hits) and d (2 hits) all are right; the threshold that drops both is b's score, 20 / (20 + 10).
    assert asked["least_score"] == pytest.approx(20 / 30) and asked["precision"] == 1
    assert asked["recall"] == pytest.approx(4 / 12)
    none = estimate_stories(CHECKED.assign(verdict="no"), ARTICLES, STORY).iloc[1]
    assert np.isnan(none["least_score"]) and np.isnan(none["precision"])


def test_rows_without_a_verdict_pass_their_weight_to_their_band():
    half = CHECKED.assign(verdict=CHECKED["verdict"].mask(CHECKED["article_id"].isin(["b", "c"]), ""))
    now = estimate_stories(half, ARTICLES, STORY).iloc[0]
    # a now stands for all 4 of its band, d for all 8 of its own; recall: 12 of 12 + e's 4.
    assert now["precision"] == 1 and now["recall"] == pytest.approx(12 / 16) and now["n_read"] == 6


def test_articles_are_scored_anew_so_words_may_change_after_the_reading():
    wider = {"tax": {"find": ["tax", "rain"], "least_hits": 2}}
    assert estimate_stories(CHECKED, ARTICLES, wider).iloc[0]["recall"] == 1


def test_articles_of_a_left_out_outlet_do_not_count():
    now = estimate_stories(CHECKED, ARTICLES[ARTICLES["article_id"] != "c"], STORY).iloc[0]
    assert now["precision"] == 1 and now["n_read"] == 7


def test_a_story_without_verdicts_has_no_row():
    assert estimate_stories(CHECKED.assign(verdict=""), ARTICLES, STORY).empty


@pytest.mark.parametrize(
    ("change", "says"), [({"verdict": "perhaps"}, "a verdict 'perhaps'; write one of: main, part, mention, no")]
)
def test_wrong_verdicts_are_refused(change, says):
    with pytest.raises(ValueError, match=says):
        estimate_stories(CHECKED.assign(**change), ARTICLES, STORY)
    with pytest.raises(ValueError, match=r"precision=0; give a share over 0"):
        estimate_stories(CHECKED, ARTICLES, STORY, precision=0)


def test_the_intervals_hold_the_truth_and_the_estimates_are_unbiased():
    """Draw 60 samples of 40 from 600 articles whose chance to be about the story rises with their hits."""
    rng = np.random.default_rng(5)
    hits = rng.integers(0, 10, 600)
    about = rng.random(600) < np.select([hits >= 4, hits >= 1], [0.97, 0.25], 0.0)
    articles = pd.DataFrame([article(f"{i:03}", n, words=60) for i, n in enumerate(hits)])
    story = {"tax": {"find": ["tax"], "least_hits": 3}}
    belongs = hits >= 3
    truth = {"precision": about[belongs].mean(), "recall": belongs[about].mean()}
    verdicts = dict(zip(articles["article_id"], np.where(about, "main", "no"), strict=True))
    rows = []
    for seed in range(60):
        sample = check_stories(articles, story, n=40, seed=seed)
        sample["verdict"] = sample["article_id"].map(verdicts)
        rows.append(estimate_stories(sample, articles, story).iloc[0])
    found = pd.DataFrame(rows)
    for measure, true in truth.items():
        held = (found[f"{measure}_low"] <= true) & (true <= found[f"{measure}_high"])
        assert abs(found[measure].mean() - true) < 0.02, measure
        assert held.mean() >= 0.9, measure
