"""Print how good and how fast the quotes are found, on PolNeAR dev: `python benchmarks/quotes.py`.

Prints F1 in % per measure and quote type with a 95 % interval (articles resampled); attributions with a reporting cue
only; how often the source is right where the content is found; how well `confidence` is calibrated; seconds to the
first article; and articles per CPU-second, one thread. Two people who annotate the same article agree to 76.8 / 97.8
/ 70.7 / 89.0 % (relation_half: all, direct, indirect, mixed).
"""

import re
import time
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.quotes import find_attributions, read_document
from analysis.scoring import score_quotes
from analysis.scoring.matching import RELATION_MEASURES, jaccard, match
from analysis.scoring.relations import WordTokens
from blind_quotes import calibration_error, report
from datasets import read_json_lines

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
COLUMNS = ["article_id", "content_spans", "source_spans"]
MEASURES = ["relation_half", "relation_exact", "content_token", "content_exact", "source_exact"]
# A reporting cue holds one of these: the commonest verbs of saying and writing in PolNeAR, and "according to".
REPORTING = re.compile(
    r"\b(?:said|says?|saying|t[eo]ll?[ds]?|telling|wrote|writ(?:es?|ing|ten)|according to|quoted as|put it|"
    r"(?:announc|argu|conced|conclud|declar|not|repl|stat)(?:e|y|s|es|ies|ed|ied|ing|ying)|"
    r"(?:add|ask|assert|claim|comment|confirm|contend|explain|insist|predict|recall|remark|repeat|report|respond|tweet|warn)(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)


def interval(found, gold, articles, *, n: int = 100) -> tuple[float, float]:
    """Return the 95 % interval of relation_half over all types, articles drawn with replacement."""
    one = [
        score_quotes(*(f[f["article_id"] == a] for f in (found, gold)), articles=articles[articles["article_id"] == a])
        for a in articles["article_id"]
    ]
    picked = [s[(s["measure"] == "relation_half") & (s["quote_type"] == "all")] for s in one]
    counts = np.array(
        [[(p.precision * p.n_found).sum(), p.n_found.sum(), (p.recall * p.n).sum(), p.n.sum()] for p in picked]
    )
    rng = np.random.default_rng(0)
    sums = np.array([counts[rng.integers(0, len(counts), len(counts))].sum(axis=0) for _ in range(n)])
    p, r = sums[:, 0] / sums[:, 1], sums[:, 2] / sums[:, 3]
    return tuple(np.quantile(2 * p * r / (p + r), [0.025, 0.975]))


def judged(texts: dict[str, str], attributions: dict, gold: list[dict]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what was found and what is gold, a row each, with right, reporting, confidence and type."""
    found_rows, gold_rows = [], []
    for doc, text in texts.items():
        words = WordTokens(text)
        mine = [r for r in gold if r["doc"] == doc]
        truth = [words.relation(r["content"], r["source"]) for r in mine]
        found = [words.relation(a.content_spans, a.source_spans) for a in attributions[doc]]
        named = [i for i, t in enumerate(truth) if t.content and t.source]
        pairs = match(found, [truth[i] for i in named], RELATION_MEASURES["relation_half"])
        by_content = match(found, [truth[i] for i in named], lambda f, g: jaccard(f.content, g.content) >= 0.5)
        hits, hit, there = {f for f, _ in pairs}, {named[g] for _, g in pairs}, {named[g] for _, g in by_content}
        nameless = [t for t in truth if t.content and not t.source]
        for i, a in enumerate(attributions[doc]):
            if i in hits or not any(jaccard(t.content, found[i].content) >= 0.5 for t in nameless):
                found_rows.append((i in hits, is_reporting(text, a.cue_spans), a.confidence, found[i].quote_type))
        gold_rows += [(i in hit, is_reporting(text, mine[i]["cue"]), i in there, truth[i].quote_type) for i in named]
    return (
        pd.DataFrame(found_rows, columns=["right", "reporting", "confidence", "quote_type"]),
        pd.DataFrame(gold_rows, columns=["found", "reporting", "content_found", "quote_type"]),
    )


def is_reporting(text: str, spans) -> bool:
    return bool(REPORTING.search(" ".join(text[s:e] for s, e in spans)))


def speed(texts: list[str]) -> float:
    find_attributions(read_document(texts[0]))
    start = time.process_time()
    for text in texts:
        find_attributions(read_document(text))
    return len(texts) / (time.process_time() - start)


def main() -> None:
    start = time.perf_counter()
    find_attributions(read_document("A first article."))
    print(f"the first article, from cold: {time.perf_counter() - start:.2f} s")
    texts = {r["doc"]: r["text"] for r in read_json_lines(DATA / "polnear" / "dev.texts.jsonl.gz")}
    attributions = {doc: find_attributions(read_document(text)) for doc, text in texts.items()}
    found = pd.DataFrame(
        [(d, a.content_spans, a.source_spans) for d, row in attributions.items() for a in row], columns=COLUMNS
    )
    coded = read_json_lines(DATA / "polnear" / "dev.gold.jsonl.gz")
    gold = pd.DataFrame([(r["doc"], r["content"], r["source"]) for r in coded], columns=COLUMNS)
    articles = pd.DataFrame({"article_id": list(texts), "text": list(texts.values())})
    scores = score_quotes(found, gold, articles=articles)
    table = scores.pivot(index="measure", columns="quote_type", values="f1").loc[MEASURES] * 100
    print(table.round(1).to_string())
    low, high = interval(found, gold, articles)
    overall = scores[(scores["measure"] == "relation_half") & (scores["quote_type"] == "all")].iloc[0]
    print(
        f"relation_half, all: precision {overall.precision:.3f}, recall {overall.recall:.3f}, "
        f"F1 95 % interval {low:.3f} to {high:.3f}"
    )
    mine, theirs = judged(texts, attributions, coded)
    reporting = theirs[theirs["reporting"]]
    print(f"reporting cues only ({len(reporting)} in gold): recall {reporting['found'].mean():.3f} "
          f"(content found {reporting['content_found'].mean():.3f}), "
          f"precision {mine[mine['reporting']]['right'].mean():.3f}")  # fmt: skip
    for kind, group in [("all", theirs), *theirs.groupby("quote_type")]:
        print(f"right source where the content is found, {kind}: {group[group['content_found']]['found'].mean():.3f}")
    sure = mine[mine["confidence"] >= 0.9]
    print(f"confidence: expected calibration error {calibration_error(mine):.3f} (fitted on these too); "
          f"from .9 up {len(sure) / len(mine):.2f} of all, {sure['right'].mean():.3f} right")  # fmt: skip
    print(f"PolNeAR dev: {speed(list(texts.values())):.1f} articles per CPU-second")
    allsides = [r["content_original"] for r in read_json_lines(DATA / "allsides" / "immigration.jsonl.gz")[:100]]
    print(
        f"allsides: {speed(allsides):.1f} articles per CPU-second "
        f"({np.mean([len(t) for t in allsides]):.0f} characters each)"
    )
    report("train")


if __name__ == "__main__":
    main()
