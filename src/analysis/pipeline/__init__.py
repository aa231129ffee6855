"""From a folder of raw articles to all tables: each step runs over the partitions, and only where something changed."""

import os
from pathlib import Path

from analysis import copies, engine, locks, manifest, paths, stories, tables, workers
from analysis.aliases import load_aliases
from analysis.enough import show_as_sentences
from analysis.pipeline.opening import open_notebook
from analysis.pipeline.parameters import check_values, event_settings
from analysis.pipeline.run_copies import write_copies
from analysis.pipeline.run_findings import finding_settings, write_run_findings
from analysis.pipeline.run_topics import TABLES, topic_settings, write_run_topics
from analysis.pipeline.stored import load_comparisons, load_events, load_findings, load_run_articles, load_topics
from analysis.review import load_reviews
from analysis.review.application import find_articles, review_part
from analysis.review.event_pairs import load_event_pairs
from analysis.review.topic_names import LABELED, load_topic_names, name_topics
from analysis.run_files import Run, check_members, load_run
from analysis.words import token_table

__all__ = [
    "check_values",
    "load_comparisons",
    "load_events",
    "load_findings",
    "load_run_articles",
    "load_topics",
    "open_notebook",
    "open_run",
    "prepare",
]

TOKENIZE = engine.Step(token_table.tokenize_articles, "", {"tokens": "news"}, columns=("article_id", "text"))
SKETCH = engine.Step(copies.sketch_articles, "")
# Finding quotes takes about a hundred times longer than any other step; small parts keep all cores busy to the end.
_QUOTE_PART_ROWS = 75


def open_run(file: str | Path, *, raw: str | Path = "") -> Run:
    """Open the run of a YAML file: how a notebook begins.

    All tables of the run are computed, or left alone where nothing changed. In a report, the runner has done that
    already. Charts that are drawn later have the style that the run file names.

    Parameters
    ----------
    file : str or Path
        The run file; a relative path counts from the workspace.
    raw : str or Path
        A folder of articles that replaces the run file's own.

    Returns
    -------
    Run
        What the run file says; `processed` is the folder of the tables.

    Raises
    ------
    FileNotFoundError
        If the run file is not there.
    ValueError
        If the run file or the articles cannot be used.
    """
    from analysis.charts.style import use_styles  # it loads matplotlib, which preparing tables does without

    show_as_sentences()
    run = load_run(file, raw=raw)
    use_styles(run.style)
    if not os.environ.get(paths.REPORT_VARIABLE):
        prepare(run)
    return run


def assign_step(entries: object) -> engine.Step:
    """Return the step that finds the articles of the stories of a run file."""
    return engine.Step(
        stories.assign_stories, "stories", {"stories": entries}, columns=("article_id", "headline", "text")
    )


def prepare(run: Run) -> None:
    """Bring the tables of a run up to date: articles, rejects, stories, copies, quotes, topics, events and findings.

    `tokens` beside them holds the articles' token ids, so that nothing that counts words reads a text twice. Quotes,
    topics and events are those of the articles that belong to a story. Raises what `ingest` raises, and ValueError if
    the run's groups do not fit the outlets, or its parameters leave no article.
    """
    with locks.one_writer(locks.lock_of(run.processed), paths.shown(run.processed)), manifest.checked(run.processed):
        _prepare(run)


def _prepare(run: Run) -> None:
    _check_reviews()
    # These load all readers, and scikit-learn; the notebooks of a report do without.
    from analysis.corpus import ingest
    from analysis.pipeline.run_events import write_run_events

    articles, assigned = run.processed / "articles", run.processed / "stories"
    tokens, sketches = run.processed / "tokens" / "news", run.processed / "sketches"
    with workers.on_cluster(run.scheduler):
        counts = ingest(run.raw, run.processed, limits=run.limits)
        check_members(run, counts.loc[counts["articles"] > 0, "outlet"].unique())
        # An empty selection fails before it replaces the tables of another.
        load_run_articles(run, columns=["outlet"], **run.selection)
        engine.map_parts(assign_step(run.stories), [articles], assigned, label="stories")
        engine.map_parts(TOKENIZE, [articles], tokens, label="tokens")
        engine.map_parts(SKETCH, [articles, tokens], sketches, label="copies")
        write_copies(sketches, run.processed / "copies.parquet")
        _find_quotes(run, articles, assigned)
    _fit_topics(run)
    write_run_events(
        run.processed,
        selection=run.selection,
        settings=event_settings(run.parameters),
        pairs=load_event_pairs().to_dict("records"),
    )
    _find_findings(run)


def _check_reviews() -> None:
    """Raise ValueError for a file of decisions that cannot be read, before any work is done."""
    for load in (load_reviews, load_topic_names, load_event_pairs, load_aliases):
        load()


def _find_findings(run: Run) -> None:
    write_run_findings(
        run.processed,
        selection=run.selection,
        stories=run.stories,
        groups=run.groups,
        **finding_settings(run.parameters),
    )


def _fit_topics(run: Run) -> None:
    outputs = {name: run.processed / f"{name}.parquet" for name in TABLES}
    # Another name of a topic is no reason to fit the topics again.
    fitted = {name: run.processed / f"found_{name}.parquet" for name in LABELED}
    settings = topic_settings(run.parameters)
    write_run_topics(run.processed, outputs | fitted, selection=run.selection, settings=settings)
    names = {"names": load_topic_names().to_dict("records")}
    engine.reduce_to_tables(name_topics, names, fitted.values(), {name: outputs[name] for name in LABELED})


def _find_quotes(run: Run, articles: Path, assigned: Path) -> None:
    """Find the quotes, and apply what people decided about them: the one place where that is done."""
    from analysis import quotes  # takes long to load, as the next one does, and few notebooks need it
    from analysis.pipeline.story_articles import write_story_articles

    folder, found = run.processed / "in_stories", run.processed / "found_quotes"
    write_story_articles(articles, assigned, folder, most=_QUOTE_PART_ROWS)
    find = engine.Step(quotes.find_quotes, "quotes", {"progress": False})
    engine.map_parts(find, [folder], found, label="quotes")
    reviews = load_reviews()
    if len(reviews):
        reviews = find_articles(reviews, tables.read_table(folder))
    decided = {"reviews": reviews.to_dict("records"), "speakers": load_aliases().speakers}
    apply = engine.Step(review_part, "quotes", decided)
    engine.map_parts(apply, [found, folder], run.processed / "quotes", label="reviews")
