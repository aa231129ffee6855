"""Lines that recur on the pages of an outlet are furniture (all text invented)."""

from analysis.articles import clean_paragraphs, split_copied
from analysis.articles.repeated_lines import repeated_lines

FIRST = "WASHINGTON — The tax agency agreed on Monday to give addresses to another agency, according to a court filing that surprised its staff."
SECOND = "“Nobody told us,” said Ines Carvallo, who runs a legal group. She learned of it from a clerk, and the clerk from a printer in the hall."
THIRD = "The agency did not respond to a request for comment. Its lawyers have until the end of the month to answer the court in writing."
FOURTH = "A hearing is set for Feb. 20. The judge has said that she expects it to be short, and that she has a train to catch at five."


def pages_of(*, count, furniture, bodies=None):
    bodies = bodies or [
        f"On day {n} the council of Marlow met again, and it decided {n} matters before noon." for n in range(count)
    ]
    return ["\n".join([bodies[n], furniture]) for n in range(count)]


LONG_PITCH = "The Marlow Ledger is read in every street of the town, and has been for a hundred years."


def test_lines_that_recur_on_an_outlets_pages_are_furniture():
    assert repeated_lines(pages_of(count=4, furniture="Hide words")) == {"Hide words"}
    assert repeated_lines(pages_of(count=3, furniture="Hide words")) == frozenset()  # too few pages to say
    rare = [*pages_of(count=7, furniture="")[:4], *pages_of(count=7, furniture="What happens next?")[4:]]
    assert repeated_lines(rare) == frozenset()  # 3 of 7: a heading may come again
    assert repeated_lines([*pages_of(count=7, furniture="")[:4], *pages_of(count=7, furniture=LONG_PITCH)[4:]]) == {
        LONG_PITCH
    }


def test_versions_of_one_article_make_no_furniture_and_order_does_not_matter():
    pages = pages_of(count=5, furniture="Hide words")
    versions = [f"{pages[0]}\n{FIRST}\n{SECOND}"] * 4
    assert repeated_lines(pages[1:] + versions) == repeated_lines((pages[1:] + versions)[::-1]) == {"Hide words"}


def test_repeated_lines_are_left_out():
    text = [FIRST, SECOND, LONG_PITCH, THIRD, FOURTH]
    assert split_copied("\n".join(text), repeated={LONG_PITCH}).paragraphs == [FIRST, SECOND, THIRD, FOURTH]
    assert clean_paragraphs(text, repeated={LONG_PITCH}).paragraphs == [FIRST, SECOND, THIRD, FOURTH]
