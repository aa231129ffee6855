"""Trains the network that reads whom he and she mean and writes src/analysis/quotes/antecedents.onnx.

`python training/pronoun_reader.py` (about 40 minutes on one core; see README.md here). It starts from all-MiniLM-L6-v2, learns from
news in which names were made pronouns and from GUM, then from GAP's development side with its people renamed at random. Every fifth
passage of GAP's is kept for training/pronouns.py, which weighs this network against the clues.
"""

import argparse
import random
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import nn
from tqdm import tqdm

from analysis.quotes.document import read_document
from analysis.quotes.network import WORDS
from analysis.quotes.speakers.pronoun_network import AFTER, BEFORE, MODEL, SIZE
from analysis.quotes.word_pieces import BREAK, encode, framed
from encoder import Tagger, pretrained, pruned
from export import export, export_words
from pronoun_data import NOBODY, Passage, from_gap, from_gum, from_news, name_lists, news_texts, renamed

ROOT = Path(__file__).resolve().parents[1]

LAYERS, INNER = 6, 768
ALL_NEWS, HELD_OUT = 6000, 5  # articles at most; every fifth passage of GAP is held out
RENAMED = 0.6  # share of GAP's passages whose people are called otherwise, drawn anew for each epoch
WITH_GAP = 100, 200  # windows of GUM and of news beside each epoch of GAP, so that news is not forgotten


class Window(NamedTuple):
    """Ids of pieces; names and questions as (first piece, end piece, number of the person or numbers allowed)."""

    ids: np.ndarray
    names: list[tuple[int, int, int]]
    questions: list[tuple[int, int, frozenset[int]]]


def main(args):
    torch.manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)
    gum = [w for p in from_gum(args.data / "coref" / "gum.conllu.gz") for w in windows(p)]
    news = densest(made_windows(args) + gum, args.pieces)
    groups = batches(news, 2048, rng)
    model = pruned(pretrained(LAYERS, 2 * SIZE), INNER, [torch.tensor(group[0].ids[None]) for group in groups[:40]])
    descend(model, groups, args.rate, floor=0.3)
    gap = [p for i, p in enumerate(from_gap(args.data / "coref" / "gap-development.tsv.gz")) if i % HELD_OUT]
    chance = random.Random(args.seed + 1)
    descend(
        model, [group for _ in range(args.epochs) for group in epoch(gap, gum, news, chance)], 0.6 * args.rate, floor=0
    )
    model.positions.weight = nn.Parameter(model.positions.weight[: BEFORE + AFTER + 8].detach())
    export_words(model, WORDS)
    export(model, MODEL)


def made_windows(args) -> list[Window]:
    """Windows of news in which names were made pronouns."""
    chance, texts = random.Random(args.seed), news_texts(args.data / "allsides", args.articles)
    return [
        w for text in tqdm(texts, desc="names made pronouns", mininterval=10) for w in windows(from_news(text, chance))
    ]


def epoch(gap: list[Passage], gum: list[Window], news: list[Window], chance: random.Random) -> list[list[Window]]:
    """Batches of all of GAP, some of its people called otherwise, and of a draw from GUM and news."""
    names = name_lists(gap)
    rows = [w for p in gap for w in windows(renamed(p, names, chance) if chance.random() < RENAMED else p)]
    rows += [w for some, n in zip((gum, news), WITH_GAP) for w in chance.sample(some, min(n, len(some)))]
    return batches(rows, 1536, np.random.default_rng(chance.getrandbits(32)))


def windows(passage: Passage) -> list[Window]:
    """Windows that hold the questions of a passage: from BEFORE pieces before one to AFTER behind it, or behind others soon after it."""
    pieces, found = encode(read_document(passage.text)), []

    def place(start, end, other):
        return int(np.searchsorted(pieces.ends, start, side="right")), int(np.searchsorted(pieces.starts, end)), other

    asked, names = ([place(*given) for given in part] for part in (passage.questions, passage.mentions))
    while asked:
        low = max(0, asked[0][0] - BEFORE)
        own = [q for q in asked if q[1] <= asked[0][1] + 4 * AFTER]
        asked, high = asked[len(own) :], min(len(pieces.ids), own[-1][1] + AFTER)
        inside = [(s - low + 1, e - low + 1, n) for s, e, n in names if low <= s < e <= high]  # 1 for the start piece
        there = {number for *_, number in inside}
        questions = [
            (s - low + 1, e - low + 1, (allowed & there) or frozenset([NOBODY])) for s, e, allowed in own if s < e
        ]
        if inside and questions:
            found.append(Window(framed(pieces.ids[low:high]), inside, questions))
    return found


def densest(rows: list[Window], n_pieces: int) -> list[Window]:
    """The windows with most questions a piece, of `n_pieces` together."""
    rows = sorted(rows, key=lambda w: len(w.ids) / len(w.questions))
    return rows[: int(np.searchsorted(np.cumsum([len(w.ids) for w in rows]), n_pieces))]


def batches(rows: list[Window], n_pieces: int, rng: np.random.Generator) -> list[list[Window]]:
    """Batches of windows of like length, of at most `n_pieces` each, in random order."""
    groups = [[]]
    for row in sorted(rows, key=lambda w: len(w.ids) + 8 * rng.random()):
        if (len(groups[-1]) + 1) * len(row.ids) > n_pieces and groups[-1]:
            groups.append([])
        groups[-1].append(row)
    return [groups[g] for g in rng.permutation(len(groups))]


def loss_of(model: Tagger, rows: list[Window]) -> torch.Tensor:
    """Mean over the questions of - log of the share of those allowed: softmax over all names and nobody (the first piece)."""
    ids = np.full((len(rows), max(len(row.ids) for row in rows)), BREAK)
    for line, row in zip(ids, rows):
        line[: len(row.ids)] = row.ids
    losses = []
    for row, vectors in zip(rows, model(torch.tensor(ids))):
        asks, offers = vectors.split(SIZE, -1)
        asking = torch.stack([asks[s:e].mean(0) for s, e, _ in row.questions])
        offered = torch.stack([*(offers[s:e].mean(0) for s, e, _ in row.names), offers[0]])
        scores = asking @ offered.T / SIZE**0.5
        numbers = [number for *_, number in row.names] + [NOBODY]
        fits = torch.tensor([[number in allowed for number in numbers] for *_, allowed in row.questions])
        losses.append(scores.logsumexp(1) - scores.masked_fill(~fits, -1e9).logsumexp(1))
    return torch.cat(losses).mean()


def descend(model: Tagger, groups: list[list[Window]], rate: float, *, floor: float) -> None:
    """Train `model` in place on each batch once; the learning rate rises over 60 steps and falls to `floor` of it."""
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=rate, weight_decay=0.01, fused=True)
    model.train()
    mean, bar = 0.0, tqdm(groups, mininterval=10)
    for step, rows in enumerate(bar):
        for group in optimizer.param_groups:
            group["lr"] = rate * min((step + 1) / 60, 1 - (1 - floor) * step / len(groups))
        loss = loss_of(model, rows)
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        mean += 0.02 * (loss.item() - mean)
        bar.set_postfix(loss=f"{mean / (1 - 0.98 ** (step + 1)):.3f}", refresh=False)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--articles", type=int, default=ALL_NEWS, help="news articles read")
    parser.add_argument(
        "--pieces", type=int, default=600_000, help="of news and GUM, in the windows with most pronouns"
    )
    parser.add_argument("--epochs", type=int, default=3, help="of GAP")
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1, help="PyTorch's")
    return parser.parse_args()


if __name__ == "__main__":
    args = arguments()
    torch.set_num_threads(args.threads)
    main(args)
