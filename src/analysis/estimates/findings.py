"""Test the claims of a report, all together: which groups differ from the others, and which cannot be told apart."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
import pandas as pd
from scipy.special import stdtrit

from analysis.intervals import difference_bounds, share_bounds

N_PERMUTATIONS = 9_999
LEVEL = 0.05
# An outlet whose interval reaches further than this to either side is not compared: nothing could be said of it.
WIDEST_HALF = 0.2
MOST_NAMES = 3  # in a title
HOLDS, OPEN, DESCRIPTION = "holds", "cannot be told", "description"


class Comparison(NamedTuple):
    """A question about shares in groups of articles, such as "whose voices do the outlets quote?".

    `counts` has one row per article: `group`, `total` (how many things were counted, attributions say), and a column
    for each kind of thing: how many of them are of that kind. The columns' names and `of` make a sentence: 20% of
    attributions, "unnamed people".
    """

    chart: str
    question: str
    of: str
    counts: pd.DataFrame

    @property
    def kinds(self) -> list[str]:
        """The names of the kinds compared."""
        return [column for column in self.counts.columns if column not in ("article_id", "group", "total")]


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
    difference's interval is from `analysis.intervals.difference_bounds`. A group needs as many articles as give an
    interval of 20 points to either side, t √(variance / articles), if it varies as all articles do. With fewer it is
    shown, but neither tested nor among the others.

    References
    ----------
    .. [1] Phipson, B., & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in
       Genetics and Molecular Biology, 9(1). Studentized: Janssen, A. (1997). Statistics & Probability Letters, 36.
    .. [2] Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. JRSS B, 57(1).

    Examples
    --------
    >>> counts = pd.DataFrame({"group": ["Post", "Star"] * 20, "total": 4, "unnamed people": [3, 1] * 20})
    >>> findings = find_findings([Comparison("04-1", "Whose voices?", "attributions", counts)])
    >>> findings[["groups", "estimate", "verdict"]].values.tolist()
    [[['Post'], 0.75, 'holds'], [['Star'], 0.25, 'holds']]
    """
    rows = [row for comparison in comparisons for row in _rows(comparison, seed)]
    findings = pd.DataFrame(rows, columns=COLUMNS)
    tested = findings["p"].notna().to_numpy()
    findings["p"] = findings["p"].astype(float)
    findings["q_value"] = np.nan
    if tested.any():
        from scipy.stats import false_discovery_control  # takes long to load, and every notebook loads this module

        findings.loc[tested, "q_value"] = false_discovery_control(findings.loc[tested, "p"])
    verdicts = np.where(findings["q_value"] <= LEVEL, HOLDS, OPEN)
    findings["verdict"] = np.where(tested, verdicts, DESCRIPTION)
    findings["sentence"] = [_sentence(row) for row in findings.to_dict("records")]
    return findings


COLUMNS = [
    "finding_id", "question", "chart", "kind", "of", "groups", "estimate", "low", "high", "compared_with", "difference",
    "difference_low", "difference_high", "n_articles", "p", "q_value", "verdict", "sentence",
]  # fmt: skip


def _rows(comparison: Comparison, seed: int) -> list[dict[str, Any]]:
    """Return a row for each kind and group of a comparison, the groups with the highest shares first."""
    counts = comparison.counts[comparison.counts["total"] > 0]
    counts = counts.assign(group=counts["group"].astype("str")).sort_values("group", kind="stable")
    shares = {name: _shares(rows, comparison.kinds) for name, rows in counts.groupby("group")}
    least = _least_articles(counts, comparison.kinds)
    enough = [name for name, n in counts["group"].value_counts(sort=False).items() if n >= least]
    compared = counts[counts["group"].isin(enough)]
    tested = len(enough) > 1
    p_values = permutation_test(compared, comparison.kinds, key=comparison.chart, seed=seed) if tested else {}
    rest = {name: _shares(compared[compared["group"] != name], comparison.kinds) for name in enough if tested}
    rows = []
    for kind in comparison.kinds:
        for name in sorted(shares, key=lambda group: (-shares[group].at[kind, "share"], group)):
            own = shares[name].loc[kind]
            row: dict[str, Any] = {
                "finding_id": f"{comparison.chart}/{kind}/{name}", "question": comparison.question,
                "of": comparison.of, "chart": comparison.chart, "kind": kind, "groups": [name],
                "n_articles": (counts["group"] == name).sum(), "estimate": own["share"],
                "low": own["low"], "high": own["high"],
            }  # fmt: skip
            rows.append(row | (_difference(own, rest[name].loc[kind], p_values[name, kind]) if name in rest else {}))
    return rows


def _shares(rows: pd.DataFrame, kinds: Sequence[str]) -> pd.DataFrame:
    """Return the share of each kind in a group of articles, with its interval."""
    n, total = rows[list(kinds)].sum(), rows["total"].sum()
    bounds = [share_bounds(np.column_stack([rows[kind], rows["total"] - rows[kind]])) for kind in kinds]
    return pd.DataFrame({"share": n / total, "low": [b[0][0] for b in bounds], "high": [b[1][0] for b in bounds]})


def _least_articles(counts: pd.DataFrame, kinds: Sequence[str]) -> int:
    """Return how many articles a group needs for intervals of at most 20 points to either side.

    It is worked out from how much all articles vary, whatever their group: if a group's own interval decided, groups
    that look alike by chance would be picked.
    """
    total = counts["total"].to_numpy(float)
    residuals = [counts[kind].to_numpy(float) - counts[kind].sum() / total.sum() * total for kind in kinds]
    spread = max((np.sqrt((r**2).mean()) / total.mean() for r in residuals), default=0.0)
    least = 2
    while least < len(counts) and stdtrit(least - 1, 0.975) * spread / np.sqrt(least) > WIDEST_HALF:
        least += 1
    return least


