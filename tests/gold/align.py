"""Find the gold quotes' offsets again after a text in sample.jsonl was edited: `make sample`.

sample.jsonl holds, for every article of the sample, what a careful reader makes of it: the clean text, story, event,
copy-of and, where `gold` is true, every attribution. The words of each span are kept beside its offsets; this script
looks for the words near where they stood and writes the new offsets. It stops at words that are no longer there.
"""

import json
from pathlib import Path

GOLD = Path(__file__).with_name("sample.jsonl")
JOIN = " … "


def nearest(text: str, words: str, place: int) -> list[int]:
    """Return the span of `words` in `text` that starts nearest to `place`; raise ValueError if there is none."""
    starts, start = [], text.find(words)
    while start >= 0:
        starts.append(start)
        start = text.find(words, start + 1)
    if not starts:
        raise ValueError(f"these words are not in the text any more: {words!r}")
    start = min(starts, key=lambda found: abs(found - place))
    return [start, start + len(words)]


def align(record: dict) -> dict:
    """Return the record with the offsets of every quote found again."""
    for quote in record["quotes"]:
        for role in ("content", "cue", "source"):
            pieces = quote[role].split(JOIN) if quote[role] else []
            places = [start for start, _ in quote[f"{role}_spans"]]
            quote[f"{role}_spans"] = [nearest(record["text"], *told) for told in zip(pieces, places, strict=True)]
    return record


def main() -> None:
    records = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    lines = [json.dumps(align(record), ensure_ascii=False) for record in records]
    GOLD.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(records)} articles, {sum(len(record['quotes']) for record in records)} attributions aligned")


if __name__ == "__main__":
    main()
