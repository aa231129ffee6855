"""How a notebook begins: which parameters are refused, in which words, and what it gets."""

import pytest

from analysis import open_notebook, paths

DAYS = {"post": (1, 2, 3), "star": (4, 5)}


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Return a workspace with five articles of two outlets, two of them on ferries."""
    folder = tmp_path_factory.mktemp("small")
    for name in ("notebooks", "runs", *(f"data/raw/{outlet}" for outlet in DAYS)):
        (folder / name).mkdir(parents=True)
    for outlet, days in DAYS.items():
        for day in days:
            about = "The tax on ferries rises" if day > 3 else "A school opens its doors to children"
            text = f"News of Day {day}\n\nBy Ann Lee\n\nMay {day}, 2026\n\n" + f"{about} for the {day}th time.\n\n" * 9
            (folder / f"data/raw/{outlet}/{day}.txt").write_text(text, encoding="utf-8")
    story = "stories:\n  - {name: ferry, label: Ferries, find: [ferr*], least_hits: 1}\n"
    groups = "groups:\n  papers: [Star]\n"
    (folder / "runs/mine.yaml").write_text("title: Ferries\n" + story, encoding="utf-8")
    (folder / "runs/groups.yaml").write_text("title: Ferries\nprocessed: data/processed/mine\n" + story + groups)
    return folder


@pytest.fixture
def workspace(small, monkeypatch):
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(small))


def test_the_articles_have_their_stories_and_say_whether_they_are_copies(workspace):
    run, articles = open_notebook("runs/mine.yaml")
    assert run.title == "Ferries"
    stories = articles.groupby("outlet")["story"].unique().map(list).to_dict()
    assert stories == {"Post": ["neither"], "Star": ["Ferries"]}
    assert articles["is_copy"].dtype == bool


@pytest.mark.parametrize(
    ("outlets", "found"), [(["Star"], 2), ("Star", 2), ('["Post", "Star"]', 5), ("", 5), ("[Post]", 3), ([], 5)]
)
def test_outlets_may_be_a_list_one_name_or_a_list_as_a_command_line_gives_it(workspace, outlets, found):
    assert len(open_notebook("runs/mine.yaml", outlets=outlets).articles) == found


def test_a_group_is_known_as_an_outlet_is(workspace):
    assert open_notebook("runs/groups.yaml", outlets=["papers"]).articles["publication"].unique() == ["Star"]


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ({"outlets": ["Stra"]}, r"^outlets: there is no 'Stra' \(did you mean Star\?\); allowed are: Post, Star$"),
        ({"outlets": '["Post"'}, r"^outlets='\[\"Post\"' is no list; write it as \[\"Post\", \"Star\"\]$"),
        ({"since": "2026-02-30"}, "^since='2026-02-30' is no day; write it as 2026-01-31$"),
        ({"since": "2027-01-01"}, "^no article has since='2027-01-01'; there are 5 articles from 2026-05-01 to"),
        ({"since": "2026-05-04", "until": "2026-05-01"}, "^since='2026-05-04' is later than until='2026-05-01'"),
        ({"every": "month"}, "^every='month' is no period; write D, W, M, Q, Y, or nothing$"),
        ({"most_outlets": 0}, "^most_outlets=0 cannot be used; write a whole number from 1$"),
        ({"most_outlets": 2.5}, "^most_outlets=2.5 cannot be used; write a whole number from 1$"),
        ({"min_confidence": 25}, "^min_confidence=25 cannot be used; write a number from 0 to 1$"),
        ({"seed": True}, "^seed=True cannot be used; write a whole number from 0$"),
    ],
)
def test_a_parameter_that_cannot_be_used_is_named_in_one_sentence(workspace, chosen, message):
    with pytest.raises(ValueError, match=message) as raised:
        open_notebook("runs/mine.yaml", **chosen)
    assert "\n" not in str(raised.value)
