"""What is wrong with the description of a story."""

import pytest

from analysis.stories import validate_stories


@pytest.mark.parametrize(("stories", "message"), [
    ([{"name": "s", "find": ["x"], "label": ["a", "b"]}], r"story s has the label \['a', 'b'\]; give its name in charts"),
    ([{"name": ["s"], "find": ["x"]}], "the name of a story is"),
    ([{"name": "s", "find": ["x"], "finds": []}], "unknown key 'finds'; allowed are: name, label, find, exclude, least_hits"),
    ([{"find": ["x"]}], "lacks name"),
    ([{"name": "s"}], "story s lacks find"),
    ([{"name": "s", "find": []}], "story s lacks find"),
    ([{"name": "s", "find": ["*"]}], "would match anything"),
    ([{"name": "s", "find": [6103]}], "put it in quotation marks"),
    ([{"name": "s", "find": ["x"], "least_hits": 0}], "least_hits 0; give a whole number from 1"),
    ([{"name": "s", "find": ["x"]}, {"name": "s", "find": ["y"]}], "two stories named 's'"),
    (["tax"], "is not an entry"),
    ("tax", "give a list of entries"),
])  # fmt: skip
def test_what_is_wrong_with_an_entry(stories, message):
    with pytest.raises(ValueError, match=message.replace("*", r"\*")):
        validate_stories(stories)
