"""List the words that news writes in lower case: writes src/analysis/words/common_words.txt.

    python training/common_words.py        # 30 seconds

A word is on the list if at least three articles have it in lower case inside a sentence, and if it stands there in
lower case at least as often as with a capital. Plurals are left out where their singular is on the list. Given names
such as "Bill" and "Mark" are on it too: who asks has to look at both.
"""

import re
from collections import Counter

import pandas as pd

from analysis.words.common_words import FILE
from datasets import DATA, allsides_texts

LEAST = 3
# Words after a lower-case letter or a comma: no sentence begins there.
_INSIDE = re.compile(r"(?<=[a-z,;] )([A-Za-z][a-z]+)(?![\w’'@.-]|['’]t)")


def main() -> None:
    polnear = pd.read_json(DATA / "polnear" / "train.texts.jsonl.gz", lines=True)["text"]
    texts = pd.concat([allsides_texts(), polnear])
    low, capital, spread = Counter(), Counter(), Counter()
    for text in texts:
        found = [word for line in text.split("\n") for word in inside_words(line)]
        low.update(word for word in found if word.islower())
        capital.update(word.lower() for word in found if not word.islower())
        spread.update({word for word in found if word.islower()})
    common = {word for word, n in spread.items() if n >= LEAST and low[word] >= capital[word]}
    kept = [word for word in common if not (word.endswith("s") and word[:-1] in common)]
    FILE.write_text("\n".join(sorted(kept)) + "\n", encoding="utf-8")
    print(f"{len(kept)} words, {FILE.stat().st_size / 1000:.0f} KB")


def inside_words(line):
    """Return a line's words inside its sentences; none of a line with capitals throughout, such as a headline."""
    words = _INSIDE.findall(line)
    return words if len(words) > 3 and sum(not word.islower() for word in words) <= len(words) / 2 else []


if __name__ == "__main__":
    main()
