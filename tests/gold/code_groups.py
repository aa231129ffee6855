"""Turn a coder's verdicts on what choose_groups.py printed into tests/gold/groups.jsonl, and measure with it.

    python tests/gold/code_groups.py DRAWN VERDICTS ../shared/data

DRAWN is what choose_groups.py printed. VERDICTS has a line "NUMBER LETTER" for each source drawn: I for one or more
individuals, G for a group, N for neither (a name that was missed, an institution, a document). A line of the result is
one source: where it is, the first 16 digits of its text's SHA-256, the side and the verdict; it holds no word of the
article. Sides: develop (rules were made with it), held_back (not), after (drawn and coded when the rules were done).
"""

import hashlib
import json
import sys
from pathlib import Path

from analysis.quotes import Attribution, read_document
from analysis.quotes.speakers.resolve import resolve_speakers
from choose_groups import read

CODED = Path(__file__).with_name("groups.jsonl")
KINDS = {"I": "unnamed_person", "G": "group", "N": "neither"}
_FIRST_DRAW = 240


def coded(folder):
    """Return the coded sources, each with the text of its article as `words`; raise ValueError if a text differs."""
    texts = {(file, record): text for file, record, _, text in read(folder)}
    lines = [json.loads(line) for line in CODED.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        line["words"] = texts[line["file"], line["record"]]
        if line["text"] != _digest(line["words"]):
            raise ValueError(f"{line['file']} {line['record']} has another text than the one that was coded")
    return lines


def answers(folder, side):
    """Return whether the package is right about each source of a side that a coder took for people, asked by itself."""
    people = [one for one in coded(folder) if one["side"] == side and one["verdict"] != "neither"]
    return [found_kind(one) == one["verdict"] for one in people]


def found_kind(one):
    """Return the kind of speaker that the package finds for a coded source, without the quotes around it."""
    spans = tuple(map(tuple, one["source"]))
    content = (spans[-1][1] + 1, spans[-1][1] + 30)
    [speaker] = resolve_speakers(read_document(one["words"]), [Attribution((content,), (), spans, "indirect", 1.0)])
    return "unnamed_person" if speaker.kind == "named_person" else speaker.kind  # "the senator" may be named elsewhere


def _digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _side(number):
    return "after" if number >= _FIRST_DRAW else "held_back" if number % 2 else "develop"


def main(drawn, verdicts, folder):
    texts = {(file, str(record)): (record, text) for file, record, _, text in read(folder)}
    verdict = dict(line.split() for line in Path(verdicts).read_text(encoding="utf-8").splitlines())
    headings = [line for line in Path(drawn).read_text(encoding="utf-8").splitlines() if line.startswith("### ")]
    with CODED.open("w", encoding="utf-8") as out:
        for _, number, file, name, spans in (heading.split(" ", 4) for heading in headings):
            record, text = texts[file, name]
            line = {"file": file, "record": record, "text": _digest(text), "source": json.loads(spans)}
            out.write(json.dumps(line | {"side": _side(int(number)), "verdict": KINDS[verdict[number]]}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
