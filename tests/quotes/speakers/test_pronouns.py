"""He and she: shares add up, depend only on what stands near, and are the same on any thread; the score on GAP."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from analysis.quotes import network
from analysis.quotes.document import read_document
from analysis.quotes.speakers import pronoun_network, pronouns
from analysis.quotes.speakers.discourse import Discourse
from analysis.quotes.speakers.pronoun_context import candidates
from analysis.quotes.speakers.pronoun_network import AFTER, BEFORE, shares
from analysis.quotes.speakers.pronouns import chances, resolve_pronoun
from gap import Passage, gap_f1, read_gap

MEETING = "Ada Quill met Olga Reyes at the harbor. Quill asked Reyes about the toll because she wanted a lower one."


def context_of(text):
    return Discourse(read_document(text)).pronoun_context


def test_shares_of_all_named_leave_the_rest_to_nobody():
    context = context_of(MEETING)
    found = shares(context, context.pronouns[0], [0, 1])
    assert found.min() > 0 and found.sum() < 1


def test_people_not_named_near_share_nobodys_part():
    context = context_of("Karl Lund left. " + "The toll was high in that year. " * 40 + MEETING)
    numbers = [[p.name for p in context.people].index(name) for name in ("Karl Lund", "Ada Quill")]
    far, near = shares(context, context.pronouns[0], numbers)
    assert near + 2 * far == pytest.approx(1)  # Lund, and nobody at all
    assert list(shares(context, context.pronouns[0], numbers[:1])) == [0.5]
    assert shares(context, context.pronouns[0], numbers[1:])[0] == pytest.approx(near)


def test_chances_come_in_the_order_of_the_candidates():
    context = context_of(MEETING)
    found = candidates(context, context.pronouns[0])
    assert chances(context, context.pronouns[0], found[::-1]) == pytest.approx(
        chances(context, context.pronouns[0], found)[::-1]
    )
    assert len(chances(context, context.pronouns[0], [])) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Quill thanked Olga Reyes for the loan. Quill said that she would pay it back.", "Ada Quill"),
        ("Karl Lund said he would resign after Bo Stern asked him to.", "Karl Lund"),
        pytest.param(
            "Bo Stern sued Karl Lund over the pier. A judge ordered Lund to pay, and he appealed.",
            "Karl Lund",
            marks=pytest.mark.xfail(reason="the network made by the committed script takes Bo Stern", strict=True),
        ),
        ("Ada Quill praised Olga Reyes, whose brother called her a born captain.", "Olga Reyes"),
    ],
)
def test_who_is_meant(text, expected):
    context = context_of(text)
    assert context.people[resolve_pronoun(context, context.pronouns[0]).number].name == expected


def test_what_is_read_does_not_grow_with_the_text(monkeypatch):
    lengths, run = [], network.run
    monkeypatch.setattr(pronoun_network, "run", lambda file, ids: lengths.append(len(ids)) or run(file, ids))
    context = context_of((MEETING + "\n\n") * 1000)
    for pronoun in context.pronouns[-3:]:
        resolve_pronoun(context, pronoun)
    assert len(lengths) == 3 and max(lengths) <= BEFORE + AFTER + 3  # the pronoun and two signs that frame the window


def test_far_text_changes_nothing():
    short, long = context_of(MEETING * 8), context_of(MEETING * 80)
    pronoun = short.pronouns[4]
    assert shares(short, pronoun, [0, 1]) == pytest.approx(shares(long, pronoun, [0, 1]), abs=0)


def test_any_number_of_threads_gives_the_same():
    contexts = [context_of(MEETING.replace("harbor", word)) for word in "pier port dock quay mole".split()] * 4
    alone = [shares(context, context.pronouns[0], [0, 1]) for context in contexts]
    with ThreadPoolExecutor(8) as pool:
        again = list(pool.map(lambda context: shares(context, context.pronouns[0], [0, 1]), contexts))
    assert np.array_equal(alone, again)


def test_a_missing_file_is_named(monkeypatch, tmp_path):
    context = context_of(MEETING)
    monkeypatch.setattr(pronoun_network, "MODEL", tmp_path / "pronoun_network.onnx")
    with pytest.raises(FileNotFoundError, match=r"pronoun_network.onnx is missing from .*install it again"):
        shares(context, context.pronouns[0], [0, 1])
    monkeypatch.setattr(pronouns, "MODEL", tmp_path / "pronouns.npz")
    with pytest.raises(FileNotFoundError, match=r"pronouns.npz is missing"):
        chances(context, context.pronouns[0], candidates(context, context.pronouns[0]))


@pytest.mark.slow
def test_he_and_she_on_gap(shared):
    passages = read_gap(shared / "coref" / "gap-validation.tsv.gz")
    found = gap_f1(passages, [chances(p.context, p.pronoun, p.found) for p in passages], least=0.15)
    assert found["all"] >= 76.5 and min(found.values()) >= 75


def test_gap_score_by_hand():
    passage = Passage(None, None, [], np.zeros((2, 1)), np.array([1, 0]), (0, 1), (True, False), "f")
    neither = passage._replace(meant=(False, False), gender="m")
    # A right (1 right), A wrongly named (1 wrong), one missed: 2 x 1 / (2 x 1 + 1 + 1) = 50 %
    chances = [np.array([0.9, 0.2]), np.array([0.6, 0.5]), np.array([0.05, 0.01])]
    assert gap_f1([passage, neither, passage], chances, least=0.1)["all"] == pytest.approx(50)
