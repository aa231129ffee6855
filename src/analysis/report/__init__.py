"""A report: the tables of a run, the executed notebooks, the charts, and the page that puts them together."""

import shutil
import tempfile
from pathlib import Path

from analysis import engine, ownership, paths
from analysis.pipeline import prepare
from analysis.report.page import write_page
from analysis.run import notebook_parameters, run_notebooks
from analysis.run_files import check_names, load_run

__all__ = ["make_report"]


def make_report(file: str | Path, *, raw: str | Path = "") -> Path:
    """Make the report of a run file and return the path of its page.

    The report is built in a temporary folder and put in place when it is whole; a failure leaves the former one.

    Parameters
    ----------
    file : str or Path
        The run file; a relative path counts from the workspace.
    raw : str or Path
        A folder of articles that replaces the run file's own.

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
        If a cell of a notebook fails, with the notebook and the cell.
    """
    run = load_run(file, raw=raw)
    check_names(run.parameters, notebook_parameters(), where=f"parameters in {paths.shown(run.file)}")
    ownership.check_ours(run.report, "the report", signs=["index.html"])
    prepare(run)
    # The notebooks need the memory.
    engine.release_workers()
    run.report.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{run.name}-", dir=run.report.parent) as folder:
        target = Path(folder) / run.name
        run_notebooks(run, target)
        write_page(run, target)
        ownership.mark(target, "report", files=[path for path in target.rglob("*") if path.is_file()])
        ownership.keep_strangers(run.report, target)
        shutil.rmtree(run.report, ignore_errors=True)
        target.rename(run.report)
    return run.report / "index.html"
