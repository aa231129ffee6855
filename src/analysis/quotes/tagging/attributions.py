"""Attributions: who is said to have said what, as spans of a text, with a calibrated confidence."""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from typing import NamedTuple

from analysis.quotes.marks import MarkedPassage
from analysis.quotes.tagging.links import best, gaps, weights
from analysis.quotes.tagging.spans import Found, find_spans, is_speech

Spans = tuple[tuple[int, int], ...]
_CUE_FROM, _QUOTED_FROM, _SOURCE_FROM = 0.4, 0.15, 0.05  # least link probabilities; tuned on PolNeAR dev
_NAME = r"[^\W\d_a-z][\w.’'-]*(?: (?:of|the|de|del|van|von|bin|al|[^\W\d_a-z][\w.’'-]*)){0,5}"
# An attribution less sure than this is left out. Between two measures on PolNeAR dev: up to .35 relation_half rises with it, while
# F1 of the contents' words falls (docs/quotes.md).
LEAST_CONFIDENCE = 0.25
# A speaker in capitals before a colon, as in a script: JANE ROE: …
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’'-]+"
_PART = re.compile(
    rf"(?m)^[ \t]*([\"“«]?)({_CAPITALS}(?: {_CAPITALS}){{0,3}})(?:, [^:\n]{{1,60}})?(:)[ \t]+(?=\S.*[a-z])"
)
_DIRECTION = re.compile(r"\W*(?:[(\[][^)\]]*[)\]]\W*)?")  # of the stage, (APPLAUSE), on a line of its own; or no word
_WORD = re.compile(r"[\w’'-]+")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
# A post as pages embed it: its words, — Ada Quill (@quill) May 5, 2026.
_POST = re.compile(
    rf"(?m)^[ \t]*(\S[^\n]*?)[ \u00a0]?([―—–-]{{1,2}})[ \u00a0]?({_NAME})(?= ?\(@\w+\),? [A-Z][a-z]+ \d{{1,2}}, \d{{4}})"
)
# A full stop after the name ends the line and is no part of it, but in "Jr." it is.
_SIGNATURE = re.compile(
    rf"\s*([―—–-]{{1,2}})\s*({_NAME}(?:(?<!\.)|(?<=[JS]r\.)))(?=\.?\s*(?:,[^\n.!?“”\"]{{1,80}})?(?:\n|$))"
)


class Attribution(NamedTuple):
    """Who (`source_spans`) said (`cue_spans`) what (`content_spans`), in offsets of the text; source and cue may be empty.

    `quote_type` is direct (all in quotation marks), indirect (nothing is) or mixed; `confidence` (0 to 1) is the chance that
    content and source are right, calibrated on PolNeAR dev.
    """

    content_spans: Spans
    cue_spans: Spans
    source_spans: Spans
    quote_type: str
    confidence: float


class Draft(NamedTuple):
    """An attribution as spans, with the probabilities of its two links."""

    contents: list[Found]
    cue: Found | None
    source: Found | None
    cue_link: float
    source_link: float


def find_attributions(texts: list[str]) -> list[list[Attribution]]:
    """For each text its attributions, in the order of their contents.

    A text's result depends on that text alone. Raises TypeError for a single text in place of a list.

    >>> [a] = find_attributions(["“We will win,” Ann Lee said on Monday."])[0]
    >>> a.content_spans, a.source_spans, a.quote_type
    (((0, 14),), ((15, 22),), 'direct')
    """
    if isinstance(texts, str):
        raise TypeError("find_attributions takes a list of texts, not one text; put it in brackets: [text]")
    return [_attributions(text) for text in texts]


def _attributions(text: str) -> list[Attribution]:
    spans, passages = find_spans(text)
    found = [_finished(text, draft, passages) for draft in drafts(text, spans, passages)]
    return sorted((a for a in found if a.confidence >= LEAST_CONFIDENCE), key=lambda a: a.content_spans)


def drafts(text: str, spans: list[Found], passages: list[MarkedPassage]) -> list[Draft]:
    """Contents gathered at their cues, cues given their sources. A quotation over several paragraphs has one cue."""
    by_hand = scripted(text)
    by_hand += posted(text)
    by_hand += [
        d for d in signed(text, passages) if not any(d.contents[0].start < c.end for b in by_hand for c in b.contents)
    ]
    taken = [s for draft in by_hand for s in (*draft.contents, draft.cue, draft.source)]
    spans = _outside(spans, sorted(taken))
    between = gaps(text, spans)
    links = {i: best(text, spans, between, i, "cue") for i, s in enumerate(spans) if s.role == "content"}
    for members in _quotations(spans).values():
        sure = max(members, key=lambda i: links[i][1])
        links.update(dict.fromkeys(members, links[sure]))
    links |= _resumed(text, spans, between, links)
    at_cue, alone = defaultdict(list), []
    for i, (j, p) in links.items():
        if p >= (_CUE_FROM if spans[i].group < 0 else _QUOTED_FROM):
            at_cue[j].append(i)
        elif spans[i].group >= 0:
            alone.append(Draft([spans[i]], None, None, p, 0.0))
    result = []
    for j, members in at_cue.items():
        k, p = best(text, spans, between, j, "source")
        source = spans[k] if p >= _SOURCE_FROM else None
        result.append(Draft([spans[i] for i in members], spans[j], source, min(links[i][1] for i in members), p))
    return by_hand + result + alone


