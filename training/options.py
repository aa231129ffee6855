"""The command-line options of the scripts that train networks."""

import argparse
from pathlib import Path
from typing import Any

OPTIONS: dict[str, dict[str, Any]] = {
    "device": dict(default="cpu", help="cpu or cuda (default: %(default)s)"),
    "threads": dict(type=int, default=1, help="of PyTorch on the CPU (default: %(default)s)"),
    "seed": dict(type=int, default=0, help="(default: %(default)s)"),
    "prepare": dict(action="store_true", help="stop when the examples are prepared"),
}


def arguments(description: str | None, *options: str) -> argparse.Namespace:
    """Read the command line: --out and those of `OPTIONS` that are named."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for examples and networks, outside the checkout"
    )
    for name in options:
        parser.add_argument(f"--{name}", **OPTIONS[name])
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    return args
