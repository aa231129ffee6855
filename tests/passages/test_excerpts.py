"""Passages: whole sentences around what is marked, and nothing in them that a browser would run."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.passages import WHOLE, Mark, cut_excerpt, quote_marks

TEXT = "One rose. “Two fell,” Ana Oakes said. Three stayed.\n\nFour left."
QUOTE = {"content_spans": [[10, 21]], "cue_spans": [[32, 36]], "source_spans": [[22, 31]]}


def words(excerpt):
    return re.sub(r"<[^>]+>", "", excerpt.html)


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        (0, "“Two fell,” Ana Oakes said."),
        (1, "One rose. “Two fell,” Ana Oakes said. Three stayed."),
        (2, TEXT),
        (WHOLE, TEXT),
    ],
)
def test_a_passage_has_as_many_sentences_around_it_as_are_asked_for(context, expected):
    assert cut_excerpt(TEXT, quote_marks(QUOTE), context=context).words == expected


def test_source_cue_and_content_are_marked():
    html = cut_excerpt(TEXT, quote_marks(QUOTE), context=0).html
    assert '<mark class="content">“Two fell,”</mark>' in html
    assert '<span class="source">Ana Oakes</span> <span class="cue">said</span>' in html


def test_an_article_as_a_whole_is_shown_by_its_beginning():
    assert cut_excerpt(TEXT, [], context=0).words == "One rose."


def test_a_passage_over_two_paragraphs_stays_two_paragraphs():
    html = cut_excerpt(TEXT, [Mark(38, 58, "word")], context=0).html
    assert html == '<p>… <mark class="word">Three stayed.</mark></p><p><mark class="word">Four </mark>left.</p>'


def test_a_mark_outside_the_text_is_refused():
    with pytest.raises(ValueError, match="do not fit a text of 63 characters"):
        cut_excerpt(TEXT, [Mark(60, 90, "word")], context=1)


@given(st.text(alphabet="<>&\"'ab. \n", min_size=1, max_size=60), st.data(), st.sampled_from([0, 1, WHOLE]))
def test_text_stays_text_and_nothing_of_it_is_lost(text, data, context):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    excerpt = cut_excerpt(text, [Mark(start, end, "word")], context=context)
    assert set(re.findall(r"<(/?\w+)", excerpt.html)) <= {"p", "/p", "mark", "/mark"}
    shown = words(excerpt).replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"').replace("&#39;", "'")
    marked = text[start:end].replace("\n\n", "")
    assert marked in shown.replace("&amp;", "&")
