"""Text that is no article is known as such, and prose is not."""

import gzip
import json

import pytest
from invented_records import STORY

from analysis.readers import read
from analysis.readers.no_prose import has_sentence, other_kind
from analysis.readers.page.notices import notice_in

CODE = "import os\nimport re\n\ndef rain(town):\n    return os.path.exists(town)\n"
OTHERS = {
    "source code": [CODE, "\\documentclass{article}\n" + STORY, "<?php echo 1; ?>"],
    "a log": ["2026-03-03 06:12:00 INFO It rained on the town and the council went home.\n" * 5],
    "records or settings": ["title: Rain\ntext: It rained.\ndate: 2026-03-03\noutlet: Ledger\n", "[a]\nb = 1\nc=2\nd = 3\n"],
    "references": ["TY  - NEWS\nT1  - Rain\nAB  - It rained.\nER  - \n", "@article{roe,\n title = {Rain}\n}"],
    "a calendar or a card": ["BEGIN:VCALENDAR\nSUMMARY:Rain\n"],
    "a key or an encrypted message": ["-----BEGIN PGP MESSAGE-----\nhQEM\n"],
    "source code or data": ["body{margin:0;color:red}\n" * 9],
    "encoded bytes or data": ["QUJD" * 3000],
    "a chat": ["[01.03.26, 10:00:00] Ana Roe: It rained.\nAll day.\n" * 4],
    "records with labels": ["HD  Rain\nWC  40 words\nSN  Ledger\nLP  It rained.\n\n" * 2],
    "a table whose columns have no names": ["# made\n" + "1\tRain\train\tNOUN\n" * 9],
    "a listing of a database": ["-[ RECORD 1 ]\ntitle | Rain\n", "*" * 27 + " 1. row " + "*" * 27 + "\ntitle: Rain\n"],
    "texts of a program": ['# German\n\nmsgid ""\nmsgstr ""\n'],
    "subtitles": ["0:00:01.000,0:00:02.000\nRain.\n", "{10}{20}Rain.\n", "[00:12.00]Rain.\n","1\n00:00:01,000 --> 00:00:02,000\nRain.\n"],
}  # fmt: skip
PROSE = [
    "\n".join(f"Q: Did it rain?\nA: {STORY}" for _ in range(5)),
    "\n".join(f"{name}: {STORY}" for name in ("Roe", "Vale", "Lind", "Roe", "Vale", "Roe", "Lind", "Vale")),
    "\n".join(f"    {line}." for line in STORY.split(".") if line.strip()),  # a text that is set in
    "\n\n".join(f"[10:3{n}] {STORY}" for n in range(6)),
    "UK and EU\n\n" + STORY,
    STORY,
    "\n".join(f"MS. ROE: {STORY}" for _ in range(5)),  # an interview
    "\n".join(f"{hour}:30 p.m. {STORY}" for hour in range(1, 9)),  # a blog of a day
    "\n\n".join([f"{STORY[:-1]};"] * 6),  # a list in a sentence
    f"The page says {'https://l.example/' + 'a' * 60}.\n\n{STORY}",
    f"Use `if (x) {{ return; }}` there.\n\n{STORY}\n\n{CODE}\n{STORY}\n\n{STORY}",
    "雨が町に降った。" * 50,
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in OTHERS.items() for text in texts])
def test_a_text_of_another_kind_is_named(kind, text):
    assert other_kind(text) == kind
    [raw] = read(text.encode(), "a.txt")
    assert raw["reason"] == "form not known" and kind in raw["detail"]


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_prose(text):
    assert other_kind(text) == "" and has_sentence(text)


def test_what_a_field_of_an_export_holds_is_not_asked():
    [raw] = read(json.dumps({"title": "Code", "text": CODE + STORY}).encode(), "a.json")
    assert "reason" not in raw


@pytest.mark.slow
def test_no_real_article_or_copied_page_is_taken_for_another_kind(shared):
    names = [
        *(f"allsides/{name}" for name in ("both", "immigration", "other", "tax")),
        "topics/allsides12",
        "topics/bbc",
    ]
    taken, n = [], 0
    for name in [*names, "copied/lines", "wcxb/lines"]:
        with gzip.open(shared / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                text = (
                    "\n".join(record["lines"])
                    if "lines" in record
                    else record.get("content_original") or record["text"]
                )
                kind = other_kind(text) or ("" if has_sentence(text) else "lines without a sentence")
                taken += [(name, kind)] if kind else []
                n += 1
    assert n > 10_000
    assert taken == []


def test_a_line_of_prose_without_a_full_stop_is_prose():
    text = "Title: Bridge closes\nAuthor: Ana Roe\n\nThe council voted on Monday to close the bridge"
    assert has_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "The old mill on the river is for sale. The town wants to buy it, the clerk said on Monday.",
        "A famous hotel is for sale!\nIts owner said so on Monday in Marlow, and the town was stunned.",
        "Just a moment... the mayor said, and left the hall.",
        "Page not found. That is what readers saw.",
        "The house is for sale. You can see it on Monday, the clerk said.",
    ],
)
def test_prose_that_begins_as_a_notice_does_is_kept(text):
    assert notice_in(text) == ""
    for data, name in ((text, "a.txt"), (json.dumps([{"title": "Marlow", "text": text}]), "a.json")):
        [raw] = read(data.encode(), name)
        assert "reason" not in raw


def test_a_notice_is_one_only_in_a_record_without_author_and_day():
    text = "Access denied. You do not have permission to see this page."
    [bare] = read(json.dumps([{"title": "Marlow", "text": text}]).encode(), "a.json")
    assert bare["reason"] == "not an article"
    for more in ({"author": "Ana Roe"}, {"date": "2026-03-03"}):
        [raw] = read(json.dumps([{"title": "Marlow", "text": text} | more]).encode(), "a.json")
        assert "reason" not in raw


@pytest.mark.parametrize(
    "begins",
    [
        "{'rain': 1} is what she typed, the clerk said on Monday. ",
        '{"rain": 1} is what she typed, the clerk said on Monday. ',
        '{"rain": 1 is what she typed, the clerk said on Monday. ',
        "{'rain': 'wind' is what she typed, the clerk said on Monday. ",
    ],
)
def test_a_story_that_begins_with_a_line_of_code_is_no_damaged_json(begins):
    [raw] = read(json.dumps([{"title": "Rain", "text": begins + STORY}]).encode(), "a.json")
    assert raw["text"] == begins + STORY


@pytest.mark.parametrize("text", ['{"title": "Rain", "text": "%s', '{"blocks": [{"text": "%s", "x": '])
def test_an_object_that_was_cut_off_is_damaged_json(text):
    [raw] = read(json.dumps([{"title": "Rain", "text": text.replace("%s", STORY)}]).encode(), "a.json")
    assert raw["reason"] == "not valid JSON"
