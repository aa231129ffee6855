"""Open what a program wrote as text within a field: JSON in a string or a cell, a list as Python shows it."""

import ast
import json
import re
import warnings
from contextlib import suppress
from typing import Any

from analysis.readers.field_names import KNOWN, plain_name
from analysis.readers.no_prose import has_sentence

# How an object, a list of objects and a list of texts begin; prose in brackets has no key and no list of quotations.
_BEGINS = re.compile(r"""\s{0,99}(?:\[\s{0,99})?(?:\{\s{0,99}["'][^"'\n]{0,99}["']\s{0,9}:|(?<=\[)["']|\(["'])""")
_SIDE_BY_SIDE = re.compile(r"""["']\s+["']""")  # entries of an array of NumPy, which Python would join
_SET = re.compile(r"""\{\s?(?:"[^"\n]{0,200}"|'[^'\n]{0,200}')(?:,\s?(?:"[^"\n]{0,200}"|'[^'\n]{0,200}')){0,99}\s?\}""")
# A key, and how what it holds begins unless that is a number; an article has some that we know.
_KEY = re.compile(r"""["']([^"'\n]{1,60})["']\s{0,9}:\s{0,9}["'{\[]""")
_PIECES = frozenset("blocks children entitymap insert items node ops paragraphs sections type value".split())
_LOOKED_AT = 2000  # characters
_LEVELS = 3  # JSON in a string of JSON in a string


def opened(value: Any) -> Any:
    """Return a value whose strings that hold JSON, or a list as Python shows it, are what they hold.

    Only the value itself and the fields of an object are opened. What does not parse stays a string.

    >>> opened({"id": 1, "data": '{"text": "It rained."}'})
    {'id': 1, 'data': {'text': 'It rained.'}}
    >>> opened("['Ana Roe', 'Tom Vale']"), opened("[Rain] fell.")
    (['Ana Roe', 'Tom Vale'], '[Rain] fell.')
    """
    for _ in range(_LEVELS):
        if not isinstance(value, str) or not is_value(value):
            break
        value = _parsed(value)
    if isinstance(value, dict) and any(isinstance(inner, str) and is_value(inner) for inner in value.values()):
        return {key: opened(inner) if isinstance(inner, str) else inner for key, inner in value.items()}
    return value


def is_value(text: str) -> bool:
    """Return whether a text begins as an object or a list does.

    >>> is_value('[{"text": "It rained."}]'), is_value("[“Rain”] {again}")
    (True, False)
    """
    if text[:2] in ("{'", '{"') and _SET.fullmatch(text):
        return True
    return text[:1] in ("[", "{", "(", " ", "\n") and bool(_BEGINS.match(text))


def is_damaged(text: str) -> bool:
    """Return whether a text begins as an object, does not go on as one, and has a key of an article or no sentence.

    >>> is_damaged('{"text": "It rai'), is_damaged('{"rain": 1 is what the clerk typed on Monday.')
    (True, False)
    """
    if not is_value(text) or "{" not in text[:100]:
        return False
    with suppress(ValueError, RecursionError):
        json.JSONDecoder(strict=False).raw_decode(text.strip())
        return False
    keys = {plain_name(key) for key in _KEY.findall(text[:_LOOKED_AT])}
    return not keys.isdisjoint({*KNOWN, *_PIECES}) or not has_sentence(text)


def _parsed(text: str) -> Any:
    with suppress(ValueError, RecursionError):
        return json.loads(text, strict=False)
    with suppress(ValueError, SyntaxError, RecursionError, MemoryError, TypeError), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of escapes that Python lacks
        listed = f"[{text.strip()[1:-1]}]" if _SET.fullmatch(text.strip()) else text.strip()  # a set has no order
        value = text if _SIDE_BY_SIDE.search(text) else ast.literal_eval(listed)
        return list(value) if isinstance(value, tuple) else value
    return text
