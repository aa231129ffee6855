"""Test the claims of a report, all together: which groups differ from the others, and which cannot be told apart."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pandas as pd
from scipy.special import stdtrit

from analysis.estimates.permutations import largest_test, permutation_test
from analysis.estimates.same_claims import same_claims
from analysis.estimates.sentences import DESCRIPTION, HOLDS, LEVEL, OPEN, finding_sentence, finding_summary
from analysis.intervals import difference_bounds, part_bounds
from analysis.wording import with_comma

Known: TypeAlias = dict[bytes, list[dict[str, Any]]]  # the rows of a comparison, by a hash of its counts
# An outlet whose interval reaches further than this to either side is not compared: nothing could be said of it.
WIDEST_HALF = 0.2


class Comparison(NamedTuple):
    """A question about shares in groups of articles, such as "whose voices do the outlets quote?".

    `counts` has one row per article: `group`, `total` (how many things were counted, attributions say), and a column
    for each kind of thing: how many of them are of that kind. The other fields make sentences: "among the 8 outlets
    with at least 20 `articles`, `subjects[kind]` is higher `at` Post (40%) than `at` the others combined". `things`
    returns what was counted, by `kind` and `group`, as `analysis.passages.index_passages` takes it.
    """

    chart: str
    question: str
    counts: pd.DataFrame
    subjects: Mapping[str, str]
    articles: str = "articles"
    unit: str = "outlets"
    at: str = "at"
    things: Callable[[], Mapping[str, pd.DataFrame]] = dict

    @property
    def kinds(self) -> list[str]:
        """The names of the kinds compared."""
        return [column for column in self.counts.columns if column not in ("article_id", "group", "total")]


def find_findings(comparisons: Sequence[Comparison], *, seed: int = 0, known: Known | None = None) -> pd.DataFrame:
    """Return the findings table: one row per group of each comparison, with a test against the other groups together.

    Parameters
    ----------
    comparisons : list of Comparison
        All comparisons of a report. They are tested together: the more is asked, the more a difference must show.
    seed : int
        The same seed gives the same p-values.
    known : dict, optional
        What earlier calls worked out, by the counts it was worked out from; this call adds to it. For those who test
        nearly the same comparisons again and again.

    Returns
    -------
    DataFrame
        `finding_id` (chart, kind and group); `question`; `chart`; `kind`; `groups` (list with the group);
        `estimate` (its share, 0 to 1), `low`, `high` (95% interval); `compared_with` (which others, together);
        `difference` from their share, `difference_low`, `difference_high`; `n_articles`; `p`, `q_value` (null where
        nothing is tested); `p_largest` (of having the largest share of all; only where the group with the largest
        share is above the others); `verdict`: *holds* (q at most .05, and the interval of the difference leaves out 0),
        *cannot be told*, or *description* (a group with too few articles, or nothing to compare with); `sentence` (of
        this group); `title` (of all groups).

    Notes
    -----
    The statistic is the studentized difference between the group's share and that of all other groups together, its
    variance that of whole articles (Σ (n - p total)² / (Σ total)² in each part). p is two-sided, twice that of the
    smaller tail, from random groups of as many articles, 2 (1 + as extreme) / (1 + random groups) [1]_: 9,999 of them,
    and 99,999 where fewer than 10 of the first are as extreme. Each permutation of the articles, keyed by the seed and
    the chart's name, is cut into as many groups of a size as it has room for. Where each article is one thing that is
    of the kind or not, p needs none: it is that of the hypergeometric distribution, which is Fisher's exact test. q is
    Benjamini & Hochberg's over all claims [2]_; what only says the same from the other side counts as one, see
    `distinct_claims`.
    The difference's interval is from `analysis.intervals.difference_bounds`. A group needs as many articles as give an
    interval of 20 points to either side, t √(variance / articles), if it varies as all articles do. With fewer it is
    shown, but neither tested nor among the others.

    Twice the smaller tail, and not how far from 0: with a rare share, a group with few of the kind also varies little,
    and is more standard errors below the others than one with many is above them. Studentized, and not pooled, because
    a group with longer articles varies more, also if its share is the same.

    "The highest of all" is said of a group that is above the others and whose share is above that of each other group
    by the test of Games and Howell, the form of Tukey's for unequal variances, at .05 [3]_.

    References
    ----------
    .. [1] Phipson, B., & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in
       Genetics and Molecular Biology, 9(1). Studentized: Janssen, A. (1997). Statistics & Probability Letters, 36.
    .. [2] Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. JRSS B, 57(1).
    .. [3] Games, P. A., & Howell, J. F. (1976). Pairwise multiple comparison procedures with unequal n's and/or
       variances. Journal of Educational Statistics, 1(2).

    Examples
    --------
    >>> counts = pd.DataFrame({"group": ["Post", "Star"] * 20, "total": 4, "unnamed": [3, 1] * 20})
    >>> subjects = {"unnamed": "the share of quotes from unnamed people"}
    >>> findings = find_findings([Comparison("04-1", "Whose voices?", counts, subjects)])
    >>> findings[["groups", "estimate", "verdict"]].values.tolist()
    [[['Post'], 0.75, 'holds'], [['Star'], 0.25, 'holds']]
    >>> finding_title(findings, "04-1")
    'The share of quotes from unnamed people is higher at Post (75%) than at Star (25%)'
    """
    samples = [_sample(comparison) for comparison in comparisons]
    findings = _tested(samples, seed, {} if known is None else known)
    by_chart = {sample.comparison.chart: sample for sample in samples}
    for (chart, kind), rows in findings.groupby(["chart", "kind"], sort=False):
        said = _in_words(rows, by_chart[chart], kind)
        findings.loc[rows.index, said.columns] = said
    return findings


COLUMNS = [
    "finding_id", "question", "chart", "kind", "groups", "estimate", "low", "high", "compared_with", "difference",
    "difference_low", "difference_high", "n_articles", "p", "q_value", "p_largest", "verdict", "sentence", "title",
]  # fmt: skip


class _Sample(NamedTuple):
    """A comparison, its articles with something to count sorted by group, and the groups with enough of them."""

    comparison: Comparison
    counts: pd.DataFrame
    least: int
    enough: list[str]

    @property
    def tested(self) -> pd.DataFrame:
        """The articles of the groups that are compared."""
        return self.counts[self.counts["group"].isin(self.enough)]

    @property
    def members(self) -> str:
        """Which groups are compared, in words."""
        return f"{self.comparison.unit} with at least {self.least} {self.comparison.articles}"

    def others(self, name: str) -> str:
        """Return what a group is compared with, in words."""
        rest = [group for group in self.enough if group != name]
        return rest[0] if len(rest) == 1 else f"the other {len(rest)} {with_comma(self.members)} combined"


def _sample(comparison: Comparison) -> _Sample:
    counts = comparison.counts[comparison.counts["total"] > 0]
    counts = counts.assign(group=counts["group"].astype("str")).sort_values("group", kind="stable")
    least = _least_articles(counts, comparison.kinds)
    enough = [str(name) for name, n in counts["group"].value_counts(sort=False).items() if n >= least]
    return _Sample(comparison, counts, least, enough if len(enough) > 1 else [])


def find_verdicts(comparisons: Sequence[Comparison], *, known: Known) -> pd.DataFrame:
    """Return what `find_findings` returns, without what is only said of a finding: `p_largest`, `sentence`, `title`."""
    findings = _tested([_sample(comparison) for comparison in comparisons], 0, known)
    return findings.drop(columns=["p_largest", "sentence", "title"])


def _tested(samples: Sequence[_Sample], seed: int, known: Known) -> pd.DataFrame:
    """Return the findings with their tests and verdicts, but not in words."""
    findings = pd.DataFrame([row for sample in samples for row in _known_rows(sample, seed, known)], columns=COLUMNS)
    tested = findings["p"].notna().to_numpy()
    findings = findings.astype({"p": float, "q_value": float, "p_largest": float, "sentence": "str", "title": "str"})
    if tested.any():
        from scipy.stats import false_discovery_control  # takes long to load, and every notebook loads this module

        rows = findings.loc[tested, ["chart", "kind", "estimate", "p"]].assign(group=findings["groups"].str[0])
        firsts, claim = np.unique(same_claims(rows), return_inverse=True)
        findings.loc[tested, "q_value"] = false_discovery_control(rows["p"].to_numpy()[firsts])[claim]
    apart = (findings["difference_low"] > 0) | (findings["difference_high"] < 0)
    verdicts = np.where((findings["q_value"] <= LEVEL) & apart, HOLDS, OPEN)
    findings["verdict"] = np.where(tested, verdicts, DESCRIPTION)
    return findings


def _known_rows(sample: _Sample, seed: int, known: Known) -> list[dict[str, Any]]:
    """Return the rows of a comparison, from `known` if the same counts were compared before."""
    named = f"{sample.comparison.chart} {sample.comparison.kinds} {seed} {sample.members}".encode()
    counts = pd.util.hash_pandas_object(sample.counts, index=False).to_numpy().tobytes()
    key = sha256(named + counts).digest()
    if key not in known:
        known[key] = list(_rows(sample, seed))
    return known[key]


def _rows(sample: _Sample, seed: int) -> Iterator[dict[str, Any]]:
    """Yield a row for each kind and group of a comparison, the groups with the highest shares first."""
    comparison, tested = sample.comparison, sample.tested
    shares = {name: _shares(rows, comparison.kinds) for name, rows in sample.counts.groupby("group")}
    n_articles = sample.counts["group"].value_counts()
    p_values = permutation_test(tested, comparison.kinds, key=comparison.chart, seed=seed) if len(tested) else {}
    codes, names = pd.factorize(tested["group"])
    rest = {name: _shares(tested[codes != code], comparison.kinds) for code, name in enumerate(names)}
    for kind in comparison.kinds:
        for name in sorted(shares, key=lambda group: (-shares[group][kind]["share"], group)):
            own = shares[name][kind]
            row: dict[str, Any] = {
                "finding_id": f"{comparison.chart}/{kind}/{name}", "question": comparison.question,
                "chart": comparison.chart, "kind": kind, "groups": [name],
                "n_articles": n_articles[name], "estimate": own["share"], "low": own["low"], "high": own["high"],
            }  # fmt: skip
            if name in rest:
                row |= _difference(own, rest[name][kind]) | {"p": p_values[name, kind]}
                row["compared_with"] = sample.others(name)
            yield row


def _in_words(rows: pd.DataFrame, sample: _Sample, kind: str) -> pd.DataFrame:
    """Return `p_largest`, `sentence` and `title` of the rows of one kind, which begin with the largest share."""
    comparison = sample.comparison
    subject, at = comparison.subjects[kind], comparison.at
    first = rows[rows["verdict"] != DESCRIPTION].head(1)
    rows = rows[["groups", "estimate", "low", "high", "compared_with", "difference", "verdict", "p_largest"]].copy()
    if (first["verdict"] == HOLDS).any():
        rows.loc[first.index, "p_largest"] = largest_test(sample.tested, kind)
    rows["sentence"] = [finding_sentence(row, subject, at) for row in rows.to_dict("records")]
    rows["title"] = finding_summary(rows, subject, at, sample.members)
    return rows[["p_largest", "sentence", "title"]]


def _shares(rows: pd.DataFrame, kinds: Sequence[str]) -> dict[str, dict[str, float]]:
    """Return the share of each kind in a group of articles, with its interval."""
    parts, totals = rows[list(kinds)].to_numpy(float), rows["total"].to_numpy(float)
    low, high = part_bounds(parts, totals)
    bounds = zip(kinds, parts.sum(axis=0) / totals.sum(), low, high, strict=True)
    return {kind: {"share": share, "low": least, "high": most} for kind, share, least, most in bounds}


def _least_articles(counts: pd.DataFrame, kinds: Sequence[str]) -> int:
    """Return how many articles a group needs for intervals of at most 20 points to either side.

    It is worked out from how much all articles vary, whatever their group: if a group's own interval decided, groups
    that look alike by chance would be picked.
    """
    if counts.empty:
        return 2
    total = counts["total"].to_numpy(float)
    residuals = [counts[kind].to_numpy(float) - counts[kind].sum() / total.sum() * total for kind in kinds]
    spread = max((np.sqrt((r**2).mean()) / total.mean() for r in residuals), default=0.0)
    least = 2
    while least < len(counts) and stdtrit(least - 1, 0.975) * spread / np.sqrt(least) > WIDEST_HALF:
        least += 1
    return least


def _difference(own: dict[str, float], rest: dict[str, float]) -> dict[str, float]:
    low, high = difference_bounds(own["share"], (own["low"], own["high"]), rest["share"], (rest["low"], rest["high"]))
    return {"difference": own["share"] - rest["share"], "difference_low": float(low), "difference_high": float(high)}


def finding_title(findings: pd.DataFrame, chart: str, *, kind: str = "") -> str:
    """Return what a chart's title may say: an order only where it holds, else the range of the shares.

    Parameters
    ----------
    findings : DataFrame
        The table that `find_findings` gives.
    chart : str
        The chart's name, or what comes before "/" in the names of several comparisons that it shows.
    kind : str, optional
        One of the kinds that the chart compares. When empty, the one in which the difference that holds is the
        largest; if nothing holds, the first that was tested, or else the first.

    Returns
    -------
    str
        A sentence without its full stop.
    """
    rows = findings[(findings["chart"] + "/").str.startswith(f"{chart}/")]
    rows = rows[rows["kind"] == kind] if kind else rows
    if rows.empty:
        return "There are too few articles for a comparison"
    holding = rows.loc[rows["verdict"] == HOLDS, "difference"].abs()
    tested = rows.index[rows["verdict"] != DESCRIPTION]
    return str(rows.at[holding.idxmax() if len(holding) else [*tested, rows.index[0]][0], "title"])
