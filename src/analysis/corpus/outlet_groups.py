"""Groups of outlets: several outlets under one name, such as national and local papers."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from analysis.tables import need

Groups = Mapping[str, Sequence[str]]


def group_outlets(articles: pd.DataFrame, groups: Groups) -> pd.DataFrame:
    """Return the articles with the name of its group in place of each outlet, so that groups work as outlets do.

    Parameters
    ----------
    articles : DataFrame
        Needs `outlet`.
    groups : mapping of str to list of str
        The outlets of each group. Outlets in no group keep their own name.

    Returns
    -------
    DataFrame
        The same rows. `outlet` is the group's name, and a new column `publication` holds the outlet's own. By it,
        `find_copies` and `drop_copies` tell what an outlet took from others, also from others of its group.

    Raises
    ------
    ValueError
        If there is no column `outlet`.

    Examples
    --------
    >>> articles = pd.DataFrame({"outlet": ["Post", "Star", "Echo"]})
    >>> group_outlets(articles, {"national": ["Post", "Star"]})[["outlet", "publication"]].values.tolist()
    [['national', 'Post'], ['national', 'Star'], ['Echo', 'Echo']]
    """
    need(articles, ["outlet"], who="group_outlets")
    own = {outlet: outlet for outlet in articles["outlet"].unique()}
    names = own | {outlet: group for group, outlets in groups.items() for outlet in outlets}
    return articles.assign(outlet=articles["outlet"].map(names), publication=articles["outlet"])


def ungroup(names: Iterable[str], groups: Groups) -> list[str]:
    """Return the outlets that names of outlets and groups stand for.

    >>> ungroup(["Echo", "national"], {"national": ["Post", "Star"]})
    ['Echo', 'Post', 'Star']
    """
    return [outlet for name in names for outlet in groups.get(name, [name])]
