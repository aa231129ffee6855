"""Small texts in which attributions went wrong, each with what is right. All people are invented."""

import pandas as pd
import pytest

from analysis import find_quotes


def fails(*values: str, because: str):
    """Return values of a test that the program does not pass yet."""
    return pytest.param(*values, marks=pytest.mark.xfail(reason=because, strict=True))


def found(text):
    """Return (source, content) of each attribution in a text."""
    quotes = find_quotes(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    return list(quotes[["source", "content"]].fillna("").itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Asked whether she would run again, Ana Ruiz, the mayor, said she had not decided.",
            [("Ana Ruiz, the mayor,", "she had not decided")],
        ),
        ("When asked about the rot, Ana Ruiz declined to comment.", [("Ana Ruiz", "to comment")]),
        ("The mayor was asked if she would resign. “No,” she said.", [("she", "“No,”")]),
        (
            "Bo Stern, asked if the pier is safe, told reporters it was not.",
            [("Bo Stern", "it was not")],
        ),
        (
            "“We have a plan,” Pia Holm said when asked about the rot under the pier.",
            [("Pia Holm", "“We have a plan,”")],
        ),
    ],
)
def test_a_question_is_not_attributed_to_whom_it_is_put(text, right):
    assert found(text) == right


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Bo Stern, the mayor, asked whether the pier was safe.", "Bo Stern, the mayor,"),
        ("“Is the pier safe?” asked Ana Ruiz, who had come with her son.", "Ana Ruiz, who had come with her son"),
        ("The mayor was asked by a reporter whether she would resign.", "a reporter"),
    ],
)
def test_whoever_asks_is_the_source_of_a_question(text, source):
    assert [name for name, _ in found(text)] == [source]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“The pier is rotten,” Ana Ruiz said of the deck she had built.", "“The pier is rotten,”"),
        (
            "“It just amazed me how fast it went,” Bo Stern recalled of the vote.",
            "“It just amazed me how fast it went,”",
        ),
        ("“We leave at noon,” nearly a decade ago, Bo Stern said.", "“We leave at noon,”"),
        ("“We waited all night,” said Pia Holm of the long lines at the ferry.", "“We waited all night,”"),
    ],
)
def test_words_after_a_closed_quotation_are_no_part_of_it(text, content):
    [(_, only)] = [row for row in found(text) if row[1].startswith("“")]
    assert only == content


def test_a_second_clause_of_the_same_cue_is_part_of_it():
    text = "“The pier is rotten,” Ana Ruiz said, and that nobody should walk there."
    assert found(text) == [("Ana Ruiz", "“The pier is rotten,” … that nobody should walk there")]


@pytest.mark.parametrize(
    "post",
    [
        "I voted against the closure and I would do it again. — Bo Stern (@bostern) March 3, 2026",
        "I voted against the closure and I would do it again.\n\n— Bo Stern (@bostern)\n\nMarch 3, 2026",
        "I voted against the closure and I would do it again.\n— Bo Stern (@bostern), March 3, 2026",
        "I voted against the closure and I would do it again.\n\n–– Bo Stern (@bostern)\nMarch 3, 2026",
    ],
)
def test_an_embedded_post_is_its_authors(post):
    text = f"The council closed the pier.\n\n{post}\n\nThe pier opens again in May."
    assert ("Bo Stern", "I voted against the closure and I would do it again.") in found(text)


