"""Damage each table of a finished run, and each shipped model, in many ways, and see what the next run makes of it.

    python benchmarks/damaged.py [tables] [models]

Tables: of each table of two outlets of the sample one file is changed, with the list of the files' checksums there, and
without it, as after a run that was stopped; 120 of these ways are drawn. Then all tables are brought up to date, and
read. It is right if they have the bytes that they had (rebuilt), or at least the same rows (the damage is in a part of
the file that says nothing), or if a sentence names the damaged file (refused). Kept records may be gone, since they are
read again from the articles when they are needed. Models: each data file of the package is damaged in a copy of it;
opening it must be refused with its name. Ends with status 1 if anything else comes.
"""

import contextlib
import importlib.util
import io
import json
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
from tqdm import tqdm

from analysis import manifest, open_run, shipped, tables
from kills import FEW, contents, differing, workspace

RUN = "runs/immigration-tax.yaml"


def flip(path: Path, place: float) -> None:
    """Turn one bit at a part of the length of a file."""
    content = bytearray(path.read_bytes())
    content[int(place * (len(content) - 1))] ^= 1
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def other_table(path: Path) -> None:
    """Put another table in place that can be read, with the key of the right one: only its content is wrong."""
    key = pq.read_schema(path).metadata
    tables.write_table(
        pd.DataFrame({"town": ["Marlow"]}), path, "", metadata={k.decode(): v.decode() for k, v in (key or {}).items()}
    )


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a bit of its first bytes": lambda path: flip(path, 0),
    "a bit in a tenth": lambda path: flip(path, 0.1),
    "a bit in the middle": lambda path: flip(path, 0.5),
    "a bit near the end": lambda path: flip(path, 0.97),
    "a bit of its last byte": lambda path: flip(path, 1),
    "cut in half": cut,
    "emptied": lambda path: path.write_bytes(b""),
    "a text in its place": lambda path: path.write_text("Rain fell on the town.\n", encoding="utf-8"),
    "removed": Path.unlink,
    "a folder in its place": replace_by_folder,
    "another table under its key": other_table,
}
OF_TABLES = "another table under its key"
RIGHT = ("rebuilt", "same rows", "refused")


def one_of_each(processed: Path) -> list[Path]:
    """Return one Parquet file of each table, relative to the folder of the tables."""
    found: dict[Path, Path] = {}
    for path in sorted(processed.rglob("*.parquet")):
        name = path.relative_to(processed)
        found.setdefault(name.parent if name.parent != Path() else name, name)
    return list(found.values())


def outcome(folder: Path, expected: dict[str, bytes], damaged: str) -> str:
    """Bring the tables up to date and read them; say what came of the damage."""
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
            open_run(RUN)
            for path in folder.rglob("*.parquet"):
                tables.read_table(path)
    except (ValueError, OSError, RuntimeError) as error:
        return "refused" if damaged in str(error) else f"refused without the file: {type(error).__name__}: {error}"
    except Exception as error:
        return f"trace: {type(error).__name__}: {error}"
    wrong = [name for name in differing(contents(folder), expected) if "/records/" not in name]
    if not wrong:
        return "rebuilt"
    other = [name for name in wrong if name not in expected or not same_rows(folder / name, expected[name])]
    return f"in silence: {', '.join(other[:3])}" if other else "same rows"


def same_rows(path: Path, expected: bytes) -> bool:
    """Return whether a table has the rows of another one, given as the bytes of its file."""
    return path.is_file() and pq.read_table(path).equals(pq.read_table(io.BytesIO(expected)))


def damage_tables(most: int = 120) -> Counter[str]:
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as scratch:
        folder = workspace(Path(scratch), outlets=FEW)
        os.environ["BROADSHEET_WORKSPACE"] = str(folder)
        open_run(RUN)
        expected, whole = contents(folder), folder / "whole"
        processed = folder / "data/processed"
        shutil.copytree(processed, whole)
        ways = [(name, way, listed) for name in one_of_each(processed) for way in DAMAGES for listed in (True, False)]
        # A table that somebody else wrote with our key can be told by the list only.
        ways = [(name, way, listed) for name, way, listed in ways if listed or way != OF_TABLES]
        drawn = random.Random(0).sample(ways, min(most, len(ways)))
        for name, way, listed in tqdm(drawn, desc=f"tables, of {len(ways)} ways"):
            shutil.rmtree(processed)
            shutil.copytree(whole, processed)  # keeps the times of change, which the list of files has
            if not listed:
                (processed / manifest.FILE).unlink()
            DAMAGES[way](processed / name)
            came = outcome(folder, expected, str(name))
            found[came.partition(":")[0]] += 1
            if came not in RIGHT:
                print(f"{name}, {way}{'' if listed else ', no list'}: {came[:300]}", flush=True)
    print(f"tables damaged in {sum(found.values())} ways: {dict(found)}", flush=True)
    return found


def damage_models() -> Counter[str]:
    """Damage each data file in a copy of the package, and open it there."""
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as scratch:
        package = Path(scratch) / "analysis"
        shutil.copytree(shipped.PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
        for name in tqdm(json.loads((package / "checksums.json").read_text(encoding="utf-8")), desc="models"):
            whole = (package / name).read_bytes()
            for way in DAMAGES.keys() - {OF_TABLES}:
                DAMAGES[way](package / name)
                came = opening(package, name)
                found[came.partition(":")[0]] += 1
                if came not in RIGHT:
                    print(f"{name}, {way}: {came}", flush=True)
                if (package / name).is_dir():
                    (package / name).rmdir()
                (package / name).write_bytes(whole)
    print(f"models damaged in {sum(found.values())} ways: {dict(found)}", flush=True)
    return found


def opening(package: Path, name: str) -> str:
    """Open a data file of a copy of the package with a fresh copy of the module; say what came."""
    spec = importlib.util.spec_from_file_location("shipped_copy", package / "shipped.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    try:
        module.existing(module.PACKAGE / name)
    except (ValueError, FileNotFoundError) as error:
        named = Path(name).name in str(error) and "install it again" in str(error)
        return "refused" if named else f"refused without the file: {error}"
    except Exception as error:
        return f"trace: {type(error).__name__}: {error}"
    return "in silence"


if __name__ == "__main__":
    chosen = sys.argv[1:] or ["tables", "models"]
    total = sum(({"tables": damage_tables, "models": damage_models}[name]() for name in chosen), Counter[str]())
    sys.exit(any(came not in RIGHT for came in total))
