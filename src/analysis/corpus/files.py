"""The files of a corpus, and what a file's neighbours tell about it: agencies among the outlets, lines that recur."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from analysis import engine
from analysis.articles import repeated_lines
from analysis.articles.agencies import expand_agency, initials
from analysis.articles.outlets import outlet_from_folder
from analysis.readers.decode import Unreadable, decode

_IGNORED = frozenset({"thumbs.db", "desktop.ini", "license", "license.txt"})


class Source(NamedTuple):
    """A file of a corpus: where it lies, its path in the corpus, the SHA-256 of its bytes ("" where it cannot be opened) and their number.

    `repeated` holds the lines of a copied page that its folder's other pages have too.
    """

    path: Path
    name: str
    sha: str
    size: int
    repeated: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """What the file's records depend on, as one hash: its bytes, and what its neighbours tell of it."""
        return hashlib.sha256("\n".join([self.sha, *self.repeated]).encode()).hexdigest() if self.repeated else self.sha


def files(raw: Path) -> list[Source]:
    """The files below `raw` in the order of their paths, but for README files, licences and hidden ones.

    Every file is hashed every time: the sizes and times that a file system keeps do not change with every edit or copy, and
    hashing 6,000 articles takes less than a second of processor time.
    """
    found = [path for path in raw.rglob("*") if path.is_file() and not _passed_over(path.relative_to(raw))]
    return sorted((source_of(path, _name(path.relative_to(raw))) for path in found), key=lambda source: source.name)


def _passed_over(path: Path) -> bool:
    return (
        any(part.startswith(".") for part in path.parts)
        or path.stem.upper() == "README"
        or path.name.lower() in _IGNORED
    )


def _name(path: Path) -> str:
    """A path as text; bytes in it that are no UTF-8 are spelled out, as Arrow needs it."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def source_of(path: Path, name: str) -> Source:
    """The file at `path`, called `name` in the corpus."""
    try:
        return Source(path, name, engine.file_hash(path), path.stat().st_size)
    except OSError:
        return Source(path, name, "", 0)  # reading it gives a reject that says why


def agency_codes(folders: Iterable[str]) -> dict[str, str]:
    """The initials of the agencies among the outlets of a corpus, as their datelines sign: {"CWS": "Continental Wire Service"}."""
    names = [name for folder in sorted(folders) if (name := outlet_from_folder(folder)) and expand_agency(name)]
    return {initials(name): name for name in names if len(initials(name)) > 1}


def folder_of(name: str, top: str) -> str:
    """The folder that a file lies in directly; `top`, the corpus's own, for one that lies in none."""
    return Path(name).parent.name or top


def with_repeated(sources: Sequence[Source], top: str) -> list[Source]:
    """`sources`, the copied pages (.txt) of a folder with those of their lines that recur on each other: an outlet's furniture."""
    pages = {
        place: _lines_of(source.path) for place, source in enumerate(sources) if source.name.lower().endswith(".txt")
    }
    folders: dict[str, list[int]] = {}
    for place in pages:
        folders.setdefault(folder_of(sources[place].name, top), []).append(place)
    found = list(sources)
    for places in folders.values():
        repeated = repeated_lines(["\n".join(pages[place]) for place in places])
        for place in places:
            found[place] = sources[place]._replace(repeated=tuple(sorted(repeated.intersection(pages[place]))))
    return found


def _lines_of(path: Path) -> list[str]:
    """The lines of a text file, white space evened out; none where it cannot be read."""
    try:
        text, _ = decode(path.read_bytes())
    except (OSError, Unreadable):
        return []
    return [" ".join(line.split()) for line in text.split("\n")]
