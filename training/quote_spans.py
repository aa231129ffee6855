"""Train the span tagger on PolNeAR's train side and coded AllSides: writes src/analysis/quotes/tagging/tagger.onnx.

    python training/quote_spans.py --out FOLDER [--device cuda]

FOLDER is minilm.py's. Networks that lie there already are taken as they are. See README.md here for the time it takes.

Words have one label in each of two readings. Where one attribution lies inside the content of another ("an aide said
the mayor believes in tolls"), the first reading has source and cue of the inner one, the second all of the outer one.
"""

from shutil import copyfile

import numpy as np
from tqdm import tqdm

import fit_spans
from analysis.quotes.document import read_document
from analysis.quotes.tagging.tagger import MODEL, READINGS
from analysis.quotes.word_pieces import BREAK, LABELS, START, WINDOW, encode
from coded import fold, whole_articles
from datasets import read_polnear
from options import arguments

ROLES = ("source", "cue", "content")


def label(text: str, attributions: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Return the piece ids of a text, and the labels in both readings of each piece that begins a word."""
    pieces = encode(read_document(text))
    labels = np.where(pieces.first[:, None], 0, np.full(READINGS, fit_spans.IGNORED))
    for reading, rows in enumerate((attributions, outermost(attributions))):
        for role in reversed(ROLES):  # where roles overlap, the source wins, then the cue
            for start, end in sorted({tuple(s) for a in rows for s in a[role]}):
                inside = np.flatnonzero((pieces.ends > start) & (pieces.starts < end) & pieces.first)
                labels[inside, reading] = LABELS.index("I-" + role)
                labels[inside[:1], reading] = LABELS.index("B-" + role)
    return pieces.ids, labels


def outermost(attributions: list[dict]) -> list[dict]:
    """Return the attributions whose cue and source, or content without these, lie in no other's content."""
    return [one for one in attributions if not any(lies_inside(one, other) for other in attributions)]


def lies_inside(one: dict, other: dict) -> bool:
    """Return whether an attribution lies in the content of another, which is longer."""
    spans = [*one["cue"], *one["source"]] or one["content"]
    inside = all(any(s <= start and end <= e for s, e in other["content"]) for start, end in spans)
    return inside and length(other) > length(one)


def length(attribution: dict) -> int:
    """Return the characters of a content."""
    return sum(end - start for start, end in attribution["content"])


def main() -> None:
    """Prepare the examples, fit the network and put it into the package."""
    args = arguments(__doc__, "device", "threads", "seed", "prepare")
    texts, gold = read_polnear("train")
    coded = list(whole_articles())
    documents = [
        *(label(text, gold[doc]) for doc, text in tqdm(texts.items(), desc="PolNeAR", mininterval=10)),
        *(label(one.text, [a for a in one.attributions if a["level"] != "odd"]) for one in tqdm(coded, desc="coded")),
    ]
    folds = np.array([fit_spans.POLNEAR] * len(texts) + [fold(one.outlet) for one in coded])
    examples = fit_spans.Examples(documents, folds, START, BREAK, WINDOW, len(LABELS))
    fit_spans.save(examples, args.out / fit_spans.EXAMPLES)
    if args.prepare:
        return
    fit_spans.train(args)
    copyfile(args.out / fit_spans.NETWORK, MODEL)


if __name__ == "__main__":
    main()
