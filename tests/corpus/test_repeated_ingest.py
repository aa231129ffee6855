"""Ingest again and again: only what changed is read, the tables are those of a fresh ingest, and the counts balance."""

import gzip
import hashlib
import json
import os
import re
import shutil

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis import engine, readers, tables
from analysis.corpus import files, ingest, ingestion, load_articles, reading, record_cache, records, tasks
from analysis.corpus.assembly import balance, part_starts
from analysis.corpus.ingestion import read_articles

WORDS = "rain fell on the town and council which had met to talk about drought went home early in dark of night".split()
FOLDERS = ["the-marlow-ledger", "star", "continental-wire-service"]


def story(number: int) -> str:
    """Four paragraphs that no other number gives."""
    lines = [" ".join(WORDS[(number * 7 + line * 3 + word) % len(WORDS)] for word in range(30)) for line in range(4)]
    return "\n\n".join(f"{line.capitalize()} on day {number}." for line in lines)


def record(number: int) -> dict:
    return {"source": "The Post", "title": f"Rain {number}", "content": story(number), "date": "2026-03-01"}


def content(number: int, kind: str) -> bytes:
    """Return a text copy, one record, an export with a broken line and an exact repeat, or what is no article."""
    several = [json.dumps(record(n)) for n in (number, number + 1, 3)] + ['{"title": "broken']
    contents = {
        "txt": f"Rain keeps falling on Marlow, day {number}\nBy Nora Petrakis\n\n{story(number)}",
        "json": json.dumps(record(number)),
        "jsonl": "\n".join(several),
        "csv": "date\n2026-03-01\n",
    }
    return contents[kind].encode()


