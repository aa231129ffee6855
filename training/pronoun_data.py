"""Passages with he and she to train on: GAP, GUM, and news in which names were made pronouns.

Made pronouns follow WikiCREM (Kocijan et al. 2019): where somebody is named again beside others, the name is
replaced by he, him or his, she or her, and whom it named is known. Nothing of the texts is kept.
"""

import gzip
import hashlib
import json
import random
import re
from bisect import bisect_right
from pathlib import Path
from typing import NamedTuple

from analysis.quotes.document import read_document
from analysis.quotes.lexicon import gender_of_first_name, words
from analysis.quotes.names.mentions import Mention
from analysis.quotes.speakers.discourse import Discourse
from analysis.quotes.speakers.pronoun_context import FORMS, Pronoun, PronounContext, candidates
from datasets import ROOT, read_json_lines
from gap import Passage as GapPassage
from gap import read_gap
from pronoun_windows import NOBODY

LENGTH = 8000  # characters read of a news article
_NEAR = 350  # characters, about two sentences, within which a person was named before
# Share of such mentions that are made pronouns, with somebody else beside who fits, and without.
_MADE, _MADE_ALONE = 0.5, 0.15
_FORMS = {"m": ("he", "him", "his"), "f": ("she", "her", "her")}
_OWNER = re.compile(r"['’]s\b")
_WORD = re.compile(r"[A-Za-z’'-]+")
_LEADS = frozenset(
    "and but when while because that if where as since although though until whether or after before once unless then "
    "so what how why".split()
)
_TAKES_OBJECT = frozenset(
    "of to for with by from on at about against between under over into like through than toward towards "
    "including without among upon near behind told asked called urged accused made helped let met saw".split()
)


class Question(NamedTuple):
    """A pronoun's offsets, and who may be meant: numbers of people, or NOBODY. Any other answer is wrong."""

    start: int
    end: int
    allowed: frozenset[int]


Edit = tuple[
    int, int, str, int | None
]  # (start, end, new words, number): a number makes them a pronoun for that person


class Passage(NamedTuple):
    """A text, its mentions of people as (start, end, number of the person), and what is asked."""

    text: str
    mentions: list[tuple[int, int, int]]
    questions: list[Question]


def from_gap(path: Path) -> list[Passage]:
    """Return GAP's passages, with one question each. Where neither name is meant, nobody or anybody else may be."""
    return [_gap_passage(p) for p in read_gap(path)]


def _gap_passage(passage: GapPassage) -> Passage:
    numbers = [number for number, _ in passage.found]
    asked = [numbers[row] for row in passage.rows]
    right = frozenset(number for number, yes in zip(asked, passage.meant, strict=True) if yes)
    others = frozenset(range(len(passage.context.people))) - set(asked) | {NOBODY}
    return Passage(passage.context.text, _mentions(passage.context), [Question(*passage.pronoun[:2], right or others)])


def _mentions(context: PronounContext) -> list[tuple[int, int, int]]:
    return [(m.start, m.end, number) for m, number in zip(context.mentions, context.owners, strict=True)]


def news_texts(folder: Path, n: int) -> list[str]:
    """Return beginnings of news articles in an order drawn once, none of them coded by hand in tests/gold."""
    coded = {
        json.loads(line)["text"]
        for line in (ROOT / "tests" / "gold" / "allsides.jsonl").read_text(encoding="utf-8").splitlines()
    }
    files = [folder / f"{name}.jsonl.gz" for name in ("other", "immigration")]
    texts = [row["content_original"] for file in files for row in read_json_lines(file)]
    texts = [text for text in texts if hashlib.sha256(text.encode()).hexdigest()[:16] not in coded]
    return [text[:LENGTH] for text in random.Random(3).sample(texts, min(n, len(texts)))]


def from_news(text: str, chance: random.Random) -> Passage:
    """Return an article's narration with some names made pronouns, and its own pronouns that the genders decide."""
    context = Discourse(read_document(text)).pronoun_context
    own = [
        Question(p.start, p.end, frozenset([number]))
        for p in context.pronouns
        if (number := _decided(context, p)) is not None
    ]
    passage = Passage(context.text, _mentions(context), own)
    return rewrite(passage, _replacements(context, chance))


def _decided(context: PronounContext, pronoun: Pronoun) -> int | None:
    near = candidates(context, pronoun)
    genders = [context.people[number].gender for number, _ in near]
    decided = len(near) > 1 and all(genders) and genders.count(pronoun.gender) == 1
    return near[genders.index(pronoun.gender)][0] if decided else None


def _replacements(context: PronounContext, chance: random.Random) -> list[Edit]:
    """Return the edits that make some names pronouns, of people who were named a moment ago."""
    found, kept = [], {}  # where each person was last named by name
    genders = {number: person.gender or chance.choice("mf") for number, person in enumerate(context.people)}
    for place, (mention, number) in enumerate(zip(context.mentions, context.owners, strict=True)):
        near = range(max(0, place - 8), place)
        around = {context.owners[p] for p in near if mention.start - context.mentions[p].end < _NEAR}
        rivals = {n for n in around - {number} if context.people[n].gender in ("", genders[number])}
        named = number in around and mention.start - kept[number] < _NEAR
        drawn = named and chance.random() < (_MADE if rivals else _MADE_ALONE)
        new = _pronoun(context.text, mention, genders[number]) if drawn else None
        if new:
            found.append((*new, number))
        else:
            kept[number] = mention.end
    return found


