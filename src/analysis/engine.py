"""Work on a corpus part by part: steps run in several processes, write whole files, and skip what did not change.

A *step* is a pure function from frames to a frame. `map_parts` applies it to every part of its input tables;
`reduce_parts` and `reduce_to_tables` apply it once to whole tables. Each output file carries a key, made of the hashes
of its inputs, the parameters and the code of the step; a step whose output carries the right key already does not run
again. Nothing here knows what the tables mean.
"""

import hashlib
import json
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

import joblib
import pandas as pd
import pyarrow.parquet as pq
from joblib.externals.loky import get_reusable_executor
from joblib.externals.loky.process_executor import TerminatedWorkerError

from analysis import tables
from analysis.code_version import code_version, file_hash
from analysis.progress import Progress

# Articles in a part: about 10 MB of text, so that two processes stay far below a laptop's memory.
PART_ROWS = 2000
_KEY = b"step_key"
WAIT = 30  # seconds for a scheduler and its workers to answer
# The parts that a step reads together, and the part that it writes.
Task: TypeAlias = "tuple[Sequence[Path], Path]"


class Step(NamedTuple):
    """One computation: `function(*frames, **params)` returns the table named `table`, or "" if it is not public.

    Of its first input only the `columns` are read; all of them if none are named.
    """

    function: Callable[..., pd.DataFrame]
    table: str
    params: Mapping[str, Any] = MappingProxyType({})
    columns: Sequence[str] = ()


def parts(table: Path) -> list[Path]:
    """Return the Parquet files of a table: the parts of a folder in the order of their numbers, or the one file."""
    return [part for part in tables.part_files(table) if part == table or part.name.startswith("part-")]


