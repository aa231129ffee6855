"""Whole invented pages of publishing systems, browsers and archives: people, day, outlet, headline and story."""

import pytest
from invented_pages import FIRST, SECOND, THIRD, TITLES, body_of, html_of

from analysis.articles import to_article
from analysis.readers import read

STANDFIRST = "a standfirst in a plain paragraph is kept with the story"
NOT_YET = {  # pages whose story is not read right yet
    "government release, contacts but no author": "a contact above the story is kept",
    "Swiss paper, text and pictures, names below the lead": STANDFIRST,
    "French paper, with an agency, updated yesterday": STANDFIRST,
    "French regional paper, place of the office": "a share bar in French is kept",
    "Swedish paper, account and mail below the name": STANDFIRST,
    "Dutch paper, name alone in a link": STANDFIRST,
}
NO_NAME_YET = {"personal site, the owner's name as its title": "a site's own name is nobody's byline"}
CASES = [pytest.param(page, id=page.form) for page in [*FIRST, *SECOND, *THIRD]]


def _article(page):
    return to_article(next(read(html_of(page).encode(), "page.html")), "")


@pytest.mark.parametrize("page", CASES)
def test_people_day_outlet_and_headline(page, request):
    if page.form in NO_NAME_YET:
        request.applymarker(pytest.mark.xfail(reason=NO_NAME_YET[page.form], strict=True))
    row = _article(page)
    day = row["published"].date().isoformat() if row["published"] else None
    given = (row["byline"], day, row["outlet"], row["headline"])
    assert given == (page.names, page.day, page.outlet, TITLES[page.story])


@pytest.mark.parametrize("page", CASES)
def test_story(page, request):
    if page.form in NOT_YET:
        request.applymarker(pytest.mark.xfail(reason=NOT_YET[page.form], strict=True))
    assert _article(page)["text"] == body_of(page)