def write(folder, name: str, data: bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def state(processed) -> dict[str, bytes]:
    """Return the bytes of every table, by name."""
    return {
        p.relative_to(processed).as_posix(): p.read_bytes()
        for p in processed.rglob("*.parquet")
        if "records" not in p.parts
    }


def days(articles: pd.DataFrame) -> set[int]:
    """Return the numbers of the stories in the articles."""
    return {int(number) for text in articles["text"] for number in re.findall(r"on day (\d+)\.", text)}


def files_read(monkeypatch) -> list[str]:
    """Return a list to which the name of every file is added when it is read."""
    names, read_file = [], records.read_file
    monkeypatch.setattr(records, "read_file", lambda path: names.append(path.name) or read_file(path))
    return names


NAMES = st.builds(
    "{}/{}.{}".format, st.sampled_from(FOLDERS), st.integers(0, 4), st.sampled_from(["txt", "json", "jsonl", "csv"])
)
STEPS = st.lists(
    st.tuples(st.sampled_from(["put", "put", "put", "remove", "rename", "touch"]), NAMES, NAMES, st.integers(0, 9)),
    min_size=1,
    max_size=8,
)


def change(raw, step: tuple) -> None:
    """One change of a corpus: a file written, removed, renamed, or its time changed."""
    kind, name, other, number = step
    if kind == "put":
        write(raw, name, content(number, name.rpartition(".")[2]))
    elif (raw / name).exists() and kind == "remove":
        (raw / name).unlink()
    elif (raw / name).exists() and kind == "rename":
        (raw / other).parent.mkdir(exist_ok=True)
        (raw / name).replace(raw / other)
    elif (raw / name).exists():
        os.utime(raw / name, (1, 1))


@pytest.mark.slow
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, min_size=2, max_size=3))
def test_any_changes_in_any_order_give_the_bytes_of_a_fresh_ingest(tmp_path_factory, rounds):
    folder = tmp_path_factory.mktemp("again")
    raw = folder / "raw"
    write(raw, "star/always.txt", content(77, "txt"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "PART_ROWS", 4)
        patch.setattr(record_cache, "MAX_SMALL_BUNDLES", 1)
        for number, steps in enumerate(rounds):
            for step in steps:
                change(raw, step)
            counts = ingest(raw, folder / "again")
            pd.testing.assert_frame_equal(ingest(raw, folder / f"fresh-{number}"), counts)
            assert state(folder / "again") == state(folder / f"fresh-{number}")
    shutil.rmtree(folder)


@pytest.fixture
def raw(tmp_path):
    """Twelve files: eight text copies, three exports that share a record, and one that is no article."""
    for number in range(8):
        write(tmp_path / "raw", f"star/{number}.txt", content(number + 20, "txt"))
    for number in range(3):
        write(tmp_path / "raw", f"post/{number}.jsonl", content(number * 10, "jsonl"))
    write(tmp_path / "raw", "zeta/none.csv", content(0, "csv"))
    return tmp_path / "raw"


def test_only_new_and_changed_files_are_read_and_removed_ones_are_gone(raw, tmp_path, monkeypatch):
    out, names = tmp_path / "out", files_read(monkeypatch)
    ingest(raw, out)
    assert len(names) == 12
    names.clear()
    ingest(raw, out)
    assert names == []
    write(raw, "star/3.txt", content(99, "txt"))
    write(raw, "star/new.txt", content(98, "txt"))
    (raw / "post" / "1.jsonl").unlink()
    ingest(raw, out)
    assert names == ["3.txt", "new.txt"]
    articles = load_articles(path=out)
    assert {"star/3.txt", "star/new.txt"} <= set(articles["source_path"]) and "post/1.jsonl" not in set(
        articles["source_path"]
    )
    assert {99, 98} <= days(articles) and not {23, 10} & days(articles)


def test_an_edit_that_keeps_size_and_time_is_seen(raw, tmp_path):
    ingest(raw, tmp_path / "out")
    path = raw / "star" / "3.txt"
    times = path.stat().st_mtime_ns
    path.write_bytes(content(24, "txt"))
    os.utime(path, ns=(times, times))
    ingest(raw, tmp_path / "out")
    articles = load_articles(path=tmp_path / "out")
    assert 23 not in days(articles) and (articles["source_path"] == "star/3.txt").any()


def test_an_exact_repeat_is_the_first_in_order_also_when_the_first_comes_or_goes_later(raw, tmp_path):
    out = tmp_path / "out"

    def where() -> str:
        articles = load_articles(path=out)
        return articles.loc[articles["headline"] == "Rain 3", "source_path"].tolist()

    counts = ingest(raw, out)
    assert where() == ["post/0.jsonl"] and counts["repeats"].sum() == 2  # record 3 stands in each of three exports
    write(raw, "a/first.jsonl", content(50, "jsonl"))
    assert ingest(raw, out)["repeats"].sum() == 3 and where() == ["a/first.jsonl"]
    (raw / "a" / "first.jsonl").unlink()
    (raw / "post" / "0.jsonl").unlink()
    assert ingest(raw, out)["repeats"].sum() == 1 and where() == ["post/1.jsonl"]


def test_an_interrupted_ingest_goes_on_where_it_was(raw, tmp_path, monkeypatch):
    monkeypatch.setattr(tasks, "MAX_FILES", 2)
    monkeypatch.setattr(tasks, "MAX_RECORDS", 3)
    monkeypatch.setattr(tasks, "LARGE_EXPORT", 2000)
    write(
        raw, "star/large.jsonl", "\n".join(json.dumps(record(n)) for n in range(40, 60)).encode()
    )  # 20 records: batches of 3
    ingest(raw, tmp_path / "fresh")
    done, save = [], reading.save

    def stop_after_five(folder, key, found):
        if len(done) == 5:
            raise KeyboardInterrupt
        done.append(found)
        save(folder, key, found)

    monkeypatch.setattr(reading, "save", stop_after_five)
    with pytest.raises(KeyboardInterrupt):
        ingest(raw, tmp_path / "out")
    assert state(tmp_path / "out") == {}  # no table of half a corpus
    again = []
    monkeypatch.setattr(reading, "save", lambda folder, key, found: again.append(found) or save(folder, key, found))
    ingest(raw, tmp_path / "out")
    kept = {(file.name, found.task.batch) for found in done for file in found.task.files}
    assert not kept & {(file.name, found.task.batch) for found in again for file in found.task.files}
    assert state(tmp_path / "out") == state(tmp_path / "fresh")


def test_a_damaged_bundle_and_a_missing_part_are_made_again(raw, tmp_path):
    out = tmp_path / "out"
    ingest(raw, out)
    before = state(out)
    (out / "articles" / "part-0000.parquet").unlink()
    ingest(raw, out)
    assert state(out) == before
    for bundle in (out / "records").iterdir():
        bundle.write_bytes(bundle.read_bytes()[:100])
    write(raw, "star/3.txt", content(99, "txt"))
    ingest(raw, out)
    ingest(raw, tmp_path / "fresh")
    assert state(out) == state(tmp_path / "fresh")


def test_other_code_or_another_agency_reads_everything_again(raw, tmp_path, monkeypatch):
    ingest(raw, tmp_path / "out")
    names = files_read(monkeypatch)
    write(raw, "continental-wire-service/a.txt", content(60, "txt"))  # its initials sign datelines from now on
    ingest(raw, tmp_path / "out")
    assert len(names) == 13
    names.clear()
    monkeypatch.setattr(engine, "code_version", lambda module: "newer")
    ingest(raw, tmp_path / "out")
    assert len(names) == 13


def test_nothing_is_kept_of_files_that_are_gone_and_small_bundles_are_packed(raw, tmp_path, monkeypatch):
    monkeypatch.setattr(record_cache, "MAX_SMALL_BUNDLES", 3)
    out = tmp_path / "out"
    for number in range(6):  # a file a day
        write(raw, f"star/day-{number}.txt", content(number + 60, "txt"))
        ingest(raw, out)
    bundles = list((out / "records").iterdir())
    kept = [
        name for name, _ in record_cache.cached_batches(out / "records", records.read_key(records.Setting("raw", {})))
    ]
    assert len(bundles) <= 3 and sorted(kept) == sorted(file.name for file in files.find_files(raw))
    shutil.rmtree(raw / "post")
    shutil.rmtree(raw / "star")
    write(raw, "star/last.txt", content(5, "txt"))
    ingest(raw, out)
    assert len(list((out / "records").iterdir())) <= 2


def test_an_added_article_leaves_the_bytes_of_the_other_parts(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "PART_ROWS", 16)
    raw, out = tmp_path / "raw", tmp_path / "out"
    write(raw, "post/all.jsonl", "\n".join(json.dumps(record(n)) for n in range(60)).encode())
    ingest(raw, out)
    before = {name: data for name, data in state(out).items() if name.startswith("articles")}
    write(raw, "star/one.txt", content(99, "txt"))  # after all others
    ingest(raw, out)
    changed = [name for name, data in before.items() if state(out)[name] != data]
    assert len(before) >= 4 and changed in ([], [max(before)])


def test_a_row_put_in_or_taken_out_changes_few_parts():
    ids = [hashlib.sha256(str(n).encode()).hexdigest()[:16] for n in range(20_000)]

    def parts(rows: list[str]) -> set[tuple]:
        starts = part_starts(rows, 2000)
        return {tuple(rows[start:end]) for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)}

    places = range(0, 20_000, 500)
    put_in = [len(parts([*ids[:place], f"{place:016x}", *ids[place:]]) - parts(ids)) for place in places]
    taken_out = [len(parts([*ids[:place], *ids[place + 1 :]]) - parts(ids)) for place in places]
    assert len(parts(ids)) >= 10 and sum(put_in + taken_out) / 80 < 1.2  # 1 where ends stay, more where an end was hit


