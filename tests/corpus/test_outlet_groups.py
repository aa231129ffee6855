"""Groups of outlets: names, copies within a group, and the selection of a run."""

import hashlib

import pandas as pd
import pytest
from passages_held import articles as held_articles

from analysis import (
    describe_corpus,
    drop_copies,
    group_outlets,
    load_findings,
    load_run_articles,
    open_run,
    paths,
    read_table,
)
from analysis.charts import plot_outlets
from analysis.report.page import write_page
from analysis.report.provenance import gather_provenance

GROUPS = {"national": ["Post", "Star"], "Echo": ["Echo", "Note"]}


def test_the_group_stands_for_the_outlet_and_nothing_else_changes():
    articles = pd.DataFrame(
        {"article_id": list("abcde"), "outlet": ["Star", "Note", "Echo", "Wire", "Post"]}, index=range(5, 10)
    )
    grouped = group_outlets(articles, GROUPS)
    assert grouped["outlet"].tolist() == ["national", "Echo", "Echo", "Wire", "national"]
    assert grouped["publication"].tolist() == articles["outlet"].tolist() and grouped.index.equals(articles.index)
    assert articles.columns.tolist() == ["article_id", "outlet"]  # not changed in place


def test_without_groups_an_outlet_keeps_its_name():
    articles = pd.DataFrame({"outlet": ["Star", "Note"]})
    assert group_outlets(articles, {})["outlet"].tolist() == ["Star", "Note"]


def test_an_article_is_its_own_outlets_and_one_from_a_member_of_its_group_is_not():
    articles = pd.DataFrame({
        "article_id": list("abc"),
        "text": ["It rained in Ames.", "A ferry sank.", "The mayor spoke."],
        "outlet": ["Post", "Star", "Star"],
        "origin": ["the post", "Post", None],  # Post names itself; Star took one from Post
    })  # fmt: skip
    assert drop_copies(articles)["article_id"].tolist() == ["a", "c"]
    assert drop_copies(group_outlets(articles, GROUPS))["article_id"].tolist() == ["a", "c"]


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """Return a function that writes a run file with these groups, over two articles each from Post, Star and Echo."""
    for name in ("notebooks", "runs", "data/raw"):
        (tmp_path / name).mkdir(parents=True)
    rows = [
        {
            "outlet": outlet,
            "headline": f"Rain {day}",
            "date": f"2026-05-0{day}",
            "text": f"It rained in {outlet} on day {day}. " * 9,
        }
        for outlet in ("Post", "Star", "Echo")
        for day in (1, 2)
    ]
    pd.DataFrame(rows).to_csv(tmp_path / "data/raw/articles.csv", index=False)
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(tmp_path))

    def write(groups, more=""):
        story = "stories:\n  - {name: rain, label: Rain, find: [rain*], least_hits: 1}\n"
        (tmp_path / "runs/mine.yaml").write_text(f"title: Rain\n{story}groups: {groups}\n{more}", encoding="utf-8")
        return "runs/mine.yaml"

    return write


def test_a_run_has_its_groups_in_place_of_outlets(workspace):
    run = open_run(workspace("{national: [Post, Star]}", more="parameters: {outlets: [national]}\n"))
    assert run.selection == {"outlets": ["Post", "Star"]}
    assert load_run_articles(run)["outlet"].value_counts().to_dict() == {"national": 4, "Echo": 2}
    chosen = load_run_articles(run, outlets=["national"], since="2026-05-02")
    assert chosen[["outlet", "publication"]].values.tolist() == [["national", "Post"], ["national", "Star"]]
    assert load_run_articles(run, outlets=["Star"])["outlet"].tolist() == ["national"] * 2
    assert load_run_articles(run, **run.selection)["article_id"].nunique() == 4


def test_findings_are_about_groups_stored_or_new(workspace):
    run = open_run(workspace("{national: [Post, Star]}"))
    stored = read_table(run.processed / "findings.parquet")
    new = load_findings(run, load_run_articles(run), min_confidence=0.9)
    for findings in (stored, new):
        first = findings[findings["kind"] == "articles on Rain"]
        assert dict(zip(first["groups"].map(lambda group: group[0]), first["n_articles"], strict=True)) == {
            "Echo": 2, "national": 4,
        }  # fmt: skip
    described = describe_corpus(load_run_articles(run)).set_index("outlet")
    assert described["outlets"].to_dict() == {"national": 2, "Echo": 1}
    assert plot_outlets(describe_corpus(load_run_articles(run))).get_title(loc="left").startswith("6 articles from 3")


def test_the_report_counts_outlets_and_says_which_ones_a_group_holds(workspace, tmp_path):
    (tmp_path / "report").mkdir()
    run = open_run(workspace("{national: [Post, Star]}"))
    made_of = gather_provenance(run)
    page = write_page(run, tmp_path / "report", made_of=made_of).read_text(encoding="utf-8")
    assert "2 outlets and groups" in page
    assert "6 articles from 3 outlets" in page and '<th scope="col">outlet or group</th>' in page
    shown = {article["outlet"] for article in held_articles(tmp_path / "report")}
    assert shown == {"national: Post", "national: Star", "Echo"}
    assert '<th scope="row">national</th><td class="n">4</td>' in page and "<li>national: Post, Star</li>" in page


def test_the_files_that_set_the_look_of_charts_are_hashed(workspace, tmp_path):
    house = tmp_path / "house.mplstyle"
    house.write_bytes(b"font.size: 11\n")
    run = open_run(workspace("{national: [Post, Star]}"))._replace(style=(str(house), "ggplot"))
    styles = gather_provenance(run)["styles"]
    assert styles == {"house.mplstyle": hashlib.sha256(b"font.size: 11\n").hexdigest(), "ggplot": None}


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        (
            "{national: [Post, Stra]}",
            r"groups in runs/mine.yaml: there is no 'Stra' \(did you mean Star\?\); allowed are: Echo, Post, Star",
        ),
        (
            "{national: [Post, Stra], local: [Moon]}",
            r"there is no 'Stra' \(did you mean Star\?\), no 'Moon'; allowed are: Echo, Post, Star",
        ),
        ("{Echo: [Post, Star]}", "'Echo' is also an outlet; give the group another name, or put the outlet in it"),
        (
            "{national: [Post], local: [Star, Post]}",
            "'Post' stands in 'national' and in 'local'; leave it in one of them",
        ),
        ("{national: Post}", "must be lines such as `national: \\[Post, Star\\]`: a name and a list of outlets"),
        ("[Post, Star]", "must be lines such as"),
        ("{national: []}", "must be lines such as"),
        ("{2026: [Post]}", "must be lines such as"),
    ],
)
def test_a_slip_in_the_groups_is_one_clear_sentence(workspace, groups, message):
    with pytest.raises(ValueError, match=message):
        open_run(workspace(groups))
