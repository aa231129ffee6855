"""Words in the wrong mouth, and other faults of names and speakers: invented texts with the answer beside each.

Sources stand in ⟦…⟧ and contents in ⟪…⟫, so that these tests are about who is meant, not about where the source is.
"""

import pandas as pd
import pytest
from marked_texts import marked, resolved

from analysis.aliases import Aliases
from analysis.quotes import count_speakers


def names(text):
    return [who.name for who in resolved(*marked(text))]


RELATIVE = "President Stern left Marlow on Monday, and Stern took the first lady, Olga Stern, with him. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            RELATIVE + "“⟪We will win⟫,” ⟦Stern⟧ said. He was tired. “⟪Yes⟫,” ⟦President Stern⟧ said.",
            ["President Stern"] * 2,
        ),
        (RELATIVE + "“⟪It is late⟫,” ⟦Mrs. Stern⟧ said.", ["Olga Stern"]),
        # in news style the full name comes first
        ("Olga Stern, the mayor, spoke. “⟪No⟫,” ⟦Stern⟧ said. “⟪It is⟫,” ⟦Mayor Stern⟧ said.", ["Olga Stern"] * 2),
        (
            "Quill left early. Quill had to vote. Quill’s son, Karl Quill, stayed. Quill is ill, and Quill is old, and "
            "Quill never smiled. “⟪No⟫,” ⟦Quill⟧ said. “⟪Go⟫,” ⟦Karl Quill⟧ said.",
            ["Quill", "Karl Quill"],
        ),
        (
            "Governor Lund spoke. Lund said little, and Lund’s sister, Rosa Lund, said less. He smiled. “⟪Fine⟫,” ⟦Lund⟧ said.",
            ["Governor Lund"],
        ),
        # two people named in full: whom the article mostly means
        (
            "Rosa Lund runs. ⟦Lund⟧ said ⟪so⟫. Lund spoke again, and Lund left. Her brother Karl Lund stayed away. "
            "Then the crowd went home, and the doors of the hall were shut, and the lights were put out one by one. ⟦Lund⟧ said ⟪no⟫.",
            ["Rosa Lund", "Rosa Lund"],
        ),
    ],
)
def test_a_surname_alone_means_whom_the_article_mostly_means(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Impeach Lund, a sign read. Gov. Bo Lund came. “⟪No⟫,” ⟦Lund⟧ said.", ["Bo Lund"]),
        ("Signs said Remember Lund. Bo Lund, the mayor, came. “⟪No⟫,” ⟦Lund⟧ said.", ["Bo Lund"]),
        ("He spoke in Congress Lund said. Bo Lund, the senator, came. “⟪No⟫,” ⟦Congress Lund⟧ said.", ["Bo Lund"]),
        ("Team Lund met. Bo Lund, the senator, came. “⟪No⟫,” ⟦Lund⟧ said.", ["Bo Lund"]),
        ("Will President Lund run? Bo Lund, the president, came. “⟪No⟫,” ⟦Lund⟧ said.", ["Bo Lund"]),
        ("“⟪No⟫,” said ⟦Defendant Bo Lund⟧. “⟪Yes⟫,” said ⟦Lund⟧.", ["Bo Lund"] * 2),
        ("Kwame Rose came. “⟪No⟫,” said ⟦Rose⟧.", ["Kwame Rose"]),  # a given name that no list has, a noun as surname
    ],
)
def test_a_word_before_a_surname_that_is_no_given_name_makes_no_person(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("⟦Riders at the terminal⟧ said ⟪so⟫.", "unnamed_person"),
        ("⟦Cyclists⟧ told them ⟪so⟫.", "unnamed_person"),
        ("⟦Brits⟧ said ⟪they would stay at home⟫.", "unnamed_person"),
        ("⟦Omanis⟧ said ⟪no⟫. ⟦Iowans⟧ said ⟪yes⟫.", "group"),
        ("⟦Teamsters⟧ said ⟪so⟫.", "unnamed_person"),
        ("⟦Retirees⟧ said ⟪so⟫.", "group"),
        ("Bo Stern came with Pia Stern. ⟦The Sterns⟧ said ⟪so⟫.", "group"),
        ("⟦Councillors⟧ said ⟪the plan would cost too much⟫.", "unnamed_person"),  # whose office lets them know
        ("They met Waters. ⟦Waters⟧ said ⟪so⟫.", "named_person"),
        ("⟦Sanders⟧ said ⟪so⟫.", "named_person"),
        ("⟦Evans⟧ said ⟪so⟫.", "named_person"),
    ],
)
def test_a_plural_noun_that_opens_a_sentence_is_nobody_by_name(text, kind):
    found = resolved(*marked(text))
    assert {who.kind for who in found} == {kind}
    assert all((who.name is None) == (kind != "named_person") for who in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last night ⟦Khaled Mahmud, a Labour MP,⟧ said ⟪he was worried⟫.", ["Khaled Mahmud"]),
        ("⟦The Conservative MP Bo Stern⟧ said ⟪the plan was dead⟫.", ["Bo Stern"]),
        ("⟦Pia Holm MP⟧ said ⟪so⟫. ⟦Ms Holm⟧ said ⟪she would vote against it⟫.", ["Pia Holm", "Pia Holm"]),
        ("⟦NDP MP Pia Holm⟧ said ⟪so⟫. ⟦Congress MLA Bo Nair⟧ said ⟪it was not⟫.", ["Pia Holm", "Bo Nair"]),
        ("⟦Pia Holm MSP⟧ said ⟪so⟫. ⟦Cllr Bo Stern⟧ said ⟪no⟫.", ["Pia Holm", "Bo Stern"]),
        ("⟦Rosa Lund, QC,⟧ said ⟪so⟫. ⟦Lund⟧ said ⟪no⟫.", ["Rosa Lund", "Rosa Lund"]),
        ("⟦A Labour MP⟧ said ⟪so⟫.", [None]),
    ],
)
def test_posts_and_honors_are_no_part_of_a_name(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦Marta “Shorty” Ruiz⟧ said ⟪so⟫. ⟦Ruiz⟧ said ⟪no⟫.", ["Marta “Shorty” Ruiz"] * 2),
        ("⟦Robert (Bob) Stern⟧ said ⟪so⟫. ⟦Stern⟧ said ⟪no⟫.", ["Robert (Bob) Stern"] * 2),
        ('⟦Karl "Big Ed" Lund⟧ said ⟪so⟫. ⟦Lund⟧ said ⟪no⟫.', ['Karl "Big Ed" Lund'] * 2),
        ("“⟪Senseless⟫,” said ⟦a homeless man who goes by the name “Shorty.”⟧", ["Shorty"]),
        ("“⟪I sleep here⟫,” said ⟦a man who identified himself as Bo Stern⟧.", ["Bo Stern"]),
        ("“⟪I sleep here⟫,” said ⟦a man⟧ who identified himself as Bo Stern.", ["Bo Stern"]),
        ("“⟪I sleep here⟫,” said ⟦a passenger who gave her name as Ada Quill⟧.", ["Ada Quill"]),
        ("“⟪I sleep here⟫,” said ⟦a woman who gave only her first name, Ada⟧.", ["Ada"]),
        ("“⟪I sleep here⟫,” said ⟦a student who asked to be called Rosa⟧.", ["Rosa"]),
        ("“⟪I sleep here⟫,” said ⟦a man who met Bo Stern⟧.", [None]),
    ],
)
def test_nicknames_and_names_given_in_a_clause(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a given name or a surname that is also a noun, at the head of a sentence
        ("Bill Stern, the mayor, came. ⟦Bill⟧ said ⟪so⟫.", ["Bill Stern"]),
        ("⟦Grant⟧ said ⟪no⟫. Olaf Grant, the mayor, came.", ["Olaf Grant"]),
        ("Mark Lund came. ⟦Mark⟧ said ⟪so⟫.", ["Mark Lund"]),
        ("Ada Page, a lawyer, came. ⟦Page⟧ said ⟪so⟫.", ["Ada Page"]),
        ("Ada Page, a lawyer, came. ⟦The page⟧ said ⟪so⟫.", [None]),
        # Van is a given name, or the first word of a surname
        ("⟦Van Quill⟧ said ⟪so⟫. ⟦Quill⟧ said ⟪no⟫.", ["Van Quill"] * 2),
        ("⟦Van Quill⟧ said ⟪so⟫. Sen. Bo Van Quill came.", ["Bo Van Quill"]),
        # a web page's link that is glued to a name given twice
        (
            "Sens. Bo Quill Robert (Bo) Stern QuillWhy Unions Are Late voted. ⟦Quill⟧ said ⟪so⟫.",
            ["Bo Quill"],
        ),
        # initials that open the lines of an interview
        ("Ada Quill met Bo Stern.\n\n⟦AQ⟧: ⟪It is late.⟫\n\n⟦BS⟧: ⟪It is.⟫", ["Ada Quill", "Bo Stern"]),
        # an office with "of" in it
        ("⟦White House chief of staff Bo Stern⟧ said ⟪so⟫.", ["Bo Stern"]),
        ("⟦House of Lords Speaker Bo Stern, a lawyer,⟧ said ⟪so⟫.", ["Bo Stern"]),
        ("⟦Bank of Ohio CEO Bo Stern⟧ said ⟪so⟫. ⟦The Bank of Ohio⟧ said ⟪no⟫.", ["Bo Stern", "Bank of Ohio"]),
        # whose teacher she is, is not the teacher
        ("Ada Quill came late. ⟦Her high school teacher⟧ said ⟪so⟫.", [None]),
        ("Ada Quill met Anna Quist.\n\n⟦AQ⟧: ⟪It is late.⟫", ["AQ"]),
    ],
)
def test_names_that_are_also_other_words(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("⟦A job posting⟧ said ⟪so⟫. ⟦The returns⟧ showed ⟪no⟫. ⟦The caption⟧ read ⟪no⟫.", "document"),
        ("⟦The tech giant⟧ said ⟪so⟫. ⟦The broadcaster⟧ said ⟪no⟫. ⟦The military⟧ said ⟪no⟫.", "organization"),
        (
            "⟦Accusers⟧ said ⟪so⟫. ⟦About 6 in 10 voters⟧ said ⟪no⟫. ⟦Two-thirds⟧ said ⟪no⟫. ⟦Retirees⟧ said ⟪no⟫.",
            "group",
        ),
        ("⟦The families⟧ said ⟪so⟫. ⟦Political “experts”⟧ said ⟪no⟫. ⟦Bo’s fringe⟧ said ⟪no⟫.", "group"),
        ("⟦One accuser⟧ said ⟪so⟫. ⟦A tipster⟧ said ⟪no⟫. ⟦The retired neurosurgeon⟧ said ⟪no⟫.", "unnamed_person"),
        ("It was late. ⟦They⟧ said ⟪so⟫.", "group"),
    ],
)
def test_sources_have_a_kind_where_something_is_said(text, kind):
    assert {who.kind for who in resolved(*marked(text))} == {kind}


