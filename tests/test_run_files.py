"""Run files: what a good one gives, and what a wrong one is answered."""

import re

import pytest

from analysis import paths
from analysis.run_files import load_run

STORY = "stories:\n  - {name: tax, label: Tax, find: [tax*], least_hits: 1}\n"


@pytest.fixture
def write(tmp_path):
    def write(text, name="mine.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_good_run_file_is_read(write):
    here = paths.workspace()
    got = load_run(write("title: Taxes\nraw: data/raw\n" + STORY + "parameters: {since: '2026-01-05'}\n"))
    assert (got.name, got.title, got.raw) == ("mine", "Taxes", here.raw)
    assert got.processed == here.processed / "mine" and got.report == here.reports / "mine"
    assert got.parameters == {"since": "2026-01-05"} and got.stories[0]["name"] == "tax"


@pytest.mark.parametrize("day", ["2026-01-12", "'2026-01-12'", '"2026-01-12"'])
def test_a_day_is_text_whether_it_is_quoted_or_not(write, day):
    run = load_run(write(f"title: Taxes\n{STORY}parameters: {{since: {day}, until: {day}}}\n"))
    assert run.parameters == {"since": "2026-01-12", "until": "2026-01-12"}


@pytest.mark.parametrize("day", ["2024-13-45", "2024-02-30", "yesterday", "12.01.2026", "2024"])
def test_a_day_that_is_none_is_one_sentence_with_file_and_key(write, day):
    text = f"title: Taxes\n{STORY}parameters: {{until: {day}}}\n"
    with pytest.raises(ValueError, match=rf"mine\.yaml: until=.{{0,1}}{day}.* is no day; write it as 2026-01-31"):
        load_run(write(text))


def test_a_run_may_name_a_style_beside_it_and_one_for_columns(write, tmp_path):
    (tmp_path / "house.mplstyle").write_text("font.size: 11")
    assert load_run(write(f"title: T\nstyle: house.mplstyle\n{STORY}")).style == (str(tmp_path / "house.mplstyle"),)
    both = load_run(write(f"title: T\nstyle: [ggplot, house.mplstyle]\n{STORY}")).style
    assert both == ("ggplot", str(tmp_path / "house.mplstyle"))
    assert load_run(write(f"title: T\n{STORY}")).style == ()


@pytest.mark.parametrize(
    ("style", "message"),
    [("5", "is 5; give one style"), ("[a, b, c]", "give one style"), ("hous.mplstyle", "no style 'hous.mplstyle'")],
)
def test_a_style_that_is_none_is_one_sentence_with_file_and_key(write, style, message):
    with pytest.raises(ValueError, match=r"style in .*mine\.yaml") as error:
        load_run(write(f"title: T\nstyle: {style}\n{STORY}"))
    assert message in str(error.value)


def test_a_run_may_name_the_folder_of_its_tables(write, tmp_path):
    here = paths.workspace()
    file = write("title: Taxes\nprocessed: data/processed\n" + STORY)
    assert load_run(file).processed == here.processed
    assert load_run(file, raw=tmp_path / "ours").processed == here.processed / "mine-ours"


def test_other_articles_get_tables_and_a_report_of_their_own_and_no_note_on_the_sample(write, tmp_path):
    here = paths.workspace()
    got = load_run(write("title: Taxes\ncorpus_note: Invented.\n" + STORY), raw=tmp_path / "ours")
    assert (got.name, got.raw, got.corpus_note) == ("mine-ours", tmp_path / "ours", "")
    assert got.processed == here.processed / "mine-ours" and got.report == here.reports / "mine-ours"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "title: T\nstoris: []\n" + STORY,
            "there is no 'storis' (did you mean stories?); allowed are: title, raw, processed, stories",
        ),
        ("title: T\n", "lacks stories (the stories to compare); add it"),
        ("title: [T\n" + STORY, "is not YAML"),
        ("just words", "must hold `key: value` lines; the keys are: title, raw"),
        ("title: T\n" + STORY + "parameters: [since]\n", "must be `name: value` lines"),
        ("title: T\nstories:\n  - {name: tax, find: []}\n", "find"),
    ],
)
def test_a_slip_in_a_run_file_is_one_clear_sentence(write, text, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        load_run(write(text))


def test_a_run_file_that_is_not_there_names_those_that_are():
    with pytest.raises(
        FileNotFoundError, match=r"no run file runs/none.yaml; the run files are: .*runs/immigration-tax.yaml"
    ):
        load_run("runs/none.yaml")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("raw: 5", "raw in .* is '5'; write it as text"), ("processed: [a]", "processed in "), ("scheduler: {a: b}", "scheduler in "),
        ('raw: "a\\0b"', "raw in "), ("corpus_note: [a]", "corpus_note in "), ("title: Other", "the key 'title' stands twice"),
        ("corpus_note: !!python/object/apply:os.system ['true']", "is not YAML"), ("passage_context: " + "9" * 5000, "is not YAML"),
        ("corpus_note: !!timestamp 2026-99-99", "is not YAML"), ("parameters: " + "[" * 20_000, "nested too deep"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_one_sentence_with_the_file(write, more, said):
    with pytest.raises(ValueError, match=said) as error:
        load_run(write(f"title: T\n{STORY}{more}\n"))
    assert "mine.yaml" in str(error.value)
