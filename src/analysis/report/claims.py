"""What the page opens with: the findings that hold, one sentence each, whose numbers lead to the table of findings."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

import numpy as np
import pandas as pd
from markupsafe import Markup, escape

from analysis.estimates.findings import Comparison, finding_title
from analysis.estimates.same_claims import same_claims
from analysis.estimates.sentences import DESCRIPTION, HOLDS
from analysis.passages import index_passages
from analysis.report.chart_tables import Table, row_page
from analysis.wording import capitalized, in_words, percent, percent_range

MOST, LEAST = 7, 3
MOST_KINDS = 4  # that are named where a comparison tells nothing
EVERYTHING = "all together"
ALL = "findings"  # the table of all comparisons
_TITLE = "Every comparison of this report, tested together"
_COLUMNS = [
    "chart", "kind", "group", "n", "estimate", "low", "high", "others", "difference", "difference_low",
    "difference_high", "n_articles", "q_value", "verdict",
]  # fmt: skip
_SHARE = r"(?:under |over )?\d{1,3}%"
# Other numbers of a sentence say how many outlets and articles were compared; what stands in a name is none.
_NUMBER = re.compile(rf"{_SHARE}|(?<![\w“(.,-])(?<!topic )\d[\d,]*(?![\w%”-])")


class Claim(NamedTuple):
    """A sentence of the page, what it is about, and the row of a table of the report that stands for it.

    That table is the one of the chart of a finding that holds, or else the table of all findings.
    """

    sentence: str
    text: Markup
    comparison: str
    kind: str
    table: str
    row: int

    @property
    def holds(self) -> bool:
        """Whether the claim is a finding with a chart of its own."""
        return self.table != ALL

    @property
    def source(self) -> str:
        """The name of the notebook's chart that the claim is about."""
        return self.comparison.partition("/")[0]


def findings_table(findings: pd.DataFrame, comparisons: Sequence[Comparison]) -> tuple[Table, pd.Series]:
    """Return every comparison as a table with its passages, and a row for all groups together; and each row's title."""
    own = findings.assign(group=findings["groups"].str[0], others=findings["estimate"] - findings["difference"])
    tables, indexes, before = [], [], 0
    for comparison in comparisons:
        rows = own[own["chart"] == comparison.chart]
        things = {number: _with_everything(frame) for number, frame in comparison.things().items()}
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
    return Table(ALL, _TITLE, whole[_COLUMNS], ["kind", "group"], index), whole["title"]


def _with_everything(things: pd.DataFrame) -> pd.DataFrame:
    """Return things twice: in their group, and in the group of all together."""
    return pd.concat([things, things.assign(group=EVERYTHING)], ignore_index=True)


def _together(comparison: Comparison) -> pd.DataFrame:
    """Return the share of each kind in all groups together."""
    counts = comparison.counts[comparison.counts["total"] > 0]
    shares = counts[comparison.kinds].sum() / counts["total"].sum()
    subjects = [comparison.subjects[kind] for kind in comparison.kinds]
    titles = [
        f"{capitalized(subject)} is {percent(share)}, all {comparison.unit} together"
        for subject, share in zip(subjects, shares, strict=True)
    ]
    together = pd.DataFrame({"kind": comparison.kinds, "estimate": shares.to_numpy(), "title": titles})
    return together.assign(chart=comparison.chart, group=EVERYTHING, n_articles=len(counts), verdict=DESCRIPTION)


def choose_claims(table: pd.DataFrame, titles: pd.Series, charts: Collection[str]) -> list[Claim]:
    """Return up to seven claims: findings that hold, of as many charts as there are, else what was counted.

    Of each chart and kind, the group that its sentence names first stands for all; charts take turns, with the larger
    differences first. Where fewer than three findings hold, the largest share of other charts describes the articles;
    `charts` has the names of the charts that show one. Of a chart with several comparisons, the one with the most
    articles counts: the chart may have no room for others. How much of the text is on a topic describes little, so
    topics come last.
    """
    chosen = _in_turns(_holding(table))[:MOST]
    table = table.assign(source=table["chart"].str.partition("/")[0])
    shown = table["source"].isin(charts) & ~table["source"].isin(table.loc[chosen, "source"])
    described = table[(table["group"] == EVERYTHING) & shown]
    described = described.sort_values(["n_articles", "estimate"], ascending=False, kind="stable")
    largest = described.drop_duplicates("source").sort_index().drop_duplicates(["kind", "estimate"])
    of_topics = largest["kind"].str.startswith("topic ")
    largest = largest[of_topics == of_topics.all()]
    claims = [_finding(table, titles[row], row, f"finding-{number}") for number, row in enumerate(sorted(chosen), 1)]
    counted = list(largest.index)[: max(LEAST - len(chosen), 0)]
    return claims + [_claim(table, titles[row], row, ALL, {place: place for place in table.index}) for row in counted]


def compared_groups(table: pd.DataFrame, comparison: str, kind: str) -> pd.DataFrame:
    """Return the rows of the groups that were tested for one kind of a comparison."""
    asked = (table["chart"] == comparison) & (table["kind"] == kind)
    return table[asked & (table["verdict"] != DESCRIPTION)]


