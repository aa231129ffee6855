"""Score found attributions: precision, recall and F1 of several measures, by quote type."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from analysis.scoring.matching import RELATION_MEASURES, jaccard, match
from analysis.scoring.relations import Relation, Spans, WordTokens, spans_by_article
from analysis.tables import need

TYPES = ("all", "direct", "indirect", "mixed")
ROLES = ("content", "source")


@dataclass
class Tally:
    """How much of what was found is right, and how much of what was coded (gold) was found."""

    right_found: float = 0.0
    n_found: int = 0
    right_gold: float = 0.0
    n_gold: int = 0

    def add(self, side: str, right: float, n: int = 1) -> None:
        """Count `n` more things of the side "found" or "gold", of which `right` are right."""
        if side == "found":
            self.right_found, self.n_found = self.right_found + right, self.n_found + n
        else:
            self.right_gold, self.n_gold = self.right_gold + right, self.n_gold + n


Tallies = defaultdict[tuple[str, str], Tally]  # (measure, quote type) → tally


def score_quotes(found: pd.DataFrame, gold: pd.DataFrame, *, articles: pd.DataFrame) -> pd.DataFrame:
    r"""Return precision, recall and F1 of found attributions, one row per measure × quote type.

    Parameters
    ----------
    found, gold : DataFrame
        The attributions that were found, and those coded by hand. Both need `article_id`, `content_spans`,
        `source_spans`. Those found in headlines (`place`) do not count.
    articles : DataFrame
        Needs `article_id` and `text`. Only these articles count.

    Returns
    -------
    DataFrame
        `measure`; `quote_type` (all, direct, indirect, mixed); `precision`, `recall`, `f1` (0 to 1); `n` (in gold);
        `n_found`.

    Raises
    ------
    ValueError
        For a missing column.

    Notes
    -----
    The double quotation marks give the type: direct if all words of the content stand inside them, indirect if none,
    mixed if some. Precision goes by the type of the found attribution, recall by that of the coded one. The measures,
    for content and source (word tokens are `\w+(?:['’.\-]\w+)*`):

    - content_strict, source_strict: the same characters
    - content_exact, source_exact: the same words [1]_
    - content_soft, source_soft: mean over spans of the largest share of their words in one counterpart [2]_
    - content_token, source_token: words in any span [3]_

    and for whole attributions, matched one to one, the best content overlap (Jaccard) first:

    - relation_any: at least a word of the content and of the source
    - relation_half: content overlap of at least .5, and at least a word of the source
    - relation_exact: all words of both

    Coded attributions without a source are left out of these three, and so are found ones that match only such.

    References
    ----------
    .. [1] Pareti, S., et al. (2013). Automatically detecting and attributing indirect quotations. EMNLP.
    .. [2] Johansson, R., & Moschitti, A. (2010). Syntactic and semantic structure for opinion expression detection.
           CoNLL.
    .. [3] Newell, C., Cowlishaw, T., & Man, D. (2018). Quote extraction and analysis for news. KDD Workshop on Data
           Science, Journalism and Media.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["“We won,” Ann Lee said."]})
    >>> gold = pd.DataFrame({"article_id": ["a"], "content_spans": [[[0, 9]]], "source_spans": [[[10, 17]]]})
    >>> scores = score_quotes(gold, gold, articles=articles).query("measure == 'relation_half'")
    >>> scores[["quote_type", "f1", "n"]].values.tolist()
    [['all', 1.0, 1], ['direct', 1.0, 1], ['indirect', 0.0, 0], ['mixed', 0.0, 0]]
    """
    need(articles, ["article_id", "text"], who="score_quotes")
    sides = [_in_texts(frame) for frame in (found, gold)]
    tallies: Tallies = defaultdict(Tally)
    for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
        words = WordTokens(text)
        both = [[words.relation(*spans) for _, *spans in side[article_id]] for side in sides]
        left, right = ([relation for relation in side if relation.content] for side in both)
        _tally_spans(tallies, left, right)
        _tally_tokens(tallies, left, right)
        _tally_relations(tallies, left, right)
    measures = dict.fromkeys(measure for measure, _ in tallies)
    return pd.DataFrame(
        [_row(measure, quote_type, tallies[measure, quote_type]) for measure in measures for quote_type in TYPES],
        columns=["measure", "quote_type", "precision", "recall", "f1", "n", "n_found"],
    )


def _row(measure: str, quote_type: str, t: Tally) -> tuple[str, str, float, float, float, int, int]:
    p, r = t.right_found / t.n_found if t.n_found else 0.0, t.right_gold / t.n_gold if t.n_gold else 0.0
    return measure, quote_type, p, r, 2 * p * r / (p + r) if p + r else 0.0, t.n_gold, t.n_found


def _in_texts(frame: pd.DataFrame) -> defaultdict[str, list[tuple[int, Spans, Spans]]]:
    """Return the spans of the attributions in texts, by article."""
    need(frame, ["article_id", "content_spans", "source_spans"], who="score_quotes")
    return spans_by_article(frame[frame["place"] == "text"] if "place" in frame else frame)


def _each_way(found: list[Relation], gold: list[Relation]) -> Iterator[tuple[str, str, list[Relation], list[Relation]]]:
    """Yield role, side, the attributions of that side, and those of the other side."""
    for role in ROLES:
        yield role, "found", found, gold
        yield role, "gold", gold, found


def _tally_spans(tallies: Tallies, found: list[Relation], gold: list[Relation]) -> None:
    """Count strict, exact and soft for each distinct span: once by type, once over all types."""
    for role, side, own, other in _each_way(found, gold):
        their_words = {relation.words(role) for relation in other}
        their_spans = set(_distinct(other, role).values())
        seen: set[frozenset[int]] = set()
        for (quote_type, words), spans in _distinct(own, role).items():
            soft = max((len(words & theirs) for theirs in their_words), default=0) / len(words)
            values = {"strict": spans in their_spans, "exact": words in their_words, "soft": soft}
            for key in (quote_type,) if words in seen else (quote_type, "all"):
                for name, value in values.items():
                    tallies[f"{role}_{name}", key].add(side, value)
            seen.add(words)


def _distinct(relations: list[Relation], role: str) -> dict[tuple[str, frozenset[int]], tuple[tuple[int, int], ...]]:
    """Return the first spans of a role for each quote type and set of words."""
    first: dict[tuple[str, frozenset[int]], tuple[tuple[int, int], ...]] = {}
    for relation in relations:
        if relation.words(role):
            first.setdefault((relation.quote_type, relation.words(role)), relation.spans(role))
    return first


def _tally_tokens(tallies: Tallies, found: list[Relation], gold: list[Relation]) -> None:
    for role, side, own, other in _each_way(found, gold):
        theirs = frozenset[int]().union(*(relation.words(role) for relation in other))
        for quote_type in TYPES:
            chosen = [relation for relation in own if quote_type in ("all", relation.quote_type)]
            mine = frozenset[int]().union(*(relation.words(role) for relation in chosen))
            tallies[f"{role}_token", quote_type].add(side, len(mine & theirs), len(mine))


def _tally_relations(tallies: Tallies, found: list[Relation], gold: list[Relation]) -> None:
    named, nameless = [g for g in gold if g.source], [g for g in gold if not g.source]
    for measure, accepts in RELATION_MEASURES.items():
        pairs = match(found, named, accepts)
        right_found, right_gold = {pair.found for pair in pairs}, {pair.gold for pair in pairs}
        for i, g in enumerate(named):
            for quote_type in ("all", g.quote_type):
                tallies[measure, quote_type].add("gold", i in right_gold)
        for i, f in enumerate(found):
            if i in right_found or not any(jaccard(g.content, f.content) >= 0.5 for g in nameless):
                for quote_type in ("all", f.quote_type):
                    tallies[measure, quote_type].add("found", i in right_found)
