"""The parts of invented names."""

import pytest

from analysis.quotes.names.name_parts import NameParts, core, split_name, surname


@pytest.mark.parametrize(
    ("name", "given", "last", "suffix"),
    [
        ("Ada Quill", ("Ada",), "quill", ""),
        ("Ada M. Quill", ("Ada", "M."), "quill", ""),
        ("Karl Stern, Jr.", ("Karl",), "stern", "jr"),
        ("Karl Stern III", ("Karl",), "stern", "iii"),
        ("Sen. José de la Cruz", ("Jose",), "cruz", ""),
        ("Van der Stern", (), "stern", ""),  # a surname with its particles, as after the first mention
        ("Karl al-Lund", ("Karl",), "lund", ""),
        ("Siobhan O’Neil", ("Siobhan",), "o'neil", ""),
        ("Ms. Quill", (), "quill", ""),
        ("Dean Stern", ("Dean",), "stern", ""),  # a title that is also a given name
        ("Jr.", (), "jr.", "jr"),
        ("", (), "", ""),
    ],
)
def test_parts_of_a_name(name, given, last, suffix):
    assert split_name(name) == NameParts(given, last, suffix)


def test_a_name_is_never_emptied():
    assert core(("De",)) == ("De",)
    assert core(("Jr.",)) == ("Jr.",)
    assert surname(("De", "la")) == "la"
