"""Files that look like a kind of bad input, and are read as they stand. All people and places are invented."""

import csv
import io
import json

import pytest

from analysis.readers import read

RAIN = "The river rose over its banks on Monday and the council closed two roads. Nobody was hurt, the crew said."
WIND = "The wind blew the roof off a barn near the town on Tuesday. The farmer said that it would be mended by spring."


def articles(content, name="a.json"):
    """Return (headline, text) of each article in a file, and the reason of each reject."""
    data = content.encode() if isinstance(content, str) else json.dumps(content).encode()
    return [raw.get("reason") or (raw.get("headline"), raw["text"].strip()) for raw in read(data, name)]


BOTH = [("Rain", RAIN), ("Wind", WIND)]
NAMES, CELLS = ["headline", "text"], [["Rain", RAIN], ["Wind", WIND]]


@pytest.mark.parametrize(
    "sheet",
    [
        {"columns": NAMES, "index": [["a", 0], ["a", 1]], "data": CELLS},  # as pandas writes an index of two levels
        {"columns": NAMES, "totals": [["Rain", 1]], "rows": CELLS},
        {"names": NAMES, "totals": [["Rain"], ["Wind"]], "cells": CELLS},
        {"columns": NAMES, "data": [["Rain", RAIN, "x"], ["Wind", WIND]]},
    ],
)
def test_rows_of_a_sheet_in_json_are_those_as_wide_as_its_names(sheet):
    assert articles(sheet) == BOTH


def test_a_headline_that_names_a_column_does_not_turn_a_sheet():
    assert articles([NAMES, ["Rain", RAIN], ["Body", WIND]]) == [("Rain", RAIN), ("Body", WIND)]
    sections = [["section", *NAMES], ["story", "Rain", RAIN], ["story", "Wind", WIND]]
    assert articles(sections) == BOTH


@pytest.mark.parametrize("sheet", [[NAMES, CELLS[0], "damaged", CELLS[1]], {"columns": NAMES, "data": [*CELLS, "x"]}])
def test_words_in_place_of_a_row_are_a_reject(sheet):
    found = articles(sheet)
    assert [one for one in found if isinstance(one, tuple)] == BOTH
    assert len(found) == 3


def test_a_sheet_in_json_without_rows_has_no_record():
    assert articles({"columns": NAMES, "data": []}) == ["no record"]


def test_texts_between_fences_are_not_joined():
    two = f"~~~~\nRain\n\n{RAIN}\n~~~~\n\n~~~~\nWind\n\n{WIND}\n~~~~\n"
    assert not [found for found in articles(two, "a.txt") if RAIN in found[1] and "~~~~" not in found[1]]


def test_an_article_with_an_example_of_data_is_not_taken_for_the_data():
    values = {"river": "Ash", "level": 3, "place": "the old bridge", "unit": "feet", "when": "noon of Monday"}
    example = json.dumps(values | {"by": "the council of the town", "more": "none at all", "until": "the next Monday"})
    above = "# How to read the data\n\nThe council put out a file on Monday, and it looks so:"
    article = f"{above}\n\n```json\n{example}\n```\n\nNobody was hurt.\n"
    [(_, text)] = articles(article, "a.md")
    assert "The council put out a file" in text
    assert "Nobody was hurt" in text


@pytest.mark.parametrize("head", ["Story: ", "Source: ", "Text: "])
def test_prose_between_rules_is_no_head_of_markdown(head):
    [(_, text)] = articles(f"---\n{head}{RAIN}\n---\n\n{WIND}\n", "a.txt")
    assert RAIN in text
    assert WIND in text


def test_the_text_in_a_head_of_markdown_is_not_lost():
    [(_, text)] = articles(f"---\ntitle: Rain\nbody: |\n  {RAIN}\n---\n", "a.md")
    assert RAIN in text


def test_a_head_is_not_that_of_an_article_above_another_with_its_own():
    [raw] = read(f"---\ntitle: Rain\n---\n{RAIN}\n\n---\ntitle: Wind\n---\n{WIND}\n".encode(), "a.md")
    assert "headline" not in raw


@pytest.mark.parametrize(
    "line",
    ["Warning: storm on the road from Ashby/Barrow on line 5", "Trains stopped at Ashby/Barrow line 5."],
)
def test_prose_with_a_slash_is_no_complaint_of_a_server(line):
    [(_, text)] = articles(f"{line}\n\n{RAIN}\n", "a.txt")
    assert text.startswith(line)


def test_comments_above_a_table_may_name_its_columns():
    above = "# Columns: headline, text, date\n# Exported in May, by the desk\n"
    assert articles(f'{above}headline,text\nRain,"{RAIN}"\nWind,"{WIND}"\n', "a.csv") == BOTH


