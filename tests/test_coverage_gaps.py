"""Gaps in a collection, and how coverage over time tells them from silence, against values worked by hand.

There is no folder tests/coverage: `import coverage`, which numba tries, would find it.
"""

import numpy as np
import pandas as pd
import pytest

from analysis import coverage_by, find_gaps


def daily(outlet, *days):
    """Return one article for each day, given as "first last" or as a single day."""
    dates = [date for span in days for date in pd.date_range(span.split()[0], span.split()[-1], tz="UTC")]
    ids = [f"{outlet}{date:%m%d}" for date in dates]
    return pd.DataFrame({"article_id": ids, "outlet": outlet, "published": dates})


@pytest.fixture
def collected():
    # Post: an article a day, but none for 20 days; Star: one on every Monday; Echo: daily until March 31.
    return pd.concat([
        daily("Post", "2024-03-01 2024-03-31", "2024-04-21 2024-05-31"),
        daily("Star", *pd.date_range("2024-03-04", "2024-05-27", freq="7D").strftime("%Y-%m-%d")),
        daily("Echo", "2024-03-01 2024-03-31"),
    ], ignore_index=True)  # fmt: skip


def test_a_stretch_too_long_for_chance_is_a_gap(collected):
    # Post: 31 + 41 = 72 articles in 92 days; 20 empty days would have 72 / 92 * 20 = 15.65. 73 exp(-15.65) = 1.2e-5.
    [gap] = find_gaps(collected).to_dict("records")
    assert (gap["outlet"], f"{gap['first']:%m-%d}", f"{gap['last']:%m-%d}", gap["days"]) == (
        "Post",
        "04-01",
        "04-20",
        20,
    )
    assert gap["expected"] == pytest.approx(1440 / 92) and gap["chance"] == pytest.approx(73 * np.exp(-1440 / 92))


def test_an_outlet_that_stops_has_a_gap_only_until_an_asked_for_day(collected):
    echo = collected[collected["outlet"] == "Echo"]
    assert find_gaps(echo).empty
    [gap] = find_gaps(echo, until="2024-05-31").to_dict("records")  # 61 days; 31 / 92 * 61 = 20.6 articles
    assert (f"{gap['first']:%m-%d}", f"{gap['last']:%m-%d}", gap["days"]) == ("04-01", "05-31", 61)
    [gap] = find_gaps(echo, since="2024-02-01").to_dict("records")  # 29 days; 31 / 60 * 29 = 15.0 articles
    assert (f"{gap['first']:%m-%d}", f"{gap['last']:%m-%d}") == ("02-01", "02-29")


def test_the_collection_as_a_whole_has_fewer_gaps_than_its_outlets(collected):
    # Star's Mondays break the 20 days of Post: no stretch is longer than 6 days.
    assert find_gaps(collected, by=[]).empty
    assert len(find_gaps(collected[collected["outlet"] != "Star"], by=[])) == 1


def test_chance_alone_seldom_makes_a_gap():
    # 200 collections at random times: at most 1% of them hold a stretch that counts, if the rule keeps its promise.
    rng = np.random.default_rng(0)
    start = pd.Timestamp("2024-01-01", tz="UTC")
    found = 0
    for _ in range(200):
        dates = start + pd.to_timedelta(np.sort(rng.uniform(0, 365, size=60)), unit="D")
        articles = pd.DataFrame({"article_id": map(str, range(60)), "outlet": "Post", "published": dates})
        found += not find_gaps(articles).empty
    assert found <= 6  # P(more than 6 | 200 draws at 1%) = 0.4%


def statuses(rows, outlet):
    return rows.loc[rows["outlet"] == outlet, "status"].dropna().tolist()


def test_silence_is_told_from_a_gap(collected):
    on_story = collected[collected["article_id"].isin(["Post0306", "Post0525", "Star0304"])]
    rows = coverage_by(on_story, collected, every="W", until="2024-05-31")
    weeks = rows["period"].dt.strftime("%m-%d")
    # Friday, March 1, is in the week of February 26; May 31 in that of May 27.
    assert (weeks.min(), weeks.max(), weeks.nunique()) == ("02-26", "05-27", 14)
    # April 1 to 20 are the gap: the weeks of April 1 and 8 wholly, that of April 15 has an article on Sunday, April 21.
    assert statuses(rows, "Post") == [
        "silent", "covered", "silent", "silent", "silent", "gap", "gap",
        "silent", "silent", "silent", "silent", "silent", "covered", "silent",
    ]  # fmt: skip
    assert statuses(rows, "Star") == ["none", "covered"] + ["silent"] * 12  # before its first article
    assert (
        statuses(rows, "Echo") == ["silent"] * 5 + ["gap"] * 9
    )  # not one article on the story, and a row all the same
    post = rows[rows["outlet"] == "Post"]
    assert post["n"].sum() == 2 and post["n_all"].tolist()[:7] == [3, 7, 7, 7, 7, 0, 0]


