"""What a pattern of a story matches."""

import pandas as pd
import pytest

from analysis.stories import assign_stories


def hits(text, find, exclude=(), headline=None):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text], "headline": [headline]})
    found = assign_stories(articles, [{"name": "s", "find": find, "exclude": list(exclude), "least_hits": 1}])
    return found["n_hits"].sum()


@pytest.mark.parametrize(("text", "find", "n"), [
    ("ICE, the I.C.E. and Ice or ice; ICE's", "ICE", 3),  # capitals only, with and without full stops, possessive
    ("Migrants and a migrant; migration", "migrant*", 2),
    ("Migrants and a migrant; migration", "migrant", 1),
    ("tax return, tax\nreturns, TAX-RETURN, tax–return, taxreturn", "tax return*", 4),
    ("section 6103, not 61035", "6103", 1),
    ("a taxpayer’s record, a taxpayer's record", "taxpayer's record", 2),
    ("the tax returns", ["tax", "tax return*"], 1),  # the longer pattern is the hit
    ("nothing", "tax", 0),
    ("", "tax", 0),
    (None, "tax", 0),
])  # fmt: skip
def test_what_a_pattern_matches(text, find, n):
    assert hits(text, find) == n
