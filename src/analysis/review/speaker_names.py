"""Merge and rename speakers; what people decide goes to the alias file, which every run applies."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from difflib import SequenceMatcher
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis import aliases, paths
from analysis.aliases import key_of
from analysis.edited_csv import change_rows, read_rows
from analysis.review.decisions import coder_name
from analysis.tables import need

_ALIKE = 0.8  # of the letters of two names of institutions that may be one


def merge_speakers(names: str | Iterable[str], use: str, *, coder: str = "", path: str | Path = "") -> None:
    """Use one name for speakers, in this and all later runs; with one name it renames.

    Parameters
    ----------
    names : str or list of str
        The names as they stand in the quotes table. The column `variants` of `count_speakers` has all names of a
        speaker; give all of them to rename the speaker.
    use : str
        The name to use. A name that is to be itself is kept apart from other speakers, whatever the rules say.
    coder : str
        Who decides; by default the name of the account.
    path : str or Path
        The alias file; by default `data/aliases.csv` of the workspace.

    Raises
    ------
    ValueError
        If a name is empty, or the file cannot be read.

    Notes
    -----
    The name, who decided and the day go into a line of kind *speaker*. What the file said of these names before is
    replaced, also that two of them are different speakers, and names that were to be one of them follow.
    """
    use = " ".join(use.split())
    given = list(dict.fromkeys(" ".join(name.split()) for name in ([names] if isinstance(names, str) else names)))
    if not use or not given or not all(given):
        raise ValueError("a name is empty; give the names as they stand in the quotes table, and the name to use")
    file, known = _alias_file(path)
    # Two names of a speaker may have been merged the other way round before.
    further = known.speaker(use)
    if further and key_of(further) not in map(key_of, given):
        use = further
    rows = _rows(file, "speaker")
    old = rows[rows["name"].isin([*map(key_of, given), key_of(use)]) | rows["use"].map(key_of).isin(map(key_of, given))]
    follow = [name for name in old["printed"] if key_of(name) not in map(key_of, [*given, use])]
    merged = {*map(key_of, [*given, use, *follow])}
    apart = _rows(file, "different")
    old = [*old.index, *apart.index[apart["name"].isin(merged) & apart["use"].map(key_of).isin(merged)]]
    keep_apart = [use] if given == [use] else []
    new = [name for name in [*given, *follow] if key_of(name) != key_of(use)] + keep_apart
    lines = [{"kind": "speaker", "name": name, "use": use, "note": _note(coder)} for name in new]
    change_rows(file, lines, aliases.COLUMNS, drop=set(old))


def part_speakers(name: str, other: str, *, coder: str = "", path: str | Path = "") -> None:
    """Write down that two names are those of two speakers: no rule and no later question puts them together.

    Parameters
    ----------
    name, other : str
        The names as they stand in the quotes table.
    coder : str
        Who decides; by default the name of the account.
    path : str or Path
        The alias file; by default `data/aliases.csv` of the workspace.

    Raises
    ------
    ValueError
        If a name is empty, both are the same, the file says that both are one, or it cannot be read.
    """
    name, other = (" ".join(words.split()) for words in (name, other))
    file, known = _alias_file(path)
    if not name or not other or key_of(name) == key_of(other):
        raise ValueError(f"give two names; not {name!r} and {other!r}")
    used = {key_of(known.speaker(words) or words) for words in (name, other)}
    if len(used) == 1:
        raise ValueError(f"{paths.shown(file)} uses one name for {name!r} and {other!r}; delete that line first")
    if not known.are_different(name, other):
        line = {"kind": "different", "name": name, "use": other, "note": _note(coder)}
        change_rows(file, [line], aliases.COLUMNS)


def _note(coder: str) -> str:
    return f"{coder_name(coder)}, {datetime.now(UTC).date()}"


def _rows(file: Path, kind: str) -> pd.DataFrame:
    """Return the lines of one kind in the alias file: `printed`, its key `name`, and `use`, by line."""
    rows = read_rows(file, aliases.COLUMNS, optional=["note"])
    rows = rows[rows["kind"].str.lower() == kind]
    return rows.assign(printed=rows["name"], name=rows["name"].map(key_of))


class Alike(NamedTuple):
    """Two speakers who may be one: the name, the number of quotes and all names of each; the first is quoted more."""

    name: str
    n: int
    variants: list[str]
    other: str
    n_other: int
    other_variants: list[str]


def speakers_alike(speakers: pd.DataFrame, known: aliases.Aliases | None = None) -> list[Alike]:
    """Return the pairs of speakers who may be one, those that are quoted most first.

    Parameters
    ----------
    speakers : DataFrame
        What `count_speakers` returns for one group: `speaker`, `speaker_kind`, `n` and `variants`.
    known : Aliases, optional
        What people decided: who are different speakers is not asked again.

    Returns
    -------
    list of Alike
        People of the same last name, and institutions with four in five letters alike, or one name in the other.
    """
    need(speakers, ["speaker", "speaker_kind", "n", "variants"], who="speakers_alike")
    rows = speakers.sort_values(["n", "speaker"], ascending=[False, True])[["speaker", "n", "variants", "speaker_kind"]]
    people = rows["speaker_kind"] == "named_person"
    blocks = rows["speaker"].str.casefold().str.split()
    blocks = blocks.str[-1].where(people, blocks.map(lambda words: max(words, key=len)))
    pairs = [
        pair
        for (is_person, _), own in rows.groupby([people, blocks], sort=False)
        for pair in _pairs(own, bool(is_person))
        if known is None or not _are_different(pair, known)
    ]
    return sorted(pairs, key=lambda pair: (-pair.n_other, -pair.n, pair.name, pair.other))


def _are_different(pair: Alike, known: aliases.Aliases) -> bool:
    names = product([pair.name, *pair.variants], [pair.other, *pair.other_variants])
    return any(known.are_different(name, other) for name, other in names)


def _pairs(own: pd.DataFrame, is_person: bool) -> Iterator[Alike]:
    for a, b in combinations(own[["speaker", "n", "variants"]].itertuples(index=False, name=None), 2):
        names = a[0].casefold(), b[0].casefold()
        inside = f" {names[1]} " in f" {names[0]} " or f" {names[0]} " in f" {names[1]} "
        if is_person or inside or SequenceMatcher(None, *names).ratio() >= _ALIKE:
            yield Alike(a[0], a[1], list(a[2]), b[0], b[1], list(b[2]))


def _alias_file(path: str | Path) -> tuple[Path, aliases.Aliases]:
    """Return the alias file to use, and what it says; it need not be there."""
    file = paths.resolve(path) if path else paths.workspace().aliases
    return file, aliases.load_aliases(file) if file.is_file() else aliases.Aliases({}, {})
