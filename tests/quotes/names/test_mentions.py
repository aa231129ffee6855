"""Names found in texts."""

from analysis.quotes.document import read_document
from analysis.quotes.names.mentions import find_mentions


def test_a_label_on_a_line_of_its_own_is_nobody():
    text = "Bo Stern may run.\n\nStory Continued Below\n\nAda Quill\n\nAda Quill and Stern did."
    assert [" ".join(m.words) for m in find_mentions(read_document(text))] == [
        "Bo Stern",
        "Ada Quill",
        "Ada Quill",
        "Stern",
    ]
