"""What is packed, unpacked: .gz and .zip, with limits, so that a small file cannot fill the memory."""

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from analysis.readers.decode import Unreadable

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
MAX_BYTES = 1 << 30  # one file unpacked; streams of JSON Lines are not bound to it
MAX_RATIO = 300  # text packs to about a fifth, a table of one value to a hundredth; bombs reach 1,000
_SMALL = 1 << 24  # below this no ratio is dangerous
_NOT_FILES = re.compile(r"(?:^|/)(?:__MACOSX/|\.[^/]*$|[Tt]humbs\.db$)|/$")  # left by file managers; no one's content
DAMAGED = (zipfile.BadZipFile, OSError, EOFError, zlib.error, NotImplementedError, RuntimeError, ValueError)


def gunzip(data: bytes) -> bytes:
    """What `data` holds packed by gzip. Raises Unreadable when it is damaged or unpacks to too much.

    >>> gunzip(gzip.compress(b"Rain"))
    b'Rain'
    """
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            return _limited(stream, len(data))
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable("damaged gzip", str(error)) from None


def _limited(stream, packed: int) -> bytes:
    """All of `stream`. Raises Unreadable when that is too much, or far more than its `packed` bytes can honestly hold."""
    parts, size = [], 0
    while part := stream.read(_SMALL):
        parts.append(part)
        size += len(part)
        if size > MAX_BYTES or size > max(_SMALL, MAX_RATIO * packed):
            raise Unreadable(
                "too large when unpacked",
                f"{packed:,} bytes unpack to more than {size:,}; unpack it yourself if it is what you want",
            )
    return b"".join(parts)


def open_zip(data: bytes) -> zipfile.ZipFile:
    """The ZIP in `data`, its directory read. Raises Unreadable when that is damaged."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED as error:
        raise Unreadable("damaged zip", str(error)) from None


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """One file of a ZIP. Raises Unreadable when it is damaged, encrypted or too large, KeyError when there is none of that name."""
    info = archive.getinfo(name)
    if info.flag_bits & 1:
        raise Unreadable("encrypted", "it needs a password; unpack it yourself")
    try:
        with archive.open(info) as stream:
            return _limited(stream, info.compress_size)
    except DAMAGED as error:
        raise Unreadable("damaged zip member", str(error)) from None


def names(data: bytes) -> list[str]:
    """The names of the files in the ZIP `data`, in its order, without folders and file managers' leavings; empty when it is damaged."""
    try:
        return [info.filename for info in open_zip(data).infolist() if not _NOT_FILES.search(info.filename)]
    except Unreadable:
        return []


def members(data: bytes) -> Iterator[tuple[str, bytes | Unreadable]]:
    """Each file of the ZIP `data` with its content, or with why it cannot be read. Raises Unreadable when the whole is damaged."""
    archive = open_zip(data)
    if not names(data):
        raise Unreadable("empty file", "a ZIP without files")
    for name in names(data):
        try:
            yield name, read_member(archive, name)
        except Unreadable as error:
            yield name, error
