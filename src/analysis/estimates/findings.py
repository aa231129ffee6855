"""Test the claims of a report, all together: which groups differ from the others, and which cannot be told apart."""

from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np
import pandas as pd
from scipy.stats import false_discovery_control

from analysis.intervals import difference_bounds, share_bounds

N_PERMUTATIONS = 9_999
LEVEL = 0.05
# An outlet whose interval reaches further than this to either side is not compared: nothing could be said of it.
WIDEST_HALF = 0.15
HOLDS, OPEN, DESCRIPTION = "holds", "cannot be told", "description"


class Comparison(NamedTuple):
    """A question about shares in groups of articles, such as "which outlets attribute most to unnamed people?".

    `counts` has one row per article: `article_id`, `group`, `n` (how many of the things counted are of the kind
    asked about) and `total` (how many there are). `kind` and `of` name them in a sentence: "unnamed people" "of
    attributions".
    """

    chart: str
    question: str
    kind: str
    of: str
    counts: pd.DataFrame


def find_findings(comparisons: Sequence[Comparison], *, seed: int = 0) -> pd.DataFrame:
    """Return the findings table: one row per group of each comparison, with a test against the other groups together.

    Parameters
    ----------
    comparisons : list of Comparison
        All comparisons of a report. They are tested together: the more is asked, the more a difference must show.
    seed : int
        The same seed gives the same p-values.

    Returns
    -------
    DataFrame
        `finding_id` (chart, kind and group); `question`; `chart`; `kind`; `groups` (list with the group);
        `estimate` (its share, 0 to 1), `low`, `high` (95% interval); `compared_with` ("the others together");
        `difference` from their share, `difference_low`, `difference_high`; `n_articles`; `p`, `q_value` (null where
        nothing is tested); `verdict`: *holds* (q at most .05), *cannot be told*, or *description* (a group with too
        few articles, or nothing to compare with); `sentence`.

    Notes
    -----
    The statistic is the studentized difference between the group's share and that of all other groups together, its
    variance that of whole articles (Σ (n - p total)² / (Σ total)² in each part). p is two-sided, from 9,999
    permutations of the articles over the groups, (1 + as extreme) / (1 + 9,999) [1]_; the permutations of a
    comparison are keyed by the seed and the chart's name. q is Benjamini & Hochberg's over all rows [2]_. The
    difference's interval is from `analysis.intervals.difference_bounds`. A group whose interval is wider than 15 points
    to one side, or that has fewer than two articles, is shown but not tested.

    References
    ----------
    .. [1] Phipson, B., & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in
       Genetics and Molecular Biology, 9(1). Studentized: Janssen, A. (1997). Statistics & Probability Letters, 36.
    .. [2] Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. JRSS B, 57(1).

    Examples
    --------
    >>> counts = pd.DataFrame({"article_id": range(40), "group": ["Post", "Star"] * 20, "n": [3, 1] * 20, "total": 4})
    >>> findings = find_findings([Comparison("04-3", "Who names nobody?", "unnamed people", "attributions", counts)])
    >>> findings[["groups", "estimate", "verdict"]].values.tolist()
    [[['Post'], 0.75, 'holds'], [['Star'], 0.25, 'holds']]
    """
    rows = [row for comparison in comparisons for row in _rows(comparison, seed)]
    findings = pd.DataFrame(rows, columns=COLUMNS)
    tested = findings["p"].notna().to_numpy()
    findings["p"] = findings["p"].astype(float)
    findings["q_value"] = np.nan
    if tested.any():
        findings.loc[tested, "q_value"] = false_discovery_control(findings.loc[tested, "p"])
    verdicts = np.where(findings["q_value"] <= LEVEL, HOLDS, OPEN)
    findings["verdict"] = np.where(tested, verdicts, DESCRIPTION)
    findings["sentence"] = [_sentence(row) for row in findings.to_dict("records")]
    return findings


COLUMNS = [
    "finding_id", "question", "chart", "kind", "of", "groups", "estimate", "low", "high", "compared_with", "difference",
    "difference_low", "difference_high", "n_articles", "p", "q_value", "verdict", "sentence",
]  # fmt: skip


def _rows(comparison: Comparison, seed: int) -> list[dict[str, object]]:
    """Return a row for each group of a comparison, those with the highest shares first."""
    counts = comparison.counts[comparison.counts["total"] > 0]
    members = {str(name): rows for name, rows in counts.groupby("group", observed=True)}
    shares = {name: _share(rows) for name, rows in members.items()}
    enough = [name for name, (share, low, high) in shares.items() if max(share - low, high - share) <= WIDEST_HALF]
    compared = counts[counts["group"].astype("str").isin(enough)]
    p_values = permutation_test(compared, comparison.chart + comparison.kind, seed) if len(enough) > 1 else {}
    rows = []
    for name in sorted(members, key=lambda group: (-shares[group][0], group)):
        share, low, high = shares[name]
        row: dict[str, object] = {
            "finding_id": f"{comparison.chart}/{comparison.kind}/{name}", "question": comparison.question,
            "chart": comparison.chart, "kind": comparison.kind, "of": comparison.of, "groups": [name],
            "estimate": share, "low": low, "high": high, "n_articles": len(members[name]),
        }  # fmt: skip
        if name in p_values:
            rest, *bounds = _share(compared[compared["group"].astype("str") != name])
            below, above = difference_bounds(share, (low, high), rest, (bounds[0], bounds[1]))
            row |= {"compared_with": "the others together", "p": p_values[name], "difference": share - rest}
            row |= {"difference_low": float(below), "difference_high": float(above)}
        rows.append(row)
    return rows


