"""Find where terms stand: the uses that `count_terms` counts."""

from collections.abc import Iterable
from functools import cache

import pandas as pd

from analysis.tables import need
from analysis.words.text import NEWS, normalize


def find_terms(articles: pd.DataFrame, terms: Iterable[str]) -> pd.DataFrame:
    """Return every use of single words, one row per use, in the articles' and the text's order.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id` and `text`; other columns are kept.
    terms : iterable of str
        Words as `count_terms` gives them under the token rule *news*.

    Returns
    -------
    DataFrame
        The columns of the articles other than `text`; `term`; `start` and `end` (character offsets in the text, end
        exclusive). A term has as many rows as `count_terms` counts.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["Tax, no tax."]})
    >>> find_terms(articles, ["tax"]).values.tolist()
    [['a', 'tax', 0, 3], ['a', 'tax', 8, 11]]
    """
    need(articles, ["article_id", "text"], who="find_terms")
    wanted, term_of = set(terms), cache(normalize)
    uses = [
        (row, term, *token.span())
        for row, text in enumerate(articles["text"])
        for token in NEWS.finditer(text)  # as `tokenize` does, which takes longer
        if (term := term_of(token.group())) in wanted
    ]
    found = pd.DataFrame(uses, columns=["row", "term", "start", "end"])
    about = articles.drop(columns="text").reset_index(drop=True)
    return about.join(found.set_index("row"), how="right").reset_index(drop=True)
