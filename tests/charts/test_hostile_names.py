"""Names that matplotlib would read as mathematics, hide, or draw as boxes, in every chart that shows names."""

import warnings
from itertools import product

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.text import Text

from analysis import charts
from analysis.charts.writing import shown

NAMES = [
    "$5 News", "$x_1$", "$$", "a $ b", "$\\frac{1}{0}$", "50% Off", "under_score", "_hidden", "__", "C:\\news\\new",
    "\\alpha", "x^2", "{brace", "}", "#1 & more", "~tilde~", "<b>Post</b>", "&amp;", "'quoted\"", "=1+1", "+5", "-5", "@home",
    "…", "Ünïcode Dägblad", "Ελευθερία", "Правда", "“Post”", "nolegend", "0",
]  # fmt: skip
WHEN = pd.to_datetime(["2026-01-05", "2026-01-12"], utc=True)


def coverage(name):
    rows = {"outlet": [name, "Post"], "period": WHEN, "n": 2, "n_all": 3, "status": "articles"}
    return pd.DataFrame(rows)


def shares(name, by="outlet"):
    rows = {by: [name, "Post"], "share": [0.5, 0.2], "low": [0.4, 0.1], "high": [0.6, 0.3], "total": 9}
    return pd.DataFrame(rows)


def terms(**more):
    columns = {"term": ["tax", "fee"], "n": 5, "n_reference": 3, "score": [1.0, -1.0], "low": [0.5, -2.0]}
    return pd.DataFrame(columns | {"high": [1.5, -0.5], "z": [3.0, -3.0], "q_value": 0.01} | more)


CHARTS = {
    "outlets": lambda n: charts.plot_outlets(
        pd.DataFrame({"outlet": [n], "articles": [3], "copies": [1], "missing": [0]})
    ),
    "coverage": lambda n: charts.plot_coverage(coverage(n), by="outlet", colors={n: "#0072B2"}),
    "timelines": lambda n: charts.plot_timelines(coverage(n), colors={n: "#0072B2"}),
    "shares": lambda n: charts.plot_shares(shares(n), by="outlet", colors={n: "#0072B2"}, of="articles"),
    "stories": lambda n: charts.plot_story_mix(shares("Post").assign(story=[n, "neither"], outlet="Post"), colors={}),
    "terms": lambda n: charts.plot_terms(terms(), target=n, reference="Post"),
    "scatter": lambda n: charts.plot_term_scatter(terms(), target=n, reference="Post"),
    "groups": lambda n: charts.plot_group_terms(terms(outlet=n), by="outlet", colors={}),
    "speakers": lambda n: charts.plot_speakers(
        pd.DataFrame({"speaker": ["Ann Lee", n], "outlet": [n, "Post"], "n": [2, 1]}), colors={n: "#0072B2"}
    ),
    "topics": lambda n: charts.plot_topics(
        pd.DataFrame({"label": [n], "terms": ["a, b"], "share": [1.0], "stability": [0.9], "doubtful": [False]})
    ),
}


def texts_of(ax):
    return [text for text in ax.figure.findobj(Text) if text.get_text()]


@pytest.mark.parametrize(("chart", "name"), list(product(CHARTS, NAMES)))
def test_a_name_is_drawn_as_written(chart, name):
    ax = CHARTS[chart](name)
    texts = texts_of(ax)
    assert any(name in text.get_text() for text in texts)
    assert not any(text.get_parse_math() for text in texts)


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize(
    ("name", "seen"),
    [(" \t\n", "(no name)"), ("", "(no name)"), ("Post\x00\x1b[31m", "Post [31m"), ("x" * 5000, "x" * 8 + "…")],
)
def test_a_blank_name_is_said_and_a_long_one_loses_its_middle(chart, name, seen):
    texts = ["".join(text.get_text().split("\n")) for text in texts_of(CHARTS[chart](name))]
    assert any(seen in text for text in texts)
    assert all(len(text) < 300 and text.replace("\n", "").isprintable() for text in texts)


@pytest.mark.parametrize("chart", CHARTS)
def test_all_of_it_can_be_rendered(chart):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        CHARTS[chart]("$\\frac{_%^").figure.canvas.draw()
    assert caught == []


def test_a_name_in_the_middle_is_cut_on_both_sides_of_an_ellipsis():
    assert shown("abcdefghij", longest=5) == "ab…ij"
    assert shown("abcde", longest=5) == "abcde"


@pytest.fixture(autouse=True)
def close():
    yield
    plt.close("all")
