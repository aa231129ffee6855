"""Print how often the speaker is right on whole AllSides articles that were coded blind.

    python benchmarks/blind_speakers.py [--test | --fresh] [--coded-spans] [misses]

The sets are those of `blind_quotes.py`. A found row is compared with the coded attribution that it matches (half the
content, a word of the source). Right is: the same person (the last word of the name and the first letter of the given
name), the same institution (its words within the other's, and a shared head; or its acronym), nobody named where
nobody is named. Where a coder gave a description for a name ("The administration"), or none for a person, nobody is
named: such rows count in the line "as coded" alone. With --coded-spans the coded attributions themselves are resolved,
odd ones left out, so that the tagger has no part in it. The last line is the calibration of `speaker_confidence`.
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import find_quotes
from analysis.quotes import read_document
from analysis.quotes.speakers.resolve import resolve_speakers
from analysis.scoring.matching import is_same, match
from analysis.scoring.relations import WordTokens
from blind_quotes import calibration_error, interval, sets

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "gold"))
from coded_quotes import as_attribution  # noqa: E402
from same_speaker import is_right, names_somebody  # noqa: E402

KINDS = ("named_person", "organization", "unnamed_person", "group", "document", "unknown")
_NAMED = frozenset(("named_person", "organization"))
# Where people without a name end and groups begin, these coders drew otherwise than the codebook (see groups.jsonl).
_EITHER = frozenset(("unnamed_person", "group"))


def matched(articles: pd.DataFrame, coded: pd.DataFrame) -> pd.DataFrame:
    """Return the found rows that match a coded attribution, with `who`, `kinds`, `right_name` and `right_kind`."""
    frame = articles.rename(columns={"doc": "article_id"})[["article_id", "text", "outlet"]]
    quotes, rows = find_quotes(frame, progress=True), []
    for doc, text, outlet in frame.itertuples(index=False):
        words, own, gold = WordTokens(text), quotes[quotes["article_id"] == doc], coded[coded["doc"] == doc]
        found = [words.relation(*spans) for spans in zip(own["content_spans"], own["source_spans"], strict=True)]
        truth = [words.relation(*spans) for spans in zip(gold["content"], gold["source"], strict=True)]
        for pair in match(found, truth, is_same):
            row, told = own.iloc[pair.found], gold.iloc[pair.gold]
            rows.append(row.to_dict() | {"outlet": outlet} | _told(told))
    return _rated(rows)


def with_coded_spans(articles: pd.DataFrame, coded: pd.DataFrame) -> pd.DataFrame:
    """Return the coded attributions, odd ones left out, with the speaker found for each, as `matched` does."""
    rows = []
    for doc, text, outlet in articles[["doc", "text", "outlet"]].itertuples(index=False):
        gold = [told for told in coded[coded["doc"] == doc].to_dict("records") if told["content"]]
        gold.sort(key=lambda told: told["content"])
        for told, speaker in zip(
            gold, resolve_speakers(read_document(text), [as_attribution(text, t) for t in gold]), strict=True
        ):
            if told["level"] == "odd":
                continue
            source = " ".join(text[start:end] for start, end in told["source"])
            row = {"outlet": outlet, "source": source, "speaker": speaker.name, "speaker_kind": speaker.kind}
            rows.append(row | {"speaker_confidence": speaker.confidence} | _told(told))
    return _rated(rows)


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a coder said of an attribution: who, which kinds are right, which level."""
    kinds = frozenset(row["kind"])
    return {"who": row["who"] or "", "kinds": kinds | _EITHER if kinds & _EITHER else kinds, "level": row["level"]}


def _rated(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Return the rows with whether speaker and kind are right."""
    return pd.DataFrame(rows).assign(
        right_name=[is_right_of_kind(row["speaker"], row["who"], row["kinds"]) for row in rows],
        right_kind=[row["speaker_kind"] in row["kinds"] for row in rows],
    )


def is_right_of_kind(found: str | None, who: str, kinds: frozenset[str]) -> bool:
    """Return whether a found speaker is who was coded; for a source that names nobody, whether none is found."""
    if not isinstance(found, str):
        return not who or not _NAMED & kinds or bool(kinds - _NAMED)
    return bool(_NAMED & kinds) and is_right(found, who)


def calibration(chance: pd.Series, right: pd.Series) -> str:
    """Return the expected calibration error over ten equal bins, and the share right for each range of the chance."""
    error = calibration_error(pd.DataFrame({"confidence": chance, "right": right}))
    ranges = right.groupby(pd.cut(chance, [0, 0.5, 0.8, 0.9, 0.95, 1]), observed=True).agg(["mean", "size"])
    rows = [f"{own.left:g} to {own.right:g}: {row['mean']:.3f} of {row['size']:.0f}" for own, row in ranges.iterrows()]
    return f"calibration error {error:.3f}; right from {', '.join(rows)}"


def report(which: str, *, coded_spans: bool, misses: bool) -> None:
    for name, (articles, coded) in sets(which).items():
        found = (with_coded_spans if coded_spans else matched)(articles, coded)
        first = found["kinds"].map(lambda kinds: next(kind for kind in KINDS if kind in kinds))
        named = found[first.isin(_NAMED)]
        print(f"{name}, {len(articles)} articles, {len(found)} rows that match a coded one:")
        by_name = named["who"].map(names_somebody)
        print(f"  speaker, where one is named: {interval(named['right_name'][by_name])}")
        print(f"  the same as coded, descriptions among the named: {interval(named['right_name'])}")
        for kind in KINDS:
            own = found[first == kind]
            counted = own[own["who"].map(names_somebody)] if kind in _NAMED else own
            if len(counted):
                print(f"  {kind}: speaker {interval(counted['right_name'])}, kind {interval(own['right_kind'])}")
        print(f"  kind, all: {interval(found['right_kind'])}")
        print(f"  speaker_confidence: {calibration(found['speaker_confidence'], found['right_name'])}")
        if misses:
            wrong = found[~found["right_name"] | ~found["right_kind"]].assign(
                kinds=found["kinds"].map(lambda k: "/".join(sorted(k)))
            )
            print(wrong[["who", "kinds", "source", "speaker", "speaker_kind"]].to_string(max_colwidth=60))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--test", action="store_true", help="measure on the articles that were kept back")
    chosen.add_argument(
        "--fresh", action="store_true", help="measure on articles from which nothing has learned to find quotes"
    )
    parser.add_argument("--coded-spans", action="store_true", help="resolve the coded attributions, not those found")
    parser.add_argument("misses", nargs="?", choices=["misses"], help="print the rows that are wrong")
    arguments = parser.parse_args()
    which = "test" if arguments.test else "fresh" if arguments.fresh else "train"
    report(which, coded_spans=arguments.coded_spans, misses=bool(arguments.misses))
