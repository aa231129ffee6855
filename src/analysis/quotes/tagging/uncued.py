"""Sources of quotations that have no cue: whoever speaks in the text just before them."""

import re
from bisect import bisect_right

from analysis.quotes.document import Document
from analysis.quotes.marks import reads_as_speech
from analysis.quotes.tagging.attributions import LinkedSpans
from analysis.quotes.tagging.spans import RoleSpan

_SURE = 0.9  # least probability of the content: below it, many are titles and slogans
_LINK = 0.2  # probability of the link to the source before
_WORD = r"[A-Z][\w’'-]{1,40}"
_NAME = rf"{_WORD}(?: (?:[A-Z]\.|(?:de|van|von|bin|al) {_WORD}|{_WORD})){{1,3}}"
_SUBJECT = re.compile(rf"(?:(?:But|And|Still|Then|Yet|Later),? )?({_NAME})(?=,| [a-z])")
_MARKS_AND_BLANKS = ' \t“”"'


def with_sources(document: Document, linked: list[LinkedSpans]) -> list[LinkedSpans]:
    """Return attributions in order; a spoken quotation without a cue has the source that speaks before it.

    That is the source of the attribution before it in its paragraph, or the full name that opens the sentence before
    it. A quotation that is a paragraph of its own has the source of the last attribution of the paragraph before, if
    nothing is quoted there.
    """
    done: list[LinkedSpans] = []
    for one in sorted(linked, key=lambda one: one.contents[0].start):
        if one.cue is None and one.source is None and _is_speech(document, one.contents[0]):
            source = _source_before(document, one.contents[0], done)
            one = one._replace(source=source, source_link=_LINK if source else 0.0)
        done.append(one)
    return done


def _is_speech(document: Document, content: RoleSpan) -> bool:
    opens = any(p.start == content.start for p in document.passages_in(content.start, content.end))
    return opens and content.probability >= _SURE and reads_as_speech(content.words)


def _source_before(document: Document, content: RoleSpan, done: list[LinkedSpans]) -> RoleSpan | None:
    text = document.text
    line = text.rfind("\n", 0, content.start) + 1
    before = text[line : content.start].strip(_MARKS_AND_BLANKS)
    if not before:
        return _source_of_paragraph_before(document, content, done, line)
    if before[-1] in ",:":  # the sentence goes on and has a verb of its own
        return None
    if done and done[-1].source and max(_end(done[-1]), done[-1].source.end) > line:
        return done[-1].source
    return _subject(document, line, content.start)


def _source_of_paragraph_before(
    document: Document, content: RoleSpan, done: list[LinkedSpans], line: int
) -> RoleSpan | None:
    text = document.text
    end = len(text[:line].rstrip())
    start = text.rfind("\n", 0, end) + 1
    is_alone = text[content.end : content.end + 2].strip(_MARKS_AND_BLANKS)[:1] in ("", "\n")
    if not is_alone or start == 0 or any(start <= p.start for p in document.passages_in(start, end)):
        return None
    last = done[-1] if done else None
    return last.source if last and last.cue and last.source and max(_end(last), last.source.end) > start else None


def _end(linked: LinkedSpans) -> int:
    return max(span.end for span in (*linked.contents, linked.cue) if span)


def _subject(document: Document, line: int, at: int) -> RoleSpan | None:
    """Return the full name that opens the last sentence before an offset, None if it opens with something else."""
    sentence = bisect_right(document.sentences, at - 2, key=lambda s: s.start) - 1
    start = max(line, document.sentences[sentence].start) if sentence >= 0 else line
    found = _SUBJECT.match(document.text, start)
    return RoleSpan(*found.span(1), "source", found[1]) if found and found.end() < at else None
