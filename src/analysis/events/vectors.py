"""Turn articles into vectors over the words and pairs of neighboring words that they share with others.

Only some articles are in memory at a time. They are read twice: to count how many have each word and pair, and to make
the vectors.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS
from sklearn.preprocessing import normalize

from analysis.buckets import Buckets
from analysis.shipped import load_json, shipped_file
from analysis.words.token_ids import stack_rows, token_ids

# Word frequencies in news, without which the words that all of a few articles share would look common.
BACKGROUND = shipped_file("events_background.json")

LEAD, IN_LEAD = 150, 6  # words at the head of an article, and how often each counts; they say what it is about
LEAST = 0.01  # smaller entries of a vector are left out: a quarter of all, they take time and tell little
BLOCK = 2000  # articles in memory at a time
IN_BUCKET = 10_000  # articles whose pairs of words are sorted at a time: about 30 MB
_MOST_BITS = 8  # 256 files
_JOINED = 50  # vocabularies joined at a time


class Words(NamedTuple):
    """Articles as numbers: those of article i are `ids[offsets[i] : offsets[i + 1]]`, which are places in `terms`."""

    ids: np.ndarray
    offsets: np.ndarray
    terms: pa.Array


# Gives the articles, some at a time, as often as it is called.
WordBlocks: TypeAlias = Callable[[], Iterable[Words]]


class _Shared(NamedTuple):
    """The words and pairs that several articles have: all `terms`, the column of each (-1 for none), numbers of pairs.

    `idf` is the weight of each column; columns of pairs come after those of words.
    """

    terms: pa.Array
    word_columns: np.ndarray
    pairs: np.ndarray
    idf: np.ndarray


def event_vectors(texts: Sequence[str]) -> sparse.csr_matrix:
    """Return a unit vector per text over the words and pairs of words that it shares with another; zero for none."""
    blocks = words_of(texts)
    with TemporaryDirectory() as scratch:
        return stack_rows(list(vector_blocks(lambda: blocks, len(texts), Path(scratch))))


def words_of(texts: Sequence[str]) -> list[Words]:
    """Return the words of texts, some texts at a time."""
    found = (token_ids(texts[start : start + BLOCK]) for start in range(0, max(len(texts), 1), BLOCK))
    return [Words(block.ids, block.offsets, pa.array(block.terms, pa.string())) for block in found]


def vector_blocks(blocks: WordBlocks, n_articles: int, scratch: Path) -> Iterator[sparse.csr_matrix]:
    """Yield the vectors of `event_vectors`, some articles at a time. `scratch` is a folder for files."""
    shared = _count(blocks, n_articles, scratch)
    for words in blocks():
        n = len(words.offsets) - 1
        yield _weigh(*_uses(words, shared.terms), n, shared) if len(shared.idf) else sparse.csr_matrix((n, 1))


def _count(blocks: WordBlocks, n_articles: int, scratch: Path) -> _Shared:
    """Count how many articles have each word and each pair, and keep what at least two have."""
    terms = _joined_terms(words.terms for words in blocks())
    size = len(terms)
    # The highest bits of a pair's number choose its file, so the files follow each other in the order of the numbers.
    shift = np.uint64(64 - (size * (size + 1)).bit_length())
    buckets = Buckets(scratch, n_bits=min((n_articles // IN_BUCKET).bit_length(), _MOST_BITS))
    n_words = np.zeros(size, np.int64)
    for words in blocks():
        n = len(words.offsets) - 1
        rows, keys, _ = _uses(words, terms)
        once = np.unique(keys * n + rows) // max(n, 1)  # each article's words and pairs once, in rising order
        first_pair = np.searchsorted(once, size)
        n_words += np.bincount(once[:first_pair], minlength=size)
        buckets.add(once[first_pair:].astype(np.uint64) << shift)
    counted = [np.unique(buckets.sorted_numbers(i), return_counts=True) for i in range(len(buckets.files))]
    several = [(numbers[n >= 2] >> shift, n[n >= 2]) for numbers, n in counted]
    pairs, n_pairs = (np.concatenate(arrays).astype(np.int64) for arrays in zip(*several, strict=True))
    shared = n_words >= 2
    background = load_background()
    n_elsewhere = [background["with"].get(term, 0) for term in terms.filter(pa.array(shared)).to_pylist()]
    n_with = np.concatenate([n_words[shared], n_pairs]) + np.concatenate([n_elsewhere, np.zeros(len(pairs))])
    idf = np.log((1 + n_articles + background["articles"]) / (1 + n_with)) + 1
    return _Shared(terms, np.where(shared, np.cumsum(shared) - 1, -1), pairs, idf)


def _joined_terms(vocabularies: Iterable[pa.Array]) -> pa.Array:
    """Return all terms once, in code-point order."""
    terms, waiting = pa.array([], pa.string()), []
    for vocabulary in vocabularies:
        waiting.append(vocabulary)
        if len(waiting) == _JOINED:
            terms, waiting = pc.unique(pa.concat_arrays([terms, *waiting])), []
    terms = pc.unique(pa.concat_arrays([terms, *waiting]))
    return terms.take(pc.sort_indices(terms))


def _uses(words: Words, terms: pa.Array) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the article and a number of each content word and pair of neighbors, and whether it is in the lead."""
    number = pc.index_in(words.terms, value_set=terms).to_numpy().astype(np.int64)
    ids = number[words.ids]
    article = np.repeat(np.arange(len(words.offsets) - 1), np.diff(words.offsets))
    lead = np.arange(len(ids)) - words.offsets[article] < LEAD
    own = words.terms.to_pylist()
    content = np.array([term.lower() not in ENGLISH_STOP_WORDS for term in own], dtype=bool)[words.ids]
    word = content & np.array([len(term) > 1 for term in own], dtype=bool)[words.ids]
    pair = np.flatnonzero(content[:-1] & content[1:] & (article[:-1] == article[1:]))
    # The numbers of pairs are beyond those of words.
    keys = np.concatenate([ids[word], (ids[pair] + 1) * len(terms) + ids[pair + 1]])
    return np.concatenate([article[word], article[pair]]), keys, np.concatenate([lead[word], lead[pair]])


def _weigh(
    rows: np.ndarray, keys: np.ndarray, leads: np.ndarray, n_articles: int, shared: _Shared
) -> sparse.csr_matrix:
    """Return a unit vector for each article of a block."""
    words, n_words = keys < len(shared.terms), len(shared.idf) - len(shared.pairs)
    columns = np.full(len(keys), -1)
    columns[words] = shared.word_columns[keys[words]]
    if len(shared.pairs):
        place = np.searchsorted(shared.pairs, keys[~words]).clip(max=len(shared.pairs) - 1)
        columns[~words] = np.where(shared.pairs[place] == keys[~words], n_words + place, -1)
    rows, columns, leads = rows[columns >= 0], columns[columns >= 0], leads[columns >= 0]
    shape = (n_articles, len(shared.idf))
    uses = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
    in_lead = sparse.csr_matrix((leads.astype(float), (rows, columns)), shape=shape)  # the same places, with zeros
    uses.data = (1 + np.log(uses.data) / 2) * np.where(in_lead.data > 0, IN_LEAD, 1)
    vectors = normalize(uses @ sparse.diags(shared.idf))
    vectors.data[vectors.data < LEAST] = 0
    vectors.eliminate_zeros()
    return vectors


@cache
def load_background() -> dict[str, Any]:
    """Return the number of `articles` of a news corpus, and how many of them are `with` each common word."""
    return dict(load_json(BACKGROUND))  # training/background.py counted them
