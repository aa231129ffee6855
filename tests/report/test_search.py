"""The pages to search: every row stands on one of them."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.report.search import paged

ROWS = st.lists(st.lists(st.text(max_size=30), min_size=1, max_size=3))


@given(rows=ROWS, most_chars=st.integers(1, 200))
def test_pages_hold_every_row_once_and_in_order_and_no_more_than_fits(rows, most_chars):
    pages = list(paged(rows, most_chars))
    assert [row for page in pages for row in page] == rows
    assert all(len(page) == 1 or sum(len(str(row)) for row in page) <= most_chars for page in pages if page)
    assert len(pages) >= 1 and all(pages[1:])
