"""Attributions in 700 AllSides headlines, coded before the output was looked at: headlines_allsides.jsonl.

    python tests/gold/coded_headlines.py ../shared/data/allsides            # print the headlines, numbered
    python tests/gold/coded_headlines.py ../shared/data/allsides ROWS.json  # write offsets and labels of coded rows

60 are drawn at random, 40 more among those with two or more signs of an attribution (passages in quotation marks,
verbs of saying, colons), an outlet at most three times in each; 600 more at random, an outlet at most 15 times, a third
of them kept back to test. ROWS.json has a list of rows, as code_quotes.py reads them, by the number of the headline;
those coded before stay. Only offsets and labels are stored. A headline has no article to look a name up in, so `who` is
as the headline has it. Quoted words without a source are core where they are a sentence, else soft.
"""

import gzip
import hashlib
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from choose_quotes import read
from code_quotes import coded

CODED = Path(__file__).with_name("headlines_allsides.jsonl")
AT_RANDOM, WITH_SIGNS, MOST_OF_OUTLET = 60, 40, 3
LATER, MOST_LATER = 600, 15
QUOTED = re.compile(r"“[^”]+”|\"[^\"]+\"|(?<!\w)[‘'][^‘’']+[’'](?!\w)")
SAYING = re.compile(
    r"\b(says?|said|tells?|told|calls?|warns?|claims?|vows?|denies|urges?|accuses?|slams?|blasts?|asks?|argues?|thinks?|"
    r"wants?|insists?|admits?|finds?|shows?|predicts?|demands?|promises?)\b|:",
    re.IGNORECASE,
)


def draw(folder: Path) -> list[dict[str, Any]]:
    """Return the articles of the 700 headlines: 60 at random, 40 with signs of an attribution, 600 at random."""
    articles = read(folder)
    random.Random(20261129).shuffle(articles)
    at_random = list(_by_outlet(articles, AT_RANDOM))
    rest = [a for a in articles if a not in at_random and _n_signs(a["title"]) >= 2]
    first = at_random + list(_by_outlet(rest, WITH_SIGNS))
    seen = {a["title"] for a in first}
    return first + list(_by_outlet((a for a in articles if a["title"] not in seen), LATER, most=MOST_LATER))


def _by_outlet(
    articles: Iterable[dict[str, Any]], number: int, *, most: int = MOST_OF_OUTLET
) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for article in articles:
        if seen[article["source"]] < most and seen.total() < number:
            seen[article["source"]] += 1
            yield article


def _n_signs(headline: str) -> int:
    return len(QUOTED.findall(headline)) + len(SAYING.findall(headline))


def coded_headlines(folder: Path) -> list[dict[str, Any]]:
    """Return one dictionary per headline: outlet, headline, text (of its article), set, attributions.

    `set` is random, signs, train or test; those of the last are kept back.

    Raises ValueError if a headline is not the one that was coded.
    """
    files: dict[str, list[dict[str, Any]]] = {}
    found = []
    for line in map(json.loads, CODED.read_text(encoding="utf-8").splitlines()):
        if line["file"] not in files:
            with gzip.open(folder / f"{line['file']}.jsonl.gz", "rt", encoding="utf-8") as lines:
                files[line["file"]] = [json.loads(one) for one in lines]
        article = files[line["file"]][line["record"]]
        if _digest(article["title"]) != line["title"]:
            raise ValueError(f"{line['file']} {line['record']} has another headline than the one that was coded")
        kept = {key: line[key] for key in ("set", "attributions")}
        found.append(
            {"outlet": article["source"], "headline": article["title"], "text": article["content_original"]} | kept
        )
    return found


def _digest(headline: str) -> str:
    return hashlib.sha256(headline.encode()).hexdigest()[:16]


def main(folder: Path, rows: Path | None) -> None:
    articles = draw(folder)
    if rows is None:
        print(*(f"{number} {article['title']}" for number, article in enumerate(articles)), sep="\n")
        return
    by_number = json.loads(rows.read_text(encoding="utf-8"))
    before = [json.loads(line) for line in CODED.read_text(encoding="utf-8").splitlines()]
    lines = before + [
        {key: article[key] for key in ("file", "record")}
        | {"title": _digest(article["title"]), "set": ("test", "train", "train")[number % 3]}
        | {"attributions": coded(article["title"], by_number.get(str(number), []))}
        for number, article in list(enumerate(articles))[len(before) :]
    ]
    CODED.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
