"""Choose what is coded in tests/gold/groups.jsonl: sources without a name, of which some are persons and some groups.

    python tests/gold/choose_groups.py ../shared/data > FILE

FILE lies outside the repository, since it holds the text of the articles. Drawn are sources that `resolve_speakers`
takes for people without a name, one an article and few an outlet: 150 of AllSides as `find_attributions` finds them, 90
of PolNeAR's training side as they were coded there. Even numbers are for development, odd ones are held back. A second
draw of 120, of other articles, was coded when the rule was done. Another version of the package draws other sources.
code_groups.py turns a coder's verdicts into groups.jsonl.
"""

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from analysis.quotes import Attribution, find_attributions, read_document
from analysis.quotes.speakers.resolve import resolve_speakers

SEED = 20261126
UNNAMED = ("unnamed_person", "group")
FILES = ("allsides/both", "allsides/immigration", "allsides/tax", "allsides/other", "polnear/train")
AN_OUTLET = {"allsides": 3, "polnear": 15}  # sources of one outlet, at most
WANTED = ({"allsides": 150, "polnear": 90}, {"allsides": 75, "polnear": 45})


def read(folder):
    """Yield (file, record, outlet, text) of each article: its place, counted from 0, or PolNeAR's name."""
    for file in FILES:
        name = f"{file}.jsonl.gz" if file.startswith("allsides") else f"{file}.texts.jsonl.gz"
        for number, row in enumerate(rows_of(Path(folder) / name)):
            if "doc" in row:
                yield file, row["doc"], row["outlet"], row["text"]
            else:
                yield file, number, row["source"], row["content_original"]


def rows_of(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def coded_attributions(folder):
    """Return PolNeAR's coded attributions by document."""
    coded = defaultdict(list)
    for row in rows_of(Path(folder) / "polnear" / "train.gold.jsonl.gz"):
        if row["content"]:
            spans = (tuple(map(tuple, row[role])) for role in ("content", "cue", "source"))
            coded[row["doc"]].append(Attribution(*spans, "indirect", 1.0))
    return coded


def unnamed_sources(document, attributions):
    """Return the source spans, each once, that mean people without a name or nobody at all; pronouns are left out."""
    found = {}
    for attribution, speaker in zip(attributions, resolve_speakers(document, attributions), strict=True):
        if speaker.kind in UNNAMED and attribution.source_spans:
            start, end = attribution.source_spans[0][0], attribution.source_spans[-1][1]
            if end - start > 4:
                found[start] = attribution.source_spans
    return list(found.values())


def draw(folder):
    """Yield (file, record, text, source spans), each of the two draws in a random order."""
    rng, gold = random.Random(SEED), coded_attributions(folder)
    articles = list(read(folder))
    rng.shuffle(articles)
    done = set()
    for wanted in WANTED:
        drawn = list(draw_once(articles, gold, rng, wanted=wanted, done=done))
        done |= {(file, record) for file, record, _, _ in drawn}
        random.Random(SEED).shuffle(drawn)
        yield from drawn


def draw_once(articles, gold, rng, *, wanted, done):
    """Yield one source an article, as many of each collection as wanted, from articles that are not done."""
    taken, from_outlet = Counter(), Counter()
    for file, record, outlet, text in articles:
        collection = file.split("/")[0]
        full = taken[collection] >= wanted[collection] or from_outlet[collection, outlet] >= AN_OUTLET[collection]
        if full or (file, record) in done:
            continue
        document = read_document(text)
        attributions = gold[record] if collection == "polnear" else find_attributions(document)
        sources = unnamed_sources(document, attributions)
        if sources:
            taken[collection] += 1
            from_outlet[collection, outlet] += 1
            yield file, record, text, rng.choice(sources)


def main(folder):
    for number, (file, record, text, spans) in enumerate(draw(folder)):
        (start, _), (_, end) = spans[0], spans[-1]
        shown = f"{text[max(0, start - 160) : start]}⟦{text[start:end]}⟧{text[end : end + 130]}"
        print(f"### {number} {file} {record} {json.dumps(spans)}\n{' '.join(shown.split())}\n")


if __name__ == "__main__":
    main(sys.argv[1])
