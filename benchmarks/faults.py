"""Faults on the sample, or two of its outlets: two runs at once, a disk that fills up, and articles that keep arriving.

    python benchmarks/faults.py together [POINTS]   # two reports of one run file, the second at POINTS moments (22)
    python benchmarks/faults.py mixed [POINTS]      # tables of two run files in one folder, the same (59)
    python benchmarks/faults.py full                # a disk with room for a part of what is written (root, Linux)
    python benchmarks/faults.py soak [MINUTES]      # articles arrive, tables are made again and again (30)

Each prints what came out as it should. `kills.py` has killed runs.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tqdm import tqdm

from analysis import open_run
from kills import COMMANDS, FEW, contents, start, workspace

TABLES, REPORT = COMMANDS["tables"], COMMANDS["report"]
OTHER = TABLES.replace("immigration-tax", "other")
# Names of what a run writes on its way.
LEFT_OVER = ("-making-", ".tmp", "former")
# Parts of the room that the tables, or the report, need.
DISK_PARTS = (0.1, 0.5, 0.9)


@contextmanager
def new_workspace(notebooks: str = "05*", outlets: Iterable[str] = FEW) -> Iterator[Path]:
    """Lay out a copy of a part of the sample without tables, with a second run file on the same folder of tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = workspace(Path(name), notebooks, outlets)
        first = (folder / "runs/immigration-tax.yaml").read_text(encoding="utf-8")
        (folder / "runs/other.yaml").write_text(
            first.replace("least_hits: 3", "least_hits: 6").replace("most_outlets: 7", "most_outlets: 4"),
            encoding="utf-8",
        )
        yield folder


def seconds_of(code: str, folder: Path) -> float:
    """Run a command to its end and return the seconds that it took."""
    began = time.perf_counter()
    assert start(code, folder).wait() == 0
    return time.perf_counter() - began


def left_over(folder: Path) -> list[str]:
    """Return the files that a finished run should not leave."""
    return [path.name for path in folder.rglob("*") if any(part in path.name for part in LEFT_OVER)]


def together(points: int = 22) -> None:
    """Begin a report while another one of the same run is being made; of one notebook, since all are made alike."""
    with new_workspace() as folder:
        seconds = seconds_of(REPORT, folder)
    good = 0
    for point in tqdm(range(points), desc="together"):
        with new_workspace() as folder:
            first = start(REPORT, folder)
            time.sleep(seconds * point / points)
            second = start(REPORT, folder)
            ended = first.wait() == 0 and second.wait() == 0
            good += ended and (folder / "reports/immigration-tax/index.html").is_file() and not left_over(folder)
    print(f"two reports at once: {good} of {points} moments gave both, with nothing left over")


def mixed(points: int = 59) -> None:
    """Begin the tables of one run file while those of another are being made in the same folder."""
    expected = []
    for codes in ((TABLES, OTHER), (OTHER, TABLES)):
        with new_workspace() as folder:
            seconds = sum(seconds_of(code, folder) for code in codes)
            expected.append(contents(folder))
    assert expected[0] != expected[1], "the two run files make the same tables"
    good = 0
    for point in tqdm(range(points), desc="mixed"):
        with new_workspace() as folder:
            first = start(TABLES, folder)
            time.sleep(seconds / 2 * point / points)
            second = start(OTHER, folder)
            ended = first.wait() == 0 and second.wait() == 0
            good += ended and contents(folder) in expected and not left_over(folder)
    print(f"two run files on one folder: {good} of {points} moments gave the tables of one of them, whole")


def full() -> None:
    """Make a report where a disk has room for a part of the tables, or of the report, and again with room for all."""
    with new_workspace() as folder:
        seconds_of(REPORT, folder)
        expected = contents(folder)
        needed = {name: size(folder / name) for name in ("data/processed", "reports")}
    good = 0
    for name, bytes_needed in needed.items():
        for part in DISK_PARTS:
            with new_workspace() as folder, small_disk(folder / name, int(part * bytes_needed)) as grow:
                command = [sys.executable, "-m", "analysis", "report", "runs/immigration-tax.yaml"]
                environment = os.environ | {"BROADSHEET_WORKSPACE": str(folder)}
                ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
                # Behind it stands only what takes progress bars away.
                said = re.findall(r"error: .*", ran.stderr)[-1:] or [""]
                clear = ran.returncode in (1, 2) and "Traceback" not in ran.stderr and "space" in said[0]
                grow()
                whole = start(REPORT, folder).wait() == 0 and contents(folder) == expected and not left_over(folder)
                good += clear and whole
                print(
                    f"{name}, {part:.0%} of its size: status {ran.returncode}, {said[0][:300]}; then whole: {whole}",
                    flush=True,
                )
    print(f"full disk: {good} of {2 * len(DISK_PARTS)} gave one sentence and, with room, the same tables")


def size(folder: Path) -> int:
    """Return the bytes of all files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


@contextmanager
def small_disk(folder: Path, n_bytes: int) -> Iterator[Callable[[], object]]:
    """Mount a disk of so many bytes, and give what makes it large."""
    folder.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={n_bytes}", "tmpfs", str(folder)]
    subprocess.run(mount, check=True)
    try:
        yield lambda: subprocess.run(["mount", "-o", f"remount,size={2**30}", str(folder)], check=True)
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def soak(minutes: float = 30) -> None:
    """Let articles arrive, and outlets leave and come back, and make the tables each time.

    One process makes all the tables, as a notebook that stays open does, so that memory that is not given back shows.
    """
    with new_workspace(outlets=["*"]) as folder:
        raw, arriving = folder / "data/raw", folder / "arriving"
        raw.rename(arriving)
        raw.mkdir()
        os.environ["BROADSHEET_WORKSPACE"] = str(folder)
        waiting = sorted(path.relative_to(arriving) for path in arriving.rglob("*") if path.is_file())
        end, memory = time.perf_counter() + 60 * minutes, []
        while time.perf_counter() < end or waiting:
            if not waiting:  # an outlet leaves, and comes back file by file
                outlet = min((path for path in raw.iterdir() if path.is_dir()), key=lambda path: path.stat().st_mtime)
                waiting = sorted(path.relative_to(raw) for path in outlet.rglob("*") if path.is_file())
                shutil.rmtree(outlet)
            for path in waiting[:12]:
                (raw / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(arriving / path, raw / path)
            del waiting[:12]
            open_run("runs/immigration-tax.yaml")
            memory.append(megabytes())
        grown, left = tables(folder), left_over(folder)
        shutil.rmtree(folder / "data/processed")
        open_run("runs/immigration-tax.yaml")
        same = tables(folder) == grown
    third = len(memory) // 3
    early, late = statistics.median(memory[third : 2 * third]), statistics.median(memory[2 * third :])
    print(
        f"soak: {len(memory)} runs in {minutes:g} minutes; memory {early:.0f} MB in the second third, {late:.0f} MB in "
        f"the last; left over: {left or 'nothing'}; same tables as a single run: {same}"
    )


def tables(folder: Path) -> dict[str, bytes]:
    """Return the bytes of the tables without the kept records, whose bundles follow the order of arrival."""
    return {name: data for name, data in contents(folder).items() if "/records/" not in name}


def megabytes() -> float:
    """Return the resident memory of this process (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    what, *numbers = sys.argv[1:]
    {"together": together, "mixed": mixed, "full": full, "soak": soak}[what](
        *map(float if what == "soak" else int, numbers)
    )
