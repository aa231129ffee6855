"""Print what each step costs on corpora of several sizes, and how the costs grow with the size.

    python benchmarks/scale.py [SIZE ...]      (default 1000 10000 100000 articles)

The articles are recombined from paragraphs of ../shared/data/allsides, one JSON Lines file a corpus. Each step runs in
a fresh process. CPU seconds are summed over its processes, those of starting Python left out. Memory is the peak of the
largest process; "result MB" is what of it a step returns that writes no file. "growth" is the cost per article over
that of the size before. scikit-learn's TF-IDF runs beside ours. Topics, events and findings take the articles of the
stories, of which it prints the number; findings are those of an empty table of quotes. Quotes have a benchmark of their
own. Needs Linux.
"""

import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import sparse

from analysis import engine, tables, workers
from analysis.corpus import ingest, load_articles
from analysis.pipeline import SKETCH, TOKENIZE, assign_step
from analysis.pipeline.run_copies import write_copies
from analysis.pipeline.run_events import write_run_events
from analysis.pipeline.run_findings import write_run_findings
from analysis.pipeline.run_topics import TABLES, write_run_topics
from analysis.pipeline.story_articles import write_story_articles
from analysis.run_files import load_run
from analysis.words.counts import count_terms
from analysis.words.tf_idf import tf_idf
from copies import memory, recombined

ROOT = Path(__file__).resolve().parents[1]
RUN = ROOT / "runs" / "immigration-tax.yaml"
FIRST_DAY, N_DAYS = date(2012, 1, 1), 3000


def make_corpus(n: int, raw: Path) -> None:
    """Write `n` recombined articles as JSON Lines."""
    raw.mkdir()
    days = np.random.default_rng(0).integers(0, N_DAYS, n)
    with (raw / "corpus.jsonl").open("w", encoding="utf-8") as stream:
        for number, (row, day) in enumerate(zip(recombined(n).itertuples(), days, strict=True)):
            record = {"title": f"Article {number}", "source": f"Outlet {row.outlet}", "text": row.text}
            stream.write(json.dumps(record | {"date": str(FIRST_DAY + timedelta(int(day)))}) + "\n")


def add_article(folder: Path) -> None:
    """Add an article to the corpus, in a file of its own."""
    text = "The tax on ferries rises on Monday, the harbor office of Marlow said.\n\n" * 20
    record = {"title": "Ferries", "source": "Outlet 1", "date": "2016-05-01", "text": text}
    (folder / "raw" / "more.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")


def assign(folder: Path) -> None:
    engine.map_parts(assign_step(load_run(RUN).stories), [folder / "articles"], folder / "stories")


def tokenize(folder: Path) -> None:
    engine.map_parts(TOKENIZE, [folder / "articles"], folder / "tokens" / "news")


def sketch(folder: Path) -> None:
    engine.map_parts(SKETCH, [folder / "articles", folder / "tokens" / "news"], folder / "sketches")


def pair(folder: Path) -> None:
    write_copies(folder / "sketches", folder / "copies.parquet")


def choose(folder: Path) -> None:
    write_story_articles(folder / "articles", folder / "stories", folder / "in_stories", most=75)


def fit(folder: Path) -> None:
    outputs = {name: folder / f"{name}.parquet" for name in TABLES}
    write_run_topics(folder, outputs, selection={}, settings={"topics": "auto", "seed": 0})


def group(folder: Path) -> None:
    write_run_events(folder, selection={}, settings={"window_days": 3.0})


def test_claims(folder: Path) -> None:
    tables.write_table(tables.empty("quotes"), folder / "quotes" / "part-0000.parquet", "quotes")
    write_run_findings(folder, stories=load_run(RUN).stories, min_confidence=0.25)


def weigh(folder: Path) -> sparse.csr_matrix:
    ids = load_articles(path=folder, columns=["article_id"])
    return tf_idf(count_terms(ids, token_folder=folder / "tokens")).counts


def weigh_peer(folder: Path) -> sparse.csr_matrix:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(min_df=2).fit_transform(tables.read_table(folder / "articles", columns=["text"])["text"])


