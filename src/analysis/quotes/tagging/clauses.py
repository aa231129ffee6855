"""Words beside a cue that are no statement of its source: questions put to it, tails of quotations, gestures."""

import re
from collections import Counter

from analysis.quotes.document import Document
from analysis.quotes.tagging.acts import act_probability
from analysis.quotes.tagging.attributions import LinkedSpans
from analysis.quotes.tagging.spans import RoleSpan

_ASKED = r"(?:asked|pressed|questioned|quizzed|grilled|prodded|queried)\b"
_BE = r"(?:was|were|is|are|be|been|being|get|gets|got|when|while|if)"
_WHAT = r"(?= (?:\w+ ){0,4}?(?:about|by|for|how|if|on|to|wh\w+)\b)"  # what was asked, or by whom
# Somebody is asked: "was asked", "when asked", or "Asked whether" at the start of a clause.
_PASSIVE = re.compile(
    rf"\b{_BE} (?:\w+ly |also |later |then |once )?{_ASKED}"
    rf"|(?:\A|[.!?”\"\n—–(]\s{{0,3}}|\b(?:later|repeatedly) ){_ASKED}{_WHAT}",
    re.IGNORECASE,
)
_APPOSITION = re.compile(rf", {_ASKED}{_WHAT}", re.IGNORECASE)
_ANYBODY_ASKED = re.compile(_ASKED, re.IGNORECASE)
_BY = re.compile(r"\bby\s+\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][”\"]?(?:\s|\Z)|\n")
_SPOKEN_END = re.compile(r"[,.!?…—-]['’”\"»]{1,2}\Z")
_GESTURE_FROM = 0.15  # least probability of an act, in a participle beside a statement
_REACH = 25  # characters before a cue in which its auxiliary stands


def without_questions_put(document: Document, linked: list[LinkedSpans]) -> list[LinkedSpans]:
    """Return the attributions without questions whose asker is not named: “Asked whether …, Ana Ruiz said”.

    The source of such a question is never who is asked. It stays where somebody asks: "asked by a reporter whether".
    """
    text = document.text
    cues = [one.cue for one in linked if one.cue]
    return [
        one
        for one in linked
        if not one.cue or not _is_put(text, one.cue, cues) or (one.source and _BY.search(text, 0, one.source.start))
    ]


def _is_put(text: str, cue: RoleSpan, cues: list[RoleSpan]) -> bool:
    """Return whether somebody is asked here; ", asked whether" needs a second verb in the sentence, which answers."""
    start = max(0, cue.start - _REACH)
    if not _ANYBODY_ASKED.search(text, start, cue.end + 60):
        return False
    if any(m.end() > cue.start and m.start() < cue.end for m in _PASSIVE.finditer(text, start, cue.end + 60)):
        return True
    if not any(cue.start - 2 <= m.start() < cue.end for m in _APPOSITION.finditer(text, start, cue.end + 60)):
        return False
    end = _SENTENCE_END.search(text, cue.end)
    return any(cue.end < other.start < (end.start() if end else len(text)) for other in cues)


def without_gestures(linked: list[LinkedSpans]) -> list[LinkedSpans]:
    """Return the attributions without acts in a participle beside a statement: “…,” she sighed, looking up."""
    sources = Counter(one.source[:2] for one in linked if one.source)
    return [one for one in linked if not (one.source and sources[one.source[:2]] > 1 and _is_gesture(one))]


def _is_gesture(linked: LinkedSpans) -> bool:
    cue, source = linked.cue, linked.source
    if not cue or not source or cue.start < source.end or not cue.words.split()[0].endswith("ing"):
        return False
    return act_probability(linked, "indirect") >= _GESTURE_FROM


def without_tails(document: Document, linked: list[LinkedSpans]) -> list[LinkedSpans]:
    """Return the attributions without unquoted words after quoted speech: “We won,” she said of the vote."""
    return [one._replace(contents=_without_tail(document, one)) for one in linked]


def _without_tail(document: Document, linked: LinkedSpans) -> list[RoleSpan]:
    """Return the contents: each without its tail, and none unquoted behind the cue of a quotation that stands first."""
    contents = [_cut(document, content) for content in linked.contents]
    first, cue = contents[0], linked.cue
    if not cue or cue.start < first.end or not _ends_as_speech(document, first):
        return contents
    return [
        c
        for c in contents
        if c.start < cue.start or c.words.startswith("that ") or document.passages_in(c.start, c.end)
    ]


def _cut(document: Document, content: RoleSpan) -> RoleSpan:
    """Return a content that begins with quoted speech without the words behind its last closing mark."""
    within = document.passages_in(content.start, content.end)
    inside = [p for p in within if content.start <= p.start and p.end <= content.end]
    if not inside or inside[0].start != content.start or not inside[-1].closed:
        return content
    cut = content._replace(end=inside[-1].end, words=document.text[content.start : inside[-1].end])
    return cut if _SPOKEN_END.search(cut.words) else content


def _ends_as_speech(document: Document, content: RoleSpan) -> bool:
    """Return whether a content is one closed passage with a sentence's sign before its closing mark."""
    whole = any((p.start, p.end) == content[:2] and p.closed for p in document.passages_in(*content[:2]))
    return whole and bool(_SPOKEN_END.search(content.words)) and not _is_title(content.words)


def _is_title(words: str) -> bool:
    """Return whether every longer word is capitalized: “Meet the Press,” is a title."""
    return all(word[0].isupper() for word in re.findall(r"[^\W\d_]{4,}", words))
