"""Small texts in which attributions went wrong, each with what is right. All people are invented."""

import pandas as pd
import pytest

from analysis import find_quotes


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
        ("Ana Ruiz, The Harbor Times", "Ana Ruiz"),
        ("Bo Stern, Marlow Ledger", "Bo Stern"),
        ("Pia Holm, Council of Marlow", "Pia Holm"),
        ("Ana de Ruiz, Harbor.com", "Ana de Ruiz"),
    ],
)
def test_the_line_below_a_quotation_names_its_author(line, source):
    text = f"Others disagree.\n\n“Nobody needs this pier. It should go.”\n\n{line}\n\nThe vote is in May."
    assert (source, "“Nobody needs this pier. It should go.”") in found(text)
