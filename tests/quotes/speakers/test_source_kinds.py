"""The kind of a source as it is learned: what the word lists do not know, and where the rules keep the last word."""

import pytest
from marked_texts import marked, resolved

from analysis.quotes import Attribution
from analysis.quotes.speakers.discourse import Speaker
from analysis.quotes.speakers.source_kinds import KINDS, able_kinds, likeliest, merged


def kinds(text):
    return [who.kind for who in resolved(*marked(text))]


def chances(**given):
    return dict.fromkeys(KINDS, 0.0) | given


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A cabbie", "unnamed_person"),
        ("The bride", "unnamed_person"),
        ("The beekeepers", "group"),
        ("A flyer", "document"),
        ("The dossier", "document"),
    ],
)
def test_nouns_that_mean_the_like_of_listed_ones_are_of_their_kind(source, expected):
    assert kinds(f"⟦{source}⟧ said ⟪that it was late⟫.") == [expected]


@pytest.mark.parametrize("source", ["The crew", "The choir", "The president’s team"])
def test_nouns_for_several_people_are_groups(source):
    assert kinds(f"⟦{source}⟧ said ⟪that the road was closed⟫.") == ["group"]


def test_a_pronoun_is_no_description_of_who_speaks():
    [who] = resolved(*marked("What ⟦it⟧ says is ⟪that the road is closed⟫."))
    assert (who.kind, who.role) == ("document", None)


def test_the_likeliest_kind_is_taken_where_it_is_clearly_likelier_than_the_one_by_the_rules():
    assert likeliest(chances(document=0.6, organization=0.4), "organization") == "organization"  # 1.5
    assert likeliest(chances(document=0.7, organization=0.3), "organization") == "document"  # 2.3


def test_nobody_becomes_a_named_person_and_an_institution_by_its_own_words_keeps_its_name():
    assert able_kinds(None, Speaker()) == ("organization", "people", "document", "unknown")
    assert able_kinds(None, Speaker("Ada Quill", "named_person")) == KINDS
    [firm] = resolved(*marked("Bo Stern runs Mueller Ferries. ⟦Stern’s team⟧ said ⟪that it was late⟫."))
    assert (firm.name, firm.kind) == ("Bo Stern’s team", "organization")


def test_persons_without_a_name_and_groups_are_one_kind_to_learn():
    assert {merged(kind) for kind in ("group", "unnamed_person")} == {"people"}
    assert merged("document") == "document"


def test_the_rules_alone_decide_on_people_by_name_on_i_and_on_nobody():
    assert kinds("Ada Quill spoke. ⟦Ada Quill⟧ said ⟪no⟫. ⟦She⟧ said ⟪yes⟫.") == ["named_person"] * 2
    assert kinds("⟦Nobody at the ferry line⟧ said ⟪no⟫.") == ["unknown"]
    assert kinds("⟦Ada Quill⟧ said ⟪“It is late, and ⟦I⟧ think ⟪we lost⟫”⟫.") == ["named_person"] * 2


def test_a_full_name_without_a_given_name_that_is_known_may_be_an_institution_s():
    assert kinds("Of note, ⟦Harbor Action⟧ urged ⟪that lawmakers vote no⟫. ⟦Quorra Venn⟧ said ⟪yes⟫.") == [
        "organization",
        "named_person",
    ]


@pytest.mark.parametrize("source_spans", [(), ((11, 12),)])
def test_a_source_without_words_has_a_kind(source_spans):
    [who] = resolved("“It rains.”  Then it was late.", [Attribution(((0, 11),), (), source_spans, "direct", 1.0)])
    assert (who.name, who.kind) == (None, "unknown")
