"""Files and folders that may not be read or written, tried for real: a process without the right to override modes."""

import os
import shutil
import subprocess
import sys

import pandas as pd
import pytest

WHOLE = "The ferry stops\n\nThe rain fell all week in Marlow, the mayor said. The harbor is closed until Monday.\n"
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
AS_ANYBODY = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if IS_ROOT else []
pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="modes of files are those of POSIX"),
    pytest.mark.skipif(IS_ROOT and not shutil.which("setpriv"), reason="root reads every file; setpriv is not there"),
]


@pytest.fixture
def raw(tmp_path):
    """Yield a folder of three articles, one in a folder of its own; what a test closes is opened again at the end."""
    folder = tmp_path / "raw"
    (folder / "closed").mkdir(parents=True)
    for name in ("open.txt", "shut.txt", "closed/inner.txt"):
        (folder / name).write_text(f"{name} {WHOLE}", encoding="utf-8")
    yield folder
    for path in tmp_path.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)


def ingest(raw, processed):
    command = [*AS_ANYBODY, sys.executable, "-m", "analysis", "ingest", str(raw), "--processed", str(processed)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_what_may_not_be_read_is_a_reject_that_names_the_remedy_and_the_rest_is_read(raw, tmp_path):
    (raw / "shut.txt").chmod(0o000)
    (raw / "closed").chmod(0o000)
    assert ingest(raw, tmp_path / "processed").returncode == 0
    rejects = pd.read_parquet(tmp_path / "processed" / "rejects.parquet").set_index("source_path")
    assert set(rejects.index) == {"closed", "shut.txt"}
    assert set(rejects["reason"]) == {"cannot be opened"}
    assert rejects["detail"].str.contains("ask for the permission").all()
    articles = pd.read_parquet(tmp_path / "processed" / "articles")
    assert articles["source_path"].tolist() == ["open.txt"]


def test_a_folder_that_may_not_be_written_is_one_sentence_with_the_path(raw, tmp_path):
    target = tmp_path / "target"
    target.mkdir()
    target.chmod(0o555)
    done = ingest(raw, target / "processed")
    assert done.returncode == 2
    assert str(target) in done.stderr and "ask for the permission" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(target.iterdir())


def test_tables_that_may_not_be_written_stay_as_they_were_and_those_that_may_not_be_read_are_made_again(raw, tmp_path):
    processed = tmp_path / "processed"
    assert ingest(raw, processed).returncode == 0
    before = {path: path.read_bytes() for path in processed.rglob("*.parquet")}
    (processed / "articles").chmod(0o000)
    done = ingest(raw, processed)
    assert done.returncode == 2
    assert str(processed / "articles") in done.stderr and "Traceback" not in done.stderr
    (processed / "articles").chmod(0o755)
    assert {path: path.read_bytes() for path in processed.rglob("*.parquet")} == before
    for path in (processed / "articles").iterdir():
        path.chmod(0o000)
    assert ingest(raw, processed).returncode == 0
    assert {path: path.read_bytes() for path in processed.rglob("*.parquet")} == before
