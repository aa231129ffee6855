"""An article with its quotes marked: what is marked, that nothing is lost, and that no markup gets through."""

import html
import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.quotes.marked_article import mark_quotes

TEXT = "“Fine,” Ada Quill said. “We go.”\n\nShe <b>did</b> not say when & where."


def table(*rows):
    """Return a quotes table of article a, from (content, cue, source) spans."""
    columns = ["content_spans", "cue_spans", "source_spans"]
    frame = pd.DataFrame([[list(map(list, spans)) for spans in row] for row in rows], columns=columns)
    return frame.assign(
        article_id="a",
        quote_type="direct",
        speaker="Ada <Quill>",
        speaker_kind="named_person",
        cue_kind="speech",
        confidence=0.876,
    )


def shown(marked):
    """Return the words a reader sees of the text: no labels, numbers, key and style."""
    body = marked.html.split('<p class="key">')[1].split("</p>", 1)[1]
    body = re.sub(r'<span class="label">.*?</span>|<sup>\d+</sup>', "", body).replace("</p><p>", "\n\n")
    return html.unescape(re.sub(r"<[^>]+>", "", body))


QUOTES = table(([(0, 7), (24, 32)], [(18, 22)], [(8, 17)]))
ARTICLE = {"article_id": "a", "text": TEXT}


def test_contents_cues_and_sources_are_marked_and_labeled():
    page = mark_quotes(ARTICLE, QUOTES)._repr_html_()
    assert '<mark class="content">“Fine,”</mark>' in page and '<mark class="content">“We go.”</mark>' in page
    assert (
        '<span class="source">Ada Quill</span><sup>1</sup>' in page
        and '<span class="cue">said</span><sup>1</sup>' in page
    )
    assert "1 Ada &lt;Quill&gt; · direct · 88 %" in page and '<span class="label">1 …</span>' in page


def test_nothing_of_the_text_is_lost_and_none_of_its_markup_acts():
    marked = mark_quotes(ARTICLE, QUOTES)
    assert shown(marked) == TEXT
    assert "<b>" not in marked.html and "&lt;b&gt;" in marked.html


def test_other_articles_quotes_and_quotes_of_nobody():
    quotes = pd.concat(
        [
            QUOTES.assign(article_id="b"),
            QUOTES.assign(speaker=None, speaker_kind="unnamed_person", cue_kind="non_response"),
        ]
    )
    page = mark_quotes(ARTICLE | {"headline": "Quill & Sons"}, quotes).html
    assert (
        "1 unnamed · direct · non response · 88 %" in page
        and "1 quote." in page
        and "<h3>Quill &amp; Sons</h3>" in page
    )
    assert "0 quotes." in mark_quotes(ARTICLE, quotes[:0]).html


def test_a_source_within_a_content_has_both_roles():
    page = mark_quotes(ARTICLE, table(([(0, 32)], [], [(8, 17)]))).html
    assert '<mark class="content source">Ada Quill</mark>' in page


def test_spans_of_another_text_are_refused():
    with pytest.raises(ValueError, match=r"the span \(0, 700\) does not fit a text of 70 characters"):
        mark_quotes(ARTICLE, table(([(0, 700)], [], [])))
    with pytest.raises(ValueError, match="the article has no text"):
        mark_quotes({"article_id": "a"}, QUOTES)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_any_spans_leave_the_text_whole(data):
    spans = st.lists(
        st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)).map(lambda s: (s[0], min(len(TEXT), s[0] + s[1]))),
        max_size=3,
    )
    rows = [tuple(data.draw(spans) for _ in range(3)) for _ in range(3)]
    assert shown(mark_quotes(ARTICLE, table(*rows))) == TEXT


def test_quotes_of_the_headline_are_marked_in_the_headline():
    both = pd.concat([QUOTES.assign(place="text"), table(([(6, 12)], [(4, 5)], [(0, 4)])).assign(place="headline")])
    page = mark_quotes(ARTICLE | {"headline": "Quill: “Fine”"}, both).html
    title = page[page.index("<h3>") : page.index("</h3>")]
    assert '<mark class="content"> “Fine' in title and "2 Ada &lt;Quill&gt;" in title
    assert '<mark class="content">“Fine,”</mark>' in page.split("</h3>")[1]
