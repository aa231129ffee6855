"""Fit the span tagger: reads FOLDER/spans.npz and FOLDER/minilm.npz, writes FOLDER/tagger.onnx.

    python training/fit_spans.py --out FOLDER [--device cuda]

quote_spans.py calls this. It needs PyTorch, onnx and the files beside it, but nothing of the package: to train on
another machine, take the two .npz files there and bring tagger.onnx back.
"""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch.nn import functional as F

from encoder import Encoder, descend, pretrained, prune, set_up, set_weights, weights
from export import export
from options import arguments

EXAMPLES, NETWORK = "spans.npz", "tagger.onnx"
IGNORED = -100  # the label of a piece that does not begin a word; PyTorch's default


class Settings(NamedTuple):
    """How to train; README.md says how the defaults were chosen."""

    inner: int = 1024  # feed-forward units kept per layer
    steps: int = 1800  # shared by all branches; 270 are about an epoch
    branches: int = 3
    branch_steps: int = 800
    fall: int = 700  # steps over which the learning rate falls to 0 at the end of a branch
    rise: int = 80  # steps over which it rises
    batch: int = 16  # windows
    rate: float = 3e-4
    seed: int = 0


class Examples(NamedTuple):
    """Documents as (piece ids, label of each piece), and how the package frames a window."""

    documents: list[tuple[np.ndarray, np.ndarray]]
    start: int  # piece before a window
    stop: int  # piece after it
    window: int  # pieces in it at most
    n_labels: int


def save(examples: Examples, path: Path) -> None:
    """Write `examples`."""
    ids, labels = (np.concatenate(part) for part in zip(*examples.documents, strict=True))
    ends = np.cumsum([len(document[0]) for document in examples.documents])
    frame = np.array(examples[1:], dtype=np.int64)
    np.savez_compressed(path, ids=ids.astype(np.uint16), labels=labels.astype(np.int8), ends=ends, frame=frame)


def load(path: Path) -> Examples:
    """Read what `save` wrote."""
    stored = np.load(path)
    parts = [np.split(stored[name].astype(np.int64), stored["ends"][:-1]) for name in ("ids", "labels")]
    return Examples(list(zip(*parts, strict=True)), *stored["frame"].tolist())


def fit(folder: Path, examples: Examples, settings: Settings, *, device: str = "cpu") -> Encoder:
    """Return the mean of several runs that share their first steps and part where the learning rate falls.

    Averaging runs that start from one point finds a flatter minimum than any of them (Izmailov et al. 2018,
    "Averaging weights leads to wider optima"; Wortsman et al. 2022, "Model soups"), at the price of one network
    when it is used.
    """
    torch.manual_seed(settings.seed)
    model = pretrained(folder, examples.n_labels).to(device)
    first = batches(examples, settings, settings.seed)
    prune(model, settings.inner, [next(first)[0] for _ in range(20)])
    descend(
        model, batches(examples, settings, settings.seed), loss_of, rates(settings, settings.steps, 0), label="stem"
    )
    stem, ends = weights(model), []
    for number in range(1, settings.branches + 1):
        set_weights(model, stem)
        stream = batches(examples, settings, settings.seed + number)
        descend(model, stream, loss_of, rates(settings, settings.branch_steps, settings.fall), label=f"branch {number}")
        ends.append(weights(model))
    set_weights(model, {name: sum(end[name] for end in ends) / len(ends) for name in stem})
    return model.eval()


def rates(settings: Settings, steps: int, fall: int) -> list[float]:
    """Return the learning rate of each step: it rises, stays level, and falls over the last `fall` steps."""
    return [settings.rate * min(1, (n + 1) / settings.rise, (steps - n) / max(fall, 1)) for n in range(steps)]


def loss_of(model: Encoder, batch: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
    """Return the mean cross-entropy of the words' labels."""
    ids, labels = (part.to(model.device, non_blocking=True) for part in batch)
    return F.cross_entropy(model(ids).flatten(0, 1), labels.flatten(), ignore_index=IGNORED)


def batches(examples: Examples, settings: Settings, seed: int) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """Yield batches of windows of like length in random order, epoch after epoch; each cuts the documents elsewhere."""
    rng = np.random.default_rng(seed)
    while True:
        rows = sorted(windows(examples, rng), key=lambda row: (len(row[0]), rng.random()))
        groups = [rows[i : i + settings.batch] for i in range(0, len(rows), settings.batch)]
        for g in rng.permutation(len(groups)):
            longest = max(len(ids) for ids, _ in groups[g])
            ids = np.full((len(groups[g]), longest), examples.stop)
            labels = np.full((len(groups[g]), longest), IGNORED)
            for i, (a, b) in enumerate(groups[g]):
                ids[i, : len(a)], labels[i, : len(b)] = a, b
            yield torch.tensor(ids), torch.tensor(labels)


def windows(examples: Examples, rng: np.random.Generator) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield framed windows that cover all documents, of one length in each, so that batches need little padding."""
    for ids, labels in examples.documents:
        cut = int(rng.integers(0, 120)) if len(ids) > 400 else 0
        for part in (slice(0, cut), slice(cut, None)):
            for s, e in covering(len(ids[part]), examples.window):
                framed = np.concatenate([[examples.start], ids[part][s:e], [examples.stop]])
                yield framed, np.concatenate([[IGNORED], labels[part][s:e], [IGNORED]])


def covering(n: int, longest: int, overlap: int = 16) -> list[tuple[int, int]]:
    """Return the (start, end) of as few windows of one length as cover `n` pieces."""
    if n == 0:
        return []
    count = max(1, -(-(n - overlap) // (longest - overlap)))
    size = -(-(n + (count - 1) * overlap) // count)
    return [(int(s), int(s) + size) for s in np.linspace(0, n - size, count).round()]


def train(args: Namespace) -> None:
    """Fit on all documents and write the network."""
    set_up(args)
    model = fit(args.out, load(args.out / EXAMPLES), Settings(seed=args.seed), device=args.device)
    export(model, args.out / NETWORK)


if __name__ == "__main__":
    train(arguments(__doc__, "device", "threads", "seed"))
