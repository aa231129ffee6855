"""Articles drawn to check a story: which ones, with which chance, and how verdicts are read back."""

import numpy as np
import pandas as pd
import pytest

from analysis import check_stories, load_checked_stories
from analysis.estimates.story_checks import BANDS

STORY = {"tax": {"find": ["tax"], "least_hits": 2}}


def corpus(n=200):
    """Return articles of 200 words, the i-th with i % 10 hits; those with two or more belong to the story."""
    texts = [" ".join(["tax"] * (i % 10) + ["rain"] * (200 - i % 10)) for i in range(n)]
    return pd.DataFrame({"article_id": [f"{i:03}" for i in range(n)], "outlet": "Post", "headline": "", "text": texts})


def test_most_of_the_sample_lies_around_the_threshold():
    sample = check_stories(corpus(), STORY, n=40)
    # 160 articles belong (80 near, 80 far), 20 have one hit (10 and 10), 20 have none.
    # 35, 30, 15, 10, 10 % of 40 are 14, 12, 6, 4, 4, but "just below" has only 10: two more come from the next bands.
    expected = {"just above": 15, "just below": 10, "far above": 7, "far below": 4, "no hit": 4}
    assert sample["band"].value_counts().to_dict() == expected
    chances = sample.groupby("band")["probability"].first()
    assert chances["just above"] == 15 / 80 and chances["just below"] == 1 and chances["no hit"] == 4 / 20


def test_weights_add_up_to_the_articles():
    sample = check_stories(corpus(), STORY, n=40)
    assert (1 / sample["probability"]).sum() == pytest.approx(200)


def test_near_articles_have_scores_nearer_to_the_threshold_than_far_ones():
    scores = check_stories(corpus(), STORY, n=100).groupby("band")["score"].agg(["min", "max"])
    assert scores.loc["just above", "max"] <= scores.loc["far above", "min"]
    assert scores.loc["far below", "max"] <= scores.loc["just below", "min"]
    assert scores.loc["no hit", "max"] == 0


def test_the_same_seed_draws_the_same_articles_in_any_order_of_the_rows():
    one, other = check_stories(corpus(), STORY, seed=3), check_stories(corpus().sample(frac=1), STORY, seed=3)
    pd.testing.assert_frame_equal(one, other)
    assert set(check_stories(corpus(), STORY, seed=4)["article_id"]) != set(one["article_id"])


def test_every_article_of_a_band_is_drawn_equally_often():
    draws = pd.concat([check_stories(corpus(), STORY, n=40, seed=seed) for seed in range(64)])
    often = draws[draws["band"] == "just above"]["article_id"].value_counts()
    # Each of 80 articles is drawn with a chance of 15 / 80, so 12 times in 64, with a standard deviation of 3.1.
    assert len(often) == 80 and abs(often.mean() - 64 * 15 / 80) < 1e-9 and often.std() < 4.5


def test_the_first_rows_hold_every_band():
    assert set(check_stories(corpus(), STORY, n=100).head(25)["band"]) == set(BANDS)


def test_hits_are_shown_with_the_words_around_them_those_of_the_headline_first():
    articles = pd.DataFrame({"article_id": ["a"], "headline": ["Tax talk"], "text": ["A tax\non salt. No tax. Tax."]})
    [row] = check_stories(articles, STORY, n=5, width=6).to_dict("records")
    assert row["hits"] == "…[Tax] talk… / …A [tax] on sa… / …t. No [tax]. Tax.…"
    assert row["n_hits"] == 4 and row["belongs"] and row["verdict"] == "" and row["probability"] == 1


def test_a_small_sample_is_refused():
    with pytest.raises(ValueError, match="n=4; draw at least 5 articles a story"):
        check_stories(corpus(), STORY, n=4)


def test_a_corpus_smaller_than_the_sample_is_drawn_whole():
    sample = check_stories(corpus(12), STORY, n=40)
    assert sorted(sample["article_id"]) == sorted(corpus(12)["article_id"]) and (sample["probability"] == 1).all()


def test_verdicts_are_read_back(tmp_path):
    sample = check_stories(corpus(), STORY, n=10)
    verdicts = ["main", " Part ", "no", ""] + [""] * 6
    sample.assign(verdict=verdicts).to_csv(tmp_path / "stories.csv", index=False)
    checked = load_checked_stories(tmp_path / "stories.csv")
    assert checked["verdict"].tolist() == ["main", "part", "no", ""] + [""] * 6
    assert checked["article_id"].tolist() == sample["article_id"].tolist()
    assert np.allclose(checked["probability"], sample["probability"])


def test_a_wrong_verdict_is_named_with_its_line(tmp_path):
    sample = check_stories(corpus(), STORY, n=10)
    sample.assign(verdict=["no", "maybe"] + [""] * 8).to_csv(tmp_path / "stories.csv", index=False)
    with pytest.raises(ValueError, match="'maybe' in line 3; write one of: main, part, mention, no, or nothing"):
        load_checked_stories(tmp_path / "stories.csv")


def test_a_file_that_went_through_a_spreadsheet_reads_the_same(tmp_path):
    file, sample = tmp_path / "stories.csv", check_stories(corpus(), STORY, n=10).assign(verdict="no")
    sample.to_csv(file, index=False)
    before = load_checked_stories(file)
    changed = sample.assign(probability=sample["probability"].astype("str").str.replace(".", ","))[sample.columns[::-1]]
    changed.to_csv(file, index=False, sep=";", encoding="utf-8-sig", lineterminator="\r\n")
    pd.testing.assert_frame_equal(load_checked_stories(file), before)
    sample.assign(probability="").to_csv(file, index=False)
    with pytest.raises(ValueError, match="line 2: probability must be a number over 0"):
        load_checked_stories(file)


def test_without_a_file_nothing_is_checked(tmp_path):
    assert load_checked_stories(tmp_path / "none.csv").empty
