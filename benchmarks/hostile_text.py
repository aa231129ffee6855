"""Give the functions that read text hostile text of doubling length, and print those that are not linear.

    python benchmarks/hostile_text.py [FUNCTION …]

The text repeats one of UNITS up to 64,000 signs. The slope is that of log time over log length, over two doublings: 1
is linear, 2 is square. Times are processor time, the least of some tries; below FEW seconds the slope is noise, and no
matter. Ends with status 1 if a function is steeper than STEEP on some text.
"""

import argparse
import json
import math
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from analysis import (
    assign_stories,
    count_terms,
    find_copies,
    find_quotes,
    group_events,
    keyword_in_context,
    sentences,
    tokenize,
)
from analysis.articles import clean_paragraphs, split_copied
from analysis.articles.bylines import parse_byline
from analysis.articles.caption_lines import split_caption
from analysis.articles.credits import split_credit
from analysis.articles.dates import parse_date
from analysis.articles.language import detect_language
from analysis.articles.line_kinds import line_kind
from analysis.articles.markup import paragraphs_of
from analysis.articles.origin import find_origin
from analysis.articles.outlets import without_site
from analysis.corpus.files import raw_file
from analysis.corpus.records import Setting, read_task
from analysis.corpus.tasks import Task
from analysis.quantities import figures
from analysis.readers.cleaning import clean
from analysis.readers.limits import Limits
from analysis.run_files import load_run

LENGTHS = (16_000, 64_000)
STEEP = 1.2
FEW = 0.25  # seconds for the longest text
LIMIT = 60.0  # seconds; what takes longer is not tried further
# Runs of one sign, of words, of lines, of quotation marks, of names, of what the rules look for.
UNITS = [
    " ", "\t", "\n", "\n\n", "\u00a0", "0", "1,", "1.", "$1 ", "a", "A", "é", "漢", "😀", "a ", "A ", "A. ",
    "a. ", "a.", "a-", "a’", '"', "“", "”", "“”", "“a”", "“a” ", '" ', "'", "‘a ’", "“a, ", "“‘", "(", ")",
    "()", "[", "{", "<", "</", "&", "*", "_", "-", "—", ".", "…", ",", ", ", ":", ";", "/", "|", "@", "a@b.",
    "http://", "rain\n", "Rain fell.\n\n", "he said ", "said. ", "Roe said ", "Ana Roe ", "Ana Roe, ",
    "Mr. Roe ", "“No,” he said. ", "“No,” said Ana Roe. ", "“No\n\n", "did not respond ", "the mayor ", "the ",
    "Jan 1 ", "2026-01-01 ", "12:30 ", "March 3, 2026, ", "by ", "By Ana Roe and ", "(AP) — ", "U.S. ", "e.g. ",
    "to the ", "and ", ", who ", "\n“", "\n- ", "\n“a”\n", "“A” — “B”, ", "tax ", "immigration ", "border ",
    "share on ", "caption ", "Image: ", "©", "a\u0301", "\u200b",
]  # fmt: skip


def frame(text: str) -> pd.DataFrame:
    """Return two articles of which one has the text."""
    rows = {
        "article_id": ["a" * 16, "b" * 16],
        "text": [text, "Rain fell on the town."],
        "headline": [text[:500], "Rain"],
    }
    return pd.DataFrame(rows).assign(outlet=["Ledger", "Post"], published=datetime(2026, 3, 3, tzinfo=UTC), url="")


def page(text: str) -> bytes:
    """Return a saved page that has the text as its words, its title, its author and in an attribute."""
    plain = text.replace("<", "&lt;").replace('"', "&quot;")
    head = (
        f'<title>{plain}</title><meta name="author" content="{plain}"><meta property="og:site_name" content="{plain}">'
    )
    parts = "".join(f"<p>{part}</p>" for part in plain.split("\n\n") if part)
    return f"<html><head>{head}</head><body><article><h1>{plain}</h1>{parts}</article></body></html>".encode()


