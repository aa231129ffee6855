"""Know text that is no article and no export either: source code, logs, settings, references, encoded bytes.

Such files lie beside articles: a page saved "complete" brings its scripts and style sheets. Without this check, each
would be a copied page. The limits are far from what real pages have: of 491 copied pages (`../shared/data`), code on
programmers' pages included, and 9,775 articles, none is taken for another kind; they were chosen on these.
"""

import re
import unicodedata
from itertools import dropwhile

from analysis.readers.field_names import field_of, fields_of

_BEGINS = {
    "PostScript": r"%!PS",
    "a PDF": r"%PDF-\d",
    "an RTF file": r"\{\\rtf\d",
    "a list to play": r"#EXTM3U\b",
    "a calendar or a card": r"BEGIN:V[A-Z]+\n",
    "a key or an encrypted message": r"-----BEGIN [A-Z0-9 ]{1,40}-----\n",
    "encoded bytes": r"begin [0-7]{3} \S",
    "references": r"@[A-Za-z]{1,20}\s?\{|TY  - [A-Z]|FN [^\n]{1,200}\nVR ",
    "texts of a program": r"msgid \"",
    "a shortcut": r"\[(?:InternetShortcut|Desktop Entry)\]",
    "source code": r"#!/|<\?php|\\documentclass|"
    r"(?:[\w.-]{1,60}:(?: [\w./-]{1,60}){0,9}\n\n?){1,2}\t[@-]?[a-z]",  # the last is for make
    "a listing of a database": r"-\[ RECORD \d|\*{27} \d+\. row \*{27}|\+--",
    "a table in another form": r"ID;P|TABLE\n0,1\n",
    "a dump of a database": r"(?:--[^\n]{0,200}\n|[ \t]{0,80}\n){0,40}+"
    r"(?:(?:CREATE|DROP) TABLE|INSERT INTO|BEGIN TRANSACTION|PRAGMA) ",
    "records or settings": r"(?:---\n)?- \w{1,40}:(?: [^\n]*)?\n  \w{1,40}:(?: |\n)|\[\[[\w.]{1,40}\]\]\n\w{1,40} = ",
    "changes of source code": r"diff --git |--- \S+\n\+\+\+ |<{7} [^\n]*\n",
    "subtitles": r"WEBVTT\b|(?:\d{1,6}\n)?(?:\d\d?:)?\d\d?:\d\d[.,]\d{2,3}(?: ?-->|,\d)|"
    r"\[Script Info\]|\{\d{1,9}\}\{\d|\[(?:ar|ti|al|by|au|length|offset|re|ve):[^\]\n]{0,99}\]\n|\[\d\d:\d\d\.\d\d\]",
    "places that a reader marked": r"[^\n]{1,300}\n- Your (?:Highlight|Note|Bookmark) ",
    "a report of an error": r"Traceback \(most recent call last\):\n",
    "a log": r"--\d{4}-\d\d-\d\d \d\d:\d\d:\d\d--  ",
}
_KINDS = {kind: re.compile(pattern) for kind, pattern in _BEGINS.items()}
_NOT_FOR_SURE = ("records or settings", "source code", "a table in another form")  # prose may begin so
_STARTS = 1000  # characters in which a file says what it is
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>]{0,300})?/?>")
_REMARK = ("%", "#", ";")  # begins a line that may stand above
_CALL = re.compile(r"[\w.$]{1,60}\([\w.$]{0,60}\(")
# Lines that another kind consists of, and the share of all lines that they must be.
_STAMP = (
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3} |[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d |"
    r"\[\d\d?:\d\d(?::\d\d)?\]? <|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d\d?:\d\d"
)
_DAY_AND_HOUR = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d\d?:\d\d(?::\d\d)?"
_SETTING = (
    r"(?:- )?(?:[a-z_][\w.-]{0,40}:(?: |$)|[\w.-]{1,40}:(?!//) ?\S{1,300}$|[\w.-]{1,40} ?= ?\S)|"
    r"\[[\w. -]{1,40}\]$|[#;]"
)
_STATEMENT = (
    r"import \w|from \S+ import |def \w+\(|class \w+[:({ ]|return\b|#include\b|function\b|@\w+$|\"\"\"|//|/\*|\*/|"
    r"(?:var|let|const|static|public|private|package|using) \w|(?:INSERT INTO|CREATE TABLE|DROP TABLE|DELETE FROM) |"
    r"SELECT .{1,400} FROM "
)
# A line below the message of an error: Java, .NET and JavaScript; PHP; Ruby; Python.
_FRAME = (
    r"at (?:async |new )?(?:[\w.$<>/\[\]`@]{1,200} ?\(|\S{1,300}:\d)|Caused by: |\.\.\. \d{1,5} more|"
    r"#\d{1,4} (?:\S{1,300}\(\d{1,9}\): |\{main\})|(?:from )?\S{1,300}:\d{1,9}:in |File \"[^\"]{1,300}\", line \d"
)
_CHAT = "a chat"
_LINES = {
    _CHAT: (re.compile(rf"\u200e?\[?{_DAY_AND_HOUR}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\]| [-\u2013]) [^:\n]{{1,40}}: "), 0.3),
    "a report of an error": (re.compile(rf"\s{{0,40}}(?:{_FRAME})"), 0.5),
    "a log": (re.compile(rf"\S{{0,40}} ?[\[<(]?(?:{_STAMP})"), 0.8),
    "records or settings": (re.compile(rf"\s{{0,40}}(?:{_SETTING})"), 0.8),
    "references": (re.compile(r"[A-Z][A-Z0-9]{1,3} {0,2}- |[A-Z][A-Z0-9] \S|%[0-9A-Z@+] |E[RF]$"), 0.8),
    "source code": (re.compile(rf"\s{{0,80}}(?:{_STATEMENT})|[^;{{}}]{{0,400}}(?:[{{}}]|[)\]\"'];)$"), 0.6),
}
_MOST_IN_CELLS = 12  # words of a line in the mean: prose may have tabs in place of blanks
_LABEL = re.compile(r"[\[{<(]?([A-Z][A-Za-z0-9]{0,20}(?: [A-Za-z]{1,20}){0,2})[\]}>)]?: |([A-Z]{2}) {1,4}\S")
_FEWEST_LABELS = 4  # in each record; a talk of so many seldom goes round and round
_FEWEST_FIELDS = 2  # in each record of which one is the text and one the headline
_FEWEST_RULES = 3  # lines of one sign between texts
_SENTENCE = re.compile(
    r"[^\W\d_][\"'”’»)\]]{0,3}[.!?…]{1,3}[\"'”’»)\]]{0,3}(?:\s|$)|\d[.!?]{1,3}[\"'”’»)\]]{0,3}$|[。！？।۔؟།။።։]"
)
_QUOTES = "\"'\u201d\u2019\u00bb)]"  # behind a stop
_AROUND_WORDS = "\"'\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb()[],;:.!?\u2026\u2014\u2013-\u00bf\u00a1"
_JOINTS = re.compile(r"(?<=\w)['\u2019.-](?=\w)|[\u0300-\u036f]")  # in "don't", "U.S", "well-known"
_FIGURE = re.compile(r"[$\u00a3\u20ac]?\d[\d.,:/%-]{0,30}(?:st|nd|rd|th|s)?")
_STOPS = (".", "!", "?", "\u2026")
_WORDS_OF_SENTENCE = 4
_FIELD = re.compile(r"[\w.-]{1,40}: \S{1,300}$")
_LONG_LINE = 40  # signs; a line of so many may be prose without a full stop
_LONG_SCRIPT = 20  # signs, in writing without blanks
_WITHOUT_BLANKS = "\u0e00"  # such writing is above this sign, from Thai on
_LETTERS = 0.9  # of its signs
_SIGN = re.compile(r"[{}=;<>\\^~]")
_MOST_SIGNS = 0.06  # of the characters that are no blanks; 0.03 in the page of a programmer with the most
_NOISE = re.compile(r"^[^\w\n]{200,}$", re.M)  # a line of signs alone: no code has one as long
_LONG_WORD = re.compile(r"(?<!\S)[!-~]{30,}(?!\S)")  # in signs of ASCII: some scripts are written without blanks
_MOST_LONG_WORDS = 0.25  # of the words
_LOOKED_AT = 20_000  # characters
_FEWEST_LINES = 4