def _share(rows: pd.DataFrame) -> tuple[float, float, float]:
    """Return the share of a group of articles and its interval."""
    low, high = share_bounds(np.column_stack([rows["n"], rows["total"] - rows["n"]]))
    return float(rows["n"].sum() / rows["total"].sum()), float(low[0]), float(high[0])


def permutation_test(counts: pd.DataFrame, key: str, seed: int) -> dict[str, float]:
    """Return the p-value of each group against the others together."""
    groups = counts["group"].astype("str")
    names = sorted(groups.unique())
    n, total = counts["n"].to_numpy(float), counts["total"].to_numpy(float)
    # Sums of these over a group give its share and the variance of that share.
    parts = np.column_stack([n, total, n * n, n * total, total * total])
    labels = np.searchsorted(names, groups.to_numpy(dtype="str"))
    observed = _studentized(_sums(labels[None, :], parts, len(names)), parts.sum(axis=0))[0]
    rng = np.random.default_rng([seed, crc32(key.encode())])
    extreme = np.zeros(len(names))
    block = max(1, 4_000_000 // len(labels))
    for start in range(0, N_PERMUTATIONS, block):
        drawn = rng.permuted(np.tile(labels, (min(block, N_PERMUTATIONS - start), 1)), axis=1)
        statistics = _studentized(_sums(drawn, parts, len(names)), parts.sum(axis=0))
        extreme += (np.abs(statistics) >= np.abs(observed) - 1e-12).sum(axis=0)
    return dict(zip(names, ((1 + extreme) / (1 + N_PERMUTATIONS)).tolist(), strict=True))


def _sums(labels: np.ndarray, parts: np.ndarray, k: int) -> np.ndarray:
    """Return draws × groups × parts: the sums of the parts over the articles of each group."""
    return np.stack([(labels == group).astype(float) @ parts for group in range(k)], axis=1)


def _studentized(sums: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """Return the difference of each group's share from that of the others, in standard errors."""
    share, variance = _moments(sums)
    rest, rest_variance = _moments(whole - sums)
    return np.asarray((share - rest) / np.sqrt(np.maximum(variance + rest_variance, 1e-18)))


def _moments(sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the share Σ n / Σ total, and Σ (n - share total)² / (Σ total)²."""
    n, total, n_n, n_total, total_total = np.moveaxis(sums, -1, 0)
    share = n / np.maximum(total, 1e-12)
    residuals = n_n - 2 * share * n_total + share**2 * total_total
    return share, np.maximum(residuals, 0) / np.maximum(total, 1e-12) ** 2


def _sentence(row: dict[str, object]) -> str:
    [name] = row["groups"]  # type: ignore[misc]  # a list of one name
    share = f"{name}: {percent(row['estimate'])} {row['kind']} ({percent(row['low'])} to {percent(row['high'])})"
    if row["verdict"] == HOLDS:
        side = "above" if row["difference"] > 0 else "below"  # type: ignore[operator]  # a number where it was tested
        return f"{share}, {side} the others together"
    return f"{share}" + (", which cannot be told apart from the others" if row["verdict"] == OPEN else "")


def percent(share: object) -> str:
    """Return a share as a title says it: 14%, under 1%."""
    value = 100 * float(share)  # type: ignore[arg-type]  # from a table's cell
    return "under 1%" if 0 < value < 0.5 else f"{value:.0f}%"


def summarize(findings: pd.DataFrame, chart: str, *, kind: str = "") -> str:
    """Return what a chart's title may say: an order only where it holds, else the range of the shares.

    Parameters
    ----------
    findings : DataFrame
        The table that `find_findings` gives.
    chart : str
        The chart's name.
    kind : str, optional
        One of the kinds that the chart compares; the first when empty.

    Examples
    --------
    >>> counts = pd.DataFrame({"article_id": range(40), "group": ["Post", "Star"] * 20, "n": [2, 2] * 20, "total": 4})
    >>> findings = find_findings([Comparison("04-3", "Who names nobody?", "unnamed people", "attributions", counts)])
    >>> summarize(findings, "04-3")
    'Unnamed people: 50% of attributions everywhere; the 2 cannot be told apart'
    """
    rows = findings[findings["chart"] == chart]
    rows = rows[rows["kind"] == (kind or rows["kind"].iloc[0])] if len(rows) else rows
    if rows.empty:
        return "Too few articles for a comparison"
    low, high = percent(rows["estimate"].min()), percent(rows["estimate"].max())
    what, of = rows["kind"].iloc[0], rows["of"].iloc[0]
    span = f"{low} of {of} everywhere" if low == high else f"{low} to {high} of {of}"
    start = f"{what[0].upper()}{what[1:]}: {span}"
    tested, holds = rows[rows["verdict"] != DESCRIPTION], rows[rows["verdict"] == HOLDS]
    if len(rows) == 1:
        return f"{what[0].upper()}{what[1:]}: {low} of {of} ({rows['groups'].iloc[0][0]})"
    if tested.empty:
        return f"{start}; too few articles to compare"
    if holds.empty:
        return f"{start}; the {len(tested)} cannot be told apart"
    above, below = (_names(holds[holds["difference"] * sign > 0]) for sign in (1, -1))
    words = [f"{above} above" if above else "", f"{below} below" if below else ""]
    rest = "" if len(holds) == len(tested) else "; the rest cannot be told apart"
    return f"{start}; {', '.join(filter(None, words))} the others together{rest}"


def _names(rows: pd.DataFrame) -> str:
    names = [groups[0] for groups in rows["groups"]]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
