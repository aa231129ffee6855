"""How a notebook begins: its parameters checked, the tables up to date, the articles with their stories and copies."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from analysis import paths
from analysis.copies import drop_copies
from analysis.pipeline.own_workspace import use_own_workspace
from analysis.pipeline.parameters import WrongParameter, check_values, read_outlets
from analysis.pipeline.stored import load_run_articles
from analysis.run_files import Run
from analysis.stories import label_stories
from analysis.tables import read_table


class Opened(NamedTuple):
    """What a notebook works with."""

    run: Run
    articles: pd.DataFrame


def open_notebook(
    run_file: str | Path,
    *,
    raw: str | Path = "",
    outlets: str | Sequence[str] = (),
    since: str = "",
    until: str = "",
    **others: Any,
) -> Opened:
    """Open the run of a YAML file and return it with its articles: how a notebook begins.

    The parameters are checked, and the tables of the run are brought up to date. In JupyterLab, all tables that a cell
    shows can be sorted and searched from then on.

    Parameters
    ----------
    run_file : str or Path
        The run file; a relative path counts from the workspace. That is the one around the current folder; for a
        notebook that the command `papermill` runs, the one around the notebook; else the one around an absolute path
        of a run file.
    raw : str or Path
        A folder of articles that replaces the run file's own.
    outlets : list of str
        Only articles of these outlets or groups; also as a text such as '["Post", "Star"]'.
    since, until : str
        First and last day, such as "2026-01-31", in UTC. Articles without a date are then left out.
    **others
        The notebook's other parameters, which are only checked.

    Returns
    -------
    run : Run
        What the run file says; `processed` is the folder of the tables.
    articles : DataFrame
        One row per article of the selection: the table `articles` as `load_run_articles` gives it, with `story`
        (see `label_stories`), and `is_copy`: whether `drop_copies` leaves it out.

    Raises
    ------
    FileNotFoundError
        If the run file is not there, or there is no workspace.
    WrongParameter
        If a parameter cannot be used, or no article is left. It is a ValueError.
    ValueError
        If the run file or its articles cannot be used.
    """
    from analysis.pipeline import open_run  # this module is a part of that package

    check_values({"since": since, "until": until} | others)
    use_own_workspace(run_file)
    run = open_run(run_file, raw=raw)
    known = read_table(run.processed / "articles", columns=["outlet"])["outlet"].unique()
    chosen = read_outlets(outlets, sorted({*known, *run.groups}))
    try:
        articles = load_run_articles(run, outlets=chosen, since=since, until=until)
    except ValueError as error:
        raise WrongParameter(str(error)) from None
    articles = label_stories(articles, read_table(run.processed / "stories"), run.stories)
    own = drop_copies(articles, read_table(run.processed / "copies.parquet"))
    _make_tables_interactive()
    return Opened(run, articles.assign(is_copy=~articles["article_id"].isin(own["article_id"])))


def _make_tables_interactive() -> None:
    """Let tables be sorted and searched in JupyterLab, offline; a report's pages run no script, so not there."""
    if "ipykernel" not in sys.modules or os.environ.get(paths.REPORT_VARIABLE):
        return
    import itables
    from IPython.core.getipython import get_ipython

    itables.init_notebook_mode(all_interactive=False, connected=False)
    shell = get_ipython()
    if shell is not None and shell.display_formatter is not None:
        # Frames only: a styled table has a form of its own, which is kept.
        shell.display_formatter.formatters["text/html"].for_type(pd.DataFrame, _as_interactive_table)


def _as_interactive_table(frame: pd.DataFrame) -> str:
    """Return a frame as a table to search: times to the minute, no index that only numbers the rows."""
    import itables

    times = frame.select_dtypes(["datetime", "datetimetz"])
    frame = frame.assign(**{name: times[name].dt.strftime("%Y-%m-%d %H:%M") for name in times})
    with pd.option_context("display.precision", 3):
        table: str = itables.to_html_datatable(
            frame,
            classes="display compact",  # without "nowrap": texts are broken into lines
            showIndex=frame.index.names != [None],
            layout={"topStart": None, "topEnd": "search", "bottomStart": "info", "bottomEnd": "paging"},
            columnDefs=[{"className": "dt-left", "targets": "_all"}],
        )
    return table
