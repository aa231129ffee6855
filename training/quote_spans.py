"""Trains the span tagger on PolNeAR train and writes src/analysis/quotes/tagger.onnx.

`python training/quote_spans.py --out FOLDER` (about 25 minutes on one core; see README.md here). Seeded; the dev side only shows figures.
"""

import argparse
from pathlib import Path

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
    rng = np.random.default_rng(args.seed)
    documents, dev = labelled(*read("train")), labelled(*read("dev"))
    model = pretrained(args.layers, len(LABELS))
    sample = [ids for (ids, _), _ in zip(batches(documents, 8, rng), range(20))]
    model = pruned(model, args.inner, sample)
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=args.lr, weight_decay=0.01)
    per_epoch = sum(1 for _ in batches(documents, args.batch, np.random.default_rng(1))) + 5
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, args.lr, total_steps=per_epoch * args.epochs, pct_start=0.08, anneal_strategy="linear", cycle_momentum=False
    )
    for epoch in range(args.epochs):
        model.train()
        bar = tqdm(batches(documents, args.batch, rng), total=per_epoch, desc=f"epoch {epoch + 1}", mininterval=10)
        mean = 0.0
        for step, (ids, labels) in enumerate(bar):
            loss = F.cross_entropy(model(ids).flatten(0, 1), labels.flatten())
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            mean = 0.98 * mean + 0.02 * loss.item()
            bar.set_postfix(loss=f"{mean / (1 - 0.98 ** (step + 1)):.3f}", refresh=False)
        print(f"dev words after epoch {epoch + 1}: {dev_scores(model, dev)}", flush=True)
        torch.save(model.state_dict(), args.out / f"epoch{epoch + 1}.pt")
    return model


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the checkpoints, outside the repository")
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--inner", type=int, default=768, help="feed-forward units kept per layer")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--lr", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1, help="PyTorch's; more than the free cores makes it slower")
    return parser.parse_args()


if __name__ == "__main__":
    args = arguments()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads)
    export(train(args), MODEL)
