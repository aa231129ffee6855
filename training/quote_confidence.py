"""Learn how sure an attribution is, and which are acts: writes three files of src/analysis/quotes/tagging.

    python training/quote_confidence.py

The confidence is fitted on coded articles whose codes the tagger has not seen (`UNSEEN` in coded.py).

- `cue_words.json`: how often each word is part of a cue, from PolNeAR's train side.
- `confidence.json`: a logistic regression of being right on the evidence and on the meaning of the cue. It is fitted
  on PolNeAR dev and on AllSides together: PolNeAR's coders count more as an attribution (intentions, acts), so that
  each piece of evidence has a weight of its own there, and only the weights elsewhere ship.
- `acts.json`: a logistic regression of acts on the cue's meaning and the form of the content, of all coded articles.

It prints how well both hold on outlets that were left out. It runs after quote_link.py.
"""

import json
from collections import Counter
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold
from tqdm import tqdm

from analysis.quotes.document import Document, read_document
from analysis.quotes.find import LEAST_CONFIDENCE
from analysis.quotes.tagging import acts, confidence, cue_words
from analysis.quotes.tagging.attributions import Attribution, LinkedSpans, quote_type
from analysis.quotes.tagging.candidates import find_candidates
from analysis.quotes.tagging.rivals import without_rivals
from analysis.scoring.matching import is_same, jaccard
from analysis.scoring.relations import Relation, WordTokens
from analysis.shipped import load_json
from coded import passages, whole_articles
from datasets import DATA, ROOT, read_json_lines, read_polnear
from quote_link import right

PRIOR = 3.0  # a word counts as if it had been seen three times more, 6 % of them in cues
LEAST_CUES = 2  # a word seldom seen in cues is left out
OUTSIDE = 0.4  # weight of an attribution outside PolNeAR; chosen when there were six times as many, now three
C_RIGHT, C_ACT, VERB = 0.02, 0.01, 0.4  # strength of the regressions; weight of an example of verbs.json
MEANING = 0.18  # standard deviation of the meaning's dimensions, beside 1 of each piece of evidence


class Row(NamedTuple):
    """An attribution with its evidence: whether it is right, its weight, article and outlet, and if PolNeAR coded it.

    `cue` is the words of its cue, "" for none. `whole` is its offsets where its article, or passage, is coded
    throughout, `says` the coded clear saying that it is.
    """

    evidence: dict[str, float]
    cue: str
    right: bool
    weight: float
    article: str
    outlet: str
    polnear: bool
    whole: Attribution | None = None
    says: str = ""


class Act(NamedTuple):
    """The cue of an attribution that is an act or a statement, with the facts about it."""

    facts: dict[str, float]
    meaning: np.ndarray
    is_act: bool
    outlet: str


def read_cue_words() -> dict[str, float]:
    """Return the log-odds of each word of PolNeAR's train side to be part of a cue, for those seen in some."""
    texts, gold = read_polnear("train")
    seen, in_cue = Counter(), Counter()
    for doc, text in texts.items():
        seen.update(cue_words.content_words(text))
        spans = {tuple(span) for a in gold[doc] for span in a["cue"]}
        in_cue.update(word for start, end in spans for word in cue_words.content_words(text[start:end]))
    chosen = {word: n for word, n in in_cue.items() if n >= LEAST_CUES and seen[word] >= 3}
    return {
        word: round(float(np.log((n + PRIOR * 0.06) / (seen[word] - n + PRIOR * 0.94))), 1)
        for word, n in sorted(chosen.items())
    }


def read(text: str) -> tuple[Document, list[LinkedSpans], list[str], float]:
    """Return an article with its attributions, rivals too, their quote types, and the share in quotation marks."""
    document = read_document(text)
    linked = find_candidates(document)
    quoted = sum(p.end - p.start for p in document.passages) / max(1, len(text))
    return document, linked, [quote_type(document, one.contents) for one in linked], quoted


def cue(linked: LinkedSpans) -> str:
    """Return the words of an attribution's cue, "" for none."""
    return linked.cue.words if linked.cue else ""


def unrated(linked: LinkedSpans, kind: str) -> Attribution:
    """Return an attribution as offsets, its confidence 0."""
    content, cue, source = (
        tuple((span.start, span.end) for span in spans if span)
        for spans in (linked.contents, [linked.cue], [linked.source])
    )
    return Attribution(content, cue, source, kind, 0.0)


