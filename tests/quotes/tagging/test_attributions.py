"""Contents gathered at their cues. All texts are invented."""

from analysis.quotes import find_attributions, read_document


def test_a_quotation_over_paragraphs_with_two_cues_is_divided_between_them():
    text = (
        "“The pier fell,” Ada Quill said. “It fell twice.\n\n“Nobody came to mend it.\n\n"
        "“So we closed it for good,” Quill said. “Nobody may walk there.”"
    )
    found = [[text[s:e] for s, e in a.content_spans] for a in find_attributions(read_document(text))]
    assert found == [
        ["“The pier fell,”", "“It fell twice.", "“Nobody came to mend it."],
        ["“So we closed it for good,”", "“Nobody may walk there.”"],
    ]


def test_a_quotation_over_paragraphs_with_one_cue_is_one():
    text = "“It fell twice.\n\n“Nobody came to mend it.\n\n“So we closed it for good,” Ada Quill said on Monday."
    [found] = find_attributions(read_document(text))
    assert [text[s:e] for s, e in found.content_spans] == [
        "“It fell twice.", "“Nobody came to mend it.", "“So we closed it for good,”"
    ]  # fmt: skip
