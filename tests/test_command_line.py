"""What the command line says when the system refuses, and its exit status."""

import errno
import os

import pytest

from analysis import __main__ as command_line


@pytest.mark.parametrize(("code", "remedy"), [
    (errno.ENOSPC, "free some space"),
    (errno.EROFS, "give a folder elsewhere"),
    (errno.EACCES, "ask for the permission"),
    (errno.EIO, "check the disk and the path"),
])  # fmt: skip
def test_a_refusal_of_the_system_is_one_sentence_with_path_and_remedy(code, remedy, monkeypatch, capsys):
    def refuse(arguments):
        raise OSError(code, os.strerror(code), "data/processed/quotes")

    monkeypatch.setattr(command_line, "ingest", refuse)
    assert command_line.main(["ingest", "data/raw"]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"error: data/processed/quotes: {os.strerror(code)}; ") and remedy in line


def test_a_file_in_place_of_a_folder_is_no_traceback(tmp_path, capsys):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("Ferry Runs Again\n\nThe ferry ran again.\n")
    (tmp_path / "file").touch()
    arguments = ["ingest", str(tmp_path / "raw"), "--processed", str(tmp_path / "file" / "tables")]
    assert command_line.main(arguments) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(("words", "message"), [
    ("seconds=soon", "write a name and a number"),
    ("second=3", "the limits are: seconds, "),
    ("seconds=-1", "give a number above 0"),
])  # fmt: skip
def test_a_limit_that_cannot_be_read_is_refused(words, message, tmp_path, capsys):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("Ferry Runs Again\n\nThe ferry ran again.\n")
    assert (
        command_line.main(["ingest", str(tmp_path / "raw"), "--processed", str(tmp_path / "p"), "--limit", words]) == 2
    )
    assert message in capsys.readouterr().err


def test_codes_of_a_terminal_in_the_name_of_a_file_are_shown_and_not_obeyed(tmp_path, capsys):
    name = "a\x1b[2J\u202e\x9b.txt"
    (tmp_path / name).write_text("")
    assert command_line.main(["quotes", str(tmp_path / name)]) == 2
    said = capsys.readouterr().err
    assert "empty file" in said and "a\\x1b[2J" in said
    assert not any(sign in said for sign in ("\x1b", "\u202e", "\x9b"))
