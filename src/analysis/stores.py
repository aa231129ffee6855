"""Where tables and articles lie: in a folder of this machine or at an address, s3://bucket/folder; what differs then.

An address becomes a path of universal-pathlib, which has the methods of pathlib for every store that fsspec
knows. So tables are named, listed and deleted alike wherever they lie. What is not alike stands here and nowhere else:
files that are whole or not there, names that change, and whether a file is still the same.
"""

import hashlib
import io
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

# Stores of objects: they have no folders, cannot rename, and what is put there is there whole or not at all.
_OBJECTS = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "memory"})
_AT_ONCE = 16  # questions
_BECAME_A_PATH = re.compile(r"[a-z][a-z0-9+.-]{1,20}:/[^/]")  # of an address, `Path` leaves "s3:/bucket"

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def is_address(path: str | Path) -> bool:
    """Return whether a path is at an address of a store.

    >>> is_address("s3://newsroom/tables"), is_address(Path("data/processed"))
    (True, False)
    """
    return "://" in str(path)


def as_path(path: str | Path) -> Path:
    """Return the path that a text names; of an address, one of universal-pathlib with the methods of `Path`.

    Raises
    ------
    ValueError
        If there is no such store, it does not answer, or its packages are not installed.
    """
    if not isinstance(path, str):
        if _BECAME_A_PATH.match(str(path)):
            raise ValueError(f"{path} was an address, which `Path` changes; give it as text")
        return path
    if not is_address(path):
        return Path(path)
    return _at_address(path.rstrip("/"))


@cache
def _at_address(address: str) -> Path:
    """Return the path of an address; that its store answers is checked once in a process."""
    if any(sign in address for sign in "*?["):
        raise ValueError(f"{address} holds one of the signs * ? [, which stores read as a pattern; give another folder")
    try:
        from upath import UPath

        # Other processes write there, so a list of files that this one saw before is of no use.
        path: Any = UPath(address, use_listings_cache=False)
        found = path.exists() or not path.drive or path.fs.exists(path.drive)
    except ImportError as error:
        raise ValueError(
            f"{address} needs more packages; for S3 run: pip install 'broadsheet[cluster]' ({error})"
        ) from None
    except PermissionError as error:
        raise ValueError(
            f"{address} may not be used with these credentials ({error}); ask for the permission to list, read, write "
            "and delete there"
        ) from None
    except Exception as error:  # each store has errors of its own
        raise ValueError(
            f"{address} cannot be used: {' '.join(str(error).split()) or type(error).__name__}; check the address, the "
            "network, and the environment variables that hold your credentials, such as AWS_ACCESS_KEY_ID"
        ) from None
    if not found:
        raise ValueError(f"there is no bucket {path.drive} for {address}; make it first, or check the name")
    return path  # type: ignore[no-any-return]


def on_this_machine(folder: Path) -> Path:
    """Return a folder of this machine for the lock and the scratch files of a folder of tables: itself if it is here.

    For an address it is a folder of the user's cache.
    """
    if not is_address(folder):
        return folder
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return caches / "broadsheet" / hashlib.sha256(str(folder).encode()).hexdigest()[:16]


def inside(folder: Path) -> list[Path]:
    """Return the files and folders in a folder."""
    if not is_address(folder):
        return list(folder.iterdir())
    place: Any = folder
    # A folder that somebody made by hand in a store of objects is an object, and lists itself.
    names = [name.rstrip("/") for name in place.fs.ls(place.path, detail=False)]
    return [folder / name.rpartition("/")[2] for name in names if name != place.path]


def below(address: Path) -> list[Path]:
    """Return the files in a folder at an address, and in the folders in it."""
    place: Any = address
    names = [name for name in place.fs.find(place.path) if not name.endswith("/")]  # as an object, a folder ends so
    return [address / name.removeprefix(place.path).lstrip("/") for name in names]


def make_folder(folder: Path) -> None:
    """Make a folder, and those around it; a store of objects needs none."""
    if not _holds_objects(folder):
        folder.mkdir(parents=True, exist_ok=True)


def write_whole(path: Path, write: Callable[[Any], object]) -> None:
    """Write a file so that others see it whole or not at all; a failure leaves the former file as it was.

    Parameters
    ----------
    path : Path
        The file; its folder is made if it is not there.
    write : callable
        Called with the path or with the stream to write to, as pyarrow takes both.
    """
    place: Any = path
    make_folder(path.parent)
    temporary = place.with_name(f".{path.name}.{uuid4().hex}")  # two machines may have processes of one number
    if not is_address(path):
        try:
            write(temporary)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        return
    write(content := io.BytesIO())
    if _holds_objects(path):
        place.fs.pipe_file(place.path, content.getvalue())
    else:
        place.fs.pipe_file(temporary.path, content.getvalue())
        place.fs.mv(temporary.path, place.path)


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """Give what Arrow reads a file from: the path, or a stream of which only what is asked for is transferred."""
    if is_address(path):
        place: Any = path
        with place.open("rb", cache_type="none") as stream:
            yield stream
    else:
        yield path


def state(path: Path) -> str:
    """Return a text that is another one as soon as somebody writes to the file, without reading the file."""
    if is_address(path):
        place: Any = path
        return str(place.fs.ukey(place.path))
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"


def at_once(function: Callable[[_Item], _Result], items: Iterable[_Item]) -> list[_Result]:
    """Return what `function` gives for each item, of many at a time: for questions to a store, which answers slowly."""
    context = copy_context()  # threads begin without the limits, say, that are set here
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(lambda item: context.copy().run(function, item), items))


def rename_files(moves: Sequence[tuple[Path, Path]]) -> None:
    """Give files other names in their folder, also names that others of them have until now."""
    for source, target in moves:
        source.rename(target.with_suffix(".moved"))
    for _, target in moves:
        between = target.with_suffix(".moved")
        between.rename(target) if is_address(between) else between.replace(target)


def put_in_place(new: Path, target: Path, aside: Path) -> None:
    """Let a file or folder take the place of another one, which goes to `aside`, or is deleted in a store."""
    if is_address(target):
        remove(target)
        _move_all(new, target)
        return
    if target.exists():
        target.rename(aside)
    new.rename(target)


def _move_all(source: Any, target: Any) -> None:
    """Move a file, or all that a folder holds, to another address."""
    if not _holds_objects(source):
        source.fs.mv(source.path, target.path, recursive=True)
        return
    found = source.fs.find(source.path)
    source.fs.copy(found, [target.path + name.removeprefix(source.path) for name in found], on_error="raise")
    source.fs.rm(found)


def remove(path: Path) -> None:
    """Delete a folder with all that it holds, if it is there."""
    if is_address(path):
        place: Any = path
        if place.exists():
            place.fs.rm(place.path, recursive=True)
    else:
        shutil.rmtree(path, ignore_errors=True)


def copy_file(source: Path, target: Path) -> None:
    """Give a file a second name, or copy it where there are no second names."""
    if is_address(source):
        place: Any = source
        copy: Any = target
        place.fs.cp_file(place.path, copy.path)
        return
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _holds_objects(path: Path) -> bool:
    place: Any = path
    return is_address(path) and place.protocol in _OBJECTS
