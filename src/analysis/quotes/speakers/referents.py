"""The referent of a source that is a name, a role or the noun of an institution."""

import re

from analysis.quotes.lexicon import organization_words, words
from analysis.quotes.names.institutions import is_document
from analysis.quotes.names.mentions import follows_the, only_opens, tells_relatives_apart
from analysis.quotes.names.nouns import is_people, means_people, singular
from analysis.quotes.names.roles import same_role
from analysis.quotes.speakers.descriptions import person_described
from analysis.quotes.speakers.discourse import Discourse, Speaker
from analysis.quotes.speakers.groups import kind_of_people
from analysis.quotes.speakers.institution_referents import bare_institution, is_called_institution, owned_institution
from analysis.quotes.speakers.source_phrases import SourcePhrase
from analysis.words.common_words import is_common

_POSSESSIVE = re.compile(r"['’]s\b")
_POINTS_BACK = ("his ", "her ", "their ", "its ")


def by_name(discourse: Discourse, source: SourcePhrase) -> Speaker:
    """Return the person or institution a name belongs to, else the name itself."""
    mention = source.mentions[-1]
    last = mention.words[-1]
    if tells_relatives_apart(discourse.document.text, mention):  # "the elder Quill": a relative of Quill
        return Speaker(None, "unnamed_person", source.phrase)
    if len(mention.words) == 1 and last.isupper():  # HOLM or PH in a script is no institution
        in_capitals = discourse.person_by_surname.get(last.lower(), _by_initials(discourse, source))
        if in_capitals is not None:
            return discourse.speaker(in_capitals)
    has_number = any(word[-1].isdigit() for word in mention.words)  # "Fox 5" is not Fox
    if mention.start in discourse.institution_at and not has_number:
        return _institution(discourse.institution_at[mention.start], source)
    # "Camp" may be a person whose name is that of institutions; "the company, Quill Dynamics" is none.
    may_be_person = mention.kind != "organization" or len(mention.words) == 1
    number = discourse.person_at.get(mention.start) if may_be_person else None
    is_thing = not mention.title and follows_the(discourse.document.text, mention)
    if number is None and not is_thing and mention.kind not in ("place", "organization"):
        number = discourse.person_by_surname.get(last.lower())
    if number is not None and not is_called_institution(discourse, number):
        return discourse.speaker(number)
    if number is not None:
        return Speaker(discourse.people[number].name, "organization")
    name = " ".join(discourse.document.text[mention.start : mention.end].split())
    may_be_people = len(mention.words) == 1 or is_thing or is_people(last)
    if may_be_people and mention.kind == "other" and _are_people(discourse, source, last):
        return Speaker(None, _kind_of_plural(source.phrase, last), source.phrase)
    if name.isupper() and len(mention.words) > 1 and singular(last.lower()) in words("roles"):  # YOUNG MAN in a script
        return Speaker(None, kind_of_people(name, singular(last.lower())), source.phrase)
    if is_document(name):
        return _institution(name, source)
    collective = mention.kind in ("place", "organization") or (name.isupper() and len(name) > 1) or source.definite
    if mention.kind == "other" and len(mention.words) > 1:  # "Public Citizen" is nobody
        collective |= any(map(_is_of_institutions, mention.words)) or all(map(is_common, mention.words))
    elif mention.kind == "other" and only_opens(discourse.document.text, mention):
        return Speaker(None, "group" if last.lower() in words("group_words") else "document", source.phrase)
    role = discourse.document.text[source.start : source.end] if mention.start >= source.end else None
    return Speaker(name, "organization" if collective else "named_person", role)


def _is_of_institutions(word: str) -> bool:
    """Return whether a word of a name tells of an institution: an acronym, or a noun such as "News"."""
    return (word.isupper() and len(word) > 2 and word.isalpha()) or word.lower() in organization_words()


def _institution(name: str, source: SourcePhrase) -> Speaker:
    """Return an institution by its name; a law or the like is no speaker that has one."""
    return Speaker(None, "document", source.phrase) if is_document(name) else Speaker(name, "organization")


def by_handle(discourse: Discourse, source: SourcePhrase) -> Speaker | None:
    """Return the person whose name the handle is that a source ends with, such as "@AdaQuill", None for nobody."""
    handle = source.phrase.rpartition(" ")[2].lower().strip("()")
    if not handle.startswith("@") or source.form not in ("unknown", "role"):
        return None
    letters = "".join(c for c in handle if c.isalpha())
    names = [(n, "".join(c for c in person.name.lower() if c.isalpha())) for n, person in enumerate(discourse.people)]
    fitting = [n for n, name in names if letters in (name, f"real{name}", f"sen{name}", f"rep{name}", f"gov{name}")]
    return discourse.speaker(fitting[0]) if len(fitting) == 1 else None


