"""In a folder, in S3 and in a store of files: the same bytes, whole or not there, and nobody's own file touched.

Each store is used through its address. S3 is a server of this machine, so no network is needed.
"""

import http.server
import json
import subprocess
import sys
import threading
from pathlib import Path

import pandas as pd
import pytest
from engine_steps import lengths, write_down
from invented_records import STORY

from analysis import __main__ as command_line
from analysis import engine, locks, manifest, ownership, paths, stores, tables
from analysis.corpus import ingest, load_articles
from analysis.readers.limits import make_limits

NAMES = pd.DataFrame({"article_id": list("abcd"), "text": ["", "x", "xx", "xxx"]})


@pytest.fixture(params=["folder", "s3", "file"])
def place(request, tmp_path) -> Path:
    """Return an empty place for tables: a folder, an address of S3, an address of a store that can rename."""
    if request.param == "s3":
        return stores.as_path(f"{request.getfixturevalue('bucket')}/{tmp_path.name}")
    if request.param == "file":
        pytest.importorskip("upath", reason="the extra cluster is not installed")
        return stores.as_path(f"file://{tmp_path}/store")
    return tmp_path / "tables"


@pytest.fixture
def raw(tmp_path) -> Path:
    """Return a folder of two articles."""
    (tmp_path / "raw/post").mkdir(parents=True)
    for name in "ab":
        (tmp_path / f"raw/post/{name}.txt").write_text(f"Rain in {name}\n\n{STORY}\n\nThat was in {name}.\n")
    return tmp_path / "raw"


