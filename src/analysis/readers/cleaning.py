"""Repair the characters of a text: wrongly decoded ones, codes of letters, and those that no article has."""

import html
import re
import unicodedata
from functools import cache

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
# What a terminal obeys: colors, links and titles (up to their end), sets of characters.
_TERMINAL = re.compile(
    r"\x1b(?:\[[0-?]{0,99}[ -/]{0,9}[@-~]|[\]PX^_][^\x07\x1b\x9c\n]{0,2000}(?:\x07|\x1b\\|\x9c)|[()*+#%][0-9A-Za-z@]"
    r"|[=>78cDEHM])|\x9b[\d;]{1,20}m"
)
_ANY_STRAY = re.compile(f"[{''.join(_STRAY.values())}]")
_LINE_END = re.compile("[\r\u2028\u2029]")
_MOST_MARKS = 30  # on one letter, as in Unicode's Stream-Safe Text Format: sorting more of them takes square time
_REFERENCE = re.compile(r"&(?:#\d{2,7}|#[xX][0-9A-Fa-f]{2,6}|[A-Za-z]{2,8}\d?);")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})", re.I)


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
        text, n_codes = _TERMINAL.subn("", text) if "\x1b" in text or "\x9b" in text else (text, 0)
        text, found = repair(text)
        text, gone = _without_strays(text)
        text, joined = _normalized(text)
        codes = ["removed NUL and control characters"] * bool(n_codes)
        notes += [note for note in codes + found + gone + joined if note not in notes]
        if not (codes or found or gone or joined):
            return text, notes


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


def without_references(text: str) -> tuple[str, list[str]]:
    r"""Return prose with the letters that references and escapes stand for, and a note if there were any.

    >>> without_references(r"Caf&eacute; \u201cRain\u201d, in &lt;b&gt;")[0]
    'Café “Rain”, in &lt;b&gt;'
    """
    found = _REFERENCE.sub(lambda code: _sign(code[0], html.unescape(code[0])), text)
    found = _ESCAPE.sub(lambda code: _sign(code[0], chr(int(code[1], 16))), found)
    if "\n" not in found.strip() and r"\n\n" in found:
        found = found.replace(r"\n", "\n")
    return (found, ["read codes of letters"]) if found != text else (text, [])


def _sign(code: str, sign: str) -> str:
    return sign if not sign.isascii() and not "\ud800" <= sign <= "\udfff" else code
