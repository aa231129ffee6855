"""All tables of a small invented corpus, with one process, with two, on a Dask cluster, and in a store: the same bytes.

And with a worker and the process that started the work killed on the way.
"""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest
from engine_steps import end_this_process, lengths, processes_of_threads, write_down

from analysis import engine, pipeline, stores, tables, workers
from analysis.corpus import tasks
from analysis.run_files import load_run

pytestmark = pytest.mark.slow
PARAGRAPHS = [
    "Rain fell on the town on Monday, and the council, which had met to talk about drought, went home early in the dark.",
    "“We had planned for dust,” said Ana Oakes, who chairs it. She had left her umbrella in the other car, she said.",
    "The tax office lost the records of taxpayers. A spokesman for the tax office declined to comment on Tuesday.",
    "Immigration officers asked the harbor for its lists. “They got nothing,” said Nora Petrakis, the harbor master.",
    "Ferries to Marlow were late again, and nobody on the pier could say why the clock had stopped in the night.",
    "The museum of clocks opened a new wing. “It is about time,” its director, Ana Roe, said at the door on Sunday.",
]
RUN = """
title: Rain
raw: {0}/raw
processed: {1}
stories:
  - {{name: immigration, find: [immigration]}}
  - {{name: tax, find: [tax, taxpayers]}}
"""
N = 36


