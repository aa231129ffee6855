"""Turn coders' files on what choose_quotes.py drew into tests/gold/quotes_allsides.jsonl.

    python tests/gold/code_quotes.py FOLDER ../shared/data/allsides [--check]

FOLDER lies outside the repository and has coder_a/NN.json and coder_b/NN.json; the result holds offsets and labels,
no word of the articles. A file is a list of rows in the order of the text: `content`, `cue` and `source` (lists of
verbatim pieces; "first ~ last" is the stretch from the first words to the last), `who` (the fullest name; "" for
nobody; several joined by " and "), `kind`, `cue_kind` and `level` (letters of KINDS, CUES and LEVELS, several where
two are right), and, where needed, `after`: words behind which the content stands. Contents are looked for from the
row before on; of several places, cue and source are where they stand closest to each other and to the content. What
does not occur is refused. The rules of coding are in coding_rules.md. With --check nothing is written, and each row
is printed as it was placed. What FOLDER has no file of stays as it was.
"""

import hashlib
import json
import re
import sys
from itertools import product
from pathlib import Path

from choose_quotes import all_drawn, read

OUT = Path(__file__).with_name("quotes_allsides.jsonl")
KINDS = {"P": "named_person", "U": "unnamed_person", "G": "group", "O": "organization", "D": "document", "X": "unknown"}
CUES = {"s": "speech", "d": "document", "t": "thought", "n": "denial", "r": "non_response", "a": "act"}
LEVELS = {"c": "core", "s": "soft", "n": "nested", "o": "odd"}
# Numbers of the last articles of each batch but the last: the first; the second, coded when the confidence had been
# fitted and measured on the first; the two later draws; the first two large draws; the third, fourth, fifth and sixth.
LAST_OF_BATCH = (30, 40, 64, 564, 744, 804, 904, 984)
REACH = 600  # characters on either side of a content in which its cue and source are looked for
Span = tuple[int, int]


def places(text: str, words: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return where words stand, as whole words; "first ~ last" is the shortest stretch from each place of the first."""
    first, _, last = words.partition(" ~ ")
    found = [m.span() for m in re.compile(_whole(first)).finditer(text, start, len(text) if end is None else end)]
    if not last:
        return found
    ends = [(s, re.compile(_whole(last)).search(text, e)) for s, e in found]
    return [(s, match.end()) for s, match in ends if match]


def _whole(words):
    before, after = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
    return before + re.escape(words) + after


def place(text: str, row: dict, cursor: int) -> dict[str, list[Span]]:
    """Return the spans of content, cue and source of a row, searched from a place on; raise ValueError without one."""
    if row.get("after"):
        cursor = _first(text, row["after"], 0)[1]
    content: list[Span] = []
    for words in row["content"]:
        content.append(_first(text, words, content[-1][1] if content else cursor))
    low, high = max(0, content[0][0] - REACH), content[-1][1] + REACH
    options = [_options(text, row[role], low, high, content) for role in ("cue", "source")]
    cue, source = min(product(*options), key=lambda pair: _distance(content, *pair))
    return {"content": content, "cue": cue, "source": source}


def _first(text, words, start):
    found = places(text, words, start)
    if not found:
        raise ValueError(f"{words!r} does not stand behind {text[max(0, start - 60) : start]!r}")
    return found[0]


def _options(text, pieces, low, high, content):
    """Return the ways in which the pieces of a cue or source can be placed, outside the content where they can."""
    if not pieces:
        return [[]]
    found = places(text, pieces[0], low, high)
    outside = [span for span in found if not any(s < span[1] and span[0] < e for s, e in content)]
    ways = []
    for span in outside or found:
        way = [span]
        for words in pieces[1:]:
            way.append(_first(text, words, way[-1][1]))
        ways.append(way)
    if not ways:
        raise ValueError(f"{pieces[0]!r} does not stand within {REACH} characters of {text[slice(*content[0])][:60]!r}")
    return ways


def _distance(content, cue, source):
    gap = {"cue to source": _gap(cue, source), "to content": _gap(cue + source, content)}
    return sum(gap.values()), -(cue or source or content)[0][0]


def _gap(one, other):
    return min((max(a[0] - b[1], b[0] - a[1], 0) for a, b in product(one, other)), default=0)


def name(text: str, who: str) -> list[Span]:
    """Return where each of the people named in `who` is first called so; without the fullest name, nothing."""
    whole = places(text, who) if who else []
    parts = [who] if whole else [part for part in who.split(" and ") if part]
    return [found[0] for part in parts if (found := places(text, part))]


def coded(text: str, rows: list[dict]) -> list[dict]:
    """Return the rows of an article with offsets instead of words; raise ValueError with every row that is refused."""
    done, cursor, refused = [], 0, []
    for number, row in enumerate(rows):
        try:
            spans = _searched(text, row, cursor)
        except ValueError as error:
            refused.append(f"row {number}: {error}")
            continue
        cursor = spans["content"][0][0]
        labels = {"kind": [KINDS[k] for k in row["kind"]], "cue_kind": [CUES[k] for k in row["cue_kind"]]}
        done.append(spans | {"who": name(text, row["who"])} | labels | {"level": LEVELS[row["level"][0]]})
    if refused:
        raise ValueError("\n".join(refused))
    return sorted(done, key=lambda row: (row["content"][0][0], -row["content"][-1][1]))


def _searched(text, row, cursor):
    try:
        return place(text, row, cursor)
    except ValueError:
        return place(text, row, max(0, cursor - REACH))


def show(text: str, row: dict) -> str:
    """Return a placed row in one line, for the coder to check."""
    told = [" // ".join(text[s:e] for s, e in row[role]) for role in ("source", "cue", "content", "who")]
    return f"{row['level'][0]} {row['kind']} {row['cue_kind']} " + " | ".join(told) + f"  @{row['content'][0][0]}"


def main(folder: Path, allsides: Path, *, check: bool) -> None:
    before = [json.loads(line) for line in OUT.read_text(encoding="utf-8").splitlines()] if OUT.exists() else []
    lines = {(line["doc"], line["coder"]): line for line in before}
    for number, article in enumerate(all_drawn(read(allsides)), start=1):
        text = article["content_original"]
        for coder in ("a", "b"):
            file = folder / f"coder_{coder}" / f"{number:02d}.json"
            if not file.exists():
                continue
            try:
                rows = coded(text, json.loads(file.read_text(encoding="utf-8")))
            except ValueError as error:
                print(f"{file}:\n{error}")
                continue
            if check:
                print(f"== {file}", *(show(text, row) for row in rows), sep="\n")
            batch = 1 + sum(number > last for last in LAST_OF_BATCH)
            lines[article["ID"], coder] = _head(article) | {"batch": batch, "coder": coder, "attributions": rows}
    if not check:
        OUT.write_text("".join(json.dumps(line) + "\n" for line in lines.values()), encoding="utf-8")


def _head(article):
    digests = {key: hashlib.sha256(article[field].encode()).hexdigest()[:16] for key, field in _HASHED.items()}
    return (
        {"doc": article["ID"]}
        | {key: article[key] for key in ("file", "record")}
        | digests
        | {"split": article["split"]}
    )


_HASHED = {"url_hash": "url", "text": "content_original"}

if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), check="--check" in sys.argv)
