"""What the page opens with: the findings that hold, one sentence each, whose numbers lead to the table of findings."""

import re
from collections.abc import Collection, Sequence
from itertools import zip_longest
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup, escape

from analysis.estimates.findings import Comparison, finding_title
from analysis.estimates.sentences import DESCRIPTION, HOLDS, OPEN
from analysis.passages import index_passages
from analysis.report.evidence import Table
from analysis.wording import percent

MOST, LEAST = 7, 3
EVERYTHING = "all together"
_TITLE = "Every comparison of this report, tested together"
_COLUMNS = [
    "chart", "kind", "group", "n", "estimate", "low", "high", "others", "difference", "difference_low",
    "difference_high", "n_articles", "q_value", "verdict",
]  # fmt: skip
_SHARE = r"(?:under |over )?\d{1,3}%"
# Other numbers of a sentence say how many outlets and articles were compared; what stands in a name is none.
_NUMBER = re.compile(rf"{_SHARE}|(?<![\w“(.,-])(?<!topic )\d[\d,]*(?![\w%”-])")


class Claim(NamedTuple):
    """A sentence of the page, with the chart that shows it and the row of the table of findings that it is about."""

    text: Markup
    chart: str
    row: int
    verdict: str


def findings_table(findings: pd.DataFrame, comparisons: Sequence[Comparison]) -> tuple[Table, pd.Series]:
    """Return every comparison as a table with its passages, and a row for all groups together; and each row's title."""
    own = findings.assign(group=findings["groups"].str[0], others=findings["estimate"] - findings["difference"])
    tables, indexes, before = [], [], 0
    for comparison in comparisons:
        rows = own[own["chart"] == comparison.chart]
        things = {number: _with_everything(frame) for number, frame in comparison.things.items()}
        data = pd.concat([rows, _together(comparison)], ignore_index=True).reindex(columns=[*_COLUMNS, "title"])
        if "n" in things:
            counts = things["n"].groupby(["kind", "group"]).size()
            data["n"] = [int(counts.get(key, 0)) for key in zip(data["kind"], data["group"], strict=True)]
        index = index_passages(data, things, ["kind", "group"])
        tables.append(data)
        indexes.append(index.assign(row=index["row"] + before))
        before += len(data)
    whole = pd.concat(tables, ignore_index=True)
    index = pd.concat(indexes, ignore_index=True)
    return Table("findings", _TITLE, whole[_COLUMNS], ["kind", "group"], index), whole["title"]


def _with_everything(things: pd.DataFrame) -> pd.DataFrame:
    """Return things twice: in their group, and in the group of all together."""
    return pd.concat([things, things.assign(group=EVERYTHING)], ignore_index=True)


def _together(comparison: Comparison) -> pd.DataFrame:
    """Return the share of each kind in all groups together."""
    counts = comparison.counts[comparison.counts["total"] > 0]
    shares = counts[comparison.kinds].sum() / counts["total"].sum()
    subjects = [comparison.subjects[kind] for kind in comparison.kinds]
    titles = [
        f"{subject[0].upper()}{subject[1:]} is {percent(share)} in all {comparison.articles} together"
        for subject, share in zip(subjects, shares, strict=True)
    ]
    together = pd.DataFrame({"kind": comparison.kinds, "estimate": shares.to_numpy(), "title": titles})
    return together.assign(chart=comparison.chart, group=EVERYTHING, n_articles=len(counts), verdict=DESCRIPTION)


def choose_claims(table: pd.DataFrame, titles: pd.Series, charts: Collection[str]) -> list[Claim]:
    """Return three to seven claims: findings that hold, of as many charts as there are, else what was counted.

    Of each chart and kind, the group that differs most stands for all; charts take turns, with the larger differences
    first. Where fewer than three findings hold, the largest share of other comparisons describes the articles; `charts`
    has the names of the charts that show one.
    """
    holding = table[table["verdict"] == HOLDS].assign(size=lambda rows: rows["difference"].abs())
    holding = holding.sort_values("size", ascending=False, kind="stable").drop_duplicates(["chart", "kind"])
    chosen = _in_turns(holding)[:MOST]
    shown = table["chart"].str.partition("/")[0].isin(charts) & ~table["chart"].isin(table.loc[chosen, "chart"])
    described = table[(table["group"] == EVERYTHING) & shown].sort_values("estimate", ascending=False, kind="stable")
    largest = described.drop_duplicates("chart").sort_index()
    chosen = sorted(chosen) + list(largest.index)[: max(LEAST - len(chosen), 0)]
    return [
        Claim(_linked(titles[row], table, row), _chart(table, row), row, table.at[row, "verdict"]) for row in chosen
    ]


def _in_turns(rows: pd.DataFrame) -> list[int]:
    """Return the rows' numbers: the first of each chart, then the second of each, and so on."""
    rounds = zip_longest(*(own.index for _, own in rows.groupby("chart", sort=False)))
    return [row for turn in rounds for row in turn if row is not None]


def _chart(table: pd.DataFrame, row: int) -> str:
    return str(table.at[row, "chart"]).split("/")[0]


def _linked(title: str, table: pd.DataFrame, row: int) -> Markup:
    """Return a sentence with each number in it as a link to the row of the table that it comes from."""
    same = table[(table["chart"] == table.at[row, "chart"]) & (table["kind"] == table.at[row, "kind"])]
    pieces, done = [], 0
    for match in _NUMBER.finditer(title):
        place = _row_of(match, title, same) if match.group().endswith("%") else row
        if place is not None:
            link = Markup('<a class="number" href="tables/findings.html#row-{}">{}</a>').format(place, match.group())
            pieces += [escape(title[done : match.start()]), link]
            done = match.end()
    return Markup("").join([*pieces, escape(title[done:]), "."])


def _row_of(match: re.Match[str], title: str, rows: pd.DataFrame) -> int | None:
    """Return the row with the share that a sentence gives: that of the group named last before it, if several fit."""
    before = title[: match.start()]
    fitting = {
        int(place): before.rfind(group)
        for place, group, share in zip(rows.index, rows["group"], rows["estimate"], strict=True)
        if percent(share) == match.group()
    }
    return max(fitting, key=lambda place: fitting[place], default=None)


def open_questions(findings: pd.DataFrame, charts: Collection[str]) -> list[dict[str, object]]:
    """Return a sentence for each comparison in which nothing holds, with its chart, those that were tested first."""
    rows: list[dict[str, object]] = []
    for (chart, kind), own in findings.groupby(["chart", "kind"], sort=False):
        if not (own["verdict"] == HOLDS).any():
            tested = bool((own["verdict"] == OPEN).any())
            text = finding_title(findings, chart, kind=kind)
            name = chart.split("/")[0]
            rows.append({"text": text, "chart": name if name in charts else "", "tested": tested})
    return sorted(rows, key=lambda row: not row["tested"])
