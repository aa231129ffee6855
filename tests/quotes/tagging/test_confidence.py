"""How sure an attribution is."""

import numpy as np
import pytest

from analysis.quotes import read_document
from analysis.quotes.tagging.acts import meaning
from analysis.quotes.tagging.attributions import LinkedSpans
from analysis.quotes.tagging.confidence import cue_meaning, rate
from analysis.quotes.tagging.spans import RoleSpan


def linked(text, *, content, cue, source):
    spans = [
        RoleSpan(text.index(words), text.index(words) + len(words), role, words, probability=0.8)
        for role, words in (("content", content), ("cue", cue), ("source", source))
    ]
    return LinkedSpans(spans[:1], *spans[1:])


def confidence(cue):
    text = f"Ann Lee {cue} the new plan for the pier."
    [rated] = rate(read_document(text), [linked(text, content="the new plan for the pier", cue=cue, source="Ann Lee")])
    return rated.confidence


@pytest.mark.parametrize(("saying", "act"), [("described", "carried"), ("criticized", "painted"), ("denied", "drove")])
def test_a_saying_is_surer_than_an_act_in_the_same_sentence(saying, act):
    assert confidence(saying) > confidence(act)


def test_the_meaning_of_a_cue_is_that_of_its_words_and_of_its_last_word():
    both = cue_meaning("did not say")
    assert np.array_equal(both, np.concatenate([meaning("did not say"), meaning("say")]))


def test_a_cue_that_has_no_visible_sign_means_nothing():
    zero_width_space = "\u200b"
    assert not cue_meaning(zero_width_space).any()
    assert 0 < confidence(zero_width_space) < 1
