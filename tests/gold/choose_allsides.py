"""Choose what is coded by hand in tests/gold/allsides.jsonl: passages, he-or-she speakers and sources of real articles.

    python tests/gold/choose_allsides.py ../shared/data/allsides > FILE

FILE lies outside the repository, since it holds the text of the articles. A seeded draw that knows nothing of what
the package finds: only reporting words and quotation marks are looked for. Printed is what a coder reads, with the
article's file and record number; what the coder made of it, code_allsides.py turns into offsets.
"""

import gzip
import json
import random
import re
import sys
from pathlib import Path

FILES = ("both", "immigration", "tax")
HINT = re.compile(
    r"\b(?:said|says|told|added|wrote|tweeted|argued|according to|announced|believes?|denied|declined|respond|think|warned)\b|“"
)
SHE_SAID = re.compile(
    r"\b(?:[Hh]e|[Ss]he) (?:\w+ )?(?:said|says|added|wrote|told|tweeted|argued|noted|explained|asked|continued|insisted)\b|"
    r"\b(?:said|says|added) (?:he|she)\b|\b(?:[Hh]is|[Hh]er) (?:lawyer|attorney|spokesman|spokeswoman|office|campaign) said\b"
)
OF_HERS = re.compile(
    r"\b(?:[Hh]e|[Ss]he) (?:also |has |later )?(?:said|says|added|wrote|told|noted|argued|explained|recalled)\b(?! he| she)|"
    r"\b(?:[Hh]is|[Hh]er) (?:lawyer|attorney|spokes\w+|office|campaign|aides?|team|administration) (?:said|says|argued)\b"
)
SAID = re.compile(
    r"\b(?:said|says|told|wrote|added|announced|according to|found|shows?|argued|claimed|reported|estimated|tweeted|denied|declined to|"
    r"warned|believes?|stated|noted|testified|contends?)\b"
)

OTHER = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)|disput(?:es|ed)|declin(?:es|ed) to|refus(?:es|ed) to|(?:not|n['’]t) (?:immediately )?(?:respond|"
    r"return|comment)|no comment|wants?|hop(?:es?|ed|ing)|fear(?:s|ed)?|expect(?:s|ed)?|doubts?|worr(?:y|ies|ied)|thinks?|plans? to|"
    r"(?:report|filing|memo|lawsuit|document|study|poll|survey|bill|order|letter|statement) (?:says|said|shows?|found|states))\b"
)


def read(folder):
    """Yield (file, record number, text) of each article, records counted from 0."""
    for name in FILES:
        with gzip.open(Path(folder) / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                yield name, number, json.loads(line)["content_original"]


def paragraphs(text):
    return [(m.start(), m.end()) for m in re.finditer(r"[^\n]+(?:\n(?!\n)[^\n]+)*", text)]


def window(text, rng):
    """Draw a run of whole paragraphs of 500 to 1,000 characters with at least six hints; return None without one."""
    parts, fitting = paragraphs(text), []
    for first, (start, _) in enumerate(parts):
        for _, end in parts[first : first + 8]:
            if 500 <= end - start <= 1000 and len(HINT.findall(text[start:end])) >= 6:
                fitting.append((start, end))
    return rng.choice(fitting) if fitting else None


def main(folder):
    rng = random.Random(20261122)
    articles = [a for a in read(folder) if len(a[2]) > 1500]
    rng.shuffle(articles)
    passages = [(a, w) for a in articles[:160] if (w := window(a[2], rng))][:44]
    for (name, number, text), (start, end) in passages:
        print(f"### P {name} {number} {start} {end}\n{text[start:end]}\n")
    show_one_each(articles[200:600], SHE_SAID, 110, rng, mark="H", before=900, after=120)
    show_one_each(articles[1200:], OF_HERS, 45, rng, mark="H", before=900, after=120)
    show_one_each(articles[600:1200], SAID, 110, rng, mark="K", before=260, after=200)
    show_one_each(articles[160:200] + articles[1300:], OTHER, 75, rng, mark="C", before=130, after=110)
    show_one_each(
        articles[:1700:-1], OF_HERS, 45, rng, mark="N", before=650, after=60
    )  # coded after the package was last changed


def show_one_each(articles, pattern, n, rng, *, mark, before, after):
    """Print one match per article, with the text around it; the match stands in ⟦⟧."""
    found = [(a, m) for a in articles if (m := rng.choice(list(pattern.finditer(a[2])) or [None]))][:n]
    for (name, number, text), match in found:
        start, end = match.span()
        shown = text[max(0, start - before) : start] + "⟦" + match.group() + "⟧" + text[end : end + after]
        print(f"### {mark} {name} {number} {start} {end}\n{shown}\n")


if __name__ == "__main__":
    main(sys.argv[1])
