"""Trains the span tagger on PolNeAR train and writes src/analysis/quotes/tagger.onnx.

`python training/quote_spans.py --out FOLDER` (about 90 minutes on one core; see README.md here). Seeded; the dev side only shows figures.
"""

import argparse
from pathlib import Path
from shutil import copyfile

import numpy as np
import torch
from torch.nn import functional as F
from tqdm import tqdm

from analysis.quotes.document import read_document
from analysis.quotes.tagging.tagger import MODEL
from analysis.quotes.word_pieces import BREAK, LABELS, WINDOW, encode, framed
from common import read
from encoder import pretrained, pruned
from export import export

ROLES = ("source", "cue", "content")
FALL = 500  # steps over which the learning rate falls at the end of a branch


def labelled(texts: dict[str, str], gold: dict[str, list[dict]]) -> list[tuple[np.ndarray, np.ndarray]]:
    """Per document: piece ids, and the label of each piece that begins a word (-100 for the others, which do not count)."""
    return [label(text, gold[doc]) for doc, text in texts.items()]


def label(text: str, attributions: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    pieces = encode(read_document(text))
    labels = np.where(pieces.first, 0, -100)
    for role in reversed(ROLES):  # where roles overlap, which is rare, the source wins, then the cue
        for start, end in sorted({tuple(s) for a in attributions for s in a[role]}):
            inside = np.flatnonzero((pieces.ends > start) & (pieces.starts < end) & pieces.first)
            labels[inside] = LABELS.index("I-" + role)
            labels[inside[:1]] = LABELS.index("B-" + role)
    return pieces.ids, labels


def windows(n: int, overlap: int = 16) -> list[tuple[int, int]]:
    """The (start, end) of windows that cover `n` pieces, as few as possible, all of one length, so that batches need little padding."""
    if n == 0:
        return []
    count = max(1, -(-(n - overlap) // (WINDOW - overlap)))
    size = -(-(n + (count - 1) * overlap) // count)
    return [(int(s), int(s) + size) for s in np.linspace(0, n - size, count).round()]


def batches(documents, size: int, rng: np.random.Generator):
    """Batches of windows of like length, in random order; each epoch cuts the documents elsewhere."""
    rows = []
    for ids, labels in documents:
        cut = int(rng.integers(0, 120)) if len(ids) > 400 else 0
        for part in (slice(0, cut), slice(cut, None)):
            for s, e in windows(len(ids[part])):
                rows.append((framed(ids[part][s:e]), np.concatenate([[-100], labels[part][s:e], [-100]])))
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
    """The mean of the weights of several runs that share their first steps and part ways where the learning rate falls.

    Averaging runs that start from one point finds a flatter minimum than any of them (Izmailov et al. 2018, "Averaging weights
    leads to wider optima"; Wortsman et al. 2022, "Model soups"), at the price of one model when it is used.
    """
    documents, dev = labelled(*read("train")), labelled(*read("dev"))
    model = stem(documents, args)
    start = {name: value.clone() for name, value in model.state_dict().items()}
    ends = []
    for number in range(1, args.branches + 1):
        model.load_state_dict(start)
        descend(model, endless(documents, args.batch, args.seed + number), args, steps=args.branch_steps, fall=FALL)
        torch.save(model.state_dict(), args.out / f"branch{number}.pt")
        print(f"dev words of branch {number}: {dev_scores(model, dev)}", flush=True)
        ends.append({name: value.clone() for name, value in model.state_dict().items()})
    model.load_state_dict({name: sum(end[name] for end in ends) / len(ends) for name in start})
    print(f"dev words of their mean: {dev_scores(model, dev)}", flush=True)
    return model


def stem(documents, args) -> torch.nn.Module:
    """The steps that all branches share, at the level learning rate; taken up from a checkpoint if there is one."""
    torch.manual_seed(args.seed)
    model, kept = pretrained(args.layers, len(LABELS)), args.out / "stem.pt"
    sample = [ids for (ids, _), _ in zip(batches(documents, 8, np.random.default_rng(args.seed)), range(20))]
    model = pruned(model, args.inner, sample)
    if kept.exists():
        model.load_state_dict(torch.load(kept, weights_only=True))
        return model
    descend(model, endless(documents, args.batch, args.seed), args, steps=args.steps, fall=0)
    torch.save(model.state_dict(), kept)
    return model


def descend(model, stream, args, *, steps: int, fall: int) -> None:
    """Train `model` in place for `steps` batches; the learning rate rises over 80, and falls to 0 over the last `fall`."""
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=args.lr, weight_decay=0.01, fused=True)
    model.train()
    mean, bar = 0.0, tqdm(range(steps), mininterval=10)
    for step in bar:
        for group in optimizer.param_groups:
            group["lr"] = args.lr * min(1.0, (step + 1) / 80, (steps - step) / max(fall, 1))
        ids, labels = next(stream)
        loss = F.cross_entropy(model(ids).flatten(0, 1), labels.flatten())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        mean += 0.02 * (loss.item() - mean)
        bar.set_postfix(loss=f"{mean / (1 - 0.98 ** (step + 1)):.3f}", refresh=False)


def endless(documents, size: int, seed: int):
    """Batches, epoch after epoch."""
    rng = np.random.default_rng(seed)
    while True:
        yield from batches(documents, size, rng)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the checkpoints, outside the repository")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--inner", type=int, default=1024, help="feed-forward units kept per layer")
    parser.add_argument("--steps", type=int, default=1200, help="shared by all branches; 550 are about an epoch")
    parser.add_argument("--branches", type=int, default=3)
    parser.add_argument("--branch-steps", type=int, default=600, help="of each branch")
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
