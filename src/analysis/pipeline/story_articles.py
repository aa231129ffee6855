"""The headlines and texts of the articles that belong to a story: what quotes are found in."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pandas as pd

from analysis import engine, stores, tables
from analysis.corpus.assembly import part_starts

_COLUMNS = ["article_id", "headline", "text"]


def write_story_articles(articles: Path, assigned: Path, folder: Path, *, most: int) -> None:
    """Write `article_id`, `headline` and `text` of the articles on a story, in their order, to parts of `most` rows.

    A part holds articles of one part of `articles`, and is left as it is while that part and the same part of
    `assigned` are. FOLDER.parquet says of what each was made: a key in the parts themselves would change them, and so
    their quotes, with each article that is added beside theirs.
    """
    made_of = folder.with_suffix(".parquet")
    before = tables.read_table(made_of) if made_of.exists() else pd.DataFrame()
    kept = _whole(before, folder)
    found: list[tuple[str, Path | None]] = []
    for number, sources in enumerate(zip(engine.parts(articles), engine.parts(assigned), strict=True)):
        key = engine.step_key(write_story_articles, {"most": most}, map(engine.part_hash, sources))
        made = kept[key] if key in kept else _write(*sources, folder / f"new-{number:04d}", most)
        found += [(key, part) for part in made] or [(key, None)]
    if not any(part for _, part in found):  # a table has one part at least
        nothing = pd.DataFrame(columns=_COLUMNS, dtype="str")
        found.append(("", tables.write_table(nothing, folder / "new.parquet", "")))
    parts = iter(_numbered([part for _, part in found if part], folder))
    listed = [(key, *_listed(next(parts) if part else None)) for key, part in found]
    table = pd.DataFrame(listed, columns=["key", "part", "sha256"], dtype="str")
    if not table.equals(before):
        tables.write_table(table, made_of, "")


def _listed(part: Path | None) -> tuple[str, str]:
    return (part.name, engine.part_hash(part)) if part else ("", "")


def _whole(made_of: pd.DataFrame, folder: Path) -> dict[str, list[Path]]:
    """Return the parts that were made under each key, if all of them are there as they were written."""
    if "key" not in made_of:  # written by an earlier version
        return {}
    whole = {}
    for key, rows in made_of.groupby("key"):
        parts = {folder / row.part: row.sha256 for row in rows.itertuples() if row.part}
        if key and all(part.exists() and engine.part_hash(part) == known for part, known in parts.items()):
            whole[str(key)] = list(parts)
    return whole


def _write(articles: Path, assigned: Path, name: Path, most: int) -> list[Path]:
    """Write the articles of one part that belong to a story to files whose names begin with `name`."""
    texts = tables.read_table(articles, columns=_COLUMNS)
    chosen = texts[texts["article_id"].isin(tables.read_table(assigned, columns=_COLUMNS[:1])["article_id"])]
    if chosen.empty:
        return []
    starts = part_starts(chosen["article_id"], most)
    return [
        tables.write_table(chosen.iloc[start:end], name.with_name(f"{name.name}-{start}.parquet"), "")
        for start, end in pairwise([*starts, len(chosen)])
    ]


def _numbered(parts: Sequence[Path], folder: Path) -> list[Path]:
    """Give the parts their numbers, and delete all other files of the folder."""
    targets = [folder / f"part-{number:04d}.parquet" for number in range(len(parts))]
    stores.rename_files([(part, target) for part, target in zip(parts, targets, strict=True) if part != target])
    for other in set(stores.inside(folder)) - set(targets):
        other.unlink()
    return targets
