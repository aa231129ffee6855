"""Where a text names people, institutions and places: capitalised words read with lists of titles, names and nouns."""

import re
from functools import cache
from typing import NamedTuple

from analysis.quotes.lexicon import first_names, organization_words, words

_LETTER = r"[^\W\d_]"
_UPPER = r"[A-ZÀ-ÖØ-Þ]"


class Mention(NamedTuple):
    """A name in the text: offsets of the name without its title, its words, what it names, and the title before it."""

    start: int
    end: int
    words: tuple[str, ...]
    kind: str  # person, organization, place, title (an office without a name), other
    title: str


class _Run(NamedTuple):
    """Capitalised words side by side, with the offsets of each."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    end: int


@cache
def _run_pattern() -> re.Pattern:
    abbreviations = "|".join(sorted(form for w in words("abbreviations") for form in (w.capitalize(), w.upper())))
    word = (
        rf"(?:(?:{abbreviations})\.|(?:{_UPPER}\.)+|{_UPPER}{_LETTER}*"
        rf"(?:['’](?!s\b){_LETTER}+|(?<=\bO['’]){_LETTER}+|-{_LETTER}+)*)"
    )
    links = "|".join(sorted(re.escape(w) for w in words("links")))
    particle = r"(?:[ae]l-)?"  # al-Rashidi
    # Not within a word; one space (or a line's end inside a paragraph) between words, small links such as "van der" included.
    further = rf"[ \u00a0](?:(?:{links})[ \u00a0]){{0,2}}{particle}{word}"
    return re.compile(rf"(?<![\w@#]){particle}{word}(?:,? (?:Jr|Sr)\.|{further}|-(?={_UPPER}){word})*")


_GLUED = re.compile(r"[A-Z][a-z]{3,}(?=[A-Z][a-z]{2})")
_ACRONYM = re.compile(rf"{_UPPER}{{2,5}}|(?:{_UPPER}\.){{3,}}")
_SPLIT = re.compile(r"[ \u00a0]")
_LINK = re.compile(r"(?:,)? (?:of|for|on|and|&|to) (?:the )?")


def find_mentions(text: str) -> list[Mention]:
    """The names in `text`, in order. A title-case line such as a headline is left out: everything is capitalised there.

    >>> [(m.title, " ".join(m.words), m.kind) for m in find_mentions("On Monday Sen. Ada Quill met the Border Alliance.")]
    [('Sen.', 'Ada Quill', 'person'), ('', 'Border Alliance', 'organization')]
    """
    lower = frozenset(_LOWER_WORD.findall(text))
    headlines = [m.span() for m in _LINES.finditer(text) if _is_headline(m.group()) or _is_label(m.group(), lower)]
    runs = [_as_run(m) for m in _run_pattern().finditer(text)]
    mentions = []
    for run in _joined(runs, text):
        if headlines and any(start <= run.starts[0] < end for start, end in headlines):
            continue
        run = _untangled(_trimmed(run, text, lower))
        if run.words:
            mentions.append(_as_mention(run, text, lower))
    return mentions


_LINES = re.compile(r"[^\n]+")
_LOWER_WORD = re.compile(r"(?<![\w’'-])[a-zß-ÿ]+")
_PLAIN_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]{2,}")
_SMALL_IN_TITLES = frozenset(
    "the an of for with from into over to in on at by as and or but nor vs via per than after is its off up out".split()
)


def _is_headline(line):
    """True for a line of at least five words that all begin with a capital, but for articles, prepositions and the like."""
    plain = [w for w in _PLAIN_WORD.findall(line) if w not in _SMALL_IN_TITLES] if len(line) <= 200 else []
    return len(plain) >= 5 and all(w[0].isupper() for w in plain)


def _is_label(line, lower):
    """True for a line of two to six capitalised words, one of them no name, and no stop: "Story Continued Below"."""
    tokens = line.split() if len(line) < 60 else []
    capital = 2 <= len(tokens) <= 6 and all(w.isalpha() and w[0].isupper() for w in tokens)
    return capital and any(
        w.lower() in lower or w.lower() in words("starters") for w in tokens if w.lower() not in first_names()
    )


def _as_run(match):
    found, starts, at = [], [], match.start()
    for word in _SPLIT.split(match.group()):
        found.append(word.rstrip(","))
        starts.append(at)
        at += len(word) + 1
    return _Run(tuple(found), tuple(starts), match.end())


def _joined(runs, text):
    """Runs with "Center for Taxpayer Rights" and the like made one."""
    done = []
    for run in runs:
        if done and _LINK.fullmatch(text, done[-1].end, run.starts[0]) and _belong_together(done[-1], run, text):
            before = done.pop()
            run = _Run(before.words + run.words, before.starts + run.starts, run.end)
        done.append(run)
    return done


def _belong_together(left, right, text):
    link = text[left.end : right.starts[0]].split()[0].strip(",")
    heads, low = words("joining_heads"), [w.lower() for w in left.words]
    if link == "to" or low[0] in first_names() or low[-1] in words("suffixes"):
        return False
    if link in ("and", "&"):
        # "Immigration and Customs Enforcement", "Koreatown Youth and Community Center", never "Smith and Jones".
        plain = not any(w in words("titles") or w in words("not_names") for w in low)
        last = right.words[-1].lower()
        return link == "&" or (
            plain
            and last in words("strong_organizations")
            and len(right.words) > 1
            and low[-1] not in organization_words()
            and right.words[0].lower() not in first_names()
        )
    return low[-1] in heads or (low[0] in heads and " of " in text[left.starts[0] : left.end])


def _trimmed(run, text, lower):
    """The run without a sentence's first word that is no name, and without days and months at its ends."""
    start, end = 0, len(run.words)
    while start < end and (_starts_only(run.words[start]) or run.words[start].lower() in words("calendar")):
        start += 1
    while (
        end > start
        and _ends_no_name(run.words[end - 1].lower(), end - start)
        and not _is_full_name(run.words[start:end])
    ):
        end -= 1
    if end - start == 1 and start == 0 and _opens_sentence(text, run.starts[0]):
        low = run.words[0].lower()
        if low in lower and low not in first_names():
            end = start
    if end == len(run.words) or end == start:
        return _Run(run.words[start:end], run.starts[start:end], run.end)
    return _Run(run.words[start:end], run.starts[start:end], run.starts[end - 1] + len(run.words[end - 1]))


