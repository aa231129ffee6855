"""Whom a description means, before or after the article says what the person is: invented articles."""

import pytest
from marked_texts import marked, resolved


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sen. Ada Quill spoke. ⟦The two-term senator⟧ said ⟪it was late⟫.", "Ada Quill"),
        ("Ada Quill, the mayor, met Bo Stern, a baker. ⟦The mayor⟧ said ⟪it was late⟫.", "Ada Quill"),
        # a person's party rules others out
        (
            "Ada Quill, a Democratic senator, met Bo Stern, a Republican senator. ⟦The Republican senator⟧ said ⟪no⟫.",
            "Bo Stern",
        ),
        # another rank or place is another person
        ("Vice President Ada Quill met President Bo Stern. ⟦The vice president⟧ said ⟪it was late⟫.", "Ada Quill"),
        (
            "Kentucky Sen. Ada Quill met Ohio Sen. Bo Stern. ⟦The Kentucky senator⟧ said ⟪it was late⟫.",
            "Ada Quill",
        ),
        # nobody named is one
        ("Ada Quill, a baker, met Bo Stern, a lawyer. ⟦The judge⟧ said ⟪it was late⟫.", None),
        ("Ada Quill met two clerks. ⟦A former county judge⟧ said ⟪it was late⟫.", None),
        # "the official said" is no role of the person named before it
        ("They had asked Ada Quill, ⟦the official⟧ said ⟪it was late⟫.", None),
    ],
)
def test_a_description_means_who_fits_it_or_nobody(text, expected):
    [who] = resolved(*marked(text))
    assert who.name == expected
