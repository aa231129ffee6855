"""Web archives (all content invented)."""

import gzip

import pytest
from invented_exports import (
    CRAWL,
    PAGE,
    STORY,
    reasons,
    warc_record,
)

from analysis.readers import read


@pytest.mark.parametrize(
    "data",
    [b"".join(CRAWL), b"".join(map(gzip.compress, CRAWL)), gzip.compress(b"".join(CRAWL))],
    ids=["plain", "member a record", "one member"],
)
def test_warc_pages_are_articles_and_other_records_one_reject_a_kind(data):
    found = list(read(data, "crawl"))
    pages = [raw for raw in found if "reason" not in raw]
    assert [(raw["record"], raw["url"], raw["form"]) for raw in pages] == [
        (2, "https://l.example/rain", "warc"),
        (6, "https://l.example/packed", "warc"),
    ]
    assert all(STORY in raw["text"] for raw in pages)
    assert {raw["record"]: raw["detail"] for raw in found if "reason" in raw} == {
        3: "1 of the type request", 4: "1 of the content type image/png", 5: "1 of the HTTP status 404",
    }  # fmt: skip


def test_the_server_names_the_encoding():
    czech = PAGE.replace("It had not", "Déšť v městě: it had not").encode("iso-8859-2")
    raw = next(
        read(warc_record("response", czech, http="HTTP/1.1 200 OK\nContent-Type: text/html; charset=iso-8859-2"), "a")
    )
    assert "Déšť v městě: it had not" in raw["text"]


def test_a_damaged_warc_record_loses_only_itself():
    packed = [gzip.compress(record) for record in CRAWL]
    packed[0] = packed[0][:40] + bytes(20) + packed[0][60:]
    assert [record for record, reason in reasons(b"".join([gzip.compress(CRAWL[0]), *packed])) if reason is None] == [
        3,
        7,
    ]
    assert (2, "damaged record") in reasons(b"".join([gzip.compress(CRAWL[0]), *packed]))
    cut = b"".join(map(gzip.compress, CRAWL[:2]))[:-30]
    assert (2, "damaged record") in reasons(cut)
    assert reasons(b"".join(CRAWL[:2])[:-200])[0] == (2, "damaged record")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", "<html><body><article><h1>How the web is kept</h1><p>{}</p><pre>\n{}</pre><p>{}</p></article></body></html>"),
        ("a.json", '[{{"title": "How the web is kept", "text": "{} \n{} {}"}}]'),
    ],
)  # fmt: skip
def test_a_page_that_shows_the_head_of_a_record_is_no_web_archive(name, data):
    head = "WARC/1.0\nWARC-Type: response\nContent-Length: 10\n\n"
    raws = list(read(data.format(STORY, head, STORY).encode(), name))
    assert [raw["form"] for raw in raws] == [name[2:]] and STORY in raws[0]["text"]