def other_kind(text: str) -> str:
    r"""Return what a text is that is no prose, "" for prose.

    >>> other_kind("BEGIN:VCARD\nFN:Ana Roe\n"), other_kind("Rain fell on the town; nobody minded.")
    ('a calendar or a card', '')
    """
    if begun := begins_as(text):
        return begun
    first = text.strip()[:_LOOKED_AT]
    if _CALL.match(first) and text.rstrip(" \n;").endswith(")"):
        return "source code"
    names = re.split(r"\s\s+", first.partition("\n")[0])
    if len(names) > 2 and all(map(field_of, names)):
        return "a table whose columns have a fixed width"
    lines = [line.rstrip() for line in first.split("\n") if line.strip()]
    for kind, (pattern, share) in _LINES.items():
        tested = [line for line in lines if not line[0].isspace()] if kind == "references" else lines  # others go on
        fewest = 2 if kind == _CHAT else _FEWEST_LINES
        if len(tested) >= fewest and sum(bool(pattern.match(line)) for line in tested) >= share * len(tested):
            return kind
    if sum(map(_is_rule, lines)) >= _FEWEST_RULES and _is_rule(lines[-1]):
        return "several texts with rules between them; keep each in a file of its own"
    if _is_of_records(lines):
        return "records with labels"
    if _is_of_cells(lines):
        return "a table whose columns have no names"
    first = _NOISE.sub("", first)
    n_signs = len("".join(first.split())) or 1
    if len(_SIGN.findall(first)) > _MOST_SIGNS * n_signs:
        return "source code or data"
    if len(_LONG_WORD.findall(first)) > _MOST_LONG_WORDS * len(first.split()):
        return "encoded bytes or data"
    return ""


