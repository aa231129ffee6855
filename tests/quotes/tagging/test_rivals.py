"""Of readings of the same words, the surest stays, or several that are surer together."""

import math

from hypothesis import given
from hypothesis import strategies as st

from analysis.quotes.tagging.attributions import Attribution
from analysis.quotes.tagging.rivals import without_rivals


def attribution(content, cue, confidence):
    return Attribution((content,), (cue,) if cue else (), (), "indirect", confidence)


@st.composite
def attributions(draw):
    spans = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))
    return attribution(draw(spans), draw(st.none() | spans), draw(st.sampled_from((0.1, 0.3, 0.5, 0.9))))


def characters(one):
    return {place for start, end in one.content_spans + one.cue_spans for place in range(start, end)}


def test_a_surer_reading_in_the_middle_beats_both_beside_it():
    left, middle, right = (attribution((s, s + 10), None, p) for s, p in ((0, 0.6), (8, 0.9), (16, 0.5)))
    assert without_rivals([left, middle, right]) == [middle]  # 1 + odds: 10 is more than 2.5 times 2


def test_two_readings_that_are_surer_together_beat_the_one_between_them():
    left, middle, right = (attribution((s, s + 10), None, p) for s, p in ((0, 0.6), (8, 0.9), (16, 0.8)))
    assert without_rivals([left, middle, right]) == [left, right]  # 2.5 times 5 is more than 10


def test_a_beaten_reading_beats_nobody():
    left, middle, right = (attribution((s, s + 10), None, p) for s, p in ((0, 0.9), (8, 0.8), (16, 0.7)))
    assert without_rivals([left, middle, right]) == [left, right]


def test_a_cue_inside_the_content_of_another_is_a_rival_and_a_source_is_none():
    outer = attribution((0, 40), (41, 45), 0.8)
    inner = attribution((60, 70), (20, 24), 0.7)
    beside = attribution((60, 70), (50, 54), 0.7)._replace(source_spans=((20, 24),))
    assert without_rivals([outer, inner]) == [outer]
    assert without_rivals([outer, beside]) == [outer, beside]


@given(st.lists(attributions(), max_size=12))
def test_what_stays_shares_nothing_and_what_goes_shares_something_with_what_stays(rated):
    chosen = without_rivals(rated)
    for i, one in enumerate(chosen):
        assert not any(characters(one) & characters(other) for other in chosen[i + 1 :])
    for one in rated:
        assert one in chosen or any(characters(one) & characters(other) for other in chosen)
    assert sorted(map(str, chosen)) == sorted(map(str, without_rivals(rated[::-1])))


@given(st.lists(attributions(), max_size=12))
def test_what_stays_is_worth_at_least_what_the_surest_alone_are(rated):
    greedy = []
    for one in sorted(rated, key=lambda a: (-a.confidence, a)):
        if not any(characters(one) & characters(other) for other in greedy):
            greedy.append(one)
    product = math.prod(1 / (1 - one.confidence) for one in without_rivals(rated))
    assert product >= math.prod(1 / (1 - one.confidence) for one in greedy) * (1 - 1e-9)


def test_what_lies_inside_the_content_of_another_counts_half_beside_it():
    outer, cut = attribution((0, 40), (41, 45), 0.8), attribution((0, 20), (41, 45), 0.7)
    inner, beside = attribution((30, 40), (25, 29), 0.55), attribution((30, 40), (46, 50), 0.55)
    assert without_rivals([outer, cut, inner]) == [outer]  # 1 + odds: 3.3 times the root of 2.2 is less than 5
    assert without_rivals([outer, cut, beside]) == [cut, beside]  # 3.3 times 2.2 is more
