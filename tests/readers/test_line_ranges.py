"""Ranges of lines of JSON Lines give, one after the other, what the file gives as a whole (all content invented)."""

import gzip
import json
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_records import RECORD

from analysis.readers import read_path
from analysis.readers.line_ranges import is_packed, line_ranges, read_ranges

GOOD = json.dumps(RECORD).encode()
LINES = [GOOD, GOOD + b"\r", b"", b" \t", GOOD[:50], b"[1, 2]", json.dumps(RECORD | {"title": "Café"}).encode("cp1252")]


def by_ranges(path, most: int) -> list:
    return list(chain.from_iterable(map(list, read_ranges(path, list(line_ranges(path, most))))))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=12), st.integers(1, 5), st.booleans(), st.booleans())
def test_ranges_give_what_the_whole_file_gives(tmp_path_factory, lines, most, packed, ends):
    path = tmp_path_factory.mktemp("lines") / "a.jsonl"
    data = b"\n".join([GOOD, GOOD, *lines]) + b"\n" * ends
    path.write_bytes(gzip.compress(data) if packed else data)
    whole = list(read_path(path))
    ranges = list(line_ranges(path, most))
    sizes = [len(list(found)) for found in read_ranges(path, ranges)]
    assert by_ranges(path, most) == whole and is_packed(path) == packed
    n_no_objects = lines.count(b"[1, 2]")  # no range begins there
    assert all(most <= size <= most + n_no_objects for size in sizes[:-1]) and 0 < sizes[-1] <= most + n_no_objects
    # Each range alone, as another process reads it.
    assert [raw for one in ranges for [raw] in [map(list, read_ranges(path, [one]))]] == [
        list(found) for found in read_ranges(path, ranges)
    ]


@pytest.mark.parametrize("place", [0.3, 0.5, 0.9])
@pytest.mark.parametrize("damage", ["cut", "flipped"])
def test_a_damaged_packed_file_breaks_off_at_the_same_record(tmp_path, damage, place):
    lines = (json.dumps(RECORD | {"url": f"https://l.example/{number * number}"}) for number in range(2000))
    data = bytearray(gzip.compress("\n".join(lines).encode()))
    at = int(len(data) * place)
    data[at] ^= 255
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(data[:at] if damage == "cut" else data)
    whole = list(read_path(path))
    assert by_ranges(path, 30) == whole and whole[-1]["reason"] == "damaged gzip"


def test_other_files_have_no_ranges(tmp_path):
    for content in (b"", b"[" + GOOD + b"]", b"headline,text\nRain,It rained.\n", GOOD, gzip.compress(GOOD)[:20]):
        (tmp_path / "a.json").write_bytes(content)
        assert list(line_ranges(tmp_path / "a.json", 5)) == []


@pytest.mark.parametrize(
    "other", [b"title,text\nC,It rained.", b"<!doctype html><html><body>", GOOD[:50] + b"\n<html>"]
)
def test_a_file_with_another_form_below_is_read_as_a_whole(tmp_path, other):
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([GOOD] * 4 + [other]))
    assert list(line_ranges(tmp_path / "a.jsonl", 3)) == []


def test_lines_are_counted_and_records_dealt_out_by_hand(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"a": 1}\n\n{"b": 2}\nbroken\n{"c": 3}\n\n')
    # Records on lines 1, 3, 4 and 5. Two a range, which begins where an object does: lines 1 to 4 (9 + 1 + 9 + 7 = 26
    # bytes), lines 5 and 6.
    assert list(line_ranges(path, 2)) == [(0, 0, 4), (26, 4, 2)]
    assert [[raw["record"] for raw in found] for found in read_ranges(path, list(line_ranges(path, 2)))] == [
        [1, 3, 4],
        [5],
    ]
