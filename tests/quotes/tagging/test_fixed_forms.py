"""Scripts, posts and signed quotations. All of them are invented."""

import pytest

from analysis.quotes import find_attributions, read_document
from analysis.quotes.tagging.fixed_forms import find_script, find_signed_quotations


def said(text, spans):
    return [text[s:e] for s, e in spans]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Pia Holm", "Pia Holm"),
        ("Pia Holm.", "Pia Holm"),
        ("Bo B. Holm Jr.", "Bo B. Holm Jr."),
        ("Pia Holm, baker", "Pia Holm"),
    ],
)
def test_a_name_after_a_dash(line, name):
    text = f"“A fine town with a rotten pier.”\n— {line}"
    [found] = find_attributions(read_document(text))
    assert (said(text, found.source_spans), found.confidence > 0.5) == ([name], True)


def test_a_post_that_a_page_embeds():
    text = "Quill wrote on Monday.\n\nThe piles are rotten. We close the pier. — Ada J. Quill (@adaquill) April 2, 2018\n\nThe mayor slept."
    [found] = [a for a in find_attributions(read_document(text)) if a.content_spans[0][0] > 20]
    assert (said(text, found.content_spans), said(text, found.source_spans)) == (
        ["The piles are rotten. We close the pier."],
        ["Ada J. Quill"],
    )


def test_a_signed_quotation_begins_in_the_paragraph_before():
    text = (
        "“The piles were never inspected…\n\n“Nobody should walk there.”\n\nAda Quill, The Harbor Times\n\nIt rained."
    )
    [found] = find_signed_quotations(read_document(text))
    assert said(text, [span[:2] for span in found.contents]) == [
        "“The piles were never inspected…", "“Nobody should walk there.”"
    ]  # fmt: skip
    assert said(text, [found.source[:2]]) == ["Ada Quill"]


def test_a_subhead_below_a_quotation_that_has_a_cue_is_no_signature():
    text = "“We close the pier,” said Ada Quill. “It is rotten.”\n\nThe Town’s Problem Is Its Pier, Too\n\nIt rained."
    assert find_signed_quotations(read_document(text)) == []


SCRIPT = (
    "Mayor Pia Holm met the harbour’s engineer, Dana Ruiz, on Sunday.\n\n"
    "HOLM: Will the pier hold?\n\nDANA RUIZ: Not for long.\n\nIt was built badly.\n\nHOLM: So we close it."
)


def test_a_script_says_who_speaks():
    found = [a for a in find_attributions(read_document(SCRIPT)) if said(SCRIPT, a.cue_spans) == [":"]]
    assert [said(SCRIPT, a.source_spans) for a in found] == [["HOLM"], ["DANA RUIZ"], ["HOLM"]]
    assert [said(SCRIPT, a.content_spans) for a in found] == [
        ["Will the pier hold?"], ["Not for long.", "It was built badly."], ["So we close it."]
    ]  # fmt: skip


def test_in_a_script_a_speech_may_begin_below_name_and_role():
    text = (
        "PIA HOLM, HOST:\n\nThe pier is closed.\n\nDana Ruiz built it.\n\nDANA RUIZ, BYLINE: It was built badly.\n\n"
        "HOLM: By whom?\n\nRUIZ: By me."
    )
    found = find_script(read_document(text))
    assert [said(text, [one.source[:2]]) for one in found] == [["PIA HOLM"], ["DANA RUIZ"], ["HOLM"], ["RUIZ"]]
    assert said(text, [span[:2] for span in found[0].contents]) == ["The pier is closed.", "Dana Ruiz built it."]


def test_a_script_with_names_in_small_letters_or_initials():
    answers = (
        "Pia Holm and Dana McRuiz met.\n\nPia Holm: It is closed.\n\nFor good.\n\nDana McRuiz: Why?\n\n"
        "Pia Holm: It fell.\n\nDana McRuiz: When?"
    )
    initials = "Pia Holm asked Dana Ruiz.\n\nPH: Is it closed?\n\nDR: It is.\n\nPH: Why?"
    for text, sources in ((answers, ["Pia Holm", "Dana McRuiz"] * 2), (initials, ["PH", "DR", "PH"])):
        found = find_script(read_document(text))
        assert [said(text, [one.source[:2]]) for one in found] == [[source] for source in sources]


@pytest.mark.parametrize(
    "text",
    ["Ann Lee: 45 percent\n\nBo Stern: 40 percent\n\nAnn Lee and Bo Stern\n\nAnn Lee: 41 percent",
     "Main Street: Closed.\n\nDock Road: Open.\n\nMain Street: Closed again."],
)  # fmt: skip
def test_lists_under_names_are_no_script(text):
    assert find_script(read_document(text)) == []


@pytest.mark.parametrize(
    "text",
    ["NOTE: This was changed.\n\nUPDATE: Twice.", "HOLM: THE PIER\n\nRUIZ: ITS END\n\nPia Holm and Dana Ruiz met."],
)
def test_headings_in_capitals_are_no_script(text):
    assert find_script(read_document(text)) == []
