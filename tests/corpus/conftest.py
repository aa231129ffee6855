"""An invented corpus that several tests read."""

import json

import pytest
from invented_corpus import LINES, copy_of, record


@pytest.fixture
def raw(tmp_path):
    """Write a small corpus: 2 text copies, 1 by an agency, 3 records (one twice), 2 rows, and 3 that are no article."""
    folder = tmp_path / "raw"
    files = {
        "README.md": "# Not an article",
        ".hidden/x.txt": "no",
        "the-marlow-ledger/a.txt": copy_of("Rain at last in a dry town"),
        "the-marlow-ledger/b.txt": copy_of("River rises after rain", dateline="MARLOW (CWS) — "),
        "the-marlow-ledger/picture.txt": "\x89PNG no text",
        "continental-wire-service/a.txt": copy_of("Rain in Marlow", dateline="MARLOW (CWS) — "),
        "export.jsonl": "\n".join(json.dumps(r) for r in [record(1), record(2), record(1), {"title": "no text"}]),
        "star/rows.csv": 'headline,published,body\nRain,2026-02-01,"'
        + "\n\n".join(LINES)
        + '"\nWind,,"'
        + "\n\n".join(LINES[1:])
        + '"\nSnow,,Too short\n',
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content.encode("latin-1") if "PNG" in content else content.encode())
    return folder
