"""Fit the network that reads whom he and she mean: reads FOLDER/pronoun_windows.npz and FOLDER/minilm.npz.

    python training/fit_pronouns.py --out FOLDER [--device cuda]

Writes FOLDER/pronoun_network.onnx, and for each fifth of GAP's passages pronoun_network-0.onnx to -4.onnx, which
have not seen it. pronoun_reader.py calls this. It needs PyTorch, onnx and the files beside it, but nothing of the
package: to train on another machine, take the two .npz files there and bring the networks back.
"""

import random
from argparse import Namespace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from encoder import Encoder, descend, pretrained, prune, set_up, set_weights, weights
from export import export
from options import arguments
from pronoun_windows import GAP, GUM, NEWS, NOBODY, Window, load

EXAMPLES, NETWORK, FOLD = "pronoun_windows.npz", "pronoun_network.onnx", "pronoun_network-{}.onnx"
SIZE = 64  # of the asking and the offering vector of each piece, as in analysis.quotes.speakers.pronoun_network
FOLDS = 5
N_POSITIONS = 136  # kept: a window has 104 + 24 pieces, those of the pronoun and the frame


class Settings(NamedTuple):
    """How to train: the defaults gave the network that ships."""

    inner: int = 768  # feed-forward units kept per layer
    pieces: int = 600_000  # of news and GUM, in the windows with most questions
    passes: int = 1  # over them
    epochs: int = 3  # of GAP
    renamed: float = 0.6  # share of GAP's passages whose people are renamed, drawn anew for each epoch
    with_gap: tuple[int, int] = (
        100,
        200,
    )  # windows of GUM and of news beside each epoch of GAP, so that news is not forgotten
    rate: float = 2.5e-4
    rate_gap: float = 1.5e-4
    batch: int = 2048  # pieces
    batch_gap: int = 1536
    seed: int = 0


def fit_stem(folder: Path, rows: list[Window], settings: Settings, *, device: str = "cpu") -> Encoder:
    """Return the network trained on news with made pronouns and on GUM."""
    torch.manual_seed(settings.seed)
    rng = np.random.default_rng(settings.seed)
    rows = densest([row for row in rows if row.source != GAP], settings.pieces)
    groups = [group for _ in range(settings.passes) for group in batches(rows, settings.batch, rng)]
    model = pretrained(folder, 2 * SIZE).to(device)
    prune(model, settings.inner, [torch.tensor(group[0].ids[None]) for group in groups[:40]])
    descend(model, groups, loss_of, rates(len(groups), settings.rate, floor=0.3), label="news and GUM")
    return model


def fit_gap(model: Encoder, rows: list[Window], settings: Settings, *, fold: int | None) -> None:
    """Train on GAP's passages, those of one fold left out, beside a draw of GUM and news."""
    chance = random.Random(settings.seed + 1)
    gap = by_passage(rows, fold)
    others = [[row for row in rows if row.source == source] for source in (GUM, NEWS)]
    groups = []
    for _ in range(settings.epochs):
        own = [chance.choice(draws[1:]) if chance.random() < settings.renamed else draws[0] for draws in gap]
        own += [
            row
            for some, n in zip(others, settings.with_gap, strict=True)
            for row in chance.sample(some, min(n, len(some)))
        ]
        groups += batches(own, settings.batch_gap, np.random.default_rng(chance.getrandbits(32)))
    label = "GAP" if fold is None else f"GAP without fold {fold}"
    descend(model, groups, loss_of, rates(len(groups), settings.rate_gap, floor=0), label=label)


def by_passage(rows: list[Window], fold: int | None) -> list[list[Window]]:
    """Return the draws of each passage of GAP outside a fold, the one as written first."""
    found: dict[int, list[Window]] = {}
    for row in sorted((row for row in rows if row.source == GAP), key=lambda row: (row.passage, row.draw)):
        if row.passage % FOLDS != fold:
            found.setdefault(row.passage, []).append(row)
    return [draws for draws in found.values() if len(draws) > 1 and not draws[0].draw]


