"""Turn bytes into text: by their byte-order mark, as UTF-8, by what they declare, or by the letters that they give."""

import codecs
import quopri
import re

_BOMS = {  # byte-order marks, longest first: the UTF-32 mark begins with the UTF-16 one
    codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32", codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
_ESCAPES = {b"\x1b$B": "iso2022_jp_ext", b"\x1b$@": "iso2022_jp_ext", b"\x1b$)C": "iso2022_kr"}  # all bytes are ASCII
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ud800-\udfff]")  # a text file has none of these characters
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.I
)
# Encodings that pages are written in, by Python's names for them. ISO 8859-1 and ASCII are none: browsers read these as
# Windows-1252, so that is what pages mean by them (WHATWG Encoding Standard).
_LEGACY = re.compile(r"cp\d|iso8859(?!-1$)|koi8|gb|hz$|big5|euc|shift|johab|mac|ptcp|tis")
_HALF = re.compile(r"[\udcc2-\udcf4][\udc80-\udcbf]+")  # bytes of a UTF-8 character that was cut off
_SAMPLE = 1 << 15  # bytes that the detector looks at
_EUROPEAN = ("cp1252", "mac_roman", "cp1250", "iso8859-2", "cp850", "cp852")  # the commonest first
_CAPITAL, _SMALL = "À-ÞŒŠŽŸĂĄĆČĎĐĘĚĹĽŁŃŇŐŔŘŚŞŤŢŮŰŹŻ", "a-zß-ÿœšžăąćčďđęěĺľłńňőŕřśşťţůűźż"
# Where an encoding cannot be the right one: a sign or a capital behind a small letter, a sign at the start of a word,
# a quotation mark that became a letter ("ÒNo").
_ODD = re.compile(
    rf"\ufffd|(?<=[{_SMALL}])(?:[^\w\s\x00-\x7f\u2010-\u201f…·]|[ª²³¹º¼-¾])(?=[{_SMALL}])"
    rf"|(?<=[{_SMALL}])[{_CAPITAL}](?![A-Z{_CAPITAL}])"
    rf"|(?<![^\W\d_])(?:[{_CAPITAL}](?=[A-Z][a-z])|[\x80-\x9f¢-ª¯²³¸-º¼-¾](?=[{_SMALL}]))"
)

LOST = "\ufdd0"  # may stand in place of each NUL: Unicode has it for such uses, and no text holds it
_FEWEST_NULS = 4
_PADDING = "\0\r\n "  # at the ends of a text with NULs
_NULS = re.compile(f"\x00{{{_FEWEST_NULS},}}")  # what a program leaves in a file that it did not write to its end
# Letters of Icelandic, which are Turkish ones in Windows-1254, and frequent words of Turkish.
_ICELANDIC, _FEWEST_TURKISH = re.compile("[\u00d0\u00dd\u00de\u00f0\u00fd\u00fe]"), 3
_TURKISH = re.compile(r"\b(?:bir|i\u00e7in|daha|gibi|sonra|olarak|kadar|dedi|oldu\u011fu|y\u0131l)\b")
_END_OF_FILE = "\x1a"  # of DOS
# Letters as codes of ASCII, for the sake of mail and old programs.
_CODED_CHINESE = re.compile(r"~\{[!-~]{2,4000}~\}")
_MODIFIED = re.compile(r"\+[A-Za-z0-9/]{2,400}-")
_MODIFIED_WORD = re.compile(r"(?<!\S)\+[A-Z][A-Za-z0-9/]{2,400}(?=[\s.,])")
_QUOTED = re.compile(r"=(?:[0-9A-F]{2}|\n)")
_SOFT_BREAK = re.compile(r"=\n")
_FEWEST_WORDS = 5  # that begin with a plus sign and a capital
_FEWEST_BREAKS = 2  # lines that go on behind a sign of equality, which no other text has


