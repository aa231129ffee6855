"""A sealed run file: what was changed since, and a seal that cannot be renewed."""

import hashlib
import json

import pytest

from analysis import seals

TEXT = """title: Taxes
stories:
  - {name: tax, find: [tax*]}
parameters: {since: 2024-01-01}
"""


@pytest.fixture
def run_file(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_run_file_without_a_seal_has_none(run_file):
    assert seals.load_seal(run_file) is None and seals.deviations(run_file) == []


def test_a_seal_holds_the_hash_and_what_was_changed_is_named(run_file):
    seals.seal(run_file)
    assert seals.load_seal(run_file).sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert seals.deviations(run_file) == []
    run_file.write_text(TEXT.replace("[tax*]", "[tax*, levy]").replace("title: Taxes", "groups: {}"), encoding="utf-8")
    assert seals.deviations(run_file) == [
        "title: 'Taxes' when sealed, nothing now",
        "stories.tax.find: ['tax*'] when sealed, ['tax*', 'levy'] now",
    ]


def test_a_comment_is_no_deviation(run_file):
    seals.seal(run_file)
    run_file.write_text("# why\n" + TEXT, encoding="utf-8")
    assert seals.deviations(run_file) == []


def test_a_seal_is_made_once(run_file):
    seals.seal(run_file)
    with pytest.raises(FileExistsError, match=r"was sealed before, on 20.*copy it to a new run file"):
        seals.seal(run_file)


def test_a_changed_seal_is_refused(run_file):
    path = seals.seal(run_file)
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(content | {"text": TEXT.replace("Taxes", "Levies")}), encoding="utf-8")
    with pytest.raises(ValueError, match="was changed after it was made"):
        seals.load_seal(run_file)
