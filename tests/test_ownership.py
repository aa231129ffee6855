"""Nobody's files are deleted: other people's folders are refused, and what a person adds to ours stays."""

import pytest

from analysis import ingest, ownership

ARTICLE = "Ferry Runs Again\n\nBy Ann Lee\n\nJanuary 3, 2026\n\n" + "\n\n".join(
    f"The ferry to the island ran again on day {n}, and the harbor office said that it would keep its winter hours."
    for n in range(8)
)


@pytest.fixture
def home(tmp_path):
    """Return a person's own folder, with `articles/`, `records/` and notes."""
    for name, text in {"articles/post/ferry.txt": ARTICLE, "records/2019.parquet": "mine", "notes.txt": "mine"}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_of_the_users_own_is_refused_and_stays_as_it_was(home):
    before = contents(home)
    with pytest.raises(ValueError, match=r"articles, notes\.txt, records.*give a new or empty folder"):
        ingest(home / "articles", home)
    assert contents(home) == before


def test_tables_are_not_written_among_the_articles(home):
    with pytest.raises(ValueError, match="inside the articles' folder"):
        ingest(home / "articles", home / "articles" / "tables")
    assert not (home / "articles" / "tables").exists()


def test_a_file_in_place_of_the_folder_is_named(home):
    with pytest.raises(ValueError, match=r"notes\.txt is a file; give a folder"):
        ingest(home / "articles", home / "notes.txt")


def test_what_a_person_adds_to_our_folder_stays(home):
    processed = home / "tables"
    ingest(home / "articles", processed)
    for name in ("records/mine.parquet", "notes.txt"):
        (processed / name).write_text("mine", encoding="utf-8")
    (home / "articles/post/second.txt").write_text(ARTICLE.replace("ferry", "bridge"), encoding="utf-8")
    ingest(home / "articles", processed)
    assert (processed / "records/mine.parquet").read_text(encoding="utf-8") == "mine"
    (processed / "articles/mine.txt").write_text("mine", encoding="utf-8")
    (home / "articles/post/third.txt").write_text(ARTICLE.replace("ferry", "tram"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"articles/mine\.txt was not written by Broadsheet"):
        ingest(home / "articles", processed)
    assert (processed / "articles/mine.txt").read_text(encoding="utf-8") == "mine"


def test_tables_of_an_earlier_version_are_taken_as_ours(home):
    processed = home / "tables"
    first = ingest(home / "articles", processed)
    (processed / ownership.MARK).unlink()
    assert ingest(home / "articles", processed).equals(first)
    assert ownership.is_marked(processed)


def test_a_file_added_to_a_report_is_carried_over_to_the_next(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        (folder / "figures").mkdir(parents=True)
        (folder / "index.html").write_text("page", encoding="utf-8")
        ownership.mark(folder, "report", files=[folder / "index.html"])
    (old / "figures/mine.txt").write_text("mine", encoding="utf-8")
    ownership.keep_strangers(old, new)
    assert (new / "figures/mine.txt").read_text(encoding="utf-8") == "mine"
    (old / "figures/mine.txt").write_text("mine again", encoding="utf-8")
    with pytest.raises(ValueError, match=r"mine\.txt was not written by Broadsheet"):
        ownership.keep_strangers(old, new)
    assert (old / "figures/mine.txt").read_text(encoding="utf-8") == "mine again"


@pytest.mark.parametrize("words", ["", "5", "[]", "{}", '{"files": 5}'])
def test_a_damaged_mark_loses_no_file_of_somebody_elses(tmp_path, words):
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    (old / "mine.txt").write_text("mine", encoding="utf-8")
    (old / ownership.MARK).write_text(words, encoding="utf-8")
    ownership.mark(new, "report")
    ownership.keep_strangers(old, new)
    assert (new / "mine.txt").read_text(encoding="utf-8") == "mine"
