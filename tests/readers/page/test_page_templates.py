"""People and day of saved pages in the forms of many publishing systems and languages (all invented)."""

import pytest
from invented_templates import ENGLISH, MORE, OTHERS, page_of

from analysis.articles import to_article
from analysis.readers import read

NOT_YET = {  # forms that are not read right yet
    "the day in the heading's attribute alone": "a reader sees no day",
    "Catalan paper": "“Per” is also a given name",
}
CASES = [
    pytest.param(
        template,
        marks=[pytest.mark.xfail(reason=NOT_YET[template.form], strict=True)] if template.form in NOT_YET else [],
        id=f"{template.language}, {template.form}",
    )
    for template in [*ENGLISH, *OTHERS, *MORE]
]


@pytest.mark.parametrize("template", CASES)
def test_people_and_day(template):
    row = to_article(next(read(page_of(template).encode(), "page.html")), "harbor-post")
    day = row["published"].date().isoformat() if row["published"] else None
    assert (row["byline"], day) == (template.names, template.day)
