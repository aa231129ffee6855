"""Turn bytes into text, repair wrongly decoded characters, and remove characters that no article has."""

import codecs
import re
import unicodedata
from functools import cache

_BOMS = {  # byte-order marks, longest first: the UTF-32 mark begins with the UTF-16 one
    codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32", codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
_ESCAPES = {b"\x1b$B": "iso2022_jp_ext", b"\x1b$@": "iso2022_jp_ext", b"\x1b$)C": "iso2022_kr"}  # all bytes are ASCII
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ud800-\udfff]")  # a text file has none of these characters
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.I
)
# Encodings that pages are written in, by Python's names for them.
_LEGACY = re.compile(r"cp\d|iso8859|koi8|gb|hz$|big5|euc|shift|johab|mac|ptcp|tis")
# Browsers read these as Windows-1252, so that is what pages mean by them (WHATWG Encoding Standard).
_LATIN = {"iso8859-1", "ascii"}
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

# Where wrongly decoded characters may be: two that are not ASCII side by side (the usual marks are no first half), a
# C1 control, or the first half of a character before a space. This test is rough but quick (ftfy's own takes ten times
# as long on English); ftfy decides about the lines that have a match.
_SUSPECT = re.compile("[^\x00-\x7f\xa0‘’“”–—…][^\x00-\x7f]|[\x80-\x9f]|[ÂÃ√‚] ")
# What ftfy leaves alone, as one wrong name in a line is not enough for it: within a word, a pair that stands for one
# letter. Its first half is a capital behind a small letter ("ErdoÄŸan"), or its second half is no letter ("MilÅ¡").
_PAIR = re.compile("(?<=[a-zß-ÿ])[Ã-Å][\x80-\xbfŠŒŽŸšœžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|[Ã-Å][\xa1-\xbf˜–‚„†‡•…‰‹›€™](?=[a-zß-ÿ])")
# ” in UTF-8 read as Windows-1252, which has no character for its last byte.
_CUT_QUOTE = re.compile("(?:â€|Ã¢â‚¬Â)(?:\ufffd|(?=[\\s.,;:!?)\\]]|$))")
_STRAY = {
    "NUL and control characters": "\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff",
    "lone surrogates": "\ud800-\udfff",  # half a character, left by a broken export; trafilatura stops at it
    "bidi controls": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "zero-width characters": "\u200b\u2060\ufeff\ufffc\u00ad",  # but not the joiners, which spell words and emoji
}
_ANY_STRAY = re.compile(f"[{''.join(_STRAY.values())}]")
_LINE_END = re.compile("[\r\u2028\u2029]")
_NULS = re.compile("\x00{4,}")  # what a program leaves in a file that it did not write to its end
# Letters of Icelandic, which are Turkish ones in Windows-1254, and frequent words of Turkish.
_ICELANDIC, _FEWEST_TURKISH = re.compile("[\u00d0\u00dd\u00de\u00f0\u00fd\u00fe]"), 3
_TURKISH = re.compile(r"\b(?:bir|i\u00e7in|daha|gibi|sonra|olarak|kadar|dedi|oldu\u011fu|y\u0131l)\b")
_END_OF_FILE = "\x1a"  # of DOS
_MOST_MARKS = 30  # on one letter, as in Unicode's Stream-Safe Text Format: sorting more of them takes square time


