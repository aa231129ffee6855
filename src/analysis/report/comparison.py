"""Say what moved between two reports, and why: articles, code, packages, parameters or reviews."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
from pandas.api.types import is_numeric_dtype

from analysis import paths
from analysis.report.cells import is_share, label, show
from analysis.report.provenance import FILE
from analysis.wording import SPEAKER_KINDS, counted

_COLUMNS = ["chart", "row", "column", "before", "after"]
_FINDING = "finding-"  # with which the names of the charts of findings begin
# The number of a topic and an id mean something else in another report; these columns say what they stand for.
_NAMED_BY = {"topic": "label", "event_id": "headline", "article_id": "headline"}
_LONGEST = 80  # characters of a piece; longer ones are sentences
_ROUNDING = 1e-9  # relative; smaller changes are those of arithmetic


def compare_reports(before: str | Path, after: str | Path) -> tuple[pd.DataFrame, list[str]]:
    """Return the numbers that differ between two reports, and what differs in what they were made of.

    Parameters
    ----------
    before, after : str or Path
        Folders of reports; a relative path counts from the workspace.

    Returns
    -------
    moved : DataFrame
        One row per number that differs: `chart`; `row` (what tells the row apart, joined by " | "); `column`; `before`
        and `after` (missing where only one report has the row, or the chart). Changes of less than 1e-9 of the number
        do not count.
    reasons : list of str
        One sentence per difference in articles, code, packages, parameters, stories, seals or reviews.

    Raises
    ------
    FileNotFoundError
        If a folder holds no report with provenance.json.
    """
    old, new = paths.resolve(before), paths.resolve(after)
    reasons = _reasons(_provenance(old), _provenance(new))
    found = {path.name for folder in (old, new) for path in (folder / "figures").glob("*.csv")}
    # Wide tables repeat others; the charts of findings have numbers for names, which may stand for others now.
    charts = sorted(name for name in found if not name.endswith("-wide.csv") and not name.startswith(_FINDING))
    moved = [_moved(old / "figures" / chart, new / "figures" / chart) for chart in charts]
    together = [pd.DataFrame(columns=_COLUMNS), *(frame for frame in moved if len(frame))]
    return pd.concat(together, ignore_index=True), reasons


def moves_in_words(moved: pd.DataFrame, before: str | Path, after: str | Path) -> list[str]:
    """Return what moved between two reports in sentences: findings that came and went, then a sentence for each chart.

    `moved` is what `compare_reports` returned for the two folders.
    """
    old, new = (_findings(paths.resolve(report)) for report in (before, after))
    came = [f"a finding of the report after only: {sentence}" for sentence in new if sentence not in old]
    gone = [f"a finding of the report before only: {sentence}" for sentence in old if sentence not in new]
    charts = [f"{chart}: {_chart_in_words(rows)}" for chart, rows in moved.groupby("chart")]
    return gone + came + charts


def _findings(report: Path) -> list[str]:
    """Return the sentences of the findings with which a report begins."""
    charts = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(report.glob(f"figures/{_FINDING}*.json"))]
    return [chart["alt"].removeprefix("Dots with intervals. ") for chart in charts]


def _chart_in_words(rows: pd.DataFrame) -> str:
    """Return how many numbers of a chart moved, which one most, and how many rows came and went.

    Shares are told before counts, and both before the ends of intervals.
    """
    both = rows.dropna(subset=["before", "after"])
    words = []
    if len(both):
        columns = rows["column"].unique()
        bounds = both["column"].str.fullmatch(r"(?:\w+_)?(?:low|high)")
        shares = pd.Series([is_share(column, columns) for column in both["column"]], index=both.index)
        compared = next(rows for rows in (both[shares & ~bounds], both[~bounds], both) if len(rows))
        top = compared.loc[(compared["before"] - compared["after"]).abs().idxmax()]
        values = [show(f"{top[moment]:.12g}", top["column"], columns) for moment in ("before", "after")]
        most = f"{label(top['column'])} of {_row_in_words(top['row'])}: {values[0]} before, {values[1]} after"
        words.append(f"{counted(len(both), 'number')} moved, most of all {most}")
    for present, absent, name in (("after", "before", "new"), ("before", "after", "gone")):
        n = rows.loc[rows[absent].isna() & rows[present].notna(), "row"].nunique()
        words += [f"{counted(n, 'row')} {'is' if n == 1 else 'are'} {name}"] if n else []
    return "; ".join(words)


def _row_in_words(row: str) -> str:
    """Return what tells a row of a chart's data apart, without lists and sentences."""
    pieces = [SPEAKER_KINDS.get(piece, show(piece, "", ())) for piece in row.split(" | ") if not piece.startswith("[")]
    return ", ".join(piece for piece in pieces if 0 < len(piece) <= _LONGEST)


