"""Print what a report costs, step by step and as a whole: CPU seconds, seconds, memory; the first time and again.

    python benchmarks/report.py [FOLDER OF ARTICLES | NUMBER]

A number takes as many articles of ../shared/data/allsides, drawn with a fixed seed, one file each. Runs in a copy of
the checkout, so nothing is fresh at first. CPU seconds are summed over all processes. Memory is the largest sum of
resident pages over all processes of the run, looked at twice a second; pages that processes share count in each.
"""

import gzip
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parents[1]
ALLSIDES = ROOT.parent / "shared" / "data" / "allsides"


def sample(n: int, raw: Path) -> None:
    """Write `n` real articles into a folder, one JSON file each."""
    raw.mkdir()
    files = sorted(ALLSIDES.glob("*.jsonl.gz"))
    lines = [line for file in files for line in gzip.decompress(file.read_bytes()).decode().splitlines()]
    for number, line in enumerate(sorted(random.Random(0).sample(lines, n))):
        (raw / f"{number:04d}.json").write_text(line, encoding="utf-8")


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


def processor() -> float:
    """Return the CPU seconds of this process and of all that it started, ended or not."""
    total = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            total += sum(process.cpu_times()[:4])
    return total


def announce(module: ModuleType, name: str) -> None:
    """Let a function of a module print what each call costs, under the call's label or the name of what it writes."""
    function: Callable[..., Any] = getattr(module, name)

    @wraps(function)
    def measured(*args: Any, **options: Any) -> Any:
        label = options.get("label") or getattr(args[0], "__name__", name)
        clock, cpu = time.perf_counter(), processor()
        result = function(*args, **options)
        print(f"  {label}: {processor() - cpu:.1f} CPU s, {time.perf_counter() - clock:.0f} s", flush=True)
        return result

    setattr(module, name, measured)


def make(run_file: str, raw: str = "") -> None:
    """Make a report in the current folder, and print what each step of it costs."""
    from analysis import corpus, engine, report

    print(f"  imports: {processor():.1f} CPU s")
    for module, names in (
        (corpus, ["ingest"]),
        (engine, ["map_parts", "write_whole"]),
        (report, ["run_notebooks", "gather_provenance", "inputs_key", "write_page"]),
    ):
        for name in names:
            announce(module, name)
    report.make_report(run_file, raw=raw)
    print(f"  whole: {processor():.1f} CPU s", flush=True)


def main(articles: str = "") -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("src", "notebooks", "runs", "data/raw"):
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        raw = str(Path(articles).resolve()) if articles else ""
        if articles.isdigit():
            raw = str(folder / "real")
            sample(int(articles), Path(raw))
        command = [sys.executable, __file__, "--make", "runs/immigration-tax.yaml", raw]
        print(f"report on {articles or 'the sample'}, {os.cpu_count()} cores", flush=True)
        for which in ("first run", "second run"):
            seconds, gigabytes = measure(command, folder)
            print(f"{which}: {seconds:.0f} s, {gigabytes:.2f} GB", flush=True)


if __name__ == "__main__":
    make(*sys.argv[2:]) if sys.argv[1:2] == ["--make"] else main(*sys.argv[1:])
