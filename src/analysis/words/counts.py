"""Term counts of articles and their TF-IDF weights."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from analysis.tables import need
from analysis.words.text import check_rule, terms
from analysis.words.token_ids import keep_columns
from analysis.words.token_table import ArticleIds, articles_ids, count_articles

# scikit-learn's list has no contractions, as its token rule splits them; the news rule keeps them whole.
_CONTRACTIONS = frozenset(
    "aren't can't couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll he's here's i'd i'll i'm i've isn't it'd it'll "
    "it's let's she'd she'll she's shouldn't that's there's they'd they'll they're they've wasn't we'd we'll we're we've "
    "weren't what's who's won't wouldn't you'd you'll you're you've".split()
)

_ROWS = 500  # articles weighed at a time: their numbers fit a processor's cache


@dataclass(frozen=True)
class TermCounts:
    """Counts (or weights) of terms in articles, one row of `counts` per row of `articles`, one column per term.

    `counts` is a sparse matrix, `terms` the terms in code-point order, `article_ids` the ids in the input's order,
    `articles` their other columns (not the text), by which `by` groups, `min_articles` the least number of articles that a
    term had to be in, and `value` what the numbers are: n (counts) or weight.
    """

    counts: sparse.csr_matrix
    terms: np.ndarray
    articles: pd.DataFrame
    min_articles: int = 1
    value: str = "n"

    @property
    def article_ids(self) -> np.ndarray:
        """The ids of the articles, in the order of the rows."""
        return self.articles["article_id"].to_numpy()

    def by(self, column: str) -> pd.DataFrame:
        """Terms per group: one row per value of `column` × term that occurs there, groups and terms in order.

        Columns: `column`, `term`, `n` (occurrences, or summed weight), `n_articles` (articles with the term), `share` (n of
        all occurrences in the group, 0 to 1). Articles whose `column` is null are in no group.
        Raises ValueError when the articles had no such column.
        """
        if column not in self.articles:
            raise ValueError(f"there is no column {column!r} to group by; the articles had: {', '.join(self.articles)}")
        codes, groups = pd.factorize(self.articles[column], sort=True)
        rows = np.flatnonzero(codes >= 0)
        members = sparse.csr_matrix(
            (np.ones(len(rows), self.counts.dtype), (codes[rows], rows)), shape=(len(groups), len(codes))
        )
        sums, present = (members @ self.counts).tocoo(), members @ (self.counts != 0).astype(np.int64)
        frame = pd.DataFrame({column: groups[sums.row], "term": self.terms[sums.col], self.value: sums.data})
        frame["n_articles"] = np.asarray(present[sums.row, sums.col]).ravel().astype(np.int64)
        frame["share"] = frame[self.value] / frame.groupby(column, observed=True)[self.value].transform("sum")
        return frame.sort_values([column, "term"], ignore_index=True)

    def to_frame(self) -> pd.DataFrame:
        """One row per article × term that it has: `article_id`, `term` and `n` (or `weight`), in the articles' order."""
        matrix = self.counts.tocoo()
        order = np.lexsort([matrix.col, matrix.row])
        rows, columns, data = matrix.row[order], matrix.col[order], matrix.data[order]
        return pd.DataFrame({"article_id": self.article_ids[rows], "term": self.terms[columns], self.value: data})


