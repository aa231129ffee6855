"""Kill ingests, runs of all tables and reports at random moments, run them again, and compare all bytes.

    python benchmarks/kills.py [TIMES] [COMMAND …]

TIMES (default 20) of each command: `ingest` of the sample, `tables` of two of its outlets, and `report`, which makes
the same tables and a report of one notebook, since all notebooks are made alike. Each is ended with SIGKILL, its worker
processes too, then run again in the same folder. The bytes must be those of an undisturbed run.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from tqdm import tqdm

ROOT = Path(__file__).resolve().parents[1]
FEW = ("harbor-and-state", "the-marlow-ledger")  # outlets of the sample for what is run many times
COMMANDS = {
    "ingest": "from analysis import ingest; ingest('data/raw')",
    "tables": "from analysis import open_run; open_run('runs/immigration-tax.yaml')",
    "report": "from analysis.report import make_report; make_report('runs/immigration-tax.yaml')",
}
LISTS = ".broadsheet.files.json"  # of the tables, with the times of their changes


def workspace(folder: Path, notebooks: str = "*", outlets: Iterable[str] = ("*",)) -> Path:
    """Lay out a copy of the sample without tables, with the notebooks and outlets of those patterns."""
    for name in (
        "runs",
        "notebooks",
        *(f"data/raw/{path.name}" for o in outlets for path in ROOT.glob(f"data/raw/{o}")),
    ):
        source = ROOT / name
        shutil.copytree(source, folder / name) if source.is_dir() else shutil.copy(source, folder / name)
    for path in set(folder.glob("notebooks/*.ipynb")) - set(folder.glob(f"notebooks/{notebooks}")):
        path.unlink()
    return folder


def start(code: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start a command in a group of its own, so that its workers can be ended with it."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "BROADSHEET_WORKSPACE": str(folder)}
    command = [sys.executable, "-c", code]
    return subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True, stderr=subprocess.DEVNULL)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file of the tables and reports.

    Locks stay, empty.
    """
    files = (path for part in ("data/processed", "reports") for path in (folder / part).rglob("*") if path.is_file())
    kept = (path for path in files if path.suffix != ".lock" and path.name != LISTS)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in kept}


def differing(a: dict[str, bytes], b: dict[str, bytes]) -> list[str]:
    """Return the names of the files that only one of two folders has, or that differ."""
    return sorted(name for name in a.keys() | b.keys() if a.get(name) != b.get(name))


def run_again(name: str, times: int) -> None:
    """Kill a command so many times, each time in a new workspace, and print how often running it again mended all."""
    chance = random.Random(name)
    outlets = ["*"] if name == "ingest" else FEW
    with tempfile.TemporaryDirectory() as whole:
        folder = workspace(Path(whole), "05*", outlets)
        began = time.perf_counter()
        assert start(COMMANDS[name], folder).wait() == 0
        seconds, expected = time.perf_counter() - began, contents(folder)
    same = killed = 0
    for _ in tqdm(range(times), desc=name):
        with tempfile.TemporaryDirectory() as scratch:
            folder = workspace(Path(scratch), "05*", outlets)
            process = start(COMMANDS[name], folder)
            time.sleep(chance.uniform(0.1, 0.95) * seconds)
            if process.poll() is None:
                killed += 1
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            ended = start(COMMANDS[name], folder).wait() == 0
            wrong = differing(contents(folder), expected)
            same += ended and not wrong
            if wrong:
                print(f"{name}: not the same: {', '.join(wrong[:5])}", flush=True)
    print(
        f"{name}: {same} of {times} runs gave, run again, the same bytes and no other file; {killed} were killed "
        "before their end",
        flush=True,
    )


def main(times: int = 20, *names: str) -> None:
    for name in names or COMMANDS:
        run_again(name, times)


if __name__ == "__main__":
    main(*(int(word) if word.isdigit() else word for word in sys.argv[1:]))
