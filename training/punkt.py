"""Learn the sentence splitter's parameters from news: writes src/analysis/words/punkt.json.

    python training/punkt.py

Punkt (Kiss & Strunk 2006, "Unsupervised multilingual sentence boundary detection", Computational Linguistics 32:4)
learns from raw text which words are abbreviations, which words often begin sentences, and which pairs belong
together across a full stop. What is written are word lists and flags, no text.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from nltk.tokenize.punkt import PunktTrainer
from tqdm import tqdm

from analysis.words.sentence_ends import PUNKT
from analysis.words.text import fold
from datasets import DATA, read_json_lines

SOURCES = {"allsides": "content_original", "polnear": "text"}
# Titles, months, countries, states and company forms as American papers abbreviate them. They are given, not learned:
# papers that write "Mr Smith" would teach Punkt that "Mr." ends a sentence, and then that "Smith" begins one.
KNOWN = frozenset(
    """mr mrs ms messrs dr prof rev fr sr jr hon pres gov sen sens rep reps atty supt det sgt lt col gen maj capt cmdr
    cpl pvt adm st mt ft ave blvd rd inc corp co ltd bros vs no nos dept est etc jan feb mar apr aug sept sep oct
    nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla
    ore pa tenn tex va vt wash wis wyo brig wed thu thur thurs fri tue tues
    d-calif r-calif d-mass r-ariz r-tex u.s u.k u.n e.u d.c n.y n.j n.c n.d n.h
    n.m s.c s.d r.i w.va l.a p.o a.m p.m i.e e.g""".split()
)
# Orthographic context decides only about words that follow an abbreviation; rare words there are noise (and weight).
LEAST_OCCURRENCES = 5
LEAST_LOWER_CASE = 0.2  # occurrences in lower case for each one with a capital


class NewsTrainer(PunktTrainer):
    """Punkt's trainer, which never unlearns a known abbreviation."""

    def _reclassify_abbrev_types(self, types: Iterable[str]) -> Iterator[tuple[str, float, bool]]:
        return (found for found in super()._reclassify_abbrev_types(types) if found[0] not in KNOWN)


def read_texts() -> Iterator[str]:
    for folder, field in SOURCES.items():
        for path in sorted((DATA / folder).glob("*.jsonl.gz")):
            yield from (record[field] for record in read_json_lines(path) if record.get(field))


def main() -> None:
    trainer = NewsTrainer()
    trainer._params.abbrev_types.update(KNOWN)
    words: Counter[str] = Counter()
    for text in tqdm(list(read_texts()), desc="reading", unit="article"):
        folded = fold(text)
        words.update(folded.split())
        trainer.train(folded, finalize=False)
    trainer.finalize_training()
    params = trainer.get_params()
    # A name is often the first word after "Mr."; only words that are often in lower case say that a sentence begins.
    starters = [word for word in params.sent_starters if words[word] >= LEAST_LOWER_CASE * words[word.title()] > 0]
    abbreviations = {
        word
        for word in params.abbrev_types
        if words[word + "."] + words[word.title() + "."] + words[word.upper() + "."] >= 3
    }
    by_flags: dict[int, list[str]] = {}
    for word, flags in params.ortho_context.items():
        if words[word] + words[word.title()] >= LEAST_OCCURRENCES and flags:
            by_flags.setdefault(flags, []).append(word)
    learned = {
        "abbreviations": sorted(abbreviations | KNOWN),
        "collocations": sorted(map(list, params.collocations)),
        "sentence_starters": sorted(starters),
        "orthographic_context": {str(flags): sorted(found) for flags, found in sorted(by_flags.items())},
    }
    PUNKT.write_text(json.dumps(learned, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print({name: len(found) for name, found in learned.items()}, f"{PUNKT.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
