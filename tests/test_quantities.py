"""Figures of a text: which numbers count, and the one form of each."""

import pytest

from analysis.quantities import figures


@pytest.mark.parametrize(("text", "expected"), [
    ("$66 billion, $66bn, 66 billion dollars, US$66 billion", ["$66 billion"]),
    ("$5M and 5 million euros", ["$5 million", "€5 million"]),
    ("12 percent, 12 per cent, 12%, 12.0%", ["12%"]),
    ("1,300 people; 23 of them", ["1,300", "23"]),
    ("In 2019, on May 5, 5 May, at 5:30 p.m. and 6 p.m., Section 12, Form 8, No. 3, COVID-19, the 21st, section 6103", []),
    ("Ten of 3.50 and .5", ["3.5"]),
    ("", []),
    ("three million, Twenty-five thousand, two hundred, forty percent", ["3 million", "25 thousand", "200", "40%"]),
    ("one of two, a hundred, nobody", []),
    ("18 to 25 percent, $3-5 million, 10–12, won 3-2, call 555-0142", ["18–25%", "$3–5 million", "10–12"]),
    ("about 1500, more than 2000, in 1500", ["1,500", "2,000"]),
    ("Ann Lee, 45, said; aged 31; a 9-year-old; 12 years old; a 19-page letter; 44 pages", []),
    ("Ann Lee, 45 percent of them", ["45%"]),
    ("100 percent sure, 100 percent of them", ["100%"]),
])  # fmt: skip
def test_figures_have_one_form(text, expected):
    assert figures(text) == expected
