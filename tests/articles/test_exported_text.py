"""Exported texts keep their body and lose furniture only (all text invented)."""

from analysis.articles import clean_paragraphs

FIRST = "WASHINGTON — The tax agency agreed on Monday to give addresses to another agency, according to a court filing that surprised its staff."
SECOND = "“Nobody told us,” said Ines Carvallo, who runs a legal group. She learned of it from a clerk, and the clerk from a printer in the hall."
THIRD = "The agency did not respond to a request for comment. Its lawyers have until the end of the month to answer the court in writing."


def test_exported_text_loses_furniture_only():
    lines = [
        "Rain at last",
        "Nora Petrakis",
        "USA TOWN",
        FIRST,
        "Advertisement",
        "What the court said",
        SECOND,
        "SEE ALSO: Rain again",
        THIRD,
        "— Ed Oak",
    ]
    story = clean_paragraphs(lines, headline="Rain at last", outlet="USA TOWN", names=["Nora Petrakis"])
    assert story.paragraphs == [FIRST, SECOND, THIRD]
    assert story.subheads == ["What the court said"]


def test_lists_and_short_speech_stay_in_the_body():
    lines = [FIRST, "“No,” she said.", SECOND, "Ohio", "Texas", "Maine", THIRD]
    story = clean_paragraphs(lines)
    assert story.paragraphs == lines and story.subheads == []


def test_highlights_and_opening_captions_are_no_body():
    story = clean_paragraphs(["Story highlights Rain fell on Monday", "It stopped on Tuesday", FIRST, SECOND])
    assert (story.summary, story.paragraphs) == (["Rain fell on Monday", "It stopped on Tuesday"], [FIRST, SECOND])
    story = clean_paragraphs(
        ["Story highlights Rain fell on Monday", "It is, she says, “a start”", "It stopped", FIRST, SECOND]
    )
    assert (story.summary, story.paragraphs) == (
        ["Rain fell on Monday", "It is, she says, “a start”", "It stopped"],
        [FIRST, SECOND],
    )
    story = clean_paragraphs(
        [
            "Story highlights Rain fell on Monday.",
            "It stopped",
            FIRST,
            "COUNCIL SAYS RAIN WAS NOT ON THE AGENDA",
            SECOND,
        ]
    )
    assert (story.summary, story.paragraphs, story.subheads) == (
        ["Rain fell on Monday.", "It stopped"],
        [FIRST, SECOND],
        [],
    )
    cut = [
        "The bridge, which the county had bought from a circus, was moved to",
        "the north bank of the river by barge.",
        FIRST,
    ]
    assert clean_paragraphs(cut).paragraphs == cut
    story = clean_paragraphs(
        ["Rain falls on the courthouse in Marlow. Rain at last in town", FIRST], headline="Rain at last in town"
    )
    assert (story.captions, story.paragraphs) == (["Rain falls on the courthouse in Marlow."], [FIRST])
