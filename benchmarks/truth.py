"""Measure whether the numbers of a report hold: `python benchmarks/truth.py [REPEATS] [FOLDER]`.

On the immigration and tax privacy articles of AllSides: how many words a report would claim if outlets or stories were
dealt at random over the articles, and how many orders between outlets (REPEATS times, 50 by default); how often
intervals of shares hold the truth. On PolNeAR's coded articles: how often corrected shares hold the coded truth, how
wide they are, and whether they are ever worse than leaving them alone. Seeds are fixed. FOLDER holds the tables of a
report on all AllSides articles; without it, they are made first, which takes minutes. The speakers of gold attributions
are those that the program resolves from the gold spans, since PolNeAR codes no kinds of speakers.
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.special import expit, logit
from tqdm import tqdm

from analysis import compare_terms, count_terms, find_quotes, read_table
from analysis.copies import drop_copies
from analysis.estimates.findings import find_findings
from analysis.estimates.prediction_powered import Coded, correct, tune
from analysis.intervals import share_bounds
from analysis.pipeline import prepare
from analysis.pipeline.run_findings import SPEAKER_NAMES, finding_settings, run_comparisons
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
TRIALS = 500
FLOORS = (0.25, 0.75, 0.9)  # the report's, and two that leave out what is less sure: worse programs


def line(measure: str, value: object, n: object) -> None:
    print(f"| {measure} | {value} | {n} |", flush=True)


def allsides(folder: Path):
    """Return a run on all AllSides articles with its tables made."""
    run = load_run("runs/immigration-tax.yaml", raw=DATA / "allsides")._replace(processed=folder)
    prepare(run)
    return run


def words(run, repeats: int) -> None:
    """Words that outlets and stories are said to have of their own, the true ones and ones dealt at random."""
    articles, stories = read_table(run.processed / "articles"), read_table(run.processed / "stories")
    own = drop_copies(articles, read_table(run.processed / "copies.parquet"))
    story = stories.drop_duplicates("article_id", keep=False).set_index("article_id")["story"]
    own = own.assign(story=own["article_id"].map(story))
    own = own[own["article_id"].isin(stories["article_id"])]
    rng = np.random.default_rng(0)

    def named(rows: pd.DataFrame, by: str, groups: list[str]) -> pd.Series:
        """Return the number of words at q ≤ .05 that are typical of each group."""
        table = compare_terms(count_terms(rows, min_articles=3, stop_words="english"), by=by, target=groups)
        held = table[(table["q_value"] <= 0.05) & (table["z"] > 0)]
        return held.groupby(by).size().reindex(groups, fill_value=0)

    def dealt(what: str, make) -> None:
        rows = [make() for _ in tqdm(range(repeats), desc=what, leave=False)]
        line(f"words at q ≤ .05 a group, {what}", f"{np.mean(rows):.3f}", repeats)
        line(f"reports that name any word, {what}", f"{np.mean([row.sum() > 0 for row in rows]):.0%}", repeats)

    def shuffled(rows: pd.DataFrame, by: str) -> pd.DataFrame:
        return rows.assign(**{by: rng.permutation(rows[by].to_numpy())})

    outlets = own["outlet"].value_counts().index[:OUTLETS].tolist()
    true = named(own, "outlet", outlets)
    line("words at q ≤ .05 with the true outlets, median outlet", int(true.median()), f"{OUTLETS} outlets")
    dealt("outlets dealt at random", lambda: named(shuffled(own, "outlet"), "outlet", outlets))
    single = own[own["story"].notna()]
    names = sorted(single["story"].unique())
    sizes = single["story"].value_counts().to_dict()
    line("words at q ≤ .05 with the true stories", named(single, "story", names).to_dict(), str(sizes))
    dealt("stories dealt at random", lambda: named(shuffled(single, "story"), "story", names))
    for n, of in ((12, 42), (6, 100)):
        sides = np.repeat(["a", "b"], [n, of - n])
        dealt(
            f"{n} articles against {of - n}, drawn at random",
            lambda sides=sides: named(own.sample(len(sides), random_state=rng).assign(side=sides), "side", ["a", "b"]),
        )


def orders(run, repeats: int) -> None:
    """Count the reports that state any order between outlets when these are dealt at random."""
    names = ["articles", "stories", "copies.parquet", "quotes", "topics.parquet", "topic_shares.parquet"]
    articles, *others = (read_table(run.processed / name) for name in names)
    rng = np.random.default_rng(0)
    claims = []
    for _ in tqdm(range(repeats), desc="orders", leave=False):
        dealt = articles.assign(outlet=rng.permutation(articles["outlet"].to_numpy()))
        compared = run_comparisons(dealt, *others, stories=run.stories, **finding_settings(run.parameters))
        found = find_findings(compared)
        between = found[~found["chart"].str.contains("by-story")]
        claims.append((between["verdict"] == "holds").sum())
    stated = f"{np.mean(np.array(claims) > 0):.0%}"
    line("reports that state any order between outlets, dealt at random", stated, repeats)
    line("orders stated in such a report", f"{np.mean(claims):.2f}", repeats)


def intervals(run) -> None:
    """How often the interval of a share holds the share of all articles, for few articles."""
    quotes = read_table(run.processed / "quotes")
    quotes = quotes[(quotes["confidence"] >= 0.25) & quotes["speaker_kind"].isin(SPEAKER_NAMES)]
    counts = pd.crosstab(quotes["article_id"], quotes["speaker_kind"])
    truth = (counts.sum() / counts.to_numpy().sum()).to_numpy()
    rng = np.random.default_rng(0)
    for n in (5, 12, 40):
        held = np.zeros(len(truth))
        for _ in range(2 * TRIALS):
            low, high = share_bounds(counts.to_numpy()[rng.integers(0, len(counts), n)])
            held += (low <= truth) & (truth <= high)
        each = ", ".join(f"{k} {h:.3f}" for k, h in zip(counts.columns, held / (2 * TRIALS), strict=True))
        line(f"95% intervals of shares that hold the truth, {n} articles", each, 2 * TRIALS)


def coded_articles(side: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the found and the coded attributions of a side of PolNeAR: `article_id`, `speaker_kind`."""
    texts, gold = read_polnear(side)
    docs = list(texts)[:300]
    rows = []
    for doc in docs:
        spans = [
            tuple(tuple(map(tuple, sorted(g[k]))) for k in ("content", "cue", "source"))
            for g in gold[doc]
            if g["content"]
        ]
        attributions = [Attribution(*each, "indirect", 1.0) for each in sorted(spans)]
        rows += [(doc, who.kind) for who in resolve_speakers(read_document(texts[doc]), attributions)]
    articles = pd.DataFrame({"article_id": docs, "text": [texts[doc] for doc in docs]})
    found = find_quotes(articles, min_confidence=FLOORS[0])
    return found, pd.DataFrame(rows, columns=["article_id", "speaker_kind"])


