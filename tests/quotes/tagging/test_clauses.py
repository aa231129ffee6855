"""Questions that are put to a source, in invented sentences; ⟦…⟧ marks what is no statement, ⟪…⟫ its cue."""

import re

import pytest

from analysis.quotes.document import read_document
from analysis.quotes.tagging.attributions import LinkedSpans
from analysis.quotes.tagging.clauses import without_questions_put
from analysis.quotes.tagging.spans import RoleSpan


@pytest.mark.parametrize(
    ("marked", "is_statement"),
    [
        ("The vote was close.\n\n⟪Asked⟫ ⟦whether he would resign⟧, Bo Stern left.", False),
        ("He called it “a plan.” ⟪Asked⟫ ⟦about the toll⟧, Ada Quill left.", False),
        ("Bo Stern was repeatedly ⟪asked⟫ ⟦whether he would resign⟧.", False),
        ("Ada Quill, when ⟪asked⟫ ⟦about the toll⟧, left.", False),
        ("A clerk ⟪asked⟫ ⟦whether Bo Stern would resign⟧.", True),
        ("The vote was close.\n\n⟪Asked⟫ again, ⟦he would resign⟧.", True),
    ],
)
def test_a_question_put_to_a_source_is_no_statement(marked, is_statement):
    text = re.sub("[⟦⟧⟪⟫]", "", marked)

    def span(role, opening, closing):
        words = marked[marked.index(opening) + 1 : marked.index(closing)]
        return RoleSpan(text.index(words), text.index(words) + len(words), role, words)

    one = LinkedSpans([span("content", "⟦", "⟧")], span("cue", "⟪", "⟫"), None)
    assert without_questions_put(read_document(text), [one]) == ([one] if is_statement else [])
