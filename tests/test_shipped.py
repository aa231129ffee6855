"""Shipped files are whole: their checksums are current, and a flipped byte is named."""

import json
import shutil

import pytest

from analysis import shipped
from checksums import checksums


def test_the_checksums_are_current():
    listed = json.loads((shipped.PACKAGE / "checksums.json").read_text(encoding="utf-8"))
    assert listed == checksums()  # python training/checksums.py


def test_a_flipped_byte_is_named(tmp_path, monkeypatch):
    source = shipped.PACKAGE / "words/punkt.json"
    (tmp_path / "words").mkdir()
    damaged = bytearray(source.read_bytes())
    damaged[100] ^= 1
    (tmp_path / "words/punkt.json").write_bytes(damaged)
    shutil.copy(shipped.PACKAGE / "checksums.json", tmp_path)
    monkeypatch.setattr(shipped, "PACKAGE", tmp_path)
    with pytest.raises(ValueError, match=r"punkt\.json in .* is damaged; it is part of the package: install it again"):
        shipped.existing(tmp_path / "words/punkt.json")
