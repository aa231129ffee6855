"""The articles that topics are found in: which of them the topics are fitted to, and the counts of their terms."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
from scipy import sparse

from analysis.enough import NotEnoughArticles
from analysis.tables import need
from analysis.topics import result
from analysis.topics.vectors import is_content_word
from analysis.words.article_tokens import join_vocabularies
from analysis.words.counts import TermCounts
from analysis.words.token_ids import count_texts, stack_rows

ArticlesOrCounts: TypeAlias = pd.DataFrame | TermCounts
COUNTED = 2000  # articles whose texts are in memory at a time; of fewer, more terms come again


class CountedArticles(NamedTuple):
    """The ids of articles, a matrix of articles × terms, and the terms."""

    ids: np.ndarray
    counts: sparse.csr_matrix
    terms: np.ndarray


def article_ids(articles: ArticlesOrCounts) -> np.ndarray:
    """Return the ids of articles; raise ValueError for no article, or for one that comes twice."""
    frame = articles.articles if isinstance(articles, TermCounts) else articles
    need(frame, ["article_id"], who="fit_topics")
    ids = np.asarray(frame["article_id"])
    if not len(ids):
        raise NotEnoughArticles(
            "no article is left to find topics in; add articles, or widen the selection (since, until, outlets, story)"
        )
    if len(set(ids)) < len(ids):
        raise ValueError("fit_topics got an article more than once; drop_duplicates('article_id') first")
    return ids


def in_sample(ids: np.ndarray, seed: int) -> np.ndarray:
    """Tell for each article whether topics are fitted to it: at most `MOST_FITTED`, the same in any order of `ids`."""
    chosen = np.zeros(len(ids), bool)
    drawn = np.random.default_rng(seed).permutation(len(ids))[: result.MOST_FITTED]
    chosen[np.argsort(ids, kind="stable")[drawn]] = True
    return chosen


def rows_of(articles: ArticlesOrCounts, rows: np.ndarray) -> ArticlesOrCounts:
    """Return the articles in these rows."""
    if isinstance(articles, TermCounts):
        return replace(articles, counts=articles.counts[rows], articles=articles.articles.iloc[rows])
    return articles.iloc[rows]


def in_blocks(articles: ArticlesOrCounts, rows: np.ndarray) -> Iterator[ArticlesOrCounts]:
    """Yield the articles in these rows, some at a time."""
    return (rows_of(articles, rows[start : start + COUNTED]) for start in range(0, len(rows), COUNTED))


def together(frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """Yield the articles of several frames together, so many that their terms are counted at once."""
    block: list[pd.DataFrame] = []
    for frame in frames:
        block.append(frame)
        if sum(map(len, block)) >= COUNTED:
            whole, block = pd.concat(block, ignore_index=True), []
            yield whole
            del whole
    if block:
        yield pd.concat(block, ignore_index=True)


def counted_articles(articles: ArticlesOrCounts) -> CountedArticles:
    """Count the terms of headline and text by scikit-learn's token rule, or take counts as they are."""
    if isinstance(articles, TermCounts):
        return CountedArticles(articles.article_ids, articles.counts, np.asarray(articles.terms))
    need(articles, ["article_id", "text"], who="fit_topics")
    counts, terms = count_texts(_texts(articles), "sklearn")
    return CountedArticles(articles["article_id"].to_numpy(), counts, np.array(terms, dtype=object))


def counted_together(blocks: Iterable[ArticlesOrCounts]) -> CountedArticles:
    """Count the content words of articles that come some at a time, with few texts in memory; rows are by id."""
    ids, found, vocabularies = [], [], []
    for own in map(counted_articles, blocks):
        kept = np.flatnonzero([is_content_word(term) for term in own.terms])
        counts = own.counts[:, kept]
        if counts.nnz and counts.dtype.kind == "i":
            counts.data = counts.data.astype(np.min_scalar_type(counts.data.max()))  # mostly one byte
        ids.append(own.ids)
        found.append(counts)
        vocabularies.append(pa.array(own.terms[kept], pa.string()))  # strings among freed ones would hold their memory
        del own, kept, counts
        pa.default_memory_pool().release_unused()  # what counting took is many small pieces
    if not found:
        return CountedArticles(np.array([]), sparse.csr_matrix((0, 0)), np.array([]))
    numbers, terms = join_vocabularies(vocabularies)
    for counts, number in zip(found, numbers, strict=True):
        counts.indices = number[counts.indices]
    counts = stack_rows(found, len(terms))
    del found
    own_ids = np.concatenate(ids)
    by_id = np.argsort(own_ids, kind="stable")
    counts = counts[by_id]
    counts.has_sorted_indices = False
    counts.sort_indices()
    return CountedArticles(own_ids[by_id], counts, terms.to_numpy(zero_copy_only=False))


def texts_by_id(articles: ArticlesOrCounts, ids: pd.Series) -> dict[str, str]:
    """Return headline and text of some articles by their ids, empty where only counts are known."""
    if isinstance(articles, TermCounts):
        return dict.fromkeys(ids, "")
    chosen = articles[articles["article_id"].isin(ids)]
    return dict(zip(chosen["article_id"], _texts(chosen), strict=True))


def _texts(articles: pd.DataFrame) -> pd.Series:
    """Return headline and text of each article."""
    texts = articles["text"].fillna("")
    return articles["headline"].fillna("") + "\n\n" + texts if "headline" in articles else texts
