"""Train the network that reads whom he and she mean: writes src/analysis/quotes/speakers/pronoun_network.onnx.

    python training/pronoun_reader.py --out FOLDER [--device cuda]

FOLDER is minilm.py's. The network starts from all-MiniLM-L6-v2 and learns from news in which names were made
pronouns and from GUM, then from GAP's development side, part of it with its people renamed. For each fifth of GAP's
passages there is also a network that has not seen it: pronouns.py weighs the networks against the clues with these.
Networks that lie in FOLDER already are taken as they are.
"""

import random
from collections.abc import Iterator
from shutil import copyfile

import numpy as np
from tqdm import tqdm

import fit_pronouns
from analysis.quotes.document import read_document
from analysis.quotes.speakers.pronoun_network import AFTER, BEFORE, MODEL
from analysis.quotes.word_pieces import encode, framed
from datasets import DATA
from options import arguments
from pronoun_data import Passage, from_gap, from_gum, from_news, name_lists, news_texts, renamed
from pronoun_windows import GAP, GUM, NEWS, NOBODY, Window, save

ARTICLES = 6000  # news articles read at most
DRAWS = 4  # renamings prepared for each passage of GAP


def examples(seed: int) -> Iterator[Window]:
    """Yield the windows of all three sources."""
    chance = random.Random(seed)
    texts = news_texts(DATA / "allsides", ARTICLES)
    for text in tqdm(texts, desc="names made pronouns", mininterval=10):
        yield from windows(from_news(text, chance), NEWS)
    for passage in from_gum(DATA / "coref" / "gum.conllu.gz"):
        yield from windows(passage, GUM)
    passages = from_gap(DATA / "coref" / "gap-development.tsv.gz")
    names = name_lists(passages)
    for number, passage in enumerate(tqdm(passages, desc="people renamed", mininterval=10)):
        for draw in range(DRAWS + 1):
            own = renamed(passage, names, chance) if draw else passage
            yield from windows(own, GAP, number, draw)


def windows(passage: Passage, *origin: int) -> Iterator[Window]:
    """Yield windows that hold the questions of a passage.

    A window goes from BEFORE pieces before a question to AFTER pieces behind it, or behind others that follow soon.
    """
    pieces = encode(read_document(passage.text))

    def place(start, end, other):
        return int(np.searchsorted(pieces.ends, start, side="right")), int(np.searchsorted(pieces.starts, end)), other

    asked, names = ([place(*given) for given in part] for part in (passage.questions, passage.mentions))
    while asked:
        low = max(0, asked[0][0] - BEFORE)
        own = [q for q in asked if q[1] <= asked[0][1] + 4 * AFTER]
        asked, high = asked[len(own) :], min(len(pieces.ids), own[-1][1] + AFTER)
        inside = [(s - low + 1, e - low + 1, n) for s, e, n in names if low <= s < e <= high]  # 1 for the start piece
        there = {NOBODY, *(number for *_, number in inside)}
        questions = [
            (s - low + 1, e - low + 1, (allowed & there) or frozenset([NOBODY])) for s, e, allowed in own if s < e
        ]
        if inside and questions:
            yield Window(framed(pieces.ids[low:high]), inside, questions, *origin)


def main() -> None:
    """Prepare the windows, fit the networks and put the one trained on all of GAP into the package."""
    args = arguments(__doc__, "device", "threads", "seed", "prepare")
    save(list(examples(args.seed)), args.out / fit_pronouns.EXAMPLES)
    if args.prepare:
        return
    network = args.out / fit_pronouns.NETWORK
    if network.exists():
        print(f"{network} is there already and taken as it is; delete it to train anew")
    else:
        fit_pronouns.train(args)
    copyfile(network, MODEL)


if __name__ == "__main__":
    main()
