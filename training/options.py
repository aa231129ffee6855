"""The command-line options of the training scripts, and where the data sets are."""

import argparse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"


def arguments(description: str | None, *, fits: bool = False) -> argparse.Namespace:
    """Read the command line: --out, and for the scripts that fit a network --device, --threads and --seed."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for prepared data and networks, not in the checkout"
    )
    if fits:
        parser.add_argument("--device", default="cpu", help="cpu or cuda (default: %(default)s)")
        parser.add_argument("--threads", type=int, default=1, help="of PyTorch on the CPU (default: %(default)s)")
        parser.add_argument("--prepare", action="store_true", help="stop when the examples are prepared")
        parser.add_argument("--seed", type=int, default=0, help="(default: %(default)s)")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    return args
