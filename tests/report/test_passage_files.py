"""Every use of every word of real articles has its place in the files beside a report's page of passages."""

from itertools import islice

import pandas as pd
import pytest
from jinja2 import Environment, PackageLoader
from passages_held import all_listed, articles, listed_at

from analysis import tables
from analysis.passages import WHOLE, index_passages
from analysis.report.chart_tables import Table
from analysis.report.passage_files import write_passages_page, write_places
from analysis.report.passages import Passages, Place
from analysis.words.term_uses import find_terms
from analysis.words.text import normalize, tokenize
from choose_groups import rows_of


def real_articles(file):
    rows = pd.DataFrame(islice(rows_of(file), 200)).rename(columns={"source": "outlet", "content_original": "text"})
    ids = [f"{number:016x}" for number in range(len(rows))]
    return rows[["outlet", "text"]].assign(article_id=ids, published=pd.NaT, headline=None, url=None)


def test_the_files_hold_no_sentence_that_no_passage_shows(tmp_path):
    text = "Rain fell 🌊. It was dry. A dog barked. Nobody came. The end."
    corpus = pd.DataFrame(
        {
            "article_id": ["a", "b", "c"],
            "outlet": "Post",
            "published": pd.NaT,
            "headline": None,
            "url": None,
            "text": text,
        }
    )
    start = text.index("Nobody")
    data = pd.DataFrame({"term": ["nobody", "article"], "n": [1, 1]})
    things = pd.DataFrame(
        {"term": ["nobody", "article"], "article_id": ["a", "b"], "start": [start, -1], "end": [start + 6, -1]}
    )
    table = Table("words", "Words", data, ["term"], index_passages(data, {"n": things}, ["term"]))
    templates = Environment(loader=PackageLoader("analysis.report", "templates"), autoescape=True)
    for context, shown in ((0, "Nobody came."), (1, "A dog barked. Nobody came. The end.")):
        passages = Passages(corpus, tables.empty("quotes"), context=context, templates=templates)
        write_places(table, tmp_path, passages)
        texts = [article["text"] for article in passages.described()]
        assert " ".join(texts[0].replace("…", "").split()) == shown
        assert texts[0][start : start + 6] == "Nobody"
        assert texts[1].startswith("Rain fell 🌊.") and ("It was dry." in texts[1]) == (context == 1)
        assert "came" not in texts[1] and texts[2] == "…"
    passages = Passages(corpus, tables.empty("quotes"), context=WHOLE, templates=templates)
    write_places(table, tmp_path, passages)
    assert [article["text"] for article in passages.described()] == [text, text, ""]


def test_passages_that_are_shown_first_are_of_each_group_then_of_each_outlet():
    rows = [("national", "Post"), ("national", "Post"), ("national", "Star"), ("local", "Echo")]
    corpus = pd.DataFrame(rows, columns=["outlet", "publication"]).assign(
        article_id=list("abcd"), published=pd.NaT, headline=None, url=None, text="Rain fell."
    )
    templates = Environment(loader=PackageLoader("analysis.report", "templates"), autoescape=True)
    passages = Passages(corpus, tables.empty("quotes"), context=1, templates=templates)
    places = [Place(article_id, start=0, end=4) for article_id in "abcd"]
    assert [place.article_id for place in passages.telling(places, 4)] == ["a", "d", "c", "b"]


@pytest.mark.slow
def test_every_use_of_every_word_by_outlet_is_listed(shared, tmp_path):
    corpus = real_articles(shared / "allsides" / "immigration.jsonl.gz")
    said = corpus.set_index("article_id")["text"].map(lambda text: [normalize(token.text) for token in tokenize(text)])
    uses = find_terms(corpus, set().union(*said))
    data = uses.groupby(["outlet", "term"]).size().rename("n").reset_index()
    table = Table("words", "Words", data, ["outlet", "term"], index_passages(data, {"n": uses}, ["outlet", "term"]))
    templates = Environment(loader=PackageLoader("analysis.report", "templates"), autoescape=True)
    templates.globals["run"] = {"title": "Words"}
    passages = Passages(corpus, tables.empty("quotes"), context=1, templates=templates)
    addresses = write_places(table, tmp_path, passages)
    write_passages_page(tmp_path, passages, templates)

    known, listed = articles(tmp_path), all_listed(tmp_path, "words")
    assert sum(map(len, listed.values())) == len(uses) > 100_000
    assert max(path.stat().st_size for path in tmp_path.rglob("*.*")) < 2_000_000
    for row, (outlet, term, n) in enumerate(data.itertuples(index=False)):
        places = listed[f"r{row}-n"]
        assert len(places) == len(set(map(tuple, places))) == n
        assert {known[number]["outlet"] for number, *_ in places} == {outlet}
        assert {normalize(known[number]["text"][start:end]) for number, start, end in places} == {term}
    heading, places = listed_at(tmp_path, addresses[len(data) - 1, "n"])
    assert (heading, len(places)) == (" · ".join(data.loc[len(data) - 1, ["outlet", "term"]]), data["n"].iloc[-1])
