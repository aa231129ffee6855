"""Kept token ids: what a row holds, and that counts are the same with the table, without it, and with part of it."""

import numpy as np
import pandas as pd
import pytest

from analysis.copies import find_copies
from analysis.tables import write_table
from analysis.terms import count_terms
from analysis.token_store import STORE, _hashes, articles_ids, count_articles, tokenize_articles

TEXTS = ["ICE on ice.\n\nOn ICE", "the ice", "", None, "Tax and\n\ntax leaks", "leaks, ICE and tax"]


@pytest.fixture
def articles():
    return pd.DataFrame({"article_id": list("abcdef"), "outlet": ["Post", "Star"] * 3, "text": TEXTS})


@pytest.fixture
def kept(articles, tmp_path):
    """The articles, with the ids of all in two parts."""
    for name, part in (("part-0000", articles[:3]), ("part-0001", articles[3:])):
        write_table(tokenize_articles(part), tmp_path / "tokens" / "news" / f"{name}.parquet", "")
    articles.attrs[STORE] = str(tmp_path / "tokens")
    return articles


def plain(articles):
    without = articles.copy()
    without.attrs = {}
    return without


def words(found):
    names = np.array(found.terms.to_pylist(), object)
    return [names[found.ids[start:end]].tolist() for start, end in zip(found.offsets[:-1], found.offsets[1:], strict=True)]


def test_a_row_by_hand(articles):
    table = tokenize_articles(articles)
    # terms in code-point order: ICE, and, ice, leaks, on, tax, the
    assert [list(map(int, ids)) for ids in table["ids"]] == [[0, 4, 2, 4, 0], [6, 2], [], [], [5, 1, 5, 3], [3, 0, 1, 5]]
    assert [list(map(int, sizes)) for sizes in table["paragraphs"]] == [[3, 2], [2], [], [], [2, 2], [4]]
    assert [list(new) for new in table["new_terms"]] == [["ICE", "on", "ice"], ["the"], [], [], ["tax", "and", "leaks"], []]
    assert [dict(zip(terms, n, strict=True)) for terms, n in zip(table["terms"], table["n"], strict=True)][0] == {0: 2, 2: 1, 4: 2}


@pytest.mark.parametrize("options", [{}, {"ngrams": (1, 2)}, {"tokens": "sklearn"}])
@pytest.mark.parametrize("change", [
    lambda a: a,
    lambda a: a.iloc[[5, 0, 2, 4]],
    lambda a: a[a["outlet"] == "Post"].assign(story="tax").reset_index(drop=True),
    lambda a: a.assign(text=a["text"].where(a["article_id"] != "a", "leaks of ice")),  # the same id, another text
    lambda a: a.assign(article_id=[*"abcdx", "e"]),
], ids=["all", "shuffled", "chosen", "changed", "renamed"])  # fmt: skip
def test_the_table_changes_nothing_but_the_time(kept, change, options):
    asked = change(kept)
    assert asked.attrs[STORE]
    ours, fresh = (count_terms(a, min_articles=1, **options) for a in (asked, plain(asked)))
    assert ours.terms.tolist() == fresh.terms.tolist() and (ours.counts.toarray() == fresh.counts.toarray()).all()
    assert ours.articles.equals(fresh.articles) and ours.counts.has_sorted_indices


def test_orders_and_paragraphs_are_those_of_the_texts(kept):
    mixed = kept.assign(text=kept["text"].where(kept["article_id"] != "b", "other\n\nwords")).iloc[::-1]
    ours, fresh = articles_ids(mixed), articles_ids(plain(mixed))
    assert words(ours) == words(fresh) and words(ours)[-2:] == [["other", "words"], ["ICE", "on", "ice", "on", "ICE"]]
    assert ours.paragraphs.tolist() == fresh.paragraphs.tolist() == [0, 4, 6, 8, 9, 10, 13, 15]


def test_kept_ids_are_used(kept, monkeypatch):
    monkeypatch.setattr("analysis.token_store.count_texts", lambda *_: pytest.fail("the text was read again"))
    assert count_articles(kept).matrix.sum() == 5 + 2 + 4 + 4


def test_copies_are_the_same_from_kept_ids(kept, monkeypatch):
    twice = pd.concat([kept, kept.assign(article_id=list("ghijkl"))])
    assert find_copies(twice).equals(find_copies(plain(twice))) and len(find_copies(twice)) == 4  # b, a, e, f; two have no word


def test_an_id_that_comes_twice_is_counted_twice(kept):
    twice = kept.iloc[[0, 0]]
    assert count_terms(twice).counts.toarray().tolist() == [[2, 1, 2]] * 2


def test_the_hash_is_of_the_text_alone():
    one, other = _hashes(pd.Series(["é", None, "b"])), _hashes(pd.Series(["b", "", "é"], dtype=object))
    assert one[0] == other[2] and one[1] == other[1] and one[2] == other[0] and len(set(one)) == 3
