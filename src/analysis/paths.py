"""Where things lie: the folders of this checkout, and paths as run files give them."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RAW = ROOT / "data" / "raw"
PROCESSED = ROOT / "data" / "processed"
REPORTS = ROOT / "reports"
RUNS = ROOT / "runs"
NOTEBOOKS = ROOT / "notebooks"


def resolve(path: str | Path) -> Path:
    """The absolute path of `path`; a relative one counts from the project's root, so that notebooks work from any folder.

    >>> resolve("data/raw") == RAW
    True
    """
    return (ROOT / Path(path).expanduser()).resolve()


def shown(path: str | Path) -> str:
    """`path` as a message or a report shows it: relative to the project's root where it lies inside it.

    >>> shown(RAW / "a.txt")
    'data/raw/a.txt'
    """
    path = Path(path)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()