def _difference(own: pd.Series, rest: pd.Series, p: float) -> dict[str, Any]:
    low, high = difference_bounds(own["share"], (own["low"], own["high"]), rest["share"], (rest["low"], rest["high"]))
    bounds = {"difference_low": float(low), "difference_high": float(high)}
    return {"compared_with": "the others together", "difference": own["share"] - rest["share"], **bounds, "p": p}


def permutation_test(
    counts: pd.DataFrame, kinds: Sequence[str], *, key: str, seed: int
) -> dict[tuple[str, str], float]:
    """Return the p-value of each group and kind, against the other groups together; rows in the groups' order."""
    names, starts = np.unique(counts["group"].to_numpy(dtype="str"), return_index=True)
    n, total = counts[list(kinds)].to_numpy(float), counts[["total"]].to_numpy(float)
    # Sums of these over a group give its shares and their variances.
    parts = np.hstack([n, n * n, n * total, total, total * total])
    whole = parts.sum(axis=0)
    observed = np.abs(_studentized(np.add.reduceat(parts, starts), whole))
    rng = np.random.default_rng([seed, crc32(key.encode())])
    extreme = np.zeros(observed.shape)
    block = max(1, 5_000_000 // parts.size)
    for start in range(0, N_PERMUTATIONS, block):
        places = np.tile(np.arange(len(parts)), (min(block, N_PERMUTATIONS - start), 1))
        sums = np.add.reduceat(parts[rng.permuted(places, axis=1)], starts, axis=1)
        extreme += (np.abs(_studentized(sums, whole)) >= observed - 1e-12).sum(axis=0)
    p = (1 + extreme) / (1 + N_PERMUTATIONS)
    return {(str(name), kind): float(p[i, j]) for i, name in enumerate(names) for j, kind in enumerate(kinds)}


def _studentized(sums: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """Return the difference of each group's shares from those of the others, in standard errors."""
    share, variance = _moments(sums)
    rest, rest_variance = _moments(whole - sums)
    return np.asarray((share - rest) / np.sqrt(np.maximum(variance + rest_variance, 1e-18)))


def _moments(sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the shares Σ n / Σ total, and Σ (n - share total)² / (Σ total)²."""
    k = (sums.shape[-1] - 2) // 3
    n, n_n, n_total = sums[..., :k], sums[..., k : 2 * k], sums[..., 2 * k : 3 * k]
    total, total_total = sums[..., -2:-1], sums[..., -1:]
    share = n / np.maximum(total, 1e-12)
    residuals = n_n - 2 * share * n_total + share**2 * total_total
    return share, np.maximum(residuals, 0) / np.maximum(total, 1e-12) ** 2


def _sentence(row: dict[str, Any]) -> str:
    name = row["groups"][0]
    share = f"{name}: {percent(row['estimate'])} {row['kind']} ({percent(row['low'])} to {percent(row['high'])})"
    if row["verdict"] == HOLDS:
        side = "above" if row["difference"] > 0 else "below"
        return f"{share}, {side} the others together"
    return f"{share}" + (", which cannot be told apart from the others" if row["verdict"] == OPEN else "")


def percent(share: float) -> str:
    """Return a share as a title says it: 14%, under 1%."""
    value = 100 * share
    return "under 1%" if 0 < value < 0.5 else f"{value:.0f}%"


def finding_title(findings: pd.DataFrame, chart: str, *, kind: str = "") -> str:
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
    >>> counts = pd.DataFrame({"group": ["Post", "Star"] * 20, "total": 4, "unnamed people": 2})
    >>> findings = find_findings([Comparison("04-1", "Whose voices?", "attributions", counts)])
    >>> finding_title(findings, "04-1")
    'Unnamed people: 50% of attributions everywhere; no difference is more than chance'
    """
    rows = findings[findings["chart"] == chart]
    rows = rows[rows["kind"] == (kind or rows["kind"].iloc[0])] if len(rows) else rows
    if rows.empty:
        return "Too few articles for a comparison"
    tested, holds = rows[rows["verdict"] != DESCRIPTION], rows[rows["verdict"] == HOLDS]
    shown = rows if tested.empty else tested
    low, high = percent(shown["estimate"].min()), percent(shown["estimate"].max())
    what, of = rows["kind"].iloc[0], rows["of"].iloc[0]
    span = f"{low} of {of} everywhere" if low == high else f"{low} to {high} of {of}"
    start = f"{what[0].upper()}{what[1:]}: {span}"
    if len(rows) == 1:
        return f"{what[0].upper()}{what[1:]}: {low} of {of} ({rows['groups'].iloc[0][0]})"
    if tested.empty:
        return f"{start}; too few articles to compare"
    if holds.empty:
        return f"{start}; no difference is more than chance"
    above, below = (_names(holds[holds["difference"] * sign > 0]) for sign in (1, -1))
    words = [f"{above} above" if above else "", f"{below} below" if below else ""]
    rest = "" if len(holds) == len(tested) else "; the rest cannot be told apart"
    return f"{start}; {', '.join(filter(None, words))} the others together{rest}"


def _names(rows: pd.DataFrame) -> str:
    names = [groups[0] for groups in rows.sort_values("n_articles", ascending=False, kind="stable")["groups"]]
    if len(names) > MOST_NAMES:
        names = [*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} more"]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
