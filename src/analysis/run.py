"""A run file to a report: checks the file, executes the notebooks with its parameters, and puts the page together.

papermill and the page's nbconvert take seconds to load, and every notebook opens its run from here: they are imported where used.
"""

import difflib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import joblib
import yaml
from tqdm import tqdm
from traitlets.config import Config

from analysis import engine, export, ownership, paths
from analysis.corpus import load_articles
from analysis.pipeline import prepare
from analysis.stories import check_stories

KEYS = {
    "title": "the report's title",
    "raw": "the folder of articles",
    "processed": "the folder for its tables",
    "stories": "the stories to compare",
    "parameters": "values for the notebooks' parameters",
    "corpus_note": "a sentence about the articles for the report's foot",
}
_NEEDED = ("title", "stories")
# A kernel's debugger says at start that it cannot set breakpoints in Python's own modules; a report needs none.
_KERNEL_ENVIRONMENT = {"PYDEVD_DISABLE_FILE_VALIDATION": "1"}


class Run(NamedTuple):
    """What a run file says, checked, with absolute paths."""

    name: str
    title: str
    file: Path
    raw: Path
    processed: Path
    report: Path
    stories: list[dict[str, Any]]
    parameters: dict[str, Any]
    corpus_note: str


def load_run(file: str | Path, *, raw: str | Path = "") -> Run:
    """The run that a YAML file in `runs/` describes; `raw` puts another folder of articles in place of its own.

    Tables go to `data/processed/<run>` unless the file names another folder, the report to `reports/<run>`; when `raw` is given,
    both have its folder's name added, so that the run's own stay. Raises FileNotFoundError for a file that is not there, and ValueError for text that is not
    YAML, an unknown key (with the nearest known one), a missing key or a broken story.
    """
    path = paths.resolve(file)
    if not path.is_file():
        there = ", ".join(sorted(paths.shown(p) for p in paths.RUNS.glob("*.yaml"))) or "none yet"
        raise FileNotFoundError(f"there is no run file {paths.shown(path)}; the run files are: {there}")
    told = _read(path)
    _check_keys(told, KEYS, where=paths.shown(path))
    missing = [key for key in _NEEDED if not told.get(key)]
    if missing:
        raise ValueError(f"{paths.shown(path)} lacks {', '.join(f'{key} ({KEYS[key]})' for key in missing)}; add it")
    parameters = told.get("parameters") or {}
    if not isinstance(parameters, dict):
        raise ValueError(f"parameters in {paths.shown(path)} must be `name: value` lines")
    folder = paths.resolve(raw or told.get("raw") or paths.RAW)
    name = f"{path.stem}-{folder.name}" if raw else path.stem
    own_tables = paths.PROCESSED / name
    return Run(
        name=name,
        title=told["title"],
        file=path,
        raw=folder,
        processed=own_tables if raw else paths.resolve(told.get("processed") or own_tables),
        report=paths.REPORTS / name,
        stories=check_stories(told["stories"]),
        parameters=parameters,
        corpus_note="" if raw else told.get("corpus_note", ""),
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ValueError(f"{paths.shown(path)} is not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(told, dict):
        raise ValueError(f"{paths.shown(path)} must hold `key: value` lines; the keys are: {', '.join(KEYS)}")
    return told


def _check_keys(told: dict[str, Any], known: dict[str, Any], *, where: str) -> None:
    for key in told:
        if key not in known:
            near = difflib.get_close_matches(str(key), known, n=1)
            hint = f" (did you mean {near[0]}?)" if near else ""
            raise ValueError(f"{where}: there is no {key!r}{hint}; allowed are: {', '.join(known)}")


def notebooks() -> list[Path]:
    """The report's notebooks, in the order of their numbers."""
    return sorted(paths.NOTEBOOKS.glob("[0-9][0-9]-*.ipynb"))


def notebook_parameters() -> dict[str, str]:
    """The notebooks' parameters that a run file may set, with the help that stands beside each."""
    import papermill

    found = {}
    for notebook in notebooks():
        found |= {name: told["help"] for name, told in papermill.inspect_notebook(notebook).items()}
    return {name: told for name, told in found.items() if name not in ("run_file", "raw")}


def open_run(file: str | Path, *, raw: str | Path = "") -> Run:
    """The run of a YAML file with all its tables made, or read where nothing changed: how a notebook begins.

    Raises what `load_run` and `prepare` raise.
    """
    run = load_run(file, raw=raw)
    prepare(run.raw, run.processed, run.stories)
    return run


def make_report(file: str | Path, *, raw: str | Path = "") -> Path:
    """The path of the report page of a run file: `index.html`, beside the executed notebooks and the charts with their data.

    The report is built aside and put in place when it is whole; a failure leaves the former one. Raises what `load_run` and
    `prepare` raise, ValueError for an unknown notebook parameter and an empty selection, and RuntimeError for a failing cell, with the notebook and the cell.
    """
    from analysis.report.page import selection, write_page

    run = load_run(file, raw=raw)
    _check_keys(run.parameters, notebook_parameters(), where=f"parameters in {paths.shown(run.file)}")
    ownership.check_ours(run.report, "the report", signs=["index.html"])
    prepare(run.raw, run.processed, run.stories)
    load_articles(
        path=run.processed, **selection(run.parameters)
    )  # an empty selection is told before any notebook runs
    engine.release_workers()  # two notebooks need the memory
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


def run_notebooks(run: Run, report: Path) -> None:
    """Executes the notebooks into `report`/notebooks, a core each, with a progress bar over notebooks and one over each one's cells.

    Raises RuntimeError for a failing cell, with the notebook, the cell and the error.
    """
    (report / "notebooks").mkdir(parents=True, exist_ok=True)
    books = notebooks()
    work = joblib.Parallel(n_jobs=min(joblib.effective_n_jobs(-1), len(books)), return_as="generator")(
        joblib.delayed(_execute)(run, notebook, report, 1 + place) for place, notebook in enumerate(books)
    )
    for _ in tqdm(work, total=len(books), desc="notebooks", unit="notebook", position=0):
        pass


def _execute(run: Run, notebook: Path, report: Path, line: int) -> None:
    import papermill
    from papermill.exceptions import PapermillExecutionError

    offered = run.parameters | {"run_file": str(run.file), "raw": str(run.raw) if run.name != run.file.stem else ""}
    taken = {name: offered[name] for name in papermill.inspect_notebook(notebook) if name in offered}
    bar = dict(desc=f"  {notebook.stem}", leave=False, position=line)
    target = report / "notebooks" / notebook.name
    environment = _KERNEL_ENVIRONMENT | {export.REPORT_VARIABLE: str(report)}
    try:
        with _environment(environment), _private_channel() as config:
            papermill.execute_notebook(
                notebook, target, taken, kernel_name="python3", cwd=notebook.parent, progress_bar=bar, config=config
            )
    except PapermillExecutionError as error:
        raise RuntimeError(
            f"notebook {notebook.stem}, cell {error.cell_index}: {error.ename}: {error.evalue}"
        ) from None


@contextmanager
def _private_channel() -> Iterator[Config]:
    """Settings by which a kernel is spoken to over files of its own instead of network ports, where the system can.

    So nobody else can listen, the kernel does not warn of it, and two kernels never meet.
    """
    with tempfile.TemporaryDirectory() as folder:
        yield Config() if os.name == "nt" else Config({"KernelManager": {"transport": "ipc", "ip": f"{folder}/kernel"}})


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    """The process's environment with `values`, which the kernels inherit."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)
