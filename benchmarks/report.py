"""Print how long `make report` takes after set-up, first and again, and its memory.

    python benchmarks/report.py [FOLDER OF ARTICLES]

Runs in a copy of the checkout, so nothing is fresh at first. Memory is the largest sum of resident pages over all
processes of the run, looked at twice a second; pages that processes share count in each.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]


def measure(command: list[str], folder: Path) -> tuple[float, float]:
    """Return the seconds and the peak gigabytes of a command; raise CalledProcessError when it fails."""
    start, peak = time.perf_counter(), 0
    process = subprocess.Popen(command, cwd=folder, env=os.environ | {"PYTHONPATH": str(folder / "src")})
    while process.poll() is None:
        peak = max(peak, resident(process.pid))
        time.sleep(0.5)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return time.perf_counter() - start, peak / 1e9


def resident(pid: int) -> int:
    """Return the bytes in memory of a process and of all that it started."""
    total = 0
    try:
        for process in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
            total += process.memory_info().rss
    except psutil.NoSuchProcess:
        pass
    return total


def main(raw: str = "") -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("src", "notebooks", "runs", "data/raw"):
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        command = [sys.executable, "-m", "analysis", "report", "runs/immigration-tax.yaml"]
        command += ["--raw", str(Path(raw).resolve())] if raw else []
        print(f"report on {Path(raw).name if raw else 'the sample'}, {os.cpu_count()} cores")
        for which in ("first run", "second run"):
            seconds, gigabytes = measure(command, folder)
            print(f"{which}: {seconds:.0f} s, {gigabytes:.2f} GB", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
