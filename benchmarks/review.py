"""Measure the review of quotes by keyboard, and by how many words a named topic is found again.

    python benchmarks/review.py keys [--wait SECONDS] [--n DECISIONS]
    python benchmarks/review.py topics

`keys` makes the tables of the sample in a new workspace and drives `broadsheet review` in a terminal as a person does
who thinks for some seconds before each key (5 by default); then it drives the box for JupyterLab without waiting.
`topics` fits topics again on parts of the sample and of 900 articles of ../shared/data/allsides, and counts how many of
ten first words two topics share, by how many of their articles they share.
"""

import argparse
import contextlib
import os
import pty
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import fit_topics, load_articles, paths
from analysis.new_workspace import init_workspace
from analysis.pipeline import load_run_articles, open_run
from analysis.review import load_reviews, review_queue
from analysis.review.terminal import HELP
from analysis.review.widgets import review_quotes
from analysis.tables import read_table
from analysis.topics import Topics

RUN = "runs/immigration-tax.yaml"
ALLSIDES = Path(__file__).resolve().parents[2] / "shared" / "data" / "allsides"
ASKED = HELP.split("  ")[-1].encode()  # ends what the program shows before it waits for a key
# Of ten decisions, as they come: a key, and the words that it asks for.
KEYS = ["r", "r", "r", "s", "r", "w", "r", "r", "d", "r"]
NAME = "Ann Lee"
PATIENCE = 60  # seconds


def measure_keys(wait: float, n: int) -> None:
    """Print how long the program takes for a decision, in a terminal and in JupyterLab."""
    with tempfile.TemporaryDirectory() as folder:
        home = init_workspace(Path(folder) / "workspace", sample=True)
        os.environ[paths.WORKSPACE_VARIABLE] = str(home)
        run = open_run(RUN)
        started = time.perf_counter()
        seconds = list(_in_terminal(home, wait, n))
        minutes = (time.perf_counter() - started) / 60
        decided = len(load_reviews())
        print(f"terminal: {decided} decisions in {minutes:.1f} minutes, of them {wait:g} s each to think")
        _print_seconds("  until the first passage is shown", seconds[:1])
        _print_seconds("  from a key to the next passage", seconds[1:])
        articles = load_run_articles(run, **run.selection)
        queue = review_queue(read_table(run.processed / "found_quotes"), articles, kind="random", n=n)
        box = review_quotes(queue, articles, coder="jupyter")
        _print_seconds("JupyterLab: from a key to the next passage", list(_in_box(box, n)))
        print(f"decisions in the file: {len(load_reviews())}")


def _in_terminal(home: Path, wait: float, n: int) -> Iterator[float]:
    """Yield the seconds until each passage is shown, the first one counted from the start of the program."""
    main, side = pty.openpty()
    command = [
        sys.executable,
        "-m",
        "analysis",
        "review",
        RUN,
        "--queue",
        "random",
        "--n",
        str(n),
        "--coder",
        "terminal",
    ]
    process = subprocess.Popen(command, stdin=side, stdout=side, stderr=side, cwd=home, close_fds=True)
    os.close(side)
    begun = time.perf_counter()
    _read_until(main, ASKED)
    yield time.perf_counter() - begun
    for number, key in enumerate(islice(cycle(KEYS), n), start=1):
        time.sleep(wait)
        begun = time.perf_counter()
        os.write(main, key.encode())
        if key == "s":
            _read_until(main, b"the speaker: ")
            begun = time.perf_counter()
            os.write(main, f"{NAME}\n".encode())
        _read_until(main, ASKED if number < n else b"decisions saved")
        yield time.perf_counter() - begun
    process.wait(timeout=60)
    os.close(main)


def _read_until(terminal: int, words: bytes) -> None:
    shown = b""
    while words not in shown and select.select([terminal], [], [], PATIENCE)[0]:
        with contextlib.suppress(OSError):  # the program has ended
            piece = os.read(terminal, 65536)
            shown += piece
            continue
        break
    if words not in shown:
        raise SystemExit(f"the program did not show {words!r}: {shown[-500:]!r}")


def _in_box(box: "object", n: int) -> Iterator[float]:
    for key in islice(cycle(KEYS), n):
        begun = time.perf_counter()
        if key == "s":
            box.speaker.value = NAME  # type: ignore[attr-defined]
        box.key.value = key  # type: ignore[attr-defined]
        yield time.perf_counter() - begun


def _print_seconds(what: str, seconds: list[float]) -> None:
    middle, most = np.median(seconds), max(seconds)
    print(f"{what}: median {middle:.3f} s, 95 % within {np.quantile(seconds, 0.95):.3f} s, longest {most:.3f} s")


def measure_topics() -> None:
    """Print how many of ten words the topics of two fits share, by the share of common articles (Jaccard)."""
    real = pd.concat(
        [pd.read_json(path, lines=True) for path in sorted(ALLSIDES.glob("*.jsonl.gz"))], ignore_index=True
    )
    real = pd.DataFrame(
        {"article_id": real.index.astype("str"), "headline": real["title"], "text": real["content_original"]}
    )
    with tempfile.TemporaryDirectory() as folder:
        os.environ[paths.WORKSPACE_VARIABLE] = str(init_workspace(Path(folder) / "workspace", sample=True))
        sample = load_articles(path=open_run(RUN).processed)
    corpora = {"sample": (sample, (2, 4, 6)), "allsides": (real.sample(900, random_state=1), (6, 10, 14))}
    for name, (articles, numbers) in corpora.items():
        rows = [row for number in numbers for row in _refits(articles, number)]
        table = pd.DataFrame(rows, columns=["articles", "words"])
        bands = pd.cut(
            table["articles"], [-1, 0.1, 0.3, 0.5, 1], labels=["under .1", ".1 to .3", ".3 to .5", "over .5"]
        )
        print(f"\n{name}: pairs of topics by common articles (rows) and common words of ten (columns)")
        print(pd.crosstab(bands.rename("common articles"), table["words"]).to_string())


def _refits(articles: pd.DataFrame, number: int) -> Iterator[tuple[float, int]]:
    first = fit_topics(articles, topics=number, seed=0)
    for seed, part in ((1, 1.0), (2, 0.8), (3, 0.8), (4, 0.6)):
        second = fit_topics(articles.sample(frac=part, random_state=seed), topics=number, seed=seed)
        known = set(second.shares["article_id"])
        (own, words), (other, other_words) = _members(first), _members(second)
        for topic in words:
            for second_topic in other_words:
                a, b = own.get(topic, set()) & known, other.get(second_topic, set())
                yield len(a & b) / max(len(a | b), 1), len(words[topic] & other_words[second_topic])


def _members(topics: Topics) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """Return the articles whose largest topic each one is, and its ten first words."""
    largest = topics.shares.sort_values("share").drop_duplicates("article_id", keep="last")
    first = topics.terms[topics.terms["rank"] <= 10]
    return (
        {topic: set(own) for topic, own in largest.groupby("topic")["article_id"]},
        {topic: set(own) for topic, own in first.groupby("topic")["term"]},
    )


def main() -> None:
    """Run the measurement that the command line names."""
    top = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    top.add_argument("what", choices=["keys", "topics"])
    top.add_argument("--wait", type=float, default=5, help="seconds before each key (default: 5)")
    top.add_argument("--n", type=int, default=200, help="decisions (default: 200)")
    arguments = top.parse_args()
    if arguments.what == "keys":
        measure_keys(arguments.wait, arguments.n)
    else:
        measure_topics()


if __name__ == "__main__":
    main()
