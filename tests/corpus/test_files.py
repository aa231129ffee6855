"""The files of a corpus."""

import pytest

from analysis.corpus.files import agency_codes, find_files


def test_a_file_is_no_folder(raw):
    with pytest.raises(ValueError, match="is a file, not a folder"):
        find_files(raw / "export.jsonl")


def test_agency_codes_are_initials_of_agencies():
    assert agency_codes(["continental-wire-service", "the-marlow-ledger", "raw"]) == {"CWS": "Continental Wire Service"}
