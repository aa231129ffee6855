"""Measure who is speaking: he and she, kinds of speaker, passages coded by hand, the speed of `resolve_speakers`.

    python benchmarks/speakers.py [FOLDER]     # FOLDER: ../shared/data by default

Printed with n and, for shares, the 95 % Wilson interval:

- GAP validation: F1 as GAP defines it (Webster et al. 2018), gold-two-mention setting: the two names are given, the
  model answers A, B or neither;
- tests/gold/allsides.jsonl, news coded blind: how often he-or-she speakers, the `speaker_kind` of coded sources and the
  `cue_kind` of coded cues are right; whole passages by the whole system, spans included (relation_half; and speaker,
  kind and role of those found);
- tests/gold/groups.jsonl: whether sources without a name are rightly taken for persons or for groups;
- tests/gold/sampled_speakers.jsonl, sources drawn by form (shared surnames, institutions, roles, descriptions, he and
  she): how often the speaker is right;
- `resolve_speakers` on PolNeAR dev's coded spans: articles per CPU-second, one process.
"""

import sys
import time
from collections import defaultdict
from pathlib import Path

from analysis.intervals import wilson_share
from analysis.quotes.document import read_document
from analysis.quotes.speakers.pronouns import chances
from analysis.quotes.speakers.resolve import resolve_speakers
from analysis.quotes.tagging.attributions import Attribution

ROOT = Path(__file__).resolve().parents[1]

sys.path += [str(ROOT / "tests" / "gold"), str(ROOT / "training")]
import allsides  # noqa: E402 - found through the line above
import code_groups  # noqa: E402 - found through the line above
import sampled_speakers  # noqa: E402 - found through the line above
from datasets import read_json_lines  # noqa: E402 - found through the line above
from gap import gap_f1, read_gap  # noqa: E402 - found through the line above

LEAST = 0.15  # the chance from which a name counts as the answer, chosen on the unseen fifth of GAP's development side


def main(data):
    passages = read_gap(data / "coref" / "gap-validation.tsv.gz")
    found = gap_f1(passages, [chances(p.context, p.pronoun, p.found) for p in passages], least=LEAST)
    print(
        f"GAP validation, {len(passages)} passages: F1 " + ", ".join(f"{group} {f1:.1f}" for group, f1 in found.items())
    )
    asked = allsides.answers(data / "allsides")
    asked |= {f"persons or groups, {side}": code_groups.answers(data, side) for side in ("held_back", "after")}
    drawn = sampled_speakers.answers(data / "allsides")
    asked |= {f"drawn by form, {what}": own for what, own in drawn.items()}
    for what, answers in asked.items():
        n, right = len(answers), sum(answers)
        low, high = wilson_share(right / n, n)
        print(f"{what}: {right} of {n} right, {100 * right / n:.1f} % ({100 * low:.1f} to {100 * high:.1f})")
    print(
        "passages, whole system: "
        + ", ".join(f"{what} {value}" for what, value in allsides.score_passages(data / "allsides").items())
    )
    speed(*read_coded(data / "polnear"))


def speed(texts, attributions):
    """Print the articles per CPU-second of `resolve_speakers`."""
    resolve_speakers(read_document(texts[0]), attributions[0])  # word lists and trees are loaded once
    start = time.process_time()
    n = sum(len(resolve_speakers(read_document(text), some)) for text, some in zip(texts, attributions, strict=True))
    seconds = time.process_time() - start
    words = sum(len(text.split()) for text in texts)
    size = f"{len(texts)} articles, {words:,} words, {n} attributions"
    print(f"resolve_speakers: {len(texts) / seconds:.0f} articles a CPU-second ({size})")


def read_coded(folder):
    """Texts and hand-coded attributions of PolNeAR's dev side."""
    coded = defaultdict(list)
    for row in read_json_lines(folder / "dev.gold.jsonl.gz"):
        if row["content"]:
            spans = (tuple(map(tuple, row[role])) for role in ("content", "cue", "source"))
            coded[row["doc"]].append(Attribution(*spans, "indirect", 1.0))
    texts = {row["doc"]: row["text"] for row in read_json_lines(folder / "dev.texts.jsonl.gz")}
    return list(texts.values()), [coded[doc] for doc in texts]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data")
