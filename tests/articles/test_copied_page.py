"""Copied pages are taken apart (all text invented)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.articles import clean_paragraphs, split_copied
from analysis.articles.line_kinds import line_kind
from analysis.articles.line_model import story_probability

FIRST = "WASHINGTON — The tax agency agreed on Monday to give addresses to another agency, according to a court filing that surprised its staff."
SECOND = "“Nobody told us,” said Ines Carvallo, who runs a legal group. She learned of it from a clerk, and the clerk from a printer in the hall."
THIRD = "The agency did not respond to a request for comment. Its lawyers have until the end of the month to answer the court in writing."
FOURTH = "A hearing is set for Feb. 20. The judge has said that she expects it to be short, and that she has a train to catch at five."


COPY = "\n".join(
    [
        "The Marlow Ledger", "Sections", "Log in", "Nation", "Tax Agency to Share Addresses, Filing Shows",
        "The courthouse on Monday. (Jo Vale/The Marlow Ledger)", "By Nora Petrakis and Jo Vale", "Updated Jan. 17, 2026", "Jan. 16, 2026, 6:12 a.m. ET",
        "- The agreement covers up to 40,000 requests a month.", "- The privacy chief objected in writing.", "Share", "Save",
        "Your audio version is getting ready ...", FIRST, SECOND, "An objection in the file", THIRD, "ADVERTISEMENT", FOURTH,
        "Correction: An earlier version misstated the number of pages.", "Read more", "Rain again in Marlow", "2 hours ago",
        "Council weighs longer hours", "3 hours ago", "Filed under: Nation, Marlow", "© 2026 The Marlow Ledger Company. All rights reserved.",
    ]
)  # fmt: skip


def test_a_copied_page_is_taken_apart():
    story = split_copied(COPY, outlet="The Marlow Ledger")
    assert story.paragraphs == [FIRST, SECOND, THIRD, FOURTH]
    assert story.subheads == ["An objection in the file"]
    assert (story.headline, story.section) == ("Tax Agency to Share Addresses, Filing Shows", "Nation")
    assert (story.captions, story.photo_credit) == (["The courthouse on Monday."], ["Jo Vale/The Marlow Ledger"])
    assert story.summary == [
        "The agreement covers up to 40,000 requests a month.",
        "The privacy chief objected in writing.",
    ]
    assert story.byline == ["By Nora Petrakis and Jo Vale"]
    assert story.published == "Jan. 16, 2026, 6:12 a.m. ET"  # not the update
    assert story.notes == ["editor's note: Correction: An earlier version misstated the number of pages."]
    assert story.credits == ["© 2026 The Marlow Ledger Company. All rights reserved."]


def test_lists_of_links_and_pitches_within_a_story_are_no_story():
    links = [
        "Related",
        "Rain in Marlow again",
        "Who owns the river?",
        "Get The Morning Ledger",
        "The day’s news in your inbox. Sign up",
    ]
    text = [
        "No rain. The council says to wait.",
        "By Nora Petrakis",
        FIRST,
        *links[:3],
        SECOND,
        *links[3:],
        THIRD,
        "The hearing ahead",
        FOURTH,
    ]
    story = split_copied("\n".join(text))
    assert story.paragraphs == [FIRST, SECOND, THIRD, FOURTH] and story.subheads == ["The hearing ahead"]
    assert story.headline == "No rain. The council says to wait."


def test_a_copy_of_the_story_alone_is_all_story():
    story = split_copied("\n\n".join([FIRST, SECOND, THIRD, FOURTH]))
    assert story.paragraphs == [FIRST, SECOND, THIRD, FOURTH]
    assert (story.headline, story.byline, story.published, story.summary, story.captions) == (None, [], None, [], [])


def test_a_page_without_prose_or_words_gives_no_story():
    assert split_copied("").paragraphs == []
    assert split_copied("___\n\n***").paragraphs == []


def test_the_first_article(shared):
    """What issue 2 asks of the article the project began with."""
    story = split_copied(next((shared / "first-article").glob("*.txt")).read_text(encoding="utf-8"))
    assert [
        len(story.paragraphs),
        len(story.subheads),
        len(story.summary),
        len(story.captions),
        len(story.photo_credit),
    ] == [22, 3, 3, 1, 1]
    assert story.headline is None and story.published is None
    assert story.paragraphs[0].startswith("WASHINGTON — ") and story.paragraphs[-1].endswith("Comply, come forward.”")
    assert story.byline == ["By Andrew Duehren/Michael Ciaglo"]


@settings(deadline=None, max_examples=60)  # the first page loads the model
@given(st.lists(st.text(max_size=200), max_size=30))
def test_any_lines_are_taken(lines):
    story = split_copied("\n".join(lines))
    known = {" ".join(part.split()) for line in lines for part in line.split("\n")}
    assert set(story.paragraphs) <= known
    clean_paragraphs(lines)
    chance = story_probability(lines, [line_kind(line) for line in lines])
    assert len(chance) == len(lines) and all((chance >= 0) & (chance <= 1))


@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "– ", "▪ ", "· "])
def test_bullets_above_the_story_are_its_summary_and_within_it_they_are_story(mark):
    points = [f"{mark}The council will vote on Monday.", f"{mark}The bridge stays closed until June."]
    text = ["Rain at last in Marlow", *points, "By Nora Petrakis", FIRST, SECOND, *points, THIRD, FOURTH]
    story = split_copied("\n".join(text))
    assert story.summary == [point.removeprefix(mark) for point in points]
    assert story.paragraphs == [FIRST, SECOND, *points, THIRD, FOURTH]


def test_titles_in_capitals_within_a_story_are_links_and_cards_behind_names_go():
    card = "Speaker Ann Roe Ann Marie Roe Old headline Another headline MORE said so on Monday, and the council agreed with her in the end."
    shout = "COUNCIL SAYS RAIN WAS NOT ON THE AGENDA"
    story = split_copied(
        "\n".join(["Rain at last in Marlow", "By Nora Petrakis", FIRST, SECOND, shout, card, THIRD, FOURTH])
    )
    assert story.paragraphs == [
        FIRST,
        SECOND,
        "Speaker Ann Roe said so on Monday, and the council agreed with her in the end.",
        THIRD,
        FOURTH,
    ]