def test_a_headline_of_markdown_is_no_header_of_a_table():
    [(_, text)] = articles(f"# Story, date, and text\nOn Monday, it rained. {RAIN}\n\n{WIND}\n", "a.txt")
    assert "it rained" in text
    assert WIND in text


def test_nuls_behind_a_closed_cell_are_padding():
    assert articles(f'headline,text\nRain,"{RAIN}"\0\0\0\0\nWind,"{WIND}"\0\0\0\0\n', "a.csv") == BOTH


def test_a_line_in_a_damaged_row_is_no_row_of_its_own():
    damaged = '"Rain","The "river" rose, she said, to the town.\n"Not since May, " he said, "was it so."\nEnd."\n'
    assert articles(f'headline,text\n{damaged}"Wind","{WIND}"\n', "a.csv")[-1] == ("Wind", WIND)
    assert not [found for found in articles(f'headline,text\n{damaged}"Wind","{WIND}"\n', "a.csv") if "May" in found[0]]


FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>The Ledger</title>{}</channel></rss>'
LONG = " ".join([RAIN, WIND] * 3)


def test_a_short_field_of_a_feed_does_not_stand_in_for_its_summary():
    item = f"<item><title>Rain</title><description>{LONG}</description><story>https://a.example/1</story></item>"
    assert articles(FEED.format(item), "a.xml") == [("Rain", LONG)]


def test_the_name_of_a_tag_in_the_last_entry_of_a_feed_ends_it_not():
    first = f"<item><title>Wind</title><description>{LONG}</description></item>"
    last = f"<item><title>Rain</title><description><![CDATA[{LONG} The sign </rss> is its end.]]></description></item>"
    cut = FEED.format(first + last).removesuffix("</channel></rss>")
    assert [found[0] for found in articles(cut, "a.xml")][:2] == ["Wind", "Rain"]


@pytest.mark.parametrize("signed", ['<meta name="author" content="Ana Roe">', ""])
@pytest.mark.parametrize(
    "headline",
    ["Site blocked by the school board", "Page blocked", "It works!", "Runtime error", "Test page of history"],
)
def test_a_short_article_about_a_blocked_site_is_no_notice(headline, signed):
    page = (
        f"<html><head><title>{headline}</title>{signed}</head><body><article><h1>{headline}</h1>{{}}</article></body>"
    )
    assert articles(page.format(f"<p>{RAIN}</p><p>{WIND}</p>"), "a.html") == [(headline, f"{RAIN}\n\n{WIND}")]


