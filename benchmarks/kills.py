"""Kill ingests and table-making at random moments, run them again, and compare all bytes with an undisturbed run.

    python benchmarks/kills.py [TIMES]

On the sample: TIMES (default 20) ingests and as many runs of `open_run`, which makes every table. Each is ended with
SIGKILL, its worker processes too, then run again in the same folder.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tqdm import tqdm

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = {
    "ingest": "from analysis import ingest; ingest('data/raw')",
    "all tables": "from analysis import open_run; open_run('runs/immigration-tax.yaml')",
}
# Locks stay, empty; the list of files holds times.
IGNORED = (".broadsheet.lock", ".broadsheet.files.json")


def workspace(folder: Path) -> Path:
    """Lay out a copy of the sample without tables."""
    for name in ("data/raw", "runs", "notebooks"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def start(code: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start a command in a group of its own, so that its workers can be ended with it."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "BROADSHEET_WORKSPACE": str(folder)}
    command = [sys.executable, "-c", code]
    return subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True, stderr=subprocess.DEVNULL)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file of the tables."""
    files = (path for path in (folder / "data/processed").rglob("*") if path.is_file() and path.name not in IGNORED)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def main(times: int = 20) -> None:
    chance = random.Random(0)
    for name, code in COMMANDS.items():
        with tempfile.TemporaryDirectory() as whole:
            folder = workspace(Path(whole))
            began = time.perf_counter()
            assert start(code, folder).wait() == 0
            seconds, expected = time.perf_counter() - began, contents(folder)
        same = 0
        for _ in tqdm(range(times), desc=name):
            with tempfile.TemporaryDirectory() as killed:
                folder = workspace(Path(killed))
                process = start(code, folder)
                time.sleep(chance.uniform(0.2, 1) * seconds)
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                assert start(code, folder).wait() == 0
                same += contents(folder) == expected
        print(f"{name}: {same} of {times} killed runs gave, run again, the same bytes and no other file", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
