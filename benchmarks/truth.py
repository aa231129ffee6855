"""Measure whether the numbers of a report hold: `python benchmarks/truth.py [REPEATS] [FOLDER]`.

On the immigration and tax privacy articles of AllSides: how many words and orders between outlets a report would claim
if the outlets were dealt at random over the articles; how often intervals of shares hold the truth. On PolNeAR's coded
articles: how often corrected shares hold the coded truth, how wide they are, and whether they are ever worse than
leaving them alone. Seeds are fixed. FOLDER holds the tables of a report on all AllSides articles; without it, they are
made first, which takes minutes. The speakers of gold attributions are those that the program resolves from the
gold spans, since PolNeAR codes no kinds of speakers.
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import compare_terms, count_terms, find_quotes, read_table
from analysis.copies import drop_copies
from analysis.estimates import corrected_shares
from analysis.intervals import share_bounds
from analysis.pipeline import prepare
from analysis.pipeline.run_findings import SPEAKER_KINDS, find_run_findings, finding_settings
from analysis.quotes.document import read_document
from analysis.quotes.speakers.resolve import resolve_speakers
from analysis.quotes.tagging.attributions import Attribution
from analysis.run_files import load_run

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))
from datasets import read_polnear

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
OUTLETS = 7
CODED = (8, 16, 28, 80)
POPULATION = 1_000


def line(measure: str, value: object, n: object) -> None:
    print(f"| {measure} | {value} | {n} |", flush=True)


def allsides(folder: Path):
    """Return a run on all AllSides articles with its tables made."""
    run = load_run("runs/immigration-tax.yaml", raw=DATA / "allsides")._replace(processed=folder)
    prepare(run)
    return run


def words(run, repeats: int) -> None:
    """Words that outlets are said to have of their own, with the true outlets and with outlets dealt at random."""
    articles, stories = read_table(run.processed / "articles"), read_table(run.processed / "stories")
    own = drop_copies(articles, read_table(run.processed / "copies.parquet"))
    own = own[own["article_id"].isin(stories["article_id"])]
    own = own[own["outlet"].isin(own["outlet"].value_counts().index[:OUTLETS])]
    counts = count_terms(own, min_articles=3, stop_words="english")

    def kept(outlets) -> pd.Series:
        dealt = counts.articles.assign(outlet=outlets)
        table = compare_terms(type(counts)(counts.counts, counts.terms, dealt, counts.min_articles))
        return table[table["q_value"] <= 0.05].groupby("outlet").size().reindex(sorted(set(outlets)), fill_value=0)

    true = kept(counts.articles["outlet"].to_numpy())
    line("words at q ≤ .05 with the true outlets, median outlet", int(true.median()), f"{OUTLETS} outlets")
    rng = np.random.default_rng(0)
    dealt = [kept(rng.permutation(counts.articles["outlet"].to_numpy())) for _ in range(repeats)]
    line("words at q ≤ .05 an outlet, outlets dealt at random", f"{np.mean(dealt):.3f}", repeats)
    line("reports that name any word, outlets dealt at random", f"{np.mean([d.sum() > 0 for d in dealt]):.0%}", repeats)


def orders(run, repeats: int) -> None:
    """Count the reports that state any order between outlets when these are dealt at random."""
    names = ["articles", "stories", "copies.parquet", "quotes", "topics.parquet", "topic_shares.parquet"]
    articles, *others = (read_table(run.processed / name) for name in names)
    rng = np.random.default_rng(0)
    claims = []
    for _ in range(repeats):
        dealt = articles.assign(outlet=rng.permutation(articles["outlet"].to_numpy()))
        settings = finding_settings(run.parameters)
        found = find_run_findings(dealt, *others, selection={}, settings=settings, stories=run.stories)
        between = found[~found["chart"].str.contains("by-story")]
        claims.append((between["verdict"] == "holds").sum())
    line(
        "reports that state any order between outlets, dealt at random", f"{np.mean(np.array(claims) > 0):.0%}", repeats
    )
    line("orders stated in such a report", f"{np.mean(claims):.2f}", repeats)


def intervals(run, repeats: int) -> None:
    """How often the interval of a share holds the share of all articles, for few articles."""
    quotes = read_table(run.processed / "quotes")
    quotes = quotes[(quotes["confidence"] >= 0.25) & quotes["speaker_kind"].isin(SPEAKER_KINDS)]
    counts = pd.crosstab(quotes["article_id"], quotes["speaker_kind"])
    truth = (counts.sum() / counts.to_numpy().sum()).to_numpy()
    rng = np.random.default_rng(0)
    for n in (5, 12, 40):
        held = np.zeros(len(truth))
        for _ in range(20 * repeats):
            low, high = share_bounds(counts.to_numpy()[rng.integers(0, len(counts), n)])
            held += (low <= truth) & (truth <= high)
        each = ", ".join(f"{k} {h:.3f}" for k, h in zip(counts.columns, held / (20 * repeats), strict=True))
        line(f"95% intervals of shares that hold the truth, {n} articles", each, 20 * repeats)


def coded_articles(side: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the found and the coded attributions of a side of PolNeAR: `article_id`, `speaker_kind`."""
    texts, gold = read_polnear(side)
    docs = list(texts)[:300]
    articles = pd.DataFrame({"article_id": docs, "text": [texts[doc] for doc in docs]})
    rows = []
    for doc in docs:
        spans = [
            tuple(tuple(map(tuple, sorted(g[k]))) for k in ("content", "cue", "source"))
            for g in gold[doc]
            if g["content"]
        ]
        attributions = [Attribution(*each, "indirect", 1.0) for each in sorted(spans)]
        rows += [(doc, who.kind) for who in resolve_speakers(read_document(texts[doc]), attributions)]
    found = find_quotes(articles, min_confidence=0.25)
    return found[["article_id", "speaker_kind"]], pd.DataFrame(rows, columns=["article_id", "speaker_kind"])


