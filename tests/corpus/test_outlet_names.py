"""Outlets are one each: aliases win, and a site joins the outlet whose name it holds."""

import pandas as pd
import pytest

from analysis import ingest, paths, read_table
from analysis.aliases import Aliases
from analysis.corpus.outlet_names import names_in_folders, outlet_names


@pytest.mark.parametrize(("found", "aliases", "names"), [
    (["Metro", "Metro.co.uk"], {}, {"Metro.co.uk": "Metro"}),
    (["Harbor News", "www.harbor-news.com.au"], {}, {"www.harbor-news.com.au": "Harbor News"}),
    (["Slate.com", "Post"], {}, {}),  # nobody else has that name
    (["Fox", "Fox.com"], {"fox": "Fox Channel"}, {"Fox": "Fox Channel", "Fox.com": "Fox Channel"}),
    (["Metro", "Metro.co.uk"], {"metro.co.uk": "Metro Online"}, {"Metro.co.uk": "Metro Online"}),
    (["A. B.", "No. 10"], {}, {}),
])  # fmt: skip
def test_names_to_use(found, aliases, names):
    assert outlet_names(found, Aliases(aliases, {})) == names


@pytest.mark.parametrize(("outlets", "folders", "names"), [
    (["Insider", "Businessinsider.com"], ["Insider", "Insider"], {"Businessinsider.com": "Insider"}),
    (["Businessinsider.com"], ["insider"], {"Businessinsider.com": "Insider"}),  # a site is no name
    (["BBC News"], ["bbc"], {}),  # one name already
    (["NPR", "npr.org"], ["npr", "npr"], {"npr.org": "NPR"}),  # capitals as printed
    (["The Marlow Ledger", "ML"], ["the-marlow-ledger"] * 2, {}),  # two initials say too little
    (["New Marlow Times", "nmt.com"], ["New Marlow Times"] * 2, {"nmt.com": "New Marlow Times"}),
    (["Harbor News", "Harbor Online News"], ["Harbor News", "Harbor News"], {}),  # two outlets' folder
    (["Post", "Echo"], ["ferries", "ferries"], {}),  # a topic's folder
    (["Ledger - News", "Ledger - Opinion"], ["Ledger", "Ledger"], {}),  # sections stay apart
    (["Metro", "Metro Online", "Metro Online"], ["Metro", "Metro", "Other"], {}),  # stands elsewhere, too
    (["Post", "Post.com"], ["raw", "raw"], {}),  # a folder that names no outlet
])  # fmt: skip
def test_a_folder_of_one_outlet_names_it(outlets, folders, names):
    assert names_in_folders(pd.Series(outlets), pd.Series(folders)) == names


def test_an_alias_goes_before_the_folder_and_counts_for_it():
    in_folders = {"Businessinsider.com": "Insider"}
    assert outlet_names(["Insider", "Businessinsider.com"], Aliases({"insider": "BI"}, {}), in_folders) == {
        "Insider": "BI", "Businessinsider.com": "BI"
    }  # fmt: skip
    aliases = Aliases({"businessinsider.com": "Business Insider"}, {})
    assert outlet_names(["Businessinsider.com"], aliases, in_folders) == {"Businessinsider.com": "Business Insider"}


def test_an_alias_is_applied_by_ingest_and_taken_back_when_it_goes(tmp_path, monkeypatch):
    for name in ("notebooks", "runs", "data/raw/post", "data/raw/post-online"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(tmp_path))
    for number, folder in enumerate(["post", "post-online"]):
        lines = (f"The ferry ran on day {day} of month {number}, and it was full of people." for day in range(9))
        text = f"Ferry {number}\n\nJanuary 3, 2026\n\n" + "\n\n".join(lines)
        (tmp_path / "data/raw" / folder / "a.txt").write_text(text, encoding="utf-8")
    aliases = tmp_path / "data/aliases.csv"
    aliases.write_text("kind,name,use,note\noutlet,Post Online,Post,its site\n", encoding="utf-8")
    assert ingest("data/raw")["outlet"].tolist() == ["Post"]
    assert read_table(tmp_path / "data/processed/articles")["outlet"].tolist() == ["Post", "Post"]
    aliases.unlink()
    assert sorted(ingest("data/raw")["outlet"]) == ["Post", "Post Online"]
