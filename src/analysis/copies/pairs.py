"""Pair articles that share runs of words, and say which of two is the copy, from their sketches alone."""

import joblib
import numpy as np
import pandas as pd
import pyarrow as pa
from scipy import sparse

from analysis.copies.sketches import BITS, changes, mixed
from analysis.tables import conform, empty
from analysis.words.token_table import unpacked_rows

NEAR = 0.5  # least share of a near copy's shingles that the original has
EXCERPT = 0.2  # least share of either article's shingles; all edits of benchmarks/copies.py are found with it
LEAST_SHARED = 4  # sampled shingles, about 36 words in a row; fewer are a shared quotation or a stock phrase
FEWEST_SHARED = 3  # for a short article, of which half the shingles are enough; a name and a date in a row make two
BOILERPLATE = 3  # a run of words in this many articles of one outlet is the outlet's boilerplate
_COMMON = 200  # a shingle in more articles than this is a formula, which would pair everything with everything

_ROWS = 5000  # articles compared with all others at a time


def pair_sketches(sketches: pd.DataFrame) -> pd.DataFrame:
    """Return the `copies` table (see `find_copies`) of the articles with these sketches, from one partition or many."""
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
    """Return a matrix of passages × articles, and how many shingles each article has.

    A passage is the set of all shingles that the very same articles have. The matrix has the number of shingles of
    the passage where the article has it. Boilerplate of outlets is left out of both; shingles of only one article, or
    of very many, are left out of the matrix.
    """
    ends, shingles = unpacked_rows(pa.array(sketches["shingles"], pa.large_binary()), "<u8")
    sizes, outlets = np.diff(ends), pd.factorize(sketches["outlet"])[0]
    # One sort finds the articles of each shingle: it sorts numbers made of a shingle's hash and an article's number.
    # Articles are numbered by outlet, so that an outlet's articles with a shingle follow one another.
    order = np.argsort(outlets, kind="stable")
    number, bits = np.argsort(order).astype(np.uint64), np.uint64(len(order).bit_length())
    keys = (shingles << np.uint64(64 - BITS) >> bits << bits) | np.repeat(number, sizes)
    keys.sort()
    first = changes(keys >> bits)
    several = ~(first & np.append(first[1:], True))
    first, articles = first[several], order[(keys[several] & np.uint64((1 << int(bits)) - 1)).astype(np.int64)]
    boilerplate = _boilerplate(articles, first | changes(outlets[articles]), sizes)
    cut = (
        boilerplate & (sketches["outlet"] != "").to_numpy()[articles]
    )  # articles of an unknown outlet have none in common
    passages = _passages((np.cumsum(first) - 1)[~cut], articles[~cut], len(sizes))
    return passages, sizes - np.bincount(articles[cut], minlength=len(sizes))


def _passages(shingles: np.ndarray, articles: np.ndarray, n_articles: int) -> sparse.csr_matrix:
    """Return the matrix of `_shingle_matrix` from pairs (shingle, article); shingles are numbered in rising order."""
    n_with = np.bincount(shingles)
    kept = (n_with > 1) & (n_with <= _COMMON)
    articles, ends = articles[kept[shingles]], np.concatenate([[0], np.cumsum(n_with[kept])])
    matrix = sparse.csr_matrix((np.ones(len(articles), np.int32), articles, ends), shape=(len(ends) - 1, n_articles))
    hashes = mixed(articles.astype(np.uint64))
    same_articles = np.add.reduceat(hashes, ends[:-1]) if len(articles) else np.zeros(0, np.uint64)
    _, first, n = np.unique(same_articles, return_index=True, return_counts=True)
    matrix = matrix[first]
    matrix.data = np.repeat(n.astype(np.int32), np.diff(matrix.indptr))
    return matrix


