"""What captions say of the program's errors."""

import pandas as pd

from analysis.estimates import error_note


def test_too_few_coded_articles_correct_nothing_and_the_known_error_is_given():
    for ids in ([], ["a", "a", "b"]):
        note = error_note(pd.DataFrame({"article_id": ids}))
        assert note.startswith("not corrected for errors of the program") and "0.2 to 1.3 points too high" in note
        assert "docs/method.md" in note
