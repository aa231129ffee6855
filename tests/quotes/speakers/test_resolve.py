"""Who is speaking: invented articles with the answer beside each source."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_texts import marked, resolved

from analysis.quotes.tagging.attributions import Attribution


def speakers(text):
    return [who.name for who in resolved(*marked(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # surname, title and surname, before and after the full name
        ("“⟪Fine⟫,” said ⟦Ada Quill⟧. “⟪Good⟫,” ⟦Quill⟧ said. “⟪Yes⟫,” ⟦Ms. Quill⟧ said.", ["Ada Quill"] * 3),
        ("⟦Quill⟧ said ⟪it was late⟫.\n\nLater Sen. Ada Quill left.", ["Ada Quill"]),
        ("“⟪No⟫,” ⟦Mr. Stern⟧ said.", ["Mr. Stern"]),
        # a family: given names and titles tell them apart
        (
            "Olga Reyes and her brother Juan Reyes came. “⟪Yes⟫,” ⟦Ms. Reyes⟧ said. “⟪No⟫,” ⟦Mr. Reyes⟧ said. “⟪Well⟫,” ⟦Olga⟧ said.",
            ["Olga Reyes", "Juan Reyes", "Olga Reyes"],
        ),
        ("Juan and Olga Reyes came. “⟪Yes⟫,” ⟦Juan⟧ said.", ["Juan Reyes"]),
        ("⟦The Archbishop of Marlow, Cardinal Bo Stern,⟧ said ⟪it was late⟫.", ["Bo Stern"]),
        # peoples are nobody's name
        (
            "Karl Lund met South Koreans and North Carolinians. “⟪It is late⟫,” ⟦he⟧ said. ⟦South Koreans⟧ said ⟪no⟫.",
            ["Karl Lund", None],
        ),
        # a Jr. is not his father
        ("Karl Stern Jr. came without Karl Stern. “⟪Yes⟫,” ⟦Karl Stern Jr.⟧ said.", ["Karl Stern Jr."]),
        # "III" is no surname
        ("Sen. Karl Lund III came.\n\nLUND: ⟪It is late⟫, ⟦LUND⟧ said.", ["Karl Lund III"]),
        # he, she
        ("Ada Quill met Bo Stern, and Karl Lund left. “⟪Fine⟫,” ⟦she⟧ said.", ["Ada Quill"]),
        ("Bob Lund, a baker, greeted Ada Quill. “⟪Fine⟫,” ⟦he⟧ said.", ["Bob Lund"]),
        (
            "⟦Ada Quill⟧ said ⟪Olga Reyes’s plan was thin⟫.\n\n“⟪It has no numbers⟫,” ⟦she⟧ said.",
            ["Ada Quill", "Ada Quill"],
        ),
        ("⟦A harbor spokeswoman⟧ said ⟪so⟫. “⟪We wait⟫,” ⟦she⟧ added.", [None, None]),
        # names inside a quote are weaker, "I" is whoever speaks
        ("⟦Ada Quill⟧ waved. “⟪Olga Reyes came and left⟫,” said Quill.", ["Ada Quill"]),
        # roles that point back
        (
            "⟦Ada Quill, a spokeswoman for the port,⟧ said ⟪it was shut⟫. ⟦The spokeswoman⟧ said ⟪it would open⟫.",
            ["Ada Quill"] * 2,
        ),
        (
            "Nora Olsen, a former top harbor official, resigned. ⟦The former official⟧ said ⟪it was time⟫.",
            ["Nora Olsen"],
        ),
        ("Gov. Bo Stern met Sen. Ada Quill. ⟦The senator⟧ said ⟪it went well⟫.", ["Ada Quill"]),
        (
            "Democratic nominee Ada Quill and Republican nominee Bo Stern met. ⟦The Democratic nominee⟧ said ⟪it went well⟫.",
            ["Ada Quill"],
        ),
        ("⟦Her lawyer, Karl Lund,⟧ said ⟪it was late⟫.", ["Karl Lund"]),
        ("⟦The union boss, Karl Lund,⟧ said ⟪it was late⟫.", ["Karl Lund"]),
        (
            "Ada Quill, Bo Stern and Mia Holm met. ⟦Quill, Stern and Holm⟧ said ⟪no⟫.",
            ["Ada Quill and Bo Stern and Mia Holm"],
        ),
        ("⟦Chairman Bo Stern (R-Va.) and Sen. Mia Holm (D-Md.)⟧ said ⟪no⟫.", ["Bo Stern and Mia Holm"]),
        ("Ludwig van der Meer came. ⟦Van der Meer⟧ said ⟪no⟫.", ["Ludwig van der Meer"]),
        ("⟦One of the lawyers, Karl Lund,⟧ said ⟪it was late⟫.", ["Karl Lund"]),
        ("⟦Secretary of State Karl Lund⟧ said ⟪it was late⟫.", ["Karl Lund"]),
        ("Bo Stern smiled. “⟪I grew up here⟫,” ⟦the three-term Republican⟧ said.", ["Bo Stern"]),
        ("Bo Stern met Ada Quill. “⟪I grew up here⟫,” ⟦the three-term Republican⟧ said.", [None]),
        ("Bo Stern left. “⟪Fine⟫,” ⟦Stern Monday⟧ said.", ["Bo Stern"]),
        # institutions
        (
            "The Harbor Revenue Service (HRS) hired. ⟦The agency⟧ said ⟪so⟫. ⟦The HRS⟧ said ⟪more⟫.",
            ["Harbor Revenue Service"] * 2,
        ),
        ("Ada Quill ran. ⟦The Quill campaign⟧ said ⟪so⟫. ⟦It⟧ said ⟪more⟫.", ["Quill campaign"] * 2),
        # relative clauses, several people
        ("They saw Ada Quill, ⟦who⟧ said ⟪it was late⟫.", ["Ada Quill"]),
        ("⟦Ada Quill and Bo Stern⟧ said ⟪it was late⟫.", ["Ada Quill and Bo Stern"]),
        (
            "⟦The lawyers Ada Quill, Bo Stern, and Karl Lund⟧ said ⟪it was late⟫.",
            ["Ada Quill and Bo Stern and Karl Lund"],
        ),
        ("⟦Ada Quill and her brother Bo Stern⟧ said ⟪it was late⟫.", ["Ada Quill and Bo Stern"]),
        (
            "⟦Harbor Chairman Bo Stern (R-Va.) and Public Works Committee Chairman Ada Quill (R-Ohio)⟧ said ⟪it was late⟫.",
            ["Bo Stern and Ada Quill"],
        ),
        ("Ada Quill met Bo Stern. Neither ⟦Quill nor Stern⟧ said ⟪it was late⟫.", ["Ada Quill and Bo Stern"]),
        # the name at a role's end
        ("⟦City Hall director of strategic communications Bo Stern⟧ said ⟪it was late⟫.", ["Bo Stern"]),
        ("⟦A director of communications for Bo Stern⟧ said ⟪it was late⟫.", [None]),
        ("⟦An aide of candidate Bo Stern⟧ said ⟪it was late⟫.", [None]),
        ("Ada Quill came. ⟦At least one lawmaker, Quill,⟧ said ⟪it was late⟫.", ["Ada Quill"]),
        # small words and particles of a name, capitals after a title
        (
            "Karl al-Lund came. “⟪Fine⟫,” ⟦Al-Lund⟧ said. “⟪Good⟫,” ⟦Lund⟧ said. “⟪No⟫,” ⟦al-Lund⟧ said.",
            ["Karl al-Lund"] * 3,
        ),
        ("Ludwig van der Stern came. “⟪Fine⟫,” ⟦Van der Stern⟧ said.", ["Ludwig van der Stern"]),
        ("Ada Quill came. “⟪Fine⟫,” ⟦MS. QUILL⟧ said.", ["Ada Quill"]),
        # links of a web page run together with names
        ("Ada Quill Ada Marie QuillStern leads the race spoke. “⟪Fine⟫,” ⟦Quill⟧ said.", ["Ada Quill"]),
        # a name that only a headline has
        ("Quill Says Harbor Toll Will Fall Again\n\n“⟪Fine⟫,” ⟦Quill⟧ said.", ["Quill"]),
        # nobody
        ("⟦You⟧ can say ⟪so⟫. ⟦Two officials⟧ said ⟪no⟫. ⟦The report⟧ said ⟪yes⟫.", [None, None, None]),
    ],
)
def test_speaker(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦Ada Quill, a lawyer with Harbor Legal Aid,⟧ said ⟪so⟫.", "a lawyer with Harbor Legal Aid"),
        (
            "“⟪So⟫,” said ⟦Ada Quill⟧, executive director of the Harbor Center and a former port official.",
            "executive director of the Harbor Center and a former port official",
        ),
        ("⟦Ada Quill⟧, who helps residents file their taxes, said ⟪so⟫.", None),
        ("⟦Ada Quill⟧, 52, a baker, said ⟪so⟫.", "a baker"),
        ("Then ⟦campaign manager Bo Stern⟧ said ⟪so⟫.", "campaign manager"),
        ("⟦Gov. Bo Stern⟧ said ⟪so⟫.", "Gov."),
        ("“⟪So⟫,” said ⟦Gray House press secretary Bo Stern⟧.", "Gray House press secretary"),
        ("⟦Mr. Stern⟧ said ⟪so⟫.", None),
        ("⟦Five people familiar with her plans⟧ said ⟪so⟫.", "Five people familiar with her plans"),
        ("⟦A former top harbor official⟧ said ⟪so⟫.", "A former top harbor official"),
        ("⟦Quill⟧ said ⟪so⟫.\n\nLater Ada Quill, a baker, left.", "a baker"),
    ],
)
def test_role_is_the_articles_wording(text, expected):
    assert resolved(*marked(text))[0].role == expected


def test_people_heard_before_are_the_same_people():
    text = "⟦Five people familiar with her plans⟧ said ⟪she would go⟫. ⟦The people⟧ said ⟪it was a surprise⟫."
    assert [who.role for who in resolved(*marked(text))] == ["Five people familiar with her plans"] * 2


def test_a_pronoun_inside_a_quote_is_its_speaker_or_nobody():
    text = "“I said no,” Ada Quill said."
    outer = Attribution(((0, 12),), ((23, 27),), ((13, 22),), "direct", 1.0)
    inner = Attribution(((8, 10),), ((3, 7),), ((1, 2),), "indirect", 1.0)
    assert [who.name for who in resolved(text, [outer, inner])] == ["Ada Quill", "Ada Quill"]
    assert resolved(text, [inner])[0].name is None


def test_a_quote_without_source_goes_on_with_the_last_speaker():
    text = "“One,” Ada Quill said. “Two. Three.”"
    said = [
        Attribution(((0, 6),), ((17, 21),), ((7, 16),), "direct", 1.0),
        Attribution(((23, 36),), (), (), "direct", 1.0),
    ]
    assert [who.name for who in resolved(text, said)] == ["Ada Quill", "Ada Quill"]
    unsure = said[1]._replace(quote_type="indirect")
    assert resolved(text, [said[0], unsure])[1].name is None


def test_order_and_length_are_those_of_the_attributions():
    text, said = marked("“⟪Yes⟫,” said ⟦Ada Quill⟧. “⟪No⟫,” said ⟦Bo Stern⟧.")
    assert [who.name for who in resolved(text, said[::-1])] == ["Bo Stern", "Ada Quill"]
    assert resolved(text, []) == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Ada QuilMrs. he'“”\",\n-shid()", min_size=1, max_size=120), st.data())
def test_any_text_gives_one_answer_an_attribution(text, data):
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 20)).map(
        lambda s: (s[0], min(len(text), s[0] + s[1]))
    )
    said = [Attribution((data.draw(spans),), (data.draw(spans),), (data.draw(spans),), "direct", 0.5) for _ in range(3)]
    found = resolved(text, said)
    assert len(found) == 3 and found == resolved(text, said)


@pytest.mark.slow
def test_a_text_of_forty_thousand_words_names_its_speakers_as_a_short_one_does():
    paragraph = "“⟪Fine⟫,” said ⟦Ada Quill⟧ of the Harbor Center. Bo Stern met Karl Lund, ⟦he⟧ said, and ⟪left⟫.\n\n"
    named = paragraph.replace("⟦he⟧", "⟦Lund⟧")
    text, said = marked((paragraph + named * 7) * 200)
    assert [found.name for found in resolved(text, said)][::2] == ["Ada Quill"] * 1600


def test_who_is_named_in_capitals_is_the_person_of_that_surname():
    text = "Mayor Pia Holm met ICE’s Dana Ruiz on Sunday.\n\nHOLM: Will it hold?\n\nICE said no."
    holm, ice = text.index("HOLM"), text.rindex("ICE")
    said = [
        Attribution(((holm + 6, holm + 19),), ((holm + 4, holm + 5),), ((holm, holm + 4),), "indirect", 1.0),
        Attribution(((len(text) - 3, len(text) - 1),), ((ice + 4, ice + 8),), ((ice, ice + 3),), "indirect", 1.0),
    ]
    assert [(who.name, who.kind) for who in resolved(text, said)] == [
        ("Pia Holm", "named_person"),
        ("ICE", "organization"),
    ]


def test_a_name_in_capitals_has_the_usual_case():
    script = "ADA MCQUILL: ⟪Is it late?⟫, ⟦ADA MCQUILL⟧ said.\n\nBO STERN: ⟪It is⟫, ⟦STERN⟧ said. Bo Stern left."
    assert speakers(script) == ["Ada McQuill", "Bo Stern"]


def test_the_name_of_an_account_in_small_letters_is_that_of_its_handle():
    assert speakers("Ada Quill is a singer. “⟪It is old⟫” — ⟦ada quill (@adaquill)⟧ May 5, 2020") == ["Ada Quill"]


def test_one_pronoun_means_one_person():
    text = "Karl Lund met the union’s Bo Alder. He praised the groups, but said it would be late."
    he = text.index("He ")
    told = [
        Attribution((text_span,), (cue,), ((he, he + 2),), "indirect", 1.0)
        for text_span, cue in (((he + 11, he + 21), (he + 3, he + 10)), ((he + 32, len(text) - 1), (he + 27, he + 31)))
    ]
    first, second = resolved(text, told)
    assert first.name == second.name


def test_other_people_with_the_same_noun_are_others():
    text = "⟦Five people familiar with her plans⟧ said ⟪so⟫. ⟦Three of the people close to the talks⟧ said ⟪no⟫."
    assert [who.role for who in resolved(*marked(text))][1] == "Three of the people close to the talks"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a place that is somebody's surname, a noun that is one
        ("Rep. Karl Jordan came. “⟪Fine⟫,” ⟦Jordan⟧ said.", ["Karl Jordan"]),
        ("Sen. Ada King left, they say. “⟪Fine⟫,” ⟦King⟧ told me.", ["Ada King"]),
        ("⟦Ada French⟧ said ⟪so⟫.", ["Ada French"]),
        # what is no person is not he: an agreement, a card
        ("Karl Lund blamed the Harbor Settlement Agreement. The agreement ended. “⟪Fine⟫,” ⟦he⟧ said.", ["Karl Lund"]),
        # a long quotation between a name and he is no distance
        (
            "Ada Quill agreed with Karl Lund.\n\nBo Stern agreed.\n\n“⟪It was a good speech, and Ada Quill gave it. It was short. It was kind⟫,” ⟦he⟧ said.",
            ["Bo Stern"],
        ),
        # called she once, so not he later
        (
            "Karl Lund met Nakia Quill. ⟦She⟧ said ⟪no⟫. “⟪I wrote it all down at once⟫,” ⟦he⟧ said.",
            ["Nakia Quill", "Karl Lund"],
        ),
        # an office by its holder, an institution without the president before it
        ("Ada Quill ran. ⟦Quill’s office⟧ said ⟪so⟫.", ["Ada Quill’s office"]),
        # a Republican of elsewhere is somebody else
        ("Bo Stern, a Marlow Republican, met Ada Quill. ⟦The Kentucky Republican⟧ said ⟪so⟫.", [None]),
    ],
)
def test_speaker_in_news(text, expected):
    assert speakers(text) == expected
