"""Print what finding quotes takes on a Dask cluster of one and of two workers here, and what a killed worker costs.

    python benchmarks/cluster.py [ARTICLES [TIMES]]      (default 120 articles of ../shared/data/allsides, 3 times)

The articles lie in parts of 4. Sizes take turns, so that other work on the machine slows all of them alike. Workers
have loaded their models before the clock starts. CPU seconds are those of the workers. In the last rows a worker is
killed with SIGKILL after a third of the parts; the scheduler's nanny starts another one, which loads its models again.
"""

import gzip
import json
import math
import os
import platform
import signal
import sys
import tempfile
import threading
import time
from datetime import date
from pathlib import Path

import pandas as pd
from distributed import LocalCluster

from analysis import engine, quotes, workers

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "allsides" / "immigration.jsonl.gz"
PART = 4
STEP = engine.Step(quotes.find_quotes, "quotes", {"progress": False})


def write_articles(n: int, folder: Path) -> None:
    """Write `n` articles in parts, and one part to load the models with."""
    records = [json.loads(line) for line in gzip.decompress(DATA.read_bytes()).splitlines()][:n]
    texts = [record["content_original"] for record in records]
    frame = pd.DataFrame({"article_id": [f"{number:016x}" for number in range(len(texts))], "text": texts})
    engine.write_parts(frame, folder / "articles", "", starts=range(0, len(frame), PART))
    first = pd.concat([frame.head(1)] * 4).assign(article_id=[f"{number:016x}" for number in range(4)])
    engine.write_parts(first, folder / "first", "", starts=range(4))


def seconds_of(cluster: LocalCluster) -> float:
    """Return the processor time that the workers have taken."""
    with cluster.get_client() as client:
        return sum(client.run(time.process_time).values())


def kill_after(output: Path, n: int, pid: int) -> None:
    while len(engine.parts(output)) < n:
        time.sleep(0.02)
    os.kill(pid, signal.SIGKILL)


def measure(folder: Path, n_workers: int, *, kill: bool = False) -> tuple[float, float, dict[str, bytes]]:
    """Return wall and CPU seconds, and the bytes of the parts."""
    with (
        LocalCluster(n_workers=n_workers, threads_per_worker=1, dashboard_address=None) as cluster,
        tempfile.TemporaryDirectory() as made,
        workers.on_cluster(cluster.scheduler_address),
    ):
        output = Path(made) / "quotes"
        engine.map_parts(STEP, [folder / "first"], Path(made) / "first")
        if kill:
            n, pid = len(engine.parts(folder / "articles")) // 3, next(iter(cluster.workers.values())).pid
            threading.Thread(target=kill_after, args=(output, n, pid)).start()
        cpu, wall = seconds_of(cluster), time.perf_counter()
        engine.map_parts(STEP, [folder / "articles"], output)
        wall, cpu = time.perf_counter() - wall, seconds_of(cluster) - cpu
        return wall, cpu, {part.name: part.read_bytes() for part in engine.parts(output)}


def main(n: int = 120, times: int = 3) -> None:
    print(
        f"{date.today()}, {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {n} articles\n"
    )
    rows, found = [], []
    with tempfile.TemporaryDirectory() as folder:
        write_articles(n, Path(folder))
        for number in range(times):
            for n_workers, kill in ((1, False), (2, False), (2, True)):
                wall, cpu, parts = measure(Path(folder), n_workers, kill=kill)
                found.append(parts)
                name = f"{n_workers}{', one killed' * kill}"  # of which the processor time is not known
                rows.append({"turn": number + 1, "workers": name, "wall": wall, "cpu": math.nan if kill else cpu})
    table = pd.DataFrame(rows)
    print("| turn | workers | wall seconds | CPU seconds of the workers |\n|---|---|---|---|")
    print("\n".join(f"| {row.turn} | {row.workers} | {row.wall:.1f} | {row.cpu:.1f} |" for row in table.itertuples()))
    wall = table.groupby("workers")["wall"].median()
    print(f"\nmedians: two workers {wall['1'] / wall['2']:.2f} x as fast as one; a killed worker costs ", end="")
    print(f"{wall['2, one killed'] - wall['2']:.1f} s; the same bytes: {all(parts == found[0] for parts in found)}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
