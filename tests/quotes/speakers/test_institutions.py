"""Which institution "the agency", "the Quill campaign" or "his office" means: invented articles."""

import pytest
from marked_texts import marked, resolved


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose it is, named or not
        ("⟦The Quill campaign⟧ said ⟪it won⟫. ⟦The campaign⟧ added ⟪that it was late⟫.", ["Quill campaign"] * 2),
        ("Ada Quill won. ⟦Her office⟧ said ⟪it was late⟫.", ["Ada Quill’s office"]),
        ("Ada Quill won. ⟦Quill’s office⟧ said ⟪it was late⟫.", ["Ada Quill’s office"]),
        # the last named of two that fit
        (
            "The Harbor Revenue Service met the Tide Safety Agency. ⟦The agency⟧ said ⟪it was late⟫.",
            ["Tide Safety Agency"],
        ),
        # an administration is a leader's, and an agency is called one only by name
        (
            "The Stern administration met the Tide Safety Administration. ⟦The administration⟧ said ⟪it was late⟫.",
            ["Stern administration"],
        ),
        (
            "The Tide Safety Administration met. ⟦The administration⟧ said ⟪no⟫. ⟦The agency⟧ said ⟪so⟫.",
            [None, "Tide Safety Administration"],
        ),
        # what says where it is from, or who has it, is no part of its name
        (
            "⟦New York-based Quill Bank⟧ said ⟪so⟫. ⟦The Whig-controlled Harbor Senate⟧ said ⟪no⟫.",
            ["Quill Bank", "Harbor Senate"],
        ),
        ("Given ⟦CNN⟧ says ⟪it was late⟫, we left.", ["CNN"]),
        # a company that only the words beside it tell to be one
        (
            "The data firm Quill Dynamics sued. It met the Harbor Union. ⟦The company⟧ said ⟪it was late⟫.",
            ["Quill Dynamics"],
        ),
        # its head noun tells an institution, not the place in its name
        ("The Harbor Court of Appeals met. ⟦The appeals court⟧ said ⟪it was late⟫.", ["Harbor Court of Appeals"]),
        ("⟦A company, Quill Dynamics,⟧ said ⟪it was late⟫.", ["Quill Dynamics"]),
        # a number in its name
        ("Fox grew. ⟦Fox 5 DC⟧ said ⟪it was late⟫. ⟦Channel 2⟧ said ⟪no⟫.", ["Fox 5 DC", "Channel 2"]),
        ("⟦The Tidish broadcaster TQ4⟧ said ⟪it was late⟫.", ["TQ4"]),
        (
            "⟦The 19th Circuit⟧ said ⟪so⟫. ⟦The 19th U.S. Circuit Court of Appeals⟧ said ⟪no⟫.",
            ["19th Circuit", "19th U.S. Circuit Court of Appeals"],
        ),
        (
            "The Harbor Supreme Court met. The 19th Circuit ruled on Monday. ⟦The court⟧ said ⟪it was late⟫.",
            ["19th Circuit"],
        ),
        ("The 19th Circuit Court of Appeals met. ⟦The appeals court⟧ said ⟪no⟫.", ["19th Circuit Court of Appeals"]),
        ("On March 9th ⟦Harbor City Council⟧ said ⟪no⟫.", ["Harbor City Council"]),
        ("⟦STAFFER 1⟧: ⟪It was late.⟫", [None]),
        # several of them, or none named: nobody
        (
            "The Harbor Agency closed. ⟦Some in the agency⟧ said ⟪it was late⟫. ⟦Agencies in Ohio⟧ said ⟪no⟫.",
            [None, None],
        ),
        ("The Harbor Revenue Service closed. ⟦The agencies⟧ said ⟪it was late⟫.", [None]),
        ("Ada Quill left. ⟦The committee⟧ said ⟪it was late⟫.", [None]),
    ],
)
def test_an_institution_is_led_back_to_its_name(text, expected):
    found = resolved(*marked(text))
    assert [who.name for who in found] == expected