def test_two_people_whose_surnames_look_alike_are_counted_apart():
    printed = ["Van Quill", "Bo Quill", "Quill", "Bo Quill", "Van Stern", "Ada Van Stern"]
    quotes = pd.DataFrame({"article_id": list("abcdef"), "speaker": printed, "outlet": "Post", "speaker_role": None})
    found = count_speakers(quotes.assign(speaker_kind="named_person"))
    assert dict(found[["speaker", "n"]].values) == {"Bo Quill": 3, "Ada Van Stern": 2, "Van Quill": 1}


def test_the_analysts_alias_wins_over_every_rule():
    printed = ["Ada Quill", "Quill", "A. Q. Stern", "Bo Stern and Ada Quill"]
    quotes = pd.DataFrame({"article_id": list("abcd"), "speaker": printed, "outlet": "Post", "speaker_role": None})
    quotes["speaker_kind"] = "named_person"
    given = Aliases({}, {"quill": "Karl Quill", "a. q. stern": "Ada Quill"})
    found = count_speakers(quotes, aliases=given)
    # Ada Quill: as printed, under her other name, and with Bo Stern; "Quill" is Karl, whom no text names in full
    assert dict(zip(found["speaker"], found["n"], strict=True)) == {"Ada Quill": 3, "Bo Stern": 1, "Karl Quill": 1}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("⟦FactLook.org⟧ said ⟪so⟫.", "FactLook.org", "organization"),
        ("⟦LakeWatch⟧ said ⟪so⟫.", "LakeWatch", "organization"),
        ("Ada McQuill left. ⟦McQuill⟧ said ⟪so⟫.", "Ada McQuill", "named_person"),
        ("⟦The Hollow⟧ said ⟪so⟫.", "Hollow", "organization"),
        ("⟦The Harbor Rights Act of 2014⟧ says ⟪so⟫.", None, "document"),
        ("⟦Customs and Harbor Patrol⟧ said ⟪so⟫.", "Customs and Harbor Patrol", "organization"),
        (
            "They met the Anti-Harbor League. ⟦The AHL⟧ said ⟪so⟫.",
            "Anti-Harbor League",
            "organization",
        ),
        ("Ada Quill left. ⟦[Quill]⟧ said ⟪so⟫.", "Ada Quill", "named_person"),
        ("⟦A recent paper⟧ said ⟪so⟫.", None, "document"),
        ("⟦The company, Meridian Lattice,⟧ said ⟪so⟫.", "Meridian Lattice", "organization"),
    ],
)
def test_what_a_name_looks_like_tells_persons_from_institutions_and_documents(text, name, kind):
    found = resolved(*marked(text))
    assert [(who.name, who.kind) for who in found] == [(name, kind)]