def test_teasers_that_a_script_opens_are_a_list_of_links():
    teasers = "".join(f'<p><a href="javascript:open({n})">{text}</a></p>' for n, text in enumerate([RAIN, WIND] * 2))
    assert articles(f"<html><head><title>News</title></head><body><div>{teasers}</div></body></html>", "a.html") == [
        "no story"
    ]


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (["https://a.example/1", "https://a.example/2", "The story is on our site now; please see it there."], []),
        ([f"{RAIN[:50]}…", "Rain fell, and the council went home early.", f"{WIND[:50]}…"], ["summary"]),
        (["News", "News", "News, and all the weather that is on the radio."], ["date"]),
    ],
)
def test_the_column_of_the_text_is_that_of_the_stories_in_most_rows(content, names):
    texts = [RAIN, WIND, f"{RAIN} {WIND}"]
    rows = [
        {"title": "Rain", "content": short, "text": text} | dict.fromkeys(names, "")
        for short, text in zip(content, texts, strict=True)
    ]
    assert [found[1] for found in articles(rows)] == texts
    table = io.StringIO()
    writer = csv.DictWriter(table, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    assert [found[1] for found in articles(table.getvalue(), "a.csv")] == texts


def test_a_note_beside_a_story_is_not_its_text():
    rows = [{"title": "Rain", "content": RAIN, "text": "Checked by the desk, and sent on."}, {"content": WIND}]
    assert [found[1] for found in articles(rows)] == [RAIN, WIND]


@pytest.mark.parametrize(
    "text",
    [
        'The 5" pipe broke.\n\nIt rained on the town, the clerk said.',
        'It rained on the town, the clerk said.\nThey laid a 12" pipe.',
        'They laid a pipe of 12"\nand it broke when it rained.',
        'The 12" pipe broke, and "all of it," she said.\nIt rained, the clerk of the town said.',
    ],
)
@pytest.mark.parametrize("names", ["headline,date,text", "headline,text,date"])
def test_a_mark_of_inches_in_a_text_of_several_lines(text, names):
    cells = {"headline": "Pipe", "date": "2026-03-02", "text": f'"{text}"'}
    others = (
        {"headline": "Rain", "date": "2026-03-01", "text": f'"{RAIN}"'},
        {"headline": "Wind", "date": "2026-03-03", "text": f'"{WIND}"'},
    )
    rows = [",".join(row[name] for name in names.split(",")) for row in (others[0], cells, others[1])]
    found = articles("\n".join([names, *rows, ""]), "a.csv")
    assert found == [("Rain", RAIN), ("Pipe", text), ("Wind", WIND)]


def test_a_text_whose_mark_is_never_closed_takes_no_other_row_along():
    table = f'headline,date,text\nRain,2026-03-01,"{RAIN}\nWind,,"{WIND}"\nSnow,2026-03-03,"{RAIN} Snow."\n'
    found = articles(table, "a.csv")
    assert not [one for one in found if isinstance(one, tuple) and RAIN in one[1] and WIND in one[1]]
    assert ("Snow", f"{RAIN} Snow.") in found


def test_a_text_that_ends_in_a_figure_takes_no_row_without_a_day_along():
    table = (
        f'headline,date,text\nRain,2026-03-01,"{RAIN} It was 2026"\nWind,,"\n{WIND}"\nSnow,2026-03-03,"{WIND} Snow."\n'
    )
    assert articles(table, "a.csv") == [("Rain", f"{RAIN} It was 2026"), ("Wind", WIND), ("Snow", f"{WIND} Snow.")]


def test_a_headline_that_begins_with_a_lone_quotation_does_not_lose_its_row():
    table = f'text,date,headline\n"{RAIN}\nIt rained for days.",2026-03-01,Rain\n'
    table += f'"{WIND}",2026-03-02,""No" to wind"\n"{RAIN}\nNobody minded it.",2026-03-03,Snow\n'
    headlines = [one[0] for one in articles(table, "a.csv")]
    assert headlines == ["Rain", '"No" to wind', "Snow"]


def test_a_row_with_an_address_and_no_day_is_not_read_into_another():
    rain, wind = "https://holm.example/0", "https://holm.example/1"
    table = f'text,url,date\n"{RAIN}\nHe asked: "Why us?"",{rain},""\n'
    table += f'""We will rebuild," she said.\nThe snow was 12", he said.\n{WIND}",{wind},2026-03-02\n'
    found = [raw["text"] for raw in read(table.encode(), "a.csv") if "reason" not in raw]
    assert found == [
        f'{RAIN}\nHe asked: "Why us?"',
        f'"We will rebuild," she said.\nThe snow was 12", he said.\n{WIND}',
    ]


def test_nuls_in_a_text_that_cannot_hide_a_row_are_left_out():
    table = f'headline,date,text\nRain,2026-03-01,"{RAIN}"\nWind,2026-03-02,"{WIND}"\n'
    assert articles(table.replace("barn", "ba\0\0\0\0\0\0rn"), "a.csv") == BOTH
    assert articles(table.replace("barn", "ba" + 60 * "\0" + "rn"), "a.csv") == [BOTH[0], "broken row"]


@pytest.mark.parametrize("end", ["\0" * 64 + "\n", "\0" * 64 + "\r\n\r\n" + "\0" * 64, "\n" + "\0" * 9 + "\n \n"])
def test_nuls_below_the_last_record_are_padding(end):
    lines = "".join(json.dumps(dict(zip(NAMES, cells, strict=True))) + "\n" for cells in CELLS)
    assert articles(lines + end, "a.jsonl") == BOTH
    assert articles(f'headline,text\nRain,"{RAIN}"\nWind,"{WIND}"\n{end}', "a.csv") == BOTH
    first, second = lines.splitlines(keepends=True)
    assert len(articles(first + end + second, "a.jsonl")) > 2


def test_teasers_that_lead_to_no_page_are_a_list_of_links():
    teasers = "".join(f'<p><a href="#">{text}</a></p>' for text in [RAIN, WIND, f"{RAIN} {WIND}"])
    page = "<html><head><title>Rain</title></head><body>{}</body></html>"
    assert articles(page.format(f"<main>{teasers}</main>"), "a.html") == ["no story"]
    signed = f'<article><h1>Rain</h1><p class="byline">By Ana Roe</p>{teasers}</article>'
    assert [found[0] for found in articles(page.format(signed), "a.html")] == ["Rain"]
    dated = signed.replace('<p class="byline">By Ana Roe</p>', '<time datetime="2026-03-01">March 1, 2026</time>')
    assert [found[0] for found in articles(page.format(dated), "a.html")] == ["Rain"]


def test_words_below_contents_are_no_list_of_contents():
    record = "{0}\n\nTitle: {1}\n\nPublication title: The Ledger\n\nPublication date: Mar 1, 2026\n\nFull text: {2}\n\n"
    export = "".join(record.format("_" * 60, *cells) for cells in CELLS)
    assert articles(f"Contents\n\nRain ..... 1\nWind ..... 2\n\n{export}", "a.txt") == BOTH
    assert articles(f"Contents\n\n{RAIN} {WIND}\n\n{export}", "a.txt") == ["no article", *BOTH]
