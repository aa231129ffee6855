"""How articles write a term: "Newtown", which counts as "newtown"."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import pandas as pd

from analysis.tables import need
from analysis.words.text import normalize

READ = 200  # uses of a term that are read; more would hardly change which form is the most common
LEAST_DOTS = 3  # uses; a word may end one sentence or two


def spell_terms(articles: pd.DataFrame, uses: pd.DataFrame, terms: Iterable[str]) -> dict[str, str]:
    """Return each term as its articles mostly write it, for charts.

    Parameters
    ----------
    articles : DataFrame
        `article_id` and `text`.
    uses : DataFrame
        Where the terms stand, as `find_terms` gives them: `article_id`, `term`, `start`, `end`.
    terms : iterable of str
        The terms to write.

    Returns
    -------
    dict of str to str
        The most common way among the first 200 uses; of ways as common, the one with fewer capitals. A term that has a
        dot behind it in all of three uses or more is an abbreviation and keeps it. A term without a use is as it is.

    Raises
    ------
    ValueError
        For a missing column.

    Examples
    --------
    >>> from analysis import find_terms
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["Reform in Newtown: Newtown’s reform."]})
    >>> spell_terms(articles, find_terms(articles, ["newtown", "reform"]), ["newtown", "reform"])
    {'newtown': 'Newtown', 'reform': 'reform'}
    """
    need(articles, ["article_id", "text"], who="spell_terms")
    need(uses, ["article_id", "term", "start", "end"], who="spell_terms")
    wanted = list(terms)
    read = uses.loc[uses["term"].isin(wanted), ["article_id", "term", "start", "end"]]
    read = read.groupby("term", observed=True).head(READ)
    chosen = articles[articles["article_id"].isin(read["article_id"])]
    texts = dict(zip(chosen["article_id"], chosen["text"], strict=True))
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    dots: Counter[str] = Counter()
    for article_id, term, start, end in read.itertuples(index=False):
        written = texts[article_id][start:end]
        # A possessive ending is behind as many letters as the term has.
        forms[term][written[: len(term)] if normalize(written[: len(term)]) == term else term] += 1
        dots[term] += texts[article_id].startswith(".", end)
    return {term: _most_common(forms[term], dots[term]) if forms[term] else term for term in wanted}


def _most_common(forms: Counter[str], dots: int) -> str:
    """Return the most common form, with a dot if that stands behind every one of some uses."""
    best = min(forms, key=lambda form: (-forms[form], sum(map(str.isupper, form)), form))
    return f"{best}." if dots == forms.total() >= LEAST_DOTS and not best.endswith(".") else best