def write_parts(frame: pd.DataFrame, folder: Path, name: str, *, starts: Sequence[int] = ()) -> list[Path]:
    """Write `frame` to `folder` in parts and return their paths; parts of an earlier table are removed.

    The parts begin at the rows `starts`, or else are equal and have at most PART_ROWS rows.
    """
    count = max(-(-len(frame) // PART_ROWS), 1)
    bounds = [*(starts or [number * len(frame) // count for number in range(count)]), len(frame)]
    written = [folder / f"part-{number:04d}.parquet" for number in range(len(bounds) - 1)]
    for path, start, end in zip(written, bounds[:-1], bounds[1:], strict=True):
        tables.write_table(frame.iloc[start:end], path, name)
    _remove_others(folder, written)
    return written


def map_parts(step: Step, inputs: Iterable[Path], output: Path, *, jobs: int = -1, label: str = "") -> int:
    """Apply a step to each part of the tables `inputs`, and return how many parts of the folder `output` were computed.

    The parts of the tables must correspond: they have the same names. Parts whose key is unchanged are left alone.

    Raises
    ------
    ValueError
        If the parts do not correspond; also what the step raises.
    """
    tasks = list(zip(*(parts(table) for table in inputs), strict=True))
    for sources in tasks:
        if len({source.name for source in sources}) != 1:
            raise ValueError(
                f"these parts do not belong together: {', '.join(map(str, sources))}; delete the folder and run again"
            )
    targets = [output / sources[0].name for sources in tasks]
    _rename_parts(output, {_key(step, sources): target for sources, target in zip(tasks, targets, strict=True)})
    stale = [task for task in zip(tasks, targets, strict=True) if not is_fresh(task[1], _key(step, task[0]))]
    jobs = max(min(joblib.effective_n_jobs(jobs), len(stale)), 1)
    with (
        warnings.catch_warnings(),
        Progress(total=len(stale), desc=label or output.name, unit="parts", disable=not stale, leave=False) as bar,
    ):
        # joblib replaces a worker that has grown by 300 MB, as models and caches make it grow, and warns; nothing is
        # lost.
        warnings.filterwarnings("ignore", message="A worker stopped while some jobs were given")
        try:
            _run_all(step, stale, jobs, bar)
        except TerminatedWorkerError:
            _run_again(step, stale, bar)
    _remove_others(output, targets)
    return len(stale)


def _run_all(step: Step, tasks: Sequence[Task], jobs: int, bar: Progress) -> None:
    work = joblib.Parallel(n_jobs=jobs, return_as="generator_unordered")(
        joblib.delayed(_run)(step, sources, target) for sources, target in tasks
    )
    for _ in work:
        bar.update()


def _run_again(step: Step, tasks: Sequence[Task], bar: Progress) -> None:
    """Run the tasks that a lost process left undone, one at a time, so that one that ends its process can be named."""
    for sources, target in tasks:
        if is_fresh(target, _key(step, sources)):
            continue
        try:
            _run_all(step, [(sources, target)], 2, bar)  # with one job, joblib would work in this process
        except TerminatedWorkerError as error:
            raise RuntimeError(
                f"the process that made {target} was ended twice by the system, probably for want of memory; close "
                "other programs and run the same command again, which goes on where this one stopped"
            ) from error


def _rename_parts(output: Path, wanted: Mapping[str, Path]) -> None:
    """Rename parts that only moved up or down in number: `wanted` has the path for each key."""
    existing = {(pq.read_schema(part).metadata or {}).get(_KEY, b"").decode(): part for part in parts(output)}
    moved = [(existing[key], target) for key, target in wanted.items() if key in existing and existing[key] != target]
    for source, target in moved:
        source.rename(target.with_suffix(".moved"))
    for _, target in moved:
        target.with_suffix(".moved").replace(target)


def reduce_parts(step: Step, inputs: Iterable[Path], output: Path) -> int:
    """Apply a step once to the whole tables `inputs`; return 1 if the file `output` was computed, 0 if it was fresh."""
    inputs = list(inputs)
    if is_fresh(output, _key(step, [part for table in inputs for part in parts(table)])):
        return 0
    _run(step, inputs, output)
    return 1


def reduce_to_tables(
    function: Callable[..., Mapping[str, pd.DataFrame]],
    params: Mapping[str, Any],
    inputs: Iterable[Path],
    outputs: Mapping[str, Path],
) -> int:
    """Apply a function that returns several frames, by name, once to the whole tables `inputs`.

    Each frame goes to the file that `outputs` has for its name. Return 1 if the function ran, 0 if all were fresh.
    """
    inputs = list(inputs)
    key = step_key(
        function, params, [",".join(outputs), *(part_hash(part) for table in inputs for part in parts(table))]
    )
    if all(is_fresh(output, key) for output in outputs.values()):
        return 0
    frames = function(*(tables.read_table(source) for source in inputs), **params)
    for name, output in outputs.items():
        tables.write_table(frames[name], output, name if name in tables.TABLES else "", metadata=key_metadata(key))
    return 1


@contextmanager
def on_cluster(scheduler: str) -> Iterator[None]:
    """Let the workers of a Dask scheduler run the steps in the with block; without an address, this machine does.

    Tasks carry paths, not tables: all workers must see the folder of the tables under the same path, and have the same
    version of Broadsheet. The tables are the same, byte for byte. A lost worker's parts are done by another one.

    Parameters
    ----------
    scheduler : str
        The address, such as "tcp://10.0.0.5:8786", or "".

    Raises
    ------
    ValueError
        If the extra `cluster` is not installed, or no scheduler answers.
    """
    if not scheduler:
        yield
        return
    try:
        from distributed import Client
    except ImportError:
        raise ValueError("a scheduler needs more packages; run: pip install 'broadsheet[cluster]'") from None
    try:
        client = Client(scheduler, timeout=WAIT, set_as_default=False)  # type: ignore[no-untyped-call]  # no annotations
    except (OSError, ValueError) as error:
        raise ValueError(f"no Dask scheduler answers at {scheduler} ({error}); start one, or leave it out") from None
    with client, joblib.parallel_config(backend="dask", client=client, wait_for_workers_timeout=WAIT):
        yield


def release_workers() -> None:
    """End the processes that joblib keeps for a next step, which gives back the memory of their models and caches."""
    get_reusable_executor().shutdown(wait=True)


def is_fresh(output: Path, key: str) -> bool:
    """Return whether the file `output` is there and carries `key`."""
    return output.exists() and (pq.read_schema(output).metadata or {}).get(_KEY) == key.encode()


def part_hash(path: Path) -> str:
    """Return the SHA-256 of a file; one that nobody wrote to since this process hashed it is not read again."""
    state = path.stat()
    return _hash_of(path, state.st_ino, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=100_000)
def _hash_of(path: Path, *state: int) -> str:
    return file_hash(path)


def key_metadata(key: str) -> dict[str, str]:
    """Return the metadata that a file written under `key` carries."""
    return {_KEY.decode(): key}


def step_key(function: Callable[..., Any], params: Mapping[str, Any], hashes: Iterable[str]) -> str:
    """Return the key of a result: a hash over the code behind `function`, the parameters and the inputs' hashes."""
    content = json.dumps(
        [code_version(function.__module__), function.__qualname__, dict(params), list(hashes)],
        sort_keys=True,
        default=str,
    )
    return hashlib.sha256(content.encode()).hexdigest()


def _key(step: Step, sources: Iterable[Path]) -> str:
    return step_key(step.function, step.params, [step.table, *map(part_hash, sources)])


def _run(step: Step, sources: Iterable[Path], target: Path) -> None:
    sources = list(sources)
    key = _key(step, [part for table in sources for part in parts(table)])
    first, *others = sources
    frames = [tables.read_table(first, columns=step.columns), *map(tables.read_table, others)]
    frame = step.function(*frames, **step.params)
    tables.write_table(frame, target, step.table, metadata=key_metadata(key))


def _remove_others(folder: Path, keep: Iterable[Path]) -> None:
    for path in set(folder.glob("part-*.parquet")) - set(keep):
        path.unlink()
