"""The analyst's alias file: names of outlets and speakers as they are printed, and the names to use for them.

`data/aliases.csv` has the columns `kind` (outlet or speaker), `name` (as printed), `use` and `note`. It wins over every
rule of the program. A line of the kind "different" says that two names, in `name` and `use`, are two speakers.
"""

from pathlib import Path
from typing import NamedTuple

from analysis import paths
from analysis.edited_csv import read_rows

FILE = "data/aliases.csv"
COLUMNS = ("kind", "name", "use", "note")
KINDS = ("outlet", "speaker", "different")


class Aliases(NamedTuple):
    """The names to use, by the names as printed in small letters with single blanks; pairs of different speakers."""

    outlets: dict[str, str]
    speakers: dict[str, str]
    different: frozenset[frozenset[str]] = frozenset()

    def outlet(self, name: str) -> str | None:
        """Return the name to use for an outlet that is printed as `name`; None where the file has none."""
        return self.outlets.get(key_of(name))

    def speaker(self, name: str) -> str | None:
        """Return the name to use for a speaker who is printed as `name`; None where the file has none."""
        return self.speakers.get(key_of(name))

    def are_different(self, name: str, other: str) -> bool:
        """Return whether somebody decided that two names are those of two speakers."""
        return bool(self.different) and frozenset((key_of(name), key_of(other))) in self.different


def load_aliases(path: str | Path = "") -> Aliases:
    r"""Return the aliases of outlets and speakers that an analyst has written down.

    Case and repeated blanks do not count in a name as printed.

    Parameters
    ----------
    path : str or Path
        A CSV file with the columns `kind`, `name`, `use` and `note`, the last of which may be missing. By default
        `data/aliases.csv` of the workspace; there are no aliases where that file does not exist.

    Returns
    -------
    Aliases
        `outlets` and `speakers`, each the names to use by the names as printed; `different`, pairs of names.

    Raises
    ------
    FileNotFoundError
        If a file is named that does not exist.
    ValueError
        If the file is not UTF-8, a column is missing, or a line has another kind, lacks a name, or contradicts another
        line. The message names the file, the line and what to do.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "aliases.csv")
    ...     _ = file.write_text("kind,name,use,note\noutlet,Ledger Online,Marlow Ledger,its site\n")
    ...     load_aliases(file).outlet("ledger online")
    'Marlow Ledger'
    """
    file = paths.resolve(path or FILE)
    if path and not file.is_file():
        raise FileNotFoundError(f"there is no alias file {paths.shown(file)}; its columns are: {', '.join(COLUMNS)}")
    found: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    different: dict[frozenset[str], str] = {}
    lines: dict[tuple[str, str], int] = {}  # by kind and name as printed
    rows = read_rows(file, COLUMNS, optional=["note"]).map(lambda cell: " ".join(cell.split()))
    for number, kind, name, use in rows[["kind", "name", "use"]].assign(kind=rows["kind"].str.lower()).itertuples():
        where = f"{paths.shown(file)}, line {number}"
        if kind not in KINDS:
            raise ValueError(f"{where}: there is no kind {kind!r}; write one of: {', '.join(KINDS)}")
        if not name or not use:
            raise ValueError(f"{where}: {'name' if not name else 'use'} is empty; fill it in or delete the line")
        if kind == "different":
            different[frozenset((key_of(name), key_of(use)))] = where
            continue
        if found[kind].setdefault(key_of(name), use) != use:
            raise ValueError(
                f"{where}: {name!r} has another name to use in line {lines[kind, key_of(name)]}; delete one of them"
            )
        lines.setdefault((kind, key_of(name)), number)
    _check_chains(found, lines, paths.shown(file))
    _check_different(different, found["speaker"])
    return Aliases(found["outlet"], found["speaker"], frozenset(different))


def key_of(name: str) -> str:
    """Return a name as it is compared: in small letters, with single blanks."""
    return " ".join(name.split()).casefold()


def _check_chains(found: dict[str, dict[str, str]], lines: dict[tuple[str, str], int], shown: str) -> None:
    """Raise ValueError where a name to use has itself another name to use."""
    for kind, uses in found.items():
        for name, use in uses.items():
            further = uses.get(key_of(use), use)
            if further != use:
                raise ValueError(
                    f"{shown}, line {lines[kind, name]}: {use!r} is itself to be {further!r} in line "
                    f"{lines[kind, key_of(use)]}; write {further!r} in both"
                )


def _check_different(different: dict[frozenset[str], str], uses: dict[str, str]) -> None:
    """Raise ValueError where two names are to be different speakers and one name is to be used for both."""
    for pair, where in different.items():
        if len({key_of(uses.get(name, name)) for name in pair}) < 2:
            raise ValueError(
                f"{where}: one name is to be used for {' and '.join(map(repr, sorted(pair)))}; "
                "delete this line or the one that says so"
            )
