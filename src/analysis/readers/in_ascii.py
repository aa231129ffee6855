"""Read text that was written in ASCII alone for the sake of mail and old programs: its letters stand as codes."""

import html
import quopri
import re

_CODED_CHINESE = re.compile(r"~\{[!-~]{2,4000}~\}")
_MODIFIED = re.compile(r"\+[A-Za-z0-9/]{2,400}-")
_MODIFIED_WORD = re.compile(r"(?<!\S)\+[A-Z][A-Za-z0-9/]{2,400}(?=[\s.,])")
_QUOTED = re.compile(r"=(?:[0-9A-F]{2}|\n)")
_SOFT_BREAK = re.compile(r"=\n")
_REFERENCE = re.compile(r"&(?:#\d{2,7}|#[xX][0-9A-Fa-f]{2,6}|[A-Za-z]{2,8}\d?);")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})", re.I)
_FEWEST_WORDS = 5  # that begin with a plus sign and a capital
_FEWEST = 2  # lines that go on behind a sign of equality, which no other text has


def decoded(text: str) -> tuple[str, list[str]]:
    r"""Return a text in ASCII with the letters that its codes stand for, and a note; any other text as it is.

    The codes are those of HZ (Chinese), UTF-7 and quoted-printable.

    >>> decoded("Caf+AOk-, said the clerk."), decoded("2 + 2 = 4")
    (('Café, said the clerk.', ['read as UTF-7']), ('2 + 2 = 4', []))
    """
    if not text.isascii():
        return text, []
    is_modified = _MODIFIED.search(text) or len(_MODIFIED_WORD.findall(text)) >= _FEWEST_WORDS
    for is_coded, encoding in ((_CODED_CHINESE.search(text), "hz"), (is_modified, "utf-7")):
        if is_coded and (letters := _letters(text, encoding)):
            return letters, [f"read as {encoding.upper()}"]
    if len(_SOFT_BREAK.findall(text)) >= _FEWEST and len(_QUOTED.findall(text)) > len(_SOFT_BREAK.findall(text)):
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
