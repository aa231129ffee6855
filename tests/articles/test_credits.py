"""Credit lines, and credits between paragraphs."""

import pytest
from invented_exports import AGAIN, STORY

from analysis.articles.credits import drop_credits, split_credit, turn_names


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ana Roe Reporter", ("Ana Roe", None)), ("Ana Roe and Tom Vale The Canadian Press", ("Ana Roe and Tom Vale", "The Canadian Press")),
        ("Tom Vale toronto star", ("Tom Vale", "Toronto Star")), ("Tom Vale OPINION Tom Vale covers rain.", ("Tom Vale", None)),
        ("Tom Vale and Jo May Tom Vale is a lawyer. Jo May is one too.", ("Tom Vale and Jo May", None)), ("News services", (None, None)),
        ("Jo May Special to The Ledger", ("Jo May", None)), ("Jo May, The Courier-Mail", ("Jo May", None)), (";", (None, None)),
        ("Jo May, Plains News Network", ("Jo May", "Plains News Network")), ("David Post", ("David Post", None)), ("Bloomberg News", (None, "Bloomberg News")),
        ("Jo Mayfeld, Dunmore Courier Service", ("Jo Mayfeld", "Dunmore Courier Service")), ("The Ledger", (None, None)),
    ],
)  # fmt: skip
def test_credits(words, expected):
    assert split_credit(words, "The Ledger") == expected


def test_credits_between_paragraphs():
    lines = [STORY, "The Ledger", f"{AGAIN}The LedgerIt went on.", "CP", "Breaking News", "News services"]
    assert drop_credits(lines, "The Ledger (Marlow)") == (
        [STORY, AGAIN, "It went on.", "Breaking News"],
        "The Canadian Press",
    )
    assert drop_credits([STORY], "") == ([STORY], None)
    assert turn_names("Lambie, Jo") == "Jo Lambie" and turn_names("Jo Lambie, Ana Roe") == "Jo Lambie, Ana Roe"
