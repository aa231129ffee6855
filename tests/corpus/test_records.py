"""Raw records become rows; one that does not fit the table is a reject, and the others stay."""

from analysis.corpus.files import raw_file
from analysis.corpus.records import Setting, read_task
from analysis.corpus.tasks import Task

TEXT = "The ferry to Marlow was late on Monday, the harbor office said.\n\n" * 10


def test_a_record_that_does_not_fit_the_table_is_a_reject_beside_articles(tmp_path):
    path = tmp_path / "export.jsonl"
    path.write_text("{}", encoding="utf-8")
    good = {"form": "JSON Lines", "headline": "Late ferry", "text": TEXT, "record": 1}
    no_text = object()  # a note that no column of text can hold
    raws = [good, good | {"record": 2, "notes": [no_text], "member": "inner.json"}, good | {"record": 3}]
    rows = read_task(Task([raw_file(path, "Post/export.jsonl")], raws), Setting("raw", {})).table.to_pylist()
    assert [row["record"] for row in rows] == [1, 2, 3]
    assert [row["reason"] for row in rows] == [None, "unexpected error", None]
    assert [row["source_path"] for row in rows] == [
        "Post/export.jsonl",
        "Post/export.jsonl/inner.json",
        "Post/export.jsonl",
    ]
