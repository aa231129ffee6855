"""Pair articles that share runs of words, and say which of two is the copy, from their sketches alone."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
from scipy import sparse

from analysis.buckets import Buckets
from analysis.copies.sharing import EXCERPT, sharing_articles
from analysis.copies.sketches import BITS, changes, mixed
from analysis.tables import conform, empty, read_part, read_table
from analysis.words.token_ids import stack_rows
from analysis.words.token_table import unpacked_rows

NEAR = 0.5  # least share of a near copy's shingles that the original has
BOILERPLATE = 3  # a run of words in this many articles of one outlet is the outlet's boilerplate
_KINDS = ("exact", "near", "excerpt")  # from the closest copy on
_COMMON = 200  # a shingle in more articles than this is a formula, which would pair everything with everything

_PAIRS = 100_000  # and as many as there are copies: pairs held at a time, of which those that no copy keeps are dropped
IN_BUCKET = 10_000  # articles whose shingles are sorted at a time: about 9 MB, several times
_MOST_BITS = 9  # 512 files, for the shingles of five million articles and more
_Column: TypeAlias = pa.Array | pa.ChunkedArray
_BESIDE_SHINGLES = ["article_id", "outlet", "published", "credit", "words"]


class _Passages(NamedTuple):
    """Sets of articles that have the same shingles: a hash of each set, how many shingles, and a row of articles."""

    sets: np.ndarray
    n: np.ndarray
    articles: sparse.csr_matrix


class _Numbering(NamedTuple):
    """Articles numbered by outlet, so that an outlet's articles with a shingle follow one another when sorted.

    The article with a number is in the row `order[number]`. A number has at most `bits` bits.
    """

    order: np.ndarray
    outlets: np.ndarray
    bits: np.uint64


def pair_sketches(sketches: pd.DataFrame) -> pd.DataFrame:
    """Return the `copies` table (see `find_copies`) of the articles with these sketches, from one partition or many."""
    with tempfile.TemporaryDirectory() as scratch:
        shingles = pa.array(sketches["shingles"], pa.large_binary())
        return _paired(sketches.reset_index(drop=True), [shingles], Path(scratch))


def pair_sketch_files(parts: Sequence[Path], *, scratch: Path) -> pd.DataFrame:
    """Return what `pair_sketches` gives of all these parts, with the shingles of one part in memory at a time.

    `scratch` is an empty folder. It must have room for 1 KB an article.
    """
    sketches = pd.concat([read_table(part, columns=_BESIDE_SHINGLES) for part in parts], ignore_index=True)
    return _paired(sketches, (read_part(part, ["shingles"])["shingles"] for part in parts), scratch)


def _paired(sketches: pd.DataFrame, shingles: Iterable[_Column], scratch: Path) -> pd.DataFrame:
    """Return the `copies` table; `shingles` are the columns of that name, part by part."""
    if sketches.empty:
        return empty("copies")
    matrix, sizes = _shingle_matrix(sketches, shingles, scratch)
    pa.default_memory_pool().release_unused()  # what sorting took
    sharing = sharing_articles(matrix, sizes)
    del matrix  # less and less of it is needed
    originals = _Originals(sketches)
    found = [originals.of_pairs(_same_words(sketches), sizes)]
    for pairs in sharing:
        found.append(originals.of_pairs(pairs, sizes))
        if sum(map(len, found[1:])) > len(found[0]) + _PAIRS:
            found = [originals.best(pd.concat(found))]
    best = originals.best(pd.concat(found))
    if best.empty:
        return empty("copies")
    ids = sketches["article_id"].array
    best = best.assign(article_id=ids.take(best["copy"]), copy_of=ids.take(best["original"]))
    return conform(best.assign(kind=np.array(_KINDS, object)[best["kind"]]).reset_index(drop=True), "copies")


def _shingle_matrix(
    sketches: pd.DataFrame, shingles: Iterable[_Column], scratch: Path
) -> tuple[sparse.csr_matrix, np.ndarray]:
    """Return a matrix of passages × articles, and how many shingles each article has.

    A passage is the set of all shingles that the very same articles have. The matrix has the number of shingles of
    the passage where the article has it. Boilerplate of outlets is left out of both; shingles of only one article, or
    of very many, are left out of the matrix.
    """
    outlets = pd.factorize(sketches["outlet"])[0]
    order = np.argsort(outlets, kind="stable")
    numbering = _Numbering(order, outlets, np.uint64(len(order).bit_length()))
    buckets = Buckets(scratch, n_bits=min((len(order) // IN_BUCKET).bit_length(), _MOST_BITS))
    sizes = _fill(buckets, shingles, numbering)
    n_recurring = _count_recurring(buckets, numbering)
    # An article of which half recurs is one of several versions of a story; an unknown outlet has no boilerplate.
    cut = (n_recurring / np.maximum(sizes, 1) < 0.5) & (sketches["outlet"] != "").to_numpy()
    passages = _Passages(np.zeros(0, np.uint64), np.zeros(0, np.int64), sparse.csr_matrix((0, len(order)), dtype=bool))
    for first, articles, recurs in _shared_shingles(buckets, numbering):
        kept = ~(recurs & cut[articles])
        passages = _joined(passages, _passages((np.cumsum(first) - 1)[kept], articles[kept], len(order)))
    own = passages.articles
    n_shared = np.repeat(passages.n.astype(np.int32), np.diff(own.indptr))
    matrix = sparse.csr_matrix((n_shared, own.indices, own.indptr), shape=own.shape)
    return matrix, sizes - np.where(cut, n_recurring, 0)


def _fill(buckets: Buckets, shingles: Iterable[_Column], numbering: _Numbering) -> np.ndarray:
    """Put numbers made of a shingle's hash and an article's number into buckets; return how many each article has."""
    number, bits = np.argsort(numbering.order).astype(np.uint64), numbering.bits
    sizes: list[np.ndarray] = []
    row = 0
    for column in shingles:
        ends, hashes = unpacked_rows(column, "<u8")
        sizes.append(np.diff(ends))
        own = np.repeat(number[row : row + len(column)], sizes[-1])
        buckets.add((hashes << np.uint64(64 - BITS) >> bits << bits) | own)
        row += len(column)
    pa.default_memory_pool().release_unused()  # Arrow would keep the memory of the parts for tables to come
    return np.concatenate(sizes)


def _count_recurring(buckets: Buckets, numbering: _Numbering) -> np.ndarray:
    """Return how many shingles of each article recur in its outlet; drop the shingles of only one article."""
    found = np.zeros(len(numbering.order), np.int64)
    for bucket in range(len(buckets.files)):
        keys = buckets.sorted_numbers(bucket)
        first = changes(keys >> numbering.bits)
        buckets.replace(bucket, keys[~(first & np.append(first[1:], True))])
    for _, articles, recurs in _shared_shingles(buckets, numbering):
        found += np.bincount(articles[recurs], minlength=len(found))
    return found


def _shared_shingles(buckets: Buckets, numbering: _Numbering) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Yield each bucket's pairs (shingle, article) in order: whether the shingle is another, the article, `recurs`.

    `recurs` says that at least 3 articles of the article's outlet have the shingle.
    """
    for bucket in range(len(buckets.files)):
        keys = buckets.sorted_numbers(bucket)
        first = changes(keys >> numbering.bits)
        articles = numbering.order[(keys & np.uint64((1 << int(numbering.bits)) - 1)).astype(np.int64)]
        of_outlet = np.cumsum(first | changes(numbering.outlets[articles])) - 1
        yield first, articles, (np.bincount(of_outlet) >= BOILERPLATE)[of_outlet]


