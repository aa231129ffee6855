"""Pairs of articles that share runs of words, and which of two is the copy; from the sketches of `sketch_articles` alone."""

import joblib
import numpy as np
import pandas as pd
import pyarrow as pa
from scipy import sparse

from analysis.copies.sketches import BITS, changes, mixed
from analysis.tables import conform, empty
from analysis.words.token_table import unpacked_rows

NEAR = 0.5  # most of what the copy says is the original's
EXCERPT = 0.2  # of one of the two; every edit of benchmarks/copies.py is found at it, 40 % of an article inside another among them
LEAST_SHARED = 4  # sampled shingles, about 36 words in a row; fewer is a shared quotation or a stock phrase
FEWEST_SHARED = 3  # of a short article, half of whose shingles are enough; a name and a date in a row are two
BOILERPLATE = 3  # articles of one outlet that share a run of words before it counts as the outlet's furniture
_COMMON = 200  # a shingle in more articles than this is a formula and would pair everything with everything

_ROWS = 5000  # articles compared with all others at a time


def pair_sketches(sketches: pd.DataFrame) -> pd.DataFrame:
    """The `copies` table (see `find_copies`) of articles whose sketches these are, of one or of many partitions."""
    sketches = sketches.reset_index(drop=True)
    if sketches.empty:
        return empty("copies")
    pairs = _pairs(sketches, *_shingle_matrix(sketches))
    if pairs.empty:
        return empty("copies")
    best = _best_original(sketches, _directed(sketches, pairs)).sort_values("copy", ignore_index=True)
    ids = sketches["article_id"].to_numpy()
    return conform(best.assign(article_id=ids[best["copy"]], copy_of=ids[best["original"]]), "copies")


def _shingle_matrix(sketches: pd.DataFrame) -> tuple[sparse.csr_matrix, np.ndarray]:
    """Passages × articles: how many shingles the passage has, where the article has it; and how many shingles each article has.

    A passage is all shingles that the very same articles have. Both are without the outlets' boilerplate, the matrix without
    shingles of one article and formulas, too. The articles of each shingle are found by one sort of numbers that hold a shingle's hash
    above an article's number; these follow the outlets, so that an outlet's articles with a shingle stand together.
    """
    ends, shingles = unpacked_rows(pa.array(sketches["shingles"], pa.large_binary()), "<u8")
    sizes, outlets = np.diff(ends), pd.factorize(sketches["outlet"])[0]
    order = np.argsort(outlets, kind="stable")
    number, bits = np.argsort(order).astype(np.uint64), np.uint64(len(order).bit_length())
    keys = (shingles << np.uint64(64 - BITS) >> bits << bits) | np.repeat(number, sizes)
    keys.sort()
    first = changes(keys >> bits)
    several = ~(first & np.append(first[1:], True))
    first, articles = first[several], order[(keys[several] & np.uint64((1 << int(bits)) - 1)).astype(np.int64)]
    # Articles of an unknown outlet are no outlet's, so nothing in them is its boilerplate.
    cut = (
        _boilerplate(articles, first | changes(outlets[articles]), sizes)
        & (sketches["outlet"] != "").to_numpy()[articles]
    )
    passages = _passages((np.cumsum(first) - 1)[~cut], articles[~cut], len(sizes))
    return passages, sizes - np.bincount(articles[cut], minlength=len(sizes))


def _passages(shingles: np.ndarray, articles: np.ndarray, n_articles: int) -> sparse.csr_matrix:
    """The matrix of `_shingle_matrix`: `shingles` are numbers in rising order, each as often as an article has it, and `articles` these."""
    spread = np.bincount(shingles)
    telling = (spread > 1) & (spread <= _COMMON)
    articles, ends = articles[telling[shingles]], np.concatenate([[0], np.cumsum(spread[telling])])
    matrix = sparse.csr_matrix((np.ones(len(articles), np.int32), articles, ends), shape=(len(ends) - 1, n_articles))
    together = (
        np.add.reduceat(mixed(articles.astype(np.uint64)), ends[:-1]) if len(articles) else np.zeros(0, np.uint64)
    )
    _, first, n = np.unique(together, return_index=True, return_counts=True)
    matrix = matrix[first]
    matrix.data = np.repeat(n.astype(np.int32), np.diff(matrix.indptr))
    return matrix


