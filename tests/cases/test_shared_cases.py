"""The 100 cases of `../shared/cases`: inputs from public bug reports, each with the value that is right.

Run them alone with `pytest tests/cases/test_shared_cases.py`: one test a case, and one more for the list. Values that
the file gives as data are read from there; values that it gives in words stand here.
"""

import ast
import json
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest

from analysis import count_terms, find_quotes
from analysis.articles.bylines import parse_byline
from analysis.articles.dates import parse_date
from analysis.copies import find_copies
from analysis.corpus import read_articles
from analysis.readers.cleaning import clean
from analysis.run_files import load_run
from analysis.words.text import sentences, terms

CASES = Path(__file__).parents[2].parent / "shared/cases"
LINES = (CASES / "cases.jsonl").read_text(encoding="utf-8").splitlines() if CASES.is_dir() else []
ROWS = {row["id"]: row for row in map(json.loads, LINES)}
pytestmark = pytest.mark.skipif(not ROWS, reason="needs ../shared/cases, which is not here")

BYLINES = ["b08", "b20", "b21", "b25", "b26", "b27", "b28", "b30", "b32", "b36", "b38"]
DATES = ["d01", "d03", "d05", "d14", "d17", "d19", "d21", "d28"]
ENCODINGS = ["e01", "e03", "e06"]
SENTENCES = ["s01", "s03", "s07", "s10", "s12", "s14", "s26"]
TERMS = ["k01", "k03", "k06", "k08", "k10"]
PARAGRAPHS = ["p01", "p02", "p03", "p04", "p05"]
HOLM, BOTH, THREE = ["Dana Holm"], ["Dana Holm", "Peter Ruiz"], ["Dana Holm", "Peter Ruiz", "Ana Soto"]
# one pair a case: the column, and what each article must have there
COLUMNS = [
    ("b01", "byline", [THREE]),
    ("b03", "byline", [THREE]),
    ("b10", "byline", [HOLM]),
    ("b40", "byline", [BOTH]),
    ("b42", "byline", [BOTH, BOTH]),
    ("b43", "byline", [HOLM]),
    ("o01", "outlet", ["Marlow Ledger"]),
    ("o03", "outlet", ["Marlow Ledger"]),
    ("d07", "published", ["2026-03-03 03:45"]),
    ("d26", "published", ["2020-02-12 18:16"]),
    ("d30", "published", ["2026-03-03 00:00"]),
    ("d33", "published", ["2026-02-12 08:00"]),
    ("d35", "published", ["2026-03-04 03:30"]),
    ("d42", "published", ["2026-03-08 00:00"]),
    ("t05", "headline", ['Marlow "closes" pier', "Dunmore dredges"]),
]
# the outlet and the time of each article that a file holds, and why the rest are none
FILES = [
    ("n04", [("WDR Radio Transkripte", "2018-10-07 17:04")], []),
    ("n05", [("WDR Radio Transkripte", "2018-10-07 17:04")], []),
    ("n14", [("The Marlow Ledger", f"2026-03-0{day} 00:00") for day in (1, 2, 3)], []),
    ("n15", [("The Marlow Ledger", f"2026-03-0{day} 00:00") for day in (1, 2, 3)], []),
    ("t01", [("T01", "2026-03-03 00:00"), ("T01", "2026-03-04 00:00")], []),
    ("t03", [("T03", "2026-03-04 00:00")], ["broken row"]),
    ("t10", [("ledger.example", "2026-03-03 09:15")], []),
    ("t12", [("Marlow Ledger", "2026-03-01 00:00"), ("Marlow Ledger", "2026-03-02 00:00")], []),
    ("t15", [], ["teaser only", "teaser only"]),
    ("t17", [], ["teaser only"]),
    ("t18", [("T18", "2026-03-03 00:00"), ("T18", "2026-03-04 00:00")], []),
    ("t20", [("T20", "2026-03-03 00:00"), ("T20", "2026-03-04 00:00")], []),
    ("t22", [("T22", "2026-03-03 09:15")], []),
    ("w01", [("Marlow Ledger", "2026-03-03 09:15")], []),
    ("w03", [("Marlow Ledger", "2026-03-03 09:15")], []),
]


