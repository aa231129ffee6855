"""List the files of a corpus, and find what only its other files can tell: agencies, and lines that recur."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from analysis import paths, stores
from analysis.articles.agencies import expand_agency, initials
from analysis.articles.outlets import outlet_from_folder
from analysis.articles.repeated_lines import repeated_lines
from analysis.code_version import file_hash
from analysis.readers import is_streamed, limits
from analysis.readers.archive import is_left_behind
from analysis.readers.decode import Unreadable, decode

_LARGEST_PAGE = 10_000_000  # bytes; a larger text is no copied page, and its lines are not compared with others
_IGNORED = frozenset({"license", "license.txt"})
_REMEDIES = {
    errno.EACCES: "; ask for the permission to read it",
    errno.ENAMETOOLONG: "; move it to a folder nearer to the top",
}


class RawFile(NamedTuple):
    """A file of a corpus."""

    path: Path
    name: str  # its path inside the corpus
    sha: str  # SHA-256 of its bytes in hex; "" if it is not to be read, or cannot be opened
    size: int  # in bytes
    repeated: tuple[str, ...] = ()  # of a copied page: its lines that other pages of the folder have, too
    problem: tuple[str, str] | None = None  # reason and detail, if it is not to be read

    @property
    def version(self) -> str:
        """A hash of all that the records of the file depend on: its bytes and its repeated lines."""
        return hashlib.sha256("\n".join([self.sha, *self.repeated]).encode()).hexdigest() if self.repeated else self.sha


def find_files(raw: Path) -> list[RawFile]:
    """Return the files below the folder `raw` in the order of their paths, without READMEs, licenses and hidden files.

    `raw` may be at an address of a store.

    Every file is hashed every time: its size and time do not change with every edit, and hashing 6,000 articles takes
    less than a second of processor time. What is not to be read is in the list with its problem: links that lead out of
    the folder, links to folders, folders that cannot be opened, files that are too large.

    Raises ValueError if there is no such folder or no file in it.
    """
    if not raw.is_dir():
        what = "is a file, not a folder" if raw.exists() else "does not exist"
        raise ValueError(
            f"the folder {paths.shown(raw)} {what}; give the folder that holds your articles, such as data/raw"
        )
    found = [path for path in _below(raw) if not _is_ignored(path.relative_to(raw))]
    if not found:
        raise ValueError(
            f"there is no file in {paths.shown(raw)}; put articles there (text copies, saved pages, exports), "
            "a folder per outlet"
        )
    top = None if stores.is_address(raw) else raw.resolve()
    look = stores.at_once if top is None else map
    files = look(lambda path: raw_file(path, path.relative_to(raw).as_posix(), top=top), found)
    return sorted(files, key=lambda file: file.name)


def _below(raw: Path) -> Iterator[Path]:
    """Yield files, links, and folders that cannot be opened, but no pipes and devices."""
    if stores.is_address(raw):
        yield from (path for path in stores.below(raw) if not _is_hidden(path.relative_to(raw)))
        return
    closed: list[OSError] = []
    for folder, folders, names in os.walk(raw, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (path for name in folders if _is_link(path := Path(folder, name)))
        yield from (path for name in names if _is_file(path := Path(folder, name)))
    yield from (Path(error.filename) for error in closed)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts[:-1])


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError:  # of a path that is too long: os.walk says so
        return False


def _is_file(path: Path) -> bool:
    """Return whether there is a file, a link, or what cannot be looked at, such as a path that is too long."""
    try:
        return path.is_symlink() or stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _is_ignored(path: Path) -> bool:
    return is_left_behind(path.as_posix()) or path.stem.upper() == "README" or path.name.lower() in _IGNORED


def _as_text(name: str) -> str:
    r"""Return a path as text that Arrow can store: bytes that are not UTF-8 become escapes such as \xe9."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def raw_file(path: Path, name: str, *, top: Path | None = None) -> RawFile:
    """Return the file at `path`, called `name` in the corpus; with a problem if it is not to be read.

    With a folder `top`, a link that leads out of it is not, so that nobody's own files get among the articles by a link
    in a folder that came from elsewhere.
    """
    name = _as_text(name)
    try:
        size = path.stat().st_size
        if problem := _problem(path, size, top):
            return RawFile(path, name, "", size, problem=problem)
        return RawFile(path, name, file_hash(path), size)
    except (OSError, RuntimeError) as error:  # the latter for links in a ring
        remedy = _REMEDIES.get(getattr(error, "errno", 0), "")
        detail = f"{getattr(error, 'strerror', None) or error}{remedy}"
        return RawFile(path, name, "", 0, problem=("cannot be opened", detail))


def _problem(path: Path, size: int, top: Path | None) -> tuple[str, str] | None:
    """Return why a file is not to be read; None if it is."""
    if not stores.is_address(path) and path.is_dir():
        return "cannot be opened", (
            "a link to a folder, which is not followed; copy the folder"
            if path.is_symlink()
            else "a folder that may not be listed; ask for the permission"
        )
    if top and path.is_symlink() and not path.resolve().is_relative_to(top):
        return "link out of the folder", f"it leads to {path.resolve()}; copy that file if you want it read"
    if not stores.is_address(path) and not path.is_file():
        return "cannot be opened", "a link to a pipe, a socket or a device, which is not read"
    if limits.is_too_large(size) and not is_streamed(path):
        error = limits.over("unpacked_mb", f"a file of {size >> 20:,} MB", needed=size / (1 << 20))
        return error.reason, error.detail
    return None


def agency_codes(folders: Iterable[str]) -> dict[str, str]:
    """Return the initials that the agencies among the outlets use in datelines: {"CWS": "Continental Wire Service"}."""
    names = [name for folder in sorted(folders) if (name := outlet_from_folder(folder)) and expand_agency(name)]
    return {initials(name): name for name in names if len(initials(name)) > 1}


def folder_of(name: str, top: str) -> str:
    """Return the name of the folder that a file is in; `top`, the corpus's own, if it is in none."""
    return Path(name).parent.name or top


def add_repeated_lines(files: Sequence[RawFile], top: str) -> list[RawFile]:
    """Return the files; copied pages (.txt) with those of their lines that recur on other pages of the same folder."""
    pages = {place: _lines_of(file.path) for place, file in enumerate(files) if _is_page(file)}
    folders: dict[str, list[int]] = {}
    for place in pages:
        folders.setdefault(folder_of(files[place].name, top), []).append(place)
    result = list(files)
    for places in folders.values():
        repeated = repeated_lines(["\n".join(pages[place]) for place in places])
        for place in places:
            result[place] = files[place]._replace(repeated=tuple(sorted(repeated.intersection(pages[place]))))
    return result


def _is_page(file: RawFile) -> bool:
    return file.name.lower().endswith(".txt") and bool(file.sha) and file.size <= _LARGEST_PAGE


def _lines_of(path: Path) -> list[str]:
    """Return the lines of a text file with single spaces; none if it cannot be read."""
    try:
        text, _ = decode(path.read_bytes())
    except (OSError, Unreadable):
        return []
    return [" ".join(line.split()) for line in text.split("\n")]