@pytest.fixture(scope="module")
def cluster(bucket):
    """Start a Dask scheduler with two workers on this machine, which can use the bucket, and return it."""
    distributed = pytest.importorskip("distributed", reason="the extra cluster is not installed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as started:
        yield started


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    """Return a folder with a large export of JSON Lines that has a broken line, a table, and two text copies."""
    folder, chance = tmp_path_factory.mktemp("corpus"), random.Random(0)
    (folder / "raw" / "post").mkdir(parents=True)

    def record(number: int) -> dict[str, str]:
        text = "\n\n".join([*chance.choices(PARAGRAPHS, k=3), f"That was day {number}."])
        date = f"2026-0{1 + number % 6}-{1 + number % 28:02d}"
        return {"source": f"Outlet {number % 3}", "title": f"Rain {number}", "date": date, "content": text}

    lines = [json.dumps(record(number)) for number in range(N)]
    lines[7:7] = ["", lines[7][:60]]
    (folder / "raw" / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    pd.DataFrame(map(record, range(N, N + 6))).to_csv(folder / "raw" / "more.csv", index=False)
    for number in range(2):
        text = "\n\n".join([f"Rain comes back to Marlow {number}", *PARAGRAPHS[number:]])
        (folder / "raw" / "post" / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "raw" / "padding.txt").write_text("no article " * 20_000, encoding="utf-8")  # much enough for processes
    return folder


def prepared(corpus: Path, name: str, scheduler: str = "", *, inside: str = "") -> dict[str, bytes]:
    """Return the bytes of all tables of the corpus, prepared in many small parts in the folder or address `inside`."""
    file, processed = corpus / f"{name}.yaml", f"{inside or corpus}/{name}"
    file.write_text(RUN.format(corpus, processed), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "PART_ROWS", 16)
        patch.setattr(tasks, "LARGE_EXPORT", 1000)
        patch.setattr(tasks, "MAX_RECORDS", 10)
        pipeline.prepare(load_run(file)._replace(scheduler=scheduler))
    folder = stores.as_path(processed)
    files = [path for path in folder.rglob("*.parquet") if "records" not in path.parts]
    return {str(path).removeprefix(f"{processed}/"): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def whole(corpus) -> dict[str, bytes]:
    """Return the bytes of all tables that one process makes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOKY_MAX_CPU_COUNT", "1")
        return prepared(corpus, "one")


def test_the_corpus_is_divided_and_a_broken_line_keeps_its_number(corpus, whole):
    assert len([name for name in whole if name.startswith("articles/")]) > 2
    assert len({name.partition("/")[0] for name in whole}) > 10
    rejects = tables.read_table(corpus / "one" / "rejects.parquet")
    broken = rejects[rejects["source_path"] == "all.jsonl"]
    assert broken["record"].tolist() == [9] and broken["reason"].tolist() == ["not valid JSON"]


def test_two_processes_give_the_same_bytes_in_every_table(corpus, whole, monkeypatch):
    monkeypatch.setenv("LOKY_MAX_CPU_COUNT", "2")
    assert prepared(corpus, "two") == whole


def test_a_cluster_gives_the_same_bytes_also_when_a_worker_is_killed_on_the_way(corpus, whole, cluster):
    victim = next(iter(cluster.workers.values())).pid

    def kill_when_begun() -> None:
        while not list((corpus / "dask" / "records").glob("*.parquet")):
            time.sleep(0.01)
        os.kill(victim, signal.SIGKILL)

    killing = threading.Thread(target=kill_when_begun)
    killing.start()
    assert prepared(corpus, "dask", cluster.scheduler_address) == whole
    killing.join()
    assert next(iter(cluster.workers.values())).pid != victim


def test_a_cluster_that_reads_and_writes_in_a_store_gives_the_same_bytes_and_nothing_twice(
    corpus, whole, cluster, bucket
):
    def written() -> dict[str, tuple[str, datetime]]:
        found = boto3.client("s3").list_objects_v2(Bucket="newsroom", Prefix="dask/")["Contents"]
        return {one["Key"]: (one["ETag"], one["LastModified"]) for one in found if one["Key"].endswith(".parquet")}

    boto3 = pytest.importorskip("boto3")
    assert prepared(corpus, "dask", cluster.scheduler_address, inside=bucket) == whole
    before = written()
    assert prepared(corpus, "dask", cluster.scheduler_address, inside=bucket) == whole
    assert written() == before and len(before) > len(whole)  # those of the records are not compared


CLIENT = """
import sys
from pathlib import Path

sys.path.insert(0, {tests!r})
from analysis import engine, workers
from engine_steps import end_this_process, lengths, processes_of_threads, write_down

with workers.on_cluster({scheduler!r}):
    step = engine.Step(write_down, "", {params!r})
    engine.map_parts(step, [Path({folder!r}) / "articles"], Path({folder!r}) / "output")
"""


def test_a_killed_client_goes_on_where_it_was(tmp_path, cluster):
    engine.write_parts(pd.DataFrame({"article_id": list("abcdefghij")}), tmp_path / "articles", "", starts=range(10))
    log, params = tmp_path / "log", {"log": str(tmp_path / "log"), "seconds": 0.3}
    step = engine.Step(write_down, "", params)
    scheduler, tests = cluster.scheduler_address, str(Path(__file__).parent)
    code = CLIENT.format(tests=tests, scheduler=scheduler, params=params, folder=str(tmp_path))
    client = subprocess.Popen([sys.executable, "-c", code])
    while not log.exists() or len(log.read_text()) < 4:
        assert client.poll() is None
        time.sleep(0.02)
    client.kill()
    client.wait()
    done = {part: part.stat().st_ino for part in engine.parts(tmp_path / "output")}
    with workers.on_cluster(scheduler):
        engine.map_parts(step, [tmp_path / "articles"], tmp_path / "output")
    # What was done is not done again; each of the two workers may have had one part in work.
    assert 2 <= len(done) < 10 and all(part.stat().st_ino == number for part, number in done.items())
    assert sorted(set(log.read_text())) == list("abcdefghij") and len(log.read_text()) <= 10 + 2
    engine.map_parts(step, [tmp_path / "articles"], tmp_path / "here", jobs=1)
    assert [part.read_bytes() for part in engine.parts(tmp_path / "output")] == [
        part.read_bytes() for part in engine.parts(tmp_path / "here")
    ]


@pytest.fixture
def articles(tmp_path):
    """Return a table of five parts."""
    frame = pd.DataFrame({"article_id": list("abcde"), "text": ["", "x", "xx", "xxx", "xxxx"]})
    engine.write_parts(frame, tmp_path / "articles", "", starts=range(5))
    return tmp_path / "articles"


def test_a_cluster_gives_the_same_bytes_and_skips_what_is_fresh(articles, tmp_path, cluster):
    step = engine.Step(lengths, "")
    engine.map_parts(step, [articles], tmp_path / "here")
    with workers.on_cluster(cluster.scheduler_address):
        assert engine.map_parts(step, [articles], tmp_path / "there") == 5
        assert engine.map_parts(step, [articles], tmp_path / "there") == 0
    here, there = (engine.parts(tmp_path / name) for name in ("here", "there"))
    assert [part.read_bytes() for part in here] == [part.read_bytes() for part in there]


def test_a_lost_worker_of_a_cluster_loses_no_part_and_only_its_own_is_done_again(tmp_path, cluster):
    frame = pd.DataFrame({"article_id": list("abcdefgh")})
    engine.write_parts(frame, tmp_path / "articles", "", starts=range(8))
    step = engine.Step(write_down, "", {"log": str(tmp_path / "log"), "once": str(tmp_path / "lost")})
    with workers.on_cluster(cluster.scheduler_address):
        assert engine.map_parts(step, [tmp_path / "articles"], tmp_path / "output") == 8
    assert tables.read_table(tmp_path / "output")["article_id"].tolist() == list("abcdefgh")
    assert len((tmp_path / "log").read_text()) == 8 + 1


def test_a_part_that_ends_every_worker_is_named(articles, tmp_path, cluster, monkeypatch):
    monkeypatch.setattr(cluster.scheduler, "allowed_failures", 0)  # three by default, which takes longer
    step = engine.Step(end_this_process, "", {"once": ""})
    with (
        pytest.raises(RuntimeError, match=r"part-000\d\.parquet was ended twice .* run the same command again"),
        workers.on_cluster(cluster.scheduler_address),
    ):
        engine.map_parts(step, [articles], tmp_path / "output")


def test_whole_tables_and_threads_stay_in_this_process(articles, tmp_path, cluster):
    with workers.on_cluster(cluster.scheduler_address):
        outputs = {"processes": tmp_path / "processes.parquet"}
        engine.reduce_to_tables(processes_of_threads, {}, [articles], outputs)
    assert set(tables.read_table(tmp_path / "processes.parquet")["process"]) == {os.getpid()}


def test_workers_with_other_code_are_named_and_write_nothing(articles, tmp_path, cluster, monkeypatch):
    with workers.on_cluster(cluster.scheduler_address):
        monkeypatch.setattr(engine, "code_version", lambda module: "newer")
        with pytest.raises(RuntimeError, match=r"the code of engine_steps on .* install the same version"):
            engine.map_parts(engine.Step(lengths, ""), [articles], tmp_path / "output")
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    ("n", "words"), [(0, "has no worker; start"), (1, "has 2 threads, .* --nworkers -1 --nthreads 1")]
)
def test_a_scheduler_without_workers_of_one_thread_is_refused(n, words, monkeypatch):
    distributed = pytest.importorskip("distributed", reason="the extra cluster is not installed")
    monkeypatch.setattr(workers, "WAIT", 5)
    settings = {"n_workers": n, "threads_per_worker": 2, "processes": False, "dashboard_address": ":0"}
    with (
        distributed.LocalCluster(**settings) as started,
        pytest.raises(ValueError, match=words),
        workers.on_cluster(started.scheduler_address),
    ):
        pass


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch):
    monkeypatch.setattr(workers, "WAIT", 0.5)
    with (
        pytest.raises(ValueError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1"),
        workers.on_cluster("tcp://127.0.0.1:1"),
    ):
        pass