def file_of(case):
    """Return the only file of a case."""
    return next(path for path in (CASES / "files" / case).iterdir() if path.is_file())


def articles_of(case):
    return read_articles([file_of(case)])[0]


def quotes_of(case, columns):
    """Return those columns of each attribution in a case's text."""
    quotes = find_quotes(pd.DataFrame({"article_id": ["a"], "text": [ROWS[case]["input"]]}))
    return quotes[columns].astype(object).where(quotes[columns].notna(), None).values.tolist()


@pytest.mark.parametrize("case", BYLINES)
def test_bylines(case):
    assert parse_byline(ROWS[case]["input"])._asdict() == json.loads(ROWS[case]["right"])


@pytest.mark.parametrize("case", DATES)
def test_dates(case):
    when = parse_date(ROWS[case]["input"])
    assert when.time == datetime.fromisoformat(ROWS[case]["right"].split(" ")[0])
    assert not when.no_zone


@pytest.mark.parametrize("case", ENCODINGS)
def test_encodings(case):
    assert clean(ROWS[case]["input"])[0] == ROWS[case]["right"]


@pytest.mark.parametrize("case", SENTENCES)
def test_sentences(case):
    text = ROWS[case]["input"]
    assert [text[start:end] for start, end in sentences(text)] == ast.literal_eval(ROWS[case]["right"])


@pytest.mark.parametrize("case", TERMS)
def test_terms(case):
    found, right = terms(ROWS[case]["input"]), json.loads(ROWS[case]["right"])
    if isinstance(right, list):
        assert found == right
    else:
        assert set(right["has"] or ()) <= set(found) and not set(right["has_not"]) & set(found)


def test_stop_words():
    frame = pd.DataFrame({"article_id": ["a"], "text": [ROWS["k17"]["input"]], "outlet": ["x"]})
    assert count_terms(frame, stop_words="english", min_articles=1).terms.tolist() == ["come"]


@pytest.mark.parametrize("case", PARAGRAPHS)
def test_paragraphs_of_pages(case):
    right = ROWS[case]["right"].removeprefix("the paragraph is in text: ")
    assert right in articles_of(case).loc[0, "text"].split("\n\n")


@pytest.mark.parametrize("case", ["p11", "p13"])
def test_stories_in_several_blocks(case):
    paragraphs = articles_of(case).loc[0, "text"].split("\n\n")
    assert [line.split()[0] for line in paragraphs] == [
        "The", "Members", "“We", "The", "Riders", "Councilman", "“Nobody", "The",
    ]  # fmt: skip


@pytest.mark.parametrize(("case", "column", "right"), COLUMNS)
def test_columns(case, column, right):
    found = articles_of(case)[column]
    if column == "published":
        found = found.dt.strftime("%Y-%m-%d %H:%M")
    assert [list(value) if column == "byline" else value for value in found] == right


@pytest.mark.parametrize(("case", "right", "reasons"), FILES)
def test_articles_of_a_file(case, right, reasons):
    articles, rejects = read_articles([file_of(case)])
    found = list(zip(articles["outlet"], articles["published"].dt.strftime("%Y-%m-%d %H:%M"), strict=True))
    assert (found, rejects["reason"].tolist()) == (right, reasons)


@pytest.mark.parametrize("case", ["p26", "p27"])
def test_text_without_blanks(case):
    articles, rejects = read_articles([file_of(case)])
    assert len(articles) == 1 and rejects.empty


def test_b06_name_and_agency():
    row = articles_of("b06").iloc[0]
    assert (list(row["byline"]), row["origin"]) == (HOLM, "Associated Press")


