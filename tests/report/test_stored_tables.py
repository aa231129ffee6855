"""The run's topics and events: stored once, read by notebooks, unchanged by a look at other articles or settings."""

import pytest
from pandas.testing import assert_frame_equal

from analysis import paths
from analysis.copies import drop_copies
from analysis.corpus import load_articles
from analysis.events import group_events
from analysis.pipeline import load_events, load_findings, load_run_articles, load_topics
from analysis.pipeline.run_topics import TABLES
from analysis.run_files import load_run
from analysis.tables import read_table
from analysis.topics import fit_topics


@pytest.fixture
def run(root, made, monkeypatch):
    """Return the sample's run in the copied checkout, where its report is made."""
    assert made.returncode == 0, made.stderr
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(root))
    return load_run("runs/immigration-tax.yaml")


@pytest.fixture
def in_stories(run):
    articles = load_articles(path=run.processed)
    return articles[articles["article_id"].isin(read_table(run.processed / "stories")["article_id"])]


@pytest.fixture
def own(run, in_stories):
    return drop_copies(in_stories, read_table(run.processed / "copies.parquet"))


def contents(run):
    return {path.name: path.read_bytes() for path in run.processed.glob("*.parquet")}


def test_the_stored_topics_are_those_that_fit_topics_gives(run, own):
    stored, fitted = load_topics(run, own), fit_topics(own)
    for name, field in TABLES.items():
        expected = getattr(fitted, field).reset_index(drop=True)
        assert_frame_equal(getattr(stored, field), expected, check_exact=True)
        assert_frame_equal(read_table(run.processed / f"{name}.parquet"), expected, check_exact=True)


def test_the_stored_events_are_those_that_group_events_gives(run, in_stories):
    grouped = group_events(in_stories).reset_index(drop=True)
    assert_frame_equal(load_events(run, in_stories), grouped, check_exact=True)


def test_findings_are_about_the_topics_that_are_shown(run, own):
    articles = load_run_articles(run)
    stored = load_findings(run, articles)
    assert_frame_equal(load_findings(run, articles, topics=load_topics(run, own)), stored)
    other = load_topics(run, own, n_topics=4)
    told = load_findings(run, articles, topics=other)
    about = set(told.loc[told["chart"] == "03-2-topics-by-outlet", "kind"])
    assert about and about <= {f"topic {topic} ({label})" for topic, label in other.label.items()}


def test_other_articles_or_settings_are_computed_and_change_no_table(run, in_stories, own):
    before = contents(run)
    assert load_topics(run, own, n_topics=4).terms["topic"].nunique() == 4
    assert len(load_topics(run, own.iloc[:-5], n_topics=3).shares) == 3 * (len(own) - 5)
    assert load_events(run, in_stories.iloc[::2])["article_id"].tolist() == in_stories["article_id"].tolist()[::2]
    assert load_events(run, in_stories, window_days=0)["event_id"].nunique() <= len(in_stories)
    assert contents(run) == before