def corrected(side: str, repeats: int) -> None:
    """Corrected shares of articles drawn again and again from a side of PolNeAR, a few of them coded."""
    found, gold = (frame[frame["speaker_kind"].isin(SPEAKER_KINDS)] for frame in coded_articles(side))
    kinds = [kind for kind in SPEAKER_KINDS if (gold["speaker_kind"] == kind).any()]
    shares = [frame["speaker_kind"].value_counts(normalize=True).reindex(kinds) for frame in (found, gold)]
    each = ", ".join(f"{kind} {points:+.1f}" for kind, points in (100 * (shares[0] - shares[1])).items())
    line(f"raw shares minus coded shares in points, PolNeAR {side}", each, f"{len(gold)} attributions")
    docs = np.array(sorted({*found["article_id"], *gold["article_id"]}))
    rng = np.random.default_rng(0)
    for n in CODED:
        errors, held, widths = [], [], []
        for _ in range(repeats):
            drawn = pd.DataFrame({"source": rng.choice(docs, POPULATION)}).reset_index(names="article_id")
            f, g = (drawn.merge(frame.rename(columns={"article_id": "source"}), on="source") for frame in (found, gold))
            truth = g["speaker_kind"].value_counts(normalize=True).reindex(kinds, fill_value=0).to_numpy()
            chosen = rng.choice(POPULATION, n, replace=False)
            sample = g[g["article_id"].isin(chosen)].assign(probability=n / POPULATION)
            table = corrected_shares(f, drawn, sample, kinds=kinds)
            alone = np.array([share_bounds(_pairs(sample, kind)) for kind in kinds])[:, :, 0]
            errors.append(table[["share", "coded_share", "raw_share"]].to_numpy().T - truth)
            held.append((table["low"].to_numpy() <= truth) & (truth <= table["high"].to_numpy()))
            widths.append((table["high"] - table["low"]).to_numpy() / (alone[:, 1] - alone[:, 0]))
        rmse = np.sqrt((np.array(errors) ** 2).mean(axis=0))
        for name, values in (
            ("hold the coded truth", np.mean(held, axis=0)),
            ("width over coding alone", np.mean(widths, axis=0)),
            ("RMSE over the better of raw and coded alone", rmse[0] / rmse[1:].min(axis=0)),
        ):
            each = ", ".join(f"{kind} {value:.2f}" for kind, value in zip(kinds, values, strict=True))
            line(f"corrected shares, PolNeAR {side}, {n} coded: {name}", each, repeats)


def _pairs(sample: pd.DataFrame, kind: str) -> np.ndarray:
    of_kind = (sample["speaker_kind"] == kind).groupby(sample["article_id"])
    return np.column_stack([of_kind.sum(), of_kind.size() - of_kind.sum()])


def main(repeats: str = "50", tables: str = "") -> None:
    n = int(repeats)
    print("| measure | value | n |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        run = allsides(Path(tables or folder).resolve())
        words(run, n)
        intervals(run, n)
        orders(run, n)
    for side in ("dev", "train"):
        corrected(side, n)


if __name__ == "__main__":
    main(*sys.argv[1:])
