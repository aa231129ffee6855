"""Print what the tables of the sample cost in a folder and in a store like S3 on this machine (moto).

    python benchmarks/stores.py [TIMES]      (default 3 times)

Each time, all tables are made in a new place, then again with nothing changed, and then with a changed article. Folder
and store take turns, so that other work on the machine slows both alike. One process does all the work, and is the
store, too: its CPU seconds are those of both. Requests to a store elsewhere take longer, by what the network takes.
"""

import logging
import os
import platform
import shutil
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

import boto3
import pandas as pd
from moto.server import ThreadedMotoServer
from s3fs import S3FileSystem

from analysis import paths, pipeline, stores
from analysis.run_files import load_run

ROOT = Path(__file__).resolve().parents[1]
REQUESTS: Counter[str] = Counter()


def start_store() -> None:
    """Start the store, name it in the environment, and count what s3fs asks it."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    address, port = server.get_host_and_port()
    keys = dict.fromkeys(["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], "invented")
    os.environ.update(keys, AWS_ENDPOINT_URL=f"http://{address}:{port}", AWS_DEFAULT_REGION="us-east-1")
    boto3.client("s3").create_bucket(Bucket="newsroom")
    send = S3FileSystem._call_s3

    async def counted(self: S3FileSystem, method: str, *arguments: object, **options: object) -> object:
        REQUESTS[method] += 1
        return await send(self, method, *arguments, **options)

    S3FileSystem._call_s3 = counted


def measure(raw: Path, processed: str) -> dict[str, float]:
    """Make the tables and return wall and CPU seconds, and the requests."""
    REQUESTS.clear()
    run = load_run("runs/immigration-tax.yaml")._replace(raw=raw, processed=stores.as_path(processed))
    wall, cpu = time.perf_counter(), time.process_time()
    pipeline.prepare(run)
    return {
        "wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "requests": REQUESTS.total(),
        "writes": REQUESTS["put_object"] + REQUESTS["copy_object"],
    }  # fmt: skip


def same_tables(*places: str) -> bool:
    """Return whether all tables in these places have the same bytes."""
    found = [
        {str(path).removeprefix(str(place)): path.read_bytes() for path in place.rglob("*.parquet")}
        for place in map(stores.as_path, places)
    ]
    return all(tables == found[0] for tables in found)


def main(times: int = 3) -> None:
    os.environ[paths.WORKSPACE_VARIABLE] = str(ROOT)
    os.environ["LOKY_MAX_CPU_COUNT"] = "1"
    print(f"{date.today()}, {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    rows, same = [], True
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        start_store()
        for number in range(times):
            shutil.copytree(ROOT / "data" / "raw", raw := Path(folder) / f"{number}" / "raw")
            places = {"folder": f"{folder}/{number}/tables", "store": f"s3://newsroom/{number}"}
            for what in ("all tables", "unchanged", "one article changed"):
                if what == "one article changed":
                    article = next(path for path in sorted(raw.rglob("*.txt")) if path.stat().st_size > 2000)
                    article.write_text(article.read_text(encoding="utf-8") + "\n\nThat was all.\n", encoding="utf-8")
                rows += [{"tables": what, "in": name, **measure(raw, place)} for name, place in places.items()]
            same &= same_tables(*places.values())
    table = pd.DataFrame(rows).groupby(["tables", "in"], sort=False).median().reset_index()
    print("| tables of the sample | in a | wall seconds | CPU seconds | requests | writes |\n|---|---|---|---|---|---|")
    for row in table.to_dict("records"):
        print("| {tables} | {in} | {wall:.1f} | {cpu:.1f} | {requests:.0f} | {writes:.0f} |".format(**row))
    print(f"\nmedians of {times}; the same bytes: {same}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
