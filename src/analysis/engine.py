"""Work on a corpus part by part: steps run in several processes, write whole files, and skip what did not change.

A *step* is a pure function from frames to a frame. `map_parts` applies it to every part of its input tables;
`reduce_to_tables` applies a function once to whole tables. Each output file carries a key, made of the hashes of its
inputs, the parameters and the code of the step; a step whose output carries the right key already does not run again.
Nothing here knows what the tables mean.
"""

import hashlib
import json
import socket
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import joblib
import pandas as pd
import pyarrow as pa

from analysis import stores, tables
from analysis.code_version import code_version, file_hash
from analysis.progress import Progress
from analysis.workers import LostWorker, run_tasks

# Articles in a part: about 10 MB of text, so that two processes stay far below a laptop's memory.
PART_ROWS = 2000
_KEY = b"step_key"
# The hash of each file that this process knows, and the state of the file then.
_hashes: dict[Path, tuple[str, str]] = {}


class Step(NamedTuple):
    """One computation: `function(*frames, **params)` returns the table named `table`, or "" if it is not public.

    Of its first input only the `columns` are read; all of them if none are named.
    """

    function: Callable[..., pd.DataFrame]
    table: str
    params: Mapping[str, Any] = MappingProxyType({})
    columns: Sequence[str] = ()


class Task(NamedTuple):
    """The parts that a step reads together with their hashes, the part that it writes, and the key of that."""

    sources: Sequence[Path]
    hashes: Sequence[str]
    target: Path
    key: str


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
    tasks = [_task(step, sources, output) for sources in zip(*(_with_hashes(table) for table in inputs), strict=True)]
    _rename_parts(output, {task.key: task.target for task in tasks})
    fresh = stores.at_once(lambda task: is_fresh(task.target, task.key), tasks)
    stale = [task for task, is_done in zip(tasks, fresh, strict=True) if not is_done]
    stale.sort(key=lambda task: -task.sources[0].stat().st_size)  # a large part begun last would keep one process busy
    with (
        warnings.catch_warnings(),
        Progress(total=len(stale), desc=label or output.name, unit="parts", disable=not stale, leave=False) as bar,
    ):
        # joblib replaces a worker that has grown by 300 MB, as models make it grow, and warns; nothing is lost.
        warnings.filterwarnings("ignore", message="A worker stopped while some jobs were given")
        _run_all(step, stale, max(min(joblib.effective_n_jobs(jobs), len(stale)), 1), bar)
    _remove_others(output, [task.target for task in tasks])
    return len(stale)


def _with_hashes(table: Path) -> list[tuple[Path, str]]:
    return list(zip(there := parts(table), stores.at_once(part_hash, there), strict=True))


def _task(step: Step, hashed: Sequence[tuple[Path, str]], output: Path) -> Task:
    sources, hashes = zip(*hashed, strict=True)
    if len({source.name for source in sources}) != 1:
        raise ValueError(
            f"these parts do not belong together: {', '.join(map(str, sources))}; delete the folder and run again"
        )
    return Task(sources, hashes, output / sources[0].name, _key(step, hashes))


def _run_all(step: Step, tasks: Sequence[Task], jobs: int, bar: Progress) -> None:
    """Run the tasks; those in work in a process that is lost are run again alone, so that one can be named."""
    waiting = {task.target: task for task in tasks}

    def run(some: Iterable[Task], jobs: int) -> None:
        for target, digest in run_tasks(partial(_run_task, step), some, jobs=jobs):
            know_hash(target, digest)
            del waiting[target]
            bar.update()

    while waiting:
        try:
            run(list(waiting.values()), jobs)
        except LostWorker as lost:
            for task in lost.tasks:
                try:
                    run([task], 2)  # with one job, joblib would work in this process
                except LostWorker as error:
                    raise RuntimeError(
                        f"the process that made {task.target} was ended twice by the system, probably for want of "
                        "memory; close other programs and run the same command again, which goes on where this one "
                        "stopped"
                    ) from error