class Unreadable(Exception):
    """Say why a file gives no text: `reason` is worded so that it can be counted, `detail` is about this file."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(reason, detail)
        self.reason, self.detail = reason, detail


def decode(data: bytes, *, declared: str = "") -> tuple[str, list[str]]:
    """Return the text in `data`, with notes on what was guessed.

    The encoding is that of the byte-order mark, else UTF-8, else the one that is `declared` (the charset of an HTTP
    header) or that the page itself declares, else Windows-1252. A detector decides only if Windows-1252 has no
    character for one of the bytes, or gives mostly accented letters. In a text that is mostly UTF-8, single bytes of
    another encoding are read as Windows-1252. Wrongly decoded characters are left to `clean`, which notes them with the
    article they are in.

    Raises Unreadable for bytes that are not text.

    >>> decode("“Sí”".encode("cp1252"))
    ('“Sí”', ['read as Windows-1252'])
    """
    marked = next((name for mark, name in _BOMS.items() if data.startswith(mark)), "") or _wide(data)
    if marked in _BOMS.values() and (narrow := _below_wrong_mark(data)) is not None:
        return narrow
    text, notes = _marked(data, marked) if marked else _unmarked(data, declared)
    start = text[:8192]
    strange = len(_NO_TEXT.findall(start))
    if strange and not _NO_TEXT.search(whole := _NULS.sub("", text)):
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
        return _unmarked(data[len(codecs.BOM_UTF8) :], "")
    notes = [] if encoding in _BOMS.values() else [f"read as {encoding.upper()[:6]}, which it does not say"]
    width = int(encoding[4:6]) // 8
    try:
        return data[: len(data) // width * width].decode(encoding, "surrogatepass"), notes
    except UnicodeDecodeError as error:
        raise Unreadable("not text", f"marked as {encoding} but {error.reason}") from None


def _unmarked(data: bytes, declared: str) -> tuple[str, list[str]]:
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
        return _as_declared(data, declared) or _mostly_utf8(data) or _as_windows(data) or _detected(data)


def _as_declared(data: bytes, declared: str) -> tuple[str, list[str]] | None:
    """Decode bytes in the encoding that the server or the page declares, if that is one of the old ones and fits."""
    found = _DECLARED.search(data[:4096])
    inside = (found[1] or found[2]).decode("ascii", "replace") if found else ""
    for name in filter(None, (declared.strip(" \"'"), inside)):
        try:
            codec = codecs.lookup(name).name
            if _LEGACY.match(codec) and codec not in _LATIN:
                return data.decode(codec), [f"read as {name}, as declared"]
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
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


def repair(text: str) -> tuple[str, list[str]]:
    r"""Return `text` with wrongly decoded characters (mojibake) repaired, and a note if there were any.

    ftfy (Speer 2019) repairs line by line. Quotation marks stay curly. Text without a suspicious character is kept.

    >>> repair("It wasnâ€™t, said JosÃ©. â€œNo.â€\x9d")
    ('It wasn’t, said José. “No.”', ['repaired wrongly decoded characters'])
    """
    if text.isascii() or not _SUSPECT.search(text):
        return text, []
    lines = text.split("\n")
    fixed = [_repaired(line) if _SUSPECT.search(line) else line for line in lines]
    return ("\n".join(fixed), ["repaired wrongly decoded characters"]) if fixed != lines else (text, [])


def _repaired(line: str) -> str:
    from ftfy import fix_encoding  # takes long to load, and few lines need it

    return _PAIR.sub(lambda found: _letter(found[0]), fix_encoding(_CUT_QUOTE.sub("”", line)))


def _letter(pair: str) -> str:
    """Return the letter that two characters stand for: its bytes in UTF-8, read as Windows-1252. Else the two."""
    try:
        letter = pair.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return pair
    return letter if letter.isalpha() else pair


def clean(text: str) -> tuple[str, list[str]]:
    r"""Return `text` with uniform line ends, mojibake repaired and stray characters removed; and notes on the repairs.

    Accents that stand behind their letters, as macOS writes them, are joined with them (Unicode's form NFC).

    Cleaning a second time changes nothing.

    >>> clean("tax\x00 rolls\r\n")
    ('tax rolls\n', ['removed NUL and control characters'])
    """
    notes: list[str] = []
    while True:  # removing a stray character may uncover mojibake, and repairing mojibake may give a stray character
        if _LINE_END.search(text):
            text = re.sub("\r\n?|\u2028", "\n", text).replace("\u2029", "\n\n")
        text, found = repair(text)
        text, gone = _without_strays(text)
        text, joined = _normalized(text)
        notes += [note for note in found + gone + joined if note not in notes]
        if not found and not gone and not joined:
            return text, notes


def _normalized(text: str) -> tuple[str, list[str]]:
    """Return `text` in Unicode's form NFC, with at most `_MOST_MARKS` marks on a letter, and a note if it was not."""
    if unicodedata.is_normalized("NFC", text):
        return text, []
    return unicodedata.normalize("NFC", _many_marks().sub(r"\1", text)), ["joined accents with their letters"]


@cache
def _many_marks() -> re.Pattern[str]:
    """Return what finds more marks on a letter than any language has; made when it is first needed."""
    marks = "".join(sign for sign in map(chr, range(0x300, 0x1F000)) if unicodedata.combining(sign))
    return re.compile(f"([{marks}]{{{_MOST_MARKS}}})[{marks}]+")


def _without_strays(text: str) -> tuple[str, list[str]]:
    notes: list[str] = []
    if _ANY_STRAY.search(text):
        for kind, characters in _STRAY.items():
            text, count = re.subn(f"[{characters}]", "", text)
            notes += [f"removed {kind}"] if count else []
    return text, notes
