"""Check the descriptions of stories, as they come from a run file."""

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

KEYS = {
    "name": "the story's short name, as in run files",
    "label": "its name in charts",
    "find": "words and phrases to find; * stands for any letters",
    "exclude": "words and phrases inside which nothing counts as a hit",
    "least_hits": "how many hits an article must have",
    "least_score": "how high its score must be, from 0 to 1",
    "word_choice": "lists of wordings for one thing, each with a name, to compare outlets by",
}
_NEEDED = ("name", "find")
LEAST_HITS = 2  # an article with a single mention is not about the story


class Story(TypedDict):
    """The description of a story, with every key."""

    name: str
    label: str
    find: list[str]
    exclude: list[str]
    least_hits: int
    least_score: float
    word_choice: dict[str, list[str]]


def validate_stories(stories: object) -> list[Story]:
    """Return the entries of `stories` with every key filled in.

    Parameters
    ----------
    stories : list of dict, or dict of name to dict
        The keys of an entry: `name`; `label` (default: the name); `find` (words and phrases); `exclude` (default:
        none); `least_hits` (default: 2); `least_score` (default: 0); `word_choice` (names of
        lists of wordings for one thing, default: none). How words and phrases match is described in
        `analysis.stories.patterns`.

    Returns
    -------
    list of dict
        One dict per story, in order.

    Raises
    ------
    ValueError
        For an unknown or missing key, an empty `find`, a pattern without a letter or digit, or two stories of one
        name.

    Examples
    --------
    >>> [story] = validate_stories({"tax": {"find": ["tax return*"]}})
    >>> story["label"], story["least_hits"], story["word_choice"]
    ('tax', 2, {})
    """
    if isinstance(stories, Mapping):
        stories = [
            {"name": name, **(entry if isinstance(entry, Mapping) else {"find": entry})}
            for name, entry in stories.items()
        ]
    if isinstance(stories, str) or not isinstance(stories, Iterable):
        raise ValueError(f"stories is {stories!r}; give a list of entries with the keys: {', '.join(KEYS)}")
    checked = [_checked(entry) for entry in stories]
    names = [entry["name"] for entry in checked]
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise ValueError(f"there are two stories named {twice[0]!r}; give each a name of its own")
    return checked


def _checked(entry: object) -> Story:
    if not isinstance(entry, Mapping):
        raise ValueError(
            f"the story {entry!r} is not an entry; write key: value lines with the keys: {', '.join(KEYS)}"
        )
    name = str(entry.get("name") or "without a name")
    if not isinstance(entry.get("name"), str | int | float | None):
        raise ValueError(f"the name of a story is {entry['name']!r}; give one word or a few")
    for key in entry:
        if key not in KEYS:
            raise ValueError(f"the story {name} has an unknown key {key!r}; allowed are: {', '.join(KEYS)}")
    for key in _NEEDED:
        if not entry.get(key):
            raise ValueError(f"the story {name} lacks {key} ({KEYS[key]}); add it")
    return Story(
        name=name,
        label=_label(entry, name),
        find=_patterns(entry, "find", name),
        exclude=_patterns(entry, "exclude", name),
        least_hits=_least_hits(entry, name),
        least_score=_least_score(entry, name),
        word_choice=_word_choice(entry, name),
    )


def _label(entry: Mapping[str, Any], name: str) -> str:
    label = entry.get("label") or name
    if not isinstance(label, str | int | float) or isinstance(label, bool) or not str(label).strip():
        raise ValueError(f"the story {name} has the label {label!r}; give {KEYS['label']}, a few words")
    return str(label)


def _least_hits(entry: Mapping[str, Any], name: str) -> int:
    least = entry.get("least_hits", LEAST_HITS)
    if not isinstance(least, int) or isinstance(least, bool) or least < 1:
        raise ValueError(f"the story {name} has least_hits {least!r}; give a whole number from 1")
    return least


def _least_score(entry: Mapping[str, Any], name: str) -> float:
    score = entry.get("least_score", 0.0)
    if not isinstance(score, int | float) or isinstance(score, bool) or not 0 <= score < 1:
        raise ValueError(f"the story {name} has least_score {score!r}; give a number from 0 to below 1")
    return float(score)


def _word_choice(entry: Mapping[str, Any], name: str) -> dict[str, list[str]]:
    value = entry.get("word_choice") or {}
    if not isinstance(value, Mapping):
        raise ValueError(
            f"word_choice of the story {name} is {value!r}; write lines such as people: [wording, wording]"
        )
    choices = {str(choice): _patterns(value, choice, name) for choice in value}
    for choice, wordings in choices.items():
        if len(wordings) < 2:
            raise ValueError(f"word_choice {choice!r} of the story {name} needs two wordings to choose from")
    return choices


def _patterns(entry: Mapping[str, Any], key: str, name: str) -> list[str]:
    """Return the words and phrases of a list, or of one string; each must have a letter or a digit."""
    value = entry.get(key) or []
    patterns = [value] if isinstance(value, str) else list(value)
    for pattern in patterns:
        if not isinstance(pattern, str):
            raise ValueError(
                f"{key} of the story {name} holds {pattern!r}, which is not text; put it in quotation marks"
            )
        if not any(map(str.isalnum, pattern)):
            raise ValueError(f"{key} of the story {name} holds {pattern!r}, which would match anything; write a word")
    return patterns