def _untangled(run):
    """The run without what a web page's links to people have glued to it: "Ada Quill Ada Marie QuillStern leads" is Ada Quill."""
    glued = next((i for i, word in enumerate(run.words) if _GLUED.match(word)), None) if len(run.words) > 1 else None
    if glued is not None:
        part = _GLUED.match(run.words[glued]).group()
        run = _Run((*run.words[:glued], part), run.starts[: glued + 1], run.starts[glued] + len(part))
    places = [
        (i, j)
        for i, word in enumerate(run.words)
        for j in range(i + 2, min(i + 5, len(run.words)))
        if run.words[j] == word
    ]
    if not places:
        return run
    first, again = places[0]
    if again - first == 2:  # "Ada Quill Ada …"
        return _Run(run.words[:again], run.starts[:again], run.starts[again - 1] + len(run.words[again - 1]))
    return _Run(run.words[first + 1 :], run.starts[first + 1 :], run.end)  # "Quill Ada Marie Quill"


def _ends_no_name(low, length):
    """True for a day or month at a name's end, and for a verb, as headlines have it ("Quill Says")."""
    return low in words("not_names") or (
        length > 1 and low in words("reporting") | words("thought") and low.endswith("s")
    )


def _is_full_name(parts):
    """True for "Ada French": a given name, and a surname that elsewhere is no name."""
    return len(parts) == 2 and parts[0].lower() in first_names() and parts[1].lower() in words("surnames_too")


def _starts_only(word):
    """True for a word that is capitalised only because it opens a sentence."""
    low = word.lower().replace("’", "'")
    return low in words("starters") and (len(word) == 1 or not word.isupper())


