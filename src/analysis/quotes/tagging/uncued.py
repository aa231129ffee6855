"""Sources of quotations that have no cue: whoever speaks in the text just before them."""

import re
from bisect import bisect_right

from analysis.quotes.document import Document
from analysis.quotes.marks import reads_as_speech
from analysis.quotes.tagging.attributions import LinkedSpans
from analysis.quotes.tagging.spans import RoleSpan

_SURE = 0.9  # least probability of the content: below it, many are titles and slogans
_LINK = 0.2  # probability of the link to the source before
_NAME = r"[A-Z][\w’'-]+(?: (?:[A-Z]\.|(?:de|van|von|bin|al) [A-Z][\w’'-]+|[A-Z][\w’'-]+)){1,3}"
_SUBJECT = re.compile(rf"(?:(?:But|And|Still|Then|Yet|Later),? )?({_NAME})(?=,| [a-z])")
_MARKS_AND_BLANKS = ' \t“”"'


def with_sources(document: Document, linked: list[LinkedSpans]) -> list[LinkedSpans]:
    """Return attributions in order; a spoken quotation without a cue has the source that speaks before it.

    That is the source of the attribution before it in its paragraph, or the name that opens the sentence before it. A
    quotation that opens its paragraph has the source of the last attribution of the paragraph before.
    """
    done: list[LinkedSpans] = []
    for one in sorted(linked, key=lambda one: one.contents[0].start):
        if one.cue is None and one.source is None and _is_speech(document, one.contents[0]):
            source = _source_before(document, one.contents[0].start, done)
            one = one._replace(source=source, source_link=_LINK if source else 0.0)
        done.append(one)
    return done


def _is_speech(document: Document, content: RoleSpan) -> bool:
    return content.probability >= _SURE and reads_as_speech(content.words)


def _source_before(document: Document, at: int, done: list[LinkedSpans]) -> RoleSpan | None:
    text = document.text
    line = text.rfind("\n", 0, at) + 1
    opens_line = not text[line:at].strip(_MARKS_AND_BLANKS)
    if opens_line:
        line = text.rfind("\n", 0, len(text[:line].rstrip())) + 1
    if done and done[-1].source and max(_end(done[-1]), done[-1].source.end) > line:
        return done[-1].source
    return None if opens_line else _subject(document, line, at)


def _end(linked: LinkedSpans) -> int:
    return max(span.end for span in (*linked.contents, linked.cue) if span)


def _subject(document: Document, line: int, at: int) -> RoleSpan | None:
    """Return the full name that opens the last sentence before an offset, None if it opens with something else."""
    sentence = bisect_right(document.sentences, at - 2, key=lambda s: s.start) - 1
    start = max(line, document.sentences[sentence].start) if sentence >= 0 else line
    found = _SUBJECT.match(document.text, start)
    return RoleSpan(*found.span(1), "source", found[1]) if found and found.end() < at else None
