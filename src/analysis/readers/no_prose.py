"""Know text that is no article and no export either: source code, logs, settings, references, encoded bytes.

Such files lie beside articles: a page saved "complete" brings its scripts and style sheets. Without this check, each
would be a copied page. The limits are far from what real pages have: of 491 copied pages (`../shared/data`), code on
programmers' pages included, and 9,775 articles, none is taken for another kind; they were chosen on these.
"""

import re

from analysis.readers.field_names import KNOWN, plain_name

_BEGINS = {
    "PostScript": r"%!PS",
    "a calendar or a card": r"BEGIN:V[A-Z]+\n",
    "a key or an encrypted message": r"-----BEGIN [A-Z0-9 ]{1,40}-----\n",
    "encoded bytes": r"begin [0-7]{3} \S",
    "references": r"@[A-Za-z]{1,20}\s?\{|TY  - [A-Z]",
    "a shortcut": r"\[(?:InternetShortcut|Desktop Entry)\]",
    "source code": r"#!/|<\?php|\\documentclass",
    "a dump of a database": r"(?:--[^\n]*\n|[ \t]*\n)*+(?:(?:CREATE|DROP) TABLE|INSERT INTO|BEGIN TRANSACTION|PRAGMA) ",
    "records or settings": r"(?:---\n)?- \w{1,40}:(?: [^\n]*)?\n  \w{1,40}:(?: |\n)|\[\[[\w.]{1,40}\]\]\n\w{1,40} = ",
    "changes of source code": r"diff --git |--- \S+\n\+\+\+ |<{7} [^\n]*\n",
    "subtitles": r"WEBVTT\b|1\n\d\d:\d\d:\d\d,\d{3} --> ",
}
_KINDS = {kind: re.compile(pattern) for kind, pattern in _BEGINS.items()}
# Lines that another kind consists of, and the share of all lines that they must be.
_STAMP = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3} |[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d |"
_STAMP += r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d\d?:\d\d"
_SETTING = r"(?:- )?(?:[a-z_][\w.-]{0,40}:(?: |$)|[\w.-]{1,40} ?= ?\S)|\[[\w. -]{1,40}\]$|[#;]"
_STATEMENT = (
    r"import \w|from \S+ import |def \w+\(|class \w+[:({ ]|return\b|#include\b|function\b|@\w+$|\"\"\"|//|/\*|\*/|"
    r"(?:var|let|const|static|public|private|package|using) \w|(?:INSERT INTO|CREATE TABLE|DROP TABLE|DELETE FROM) |"
    r"SELECT .{1,400} FROM "
)
_LINES = {
    "a log": (re.compile(rf"\S{{0,40}} ?[\[<(]?(?:{_STAMP})"), 0.8),
    "records or settings": (re.compile(rf"\s{{0,40}}(?:{_SETTING})"), 0.8),
    "references": (re.compile(r"[A-Z][A-Z0-9] {1,2}- "), 0.8),
    "source code": (re.compile(rf"\s{{0,80}}(?:{_STATEMENT})|[^;{{}}]{{0,400}}(?:[{{}}]|[)\]\"'];)$"), 0.6),
}
_SIGN = re.compile(r"[{}=;<>\\^~]")
_MOST_SIGNS = 0.06  # of the characters that are no blanks; 0.03 in the page of a programmer with the most
_LONG_WORD = re.compile(r"(?<!\S)[!-~]{30,}(?!\S)")  # in signs of ASCII: some scripts are written without blanks
_MOST_LONG_WORDS = 0.25  # of the words
_LOOKED_AT = 20_000  # characters
_FEWEST_LINES = 4


def other_kind(text: str) -> str:
    r"""Return what a text is that is no prose, "" for prose.

    >>> other_kind("BEGIN:VCARD\nFN:Ana Roe\n"), other_kind("Rain fell on the town; nobody minded.")
    ('a calendar or a card', '')
    """
    first = text.strip()[:_LOOKED_AT]
    if begun := next((kind for kind, pattern in _KINDS.items() if pattern.match(first)), ""):
        return begun
    names = [plain_name(cell) for cell in re.split(r"\s\s+", first.partition("\n")[0])]
    if len(names) > 2 and set(names) <= KNOWN.keys():
        return "a table whose columns have a fixed width"
    lines = [line.rstrip() for line in first.split("\n") if line.strip()]
    for kind, (pattern, share) in _LINES.items():
        if len(lines) >= _FEWEST_LINES and sum(bool(pattern.match(line)) for line in lines) >= share * len(lines):
            return kind
    n_signs = len("".join(first.split())) or 1
    if len(_SIGN.findall(first)) > _MOST_SIGNS * n_signs:
        return "source code or data"
    if len(_LONG_WORD.findall(first)) > _MOST_LONG_WORDS * len(first.split()):
        return "encoded bytes or data"
    return ""
