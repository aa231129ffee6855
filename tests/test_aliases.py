"""The alias file: which name is used for which, and what a wrong line is answered."""

import re

import pytest

from analysis import paths
from analysis.aliases import load_aliases


@pytest.fixture
def write(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "aliases.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def test_case_and_blanks_do_not_count_in_a_name_as_printed(write):
    aliases = load_aliases(
        write("kind,name,use,note\nOutlet,Ledger  Online,Marlow Ledger,\n\nspeaker, Bo Vale,Robert Vale,nickname\n")
    )
    assert aliases.outlet("LEDGER online") == "Marlow Ledger" and aliases.outlet("Marlow Ledger") is None
    assert aliases.speaker("Bo Vale") == "Robert Vale" and aliases.outlet("Bo Vale") is None
    assert aliases.speakers == {"bo vale": "Robert Vale"}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("kind;name;use;note\noutlet;Post, The;The Post;\n", "utf-8"),  # a spreadsheet set to a language with comma decimals
        ("\ufeffkind\tname\tuse\noutlet\tPost, The\tThe Post\n", "utf-8"),  # with a byte order mark, and no notes
        ('use,kind,name\r\nThe Post,outlet,"Post, The"\r\n', "utf-8"),  # in another order, lines of Windows
    ],
)  # fmt: skip
def test_what_spreadsheets_save_is_read(write, text, encoding):
    assert load_aliases(write(text, encoding)).outlets == {"post, the": "The Post"}


def test_without_a_file_there_are_no_aliases(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(paths.WORKSPACE_VARIABLE, raising=False)
    assert load_aliases() == ({}, {}, frozenset())
    with pytest.raises(FileNotFoundError, match=r"no alias file mine\.csv; its columns are: kind, name, use, note"):
        load_aliases("mine.csv")


HEAD = "kind,name,use,note\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            HEAD + "paper,A,B,\n",
            "aliases.csv, line 2: there is no kind 'paper'; write one of: outlet, speaker, different",
        ),
        (
            HEAD + "speaker,A,B,\ndifferent,A,b,\n",
            "line 3: one name is to be used for 'a' and 'b'; delete this line or the one that says so",
        ),
        (HEAD + "outlet,A,,\n", "line 2: use is empty; fill it in or delete the line"),
        (HEAD + "outlet\n", "line 2: name is empty"),
        (HEAD + "outlet,A,B,\noutlet,a,C,\n", "line 3: 'a' has another name to use in line 2; delete one of them"),
        (
            HEAD + "outlet,A,B,\n\noutlet,b,C,\n",
            "line 2: 'B' is itself to be 'C' in line 4; write 'C' in both",
        ),
        ("name,use\nA,B\n", "lacks the column kind; its first line must be: kind,name,use,note"),
        ("", "is empty; get back the file that you had before"),
    ],
)
def test_a_wrong_line_is_one_clear_sentence(write, text, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        load_aliases(write(text))


def test_a_file_in_another_encoding_says_how_to_save_it(write):
    with pytest.raises(ValueError, match="is not UTF-8; save it as “CSV UTF-8”"):
        load_aliases(write(HEAD + "speaker,Léa,Léa Roe,\n", "latin-1"))


def test_the_same_line_twice_and_a_name_in_other_letters_are_fine(write):
    aliases = load_aliases(write(HEAD + "outlet,a b,A B,\noutlet,A B,A B,\n"))
    assert aliases.outlet("a B") == "A B"
