"""Forms that programs, chats and services put around articles: each is read as if it were not there."""

import json

import pytest
from bad_inputs.kinds import Stories

from analysis.readers import read

STORIES = Stories("Marlow")
TEXTS = [STORIES.text(n) for n in (1, 2, 3)]
NAMES, ROWS = ["title", "date", "text"], [[f"Rain {n}", f"2026-03-0{n}", STORIES.text(n)] for n in (1, 2, 3)]
FORMS = {
    "csv": STORIES.table(),
    "json": json.dumps(STORIES.records()),
    "jsonl": STORIES.lines(),
    "html": STORIES.page(),
}
COMPLAINTS = [
    "<br />\n<b>Warning</b>:  Undefined variable $a in <b>/srv/a.php</b> on line <b>3</b><br />\n",
    "PHP Notice:  Undefined offset: 1 in /srv/a.php on line 3\n",
    "Use of uninitialized value $a in string at /srv/a.pl line 12.\n",
]


def texts(data, name="a"):
    """Return the texts of the articles in a file without a reject."""
    found = list(read(data.encode(), name))
    assert not [raw for raw in found if "reason" in raw]
    return [raw["text"] for raw in found]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_complaints_of_a_server_are_left_out(form, complaint):
    own = texts(FORMS[form], f"a.{form}")
    assert texts(complaint + FORMS[form], f"a.{form}") == texts(f"{FORMS[form]}\n{complaint}", f"a.{form}") == own


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("around", ["{}", "Here are the articles:\n\n{}\nLet me know if you need more.\n"])
def test_fences_of_markdown_are_left_out(form, around):
    fenced = f"```{form}\n{FORMS[form].rstrip()}\n```\n"
    assert texts(around.format(fenced), f"a.{form}") == texts(FORMS[form], f"a.{form}")


@pytest.mark.parametrize("name", ["#", "", "No.", "S. No.", "Nr."])
def test_a_column_of_numbers_may_have_any_name(name):
    table = STORIES.table(header=(*NAMES,)).replace("title,", f"{name},title,", 1).replace("\nRain", "\n1,Rain")
    assert texts(table, "a.csv") == TEXTS


@pytest.mark.parametrize("value", ["https://l.example/1.html", "store/1.html", "17001", "news", "ab12" * 16])
def test_the_text_is_the_field_with_prose(value):
    records = [record | {"content": value} for record in STORIES.records()]
    assert texts(json.dumps(records)) == texts("\n".join(map(json.dumps, records))) == TEXTS


@pytest.mark.parametrize(
    "value",
    [
        {"range": "A1:C4", "majorDimension": "ROWS", "values": [NAMES, *ROWS]},
        {"majorDimension": "COLUMNS", "values": [list(column) for column in zip(NAMES, *ROWS, strict=True)]},
        {"valueRanges": [{"values": [NAMES, *ROWS[:2]]}, {"values": [NAMES, ROWS[2]]}]},
        {"result": {"table": {"cells": [["Articles of March"], NAMES, *ROWS]}}},
        {"columns": [{"name": name, "type": "text"} for name in NAMES], "rows": ROWS},
        {"cols": [{"label": name} for name in NAMES], "rows": [{"c": [{"v": cell} for cell in row]} for row in ROWS]},
    ],
)
def test_rows_of_sheets_in_json(value):
    assert texts(json.dumps(value)) == TEXTS


@pytest.mark.parametrize(
    "cell",
    ['"Rain" falls', '"Rain" and "hail" fall', '"Rain, hail," she said', 'It was "rain, again"', '"Rain" isn\'t it'],
)
def test_a_quotation_in_a_cell_keeps_its_row_and_the_next(cell):
    table = "title,date,text\n" + "".join(f'{cell},{day},"{text}"\n' for (_, day, text) in ROWS)
    found = list(read(table.encode(), "a.csv"))
    assert [(raw["headline"], raw["text"]) for raw in found] == [(cell, text) for text in TEXTS]
    long = table.replace("on day", "on\n\nday")
    assert [raw["headline"] for raw in read(long.encode(), "a.csv")] == [cell] * 3
