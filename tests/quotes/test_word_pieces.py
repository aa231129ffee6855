"""Word pieces and windows."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.quotes import read_document
from analysis.quotes.word_pieces import BREAK, STOP, encode, windows


@given(st.lists(st.sampled_from([7, 7, 7, BREAK, STOP])), st.integers(1, 9))
def test_windows_cover_everything_and_end_with_lines(ids, length):
    spans = windows(np.array(ids, dtype=int), length=length)
    assert [i for s, e in spans for i in range(s, e)] == list(range(len(ids)))
    for s, e in spans[:-1]:
        signs = ids[s : s + length]
        assert 0 < e - s <= length
        assert ids[e - 1] == (BREAK if BREAK in signs else STOP if STOP in signs else 7)


def test_pieces_know_their_characters():
    text = "Naïve “Zürich”.\n\nNext"
    pieces = encode(read_document(text))
    assert [text[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True)] == [
        "Naïve",
        "“",
        "Zürich",
        "”",
        ".",
        "",
        "Next",
    ]
    assert pieces.first.tolist() == [True] * 5 + [False, True]
