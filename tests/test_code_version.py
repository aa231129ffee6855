"""Which files a step's result depends on."""

from analysis.code_version import imports_of


def test_imports_are_found_through_from_and_plain_imports():
    assert {"analysis.tables", "analysis.code_version"} <= imports_of("analysis.engine")
    assert imports_of("analysis.paths") == set()
