"""What a relative pronoun stands for, in invented sentences."""

import pytest

from analysis.quotes.tagging.antecedents import with_antecedents
from analysis.quotes.tagging.attributions import LinkedSpans
from analysis.quotes.tagging.spans import RoleSpan


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("He met Sen. Ana Ruiz, R-Fla., who left.", "Sen. Ana Ruiz, R-Fla., who"),
        ("He met Sen. Ana Ruiz, D-South Dakota, who left.", "Sen. Ana Ruiz, D-South Dakota, who"),
        ("He met Sen. Ana Ruiz (D-Ohio), who left.", "Sen. Ana Ruiz (D-Ohio), who"),
        ("He met Sen. Ana Ruiz, R-S.C., the new chair, who left.", "Sen. Ana Ruiz, R-S.C., the new chair, who"),
        ("He met Ana Ruiz, the mayor, who left.", "Ana Ruiz, the mayor, who"),
        ("He met the two aides who left.", "the two aides who"),
    ],
)
def test_a_source_begins_with_what_its_pronoun_stands_for(text, whole):
    pronoun = whole.split()[-1]
    start = text.index(f"{pronoun} left")
    source = RoleSpan(start, start + len(pronoun), "source", pronoun)
    [one] = with_antecedents(text, [LinkedSpans([], None, source)])
    assert one.source and text[one.source.start : one.source.end] == one.source.words == whole


@pytest.mark.parametrize("pronoun", ["Who", "WHO"])
def test_a_question_word_and_an_organization_stand_for_nobody(pronoun):
    text = f"Ana Ruiz edits the Harbor Times.\n\n{pronoun} knew that the day would come?"
    start = text.index(pronoun)
    given = LinkedSpans([], None, RoleSpan(start, start + 3, "source", pronoun))
    assert with_antecedents(text, [given]) == [given]


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        ("Q Street, who asked for more, said no.", "who asked for more,", "Q Street, who asked for more,"),
        ("The club, which asked for more, said no.", "which asked for more,", "The club, which asked for more,"),
        ("The club, who, like all, asked, said no.", "who, like all, asked,", "The club, who, like all, asked,"),
        ("He saw it, and that man said no.", "that man", "that man"),
        ("The mayor asked which party wanted it.", "which party", "which party"),
        ("No matter who runs the city, it is said.", "who runs the city,", "who runs the city,"),
    ],
)
def test_only_a_relative_clause_behind_a_comma_begins_with_what_it_tells_of(text, found, whole):
    start = text.rindex(found)
    [one] = with_antecedents(text, [LinkedSpans([], None, RoleSpan(start, start + len(found), "source", found))])
    assert one.source and text[one.source.start : one.source.end] == one.source.words == whole
