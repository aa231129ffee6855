"""All coded speakers with the evidence that the package has for the speakers it finds: to train and to measure.

Sets: "articles", whole articles coded blind (quotes_allsides.jsonl, ../shared/data/coded), of the attributions that are
found; "drawn", sampled_speakers.jsonl; "he or she", the questions of allsides.jsonl.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

import allsides
import sampled_speakers
from analysis.quotes import find_attributions, read_document
from analysis.quotes.speakers.resolve import Resolved, resolve_with_evidence
from analysis.scoring.matching import is_same, match
from analysis.scoring.relations import WordTokens
from coded_quotes import coded_attributions, records, training_articles
from same_speaker import is_right

_NAMED = frozenset(("named_person", "organization"))


class CodedSpeaker(NamedTuple):
    """A speaker that was found, with its evidence, and whether the coder named the same, or nobody as well."""

    asked: str
    article: str
    found: Resolved
    is_right: bool


def training_speakers(data: Path) -> Iterator[CodedSpeaker]:
    """Yield the coded speakers with which rules were made."""
    folder = data / "allsides"
    yield from in_articles(training_articles(folder), coded_attributions(folder))
    shared = (pd.DataFrame(records(data / "coded" / f"{name}.jsonl.gz")) for name in ("articles", "attributions"))
    yield from in_articles(*shared)
    yield from drawn(folder, batch=1)
    yield from he_or_she(folder)


def in_articles(articles: pd.DataFrame, coded: pd.DataFrame) -> Iterator[CodedSpeaker]:
    """Yield the speakers of the attributions that are found (half the content, a word of the source)."""
    for doc, text in articles[["doc", "text"]].itertuples(index=False):
        document, tokens, gold = read_document(text), WordTokens(text), coded[coded["doc"] == doc]
        attributions = find_attributions(document)
        resolved = resolve_with_evidence(document, attributions)
        found = [tokens.relation(a.content_spans, a.source_spans) for a in attributions]
        truth = [tokens.relation(*spans) for spans in zip(gold["content"], gold["source"], strict=True)]
        for pair in match(found, truth, is_same):
            one, told = resolved[pair.found], gold.iloc[pair.gold]
            yield CodedSpeaker("articles", doc, one, is_right_of(one.speaker.name, told["who"] or "", told["kind"]))


def is_right_of(found: str | None, who: str, kinds: list[str]) -> bool:
    """Return whether a speaker is who was coded; nobody is right where a kind of source without a name was coded."""
    if found is None:
        return not who or bool(set(kinds) - _NAMED)
    return bool(_NAMED & set(kinds)) and is_right(found, who)


def drawn(folder: Path, *, batch: int | None = None) -> Iterator[CodedSpeaker]:
    """Yield the speakers of the sources that were drawn by form."""
    for one in sampled_speakers.coded(folder, batch=batch):
        attributions, place = sampled_speakers.with_attributions(one)
        found = resolve_with_evidence(read_document(one["words"]), attributions)[place]
        yield CodedSpeaker("drawn", one["text"], found, is_right(found.speaker.name, one["who"]))


def he_or_she(folder: Path) -> Iterator[CodedSpeaker]:
    """Yield the speakers of drawn pronouns."""
    for asks in ("he_or_she", "he_or_she_held_out"):
        for question in allsides.coded(folder, asks):
            document, attributions, place = allsides.with_attributions(question)
            found = resolve_with_evidence(document, attributions)[place]
            right = allsides.is_same(found.speaker.name, allsides.named(question))
            yield CodedSpeaker("he or she", question["text"], found, right)
