"""Speakers merged and renamed by people: in the alias file, and in every table."""

import pandas as pd
import pytest

from analysis.aliases import load_aliases
from analysis.quotes import count_speakers
from analysis.review.application import use_speakers
from analysis.review.speaker_names import merge_speakers, part_speakers, speakers_alike


@pytest.fixture
def file(tmp_path):
    return tmp_path / "aliases.csv"


def uses(file):
    return load_aliases(file).speakers


def quotes(*names, kind="named_person"):
    return pd.DataFrame(
        {"article_id": [f"a{n}" for n in range(len(names))], "speaker": names, "speaker_kind": kind,
         "speaker_role": None, "outlet": "Post"}
    )  # fmt: skip


def test_merged_speakers_are_one_in_tables_and_counts(file):
    merge_speakers(["Bob Vale", "Bobby Vale"], "Robert Vale", coder="kim", path=file)
    assert uses(file) == {"bob vale": "Robert Vale", "bobby vale": "Robert Vale"}
    assert file.read_text().splitlines()[1].startswith('speaker,Bob Vale,Robert Vale,"kim, 20')
    own = quotes("Bob Vale", "BOBBY VALE", "Robert Vale", "Ann Lee", None)
    assert use_speakers(own["speaker"], uses(file)).fillna("").tolist() == ["Robert Vale"] * 3 + ["Ann Lee", ""]
    counted = count_speakers(own, aliases=load_aliases(file))
    assert counted[["speaker", "n"]].values.tolist() == [["Robert Vale", 3], ["Ann Lee", 1]]


def test_a_later_decision_replaces_an_earlier_one_and_names_follow(file):
    file.write_text("kind;name;use;note\r\noutlet;Star Online;Star;\r\n", newline="")
    merge_speakers("Bob Vale", "Robert Vale", path=file)
    merge_speakers("Robert Vale", "R. J. Vale", path=file)
    assert uses(file) == {"bob vale": "R. J. Vale", "robert vale": "R. J. Vale"}
    merge_speakers("Rob Vale", "Bob Vale", path=file)  # Bob Vale is R. J. Vale by now
    assert uses(file)["rob vale"] == "R. J. Vale"
    merge_speakers("Bob Vale", "Robert Quill", path=file)
    assert uses(file)["bob vale"] == "Robert Quill"
    assert load_aliases(file).outlets == {"star online": "Star"}
    assert file.read_bytes().startswith(b"kind;name;use;note\r\noutlet;Star Online;Star;\r\n")


def test_the_other_name_may_be_used_after_all(file):
    merge_speakers("Bob Vale", "Robert Vale", path=file)
    merge_speakers("Robert Vale", "Bob Vale", path=file)
    assert uses(file) == {"robert vale": "Bob Vale"}


def test_a_speaker_can_be_kept_apart_from_another_of_the_same_name(file):
    own = quotes("Ada Quill", "Ada Quill", "Quill")
    assert count_speakers(own)["n"].tolist() == [3]
    merge_speakers("Quill", "Quill", path=file)
    assert count_speakers(own, aliases=load_aliases(file))["n"].tolist() == [2, 1]


def test_different_speakers_stay_two_and_are_not_asked_about_again(file):
    own = quotes("Bob Vale", "Robert Vale", "Bob Vale", "Cal Vale")
    assert count_speakers(own)["n"].tolist() == [3, 1]  # a rule takes Bob for Robert
    part_speakers("Robert Vale", "Bob Vale", coder="kim", path=file)
    part_speakers("bob vale", "Robert Vale", path=file)  # said already
    assert len(file.read_text().splitlines()) == 2
    known = load_aliases(file)
    counts = count_speakers(own, aliases=known)
    assert counts[["speaker", "n"]].values.tolist() == [["Bob Vale", 2], ["Cal Vale", 1], ["Robert Vale", 1]]
    asked = {frozenset((pair.name, pair.other)) for pair in speakers_alike(counts, known)}
    assert asked == {frozenset(("Bob Vale", "Cal Vale")), frozenset(("Cal Vale", "Robert Vale"))}


def test_a_later_merge_takes_back_that_two_are_different(file):
    part_speakers("Bob Vale", "Robert Vale", path=file)
    merge_speakers("Bob Vale", "Robert Vale", path=file)
    assert load_aliases(file) == ({}, {"bob vale": "Robert Vale"}, frozenset())
    with pytest.raises(ValueError, match="uses one name for 'Bob Vale' and 'Robert Vale'; delete that line first"):
        part_speakers("Bob Vale", "Robert Vale", path=file)
    with pytest.raises(ValueError, match="give two names; not 'Bob Vale' and 'bob vale'"):
        part_speakers("Bob Vale", "bob vale", path=file)


def test_an_empty_name_is_refused(file):
    with pytest.raises(ValueError, match="a name is empty"):
        merge_speakers(["Bob Vale", " "], "Robert Vale", path=file)
    assert not file.exists()


def test_speakers_who_may_be_one_come_with_the_most_quoted_first():
    people = count_speakers(quotes("Ada Quill", "Ada Quill", "Cal Quill", "Bo Stern", "Bo Stern"))
    groups = count_speakers(quotes("Tax Bureau", "U.S. Tax Bureau", "Tax Bureaus", "Ports Bureau", kind="organization"))
    found = speakers_alike(pd.concat([people, groups]))
    assert [(pair.name, pair.other) for pair in found] == [
        ("Ada Quill", "Cal Quill"), ("Tax Bureau", "U.S. Tax Bureau"),
    ]  # fmt: skip
    assert found[0].n == 2 and found[0].other_variants == ["Cal Quill"]
