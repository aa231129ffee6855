"""From the source of each attribution to its speaker: a person, an institution, a document, or somebody unnamed."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from analysis.quotes.document import Document
from analysis.quotes.speakers.antecedents import antecedent, in_apposition
from analysis.quotes.speakers.discourse import Discourse, Speaker, Turn
from analysis.quotes.speakers.groups import is_idea
from analysis.quotes.speakers.pairs import earlier_pair
from analysis.quotes.speakers.pronoun_context import FORMS
from analysis.quotes.speakers.pronoun_referents import NEAR, earlier_group, earlier_thing, he_or_she
from analysis.quotes.speakers.referents import by_handle, by_institution, by_name, by_names, by_role
from analysis.quotes.speakers.source_kinds import with_learned_kind
from analysis.quotes.speakers.source_phrases import SourcePhrase, read_source_phrase
from analysis.quotes.speakers.speaker_confidence import confidence, evidence
from analysis.quotes.tagging.attributions import Attribution


class Around(NamedTuple):
    """The attribution in whose content a source stands: its number, and the part of the content."""

    number: int
    span: tuple[int, int]


class Resolved(NamedTuple):
    """A speaker with the evidence from which the confidence in it is computed."""

    speaker: Speaker
    evidence: dict[str, float]


def resolve_speakers(document: Document, attributions: Sequence[Attribution]) -> list[Speaker]:
    """Return the speaker of each attribution, in the order given.

    Sources are resolved in the order of the text, because a source such as "she" or "the official" can refer to an
    earlier one. "I" and "we" come last: they are the speaker of the quote around them.

    Parameters
    ----------
    document : Document
        The article.
    attributions : sequence of Attribution
        Its attributions. Cue and source may be empty.

    Returns
    -------
    list of Speaker
        `name` is as the article first gives it in full: surnames, titles, pronouns, "the spokesperson" and "the agency"
        are led back to it. It is None if nobody is named. A person known by surname only keeps the title ("Ms. Quill").
        Several named people are joined by " and ". `kind` is one of `SPEAKER_KINDS`. `role` is the article's wording:
        apposition, title, or the words of an unnamed source. `confidence` is the chance (0 to 1) that the name is
        right, or that nobody is named.

    Examples
    --------
    >>> from analysis.quotes.document import read_document
    >>> document = read_document("“Fine,” Ada Quill, a lawyer, said. Mr. Stern nodded. She left, she said.")
    >>> attributions = [Attribution(((0, 7),), ((29, 33),), ((8, 17),), "direct", 1.0),
    ...                 Attribution(((53, 61),), ((67, 71),), ((63, 66),), "indirect", 1.0)]
    >>> [(speaker.name, speaker.role) for speaker in resolve_speakers(document, attributions)]
    [('Ada Quill', 'a lawyer'), ('Ada Quill', 'a lawyer')]
    """
    resolved = resolve_with_evidence(document, attributions)
    return [one.speaker._replace(confidence=confidence(one.evidence)) for one in resolved]


def resolve_with_evidence(document: Document, attributions: Sequence[Attribution]) -> list[Resolved]:
    """Return the speaker of each attribution with the evidence for it, in the order given."""
    if not attributions:
        return []
    discourse = Discourse(document)
    sources = [
        read_source_phrase(document, a.source_spans, discourse.mentions, discourse.named) if a.source_spans else None
        for a in attributions
    ]
    named_at = _named_at(discourse, sources)
    around = _around(attributions)
    resolved = [Resolved(Speaker(), {})] * len(attributions)
    for i in sorted(range(len(attributions)), key=lambda i: _start(attributions[i])):
        source, outer = sources[i], around[i]
        is_quoted = outer is not None and attributions[outer.number].quote_type == "direct"
        discourse.quoting = _number_of(discourse, sources[outer.number]) if outer and is_quoted else None
        ruled = _referent(discourse, source) if source else _same_speaker(discourse, attributions[i])
        speaker = with_learned_kind(discourse, attributions[i], source, ruled)
        resolved[i] = Resolved(speaker, evidence(discourse, source, speaker, named_at))
        number = speaker.number
        if source and source.is_he_or_she and number is not None:
            discourse.note_gender(number, FORMS[source.phrase.lower()][0])
        turn = _turn(attributions[i], source, speaker)
        discourse.add_turn(turn._replace(within=outer.span if outer else None))
    return _with_self_references(around, sources, resolved)


def _named_at(discourse: Discourse, sources: Iterable[SourcePhrase | None]) -> dict[int, list[int]]:
    """Return for each person, by number, where the sources that give the name begin."""
    found: dict[int, list[int]] = {}
    for source in sources:
        if source and (number := _number_of(discourse, source)) is not None:
            found.setdefault(number, []).append(source.start)
    return found


def _number_of(discourse: Discourse, source: SourcePhrase | None) -> int | None:
    """Return the person whom a source names."""
    return by_name(discourse, source).number if source and source.form == "name" else None


def _start(attribution: Attribution) -> int:
    return (attribution.source_spans or attribution.content_spans)[0][0]


def _turn(attribution: Attribution, source: SourcePhrase | None, speaker: Speaker) -> Turn:
    head, is_plural = (source.head, source.is_plural) if source else ("", False)
    return Turn(_start(attribution), head, is_plural, speaker, attribution.content_spans[-1][1])


def _referent(discourse: Discourse, source: SourcePhrase) -> Speaker:
    """Return the referent of a source, by the form of its words."""
    if person := by_handle(discourse, source):
        return person
    if names := earlier_pair(discourse, source):
        return by_names(discourse, source._replace(mentions=names))
    if before := in_apposition(discourse, source):
        return _referent(discourse, before)
    match source.form:
        case "name":
            return by_name(discourse, source)
        case "joint":
            return by_names(discourse, source)
        case "role":
            return by_role(discourse, source)
        case "organization":
            return by_institution(discourse, source)
        case "document":
            return Speaker(None, "document", source.phrase)
        case "pronoun":
            return _by_pronoun(discourse, source)
    return Speaker(kind="document" if is_idea(source.phrase) else "unknown")


def _by_pronoun(discourse: Discourse, source: SourcePhrase) -> Speaker:
    match source.head:
        case "person":
            return he_or_she(discourse, source)
        case "group":
            return earlier_group(discourse, source)
        case "thing":
            return earlier_thing(discourse, source)
        case "relative":
            before = antecedent(discourse, source)
            return _referent(discourse, before) if before and before.form != "pronoun" else Speaker()
    return Speaker()


def _same_speaker(discourse: Discourse, attribution: Attribution) -> Speaker:
    """Return the speaker of a quote without a source: who spoke last, if that was a moment ago."""
    if attribution.quote_type == "indirect" or not discourse.turns:
        return Speaker()
    start = attribution.content_spans[0][0]
    last = next(discourse.last_turns(start), None)
    if last is None:
        return Speaker()
    near = 0 <= start - min(last.content_end, start) < NEAR and start - last.start < 5 * NEAR
    return last.speaker if near else Speaker()


def _with_self_references(
    around: Sequence[Around | None], sources: Sequence[SourcePhrase | None], resolved: list[Resolved]
) -> list[Resolved]:
    """Return the speakers, with the sources "I" and "we" replaced by the speaker of the quote around them."""
    result = list(resolved)
    for i, source in enumerate(sources):
        outer = around[i]
        if source is not None and source.form == "pronoun" and source.head == "self" and outer:
            result[i] = resolved[outer.number]
    return result


def _around(attributions: Sequence[Attribution]) -> list[Around | None]:
    """Return for each attribution the innermost other one whose content its source stands in, None if none."""
    contents = sorted((start, end, i) for i, a in enumerate(attributions) for start, end in a.content_spans)
    result: list[Around | None] = []
    for i, attribution in enumerate(attributions):
        at = _start(attribution)
        until = bisect_right(contents, (at, 10**9, 0))
        near = contents[max(0, until - 8) : until]
        outer = [Around(j, (start, end)) for start, end, j in near if start <= at < end and j != i]
        result.append(outer[-1] if outer else None)
    return result