def count_terms(
    articles: pd.DataFrame,
    *,
    tokens: str = "news",
    ngrams: tuple[int, int] = (1, 1),
    min_articles: int = 2,
    stop_words: str | Iterable[str] = (),
) -> TermCounts:
    """How often each term occurs in the text of each article: a `TermCounts`.

    `tokens` is the token rule (see `analysis.words.text.terms`): *news* keeps U.S., tax-privacy, $66 and ICE apart from ice;
    *sklearn* is scikit-learn's. `ngrams` is the least and most words of a term; an n-gram never crosses a paragraph's end
    under *news*, and does under *sklearn*, as there. Terms in fewer than `min_articles` articles are left out; `compare_terms`
    asks for as many articles on the side for which it calls a term typical. `stop_words` is "english" (scikit-learn's list
    and contractions) or a list; it is brought to the token rule first, so that "don't" works under both.

    `articles` needs `article_id` and `text`. Raises ValueError for no articles, an unknown rule, impossible n-grams, and when
    no term is left.

    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["ICE on ice.", "No ice."]})
    >>> count_terms(articles, min_articles=1).to_frame().values.tolist()
    [['a', 'ICE', 1], ['a', 'ice', 1], ['a', 'on', 1], ['b', 'ice', 1], ['b', 'no', 1]]
    """
    need(articles, ["article_id", "text"], who="count_terms")
    _check(articles, tokens, ngrams)
    stop = pa.array(_stop_words(stop_words, tokens), pa.string())
    if ngrams == (1, 1):
        matrix, found = count_articles(articles, tokens, min_articles=min_articles, without=stop)
    else:
        found = _without(articles_ids(articles, tokens), stop)
        matrix, found = _sorted(*_count_ngrams(found, ngrams, min_articles, across=tokens == "sklearn"))
    if not len(found):
        raise ValueError(
            f"no term is in at least {min_articles} of the {len(articles)} articles; lower min_articles, remove stop words or "
            "give articles with text"
        )
    told = articles.drop(columns="text").reset_index(drop=True)
    return TermCounts(matrix, found.to_numpy(zero_copy_only=False), told, min_articles)


def _check(articles: pd.DataFrame, tokens: str, ngrams: tuple[int, int]) -> None:
    if articles.empty:
        raise ValueError("count_terms got no articles; widen the selection (since, until, outlets, story)")
    check_rule(tokens)
    if len(ngrams) != 2 or not 1 <= ngrams[0] <= ngrams[1]:
        raise ValueError(f"ngrams={ngrams!r}; give the least and the most words of a term, for example (1, 2)")


def _stop_words(stop_words: str | Iterable[str], tokens: str) -> list[str]:
    if isinstance(stop_words, str):
        if stop_words != "english":
            raise ValueError(f"stop_words={stop_words!r}; give 'english' or a list of words")
        stop_words = ENGLISH_STOP_WORDS | _CONTRACTIONS
    return sorted({term for word in stop_words for term in terms(word, tokens)})


def _frequent(matrix: sparse.csr_matrix, min_articles: int) -> np.ndarray:
    """Whether each column has a number in at least `min_articles` rows."""
    return np.bincount(matrix.indices, minlength=matrix.shape[1]) >= min_articles


def _sorted(matrix: sparse.csr_matrix, found: pa.Array) -> tuple[sparse.csr_matrix, pa.Array]:
    """The matrix with its terms in code-point order (which is the order of their UTF-8 bytes), as scikit-learn has them."""
    order = pc.sort_indices(found).to_numpy()
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order))
    matrix = sparse.csr_matrix((matrix.data, place[matrix.indices], matrix.indptr), shape=matrix.shape)
    matrix.sort_indices()
    return matrix, found.take(pa.array(order))


def _without(tokens: ArticleIds, stop: pa.Array) -> ArticleIds:
    """The articles' tokens without those of the terms `stop`."""
    kept = pc.invert(pc.is_in(tokens.terms, stop)).to_numpy(zero_copy_only=False)[tokens.ids]
    ends = np.concatenate([[0], np.cumsum(kept)])
    return ArticleIds(tokens.ids[kept], ends[tokens.offsets], ends[tokens.paragraphs], tokens.terms)


