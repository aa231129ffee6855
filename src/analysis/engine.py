"""Work on a corpus as "one partition in, one partition out": mapped over processes, written atomically, skipped when unchanged.

A *step* is a pure function from frames to a frame. `map_parts` applies it to every part of its input tables; `reduce_parts`
applies it once to whole tables. Each output file carries a key, made of the hashes of its inputs, the parameters and the code of
the step; a step whose output carries the right key already is not run again. Nothing here knows what the tables mean.
"""

import ast
import hashlib
import json
import sys
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.util import resolve_name
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import joblib
import pandas as pd
import pyarrow.parquet as pq
from joblib.externals.loky import get_reusable_executor
from tqdm import tqdm

from analysis import tables
from analysis.shipped import shipped_file

PART_ROWS = 2000  # articles in a partition: about 10 MB of text, so that two processes stay far below a laptop's memory
_KEY = b"step_key"


class Step(NamedTuple):
    """One computation: `function(*frames, **params)` gives the table `table` ("" for one that is not public)."""

    function: Callable[..., pd.DataFrame]
    table: str
    params: Mapping[str, Any] = MappingProxyType({})


def file_hash(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def parts(table: Path) -> list[Path]:
    """The Parquet files of a table: the parts of a folder in the order of their names, or the one file."""
    return sorted(table.glob("part-*.parquet")) if table.is_dir() else [table] * table.exists()


def write_parts(frame: pd.DataFrame, folder: Path, name: str, *, starts: Sequence[int] = ()) -> list[Path]:
    """The paths of `frame`, written to `folder` in parts that begin at the rows `starts`; parts of an earlier table are removed.

    Without `starts`, in equal parts of at most PART_ROWS rows.
    """
    count = max(-(-len(frame) // PART_ROWS), 1)
    bounds = [*(starts or [number * len(frame) // count for number in range(count)]), len(frame)]
    written = [folder / f"part-{number:04d}.parquet" for number in range(len(bounds) - 1)]
    for path, start, end in zip(written, bounds[:-1], bounds[1:], strict=True):
        tables.write_table(frame.iloc[start:end], path, name)
    _remove_others(folder, written)
    return written


def map_parts(step: Step, inputs: Iterable[Path], output: Path, *, jobs: int = -1, label: str = "") -> int:
    """How many parts of the folder `output` were computed anew: the step applied to each part of the tables `inputs`.

    The tables' parts must correspond: the same names. Parts whose key is unchanged are left alone. Raises ValueError when the
    parts do not correspond, and what the step raises, with the part's name.
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
    work = joblib.Parallel(n_jobs=jobs, return_as="generator")(
        joblib.delayed(_run)(step, sources, target) for sources, target in stale
    )
    with warnings.catch_warnings():
        # joblib replaces a worker that has grown by 300 MB (models and caches do that) and says so; nothing is lost.
        warnings.filterwarnings("ignore", message="A worker stopped while some jobs were given")
        for _ in tqdm(work, total=len(stale), desc=label or output.name, unit="part", disable=not stale, leave=False):
            pass
    _remove_others(output, targets)
    return len(stale)


def _rename_parts(output: Path, wanted: Mapping[str, Path]) -> None:
    """Gives the parts that are there under another number, since parts before them came or went, the names that `wanted` has for their keys."""
    there = {(pq.read_schema(part).metadata or {}).get(_KEY, b"").decode(): part for part in parts(output)}
    moved = [(there[key], target) for key, target in wanted.items() if key in there and there[key] != target]
    for source, target in moved:
        source.rename(target.with_suffix(".moved"))
    for _, target in moved:
        target.with_suffix(".moved").replace(target)


def reduce_parts(step: Step, inputs: Iterable[Path], output: Path) -> int:
    """1 if the file `output` was computed anew, 0 if it was fresh: the step applied once to the whole tables `inputs`."""
    inputs = list(inputs)
    if is_fresh(output, _key(step, [part for table in inputs for part in parts(table)])):
        return 0
    _run(step, inputs, output)
    return 1


def release_workers() -> None:
    """Ends the processes that joblib keeps for a next step, and so gives back the memory of their models and caches."""
    get_reusable_executor().shutdown(wait=True)


def is_fresh(output: Path, key: str) -> bool:
    """Whether the file `output` is there and carries `key`."""
    return output.exists() and (pq.read_schema(output).metadata or {}).get(_KEY) == key.encode()


def key_metadata(key: str) -> dict[str, str]:
    """The metadata that a file written under `key` carries."""
    return {_KEY.decode(): key}


def step_key(function: Callable, params: Mapping[str, Any], hashes: Iterable[str]) -> str:
    """The key of a result: SHA-256 over the code behind `function`, the parameters and the inputs' hashes, in hex."""
    told = json.dumps(
        [code_version(function.__module__), function.__qualname__, dict(params), list(hashes)],
        sort_keys=True,
        default=str,
    )
    return hashlib.sha256(told.encode()).hexdigest()


def _key(step: Step, sources: Iterable[Path]) -> str:
    return step_key(step.function, step.params, [step.table, *map(file_hash, sources)])


def _run(step: Step, sources: Iterable[Path], target: Path) -> None:
    sources = list(sources)
    key = _key(step, [part for table in sources for part in parts(table)])
    frame = step.function(*(tables.read_table(source) for source in sources), **step.params)
    tables.write_table(frame, target, step.table, metadata=key_metadata(key))


def _remove_others(folder: Path, keep: Iterable[Path]) -> None:
    for path in set(folder.glob("part-*.parquet")) - set(keep):
        path.unlink()


@cache
def code_version(module: str) -> str:
    """SHA-256 over the source of `module` and of every module of its package that it imports, and the data files they ship, in hex.

    So a change to a chart does not compute the quotes again, and a new model does.
    """
    digest, seen, queue = hashlib.sha256(), set(), [module]
    while queue:
        name = queue.pop()
        if name in seen:
            continue
        seen.add(name)
        queue.extend(imports_of(name))
    for path in sorted(path for name in seen for path in _files_of(name)):
        digest.update(path.name.encode() + file_hash(path).encode())
    return digest.hexdigest()


def imports_of(module: str) -> set[str]:
    """The modules of the same package that `module` imports anywhere in its source, found without importing them."""
    package, source = module.partition(".")[0], _source(module)
    parent = module if source.name == "__init__.py" else module.rpartition(".")[0]
    found = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), parent) if node.level else node.module
            found |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
    return {name for name in found if name.startswith(package + ".") and _source(name)}


def _source(module: str) -> Path | None:
    """The file that holds a module; None where there is no such module (a function of one, say)."""
    package, *inside = module.split(".")
    top = sys.modules[package]
    if not inside:
        return Path(top.__file__)
    base = Path(next(iter(top.__path__))).joinpath(*inside)
    return next((path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()), None)


def _files_of(module: str) -> list[Path]:
    """The module's source, and the shipped data files that it names."""
    source = _source(module)
    names = [
        node.args[0].value
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "shipped_file"
        and isinstance(node.args[0], ast.Constant)
    ]
    return [source, *(shipped_file(name) for name in names)]
