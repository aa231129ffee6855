"""How right found attributions are, held against attributions coded by hand."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import NamedTuple

import pandas as pd

from analysis.tables import need

_TOKEN = re.compile(r"\w+(?:['’.\-]\w+)*|[^\w\s]")
_MARK = re.compile(r"[\n\r“«„”»\"]|``|''")
TYPES = ("all", "direct", "indirect", "mixed")
Tally = dict[tuple[str, str], list[float]]  # (measure, type) -> right and all of what was found, right and all of gold


class Relation(NamedTuple):
    """An attribution as the measures see it: sets of word tokens, trimmed spans, and the type its marks give it."""

    content: frozenset[int]
    source: frozenset[int]
    content_spans: tuple
    source_spans: tuple
    quote_type: str


def score_quotes(found: pd.DataFrame, gold: pd.DataFrame, *, articles: pd.DataFrame) -> pd.DataFrame:
    """One row per measure × quote type: precision, recall, f1 (0 to 1), n (in gold), n_found.

    `found` and `gold` need `article_id`, `content_spans` and `source_spans`; `articles` needs `article_id` and `text` and
    says which articles count. Tokens are `\\w+(?:['’.\\-]\\w+)*`. The type is told by the double quotation marks around the
    content's words: all inside (direct), none (indirect), some (mixed); precision goes by the found one's type, recall by
    the gold one's.

    - content_strict, source_strict: same characters; _exact: same words (Pareti et al. 2013);
    - _soft: mean over spans of the largest share of their words in one counterpart (Johansson & Moschitti 2010);
    - _token: words in any span (Newell, Cowlishaw & Man 2018);
    - relation_any, relation_half, relation_exact: matched one to one, the best content overlap (Jaccard) first, with at
      least a word, half (Jaccard ≥ .5), or all of the content, and at least a word (exact: all) of the source. Gold without
      a source is left out, and so is what matches only that.

    Raises ValueError for a missing column.

    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["“We won,” Ann Lee said."]})
    >>> gold = pd.DataFrame({"article_id": ["a"], "content_spans": [[[0, 9]]], "source_spans": [[[10, 17]]]})
    >>> score_quotes(gold, gold, articles=articles).query("measure == 'relation_half'")[["quote_type", "f1", "n"]].values.tolist()
    [['all', 1.0, 1], ['direct', 1.0, 1], ['indirect', 0.0, 0], ['mixed', 0.0, 0]]
    """
    need(articles, ["article_id", "text"], who="score_quotes")
    sides = [_by_article(frame) for frame in (found, gold)]
    tally: Tally = defaultdict(lambda: [0.0, 0, 0.0, 0])
    for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
        words = _Words(text)
        left, right = ([words.relation(*row) for row in side[article_id]] for side in sides)
        left, right = ([r for r in side if r.content] for side in (left, right))
        _tally_spans(tally, left, right)
        _tally_tokens(tally, left, right)
        _tally_relations(tally, left, right)
    measures = dict.fromkeys(measure for measure, _ in tally)
    return pd.DataFrame(
        [_row(m, t, tally[m, t]) for m in measures for t in TYPES],
        columns=["measure", "quote_type", "precision", "recall", "f1", "n", "n_found"],
    )


def _row(measure: str, quote_type: str, counts: list[float]) -> tuple:
    right_found, n_found, right_gold, n = counts
    p, r = right_found / n_found if n_found else 0.0, right_gold / n if n else 0.0
    return measure, quote_type, p, r, 2 * p * r / (p + r) if p + r else 0.0, int(n), int(n_found)


def _by_article(frame: pd.DataFrame) -> dict:
    need(frame, ["article_id", "content_spans", "source_spans"], who="score_quotes")
    rows = defaultdict(list)
    for article_id, content, source in zip(
        frame["article_id"], frame["content_spans"], frame["source_spans"], strict=True
    ):
        rows[article_id].append((content, source))
    return rows


class _Words:
    """The word tokens of a text, and which lie inside double quotation marks."""

    def __init__(self, text: str):
        self.text = text
        self.tokens = [m.span() for m in _TOKEN.finditer(text)]
        self.starts = [start for start, _ in self.tokens]
        self.is_word = [any(c == "_" or c.isalnum() for c in text[s:e]) for s, e in self.tokens]
        self.edges = _quoted_edges(text)

    def inside(self, spans) -> frozenset[int]:
        """The word tokens that share a character with one of the spans."""
        found = set()
        for start, end in spans if spans is not None else ():
            low, high = max(0, bisect_right(self.starts, start) - 1), bisect_left(self.starts, end)
            found |= {i for i in range(low, high) if self.is_word[i] and self.tokens[i][1] > start}
        return frozenset(found)

    def trimmed(self, spans) -> tuple:
        pieces = [(s, e, self.text[s:e]) for s, e in (spans if spans is not None else ())]
        return tuple(
            sorted((s + len(t) - len(t.lstrip()), e - len(t) + len(t.rstrip())) for s, e, t in pieces if t.strip())
        )

    def relation(self, content, source) -> Relation:
        words = self.inside(content)
        quoted = sum(bisect_right(self.edges, self.starts[i]) % 2 for i in words)
        kind = "indirect" if not quoted else "direct" if quoted == len(words) else "mixed"
        return Relation(words, self.inside(source), self.trimmed(content), self.trimmed(source), kind)


def _quoted_edges(text: str) -> list[int]:
    """Offsets where quoted text begins and ends by turns; a line's end closes what is open."""
    edges = []
    for m in _MARK.finditer(text):
        is_open, mark = len(edges) % 2 == 1, m[0]
        if mark == '"':
            opens = not is_open or (
                text[m.start() - 1 : m.start()] in (" ", "(", "") and text[m.end() : m.end() + 1].isalnum()
            )
        else:
            opens = mark in "“«„``"
        if opens != is_open:
            edges.append(m.end() if opens else m.start())
    return edges


