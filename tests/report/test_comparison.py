"""What moved between two reports, and why, on folders made by hand."""

import json

import pandas as pd
import pytest

from analysis.report import compare_reports, moves_in_words

MADE_OF = {
    "title": "T", "parameters": {"since": "2024-01-01"}, "stories": {"tax": {"find": ["tax*"]}}, "groups": {},
    "seal": None, "articles": {"n": 10, "sha256": "a"}, "reviews": {}, "code": "c", "commit": None,
    "packages": {"pandas": "3.0.0"}, "python": "3.11.7",
}  # fmt: skip


def report(folder, rows, **changed):
    (folder / "figures").mkdir(parents=True)
    pd.DataFrame(rows).to_csv(folder / "figures" / "01-1-shares.csv", index=False)
    (folder / "provenance.json").write_text(json.dumps(MADE_OF | changed), encoding="utf-8")
    return folder


def test_numbers_that_moved_stand_with_their_row_and_column(tmp_path):
    old = report(tmp_path / "a", {"outlet": ["Post", "Star"], "n": [3, 4], "share": [0.5, 0.25]})
    new = report(tmp_path / "b", {"outlet": ["Star", "Post"], "n": [4, 3], "share": [0.75, 0.5]})
    moved, reasons = compare_reports(old, new)
    assert moved.values.tolist() == [["01-1-shares", "Star", "share", 0.25, 0.75]]
    assert reasons == []


def test_rows_that_only_one_report_has_are_there_with_a_gap(tmp_path):
    old = report(tmp_path / "a", {"outlet": ["Post"], "n": [3]})
    new = report(tmp_path / "b", {"outlet": ["Post", "Star"], "n": [3, 4]})
    moved, _ = compare_reports(old, new)
    assert moved[["row", "after"]].values.tolist() == [["Star", 4.0]] and moved["before"].isna().all()


def test_rows_of_one_name_are_told_apart_by_their_place(tmp_path):
    old = report(tmp_path / "a", {"outlet": ["Post", "Post"], "n": [3, 4]})
    new = report(tmp_path / "b", {"outlet": ["Post", "Post"], "n": [3, 5]})
    moved, _ = compare_reports(old, new)
    assert moved[["row", "before", "after"]].values.tolist() == [["Post (2)", 4.0, 5.0]]


def test_what_moved_is_said_in_a_sentence_for_each_chart(tmp_path):
    rows = {"outlet": ["Post", "Star", "Sun"], "n": [3, 4, 5], "share": [0.5, 0.25, 0.3]}
    later = {"outlet": ["Post", "Star", "Mail"], "n": [9, 4, 6], "share": [0.52, 0.35, 0.1]}
    old, new = report(tmp_path / "a", rows), report(tmp_path / "b", later)
    for folder, sentence in ((old, "Post quotes more (40%) than Star (20%)."), (new, "Star quotes more.")):
        chart = {"alt": f"Dots with intervals. {sentence}"}
        (folder / "figures/finding-1.json").write_text(json.dumps(chart), encoding="utf-8")
        # The first finding of each report: other rows under the same name.
        pd.DataFrame({"group": ["Post"], "share": [len(sentence)]}).to_csv(folder / "figures/finding-1.csv")
    assert moves_in_words(compare_reports(old, new)[0], old, new) == [
        "a finding of the report before only: Post quotes more (40%) than Star (20%).",
        "a finding of the report after only: Star quotes more.",
        "01-1-shares: 3 numbers moved, most of all share of Star: 25.0% before, 35.0% after; 1 row is new; "
        "1 row is gone",
    ]


def test_a_row_is_known_by_the_columns_that_the_chart_names(tmp_path):
    rows = {"topic": [1, 2], "label": ["tax", "border"], "speaker_kind": ["group", "unnamed_person"],
            "verdict": ["holds", "holds"], "share": [0.3, 0.2], "high": [0.4, 0.9]}  # fmt: skip
    later = rows | {"topic": [2, 1], "verdict": ["holds", "cannot be told"], "share": [0.3, 0.25], "high": [0.4, 0.5]}
    old, new = report(tmp_path / "a", rows), report(tmp_path / "b", later)
    for folder in (old, new):
        described = json.dumps({"by": ["topic", "speaker_kind"]})
        (folder / "figures/01-1-shares.json").write_text(described, encoding="utf-8")
    moved, _ = compare_reports(old, new)
    assert set(moved["row"]) == {"border | unnamed_person"} and set(moved["column"]) == {"share", "high"}
    assert moves_in_words(moved, old, new) == [
        "01-1-shares: 2 numbers moved, most of all share of border, unnamed person: 20.0% before, 25.0% after"
    ]


def test_reasons_name_what_differs(tmp_path):
    old = report(tmp_path / "a", {"outlet": ["Post"], "n": [3]})
    new = report(
        tmp_path / "b", {"outlet": ["Post"], "n": [3]}, articles={"n": 1200, "sha256": "b"}, parameters={},
        stories={"tax": {"find": ["levy"]}}, reviews={"quotes.csv": {"rows": 7, "sha256": "q"}}, seal="2026-11-27",
    )  # fmt: skip
    moved, reasons = compare_reports(old, new)
    assert moved.empty
    assert reasons == [
        "articles: 10 before, 1,200 after",
        "decisions in quotes.csv: 0 before, 7 after",
        'parameters.since: "2024-01-01" before, not set after',
        'stories.tax.find: after, without "tax*" and with "levy"',
        'seal: not set before, "2026-11-27" after',
    ]


def test_a_changed_decision_is_told_although_there_are_as_many(tmp_path):
    files = [{"quotes.csv": {"rows": 7, "sha256": sha}, "aliases.csv": {"rows": 2, "sha256": "s"}} for sha in "pq"]
    old, new = (
        report(tmp_path / str(n), {"outlet": ["Post"], "n": [3]}, reviews=reviews) for n, reviews in enumerate(files)
    )
    assert compare_reports(old, new)[1] == ["decisions in quotes.csv: 7 before, 7 after, not the same ones"]


def test_a_story_that_only_one_report_has_is_told_by_its_name(tmp_path):
    stories = {"courts": {"name": "courts", "label": "Courts", "find": ["judge*", "court"]}}
    old = report(tmp_path / "old", {"outlet": ["Post"], "n": [3]})
    new = report(tmp_path / "new", {"outlet": ["Post"], "n": [3]}, stories=MADE_OF["stories"] | stories)
    assert compare_reports(old, new)[1] == ['stories.courts: not set before, "Courts" after']


def test_a_folder_without_provenance_is_refused(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"no provenance\.json"):
        compare_reports(tmp_path, tmp_path)


def test_the_interval_of_a_word_is_no_share_and_a_row_is_named_by_short_texts_and_days(tmp_path):
    rows = {
        "day": ["2026-01-05 00:00:00+00:00"],
        "term": ["tax"],
        "words": ["['tax', 'fee']"],
        "z": [2.0],
        "low": [-2.5],
    }
    old, new = report(tmp_path / "a", rows), report(tmp_path / "b", rows | {"low": [-1.5]})
    [sentence] = moves_in_words(compare_reports(old, new)[0], old, new)
    assert sentence == "01-1-shares: 1 number moved, most of all low of Jan 5, 2026, tax: -2.5 before, -1.5 after"
