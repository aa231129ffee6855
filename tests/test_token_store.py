"""Kept token ids: what a row holds, and that counts are the same with the table, without it, and with part of it."""

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from analysis.copies import find_copies
from analysis.tables import write_table
from analysis.words.counts import count_terms
from analysis.words.token_table import (
    STORE,
    _hashes,
    articles_ids,
    count_articles,
    ids_of,
    packed_rows,
    tokenize_articles,
    unpacked_rows,
)

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
    return [
        names[found.ids[start:end]].tolist() for start, end in zip(found.offsets[:-1], found.offsets[1:], strict=True)
    ]


def numbers(table, column):
    return [np.frombuffer(row, f"<u{width}").tolist() for row, width in zip(table[column], table["width"], strict=True)]


def test_a_row_by_hand(articles):
    table = tokenize_articles(articles)
    # terms in code-point order: ICE, and, ice, leaks, on, tax, the
    assert numbers(table, "ids") == [[0, 4, 2, 4, 0], [6, 2], [], [], [5, 1, 5, 3], [3, 0, 1, 5]]
    assert numbers(table, "paragraphs") == [[3, 2], [2], [], [], [2, 2], [4]]
    assert [list(new) for new in table["new_terms"]] == [
        ["ICE", "on", "ice"],
        ["the"],
        [],
        [],
        ["tax", "and", "leaks"],
        [],
    ]
    assert [
        dict(zip(terms, n, strict=True)) for terms, n in zip(numbers(table, "terms"), numbers(table, "n"), strict=True)
    ][0] == {0: 2, 2: 1, 4: 2}


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
    monkeypatch.setattr("analysis.words.token_table.count_texts", lambda *_: pytest.fail("the text was read again"))
    assert count_articles(kept).matrix.sum() == 5 + 2 + 4 + 4


def test_copies_are_the_same_from_kept_ids(kept, monkeypatch):
    twice = pd.concat([kept, kept.assign(article_id=list("ghijkl"))])
    assert (
        find_copies(twice).equals(find_copies(plain(twice))) and len(find_copies(twice)) == 4
    )  # b, a, e, f; two have no word


def test_wide_numbers_where_a_count_needs_them(tmp_path):
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["tax " * 70_000 + "leak", "leak"]})
    table = tokenize_articles(articles)
    assert set(table["width"]) == {4} and numbers(table, "n") == [[1, 70_000], [1]]  # leak, tax
    write_table(table, tmp_path / "tokens" / "news" / "part-0000.parquet", "")
    articles.attrs[STORE] = str(tmp_path / "tokens")
    assert count_articles(articles).matrix.toarray().tolist() == [[1, 70_000], [1, 0]]


def test_ids_of_a_table_are_those_of_its_articles(kept):
    ours, fresh = ids_of(tokenize_articles(kept)), articles_ids(plain(kept))
    assert all((one == other).all() for one, other in zip(ours[:3], fresh[:3], strict=True)) and ours.terms.equals(
        fresh.terms
    )


def test_packed_rows_come_back():
    rows = packed_rows(np.array([0, 2, 2, 3]), np.array([7, 300, 9]), "<u2")
    offsets, values = unpacked_rows(rows.take(pa.array([2, 1, 0])), "<u2")
    assert rows.to_pylist()[1] == b"" and offsets.tolist() == [0, 1, 1, 3] and values.tolist() == [9, 7, 300]
    assert [told.tolist() for told in unpacked_rows(pa.chunked_array([rows[1:], rows[:1]]), "<u2")] == [
        [0, 0, 1, 3],
        [9, 7, 300],
    ]


def test_a_table_of_an_earlier_version_is_passed_over(kept):
    path = next((Path(kept.attrs[STORE]) / "news").glob("part-0000*"))
    write_table(tokenize_articles(kept[:3]).drop(columns="width"), path, "")
    assert (count_articles(kept).matrix != count_articles(plain(kept)).matrix).nnz == 0


def test_an_id_that_comes_twice_is_counted_twice(kept):
    twice = kept.iloc[[0, 0]]
    assert count_terms(twice).counts.toarray().tolist() == [[2, 1, 2]] * 2


def test_the_hash_is_of_the_text_alone():
    one, other = _hashes(pd.Series(["é", None, "b"])), _hashes(pd.Series(["b", "", "é"], dtype=object))
    assert one[0] == other[2] and one[1] == other[1] and one[2] == other[0] and len(set(one)) == 3
