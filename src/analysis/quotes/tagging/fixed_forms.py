"""Attributions that their form gives away, found by rules: scripts, embedded posts, signed quotations."""

import re
from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from analysis.quotes.document import Document
from analysis.quotes.marks import MarkedPassage, reads_as_speech
from analysis.quotes.tagging.attributions import LinkedSpans
from analysis.quotes.tagging.spans import RoleSpan

_NAME = r"[^\W\d_a-z][\w.’'-]*(?: (?:of|the|de|del|van|von|bin|al|[^\W\d_a-z][\w.’'-]*)){0,5}"
# The name of a speaker before a colon, as in a script: JANE ROE: … Where a role follows a name in capitals, the speech
# may be the next paragraph: JANE ROE, HOST: A name in small letters has two words at least, and a sentence after it.
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’'-]+"
_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ]\.|[A-ZÀ-ÖØ-Þ][^\W\d_A-ZÀ-ÖØ-Þ][\w.’'-]*|(?:Mc|Mac|O[’'])[A-Z][\w-]+)"
_SPEAKER = re.compile(
    rf"(?m)^[ \t]*(?P<mark>[\"“«]?)(?:"
    rf"(?P<name>{_CAPITALS}(?: {_CAPITALS}){{0,3}})"
    r"(?:(?:, [^:\n]{1,60})?(?P<colon>:)[ \t]+|, [^:\n]{1,60}(?P<end>:)[ \t]*\n\s*)(?=\S.*[a-z])"
    rf"|(?P<small>{_CAPITAL}(?: {_CAPITAL}){{1,3}})(?P<after>:)[ \t]+(?=\S[^a-z\n]*[a-z][^\n]*[.?!…])"
    r")"
)
_STAGE_DIRECTION = re.compile(r"\W*(?:[(\[][^()\[\]]*[)\]]\W*)?")  # (APPLAUSE) on a line of its own; or no word at all
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

    A script has two speakers at least. One of them speaks twice, and the article names one of them elsewhere. Where
    names are in small letters there are twice as many speeches as speakers, since lists have such lines.

    A speech takes in the paragraphs after it up to the next speaker: all of them where most paragraphs begin with a
    speaker, else those that begin with the same quotation mark as the speech.
    """
    text = document.text
    speakers = list(_SPEAKER.finditer(text))
    names = Counter((m["name"] or m["small"]).split()[-1] for m in speakers)
    most = len(speakers) // 2 if any(m["small"] for m in speakers) else len(speakers) - 1
    if not 1 < len(names) <= most or not _are_named(names, _WORD.findall(text)):
        return []
    dense = 2 * len(speakers) > len(_LINE.findall(text, speakers[0].start(), speakers[-1].end()))
    found = []
    for m, following in zip(speakers, [*speakers[1:], None], strict=True):
        speech: list[RoleSpan] = []
        for line in _LINE.finditer(text, m.end(), following.start() if following else len(text)):
            goes_on = line[0].lstrip()[:1] == m["mark"] if m["mark"] else dense and following
            if speech and not goes_on:
                break
            if not _STAGE_DIRECTION.fullmatch(line[0]):
                speech.append(_span(text, "content", _without_marks(text, *line.span())))
        if speech:
            cue, source = (
                next(m.span(group) for group in groups if m[group])
                for groups in (("colon", "end", "after"), ("name", "small"))
            )
            found.append(LinkedSpans(speech, _span(text, "cue", cue), _span(text, "source", source)))
    return found


def _are_named(names: Counter[str], words: list[str]) -> bool:
    """Return whether a speaker is named elsewhere in the text, in small letters; HL may be Hana Lund."""
    initials = {a[0] + b[0] for a, b in pairwise(words) if a[0].isupper() and b[0].isupper() and not b.isupper()}
    seen = Counter(words)
    return any(seen[name.title()] > (n if name.istitle() else 0) or name in initials for name, n in names.items())


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
            contents = _spans_of(text, _with_paragraphs_before(document, [p]))
            found.append(LinkedSpans(contents, _span(text, "cue", m.span(1)), _span(text, "source", m.span(2))))
        elif text[p.start : p.end].rstrip(_CLOSING)[-1:] in _STOPS and (m := _CREDIT.match(text, p.end)):
            line = text.rfind("\n", 0, p.end) + 1
            pieces = [q for q in document.passages_in(line, p.end) if line <= q.start]
            if not _has_words_between(text, line, pieces):
                contents = _spans_of(text, _with_paragraphs_before(document, pieces))
                found.append(LinkedSpans(contents, None, _span(text, "source", m.span(1))))
    return found


def _with_paragraphs_before(document: Document, pieces: list[MarkedPassage]) -> list[MarkedPassage]:
    """Return passages with those before them that are the same quotation, in paragraphs left open."""
    first, passages = pieces[0], document.passages
    low = bisect_left(passages, first.quotation, key=lambda p: p.quotation)
    return passages[low : bisect_left(passages, first.start, key=lambda p: p.start)] + pieces


def _has_words_between(text: str, line: int, pieces: list[MarkedPassage]) -> bool:
    """Return whether words stand before or between the passages of a line: “…,” she said. “…”, and the like."""
    ends = [line, *(p.end for p in pieces)]
    return any(_WORD.search(text, end, p.start) for end, p in zip(ends, pieces, strict=False))


def _spans_of(text: str, passages: list[MarkedPassage]) -> list[RoleSpan]:
    return [_span(text, "content", (p.start, p.end))._replace(quotation=p.quotation) for p in passages]


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
