"""The JSON schema of run files, by which editors complete keys and mark mistakes."""

import math
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from analysis.periods import PERIODS
from analysis.pipeline.parameters import RANGES
from analysis.readers.limits import DEFAULT
from analysis.run_files import KEYS, REQUIRED
from analysis.stories.entries import KEYS as STORY_KEYS

_TEXT = {"type": "string"}
_TEXTS = {"anyOf": [_TEXT, {"type": "array", "items": {"type": ["string", "number"]}}]}
_LISTS = {"type": "object", "additionalProperties": {"type": "array", "items": _TEXT}}
_DAY = {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2})?$"}
_LIMIT = {"type": "number", "exclusiveMinimum": 0}
_FORMS: dict[str, dict[str, Any]] = {
    "parameters": {"type": "object"},
    "groups": _LISTS,
    "limits": {
        "type": "object",
        "additionalProperties": False,
        "properties": {limit.name: _LIMIT | {"default": getattr(DEFAULT, limit.name)} for limit in fields(DEFAULT)},
    },
    "passage_context": {"anyOf": [{"type": "integer", "minimum": 0}, {"const": "article"}]},
    "style": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1, "maxItems": 2}]},
    "find": _TEXTS,
    "exclude": _TEXTS,
    "least_hits": {"type": "integer", "minimum": 1},
    "least_score": {"type": "number", "minimum": 0, "exclusiveMaximum": 1},
    "word_choice": _LISTS,
}
# Values for the notebooks' parameters; a number has the range that their check allows.
_PARAMETERS: dict[str, dict[str, Any]] = {
    "outlets": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
    "since": _DAY,
    "until": _DAY,
    "every": {"enum": ["", *PERIODS]},
}


def run_schema(parameters: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of a run file.

    It is made from the keys that `analysis.run_files` and `analysis.stories` know, so it cannot disagree with them.
    `parameters` are those of the notebooks by name, each with the comment that explains it.

    >>> run_schema()["required"]
    ['title', 'stories']
    """
    story = _object(STORY_KEYS) | {"required": ["find"]}
    schema = _object(KEYS) | {"required": list(REQUIRED)}
    named = {"type": "array", "items": story | {"required": ["name", "find"]}}
    if parameters is not None:
        known = {name: {"description": words} | _parameter(name) for name, words in parameters.items()}
        schema["properties"]["parameters"] |= {"additionalProperties": False, "properties": known}
    either = [named, {"type": "object", "additionalProperties": {"anyOf": [story, _TEXTS]}}]
    schema["properties"]["stories"] = {"description": KEYS["stories"], "anyOf": either}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A run file of Broadsheet", **schema}


def _parameter(name: str) -> dict[str, Any]:
    """Return which values a parameter of the notebooks may have."""
    if name not in RANGES:
        return _PARAMETERS.get(name, _TEXT)
    low, high = RANGES[name]
    form = {"type": "integer" if isinstance(low, int) else "number", "minimum": low}
    return form | ({"maximum": high} if math.isfinite(high) else {})


def _object(keys: dict[str, str]) -> dict[str, Any]:
    properties = {key: {"description": words} | _FORMS.get(key, _TEXT) for key, words in keys.items()}
    return {"type": "object", "additionalProperties": False, "properties": properties}
