"""Topics are found on labeled sets, come out the same every time, and say what is wrong with the input."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score
from threadpoolctl import threadpool_limits

from analysis.topics import fit_topics, result
from analysis.words.counts import count_terms


def main_topic(topics, ids):
    rows = topics.shares.loc[topics.shares.groupby("article_id")["share"].idxmax()]
    return rows.set_index("article_id")["topic"].reindex(ids)


@pytest.fixture(scope="module")
def fitted(articles):
    return fit_topics(articles)


def test_auto_finds_the_three_subjects(articles, fitted):
    assert (
        len(fitted.stability) == 3
        and adjusted_rand_score(articles["subject"], main_topic(fitted, articles["article_id"])) == 1
    )
    assert (fitted.stability["stability"] > 0.95).all() and not fitted.stability["doubtful"].any()


def test_tables(articles, fitted):
    assert fitted.shares.groupby("article_id")["share"].sum().to_numpy() == pytest.approx(1)
    assert len(fitted.shares) == 3 * len(articles) and fitted.stability["n"].sum() == len(articles)
    assert fitted.terms.groupby("topic")["rank"].agg(list).iloc[0][:3] == [1, 2, 3]
    assert set(fitted.typical["article_id"]) <= set(articles["article_id"]) and fitted.label.is_unique


def test_weight_is_the_z_of_two_proportions_by_hand():
    texts = ["tax audit refund"] * 5 + ["storm flood rain"] * 4 + ["storm flood tax"]
    texts = [f"{text} w{i % 3}x v{i % 4}x" for i, text in enumerate(texts)]
    topics = fit_topics(pd.DataFrame({"article_id": [str(i) for i in range(10)], "text": texts}), topics=2)
    weights = topics.terms.set_index("term")["weight"]
    # audit: 5 of 5 against 0 of 5; pooled ½: 1 / sqrt(¼ (1/5 + 1/5)) = 3.162
    assert weights["audit"] == pytest.approx(1 / np.sqrt(0.25 * 0.4))


@pytest.mark.parametrize("threads", [1, 2])
def test_the_same_on_any_number_of_threads(articles, fitted, threads):
    with threadpool_limits(limits=threads):
        again = fit_topics(articles)
    for name in ("terms", "shares", "stability", "typical", "agreement"):
        pd.testing.assert_frame_equal(getattr(again, name), getattr(fitted, name), check_exact=True)


def test_the_order_of_the_articles_changes_nothing_but_the_order_of_the_shares(articles, fitted):
    again = fit_topics(articles[::-1])
    pd.testing.assert_frame_equal(again.terms, fitted.terms)
    assert again.shares["article_id"].iloc[0] == articles["article_id"].iloc[-1]
    pd.testing.assert_frame_equal(again.shares.sort_values(["article_id", "topic"], ignore_index=True), fitted.shares)


def test_counts_do_as_well_as_articles(articles):
    topics = fit_topics(count_terms(articles), topics=3)
    assert adjusted_rand_score(articles["subject"], main_topic(topics, articles["article_id"])) == 1


def test_an_article_without_a_word_belongs_to_every_topic_alike(articles):
    empty = pd.DataFrame({"article_id": ["x"], "text": [""]})
    shares = fit_topics(pd.concat([articles, empty]), topics=3).shares
    assert shares.loc[shares["article_id"] == "x", "share"].tolist() == pytest.approx([1 / 3] * 3)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "k", "least"), [("bbc", 5, 0.9), ("allsides12", 12, 0.8)])
def test_labeled_sets(shared, name, k, least):
    frame = pd.read_json(shared / "topics" / f"{name}.jsonl.gz", lines=True).rename(columns={"title": "headline"})
    frame["article_id"] = [f"{i:05d}" for i in range(len(frame))]
    assert adjusted_rand_score(frame["label"], main_topic(fit_topics(frame, topics=k), frame["article_id"])) >= least


@pytest.mark.parametrize(("change", "topics", "message"), [
    (lambda a: a[:0], "auto", "no article is left to find topics in"),
    (lambda a: a[:12], "auto", "to find how many topics there are takes at least 15 different articles; there are 12"),
    (lambda a: a[:10], 5, "5 topics need at least 15 different articles; there are 10"),
    (lambda a: a, 1, "give a whole number from 2, or 'auto'"),
    (lambda a: a, "many", "give a whole number from 2, or 'auto'"),
    (lambda a: a.assign(text="the same words here"), "auto", "share too few words"),
    (lambda a: a.assign(text="…"), "auto", "none of the 60 articles has a word"),
    (lambda a: a.assign(article_id="x"), "auto", "an article more than once"),
    (lambda a: a.drop(columns="text"), "auto", "fit_topics needs the column text"),
])  # fmt: skip
def test_refusals(articles, change, topics, message):
    with pytest.raises(ValueError, match=message):
        fit_topics(change(articles), topics=topics)


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from("tax storm court rain judge audit leak raid".split()), min_size=0, max_size=6).map(
            " ".join
        ),
        min_size=8,
        max_size=14,
    )
)
@example([""] * 6 + ["tax", "tax", "storm", "court", "tax tax court", "tax storm court", "tax tax tax storm storm"])
def test_any_small_set_gives_topics_or_a_sentence(texts):
    articles = pd.DataFrame({"article_id": [str(i) for i in range(len(texts))], "text": texts})
    try:
        topics = fit_topics(articles, topics=2)
    except ValueError as error:
        message = str(error)
    else:
        assert topics.shares.groupby("article_id")["share"].sum().to_numpy() == pytest.approx(1)
        return
    assert "articles" in message


def test_articles_outside_the_sample_get_the_topics_of_those_inside(monkeypatch):
    rng = np.random.default_rng(0)
    words = {"tax": "audit refund return agency filing", "rain": "flood levee river storm bridge"}
    texts = [" ".join(rng.permutation(words[name].split())[:4]) for name in ("tax", "rain") for _ in range(60)]
    articles = pd.DataFrame({"article_id": [f"a{n:03}" for n in range(120)], "text": texts})
    whole = fit_topics(articles, topics=2)
    monkeypatch.setattr(result, "MOST_FITTED", 40)
    found = fit_topics(articles, topics=2)
    largest = found.shares.loc[found.shares.groupby("article_id")["share"].idxmax()]
    about = {name: set(largest["topic"].iloc[at]) for name, at in {"tax": slice(60), "rain": slice(60, 120)}.items()}
    assert len(about["tax"]) == len(about["rain"]) == 1 and about["tax"] != about["rain"]
    assert found.stability["n"].tolist() == [60, 60] and len(found.shares) == 240
    assert found.n_fitted == 40 and found.shares["article_id"].drop_duplicates().tolist() == list(
        articles["article_id"]
    )
    assert found.shares["article_id"].tolist() == whole.shares["article_id"].tolist()
    # Another order of the articles gives the same; so do counts, and a text without any word belongs to all alike.
    turned = fit_topics(articles[::-1], topics=2).shares.sort_values(["article_id", "topic"], ignore_index=True)
    pd.testing.assert_frame_equal(turned, found.shares)
    empty = pd.concat([articles, pd.DataFrame({"article_id": [f"z{n}" for n in range(9)], "text": "…"})])
    shares = fit_topics(empty, topics=2, seed=1).shares.set_index("article_id")["share"]
    assert shares["z0"].tolist() == shares["z8"].tolist() == [0.5, 0.5]
