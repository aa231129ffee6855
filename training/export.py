"""Write the trained networks as ONNX graphs with int8 weights, written out operator by operator.

Weights have 7 bits (-64 to 63) with a scale per column, so that no processor's 16-bit sums overflow and all give
the same result; word embeddings, in a file of their own, have 8 bits with a scale per row. Activations are
quantized at run time, with one scale per run.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from encoder import EPSILON, HEAD, HIDDEN, WHOLE, Encoder

MICROSOFT = "com.microsoft"  # onnxruntime's own operators


class Graph:
    """Nodes and constants as they are added; each `add` returns the name of its result."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, array) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, op: str, *inputs: str, n_out: int = 1, domain: str = "", **attributes):
        names = [f"n{len(self.nodes)}_{i}" for i in range(n_out)]
        self.nodes.append(helper.make_node(op, inputs, names, domain=domain, **attributes))
        return names[0] if n_out == 1 else names

    def linear(self, x: str, layer, bias: bool = True) -> str:
        weight = layer.weight.detach().numpy().T
        scale = np.maximum(np.abs(weight).max(axis=0), 1e-8) / 63
        codes = np.round(weight / scale).astype(np.int8)
        inputs = [x, self.constant(codes), self.constant(scale.astype(np.float32)), ""]
        inputs += [self.constant(layer.bias.detach().numpy())] if bias else []
        return self.add("DynamicQuantizeMatMul", *inputs, domain=MICROSOFT)

    def norm(self, x: str, skip: str, layer) -> str:
        """Sum and layer norm as two operators: onnxruntime's fused one took an eighth more of the whole time."""
        gamma, beta = (self.constant(p.detach().numpy()) for p in (layer.weight, layer.bias))
        return self.add("LayerNormalization", self.add("Add", x, skip), gamma, beta, epsilon=EPSILON)


def embed(g: Graph, model: Encoder, n_positions: int) -> str:
    """Add the word vectors given, with positions added, normalized."""
    length = g.add("Shape", "words", start=1, end=2)
    zero = g.constant(np.array([0]))
    positions = g.add("Slice", g.constant(model.positions.weight[:n_positions].detach().numpy()), zero, length, zero)
    gamma, beta = (g.constant(p.detach().numpy()) for p in (model.norm.weight, model.norm.bias))
    return g.add("LayerNormalization", g.add("Add", "words", positions), gamma, beta, epsilon=EPSILON)


def export(model: Encoder, path: Path, *, n_positions: int = 512) -> None:
    """Write `model` to `path`.

    Input `words`: rows of the table of word vectors (windows × pieces × 384, at most `n_positions` pieces); output
    `logits` (windows × pieces × outputs).
    """
    g = Graph()
    x = embed(g, model.eval().cpu(), n_positions)
    for layer in model.layers:
        q, k, v = g.add("Split", g.linear(x, layer.qkv), n_out=3, axis=-1, num_outputs=3)
        mixed = g.add("MultiHeadAttention", q, k, v, domain=MICROSOFT, num_heads=layer.heads)
        x = g.norm(g.linear(mixed, layer.out), x, layer.norm1)
        up = g.add(
            "BiasGelu", g.linear(x, layer.up, bias=False), g.constant(layer.up.bias.detach().numpy()), domain=MICROSOFT
        )
        x = g.norm(g.linear(up, layer.down), x, layer.norm2)
    head = g.constant(model.head.weight.detach().numpy().T)
    g.nodes.append(
        helper.make_node("Add", [g.add("MatMul", x, head), g.constant(model.head.bias.detach().numpy())], ["logits"])
    )
    graph = helper.make_graph(
        g.nodes, path.stem,
        [helper.make_tensor_value_info("words", TensorProto.FLOAT, ["windows", "pieces", HIDDEN])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["windows", "pieces", model.head.out_features])],
        g.constants,
    )  # fmt: skip
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=9), path)


def read_network(path: Path, *, readings: int = 1) -> Encoder:
    """Return the network that `export` wrote, with the weights as they were rounded.

    Its last layer is repeated for each of several readings of a text.
    """
    arrays = iter([numpy_helper.to_array(array) for array in onnx.load(path).graph.initializer][1:])
    state = {"positions.weight": next(arrays), "norm.weight": next(arrays), "norm.bias": next(arrays)}
    shape = []
    for i in range(len(WHOLE)):
        for part in ("qkv", "out", "norm1", "up", "down", "norm2"):
            codes = next(arrays)
            weight = codes if part.startswith("norm") else (codes.astype(np.float32) * next(arrays)).T
            state |= {f"layers.{i}.{part}.weight": weight, f"layers.{i}.{part}.bias": next(arrays)}
        shape.append((state[f"layers.{i}.out.weight"].shape[1] // HEAD, len(state[f"layers.{i}.up.bias"])))
    state["head.weight"] = np.tile(next(arrays).T, (readings, 1))
    state["head.bias"] = np.tile(next(arrays), readings)
    model = Encoder(len(state["head.bias"]), shape)
    model.load_state_dict({name: torch.tensor(np.array(array)) for name, array in state.items()}, strict=False)
    return model
