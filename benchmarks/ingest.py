"""What an ingest costs: first, unchanged, with one file changed; articles as single files and as exports. Prints one table.

    python benchmarks/ingest.py          # all 6,015 articles of ../shared/data/allsides, several minutes
    python benchmarks/ingest.py 600      # so many of them

Each ingest runs in a process of its own. CPU seconds are those of it and its workers, starting Python included; memory is the
largest that it and the largest of its workers were. Needs Linux, which tells a process's own largest memory.
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

from analysis import engine
from analysis.corpus import balance, ingest

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "allsides"


def records(most: int) -> list[dict]:
    """The first `most` articles of the exports."""
    found = [
        json.loads(line) for path in sorted(DATA.glob("*.jsonl.gz")) for line in gzip.open(path, "rt", encoding="utf-8")
    ]
    return found[:: max(len(found) // most, 1)][:most]


def as_files(articles: list[dict], raw: Path) -> Path:
    """`raw`, holding one file an article, every other one a text copy, in a folder an outlet; the path of one of them comes back."""
    for number, article in enumerate(articles):
        folder = raw / article["source"].replace("/", " ").strip(". ")
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{number:05d}.{'json' if number % 2 else 'txt'}"
        told = json.dumps(article) if number % 2 else f"{article['title']}\n\n{article['content_original']}"
        path.write_text(told, encoding="utf-8")
    return path


def as_exports(articles: list[dict], raw: Path) -> Path:
    """`raw`, holding four packed exports; the path of one of them comes back."""
    raw.mkdir()
    for number in range(4):
        path = raw / f"export-{number}.jsonl.gz"
        path.write_bytes(gzip.compress("\n".join(map(json.dumps, articles[number::4])).encode()))
    return path


def change(path: Path) -> None:
    """Adds a sentence to the text of a file's last article."""
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
    """What one ingest in a process of its own used."""
    told = subprocess.run(
        [sys.executable, __file__, "--one", raw, processed], capture_output=True, text=True, check=True
    )
    return json.loads(told.stdout)


def one(raw: str, processed: str) -> None:
    """Prints what one ingest uses, as JSON."""
    wall = time.perf_counter()
    counts = ingest(raw, processed)
    wall = time.perf_counter() - wall
    engine.release_workers()
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    peak = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) / 1024
    cpu = sum(usage.ru_utime + usage.ru_stime for usage in used)
    print(
        json.dumps(
            {"wall_s": wall, "cpu_s": cpu, "mb": peak, "worker_mb": used[1].ru_maxrss / 1024, "books": balance(counts)}
        )
    )


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        return one(*sys.argv[2:])
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
