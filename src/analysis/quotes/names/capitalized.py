"""Capitalized words side by side, as names are written, without those that are capitalized for another reason."""

import re
from functools import cache
from typing import NamedTuple

from analysis.quotes.document import Document
from analysis.quotes.lexicon import first_names, organization_words, words

_LETTER = r"[^\W\d_]"
_UPPER = r"[A-ZÀ-ÖØ-Þ]"
_LINE = re.compile(r"[^\n]+")
_PLAIN_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]{2,}")
_GLUED = re.compile(r"[A-Z][a-z]{3,}(?=[A-Z][a-z]{2}|[A-Z]{2})")
_PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z]")  # Ada Quill, R-Ky.
_SPACE = re.compile(r"[ \u00a0]")
_OPENS_NICKNAME, _CLOSES_NICKNAME = re.compile(r" [“\"‘'(]"), re.compile(r",?[”\"’')] ")
_JOINING = re.compile(r"(?:,)? (?:of|for|on|and|&|to) (?:the )?")


class CapitalizedRun(NamedTuple):
    """Capitalized words side by side, with the offset of each and the end of the last."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    end: int

    def cut(self, first: int, after: int) -> "CapitalizedRun":
        """Return the words from number `first` up to, but not including, number `after`."""
        if after == len(self.words) or after == first:
            return CapitalizedRun(self.words[first:after], self.starts[first:after], self.end)
        end = self.starts[after - 1] + len(self.words[after - 1])
        return CapitalizedRun(self.words[first:after], self.starts[first:after], end)


def find_runs(document: Document, lower_words: frozenset[str]) -> list[CapitalizedRun]:
    """Return the runs of capitalized words that can be names, in order.

    A line in title case, such as a headline, is left out: everything is capitalized there. `lower_words` are the words
    that the article also has in lower case.
    """
    text = document.text
    headlines = [m.span() for m in _LINE.finditer(text) if _is_headline(m.group()) or _is_label(m.group(), lower_words)]
    runs = _joined([_unglued(_unmodified(_as_run(m))) for m in _run_pattern().finditer(text)], text)
    outside = [run for run in runs if not any(start <= run.starts[0] < end for start, end in headlines)]
    trimmed = [_once(_trimmed(run, text, lower_words)) for run in outside]
    return [run for run in trimmed if run.words and not _PARTY_AND_STATE.match(run.words[0])]


@cache
def _run_pattern() -> re.Pattern[str]:
    endings = "|".join(sorted(words("web_endings")))  # FactCheck.org
    abbreviations = "|".join(sorted(form for w in words("abbreviations") for form in (w.capitalize(), w.upper())))
    word = (
        rf"(?:(?:{abbreviations})\.|(?:{_UPPER}\.)+|{_UPPER}{_LETTER}*"
        rf"(?:['’](?!s\b){_LETTER}+|(?<=\bO['’]){_LETTER}+|-{_LETTER}+)*(?:\.(?:{endings})\b)?)"
    )
    links = "|".join(sorted(re.escape(w) for w in words("links")))
    particle = r"(?:[ae]l-)?"  # al-Rashidi
    # Not within a word. Between words stand one space (or a line's end inside a paragraph) and links such as "van der".
    further = rf"[ \u00a0](?:(?:{links})[ \u00a0]){{0,2}}{particle}{word}"
    return re.compile(rf"(?<![\w@#]){particle}{word}(?:,? (?:Jr|Sr)\.|{further}|-(?={_UPPER}){word})*")


def _is_headline(line: str) -> bool:
    """Return whether a line has five or more words, prepositions and the like not counted, all with a capital."""
    plain = [w for w in _PLAIN_WORD.findall(line) if w not in words("small_in_titles")] if len(line) <= 200 else []
    return len(plain) >= 5 and all(w[0].isupper() for w in plain)


def _is_label(line: str, lower_words: frozenset[str]) -> bool:
    """Return whether a line is two to six capitalized words, one of them no name: "Story Continued Below"."""
    tokens = line.split() if len(line) < 60 else []
    capital = 2 <= len(tokens) <= 6 and all(w.isalpha() and w[0].isupper() for w in tokens)
    unknown = [w.lower() for w in tokens if w.lower() not in first_names()]
    return capital and any(w in lower_words or w in words("starters") for w in unknown)


def _as_run(match: re.Match[str]) -> CapitalizedRun:
    found, starts, at = [], [], match.start()
    for word in _SPACE.split(match.group()):
        found.append(word.rstrip(","))
        starts.append(at)
        at += len(word) + 1
    return CapitalizedRun(tuple(found), tuple(starts), match.end())


def _joined(runs: list[CapitalizedRun], text: str) -> list[CapitalizedRun]:
    """Return the runs with "Center for Taxpayer Rights" and the like made one, "Ada “Shorty” Quill" without Shorty."""
    done: list[CapitalizedRun] = []
    for run in runs:
        if len(done) > 1 and _is_nickname(done[-2], done[-1], run, text):
            done.pop()
            before = done.pop()
            run = CapitalizedRun(before.words + run.words, before.starts + run.starts, run.end)
        if done and _JOINING.fullmatch(text, done[-1].end, run.starts[0]) and _belong_together(done[-1], run, text):
            before = done.pop()
            run = CapitalizedRun(before.words + run.words, before.starts + run.starts, run.end)
        done.append(run)
    return done


def _is_nickname(before: CapitalizedRun, run: CapitalizedRun, after: CapitalizedRun, text: str) -> bool:
    """Return whether a run is a nickname in quotation marks or brackets within a name."""
    opens, closes = text[before.end : run.starts[0]], text[run.end : after.starts[0]]
    return (
        len(run.words) < 3
        and bool(_OPENS_NICKNAME.fullmatch(opens) and _CLOSES_NICKNAME.fullmatch(closes))
        and len(after.words) < 3
        and (before.words[-1].lower() in first_names() or len(before.words) < 3)
    )


def _belong_together(left: CapitalizedRun, right: CapitalizedRun, text: str) -> bool:
    link = text[left.end : right.starts[0]].split()[0].strip(",")
    heads, low = words("joining_heads"), [w.lower() for w in left.words]
    if link == "to" or low[0] in first_names() or low[-1] in words("suffixes"):
        return False
    if link == "&":
        return True
    if right.words[-1].lower() in words("named_documents") and "the" in (low[0], text[: left.starts[0]].lower()[-4:-1]):
        return " the " not in text[left.end : right.starts[0]]  # "the Defense of Marriage Act"
    if link == "and":
        # "Immigration and Customs Enforcement", "Koreatown Youth and Community Center", never "Smith and Jones".
        return (
            not any(w in words("titles") or w in words("not_names") for w in low)
            and right.words[-1].lower() in words("strong_organizations")
            and len(right.words) > 1
            and low[-1] not in organization_words()
            and right.words[0].lower() not in first_names()
        )
    return low[-1] in heads or (low[0] in heads and " of " in text[left.starts[0] : left.end])


def _trimmed(run: CapitalizedRun, text: str, lower_words: frozenset[str]) -> CapitalizedRun:
    """Return the run without a sentence's first word that is no name, and without days and months at its ends."""
    first, after = 0, len(run.words)
    while first < after and (_only_starts(run.words[first]) or run.words[first].lower() in words("calendar")):
        first += 1
    while (
        after > first
        and _ends_no_name(run.words[after - 1].lower(), after - first)
        and not _is_full_name(run.words[first:after])
        and not _speaks(text, run.words[after - 1])
    ):
        after -= 1
    if after - first == 1 and first == 0 and _opens_sentence(text, run.starts[0]):
        low = run.words[0].lower()
        if low in lower_words and low not in first_names():
            after = first
    return run.cut(first, after)


