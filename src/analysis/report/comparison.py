"""Say what moved between two reports, and why: articles, code, packages, parameters or reviews."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
from pandas.api.types import is_numeric_dtype

from analysis import paths
from analysis.report.provenance import FILE

_COLUMNS = ["chart", "row", "column", "before", "after"]
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
        One row per number that differs: `chart`; `row` (the row's texts and dates, joined by " | "); `column`; `before`
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
    charts = sorted(name for name in found if not name.endswith("-wide.csv"))  # those repeat the others
    moved = [_moved(old / "figures" / chart, new / "figures" / chart) for chart in charts]
    return pd.concat([pd.DataFrame(columns=_COLUMNS), *(frame for frame in moved if len(frame))]), reasons


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
    """Return a chart's numbers by row and column; a row is known by its texts, and by its place among equal ones."""
    if not path.is_file():
        return pd.DataFrame({"row": [], "column": [], "value": []}).set_index(["row", "column"])
    data = pd.read_csv(path)
    numbers = [name for name in data if is_numeric_dtype(data[name])]
    texts = data.drop(columns=numbers).fillna("").astype(str).agg(" | ".join, axis=1).astype(str)
    place = texts.groupby(texts).cumcount()
    data["row"] = texts + place.map(lambda n: f" ({n + 1})" if n else "")
    return data.melt("row", numbers, var_name="column").astype({"value": float}).set_index(["row", "column"])


def _reasons(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Return what differs in what two reports were made of."""
    found = []
    if old["articles"] != new["articles"]:
        found.append(f"articles: {old['articles']['n']:,} before and {new['articles']['n']:,} after, not the same ones")
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
        f"reviews in {name}: {before:,} rows before, {after:,} after" + (", not the same ones" * (before == after))
        for name, (before, after) in rows.items()
    ]


def _differences(name: str, old: Any, new: Any) -> list[str]:
    """Return one sentence for each value that differs; nested values under names such as parameters.since."""
    if isinstance(old, dict) and isinstance(new, dict):
        keys = [key for key in dict.fromkeys([*old, *new]) if old.get(key) != new.get(key)]
        return [words for key in keys for words in _differences(f"{name}.{key}", old.get(key), new.get(key))]
    return [f"{name}: {_short(old)} before, {_short(new)} after"]


def _short(value: object) -> str:
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)
