"""Files in .zip and .gz, and damage of any kind."""

import gzip
import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_exports import (
    AGAIN,
    ATOM,
    CRAWL,
    PAGE,
    RSS,
    STORY,
    articles,
    docx,
    factiva,
    factiva_document,
    factiva_title,
    nexis_document,
    proquest,
    proquest_record,
    reasons,
    workbook,
    zipped,
)

from analysis.readers import read
from analysis.readers.limits import Limits, use


def test_every_form_in_zip_and_gzip():
    files = {"n.docx": docx(*nexis_document(1)), "f": factiva(factiva_document([factiva_title("R"), "9 words", "3 March 2026", "L", "LEDG"], [STORY], ["L"])).encode(), "p": proquest(proquest_record(1, STORY)).encode(),
             "r": ATOM.encode(), "w": CRAWL[1], "x": workbook([["title", "text"], ["R", STORY]]), "h": PAGE.encode(), "t/u.txt": STORY.encode(), "j.gz": gzip.compress(b'{"text": "x"}\n{"text": "y"}\n')}  # fmt: skip
    found = articles(zipped(**files, **{"__MACOSX/n.docx": b"", ".DS_Store": b""}), "all.zip")
    forms = {raw["member"]: raw["form"] for raw in found}
    assert forms == {
        "n.docx": "nexis",
        "f": "factiva",
        "p": "proquest",
        "r": "feed",
        "w": "warc",
        "x": "xlsx",
        "h": "html",
        "t/u.txt": "text",
        "j.gz": "json",
    }
    for name, data in files.items():
        packed = articles(gzip.compress(data)) if not name.endswith("gz") else []
        assert all(raw["form"] == forms[name] for raw in packed)


def test_a_damaged_member_loses_nothing_else():
    data = zipped(a=STORY.encode(), b=AGAIN.encode() * 20, c=STORY.encode())
    at = zipfile.ZipFile(io.BytesIO(data)).getinfo("b").header_offset + 40  # behind its header of 30 bytes and its name
    broken = data[:at] + bytes([data[at] ^ 0xFF, data[at + 1] ^ 0xFF]) + data[at + 2 :]
    assert [(raw["member"], raw.get("reason")) for raw in read(broken, "a.zip")] == [
        ("a", None),
        ("b", "damaged zip member"),
        ("c", None),
    ]


def test_bombs_and_archives_in_archives_are_refused():
    assert reasons(zipped(a=bytes(40 << 20), b=STORY.encode())) == [(None, "too large when unpacked"), (None, None)]
    assert reasons(gzip.compress(bytes(40 << 20))) == [(None, "too large when unpacked")]
    assert reasons(zipped(**{"in.zip": zipped(a=STORY.encode()), "b": STORY.encode()})) == [
        (None, "archive in an archive"),
        (None, None),
    ]
    with use(Limits(unpacked_mb=0.001)):
        assert reasons(zipped(a=STORY.encode() * 20)) == [(None, "over the limit: unpacked_mb")]
    assert reasons(zipped()) == [(None, "empty file")] and reasons(zipped(a=STORY.encode())[:-30]) == [
        (None, "damaged zip")
    ]


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(
        [
            docx(*nexis_document(1)),
            RSS.encode("latin-1"),
            factiva(factiva_document([factiva_title("R")], [STORY], ["L"])).encode(),
            proquest(proquest_record(1, STORY)).encode(),
            gzip.compress(CRAWL[1]),
            zipped(a=STORY.encode()),
        ]
    ),
    st.data(),
)
def test_no_damage_raises(data, draw):
    at = draw.draw(st.integers(0, len(data) - 1))
    length = draw.draw(st.integers(0, 30))
    for raw in read(data[:at] + draw.draw(st.binary(max_size=10)) + data[at + length :], "a"):
        assert ("reason" in raw) != ("text" in raw) and "record" in raw