@pytest.mark.parametrize(
    "line",
    [
        "– Bo Stern, on “The Harbor Hour.” Watch here.",
        "-- Bo Stern on “The Harbor Hour”",
        "— Bo Stern, in a letter to the “Marlow Ledger.”",
        "– Bo Stern",
    ],
)
def test_a_signed_quotation_is_its_signers(line):
    assert ("Bo Stern", "“Nobody will walk on that pier again.”") in found(
        f"“Nobody will walk on that pier again.” {line}"
    )


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The council heard from two aides who said that the pier was rotten.", "two aides who"),
        ("Next came Ana Ruiz, the mayor, who said that the pier was rotten.", "Ana Ruiz, the mayor, who"),
        ("The plan divided Rep. Bo Stern (D-Ohio), who believes that the pier is safe.", "Rep. Bo Stern (D-Ohio), who"),
        ("Critics of the plan, who say that it costs too much, met on Monday.", "Critics of the plan, who"),
        ("The mayor of Marlow, who believes that the pier is safe, left.", "The mayor of Marlow, who"),
        ("Some of the riders who say that the ferry is late have left.", "Some of the riders who"),
        (
            "The plan angered both parties of Marlow and the Harbor Democrats, who denied it.",
            "the Harbor Democrats, who",
        ),
    ],
)
def test_a_relative_pronoun_has_with_it_whom_it_means(text, source):
    assert source in [name for name, _ in found(text)]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("And from Chairwoman Rosa Ortell:", "Chairwoman Rosa Ortell"),
        ("This from Bo Stern, the mayor:", "Bo Stern"),
        ("Here’s Ana Ruiz on the closure:", "Ana Ruiz"),
        ("A few words by Pia Holm, who rides it:", "Pia Holm"),
        ("A statement from the Harbor Council of Marlow:", "Harbor Council of Marlow"),
    ],
)
def test_the_line_above_a_quotation_names_its_author(line, source):
    text = f"Others disagree.\n\n{line}\n\n“Nobody needs this pier. It should go.”\n\nThe vote is in May."
    assert found(text) == [(source, "“Nobody needs this pier. It should go.”")]


