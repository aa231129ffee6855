"""What a saved page says of its language, and which part of a date in numbers comes first there."""

from lxml.html import HtmlElement

from analysis.articles.outlets import host_of

_MONTH_FIRST = frozenset(("us", "ph", "pr"))  # countries that write month/day, also in Spanish
_DAY_FIRST_ENGLISH = frozenset("gb uk ie au nz in za ng ke gh pk lk sg my hk mt jm tt bd".split())


def _page_languages(tree: HtmlElement) -> list[str]:
    """Return the languages that a page says it is in, with a country where it says one: "de", "en-gb"."""
    given = [*tree.xpath("/html/@lang"), *tree.xpath("//meta[@property='og:locale']/@content")]
    return [language for value in given if (language := str(value).strip().lower().replace("_", "-"))]


def says_other_language(tree: HtmlElement) -> bool:
    """Return whether a page says that it is in another language than English."""
    return any(language[:2] != "en" for language in _page_languages(tree)[:1])


def is_day_first(tree: HtmlElement, address: str) -> bool:
    """Return whether a page writes day/month/year: in any other language than English, and in English by country.

    The country is that of the page's address or its language. A page that says neither writes month/day/year.
    """
    languages = _page_languages(tree)
    countries = {language.partition("-")[2] for language in languages}
    ending = host_of(address).rpartition(".")[2]
    if says_other_language(tree):
        return not countries & _MONTH_FIRST
    return ending in _DAY_FIRST_ENGLISH or bool(countries & _DAY_FIRST_ENGLISH and ending not in _MONTH_FIRST)
