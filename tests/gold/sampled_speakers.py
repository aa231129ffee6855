"""The speakers of sampled_speakers.jsonl: sources drawn at random by their form, with whom each means.

Forms: a surname that several people of the sample share, the noun of an institution ("org"), a role ("the senator"), a
description ("the two-term Republican"), he or she. Drawn from 1,200 AllSides articles, one source an article at most,
and coded by one person who read the article. A line holds where the source and its content are, where the name of whom
it means stands (nothing for nobody), and the first 16 digits of the text's SHA-256, but no word of the article.
"""

import hashlib
import json
from collections import defaultdict
from pathlib import Path

from analysis.quotes import Attribution, find_attributions, read_document
from analysis.quotes.speakers.resolve import resolve_speakers
from coded_quotes import records
from same_speaker import is_right

CODED = Path(__file__).with_name("sampled_speakers.jsonl")


def coded(folder: Path, *, batch: int | None = None) -> list[dict]:
    """Return the coded sources, with the text of the article as `words`, `outlet`, and `who`, the name ("" for nobody).

    Raises ValueError if a text is not the one that was coded.
    """
    lines = [json.loads(line) for line in CODED.read_text(encoding="utf-8").splitlines()]
    return [_with_words(folder, line) for line in lines if batch in (None, line["batch"])]


def _with_words(folder, line):
    record = records(folder / f"{line['file']}.jsonl.gz")[line["record"]]
    text = record["content_original"]
    if hashlib.sha256(text.encode()).hexdigest()[:16] != line["text"]:
        raise ValueError(f"{line['file']} {line['record']} has another text than the one that was coded")
    who = " ".join(text[start:end] for start, end in line["speaker"])
    return line | {"words": text, "outlet": record["source"], "who": who}


def with_attributions(one: dict) -> tuple[list[Attribution], int]:
    """Return the attributions that the package finds in the article of a coded source, and which of them has it.

    One that is not found is put where it stands.
    """
    source, content = (tuple(map(tuple, one[what])) for what in ("source", "content"))
    found = find_attributions(read_document(one["words"]))
    own = [i for i, a in enumerate(found) if a.source_spans == source]
    if not own:
        found = sorted([*found, Attribution(content, (), source, "indirect", 1.0)], key=lambda a: a.content_spans)
        own = [i for i, a in enumerate(found) if a.source_spans == source]
    return found, min(own, key=lambda i: abs(found[i].content_spans[0][0] - content[0][0]))


def answers(folder: Path, *, batch: int | None = None) -> dict[str, list[bool]]:
    """Return for each form, apart for those who are named and those who are not, whether the package is right."""
    right = defaultdict(list)
    for one in coded(folder, batch=batch):
        found, place = with_attributions(one)
        name = resolve_speakers(read_document(one["words"]), found)[place].name
        right[f"{one['form']}, {'named' if one['who'] else 'nobody named'}"].append(is_right(name, one["who"]))
    return dict(sorted(right.items()))
