"""What a person reads while a long step works."""

import io

from analysis.progress import Progress


def last_line(out):
    return out.getvalue().strip().split("\r")[-1].strip()


def test_a_line_says_step_done_and_left():
    out = io.StringIO()
    with Progress(total=4, desc="quotes", unit="articles", file=out) as line:
        line.set_postfix_str("not yet: 04 06", refresh=False)
        line.update(2)
        line.refresh()
        assert last_line(out).startswith("quotes: 2 of 4 articles done, 00:0")
        assert last_line(out).endswith(" left, not yet: 04 06")


def test_of_a_step_whose_end_is_unknown_it_says_what_is_done():
    out = io.StringIO()
    for _ in Progress((n for n in range(3)), desc="ingest", unit="records", file=out):
        pass
    assert last_line(out).startswith("ingest: 3 records done, after 00:0")
