"""count_speakers and sourcing on small invented tables, sums beside the expected values."""

import numpy as np
import pandas as pd
import pytest

from analysis.intervals import share_bounds
from analysis.quotes.sourcing import sourcing
from analysis.quotes.speaker_counts import count_speakers


def table(*rows):
    """Quotes from (article, outlet, speaker) or (article, outlet, speaker, kind, role)."""
    full = [(*row, "named_person", None)[:5] if len(row) == 3 else row for row in rows]
    return pd.DataFrame(full, columns=["article_id", "outlet", "speaker", "speaker_kind", "speaker_role"])


def names(quotes, **options):
    found = count_speakers(quotes, **options)
    return list(zip(found["speaker"], found["n"], strict=True))


def test_counts_shares_and_variants():
    quotes = table(
        ("a", "Post", "Ada Quill", "named_person", "mayor"),
        ("a", "Post", "Ms. Quill", "named_person", None),
        ("b", "Post", "A. Quill", "named_person", "mayor"),
        ("b", "Post", "Bo Stern", "named_person", None),
        ("b", "Post", None, "unnamed_person", "an aide"),
    )
    found = count_speakers(quotes)
    assert found.columns.tolist() == [
        "outlet",
        "speaker",
        "speaker_kind",
        "speaker_role",
        "n",
        "n_articles",
        "share",
        "variants",
    ]
    assert found["speaker"].tolist() == ["Ada Quill", "Bo Stern"]
    assert found["n"].tolist() == [3, 1]
    assert found["n_articles"].tolist() == [2, 1]
    assert found["share"].tolist() == [0.75, 0.25]  # 3/4 and 1/4: the unnamed one does not count
    assert found["variants"][0] == ["A. Quill", "Ada Quill", "Ms. Quill"]
    assert found["speaker_role"].tolist()[0] == "mayor"


def test_role_is_the_one_that_most_articles_give():
    given = {"a": "Mayor", "b": "the mayor", "c": "former lawyer", "d": "his rival", "e": "his rival", "f": None}
    quotes = pd.DataFrame(
        {"article_id": given.keys(), "speaker_role": given.values(), "speaker": "Ada Quill", "outlet": "Post"}
    ).assign(speaker_kind="named_person")
    often = pd.concat([quotes, *[quotes[quotes["article_id"] == "c"]] * 5])  # many quotes of one article
    assert count_speakers(often)["speaker_role"].tolist() == ["Mayor"]
    assert count_speakers(quotes[quotes["speaker_role"] == "his rival"])["speaker_role"].isna().all()


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Robert Stern", "Bob Stern", True),  # nickname
        ("R. Stern", "Robert Stern", True),  # initial
        ("Robert T. Stern", "Robert Stern", True),  # middle initial
        ("President Stern", "Robert Stern", True),  # title and surname
        ("Ana de la Cruz", "de la Cruz", True),
        ("Karl al-Lund", "Lund", True),
        ("Siobhan O’Neil", "Siobhan O'Neil", True),
        ("José Stern", "Jose Stern", True),
        ("Robert Stern", "Ms. Stern", False),
        ("Ruth Stern", "Ms. Stern", True),
        ("Robert Stern", "Ruth Stern", False),  # conflicting given names
        ("Robert Stern", "Robert Stern Jr.", False),
        ("Robert Stern", "Robert Lund", False),
    ],
)
def test_who_is_the_same_person_across_outlets(a, b, one):
    quotes = table(("a", "Post", a), ("b", "Herald", b))
    found = count_speakers(quotes)
    assert len(found) == 2 and (found["speaker"].nunique() == 1) == one


def test_a_bare_surname_joins_the_one_quoted_most():
    quotes = table(
        ("a", "Post", "Ada Quill"), ("a", "Post", "Ada Quill"), ("b", "Post", "Karl Quill"), ("c", "Post", "Quill")
    )
    assert names(quotes) == [("Ada Quill", 3), ("Karl Quill", 1)]


def test_a_name_in_capitals_is_not_the_one_shown():
    assert names(table(("a", "Post", "ADA QUILL"), ("b", "Post", "Ada Quill"))) == [("Ada Quill", 2)]


