"""JSON, JSON Lines, CSV and TSV (all content invented)."""

import gzip
import json

import pytest
from invented_records import RECORD, STORY, one

from analysis.readers import read
from analysis.readers.csv_text import is_csv
from analysis.readers.field_names import FIELDS
from analysis.readers.json_text import is_json


def test_json_lines_are_read_line_by_line_and_decoded_each_for_itself():
    lines = [json.dumps(RECORD | {"title": "Café"}, ensure_ascii=False) for _ in range(3)]
    data = b"\n".join([lines[0].encode(), lines[1].encode("cp1252"), b"", lines[2].encode()])
    for content in (data, gzip.compress(data)):
        found = list(read(content, "a.jsonl"))
        assert [(raw["record"], raw["headline"]) for raw in found] == [(1, "Café"), (2, "Café"), (4, "Café")]
        assert [raw["notes"] for raw in found] == [[], ["read as Windows-1252"], []]


def test_a_packed_file_that_breaks_off_keeps_the_lines_before():
    lines = "\n".join(
        json.dumps(RECORD | {"url": f"https://l.example/{number * number}"}) for number in range(2000)
    ).encode()
    found = list(read(gzip.compress(lines)[:-2000], "a.jsonl.gz"))
    assert len(found) > 100 and [raw["record"] for raw in found] == list(range(1, len(found) + 1))
    assert {raw.get("reason") for raw in found[:-2]} == {None} and found[-1]["reason"] == "damaged gzip"


def test_numbers_and_lists_as_text():
    assert one(json.dumps({"text": 5}))["text"] == "5"
    assert one(json.dumps({"text": [STORY, STORY]}))["text"] == f"{STORY}\n\n{STORY}"


def test_a_table_without_text_says_what_it_has_and_what_is_known():
    detail = one("headline,date\nRain,2026-03-03\n", "a.csv")["detail"]
    assert "headline, date" in detail and all(name in detail for name in FIELDS["text"])


