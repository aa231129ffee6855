"""Tell which findings say the same difference from its other side, so that each claim counts once."""

import numpy as np
import pandas as pd

from analysis.estimates.sentences import DESCRIPTION

SAME = 1e-9  # shares that add up to 1, but for rounding


def same_claims(findings: pd.DataFrame) -> np.ndarray:
    """Return for each row the number of its claim: the place of the first row that says the same.

    Parameters
    ----------
    findings : DataFrame
        Rows of the groups that are tested: `chart`, `kind`, `group`, `estimate`.

    Returns
    -------
    array of int
        Of two groups, one is above the other as far as the other is below it: one claim. So are two kinds that are all
        there is, for what one has more of, the other has less.

    Examples
    --------
    >>> rows = {"chart": "04-1", "kind": "unnamed", "group": ["Post", "Star"], "estimate": [0.7, 0.2]}
    >>> same_claims(pd.DataFrame(rows))
    array([0, 0])
    """
    rows = findings.reset_index(drop=True)
    kinds = rows.groupby("chart")["kind"].transform("nunique")
    whole = rows.groupby(["chart", "group"])["estimate"].transform("sum")
    one_of_two = (kinds == 2) & ((whole - 1).abs() < SAME).groupby(rows["chart"]).transform("all")
    first_kind = rows.groupby("chart")["kind"].transform("first")
    groups = rows.groupby(["chart", "kind"])["group"].transform("size")
    keys = pd.DataFrame(
        {
            "chart": rows["chart"],
            "kind": rows["kind"].where(~one_of_two, first_kind),
            "group": rows["group"].where(groups > 2, ""),
        }
    )
    places = pd.Series(rows.index, index=rows.index)
    return np.asarray(places.groupby([keys[name] for name in keys], sort=False).transform("first"))


def distinct_claims(findings: pd.DataFrame) -> pd.DataFrame:
    """Return the findings without those that say what an earlier one says, from its other side.

    Parameters
    ----------
    findings : DataFrame
        The table that `find_findings` gives: `chart`, `kind`, `groups`, `estimate`, `verdict`.

    Returns
    -------
    DataFrame
        Its rows in their order; those that were not tested are all kept.

    Raises
    ------
    KeyError
        For a missing column.

    Examples
    --------
    >>> from analysis.estimates import Comparison, find_findings
    >>> counts = pd.DataFrame({"group": ["Post", "Star"] * 20, "total": 4, "unnamed": [3, 1] * 20})
    >>> findings = find_findings([Comparison("04-1", "Whose voices?", counts, {"unnamed": "the share of unnamed"})])
    >>> distinct_claims(findings)["sentence"].tolist()
    ['At Post, the share of unnamed is 75% (95% interval: 63% to 83%), higher than the 25% at Star']
    """
    tested = (findings["verdict"] != DESCRIPTION).to_numpy()
    rows = findings.loc[tested, ["chart", "kind", "estimate"]].assign(group=findings.loc[tested, "groups"].str[0])
    kept = np.ones(len(findings), dtype=bool)
    kept[tested] = same_claims(rows) == np.arange(tested.sum())
    return findings[kept]
