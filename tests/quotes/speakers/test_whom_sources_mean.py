"""Whom sources mean that have no full name: invented articles with the answer for each source."""

import pytest
from marked_texts import marked, resolved

from analysis.quotes import Attribution


def names(text):
    return [who.name for who in resolved(*marked(text))]


def kinds(text):
    return [who.kind for who in resolved(*marked(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is quoted within a quote did not speak last
        (
            "⟦Bo Stern⟧ said ⟪that the toll is too high⟫. “The toll is what Mayor Karl Lund wants,” ⟦he⟧ added ⟪on Monday⟫.",
            ["Bo Stern", "Bo Stern"],
        ),
        # he is not the one who says so
        ("Karl Lund left. “⟦He⟧ promised ⟪that the pier would stay⟫,” Bo Stern said.", ["Karl Lund"]),
        # the mayor is a mention of the mayor
        (
            "Mayor Karl Lund and the clerk Bo Stern met. Stern sat down. The mayor stayed. ⟦He⟧ said ⟪no⟫.",
            ["Karl Lund"],
        ),
        # an administration has a president
        (
            "Odalys Lund ran. The Lund administration grew. Bo Stern saw the president. ⟦The president⟧ said ⟪no⟫.",
            ["Odalys Lund"],
        ),
        # a spokeswoman is not he
        ("Karl Lund came. ⟦His spokeswoman⟧ said ⟪so⟫. ⟦He⟧ said ⟪no⟫.", [None, "Karl Lund"]),
        # a mother is not a man
        ("Karl Lund, the singer, came. ⟦The actress⟧ said ⟪so⟫.", [None]),
    ],
)
def test_he_she_and_offices(text, expected):
    assert names(text) == expected


def test_he_in_somebodys_quote_is_not_that_person():
    text = "Karl Lund left. Ada Quill stayed. “He promised a pier,” Bo Stern said. Stern sat down."
    outer = Attribution(((34, 55),), ((65, 69),), ((56, 64),), "direct", 1.0)
    inner = Attribution(((38, 53),), (), ((35, 37),), "indirect", 1.0)
    assert [who.name for who in resolved(text, [outer, inner])] == ["Bo Stern", "Karl Lund"]


def test_who_is_quoted_within_a_quote_did_not_speak_last():
    text = "Bo Stern said that Karl Lund wants a higher toll. It was late, he added."
    said = [
        Attribution(((14, 48),), ((9, 13),), ((0, 8),), "indirect", 1.0),
        Attribution(((35, 48),), ((29, 34),), ((19, 28),), "indirect", 1.0),
        Attribution(((50, 61),), ((66, 71),), ((63, 65),), "indirect", 1.0),
    ]
    assert [who.name for who in resolved(text, said)] == ["Bo Stern", "Karl Lund", "Bo Stern"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sen. Ada Quill and Sen. Bo Stern spoke. ⟦The senators⟧ said ⟪no⟫.", ["Ada Quill and Bo Stern"]),
        ("Ada Quill and Bo Stern spoke. ⟦Both⟧ said ⟪no⟫.", ["Ada Quill and Bo Stern"]),
        ("Ada Quill (D-Va.) and Bo Stern spoke. ⟦They⟧ said ⟪no⟫.", ["Ada Quill and Bo Stern"]),
        ("The Harbor Bank and the Marlow Company met. ⟦The companies⟧ said ⟪no⟫.", ["Harbor Bank and Marlow Company"]),
        ("Ada Quill and Bo Stern spoke. Karl Lund left. ⟦They⟧ said ⟪no⟫.", [None]),
        # places and institutions named since are not two people
        ("Ada Quill and Bo Stern wrote to the Harbor Senate in Ohio. ⟦They⟧ said ⟪no⟫.", ["Ada Quill and Bo Stern"]),
        ("Speaker Ada Quill and Senate majority leader Bo Stern met. ⟦They⟧ said ⟪no⟫.", ["Ada Quill and Bo Stern"]),
        # general nouns for two, and any noun in the plural for those who said something together
        ("Ada Quill and Bo Stern met. ⟦The candidates⟧ said ⟪no⟫.", ["Ada Quill and Bo Stern"]),
        ("⟦Ada Quill and Bo Stern⟧ said ⟪no⟫. It rained. ⟦The authors⟧ said ⟪so⟫.", ["Ada Quill and Bo Stern"] * 2),
        ("⟦Ada Quill⟧ said ⟪no⟫. It rained. ⟦The authors⟧ said ⟪so⟫.", ["Ada Quill", None]),
        ("Ada Quill, D-N.Y., and Bo Stern, R-Ohio, met. ⟦Each⟧ said ⟪no⟫.", ["Ada Quill and Bo Stern"]),
        ("Ada Quill and Bo Stern spoke. ⟦The lawmakers from the north⟧ said ⟪no⟫.", [None]),
        ("Ada Quill and Bo Stern spoke. ⟦The lawmaker⟧ said ⟪no⟫.", [None]),
    ],
)
def test_two_who_are_named_together(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met the Harbor Union, ⟦a group that⟧ wants ⟪more⟫.", ["Harbor Union"]),
        ("They met Ada Quill, ⟦a lawyer who⟧ wants ⟪more⟫.", ["Ada Quill"]),
        ("They met Sen. Ada Quill, R-Ky., ⟦who⟧ said ⟪no⟫.", ["Ada Quill"]),
        ("They met Sen. Ada Quill of Kentucky ⟦who⟧ said ⟪no⟫.", ["Ada Quill"]),
        ("Ada Quill wrote. As ⟦@AdaQuill⟧ says, ⟪no⟫. As ⟦@BoStern⟧ says, ⟪yes⟫.", ["Ada Quill", None]),
        ("Ada Lee-Quill spoke. ⟪The toll rises⟫, ⟦ALQ⟧ said.", ["Ada Lee-Quill"]),
    ],
)
def test_descriptions_behind_a_name_handles_and_initials(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦Harbor University at Marlow economist Ada Quill⟧ said ⟪so⟫.", ["Ada Quill"]),
        ("⟦Ada Quill executive director of the Harbor Fund⟧ said ⟪so⟫.", ["Ada Quill"]),
        ("⟦Acting Department of Harbors (DOH) Secretary Ada Quill⟧ said ⟪so⟫.", ["Ada Quill"]),
        ("⟦Another friend of the port, former director Ada Quill⟧, said ⟪so⟫.", ["Ada Quill"]),
        ("⟦The lawyer who wrote the letter, Ada Quill of Marlow⟧, said ⟪so⟫.", ["Ada Quill"]),
        ("⟦Sen. Ada Quill Ada Jo QuillStorm leaves the coast MORE⟧ said ⟪so⟫.", ["Ada Quill"]),
        ("⟦Members who met with Speaker Ada Quill Ada Jo QuillStorm MORE⟧ said ⟪so⟫.", [None]),
        ("⟦The port’s chief toll-writer, House Ways and Means Chairman Bo Stern,⟧ said ⟪so⟫.", [None]),
        ("⟦Acting Assistant Attorney General for Civil Rights Ada Quill⟧ said ⟪so⟫.", ["Ada Quill"]),
        ("⟦One of the panelists, Ada Quill, a writer,⟧ said ⟪so⟫.", ["Ada Quill"]),
        ("⟦Commander Ada J. White of the Navy⟧ said ⟪so⟫.", ["Ada J. White"]),
        ("⟦Ada Baker⟧ said ⟪so⟫.", ["Ada Baker"]),
        ("⟦Reps. Ada Quill and Bo Stern of Ohio⟧ said ⟪so⟫.", ["Ada Quill and Bo Stern"]),
        ("⟦Ada Quill (R-N.C.) and Bo Stern (R-Ohio), the two leaders⟧, said ⟪so⟫.", ["Ada Quill and Bo Stern"]),
        ("⟦Then-Secretary of Harbors Ada Quill⟧ said ⟪so⟫.", ["Ada Quill"]),
        ("⟦A counselor to the mayor, Ada Quill⟧, said ⟪so⟫.", ["Ada Quill"]),
        ("Odalys West came. ⟦West⟧ said ⟪so⟫. The West lost.", ["Odalys West"]),
        ("⟦Ada Quill’s spokesman⟧ said ⟪so⟫.", [None]),
        ("⟦Fort Marlow Mayor Ada Quill⟧ said ⟪so⟫.", ["Ada Quill"]),
        ("⟦Tea party favorite Rep. Ada West⟧ said ⟪so⟫.", ["Ada West"]),
    ],
)
def test_names_beside_what_somebody_is(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦The Russian government⟧ said ⟪no⟫.", ["Russian government"]),
        ("⟦Israeli police⟧ said ⟪no⟫. ⟦A Chinese company⟧ said ⟪yes⟫.", ["Israeli police", None]),
        ("⟦The city of Seattle⟧ said ⟪no⟫.", ["Seattle"]),
        ("⟦Sanz’ office⟧ said ⟪no⟫. ⟦Sanz campaign⟧ said ⟪yes⟫.", ["Sanz’ office", "Sanz campaign"]),
        ("The Marlow Herald came out. MSNBC did not. ⟦The newspaper⟧ said ⟪no⟫.", ["Marlow Herald"]),
        ("The airline Lunara grew. “Fine,” a man told Bo. ⟦The airline⟧ said ⟪no⟫.", ["Lunara"]),
        ("The data firm Lunara grew. ⟦Lunara⟧ said ⟪no⟫. ⟦The firm⟧ said ⟪yes⟫.", ["Lunara", "Lunara"]),
        ("Ada Quill, who works for the Harbor Trust, spoke. ⟦Her group⟧ said ⟪no⟫.", ["Harbor Trust"]),
    ],
)
def test_institutions(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦The balance of research⟧ says ⟪so⟫.", "document"),
        ("⟦Environmental groups⟧ say ⟪so⟫.", "group"),
        ("⟦The business community⟧ says ⟪so⟫.", "group"),
        ("⟦Both sides⟧ say ⟪so⟫.", "group"),
        ("⟦A voter who runs @HarborVotes⟧ said ⟪so⟫.", "unnamed_person"),
        ("⟦Native Swedes⟧ say ⟪so⟫.", "unnamed_person"),
        ("⟦The Harbor Platform⟧ says ⟪so⟫.", "document"),
        ("⟦A Marlow think tank⟧ says ⟪so⟫.", "organization"),
        ("⟦Anybody⟧ says ⟪so⟫.", "group"),
        ("⟦Cooperation⟧ says ⟪so⟫.", "document"),
        ("They met Public Citizen. ⟦Public Citizen⟧ said ⟪so⟫.", "organization"),
        ("⟦The powerful⟧ say ⟪so⟫.", "group"),
        ("⟦The 23-year-old⟧ said ⟪so⟫.", "unnamed_person"),
        ("⟦ABC World Tonight⟧ said ⟪so⟫.", "organization"),
    ],
)
def test_kinds(text, expected):
    assert kinds(text) == [expected]


