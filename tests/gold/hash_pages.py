"""Turn a hand coding of the saved pages of ../shared into `pages.json`, which holds hashes instead of words.

    python tests/gold/hash_pages.py CODING.json > tests/gold/pages.json

CODING.json holds, per page, `headline`, `byline` (list), `published` (the day as the page prints it), `published_utc`
(that time's day in UTC), `captions` and `subheads` (lists; null where nobody coded them). Coded by reading the pages
as a reader sees them, before any output of the readers was looked at: bylines are people (no agency, no account
name), captions have no credit, subheads are headings and bold lines between the paragraphs of the story.
"""

import hashlib
import json
import re
import sys
from pathlib import Path

_FOLD = str.maketrans("‘’‚‛“”„‟«»–—", '\'\'\'\'""""""--')


def fold(words: str) -> str:
    """Return `words` with single spaces and one kind each of quotation mark, apostrophe and dash; case counts.

    >>> fold("  “Rain”  fell ")
    '"Rain" fell'
    """
    return " ".join(words.translate(_FOLD).split())


def digest(words: str) -> str:
    """Return 16 hex digits of the SHA-256 over the folded words, without marks and spaces at their end."""
    return hashlib.sha256(re.sub(r"[\s.,;:|]+$", "", fold(words)).encode()).hexdigest()[:16]


def hashed(page: dict) -> dict:
    """Return the coding of a page with hashes for words; days stay as they are."""
    lists = {
        field: [digest(words) for words in page[field]]
        for field in ("byline", "captions", "subheads")
        if page[field] is not None
    }
    return {
        "headline": digest(page["headline"]),
        "published": page["published"],
        "published_utc": page["published_utc"],
        **lists,
    }


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        coding = json.load(file)
    rows = [f"{json.dumps(key)}: {json.dumps(hashed(page))}" for key, page in coding.items()]
    print("{\n" + ",\n".join(rows) + "\n}")
