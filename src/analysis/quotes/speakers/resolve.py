"""Who is speaking: from the spans of an attribution to a person, an institution, a document, or somebody unnamed."""

from bisect import bisect_right
from typing import NamedTuple

from analysis.quotes.cue_kinds import cue_kind
from analysis.quotes.speakers import discourse, referents
from analysis.quotes.speakers.discourse import Article, Heard, Who
from analysis.quotes.speakers.narration import place
from analysis.quotes.speakers.pronoun_clues import FORMS, read_pronoun
from analysis.quotes.speakers.pronouns import resolve_pronouns
from analysis.quotes.speakers.source_phrases import Source, read_source

_GAP = 400  # characters between a quote and an earlier one by the same speaker, when nobody is named beside it


class Identity(NamedTuple):
    """Who speaks (None if nobody is named), what that is, in which role, and which kind of saying it is."""

    speaker: str | None
    speaker_kind: str
    speaker_role: str | None
    cue_kind: str


def identify(text: str, attributions: list) -> list[Identity]:
    """For each attribution who says it: `speaker`, `speaker_kind`, `speaker_role`, `cue_kind`, in the order given.

    `attributions` have `content_spans`, `cue_spans`, `source_spans` (tuples of (start, end), the last two may be empty) and
    `quote_type`. `speaker` is the name as the article first gives it in full: surnames, titles, pronouns, "the spokesperson"
    and "the agency" are led back to it; it is None if nobody is named. A person known by surname only keeps the title
    ("Ms. Quill"); several named people are joined by " and ". `speaker_kind` is named_person, unnamed_person, organization,
    document or unknown. `speaker_role` is the article's wording: apposition, title, or the words of an unnamed source.

    >>> from analysis.quotes.tagging.attributions import Attribution
    >>> text = "“Fine,” Ada Quill, a lawyer, said. Mr. Stern nodded. She left, she said."
    >>> said = [Attribution(((0, 7),), ((29, 33),), ((8, 17),), "direct", 1.0),
    ...         Attribution(((53, 61),), ((67, 71),), ((63, 66),), "indirect", 1.0)]
    >>> [(who.speaker, who.speaker_role) for who in identify(text, said)]
    [('Ada Quill', 'a lawyer'), ('Ada Quill', 'a lawyer')]
    """
    if not attributions:
        return []
    article = discourse.read_article(text)
    sources = [read_source(text, a.source_spans, article.mentions) if a.source_spans else None for a in attributions]
    if any(source and source.form == "role" for source in sources):
        article = article._replace(offices=discourse.offices(text, article.people))
    found: dict[int, Who] = {}
    for i in sorted(range(len(attributions)), key=lambda i: _where(attributions[i])):
        attribution, source = attributions[i], sources[i]
        who = found[i] = _who(article, source) if source else _unsaid(article, attribution)
        several, head = referents.is_several(source), source.head if source else ""
        article.heard.append(Heard(_where(attribution), head, several, who, attribution.content_spans[-1][1]))
    found |= _speaking_of_themselves(attributions, sources, found)
    return [_identity(text, a, found[i]) for i, a in enumerate(attributions)]


def _identity(text, attribution, who):
    return Identity(who.speaker, who.kind, who.role, cue_kind(text, attribution.cue_spans, speaker_kind=who.kind))


def _where(attribution):
    return (attribution.source_spans or attribution.content_spans)[0][0]


def _who(article: Article, source: Source) -> Who:
    if source.form == "name":
        return referents.by_name(article, source)
    if source.form == "joint":
        return referents.jointly(article, source)
    if source.form == "role":
        return referents.by_role(article, source)
    if source.form == "organization":
        if source.mentions and source.head in ("organization", "place"):
            return referents.by_name(article, source)
        return referents.by_institution(article, source, _owner(article, source))
    if source.form == "document":
        return Who(None, "document", source.phrase)
    return _by_pronoun(article, source) if source.form == "pronoun" else Who()


def _by_pronoun(article, source):
    if source.head == "person":
        return _he_or_she(article, source)
    if source.head == "group":
        return referents.earlier_group(article, source)
    if source.head == "thing":
        return referents.earlier_thing(article, source)
    if source.head == "relative":
        before = referents.antecedent(article, source)
        return _who(article, before) if before and before.form != "pronoun" else Who()
    return Who()


def _owner(article, source):
    """The person whom "his" or "her" means in a source such as "her campaign"."""
    first = source.phrase.split()[0].lower()
    return _ranked(article, source.start, first) if first in ("his", "her") else None


def _ranked(article, start, form):
    pronoun, told = read_pronoun(article.text, start, start + len(form)), place(article.narration, start)
    return resolve_pronouns(article.scene, [pronoun._replace(start=told, end=told + len(form))])[0]


def _he_or_she(article, source):
    """Whoever spoke a moment ago, if that can be he or she and nobody else who can was named since; else the ranker's choice."""
    gender = FORMS[source.phrase.lower()][0]
    last = article.heard[-1] if article.heard else None
    if last is not None and last.at == source.start:  # the same "he", of whom two things are told
        return last.who
    near = last is not None and last.at < source.start < max(last.at, last.content_end) + _GAP
    if near and last.who.number is not None and article.people[last.who.number].gender in ("", gender):
        since = max(last.at, min(last.content_end, source.start))
        if not discourse.named_between(article, gender, start=since, end=source.start, apart_from=last.who.number):
            discourse.learn_gender(article, last.who.number, gender)
            return last.who
    number = _ranked(article, source.start, source.phrase)
    if near and last.who.kind == "unnamed_person" and not last.several and referents.is_one(last.who.role or ""):
        recent = discourse.last_named(article, number, source.start) if number is not None else -1
        if recent < last.at and ("\n" not in article.text[last.at : source.start] or recent < last.at - _GAP):
            return last.who
    if number is None:
        return Who()
    discourse.learn_gender(article, number, gender)
    return discourse.person(article, number)


def _unsaid(article, attribution):
    """The speaker of a quote beside which nobody stands: the last one heard, if that was a moment ago."""
    if attribution.quote_type == "indirect" or not article.heard:
        return Who()
    last, start = article.heard[-1], attribution.content_spans[0][0]
    return last.who if 0 <= start - min(last.content_end, start) < _GAP and start - last.at < 5 * _GAP else Who()


def _speaking_of_themselves(attributions, sources, found):
    """Who "I" and "we" are: the one who speaks the quote around them."""
    contents = sorted((start, end, i) for i, a in enumerate(attributions) for start, end in a.content_spans)
    settled = {}
    for i, source in enumerate(sources):
        if source is not None and source.form == "pronoun" and source.head == "self":
            until = bisect_right(contents, (source.start, len(contents), 0))
            around = [
                p for start, end, p in contents[max(0, until - 8) : until] if start <= source.start < end and p != i
            ]
            settled[i] = found[around[-1]] if around else Who()
    return settled
