"""Make a tagger smaller: keep the heads and units that matter, and train what is left to say what the whole says.

What matters is measured by Fisher information: the sum of squares of the gradient of the log-likelihood by a factor, 1,
at the output of each head and feed-forward unit (Kwon et al. 2022, "A fast post-training pruning framework for
transformers"). Those with most of it for the time they take stay, in whatever layer they are. The small network then
learns the whole one's probabilities (Hinton et al. 2015, "Distilling the knowledge in a neural network") and, with less
weight, what its layers give (Jiao et al. 2020, "TinyBERT") and the labels, where there are any.
"""

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

import torch
from torch import nn
from torch.nn import functional as F

from encoder import HEAD, Encoder, keep

MATCHED = (1, 3, 5)  # layers, from 0, whose results are compared
ROUND = 16  # units of a layer are a multiple of this, as the processors like it
FEWEST = 64  # units of a layer
IGNORED, UNKNOWN = -100, -1  # labels: of a piece that does not begin a word; of a word that nobody coded


class Settings(NamedTuple):
    """How small the network becomes, and how it learns."""

    share: float = 0.36  # of the time that heads and units take; the least that each layer keeps comes on top
    head: float = 105.0  # units that take as much time as a head, with int8 weights and windows of 200 pieces
    measured: int = 30  # batches on which it is measured what matters
    states: float = 0.4  # weight of the layers' results
    labels: float = 0.3  # weight of the labels


Batch = tuple[torch.Tensor, torch.Tensor]  # ids (windows × pieces), labels (windows × pieces × readings)


def prune_by_importance(model: Encoder, batches: Iterable[Batch], settings: Settings, *, n_labels: int) -> None:
    """Keep the heads and units of a network that matter most for the time they take."""
    heads, units = importance(model, islice(batches, settings.measured), n_labels=n_labels)
    limit = settings.share * (settings.head * sum(map(len, heads)) + sum(map(len, units)))
    values = torch.cat([*(h / settings.head for h in heads), *units])
    costs = torch.cat([*(torch.full_like(h, settings.head) for h in heads), *map(torch.ones_like, units)])
    order = values.argsort(descending=True)
    least = values[order[int((costs[order].cumsum(0) <= limit).sum()) - 1]]  # of what stays
    for layer, of_heads, of_units in zip(model.layers, heads, units, strict=True):
        n_heads = max(1, int((of_heads / settings.head >= least).sum()))
        n_units = max(FEWEST, round(int((of_units >= least).sum()) / ROUND) * ROUND)
        best = (part.topk(n).indices.sort().values for part, n in ((of_heads, n_heads), (of_units, n_units)))
        keep(layer, *best)


def importance(
    model: Encoder, batches: Iterable[Batch], *, n_labels: int
) -> tuple[list[torch.Tensor], list[torch.Tensor]]:
    """Return the Fisher information of each head, and of each unit, a tensor per layer.

    Labels are drawn from the network's own probabilities.
    """
    model.eval()
    factors, hooks = [], []
    for layer in model.layers:
        of_heads = torch.ones(layer.heads, 1, device=model.device, requires_grad=True)
        of_units = torch.ones(layer.up.out_features, device=model.device, requires_grad=True)
        factors += [of_heads, of_units]
        hooks += [
            layer.out.register_forward_pre_hook(
                lambda _, x, f=of_heads: (x[0].unflatten(-1, (-1, HEAD)) * f).flatten(-2)
            ),
            layer.down.register_forward_pre_hook(lambda _, x, f=of_units: x[0] * f),
        ]
    total = [torch.zeros_like(f) for f in factors]
    for ids, labels in batches:
        for few, own in zip(
            ids.split(4), labels.split(4), strict=True
        ):  # gradients of four windows are squared together
            scores = scores_of_words(model(few.to(model.device)), own, n_labels)
            drawn = torch.distributions.Categorical(logits=scores.detach()).sample()
            loss = F.cross_entropy(scores.flatten(0, 1), drawn.flatten(), reduction="sum") / len(scores) ** 0.5
            for part, gradient in zip(total, torch.autograd.grad(loss, factors), strict=True):
                part += gradient**2
    for hook in hooks:
        hook.remove()
    return [part.flatten() for part in total[::2]], total[1::2]


def scores_of_words(scores: torch.Tensor, labels: torch.Tensor, n_labels: int) -> torch.Tensor:
    """Return the scores of the pieces that begin a word: words × readings × labels."""
    return scores[labels[..., 0].to(scores.device) != IGNORED].unflatten(-1, (-1, n_labels))


def imitation_loss(
    model: Encoder, batch: Batch, *, whole: Encoder, settings: Settings, n_labels: int, stop: int
) -> torch.Tensor:
    """Return the divergence from the whole network's probabilities, with what layers give and labels say added."""
    ids, labels = (part.to(model.device, non_blocking=True) for part in batch)
    with torch.no_grad():
        target = whole.states(ids)
        wanted = scores_of_words(whole.head(target[-1]), labels, n_labels).log_softmax(-1)
    states = model.states(ids)
    found = scores_of_words(model.head(states[-1]), labels, n_labels)
    loss = F.kl_div(found.log_softmax(-1), wanted, log_target=True, reduction="none").sum(-1).mean()
    real = ids != stop  # pads windows; ends of lines, which are the same piece, do not matter
    for i in MATCHED:
        error = F.mse_loss(states[i][real], target[i][real]) / target[i][real].var()
        loss = loss + settings.states / len(MATCHED) * error
    labels = labels[labels[..., 0] != IGNORED]
    if (labels != UNKNOWN).any():
        loss = loss + settings.labels * F.cross_entropy(found[labels != UNKNOWN], labels[labels != UNKNOWN])
    return loss


def drop_dropout(model: Encoder) -> None:
    """Switch dropout off for good: a network that imitates needs none."""
    for part in model.modules():
        if isinstance(part, nn.Dropout):
            part.p = 0.0