def rates(n: int, rate: float, *, floor: float) -> list[float]:
    """Return the learning rate of each of `n` steps: it rises over 60 steps and falls to `floor` of it."""
    return [rate * min((step + 1) / 60, 1 - (1 - floor) * step / n) for step in range(n)]


def densest(rows: list[Window], n_pieces: int) -> list[Window]:
    """Return the windows with most questions a piece, of `n_pieces` together."""
    rows = sorted(rows, key=lambda row: len(row.ids) / len(row.questions))
    return rows[: int(np.searchsorted(np.cumsum([len(row.ids) for row in rows]), n_pieces))]


def batches(rows: list[Window], n_pieces: int, rng: np.random.Generator) -> list[list[Window]]:
    """Return batches of windows of like length, of at most `n_pieces` each, in random order."""
    groups: list[list[Window]] = [[]]
    for row in sorted(rows, key=lambda row: len(row.ids) + 8 * rng.random()):
        if (len(groups[-1]) + 1) * len(row.ids) > n_pieces and groups[-1]:
            groups.append([])
        groups[-1].append(row)
    return [groups[g] for g in rng.permutation(len(groups))]


def scores_of(model: Encoder, rows: list[Window]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the score of each name, after nobody's, for each question (rows × questions × names), and who is allowed.

    A question's vector is the mean of its pieces' asking vectors, a name's that of its offering vectors; the first
    piece stands for nobody. Cells without a name have the score -1e9; a question that is only padding allows none.
    """
    longest = max(len(row.ids) for row in rows)
    ids = np.full((len(rows), longest), rows[0].ids[-1])
    asked, named = ([row.questions for row in rows], [[(0, 1, NOBODY), *row.names] for row in rows])
    asking, offered = (np.zeros((len(rows), max(map(len, some)), longest), np.float32) for some in (asked, named))
    allowed = np.zeros((len(rows), asking.shape[1], offered.shape[1]), bool)
    for i, row in enumerate(rows):
        ids[i, : len(row.ids)] = row.ids
        for matrix, places in ((asking[i], asked[i]), (offered[i], named[i])):
            for j, (start, end, _) in enumerate(places):
                matrix[j, start:end] = 1 / (end - start)
        for j, (*_, numbers) in enumerate(asked[i]):
            allowed[i, j, : len(named[i])] = [number in numbers for *_, number in named[i]]
    asks, offers = model(torch.tensor(ids, device=model.device)).split(SIZE, -1)
    asking, offered = (torch.tensor(matrix, device=model.device) for matrix in (asking, offered))
    scores = (asking @ asks) @ (offered @ offers).mT / SIZE**0.5
    return scores.masked_fill(~offered.any(-1)[:, None], -1e9), torch.tensor(allowed, device=model.device)


def loss_of(model: Encoder, rows: list[Window]) -> torch.Tensor:
    """Return the mean over the questions of - log of the share of those allowed: softmax over all names and nobody."""
    scores, allowed = scores_of(model, rows)
    lost = scores.logsumexp(-1) - scores.masked_fill(~allowed, -1e9).logsumexp(-1)
    return lost[allowed.any(-1)].mean()


def train(args: Namespace) -> None:
    """Fit a network for each fold of GAP and one on all of it, from one stem, and write them."""
    set_up(args)
    settings, rows = Settings(seed=args.seed), load(args.out / EXAMPLES)
    model = fit_stem(args.out, rows, settings, device=args.device)
    stem = weights(model)
    for fold in [*range(FOLDS), None]:
        set_weights(model.to(args.device), stem)
        fit_gap(model, rows, settings, fold=fold)
        export(model, args.out / (NETWORK if fold is None else FOLD.format(fold)), n_positions=N_POSITIONS)


if __name__ == "__main__":
    train(arguments(__doc__, "device", "threads", "seed"))
