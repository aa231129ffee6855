"""Train the span tagger on PolNeAR's train side and AllSides: writes src/analysis/quotes/tagging/tagger.onnx.

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
from coded import whole_articles
from coded_quotes import coded_articles
from datasets import DATA, allsides_texts, read_polnear
from distill import IGNORED, UNKNOWN
from options import arguments

ROLES = ("source", "cue", "content")


def label(text: str, attributions: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Return the piece ids of a text, and the labels in both readings of each piece that begins a word."""
    pieces = encode(read_document(text))
    labels = np.where(pieces.first[:, None], 0, np.full(READINGS, IGNORED))
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


def uncoded_texts() -> list[str]:
    """Return the texts of AllSides of which nobody coded the attributions."""
    coded = {one.text for one in whole_articles()} | set(coded_articles(DATA / "allsides")["text"])
    return [text for text in allsides_texts() if isinstance(text, str) and text not in coded]


def unlabeled(text: str) -> tuple[np.ndarray, np.ndarray]:
    """Return what `label` does for a text that nobody coded: its words have the label UNKNOWN."""
    ids, labels = label(text, [])
    return ids, np.where(labels == IGNORED, IGNORED, UNKNOWN)


def main() -> None:
    """Prepare the examples, fit the networks and put the last into the package."""
    args = arguments(__doc__, "device", "threads", "seed", "prepare")
    texts, gold = read_polnear("train")
    coded = [one for one in whole_articles() if one.seen]
    uncoded = uncoded_texts()
    documents = [
        *(label(text, gold[doc]) for doc, text in tqdm(texts.items(), desc="PolNeAR", mininterval=10)),
        *(label(one.text, [a for a in one.attributions if a["level"] != "odd"]) for one in tqdm(coded, desc="coded")),
        *(unlabeled(text) for text in tqdm(uncoded, desc="uncoded", mininterval=10)),
    ]
    origins = np.repeat([fit_spans.POLNEAR, fit_spans.CODED, fit_spans.UNCODED], [len(texts), len(coded), len(uncoded)])
    examples = fit_spans.Examples(documents, origins, START, BREAK, WINDOW, len(LABELS))
    fit_spans.save(examples, args.out / fit_spans.EXAMPLES)
    if args.prepare:
        return
    fit_spans.train(args)
    copyfile(args.out / fit_spans.NETWORK, MODEL)


if __name__ == "__main__":
    main()
