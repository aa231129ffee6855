"""Excel workbooks and Parquet files."""

import io

import pandas as pd
from invented_exports import AGAIN, STORY, reasons, workbook

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