def _resumed(text: str, spans: list[Found], between: list[str], links: dict) -> dict[int, tuple[int, float]]:
    """Links of quotations that go on after their cue's sentence: “…,” said Ann Lee, who has said she may run. “…”

    Such a second half begins a sentence, ends its paragraph as far as spans go, and has the cue of the quotation before it in the
    paragraph, whatever other cue has come between.
    """
    changed = {}
    for i, span in enumerate(spans[1:], 1):
        last_in_line = i + 1 == len(spans) or "¶" in between[i]
        if span.group < 0 or not last_in_line or not between[i - 1].startswith(".") or not is_speech(text, span):
            continue
        k = i - 1
        while k > 0 and "¶" not in between[k] and spans[k].group < 0:
            k -= 1
        j = links.get(k, (-1, 0.0))[0]
        if (
            k >= 0
            and spans[k].group >= 0
            and k < j < i
            and links[i][0] != j
            and not any("¶" in b for b in between[k:i])
        ):
            changed[i] = links[k]
    return changed


def signed(text: str, passages: list[MarkedPassage]) -> list[Draft]:
    """Quotations with their author's name after a dash, at a line's end: “…” — Ann Lee."""
    result = []
    for p in passages:
        m = _SIGNATURE.match(text, p.end) if p.closed and is_speech(text, p) else None
        if m:
            content, cue, source = (p.start, p.end, "content"), (*m.span(1), "cue"), (*m.span(2), "source")
            spans = [Found(*s, 1.0, p.group) for s in (content, cue, source)]
            result.append(Draft(spans[:1], *spans[1:], 1.0, 1.0))
    return result


def posted(text: str) -> list[Draft]:
    """Posts embedded in the text, a line each with the author's name, handle and day after a dash."""
    return [
        Draft(
            [Found(*m.span(1), "content", 1.0, -1)],
            Found(*m.span(2), "cue", 1.0, -1),
            Found(*m.span(3), "source", 1.0, -1),
            1.0,
            1.0,
        )
        for m in _POST.finditer(text)
    ]


def scripted(text: str) -> list[Draft]:
    """The speeches of a script: of two people at least, one of whom speaks twice and one of whom the article names elsewhere.

    A speech takes in the paragraphs after it up to the next speaker: all where most paragraphs begin with a speaker, else
    those that begin with the same quotation mark as the speech.
    """
    parts = list(_PART.finditer(text))
    names = Counter(m[2].split()[-1] for m in parts)
    if not 1 < len(names) < len(parts) or not {n.title() for n in names} & set(_WORD.findall(text)):
        return []
    dense = 2 * len(parts) > len(_LINE.findall(text, parts[0].start(), parts[-1].end()))
    result = []
    for m, after in zip(parts, [*parts[1:], None]):
        speech = []
        for line in _LINE.finditer(text, m.end(), after.start() if after else len(text)):
            goes_on = line[0].lstrip()[:1] == m[1] if m[1] else dense and after
            if speech and not goes_on:
                break
            if not _DIRECTION.fullmatch(line[0]):
                speech.append(Found(*_bare(text, *line.span()), "content", 1.0, -1))
        cue, source = Found(*m.span(3), "cue", 1.0, -1), Found(*m.span(2), "source", 1.0, -1)
        if speech:
            result.append(Draft(speech, cue, source, 1.0, 1.0))
    return result


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks and quotation marks at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip(' \t"“«')), start + len(piece.rstrip(' \t"”»\r'))


def _outside(spans: list[Found], taken: list[Found]) -> list[Found]:
    """`spans` without those that overlap one that is taken; `taken` is in order."""
    starts = [t.start for t in taken]
    return [s for s in spans if not (i := bisect_left(starts, s.end)) or taken[i - 1].end <= s.start]


def _quotations(spans: list[Found]) -> dict[int, list[int]]:
    """Contents that are pieces of one quotation, by its number."""
    members = defaultdict(list)
    for i, s in enumerate(spans):
        if s.role == "content" and s.group >= 0:
            members[s.group].append(i)
    return {group: m for group, m in members.items() if len(m) > 1}


def quote_type(text: str, contents: list[Found], passages: list[MarkedPassage]) -> str:
    """direct when every letter of the contents lies inside quotation marks, indirect when none does, mixed otherwise."""
    inside = total = 0
    for c in contents:
        total += sum(map(str.isalnum, text[c.start : c.end]))
        for p in passages[max(0, bisect_right(passages, c.start, key=lambda p: p.start) - 1) :]:
            if p.start >= c.end:
                break
            inside += sum(map(str.isalnum, text[max(c.start, p.start) : min(c.end, p.end)]))
    return "indirect" if not inside else "direct" if inside == total else "mixed"


def evidence(draft: Draft, kind: str) -> list[float]:
    """What the confidence is computed from."""
    odds = [_odds(p) for p in (min(c.probability for c in draft.contents), draft.cue_link, draft.source_link)]
    odds += [_odds(s.probability) if s else 0.0 for s in (draft.cue, draft.source)]
    n_chars = sum(c.end - c.start for c in draft.contents)
    return [*odds, math.log(n_chars + 1), len(draft.contents) > 1, not draft.source, kind == "direct", kind == "mixed"]


def _odds(p: float) -> float:
    return max(-6.0, min(6.0, math.log((p + 1e-9) / (1 - p + 1e-9))))


def _finished(text: str, draft: Draft, passages: list[MarkedPassage]) -> Attribution:
    kind = quote_type(text, draft.contents, passages)
    learnt = weights()["confidence"]
    score = learnt["intercept"] + sum(w * x for w, x in zip(learnt["weights"], evidence(draft, kind), strict=True))
    spans = [tuple((s.start, s.end) for s in part if s) for part in (draft.contents, [draft.cue], [draft.source])]
    return Attribution(*spans, kind, 1 / (1 + math.exp(-score)))
