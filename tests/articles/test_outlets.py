"""Names of outlets: which two mean one, which outlet a folder is named after."""

import pytest

from analysis.articles.outlets import outlet_from_folder, same_outlet


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("The Marlow Ledger", "Marlow Ledger", True), ("USA TODAY", "USAToday", True), ("marlowledger.com", "The Marlow Ledger", True),
        ("Marlow Ledger - News", "The Marlow Ledger", True), ("The Ledger", "The Post", False), ("", "The Post", False), ("The", "The", False),
    ],
)  # fmt: skip
def test_same_outlet(a, b, same):
    assert same_outlet(a, b) is same


def test_outlets_from_folders():
    assert [outlet_from_folder(f) for f in ["the-post-of-marlow", "Post & Star", "data", "valle_nueva"]] == [
        "The Post of Marlow", "Post & Star", None, "Valle Nueva",
    ]  # fmt: skip
