"""Name a file that no reader knows by the signs that it begins with: an archive, a store of data, a picture."""

import re
from contextlib import suppress

from analysis.readers import archive
from analysis.readers.decode import Unreadable

_UNPACK, _AS_CSV = "; unpack it", "; save it as CSV"
# How files begin, blanks and a byte-order mark aside. What prose may begin with, too, goes on with signs of its own.
_BEGINS = {
    "a PDF": rb"%PDF",
    "an image": rb"\x89PNG|\xff\xd8\xff|GIF8[79]a",
    "an old Office file": rb"\xd0\xcf\x11\xe0",
    "a program": rb"\x7fELF",
    "an RTF file": rb"\{\\rtf",
    "an OpenDocument file; save it as .docx, .xlsx or .csv": rb"(?:<\?xml[^>]{0,200}>\s{0,99})?<office:document\b",
    "a bzip2 file" + _UNPACK: rb"BZh[1-9]",
    "an xz file" + _UNPACK: rb"\xfd7zXZ",
    "a zstd file" + _UNPACK: rb"\x28\xb5\x2f\xfd",
    "a 7z file" + _UNPACK: rb"7z\xbc\xaf",
    "a RAR file" + _UNPACK: rb"Rar!",
    "an lz4 file" + _UNPACK: rb"\x04\x22\x4d\x18",
    "an lzip file" + _UNPACK: rb"LZIP[\0\1]",
    "a file of compress" + _UNPACK: rb"\x1f\x9d",
    "an LHA file" + _UNPACK: rb"[^\n]{2}-l[hz][\dsd]-",
    "an ARJ file" + _UNPACK: rb"\x60\xea[\x1e-\x60]\0",
    "a cabinet file" + _UNPACK: rb"MSCF\0{4}",
    "a xar file" + _UNPACK: rb"xar!\0",
    "an RPM package" + _UNPACK: rb"\xed\xab\xee\xdb",
    "an ar file, such as a package of Debian" + _UNPACK: rb"!<arch>\n[^\n]{58}`\n",
    "a cpio file" + _UNPACK: rb"07070[12][\dA-Fa-f]{104}|070707[0-7]{70}|(?:\xc7\x71|\x71\xc7)[\s\S]{24}[^\0]{1,300}\0",
    "an SQLite database" + _AS_CSV: rb"SQLite format 3",
    "an Access database" + _AS_CSV: rb"\0\x01\0\0Standard (?:Jet|ACE) DB",
    "a DuckDB database" + _AS_CSV: rb"[\s\S]{8}DUCK[\s\S]\0",
    "an HDF5 file" + _AS_CSV: rb"\x89HDF",
    "a NetCDF file" + _AS_CSV: rb"CDF[\1\2\5]",
    "an SPSS file" + _AS_CSV: rb"\$FL[23]@\(#\)",
    "a Stata file" + _AS_CSV: rb"<stata_dta>|[\x6c-\x73][\1\2]\x01\0",
    "an SAS file" + _AS_CSV: rb"\0{12}\xc2\xea\x81\x60|HEADER RECORD\*{7}",
    "an R file of data" + _AS_CSV: rb"RD[XAB][23]\n|X\n\0\0\0[\2\3]\0",
    "a MATLAB file" + _AS_CSV: rb"MATLAB \d\.\d MAT-file",
    "a NumPy file" + _AS_CSV: rb"\x93NUMPY",
    "a pickle of Python" + _AS_CSV: rb"\x80[\2-\5](?:\x95|[\]}(c])",
    "a Feather file; save it as Parquet": rb"FEA1\0",
    "an Arrow file; save it as Parquet": rb"ARROW1\0\0",
    "an Avro file; save it as Parquet": rb"Obj\x01",
    "an ORC file; save it as Parquet": rb"ORC[\0-\x08]",
}  # fmt: skip
_SIGNS = [(kind, re.compile(begins)) for kind, begins in _BEGINS.items()]
_LOOKED_AT = 1000  # bytes
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_DISK = slice(32769, 32774), b"CD001"  # where and how an image of a disk says what it is
_TAR = slice(257, 262), b"ustar"
_SUM = slice(148, 156)  # of the bytes of a tar file's first header


def kind_of(data: bytes) -> str:
    r"""Return what a file is, with what to do about it; "" where its signs do not tell.

    >>> kind_of(b"SQLite format 3\0"), kind_of(b"SQLite is a database.")
    ('an SQLite database; save it as CSV', '')
    """
    first = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf")
    if first.lstrip().startswith(archive.ZIP):
        return _zipped(data)
    if _is_tar(data):
        return "a tar file" + _UNPACK
    if data[_DISK[0]] == _DISK[1]:
        return "an image of a disk; copy the files out of it"
    starts = (first, first.lstrip())
    return next((kind for kind, begins in _SIGNS if any(map(begins.match, starts))), "")


def _zipped(data: bytes) -> str:
    """Return what a program packed as a ZIP, by what OpenDocument files and books say of themselves."""
    said = b""
    if "mimetype" in archive.names(data):
        with suppress(Unreadable):
            said = archive.read_member(archive.open_zip(data), "mimetype")[:_LOOKED_AT]
    if said.startswith(_OPEN_DOCUMENT):
        return "an OpenDocument file; save it as .docx, .xlsx or .csv"
    return "a book (EPUB)" if said.startswith(b"application/epub") else "an Office file or a book"


def _is_tar(data: bytes) -> bool:
    """Return whether a file begins with the header of a tar file; an old one shows by the sum of its bytes."""
    if data[_TAR[0]] == _TAR[1]:
        return True
    said = data[_SUM].strip(b" \0")
    is_sum = len(data) >= 512 and bool(re.fullmatch(rb"[0-7]{3,7}", said))
    return is_sum and int(said, 8) == sum(data[:148]) + 8 * ord(" ") + sum(data[156:512])
