"""The charts of the findings on a report's first page: each shows what its sentence says."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from analysis.charts.findings import plot_finding
from analysis.estimates.findings import Comparison
from analysis.export import save_chart
from analysis.report.claims import Claim, compared_groups
from analysis.wording import capitalized, counted

_COLUMNS = [
    "group", "share", "low", "high", "difference", "difference_low", "difference_high", "n_articles", "q_value",
    "verdict",
]  # fmt: skip


def save_finding_charts(
    claims: Sequence[Claim], findings: pd.DataFrame, comparisons: Sequence[Comparison], figures: Path
) -> None:
    """Save a chart, with its table, for each claim that holds."""
    asked = {comparison.chart: comparison for comparison in comparisons}
    for claim in claims:
        if claim.holds:
            _save(claim, compared_groups(findings, claim.comparison, claim.kind), asked[claim.comparison], figures)


def _save(claim: Claim, rows: pd.DataFrame, comparison: Comparison, figures: Path) -> None:
    data = rows.rename(columns={"estimate": "share"})[_COLUMNS].astype({"n_articles": int}).reset_index(drop=True)
    things = {number: frame[frame["kind"] == claim.kind] for number, frame in comparison.things().items()}
    if "n" in things:
        data["n"] = data["group"].map(things["n"]["group"].value_counts()).fillna(0).astype(int)
    subject = comparison.subjects[claim.kind].removeprefix("the ")
    groups = counted(len(data), comparison.unit.removesuffix("s"), comparison.unit)
    save_chart(
        plot_finding(data, title=capitalized(subject), short=f"Share of “{claim.kind}”"),
        claim.table,
        data=data,
        passages=things,
        by=["group"],
        alt=f"Dots with intervals. {claim.sentence}.",
        caption=f"{groups} with {counted(int(data['n_articles'].sum()), 'article')}.",
        folder=figures,
    )
