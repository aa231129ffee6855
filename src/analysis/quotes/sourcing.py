"""Which kinds of source stand behind what is said: people with and without a name, organizations, documents."""

import numpy as np
import pandas as pd

from analysis.intervals import share_bounds
from analysis.quotes.speakers.source_phrases import SPEAKER_KINDS
from analysis.tables import need, select_statements


def sourcing(quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str | list[str] = "outlet") -> pd.DataFrame:
    """Return what share of a group's quotes comes from which kind of source, one row per group × speaker kind.

    Parameters
    ----------
    quotes : DataFrame
        The quotes table, with `article_id` and `speaker_kind` at least. Acts and headlines do not count, see
        `select_statements`.
    articles : DataFrame
        The articles that the quotes were found in, with `article_id` and the `by` columns.
    by : str or list of str
        The columns of `articles` that make the groups.

    Returns
    -------
    DataFrame
        The `by` columns, then

        - `speaker_kind`: every kind has its row in every group;
        - `n`: number of quotes;
        - `share` (0 to 1): of the group's quotes whose kind is known, null in a group without any. The kind "unknown"
          is no kind of voice: it has its `n`, and no share;
        - `low`, `high` (0 to 1): 95% interval of the share with whole articles as units, see
          `analysis.intervals.share_bounds`;
        - `n_articles`: articles of the group with a quote of this kind.

    Raises
    ------
    ValueError
        When a column is missing, or when quotes belong to articles that `articles` lacks.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": "Post"})
    >>> quotes = pd.DataFrame({"article_id": ["a", "b"], "speaker_kind": ["document", "named_person"]})
    >>> table = sourcing(quotes, articles)
    >>> table.loc[table["n"] > 0, ["speaker_kind", "n", "share"]].values.tolist()
    [['named_person', 1, 0.5], ['document', 1, 0.5]]
    """
    by = [by] if isinstance(by, str) else list(by)
    need(quotes, ["article_id", "speaker_kind"], who="sourcing")
    need(articles, ["article_id", *by], who="sourcing")
    quotes = select_statements(quotes, silent=True)
    # Ids as text, as find_quotes gives them.
    quotes, articles = (frame.assign(article_id=frame["article_id"].astype("str")) for frame in (quotes, articles))
    unknown = set(quotes["article_id"]) - set(articles["article_id"])
    if unknown:
        raise ValueError(
            f"{len(unknown)} article(s) of the quotes are not in articles, for example {min(unknown)!r}; "
            "give the articles that the quotes were found in, or keep only the quotes of these articles."
        )
    counts = pd.crosstab(quotes["article_id"], quotes["speaker_kind"]).reindex(
        index=articles["article_id"].unique(), columns=list(SPEAKER_KINDS), fill_value=0
    )
    rows = []
    for key, group in articles.groupby(by, observed=True):
        table = _shares_of_kinds(counts.loc[group["article_id"].unique()].to_numpy())
        rows.append(table.assign(**dict(zip(by, key, strict=True))))
    columns = [*by, "speaker_kind", "n", "share", "low", "high", "n_articles"]
    return pd.concat(rows, ignore_index=True)[columns] if rows else pd.DataFrame(columns=columns)


def _shares_of_kinds(counts: np.ndarray) -> pd.DataFrame:
    """Return the rows of one group from its counts, articles × kinds."""
    known = np.array([kind != "unknown" for kind in SPEAKER_KINDS])
    n, shares = counts.sum(axis=0), np.full((3, len(known)), np.nan)
    if n[known].sum():
        shares[:, known] = n[known] / n[known].sum(), *share_bounds(counts[:, known])
    table = pd.DataFrame({"speaker_kind": SPEAKER_KINDS, "n": n})
    return table.assign(share=shares[0], low=shares[1], high=shares[2], n_articles=(counts > 0).sum(axis=0))
