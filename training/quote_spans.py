"""Trains the span tagger on PolNeAR train and writes src/analysis/quotes/tagger.onnx.

`python training/quote_spans.py --out FOLDER` (about 50 minutes on one core; see README.md here). Seeded; the dev side only shows figures.
"""

import argparse
from pathlib import Path
from shutil import copyfile

import numpy as np
import torch
from common import read
from encoder import pretrained, pruned
from export import export
from torch.nn import functional as F
from tqdm import tqdm

from analysis.quotes.model import MODEL
from analysis.quotes.pieces import BREAK, LABELS, encode, framed, windows

ROLES = ("source", "cue", "content")


def labelled(texts: dict[str, str], gold: dict[str, list[dict]]) -> list[tuple[np.ndarray, np.ndarray]]:
    """Per document: piece ids, and the label of each piece that begins a word (-100 for the others, which do not count)."""
    return [label(text, gold[doc]) for doc, text in texts.items()]


def label(text: str, attributions: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    pieces = encode(text)
    labels = np.where(pieces.first, 0, -100)
    for role in reversed(ROLES):  # where roles overlap, which is rare, the source wins, then the cue
        for start, end in sorted({tuple(s) for a in attributions for s in a[role]}):
            inside = np.flatnonzero((pieces.ends > start) & (pieces.starts < end) & pieces.first)
            labels[inside] = LABELS.index("I-" + role)
            labels[inside[:1]] = LABELS.index("B-" + role)
    return pieces.ids, labels


def batches(documents, size: int, rng: np.random.Generator):
    """Batches of windows of like length, in random order; each epoch cuts the documents elsewhere."""
    rows = []
    for ids, labels in documents:
        cut = int(rng.integers(0, 120)) if len(ids) > 400 else 0
        for part in (slice(0, cut), slice(cut, None)):
            for s, e in windows(len(ids[part]), overlap=16):
                rows.append((framed(ids[part], [(s, e)])[0], np.concatenate([[-100], labels[part][s:e], [-100]])))
    rows.sort(key=lambda r: (len(r[0]), rng.random()))
    groups = [rows[i : i + size] for i in range(0, len(rows), size)]
    for g in rng.permutation(len(groups)):
        longest = max(len(r[0]) for r in groups[g])
        ids = np.full((len(groups[g]), longest), BREAK)
        labels = np.full((len(groups[g]), longest), -100)
        for i, (a, b) in enumerate(groups[g]):
            ids[i, : len(a)], labels[i, : len(b)] = a, b
        yield torch.tensor(ids), torch.tensor(labels)


@torch.no_grad()
def dev_scores(model, documents) -> str:
    """F1 of words per role."""
    model.eval()
    right, found, there = np.zeros(3), np.zeros(3), np.zeros(3)
    for ids, labels in batches(documents, 8, np.random.default_rng(0)):
        guess, mask = model(ids).argmax(-1).numpy(), labels.numpy() >= 0
        a, b = (guess[mask] + 1) // 2, (labels.numpy()[mask] + 1) // 2
        for i in (1, 2, 3):
            right[i - 1] += ((a == i) & (b == i)).sum()
            found[i - 1] += (a == i).sum()
            there[i - 1] += (b == i).sum()
    return ", ".join(f"{r} {f:.3f}" for r, f in zip(ROLES, 2 * right / (found + there)))


def train(args) -> torch.nn.Module:
    torch.manual_seed(args.seed)
    documents, dev = labelled(*read("train")), labelled(*read("dev"))
    model = pretrained(args.layers, len(LABELS))
    sample = [ids for (ids, _), _ in zip(batches(documents, 8, np.random.default_rng(args.seed)), range(20))]
    model = pruned(model, args.inner, sample)
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=args.lr, weight_decay=0.01, fused=True)
    model.train()
    stream, mean = endless(documents, args.batch, args.seed), 0.0
    bar = tqdm(range(args.steps), mininterval=10)
    for step in bar:
        for group in optimizer.param_groups:
            group["lr"] = args.lr * rate(step, args.steps)
        ids, labels = next(stream)
        loss = F.cross_entropy(model(ids).flatten(0, 1), labels.flatten())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        mean += 0.02 * (loss.item() - mean)
        bar.set_postfix(loss=f"{mean / (1 - 0.98 ** (step + 1)):.3f}", refresh=False)
        if step % 300 == 299 or step == args.steps - 1:
            print(f"dev words after step {step + 1}: {dev_scores(model, dev)}", flush=True)
            torch.save(model.state_dict(), args.out / f"step{step + 1}.pt")
            model.train()
    return model


def endless(documents, size: int, seed: int):
    """Batches, epoch after epoch."""
    rng = np.random.default_rng(seed)
    while True:
        yield from batches(documents, size, rng)


def rate(step: int, steps: int) -> float:
    """The share of the learning rate: rising over 80 steps, level, falling to 0 over the last 500."""
    return min(1.0, (step + 1) / 80, (steps - step) / 500)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the checkpoints, outside the repository")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--inner", type=int, default=1024, help="feed-forward units kept per layer")
    parser.add_argument("--steps", type=int, default=1650, help="550 are about an epoch")
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--lr", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1, help="PyTorch's; more than the free cores makes it slower")
    return parser.parse_args()


if __name__ == "__main__":
    args = arguments()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads)
    made = args.out / "tagger.onnx"
    export(train(args), made)
    copyfile(made, MODEL)
