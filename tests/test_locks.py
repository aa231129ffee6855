"""One writer at a time, across processes; a lock whose owner is gone is free."""

import subprocess
import sys

import pytest

from analysis import locks

HOLD = """
import sys
from pathlib import Path
from analysis import locks
with locks.one_writer(Path(sys.argv[1]), "the tables"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Start another process that holds the lock, and return it with the lock's file."""
    file = tmp_path / "folder" / locks.LOCK
    command = [sys.executable, "-c", HOLD, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process, file
        process.kill()


def test_who_holds_the_lock_is_named(holder, capsys):
    process, file = holder
    named = f"the tables is in use by process {process.pid} on .* since"
    with pytest.raises(TimeoutError, match=named), locks.one_writer(file, "the tables", timeout=0.1):
        pass
    assert f"waiting: the tables is in use by process {process.pid}" in capsys.readouterr().err


def test_the_lock_is_free_when_its_owner_was_killed(holder):
    process, file = holder
    process.kill()
    process.wait()
    with locks.one_writer(file, "the tables", timeout=5):
        assert str(process.pid) not in file.with_name(file.name + locks.OWNER_ENDING).read_text()


def test_a_thread_takes_its_lock_twice_and_gives_it_back_once(tmp_path):
    file = tmp_path / locks.LOCK
    with locks.one_writer(file, "the tables"):
        with locks.one_writer(file, "the tables", timeout=0):
            pass
        assert file.with_name(file.name + locks.OWNER_ENDING).exists()
    assert not file.with_name(file.name + locks.OWNER_ENDING).exists()
