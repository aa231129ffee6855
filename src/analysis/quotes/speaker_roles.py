"""The role by which to show a speaker over many articles: that which most of them give."""

import re

import pandas as pd

_DETERMINER = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
_SOMEBODYS = re.compile(r"^(?:his|her|its|their|our|my|your) ", re.IGNORECASE)


def usual_roles(rows: pd.DataFrame, group: str) -> pd.Series:
    """Return the role that most articles give each group of rows, by group; a group without a role is left out.

    Roles are equal but for case, "a" and "the". Of several in as many articles, the one of more rows comes first, then
    the shorter one. "His former aide" says nothing outside its article, and is left out.

    Parameters
    ----------
    rows : DataFrame
        `article_id`, `speaker_role`, and the column `group`.
    group : str
        The column that tells speakers apart.

    Returns
    -------
    Series
        The roles, as they are most often worded.

    Examples
    --------
    >>> given = {"a": "Senate leader", "b": "the Senate leader", "c": "lawyer", "d": "his rival", "e": "his rival"}
    >>> rows = pd.DataFrame({"article_id": given.keys(), "speaker_role": given.values(), "who": "Ada Quill"})
    >>> usual_roles(rows, "who").to_dict()
    {'Ada Quill': 'Senate leader'}
    """
    given = rows[rows["speaker_role"].notna() & ~rows["speaker_role"].str.match(_SOMEBODYS).eq(True)]
    plain = given["speaker_role"].str.replace(_DETERMINER, "", regex=True).str.casefold()
    given = given.assign(_plain=plain, _length=plain.str.len())
    by_role = given.groupby([group, "_plain", "_length"], observed=True)
    roles = by_role.agg(articles=("article_id", "nunique"), n=("article_id", "size")).reset_index()
    roles = roles.sort_values(["articles", "n", "_length", "_plain"], ascending=[False, False, True, True])
    chosen = roles.drop_duplicates(group)[[group, "_plain"]]
    words = given.groupby([group, "_plain", "speaker_role"], observed=True).size().rename("n").reset_index()
    words = words.sort_values(["n", "speaker_role"], ascending=[False, True]).merge(chosen, on=[group, "_plain"])
    return words.drop_duplicates(group).set_index(group)["speaker_role"]
