"""Sources that give a name behind a role or the noun of an institution: invented articles with the speaker."""

import pytest
from marked_texts import marked, resolved


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # words of the name's own office, and what somebody is like
        ("⟦His wife, Harbor City police Sgt. Ada Quill,⟧ said ⟪it was late⟫.", "Ada Quill"),
        ("⟦Her lawyer, the soft-spoken Ada Quill,⟧ said ⟪it was late⟫.", "Ada Quill"),
        ("⟦A friend, a critic of Ada Quill,⟧ said ⟪it was late⟫.", None),
        # a role that ends in another’s, a given name alone
        ("⟦Counselor to the mayor, Ada Quill⟧ said ⟪it was late⟫.", "Ada Quill"),
        ("⟦His wife, Olga, a baker⟧ said ⟪it was late⟫.", "Olga"),
        # dashes, and quotation marks around the role
        ("⟦Both of those leaders -- Ada Quill and Bo Stern --⟧ said ⟪no⟫.", "Ada Quill and Bo Stern"),
        ("⟦Two of the judges – Justices Ada Quill and Bo Stern –⟧ said ⟪no⟫.", "Ada Quill and Bo Stern"),
        ("⟦One of the “harbor voters,” Ada Quill, a baker⟧ said ⟪no⟫.", "Ada Quill"),
        # a party and a state between two names
        ("⟦Sens. Ada Quill, D-Ohio, and Bo Stern, R-Utah,⟧ said ⟪no⟫.", "Ada Quill and Bo Stern"),
        # institutions
        ("⟦A new interest group, Demand Harbors,⟧ said ⟪no⟫.", "Demand Harbors"),
        ("⟦One of the centers, Quill Memorial Hospital,⟧ said ⟪no⟫.", "Quill Memorial Hospital"),
        ("⟦A group, which met on Monday,⟧ said ⟪no⟫.", None),
    ],
)
def test_the_name_in_apposition_speaks(text, expected):
    assert [who.name for who in resolved(*marked(text))] == [expected]
