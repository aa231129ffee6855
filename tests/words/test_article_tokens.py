"""Kept token ids: counts are the same with the table, without it, and with part of it."""

import numpy as np
import pandas as pd
import pytest

from analysis.copies import find_copies
from analysis.tables import write_table
from analysis.words.article_tokens import articles_ids, count_articles
from analysis.words.counts import count_terms
from analysis.words.token_table import ids_of, tokenize_articles

TEXTS = ["ICE on ice.\n\nOn ICE", "the ice", "", None, "Tax and\n\ntax leaks", "leaks, ICE and tax"]


@pytest.fixture
def articles():
    return pd.DataFrame({"article_id": list("abcdef"), "outlet": ["Post", "Star"] * 3, "text": TEXTS})


@pytest.fixture
def folder(articles, tmp_path):
    """Return a token folder with the ids of all the articles in two parts."""
    for name, part in (("part-0000", articles[:3]), ("part-0001", articles[3:])):
        write_table(tokenize_articles(part), tmp_path / "tokens" / "news" / f"{name}.parquet", "")
    return tmp_path / "tokens"


def words(found):
    names = np.array(found.terms.to_pylist(), object)
    return [
        names[found.ids[start:end]].tolist() for start, end in zip(found.offsets[:-1], found.offsets[1:], strict=True)
    ]


@pytest.mark.parametrize("options", [{}, {"ngrams": (1, 2)}, {"tokens": "sklearn"}])
@pytest.mark.parametrize("change", [
    lambda a: a,
    lambda a: a.iloc[[5, 0, 2, 4]],
    lambda a: a[a["outlet"] == "Post"].assign(story="tax").reset_index(drop=True),
    lambda a: a.assign(text=a["text"].where(a["article_id"] != "a", "leaks of ice")),  # the same id, another text
    lambda a: a.assign(article_id=[*"abcdx", "e"]),
], ids=["all", "shuffled", "chosen", "changed", "renamed"])  # fmt: skip
def test_the_table_changes_nothing_but_the_time(articles, folder, change, options):
    asked = change(articles)
    ours, fresh = (count_terms(asked, min_articles=1, token_folder=f, **options) for f in (folder, None))
    assert ours.terms.tolist() == fresh.terms.tolist() and (ours.counts.toarray() == fresh.counts.toarray()).all()
    assert ours.articles.equals(fresh.articles) and ours.counts.has_sorted_indices


@pytest.mark.parametrize("options", [{}, {"ngrams": (1, 2)}])
@pytest.mark.parametrize("rows", [[0, 1, 2, 3, 4, 5], [5, 0, 2, 4], [1]])
def test_articles_without_text_are_counted_from_kept_ids(articles, folder, rows, options):
    with_text = articles.iloc[rows]
    ours = count_terms(with_text.drop(columns="text"), min_articles=1, token_folder=folder, **options)
    fresh = count_terms(with_text, min_articles=1, **options)
    assert ours.terms.tolist() == fresh.terms.tolist() and (ours.counts.toarray() == fresh.counts.toarray()).all()
    assert ours.articles.equals(fresh.articles)


@pytest.mark.parametrize(("change", "message"), [
    (lambda a: a.assign(article_id=[*"abcdxy"]), "2 of 6 articles have no text here, .* has no tokens of them"),
    (lambda a: a.iloc[[0, 0]], "2 of 2 articles have no text here, .* some have the same article_id"),
], ids=["unknown", "twice"])  # fmt: skip
def test_articles_that_have_neither_text_nor_kept_ids_are_refused(articles, folder, change, message):
    with pytest.raises(ValueError, match=message):
        count_terms(change(articles).drop(columns="text"), token_folder=folder)
    with pytest.raises(ValueError, match="needs the column text"):
        count_terms(articles.drop(columns="text"))


def test_orders_and_paragraphs_are_those_of_the_texts(articles, folder):
    mixed = articles.assign(text=articles["text"].where(articles["article_id"] != "b", "other\n\nwords")).iloc[::-1]
    ours, fresh = articles_ids(mixed, token_folder=folder), articles_ids(mixed)
    assert words(ours) == words(fresh) and words(ours)[-2:] == [["other", "words"], ["ICE", "on", "ice", "on", "ICE"]]
    assert ours.paragraphs.tolist() == fresh.paragraphs.tolist() == [0, 4, 6, 8, 9, 10, 13, 15]


def test_kept_ids_are_used(articles, folder, monkeypatch):
    monkeypatch.setattr("analysis.words.article_tokens.count_texts", lambda *_: pytest.fail("the text was read again"))
    assert count_articles(articles, token_folder=folder).matrix.sum() == 5 + 2 + 4 + 4


def test_copies_are_the_same_from_kept_ids(articles, folder):
    twice = pd.concat([articles, articles.assign(article_id=list("ghijkl"))])
    found = find_copies(twice, token_folder=folder)
    assert found.equals(find_copies(twice)) and len(found) == 4  # b, a, e, f; two have no word


def test_wide_numbers_are_read_back(tmp_path):
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["tax " * 70_000 + "leak", "leak"]})
    table = tokenize_articles(articles)
    write_table(table, tmp_path / "tokens" / "news" / "part-0000.parquet", "")
    assert count_articles(articles, token_folder=tmp_path / "tokens").matrix.toarray().tolist() == [[1, 70_000], [1, 0]]


def test_ids_of_a_table_are_those_of_its_articles(articles):
    ours, fresh = ids_of(tokenize_articles(articles)), articles_ids(articles)
    assert all((one == other).all() for one, other in zip(ours[:3], fresh[:3], strict=True)) and ours.terms.equals(
        fresh.terms
    )


def test_a_table_of_an_earlier_version_is_passed_over(articles, folder):
    write_table(tokenize_articles(articles[:3]).drop(columns="width"), folder / "news" / "part-0000.parquet", "")
    assert (count_articles(articles, token_folder=folder).matrix != count_articles(articles).matrix).nnz == 0


def test_an_id_that_comes_twice_is_counted_twice(articles, folder):
    twice = articles.iloc[[0, 0]]
    assert count_terms(twice, token_folder=folder).counts.toarray().tolist() == [[2, 1, 2]] * 2
