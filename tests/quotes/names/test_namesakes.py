"""People whose name could be that of an institution or a city."""

import pandas as pd
import pytest

from analysis import find_quotes


def speaker_of(text: str) -> tuple[str | None, str]:
    quotes = find_quotes(pd.DataFrame({"article_id": ["a"], "text": [text]}), progress=False)
    return quotes["speaker"].iloc[-1], quotes["speaker_kind"].iloc[-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Church, the mayor, said the plan was late.", "Ann Church"),
        ("“We are ready,” said Matt House, Quill’s communications director.", "Matt House"),
        ("Robert Tower, a spokesman for the union, said the plan was late.", "Robert Tower"),
        ("Laura Park, 15, said the plan was late.", "Laura Park"),
        ("Peter Bank, who runs a shop in Millbrook, said the plan was late.", "Peter Bank"),
        ("“It is late,” said union spokesman Karl Lake.", "Karl Lake"),
        ("Dr. A.B. Church said the plan was late.", "A.B. Church"),
        ("Sen. Nina Street said the plan was late.", "Nina Street"),
        ("Mayor Laura J. Park said the plan was late.", "Laura J. Park"),
        ("The political scientist E.E. Marlin said that the plan was late.", "E.E. Marlin"),
        ("Paul House met the mayor. Mr. House said the plan was late.", "Paul House"),
        ("Ann Church, the mayor, left at noon. Church said the plan was late.", "Ann Church"),
        ("Karl Lake, a lawyer in Millbrook, was there. “It is late,” Karl Lake said.", "Karl Lake"),
        ("Older daughter Charlotte said the plan was late.", "Charlotte"),
    ],
)
def test_who_is_told_of_as_a_person_is_one(text, name):
    assert speaker_of(text) == (name, "named_person")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Stanley Bank said the plan was late.", "Stanley Bank"),
        ("Austin Bank, a lender in three towns, said the plan was late.", "Austin Bank"),
        ("Jackson Police said the plan was late.", "Jackson Police"),
        ("Jackson Police, a spokesman noted, were late. Jackson Police said so on Monday.", "Jackson Police"),
        ("The pastor of Grace Church, a mother of two, left. Grace Church said the plan was late.", "Grace Church"),
        ("Virginia House said the plan was late.", "Virginia House"),
        ("Madison School, which teaches 200 children, said the plan was late.", "Madison School"),
        ("Christian Church, a member of the council of churches, said the plan was late.", "Christian Church"),
        ("Stanley Group, an owner of nine hotels, said the plan was late.", "Stanley Group"),
        ("The Dr. Martin Hospital said the plan was late.", "Dr. Martin Hospital"),
        ("At Charlotte Hospital, the mayor and two others waited. Charlotte Hospital said so.", "Charlotte Hospital"),
        ("Austin Energy, the publisher of the list, said the plan was late.", "Austin Energy"),
        ("Q Street, who asked for more, said the plan was late.", "Q Street"),
        ("Its twin Austin was late. Austin said the plan was late.", "Austin"),
    ],
)
def test_an_institution_that_bears_a_given_name_stays_one(text, name):
    assert speaker_of(text) == (name, "organization")


@pytest.mark.parametrize("name", ["U.K. House", "U.N. Tower", "D.C. Bank"])
def test_the_initials_of_a_country_are_no_given_names(name):
    assert speaker_of(f"{name} said the plan was late.") == (name, "organization")