def nearest(found: Relation, truth: list[Relation]) -> int | None:
    """Return which coded attribution is the same and shares most of the content, None for none."""
    same = [i for i, gold in enumerate(truth) if is_same(found, gold)]
    return max(same, key=lambda i: jaccard(found.content, truth[i].content), default=None)


def rows_of_coded() -> tuple[list[Row], list[Act], int]:
    """Return the attributions in articles whose codes the tagger has not seen, the cues of all coded articles, and n.

    n is how many clear sayings are coded in the former. What was coded as an act is no statement, and so not right.
    """
    rows, examples, n_sayings = [], [], 0
    for coded in tqdm([*whole_articles(), *passages()], desc="coded"):
        _, linked, kinds, quoted = read(coded.text)
        words = WordTokens(coded.text)
        own = [
            (one, kind)
            for one, kind in zip(linked, kinds, strict=True)
            if all(coded.start <= c.start and c.end <= coded.end + 1 for c in one.contents)
        ]
        found = [
            words.relation([c[:2] for c in one.contents], [one.source[:2]] if one.source else []) for one, _ in own
        ]
        truth = [words.relation(a["content"], a["source"]) for a in coded.attributions]
        sayings = {i for i, a in enumerate(coded.attributions) if a.get("level") == "core"}
        n_sayings += 0 if coded.seen else len(sayings)
        pairs = {i: best for i, f in enumerate(found) if (best := nearest(f, truth)) is not None}
        for i, (one, kind) in enumerate(own):
            cue_kind = coded.attributions[pairs[i]]["cue_kind"] if i in pairs else ""
            is_act = (cue_kind if isinstance(cue_kind, str) else cue_kind[0]) == "act"
            if not coded.seen:
                facts, is_right = confidence.evidence(one, kind, quoted=quoted), i in pairs and not is_act
                says = f"{coded.name} {pairs[i]}" if pairs.get(i) in sayings else ""
                whole = unrated(one, kind)
                rows.append(Row(facts, cue(one), is_right, 1.0, coded.name, coded.outlet, False, whole, says))
            if i in pairs and one.cue:
                examples.append(Act(acts.act_facts(one, kind), acts.meaning(one.cue.words), is_act, coded.outlet))
    return rows, examples, n_sayings


def rows_of_judged() -> tuple[list[Row], list[Act]]:
    """Return the attributions of judged_attributions.jsonl; an arguable one counts half as right, half as wrong."""
    lines = [json.loads(line) for line in (ROOT / "training" / "judged_attributions.jsonl").open(encoding="utf-8")]
    texts = {name: read_json_lines(DATA / "allsides" / f"{name}.jsonl.gz") for name in {line["file"] for line in lines}}
    rows, examples = [], []
    places = sorted({(line["file"], line["record"]) for line in lines})
    for file, record in tqdm(places, desc="judged"):
        _, linked, kinds, quoted = read(texts[file][record]["content_original"])
        by_cue = {
            one.cue[:2] if one.cue else one.contents[0][:2]: (one, kind)
            for one, kind in reversed(list(zip(linked, kinds, strict=True)))
        }  # of rivals, the first, since that is what was judged
        for line in lines:
            pair = by_cue.get(tuple((line["cue"] or line["content"])[0]))
            if (line["file"], line["record"]) != (file, record) or not pair:
                continue
            name, outlet, verdict = f"{file} {record}", texts[file][record]["source"], line["verdict"]
            if line["weight"]:
                for share, ok in ((0.5, True), (0.5, False)) if verdict == "arguable" else ((1.0, verdict == "right"),):
                    facts, weight = confidence.evidence(*pair, quoted=quoted), share * line["weight"]
                    rows.append(Row(facts, cue(pair[0]), ok, weight, name, outlet, False))
            if verdict in ("right", "act", "statement") and pair[0].cue:
                meaning = acts.meaning(pair[0].cue.words)
                examples.append(Act(acts.act_facts(*pair), meaning, verdict == "act", outlet))
    return rows, examples


