"""No rule takes long on hostile text: runs of the words and marks that its patterns look for."""

import time

import pytest

from analysis.articles import clean_paragraphs, split_copied
from analysis.articles.bylines import parse_byline
from analysis.articles.caption_lines import split_caption
from analysis.articles.credits import split_credit
from analysis.articles.dates import parse_date
from analysis.articles.line_kinds import line_kind
from analysis.articles.markup import paragraphs_of
from analysis.articles.origin import find_origin
from analysis.articles.outlets import without_site

LONG = 32_000  # characters
MOST = 3.0  # seconds of CPU time; a pattern that is quadratic takes minutes, an exponential one years


@pytest.mark.parametrize(
    ("function", "run"),
    [
        (line_kind, "share on "), (line_kind, "copied!"), (line_kind, "1"), (line_kind, "_"), (line_kind, "audio a "),
        (split_caption, "hide caption a "), (split_caption, "A/ "), (split_caption, "("),
        (parse_byline, "a@"), (parse_byline, "@"), (parse_byline, "(("), (parse_byline, "senior "), (parse_byline, "photos by"),
        (parse_date, "12:30 "), (parse_date, "2020-01-"), (split_credit, "Ana Roe "), (lambda text: without_site(text, "Ledger"), " | "),
        (paragraphs_of, "<script>"), (paragraphs_of, "<p "), (paragraphs_of, "\n "),
        (lambda text: find_origin([text], [text]), "— "), (lambda text: clean_paragraphs([text], headline="Rain at last"), "A/ "),
        (split_copied, "share on "),
    ],
)  # fmt: skip
def test_hostile_text_is_read_in_time(function, run):
    function("Rain fell.")  # loads word lists and models
    start = time.process_time()
    function((run * LONG)[:LONG] + "!x")
    assert time.process_time() - start < MOST


FUNCTIONS = {
    "line_kind": line_kind,
    "split_caption": split_caption,
    "parse_byline": parse_byline,
    "parse_date": parse_date,
    "split_credit": split_credit,
    "without_site": lambda text: without_site(text, "Ledger"),
    "paragraphs_of": paragraphs_of,
    "find_origin": lambda text: find_origin([text], [text]),
    "clean_paragraphs": lambda text: clean_paragraphs([text], headline="Rain at last"),
    "split_copied": split_copied,
}
# What benchmarks/patterns.py found to be slow in some pattern, taken alone.
RUNS = [" ", ".", ",", "'.", '"/', "p<", "x", ",1", "_", " -", "\n", "J,", "|:", "A"]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_runs_of_any_sign_are_read_in_time(name):
    FUNCTIONS[name]("Rain fell.")
    for run in RUNS:
        start = time.process_time()
        FUNCTIONS[name]((run * LONG)[:LONG] + "!x")
        assert time.process_time() - start < MOST, run
