"""Weigh term counts by TF-IDF."""

from dataclasses import replace

import numpy as np
from scipy import sparse

from analysis.words.counts import TermCounts
from analysis.words.token_ids import occurrences

_NORMS = ("l2", "l1", "")
_ROWS = 500  # articles weighted at a time: their numbers fit a processor's cache


def tf_idf(counts: TermCounts, *, norm: str = "l2", smooth_idf: bool = True, sublinear_tf: bool = False) -> TermCounts:
    """Weigh `counts` by TF-IDF: a term weighs more the more often it is here and the rarer it is elsewhere.

    Parameters
    ----------
    counts : TermCounts
        The counts that `count_terms` gives.
    norm : {"l2", "l1", ""}
        Scale each article's weights to this length of 1; "" leaves them as they are.
    smooth_idf : bool
        Add 1 to both counts of articles in idf, as if one more article had every term.
    sublinear_tf : bool
        Use 1 + ln(count) in place of the count.

    Returns
    -------
    TermCounts
        The same articles and terms, with weights (0 to 1 with a norm) in place of counts.

    Raises
    ------
    ValueError
        For an unknown norm, or weights in place of counts.

    Notes
    -----
    weight = tf · idf, with tf = count, or 1 + ln(count) for `sublinear_tf`, and

    - idf = ln((1 + N) / (1 + df)) + 1 for `smooth_idf`,
    - idf = ln(N / df) + 1 otherwise,

    where N is the number of articles and df the number of articles with the term. These are scikit-learn's variants
    and its arithmetic. They are computed here because that takes a third of the time of its `TfidfTransformer`.

    References
    ----------
    Spärck Jones, K. (1972). A statistical interpretation of term specificity and its application in retrieval.
    Journal of Documentation, 28(1).

    Examples
    --------
    >>> import pandas as pd
    >>> from analysis import count_terms
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["tax tax tax leak leak leak leak"]})
    >>> tf_idf(count_terms(articles, min_articles=1)).to_frame().values.tolist()
    [['a', 'leak', 0.8], ['a', 'tax', 0.6]]
    """
    if counts.value != "n":
        raise ValueError("tf_idf got weights; give it the counts from count_terms")
    if norm not in _NORMS:
        raise ValueError(f"there is no norm {norm!r}; choose one of: {', '.join(filter(None, _NORMS))}, or '' for none")
    matrix, smooth = counts.counts, int(smooth_idf)
    n_articles = np.maximum(occurrences(matrix.indices, matrix.shape[1]), 1 - smooth)
    idf, weights = np.log((matrix.shape[0] + smooth) / (n_articles + smooth)) + 1, np.empty(matrix.nnz)

    for start in range(0, matrix.shape[0], _ROWS):
        ends = matrix.indptr[start : start + _ROWS + 1]
        block = slice(ends[0], ends[-1])
        own = weights[block]
        idf.take(matrix.indices[block], mode="clip", out=own)  # twice as fast as checking each
        own *= (1 + np.log(matrix.data[block])) if sublinear_tf else matrix.data[block]
        if norm:
            own /= np.repeat(_lengths(own, ends - ends[0], norm), np.diff(ends))
    weighted = sparse.csr_matrix((weights, matrix.indices, matrix.indptr), shape=matrix.shape)
    return replace(counts, counts=weighted, value="weight")


def _lengths(weights: np.ndarray, ends: np.ndarray, norm: str) -> np.ndarray:
    """Return the length of each row of positive weights by a norm; 1 for an empty row."""
    lengths, some = np.ones(len(ends) - 1), np.diff(ends) > 0
    if some.any():
        sums = np.add.reduceat(weights * weights if norm == "l2" else weights, ends[:-1][some])
        lengths[some] = np.sqrt(sums) if norm == "l2" else sums
    return lengths