def rows_of_polnear() -> list[Row]:
    """Return the attributions in PolNeAR dev; the tagger knows the train side."""
    texts, gold = read_polnear("dev")
    rows = []
    for doc, text in tqdm(texts.items(), desc="PolNeAR dev"):
        _, linked, kinds, quoted = read(text)
        for one, kind, ok in zip(linked, kinds, right(text, linked, gold[doc]), strict=True):
            if ok is not None:
                facts = confidence.evidence(one, kind, quoted=quoted)
                rows.append(Row(facts, cue(one), bool(ok), 1.0, doc, doc, True))
    return rows


def expected_error(p: np.ndarray, y: np.ndarray, weight: np.ndarray) -> float:
    """Return the expected calibration error over ten equal bins."""
    bins = np.minimum((p * 10).astype(int), 9)
    return sum(abs(np.sum((p - y)[bins == b] * weight[bins == b])) for b in set(bins)) / weight.sum()


def meanings(rows: list[Row]) -> np.ndarray:
    """Return the meaning of each row's cue, zeros without one."""
    known = {row.cue: confidence.cue_meaning(row.cue) for row in rows if row.cue}
    nothing = np.zeros_like(next(iter(known.values())))
    return np.array([known.get(row.cue, nothing) for row in rows])


def fit_confidence(rows: list[Row], *, n_sayings: int) -> dict[str, Any]:
    """Return intercept and weights of evidence and meaning outside PolNeAR; print what holds on outlets left out.

    In PolNeAR, whose outlets are seven, articles are left out. `n_sayings` is how many clear sayings are coded.
    """
    names = list(rows[0].evidence)
    x = np.array([[float(row.evidence[name]) for name in names] for row in rows])
    y, weight, polnear = (np.array([getattr(r, f) for r in rows], dtype=float) for f in ("right", "weight", "polnear"))
    mean, scale = x.mean(axis=0), x.std(axis=0)
    z = (x - mean) / scale
    meaning = meanings(rows)
    spread = float(meaning.std())
    both = np.hstack([z, polnear[:, None], polnear[:, None] * z, MEANING / spread * meaning])
    balanced = weight * np.where(polnear, 1.0, OUTSIDE)
    groups, p = [row.outlet for row in rows], np.zeros(len(y))
    for train, test in GroupKFold(10).split(both, y, groups):
        model = LogisticRegression(C=C_RIGHT, max_iter=3000).fit(both[train], y[train], sample_weight=balanced[train])
        p[test] = model.predict_proba(both[test])[:, 1]
    for name, own in (("PolNeAR dev", polnear > 0), ("elsewhere", polnear == 0)):
        sure = own & (p >= 0.5)
        print(
            f"confidence, ten folds, {name}: {int(own.sum())} attributions, "
            f"expected calibration error {expected_error(p[own], y[own], weight[own]):.3f}; "
            f"from .5 up {np.average(y[sure], weights=weight[sure]):.3f} right"
        )
    model = LogisticRegression(C=C_RIGHT, max_iter=3000).fit(both, y, sample_weight=balanced)
    slope, shift = calibration(rows, p, n_sayings=n_sayings)
    weights = slope * model.coef_[0][: len(names)] / scale
    return {
        "intercept": round(float(slope * model.intercept_[0] + shift - weights @ mean), 4),
        "evidence": dict(zip(names, weights.round(4).tolist(), strict=True)),
        "cue meaning": (slope * MEANING / spread * model.coef_[0][-meaning.shape[1] :]).round(2).tolist(),
    }


