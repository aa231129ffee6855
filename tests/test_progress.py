"""What a person reads while a long step works."""

import io
import re

from analysis.progress import Progress


def last_line(out):
    return out.getvalue().strip().split("\r")[-1].strip()


def test_a_line_says_step_done_and_left():
    out = io.StringIO()
    with Progress(total=4, desc="quotes", unit="articles", file=out) as line:
        line.set_postfix_str("not yet: 04 06", refresh=False)
        line.update(2)
        line.refresh()
        assert re.fullmatch(r"quotes: 2 of 4 articles done, about \d+ s left, not yet: 04 06", last_line(out))


def test_before_the_first_and_after_the_last_part_it_says_how_long_it_took():
    out = io.StringIO()
    with Progress(total=4, desc="quotes", unit="articles", file=out) as line:
        assert re.fullmatch(r"quotes: 0 of 4 articles done, \d+ s so far", last_line(out))
        line.update(4)
        line.refresh()
        assert re.fullmatch(r"quotes: 4 of 4 articles done, \d+ s so far", last_line(out))


def test_of_a_step_whose_end_is_unknown_it_says_what_is_done():
    out = io.StringIO()
    for _ in Progress((n for n in range(3)), desc="ingest", unit="records", file=out):
        pass
    assert re.fullmatch(r"ingest: 3 records done, \d+ s so far", last_line(out))