class Unreadable(Exception):
    """Say why a file gives no text: `reason` is worded so that it can be counted, `detail` is about this file."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(reason, detail)
        self.reason, self.detail = reason, detail


def decode(data: bytes, *, lost: str = "") -> tuple[str, list[str]]:
    """Return the text in `data`, with notes on what was guessed.

    The encoding is that of the byte-order mark, else UTF-8, else the one that the page itself declares, else
    Windows-1252. A detector decides only if Windows-1252 has no character for one of the bytes, or gives mostly
    accented letters. In a text that is mostly UTF-8, single bytes of another encoding are read as Windows-1252. Wrongly
    decoded characters are left to `clean`, which notes them with the article they are in.

    NULs in a row, where a disk or a program lost what stood there, are left out, or `lost` stands in place of each;
    those at the ends are padding. Raises Unreadable for bytes that are not text.

    >>> decode("“Sí”".encode("cp1252"))
    ('“Sí”', ['read as Windows-1252'])
    """
    marked = next((name for mark, name in _BOMS.items() if data.startswith(mark)), "") or _wide(data)
    if marked in _BOMS.values() and (narrow := _below_wrong_mark(data)) is not None:
        return narrow
    text, notes = _marked(data, marked) if marked else _unmarked(data)
    start = text[:8192]
    strange = len(_NO_TEXT.findall(start))
    if "\0" * _FEWEST_NULS in text and not _NO_TEXT.search(
        whole := _NULS.sub(lambda found: lost * len(found[0]), text.strip(_PADDING))
    ):
        text, strange, notes = whole, 0, [*notes, "removed NUL and control characters"]
    if strange > max(len(start) // 50, 4) or 2 * strange > len(start):
        raise Unreadable("not text", "more than one character in fifty is a control character")
    return re.sub(r"\r\n?", "\n", text).rstrip(_END_OF_FILE), notes


def _wide(data: bytes) -> str:
    """Return which wide encoding (UTF-16, UTF-32) bytes without a mark are in, by their spaces; "" for none."""
    sample = data[: min(_SAMPLE, len(data)) // 4 * 4]
    if not re.search(rb"[\x00-\x08\x0e-\x1a]", sample):
        return ""
    spaced = {}
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = sample.decode(encoding, "surrogatepass")
        except UnicodeDecodeError:
            continue
        if len(_NO_TEXT.findall(text)) <= len(text) / 50:
            spaced[encoding] = len(re.findall("[ \n.,、。]", text)) / len(text)
    best = max(spaced, key=lambda encoding: spaced[encoding], default="")
    return best if spaced.get(best, 0) > 0.02 else ""


def _below_wrong_mark(data: bytes) -> tuple[str, list[str]] | None:
    """Return UTF-8 below the mark of UTF-16: it has blanks and no NUL; a long text in UTF-16 is not correct UTF-8."""
    if data.startswith(codecs.BOM_UTF8) or b"\0" in data or data.count(b" ") * 20 < max(len(data), 100):
        return None
    try:
        text = data[2:].decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text, ["read as UTF-8, which its mark does not say"]


def _marked(data: bytes, encoding: str) -> tuple[str, list[str]]:
    """Decode bytes whose mark or look names an encoding."""
    if encoding == "utf-8-sig":
        return _unmarked(data[len(codecs.BOM_UTF8) :])
    notes = [] if encoding in _BOMS.values() else [f"read as {encoding.upper()[:6]}, which it does not say"]
    width = int(encoding[4:6]) // 8
    try:
        return data[: len(data) // width * width].decode(encoding, "surrogatepass"), notes
    except UnicodeDecodeError as error:
        raise Unreadable("not text", f"marked as {encoding} but {error.reason}") from None


def _unmarked(data: bytes) -> tuple[str, list[str]]:
    """Decode bytes without a mark: the first way that works."""
    try:
        if escaped := next((name for escape, name in _ESCAPES.items() if escape in data), ""):
            return data.decode(escaped), [f"read as {escaped[:10]}, as its escapes say"]
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    try:  # some programs write the two halves of a wide character one by one: join them
        halves = data.decode("utf-8", "surrogatepass")
        return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass"), []
    except UnicodeDecodeError:
        return _as_declared(data) or _mostly_utf8(data) or _as_windows(data) or _detected(data)


def _as_declared(data: bytes) -> tuple[str, list[str]] | None:
    """Decode bytes in the encoding that the page declares, if that is one of the old ones and fits."""
    found = _DECLARED.search(data[:4096])
    name = (found[1] or found[2]).decode("ascii", "replace") if found else ""
    try:
        codec = codecs.lookup(name).name
        return (data.decode(codec), [f"read as {name}, as declared"]) if _LEGACY.match(codec) else None
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _mostly_utf8(data: bytes) -> tuple[str, list[str]] | None:
    """Decode bytes that are UTF-8 for the most part: a file that was pasted together, or damaged."""
    text = data.decode("utf-8", "surrogateescape")
    wrong = len(re.findall(r"[\udc80-\udcff]", text))
    if len(re.findall(r"[^\x00-\x7f\udc80-\udcff]", text)) <= wrong:
        return None
    text = _HALF.sub("\ufffd", text)
    text = re.sub(r"[\udc80-\udcff]", lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", "replace"), text)
    return text, ["read bytes that are not UTF-8 as Windows-1252"]


def _as_windows(data: bytes) -> tuple[str, list[str]] | None:
    """Decode bytes as Windows-1252 or, where that puts signs into words, in the European encoding that puts fewest.

    None if that gives too many accented letters for any language: text in another alphabet looks like this.
    """
    text = data[:_SAMPLE].decode("cp1252", "replace")
    accented = len(re.findall(r"[À-ÿ]", text))
    if accented > 20 and accented > 0.4 * len(re.findall(r"[^\W\d_]", text)):
        return None
    if len(_ICELANDIC.findall(text)) >= _FEWEST_TURKISH and _TURKISH.search(
        turkish := data.decode("cp1254", "replace")
    ):
        return turkish, [_by_letters("cp1254")]
    best, n_odd = _fittest(data[:_SAMPLE])
    try:
        return data.decode(best), ["read as Windows-1252" if best == "cp1252" else _by_letters(best)]
    except UnicodeDecodeError:
        return (data.decode(best, "replace"), [_by_letters(best)]) if not n_odd else None


def _by_letters(encoding: str) -> str:
    return f"read as {encoding}, the likeliest by its letters"


def _fittest(sample: bytes) -> tuple[str, int]:
    """Return the European encoding in which the fewest words are odd, the first of equals; and how many are."""
    n_odd = {name: len(_ODD.findall(sample.decode(name, "replace"))) for name in _EUROPEAN[:1]}
    if n_odd["cp1252"]:
        from charset_normalizer import from_bytes  # takes long to load, and few files need it

        detected = from_bytes(sample).best()
        guesses = [*_EUROPEAN, *([detected.encoding] if detected else [])]
        n_odd = {name: len(_ODD.findall(sample.decode(name, "replace"))) for name in guesses}
    best = min(n_odd, key=lambda name: n_odd[name])
    return best, n_odd[best]


def _detected(data: bytes) -> tuple[str, list[str]]:
    """Decode bytes in the encoding that a detector finds."""
    text = data.decode("cp1252", "replace")
    if len(_NO_TEXT.findall(text[:8192])) > 4:
        return text, ["read as Windows-1252"]  # not text in any encoding; `decode` rejects it
    from charset_normalizer import from_bytes  # takes long to load, and few files need it

    found = from_bytes(data[:_SAMPLE]).best()
    if found is None:
        return text, ["read as Windows-1252"]
    return data.decode(found.encoding, "replace"), [_by_letters(found.encoding)]


def decode_ascii(text: str) -> tuple[str, list[str]]:
    r"""Return a text in ASCII with the letters that its codes stand for, and a note; any other text as it is.

    The codes are those of HZ (Chinese), UTF-7 and quoted-printable.

    >>> decode_ascii("Caf+AOk-, said the clerk."), decode_ascii("2 + 2 = 4")
    (('Café, said the clerk.', ['read as UTF-7']), ('2 + 2 = 4', []))
    """
    if not text.isascii():
        return text, []
    is_modified = _MODIFIED.search(text) or len(_MODIFIED_WORD.findall(text)) >= _FEWEST_WORDS
    for is_coded, encoding in ((_CODED_CHINESE.search(text), "hz"), (is_modified, "utf-7")):
        if is_coded and (letters := _letters(text, encoding)):
            return letters, [f"read as {encoding.upper()}"]
    if len(_SOFT_BREAK.findall(text)) >= _FEWEST_BREAKS and len(_QUOTED.findall(text)) > len(_SOFT_BREAK.findall(text)):
        found = quopri.decodestring(text.encode())
        try:
            return found.decode("utf-8"), ["read as quoted-printable"]
        except UnicodeDecodeError:
            return found.decode("cp1252", "replace"), ["read as quoted-printable"]
    return text, []


def _letters(text: str, encoding: str) -> str:
    """Return a text decoded, if that gives letters or marks of type that ASCII lacks; "" otherwise."""
    try:
        found = text.encode().decode(encoding)
    except UnicodeDecodeError:
        return ""
    others = [sign for sign in found if not sign.isascii()]
    return found if others and all(sign.isprintable() for sign in others) else ""