def _count_ngrams(
    tokens: ArticleIds, ngrams: tuple[int, int], min_articles: int, *, across: bool
) -> tuple[sparse.csr_matrix, pa.Array]:
    """Articles × n-grams in at least `min_articles` of them, and these; an n-gram goes across paragraphs only if `across`."""
    ends = (tokens.offsets if across else tokens.paragraphs)[1:]
    room = np.repeat(ends, np.diff(ends, prepend=0)) - np.arange(
        len(tokens.ids)
    )  # tokens from each to the end of its unit
    codes, words = tokens.ids.astype(np.int64), tokens.terms  # of the n-gram that begins at each token
    matrices, names = [], []
    for size in range(1, ngrams[1] + 1):
        begins = np.flatnonzero(room >= size)
        if size > 1:
            pairs, unique = pd.factorize(codes[begins] * len(tokens.terms) + tokens.ids[begins + size - 1])
            codes = np.zeros(len(codes), np.int64)
            codes[begins] = pairs
            firsts, lasts = np.divmod(unique, len(tokens.terms))
            words = pc.binary_join_element_wise(words.take(pa.array(firsts)), tokens.terms.take(pa.array(lasts)), " ")
        if size >= ngrams[0]:
            bounds = np.searchsorted(begins, tokens.offsets)
            matrix = sparse.csr_matrix(
                (np.ones(len(begins), np.int64), codes[begins].astype(np.int32), bounds),
                shape=(len(bounds) - 1, len(words)),
            )
            matrix.sum_duplicates()
            frequent = _frequent(matrix, min_articles)
            matrices.append(keep_columns(matrix, frequent))
            names.append(words.filter(pa.array(frequent)))
    return sparse.hstack(matrices, format="csr"), pa.concat_arrays(names)


def tf_idf(counts: TermCounts, *, norm: str = "l2", smooth_idf: bool = True, sublinear_tf: bool = False) -> TermCounts:
    """The TF-IDF weights of `counts`, same shape: a term weighs more the oftener it is here and the rarer elsewhere.

    weight = tf · idf, each article then scaled to length 1 (`norm`: "l2", "l1" or "" for none). tf is the count, or
    1 + ln(count) with `sublinear_tf`. idf = ln((1 + N) / (1 + df)) + 1 with `smooth_idf`, else ln(N / df) + 1; N articles, df
    of them with the term. These are scikit-learn's variants, and its arithmetic (Spärck Jones 1972, J. Documentation 28).
    Raises ValueError for an unknown norm, or weights in place of counts.

    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["tax tax tax leak leak leak leak"]})
    >>> tf_idf(count_terms(articles, min_articles=1)).to_frame().values.tolist()
    [['a', 'leak', 0.8], ['a', 'tax', 0.6]]
    """
    if counts.value != "n":
        raise ValueError("tf_idf got weights; give it the counts from count_terms")
    if norm not in ("l2", "l1", ""):
        raise ValueError(f"there is no norm {norm!r}; choose one of: l2, l1, or '' for none")
    matrix, smooth = counts.counts, int(smooth_idf)
    spread = np.maximum(np.bincount(matrix.indices, minlength=matrix.shape[1]), 1 - smooth)
    idf, weights = np.log((matrix.shape[0] + smooth) / (spread + smooth)) + 1, np.empty(matrix.nnz)
    for start in range(0, matrix.shape[0], _ROWS):
        ends = matrix.indptr[start : start + _ROWS + 1]
        block = slice(ends[0], ends[-1])
        weights[block] = (1 + np.log(matrix.data[block])) if sublinear_tf else matrix.data[block]
        weights[block] *= idf[matrix.indices[block]]
        if norm:
            weights[block] /= np.repeat(_lengths(weights[block], ends - ends[0], norm), np.diff(ends))
    weighed = sparse.csr_matrix((weights, matrix.indices, matrix.indptr), shape=matrix.shape)
    return replace(counts, counts=weighed, value="weight")


def _lengths(weights: np.ndarray, ends: np.ndarray, norm: str) -> np.ndarray:
    """The length of each row of positive weights by a norm; 1 for an empty one."""
    lengths, some = np.ones(len(ends) - 1), np.diff(ends) > 0
    if some.any():
        sums = np.add.reduceat(weights * weights if norm == "l2" else weights, ends[:-1][some])
        lengths[some] = np.sqrt(sums) if norm == "l2" else sums
    return lengths