def names_in(place: Path) -> set[str]:
    return {str(path).removeprefix(f"{place}/") for path in place.rglob("*") if path.is_file()}


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all tables below a folder or an address."""
    return {str(path).removeprefix(f"{folder}/"): path.read_bytes() for path in folder.rglob("*.parquet")}


def test_parts_are_the_same_bytes_wherever_they_lie_and_only_changed_ones_are_made_again(place, tmp_path):
    def made(folder: Path, names: str) -> str:
        """Return of which articles, each one a part, something was made."""
        log.write_text("")
        engine.write_parts(pd.DataFrame({"article_id": list(names)}), folder / "articles", "", starts=range(len(names)))
        step = engine.Step(write_down, "", {"log": str(log)})
        engine.map_parts(step, [folder / "articles"], folder / "output", jobs=1)
        return log.read_text()

    log = tmp_path / "log"
    assert [made(place, names) for names in ("abc", "abc", "axbc")] == [
        "abc",
        "",
        "x",
    ]  # the others change their number
    made(tmp_path / "here", "axbc")
    assert contents(place) == contents(tmp_path / "here")
    assert made(place, "xc") == ""
    assert tables.read_table(place / "output")["article_id"].tolist() == ["x", "c"]


def test_two_processes_write_to_a_store(place, tmp_path):
    engine.write_parts(NAMES, place / "articles", "", starts=range(4))
    assert engine.map_parts(engine.Step(lengths, ""), [place / "articles"], place / "output", jobs=2) == 4
    assert tables.read_table(place / "output", columns=["n"])["n"].tolist() == [0, 1, 2, 3]


def test_a_file_that_could_not_be_written_stays_as_it_was(place):
    tables.write_table(NAMES, place / "a.parquet", "")
    before = names_in(place)

    def fail(target: object) -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        stores.write_whole(place / "a.parquet", fail)
    assert tables.read_table(place / "a.parquet").equals(NAMES) and names_in(place) == before


def test_an_ingest_to_a_store_gives_the_tables_of_a_folder_also_after_a_change(place, raw, tmp_path):
    def same() -> bool:
        counts = ingest(raw, str(place))
        expected = ingest(raw, tmp_path / "here")
        here = contents(tmp_path / "here")
        found = contents(place)
        articles = [name for name in here if not name.startswith("records/")]
        assert len(articles) == 3  # articles, rejects, and the counts
        return counts.equals(expected) and all(found[name] == here[name] for name in articles)

    assert same()
    (raw / "post/b.txt").write_text(f"Sun in b\n\n{STORY}\n\nThat was the end of it.\n")
    (raw / "post/c.txt").write_text("")
    assert same()
    assert load_articles(path=str(place))["headline"].tolist() == ["Rain in a", "Sun in b"]
    assert not [name for name in names_in(place) if ".ingest-" in name or ".moved" in name]


def test_an_ingest_that_was_stopped_while_the_tables_were_replaced_is_done_again(place, raw, monkeypatch):
    ingest(raw, str(place))
    put_in_place, done = stores.put_in_place, []

    def stop(*places: Path) -> None:
        if done:
            raise KeyboardInterrupt
        done.append(put_in_place(*places))

    (raw / "post/b.txt").write_text(f"Sun in b\n\n{STORY}\n\nThat was the end of it.\n")
    monkeypatch.setattr(stores, "put_in_place", stop)
    with pytest.raises(KeyboardInterrupt):
        ingest(raw, str(place))
    monkeypatch.undo()
    ingest(raw, str(place))
    assert load_articles(path=str(place))["headline"].tolist() == ["Rain in a", "Sun in b"]
    assert len(tables.read_table(place / "rejects.parquet")) == 0


def test_what_somebody_else_put_there_is_never_deleted_and_a_place_of_others_is_refused(place, raw):
    stores.make_folder(place / "mine")
    (place / "mine/notes.txt").write_text("Ask Ana Oakes.")
    with pytest.raises(ValueError, match=r"holds files that Broadsheet did not write \(mine\)"):
        ingest(raw, str(place))
    (place / "mine/notes.txt").unlink()
    stores.remove(place / "mine")
    ingest(raw, str(place))
    (place / "notes.txt").write_text("Ask Ana Oakes.")
    (raw / "post/b.txt").unlink()
    ingest(raw, str(place))
    assert (place / "notes.txt").read_text() == "Ask Ana Oakes."
    (place / "articles/notes.txt").write_text("Ask Nora Petrakis.")
    (raw / "post/a.txt").write_text(f"Sun in a\n\n{STORY}\n")
    with pytest.raises(ValueError, match=r"articles/notes\.txt was not written by Broadsheet"):
        ingest(raw, str(place))
    assert (place / "articles/notes.txt").read_text() == "Ask Nora Petrakis."


def test_a_bucket_s_folder_that_was_made_by_hand_is_empty(bucket, raw):
    boto3 = pytest.importorskip("boto3")
    boto3.client("s3").put_object(Bucket="newsroom", Key="by-hand/")  # as the console of S3 makes a folder
    ingest(raw, f"{bucket}/by-hand/")
    assert len(load_articles(path=f"{bucket}/by-hand")) == 2


def test_a_table_that_was_changed_since_is_noticed(place, capsys):
    with manifest.checked(place):
        for name in ("a", "b/part-0000"):
            tables.write_table(NAMES, place / f"{name}.parquet", "")
    content = (place / "b/part-0000.parquet").read_bytes()
    (place / "b/part-0000.parquet").write_bytes(content[:-1] + b"?")
    with manifest.checked(place):
        assert not (place / "b/part-0000.parquet").exists() and (place / "a.parquet").exists()
    assert "b/part-0000.parquet was changed or damaged" in capsys.readouterr().err


def test_the_state_of_a_file_says_whether_somebody_wrote_to_it(place):
    path = tables.write_table(NAMES, place / "a.parquet", "")
    before = stores.state(path)
    assert stores.state(path) == before
    tables.write_table(NAMES.iloc[::-1], path, "")
    assert stores.state(path) != before
    with pytest.raises(FileNotFoundError):
        stores.state(place / "b.parquet")


def test_the_lock_of_an_address_is_on_this_machine_and_is_its_own(bucket):
    folders = [stores.as_path(f"{bucket}/{name}") for name in ("one", "two")]
    files = [locks.lock_of(folder) for folder in folders]
    assert files[0] != files[1] and not any(map(stores.is_address, files))
    with locks.one_writer(files[0], "one"), locks.one_writer(files[1], "two", timeout=0):
        assert paths.shown(folders[0]) == f"{bucket}/one"


def test_a_folder_of_a_store_that_is_marked_is_ours(place):
    ownership.mark(place, "processed tables")
    ownership.check_ours(place, "the processed tables", signs=["ingest.parquet"])
    assert json.loads((place / ownership.MARK).read_text())["kind"] == "processed tables"


def put(raw: Path, place: Path) -> Path:
    """Copy a folder of articles to a place, with what is no article, and return it there."""
    for name in ("post/README.txt", "post/.hidden/a.txt", "post/.b.txt"):
        (raw / name).parent.mkdir(exist_ok=True)
        (raw / name).write_text(f"Sun\n\n{STORY}\n")
    for path in raw.rglob("*"):
        if path.is_file():
            target = place / "raw" / path.relative_to(raw).as_posix()
            stores.make_folder(target.parent)
            target.write_bytes(path.read_bytes())
    return place / "raw"


def test_articles_in_a_store_give_the_tables_of_a_folder_also_after_a_change(place, raw, tmp_path):
    records = [{"title": f"Fog {n}", "source": "Star", "text": f"{STORY}\n\nThat was fog {n}."} for n in range(600)]
    (raw / "star").mkdir()
    (raw / "star/export.jsonl").write_text("\n".join(map(json.dumps, records * 4)))  # a range of lines at a time
    there = put(raw, place)
    for folder, name in (("post", "a.txt"), ("star", "new.txt")):
        counts = ingest(str(there), tmp_path / "from-store")
        assert counts.equals(ingest(raw, tmp_path / "from-folder"))
        found, expected = contents(tmp_path / "from-store"), contents(tmp_path / "from-folder")
        assert found["articles/part-0000.parquet"] == expected["articles/part-0000.parquet"]
        assert found["rejects.parquet"] == expected["rejects.parquet"]
        for own in (raw, there):
            (own / folder / name).write_text(f"Sun in {name}\n\n{STORY}\n\nThat was the sun.\n")
    assert load_articles(path=tmp_path / "from-store")["headline"].str.startswith("Sun in a").sum() == 1


def test_articles_and_tables_of_one_store_are_kept_apart(place, raw):
    there = put(raw, place)
    counts = ingest(str(there), str(place / "tables"))
    assert counts["articles"].sum() == len(load_articles(path=str(place / "tables"))) == 2
    with pytest.raises(ValueError, match="inside the articles' folder"):
        ingest(str(there), str(there / "tables"))
    with pytest.raises(ValueError, match="does not exist"):
        ingest(str(place / "nothing"), str(place / "tables"))
    (there / "post/large.txt").write_text(f"Fog\n\n{STORY}\n" * 40_000)
    ingest(str(there), str(place / "tables"), limits=make_limits({"unpacked_mb": 1}, where="here"))
    [large] = tables.read_table(place / "tables/rejects.parquet").to_dict("records")
    assert large["source_path"] == "post/large.txt" and "a file of" in large["detail"]


def test_the_command_line_takes_addresses_for_tables_and_articles(bucket, raw):
    put(raw, stores.as_path(f"{bucket}/by-command"))
    assert command_line.main(["ingest", f"{bucket}/by-command/raw", "--processed", f"{bucket}/by-command/made"]) == 0
    assert len(load_articles(path=f"{bucket}/by-command/made")) == 2


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("s3://nowhere-at-all/tables", "there is no bucket nowhere-at-all"),
        ("s3://newsroom/[tables]", "which stores read as a pattern"),
        ("nothing://newsroom/tables", "nothing://newsroom/tables cannot be used: .* check the address"),
        (Path("s3://newsroom/tables"), "give it as text"),
    ],
)
def test_an_address_that_is_of_no_use_is_answered_with_a_sentence(bucket, address, words):
    with pytest.raises(ValueError, match=words):
        stores.as_path(address)


def test_without_the_extra_a_sentence_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "upath", None)
    with pytest.raises(ValueError, match=r"s3://newsroom/more needs more packages; .*broadsheet\[cluster\]"):
        stores.as_path("s3://newsroom/more")


class Refusing(http.server.BaseHTTPRequestHandler):
    """Answers each request as S3 answers one without the permission."""

    def do_HEAD(self):
        self.send_response(403)
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, *_):
        pass


@pytest.mark.parametrize("credentials", ["invented", ""])
def test_without_permission_or_credentials_a_sentence_names_them(credentials, tmp_path):
    for name in ("s3fs", "upath"):
        pytest.importorskip(name, reason="the extra cluster is not installed")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Refusing)
    threading.Thread(target=server.serve_forever).start()
    keys = {"AWS_ACCESS_KEY_ID": credentials, "AWS_SECRET_ACCESS_KEY": credentials} if credentials else {}
    variables = {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.server_port}", "AWS_EC2_METADATA_DISABLED": "true"}
    # In a process of its own, since a process keeps the credentials that it began with.
    program = "import sys; from analysis import stores; stores.as_path('s3://newsroom/tables')"
    environment = {"PYTHONPATH": ":".join(sys.path), "HOME": str(tmp_path)} | variables | keys
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    server.shutdown()
    server.server_close()
    last = done.stderr.splitlines()[-1]
    refused = "may not be used with these credentials (Forbidden); ask for the permission"
    missing = "cannot be used: Unable to locate credentials; check the address, the network, and the environment"
    assert last.startswith(f"ValueError: s3://newsroom/tables {refused if credentials else missing}")
