"""Print what an ingest costs: the first, one without changes, one after a change; of single files and of exports.

    python benchmarks/ingest.py          # all 6,015 articles of ../shared/data/allsides, several minutes
    python benchmarks/ingest.py 600      # as many of them

Each ingest runs in a process of its own. CPU seconds include its workers and starting Python. Memory is the peak of the
process, and of its largest worker. Needs Linux, which tells the peak of a single process.
"""

import gzip
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

from analysis import workers
from analysis.corpus import balance, ingest

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "allsides"


def records(most: int) -> list[dict]:
    """Return `most` articles, evenly spread over the exports."""
    found = [
        json.loads(line)
        for path in sorted(DATA.glob("*.jsonl.gz"))
        for line in gzip.decompress(path.read_bytes()).splitlines()
    ]
    return found[:: max(len(found) // most, 1)][:most]


def as_files(articles: list[dict], raw: Path) -> Path:
    """Write one file per article, every other one a text copy, in a folder per outlet; return the path of the last."""
    for number, article in enumerate(articles):
        folder = raw / article["source"].replace("/", " ").strip(". ")
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{number:05d}.{'json' if number % 2 else 'txt'}"
        text = json.dumps(article) if number % 2 else f"{article['title']}\n\n{article['content_original']}"
        path.write_text(text, encoding="utf-8")
    return path


def as_exports(articles: list[dict], raw: Path) -> Path:
    """Write four gzipped exports, and return the path of the last."""
    raw.mkdir()
    for number in range(4):
        path = raw / f"export-{number}.jsonl.gz"
        path.write_bytes(gzip.compress("\n".join(map(json.dumps, articles[number::4])).encode()))
    return path


def change(path: Path) -> None:
    """Add a sentence to the text of a file's last article."""
    packed = path.suffix == ".gz"
    text = (gzip.decompress(path.read_bytes()) if packed else path.read_bytes()).decode()
    if path.suffix == ".txt":
        text += "\n\nThat was all that the council had to say about the rain."
    else:
        lines = text.split("\n")
        last = json.loads(lines[-1])
        last["content_original"] += "\n\nThat was all that the council had to say about the rain."
        text = "\n".join([*lines[:-1], json.dumps(last)])
    path.write_bytes(gzip.compress(text.encode()) if packed else text.encode())


def measured(raw: Path, processed: Path) -> dict:
    """Return what one ingest in a process of its own uses."""
    done = subprocess.run(
        [sys.executable, __file__, "--one", raw, processed], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def one(raw: str, processed: str) -> None:
    """Print what one ingest uses, as JSON."""
    wall = time.perf_counter()
    counts = ingest(raw, processed)
    wall = time.perf_counter() - wall
    workers.release_workers()
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    peak = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) / 1024
    cpu = sum(usage.ru_utime + usage.ru_stime for usage in used)
    print(
        json.dumps(
            {
                "wall_s": wall,
                "cpu_s": cpu,
                "mb": peak,
                "worker_mb": used[1].ru_maxrss / 1024,
                "balance": balance(counts),
            }
        )
    )


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:])
        return
    articles, rows = records(int(sys.argv[1]) if sys.argv[1:] else 10**6), []
    for name, write in (("single files", as_files), ("4 exports", as_exports)):
        with tempfile.TemporaryDirectory() as folder:
            raw, processed = Path(folder) / "raw", Path(folder) / "processed"
            path = write(articles, raw)
            for step in ("first", "unchanged", "one file changed"):
                if step == "one file changed":
                    change(path)
                rows.append({"corpus": f"{len(articles)} articles, {name}", "ingest": step, **measured(raw, processed)})
    print(pd.DataFrame(rows).to_string(index=False, float_format="{:.1f}".format))


if __name__ == "__main__":
    main()
