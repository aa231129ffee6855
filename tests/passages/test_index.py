"""Each number of a table lists the passages that it counts, and no other."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.passages import index_passages

QUOTES = pd.DataFrame(
    {
        "article_id": ["a", "a", "b", "c"],
        "quote_id": ["q1", "q2", "q3", "q4"],
        "outlet": ["Post", "Post", "Star", None],
        "kind": ["person", "group", "person", "person"],
    }
)


def test_two_numbers_of_a_row_have_passages_of_their_own():
    table = pd.DataFrame({"outlet": ["Post", "Star"], "n": [2, 1], "people": [1, 1]})
    numbers = {"n": QUOTES, "people": QUOTES[QUOTES["kind"] == "person"]}
    index = index_passages(table, numbers, ["outlet"])
    listed = index.groupby(["row", "number"])["quote_id"].agg(list).to_dict()
    assert listed == {(0, "n"): ["q1", "q2"], (0, "people"): ["q1"], (1, "n"): ["q3"], (1, "people"): ["q3"]}


def test_a_row_for_things_without_a_value_has_those_things():
    table = pd.DataFrame({"outlet": ["Post", "Star", None], "n": [2, 1, 1]})
    assert index_passages(table, {"n": QUOTES}, ["outlet"]).query("row == 2")["quote_id"].tolist() == ["q4"]


def test_a_number_that_is_not_that_of_its_passages_is_refused():
    table = pd.DataFrame({"outlet": ["Post", "Star"], "n": [2, 2]})
    with pytest.raises(ValueError, match="for outlet Star, n is 2 in the table, but 1 passages are given"):
        index_passages(table, {"n": QUOTES}, ["outlet"])
    with pytest.raises(ValueError, match="for outlet Moon, n is 1 in the table, but 0"):
        index_passages(pd.DataFrame({"outlet": ["Post", "Moon"], "n": [2, 1]}), {"n": QUOTES}, ["outlet"])


def test_things_that_are_not_counted_need_no_number():
    table = pd.DataFrame({"outlet": ["Post", "Moon"]})
    assert index_passages(table, {"": QUOTES}, ["outlet"])["row"].tolist() == [0, 0]


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from("pq")), min_size=1, max_size=30))
def test_all_rows_together_list_everything_once(groups):
    things = pd.DataFrame(groups, columns=["outlet", "kind"]).assign(article_id="a")
    things["quote_id"] = [str(place) for place in range(len(things))]
    table = things.groupby(["outlet", "kind"]).size().rename("n").reset_index()
    index = index_passages(table, {"n": things}, ["outlet", "kind"])
    assert sorted(index["quote_id"]) == sorted(things["quote_id"])
    rows = things.merge(table.assign(row=range(len(table))), on=["outlet", "kind"]).set_index("quote_id")["row"]
    assert index["row"].tolist() == [rows[quote] for quote in index["quote_id"]]
