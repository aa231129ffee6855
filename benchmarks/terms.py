"""Compare TF-IDF, from text and from kept token ids, with scikit-learn; keyness with independent values.

    python benchmarks/terms.py [SIZE ...]      (default 10000 100000 articles)

The articles are recombined from paragraphs of ../shared/data/allsides, with the lengths of its articles. All are run
in turn, three times, and the medians printed: seconds by the clock, and of processor time of all threads. The texts
are in memory before the clock starts; kept ids are read from their files while it runs. Memory is the peak of a
process of its own over what it holds with the text loaded.
"""

import multiprocessing
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer

from analysis import engine
from analysis.words.counts import count_terms
from analysis.words.keyness import compare_terms
from analysis.words.tf_idf import tf_idf
from analysis.words.token_table import tokenize_articles
from copies import memory, recombined

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
COLUMNS = {
    "z_unif": ("log_odds_tokens", "uniform", "z"), "z_inf": ("log_odds_tokens", "counts", "z"),
    "z_500": ("log_odds_tokens", 500, "z"), "G2_2": ("g2", 500, "score"),
    "G2_4": ("g2_four_cell", 500, "score"), "chi2": ("chi2", 500, "score"), "logratio": ("log_ratio", 500, "score"),
}  # fmt: skip


def in_turn(calls: dict[str, Callable], repeats: int) -> pd.DataFrame:
    """Return the median seconds by the clock and of processor time, per call."""
    taken = {name: [] for name in calls}
    for _ in range(repeats):
        for name, call in calls.items():
            clock, processor = time.perf_counter(), time.process_time()
            call()
            taken[name].append((time.perf_counter() - clock, time.process_time() - processor))
    rows = {name: [statistics.median(column) for column in zip(*times, strict=True)] for name, times in taken.items()}
    return pd.DataFrame.from_dict(rows, orient="index", columns=["seconds", "processor"])


def peak(texts: Path, rule: str, folder: str) -> float:
    """Return the peak MB of the weights of the articles in a file, over the text, in a fresh process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_peak, (texts, rule, folder))


def _peak(texts: Path, rule: str, folder: str) -> float:
    articles = pd.read_parquet(texts)
    Path("/proc/self/clear_refs").write_text("5")  # Linux: the highest so far is forgotten
    before = memory("VmRSS")
    made = (
        TfidfVectorizer(min_df=2).fit_transform(articles["text"])
        if rule == "peer"
        else tf_idf(count_terms(articles if not folder else articles[["article_id"]], tokens=rule, token_folder=folder))
    )
    assert made is not None
    return memory("VmHWM") - before


def weights(n: int) -> None:
    articles = recombined(n)[["article_id", "text"]]
    peer = TfidfVectorizer(min_df=2)
    theirs, ours = peer.fit_transform(articles["text"]), tf_idf(count_terms(articles, tokens="sklearn"))
    print(f"{n} articles, {articles['text'].str.len().sum() / 1e6:.0f} million characters, {len(ours.terms)} terms; "
          f"same terms {ours.terms.tolist() == peer.get_feature_names_out().tolist()}, "
          f"same sparsity {ours.counts.nnz == theirs.nnz}, "
          f"greatest difference {abs(ours.counts - theirs).max():.1e}", flush=True)  # fmt: skip
    del theirs, ours
    with tempfile.TemporaryDirectory() as folder:
        engine.write_parts(articles, Path(folder) / "articles", "")
        for rule in ("sklearn", "news"):
            engine.map_parts(
                engine.Step(tokenize_articles, "", {"tokens": rule}),
                [Path(folder) / "articles"],
                Path(folder) / "tokens" / rule,
            )
        calls = {"scikit-learn": lambda: TfidfVectorizer(min_df=2).fit_transform(articles["text"])}
        for rule in ("sklearn", "news"):
            calls[f"{rule} rule, from text"] = lambda rule=rule: tf_idf(count_terms(articles, tokens=rule))
            calls[f"{rule} rule, from kept ids"] = lambda rule=rule: tf_idf(
                count_terms(articles[["article_id"]], tokens=rule, token_folder=f"{folder}/tokens")
            )
        taken = in_turn(calls, 3)
        compared = taken.assign(
            times_faster=taken.loc["scikit-learn", "seconds"] / taken["seconds"],
            by_processor=taken.loc["scikit-learn", "processor"] / taken["processor"],
        )
        print(compared.round(2).to_string())
        if n <= 20_000:
            asked = {"scikit-learn": ("peer", ""), "sklearn rule, from text": ("sklearn", ""),
                     "news rule, from text": ("news", ""),
                     "news rule, from kept ids": ("news", f"{folder}/tokens")}  # fmt: skip
            articles.to_parquet(Path(folder) / "texts.parquet")
            print(
                "; ".join(
                    f"{name} {peak(Path(folder) / 'texts.parquet', *what):.0f} MB" for name, what in asked.items()
                ),
                "at most over the text",
            )


def keyness() -> None:
    folder = SHARED / "keyness"
    texts = [(folder / name).read_text(encoding="utf-8") for name in ("2009-Obama.txt", "2017-Trump.txt")]
    counts = count_terms(
        pd.DataFrame({"article_id": ["o", "t"], "outlet": ["o", "t"], "text": texts}), tokens="sklearn", min_articles=1
    )
    reference = pd.read_csv(
        folder / "keyness_reference_obama2009_trump2017.csv", keep_default_na=False, dtype={"w": str}
    ).set_index("w")
    for column, (method, prior, result) in COLUMNS.items():
        found = (
            compare_terms(counts, target="o", method=method, prior=prior)
            .set_index("term")[result]
            .reindex(reference.index)
        )
        print(f"{column:8} greatest difference {np.abs(found - reference[column]).max():.1e} of values given to "
              f"8 decimals; equal when rounded alike: {(found.round(8) == reference[column]).mean():.1%}")  # fmt: skip


if __name__ == "__main__":
    keyness()
    for size in map(int, sys.argv[1:] or (10_000, 100_000)):
        weights(size)