def test_a_broken_line_or_row_loses_only_itself():
    lines = [json.dumps(RECORD), '{"title": "Ra', json.dumps(RECORD)]
    assert [raw.get("reason", "") for raw in read("\n".join(lines).encode(), "a")] == ["", "not valid JSON", ""]
    rows = ["title,body", f'Rain,"{STORY}"', "Wind,one,two,three", "Snow,", f'Sun,"{STORY}"']
    assert [(raw["record"], raw.get("reason", "")) for raw in read("\n".join(rows).encode(), "a")] == [
        (1, ""), (2, "broken row"), (3, "no text"), (4, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "names",
    [
        ("source", "title", "date", "authors", "content_original"), ("outlet", "headline", "published", "byline", "body"),
        ("publication", "Headline", "Publication Date", "Author", "Full Text"), ("site_name", "title", "publishedAt", "author", "content"),
        ("newspaper", "HL", "pub_date", "writer", "article"),
    ],
)  # fmt: skip
def test_field_names_of_common_exports(names):
    record = dict(zip(names, ["The Ledger", "Rain", "2026-03-03", "Ana Roe", STORY], strict=True))
    raw = one(json.dumps(record))
    assert [raw[field] for field in ("outlet", "headline", "published", "byline", "text")] == list(record.values())


def test_the_best_field_wins_and_nested_names_are_taken():
    raw = one(
        json.dumps(
            {
                "text": "short",
                "content_original": STORY,
                "source": {"id": 3, "name": "The Ledger"},
                "author": [{"name": "Ana Roe"}, "Tom Vale"],
            }
        )
    )
    assert (raw["text"], raw["outlet"], raw["byline"]) == (STORY, "The Ledger", ["Ana Roe", "Tom Vale"])
    assert "headline" not in raw
    assert one(json.dumps({"status": "ok", "articles": [RECORD]}))["headline"] == "Rain"


def test_prose_is_no_table_and_no_json():
    assert not is_csv("Rain, wind, and snow fell.\nIt, too, melted.", "a.txt")
    assert not is_csv("Date, place, and source are unknown\n\nRain fell, it said", "a.txt")
    assert not is_json("[Editor’s note: rain]", "a.txt")


def test_half_a_character_escaped_in_json_is_removed_with_a_note():
    raw = one('{"text": "' + STORY + ' \\ud83d"}')
    assert raw["text"].strip() == STORY and raw["notes"] == ["removed lone surrogates"]


PAGE_IN_IT = f"see\n<html><body>code</body></html>\n\nend. {STORY}"


def test_a_record_over_several_lines_may_hold_a_page():
    lines = [json.dumps({"title": name, "text": STORY}) for name in "AC"]
    whole = '{"title":"B","text":"' + PAGE_IN_IT + '"}'
    found = list(read("\n".join([lines[0], whole, lines[1]]).encode(), "a.jsonl"))
    assert [(raw["record"], raw["headline"]) for raw in found] == [(1, "A"), (2, "B"), (6, "C")]
    assert found[1]["text"] == PAGE_IN_IT


def test_a_cut_record_above_a_table_is_the_only_one_lost():
    good = json.dumps({"title": "A", "text": STORY})
    for n_rows in (2, 1500):
        data = "\n".join([good, good, '{"title": "B", "text": "Ra', "", "title,text", *[f'C,"{STORY}"'] * n_rows])
        found = list(read(data.encode(), "a.jsonl"))
        assert [raw.get("reason", "") for raw in found] == ["", "", "not valid JSON", *[""] * n_rows]


def test_a_header_that_comes_again_is_read_as_the_table_is():
    marked = "'title','text'\n'A','It rained, said Roe.'\n'B','It rained, she said.'\n'title','text'\n'C','It snowed, said Roe.'\n"
    raws = list(read(marked.encode(), "a.csv"))
    assert [(raw["headline"], raw["text"][:10]) for raw in raws] == [
        ("A", "It rained,"), ("B", "It rained,"), ("C", "It snowed,"),
    ]  # fmt: skip
    other = 'title,text\nA,"He said \\"no, no\\", and left."\ntext,title\n"He said \\"no, no\\" again.",B\n'
    raws = list(read(other.encode(), "a.csv"))
    assert [(raw["headline"], raw["text"]) for raw in raws] == [
        ("A", 'He said "no, no", and left.'), ("B", 'He said "no, no" again.'),
    ]  # fmt: skip
    raws = list(read(b"title,text\nA,It rained.\ntext,title\nIt rained,all day,C\n", "a.csv"))
    assert "damaged at row 2, line 4" in raws[1]["detail"]


def test_as_many_headers_as_rows():
    rows = [f"title,text\nA{n},{STORY}\n" if n % 2 else f"text,title\n{STORY},A{n}\n" for n in range(1200)]
    raws = list(read("".join(rows).replace(STORY, "Rain fell on the town.").encode(), "a.csv"))
    assert [raw["headline"] for raw in raws] == [f"A{n}" for n in range(1200)]


def test_a_line_of_a_cell_that_looks_like_json_is_no_border():
    rows = [
        "title,text,date",
        'Rain,The 5" pipe broke on Monday in the town.,2026-01-01',
        'Snow,"It said\n[{""a"": 1}] was code, she wrote.",2026-01-02',
    ]
    raws = list(read("\n".join(rows).encode(), "a.csv"))
    assert [raw["headline"] for raw in raws] == ["Rain", "Snow"]
    assert raws[1]["text"] == 'It said\n[{"a": 1}] was code, she wrote.'
    below = json.dumps([{"title": "Sun", "text": STORY}])
    raws = list(read("\n".join([*rows, below]).encode(), "a.csv"))
    assert [(raw["record"], raw["headline"]) for raw in raws] == [(1, "Rain"), (2, "Snow"), (3, "Sun")]
