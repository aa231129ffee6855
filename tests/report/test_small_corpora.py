"""A first corpus never fails: whatever there is gives a report, which says in sentences what more is needed."""

import random
import shutil

import pytest

from analysis import paths
from analysis.report import make_report

ROOT = paths.workspace().root
TOPICS = {
    "immigration": "immigration agents at the border patrol station",
    "taxes": "taxpayer data and tax records that leaked",
    "ferries": "the ferry, the harbor and the bakery",
}
PEOPLE = ("Ann Lee, a lawyer", "Pia Holm, a clerk", "Tom Reyes, a driver", "Ruth Stern, a judge")


def article(number, topic, date):
    draw = random.Random(number)
    paragraphs = [
        f"{draw.choice(['The council met', 'A hearing was held', 'Officials spoke'])} on {TOPICS[topic]}, and "
        f"{draw.randrange(10, 900)} people came.\n\n“{draw.choice(['We', 'They'])} will not "
        f"{draw.choice(['wait', 'pay', 'leave', 'agree'])} for {topic} paper {draw.randrange(99)},” "
        f"{draw.choice(PEOPLE)}, said."
        for _ in range(5)
    ]
    return f"Story {number} on {topic}\n\nBy Ann Lee\n\n{date}\n\n" + "\n\n".join(paragraphs)


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """Return an empty workspace with the notebooks of the project and its stories."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    shutil.copytree(ROOT / "runs", tmp_path / "runs")
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize(("n", "outlets", "topics", "date", "sentence"), [
    (1, ["Post"], ["immigration"], "January {day}, 2026", "no word is in at least 3 articles of 1"),
    (2, ["Post", "Star"], ["immigration", "taxes"], "January {day}, 2026", "have too few articles to be compared"),
    (4, ["Post", "Star"], ["ferries"], "January {day}, 2026", "there are no quotes in these articles"),
    (5, ["Post", "Star"], ["immigration", "taxes"], "January {day}, 2026", "with nothing to compare it with"),
    (6, ["Post"], ["immigration", "taxes"], "January {day}, 0001", "no article has a date"),
    (6, ["Post", "Star"], ["immigration", "taxes"], "", "no article has a date"),
    (15, ["Post", "Star", "Ledger"], ["immigration", "taxes"], "January {day}, 2026", "No clear difference between the 2 outlets"),
    (30, ["Post", "Star", "Ledger"], ["immigration", "taxes"], "January {day}, 2026", "No clear difference between the 3 outlets"),
])  # fmt: skip
def test_a_small_corpus_gives_a_report(n, outlets, topics, date, sentence, workspace):
    for number in range(n):
        folder = workspace / "data/raw" / outlets[number % len(outlets)]
        folder.mkdir(parents=True, exist_ok=True)
        text = article(number, topics[number % len(topics)], date.format(day=number + 1))
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    page = make_report("runs/immigration-tax.yaml").read_text(encoding="utf-8")
    assert sentence in page
