"""Unpack .gz and .zip files, with limits, so that a small file cannot fill the memory."""

import gzip
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from analysis.readers import limits
from analysis.readers.decode import Unreadable

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"  # how these files begin
EMPTY_ZIP = b"PK\x05\x06"
MAX_RATIO = 300  # text packs to about 1/5 of its size, a table of one value to 1/100, a bomb to 1/1000 and less
# In the ZIP of an Office file, an OpenDocument file, an e-book:
_OF_DOCUMENTS = {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "xl/workbook.xml", "mimetype"}
_SMALL = 1 << 24  # below this size no ratio is dangerous
_LEFT_BEHIND = re.compile(r"(?:^|/)(?:__MACOSX/|\.(?!\.?(?:/|$))|(?:thumbs\.db|desktop\.ini)$)", re.I)
DAMAGED = (zipfile.BadZipFile, OSError, EOFError, zlib.error, NotImplementedError, RuntimeError, ValueError)


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes] | gzip.GzipFile]:
    """Open a file to read its lines, unpacked if it is packed with gzip. Raises OSError if it cannot be opened."""
    with path.open("rb") as file:
        # Files of stores read no line with a limit.
        stream = file if isinstance(file, io.BufferedReader) else io.BufferedReader(file)
        packed = stream.read(2) == GZIP
        stream.seek(0)
        yield gzip.GzipFile(fileobj=stream) if packed else stream


def gunzip(data: bytes) -> tuple[bytes, list[str]]:
    """Return the unpacked content of gzip `data`, and a note if other bytes stand behind it.

    Raises Unreadable if it is damaged or too large.

    >>> gunzip(gzip.compress(b"Rain") + b"!")
    (b'Rain', ['left out 1 bytes behind the packed file'])
    """
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            return read_limited(stream.read, len(data), int.from_bytes(data[-4:], "little")), []
    except (OSError, EOFError, zlib.error) as error:
        end = gzip_end(data)
        if not 0 < end < len(data):
            raise Unreadable("damaged gzip", str(error)) from None
    return gunzip(data[:end])[0], [f"left out {len(data) - end:,} bytes behind the packed file"]


def gzip_end(data: bytes) -> int:
    """Return where gzip `data` ends, which may hold several files; 0 where one of them is damaged or cut off."""
    end = 0
    while data[end : end + 2] == GZIP:
        unpack, rest = zlib.decompressobj(31), data[end:]
        try:
            while rest and not unpack.eof:
                unpack.decompress(rest, _SMALL)
                rest = unpack.unconsumed_tail
        except zlib.error:
            return 0
        if not unpack.eof:
            return 0
        end = len(data) - len(unpack.unused_data)
    return end


def read_limited(read: Callable[[int], bytes], packed: int, said: int) -> bytes:
    """Return all that `read` gives. Raises Unreadable if that is too much, or suspiciously much for `packed` bytes."""
    parts, size = [], 0
    while part := read(_SMALL):
        parts.append(part)
        size += len(part)
        check_size(size, said=said)
        if size > max(_SMALL, MAX_RATIO * packed):
            raise Unreadable(
                "too large when unpacked",
                f"{packed:,} bytes unpack to more than {size:,}; unpack it yourself if it is what you want",
            )
    return b"".join(parts)


def check_size(n_bytes: int, *, share: float = 1, said: int = 0) -> None:
    """Raise Unreadable if that is more than a file may unpack to.

    `share` is the part of the limit that counts, `said` what the file says that it unpacks to.
    """
    if n_bytes > limits.current().unpacked_mb * share * (1 << 20):
        needed = max(n_bytes, said) / share / (1 << 20)
        raise limits.over("unpacked_mb", f"it unpacks to more than {n_bytes >> 20:,} MB", needed=needed)


def parts(data: bytes) -> list[bytes]:
    """Return the ZIP files in `data`, one behind the other, without what stands above the first.

    A ZIP is read from its end, so that what stands above it would be left out without a word.
    """
    found: list[bytes] = []
    while data:
        begins = _start(data)
        found.insert(0, data[begins:])
        data = data[:begins] if ZIP in data[:begins] and EMPTY_ZIP in data[:begins] else b""
    return found


def _start(data: bytes) -> int:
    """Return where the last ZIP in `data` begins."""
    at = data.rfind(EMPTY_ZIP)
    if at < 0 or len(data) < at + 20:
        return 0
    size, offset = struct.unpack("<LL", data[at + 12 : at + 20])
    begins = at - size - offset
    return begins if begins > 0 and data[begins : begins + 4] == ZIP else 0


def open_zip(data: bytes) -> zipfile.ZipFile:
    """Return the opened ZIP file. Raises Unreadable if its directory is damaged."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED as error:
        raise Unreadable("damaged zip", str(error)) from None
    for info in archive.infolist():
        if "\\" in info.filename:  # as some programs of Windows write it
            info.filename = info.filename.replace("\\", "/")
            archive.NameToInfo[info.filename] = info
    return archive


def read_member(archive: zipfile.ZipFile, name: str | zipfile.ZipInfo) -> bytes:
    """Return one file of a ZIP, by its name or its entry.

    Raises Unreadable if it is damaged, encrypted or too large, and KeyError if there is no file of that name.
    """
    info = archive.getinfo(name) if isinstance(name, str) else name
    if info.flag_bits & 1:
        raise Unreadable("encrypted", "it needs a password; unpack it yourself")
    try:
        with archive.open(info) as stream:
            return read_limited(stream.read, info.compress_size, info.file_size)
    except DAMAGED as error:
        raise Unreadable("damaged zip member", str(error)) from None


def names(data: bytes) -> list[str]:
    """Return the names of the files in a ZIP, in its order; empty if the ZIP is damaged."""
    try:
        return [info.filename for info in _files(open_zip(data))]
    except Unreadable:
        return []


def is_bundle(data: bytes) -> bool:
    """Return whether `data` is a ZIP of files, and not a document or book that a program packs as a ZIP."""
    return data.startswith((ZIP, EMPTY_ZIP)) and not _OF_DOCUMENTS & set(names(data))


def is_left_behind(path: str) -> bool:
    """Return whether a file is hidden, lies in a hidden folder, or is one that a file manager leaves behind.

    >>> is_left_behind(".git/config"), is_left_behind("a/Thumbs.db"), is_left_behind("../a.txt")
    (True, True, False)
    """
    return bool(_LEFT_BEHIND.search(path))


def _files(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the entries of a ZIP's files; two may have the same name."""
    names = ((info, info.filename) for info in archive.infolist())
    return [info for info, name in names if not name.endswith("/") and not is_left_behind(name)]


def members(data: bytes) -> Iterator[tuple[str, bytes | Unreadable]]:
    """Yield the name and content of each file in a ZIP, or why the file cannot be read.

    Raises Unreadable if the ZIP as a whole is damaged or empty.
    """
    archive = open_zip(data)
    found = _files(archive)
    if not found:
        raise Unreadable("empty file", "a ZIP without files")
    if len(found) > limits.current().members:
        raise limits.over("members", f"a ZIP of {len(found):,} files", needed=len(found))
    for info in found:
        try:
            yield info.filename, read_member(archive, info)
        except Unreadable as error:
            yield info.filename, error
