"""Load articles from the processed tables."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from analysis import paths, tables
from analysis.corpus.outlet_names import outlet_hint
from analysis.corpus.selection import in_selection
from analysis.wording import did_you_mean, listed, no_such


def load_articles(
    *,
    story: str = "",
    outlets: Sequence[str] = (),
    since: str = "",
    until: str = "",
    columns: Sequence[str] = (),
    path: str | Path = "",
) -> pd.DataFrame:
    """Return the articles of a selection. Without arguments, all articles.

    Parameters
    ----------
    story : str
        Only articles of this story, as in the table `stories`.
    outlets : list of str
        Only articles of these outlets.
    since, until : str
        First and last day, such as "2026-01-31", in UTC. Articles without a date are then left out.
    columns : list of str
        Only these columns of the table; without it, all of them.
    path : str or Path
        Folder of the tables; data/processed of the workspace by default.

    Returns
    -------
    pandas.DataFrame
        Rows of the table `articles`, one per article, in the order of path and record.

    Raises
    ------
    FileNotFoundError
        If there are no tables. The message names the folders inside that have some.
    ValueError
        If there is no such outlet or story, a day is not written as 2026-01-31, or no article is left. The message says
        what there is.
    """
    processed = paths.resolve(path or paths.workspace().processed)
    _check_there(processed)
    # What decides about the selection comes first: of the texts, only those that were asked for are read into memory.
    articles = tables.read_table(processed / "articles", columns=["article_id", "outlet", "published"])
    outlets = [outlets] if isinstance(outlets, str) else list(outlets)
    _check_known(outlets, articles["outlet"], "outlet")
    keep = in_selection(articles, outlets=outlets, since=since, until=until)
    if story:
        stories = tables.read_table(processed / "stories")
        _check_known([story], stories["story"], "story")
        keep &= articles["article_id"].isin(stories.loc[stories["story"] == story, "article_id"])
    if not keep.any():
        asked = dict(story=story, outlets=outlets, since=since, until=until)
        named = ", ".join(f"{name}={value!r}" for name, value in asked.items() if value)
        raise ValueError(f"no article has {named}; there are {_what_there_is(articles)}")
    return tables.read_table(processed / "articles", columns=columns, rows=keep.to_numpy(dtype=bool))


def _check_there(processed: Path) -> None:
    """Raise FileNotFoundError if the folder has no articles, but folders in it have: those of several runs."""
    if tables.part_files(processed / "articles"):
        return
    inside = sorted(folder.parent for folder in processed.glob("*/articles") if tables.part_files(folder))
    if inside:
        named = " or ".join(f'load_articles(path="{paths.shown(folder)}")' for folder in inside)
        raise FileNotFoundError(
            f"there are no tables in {paths.shown(processed)} itself, only in the folders of runs; write {named}"
        )


def _check_known(asked: Iterable[str], values: pd.Series, what: str) -> None:
    known = sorted(values.dropna().unique())
    unknown = [name for name in asked if name not in known]
    if unknown:
        hint = outlet_hint if what == "outlet" else did_you_mean
        said = no_such(unknown, lambda name: hint(name, known), what=what)
        raise ValueError(f"{said}; there are: {listed(unknown, known) or 'none'}")


def _what_there_is(articles: pd.DataFrame) -> str:
    dates, outlets = articles["published"].dropna(), sorted(articles["outlet"].unique())
    period = f" from {dates.min():%Y-%m-%d} to {dates.max():%Y-%m-%d}" if len(dates) else " without dates"
    named = ", ".join(outlets[:20]) + (f" and {len(outlets) - 20} more" if len(outlets) > 20 else "")
    return f"{len(articles)} articles{period} by {named}"