def test_d32_a_date_that_was_not_filled_in():
    row = articles_of("d32").iloc[0]
    assert pd.isna(row["published"]) and any("published" in note for note in row["notes"])


def test_n16_an_old_web_archive():
    [text] = articles_of("n16")["text"]
    assert text.startswith("The council of Marlow voted") and text.endswith("taped to the ticket window.")
    assert not any(mark in text for mark in ("<", "filedesc", "HTTP/"))


@pytest.mark.parametrize("case", ["e12", "e14"])
def test_files_without_a_declared_encoding(case):
    assert articles_of(case).loc[0, "text"].startswith(ROWS[case]["right"])


def test_e21_accents_of_their_own():
    text = articles_of("e21").loc[0, "text"]
    assert text.startswith("The café owner José Martínez said Beyoncé’s résumé was naïve.")


def test_e23_copies_with_accents_of_their_own():
    copies = find_copies(pd.read_json(file_of("e23")))
    assert copies[["article_id", "copy_of", "kind"]].values.tolist() == [["b", "a", "exact"]]


@pytest.mark.parametrize("case", ["q01", "q03", "q05", "q07"])
def test_a_plural_noun_is_nobody_by_name(case):
    assert quotes_of(case, ["speaker", "speaker_kind"]) == [[None, "unnamed_person"]]


@pytest.mark.parametrize(
    ("case", "right"),
    [
        ("q10", ["Khaled Mahmud"]),
        ("q12", ["Bo Stern"]),
        ("q14", ["Pia Holm", "Pia Holm"]),
        ("q16", ["Pia Holm", "Bo Nair"]),
        ("q31", ["Bo Stern"]),
        ("q34", ["Rosa Ortell"]),
        ("q37", ["Meg Marsh"]),
    ],
)
def test_speakers(case, right):
    found = quotes_of(case, ["speaker", "speaker_kind"])
    assert list(dict.fromkeys(map(tuple, found))) == list(dict.fromkeys((name, "named_person") for name in right))
    assert len(found) == len(right)


def test_q29_nickname_inside_a_name():
    assert quotes_of("q29", ["speaker", "content"]) in (
        [["Marta “Shorty” Ruiz", "the vote was fixed"]],
        [["Marta Ruiz", "the vote was fixed"]],
    )


def test_q27_nickname_as_a_name():
    assert quotes_of("q27", ["speaker", "speaker_role"]) == [["Shorty", "a homeless man"]]


@pytest.mark.parametrize(
    ("case", "right"),
    [("q19", ["Ana Ruiz", "she had not decided", "speech"]), ("q21", ["Ana Ruiz", "to comment", "non_response"])],
)
def test_questions(case, right):
    assert quotes_of(case, ["speaker", "content", "cue_kind"]) == [right]


@pytest.mark.parametrize(
    ("case", "right"),
    [
        pytest.param(
            "q23",
            ("Alice Moor", '"The boats are late again."'),
            marks=pytest.mark.xfail(
                reason="the second reading takes the gesture behind the quotation as its cue", strict=True
            ),
        ),
        ("q25", ("Pia Holm", "“I never saw so few people.”")),
    ],
)
def test_quotations_without_a_cue(case, right):
    found = quotes_of(case, ["quote_type", "speaker", "content"])
    assert [(speaker, content) for kind, speaker, content in found if kind == "direct"] == [right]


def test_q40_an_embedded_post():
    quotes = find_quotes(articles_of("q40"))
    [speaker] = quotes.loc[quotes["content"].str.startswith("I voted against the closure an"), "speaker"]
    assert speaker == "Bo Stern"


def test_r01_a_date_without_quotation_marks_in_a_run_file():
    since = load_run(file_of("r01")).parameters["since"]
    assert json.loads(json.dumps({"since": since})) == {"since": date(2026, 1, 12).isoformat()}


def test_all_cases_are_here():
    source = Path(__file__).read_text(encoding="utf-8")
    assert len(ROWS) == 100 and [case for case in ROWS if case not in source] == []
