"""Fit the span tagger: reads FOLDER/spans.npz and FOLDER/minilm.npz, writes FOLDER/small.onnx and others.

    python training/fit_spans.py --out FOLDER [--device cuda]

First PolNeAR alone (polnear.onnx), for one reading; then PolNeAR with coded articles of AllSides, for both readings
(large.onnx); then a network that takes two fifths of the time and imitates this one on these and on all
other articles of AllSides (small.onnx). A network that is there already is taken as it is. quote_spans.py calls this.
It needs PyTorch, onnx and the files beside it, but nothing of the package: to train on another machine, take the two
.npz files there and bring the networks back.
"""

from argparse import Namespace
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch.nn import functional as F

import distill
from distill import IGNORED
from encoder import Encoder, descend, pretrained, prune, set_up, set_weights, weights
from export import export, read_network
from options import arguments

EXAMPLES, FIRST, LARGE, NETWORK = "spans.npz", "polnear.onnx", "large.onnx", "small.onnx"
POLNEAR, CODED, UNCODED = range(3)  # where a document comes from; of the last, all labels are UNKNOWN


class Settings(NamedTuple):
    """How to train; trials.md says how the defaults were chosen."""

    inner: int = 1024  # feed-forward units kept per layer
    steps: int = 1800  # shared by all branches; 270 are about an epoch
    branches: int = 3
    branch_steps: int = 800
    fall: int = 700  # steps over which the learning rate falls to 0 at the end of a branch
    rise: int = 80  # steps over which it rises
    batch: int = 16  # windows
    rate: float = 3e-4
    coded_steps: int = 900  # with the coded articles; the learning rate falls over the last 600
    coded_fall: int = 600
    coded_rate: float = 2.5e-4
    coded_times: int = 2  # how often a coded article counts
    small_steps: int = 3400  # of the small network; the learning rate falls over the last half
    small_fall: int = 1700
    small_rate: float = 4e-4
    small_times: tuple[int, int, int] = (5, 4, 1)  # how often a document of PolNeAR, a coded, another article counts
    seed: int = 0


class Examples(NamedTuple):
    """Documents as (piece ids, labels of each piece in both readings), and how the package frames a window."""

    documents: list[tuple[np.ndarray, np.ndarray]]
    origins: np.ndarray  # of each document: POLNEAR, CODED or UNCODED
    start: int  # piece before a window
    stop: int  # piece after it
    window: int  # pieces in it at most
    n_labels: int

    @property
    def n_readings(self) -> int:
        """The readings that the labels are of: what is innermost, and what is outermost."""
        return int(self.documents[0][1].shape[1])


def save(examples: Examples, path: Path) -> None:
    """Write `examples`."""
    ids, labels = (np.concatenate(part) for part in zip(*examples.documents, strict=True))
    ends = np.cumsum([len(document[0]) for document in examples.documents])
    frame = np.array(examples[2:], dtype=np.int64)
    np.savez_compressed(
        path, ids=ids.astype(np.uint16), labels=labels.astype(np.int8), ends=ends, origins=examples.origins, frame=frame
    )


def load(path: Path) -> Examples:
    """Read what `save` wrote."""
    stored = np.load(path)
    parts = [np.split(stored[name].astype(np.int64), stored["ends"][:-1]) for name in ("ids", "labels")]
    return Examples(list(zip(*parts, strict=True)), stored["origins"], *stored["frame"].tolist())


def chosen(examples: Examples, *times: int) -> Examples:
    """Return the documents of each origin so many times: of PolNeAR, coded, uncoded."""
    numbers = np.repeat(np.arange(len(examples.origins)), np.array(times)[examples.origins])
    return examples._replace(documents=[examples.documents[n] for n in numbers], origins=examples.origins[numbers])


def fit(folder: Path, examples: Examples, settings: Settings, *, device: str = "cpu") -> Encoder:
    """Return the mean of several runs that share their first steps and part where the learning rate falls.

    Averaging runs that start from one point finds a flatter minimum than any of them (Izmailov et al. 2018,
    "Averaging weights leads to wider optima"; Wortsman et al. 2022, "Model soups"), at the price of one network
    when it is used.
    """
    torch.manual_seed(settings.seed)
    loss = partial(loss_of, n_labels=examples.n_labels)
    model = pretrained(folder, examples.n_labels).to(device)
    first = batches(examples, settings, settings.seed)
    prune(model, settings.inner, [next(first)[0] for _ in range(20)])
    descend(model, batches(examples, settings, settings.seed), loss, rates(settings, settings.steps, 0), label="stem")
    stem, ends = weights(model), []
    for number in range(1, settings.branches + 1):
        set_weights(model, stem)
        stream = batches(examples, settings, settings.seed + number)
        descend(model, stream, loss, rates(settings, settings.branch_steps, settings.fall), label=f"branch {number}")
        ends.append(weights(model))
    set_weights(model, {name: sum(end[name] for end in ends) / len(ends) for name in stem})
    return model.eval()


