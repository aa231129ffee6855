"""Count terms in articles: a matrix of articles × terms."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
from scipy import sparse
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from analysis.enough import NotEnoughArticles
from analysis.tables import need
from analysis.wording import counted
from analysis.words.article_tokens import TokenFolder, articles_ids, count_articles
from analysis.words.ngrams import count_ngrams, without_terms
from analysis.words.text import check_rule, terms

# scikit-learn's list has no contractions, because its token rule splits them; the news rule keeps them whole.
_HOSTS = "i you he she it we they who what where when why how that this there here let could should would might must"
_ENDINGS = "'s 're 've 'll 'd 'm"
_NEGATED = "ai are ca could dare did do does had has have is may might must need ought sha should was were wo would"
_CONTRACTIONS = frozenset(
    [host + ending for host in _HOSTS.split() for ending in _ENDINGS.split()]
    + [verb + "n't" for verb in _NEGATED.split()]
)


@dataclass(frozen=True)
class TermCounts:
    """Counts or weights of terms in articles, as `count_terms` and `tf_idf` give them.

    Attributes
    ----------
    counts : scipy.sparse.csr_matrix
        One row per row of `articles`, one column per term.
    terms : ndarray of str
        The terms in code-point order.
    articles : DataFrame
        The columns of the articles other than `text`; `by` groups by one of them.
    min_articles : int
        A term had to be in at least this many articles.
    value : {"n", "weight"}
        What the numbers are: occurrences, or weights.
    """

    counts: sparse.csr_matrix
    terms: np.ndarray
    articles: pd.DataFrame
    min_articles: int = 1
    value: str = "n"

    @property
    def article_ids(self) -> np.ndarray:
        """The ids of the articles, in the order of the rows."""
        return np.asarray(self.articles["article_id"].to_numpy())

    def by(self, column: str) -> pd.DataFrame:
        """Return the terms of each group, one row per value of `column` × term that occurs there, both in order.

        Parameters
        ----------
        column : str
            A column of the articles, such as "outlet". Articles whose value is null are in no group.

        Returns
        -------
        DataFrame
            `column`; `term`; `n` (occurrences) or `weight` (their sum); `n_articles` (articles with the term);
            `share` (of all occurrences in the group, 0 to 1).

        Raises
        ------
        ValueError
            When the articles had no such column.
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
        """Return one row per article × term that it has: `article_id`, `term`, and `n` or `weight`."""
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
    token_folder: TokenFolder = None,
) -> TermCounts:
    """Count how often each term occurs in the text of each article.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id`, and `text` unless `token_folder` has all of them.
    tokens : {"news", "sklearn"}
        The token rule. *news* keeps U.S., tax-privacy and $66 whole, and ICE apart from ice. *sklearn* is
        scikit-learn's default. See `analysis.words.text.terms`.
    ngrams : tuple of int
        The least and the most words of a term. Under *news* an n-gram never crosses the end of a paragraph; under
        *sklearn* it does, as in scikit-learn.
    min_articles : int
        Leave out terms in fewer articles than this. `compare_terms` asks for as many articles on the side for which
        it calls a term typical.
    stop_words : "english" or list of str
        Words to leave out. "english" is scikit-learn's list and contractions. Stop words go through the token rule
        first, so that "don't" works under both rules.
    token_folder : str or Path, optional
        A folder of kept token ids, such as `data/processed/tokens`. It saves time and changes nothing else. Articles
        without `text`, as `load_articles(columns=["article_id", "outlet"])` gives them, are counted several times
        faster and in less memory: an id that `ingest` made stands for one text.

    Returns
    -------
    TermCounts
        A sparse matrix of articles × terms, with the terms in code-point order and the articles in theirs.

    Raises
    ------
    ValueError
        For no articles, an unknown rule, impossible n-grams, articles that have neither `text` nor kept ids, or when no
        term is left.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["ICE on ice.", "No ice."]})
    >>> count_terms(articles, min_articles=1).to_frame().values.tolist()
    [['a', 'ICE', 1], ['a', 'ice', 1], ['a', 'on', 1], ['b', 'ice', 1], ['b', 'no', 1]]
    """
    need(articles, ["article_id", *["text"] * (not token_folder)], who="count_terms")
    _check(articles, tokens, ngrams)
    stop = pa.array(_stop_terms(stop_words, tokens), pa.string())
    if ngrams == (1, 1):
        matrix, found = count_articles(
            articles, tokens, token_folder=token_folder, min_articles=min_articles, without=stop
        )
    else:
        ids = without_terms(articles_ids(articles, tokens, token_folder=token_folder), stop)
        matrix, found = count_ngrams(ids, ngrams, min_articles, across_paragraphs=tokens == "sklearn")
    if not len(found):
        raise NotEnoughArticles(
            f"no word is in at least {counted(min_articles, 'article')} of {len(articles):,}; give more articles "
            "with text, or lower min_articles"
        )
    other_columns = articles.drop(columns="text", errors="ignore").reset_index(drop=True)
    return TermCounts(matrix, found.to_numpy(zero_copy_only=False), other_columns, min_articles)


def _check(articles: pd.DataFrame, tokens: str, ngrams: tuple[int, int]) -> None:
    if articles.empty:
        raise NotEnoughArticles(
            "no article is left to count terms in; add articles, or widen the selection (since, until, outlets, story)"
        )
    check_rule(tokens)
    if len(ngrams) != 2 or not 1 <= ngrams[0] <= ngrams[1]:
        raise ValueError(f"ngrams={ngrams!r}; give the least and the most words of a term, for example (1, 2)")


def _stop_terms(stop_words: str | Iterable[str], tokens: str) -> list[str]:
    if isinstance(stop_words, str):
        if stop_words != "english":
            raise ValueError(f"stop_words={stop_words!r}; give 'english' or a list of words")
        stop_words = ENGLISH_STOP_WORDS | _CONTRACTIONS
    return sorted({term for word in stop_words for term in terms(word, tokens)})