def calibration(rows: list[Row], p: np.ndarray, *, n_sayings: int) -> tuple[float, float]:
    """Return slope and shift of the log-odds of `p` that make it the chance of what beats its rivals to be right.

    A row of `p` comes from a model that has not seen its outlet. Prints what holds in ten folds.
    """
    surest = []
    for article in {row.article for row in rows if row.whole}:
        numbers = {row.whole._replace(confidence=p[i]): i for i, row in enumerate(rows) if row.article == article}
        surest += [numbers[one] for one in without_rivals(list(numbers))]
    x, y = np.log(p[surest] / (1 - p[surest]))[:, None], np.array([rows[i].right for i in surest])
    held_out = np.zeros(len(y))
    for train, test in GroupKFold(10).split(x, y, [rows[i].outlet for i in surest]):
        held_out[test] = LogisticRegression().fit(x[train], y[train]).predict_proba(x[test])[:, 1]
    kept, says = held_out >= LEAST_CONFIDENCE, np.array([rows[i].says for i in surest])
    sure, error = kept & (held_out >= 0.5), expected_error(held_out[kept], y[kept], np.ones(kept.sum()))
    recall, of_sure = (len(set(says[own]) - {""}) / n_sayings for own in (kept, sure))
    by_chance = np.mean([
        expected_error(held_out[kept], rng.random(kept.sum()) < held_out[kept], np.ones(kept.sum()))
        for rng in map(np.random.default_rng, range(200))
    ])  # fmt: skip
    print(
        f"confidence, without rivals, ten folds of coded outlets: {kept.sum()} attributions, expected calibration "
        f"error {error:.3f} ({by_chance:.3f} by chance alone); from .5 up {y[sure].mean():.3f} of {sure.sum()} right; "
        f"of {n_sayings} clear sayings {recall:.3f} are found, {of_sure:.3f} from .5 up"
    )
    model = LogisticRegression().fit(x, y)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def verbs() -> list[Act]:
    """Return the verbs of verbs.json as examples; what is not known of their content is None."""
    lists = json.loads((ROOT / "training" / "verbs.json").read_text(encoding="utf-8"))
    examples = []
    for kind in ("act", "statement"):
        for verb in lists[kind].split():
            [score] = cue_words.cue_scores(verb) or [cue_words.UNKNOWN]
            facts = {"cue word": score, "last cue word": score}
            examples.append(Act(facts, acts.meaning(verb), kind == "act", verb))
    return examples


def fit_acts(examples: list[Act]) -> dict[str, Any]:
    """Return intercept and weights of the regression of acts; print what holds on articles left out."""
    names = list(examples[0].facts)
    facts = np.array([[float(e.facts[name]) for name in names] for e in examples])
    mean, scale, spread = facts.mean(axis=0), facts.std(axis=0), float(np.std([e.meaning for e in examples]))
    known = verbs()
    other = np.array([[e.facts.get(name, m) for name, m in zip(names, mean, strict=True)] for e in known])
    x, x_known = (
        np.hstack([(f - mean) / scale, np.array([e.meaning for e in rows]) / spread])
        for f, rows in ((facts, examples), (other, known))
    )
    y, y_known = (np.array([e.is_act for e in rows]) for rows in (examples, known))

    def fit(chosen: np.ndarray) -> LogisticRegression:
        weight = np.concatenate([np.ones(len(chosen)), np.full(len(y_known), VERB)])
        return LogisticRegression(C=C_ACT, max_iter=3000).fit(
            np.vstack([x[chosen], x_known]), np.concatenate([y[chosen], y_known]), sample_weight=weight
        )

    p = np.zeros(len(y))
    for train, test in GroupKFold(10).split(x, y, [e.outlet for e in examples]):
        p[test] = fit(train).predict_proba(x[test])[:, 1]
    chosen = p >= acts.ACT_FROM
    print(
        f"acts, ten folds: {y.sum()} of {len(y)}; average precision {average_precision_score(y, p):.3f}; "
        f"precision {y[chosen].mean():.3f}, recall {(y & chosen).sum() / y.sum():.3f}"
    )
    model = fit(np.arange(len(y)))
    weights = model.coef_[0][: len(names)] / scale
    return {
        "intercept": round(float(model.intercept_[0] - weights @ mean), 4),
        "facts": dict(zip(names, weights.round(4).tolist(), strict=True)),
        "meaning": (model.coef_[0][len(names) :] / spread).round(2).tolist(),
    }


def write(file: Any, content: Any) -> None:
    file.write_text(json.dumps(content, indent=0, ensure_ascii=False), encoding="utf-8")


def main() -> None:
    write(cue_words.SCORES, read_cue_words())
    load_json.cache_clear()
    coded, coded_acts, n_sayings = rows_of_coded()
    judged, judged_acts = rows_of_judged()
    write(acts.WEIGHTS, fit_acts(coded_acts + judged_acts))
    load_json.cache_clear()
    acts.learned_weights.cache_clear()  # they say what is a gesture, and no attribution
    write(confidence.WEIGHTS, fit_confidence(rows_of_polnear() + coded + judged, n_sayings=n_sayings))


if __name__ == "__main__":
    main()