def _unmodified(run: CapitalizedRun) -> CapitalizedRun:
    """Return the run behind what says where it is from: "New York-based Quill Dynamics" is Quill Dynamics."""
    modifiers = [i for i, word in enumerate(run.words) if word.rpartition("-")[2] in words("hyphened_modifiers")]
    after = modifiers[-1] + 1 if modifiers else 0
    return run.cut(after if after < len(run.words) else 0, len(run.words))


def _unglued(run: CapitalizedRun) -> CapitalizedRun:
    """Return the run without a web page's links that are glued to it: "Ada QuillStern leads" is Ada Quill."""
    glued = next(
        (i for i, word in enumerate(run.words) if _GLUED.match(word) and not all(map(_only_starts, run.words[:i]))),
        None,
    )
    if glued is not None and (found := _GLUED.match(run.words[glued])):
        part = found.group()
        return CapitalizedRun((*run.words[:glued], part), run.starts[: glued + 1], run.starts[glued] + len(part))
    return run


def _once(run: CapitalizedRun) -> CapitalizedRun:
    """Return the run without a name that is given twice, as web pages do: "Ada Quill Ada Marie Quill" is Ada Quill."""
    n = len(run.words)
    repeated = ((i, j) for i, word in enumerate(run.words) for j in range(i + 2, min(i + 5, n)) if run.words[j] == word)
    first, again = next(repeated, (0, 0))
    if not again:
        return run
    if first and again - first > 2 and run.words[first - 1].lower() not in words("titles"):
        return run.cut(0, first + 1)  # "Ada Quill Adelaide Marie Quill"
    if again - first == 2:
        return run.cut(0, again)  # "Ada Quill Ada …"
    kept = run.cut(first + 1, n)  # "Quill Ada Quill"; "Sen. Quill Ada Jo Quill" is Sen. Ada Jo Quill
    return CapitalizedRun(run.words[:first] + kept.words, run.starts[:first] + kept.starts, run.end)


def _ends_no_name(low: str, length: int) -> bool:
    """Return whether a word at a name's end is a day, a month, or a verb as in headlines ("Quill Says")."""
    verb = length > 1 and low in words("reporting", "thought") and low.endswith("s")
    return low in words("not_names") or verb


def _speaks(text: str, word: str) -> bool:
    """Return whether a word that elsewhere is no name says something in a text: "West said", not "the West said"."""
    if word.lower() not in words("surnames_too"):
        return False
    return bool(re.search(rf"(?<![Tt]he )\b{re.escape(word)},? (?:said|says|told|added|wrote)\b", text))


def _is_full_name(parts: tuple[str, ...]) -> bool:
    """Return whether words end with a given name and a surname that elsewhere is no name: "Ada French"."""
    kept = [part.lower() for part in parts if len(part.rstrip(".")) > 1]  # without "D." in "Ada D. French"
    if len(kept) < 2 or kept[-2] not in first_names() or kept[-1] not in words("surnames_too"):
        return False
    return len(kept) == 2 or kept[-3] in words("titles")


def _only_starts(word: str) -> bool:
    """Return whether a word is capitalized only because it opens a sentence."""
    low = word.lower().replace("’", "'")
    return low in words("starters") and (len(word) == 1 or not word.isupper())


def _opens_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" \u00a0“\"‘'(—–-")
    return not before or before[-1] in '.!?:\n”"’'
