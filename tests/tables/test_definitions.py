"""The tables as the codebook explains them."""

import re

from conftest import ROOT

from analysis import tables


def test_the_codebook_explains_every_column_of_every_table_and_no_other():
    codebook = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    sections = {m[1]: m[2] for m in re.finditer(r"^## `(\w+)`$(.*?)(?=^#{2,3} |\Z)", codebook, re.M | re.S)}
    assert sections.keys() == tables.TABLES.keys()
    for name, table in tables.TABLES.items():
        assert re.findall(r"^\| `(\w+)` \|", sections[name], re.M) == list(table.columns), name
