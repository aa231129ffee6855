"""Read JSON: one value, JSON Lines, values one after the other; and what is whole of a damaged or cut-off file."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain
from typing import Any

from analysis.readers import guard
from analysis.readers.field_names import has_text_column
from analysis.readers.fields import from_record, texts_of_table
from analysis.readers.json_lines import DECODER, next_word, records_of_line
from analysis.readers.json_records import has_text, records_in, records_within
from analysis.readers.raw_record import RawRecord, reject, with_notes
from analysis.readers.wrapped import SCRIPT

_COMMENT = re.compile(r"\A\s*+(?://|#|/\*.*\*/\s*+$|$)")
# How JSON begins: an object with a key, a list of values, or a comment or a value on a line of its own above an object.
_BEGINS = re.compile(
    r"""\A\s*(?:\{\s*(?:["'}]|$)|\[\s*(?:\{|\[\s*["\d\[{\]]|\]|"[^"\n]*"\s*[,\]]|-?\d+(?:\.\d+)?\s*,|(?:null|true|false)\b|//|/\*|$)"""
    r"""|(?:(?:"[^"\n]*"|-?\d[\d.]*|null|true|false|\[[^\n]*\])[ \t,]*|(?://|\#)[^\n]*)\n(?:[ \t\r]*(?:(?://|\#)[^\n]*)?\n)*"""
    r"""\s*(?:\{\s*"|\[\s*\{))"""
)
_MOST_DEEP = 3  # records that are nested too deep; behind more of them the file is given up
_KEY = re.compile(r"\"([^\"\\\n]{1,60})\"\s{0,9}:")
_BEHIND = " \t\r\n\0)]};"  # what may follow the last record of a file
_OPENING = re.compile(r"(?:\A|[\[,\n}])[ \t\r]*(?=\{)")  # where a record may begin in a damaged file
_KEY_LINE = re.compile(r"[ \t]*+[{\[]?[ \t]*+\"([^\"\\\n]{1,60})\"[ \t]*+:[ \t]?(?:[\"\[{\d-]|true|false|null)")
_BETWEEN = re.compile(r"\"\s{0,9}\}\s{0,9},\s{0,9}\{\s{0,9}\"[^\"\n]{1,60}\"\s{0,9}:")  # two objects
_WHOLE = "the file is damaged JSON; this record is whole"
_CLOSES = ("}", "]")
_FEWEST_KEYS, _SHARE_OF_KEYS = 2, 0.2  # of the lines that are not blank
_FIRST = 5000  # characters in which JSON shows
# Strings; what JSON does not allow: commas behind a last entry, comments.
_EXTRA = re.compile(r"""("(?:[^"\\]|\\.)*+(?:"|\\?\Z))|,(?=\s*[}\]])|(?<![:"\w])//[^\n]*|/\*[^*]{0,2000}\*/""", re.S)


def is_json(text: str, name: str) -> bool:
    """Return whether `text` begins as JSON does; if it cannot be read as JSON, that is a reject."""
    named = name.lower().endswith((".json", ".jsonl", ".ndjson")) and re.search(r'\{\s{0,99}"', text[:_FIRST])
    return bool(_BEGINS.match(text) or SCRIPT.match(text) or named or _is_rest(text)) or _is_of_keys(
        text[:_FIRST], is_closed=text.rstrip()[-1:] in _CLOSES
    )


def _is_rest(text: str) -> bool:
    """Return whether a text is the rest of a list of objects whose beginning was cut off."""
    return text.rstrip()[-1:] in _CLOSES and bool(_BETWEEN.search(text[:_FIRST]))


def _is_of_keys(text: str, *, is_closed: bool) -> bool:
    """Return whether many lines of a text are fields of an object, though it does not begin as one."""
    n_lines = sum(bool(line.strip()) for line in text.split("\n"))
    keys = [found[1] for line in text.split("\n") if (found := _KEY_LINE.match(line))]
    return (
        len(keys) >= (1 if is_closed else _FEWEST_KEYS)
        and len(keys) >= _SHARE_OF_KEYS * n_lines
        and not text.lstrip().startswith("<")
    )


def read_json(text: str, name: str) -> Iterator[RawRecord]:
    """Yield the raw articles of JSON in any of its shapes; a reject for each damaged place."""
    try:
        value = json.loads(text, strict=False)
    except RecursionError as error:
        yield from _saved(text, error)
    except ValueError as error:
        yield from _read_faulty(text, error)
    else:
        yield from _articles(records_in(value))


def _articles(records: Sequence[Any]) -> Iterator[RawRecord]:
    yield from guard.each(partial(from_record, texts=texts_of_table(records)), records)


def _read_faulty(text: str, error: ValueError) -> Iterator[RawRecord]:
    """Yield the raw articles of what is not one value: several, lines of objects, one with more than JSON allows."""
    values, end = _leading_values(text)
    if values and "{" not in text[end:]:
        found = list(chain.from_iterable(map(records_within, values)))
        yield from guard.each(from_record, found)
        if re.search(r"\w", text[end:]):
            detail = f"other words behind the last value: {error}"[:200]
            yield reject("not valid JSON", detail, record=len(found) + 1)
    elif lines := _lines_of_objects(text):
        for number, line in lines:
            yield from records_of_line(line, number)
    elif (value := _mended(text)) is not None:
        for raw in _articles(records_in(value)):
            yield with_notes(raw, ["removed commas or comments that JSON does not allow"])
    else:
        yield from _saved(text, error)


def end_of_values(text: str) -> int:
    """Return where the objects and lists end that a text begins with.

    >>> end_of_values('{"a": 1} [2] and more')
    13
    """
    return _leading_values(text)[1]


def _leading_values(text: str) -> tuple[list[Any], int]:
    """Return the objects and lists that a text begins with, and where the next word behind them begins."""
    values, at = [], next_word(text, 0)
    with suppress(ValueError, RecursionError):
        while at < len(text) and text[at] in "[{":
            value, end = DECODER.raw_decode(text, at)
            values.append(value)
            at = next_word(text, end)
    return values, at


def _lines_of_objects(text: str) -> list[tuple[int, str]]:
    """Return the numbered lines of JSON Lines, without comments; empty if fewer than half of them hold an object."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if not _COMMENT.match(line)]
    objects = sum(line.lstrip().startswith("{") and line.rstrip(" \r,").endswith("}") for _, line in lines)
    is_list = lines and lines[0][1].startswith("[") and "]" not in lines[0][1]
    return lines if objects * 2 >= len(lines) > 1 and not is_list else []


def _mended(text: str) -> Any:
    """Return the value of JSON without the comments and trailing commas that JSON does not allow; None for no value."""
    try:
        return json.loads(_EXTRA.sub(lambda found: found[1] or "", text), strict=False)
    except ValueError:
        return None


def _saved(text: str, error: Exception) -> Iterator[RawRecord]:
    """Yield what is whole in JSON that does not parse as a whole, and a reject for each stretch between.

    Behind a damaged place an object without text is a part of a record, not one. An object around all others that
    breaks off is no record.
    """
    number, at, broken, n_deep = 0, 0, -1, 0
    while found := _OPENING.search(text, at):
        before = text[at : found.start() + 1]
        # Of the first record the start may be cut off.
        is_headless = not number and "{" not in before and before.rstrip(" \t\r\n,").endswith("}")
        if broken < 0 and (is_headless or (number and _holds_record(before))):
            broken = at
        try:
            record, at = DECODER.raw_decode(text, found.end())
        except (ValueError, RecursionError) as inner:
            n_deep += isinstance(inner, RecursionError)
            if n_deep > _MOST_DEEP:
                raise
            is_around = not text[: found.end()].strip()
            broken = found.end() if broken < 0 and not is_around else broken
            at = found.end() + 1
            continue
        at -= 1  # the next may follow at once
        if broken >= 0 or not number:
            if not any(map(has_text, records_within(record))):
                continue
            if broken >= 0:
                number += 1
                yield _damaged(text, broken, number, error)
        broken = -1
        for one in records_within(record):
            number += 1
            yield with_notes(guard.one(from_record, one, number), [_WHOLE])
    rest = text[at:]
    if broken >= 0 or not number or rest.lstrip(_BEHIND)[:1] not in {"", ","} or _holds_record(rest):
        yield _damaged(text, max(broken, 0) or at * bool(number), number + 1, error)


def _holds_record(text: str) -> bool:
    """Return whether words between records are those of one that does not begin as it should."""
    return has_text_column(_KEY.findall(text))


def _damaged(text: str, place: int, number: int, error: Exception) -> RawRecord:
    if isinstance(error, RecursionError):
        return guard.failed(error, number)
    line = text.count("\n", 0, place) + 1
    return reject("not valid JSON", f"damaged at record {number}, line {line}: {error}"[:200], record=number)
