"""Tables that were changed since they were written are deleted and named; what a stopped run made is kept."""

import pandas as pd
import pytest
from engine_steps import long_texts
from invented_records import STORY

from analysis import engine, manifest, tables
from analysis.corpus import ingest


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


@pytest.mark.parametrize(
    "words",
    [
        "[]", "5", "null", '{"a.parquet": 5}', '{"a.parquet": [1]}', "[" * 100_000, '{"../mine.txt": [1, 2, "x"]}',
        '{"../mine.parquet": [1, 2, "x"]}', '{"mine.txt": [1, 2, "x"]}',
    ],
)  # fmt: skip
def test_a_list_that_came_from_elsewhere_deletes_nothing(folder, words):
    mine = [folder / "mine.txt", folder.parent / "mine.txt", folder.parent / "mine.parquet"]
    for path in mine:
        path.write_text("Rain fell.")
    (folder / manifest.FILE).write_text(words)
    with manifest.checked(folder):
        assert (folder / "a.parquet").exists()
    assert all(path.exists() for path in mine)


def test_an_ingest_on_its_own_makes_a_damaged_table_again(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.txt").write_text(f"Rain at last\n\n{STORY}\n")
    with manifest.checked(tmp_path / "p"):
        ingest(tmp_path / "raw", tmp_path / "p")
    part = tmp_path / "p/articles/part-0000.parquet"
    whole = part.read_bytes()
    flip(part, len(whole) // 3)
    ingest(tmp_path / "raw", tmp_path / "p")
    assert part.read_bytes() == whole


@pytest.mark.parametrize("content", [b"", b"Rain fell.", b"PAR1PAR1"])
def test_a_table_that_is_none_is_made_again_without_a_list(tmp_path, content):
    articles = pd.DataFrame({"article_id": ["a"], "text": ["Rain."]})
    tables.write_table(articles, tmp_path / "in.parquet", "")
    outputs = {name: tmp_path / f"{name}.parquet" for name in ("long", "n")}
    for _ in range(2):
        engine.reduce_to_tables(long_texts, {}, [tmp_path / "in.parquet"], outputs)
        assert tables.read_table(outputs["n"])["n"].tolist() == [1]
        outputs["n"].write_bytes(content)
