"""Subheads are known by their shape."""

import pytest

from analysis.articles.subheads import looks_like_subhead


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("What the court said", True), ("Who may see it?", True), ("‘Build the bridge’", True), ("It rained.", False), ("“No,” she said", False),
        ("lower case start", False), ("", False), ("The list:", False),
    ],
)  # fmt: skip
def test_subheads_by_shape(line, yes):
    assert looks_like_subhead(line) is yes
