"""The settings of topics and events, and topics of a corpus that is too small for them."""

import papermill
import pytest

from analysis import paths
from analysis.corpus import load_articles
from analysis.pipeline import load_topics, open_run
from analysis.pipeline.parameters import event_settings
from analysis.pipeline.run_findings import finding_settings
from analysis.pipeline.run_topics import topic_settings
from analysis.tables import read_table


def test_the_defaults_are_those_of_the_notebooks():
    found = {}
    for name in ("03-topics", "05-same-event"):
        found |= papermill.inspect_notebook(paths.workspace().notebooks / f"{name}.ipynb")
    defaults = {name: float(found[name]["default"]) for name in ("n_topics", "seed", "window_days")}
    assert topic_settings({}) == topic_settings(defaults) and event_settings({}) == event_settings(defaults)


def test_all_notebooks_and_the_findings_ask_the_same_confidence():
    for name in ("04-who-is-quoted", "05-same-event", "06-how-sure"):
        found = papermill.inspect_notebook(paths.workspace().notebooks / f"{name}.ipynb")
        assert finding_settings({}) == {"min_confidence": float(found["min_confidence"]["default"])}, name


def test_a_few_articles_have_events_but_no_topics_and_the_reason_is_told_to_who_asks(tmp_path, monkeypatch):
    for name in ("notebooks", "runs", "data/raw/post"):
        (tmp_path / name).mkdir(parents=True)
    for day in (1, 2, 3):
        text = (
            f"Tax Rises\n\nBy Ann Lee\n\nMay {day}, 2026\n\n"
            + f"The tax on ferries rises for the {day}th time.\n\n" * 9
        )
        (tmp_path / f"data/raw/post/{day}.txt").write_text(text, encoding="utf-8")
    story = "stories:\n  - {name: tax, label: Tax, find: [tax*], least_hits: 1}\n"
    (tmp_path / "runs/mine.yaml").write_text("title: Taxes\n" + story, encoding="utf-8")
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(tmp_path))
    run = open_run("runs/mine.yaml")
    assert len(read_table(run.processed / "events.parquet")) == 3
    assert read_table(run.processed / "topics.parquet").empty
    with pytest.raises(ValueError, match="articles"):
        load_topics(run, load_articles(path=run.processed))
