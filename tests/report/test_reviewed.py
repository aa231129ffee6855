"""What people reviewed, in the sentences of a report and of provenance.json."""

import shutil

import pandas as pd
import pytest

from analysis import paths, tables
from analysis.report.reviewed import reviewed_in_words
from analysis.review import make_decision, review_queue, save_decision
from analysis.review.event_pairs import decide_event
from analysis.review.speaker_names import merge_speakers
from analysis.run_files import Run


@pytest.fixture
def run(hostile_run, tmp_path, monkeypatch) -> Run:
    for name in ("notebooks", "runs", "data/reviews"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(tmp_path))
    return hostile_run


def test_nobody_reviewed_anything(run):
    assert reviewed_in_words(run) == []


def test_decisions_are_counted_in_plain_words(run):
    articles = tables.read_table(run.processed / "articles")
    quotes = tables.read_table(run.processed / "found_quotes")
    named = articles.set_index("article_id", drop=False)
    queue = review_queue(quotes, articles, kind="random", n=40)
    for coder, decisions in {"kim": ["right"] * 6 + ["wrong"] * 4, "bo": ["right"] * 5 + ["wrong"] * 5}.items():
        for quote, decision in zip(queue.to_dict("records"), decisions, strict=False):
            save_decision(make_decision(quote, named.loc[quote["article_id"]], decision, coder=coder))
    words = reviewed_in_words(run)
    assert words[0] == (
        "2 people decided about 10 passages of these articles: 5 right, 5 wrong. All numbers and charts of this report "
        "are made with these decisions."
    )
    # Wilson's interval for 5 of 10
    assert words[1].startswith(
        "Of 80 attributions, as the program found them, 10 drawn at random were decided: 50% are"
    )
    assert "50% are right in all, also at their edges (95% interval 24% to 76%)" in words[1]
    # 9 of 10 alike; of 20 values 11 and 9: 1 - .1 / (2·11·9 / (20·19)) = .808
    assert "the same 10 attributions" in words[2] and "90% of these decisions are the same" in words[2]
    assert "alpha 0.81, 95% interval" in words[2] and len(words) == 3


def test_names_and_events_are_counted(run):
    articles = tables.read_table(run.processed / "articles")
    speaker = tables.read_table(run.processed / "found_quotes")["speaker"].iloc[0]
    merge_speakers([speaker, "Bo Vale"], "Ann Oakes")
    ids = articles["article_id"]
    decide_event(articles, ids[0], ids[1], "same")
    decide_event(articles, ids[1], ids[2], "same")
    decide_event(articles, ids[0], ids[2], "different")
    names, events, contradicted = reviewed_in_words(run)
    assert names == (
        "data/aliases.csv says which name to use for 2 names of speakers; attributions that have another name by it: 80."
    )
    assert events.startswith("People decided about 2 pairs of articles whether they are on the same event: 1 yes, 1 no")
    assert "contradicts later decisions" in contradicted


def test_decisions_after_the_seal_are_told(run, monkeypatch):
    sealed = type("Seal", (), {"sealed": "2026-11-20T10:00:00+00:00"})()
    monkeypatch.setattr("analysis.seals.load_seal", lambda _: sealed)
    rows = pd.DataFrame({"decided_at": ["2026-11-19T10:00:00+00:00", "2026-11-21T10:00:00+00:00"]})
    monkeypatch.setattr(
        "analysis.report.reviewed.load_topic_names", lambda: rows.assign(name="x", terms="y", coder="kim")
    )
    assert reviewed_in_words(run)[0] == (
        "The run file was sealed on 2026-11-20. Of 2 decisions of people about quotes, topics and events, 1 were made "
        "after that."
    )


def test_what_people_confirmed_and_the_program_finds_no_longer_is_counted(run, tmp_path):
    quotes = tables.read_table(run.processed / "quotes")
    articles = tables.read_table(run.processed / "articles").set_index("article_id", drop=False)
    processed = shutil.copytree(run.processed, tmp_path / "tables")
    reviewed = quotes.assign(reviewed=["right", "edges", "added", *[""] * (len(quotes) - 3)])
    tables.write_table(reviewed, processed / "quotes/part-0000.parquet", "quotes")
    tables.write_table(quotes.iloc[4:], processed / "found_quotes/part-0000.parquet", "quotes")
    for quote in quotes.head(2).to_dict("records"):
        save_decision(make_decision(quote, articles.loc[quote["article_id"]], "right", coder="kim"))
    words = reviewed_in_words(run._replace(processed=processed))
    # The third was added by a person, the fourth is only gone.
    assert words[1] == (
        "The program no longer finds 2 attributions that people confirmed or corrected. They are kept as these people "
        "decided, with a speaker only where one was written down."
    )


def test_what_the_program_no_longer_finds_and_what_is_no_longer_there_is_said(run):
    articles = tables.read_table(run.processed / "articles")
    quote = tables.read_table(run.processed / "found_quotes").iloc[0]
    article = articles.set_index("article_id", drop=False).loc[quote["article_id"]]
    save_decision(make_decision(quote, article, "right", coder="kim"))
    changed = article.copy()
    changed["text"] = "Other words stood here. " + article["text"]
    elsewhere = quote.copy()
    elsewhere["content_spans"] = [[0, 11]]
    save_decision(make_decision(elsewhere, changed, "right", coder="kim"))
    words = reviewed_in_words(run)
    assert "1 decision could not be applied: the passage is no longer in the article." in words
