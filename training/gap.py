"""GAP: passages with he or she as pronoun contexts, clues and labels, and its score (training, benchmark, tests)."""

import csv
import gzip
from pathlib import Path
from typing import NamedTuple

import numpy as np

from analysis.quotes.document import read_document
from analysis.quotes.names.mentions import Mention, find_mentions
from analysis.quotes.names.people import Person, group_people
from analysis.quotes.speakers.pronoun_clues import clues
from analysis.quotes.speakers.pronoun_context import (
    Candidate,
    Pronoun,
    PronounContext,
    build_context,
    candidates,
    read_pronoun,
)
from analysis.words.text import sentences


class Passage(NamedTuple):
    """One pronoun; its candidates, their clues and labels (1 meant, 0 not, -1 unknown); rows of A and B."""

    context: PronounContext
    pronoun: Pronoun
    found: list[Candidate]
    table: np.ndarray
    labels: np.ndarray
    rows: tuple[int, int]
    meant: tuple[bool, bool]
    gender: str


def read_gap(path: Path) -> list[Passage]:
    """Return the passages of one of GAP's files (Webster et al. 2018), with the two names it asks about given."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return [_passage(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def gap_f1(passages: list[Passage], chances: list[np.ndarray], *, least: float) -> dict[str, float]:
    """F1 in percent over all yes-or-no questions (is A meant, is B meant), for all, "m" and "f", as GAP defines it.

    In GAP's gold-two-mention setting the answer is A, B or neither: the likelier of the two if its chance is
    `least` or more.
    """
    counts = {group: np.zeros(3) for group in ("all", "m", "f")}
    for passage, chance in zip(passages, chances, strict=True):
        pair = chance[list(passage.rows)]
        for which in (0, 1):
            said = pair[which] >= least and pair[which] == pair.max()
            tally = np.array(
                [said and passage.meant[which], said and not passage.meant[which], passage.meant[which] and not said]
            )
            counts["all"] += tally
            counts[passage.gender] += tally
    return {group: 100 * 2 * right / (2 * right + wrong + missed) for group, (right, wrong, missed) in counts.items()}


def _passage(row: dict[str, str]) -> Passage:
    text, names = row["Text"], [(int(row[f"{x}-offset"]), row[x]) for x in "AB"]
    people = _people(text, names)
    context = build_context(text, [s.start for s in sentences(text)], people)
    start = int(row["Pronoun-offset"])
    pronoun = read_pronoun(text, start, start + len(row["Pronoun"]))
    asked = [next(n for n, p in enumerate(people) for m in p.mentions if m.start == at) for at, _ in names]
    found = candidates(context, pronoun)
    for number, (at, _) in zip(asked, names, strict=True):
        if number not in dict(found):
            found.append(Candidate(number, next(m for m in people[number].mentions if m.start == at)))
    meant = tuple(row[f"{x}-coref"] == "TRUE" for x in "AB")
    right = {number for number, yes in zip(asked, meant, strict=True) if yes}
    numbers = [number for number, _ in found]
    labels = np.array([1 if n in right else 0 if right or n in asked else -1 for n in numbers])
    rows = tuple(numbers.index(n) for n in asked)
    return Passage(context, pronoun, found, clues(context, pronoun, found), labels, rows, meant, pronoun.gender)


def _people(text: str, names: list[tuple[int, str]]) -> list[Person]:
    """Return the people found in a passage, with the two given names put in where the finder has them otherwise."""
    document = read_document(text)
    mentions = find_mentions(document)
    for at, name in names:
        over = [m for m in mentions if m.start < at + len(name) and at < m.end]
        if [(m.start, m.end, m.kind) for m in over] != [(at, at + len(name), "person")]:
            mentions = [m for m in mentions if m not in over]
            mentions.append(
                Mention(at, at + len(name), tuple(name.split()), "person", next((m.title for m in over if m.title), ""))
            )
    people = group_people(document, sorted(mentions))
    for at, name in names:
        if not any(m.start == at for p in people for m in p.mentions):
            people.append(Person(name, "", tuple(m for m in mentions if m.start == at)))
    return sorted(people, key=lambda person: person.mentions[0])
