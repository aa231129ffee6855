"""Bytes to text, and text without the characters that no article has."""

import codecs
import re

_BOMS = {  # longest first: the UTF-32 mark begins with the UTF-16 one
    codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32", codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # control characters that a text file has none of
_STRAY = {
    "NUL and control characters": re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]"),
    "lone surrogates": re.compile(r"[\ud800-\udfff]"),  # half a character, left by a broken export; cuts trafilatura's text
    "bidi controls": re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]"),
    "zero-width characters": re.compile(r"[\u200b\u2060\ufeff\u00ad]"),
}


class Unreadable(Exception):
    """Why a file gives no text: a reason to count by, and the detail of this file."""

    def __init__(self, reason: str, detail: str):
        super().__init__(reason, detail)
        self.reason, self.detail = reason, detail


def decode(data: bytes) -> tuple[str, list[str]]:
    """The text in `data` and notes on what was guessed: by its byte-order mark, else UTF-8, else Windows-1252.

    Stray characters are left to `clean`, so that a note on them stands with the article that has them. Raises Unreadable for
    what is no text.

    >>> decode("“Sí”".encode("cp1252"))
    ('“Sí”', ['read as Windows-1252'])
    """
    encoding = next((name for mark, name in _BOMS.items() if data.startswith(mark)), "utf-8")
    notes = []
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise Unreadable("not text", f"marked as {encoding} but {error.reason}") from None
        text, notes = data.decode("cp1252", errors="replace"), ["read as Windows-1252"]
    start = text[:8192]
    if len(_NO_TEXT.findall(start)) > max(len(start) // 50, 4):
        raise Unreadable("not text", "more than one character in fifty is a control character")
    return re.sub(r"\r\n?", "\n", text), notes


def clean(text: str) -> tuple[str, list[str]]:
    """`text` with one kind of line end and without stray characters, and a note for each kind that was removed.

    >>> clean("tax\\x00 rolls\\r\\n")
    ('tax rolls\\n', ['removed NUL and control characters'])
    """
    text = re.sub(r"\r\n?|\u2028|\u0085", "\n", text).replace("\u2029", "\n\n")
    notes = []
    for kind, pattern in _STRAY.items():
        text, count = pattern.subn("", text)
        if count and kind != "zero-width characters":  # these are layout, common and without meaning
            notes.append(f"removed {kind}")
    return text, notes
