"""Write the SHA-256 of every data file of the package to src/analysis/checksums.json; run it after training.

python training/checksums.py
"""

import hashlib
import json

from analysis.shipped import PACKAGE

SOURCE = {".py", ".pyi", ".pyc", ".typed"}


def checksums() -> dict[str, str]:
    """Return the SHA-256 of each data file by its name below the package."""
    files = [path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix not in SOURCE]
    names = {path.relative_to(PACKAGE).as_posix(): path for path in files if "workspace" not in path.parts}
    names.pop("checksums.json", None)
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in sorted(names.items())}


if __name__ == "__main__":
    (PACKAGE / "checksums.json").write_text(json.dumps(checksums(), indent=1) + "\n", encoding="utf-8")
