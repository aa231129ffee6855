"""The referent of a source that is a pronoun: he and she, they, it, who and which."""

from analysis.quotes.names.institutions import is_document
from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.nouns import gender_of_noun
from analysis.quotes.speakers.discourse import Discourse, Speaker, Turn
from analysis.quotes.speakers.pronoun_context import FORMS, Pronoun, PronounContext, candidates, read_pronoun
from analysis.quotes.speakers.pronouns import Meant, chances, resolve_pronoun
from analysis.quotes.speakers.source_phrases import SourcePhrase, is_one_person

NEAR = 400  # characters between a quote and an earlier one by the same speaker, when nobody is named beside it


def he_or_she(discourse: Discourse, source: SourcePhrase) -> Speaker:
    """Return who spoke a moment ago, if that can be he or she and nobody else who can was named since.

    Otherwise return whom the model of pronouns chooses.
    """
    gender = FORMS[source.phrase.lower()][0]
    last = next(discourse.last_turns(source.start), None)
    if last is not None and last.start == source.start:  # the same "he", who says two things
        return last.speaker
    if last is not None and not last.start < source.start < max(last.start, last.content_end) + NEAR:
        last = None
    if discourse.narration.leaves_out(source.start) and last is not None and last.within is None:
        last = None
    if last is not None and _goes_on(discourse, last, source, gender):
        return last.speaker
    meant = person_meant(discourse, source.start, source.phrase)
    if last is not None and _is_unnamed_speaker(discourse, last, source, meant.number if meant else None):
        return last.speaker
    return Speaker(kind="unnamed_person") if meant is None else discourse.speaker(*meant)


def _goes_on(discourse: Discourse, last: Turn, source: SourcePhrase, gender: str) -> bool:
    """Return whether the last speaker is named and can be meant, and nobody else who can was named since."""
    number = last.speaker.number
    if number is None or number == discourse.quoting or discourse.people[number].gender not in ("", gender):
        return False
    since = max(last.start, min(last.content_end, source.start))
    return not discourse.rival_named_between(number, gender, start=since, end=source.start)


def _is_unnamed_speaker(discourse: Discourse, last: Turn, source: SourcePhrase, number: int | None) -> bool:
    """Return whether he or she is the unnamed person quoted last rather than person `number`."""
    speaker = last.speaker
    if speaker.kind != "unnamed_person" or last.is_plural or not is_one_person(speaker.role or ""):
        return False
    if gender_of_noun(last.head) not in ("", FORMS[source.phrase.lower()][0]):
        return False
    named = discourse.last_named(number, source.start) if number is not None else -1
    same_paragraph = "\n" not in discourse.document.text[last.start : source.start]
    return named < last.start and (same_paragraph or named < last.start - NEAR)


def person_meant(discourse: Discourse, start: int, form: str) -> Meant | None:
    """Return the person whom the model chooses for a pronoun at an offset of the document."""
    pronoun = read_pronoun(discourse.document.text, start, start + len(form))
    context, at = discourse.context_at(start)
    return resolve_pronoun(context, pronoun._replace(start=at, end=at + len(form)), without=discourse.quoting)


def chances_of_a_pronoun(discourse: Discourse, source: SourcePhrase) -> dict[int, float]:
    """Return for each person nearby the chance that a he in place of a source would mean this person, of any gender."""
    start, end = (discourse.narration.offset(at) for at in (source.start, source.end))
    context = _with_he(discourse.pronoun_context, start, max(start, end))
    pronoun = Pronoun(start, start + len("he"), "m", "subject")
    found = candidates(context, pronoun)
    return {c.number: float(chance) for c, chance in zip(found, chances(context, pronoun, found), strict=True)}


def _with_he(context: PronounContext, start: int, end: int) -> PronounContext:
    """Return a context in which a phrase is replaced by "he", and everybody named can be he."""
    by = len("he") - (end - start)

    def moved(mention: Mention) -> Mention:
        return mention if mention.start < start else mention._replace(start=mention.start + by, end=mention.end + by)

    kept = [place for place, m in enumerate(context.mentions) if not start <= m.start < end]
    people = [
        person._replace(gender="m", mentions=tuple(moved(m) for m in person.mentions if not start <= m.start < end))
        for person in context.people
    ]
    return PronounContext(
        context.text[:start] + "he" + context.text[end:],
        [at if at <= start else at + by for at in context.sentence_starts if not start < at < end],
        people,
        [moved(context.mentions[place]) for place in kept],
        [context.owners[place] for place in kept],
        [p if p.start < start else p._replace(start=p.start + by, end=p.end + by) for p in context.pronouns],
    )


def earlier_group(discourse: Discourse, source: SourcePhrase) -> Speaker:
    """Return whom "they" means within three sentences.

    It is the last source of several people, else the last institution, else the last person or group without a name,
    else a group that nobody names.
    """
    near = discourse.turns_near(source.start, 3)
    plural = [turn for turn in near if turn.is_plural]
    organizations = [turn for turn in near if turn.speaker.kind == "organization"]
    unnamed = [turn for turn in near if turn.speaker.kind in ("unnamed_person", "group")]
    return next((turn.speaker for turn in [*plural, *organizations, *unnamed]), Speaker(kind="group"))


def earlier_thing(discourse: Discourse, source: SourcePhrase) -> Speaker:
    """Return what "it" means: the institution or document quoted last within three sentences, or named last."""
    for turn in discourse.turns_near(source.start, 3):
        if turn.speaker.kind in ("organization", "document"):
            return turn.speaker
    since = discourse.sentence_start(source.start, back=1)
    named = [
        at
        for at, name in discourse.institution_at.items()
        if since <= discourse.narration.offset(at) and at < source.start and not is_document(name)
    ]
    return Speaker(discourse.institution_at[max(named)], "organization") if named else Speaker()
