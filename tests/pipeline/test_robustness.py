"""Findings under other choices: a run of 300 invented articles on which the outcomes can be worked out."""

import pandas as pd
import pytest

from analysis.pipeline.robustness import match_topics, summarize_choices, vary_findings
from analysis.run_files import Run
from analysis.stories import assign_stories, validate_stories
from analysis.tables import empty, write_table

STORIES = validate_stories([{"name": "tax", "label": "Tax", "find": ["tax"], "least_hits": 1}])


def made_articles() -> pd.DataFrame:
    """Return an article a day of each of three outlets: 80% of the Post's are on taxes, 15% of the others'."""
    rows = []
    for outlet, most in (("Post", 16), ("Star", 3), ("Wave", 3)):
        for day in range(100):
            words = "The tax rises. " if (day * 7) % 20 < most else "The ferry leaves. "
            rows.append(
                (f"{outlet}{day:02d}", outlet, pd.Timestamp("2026-01-05", tz="UTC") + pd.Timedelta(days=day), words)
            )
    frame = pd.DataFrame(rows, columns=["article_id", "outlet", "published", "text"])
    return frame.assign(headline=frame["text"].str.slice(0, 7))


@pytest.fixture
def run(tmp_path):
    articles = made_articles()
    for name, frame in (
        ("stories", assign_stories(articles, STORIES)),
        ("copies", empty("copies")),
        ("quotes", empty("quotes")),
        ("topics", empty("topics")),
        ("topic_shares", empty("topic_shares")),
    ):
        folder = tmp_path / name if name in ("stories", "quotes") else tmp_path
        folder.mkdir(exist_ok=True)
        file = "part-0000.parquet" if name in ("stories", "quotes") else f"{name}.parquet"
        write_table(frame, folder / file, name)
    return Run("mine", "Mine", tmp_path, tmp_path, tmp_path, tmp_path, STORIES, {}, {}, "")


def test_a_large_difference_holds_under_every_choice_that_leaves_its_outlet(run):
    varied = vary_findings(run, made_articles(), progress=False)
    post = varied[varied["group"] == "Post"].set_index("choice")["outcome"]
    assert varied[varied["group"] == "Post"]["verdict"].unique().tolist() == ["holds"]
    assert post["without Post"] == "not tested"
    assert post["odd weeks"] == post["even weeks"] == "holds"  # about 50 articles of each outlet, 80% against 15%
    # The story has no copies, no quotes and no topics: these choices change no number.
    assert (varied.loc[varied["choice"].isin(["copies kept", "confidence from .5"]), "outcome"] == "not touched").all()
    assert not varied.duplicated(["finding_id", "choice"]).any()
    assert not varied["choice"].str.contains("topics").any()


def test_without_the_largest_outlet_the_others_are_compared_with_each_other(run):
    varied = vary_findings(run, made_articles(), progress=False)
    without = varied[varied["choice"] == "without Post"].set_index("group")
    # The Star and the Wave have the same days on taxes, so their difference is 0 without the Post.
    assert without.loc[["Star", "Wave"], "difference"].tolist() == [0, 0]
    assert without.loc["Star", "outcome"] != "holds"


def varied(*outcomes, verdict="holds", finding="f1"):
    rows = [(finding, f"sentence of {finding}", verdict, f"choice {n}", outcome) for n, outcome in enumerate(outcomes)]
    return pd.DataFrame(rows, columns=["finding_id", "sentence", "verdict", "choice", "outcome"])


def test_the_summary_counts_only_choices_that_concern_a_finding():
    frames = [
        varied("same direction", "not touched", "same direction", verdict="cannot be told", finding="f0"),
        varied("same direction", "holds", "not tested", verdict="cannot be told", finding="f1"),
        varied("holds", "not touched", "same direction", "other direction", finding="f2"),
    ]
    table = summarize_choices(pd.concat(frames, ignore_index=True)).set_index("finding_id")
    assert table.index.tolist() == ["f2", "f1"]  # f0 holds nowhere; those of the report come first
    assert table.loc["f2", ["n_choices", "n_holds", "n_same_direction"]].tolist() == [3, 1, 2]
    assert table.loc["f2", "fails"] == ["choice 2", "choice 3"]
    assert table.loc["f1", ["n_choices", "n_holds", "n_same_direction"]].tolist() == [3, 1, 2]


def test_topics_of_another_number_keep_the_numbers_of_those_they_resemble():
    ids = list("abcd")
    reported = pd.DataFrame({"article_id": ids * 2, "topic": [1] * 4 + [2] * 4, "share": [1, 1, 0, 0, 0, 0, 1, 1]})
    # Topic 1 now has c and d, topic 2 has a, topic 3 has b: cosines with the reported first topic 0, 1/√2, 1/√2.
    shares = [0, 0, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0]
    fitted = pd.DataFrame({"article_id": ids * 3, "topic": [1] * 4 + [2] * 4 + [3] * 4, "share": shares})
    assert match_topics(fitted, reported) == {1: 2, 2: 1, 3: 3}
