"""Read every kind of bad input of tests/bad_inputs, and print how many come out right, and the slowest.

    python benchmarks/bad_files.py

Each file is read on its own, as an ingest reads it. Right is what the kind says: articles, rejects with their reasons,
and exact repeats. Ends with status 1 if one is wrong.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from bad_inputs.every_kind import KINDS  # noqa: E402
from bad_inputs.kinds import Kind, hand_in  # noqa: E402

from analysis.corpus.files import RawFile, find_files  # noqa: E402
from analysis.corpus.records import Setting, read_task  # noqa: E402
from analysis.corpus.tasks import Task  # noqa: E402


def outcomes(folder: Path) -> Iterator[tuple[Kind, tuple[Any, ...], float]]:
    """Yield each kind of bad input, what came of it, and the processor time that it took."""
    for number, kind in enumerate(KINDS):
        handed = folder / f"post{number}"
        hand_in(kind, "Marlowaa", handed)
        began = time.process_time()
        files = _files(handed)
        came = came_of(read_task(Task(files), Setting("raw", {})).table.to_pandas()) if files else (0, [], 0)
        yield kind, came, time.process_time() - began


def _files(folder: Path) -> list[RawFile]:
    """Return the files of a folder that an ingest reads; none where all of them are left out."""
    try:
        return find_files(folder)
    except ValueError:
        return []


def came_of(records: pd.DataFrame) -> tuple[Any, ...]:
    """Return the number of articles, the reasons of the rejects, and the number of repeats."""
    rejected = records["reason"].notna()
    ids = records.loc[~rejected, "article_id"]
    return ids.nunique(), sorted(records.loc[rejected, "reason"]), len(ids) - ids.nunique()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        found = list(outcomes(Path(scratch)))
    wrong = [
        f"{kind.name}: {came}" for kind, came, _ in found if came != (kind.articles, sorted(kind.reasons), kind.repeats)
    ]
    print(*wrong, sep="\n")
    slowest = max(found, key=lambda entry: entry[2])
    print(f"{len(found) - len(wrong)} of {len(found)} kinds come out right")
    print(f"the slowest takes {slowest[2]:.1f} seconds of processor time: {slowest[0].name}")
    sys.exit(1 if wrong else 0)
