"""TF-IDF side by side with scikit-learn in the same run (seconds, greatest difference), and keyness against independent values.

    python benchmarks/terms.py [articles]
"""

import statistics
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer

from analysis.keyness import compare_terms
from analysis.terms import count_terms, tf_idf

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
COLUMNS = {
    "z_unif": ("log_odds", "uniform", "z"), "z_inf": ("log_odds", "counts", "z"), "z_500": ("log_odds", 500, "z"), "G2_2": ("g2", 500, "score"),
    "G2_4": ("g2_four_cell", 500, "score"), "chi2": ("chi2", 500, "score"), "logratio": ("log_ratio", 500, "score"),
}  # fmt: skip


def seconds(call, repeats: int = 3) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def weights(n: int) -> None:
    parts = [pd.read_json(path, lines=True) for path in sorted((SHARED / "allsides").glob("*.jsonl.gz"))]
    articles = pd.concat(parts, ignore_index=True).rename(columns={"ID": "article_id", "content_original": "text"}).head(n)[["article_id", "text"]]
    peer = TfidfVectorizer(min_df=2)
    theirs, ours = peer.fit_transform(articles["text"]), tf_idf(count_terms(articles, tokens="sklearn"))
    print(f"{len(articles)} articles, {len(ours.terms)} terms; same terms {ours.terms.tolist() == peer.get_feature_names_out().tolist()}, "
          f"same sparsity {ours.counts.nnz == theirs.nnz}, greatest difference {abs(ours.counts - theirs).max():.1e}")  # fmt: skip
    print(f"scikit-learn {seconds(lambda: TfidfVectorizer(min_df=2).fit_transform(articles['text'])):.2f} s")
    for rule in ("sklearn", "news"):
        print(f"tf_idf(count_terms), {rule} tokens {seconds(lambda rule=rule: tf_idf(count_terms(articles, tokens=rule))):.2f} s")


def keyness() -> None:
    folder = SHARED / "keyness"
    texts = [(folder / name).read_text(encoding="utf-8") for name in ("2009-Obama.txt", "2017-Trump.txt")]
    counts = count_terms(pd.DataFrame({"article_id": ["o", "t"], "outlet": ["o", "t"], "text": texts}), tokens="sklearn", min_articles=1)
    reference = pd.read_csv(folder / "keyness_reference_obama2009_trump2017.csv", keep_default_na=False, dtype={"w": str}).set_index("w")
    for column, (method, prior, result) in COLUMNS.items():
        found = compare_terms(counts, target="o", method=method, prior=prior).set_index("term")[result].reindex(reference.index)
        print(f"{column:8} greatest difference {np.abs(found - reference[column]).max():.1e} of values given to 8 decimals; "
              f"equal when rounded alike: {(found.round(8) == reference[column]).mean():.1%}")  # fmt: skip


if __name__ == "__main__":
    weights(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
    keyness()