def _boilerplate(articles: np.ndarray, begins: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Tell for each pair (shingle, article) whether the shingle is boilerplate of the article's outlet.

    It is in at least 3 articles of the outlet, and all such shingles make less than half of this article. If they
    make more, the article is one of several versions of a story. `begins` marks the first of each run of articles of
    one outlet with a shingle.
    """
    run = np.cumsum(begins) - 1
    recurs = (np.bincount(run) >= BOILERPLATE)[run]
    part = np.bincount(articles[recurs], minlength=len(sizes)) / np.maximum(sizes, 1)
    return np.asarray(recurs & (part[articles] < 0.5))


def _pairs(sketches: pd.DataFrame, matrix: sparse.csr_matrix, sizes: np.ndarray) -> pd.DataFrame:
    """Return pairs a < b of articles that share enough: `shared` shingles, and their share `of_a` and `of_b`."""
    both = pd.concat([_sharing(matrix, sizes), _same_words(sketches)])
    frame = both.groupby(["a", "b"], as_index=False)["shared"].max()
    sizes = np.maximum(sizes, 1)
    frame["of_a"], frame["of_b"] = frame["shared"] / sizes[frame["a"]], frame["shared"] / sizes[frame["b"]]
    words = sketches["words"].to_numpy()
    frame["same"] = words[frame["a"]] == words[frame["b"]]
    return frame[frame["same"] | (frame[["of_a", "of_b"]].max(axis=1) >= EXCERPT)]


def _sharing(matrix: sparse.csr_matrix, sizes: np.ndarray) -> pd.DataFrame:
    """Return pairs a < b of articles that share enough shingles, and how many; some rows at a time to save memory."""
    by_article = (matrix.T > 0).tocsr().astype(np.int32)
    work = (
        joblib.delayed(_sharing_of)(start, by_article[start : start + _ROWS], matrix, sizes)
        for start in range(0, len(sizes), _ROWS)
    )
    return pd.concat(joblib.Parallel(n_jobs=-1, prefer="threads")(work))


def _sharing_of(start: int, articles: sparse.csr_matrix, matrix: sparse.csr_matrix, sizes: np.ndarray) -> pd.DataFrame:
    """Return the pairs of `_sharing` whose first article is one of `articles`, the rows from `start` on."""
    shared = articles @ matrix
    a = np.repeat(np.arange(start, start + shared.shape[0]), np.diff(shared.indptr))
    later = np.flatnonzero((shared.data >= FEWEST_SHARED) & (shared.indices > a))
    a, b, shared = a[later], shared.indices[later], shared.data[later]
    smaller = np.minimum(sizes[a], sizes[b])
    least = np.minimum(LEAST_SHARED, np.maximum(FEWEST_SHARED, smaller // 2))
    enough = (shared >= least) & (shared >= EXCERPT * smaller)
    return pd.DataFrame({"a": a[enough], "b": b[enough], "shared": shared[enough]})


def _same_words(sketches: pd.DataFrame) -> pd.DataFrame:
    """Return pairs of articles with the same words, however short or common: each with the first such article."""
    words = sketches["words"].to_numpy()
    some = np.flatnonzero(words)
    _, first, same = np.unique(words[some], return_index=True, return_inverse=True)
    first = some[first[same]]
    return pd.DataFrame({"a": first[first < some], "b": some[first < some], "shared": 0})


def _directed(sketches: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Return each pair as copy and original: the original is the agency's, else the earliest, else the first."""
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
    """Tell for each article whether it is an agency's own: others credit its outlet, and it credits nobody else."""
    outlet, credit = sketches["outlet"], sketches["credit"]
    agencies = set(credit[(credit != "") & (credit != outlet)])
    return np.asarray(outlet.isin(agencies) & ((credit == "") | (credit == outlet)))


def _best_original(sketches: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """Keep one original per copy: the agency's before others, then exact, near, excerpt, then the earliest."""
    strong = links["kind"] != "excerpt"
    kind = links["kind"].map({"exact": 0, "near": 1, "excerpt": 2})
    keys = links.assign(
        weak=~strong, other=~links["agency"], kind_rank=kind, less=-links["similarity"].where(~strong, 0)
    )
    return keys.sort_values(["copy", "weak", "other", "kind_rank", "less", "rank"]).drop_duplicates("copy")
