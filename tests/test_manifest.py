"""Tables that were changed since they were written are deleted and named; what a stopped run made is kept."""

import pandas as pd
import pytest

from analysis import manifest, tables


@pytest.fixture
def folder(tmp_path):
    """Return a folder of two tables that a run has listed."""
    with manifest.checked(tmp_path):
        for name in ("a", "b/part-0000"):
            tables.write_table(pd.DataFrame({"name": [name]}), tmp_path / f"{name}.parquet", "")
    return tmp_path


def flip(path, place):
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("place", [10, -20, -1])
def test_a_flipped_byte_is_found_wherever_it_is(folder, place, capsys):
    flip(folder / "b/part-0000.parquet", place)
    with manifest.checked(folder):
        assert not (folder / "b/part-0000.parquet").exists() and (folder / "a.parquet").exists()
    assert "b/part-0000.parquet was changed or damaged" in capsys.readouterr().err


def test_a_table_that_was_only_touched_is_kept(folder):
    (folder / "a.parquet").touch()
    with manifest.checked(folder):
        assert (folder / "a.parquet").exists()


def write_and_stop(folder):
    with manifest.checked(folder):
        tables.write_table(pd.DataFrame({"name": ["newer"]}), folder / "a.parquet", "")
        raise KeyboardInterrupt


def test_what_a_stopped_run_wrote_is_kept(folder):
    with pytest.raises(KeyboardInterrupt):
        write_and_stop(folder)
    with manifest.checked(folder):
        assert tables.read_table(folder / "a.parquet")["name"].tolist() == ["newer"]


def test_a_damaged_table_is_refused_with_its_name(folder):
    whole = (folder / "a.parquet").read_bytes()
    (folder / "a.parquet").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ValueError, match=r"a\.parquet is damaged .*; delete this file"):
        tables.read_table(folder / "a.parquet")
