"""Measure whom a bare surname means that several people of the corpus share, on rows that a reader judged.

    python benchmarks/shared_surnames.py [FOLDER]            # FOLDER: ../shared/data/allsides by default
    python benchmarks/shared_surnames.py [FOLDER] --draw     # print 60 passages to judge, from 1,200 articles

`shared_surnames.csv` has a row for each judged source: file and record of AllSides, where the source stands, the first
16 digits of the SHA-256 of the speaker that the package gave, and the verdict of a reader who saw the passage, the
speaker, and all names with that surname in the article. A row whose speaker is another one now has to be judged again.
Drawn are sources that are a surname alone, or with a title, of which at least two people are quoted in the 1,200
articles; one an article. The 60 that are judged were drawn in this way, but from the quotes of an earlier version, so
that `--draw` gives others.
"""

import argparse
import gzip
import hashlib
import json
import random
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from analysis import find_quotes
from analysis.quotes.lexicon import courtesy_titles, words
from analysis.quotes.names.name_parts import split_name
from blind_quotes import interval

ROOT = Path(__file__).resolve().parents[1]
JUDGED = Path(__file__).with_name("shared_surnames.csv")
SEED, N_ARTICLES, N_ROWS = 20261126, 1200, 60


def measure(folder: Path) -> None:
    """Print the share right of the judged rows."""
    judged = pd.read_csv(JUDGED, dtype={"speaker": str})
    texts = {name: read(folder, name) for name in judged["file"].unique()}
    now = [
        speaker_at(texts[row.file][row.record]["content_original"], row.start, row.end)
        for row in tqdm(judged.itertuples(), total=len(judged), desc="articles")
    ]
    same = judged["speaker"] == [digest(name) for name in now]
    print(f"right: {interval(judged.loc[same, 'verdict'] == 'right')}; {(~same).sum()} rows have to be judged again")


def speaker_at(text: str, start: int, end: int) -> str:
    """Return the speaker of a source of an article, "" for none."""
    quotes = find_quotes(pd.DataFrame({"article_id": ["a"], "text": [text]}), progress=False)
    there = quotes[quotes["source_spans"].map(lambda spans: [list(span) for span in spans] == [[start, end]])]
    return "" if there.empty else there["speaker"].fillna("").iloc[0]


def digest(name: str) -> str:
    return hashlib.sha256(name.casefold().encode()).hexdigest()[:16]


def read(folder: Path, name: str) -> list[dict]:
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def draw(folder: Path) -> None:
    """Print passages to judge: number, place, speaker, digest of the speaker, the words around the source."""
    articles = [
        {"article_id": f"{name}:{number}", "text": record["content_original"]}
        for name in ("both", "immigration", "tax", "other")
        for number, record in enumerate(read(folder, name))
        if len(record["content_original"] or "") >= 800
    ]
    random.Random(SEED).shuffle(articles)
    frame = pd.DataFrame(articles).drop_duplicates("text").iloc[:N_ARTICLES]
    quotes = find_quotes(frame)
    quotes = quotes[(quotes["confidence"] >= 0.5) & quotes["source"].notna()]
    shared = shared_surnames(quotes)
    drawn = quotes[quotes["source"].map(lambda source: bare_surname(source) in shared)]
    drawn = drawn.sample(frac=1, random_state=SEED).drop_duplicates("article_id").iloc[:N_ROWS]
    texts = frame.set_index("article_id")["text"]
    for number, row in enumerate(drawn.itertuples()):
        (start, end), text = row.source_spans[0], texts[row.article_id]
        print(number, row.article_id, start, end, row.speaker, digest(row.speaker or ""))
        print(
            "   ", " ".join(f"{text[max(0, start - 230) : start]}[[{text[start:end]}]]{text[end : end + 60]}".split())
        )


def shared_surnames(quotes: pd.DataFrame) -> set[str]:
    """Return the surnames of which at least two people with other given names are quoted."""
    named = quotes.loc[quotes["speaker_kind"] == "named_person", "speaker"].dropna().str.split(" and ").explode()
    parts = [split_name(name) for name in named.unique()]
    given = pd.DataFrame([(p.surname, p.given[0].lower()) for p in parts if p.given and len(p.given[0]) > 2])
    return set(given.groupby(0)[1].nunique().loc[lambda n: n > 1].index)


def bare_surname(source: str) -> str:
    """Return the surname of a source that is a surname alone or after a title, "" for others."""
    tokens = source.strip(' ,“”"').removesuffix("’s").removesuffix("'s").split()
    titles = words("titles") | courtesy_titles() | words("title_parts")
    is_one = bool(tokens) and tokens[-1][0].isupper() and all(token.lower() in titles for token in tokens[:-1])
    return split_name(tokens[-1]).surname if is_one and tokens[-1].lower() not in titles else ""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared" / "data" / "allsides")
    parser.add_argument("--draw", action="store_true", help="print passages to judge")
    arguments = parser.parse_args()
    (draw if arguments.draw else measure)(arguments.folder)
