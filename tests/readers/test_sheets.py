"""Excel workbooks and Parquet files."""

import io
import zipfile
from datetime import datetime

import openpyxl
import pandas as pd
import pytest
from invented_exports import AGAIN, STORY, reasons, workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from analysis.articles.dates import parse_date
from analysis.readers import read


def test_workbook():
    day = pd.Timestamp("2026-03-03 06:12").to_pydatetime()
    rows = [
        ["Export of March"],
        [],
        ["Headline", "Date", "Body", "Source"],
        ["Rain", day, f"{STORY}_x000D_\n{AGAIN}", "The Ledger"],
        [None] * 4,
        ["Wind", day, None, "x"],
    ]
    found = list(read(workbook(rows), "a.xlsx"))
    assert [(raw["record"], raw.get("reason")) for raw in found] == [(1, None), (2, "no text")]
    assert (found[0]["form"], found[0]["published"], found[0]["outlet"], found[0]["text"]) == (
        "xlsx",
        day,
        "The Ledger",
        f"{STORY}\n{AGAIN}",
    )
    assert reasons(workbook([["Headline", "Date"], ["Rain", day]])) == [(1, "no text column")]


def test_parquet():
    out = io.BytesIO()
    pd.DataFrame(
        {"title": ["Rain", "Wind"], "text": [STORY, None], "date": [pd.Timestamp("2026-03-03")] * 2, "x": [1, 2]}
    ).to_parquet(out)
    assert (
        reasons(out.getvalue()) == [(1, None), (2, "no text")] and next(read(out.getvalue(), "a"))["headline"] == "Rain"
    )
    assert reasons(out.getvalue()[:-9]) == [(None, "damaged Parquet file")]


@pytest.mark.parametrize("damaged", ["", "xl/styles.xml"])
def test_a_day_of_a_workbook_that_counts_from_1904(damaged):
    book, out, copy = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    book.epoch = CALENDAR_MAC_1904
    for row in (
        ["title", "date", "text"],
        ["Rain", datetime(2026, 3, 1), STORY],
        ["Wind", 44620, AGAIN],
        ["Snow", 2026, AGAIN],
    ):
        book.active.append(row)
    book.save(out)
    with zipfile.ZipFile(out) as packed, zipfile.ZipFile(copy, "w") as made:
        for name in packed.namelist():
            made.writestr(name, b"<styleSheet broken" if name == damaged else packed.read(name))
    days = [raw["published"] for raw in read(copy.getvalue(), "a.xlsx")]
    assert days == [46082 if damaged else datetime(2026, 3, 1), 46082, 2026]  # 46082 is that day, counted from 1900
    assert str(parse_date("46082").time)[:10] == "2026-03-01"