def test_after_its_last_article_an_outlet_has_no_gap_unless_a_day_was_asked_for(collected):
    rows = coverage_by(collected, every="M")
    assert statuses(rows, "Echo") == ["covered", "none", "none"]


def test_a_gap_of_the_whole_collection_is_one_of_a_small_outlet_too(collected):
    small = daily("Note", "2024-03-02", "2024-05-30")  # alone, it would never have a gap
    without_star = pd.concat([collected[collected["outlet"] == "Post"], small])
    rows = coverage_by(without_star, every="W")
    assert [f"{row.period:%m-%d}" for row in rows.itertuples() if row.outlet == "Note" and row.status == "gap"] == [
        "04-01", "04-08",
    ]  # fmt: skip
    assert statuses(coverage_by(small, every="W"), "Note").count("gap") == 0


def test_zeros_run_from_since_to_until(collected):
    star = collected[collected["outlet"] == "Star"]
    rows = coverage_by(star, every="M", since="2024-01-15", until="2024-07-02")
    assert rows["n"].tolist() == [0, 0, 4, 5, 4, 0, 0]  # Mondays of March, April and May 2024
    assert rows["period"].dt.strftime("%m-%d").iloc[[0, -1]].tolist() == ["01-01", "07-01"]
    inside = coverage_by(star, every="M", since="2024-04-02", until="2024-04-30")
    assert inside["n"].tolist() == [4]  # without Monday, April 1


def test_by_outlet_and_story_n_all_counts_the_outlet(collected):
    labeled = collected.assign(story=np.where(collected["article_id"].isin(["Post0306", "Star0304"]), "tax", "neither"))
    labeled.loc[labeled["article_id"] == "Echo0302", "story"] = "raids"
    on_story = labeled[labeled["story"] != "neither"]
    march = coverage_by(on_story, labeled, by=["outlet", "story"], every="M", until="2024-03-31")
    # Echo and Post have an article on each of the 31 days, Star on the four Mondays.
    assert march[["outlet", "story", "n", "n_all", "status"]].values.tolist() == [
        ["Echo", "raids", 1, 31, "covered"], ["Echo", "tax", 0, 31, "silent"],
        ["Post", "raids", 0, 31, "silent"], ["Post", "tax", 1, 31, "covered"],
        ["Star", "raids", 0, 4, "silent"], ["Star", "tax", 1, 4, "covered"],
    ]  # fmt: skip
    by_story = coverage_by(on_story, labeled, by="story", every="M")
    assert by_story["n_all"].tolist() == [66, 66, 15, 15, 35, 35]  # 31 + 31 + 4; 10 + 5; 31 + 4
    assert by_story["status"].tolist() == ["covered", "covered", "silent", "silent", "silent", "silent"]


def test_undated_articles_are_counted_but_have_no_status(collected):
    undated = pd.concat([collected, pd.DataFrame({"article_id": ["x"], "outlet": ["Post"], "published": [pd.NaT]})])
    rows = coverage_by(undated, every="M")
    last = rows[rows["period"].isna()].set_index("outlet")
    assert last["n"].to_dict() == {"Echo": 0, "Post": 1, "Star": 0} and last["status"].isna().all()
    assert last["n_all"].to_dict() == {"Echo": 0, "Post": 1, "Star": 0}


def test_an_article_that_was_not_collected_is_refused(collected):
    with pytest.raises(ValueError, match="articles holds an article that collected lacks; give all articles"):
        coverage_by(collected, collected[:5])


def test_a_day_in_another_spelling_is_refused(collected):
    with pytest.raises(ValueError, match="until='May 2024' is no day; write it as 2026-01-31"):
        coverage_by(collected, until="May 2024")
