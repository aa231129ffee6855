"""Words on the side they are typical of, and names that can be read."""

import matplotlib
import numpy as np
import pandas as pd
import pytest
from drawn import texts, title

from analysis import NotEnoughArticles, charts


def test_terms_stand_on_the_side_they_are_typical_of():
    frame = pd.DataFrame(
        {
            "term": ["raid", "return", "court"],
            "n": [9, 1, 4],
            "n_reference": [1, 9, 3],
            "score": [1.5, -2.0, 0.1],
            "z": [4.0, -5.0, 0.3],
            "q_value": [0.001, 0.001, 0.8],
            "low": [1.0, -2.5, -0.4],
            "high": [2.0, -1.5, 0.6],
        }
    )
    ax = charts.plot_terms(frame, target="immigration", reference="tax", most=5)
    assert [t.get_text() for t in ax.get_yticklabels()] == ["raid", "court", "return"]
    assert [float(c.get_offsets()[0][0]) for c in ax.collections] == [1.5, 0.1, -2.0]
    assert matplotlib.colors.to_hex(ax.collections[1].get_facecolor()[0]) == "#ffffff"  # q = .8: hollow
    assert title(ax) == "Words that set them apart. immigration: raid; tax: return"


def test_terms_are_drawn_as_the_labels_write_them():
    frame = comparison(4).assign(term=["newtown", "conn", "raid", "tax"], score=[2.0, 1.0, -1.0, -2.0], low=-3, high=3)
    labels = {"newtown": "Newtown", "conn": "Conn."}
    ax = charts.plot_terms(frame, target="guns", reference="tax", labels=labels)
    assert {t.get_text() for t in ax.get_yticklabels()} == {"Newtown", "Conn.", "raid", "tax"}
    assert title(ax) == "Words that set them apart. guns: Newtown, Conn.; tax: tax, raid"
    scatter = charts.plot_term_scatter(frame, target="guns", reference="tax", labels=labels)
    assert {"Newtown", "Conn.", "tax"} <= set(texts(scatter))
    rows = frame.assign(outlet="Post")
    assert {"Newtown", "Conn."} <= set(texts(charts.plot_group_terms(rows, by="outlet", colors={}, labels=labels)))


def test_where_no_word_is_typical_of_any_group_a_sentence_says_so():
    # one article an outlet: how much its articles vary is not known, and no word has a z above 0
    frame = pd.DataFrame({"outlet": ["Post", "Star"], "term": ["raid", "raid"], "z": [0.0, -0.1], "q_value": 1.0})
    with pytest.raises(NotEnoughArticles, match="no word can be told to be typical of any outlet; add articles, two"):
        charts.plot_group_terms(frame, by="outlet", colors={})


def comparison(n=40):
    """Return terms of evenly falling z, uses 10 to 400; those in the middle are typical of neither side."""
    z = [8 - 16 * i / (n - 1) for i in range(n)]
    return pd.DataFrame(
        {
            "term": [f"term number {i}" for i in range(n)],
            "n": range(5, 5 + 5 * n, 5),
            "n_reference": 5,
            "z": z,
            "q_value": [0.01 if abs(x) > 2 else 0.5 for x in z],
        }
    )


def test_the_scatter_has_every_term_and_names_that_do_not_overlap():
    frame = comparison()
    ax = charts.plot_term_scatter(frame, target="raids", reference="tax", most=12)
    assert sum(len(points.get_offsets()) for points in ax.collections) == len(frame)
    assert ax.get_xscale() == "log" and ax.collections[1].get_offsets().tolist()[0] == [10, 8]  # 5 and 5 uses
    assert ax.get_ylabel().startswith("← tax") and ax.get_ylabel().endswith("raids →")
    assert {"term number 0", "term number 39"} <= set(texts(ax)) and len(texts(ax)) >= 12
    boxes = [text.get_window_extent() for text in ax.texts]
    assert not any(one.overlaps(other) for i, one in enumerate(boxes) for other in boxes[:i])
    assert all(ax.bbox.x0 <= box.x0 and box.x1 <= ax.bbox.x1 for box in boxes)
    assert (
        title(ax)
        == "Words that set them apart. raids: term number 0, term number 1, term number 2; tax: term number 39, term number 38, term number 37"
    )


def test_a_name_in_a_crowd_covers_one_point_at_most():
    crowd = comparison(4000)
    ax = charts.plot_term_scatter(crowd, target="raids", reference="tax", most=40)
    points = np.vstack([ax.transData.transform(dots.get_offsets()) for dots in ax.collections])
    boxes = [text.get_window_extent() for text in ax.texts]
    assert boxes
    assert max(sum(box.contains(*point) for point in points) for box in boxes) <= 1


def test_the_scatter_of_sides_alike_says_so():
    ax = charts.plot_term_scatter(comparison().assign(q_value=0.9), target="raids", reference="tax")
    assert title(ax) == "No word sets raids and tax apart beyond chance" and texts(ax) == []
