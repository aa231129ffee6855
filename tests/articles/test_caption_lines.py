"""Captions and credits are parted (all invented)."""

import pytest

from analysis.articles.caption_lines import split_caption


@pytest.mark.parametrize(
    ("line", "text", "credit"),
    [
        ("The court in March. (Jo Roe/The Ledger)", "The court in March.", "Jo Roe/The Ledger"),
        ("The court. (Photo by Jo Roe)", "The court.", "Jo Roe"),
        ("Image copyright Jo Roe Agency Image caption The court in March", "The court in March", "Jo Roe Agency"),
        ("The court in March. Jo Roe/AFP/Getty Images", "The court in March.", "Jo Roe/AFP/Getty Images"),
        ("Image The court in March. Credit Jo Roe for The Ledger", "The court in March.", "Jo Roe for The Ledger"),
        ("The court in March. | AP Photo", "The court in March.", "AP Photo"),
        ("FILE - The court in March. (AP Photo/Jo Roe, File)", "FILE - The court in March.", "AP Photo/Jo Roe, File"),
    ],
)
def test_caption_and_credit_are_parted(line, text, credit):
    assert split_caption(line) == (text, credit)
