"""Real exports, against counts made by hand on the files."""

import re

import pytest
from invented_exports import articles

from analysis.readers import read


@pytest.mark.parametrize(
    ("name", "count", "without_date"),
    [
        ("lexis/guardian1.docx", 2, 0), ("lexis/misc.docx", 100, 0), ("lexis/nyt1.docx", 50, 1), ("lexis/usa-today.docx", 7, 0), ("factiva/german-ui.html", 100, 0),
        ("factiva/irish-independence_1_2017-11-14.html", 44, 0), ("factiva/nyt_1_1993-01-03.html", 27, 0), ("proquest/spectator.txt", 500, 0),
    ],
)  # fmt: skip
def test_every_document_of_real_exports_is_found_with_its_fields(shared, name, count, without_date):
    found = articles((shared / "exports" / name).read_bytes(), name)
    assert len(found) == count and [raw["record"] for raw in found] == list(range(1, count + 1))
    assert all(raw["outlet"] and raw["headline"] and raw["text"] for raw in found)
    assert sum(not raw.get("published") for raw in found) == without_date  # the source gives none
    furniture = r"(?m)^(?:Load-Date|End of Document|Classification|Length:|Copyright|Graphic$|Document \w{20}|CAPTION:|CREDIT:|Publication title:|\d+ (?:words|Wörter)$)"
    assert not [raw["record"] for raw in found if re.search(furniture, raw["text"])]


@pytest.mark.parametrize(
    "name", ["example.warc", "example.warc.gz", "example-trunc.warc", "example-bad-non-chunked.warc.gz"]
)
def test_the_page_of_each_real_warc_survives(shared, name):
    found = list(read((shared / "exports" / "warc" / name).read_bytes(), name))
    assert [(raw["record"], raw["url"]) for raw in found if "reason" not in raw] == [(3, "http://example.com/")]