def _by_initials(discourse: Discourse, source: SourcePhrase) -> int | None:
    """Return the only person with these initials: three or more, or those that open a line of an interview ("PH:")."""
    text, start = discourse.document.text, source.start
    opens_line = text[start - 1 : start] in ("", "\n") and text[source.end : source.end + 1] == ":"
    is_press = source.phrase.lower() in words("broadcasters", "press_words")
    if not opens_line and (len(source.phrase) < 3 or is_press):
        return None
    names = enumerate(person.name.replace("-", " ").split() for person in discourse.people)
    fitting = [n for n, parts in names if len(parts) > 1 and "".join(p[0] for p in parts) == source.phrase]
    return fitting[0] if len(fitting) == 1 else None


def _are_people(discourse: Discourse, source: SourcePhrase, name: str) -> bool:
    """Return whether a word alone is a noun for people: "Riders", "the Sterns" where a Stern is named."""
    family = source.definite and name.endswith("s") and name[:-1].lower() in discourse.person_by_surname
    return family or means_people(discourse.document.text, name)


def _kind_of_plural(phrase: str, name: str) -> str:
    """Return the kind of a plural: those who did something are persons ("Riders"), a people or a family is a group."""
    is_public = phrase.startswith("The ") or name.lower().endswith(("ans", "ese", "is"))
    is_public |= singular(name.lower()) in words("roles")
    return kind_of_people(phrase, singular(name.lower())) if is_public else "unnamed_person"


def by_names(discourse: Discourse, source: SourcePhrase) -> Speaker:
    """Return several people or institutions that are named together, joined by " and "."""
    named = [by_name(discourse, source._replace(mentions=(m,))) for m in source.mentions]
    names = dict.fromkeys(speaker.name for speaker in named if speaker.name)
    kinds = {speaker.kind for speaker in named if speaker.number is None}  # a name beside an institution is one
    return Speaker(" and ".join(names) or None, "organization" if "organization" in kinds else named[-1].kind)


def by_role(discourse: Discourse, source: SourcePhrase) -> Speaker:
    """Return the person known by a role.

    "The official" is who was named or quoted in that role before. Others have no name, and the words given as role.
    """
    unnamed = Speaker(None, kind_of_people(source.phrase, source.head), source.phrase)
    points_back = source.definite or source.phrase.lower().startswith(_POINTS_BACK)
    if not points_back and unnamed.kind == "unnamed_person" and not source.is_plural and _is_lead(discourse, source):
        meant = person_described(discourse, source, holders_only=True)
        if meant and discourse.last_named(meant.number, source.start) < 0:
            return discourse.speaker(*meant)
    if not points_back or (source.is_plural and len(source.phrase.split()) > 3):
        return unnamed  # "the people familiar with the talks" are new
    earlier = next(
        (
            turn
            for turn in discourse.last_turns(source.start)
            if turn.head
            and same_role(turn.head, source.head)
            and turn.is_plural == source.is_plural
            and turn.speaker.kind in ("unnamed_person", "group", "named_person")
        ),
        None,
    )
    is_one = not source.is_plural and unnamed.kind == "unnamed_person"
    is_owned = source.phrase.lower().startswith(_POINTS_BACK)  # "her teacher" is not she
    meant = person_described(discourse, source, holders_only=is_owned or earlier is not None) if is_one else None
    if meant and (earlier is None or discourse.last_named(meant.number, source.start) > earlier.start):
        return discourse.speaker(*meant)
    if earlier is None:
        return _spoke_together(discourse, source) or unnamed
    is_group = earlier.speaker.kind == "group"  # "the two lawmakers" are persons, though "lawmakers" was a group
    return earlier.speaker._replace(kind=unnamed.kind) if is_group else earlier.speaker


def _spoke_together(discourse: Discourse, source: SourcePhrase) -> Speaker | None:
    """Return the people named together who spoke last of several, for "the lawmakers" and the like."""
    if not source.is_plural or not source.definite:
        return None
    near = (turn for turn in discourse.last_turns(source.start) if turn.is_plural)
    last = next(near, None)
    is_joint = last is not None and last.speaker.kind == "named_person" and " and " in (last.speaker.name or "")
    return last.speaker if last is not None and is_joint else None


def _is_lead(discourse: Discourse, source: SourcePhrase) -> bool:
    """Return whether a source is in the first two sentences, where somebody named later is described first."""
    starts = discourse.document.sentences
    return len(starts) > 2 and source.start < starts[2].start


def by_institution(discourse: Discourse, source: SourcePhrase) -> Speaker:
    """Return the institution a noun refers to: "the Quill campaign", "his campaign", "the agency" (the last one)."""
    if source.mentions and source.head in ("organization", "place"):  # the kind of name that it is
        return by_name(discourse, source)
    return owned_institution(discourse, source) if source.mentions else bare_institution(discourse, source)
