"""How often a test side was looked at: a set that was seen often measures less and less."""

import json
from pathlib import Path

FILE = Path(__file__).with_name("looks.json")


def told(name: str, *, one_more: bool) -> str:
    """Return a sentence on how often the set `name` was measured on; `one_more` counts this time too."""
    counts = json.loads(FILE.read_text(encoding="utf-8"))
    if one_more:
        counts[name] = counts.get(name, 0) + 1
        FILE.write_text(json.dumps(counts, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return f"{name}: looked at {counts.get(name, 0)} times"
