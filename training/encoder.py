"""The networks in PyTorch, and the loop that trains them.

All are all-MiniLM-L6-v2 with fewer attention heads and feed-forward units, and a new last layer. Nothing of the
package is imported here, so that the networks can be trained on another machine.
"""

from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F
from tqdm import tqdm

WORDS = Path(__file__).resolve().parents[1] / "src" / "analysis" / "quotes" / "word_vectors.npz"
START = "minilm.npz"  # written by minilm.py
HIDDEN, HEAD, EPSILON = 384, 32, 1e-12  # numbers of a piece, and of a head
WHOLE = [(12, 1536)] * 6  # heads and feed-forward units of each layer of all-MiniLM-L6-v2


def set_up(args: Namespace) -> None:
    """Apply --threads, and let a GPU multiply in TF32."""
    torch.set_num_threads(args.threads)
    torch.set_float32_matmul_precision("high")


class Layer(nn.Module):
    """A post-norm transformer layer, as in BERT."""

    def __init__(self, heads: int, units: int):
        super().__init__()
        self.qkv, self.out = nn.Linear(HIDDEN, 3 * heads * HEAD), nn.Linear(heads * HEAD, HIDDEN)
        self.up, self.down = nn.Linear(HIDDEN, units), nn.Linear(units, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, EPSILON), nn.LayerNorm(HIDDEN, EPSILON)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the next layer's input."""
        q, k, v = self.qkv(x).unflatten(-1, (3, -1, HEAD)).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).flatten(2)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))

    @property
    def heads(self) -> int:
        """Return the number of attention heads."""
        return self.out.in_features // HEAD


class Encoder(nn.Module):
    """Word-piece ids (batch × length) to numbers for each piece (batch × length × outputs). Word vectors are frozen."""

    def __init__(self, n_outputs: int, shape: Sequence[tuple[int, int]] = WHOLE):
        super().__init__()
        words = np.load(WORDS)
        table = torch.tensor(words["codes"] * words["scale"][:, None])
        self.words = nn.Embedding.from_pretrained(table, freeze=True)
        self.positions = nn.Embedding(512, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.layers = nn.ModuleList(Layer(heads, units) for heads, units in shape)
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(HIDDEN, n_outputs)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Return the outputs for each piece."""
        return self.head(self.dropout(self.states(ids)[-1]))

    def states(self, ids: torch.Tensor) -> list[torch.Tensor]:
        """Return what each layer gives for each piece."""
        x, states = self.dropout(self.norm(self.words(ids) + self.positions.weight[: ids.shape[1]])), []
        for layer in self.layers:
            x = layer(x)
            states.append(x)
        return states

    @property
    def device(self) -> torch.device:
        """Return where the weights are."""
        return self.head.weight.device


def pretrained(folder: Path, n_outputs: int) -> Encoder:
    """Return all-MiniLM-L6-v2 with a new last layer, from the file that minilm.py writes."""
    model = Encoder(n_outputs)
    with np.load(folder / START) as stored:
        state = {name: torch.tensor(stored[name].astype(np.float32)) for name in stored.files}
    kept = {name: value for name, value in model.state_dict().items() if name.startswith(("words.", "head."))}
    model.load_state_dict(state | kept)
    return model


@torch.no_grad()
def prune(model: Encoder, units: int, batches: list[torch.Tensor]) -> None:
    """Keep, in each layer, the feed-forward `units` that put most into the residual stream on `batches`."""
    model.eval()
    for layer in model.layers:
        weight = torch.zeros(layer.up.out_features, device=model.device)
        hook = layer.up.register_forward_hook(lambda _, __, out, w=weight: w.add_(F.gelu(out).abs().mean((0, 1))))
        for ids in batches:
            model(ids.to(model.device))
        hook.remove()
        kept = torch.topk(weight * layer.down.weight.norm(dim=0), units).indices.sort().values
        keep(layer, torch.arange(layer.heads, device=model.device), kept)


@torch.no_grad()
def keep(layer: Layer, heads: torch.Tensor, units: torch.Tensor) -> None:
    """Keep only some heads and feed-forward units of a layer, given by number."""
    own = (heads[:, None] * HEAD + torch.arange(HEAD, device=heads.device)).flatten()
    width = layer.heads * HEAD
    three = torch.cat([own, width + own, 2 * width + own])  # of queries, keys and values
    layer.qkv = linear(layer.qkv.weight[three], layer.qkv.bias[three])
    layer.out = linear(layer.out.weight[:, own], layer.out.bias)
    layer.up = linear(layer.up.weight[units], layer.up.bias[units])
    layer.down = linear(layer.down.weight[:, units], layer.down.bias)


def linear(weight: torch.Tensor, bias: torch.Tensor) -> nn.Linear:
    """Return a linear layer with these weights."""
    layer = nn.Linear(weight.shape[1], weight.shape[0], device=weight.device)
    layer.weight.copy_(weight)
    layer.bias.copy_(bias)
    return layer


def descend(model: Encoder, batches: Iterable, loss_of: Callable, rates: list[float], *, label: str = "") -> None:
    """Train `model` in place by AdamW, one step for each learning rate of `rates`."""
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(parameters, weight_decay=0.01, fused=True)
    model.train()
    mean, bar = 0.0, tqdm(rates, desc=label, mininterval=10)
    for step, (rate, batch) in enumerate(zip(bar, batches, strict=False)):
        for group in optimizer.param_groups:
            group["lr"] = rate
        loss = loss_of(model, batch)
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        mean += 0.02 * (loss.item() - mean)
        bar.set_postfix(loss=f"{mean / (1 - 0.98 ** (step + 1)):.3f}", refresh=False)


def weights(model: Encoder) -> dict[str, torch.Tensor]:
    """Return a copy of the trained weights; the frozen word vectors are left out."""
    return {name: value.detach().clone() for name, value in model.named_parameters() if value.requires_grad}


def set_weights(model: Encoder, new: dict[str, torch.Tensor]) -> None:
    """Put back what `weights` returned."""
    model.load_state_dict(new, strict=False)