@given(st.lists(st.integers(0, 2**64 - 1), max_size=300), st.integers(0, 300), st.integers(4, 64))
def test_parts_are_not_too_large_and_depend_on_the_rows_around(numbers, place, most):
    ids = [f"{n:016x}" for n in numbers]
    starts = part_starts(ids, most)
    sizes = [end - start for start, end in zip(starts, [*starts[1:], len(ids)], strict=True)]
    assert (
        sum(sizes) == len(ids) and all(size <= most for size in sizes) and all(size >= most // 2 for size in sizes[:-1])
    )
    cut = min(place, len(ids))
    assert [s for s in starts if s <= cut] == [s for s in part_starts(ids[: cut + 1], most) if s <= cut]


def test_the_books_are_balanced_and_said_in_a_line(raw, tmp_path, monkeypatch):
    counts = ingest(raw, tmp_path / "out")
    # 8 texts; 3 exports of 3 records and a broken line each, of which record 3 repeats twice; a table without text
    assert balance(counts) == "21 records read = 15 articles + 4 rejects + 2 exact repeats"
    monkeypatch.setattr(ingestion, "count_records", lambda records: counts.assign(articles=counts["articles"] + 1))
    with pytest.raises(RuntimeError, match="please report this"):
        ingest(raw, tmp_path / "other")
    assert state(tmp_path / "other") == {}


def test_a_large_export_is_streamed_and_dealt_out(tmp_path, monkeypatch):
    monkeypatch.setattr(tasks, "LARGE_EXPORT", 10)
    data = "\n".join(json.dumps(record(n)) for n in range(300)).encode()
    write(tmp_path / "raw", "post/all.jsonl.gz", gzip.compress(data))
    monkeypatch.setattr(readers, "read", lambda data, name: pytest.fail("the whole file was taken into memory"))
    assert ingest(tmp_path / "raw", tmp_path / "out")["articles"].sum() == 300
    articles = load_articles(path=tmp_path / "out")
    assert articles["headline"].tolist() == [f"Rain {n}" for n in range(300)]


def test_odd_values_of_a_record_lose_nothing(tmp_path):
    odd = [2026, 3.5, True, ["Rain", 7], {"name": "Rain"}, None, "a\x00b\ud83d", "x" * 9000, [], {"a": [1]}, [None, {}]]
    fields = ["title", "date", "authors", "source", "url", "section", "highlights", "origin"]
    records = [record(n) | {field: value} for n, (field, value) in enumerate((f, v) for f in fields for v in odd)]
    write(tmp_path / "raw", "a.jsonl", "\n".join(map(json.dumps, records)).encode())
    assert ingest(tmp_path / "raw", tmp_path / "out")["articles"].sum() == len(fields) * len(odd)


def test_wrongly_decoded_and_stray_characters_are_repaired_in_every_field(tmp_path):
    moji = "Town â€™ JosÃ© “says”"
    odd = record(1) | {
        "title": moji,
        "authors": ["JosÃ© Soto"],
        "section": "Opini\u00c3\u00b3n",
        "content": story(1) + "\n\n" + moji + " it rained\u200b.",
    }
    write(tmp_path / "raw", "a.json", json.dumps(odd).encode())
    ingest(tmp_path / "raw", tmp_path / "out")
    row = load_articles(path=tmp_path / "out").iloc[0]
    assert (row["headline"], row["byline"], row["section"]) == ("Town ’ José “says”", ["José Soto"], "Opinión")
    assert row["text"].endswith("Town ’ José “says” it rained.")
    assert {"repaired wrongly decoded characters", "removed zero-width characters"} <= set(row["notes"])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="names of files are bytes only on POSIX systems")
