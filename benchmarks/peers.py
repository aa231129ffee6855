"""Compare our quotes with what else an analyst can install: quality and speed on PolNeAR dev, in the same run.

    python benchmarks/peers.py [--python PYTHON --model MODEL] [--articles N] [--data FOLDER]

Peers: *marks*, the classic rule written here (a passage in quotation marks, the nearest verb of saying, the nearest
name); with `--python`, an interpreter that has spaCy and an English model, *spaCy and rules* and, if installed there,
*textacy* (peer_spacy.py). F1 in % by `analysis.scoring.score_quotes` (relation_half: half the content and the right
source). Each batch of articles is read by every system in turn, so all meet the same load; speed is in processor
seconds, one process, models loaded beforehand.
"""

import argparse
import gzip
import json
import re
import subprocess
import time
from pathlib import Path

import pandas as pd

from analysis.quotes import find_quotes
from analysis.quotes.lexicon import words
from analysis.scoring import score_quotes

ROOT = Path(__file__).resolve().parents[1]

BATCH = 7  # articles
COLUMNS = ["article_id", "content_spans", "source_spans"]
MEASURES = ["content_token", "source_exact"]
_MARKED = re.compile(r"“[^”\n]{12,}”|\"[^\"\n]{12,}\"")
_NAME = re.compile(r"(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+")


def by_marks(text):
    """Find passages in quotation marks with the name nearest to the nearest verb of saying, in the same line.

    The verb and the name lie within 120 characters.
    """
    said = re.compile(r"\b(?:" + "|".join(sorted(words("reporting"))) + r")\b")
    found = []
    for match in _MARKED.finditer(text):
        low, high = max(text.rfind("\n", 0, match.start()) + 1, match.start() - 120), match.end() + 120
        high = min(high, text.find("\n", match.end()) % (len(text) + 1))
        verbs = [v for v in said.finditer(text, low, high) if not match.start() <= v.start() < match.end()]
        verb = min(verbs, key=lambda v: min(abs(v.start() - match.end()), abs(match.start() - v.end())), default=None)
        names = (
            [m for m in _NAME.finditer(text, low, high) if not match.start() <= m.start() < match.end()] if verb else []
        )
        name = min(names, key=lambda m: min(abs(m.start() - verb.end()), abs(verb.start() - m.end())), default=None)
        found.append(([list(match.span())], [list(name.span())] if name else []))
    return found


def in_this_process(finder):
    """Return a system as a function from texts to (found, processor seconds)."""

    def read(texts):
        start = time.process_time()
        return [finder(text) for text in texts], time.process_time() - start

    finder("“It is so,” she said.")
    return read


def ours(text):
    quotes = find_quotes(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    return list(zip(quotes["content_spans"], quotes["source_spans"], strict=True))


def elsewhere(python, model, peer):
    """Return the same for peer_spacy.py in another environment; None if it does not start there."""
    command = [python, str(Path(__file__).with_name("peer_spacy.py")), model, peer]
    worker = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )

    def read(texts):
        worker.stdin.write(json.dumps(texts) + "\n")
        worker.stdin.flush()
        answer = json.loads(worker.stdout.readline() or "null")
        return (answer["found"], answer["seconds"]) if answer else None

    return read if read(["“It is so,” she said."]) else None


def compare(systems, articles, gold):
    """Return a row per system: F1 per quote type and measure, and articles per CPU-second, also relative to spaCy."""
    found, seconds = {name: [] for name in systems}, dict.fromkeys(systems, 0.0)
    for first in range(0, len(articles), BATCH):
        batch = articles[first : first + BATCH]
        for name, read in systems.items():
            answers, spent = read(batch["text"].tolist())
            seconds[name] += spent
            pairs = zip(batch["article_id"], answers, strict=True)
            found[name] += [(key, *spans) for key, answer in pairs for spans in answer]
    rows = [
        scored(pd.DataFrame(found[name], columns=COLUMNS), gold, articles)
        | {"articles/CPU-s": len(articles) / seconds[name]}
        for name in systems
    ]
    return pd.DataFrame(rows, index=list(systems))


def scored(found, gold, articles):
    f1 = score_quotes(found, gold, articles=articles).set_index(["measure", "quote_type"])["f1"] * 100
    return {kind: f1["relation_half", kind] for kind in ("all", "direct", "indirect", "mixed")} | {
        m: f1[m, "all"] for m in MEASURES
    }


def lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        return [json.loads(row) for row in rows]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", help="an interpreter that has spaCy")
    parser.add_argument("--model", default="en_core_web_sm", help="the English model there")
    parser.add_argument("--articles", type=int, default=84, help="how many of the 84")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    given = parser.parse_args()
    texts = lines(given.data / "polnear" / "dev.texts.jsonl.gz")[: given.articles]
    articles = pd.DataFrame({"article_id": [t["doc"] for t in texts], "text": [t["text"] for t in texts]})
    gold = pd.DataFrame(
        [(g["doc"], g["content"], g["source"]) for g in lines(given.data / "polnear" / "dev.gold.jsonl.gz")],
        columns=COLUMNS,
    )
    systems = {"ours": in_this_process(ours), "marks": in_this_process(by_marks)}
    if given.python:
        peers = {"spaCy and rules": "rules", "textacy": "textacy"}
        found = {name: elsewhere(given.python, given.model, peer) for name, peer in peers.items()}
        systems |= {name: read for name, read in found.items() if read}
        print("not to be had there:", ", ".join(name for name in found if not found[name]) or "none")
    print(compare(systems, articles, gold[gold["article_id"].isin(articles["article_id"])]).round(1).to_string())


if __name__ == "__main__":
    main()
