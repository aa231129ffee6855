"""Figures of a text: which numbers count, and the one form of each. The cases were written before the rules."""

import pytest

from analysis.quantities import counted_things, figures, place_figures

ONE_FORM = [
    ("$66 billion, $66bn, 66 billion dollars, US$66 billion", ["$66 billion"]),
    ("$5M and 5 million euros", ["$5 million", "€5 million"]),
    ("12 percent, 12 per cent, 12%, 12.0%, twelve percent", ["12%"]),
    ("1,300 people; 23 of them", ["1,300", "23"]),
    ("more than half of the states, 26, agreed", ["26"]),
    ("1.2 million voters, or 1,200,000", ["1.2 million"]),
    ("800,000 people, 800K of them, eight hundred thousand", ["800,000"]),
    ("exactly 1,234,567 votes", ["1,234,567"]),
    ("a ticket for $2.50, a coffee for $3", ["$2.50", "$3"]),
    ("the levy of $1,000 million", ["$1 billion"]),
    ("3.50 meters and .5", ["3.5"]),
    ("a $310-a-ton price and a 12-percent cut", ["$310", "12%"]),
    ("", []),
]
IN_WORDS = [
    ("three million people", ["3 million"]),
    ("three and a half million people", ["3.5 million"]),
    ("2½ million people, or 2 1/2 million", ["2.5 million"]),
    ("half a million people", ["500,000"]),
    ("a million dollars, a billion people", ["$1 million", "1 billion"]),
    ("Twenty-five thousand marched", ["25,000"]),
    ("two hundred and fifty jobs, nine hundred thousand trees", ["250", "900,000"]),
    ("forty percent, Fifty two percent", ["40%", "52%"]),
    ("fourteen Republicans and twenty-two states", ["14", "22"]),
    ("one of two, nine of them, a hundred, nobody", []),
    ("between one and two million people", ["1–2 million"]),
    ("five million to six million trees", ["5–6 million"]),
    ("a six-figure sum and two dozen people", []),
]
RANGES = [
    ("18 to 25 percent", ["18–25%"]),
    ("18% to 25%", ["18–25%"]),
    ("18 percent to 25 percent of homes", ["18–25%"]),
    ("between 18 and 25 percent of homes", ["18–25%"]),
    ("eighteen to twenty-five percent", ["18–25%"]),
    ("$3-5 million, 10–12 of them", ["$3–5 million", "10–12"]),
    ("$3 million to $5 million", ["$3–5 million"]),
    ("between $800,000 and $1.2 million", ["$800,000–1.2 million"]),
    ("rose from 18 to 25 percent", ["18%", "25%"]),
    ("fell from 25 percent to 18 percent", ["25%", "18%"]),
    ("12 dogs and 25 percent of cats", ["12", "25%"]),
    ("won 3-2, call 555-0142 or 800-555-0142", []),
    ("the Senate voted 68-32; a vote of 51 to 49", ["68–32", "51–49"]),
]
ROUGH = [
    ("about 1500 people, in 1500", ["1,500"]),
    ("more than 2000, some 2500 troops", ["2,000", "2,500"]),
    ("until about 2008, around 1995, in more than 2000 towns", ["2,000"]),
    ("nearly 1950 homes", ["1,950"]),
]
# The digits of a year before a noun count nothing, unless two of three say so: a plural, a word that only numbers have,
# a round number.
YEARS_OR_COUNTS = [
    ("set up under 2011 legislation that failed, under 2010 rules", []),
    ("21 percent higher than 2002 levels, back to roughly 2022 levels", ["21%"]),
    ("rivals fight over 2018 election meddling, over 2014 through Wednesday", []),
    ("some 2020 presidential hopefuls defer some 2020 taxes", []),
    ("excited about 2016 possibilities, a report about 2010 data", []),
    ("memorials came around 1900 as towns grew, and lasted", []),
    ("at least 2012, nearly 1998, more than 2011 legislation", []),
    ("fell from 10 percent in late 2009 to 5.1 percent", ["10%", "5.1%"]),
    ("grew from 4% in 2000 to 20% in 2012", ["4%", "20%"]),
    ("from 57.4 percent in 2009 to five percent, from $20 in 2008 to $30 by 2012", ["57.4%", "5%", "$20", "$30"]),
    ("almost 2000 children, over 2000 places worldwide, about 1900 local schools", ["2,000", "1,900"]),
    ("nearly 1950 old homes, at least 2015 people, more than 2000", ["1,950", "2,015", "2,000"]),
    ("2,011 rules, 2,011 of them", ["2,011"]),
    ("$2010, 2000 dollars, 2020 percent", ["$2,010", "$2,000", "2,020%"]),
    ("2000 to 2500 dollars", ["$2,000–2,500"]),
]
NO_FIGURES = [
    "In 2019, on May 5, 5 May, at 5:30 p.m. and 6 p.m., from 5 to 6 p.m., Section 12, Form 8, No. 3, the 21st",
    "May 5-7, Sept. 11, 2001, the 1990s, in 2016-17, the 2018–2019 school year, 2016/17",
    "in his 40s, the late '80s and ’90s",
    "COVID-19, MS-13, I-95, section 6103, an F-16, Interstate 35, Proposition 187, S. 744, H.R. 2207, Title 42",
    "on Day 1 of his term; Channel 4 and Boeing 737s; in Dunmore, PA 18512.",
    "the driver, 19, from Marlow; a clerk, 45. She met the age requirement of 15, and the age limit of 30",
    "Ann Lee, 45, said; aged 31; a 9-year-old; 12 years old; twelve years old; at age 14",
    "18- to 24-year-olds, ages 18 to 24, between the ages of 18 and 24, 18-24 year olds",
    "those 28 and younger, anyone 65 or older, people 16 and over",
    "Bo Roe (45) and Cy Poe, 61, of Dunmore, and Di Moe, 70.",
    "those who came before they were 16 and are younger than 30, before turning 16; he is 45 and she was 31",
    "eight in 10, three in ten, 2 out of 3, more than 1 in 5 people, three of every four",
    "a 19-page letter, 44 pages, page 12, pages 12 to 14, p. 4, pp. 4-9, a thousand-page bill",
    "100 percent sure, one hundred percent certain, I agree 100 percent. We gave 110 percent.",
    "I am 100 percent with him; he is 100% right",
    "one in a million, thanks a million, a million times, a million reasons, a thousand ways, the million-dollar question",
    "24/7, 9/11, 50-50, 20/20, a 180-degree turn, Catch-22",
    'id="394907027991846912", image 3 of 7',
    "1) Ask. 2) Wait.\n3. Go home.\n(4) Sleep.",
    "Reach him at 555-0142, extension 12.",
]  # fmt: skip
STILL_FIGURES = [
    ("Ann Lee, 45 percent of them", ["45%"]),
    ("100 percent of them", ["100%"]),
    ("In Ohio 300 people waited; on Tuesday 40 senators met.", ["300", "40"]),
    ("The 28 workers, and 65 or more of the guests", ["28", "65"]),
    ("It took 11 weeks, or 77 days.", ["11", "77"]),
    ("There were 12.\nThen 30.", ["12", "30"]),
    ("under 18 percent, over 65 million", ["18%", "65 million"]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*ONE_FORM, *IN_WORDS, *RANGES, *ROUGH, *YEARS_OR_COUNTS, *STILL_FIGURES]
)
def test_figures_have_one_form(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize("text", NO_FIGURES)
def test_dates_ages_pages_names_and_idioms_are_no_figures(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    "text", ["9" * 5000, "$" + "9" * 5000 + " million", "1" + ",000" * 2000, "0." + "1" * 5000 + "%"]
)
def test_digits_without_end_are_no_figure_and_no_error(text):
    assert figures(f"It cost {text} and {text} to {text}, or 12 percent.") == ["12%"]


COUNTED = [
    ("The 217 votes needed", " votes"),
    ("Only 46 House Republicans voted", " House Republicans"),
    ("the 217-vote threshold required", "-vote threshold"),
    ("a 16-day partial shutdown of offices", "-day partial shutdown"),
    ("told 200 of his campaign supporters that", " of his campaign supporters"),
    ("some 2,000 likely 2020 voters", " likely 2020 voters"),
    ("left 31 dead, and more", " dead"),
    ("19 million people saw", " people"),
    ("It is clear that 54 is more than some", ""),
    ("from three days to 12, a critic said of his plans", ""),
    ("After 24. Hours later", ""),
    ("The 14 of whom wolves are afraid", ""),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_what_a_number_counts_stands_behind_it(text, expected):
    (figure,) = place_figures(text)
    assert counted_things(text[figure.end :]) == expected
