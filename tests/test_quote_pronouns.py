"""He and she by the network that reads the text: shares add up, depend on what stands near only, and are the same on any thread."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from analysis.quotes import network
from analysis.quotes.speakers import pronoun_network, pronouns
from analysis.quotes.speakers.discourse import read_article
from analysis.quotes.speakers.pronoun_clues import candidates
from analysis.quotes.speakers.pronoun_network import AFTER, BEFORE, shares
from analysis.quotes.speakers.pronouns import chances, resolve_pronouns

MEETING = "Ada Quill met Olga Reyes at the harbor. Quill asked Reyes about the toll because she wanted a lower one."


def scene_of(text):
    return read_article(text).scene


def test_shares_of_all_named_leave_the_rest_to_nobody():
    scene = scene_of(MEETING)
    found = shares(scene, scene.pronouns[0], [0, 1])
    assert found.min() > 0 and found.sum() < 1


def test_people_not_named_near_share_nobodys_part():
    scene = scene_of("Karl Lund left. " + "The toll was high in that year. " * 40 + MEETING)
    numbers = [[p.name for p in scene.people].index(name) for name in ("Karl Lund", "Ada Quill")]
    far, near = shares(scene, scene.pronouns[0], numbers)
    assert near + 2 * far == pytest.approx(1)  # Lund, and nobody at all
    assert list(shares(scene, scene.pronouns[0], numbers[:1])) == [0.5]
    assert shares(scene, scene.pronouns[0], numbers[1:])[0] == pytest.approx(near)


def test_chances_come_in_the_order_of_the_candidates():
    scene = scene_of(MEETING)
    found = candidates(scene, scene.pronouns[0])
    assert chances(scene, scene.pronouns[0], found[::-1]) == pytest.approx(
        chances(scene, scene.pronouns[0], found)[::-1]
    )
    assert len(chances(scene, scene.pronouns[0], [])) == 0


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Ada Quill thanked Olga Reyes for the loan. Quill said that she would pay it back.", "Ada Quill"),
        ("Karl Lund said he would resign after Bo Stern asked him to.", "Karl Lund"),
        ("Bo Stern sued Karl Lund over the pier. A judge ordered Lund to pay, and he appealed.", "Karl Lund"),
        ("Ada Quill praised Olga Reyes, whose brother called her a born captain.", "Olga Reyes"),
    ],
)
def test_who_is_meant(text, expected):
    scene = scene_of(text)
    assert scene.people[resolve_pronouns(scene, scene.pronouns)[0]].name == expected


def test_what_is_read_does_not_grow_with_the_text(monkeypatch):
    lengths, run = [], network.run
    monkeypatch.setattr(pronoun_network, "run", lambda file, ids: lengths.append(len(ids)) or run(file, ids))
    scene = scene_of((MEETING + "\n\n") * 1000)
    resolve_pronouns(scene, scene.pronouns[-3:])
    assert len(lengths) == 3 and max(lengths) <= BEFORE + AFTER + 3  # the pronoun and two signs that frame the window


def test_far_text_changes_nothing():
    short, long = scene_of(MEETING * 8), scene_of(MEETING * 80)
    pronoun = [p for p in short.pronouns][4]
    assert shares(short, pronoun, [0, 1]) == pytest.approx(shares(long, pronoun, [0, 1]), abs=0)


def test_any_number_of_threads_gives_the_same():
    scenes = [scene_of(MEETING.replace("harbor", word)) for word in "pier port dock quay mole".split()] * 4
    told = [shares(scene, scene.pronouns[0], [0, 1]) for scene in scenes]
    with ThreadPoolExecutor(8) as pool:
        again = list(pool.map(lambda scene: shares(scene, scene.pronouns[0], [0, 1]), scenes))
    assert np.array_equal(told, again)


def test_a_missing_file_is_named(monkeypatch, tmp_path):
    scene = scene_of(MEETING)
    monkeypatch.setattr(pronoun_network, "MODEL", tmp_path / "pronoun_network.onnx")
    with pytest.raises(FileNotFoundError, match="pronoun_network.onnx is missing from .*install it again"):
        shares(scene, scene.pronouns[0], [0, 1])
    monkeypatch.setattr(pronouns, "MODEL", tmp_path / "pronouns.npz")
    pronouns._model.cache_clear()
    with pytest.raises(FileNotFoundError, match="pronouns.npz is missing"):
        chances(scene, scene.pronouns[0], candidates(scene, scene.pronouns[0]))
