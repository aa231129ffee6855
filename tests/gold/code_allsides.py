"""Turn a coder's notes on what choose_allsides.py printed into tests/gold/allsides.jsonl.

    python tests/gold/code_allsides.py NOTES ../shared/data/allsides

NOTES is a folder outside the repository with five files; the result holds no word of the articles.

passages.txt: a line "P FILE RECORD", then a line an attribution: content | cue | source | speaker | kind | role | cue
kind. A content is given by its first and last words ("We will ~ said."), pieces by " || "; "-" is none, "?" not
coded, "said#2" the second "said" of the passage. he.txt, and he_held_out.txt, coded when the rest was done: "FILE
RECORD OFFSET|speaker"; kinds.txt: "…|source|kind|cue kind"; cues.txt: "…|cue|cue kind". A line of the result is a
coded passage or a single question; `text` is the first 16 digits of the text's SHA-256.
"""

import hashlib
import json
import re
import sys
from pathlib import Path

from choose_allsides import FILES, SAID, read

OUT = Path(__file__).with_name("allsides.jsonl")
KINDS = {"P": "named_person", "U": "unnamed_person", "G": "group", "O": "organization", "D": "document", "X": "unknown"}
CUES = {"s": "speech", "d": "document", "t": "thought", "n": "denial", "r": "non_response"}


def found(text, words, start, end, *, near=None):
    """Return the span of `words` between two offsets: nearest to an offset, the second for "said#2", or the first."""
    words, _, which = words.partition("#")
    places = [m.start() for m in re.finditer(_word(words), text[start:end])]
    if not places:
        raise ValueError(f"{words!r} is not in {text[start:end]!r}")
    places = [start + place for place in places]
    place = (
        places[int(which) - 1] if which else min(places, key=lambda p: abs(p - near)) if near is not None else places[0]
    )
    return [place, place + len(words)]


def _word(words):
    """Return a pattern of the words, not as a part of a longer word."""
    return rf"(?<!\w){re.escape(words)}" + (r"(?!\w)" if words[-1].isalnum() else "")


def stretch(text, words, start, end):
    first, _, last = words.partition(" ~ ")
    begin = found(text, first, start, end)
    return [begin[0], found(text, last, begin[1], end)[1]] if last else begin


def name(text, words):
    """Return where somebody is first named as the coder wrote it, with any middle names; None for "-"."""
    if words == "-":
        return None
    parts = [re.escape(w) for w in words.split()]
    for pattern in (r"\s+".join(parts), rf"{parts[0]}\s+(?:[\w.“”\"'’()-]+\s+){{1,2}}{parts[-1]}", rf"\b{parts[-1]}\b"):
        if match := re.search(pattern, text):
            return list(match.span())
    raise ValueError(f"nobody is called {words!r} there")


def attribution(text, line, start, end):
    content, cue, source, speaker, kind, role, cue_kind = (part.strip() for part in line.split(" | "))
    contents = [stretch(text, piece, start, end) for piece in content.split(" || ")]
    cue = [] if cue == "-" else [found(text, cue, start, end, near=_beside(contents, text, cue, start, end))]
    near = (cue or contents)[0][0]
    source = (
        []
        if source == "-"
        else [stretch(text, source, start, end) if "~" in source else found(text, source, start, end, near=near)]
    )
    coded = {"content": contents, "cue": cue, "source": source, "speaker_kind": KINDS[kind], "cue_kind": CUES[cue_kind]}
    if speaker != "?":
        coded["speaker"] = [span for one in speaker.split(" & ") if (span := name(text, one))]
    if role != "?":
        coded["speaker_role"] = None if role == "-" else found(text, role, 0, len(text), near=near)
    return coded


def _beside(contents, text, cue, start, end):
    """Return the place of the cue that is nearest to an edge of a content, and in none."""
    cue = cue.partition("#")[0]
    places = [start + m.start() for m in re.finditer(_word(cue), text[start:end])]
    outside = [p for p in places if not any(s <= p < e for s, e in contents)] or places
    return min(outside, key=lambda p: min(min(abs(p - e), abs(p + len(cue) - s)) for s, e in contents), default=start)


def lines_of(path):
    return path.read_text(encoding="utf-8").splitlines()


def key(file, record, text):
    return {"file": file, "record": int(record), "text": hashlib.sha256(text.encode()).hexdigest()[:16]}


def passages(notes, texts):
    # Where each passage lies is in the printed headings: "### P FILE RECORD START END".
    headings = [line.split() for line in lines_of(notes / "read.txt") if line.startswith("### P ")]
    where = {(h[2], h[3]): (int(h[4]), int(h[5])) for h in headings}
    coded = []
    for line in lines_of(notes / "passages.txt"):
        if line.startswith("P "):
            _, file, record = line.split()
            text, (start, end) = texts[file, int(record)], where[file, record]
            coded.append(key(file, record, text) | {"asks": "passage", "passage": [start, end], "attributions": []})
        else:
            coded[-1]["attributions"].append(attribution(text, line, start, end))
    return coded


def questions(notes, texts):
    for asks, file_name in (
        ("he_or_she", "he.txt"),
        ("he_or_she_held_out", "he_held_out.txt"),
        ("speaker_kind", "kinds.txt"),
        ("cue_kind", "cues.txt"),
    ):
        for line in lines_of(notes / file_name):
            place, *told = line.split("|")
            file, record, offset = place.split()
            text, offset = texts[file, int(record)], int(offset)
            coded = key(file, record, text) | {"asks": asks}
            if asks.startswith("he_or_she"):
                pronoun = re.compile(r"\w+").match(text, offset).span()
                coded |= {"source": list(pronoun), "speaker": [span] if (span := name(text, told[0])) else []}
            elif asks == "speaker_kind":
                cue = SAID.match(text, offset).span()
                around = found(text, told[0], max(0, offset - 300), offset + 300, near=offset)
                coded |= {"source": around, "cue": list(cue), "speaker_kind": KINDS[told[1]], "cue_kind": CUES[told[2]]}
            else:
                coded |= {"cue": found(text, told[0], offset, offset + 40), "cue_kind": CUES[told[1]]}
            yield coded


def main(notes, folder):
    texts = {(file, number): text for file, number, text in read(folder) if file in FILES}
    coded = [*passages(Path(notes), texts), *questions(Path(notes), texts)]
    OUT.write_text("".join(json.dumps(c) + "\n" for c in coded), encoding="utf-8")
    print(
        len(coded),
        "lines;",
        sum(len(c.get("attributions", ())) for c in coded),
        "attributions;",
        OUT.stat().st_size,
        "bytes",
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
