"""The articles that were coded for the shipped stories, as `../shared/data/allsides` gives them.

    python tests/gold/coded_stories.py ../shared/data/allsides     # writes the ids in both files anew

stories.csv has one row per coded article × story: `verdict` (main: the article is about it; part: a section or
several paragraphs are; mention; no), the verdicts of the `first`, `second` and `third` reading, the `reason` in the
coder's words, the `probability` with which the article was drawn, and `held_back`: "yes" for a third of the outlets,
which were left out when words and thresholds were chosen. `article_id` changes when the text of an article is read
in another way; `url_hash`, the first 16 digits of the address's SHA-256, finds the article again.

Readers saw headline and text, not the score. Texts of over 3,200 characters were shortened to the beginning, the
middle and the end. The second reader coded 50 articles alone. The third reading was of full texts: where the two
readers disagreed, and where a shortened text that "mentions" the story, or does not, has five or more of its words.
24 articles on tax were added that have "tax return" but none of the story's first words.

stories_check.csv has 86 more articles that `check_stories` drew when words and thresholds were final, and that the
second reader judged without seeing score or hits.
"""

import gzip
import hashlib
import json
import sys
import tempfile
from pathlib import Path

import pandas as pd

from analysis.corpus import ingest, load_articles

CODED = Path(__file__).with_name("stories.csv")
CHECK = Path(__file__).with_name("stories_check.csv")
ABOUT = ("main", "part")


def read_verdicts(file: Path = CODED) -> pd.DataFrame:
    """Return stories.csv, or stories_check.csv."""
    return pd.read_csv(file, keep_default_na=False, dtype={"article_id": str})


def url_hash(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()[:16]


def coded_articles(folder: Path) -> pd.DataFrame:
    """Ingest the coded articles of a folder of AllSides, and return them with their `url_hash`."""
    wanted = {*read_verdicts()["url_hash"], *read_verdicts(CHECK)["url_hash"]}
    with tempfile.TemporaryDirectory() as temporary:
        raw, processed = Path(temporary) / "raw", Path(temporary) / "processed"
        raw.mkdir()
        for source in sorted(folder.glob("*.jsonl.gz")):
            with gzip.open(source, "rt", encoding="utf-8") as lines:
                kept = [line for line in lines if url_hash(json.loads(line)["url"]) in wanted]
            (raw / source.stem).write_text("".join(kept), encoding="utf-8")
        ingest(raw, processed)
        articles = load_articles(path=processed)
    return articles.assign(url_hash=articles["url"].fillna("").map(url_hash)).drop_duplicates("url_hash")


def main() -> None:
    ids = coded_articles(Path(sys.argv[1])).set_index("url_hash")["article_id"]
    for file in (CODED, CHECK):
        verdicts = read_verdicts(file)
        changed = verdicts["url_hash"].map(ids) != verdicts["article_id"]
        verdicts.assign(article_id=verdicts["url_hash"].map(ids)).to_csv(file, index=False, lineterminator="\n")
        print(f"{file.name}: {changed.sum()} of {len(verdicts)} ids were written anew")


if __name__ == "__main__":
    main()