def test_ids_that_are_numbers_are_the_same_ids_as_text():
    quotes = table(("1", "Post", "Ada Quill"))
    shares = sourcing(quotes, pd.DataFrame({"article_id": [1, 2], "outlet": "Post"}))
    assert shares.set_index("speaker_kind")["n"]["named_person"] == 1


def test_an_initial_never_bridges_two_given_names():
    quotes = table(
        ("a", "Post", "Robert Stern"),
        ("b", "Post", "Ruth Stern"),
        ("c", "Post", "R. Stern"),
        ("d", "Post", "Robert Stern"),
    )
    assert names(quotes) == [("Robert Stern", 3), ("Ruth Stern", 1)]


def test_two_people_of_one_quote_count_once_each_and_institutions_keep_their_and():
    quotes = table(
        ("a", "Post", "Ada Quill and Bo Stern"),
        ("b", "Post", "Committee on Ways and Means", "organization", None),
        ("c", "Post", "the Committee on Ways and Means", "organization", None),
    )
    assert sorted(names(quotes)) == [("Ada Quill", 1), ("Bo Stern", 1), ("Committee on Ways and Means", 2)]
    assert count_speakers(quotes).set_index("speaker")["share"]["Ada Quill"] == pytest.approx(1 / 3)  # of 3 quotes


def test_several_groups_input_unchanged_and_order():
    quotes = table(("a", "Post", "Ada Quill"), ("b", "Herald", "Ada Quill"), ("b", "Herald", "Bo Stern")).assign(
        story=["x", "x", "y"]
    )
    before = quotes.copy()
    found = count_speakers(quotes, by=["outlet", "story"])
    assert found[["outlet", "story", "speaker"]].values.tolist() == [
        ["Herald", "x", "Ada Quill"],
        ["Herald", "y", "Bo Stern"],
        ["Post", "x", "Ada Quill"],
    ]
    pd.testing.assert_frame_equal(quotes, before)


def test_nobody_named_gives_an_empty_table():
    assert count_speakers(table(("a", "Post", None))).empty
    assert count_speakers(table().assign(outlet=[])).empty


def test_a_missing_outlet_says_to_merge():
    with pytest.raises(ValueError, match=r'merge them first: quotes.merge\(articles\[\["article_id", "outlet"\]\]'):
        count_speakers(table(("a", "Post", "Ada Quill")).drop(columns="outlet"))


def test_sourcing_by_hand():
    articles = pd.DataFrame({"article_id": ["a", "b", "c", "d"], "outlet": ["Post", "Post", "Post", "Herald"]})
    quotes = pd.DataFrame(
        {"article_id": ["a", "a", "a", "b"], "speaker_kind": ["named_person", "named_person", "document", "document"]}
    )
    found = sourcing(quotes, articles).set_index(["outlet", "speaker_kind"])
    post = found.loc["Post"]
    assert post["n"].tolist() == [2, 0, 0, 0, 2, 0]
    assert post["share"].tolist()[:-1] == [0.5, 0, 0, 0, 0.5] and np.isnan(post["share"]["unknown"])  # 2 of 4
    assert post["n_articles"].tolist() == [1, 0, 0, 0, 2, 0]
    low, high = share_bounds([[2, 0, 0, 0, 1], [0, 0, 0, 0, 1]])  # article c has no quote
    assert post["low"].tolist()[:-1] == low.tolist() and post["high"].tolist()[:-1] == high.tolist()
    assert found.loc["Herald", "share"].isna().all() and found.loc["Herald", "n"].sum() == 0


def test_sourcing_refuses_quotes_of_other_articles():
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["Post"]})
    with pytest.raises(ValueError, match="not in articles, for example 'z'"):
        sourcing(pd.DataFrame({"article_id": ["z"], "speaker_kind": ["document"]}), articles)


def test_sourcing_is_the_same_every_time():
    rng = np.random.default_rng(0)
    articles = pd.DataFrame({"article_id": [f"{i}" for i in range(30)], "outlet": ["Post", "Herald"] * 15})
    quotes = pd.DataFrame(
        {"article_id": rng.choice(articles["article_id"], 90), "speaker_kind": rng.choice(["document", "unknown"], 90)}
    )
    pd.testing.assert_frame_equal(sourcing(quotes, articles), sourcing(quotes, articles))