def _opens_sentence(text, at):
    before = text[max(0, at - 3) : at].rstrip(" \u00a0“\"‘'(—–-")
    return not before or before[-1] in '.!?:\n”"’'


def _as_mention(run, text, lower):
    low = [w.lower() for w in run.words]
    n_title = _title_length(low)
    firm = "&" in text[run.starts[0] : run.end]  # Quill & Stern
    kind = "organization" if firm else _kind(run, low, n_title, text[max(0, run.starts[0] - 4) : run.starts[0]])
    if kind == "person" and not n_title and _is_of_common_words(run.words, lower):
        kind = "other"
    if kind == "person":
        while n_title < len(low) - 1 and low[n_title] in words("not_names"):
            n_title += 1
    else:
        n_title = 0
    return Mention(run.starts[n_title], run.end, run.words[n_title:], kind, " ".join(run.words[:n_title]))


def _is_of_common_words(parts, lower):
    """True for "Flores Settlement Agreement", "EIP Card", "Respect MP", "California Edison": no given name, no surname."""
    if parts[0].lower() in first_names() or len(parts[0].rstrip(".")) == 1:
        return False
    acronym = (parts[0].isupper() and len(parts[0]) > 2) or (
        parts[-1].isupper() and parts[-1].lower() not in words("suffixes")
    )
    return acronym or parts[-1].lower() in lower or parts[0].lower() in words("places")


@cache
def _title_words():
    return words("titles") | words("courtesy_male") | words("courtesy_female")


def _title_length(low):
    """How many of the words come before the name: up to the last title, or up to a known given name."""
    last = max((i for i, w in enumerate(low[:-1]) if w in _title_words()), default=-1)
    starts_with_name = low[0] in first_names() or len(low[0].rstrip(".")) == 1
    if starts_with_name and low[0] not in _title_words():
        # "Charlotte Mayor Ada Quill" has a title, "Martin Luther King" and "Dean Major Smith" have none.
        return last + 1 if last > 0 and low[last + 1] in first_names() else 0
    if last > -1:
        return last + 1
    if all(w in _title_words() or w in words("title_parts") for w in low):
        return len(low)
    return next((i for i, w in enumerate(low[:-1]) if w in first_names()), 0)


def _kind(run, low, n_title, before):
    """What a run of words names; `low` are the words in lower case, `before` the characters before it."""
    name = low[n_title:]
    if not name:
        return "title"
    full = " ".join(low)
    if full in words("places") or (len(low) > 1 and low[0] in words("place_openers")):
        return "place"
    if all(w in words("not_names") for w in low):
        return "other"
    if full in words("institutions") or (len(low) == 1 and _ACRONYM.fullmatch(run.words[0])):
        return "organization"
    is_given = name[0] in first_names() or len(name[0].rstrip(".")) == 1
    heads = words("strong_organizations") if is_given and len(name) > 1 else organization_words()
    courteous = n_title and low[n_title - 1] in words("courtesy_male") | words("courtesy_female")
    # The head of an institution's name is its last word, or stands before the "of" in "Department of Justice".
    if not courteous and (name[-1] in heads or any(w in words("joining_heads") for w in _before_links(run, n_title))):
        return "organization"
    return _kind_of_name(name, n_title, is_given, before)


def _before_links(run, n_title):
    """The words of a run that a joining "of", "for", "and" … follows."""
    ends = [start + len(word) for word, start in zip(run.words, run.starts)]
    return [run.words[i].lower() for i in range(n_title, len(ends) - 1) if run.starts[i + 1] > ends[i] + 2]


def _kind_of_name(name, n_title, is_given, before):
    if n_title or (is_given and len(name) > 1):
        return "person"
    if len(name) == 1:
        return "other"
    if " ".join(name[-2:]) in words("places") or name[-1] in words("places"):
        return "place"
    # "the Golden Wattle" is rarely somebody; two or three unknown words without an article mostly are.
    return "other" if before.lower().endswith("the ") or len(name) > 4 else "person"
