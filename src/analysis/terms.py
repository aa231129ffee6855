"""Term counts of articles, their TF-IDF weights, and a term's hits in context."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fnmatch import translate

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfTransformer

from analysis.tables import need
from analysis.text import TOKEN_RULES, normalize, terms, tokenize

# scikit-learn's list has no contractions, as its token rule splits them; the news rule keeps them whole.
_CONTRACTIONS = frozenset(
    "aren't can't couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll he's here's i'd i'll i'm i've isn't it'd it'll "
    "it's let's she'd she'll she's shouldn't that's there's they'd they'll they're they've wasn't we'd we'll we're we've "
    "weren't what's who's won't wouldn't you'd you'll you're you've".split()
)


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
        members = sparse.csr_matrix((np.ones(len(rows), self.counts.dtype), (codes[rows], rows)), shape=(len(groups), len(codes)))
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

    `tokens` is the token rule (see `analysis.text.terms`): *news* keeps U.S., tax-privacy, $66 and ICE apart from ice;
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
    stop = _stop_words(stop_words, tokens)
    documents = (_ngrams(text, tokens, ngrams, stop) for text in articles["text"].fillna(""))
    counts, vocabulary = _count(documents)
    frequent = np.flatnonzero(np.bincount(counts.indices, minlength=len(vocabulary)) >= min_articles)
    if not len(frequent):
        raise ValueError(
            f"no term is in at least {min_articles} of the {len(articles)} articles; lower min_articles, remove stop words or "
            "give articles with text"
        )
    told = articles.drop(columns="text").reset_index(drop=True)
    return TermCounts(counts[:, frequent], vocabulary[frequent], told, min_articles)


def _check(articles: pd.DataFrame, tokens: str, ngrams: tuple[int, int]) -> None:
    if articles.empty:
        raise ValueError("count_terms got no articles; widen the selection (since, until, outlets, story)")
    if tokens not in TOKEN_RULES:
        raise ValueError(f"there is no token rule {tokens!r}; choose one of: {', '.join(TOKEN_RULES)}")
    if len(ngrams) != 2 or not 1 <= ngrams[0] <= ngrams[1]:
        raise ValueError(f"ngrams={ngrams!r}; give the least and the most words of a term, for example (1, 2)")


def _stop_words(stop_words: str | Iterable[str], tokens: str) -> frozenset[str]:
    if isinstance(stop_words, str):
        if stop_words != "english":
            raise ValueError(f"stop_words={stop_words!r}; give 'english' or a list of words")
        stop_words = ENGLISH_STOP_WORDS | _CONTRACTIONS
    return frozenset(term for word in stop_words for term in terms(word, tokens))


def _ngrams(text: str, tokens: str, ngrams: tuple[int, int], stop: frozenset[str]) -> list[str]:
    parts = re.split(r"\n\s*\n", text) if tokens == "news" and ngrams[1] > 1 else [text]
    found = []
    for part in parts:
        words = [term for term in terms(part, tokens) if term not in stop]
        for size in range(ngrams[0], ngrams[1] + 1):
            found += words if size == 1 else map(" ".join, zip(*(words[i:] for i in range(size)), strict=False))
    return found


def _count(documents: Iterable[list[str]]) -> tuple[sparse.csr_matrix, np.ndarray]:
    """Documents × terms with the terms in code-point order, as scikit-learn has them."""
    ids: defaultdict[str, int] = defaultdict()
    ids.default_factory = ids.__len__
    columns, ends = [], [0]
    for document in documents:
        columns.append(np.fromiter(map(ids.__getitem__, document), np.int64, len(document)))
        ends.append(ends[-1] + len(document))
    vocabulary = np.array(sorted(ids), dtype=object)
    place = np.empty(len(ids), np.int64)
    place[[ids[term] for term in vocabulary]] = np.arange(len(ids))
    indices = place[np.concatenate(columns)]
    matrix = sparse.csr_matrix((np.ones(len(indices), np.int64), indices, ends), shape=(len(columns), len(ids)))
    matrix.sum_duplicates()
    return matrix, vocabulary


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
    weigh = TfidfTransformer(norm=norm or None, smooth_idf=smooth_idf, sublinear_tf=sublinear_tf)
    return replace(counts, counts=weigh.fit_transform(counts.counts), value="weight")


def keyword_in_context(articles: pd.DataFrame, term: str, *, width: int = 60) -> pd.DataFrame:
    """Every place where a term stands: one row per hit, in the articles' and the text's order.

    Columns: `article_id`, `outlet` (if the articles have it), `before` and `after` (up to `width` characters, line breaks
    shown as blanks), `match`, `start` and `end` (offsets in `text`). `term` is matched as *news* terms are counted, so that
    "ICE" finds ICE and "ice" finds ice and Ice; it may have several words, and `*` stands for any letters ("tax return*").
    Raises ValueError for a term without a word or a `width` below 0.

    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["The I.R.S. shares tax returns with nobody."]})
    >>> keyword_in_context(articles, "tax return*", width=7)[["before", "match", "after"]].values.tolist()
    [['shares ', 'tax returns', ' with n']]
    """
    need(articles, ["article_id", "text"], who="keyword_in_context")
    wanted = [re.compile(translate(word)).match for word in map(normalize, term.split()) if any(map(str.isalnum, word))]
    if not wanted or width < 0:
        raise ValueError(f"term={term!r}, width={width}; give a word or phrase (* for any letters) and a width from 0")
    told = ["article_id", "outlet"] if "outlet" in articles else ["article_id"]
    rows = []
    for *article, text in articles[[*told, "text"]].fillna({"text": ""}).itertuples(index=False):
        for start, end in _places(text, wanted):
            before, after = text[max(start - width, 0) : start], text[end : end + width]
            rows.append((*article, *(re.sub(r"\s", " ", part) for part in (before, text[start:end], after)), start, end))
    return pd.DataFrame(rows, columns=[*told, "before", "match", "after", "start", "end"])


def _places(text: str, wanted: list) -> list[tuple[int, int]]:
    """Start and end of each run of tokens that match `wanted` one by one."""
    tokens = tokenize(text)
    normal = [normalize(token.text) for token in tokens]
    size = len(wanted)
    starts = [i for i in range(len(tokens) - size + 1) if all(match(normal[i + j]) for j, match in enumerate(wanted))]
    return [(tokens[i].start, tokens[i + size - 1].end) for i in starts]
