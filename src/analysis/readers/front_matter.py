"""Read what stands above a text in Markdown: title, date and authors between lines of +++ (TOML) or --- (YAML)."""

import re
import tomllib
from typing import Any

import yaml

from analysis.readers.field_names import field_of, fields_of

_HEAD = re.compile(r"\A\s{0,99}(?:(\+\+\+)|---)[ \t]{0,9}\n(?=[^\n]*[:=])")
_END = re.compile(r"^(?:(\+\+\+)|---|\.\.\.)[ \t]{0,9}$", re.M)
_LINE = re.compile(r"([A-Za-z][\w-]{0,40})\s?[:=]\s?(.*)")
_GOES_ON = (" ", "\t", "-", "[", "#")  # how a line begins that belongs to the one above
_AGAIN = re.compile(r"^(?:\+\+\+|---)[ \t]{0,9}\n([A-Za-z][\w-]{0,40})\s?[:=]", re.M)
_LONGEST = 5000  # characters


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    r"""Return the values above a text, and the text; no values and the whole text where none of them has a known name.

    >>> front_matter('+++\ntitle = "Rain"\n+++\n\nIt rained.\n')
    ({'title': 'Rain'}, 'It rained.\n')
    """
    begins = _HEAD.match(text)
    end = _END.search(text, begins.end(), begins.end() + _LONGEST) if begins else None
    if not begins or not end or bool(begins[1]) != bool(end[1]):
        return {}, text
    head = text[begins.end() : end.start()]
    found = _values(head, is_toml=bool(begins[1]))
    rest = text[end.end() :].lstrip("\n")
    return (found, rest) if _tells_of_article(found, rest) and not _comes_again(found, rest) else ({}, text)


def _tells_of_article(found: dict[str, Any], rest: str) -> bool:
    """Return whether values tell of an article, and are not the article: Source: it rained, the mayor said."""
    is_whole = any(len(str(value)) > len(rest) for key, value in found.items() if field_of(key) == "text")
    return bool(fields_of(found) & {"headline", "published", "byline"}) and not is_whole


def _comes_again(found: dict[str, Any], rest: str) -> bool:
    """Return whether another head with such a name stands below: the file is no single article."""
    return any(again[1] in found for again in _AGAIN.finditer(rest))


def _values(head: str, *, is_toml: bool) -> dict[str, Any]:
    """Return the values of a head; line by line where it is not correct, and where YAML names values of Python."""
    try:
        if not is_toml and any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(head, yaml.SafeLoader)):
            return {}  # a few lines of them are a list without end
        values = tomllib.loads(head) if is_toml else yaml.safe_load(head)
    except (ValueError, yaml.YAMLError, RecursionError):
        lines = [line for line in head.split("\n") if line.strip() and not line.startswith(_GOES_ON)]
        found = [_LINE.fullmatch(line) for line in lines]
        values = {one[1]: one[2].strip(" \"'") for one in found if one} if all(found) else {}
    return {str(key): value for key, value in values.items()} if isinstance(values, dict) else {}