def _holding(table: pd.DataFrame) -> pd.DataFrame:
    """Return a row of each chart and kind of which something holds, the largest differences first.

    It is the group that the sentence names first: the one furthest above the others, or else furthest below.
    """
    tested = table[table["verdict"] != DESCRIPTION]
    claims = tested[same_claims(tested) == np.arange(len(tested))]
    rows = claims[claims["verdict"] == HOLDS].assign(size=lambda rows: rows["difference"].abs())
    rows = rows.assign(largest=rows.groupby(["chart", "kind"])["size"].transform("max"), lower=rows["difference"] < 0)
    order = rows.sort_values(["largest", "lower", "size"], ascending=[False, True, False], kind="stable")
    return order.drop_duplicates(["chart", "kind"])


def _in_turns(rows: pd.DataFrame) -> list[int]:
    """Return the rows' numbers: the first of each chart, then the second of each, and so on."""
    rounds = zip_longest(*(own.index for _, own in rows.groupby("chart", sort=False)))
    return [row for turn in rounds for row in turn if row is not None]


def _finding(table: pd.DataFrame, title: str, row: int, name: str) -> Claim:
    """Return a claim that holds, whose numbers lead to the table of its own chart."""
    shown = compared_groups(table, table.at[row, "chart"], table.at[row, "kind"]).index
    return _claim(table, title, row, name, {place: number for number, place in enumerate(shown)})


def _claim(table: pd.DataFrame, title: str, row: int, name: str, places: Mapping[int, int]) -> Claim:
    """Return a claim; `places` says where rows of the table of all findings stand in the table named `name`."""
    comparison, kind = table.at[row, "chart"], table.at[row, "kind"]
    same = table[(table["chart"] == comparison) & (table["kind"] == kind) & table.index.isin(list(places))]
    pieces, done = [], 0
    for match in _NUMBER.finditer(title):
        place = _row_of(match, title, same) if match.group().endswith("%") else row
        if place is not None:
            link = Markup('<a class="number" href="{}#row-{}">{}</a>')
            page = row_page(name, places[place])
            pieces += [escape(title[done : match.start()]), link.format(page, places[place], match.group())]
            done = match.end()
    text = Markup("").join([*pieces, escape(title[done:]), "."])
    return Claim(title, text, comparison, kind, name, places[row])


def _row_of(match: re.Match[str], title: str, rows: pd.DataFrame) -> int | None:
    """Return the row with the share that a sentence gives: that of the group named last before it, if several fit."""
    before = title[: match.start()]
    fitting = {
        int(place): before.rfind(group)
        for place, group, share in zip(rows.index, rows["group"], rows["estimate"], strict=True)
        if percent(share) == match.group()
    }
    return max(fitting, key=lambda place: fitting[place], default=None)


class OpenQuestion(NamedTuple):
    """A question without an answer: what was compared, in one line, and the sentences of which that is the sum."""

    question: str
    text: str
    chart: str
    sentences: list[str]


def open_questions(
    findings: pd.DataFrame, comparisons: Sequence[Comparison], charts: Collection[str]
) -> list[OpenQuestion]:
    """Return a line for each comparison of which something could not be told; `charts` has the names of charts."""
    found: list[OpenQuestion] = []
    for comparison in comparisons:
        own = findings[findings["chart"] == comparison.chart]
        kinds = [rows for _, rows in own.groupby("kind", sort=False) if not (rows["verdict"] == HOLDS).any()]
        if kinds:
            name = comparison.chart.partition("/")[0]
            sentences = [finding_title(rows, comparison.chart) for rows in kinds]
            chart = name if name in charts else ""
            found.append(OpenQuestion(comparison.question, _open_text(comparison, own, kinds), chart, sentences))
    return found


def _open_text(comparison: Comparison, own: pd.DataFrame, kinds: list[pd.DataFrame]) -> str:
    """Return what could not be told of a comparison, the kinds that seem to differ most first."""
    tested = own.loc[own["verdict"] != DESCRIPTION, "groups"].str[0].nunique()
    groups = own["groups"].str[0].nunique()
    compared = [rows[rows["verdict"] != DESCRIPTION] if tested else rows for rows in kinds]
    compared.sort(key=lambda rows: rows["estimate"].min() - rows["estimate"].max())
    named = [f"{_kind_in_words(comparison, rows)} ({percent_range(rows['estimate'])})" for rows in compared]
    more = [f"{len(named) - MOST_KINDS} more"] if len(named) > MOST_KINDS + 1 else []
    listed = in_words([*named[:MOST_KINDS], *(more or named[MOST_KINDS:])])
    if tested:
        those = f"{comparison.unit} that have enough articles" if tested < groups else comparison.unit
        return f"No clear difference between the {tested} {those}: {listed}."
    if groups == 1:
        return f"Counted only {comparison.at} {own['groups'].iloc[0][0]}, with nothing to compare it with: {listed}."
    return f"The {groups} {comparison.unit} have too few articles to be compared: {listed}."


def _kind_in_words(comparison: Comparison, rows: pd.DataFrame) -> str:
    kind = str(rows["kind"].iloc[0])
    return f"“{kind}”" if f"“{kind}”" in comparison.subjects[kind] else kind
