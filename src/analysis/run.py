"""Execute the notebooks with the parameters of a run."""

import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import Any

import joblib
import nbformat
import papermill
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from analysis import paths
from analysis.progress import Progress
from analysis.run_files import Run

# The debugger of a kernel warns at its start that it cannot set breakpoints in Python's own modules; a report needs
# none.
_KERNEL_ENVIRONMENT = {"PYDEVD_DISABLE_FILE_VALIDATION": "1"}
_ADDRESS = re.compile(r" at 0x[0-9a-f]{1,16}")  # in memory, of what a cell shows
# A kernel that is told to end says that it was interrupted, in the middle of the line of progress.
_QUIET = ["--IPKernelApp.log_level=CRITICAL"]
# These parameters of every notebook say which run it belongs to; the runner sets them, a run file may not.
_RUN_PARAMETERS = ("run_file", "raw")


def notebooks() -> list[Path]:
    """Return the notebooks of the workspace, in the order of their numbers."""
    return sorted(paths.workspace().notebooks.glob("[0-9][0-9]-*.ipynb"))


def notebook_parameters() -> dict[str, str]:
    """Return the names of the notebooks' parameters that a run file may set, each with the comment that explains it."""
    found: dict[str, str] = {}
    for notebook in notebooks():
        found |= {name: parameter["help"] for name, parameter in papermill.inspect_notebook(notebook).items()}
    return {name: comment for name, comment in found.items() if name not in _RUN_PARAMETERS}


def run_notebooks(run: Run, report: Path) -> dict[str, str]:
    """Execute the notebooks into `report`/notebooks, one on each core.

    A line says how many notebooks are done, and which ones are not. Return the failed notebooks by name, each with
    its cell and error: a failure leaves the others alone.
    """
    (report / "notebooks").mkdir(parents=True, exist_ok=True)
    sources = notebooks()
    # Relative to the workspace, so that an executed notebook says nothing about the machine that it ran on.
    raw = paths.shown(run.raw) if run.name != run.file.stem else ""
    offered = run.parameters | {"run_file": paths.shown(run.file), "raw": raw}
    variables = _KERNEL_ENVIRONMENT | {
        paths.REPORT_VARIABLE: str(report),
        paths.WORKSPACE_VARIABLE: str(paths.workspace().root),
    }
    # Threads, since the work is done by the kernels, which are processes of their own. These inherit folder and
    # variables.
    cores = joblib.effective_n_jobs(-1)
    failed: dict[str, str] = {}
    with environment(variables), chdir(paths.workspace().notebooks), ThreadPoolExecutor(cores) as pool:
        work = {
            pool.submit(_execute, source, report / "notebooks" / source.name, offered): source.stem
            for source in reversed(sources)  # the last ones take longest
        }
        try:
            with Progress(total=len(work), desc="report", unit="notebooks") as line:
                for done in as_completed(work):
                    if error := done.result():
                        failed[work[done]] = error
                    line.set_postfix_str(_still(work), refresh=False)
                    line.update()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return dict(sorted(failed.items()))


def _still(work: Mapping[Future[str], str]) -> str:
    """Return the numbers of the notebooks that are not done."""
    names = [name.partition("-")[0] for future, name in work.items() if not future.done()]
    return f"not yet: {' '.join(names)}" if names else ""


def _execute(source: Path, target: Path, offered: Mapping[str, Any]) -> str:
    """Execute one notebook with those of `offered` that are its parameters, and return its error, or ""."""
    values = {name: offered[name] for name in papermill.inspect_notebook(source) if name in offered}
    failed = ""
    try:
        with _private_channel() as config:
            papermill.execute_notebook(
                source,
                target,
                values,
                kernel_name="python3",
                progress_bar=False,
                config=config,
                extra_arguments=_QUIET,
                allow_error_names=["NotEnoughArticles", "NameError"],  # shown as sentences, or failing below
                coalesce_streams=True,  # how a kernel cuts what a cell prints into messages depends on the moment
            )
    except PapermillExecutionError as error:
        failed = f"cell {error.cell_index}: {error.ename}: {error.evalue}"
    _take_traces_out(target)  # another error, as of a full disk, may have left half a notebook
    return failed


def _take_traces_out(path: Path) -> None:
    """Take out of an executed notebook what is of one machine or moment: paths, times, addresses, names of cells."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # nbformat has no annotations
    notebook.metadata.pop("papermill", None)
    for place, cell in enumerate(notebook.cells):
        cell.id = f"cell-{place}"
        for name in ("papermill", "execution"):
            cell.metadata.pop(name, None)
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                output.traceback = [_without_folders(line) for line in output.traceback]
            if words := output.get("data", {}).get("text/plain"):
                output.data["text/plain"] = _ADDRESS.sub("", words)
    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]


def _without_folders(line: str) -> str:
    """Return a line of an error with paths that begin at the workspace or at Python's own folder."""
    return line.replace(str(paths.workspace().root) + os.sep, "").replace(sys.prefix, "python")


@contextmanager
def _private_channel() -> Iterator[Config]:
    """Give settings with which runner and kernel talk over files instead of network ports, where the system can.

    So nobody else can listen, the kernel does not warn of it, and two kernels never meet.
    """
    with tempfile.TemporaryDirectory() as folder:
        yield Config() if os.name == "nt" else Config({"KernelManager": {"transport": "ipc", "ip": f"{folder}/kernel"}})


@contextmanager
def environment(values: Mapping[str, str]) -> Iterator[None]:
    """Set environment variables, which kernels and other processes inherit, and put the former ones back at the end."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
