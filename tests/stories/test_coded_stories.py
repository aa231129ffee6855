"""The shipped stories against articles that people read: the figures of benchmarks/stories.py stay."""

import pytest

import stories
from analysis import paths
from analysis.run_files import load_run
from coded_stories import CHECK, coded_articles, read_verdicts

# A hair under what was measured: precision, recall on all coded articles, and on the outlets held back.
LEAST = {
    ("immigration", "all"): (0.93, 0.94), ("immigration", "held back"): (0.88, 0.90),
    ("tax_privacy", "all"): (0.90, 0.97), ("tax_privacy", "held back"): (0.79, 0.99),
}  # fmt: skip


@pytest.fixture(scope="module")
def articles(shared):
    return coded_articles(shared / "allsides")


@pytest.fixture(scope="module")
def measured(articles):
    shipped = load_run(paths.workspace().runs / "immigration-tax.yaml").stories
    return stories.measure(articles, shipped).set_index(["story", "outlets"])


@pytest.mark.parametrize(("part", "least"), LEAST.items())
def test_precision_and_recall_stay(measured, part, least):
    row = measured.loc[part]
    assert row["precision"] >= least[0] and row["recall"] >= least[1], row


def test_the_coding_holds_verdicts_and_reasons_only():
    coded = read_verdicts()
    assert list(coded) == [
        "article_id", "url_hash", "story", "verdict", "first", "second", "third", "reason", "probability", "held_back",
    ]  # fmt: skip
    assert len(coded) == 319 and not coded.duplicated(["url_hash", "story"]).any()
    for column in ("verdict", "first", "second", "third"):
        assert set(coded[column]) <= {"main", "part", "mention", "no", ""}
    assert coded["reason"].str.split().str.len().max() <= 15 and (coded["verdict"] != "").all()


def test_the_verdict_is_that_of_the_last_reading_where_readings_differ():
    coded = read_verdicts()
    last = coded["third"].where(coded["third"] != "", coded["first"])
    assert (coded["verdict"] == last).all()


def test_every_coded_article_is_found_again(articles):
    coded = {*read_verdicts()["url_hash"], *read_verdicts(CHECK)["url_hash"]}
    assert len(coded) > 380 and set(articles["url_hash"]) == coded


def test_fresh_articles_say_the_same(articles):
    shipped = load_run(paths.workspace().runs / "immigration-tax.yaml").stories
    found = stories.check(articles, shipped).set_index("story")
    assert found.loc["immigration", "precision"] >= 0.94 and found.loc["immigration", "recall"] >= 0.94
    assert found.loc["tax_privacy", "precision"] >= 0.6 and found.loc["tax_privacy", "recall"] >= 0.8


def test_two_readers_agree():
    assert stories.agreement().startswith("two readers, 50 articles: agree 0.98, alpha 0.96")