def _provenance(report: Path) -> dict[str, Any]:
    path = report / FILE
    if not path.is_file():
        raise FileNotFoundError(
            f"there is no {FILE} in {paths.shown(report)}; give the folder of a report, made again if it is old"
        )
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def _moved(before: Path, after: Path) -> pd.DataFrame:
    """Return the numbers of one chart's data that differ, one row each."""
    old, new = (_long(path) for path in (before, after))
    both = pd.concat({"before": old["value"], "after": new["value"]}, axis=1, sort=False)
    size = both.abs().max(axis=1)
    gap = (both["before"] - both["after"]).abs()
    differs = both.isna().any(axis=1) & ~both.isna().all(axis=1) | (gap > _ROUNDING * size)
    found = both[differs].reset_index()
    return found.assign(chart=before.stem)[_COLUMNS]


def _long(path: Path) -> pd.DataFrame:
    """Return a chart's numbers by row and column; a row is known by its names, and by its place among equal ones."""
    if not path.is_file():
        return pd.DataFrame({"row": [], "column": [], "value": []}).set_index(["row", "column"])
    data = pd.read_csv(path)
    by = _by(path)
    names = [name if (name := _NAMED_BY.get(column, "")) in data else column for column in by]
    names = names or [name for name in data if not is_numeric_dtype(data[name])]
    numbers = [name for name in data if is_numeric_dtype(data[name]) and name not in [*by, *names]]
    texts = data[names].fillna("").astype(str).agg(" | ".join, axis=1).astype(str)
    place = texts.groupby(texts).cumcount()
    data["row"] = texts + place.map(lambda n: f" ({n + 1})" if n else "")
    return data.melt("row", numbers, var_name="column").astype({"value": float}).set_index(["row", "column"])


def _by(path: Path) -> list[str]:
    """Return the columns that tell the rows of a chart's data apart, as its JSON file has them; none if it has none."""
    described = path.with_suffix(".json")
    known = json.loads(described.read_text(encoding="utf-8")) if described.is_file() else {}
    return list(known.get("by", []))


def _reasons(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Return what differs in what two reports were made of."""
    found = []
    if old["articles"] != new["articles"]:
        n = [made["articles"]["n"] for made in (old, new)]
        found.append(f"articles: {n[0]:,} before, {n[1]:,} after" + (", not the same ones" if n[0] == n[1] else ""))
    if old["code"] != new["code"]:
        found.append(f"code of Broadsheet: {old['commit'] or 'no commit'} before, {new['commit'] or 'no commit'} after")
    found.extend(_reviews(old["reviews"], new["reviews"]))
    for key in ("title", "parameters", "stories", "groups", "styles", "seal", "packages", "python"):
        if old.get(key) != new.get(key):
            found.extend(_differences(key, old.get(key), new.get(key)))
    return found


def _reviews(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Return one sentence for each file of people's decisions that differs."""
    changed = [name for name in sorted({*old, *new}) if old.get(name) != new.get(name)]
    rows = {name: [made[name]["rows"] if name in made else 0 for made in (old, new)] for name in changed}
    return [
        f"decisions in {name}: {before:,} before, {after:,} after" + ", not the same ones" * (before == after)
        for name, (before, after) in rows.items()
        if before or after
    ]


def _differences(name: str, old: Any, new: Any) -> list[str]:
    """Return one sentence for each value that differs; nested values under names such as parameters.since."""
    if isinstance(old, dict) and isinstance(new, dict):
        keys = [key for key in dict.fromkeys([*old, *new]) if old.get(key) != new.get(key)]
        return [words for key in keys for words in _differences(f"{name}.{key}", old.get(key), new.get(key))]
    if isinstance(old, list) and isinstance(new, list) and old and new:
        changed = [
            ("without", [one for one in old if one not in new]),
            ("with", [one for one in new if one not in old]),
        ]
        words = [f"{word} {', '.join(map(_short, ones))}" for word, ones in changed if ones]
        return [f"{name}: after, {' and '.join(words) or 'in another order'}"]
    return [f"{name}: {_short(old)} before, {_short(new)} after"]


def _short(value: object) -> str:
    """Return a value as the run file has it; of a whole story, its name."""
    if isinstance(value, dict) and "find" in value:
        value = value.get("label") or value["name"]
    return "not set" if value is None else json.dumps(value, ensure_ascii=False)
