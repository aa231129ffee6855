"""Passages in quotation marks: styles, slips of the pen, and what is no mark at all. All sentences are invented."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.quotes.marks import find_passages, with_uniform_marks

CASES = [
    ("“We won,” she said.", ["“We won,”"]),
    ('"We won," she said. "Twice."', ['"We won,"', '"Twice."']),
    ("‘We won,’ she said.", ["‘We won,’"]),
    ("'We won,' she said.", ["'We won,'"]),
    ("``We won,'' she said.", ["``We won,''"]),
    ("«Ja», dit-elle. « Oui », dit-il.", ["«Ja»", "« Oui »"]),
    ("„Ja“, sagte sie. »Nein«, sagte er.", ["„Ja“", "»Nein«"]),
    ("He said “mixed\" and \"mixed” marks.", ["“mixed\"", "\"mixed”"]),
    ("”Wrong way round,” said Bo.", ["”Wrong way round,”"]),
    ("“He told me ‘no way’ twice,” she said.", ["“He told me ‘no way’ twice,”"]),
    ("'He told me \"no way\" twice,' she said.", ["'He told me \"no way\" twice,'"]),
    ("‘It was the migrants’ fault,’ he said.", ["‘It was the migrants’ fault,’"]),
    ("The migrants’ plea and the 'burden’ of it.", ["'burden’"]),
    ("It isn't Joe's; rock 'n' roll in the '90s and '80s.", []),
    ("A 6\" pipe and a 5'10\" man.", []),
    ("The “rich”-poor gap (“Gap”)—“so it is,” he said.", ["“rich”", "“Gap”", "“so it is,”"]),
    ("“Left open, he said.\n\nThe next is “fine,” she said.", ["“Left open, he said.", "“fine,”"]),
    ("A stray” closing mark. The next is “fine.”", ["“fine.”"]),
    ("“Lost one, he said. “Whole,” she said.", ["“Lost one, he said. ", "“Whole,”"]),
    ("“I live in what he calls “hell” now,” she said.", ["“I live in what he calls “hell” now,”"]),
    ('"They did “nothing” at all," he said.', ['"They did “nothing” at all,"']),
    ("“He left it open. “Twice,” she said. “And again.”", ["“He left it open. ", "“Twice,”", "“And again.”"]),
    ("", []),
    ("\n \n", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "passages"), CASES)
def test_passages(text, passages):
    assert [text[p.start : p.end] for p in find_passages(text)] == passages


def test_a_quotation_over_paragraphs_is_one_group():
    text = "“One.\n\n“Two.\n\n“Three,” said Bo. “Four.”"
    found = find_passages(text)
    assert [text[p.start : p.end] for p in found] == ["“One.", "“Two.", "“Three,”", "“Four.”"]
    assert [p.quotation for p in found] == [1, 1, 1, 2]
    assert [p.closed for p in found] == [False, False, True, True]


def test_a_quotation_opened_and_closed_once_over_two_paragraphs():
    text = '"One.\n\nTwo," said Bo.'
    found = find_passages(text)
    assert [text[p.start : p.end] for p in found] == ['"One.', 'Two,"']
    assert found[0].quotation == found[1].quotation


@pytest.mark.parametrize("stray", ["“", '"', "”", "‘", "«", "'"])
def test_a_stray_mark_harms_no_other_paragraph(stray):
    good = "Then “this,” he said, and “that.”"
    found = [(p.start, p.end) for p in find_passages(good)]
    shift = len(f"A stray {stray}mark here.\n\n")
    spoilt = find_passages(f"A stray {stray}mark here.\n\n{good}")
    assert [(p.start - shift, p.end - shift) for p in spoilt if p.start >= shift] == found


@given(st.text(alphabet="ab .,\n“”\"'‘’«»`", max_size=200))
def test_passages_fit_follow_each_other_and_keep_to_their_line(text):
    end = 0
    for p in find_passages(text):
        assert end <= p.start < p.end <= len(text)
        assert "\n" not in text[p.start : p.end]
        end = p.end


@given(st.text(alphabet="ab .,\n“”\"'‘’«»`", max_size=200))
def test_uniform_marks_keep_length_words_and_lines(text):
    plain = with_uniform_marks(text, find_passages(text))
    assert len(plain) == len(text)
    assert re.sub(r"[^\w\n]", " ", plain) == re.sub(r"[^\w\n]", " ", text)


def test_one_style_for_all_marks():
    styles = [
        "“It’s on,” he said.",
        '"It\'s on," he said.',
        "‘It’s on,’ he said.",
        "«It’s on,» he said.",
        "”It’s on,“ he said.",
    ]
    assert {with_uniform_marks(s, find_passages(s)) for s in styles} == {"“It's on,” he said."}


@pytest.mark.parametrize("unit", ['"', '" ', " 'a", "“a ", "a’s’ "])
def test_twenty_thousand_marks_give_passages_inside_the_text_and_in_order(unit):
    text = unit * 20000
    found = find_passages(text)
    assert all(0 <= passage.start < passage.end <= len(text) for passage in found)
    assert [passage.start for passage in found] == sorted(passage.start for passage in found)
