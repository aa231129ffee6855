"""Read the coded passages and questions of allsides.jsonl, with the texts that they are about, from ../shared."""

import gzip
import hashlib
import json
from functools import cache
from pathlib import Path

import pandas as pd

from analysis.quotes import Attribution, find_attributions, read_document
from analysis.quotes.cue_kinds import cue_kind
from analysis.quotes.document import Document
from analysis.quotes.speakers.discourse import Speaker
from analysis.quotes.speakers.resolve import resolve_speakers
from analysis.scoring import score_quotes

CODED = Path(__file__).with_name("allsides.jsonl")
_TITLES = {"president", "mr", "ms", "mrs", "sen", "rep", "gov", "dr", "judge", "jr", "sr"}


def coded(folder: Path, asks: str) -> list[dict]:
    """Return the lines that ask one thing: passage, he_or_she, he_or_she_held_out, speaker_kind or cue_kind.

    `words` is the text of the article.

    Offsets are offsets of `words`. Raises ValueError if a text is not the one that was coded.
    """
    lines = [json.loads(line) for line in CODED.read_text(encoding="utf-8").splitlines()]
    chosen = [line for line in lines if line["asks"] == asks]
    if not chosen:
        raise ValueError(f"nothing asks {asks!r}; choose one of: {', '.join(sorted({line['asks'] for line in lines}))}")
    return [line | {"words": _text(folder, line)} for line in chosen]


def _text(folder, line):
    text = _texts(folder / f"{line['file']}.jsonl.gz")[line["record"]]
    if hashlib.sha256(text.encode()).hexdigest()[:16] != line["text"]:
        raise ValueError(
            f"{line['file']} has another text in record {line['record']} than the one that was coded; code it again"
        )
    return text


@cache
def _texts(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["content_original"] for line in lines]


def answers(folder: Path) -> dict[str, list[bool]]:
    """Return, for each kind of question, whether the package answers each rightly when given the spans."""
    found = {"he_or_she": [], "he_or_she_held_out": [], "speaker_kind": [], "cue_kind": []}
    for asks in ("he_or_she", "he_or_she_held_out"):
        for question in coded(folder, asks):
            found[asks].append(is_same(asked(question).name, named(question)))
    for question in coded(folder, "speaker_kind"):
        kind = asked(question).kind
        found["speaker_kind"].append(kind == question["speaker_kind"])
        cue = cue_kind(read_document(question["words"]), [tuple(question["cue"])], speaker_kind=kind)
        found["cue_kind"].append(cue == question["cue_kind"])
    for question in coded(folder, "cue_kind"):
        cue = cue_kind(read_document(question["words"]), [tuple(question["cue"])])
        found["cue_kind"].append(cue == question["cue_kind"])
    return found


def asked(question: dict) -> Speaker:
    """Return whom the source of a question means, amid the attributions that the package finds in its article."""
    document, attributions, place = with_attributions(question)
    return resolve_speakers(document, attributions)[place]


def with_attributions(question: dict) -> tuple[Document, list[Attribution], int]:
    """Return the article of a question, its attributions, and which of them has the source that is asked for."""
    text, (start, end) = question["words"], question["source"]
    document = read_document(text)
    attributions = find_attributions(document)
    beside = [
        i for i, a in enumerate(attributions) if any(s < end and start < e <= end + 20 for s, e in a.source_spans)
    ]
    if not beside:  # not found: asked as if it were
        attributions.append(Attribution(((end + 1, end + 30),), (), ((start, end),), "indirect", 1.0))
    place = beside[0] if beside else len(attributions) - 1
    given = {"source_spans": ((start, end),)} | ({"cue_spans": (tuple(question["cue"]),)} if "cue" in question else {})
    attributions[place] = attributions[place]._replace(**given)
    return document, attributions, place


def named(coding: dict) -> str | None:
    """Return the name that the coder gave as the speaker, several joined by " and "; None for nobody."""
    return " and ".join(coding["words"][start:end] for start, end in coding["speaker"]) or None


def is_same(a: str | None, b: str | None) -> bool:
    """Return whether two names can mean the same: the last word is the same, and the given names do not differ."""
    if not a or not b:
        return a == b
    if " and " in a and " and " in b:
        return all(is_same(*pair) for pair in zip(a.split(" and "), b.split(" and "), strict=False))
    a, b = ([w for w in name.split() if w.lower().rstrip(".") not in _TITLES] or name.split() for name in (a, b))
    return a[-1] == b[-1] and (len(a) < 2 or len(b) < 2 or a[0][0] == b[0][0])


def score_passages(folder: Path) -> dict[str, str]:
    """Return each measure of the coded passages in words: F1 of relation_half, and shares right of those found."""
    found, gold, articles, hits = [], [], [], {"speaker": [], "speaker_kind": [], "cue_kind": [], "speaker_role": []}
    for number, passage in enumerate(coded(folder, "passage")):
        key, text = f"{number}", passage["words"]
        own = [(a, who) for a, who in _quotes(text) if _within(a, passage["passage"])]
        found += [(key, a.content_spans, a.source_spans) for a, _ in own]
        gold += [(key, told["content"], told["source"]) for told in passage["attributions"]]
        articles.append((key, text))
        for told in passage["attributions"]:
            _compare(hits, told | {"words": text}, own)
    columns = ["article_id", "content_spans", "source_spans"]
    frames = [pd.DataFrame(rows, columns=columns) for rows in (found, gold)]
    scores = score_quotes(*frames, articles=pd.DataFrame(articles, columns=["article_id", "text"]))
    half = scores[scores["measure"] == "relation_half"].set_index("quote_type")
    told = {
        f"relation_half {kind}": f"{100 * half.loc[kind, 'f1']:.1f} (n {half.loc[kind, 'n']})" for kind in half.index
    }
    return told | {what: f"{100 * sum(right) / len(right):.1f} % (n {len(right)})" for what, right in hits.items()}


def _quotes(text):
    document = read_document(text)
    attributions = find_attributions(document)
    return zip(attributions, resolve_speakers(document, attributions), strict=True)


def _within(attribution, passage):
    return passage[0] <= attribution.content_spans[0][0] and attribution.content_spans[-1][1] <= passage[1] + 1


def _compare(hits, told, own):
    """Note what is right about the found attribution that shares half its content with a coded one."""
    best = max(own, key=lambda pair: _overlap(pair[0].content_spans, told["content"]), default=None)
    if best is None or _overlap(best[0].content_spans, told["content"]) < 0.5:
        return
    attribution, who = best
    hits["speaker_kind"].append(who.kind == told["speaker_kind"])
    cue = cue_kind(read_document(told["words"]), attribution.cue_spans, speaker_kind=who.kind)
    hits["cue_kind"].append(cue == told["cue_kind"])
    if "speaker" in told and told["speaker_kind"] in ("named_person", "organization"):
        hits["speaker"].append(is_same(who.name, named(told)))
    if told.get("speaker_role"):
        start, end = told["speaker_role"]
        coded_words, given = (set(role.lower().split()) for role in (told["words"][start:end], who.role or ""))
        hits["speaker_role"].append(len(coded_words & given) >= 0.5 * len(coded_words | given))


def _overlap(one, other):
    one, other = ({place for start, end in spans for place in range(start, end)} for spans in (one, other))
    return len(one & other) / len(one | other)
