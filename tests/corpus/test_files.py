"""The files of a corpus."""

import json
import os

import pytest

from analysis import ownership
from analysis.corpus import ingest
from analysis.corpus.files import agency_codes, find_files
from analysis.readers.limits import Limits, use


def test_a_file_is_no_folder(raw):
    with pytest.raises(ValueError, match="is a file, not a folder"):
        find_files(raw / "export.jsonl")


def test_agency_codes_are_initials_of_agencies():
    assert agency_codes(["continental-wire-service", "the-marlow-ledger", "raw"]) == {"CWS": "Continental Wire Service"}


def listed(folder):
    return {file.name: file.problem[0] if file.problem else "" for file in find_files(folder)}


@pytest.fixture
def handed(tmp_path):
    """Return a folder of articles with one article, and a folder beside it with a file that is not to be read."""
    folder, beside = tmp_path / "handed", tmp_path / "beside"
    folder.mkdir()
    beside.mkdir()
    (folder / "a.txt").write_text("Rain fell on the town.\n")
    (beside / "secret.txt").write_text("The key is under the mat.\n")
    return folder


def test_links_are_not_followed_out_of_the_folder_and_are_listed(handed):
    (handed / "out.txt").symlink_to(handed.parent / "beside" / "secret.txt")
    (handed / "folder").symlink_to(handed.parent / "beside")
    (handed / "inside.txt").symlink_to(handed / "a.txt")
    (handed / "nowhere.txt").symlink_to("none")
    (handed / "ring.txt").symlink_to("ring.txt")
    (handed / "itself").symlink_to(".")
    assert listed(handed) == {
        "a.txt": "",
        "inside.txt": "",
        "out.txt": "link out of the folder",
        "folder": "cannot be opened",
        "itself": "cannot be opened",
        "nowhere.txt": "cannot be opened",
        "ring.txt": "cannot be opened",
    }


def test_a_folder_that_may_not_be_listed_is_a_reject_and_not_left_out(handed, monkeypatch, tmp_path):
    (handed / "closed").mkdir()
    scan = os.scandir

    def refuse(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert listed(handed) == {"a.txt": "", "closed": "cannot be opened"}
    with pytest.raises(ValueError, match="no article could be read"):  # the text of a.txt is too short
        ingest(handed, tmp_path / "out")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_pipes_are_left_out_and_nobody_waits_for_them(handed):
    os.mkfifo(handed / "pipe.txt")
    (handed / "to-pipe.txt").symlink_to("pipe.txt")
    (handed / "zero.txt").symlink_to("/dev/zero")
    assert set(listed(handed)) - {"a.txt"} <= {"to-pipe.txt", "zero.txt"}


def test_a_file_over_the_limit_is_not_even_hashed_unless_it_is_read_line_by_line(handed):
    with (handed / "hole.txt").open("wb") as file:
        file.truncate(1 << 43)  # eight terabytes that take no room
    record = json.dumps({"title": "Rain", "text": "Rain fell on the town."}).encode() + b"\n"
    (handed / "lines.jsonl").write_bytes(record * 20_000)
    with use(Limits(unpacked_mb=1)):
        assert listed(handed) == {"a.txt": "", "hole.txt": "over the limit: unpacked_mb", "lines.jsonl": ""}


def test_a_folder_of_tables_is_no_folder_of_articles(handed):
    (handed / "articles").mkdir()
    (handed / "articles" / "b.txt").write_text("Rain fell on the town.\n")
    ownership.mark(handed, "processed tables")
    with pytest.raises(ValueError, match="is a folder of tables"):
        ingest(handed / "articles", handed)