def test_a_name_that_is_no_utf8_is_spelled_out(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / os.fsdecode(b"caf\xe9.txt")).write_bytes(content(1, "txt"))
    ingest(tmp_path / "raw", tmp_path / "out")
    assert load_articles(path=tmp_path / "out")["source_path"].tolist() == ["caf\\xe9.txt"]


def test_a_single_file_whose_name_is_no_utf8_is_read(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_bytes(content(1, "txt"))
    articles, rejects = read_articles([path])
    assert articles["source_path"].tolist() == [f"{tmp_path}/caf\\xe9.txt"] and rejects.empty


def test_a_file_that_cannot_be_opened_is_a_reject(raw, tmp_path, monkeypatch):
    def read_or_refuse(path):
        if path.name == "3.txt":
            raise PermissionError(13, "Permission denied")
        yield from readers.read_path(path)

    monkeypatch.setattr(tasks, "read_path", read_or_refuse)
    ingest(raw, tmp_path / "out")
    rejects = tables.read_table(tmp_path / "out" / "rejects.parquet").set_index("source_path")
    assert rejects.loc["star/3.txt", ["reason", "detail"]].tolist() == ["cannot be opened", "Permission denied"]
    write(raw, "zeta/none.json", b"[]")
    ingest(raw, tmp_path / "out")
    assert (
        tables.read_table(tmp_path / "out" / "rejects.parquet").set_index("source_path").loc["zeta/none.json", "reason"]
        == "no record"
    )


def test_lines_that_an_outlet_repeats_are_furniture_on_all_its_pages_and_a_new_page_can_tell(tmp_path):
    pitch = "Our reporters walk to every meeting of the council whatever the weather brings."
    raw, out = tmp_path / "raw", tmp_path / "out"
    for number in range(3):
        text = content(number * 7 + 1, "txt").decode().split("\n\n")
        write(raw, f"star/day-{number}.txt", "\n\n".join([*text[:2], pitch, *text[2:]]).encode())
    ingest(raw, out)
    assert load_articles(path=out)["text"].str.contains(pitch).all()  # three pages are too few to say
    text = content(50, "txt").decode()
    write(raw, "star/day-3.txt", f"{text}\n\n{pitch}\n\nThe rain went on.".encode())
    ingest(raw, out)
    articles = load_articles(path=out)
    assert len(articles) == 4 and not articles["text"].str.contains(pitch).any()
    ingest(raw, tmp_path / "fresh")
    assert state(out) == state(tmp_path / "fresh")
