"""In how many other ways of counting a finding holds: the sentence beside it on the first page."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.estimates.sentences import HOLDS
from analysis.pipeline.robustness import UNTESTED, UNTOUCHED
from analysis.report.chart_tables import Table
from analysis.report.claims import Claim

CHOICES = "06-3-other-choices"  # the chart of the findings under other choices


def beside_claim(claim: Claim, findings: pd.DataFrame, charted: Mapping[str, Table]) -> str:
    """Return what is said beside a claim; "" for one that was only counted, or if no other choice was tried."""
    if not claim.holds or CHOICES not in charted:
        return ""
    said = (findings["chart"] == claim.comparison) & (findings["kind"] == claim.kind) & (findings["verdict"] == HOLDS)
    return other_choices(charted[CHOICES].data, list(findings.loc[said, "finding_id"]))


def other_choices(varied: pd.DataFrame, finding_ids: Sequence[str]) -> str:
    """Return under how many of the choices that concern findings all of them hold, in words; "" for none.

    Parameters
    ----------
    varied : DataFrame
        What `vary_findings` returns: `finding_id`, `choice`, `outcome`.
    finding_ids : list of str
        The findings of one sentence. A choice counts if it concerns one of them.

    Returns
    -------
    str
        A sentence.

    Examples
    --------
    >>> outcomes = {"even weeks": "holds", "odd weeks": "not tested", "9 topics": "not touched"}
    >>> varied = pd.DataFrame({"finding_id": "a", "choice": outcomes.keys(), "outcome": outcomes.values()})
    >>> other_choices(varied, ["a"])
    'This holds in 1 of 2 other ways of counting; 1 leaves too few articles to test it.'
    """
    own = varied[varied["finding_id"].isin(finding_ids)]
    outcomes = [set(rows) for _, rows in own.groupby("choice")["outcome"] if set(rows) != {UNTOUCHED}]
    if not outcomes:
        return ""
    n = sum(found <= {HOLDS, UNTOUCHED} for found in outcomes)
    untested = sum(UNTESTED in found <= {HOLDS, UNTOUCHED, UNTESTED} for found in outcomes)
    few = f"; {untested} {'leaves' if untested == 1 else 'leave'} too few articles to test it" if untested else ""
    how_many = (
        f"{n or 'none'} of {len(outcomes)}" if n < len(outcomes) else {1: "the one", 2: "both"}.get(n, f"all {n}")
    )
    return f"This holds in {how_many} other {'way' if len(outcomes) == 1 else 'ways'} of counting{few}."
