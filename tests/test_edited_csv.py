"""Files that people edit: whatever a spreadsheet or git makes of them is read, or answered in one sentence."""

import csv
import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.edited_csv import add_row, change_rows, read_rows

COLUMNS = ["who", "what", "note"]
ROWS = [{"who": "kim", "what": "right, or “so”", "note": ""}, {"who": "bo", "what": 'a "b"; c', "note": "=1+1"}]


def write(path, rows=ROWS, *, delimiter=",", columns=COLUMNS, end="\n", mark="", blank=False):
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(mark)
        writer = csv.DictWriter(file, columns, delimiter=delimiter, lineterminator=end, extrasaction="ignore")
        writer.writeheader()
        for row in rows:
            file.write(f"{delimiter * (len(columns) - 1)}{end}{end}" if blank else "")
            writer.writerow(row)
    return path


FORMS = {
    "as written": {},
    "semicolons": {"delimiter": ";"},
    "tabs": {"delimiter": "\t"},
    "line ends of Windows": {"end": "\r\n"},
    "byte order mark": {"mark": "\ufeff"},
    "other order": {"columns": ["note", "who", "what"]},
    "capitals and a column more": {"columns": ["who", "what", "note", "Remark"]},
    "empty lines": {"blank": True},
    "all of these": {"delimiter": ";", "end": "\r\n", "mark": "\ufeff", "columns": COLUMNS[::-1], "blank": True},
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_form_gives_the_same_rows_and_keeps_it_when_one_is_added(tmp_path, form):
    file = write(tmp_path / "a.csv", **form)
    assert read_rows(file, COLUMNS).to_dict("records") == ROWS
    before, new = file.read_bytes(), {"who": "lee", "what": "one;two,three\tfour", "note": "-- he said"}
    add_row(file, new, COLUMNS)
    assert file.read_bytes().startswith(before)
    assert read_rows(file, COLUMNS).to_dict("records") == [*ROWS, new | {"what": "one;two,three four"}]
    if form.get("end"):
        assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")


def test_a_file_without_a_last_line_end_gets_a_line_of_its_own(tmp_path):
    file = write(tmp_path / "a.csv")
    file.write_bytes(file.read_bytes().rstrip())
    add_row(file, ROWS[0], COLUMNS)
    assert read_rows(file, COLUMNS).to_dict("records") == [*ROWS, ROWS[0]]


def test_rows_are_replaced_whole_and_the_others_stay(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes(b'\xef\xbb\xbfwho,what,note\r\nkim,a,"two\r\nlines"\r\n\r\nbo,b,\r\nlee,"c\x0bd",\r\n')
    assert read_rows(file, COLUMNS)["who"].to_dict() == {3: "kim", 5: "bo", 6: "lee"}
    change_rows(file, [ROWS[0]], COLUMNS, drop={3, 6})
    assert (
        file.read_bytes()
        == b'\xef\xbb\xbfwho,what,note\r\n\r\nbo,b,\r\nkim,"right, or \xe2\x80\x9cso\xe2\x80\x9d",\r\n'
    )


HEAD = b"who,what,note\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "a.csv is empty; get back the file that you had before, or delete it"),
        (b"\n \n", "a.csv is empty"),
        (HEAD + "kim,José,\n".encode("cp1252"), "is not UTF-8; save it as “CSV UTF-8”"),
        (b"who,note\nkim,\n", "lacks the column what; its first line must be: who,what,note"),
        (HEAD + b"kim,a,b,c\n", "line 2: there are 4 cells for 3 columns; put the cell that holds “,” into quotation"),
        (HEAD + b'kim,a,\nbo,"a,\nlee,b,\n', "line 3: this is no row of a CSV file"),
        (
            HEAD + b"kim,a,\n<<<<<<< HEAD\nkim,b,\n=======\nbo,c,\n>>>>>>> theirs\n",
            "line 3: git left the marks of a conflict between two people's files; delete the lines that begin with",
        ),
    ],
)
def test_a_damaged_file_is_answered_in_a_sentence_and_stays_as_it_is(tmp_path, content, message):
    file = tmp_path / "a.csv"
    file.write_bytes(content)
    for action in (lambda: read_rows(file, COLUMNS), lambda: add_row(file, ROWS[0], COLUMNS)):
        with pytest.raises(ValueError, match=re.escape(message)):
            action()
    assert file.read_bytes() == content


def test_no_cell_is_a_formula_for_a_spreadsheet(tmp_path):
    file = tmp_path / "a.csv"
    for cell in ("=1+1", "+1", "-1", "@SUM(A1)", "'=1"):
        add_row(file, {"who": cell}, COLUMNS)
    assert read_rows(file, COLUMNS)["who"].tolist() == ["=1+1", "+1", "-1", "@SUM(A1)", "'=1"]
    assert not pd.read_csv(file, dtype="str")["who"].str.match(r"[=+\-@]").any()


@settings(deadline=None)  # it writes files
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=12), min_size=3, max_size=3))
def test_what_is_written_is_read_again(tmp_path_factory, cells):
    file = tmp_path_factory.mktemp("cells") / "a.csv"
    add_row(file, dict(zip(COLUMNS, cells, strict=True)), COLUMNS)
    expected = [" ".join(cell.split()) for cell in cells]
    assert read_rows(file, COLUMNS).to_numpy().tolist() == ([expected] if any(expected) else [])