def _rename_parts(output: Path, wanted: Mapping[str, Path]) -> None:
    """Rename parts that only moved up or down in number: `wanted` has the path for each key."""
    there = parts(output)
    existing = dict(zip(stores.at_once(_key_of, there), there, strict=True))
    moved = [(existing[key], target) for key, target in wanted.items() if key in existing and existing[key] != target]
    stores.rename_files(moved)


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
    return write_whole(function, params, inputs, outputs, lambda: function(*map(tables.read_table, inputs), **params))


def write_whole(
    function: Callable[..., Any],
    params: Mapping[str, Any],
    inputs: Iterable[Path],
    outputs: Mapping[str, Path],
    make: Callable[[], Mapping[str, pd.DataFrame]],
) -> int:
    """Write the frames that `make` returns, by name, each to the file that `outputs` has for its name.

    This is for steps that read of the tables `inputs` what they need. The key holds the code behind `function`, the
    parameters and all of the inputs. Return 1 if `make` was called, 0 if all files were fresh.
    """
    hashes = stores.at_once(part_hash, [part for table in inputs for part in parts(table)])
    key = step_key(function, params, [",".join(outputs), *hashes])
    if all(is_fresh(output, key) for output in outputs.values()):
        return 0
    frames = make()
    pa.default_memory_pool().release_unused()  # what making took; writing needs less
    for name, output in outputs.items():
        tables.write_table(frames[name], output, name if name in tables.TABLES else "", metadata=key_metadata(key))
    return 1


def is_fresh(output: Path, key: str) -> bool:
    """Return whether the file `output` is there and carries `key`."""
    return _key_of(output) == key


def _key_of(part: Path) -> str:
    """Return the key that a file carries, or ""."""
    return tables.metadata_of(part).get(_KEY, b"").decode(errors="replace")


def part_hash(path: Path) -> str:
    """Return the SHA-256 of a file; one that nobody wrote to since this process knows it is not read again."""
    state, digest = _hashes.get(path, ("", ""))
    if state != stores.state(path):
        know_hash(path, digest := file_hash(path))
    return digest


def know_hash(path: Path, digest: str) -> None:
    """Keep the SHA-256 of a file, so that it is not read for it as long as nobody writes to it."""
    _hashes[path] = stores.state(path), digest


def key_metadata(key: str) -> dict[str, str]:
    """Return the metadata that a file written under `key` carries."""
    return {_KEY.decode(): key}


def step_key(function: Callable[..., Any], params: Mapping[str, Any], hashes: Iterable[str]) -> str:
    """Return the key of a result: a hash over the code behind `function`, the parameters and the inputs' hashes."""
    content = [code_version(function.__module__), function.__qualname__, dict(params), list(hashes)]
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


def _key(step: Step, hashes: Iterable[str]) -> str:
    return step_key(step.function, step.params, [step.table, *hashes])


def _run_task(step: Step, task: Task) -> tuple[Path, str]:
    """Do a task, unless a worker that was lost had done it; return the part written and its hash."""
    if _key(step, task.hashes) != task.key:
        raise RuntimeError(
            f"the code of {step.function.__module__} on {socket.gethostname()} is not that of the process that asked "
            "for the work; install the same version of Broadsheet everywhere, or run again if the code was changed"
        )
    if missing := [source for source in task.sources if not source.exists()]:
        raise RuntimeError(
            f"{socket.gethostname()} does not see {missing[0]}; all workers must see the folder of the tables under "
            "the same path"
        )
    if not is_fresh(task.target, task.key):
        _run(step, task.sources, task.target, task.key)
    return task.target, file_hash(task.target)


def _run(step: Step, sources: Iterable[Path], target: Path, key: str) -> None:
    first, *others = sources
    frames = [tables.read_table(first, columns=step.columns), *map(tables.read_table, others)]
    frame = step.function(*frames, **step.params)
    tables.write_table(frame, target, step.table, metadata=key_metadata(key))


def _remove_others(folder: Path, keep: Iterable[Path]) -> None:
    for path in set(folder.glob("part-*.parquet")) - set(keep):
        path.unlink()
