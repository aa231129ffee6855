"""Steps over partitions: computed once, again when an input or the code changes, never half written."""

import hashlib

import pandas as pd
import pytest
from engine_steps import (
    end_this_process,
    lengths,
    long_texts,
    names_of_columns,
    write_down,
)

from analysis import engine, tables


@pytest.fixture
def articles(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "PART_ROWS", 2)
    frame = pd.DataFrame({"article_id": list("abcde"), "text": ["", "x", "xx", "xxx", "xxxx"]})
    engine.write_parts(frame, tmp_path / "articles", "")
    return tmp_path / "articles"


def test_five_rows_in_parts_of_at_most_two_are_parts_of_one_two_two(articles):
    # 5 rows / 2 a part = 3 parts; cut at 0, 5//3 = 1, 10//3 = 3, 5.
    assert [len(tables.read_table(part)) for part in engine.parts(articles)] == [1, 2, 2]


def test_a_step_is_applied_to_every_part_and_skipped_when_nothing_changed(articles, tmp_path):
    step, output = engine.Step(lengths, ""), tmp_path / "lengths"
    assert engine.map_parts(step, [articles], output) == 3
    assert tables.read_table(output)["n"].tolist() == [0, 1, 2, 3, 4]
    before = [part.read_bytes() for part in engine.parts(output)]
    assert engine.map_parts(step, [articles], output) == 0
    assert [part.read_bytes() for part in engine.parts(output)] == before


def test_only_the_part_that_changed_is_computed_again(articles, tmp_path):
    step, output = engine.Step(lengths, ""), tmp_path / "lengths"
    engine.map_parts(step, [articles], output)
    tables.write_table(pd.DataFrame({"article_id": ["a"], "text": ["longer"]}), engine.parts(articles)[0], "")
    assert engine.map_parts(step, [articles], output) == 1
    assert tables.read_table(output)["n"].tolist() == [6, 1, 2, 3, 4]


def test_other_parameters_and_other_code_compute_again(articles, tmp_path, monkeypatch):
    output = tmp_path / "lengths"
    engine.map_parts(engine.Step(lengths, ""), [articles], output)
    assert engine.map_parts(engine.Step(lengths, "", {"add": 1}), [articles], output) == 3
    assert tables.read_table(output)["n"].tolist() == [1, 2, 3, 4, 5]
    monkeypatch.setattr(engine, "code_version", lambda module: "newer")
    assert engine.map_parts(engine.Step(lengths, "", {"add": 1}), [articles], output, jobs=1) == 3


def test_a_failing_part_loses_no_other_and_the_next_run_goes_on(tmp_path):
    articles, output, long = tmp_path / "articles", tmp_path / "lengths", " ".join(map(str, range(300)))
    frame = pd.DataFrame({"article_id": list("abc"), "text": [long, long, "fail"]})
    last = engine.write_parts(frame, articles, "", starts=[0, 1, 2])[-1]
    with pytest.raises(ValueError, match="this part fails"):
        engine.map_parts(engine.Step(lengths, ""), [articles], output, jobs=1)
    tables.write_table(pd.DataFrame({"article_id": ["c"], "text": ["good"]}), last, "")
    assert engine.map_parts(engine.Step(lengths, ""), [articles], output) == 1
    assert tables.read_table(output)["n"].tolist() == [1089, 1089, 4]  # 10 + 180 + 600 digits and 299 spaces


def test_the_largest_part_is_begun_first(tmp_path):
    texts = [" ".join(hashlib.sha256(bytes([i])).hexdigest() for i in range(n)) for n in (100, 250, 150)]
    frame = pd.DataFrame({"article_id": list("abc"), "text": texts})
    engine.write_parts(frame, tmp_path / "articles", "", starts=[0, 1, 2])
    log = tmp_path / "log"
    step = engine.Step(write_down, "", {"log": str(log)})
    engine.map_parts(step, [tmp_path / "articles"], tmp_path / "output", jobs=1)
    assert log.read_text() == "bca"


