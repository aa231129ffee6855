"""The token table: what a row holds, how numbers are packed, and what identifies a text."""

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis.words.token_table import packed_rows, text_hashes, tokenize_articles, unpacked_rows

TEXTS = ["ICE on ice.\n\nOn ICE", "the ice", "", None, "Tax and\n\ntax leaks", "leaks, ICE and tax"]


def numbers(table, column):
    return [np.frombuffer(row, f"<u{width}").tolist() for row, width in zip(table[column], table["width"], strict=True)]


def test_a_row_by_hand():
    table = tokenize_articles(pd.DataFrame({"article_id": list("abcdef"), "text": TEXTS}))
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
    assert next(
        dict(zip(terms, n, strict=True)) for terms, n in zip(numbers(table, "terms"), numbers(table, "n"), strict=True)
    ) == {0: 2, 2: 1, 4: 2}


def test_wide_numbers_where_a_count_needs_them():
    table = tokenize_articles(pd.DataFrame({"article_id": ["a", "b"], "text": ["tax " * 70_000 + "leak", "leak"]}))
    assert set(table["width"]) == {4} and numbers(table, "n") == [[1, 70_000], [1]]  # leak, tax


def test_packed_rows_come_back():
    rows = packed_rows(np.array([0, 2, 2, 3]), np.array([7, 300, 9]), "<u2")
    offsets, values = unpacked_rows(rows.take(pa.array([2, 1, 0])), "<u2")
    assert rows.to_pylist()[1] == b"" and offsets.tolist() == [0, 1, 1, 3] and values.tolist() == [9, 7, 300]
    assert [array.tolist() for array in unpacked_rows(pa.chunked_array([rows[1:], rows[:1]]), "<u2")] == [
        [0, 0, 1, 3],
        [9, 7, 300],
    ]


def test_the_hash_is_of_the_text_alone():
    one, other = text_hashes(pd.Series(["é", None, "b"])), text_hashes(pd.Series(["b", "", "é"], dtype=object))
    assert one[0] == other[2] and one[1] == other[1] and one[2] == other[0] and len(set(one)) == 3
