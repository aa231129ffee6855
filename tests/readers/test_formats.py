"""The content decides the format; what is no article is a reject with its reason (all content invented)."""

import gzip
import json
import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_records import PAGE, RECORD, STORY, one

from analysis.readers import FORMATS, is_table, read


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv", "a.json", "a"])
@pytest.mark.parametrize(
    ("content", "form"),
    [
        (PAGE, "html"), (json.dumps(RECORD), "json"), (json.dumps([RECORD]), "json"), ("\n".join([json.dumps(RECORD)] * 2), "json"),
        (f"headline,body,date\nRain,\"{STORY}\",2026-03-03\n", "csv"), (f"headline\tbody\nRain\t{STORY}\n", "csv"), (STORY, "text"),
        (f"Rain, wind and snow\n\n{STORY}", "text"),
    ],
)  # fmt: skip
def test_the_content_decides_the_format(content, form, name):
    for data in (
        content.encode(),
        gzip.compress(content.encode()),
        b"\xef\xbb\xbf" + content.encode(),
        content.encode("utf-16"),
    ):
        assert {raw["form"] for raw in read(data, name)} == {form}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty file"), (b" \n", "empty file"), (b"%PDF-1.7 ...", "form not known"), (b"PK\x03\x04....", "damaged zip"),
        (b"\x89PNG\r\n", "form not known"), (bytes(range(256)) * 40, "not text"), (gzip.compress(b"Rain" * 99, mtime=0)[:-9], "damaged gzip"),
        (b'{"title": "Rain"}', "no text"), (b"[1, 2]", "not a record"), (b"headline,date\nRain,2026-03-03\n", "no text column"),
        (b"\xff\xfe\x00\xd8", "not text"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_a_reject(data, reason):
    assert {raw["reason"] for raw in read(data, "a.csv")} == {reason}


def test_names_of_tables():
    assert all(map(is_table, ["a.jsonl", "A.JSON.GZ", "b.csv", "f.parquet", "h.tsv"]))
    assert not any(
        map(is_table, ["a.txt", "b.html", "c", "d.txt.gz", "json", "b.docx", "c.warc.gz", "e.xlsx", "d.zip"])
    )


def test_no_reader_uses_the_network(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a reader opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert one(PAGE)["headline"] == "Rain at last"


@settings(deadline=None)  # the first call loads the word lists of libraries
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_rejected(data):
    for raw in read(data, "a.bin"):
        assert ("reason" in raw) != ("text" in raw)
        assert raw.get("form") in {None, *(form.name for form in FORMATS)}


@settings(deadline=None)  # the first page loads trafilatura's word lists
@given(st.text(max_size=400))
def test_any_text_is_read_or_rejected(text):
    for prefix in ("", "<html><p>", "{", "[{", "headline,text\n"):
        for raw in read((prefix + text).encode("utf-8", "surrogatepass"), "a"):
            assert ("reason" in raw) != ("text" in raw)
