"""The description of a corpus."""

import pandas as pd
import pytest
from invented_corpus import LINES

from analysis.copies import drop_copies
from analysis.corpus import describe_corpus, ingest, load_articles


def test_describe_corpus_by_hand(raw, tmp_path):
    ingest(raw, tmp_path / "out")
    articles = load_articles(path=tmp_path / "out")
    described = describe_corpus(articles).set_index("outlet")
    words = sum(len(line.split()) for line in LINES)
    assert described.loc["The Post", ["articles", "words", "missing", "copies"]].tolist() == [2, 2 * words, 0, 1]
    # Star: one row has all lines, as The Post's text has, the other all but the first; the second row has no date.
    assert described.loc["Star", ["articles", "words", "missing", "copies"]].tolist() == [
        2,
        2 * words - len(LINES[0].split()),
        1,
        1,
    ]
    assert described.loc["Star", "first"] == described.loc["Star", "last"] == pd.Timestamp("2026-02-01", tz="UTC")
    named = describe_corpus(articles, own=articles[1:]).set_index("outlet")["copies"]
    assert named.sum() == named[articles["outlet"][0]] == 1
    with pytest.raises(ValueError, match="needs the column text"):
        describe_corpus(pd.DataFrame({"article_id": ["a"]}))


def test_agency_copy_and_repeats_are_counted_apart():
    articles = pd.DataFrame(
        {
            "article_id": ["a", "b", "c", "d"],
            "text": ["Rain fell.", "Rain fell.", "Snow fell.", "Hail fell."],
            "outlet": ["Post", "Star", "Star", "Star"],
            "origin": [None, None, "Continental Wire Service", "Star"],
        }
    )
    described = describe_corpus(articles, own=drop_copies(articles)).set_index("outlet")
    assert described[["copies", "agency_copies"]].to_dict("index") == {
        "Post": {"copies": 0, "agency_copies": 0},
        "Star": {"copies": 2, "agency_copies": 1},
    }