def kind_of_field(text: str) -> str:
    r"""Return what the text of a record is that is no prose at all, "" for prose, also with lines of code in it.

    >>> kind_of_field("{\\rtf1 Rain fell.}"), kind_of_field("x = 1\ny = 2\nz = 3\nprint(x)")
    ('an RTF file', 'source code or data')
    """
    start = text[:_STARTS].lstrip()
    begun = next((kind for kind, begins in _KINDS.items() if kind not in _NOT_FOR_SURE and begins.match(start)), "")
    if begun or (has_sentence(text) and not _LINES[_CHAT][0].match(start)) or _TAG.search(text):
        return begun
    return other_kind(text)


def is_of_stamps(text: str) -> bool:
    """Return whether lines of a text that looks like a table begin with a time, as in a chat or a log."""
    return other_kind(text) in (_CHAT, "a log")


def begins_as(text: str) -> str:
    r"""Return what a text is that begins as one of another kind, "" for prose.

    >>> begins_as("WEBVTT\n\nRain fell."), begins_as("Rain fell.")
    ('subtitles', '')
    """
    first = text.strip()[:_LOOKED_AT]
    below = "".join(dropwhile(_is_remark, first.splitlines(keepends=True)))
    starts = (first, below)
    return next((kind for start in starts for kind, pattern in _KINDS.items() if pattern.match(start)), "")


def _is_remark(line: str) -> bool:
    return not line.strip() or line.startswith(_REMARK)


def has_sentence(text: str) -> bool:
    r"""Return whether a line of a text holds the end of a sentence, or is long and nearly all letters.

    >>> has_sentence("Rain fell on Marlow."), has_sentence("1 NAME Ana\n2 PLAC Marlow")
    (True, False)
    """
    return any(_is_prose(" ".join(line.split())) for line in text.split("\n"))


def _is_prose(line: str) -> bool:
    is_latin = max(line, default="") < _WITHOUT_BLANKS
    if _ends_sentence(line) and not _FIELD.match(line):
        return True
    if not is_latin and _SENTENCE.search(line):
        return True
    n_letters = sum(unicodedata.category(sign)[0] in "LMZ" for sign in line)
    return len(line) >= (_LONG_LINE if is_latin else _LONG_SCRIPT) and n_letters >= _LETTERS * len(line)


def _ends_sentence(line: str) -> bool:
    """Return whether a sentence ends in a line: a stop behind at least four words of letters, numbers aside."""
    n_words = 0
    for token in line.split():
        bare = token.strip(_AROUND_WORDS)
        is_word = _JOINTS.sub("", bare).isalpha()
        n_words += is_word
        if n_words >= _WORDS_OF_SENTENCE and token.rstrip(_QUOTES)[-1:] in _STOPS:
            return True
        if bare and not is_word and not _FIGURE.fullmatch(bare):
            n_words = 0
    return False


def _is_rule(line: str) -> bool:
    return len(line) >= 8 and line[0] in "=_" and len(set(line)) == 1


def _is_of_cells(lines: list[str]) -> bool:
    """Return whether nearly all lines have cells between tabs, and few words."""
    n_cells = sum("\t" in line.strip() or line.startswith("#") for line in lines)
    n_words = sum(len(line.split()) for line in lines)
    return len(lines) >= _FEWEST_LINES and n_cells >= 0.9 * len(lines) and n_words <= _MOST_IN_CELLS * len(lines)


def _is_of_records(lines: list[str]) -> bool:
    """Return whether nearly all lines have a label, and the same labels come again and again in one order."""
    found = [label[1] or label[2] for line in lines if (label := _LABEL.match(line))]
    if len(found) < 0.8 * len(lines) or not found:
        return False
    n_labels = found.index(found[0], 1) if found[0] in found[1:] else 0
    cycle = found[:n_labels]
    fields = fields_of(cycle)
    is_of_fields = len(set(cycle)) > _FEWEST_FIELDS and {"headline", "text"} <= fields
    return (is_of_fields or len(set(cycle)) >= _FEWEST_LABELS) and all(
        label == cycle[n % n_labels] for n, label in enumerate(found[: 2 * n_labels])
    )