def corrected(side: str) -> None:
    """Corrected shares of articles drawn again and again from a side of PolNeAR, a few of them coded."""
    found, gold = (frame[frame["speaker_kind"].isin(SPEAKER_NAMES)] for frame in coded_articles(side))
    docs = sorted({*found["article_id"], *gold["article_id"]})
    people = count(gold, docs)
    for floor in FLOORS:
        counts = count(found[found["confidence"] >= floor], docs)
        bias = 100 * (counts.sum(axis=0) / counts.sum() - people.sum(axis=0) / people.sum())
        where = f"PolNeAR {side}, confidence from {floor:g}"
        line(f"raw minus coded shares in points, {where}", by_kind(bias, "+.1f"), f"{people.sum():.0f} attributions")
        for n in CODED:
            for measure, values in simulate(counts, people, n).items():
                line(f"corrected shares, {where}, {n} coded: {measure}", by_kind(values, ".2f"), TRIALS)


def count(attributions: pd.DataFrame, docs: list[str]) -> np.ndarray:
    table = pd.crosstab(attributions["article_id"], attributions["speaker_kind"])
    return table.reindex(index=docs, columns=list(SPEAKER_NAMES), fill_value=0).to_numpy(float)


def by_kind(values: np.ndarray, form: str) -> str:
    return ", ".join(f"{kind} {value:{form}}" for kind, value in zip(SPEAKER_NAMES.values(), values, strict=True))


def simulate(found: np.ndarray, people: np.ndarray, n: int) -> dict[str, np.ndarray]:
    """Return one value per kind of each measure, over corpora of 1,000 articles of which `n` are coded."""
    rng = np.random.default_rng(0)
    trials = [trial(found, people, n, rng) for _ in tqdm(range(TRIALS), desc=f"{n} coded", leave=False)]
    truth, raw, coded, share, low, high, alone = (np.array(values) for values in zip(*trials, strict=True))

    def rmse(estimates: np.ndarray) -> np.ndarray:
        return np.sqrt(((estimates - truth) ** 2).mean(axis=0))

    theta = expit((logit(low) + logit(high)) / 2)
    better = np.minimum(rmse(raw), rmse(coded))
    # What a rule could do that knew beforehand how far to go from the share found to θ.
    oracle = np.min([rmse(raw + part * (theta - raw)) for part in np.linspace(0, 1, 51)], axis=0)
    return {
        "hold the coded truth": ((low <= truth) & (truth <= high)).mean(axis=0),
        "width over coding alone": (high - low).mean(axis=0) / alone.mean(axis=0),
        "RMSE over the better of raw and coded alone": rmse(share) / better,
        "RMSE of θ itself": rmse(theta) / better,
        "RMSE of the best fixed mix, known beforehand": oracle / better,
    }


def trial(found: np.ndarray, people: np.ndarray, n: int, rng: np.random.Generator) -> tuple[np.ndarray, ...]:
    """Draw a corpus, correct its shares with the first `n` articles, and bound them by these alone."""
    drawn = rng.integers(0, len(found), POPULATION)
    found, people = found[drawn], people[drawn]
    raw = found.sum(axis=0) / found.sum()
    coded = Coded(people[:n], found[:n], np.full(n, POPULATION / n))
    estimate = correct(coded, raw, tune(coded, raw), POPULATION)
    rest = people[:n].sum(axis=1, keepdims=True) - people[:n]
    bounds = [share_bounds(np.column_stack(pair)) for pair in zip(people[:n].T, rest.T, strict=True)]
    alone = np.array([high[0] - low[0] for low, high in bounds])
    truth = people.sum(axis=0) / people.sum()
    return truth, raw, estimate.coded_share, estimate.share, estimate.low, estimate.high, alone


def main(repeats: str = "50", tables: str = "") -> None:
    n = int(repeats)
    print("| measure | value | n |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        run = allsides(Path(tables or folder).resolve())
        words(run, n)
        intervals(run)
        orders(run, n)
    for side in ("dev", "train"):
        corrected(side)


if __name__ == "__main__":
    main(*sys.argv[1:])
