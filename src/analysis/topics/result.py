"""Hold fitted topics, describe them, and compare groups of articles by them."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.periods import find_period, period_starts
from analysis.tables import need

MOST_FITTED = 20_000  # of more articles, topics are those of a sample; one of 10,000 changed topics (docs/scale.md)


@dataclass(frozen=True)
class Topics:
    """Fitted topics, numbered from 1 by falling size.

    Attributes
    ----------
    terms : DataFrame
        The table `topics`: `topic`, `label`, `term`, `weight` (z of two proportions), `rank`.
    shares : DataFrame
        The table `topic_shares`: `article_id`, `topic`, `share` (0 to 1, sums to 1 for each article).
    stability : DataFrame
        One row per topic: `topic`; `label`; `n` (articles whose largest share it is); `stability` (0 to 1);
        `doubtful`.
    typical : DataFrame
        The most typical articles: `topic`, `rank`, `article_id`, `similarity` to the topic's center (-1 to 1).
    agreement : DataFrame
        One row per number of topics tried: `topics`; `agreement` (adjusted Rand index of runs on subsamples, 1 at
        most); `error` (its standard error). With "auto" also `by_chance` (the agreement where there are no groups),
        `above_chance` (what is above it, 1 at most), `stability` (of the topics, mean over articles, 0 to 1),
        `least_stability` (of a topic) and `recurring` (how many topics are not doubtful).
    """

    terms: pd.DataFrame
    shares: pd.DataFrame
    stability: pd.DataFrame
    typical: pd.DataFrame
    agreement: pd.DataFrame

    @property
    def label(self) -> pd.Series:
        """The label of each topic, by its number."""
        return self.stability.set_index("topic")["label"]

    @property
    def n_fitted(self) -> int:
        """The number of articles that the topics were fitted to: all, or a random sample of them."""
        return min(int(self.stability["n"].sum()), MOST_FITTED)

    def describe(self) -> pd.DataFrame:
        """Return one row per topic.

        Returns
        -------
        DataFrame
            `topic`, `label`, `terms` (its words in a line), `n`, `share` (n of all articles, 0 to 1), `stability`,
            `doubtful`.
        """
        words = self.terms.sort_values(["topic", "rank"]).groupby("topic")["term"].agg(", ".join)
        described = self.stability.assign(
            terms=self.stability["topic"].map(words), share=self.stability["n"] / self.stability["n"].sum()
        )
        return described[["topic", "label", "terms", "n", "share", "stability", "doubtful"]]

    def by(self, articles: pd.DataFrame, columns: str | Sequence[str], *, every: str = "") -> pd.DataFrame:
        """Return the mean share of each topic over the articles of each group.

        Parameters
        ----------
        articles : DataFrame
            Needs `article_id` and `columns`, and `published` with `every`.
        columns : str or list of str
            The columns that say which group an article is in, such as ["outlet", "story"].
        every : {"", "D", "W", "M", "Q", "Y"}
            Also group by day, week, month, quarter or year. Articles without a date are then left out.

        Returns
        -------
        DataFrame
            `period` (its first moment in UTC; only with `every`, whose name is in `attrs["every"]`), `columns`,
            `topic`, `label`, `share` (0 to 1), `n_articles`, and `stability` and `doubtful` of the topic.

        Raises
        ------
        ValueError
            For a missing column or an unknown period.
        """
        columns = [columns] if isinstance(columns, str) else list(columns)
        need(articles, ["article_id", *columns, *(["published"] if every else [])], who="Topics.by")
        if every:
            articles = articles.assign(period=period_starts(articles["published"], every))
            columns = ["period", *columns]
        merged = self.shares.merge(articles[["article_id", *columns]], on="article_id")
        shares = merged.groupby([*columns, "topic"], observed=True)["share"].agg(["mean", "size"]).reset_index()
        shares = shares.rename(columns={"mean": "share", "size": "n_articles"})
        shares = shares.merge(self.stability[["topic", "label", "stability", "doubtful"]], on="topic", how="left")
        shares = shares[[*columns, "topic", "label", "share", "n_articles", "stability", "doubtful"]]
        shares.attrs["every"] = find_period(every).name if every else ""
        return shares
