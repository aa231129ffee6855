"""Attributions that their form gives away, found by rules: scripts, embedded posts, signed quotations."""

import re
from bisect import bisect_left
from collections import Counter

from analysis.quotes.document import Document
from analysis.quotes.marks import reads_as_speech
from analysis.quotes.tagging.attributions import LinkedSpans
from analysis.quotes.tagging.spans import RoleSpan

_NAME = r"[^\W\d_a-z][\w.’'-]*(?: (?:of|the|de|del|van|von|bin|al|[^\W\d_a-z][\w.’'-]*)){0,5}"
# The name of a speaker in capitals before a colon, as in a script: JANE ROE: …
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’'-]+"
_SPEAKER = re.compile(
    rf"(?m)^[ \t]*([\"“«]?)({_CAPITALS}(?: {_CAPITALS}){{0,3}})(?:, [^:\n]{{1,60}})?(:)[ \t]+(?=\S.*[a-z])"
)
_STAGE_DIRECTION = re.compile(r"\W*(?:[(\[][^)\]]*[)\]]\W*)?")  # (APPLAUSE) on a line of its own; or no word at all
_WORD = re.compile(r"[\w’'-]+")
_LINE = re.compile(r"\S[^\n]*")  # from its first sign that is no blank
# A post as pages embed it: its words, — Ada Quill (@quill) May 5, 2026, on one line or on up to three.
_POST = re.compile(
    rf"(?m)^[ \t]*(\S[^\n]*?)(?:[ \u00a0]?|\s*\n\s*)([―—–-]{{1,2}})[ \u00a0]?({_NAME})"
    r"(?= ?\(@\w+\),?\s+[A-Z][a-z]+ \d{1,2}, \d{4})"
)
# A full stop after the name ends the line and is no part of it, but in "Jr." it is.
_SIGNATURE = re.compile(
    rf"\s{{0,99}}([―—–-]{{1,2}})\s*({_NAME}(?:(?<!\.)|(?<=[JS]r\.)))"
    r"(?=\.?\s*(?:(?:,| (?:on|in|at)\b)[^\n]{1,90})?(?:\n|$))"
)
# The next line names who wrote it and where: Ann Lee, The Harbor Times.
_CREDIT = re.compile(
    rf"[^\S\n]{{0,99}}\n\s{{0,99}}({_NAME})"
    r", (?:The )?[A-Z][\w’'.&-]*(?: (?:[A-Z][\w’'.&-]*|of|the|and|in)){0,5}(?<!\.)[ \t]*(?=\n|\Z)"
)
# A line of its own that names whose words the next line quotes: And from Mayor Ann Lee: / A statement by Ann Lee:
_WRITINGS = r"(?:statement|words|letter|note|post|message|e-?mail|response|reply|tweet|reaction|comment|view)s?"
_INTRODUCTION = re.compile(
    r"(?m)^(?:(?:(?:(?:And|But|Also|Next|Now|More|This|That|Then)(?: this| is| comes| came)?"
    rf"|(?:An?|The|This|One|Another|Some|In an?)(?: \w+){{0,3}}? {_WRITINGS}) )?(?:[Ff]rom|[Bb]y)|Here(?: is|['’]s))"
    rf" (?:the )?(?=[^\s,:]+ [^\W\d_a-z])({_NAME})(?:(?:,| on\b)[^\n:]{{1,60}})?(:)\s*\n\s*"
)
_CLOSING, _STOPS = "”\"’'»", ".!?…"


def find_fixed_forms(document: Document) -> list[LinkedSpans]:
    """Return the speeches of scripts, the posts, the introduced quotations, and the signed ones outside of these."""
    found = find_script(document) + find_posts(document) + find_introduced_quotations(document)
    contents = [content for linked in found for content in linked.contents]
    return found + [
        signed
        for signed in find_signed_quotations(document)
        if not any(signed.contents[0].start < content.end for content in contents)
    ]


