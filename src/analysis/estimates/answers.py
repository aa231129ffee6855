"""The answer to a notebook's question, as the table of findings gives it."""

import html
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from analysis.estimates.sentences import HOLDS, OPEN
from analysis.wording import counted


class Answer(NamedTuple):
    """Sentences that a notebook shows as a list under a heading."""

    heading: str
    sentences: Sequence[str]

    def __repr__(self) -> str:
        """Return the answer as plain text."""
        return "\n".join([self.heading, *(f"- {sentence}" for sentence in self.sentences)])

    def _repr_html_(self) -> str:
        """Return the answer for the notebook, where "$" begins no formula and names are no markup."""
        items = "".join(f"<li>{html.escape(sentence)}</li>" for sentence in self.sentences)
        heading = f"<p><b>{html.escape(self.heading)}</b></p>"
        return f'<div class="tex2jax_ignore mathjax_ignore">{heading}<ul>{items}</ul></div>'


def answer(findings: pd.DataFrame, charts: str) -> Answer:
    """Return what holds in some charts, or that nothing holds and why.

    Parameters
    ----------
    findings : DataFrame
        The table that `find_findings` gives.
    charts : str
        What the names of the charts begin with, such as "04".

    Returns
    -------
    Answer
        Its sentences are the titles of the comparisons that hold, the largest difference first; where none does, those
        of the comparisons that were made, of each chart the first. As the last value of a cell, it is shown as a list.

    Examples
    --------
    >>> from analysis.estimates import Comparison, find_findings
    >>> counts = pd.DataFrame({"group": ["Post", "Star"] * 20, "total": 4, "unnamed": [3, 1] * 20})
    >>> subjects = {"unnamed": "the share of quotes from unnamed people"}
    >>> answer(find_findings([Comparison("04-1", "Whose voices?", counts, subjects)]), "04")
    What holds (1 of 1 comparison):
    - The share of quotes from unnamed people is higher at Post (75%) than at Star (25%).
    """
    own = findings[findings["chart"].str.startswith(charts)]
    own = own.assign(size=own["difference"].abs().fillna(0.0)).sort_values("size", ascending=False, kind="stable")
    n_compared = len(own.drop_duplicates(["chart", "kind"]))
    holding = own[own["verdict"] == HOLDS]
    if len(holding):
        titles = holding.drop_duplicates(["chart", "kind"])["title"]
        heading = f"What holds ({len(titles)} of {counted(n_compared, 'comparison')}):"
        return Answer(heading, [f"{title}." for title in titles])
    titles = own.drop_duplicates("chart").sort_values("chart")["title"]
    return Answer(_why_nothing(own, n_compared), [f"{title}." for title in titles])


def outlets_to_show(findings: pd.DataFrame, charts: str, outlets: Sequence[str], most: int) -> list[str]:
    """Return the outlets that a chart shows: the largest, and those that its findings name.

    Parameters
    ----------
    findings : DataFrame
        The table that `find_findings` gives.
    charts : str
        What the names of the chart's comparisons begin with, such as "02-4".
    outlets : list of str
        All outlets, the largest first.
    most : int
        How many of the largest are shown in any case.

    Returns
    -------
    list of str
        In the order of `outlets`.

    Examples
    --------
    >>> verdicts = {"groups": [["Star"], ["Sun"]], "verdict": ["holds", "cannot be told"]}
    >>> findings = pd.DataFrame({"chart": "04-1", **verdicts})
    >>> outlets_to_show(findings, "04-1", ["Post", "Sun", "Star"], 1)
    ['Post', 'Star']
    """
    holding = findings[findings["chart"].str.startswith(charts) & (findings["verdict"] == HOLDS)]
    named = {group for groups in holding["groups"] for group in groups}
    return [outlet for place, outlet in enumerate(outlets) if place < most or outlet in named]


def _why_nothing(rows: pd.DataFrame, n_compared: int) -> str:
    """Return in words why no comparison holds."""
    if rows.empty:
        return "Nothing holds: there was nothing to compare in these articles."
    if (rows["verdict"] == OPEN).any():
        return f"Nothing holds: in {counted(n_compared, 'comparison')}, no difference is larger than chance explains."
    return "Nothing holds: there are too few articles for a test."