def _passages(shingles: np.ndarray, articles: np.ndarray, n_articles: int) -> _Passages:
    """Return the passages among pairs (shingle, article); shingles are numbered in rising order."""
    n_with = np.bincount(shingles)
    kept = (n_with > 1) & (n_with <= _COMMON)
    articles, ends = articles[kept[shingles]], np.concatenate([[0], np.cumsum(n_with[kept])])
    matrix = sparse.csr_matrix((np.ones(len(articles), bool), articles, ends), shape=(len(ends) - 1, n_articles))
    hashes = mixed(articles.astype(np.uint64) + np.uint64(1))  # 0 stays 0, and would be in a set and not count
    same_articles = np.add.reduceat(hashes, ends[:-1]) if len(articles) else np.zeros(0, np.uint64)
    return _merged(_Passages(same_articles, np.ones(len(same_articles), np.int64), matrix))


def _joined(some: _Passages, others: _Passages) -> _Passages:
    """Return the passages of both."""
    sets, n = np.concatenate([some.sets, others.sets]), np.concatenate([some.n, others.n])
    return _merged(_Passages(sets, n, stack_rows([some.articles, others.articles])))


def _merged(passages: _Passages) -> _Passages:
    """Return the passages with those of the same articles as one."""
    sets, first, place = np.unique(passages.sets, return_index=True, return_inverse=True)
    n = np.bincount(place, weights=passages.n, minlength=len(sets)).astype(np.int64)
    return _Passages(sets, n, passages.articles[first])


