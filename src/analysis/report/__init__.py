"""A report: the tables of a run, the executed notebooks, the charts, and the page that puts them together."""

import glob
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis import locks, ownership, paths, workers
from analysis.pipeline import check_values, prepare
from analysis.report.comparison import compare_reports, moves_in_words
from analysis.report.kept import inputs_key, is_kept, keep
from analysis.report.page import write_index, write_page
from analysis.report.provenance import gather_provenance, write_provenance
from analysis.run import notebook_parameters, run_notebooks
from analysis.run_files import Run, check_names, load_run

__all__ = ["compare_reports", "make_report", "moves_in_words"]


def make_report(file: str | Path, *, raw: str | Path = "", scheduler: str = "") -> Path:
    """Make the report of a run file and return the path of its page.

    The report is built in a temporary folder and put in place when it is whole. One that is there is kept, and standard
    error says so, if neither what it is made of nor any of its files changed: see `analysis.report.kept`. Two reports
    of one run, or of two runs with the same tables, are made one after the other. Quotes that were found before a run
    was stopped are kept.

    Parameters
    ----------
    file : str or Path
        The run file; a relative path counts from the workspace.
    raw : str or Path
        A folder of articles that replaces the run file's own.
    scheduler : str
        The address of a Dask scheduler, see `analysis.workers.on_cluster`; in place of the run file's own.

    Returns
    -------
    Path
        `index.html`, beside the executed notebooks and the charts with their data.

    Raises
    ------
    FileNotFoundError
        If the run file is not there.
    ValueError
        If the run file or the articles cannot be used, a parameter is unknown, or no article is left by the parameters.
    RuntimeError
        If a cell of a notebook fails, with the notebook and the cell. The report is there all the same, with the other
        notebooks and charts, and says so.
    """
    run = load_run(file, raw=raw)
    run = run._replace(scheduler=scheduler or run.scheduler)
    check_names(run.parameters, notebook_parameters(), where=f"parameters in {paths.shown(run.file)}")
    check_values(run.parameters)
    ownership.check_ours(run.report, "the report", signs=["index.html"])
    with (
        locks.one_writer(run.report.with_name(f".{run.name}.lock"), paths.shown(run.report)),
        locks.one_writer(locks.lock_of(run.processed), paths.shown(run.processed)),
    ):
        prepare(run)
        # The notebooks need the memory.
        workers.release_workers()
        # Before notebooks and pages read anything: what changes meanwhile is then no part of the key.
        made_of = gather_provenance(run)
        key = inputs_key(run, made_of)
        failed = {} if is_kept(run.report, key) else _build(run, key, made_of)
    if failed:
        errors = "; ".join(f"notebook {name}, {error}" for name, error in failed.items())
        raise RuntimeError(f"{errors}. The report has the other notebooks: {paths.shown(run.report / 'index.html')}")
    return run.report / "index.html"


def _build(run: Run, key: str, made_of: Mapping[str, Any]) -> dict[str, str]:
    """Replace the report of a run by a new one, and return the notebooks that failed, with their errors."""
    prefix = f".{run.name}-making-"
    for left in run.report.parent.glob(f"{glob.escape(prefix)}*"):  # by a run that was killed
        shutil.rmtree(left)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=run.report.parent) as folder:
        target = Path(folder) / run.name
        failed = run_notebooks(run, target)
        write_provenance(made_of, target)
        write_page(run, target, failed=failed, made_of=made_of)
        if not failed:
            keep(target, key)
        ownership.mark(target, "report", files=[path for path in target.rglob("*") if path.is_file()])
        ownership.keep_strangers(run.report, target)
        if run.report.exists():
            run.report.rename(Path(folder) / "former")
        target.rename(run.report)
    write_index(run.report.parent)
    return failed