def _pronoun(text: str, mention: Mention, gender: str) -> tuple[int, int, str] | None:
    """Return the pronoun that can stand for a name as (start, end, word), None where none fits."""
    start = mention.start - len(mention.title) - 1 if mention.title else mention.start
    if text.startswith(("(", "-", "–", " (", " and "), mention.end):
        return None
    before, owner = text[max(0, start - 25) : start], _OWNER.match(text, mention.end)
    end, (subject, other, own) = owner.end() if owner else mention.end, _FORMS[gender]
    last = (_WORD.findall(before) or [""])[-1].lower()
    if not before.strip() or before.rstrip()[-1] in ".!?:\n”" or before.endswith("\n"):
        return start, end, (own if owner else subject).capitalize()
    if owner:
        return (start, end, own) if before.endswith(" ") and last not in ("the", "a") else None
    if last in _TAKES_OBJECT and before.endswith(last + " "):
        return start, end, other
    clause = before.endswith((", ", ", and ")) or last in (_LEADS | words("reporting")) - {"and"}
    return (start, end, subject) if clause else None


def rewrite(passage: Passage, edits: list[Edit]) -> Passage:
    """Return the passage with the edits made."""
    parts, ends, grown, made, at, gone = [], [], [0], [], 0, set()
    for start, end, new, number in edits:
        if start < at:
            continue
        parts += [passage.text[at:start], new]
        if number is not None:
            made.append(Question(start + grown[-1], start + grown[-1] + len(new), frozenset([number])))
            gone |= set(range(start, end))
        ends.append(end)
        grown.append(grown[-1] + len(new) - (end - start))
        at = end

    def move(place: int) -> int:
        return place + grown[bisect_right(ends, place)]

    mentions = [(move(s), move(e), n) for s, e, n in passage.mentions if s not in gone]
    asked = [Question(move(q.start), move(q.end), q.allowed) for q in passage.questions]
    return Passage("".join([*parts, passage.text[at:]]), mentions, sorted(asked + made))


def renamed(passage: Passage, names: dict[str, list[str]], chance: random.Random) -> Passage:
    """Return the passage with its people renamed: given names become others of that gender, surnames any other."""
    new, edits = {}, {}
    for start, end, _ in passage.mentions:
        for found in _WORD.finditer(passage.text, start, end):
            word, tail = re.fullmatch(r"(.+?)(['’]s)?", found.group()).groups(default="")
            if word[0].isupper() and len(word) > 2:
                new.setdefault(word, chance.choice(names[gender_of_first_name(word) or "surname"]))
                edits[found.start()] = (found.start(), found.end(), new[word] + tail, None)
    return rewrite(passage, [edits[at] for at in sorted(edits)])


def name_lists(passages: list[Passage]) -> dict[str, list[str]]:
    """Return given names by gender, and the last words of people's names as surnames."""
    last = sorted({p.text[s:e].split()[-1] for p in passages for s, e, _ in p.mentions if " " in p.text[s:e]})
    plain = [w for w in last if w.isalpha() and w[0].isupper() and len(w) > 2 and not gender_of_first_name(w)]
    return {
        "surname": plain,
        "m": sorted(w.capitalize() for w in words("male")),
        "f": sorted(w.capitalize() for w in words("female")),
    }


_TAG = re.compile(r"\((\d+)-([a-z]+)[^()]*(\))?|(\d+)\)")


def from_gum(path: Path) -> list[Passage]:
    """Return GUM's documents: he and she with the named people among the gold entities."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        documents = "".join(lines).split("# newdoc id")[1:]
    rows = [[line.split("\t") for line in document.split("\n") if re.match(r"\d+\t", line)] for document in documents]
    return [passage for passage in map(_gum_passage, rows) if passage.questions]


def _gum_passage(rows: list[list[str]]) -> Passage:
    text, starts, ends = "", [], []
    for row in rows:
        starts.append(len(text))
        text += row[1]
        ends.append(len(text))
        text += "" if "SpaceAfter=No" in row[9] else " "
    meant = {(starts[first], ends[last]): n for first, last, n in _people(rows)}
    pronouns = {(s, e) for row, s, e in zip(rows, starts, ends, strict=True) if row[1].lower() in FORMS}
    named = {s for row, s in zip(rows, starts, strict=True) if row[4] == "NNP"}
    mentions = sorted(
        (s, e, n)
        for (s, e), n in meant.items()
        if (s, e) not in pronouns and e - s < 60 and any(s <= at < e for at in named)
    )
    known = {n for _, _, n in mentions}
    asked = [
        Question(*p, frozenset([meant[p] if meant[p] in known else NOBODY])) for p in sorted(pronouns) if p in meant
    ]
    return Passage(text, mentions, asked)


def _people(rows: list[list[str]]) -> list[tuple[int, int, int]]:
    """Return (first row, last row, number) of each person in the column of entities, whose brackets open and close."""
    opened, found = {}, []
    for place, row in enumerate(rows):
        column = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for tag in _TAG.finditer(column.group(1)) if column else ():
            number, kind, closed, ends = tag.groups()
            if number:
                opened.setdefault(number, []).append((place, kind))
            if closed or ends:
                first, kind = opened[number or ends].pop()
                found += [(first, place, int(number or ends))] if kind == "person" else []
    return found
