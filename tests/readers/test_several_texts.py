"""Several articles in one text file are parted; the parts of one article are not."""

import pytest

from analysis.readers import read

BODY = "Rain fell on the town on Monday, and the council, which had met to talk about drought, went home early."
RULE = "-" * 20


def n_articles(text: str) -> int:
    return len(list(read(text.encode(), "a.txt")))


@pytest.mark.parametrize("rule", [RULE, "=" * 12, "* " * 10, "_" * 9, "Story 2", "--- Document 2 of 2 ---"])
def test_articles_with_headlines_are_parted(rule):
    first = "Story 1\n" if rule.startswith("Story") else "--- Document 1 of 2 ---\n" if "2" in rule else ""
    assert n_articles(f"{first}Rain in the town\n\n{BODY}\n\n{rule}\n\nSnow in the hills\n\n{BODY}\n") == 2


def test_between_short_rules_a_byline_or_a_day_must_stand():
    assert n_articles(f"Rain in the town\n\n{BODY}\n\n***\n\nWhat comes next week\n\n{BODY}\n") == 1
    assert n_articles(f"Rain in the town\nBy Ana Roe\n\n{BODY}\n\n***\n\nSnow\nMarch 3, 2026\n\n{BODY}\n") == 2


@pytest.mark.parametrize(
    "part",
    [
        BODY,  # goes on
        "Background\n\n" + BODY,  # a heading of one word
        "Contact: Ana Roe",  # the foot of a press release
        "10:05 a.m.\n\n" + BODY,  # a live blog
        "SHARE YOUR STORY\n\nHas it rained on you, and did you get wet on the way home? Write to us.\n\nRelated Topics\nWeather",
        "Related stories\nSnow\nHail\nWind",
        "",
    ],
)
def test_parts_of_one_article_stay_together(part):
    assert n_articles(f"Rain in the town\n\n{BODY}\n\n{RULE}\n\n{part}\n") == 1


def test_a_numbered_part_without_a_text_is_a_record_of_its_own():
    found = list(read(f"Document 1\n\nRoe ran\n\n{BODY}\n\nDocument 2\n\nNot available.\n".encode(), "a.txt"))
    assert [(raw["record"], "Rain fell" in raw["text"]) for raw in found] == [(1, True), (2, False)]
