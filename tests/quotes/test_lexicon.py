"""The word lists of the quote engine."""

import pytest

from analysis.quotes import lexicon


def test_word_lists_are_clean():
    lists = {key: " ".join(lexicon.words(key)) for key in lexicon.list_names()}
    assert not lexicon.words("male") & lexicon.words("female")
    assert all(value == value.lower() for value in lists.values())
    with pytest.raises(KeyError, match="no word list 'genders'"):
        lexicon.words("genders")