@pytest.mark.parametrize(
    "line",
    [
        fails("He came back from New Marlow:", because="the second reading takes a place before a colon as a source"),
        "The boards came from the Harbor Museum:",
        "The sign was made by hand:",
    ],
)
def test_a_line_above_a_quotation_that_names_no_author(line):
    text = f"Others disagree.\n\n{line}\n\n“Nobody needs this pier. It should go.”\n\nThe vote is in May."
    assert not {"New Marlow", "the Harbor Museum", "Harbor Museum", "hand"} & {source for source, _ in found(text)}


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Ana Ruiz, The Harbor Times", "Ana Ruiz"),
        ("Bo Stern, Marlow Ledger", "Bo Stern"),
        ("Pia Holm, Council of Marlow", "Pia Holm"),
        ("Ana de Ruiz, Harbor.com", "Ana de Ruiz"),
    ],
)
def test_the_line_below_a_quotation_names_its_author(line, source):
    text = f"Others disagree.\n\n“Nobody needs this pier. It should go.”\n\n{line}\n\nThe vote is in May."
    assert (source, "“Nobody needs this pier. It should go.”") in found(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        fails(
            'Alice Moor began talking to Bob Hart. "The boats are late again." Bob nodded and looked at the sea.',
            "Alice Moor",
            because="the second reading takes the gesture behind the quotation as its cue (.47 to .13)",
        ),
        ("Pia Holm has run the ferry kiosk for 20 years. “I never saw so few people.”", "Pia Holm"),
        ("Ana Ruiz has lived beside the pier since 1990. “We hear the waves at night, and now we hear the trucks.”", "Ana Ruiz"),
        (
            "The town met on Monday.\n\nBo Stern said the closure was a mistake.\n\n“They never told us a thing about it.”",
            "Bo Stern",
        ),
        ("Dana Cole said the pier would close. “We have no money left for it.” She left at noon.", "Dana Cole"),
    ],
)  # fmt: skip
def test_a_quotation_without_a_cue_has_the_speaker_before_it(text, speaker):
    quotes = find_quotes(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    assert quotes["speaker"].iloc[-1] == speaker
    assert quotes["content"].iloc[-1].endswith(('again."', "people.”", "trucks.”", "about it.”", "for it.”"))


@pytest.mark.parametrize(
    "text",
    [
        '"It\'s so dreadful to be cold!" sighed Meg Marsh, looking down at her old dress.',
        "“We are closed,” Bo Stern said, pointing at the sign.",
        "“Not today,” said Pia Holm, glancing at the gray sky.",
        "“No,” said Ana Ruiz, holding up a copy of the plan.",
    ],
)
def test_a_participle_beside_the_speaker_is_no_second_statement(text):
    assert len(found(text)) == 1


def test_a_participle_that_says_something_is_a_statement():
    assert len(found("“We are closed,” Bo Stern said, adding that the pier would reopen in May.")) == 2


def kinds(text):
    """Return the cue kind and the confidence of each attribution."""
    quotes = find_quotes(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    return list(quotes[["cue_kind", "confidence"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    "text",
    [
        "The Harbor Council voted to close the pier on Monday after a long debate.",
        "Three ferry riders sued the Harbor Council over the closure of the pier.",
        "The council of Marlow approved a plan to repair the pier by next spring.",
        "Mayor Ana Ruiz signed an order to close the pier for eight months.",
        "The agency reimbursed riders for tickets that they could not use.",
    ],
)
def test_acts_are_no_statements(text):
    assert all(kind == "act" or confidence < 0.5 for kind, confidence in kinds(text))


@pytest.mark.parametrize(
    "text",
    [
        "The council said it would vote to close the pier on Monday.",
        "Riders warned that the plan to repair the pier would fail.",
        "Mayor Ana Ruiz announced that the pier would close for eight months.",
        "The agency promised that riders would be paid for their tickets.",
    ],
)
def test_statements_about_acts_are_statements(text):
    [(kind, confidence)] = kinds(text)
    assert kind == "speech" and confidence > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "I think the mayor is wrong about the pier.",
        "We believe that the town needs a new ferry.",
        "You may say that the pier is old.",
        "It appears that the council will close the pier.",
    ],
)
def test_the_authors_own_words_have_no_source_in_the_article(text):
    assert all(confidence < 0.5 for _, confidence in kinds(text))


@pytest.mark.parametrize(
    ("headline", "speaker", "content"),
    [
        ("Ruiz: ‘Nobody will walk on that pier again’", "Ana Ruiz", "‘Nobody will walk on that pier again’"),
        ("Ana Ruiz says pier is ‘rotten’", "Ana Ruiz", "pier is ‘rotten’"),
        ("Pier will not reopen this year, Ruiz says", "Ana Ruiz", "Pier will not reopen this year"),
        ("Ruiz on the pier: “We waited too long”", "Ana Ruiz", "“We waited too long”"),
    ],
)
def test_headlines_are_read_for_quotations(headline, speaker, content):
    text = "The pier is closed. Ana Ruiz, the mayor of Marlow, said on Monday that it would not reopen."
    quotes = find_quotes(pd.DataFrame({"article_id": ["a"], "headline": [headline], "text": [text]}))
    row = quotes[quotes["place"] == "headline"].iloc[0]
    [[start, end]] = row["content_spans"]
    assert (row["speaker"], row["content"], headline[start:end], row["paragraph"]) == (speaker, content, content, -1)


def test_a_headline_changes_no_row_of_its_text():
    frame = pd.DataFrame(
        {"article_id": ["a"], "text": ["Ana Ruiz said that the pier was rotten. “It must go,” she said."]}
    )
    with_headline = find_quotes(frame.assign(headline="Ruiz: ‘It must go’"))
    own = with_headline[with_headline["place"] == "text"].reset_index(drop=True)
    pd.testing.assert_frame_equal(own, find_quotes(frame))


@pytest.mark.parametrize("headline", ["OPINION: Why the pier must go", "", None, "Analysis: The pier and the town"])
def test_a_rubric_in_a_headline_says_nothing(headline):
    frame = pd.DataFrame({"article_id": ["a"], "headline": [headline], "text": ["The pier is closed."]})
    assert find_quotes(frame).empty
