"""Learn the links between spans: writes src/analysis/quotes/tagging/links.json.

    python training/quote_link.py

Links are learned from the gold spans of PolNeAR's train side: the tagger has seen that side, so what it finds there
says little about what it finds elsewhere. `quote_confidence.py` comes next.
"""

import json
from collections import Counter
from collections.abc import Iterator

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from tqdm import tqdm

from analysis.quotes.document import read_document
from analysis.quotes.tagging import attributions, links
from analysis.quotes.tagging.spans import ROLES, RoleSpan, number_quotations
from analysis.scoring.matching import RELATION_MEASURES, jaccard
from analysis.scoring.relations import WordTokens
from datasets import read_polnear

LEAST = 4  # a fact seen in fewer examples is left out
SMALLEST = 0.1  # smaller weights are left out: relation_half on dev stays the same, and the file is a third smaller


def gold_spans(text: str, gold: list[dict]) -> list[RoleSpan]:
    """Return the gold spans in order, of overlapping ones the first."""
    spans = sorted({(s, e, role) for a in gold for role in ROLES for s, e in a[role]})
    kept = []
    for s, e, role in spans:
        if not kept or s >= kept[-1].end:
            kept.append(RoleSpan(s, e, role, text[s:e]))
    return number_quotations(kept, read_document(text).passages)


def owners(spans: list[RoleSpan], gold: list[dict]) -> list[set[int]]:
    """Return, for each span, the gold attributions in which it plays its role.

    It does where it shares at least 30 % of the characters of the shorter of the two.
    """
    result = []
    for s in spans:
        mine = set()
        for n, a in enumerate(gold):
            shared = max((min(s.end, e) - max(s.start, b) for b, e in a[s.role]), default=0)
            shortest = max(
                (max(s.end - s.start, e - b) for b, e in a[s.role] if min(s.end, e) > max(s.start, b)), default=1
            )
            if shared / shortest > 0.3:
                mine.add(n)
        result.append(mine)
    return result


def examples(text: str, spans: list[RoleSpan], gold: list[dict], role: str) -> Iterator[tuple[list[str], bool]]:
    """Yield the facts and the truth of every candidate link to a `role`."""
    row, mine = links.Row(text, spans), owners(spans, gold)
    for i, s in enumerate(spans):
        if s.role == links.LINKS[role]:
            for j in links.candidates(row, i=i, role=role):
                yield links.features(row, i=i, j=j), bool(mine[i] & mine[j])


def fit(rows: list[tuple[list[str], bool]]) -> dict[str, float]:
    """Return a weight per fact, and the intercept under the empty name."""
    counts = Counter(f for facts, _ in rows for f in set(facts))
    names = {f: n for n, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}
    columns = [[names[f] for f in facts if f in names] for facts, _ in rows]
    ends = np.cumsum([0] + [len(c) for c in columns])
    x = csr_matrix((np.ones(ends[-1]), np.concatenate(columns), ends), shape=(len(rows), len(names)))
    y = np.array([label for _, label in rows])
    model = LogisticRegression(C=0.5, max_iter=400).fit(x, y)
    print(f"{len(rows)} examples, {y.mean():.3f} true, {len(names)} facts, accuracy on them {model.score(x, y):.4f}")
    weights = {f: round(float(w), 2) for f, w in zip(names, model.coef_[0], strict=True)}
    weights = {f: w for f, w in weights.items() if abs(w) >= SMALLEST}
    return {"": round(float(model.intercept_[0]), 2)} | weights


def right(text: str, joined: list[attributions.LinkedSpans], gold: list[dict]) -> list[int | None]:
    """Return whether each attribution is right by `relation_half`, each on its own: several may match one of gold.

    One without a source is right when it has half the content of gold that has none. One with a source that matches
    only gold without one gives None: the measure leaves it out.
    """
    words = WordTokens(text)
    found = [words.relation([s[:2] for s in d.contents], [d.source[:2]] if d.source else []) for d in joined]
    truth = [r for r in (words.relation(a["content"], a["source"]) for a in gold) if r.content]
    named = [g for g in truth if g.source]
    is_same = RELATION_MEASURES["relation_half"]
    hits = {i for i, f in enumerate(found) if any(is_same(f, g) for g in named)}
    nameless = [g for g in truth if not g.source]
    nobody = [any(jaccard(g.content, f.content) >= 0.5 for g in nameless) for f in found]
    return [1 if i in hits else (None if f.source else 1) if nobody[i] else 0 for i, f in enumerate(found)]


def main() -> None:
    texts, gold = read_polnear("train")
    learned = {}
    for role in links.LINKS:
        rows = [
            e
            for doc, text in tqdm(texts.items(), desc=role)
            for e in examples(text, gold_spans(text, gold[doc]), gold[doc], role)
        ]
        learned[role] = fit(rows)
    links.WEIGHTS.write_text(json.dumps(learned, ensure_ascii=False, indent=0), encoding="utf-8")


if __name__ == "__main__":
    main()