def numbered(text: str) -> str:
    """Return the text with a number in each of its blanks, so that no two words are alike."""
    return "".join(f" w{place} " if sign == " " else sign for place, sign in enumerate(text[: len(text) // 4]))


def contents(text: str) -> bytes:
    """Return an export of ProQuest whose list of contents has as many lines as its record, all of them there."""
    lines = "\n".join(f"w{place} {text[place : place + 8]}" for place in range(0, len(text), 8))
    rule = "_" * 60
    return (
        f"{rule}\n\nContents\n{lines}\n\n{rule}\n\nTitle: Rain\n\nPublication title: L\n\nFull text: {lines}\n".encode()
    )


def quoted(text: str) -> pd.DataFrame:
    return find_quotes(frame(text), progress=False)


def file(data: bytes, name: str) -> int:
    """Read a file as an ingest does, without a limit of time, and return the number of its records."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return len(read_task(Task([raw_file(path, name)]), Setting("raw", {}, Limits(seconds=3600))).table)


STORIES = load_run(Path(__file__).parents[1] / "runs/immigration-tax.yaml").stories
FUNCTIONS: dict[str, Callable[[str], object]] = {
    "tokenize": lambda text: list(tokenize(text)),
    "sentences": lambda text: list(sentences(text)),
    "find_quotes": quoted,
    "find_quotes of other words": lambda text: quoted(numbered(text)),
    "find_copies": lambda text: find_copies(frame(text)),
    "assign_stories": lambda text: assign_stories(frame(text), STORIES),
    "keyword_in_context": lambda text: keyword_in_context(frame(text), "rain"),
    "count_terms": lambda text: count_terms(frame(text), ngrams=(1, 3), min_articles=1),
    "figures": figures,
    "group_events": lambda text: group_events(frame(text)),
    "detect_language": detect_language,
    "clean": clean,
    "clean_paragraphs": lambda text: clean_paragraphs([text], headline="Rain at last"),
    "split_copied": split_copied,
    "line_kind": line_kind,
    "split_caption": split_caption,
    "split_credit": split_credit,
    "parse_byline": parse_byline,
    "parse_date": parse_date,
    "paragraphs_of": paragraphs_of,
    "find_origin": lambda text: find_origin([text], [text]),
    "without_site": lambda text: without_site(text, "Ledger"),
    "read a copied page": lambda text: file(f"Rain\n\n{text}\n".encode(), "a.txt"),
    "read a saved page": lambda text: file(page(text), "a.html"),
    "read JSON": lambda text: file(
        json.dumps([{"title": text[:9999], "date": text[:9999], "author": text[:9999], "text": text}]).encode(),
        "a.json",
    ),
    "read broken JSON": lambda text: file(f'[{{"text": {text}'.encode(), "a.json"),
    "read ProQuest": lambda text: file(contents(text), "a.txt"),
    "read a table": lambda text: file(f"title,text\n{text}\n{text}".encode(), "a.csv"),
}


def seconds(function: Callable[[str], object], text: str) -> float:
    """Return the processor time of a call, or infinity if it takes longer than LIMIT."""
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    started = time.process_time()
    try:
        function(text)
        return time.process_time() - started
    except TimeoutError:
        return math.inf
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def stop(*_: object) -> None:
    """End what takes too long."""
    raise TimeoutError


def slope(function: Callable[[str], object], unit: str) -> tuple[float, float]:
    """Return the slope over two doublings, the first time that it is not steep, and the longest seconds."""
    text = unit * LENGTHS[-1]
    longest = seconds(function, text[: LENGTHS[-1]] + "!x")
    if longest < FEW:
        return 0.0, longest
    steepest = math.inf
    for _ in range(3):  # again if steep, since other work on the machine may have been in the way
        before = seconds(function, text[: LENGTHS[0]] + "!x")
        found = (
            math.log(max(longest, 1e-6) / max(before, 1e-6), LENGTHS[-1] / LENGTHS[0])
            if longest < math.inf
            else math.inf
        )
        steepest = min(steepest, found)
        if steepest <= STEEP or math.isinf(longest):
            break
        longest = min(longest, seconds(function, text[: LENGTHS[-1]] + "!x"))
    return steepest, longest


def main() -> None:
    parser = argparse.ArgumentParser(description="functions that are not linear on hostile text")
    parser.add_argument("functions", nargs="*", metavar="FUNCTION", help=", ".join(FUNCTIONS))
    chosen = parser.parse_args().functions or list(FUNCTIONS)
    signal.signal(signal.SIGVTALRM, stop)
    n_steep = 0
    for name in chosen:
        FUNCTIONS[name]("Rain fell.")  # loads word lists and models
        worst = 0.0
        for unit in UNITS:
            found, longest = slope(FUNCTIONS[name], unit)
            worst = max(worst, longest)
            if found > STEEP:
                n_steep += 1
                print(f"{name}: slope {found:.1f} on {unit!r} repeated, {longest:.1f} seconds", flush=True)
        print(f"{name}: {worst:.1f} seconds at most for {LENGTHS[-1]:,} signs", flush=True)
    print(f"{len(chosen)} functions, {len(UNITS)} texts, {n_steep} steeper than {STEEP}")
    sys.exit(1 if n_steep else 0)


if __name__ == "__main__":
    main()