def test_parts_of_a_former_longer_table_are_removed(articles, tmp_path):
    output = tmp_path / "lengths"
    engine.map_parts(engine.Step(lengths, ""), [articles], output)
    engine.write_parts(pd.DataFrame({"article_id": ["z"], "text": ["z"]}), articles, "")
    engine.map_parts(engine.Step(lengths, ""), [articles], output)
    assert tables.read_table(output)["article_id"].tolist() == ["z"]


def test_parts_that_only_changed_their_number_are_kept(tmp_path):
    step, frame = engine.Step(lengths, ""), pd.DataFrame({"article_id": list("abcd"), "text": ["", "x", "xx", "xxx"]})
    engine.write_parts(frame, tmp_path / "articles", "", starts=[0, 1, 2])
    assert engine.map_parts(step, [tmp_path / "articles"], tmp_path / "lengths") == 3
    engine.write_parts(
        frame.iloc[1:], tmp_path / "articles", "", starts=[0, 1]
    )  # the first part is gone, the others move up
    assert engine.map_parts(step, [tmp_path / "articles"], tmp_path / "lengths") == 0
    longer = pd.concat([pd.DataFrame({"article_id": ["z"], "text": ["zzzzz"]}), frame.iloc[1:]])
    engine.write_parts(longer, tmp_path / "articles", "", starts=[0, 1, 2])  # a new first part, the others move down
    assert engine.map_parts(step, [tmp_path / "articles"], tmp_path / "lengths") == 1
    assert tables.read_table(tmp_path / "lengths")["n"].tolist() == [5, 1, 2, 3]


def test_parts_that_do_not_correspond_are_refused(articles, tmp_path):
    engine.write_parts(pd.DataFrame({"article_id": list("abc")}), tmp_path / "other", "")
    with pytest.raises(ValueError):
        engine.map_parts(engine.Step(lengths, ""), [articles, tmp_path / "other"], tmp_path / "lengths")


def test_a_function_that_gives_several_tables_is_applied_once(articles, tmp_path):
    outputs = {name: tmp_path / f"{name}.parquet" for name in ("long", "n")}
    got = [engine.reduce_to_tables(long_texts, {"least": 3}, [articles], outputs) for _ in range(2)]
    assert got == [1, 0]
    assert tables.read_table(outputs["long"])["article_id"].tolist() == ["d", "e"]
    assert tables.read_table(outputs["n"])["n"].tolist() == [5]
    assert engine.reduce_to_tables(long_texts, {"least": 4}, [articles], outputs) == 1
    outputs["n"].unlink()
    assert engine.reduce_to_tables(long_texts, {"least": 4}, [articles], outputs) == 1


def test_a_part_whose_process_is_lost_is_computed_again(articles, tmp_path):
    step = engine.Step(end_this_process, "", {"once": str(tmp_path / "lost")})
    assert engine.map_parts(step, [articles], tmp_path / "output", jobs=2) == 3
    assert tables.read_table(tmp_path / "output")["article_id"].tolist() == list("abcde")


def test_a_part_that_ends_its_process_twice_is_named(articles, tmp_path):
    step = engine.Step(end_this_process, "", {"once": ""})
    with pytest.raises(RuntimeError, match=r"part-000[0-2]\.parquet was ended twice .* run the same command again"):
        engine.map_parts(step, [articles], tmp_path / "output", jobs=2)


def test_a_part_is_read_again_for_its_hash_when_it_was_written_again_in_the_same_size(tmp_path):
    path = tmp_path / "part-0000.parquet"
    hashes = []
    for letter in "ab":
        tables.write_table(pd.DataFrame({"letter": [letter]}), path, "")
        hashes.append((engine.part_hash(path), hashlib.sha256(path.read_bytes()).hexdigest()))
    assert [got for got, _ in hashes] == [own for _, own in hashes]
    assert len({got for got, _ in hashes}) == 2


def test_a_step_gets_only_the_columns_that_it_names(articles, tmp_path):
    step = engine.Step(names_of_columns, "", columns=("text",))
    engine.map_parts(step, [articles], tmp_path / "columns", jobs=1)
    assert set(tables.read_table(tmp_path / "columns")["column"]) == {"text"}