def go_on(network: Path, examples: Examples, settings: Settings, *, device: str = "cpu") -> Encoder:
    """Return the mean of a network of one reading and of what it is when it was trained further for both.

    The mean keeps what the first one knows of its own material, and is better on the other, too (Wortsman et al. 2022,
    "Robust fine-tuning of zero-shot models"). Both readings begin alike.
    """
    torch.manual_seed(settings.seed)
    model = read_network(network, readings=examples.n_readings).to(device)
    start, loss = weights(model), partial(loss_of, n_labels=examples.n_labels)
    steep = settings._replace(rate=settings.coded_rate)
    stream = batches(examples, settings, settings.seed + settings.branches + 1)
    descend(model, stream, loss, rates(steep, settings.coded_steps, settings.coded_fall), label=network.stem)
    set_weights(model, {name: (start[name] + end) / 2 for name, end in weights(model).items()})
    return model.eval()


def imitate(network: Path, examples: Examples, settings: Settings, *, device: str = "cpu") -> Encoder:
    """Return a small network that was trained to say what a whole one says."""
    torch.manual_seed(settings.seed)
    whole, small = (read_network(network).to(device) for _ in range(2))
    distill.drop_dropout(small)
    stream, own = batches(examples, settings, settings.seed), distill.Settings()
    distill.prune_by_importance(small, stream, own, n_labels=examples.n_labels)
    loss = partial(
        distill.imitation_loss,
        whole=whole.eval(),
        settings=own,
        n_labels=examples.n_labels,
        stop=examples.stop,
    )
    steep = settings._replace(rate=settings.small_rate)
    descend(small, stream, loss, rates(steep, settings.small_steps, settings.small_fall), label="small")
    return small.eval()


def rates(settings: Settings, steps: int, fall: int) -> list[float]:
    """Return the learning rate of each step: it rises, stays level, and falls over the last `fall` steps."""
    return [settings.rate * min(1, (n + 1) / settings.rise, (steps - n) / max(fall, 1)) for n in range(steps)]


def loss_of(model: Encoder, batch: tuple[torch.Tensor, torch.Tensor], *, n_labels: int) -> torch.Tensor:
    """Return the mean cross-entropy of the words' labels in the readings that the network has."""
    ids, labels = (part.to(model.device, non_blocking=True) for part in batch)
    scores = model(ids).unflatten(-1, (-1, n_labels))
    own = labels[..., : scores.shape[-2]]
    return F.cross_entropy(scores.flatten(0, 2), own.flatten(), ignore_index=IGNORED)


def batches(examples: Examples, settings: Settings, seed: int) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """Yield batches of windows of like length in random order, epoch after epoch; each cuts the documents elsewhere."""
    rng = np.random.default_rng(seed)
    while True:
        rows = sorted(windows(examples, rng), key=lambda row: (len(row[0]), rng.random()))
        groups = [rows[i : i + settings.batch] for i in range(0, len(rows), settings.batch)]
        for g in rng.permutation(len(groups)):
            longest = max(len(ids) for ids, _ in groups[g])
            ids = np.full((len(groups[g]), longest), examples.stop)
            labels = np.full((len(groups[g]), longest, examples.n_readings), IGNORED)
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
                yield framed, np.pad(labels[part][s:e], ((1, 1), (0, 0)), constant_values=IGNORED)


def covering(n: int, longest: int, overlap: int = 16) -> list[tuple[int, int]]:
    """Return the (start, end) of as few windows of one length as cover `n` pieces."""
    if n == 0:
        return []
    count = max(1, -(-(n - overlap) // (longest - overlap)))
    size = -(-(n + (count - 1) * overlap) // count)
    return [(int(s), int(s) + size) for s in np.linspace(0, n - size, count).round()]


def train(args: Namespace) -> None:
    """Fit the networks that are not there yet, and write them."""
    set_up(args)
    settings, examples = Settings(seed=args.seed), load(args.out / EXAMPLES)
    first, large, small = (args.out / name for name in (FIRST, LARGE, NETWORK))
    if not first.exists():
        export(fit(args.out, chosen(examples, 1, 0, 0), settings, device=args.device), first)
    if not large.exists():
        export(go_on(first, chosen(examples, 1, settings.coded_times, 0), settings, device=args.device), large)
    if not small.exists():
        export(imitate(large, chosen(examples, *settings.small_times), settings, device=args.device), small)


if __name__ == "__main__":
    train(arguments(__doc__, "device", "threads", "seed"))
