"""Train the span tagger on PolNeAR's train side: writes src/analysis/quotes/tagging/tagger.onnx.

    python training/quote_spans.py --out FOLDER [--device cuda]

FOLDER is minilm.py's. A network that lies there already is taken as it is. See README.md here for the time it takes.
"""

from shutil import copyfile

import numpy as np
from tqdm import tqdm

import fit_spans
from analysis.quotes.document import read_document
from analysis.quotes.tagging.tagger import MODEL
from analysis.quotes.word_pieces import BREAK, LABELS, START, WINDOW, encode
from datasets import read_polnear
from options import arguments

ROLES = ("source", "cue", "content")


def label(text: str, attributions: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Return the piece ids of a text and the label of each piece that begins a word."""
    pieces = encode(read_document(text))
    labels = np.where(pieces.first, 0, fit_spans.IGNORED)
    for role in reversed(ROLES):  # where roles overlap, which is rare, the source wins, then the cue
        for start, end in sorted({tuple(s) for a in attributions for s in a[role]}):
            inside = np.flatnonzero((pieces.ends > start) & (pieces.starts < end) & pieces.first)
            labels[inside] = LABELS.index("I-" + role)
            labels[inside[:1]] = LABELS.index("B-" + role)
    return pieces.ids, labels


def main() -> None:
    """Prepare the examples, fit the network and put it into the package."""
    args = arguments(__doc__, "device", "threads", "seed", "prepare")
    texts, gold = read_polnear("train")
    documents = [label(text, gold[doc]) for doc, text in tqdm(texts.items(), desc="labels", mininterval=10)]
    fit_spans.save(fit_spans.Examples(documents, START, BREAK, WINDOW, len(LABELS)), args.out / fit_spans.EXAMPLES)
    if args.prepare:
        return
    network = args.out / fit_spans.NETWORK
    if network.exists():
        print(f"{network} is there already and taken as it is; delete it to train anew")
    else:
        fit_spans.train(args)
    copyfile(network, MODEL)


if __name__ == "__main__":
    main()