def find_script(document: Document) -> list[LinkedSpans]:
    """Return the speeches of a script.

    A script has two speakers at least. One of them speaks twice, and the article names one of them elsewhere. A speech
    takes in the paragraphs after it up to the next speaker: all of them where most paragraphs begin with a speaker,
    else those that begin with the same quotation mark as the speech.
    """
    text = document.text
    speakers = list(_SPEAKER.finditer(text))
    names = Counter(m[2].split()[-1] for m in speakers)
    if not 1 < len(names) < len(speakers) or not {n.title() for n in names} & set(_WORD.findall(text)):
        return []
    dense = 2 * len(speakers) > len(_LINE.findall(text, speakers[0].start(), speakers[-1].end()))
    found = []
    for m, following in zip(speakers, [*speakers[1:], None], strict=True):
        speech: list[RoleSpan] = []
        for line in _LINE.finditer(text, m.end(), following.start() if following else len(text)):
            goes_on = line[0].lstrip()[:1] == m[1] if m[1] else dense and following
            if speech and not goes_on:
                break
            if not _STAGE_DIRECTION.fullmatch(line[0]):
                speech.append(_span(text, "content", _without_marks(text, *line.span())))
        if speech:
            found.append(LinkedSpans(speech, _span(text, "cue", m.span(3)), _span(text, "source", m.span(2))))
    return found


def find_posts(document: Document) -> list[LinkedSpans]:
    """Return the posts embedded in the text, each a line with the name, handle and day of its author after a dash."""
    text = document.text
    return [
        LinkedSpans(
            [_span(text, "content", m.span(1))], _span(text, "cue", m.span(2)), _span(text, "source", m.span(3))
        )
        for m in _POST.finditer(text)
    ]


def find_introduced_quotations(document: Document) -> list[LinkedSpans]:
    """Return the quotations that are a line of their own below one that names their author: And from Ann Lee: “…”."""
    text, found = document.text, []
    passages = {p.start: p for p in document.passages if p.closed and text[p.end : p.end + 1] in ("", "\n")}
    for m in _INTRODUCTION.finditer(text):
        p = passages.get(m.end())
        if p and reads_as_speech(text[p.start : p.end]):
            content = _span(text, "content", (p.start, p.end))._replace(quotation=p.quotation)
            found.append(LinkedSpans([content], _span(text, "cue", m.span(2)), _span(text, "source", m.span(1))))
    return found


def find_signed_quotations(document: Document) -> list[LinkedSpans]:
    """Return the quotations signed by their author: “…” — Ann Lee, or on a line of its own: Ann Lee, Harbor Times."""
    text, found = document.text, []
    for p in document.passages:
        if not p.closed or not reads_as_speech(text[p.start : p.end]):
            continue
        if m := _SIGNATURE.match(text, p.end):
            content = _span(text, "content", (p.start, p.end))._replace(quotation=p.quotation)
            found.append(LinkedSpans([content], _span(text, "cue", m.span(1)), _span(text, "source", m.span(2))))
        elif text[p.start : p.end].rstrip(_CLOSING)[-1:] in _STOPS and (m := _CREDIT.match(text, p.end)):
            line = text.rfind("\n", 0, p.end) + 1
            pieces = [q for q in document.passages if line <= q.start <= p.start]
            if not text[line : pieces[0].start].strip():
                contents = [_span(text, "content", (q.start, q.end))._replace(quotation=q.quotation) for q in pieces]
                found.append(LinkedSpans(contents, None, _span(text, "source", m.span(1))))
    return found


def without_overlaps(spans: list[RoleSpan], fixed: list[LinkedSpans]) -> list[RoleSpan]:
    """Return the spans that overlap none of the attributions that are given away by their form."""
    taken = sorted(span for linked in fixed for span in (*linked.contents, linked.cue, linked.source) if span)
    starts = [span.start for span in taken]
    return [s for s in spans if not (i := bisect_left(starts, s.end)) or taken[i - 1].end <= s.start]


def _span(text: str, role: str, offsets: tuple[int, int]) -> RoleSpan:
    start, end = offsets
    return RoleSpan(start, end, role, text[start:end])


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets without blanks and quotation marks at both ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip(' \t"“«')), start + len(piece.rstrip(' \t"”»\r'))
