"""Copied pages of kinds that are easily read wrong: short paragraphs, lists in a story, pictures first, live blogs."""

import pytest

from analysis.articles import split_copied

HEAD = [
    "The Marlow Ledger",
    "Sections",
    "Log in",
    "Marlow closes its ferry terminal",
    "By Ana Roe",
    "March 3, 2026",
    "Share",
    "Save",
]
FOOT = [
    "Read more",
    "Rain again in Marlow",
    "2 hours ago",
    "Council weighs longer hours",
    "© 2026 The Marlow Ledger. All rights reserved.",
]
LONG = [
    "The council of Marlow voted on Tuesday to close the ferry terminal for eight months while the pilings are replaced, a decision that will send some two thousand commuters to buses.",
    "Members said the work could not wait, because inspectors had found rot in eleven of the forty pilings under the main pier during a survey in January.",
    "The repairs are expected to cost $14 million, most of it from a state fund for coastal works that was set up after the storms of 2019.",
    "Riders at the terminal on Wednesday morning said they had heard of the plan only from a notice taped to the ticket window.",
]


def read(body: list[str]) -> list[str]:
    return split_copied("\n".join([*HEAD, *body, *FOOT]), outlet="The Marlow Ledger").paragraphs


@pytest.mark.parametrize("short", ["It rained.", "“No,” she said.", "And then the lights went out.", "He was wrong."])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_short_paragraphs_are_kept(short, at):
    body = [*LONG[:at], short, *LONG[at:]]
    assert read(body) == body


def test_a_story_of_short_paragraphs_is_kept():
    body = [
        "The ferry terminal of Marlow is closed until the fall.",
        "So the council said on Tuesday.",
        "Nobody asked the riders.",
        "“Nobody,” said Dana Ruiz, who rides it daily.",
        *LONG[1:],
    ]
    assert read(body) == body


@pytest.mark.parametrize(
    "entries",
    [
        [
            "• The 9 bus will run every ten minutes from six in the morning.",
            "• The fare falls to a dollar until the terminal opens.",
            "• Tickets for the ferry stay valid on all buses.",
        ],
        [
            "1. Buses leave from the market, not from the pier.",
            "2. Bicycles ride free on the 9 bus.",
            "3. The last bus leaves at midnight.",
        ],
        [
            "Bus 9: every ten minutes, from the market.",
            "Bus 12: every half hour, from the school.",
            "Night bus: at midnight, from the station.",
        ],
    ],
)
def test_a_list_in_a_story_is_kept(entries):
    body = [LONG[0], LONG[1], "What riders should know:", *entries, LONG[2], LONG[3]]
    found = read(body)
    assert [line for line in entries if line not in found] == []


def test_pictures_above_the_story_are_captions():
    pictures = [
        "The ferry at its pier on Monday. (Jo Vale/The Marlow Ledger)",
        "Riders wait for the bus. (Jo Vale/The Marlow Ledger)",
    ]
    parts = split_copied("\n".join([*HEAD, *pictures, *LONG, *FOOT]), outlet="The Marlow Ledger")
    assert parts.paragraphs == LONG and parts.captions == [
        "The ferry at its pier on Monday.",
        "Riders wait for the bus.",
    ]


def test_a_live_blog_keeps_its_entries():
    body = ["10:42 a.m.", LONG[0], "10:15 a.m.", LONG[1], "9:50 a.m.", LONG[2], "9:31 a.m.", LONG[3]]
    assert [line for line in LONG if line not in read(body)] == []
