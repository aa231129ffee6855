"""What a notebook shows of a run: its articles, and its stored topics, events and findings, or new ones."""

from collections.abc import Sequence

import pandas as pd

from analysis.corpus import group_outlets, load_articles
from analysis.corpus.outlet_groups import ungroup
from analysis.estimates.findings import Comparison, find_findings
from analysis.pipeline.parameters import event_settings
from analysis.pipeline.run_findings import (
    finding_settings,
    read_beside_articles,
    read_story_texts,
    run_comparisons,
)
from analysis.pipeline.run_topics import TABLES, topic_settings
from analysis.review.event_application import apply_event_pairs
from analysis.review.event_pairs import load_event_pairs
from analysis.review.topic_names import load_topic_names, use_topic_names
from analysis.run_files import Run
from analysis.tables import need, read_table
from analysis.topics.result import Topics


def load_run_articles(
    run: Run, *, outlets: Sequence[str] = (), since: str = "", until: str = "", columns: Sequence[str] = ()
) -> pd.DataFrame:
    """Return the articles of a run, those of an outlet in a group under the name of the group.

    Parameters
    ----------
    run : Run
        What `open_run` returned.
    outlets : list of str
        Only articles of these outlets or groups. An outlet that is in a group still has the group's name.
    since, until : str
        First and last day, such as "2026-01-31", in UTC. Articles without a date are then left out.
    columns : list of str
        Only these columns of the table, with `outlet` among them; without it, all of them.

    Returns
    -------
    DataFrame
        Rows of the table `articles`, with the column that `group_outlets` adds.

    Raises
    ------
    ValueError
        If there is no such outlet, a day is not written as 2026-01-31, or no article is left.
    """
    chosen = ungroup([outlets] if isinstance(outlets, str) else outlets, run.groups)
    articles = load_articles(path=run.processed, outlets=chosen, since=since, until=until, columns=columns)
    return group_outlets(articles, run.groups)


def load_topics(run: Run, articles: pd.DataFrame, *, n_topics: int = 0, seed: int = 0) -> Topics:
    """Return the topics of a run, or fit others.

    The stored topics are returned if they were fitted to just these articles with these settings. Otherwise new ones
    are fitted in memory, and the run's tables stay as they are. Topics have the names that people gave them.

    Parameters
    ----------
    run : Run
        What `open_run` returned.
    articles : DataFrame
        The articles of the stories, without copies: `article_id`, `text`, and `headline` if it is there.
    n_topics : int
        How many topics; 0 takes the number at which the topics are stable (see `fit_topics`).
    seed : int
        Seed of the random starts.

    Returns
    -------
    Topics

    Raises
    ------
    ValueError
        If `fit_topics` cannot use the articles or the settings.
    """
    need(articles, ["article_id", "text"], who="load_topics")
    settings = {"topics": n_topics or "auto", "seed": seed}
    shares = read_table(run.processed / "topic_shares.parquet")
    same_articles = shares["article_id"].drop_duplicates().tolist() == articles["article_id"].tolist()
    if len(shares) and same_articles and settings == topic_settings(run.parameters):
        return Topics(**{field: read_table(run.processed / f"{name}.parquet") for name, field in TABLES.items()})
    from analysis.topics import fit_topics  # it loads scikit-learn, which notebooks mostly do without

    return use_topic_names(fit_topics(articles, topics=n_topics or "auto", seed=seed), load_topic_names())


def load_events(run: Run, articles: pd.DataFrame, *, window_days: float = 3.0) -> pd.DataFrame:
    """Return the events of a run, or group other ones.

    The stored events are returned if they were grouped from just these articles with this window. Otherwise the
    articles are grouped in memory, and the run's table stays as it is. In both, what people decided holds.

    Parameters
    ----------
    run : Run
        What `open_run` returned.
    articles : DataFrame
        The articles of the stories: `article_id`, `text`, and `headline` and `published` if they are there.
    window_days : float
        The days over which similarity fades (see `group_events`).

    Returns
    -------
    DataFrame
        The events table: one row per article, with `article_id`, `event_id` and `similarity` (0 to 1).

    Raises
    ------
    ValueError
        If the window is negative.
    """
    need(articles, ["article_id", "text"], who="load_events")
    events = read_table(run.processed / "events.parquet")
    same_articles = events["article_id"].tolist() == articles["article_id"].tolist()
    if same_articles and {"window_days": window_days} == event_settings(run.parameters):
        return events
    from analysis.events import group_events  # it loads scikit-learn, which notebooks mostly do without

    return apply_event_pairs(group_events(articles, window_days=window_days), articles, load_event_pairs())


def load_findings(
    run: Run, articles: pd.DataFrame, *, min_confidence: float = 0.25, topics: Topics | None = None
) -> pd.DataFrame:
    """Return the findings of a run: the claims that its report may make, tested together.

    The stored findings are returned if they are about just these articles with this confidence and these topics.
    Otherwise the claims are tested in memory, and the run's table stays as it is.

    Parameters
    ----------
    run : Run
        What `open_run` returned.
    articles : DataFrame
        The articles of the selection, as `load_run_articles` gives them.
    min_confidence : float
        Attributions less likely than this to be right are left out.
    topics : Topics, optional
        What `load_topics` returned; by default the topics of the run.

    Returns
    -------
    DataFrame
        The findings table, see `analysis.estimates.find_findings`. `analysis.estimates.finding_title` makes a chart's
        title of it.
    """
    need(articles, ["article_id", "text", "outlet"], who="load_findings")
    as_reported = {"min_confidence": min_confidence} == finding_settings(run.parameters)
    if topics is not None:
        as_reported &= topics.shares.equals(read_table(run.processed / "topic_shares.parquet"))
    selected = load_articles(path=run.processed, columns=["article_id"], **run.selection)["article_id"]
    if as_reported and selected.tolist() == articles["article_id"].tolist():
        return read_table(run.processed / "findings.parquet")
    return find_findings(load_comparisons(run, articles, min_confidence=min_confidence, topics=topics))


def load_comparisons(
    run: Run, articles: pd.DataFrame, *, min_confidence: float = 0.25, topics: Topics | None = None
) -> list[Comparison]:
    """Return what a run's report compares, with the things that are counted: what `load_findings` tests.

    Parameters
    ----------
    run : Run
        What `open_run` returned.
    articles : DataFrame
        The articles of the selection, as `load_run_articles` gives them.
    min_confidence : float
        Attributions less likely than this to be right are left out.
    topics : Topics, optional
        What `load_topics` returned; by default the topics of the run.

    Returns
    -------
    list of Comparison
    """
    tables = read_beside_articles(run.processed)
    if topics is not None:
        tables[-2:] = topics.terms, topics.shares
    texts = read_story_texts(run.processed)
    return run_comparisons(articles, *tables, stories=run.stories, min_confidence=min_confidence, texts=texts)