def test_who_is_described_first_and_named_later():
    text = "⟦A harbor judge⟧ said ⟪no⟫. It was late.\n\nThe ruling of Bo Stern, a harbor judge, came on Monday."
    assert names(text) == ["Bo Stern"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doctors saw Ada Quill and Bo Stern. ⟦The doctors⟧ said ⟪no⟫.", [None]),
        ("Police held Ada Quill and Bo Stern. ⟦The officers⟧ said ⟪no⟫.", [None]),
        ("⟦Aides⟧ said ⟪that Ada Quill and Bo Stern stole⟫. ⟦They⟧ said ⟪so⟫.", [None, None]),
        ("⟦Ada Quill aide⟧ said ⟪no⟫.", [None]),
        ("⟦Ada Quill attorney⟧ said ⟪no⟫.", [None]),
        ("Robert Evans met Koen Timmermans. ⟦Timmermans⟧ said ⟪no⟫.", ["Koen Timmermans"]),
        ("Anna F. Porter, the mayor, spoke. ⟦AFP⟧ said ⟪no⟫.", ["AFP"]),
        ("Ada Quill, a longtime critic of Acme Corp, spoke. ⟦Her company⟧ said ⟪no⟫.", ["Ada Quill’s company"]),
        ("The Oberlin administration met. ⟦The president⟧ said ⟪no⟫.", [None]),
        ("The harbor was sold. ⟦The German company⟧ said ⟪no⟫.", [None]),
        ("Jane Washington came. ⟪No⟫, said ⟦@janewashingtonpost⟧.", [None]),
        ("Bo Stern fell ill. ⟦The elder Stern⟧ said ⟪no⟫.", [None]),
        ("Bo Stern fell ill. Then the older Mr. Stern spoke. ⟦The elder Mr. Stern⟧ said ⟪no⟫.", [None]),
        ("Bo Stern fell ill. ⟦Stern’s father⟧ said ⟪no⟫. ⟦Bo Stern’s wife⟧ said ⟪yes⟫.", [None, None]),
    ],
)
def test_a_name_nearby_is_not_taken_for_the_source(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize("source", ["The crew", "The cast", "A cabbie", "The bride"])
def test_a_noun_for_people_that_no_list_has_means_people(source):
    assert kinds(f"⟦{source}⟧ said ⟪no⟫.") in (["unnamed_person"], ["group"])