def all_steps(folder: Path) -> None:
    ingest(folder / "raw", folder / "tables")
    for step in (assign, tokenize, sketch, pair, choose):
        step(folder / "tables")


STEPS: dict[str, Callable[[Path], object]] = {
    "ingest": lambda folder: ingest(folder / "raw", folder / "tables"),
    "stories": lambda folder: assign(folder / "tables"),
    "tokens": lambda folder: tokenize(folder / "tables"),
    "sketches of copies": lambda folder: sketch(folder / "tables"),
    "pairs of copies": lambda folder: pair(folder / "tables"),
    "texts of the stories": lambda folder: choose(folder / "tables"),
    "topics": lambda folder: fit(folder / "tables"),
    "events": lambda folder: group(folder / "tables"),
    "findings without quotes": lambda folder: test_claims(folder / "tables"),
    "load all articles": lambda folder: load_articles(path=folder / "tables"),
    "TF-IDF from kept ids": lambda folder: weigh(folder / "tables"),
    "TF-IDF, scikit-learn": lambda folder: weigh_peer(folder / "tables"),
    "all again, unchanged": all_steps,
    "all again, one more article": lambda folder: (add_article(folder), all_steps(folder)),
}


def megabytes(result: object) -> float:
    """Return the MB of a frame or matrix; 0 for the other steps, which write files."""
    if isinstance(result, pd.DataFrame):
        return float(result.memory_usage(deep=True).sum() / 2**20)
    arrays = [result.data, result.indices, result.indptr] if isinstance(result, sparse.csr_matrix) else []
    return sum(array.nbytes for array in arrays) / 2**20


def measure(name: str, folder: Path) -> None:
    """Run a step in this process, and print its CPU seconds, the MB of its largest process and those of its result."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    before = sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, whose))
    result = STEPS[name](folder)
    workers.release_workers()
    used = [resource.getrusage(one) for one in whose]
    seconds = sum(usage.ru_utime + usage.ru_stime for usage in used) - before
    # Linux counts in ru_maxrss of a process also what its parent held when it began.
    print(json.dumps([seconds, max(memory("VmHWM"), used[1].ru_maxrss / 1024), megabytes(result)]))


def in_fresh_process(*arguments: str) -> str:
    """Run this file with arguments, and return what it prints; a process begins with the peak of its parent."""
    command = [sys.executable, __file__, *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def costs(n: int) -> pd.DataFrame:
    """Return CPU seconds and MB of each step on `n` articles, and MB of what it returns."""
    with tempfile.TemporaryDirectory() as folder:
        in_fresh_process("--corpus", f"{folder}/raw", str(n))
        rows = {name: json.loads(in_fresh_process("--step", folder, name).splitlines()[-1]) for name in STEPS}
    return pd.DataFrame.from_dict(rows, orient="index", columns=["CPU seconds", "MB", "result MB"])


def as_markdown(table: pd.DataFrame) -> str:
    rows = [["step", *table.columns], ["---"] * (1 + table.shape[1]), *table.reset_index().astype(str).to_numpy()]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def main(sizes: list[int]) -> None:
    print(f"{date.today()}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    before: tuple[int, pd.DataFrame] | None = None
    for n in sizes:
        table = costs(n)
        shown = table.assign(per_second=n / table["CPU seconds"]).round(0)
        shown["CPU seconds"] = table["CPU seconds"].round(2)
        if before:
            growth = table["CPU seconds"] / n / (before[1]["CPU seconds"] / before[0])
            shown = shown.assign(growth=growth.round(2), memory_growth=(table["MB"] / before[1]["MB"]).round(2))
        print(f"{n:,} articles\n\n{as_markdown(shown)}\n", flush=True)
        before = n, table


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--corpus", raw, n]:
            make_corpus(int(n), Path(raw))
        case ["--step", folder, name]:
            measure(name, Path(folder))
        case sizes:
            main(list(map(int, sizes)) or [1000, 10_000, 100_000])