def _same_words(sketches: pd.DataFrame) -> pd.DataFrame:
    """Return pairs of articles with the same words, however short or common: each with the first such article."""
    words = sketches["words"].to_numpy()
    some = np.flatnonzero(words)
    _, first, same = np.unique(words[some], return_index=True, return_inverse=True)
    first = some[first[same]]
    return pd.DataFrame({"a": first[first < some], "b": some[first < some], "shared": 0})


class _Originals:
    """Says which of two articles is the copy, and which of several originals a copy keeps.

    The original of a pair is the agency's, else the earliest, else the first. Of several originals a copy keeps the
    agency's before others, then exact, near, excerpt, then the earliest; an agency's excerpt comes after what is near.
    """

    def __init__(self, sketches: pd.DataFrame) -> None:
        self._words = sketches["words"].to_numpy()
        self._agency = _agency(sketches)
        published = sketches["published"].rank(method="min", na_option="bottom")
        self._rank = np.argsort(np.lexsort([published, ~self._agency]))  # lexsort keeps the order among equals

    def of_pairs(self, pairs: pd.DataFrame, sizes: np.ndarray) -> pd.DataFrame:
        """Return `copy`, `original`, `kind` and `similarity` of the pairs that share enough."""
        a, b, shared = (pairs[column].to_numpy() for column in ("a", "b", "shared"))
        of_a, of_b = (shared / np.maximum(sizes[articles], 1) for articles in (a, b))
        same = self._words[a] == self._words[b]
        swap = self._rank[a] > self._rank[b]
        found = pd.DataFrame(
            {
                "copy": np.where(swap, a, b),
                "original": np.where(swap, b, a),
                "kind": np.select([same, np.where(swap, of_a, of_b) >= NEAR], [0, 1], 2),
                "similarity": np.where(same, 1.0, np.maximum(of_a, of_b)),
            }
        )
        return found[found["similarity"] >= EXCERPT]

    def best(self, found: pd.DataFrame) -> pd.DataFrame:
        """Return the pair that each copy keeps, one row per copy, in order."""
        copy, original, kind, similarity = (found[column].to_numpy() for column in found)
        weak = kind == _KINDS.index("excerpt")
        far = np.where(weak, -similarity, 0)
        order = np.lexsort([self._rank[original], far, kind, ~self._agency[original], weak, copy])
        return found.iloc[order[changes(copy[order])]]


def _agency(sketches: pd.DataFrame) -> np.ndarray:
    """Tell for each article whether it is an agency's own: others credit its outlet, and it credits nobody else."""
    outlet, credit = sketches["outlet"], sketches["credit"]
    agencies = set(credit[(credit != "") & (credit != outlet)])
    return np.asarray(outlet.isin(agencies) & ((credit == "") | (credit == outlet)))