def _tally_spans(tally: Tally, found: list[Relation], gold: list[Relation]) -> None:
    for role in ("content", "source"):
        for side, own, other in ((0, found, gold), (2, gold, found)):
            theirs = {getattr(r, role) for r in other}
            spans = {}  # one a type, and one over all types, for each distinct span
            for r in own:
                spans.setdefault((r.quote_type, getattr(r, role)), getattr(r, role + "_spans"))
            their_spans = _distinct(other, role)
            seen = set()
            for (kind, words), strict in spans.items():
                if not words:
                    continue
                soft = max((len(words & w) for w in theirs), default=0) / len(words)
                values = {"strict": strict in their_spans, "exact": words in theirs, "soft": soft}
                for t in (kind,) if words in seen else (kind, "all"):
                    for name, value in values.items():
                        _add(tally, (f"{role}_{name}", t), side, value)
                seen.add(words)


def _distinct(relations: list[Relation], role: str) -> set[tuple]:
    """The spans of a role, one set of spans for each type and set of words."""
    first = {}
    for r in relations:
        if getattr(r, role):
            first.setdefault((r.quote_type, getattr(r, role)), getattr(r, role + "_spans"))
    return set(first.values())


def _tally_tokens(tally: Tally, found: list[Relation], gold: list[Relation]) -> None:
    for role in ("content", "source"):
        for side, own, other in ((0, found, gold), (2, gold, found)):
            theirs = frozenset().union(*(getattr(r, role) for r in other))
            for t in TYPES:
                mine = frozenset().union(*(getattr(r, role) for r in own if t in ("all", r.quote_type)))
                _add(tally, (f"{role}_token", t), side, len(mine & theirs), len(mine))


def _tally_relations(tally: Tally, found: list[Relation], gold: list[Relation]) -> None:
    named, nameless = [g for g in gold if g.source], [g for g in gold if not g.source]
    for measure, accepts in _RELATIONS.items():
        pairs = match(found, named, accepts)
        hits, hit = {f for f, _ in pairs}, {g for _, g in pairs}
        for i, g in enumerate(named):
            for t in ("all", g.quote_type):
                _add(tally, (measure, t), 2, i in hit)
        for i, f in enumerate(found):
            if i in hits or not any(jaccard(g.content, f.content) >= 0.5 for g in nameless):
                for t in ("all", f.quote_type):
                    _add(tally, (measure, t), 0, i in hits)


_RELATIONS = {
    "relation_any": lambda f, g: bool(f.source & g.source),
    "relation_half": lambda f, g: bool(f.source & g.source) and jaccard(f.content, g.content) >= 0.5,
    "relation_exact": lambda f, g: f.content == g.content and f.source == g.source,
}


def match(found: list[Relation], gold: list[Relation], accepts) -> list[tuple[int, int]]:
    """Pairs (found, gold), each used once: the largest overlap of content, then of source, then the first in order, first."""
    pairs = [
        (-jaccard(g.content, f.content), -jaccard(g.source, f.source), j, i)
        for j, g in enumerate(gold)
        for i, f in enumerate(found)
        if f.content & g.content and accepts(f, g)
    ]
    used_found, used_gold, matched = set(), set(), []
    for _, _, j, i in sorted(pairs):
        if i not in used_found and j not in used_gold:
            used_found.add(i), used_gold.add(j)
            matched.append((i, j))
    return matched


def jaccard(a: frozenset, b: frozenset) -> float:
    """Words in both over words in either; 0 when one is empty."""
    return len(a & b) / len(a | b) if a and b else 0.0


def _add(tally: Tally, key: tuple[str, str], side: int, right: float, n: int = 1) -> None:
    tally[key][side] += right
    tally[key][side + 1] += n
