"""What a report refuses before it reads an article."""

import pytest

from analysis.report import make_report


def test_an_unknown_parameter_is_refused_before_anything_is_read(tmp_path):
    file = tmp_path / "mine.yaml"
    story = "stories:\n  - {name: tax, label: Tax, find: [tax*], least_hits: 1}\n"
    file.write_text("title: T\nraw: nowhere\n" + story + "parameters: {sinse: x}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"there is no 'sinse' \(did you mean since\?\); allowed are: .*most_outlets"):
        make_report(file)
