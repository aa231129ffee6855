"""Attributions: spans joined to who said what."""

from bisect import bisect_right
from collections import defaultdict
from typing import NamedTuple

from analysis.quotes.document import Document
from analysis.quotes.marks import reads_as_speech
from analysis.quotes.tagging.links import Row, best_link
from analysis.quotes.tagging.spans import RoleSpan

Spans = tuple[tuple[int, int], ...]
Links = dict[int, tuple[int, float]]  # content -> (its cue, the probability of that link), as numbers of spans
# The least link probability for a content outside quotation marks, one inside, and a source. Tuned on PolNeAR dev.
_UNQUOTED_FROM, _QUOTED_FROM, _SOURCE_FROM = 0.4, 0.15, 0.05
_OWN_FROM = 0.5  # the least of a piece of a quotation that has a cue of its own


class Attribution(NamedTuple):
    """Who (`source_spans`) said (`cue_spans`) what (`content_spans`), as offsets; source and cue may be empty.

    `quote_type` is direct (all in quotation marks), indirect (nothing is) or mixed. `confidence` (0 to 1) is the
    calibrated chance that this is a statement with this content and source. `is_act`: something is done, not said.
    """

    content_spans: Spans
    cue_spans: Spans
    source_spans: Spans
    quote_type: str
    confidence: float
    is_act: bool = False


class LinkedSpans(NamedTuple):
    """The spans of one attribution, with the probability of the link from cue to source."""

    contents: list[RoleSpan]
    cue: RoleSpan | None
    source: RoleSpan | None
    source_link: float = 1.0


def link_spans(document: Document, spans: list[RoleSpan]) -> list[LinkedSpans]:
    """Return contents gathered at their cues, and cues with their sources.

    The pieces of one quotation share the cue of the piece that has the surest link. A quotation without a cue stays,
    other contents without one go.
    """
    row = Row(document.text, spans)
    links = {i: best_link(row, i=i, role="cue") for i in row.with_role["content"]}
    for pieces in _pieces_of_quotations(spans):
        links |= _links_of_pieces(row, links, pieces)
    links |= _resumed_quotations(row, links)
    contents_of, without_cue = defaultdict(list), []
    for i, (cue, p) in links.items():
        if p >= (_UNQUOTED_FROM if spans[i].quotation < 0 else _QUOTED_FROM):
            contents_of[cue].append(i)
        elif spans[i].quotation >= 0:
            without_cue.append(LinkedSpans([spans[i]], None, None, 0.0))
    linked = []
    for cue, contents in contents_of.items():
        source, p = best_link(row, i=cue, role="source")
        linked.append(
            LinkedSpans(
                contents=[spans[i] for i in contents],
                cue=spans[cue],
                source=spans[source] if p >= _SOURCE_FROM else None,
                source_link=p,
            )
        )
    return linked + without_cue


def _pieces_of_quotations(spans: list[RoleSpan]) -> list[list[int]]:
    """Return the contents that are pieces of one quotation, a list per quotation with several."""
    pieces = defaultdict(list)
    for i, span in enumerate(spans):
        if span.role == "content" and span.quotation >= 0:
            pieces[span.quotation].append(i)
    return [numbers for numbers in pieces.values() if len(numbers) > 1]


def _links_of_pieces(row: Row, links: Links, pieces: list[int]) -> Links:
    """Return new links for the pieces of one quotation: that of the surest, where only one cue is in their lines.

    Where a quotation over paragraphs has several cues, a piece without one in its line has that of the piece before.
    """

    def has_own(i: int) -> bool:
        cue, p = links[i]
        return p >= _OWN_FROM and row.line[i] == row.line[cue]

    own = {i: links[i] for i in pieces if has_own(i)}
    if len({cue for cue, _ in own.values()}) < 2:
        return dict.fromkeys(pieces, links[max(pieces, key=lambda i: links[i][1])])
    shared, last = {}, min(own)
    for i in pieces:
        last = i if i in own else last
        shared[i] = own[last]
    return shared


def _resumed_quotations(row: Row, links: Links) -> Links:
    """Return new links for quotations that go on after the sentence of their cue.

    As in: “…,” said Ann Lee, who has said she may run. “…” Such a second half begins a sentence and is the last span
    of its paragraph. It takes the cue of the quotation before it in the paragraph, whatever cue has come between.
    """
    changed, spans, line = {}, row.spans, row.line
    for i, span in enumerate(spans[1:], 1):
        ends_line = i + 1 == len(spans) or line[i + 1] != line[i]
        begins_sentence = row.signs[i - 1].startswith(".")
        if span.quotation < 0 or not ends_line or not begins_sentence or not reads_as_speech(span.words):
            continue
        first = i - 1  # the first half
        while first > 0 and line[first] == line[first + 1] and spans[first].quotation < 0:
            first -= 1
        cue = links.get(first, (-1, 0.0))[0]
        if spans[first].quotation >= 0 and first < cue < i and links[i][0] != cue and line[first] == line[i]:
            changed[i] = links[first]
    return changed


def quote_type(document: Document, contents: list[RoleSpan]) -> str:
    """Return direct if every letter of the contents is inside quotation marks, indirect if none is, else mixed."""
    text, passages = document.text, document.passages
    inside = total = 0
    for content in contents:
        total += _n_letters(text[content.start : content.end])
        first = bisect_right(passages, content.start, key=lambda p: p.start) - 1
        for p in passages[max(0, first) :]:
            if p.start >= content.end:
                break
            inside += _n_letters(text[max(content.start, p.start) : min(content.end, p.end)])
    return "indirect" if not inside else "direct" if inside == total else "mixed"


def _n_letters(piece: str) -> int:
    return sum(map(str.isalnum, piece))