def _boilerplate(articles: np.ndarray, begins: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Which (article, shingle) are their outlet's boilerplate: in at least 3 of its articles, and less than half of this one.

    Where they are more than half of an article, it is one of several versions of a story, and not boilerplate. `begins` marks the
    first of each run of articles of one outlet with one shingle.
    """
    run = np.cumsum(begins) - 1
    recurs = (np.bincount(run) >= BOILERPLATE)[run]
    part = np.bincount(articles[recurs], minlength=len(sizes)) / np.maximum(sizes, 1)
    return recurs & (part[articles] < 0.5)


def _pairs(sketches: pd.DataFrame, matrix: sparse.csr_matrix, sizes: np.ndarray) -> pd.DataFrame:
    """Pairs a < b of articles that share enough: `shared`, and the containments `of_a` (shared of a's shingles) and `of_b`."""
    frame = (
        pd.concat([_sharing(matrix, sizes), _same_words(sketches)]).groupby(["a", "b"], as_index=False)["shared"].max()
    )
    sizes = np.maximum(sizes, 1)
    frame["of_a"], frame["of_b"] = frame["shared"] / sizes[frame["a"]], frame["shared"] / sizes[frame["b"]]
    words = sketches["words"].to_numpy()
    frame["same"] = words[frame["a"]] == words[frame["b"]]
    return frame[frame["same"] | (frame[["of_a", "of_b"]].max(axis=1) >= EXCERPT)]


def _sharing(matrix: sparse.csr_matrix, sizes: np.ndarray) -> pd.DataFrame:
    """Pairs a < b of articles, and how many shingles they share: enough for a copy; some rows at a time, as there may be many pairs."""
    by_article = (matrix.T > 0).tocsr().astype(np.int32)
    work = (
        joblib.delayed(_sharing_of)(start, by_article[start : start + _ROWS], matrix, sizes)
        for start in range(0, len(sizes), _ROWS)
    )
    return pd.concat(joblib.Parallel(n_jobs=-1, prefer="threads")(work))


def _sharing_of(start: int, articles: sparse.csr_matrix, matrix: sparse.csr_matrix, sizes: np.ndarray) -> pd.DataFrame:
    """The pairs of `_sharing` whose first is one of `articles`, the rows from `start` on."""
    shared = articles @ matrix
    a = np.repeat(np.arange(start, start + shared.shape[0]), np.diff(shared.indptr))
    later = np.flatnonzero((shared.data >= FEWEST_SHARED) & (shared.indices > a))
    a, b, shared = a[later], shared.indices[later], shared.data[later]
    smaller = np.minimum(sizes[a], sizes[b])
    enough = (shared >= np.minimum(LEAST_SHARED, np.maximum(FEWEST_SHARED, smaller // 2))) & (
        shared >= EXCERPT * smaller
    )
    return pd.DataFrame({"a": a[enough], "b": b[enough], "shared": shared[enough]})


def _same_words(sketches: pd.DataFrame) -> pd.DataFrame:
    """Pairs of articles with the same words, however short or common: each with the first such one."""
    words = sketches["words"].to_numpy()
    some = np.flatnonzero(words)
    _, first, same = np.unique(words[some], return_index=True, return_inverse=True)
    first = some[first[same]]
    return pd.DataFrame({"a": first[first < some], "b": some[first < some], "shared": 0})


def _directed(sketches: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Each pair as copy and original: the original is the agency's, else the earliest, else the first."""
    agency = _agency(sketches)
    published = sketches["published"].rank(method="min", na_option="bottom")
    rank = np.argsort(np.lexsort([published, ~agency]))  # lexsort keeps the input's order among equals
    swap = rank[pairs["a"]] > rank[pairs["b"]]
    copy, original = np.where(swap, pairs["a"], pairs["b"]), np.where(swap, pairs["b"], pairs["a"])
    of_copy, of_original = np.where(swap, pairs["of_a"], pairs["of_b"]), np.where(swap, pairs["of_b"], pairs["of_a"])
    same = pairs["same"].to_numpy()
    kind = np.select([same, of_copy >= NEAR], ["exact", "near"], "excerpt")
    similarity = np.where(same, 1.0, np.maximum(of_copy, of_original))
    return pd.DataFrame(
        {
            "copy": copy,
            "original": original,
            "kind": kind,
            "similarity": similarity,
            "agency": agency[original],
            "rank": rank[original],
        }
    )


def _agency(sketches: pd.DataFrame) -> np.ndarray:
    """Whether an article is an agency's own: another outlet credits the agency, and nobody else is credited here."""
    outlet, credit = sketches["outlet"], sketches["credit"]
    agencies = set(credit[(credit != "") & (credit != outlet)])
    return (outlet.isin(agencies) & ((credit == "") | (credit == outlet))).to_numpy()


def _best_original(sketches: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """One original per copy: the agency's before others, then exact, near, excerpt, then the earliest."""
    strong = links["kind"] != "excerpt"
    kind = links["kind"].map({"exact": 0, "near": 1, "excerpt": 2})
    keys = links.assign(
        weak=~strong, other=~links["agency"], kind_rank=kind, less=-links["similarity"].where(~strong, 0)
    )
    return keys.sort_values(["copy", "weak", "other", "kind_rank", "less", "rank"]).drop_duplicates("copy")
