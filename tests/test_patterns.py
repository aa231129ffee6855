r"""No regular expression of the package can take exponential or square time (a static check).

Three shapes are looked for in the parsed expression:

- nested: a repeat without end whose body may be a repeat of the same signs, such as (a+)*: exponential;
- adjacent: two repeats without end of signs that both take, with nothing needed between, such as \s*\s+, or only such
  signs, such as \s*\n\s*: square;
- leading: a search that may begin anywhere in a run, since it begins with a repeat without end, or with signs that this
  takes, too, and may fail behind it, such as \s*, and [A-Z]\w+,: square.

A repeat that gives nothing back (possessive, atomic) is no fault in the first two; one behind `\A`, `^`, `\b` or a
look behind is none in the third. benchmarks/patterns.py and benchmarks/hostile_text.py measure what this cannot see.
"""

import json
import os
import re
import subprocess
import sys
from re import _constants as codes
from re import _parser as parser

import pytest
from conftest import ROOT

# One sign of each kind that a class can tell apart.
PROBES = " \n\t09aAzZé_-–—.,;:!?'\"“”’()[]{}<>/\\|@#$%&*+=©•1"
MANY = 1000  # a repeat that may be longer counts as one without end


def takes(code: object, value: object, flags: int) -> set[str]:
    """Return which of the probes a single item takes."""
    single = parser.SubPattern(parser.State(), [(code, value)])
    single.state.flags = flags
    expression = re._compiler.compile(single, flags)
    return {sign for sign in PROBES if expression.fullmatch(sign)}


SINGLE = {codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN}
REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT}


def heads(items: list, flags: int) -> tuple[list[set[str]], bool]:
    """Return the signs of each repeat without end with which items may begin, and whether they may be empty.

    A repeat behind an anchor or a look behind is not one of them: it cannot begin anywhere.
    """
    found: list[set[str]] = []
    for code, value in items:
        if code in SINGLE:
            return found, False
        if code in REPEATS:
            least, most, body = value
            inner = list(body)
            if most >= MANY and len(inner) == 1 and inner[0][0] in SINGLE:
                found.append(takes(*inner[0], flags))
            else:
                more, empty = heads(inner, flags)
                found += more
                least = 0 if empty else least
            if least:
                return found, False
        elif code is codes.SUBPATTERN:
            more, empty = heads(list(value[3]), flags)
            found += more
            if not empty:
                return found, False
        elif code is codes.BRANCH:
            branches = [heads(list(branch), flags) for branch in value[1]]
            found += [signs for more, _ in branches for signs in more]
            if not any(empty for _, empty in branches):
                return found, False
        elif code in (codes.ASSERT, codes.ASSERT_NOT) and value[0] > 0:  # what follows may begin here nevertheless
            continue
        else:
            return found, False
    return found, True


def bodies(code: object, value: object) -> list[list]:
    """Return the items inside a repeat or a group; of each branch of a choice."""
    if code in REPEATS or code is codes.POSSESSIVE_REPEAT:
        return [list(value[2])]
    if code is codes.SUBPATTERN:
        return [list(value[3])]
    return [list(branch) for branch in value[1]] if code is codes.BRANCH else []


def may_be_empty(items: list) -> bool:
    """Return whether items can take nothing, so that they never fail."""
    for code, value in items:
        is_optional = (code in REPEATS or code is codes.POSSESSIVE_REPEAT) and not value[0]
        if not is_optional and not any(may_be_empty(body) for body in bodies(code, value)):
            return False
    return True


def is_leading(items: list, flags: int, *, needed: bool = False, before: set[str] | None = None) -> bool:
    r"""Return whether items begin with a repeat without end behind which something is needed that may fail.

    A sign before the repeat that it takes, too, changes nothing: [A-Z]\w+, begins at each of many capital letters.
    `before` are the signs that all items so far take.
    """
    for place, (code, value) in enumerate(items):
        if code in (codes.ASSERT, codes.ASSERT_NOT) and value[0] > 0:  # what follows may begin here nevertheless
            continue
        behind = needed or not may_be_empty(items[place + 1 :])
        if code in SINGLE:
            signs = takes(code, value, flags)
            before = signs if before is None else before & signs
            if before:
                continue
        elif code in REPEATS and value[1] >= MANY and len(value[2]) == 1 and value[2][0][0] in SINGLE:
            if behind and (before is None or takes(*value[2][0], flags) & before):
                return True
        elif code is not codes.POSSESSIVE_REPEAT and any(
            is_leading(body, flags, needed=behind, before=before) for body in bodies(code, value)
        ):
            return True
        if not may_be_empty([(code, value)]):
            return False
    return False


def faults(items: list, flags: int) -> set[str]:
    """Return the kinds of faults in parsed items: nested, adjacent."""
    found: set[str] = set()
    for place, (code, value) in enumerate(items):
        if code in REPEATS:
            _, most, body = value
            inner = list(body)
            found |= faults(inner, flags)
            if most >= MANY and len(inner) == 1 and inner[0][0] in SINGLE:
                signs = takes(*inner[0], flags)
                found |= {"adjacent" for other in heads(items[place + 1 :], flags)[0] if other & signs}
                found |= {"adjacent"} if goes_on(items[place + 1 :], signs, flags) else set()
            elif most >= MANY and is_only_repeat(inner, flags):
                found.add("nested")
        elif code is codes.SUBPATTERN:
            found |= faults(list(value[3]), flags)
        elif code is codes.BRANCH:
            found |= set().union(*(faults(list(branch), flags) for branch in value[1]))
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            found |= faults(list(value[1]), flags)
    return found


def goes_on(items: list, signs: set[str], flags: int) -> bool:
    """Return whether behind items that take some of the signs comes a repeat of them that may fail behind it."""
    for place, (code, value) in enumerate(items):
        inner = [(code, value)] if code in SINGLE else list(value[2]) if code in REPEATS else []
        takes_them = len(inner) == 1 and inner[0][0] in SINGLE and bool(takes(*inner[0], flags) & signs)
        if code in REPEATS and takes_them and value[1] >= MANY and not may_be_empty(items[place + 1 :]):
            return True
        if not takes_them and not may_be_empty([(code, value)]):
            return False
    return False


def is_only_repeat(items: list, flags: int) -> bool:
    """Return whether items may be nothing but a repeat without end, so that a repeat of them is ambiguous."""
    for place in range(len(items)):
        before = heads(items[:place], flags)[1]
        code, value = items[place]
        if code is codes.SUBPATTERN and before and heads(items[place + 1 :], flags)[1]:
            return is_only_repeat(list(value[3]), flags)
        if code is codes.BRANCH and any(is_only_repeat(list(branch), flags) for branch in value[1]):
            return before and heads(items[place + 1 :], flags)[1]
        if code in REPEATS and value[1] < MANY and before and heads(items[place + 1 :], flags)[1]:
            return is_only_repeat(list(value[2]), flags)
        if code in REPEATS and value[1] >= MANY and before and heads(items[place + 1 :], flags)[1]:
            return True
    return False


def kinds(pattern: str, flags: int = 0) -> set[str]:
    """Return the faults of an expression."""
    items = parser.parse(pattern, flags)
    found = faults(list(items), items.state.flags)
    return found | ({"leading"} if is_leading(list(items), items.state.flags) else set())


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"x(a+)*b", {"nested"}), (r"x(?:\w+|x)*!", {"nested"}), (r"x(?:a+b)*c", set()), (r"x(?:(?:a*)?)+c", {"nested"}), (r"x(?:a++)*c", set()),
        (r"x\s*\s+y", {"adjacent"}), (r"x\s*[a ]*y", {"adjacent"}), (r"x\s*,\s*y", set()), (r"x\s*+\s*y", set()), (r"x\s*\n\s*y", {"adjacent"}), (r"x\s*\n\s*", set()), (r"x\s*(?:,\s*)?\d", set()),
        (r"\s*,", {"leading"}), (r"(?<!\s)\s*,", set()), (r"\A\s*,", set()), (r"^\s*,", set()), (r"\s{0,9},", set()), (r"(?:a|b+)c", {"leading"}),
        (r"\s+", set()), (r"\w+(?:-\w+)*", set()), (r"\w+(?:-\w+)*!", {"leading"}), (r"a+|b", set()), (r"(?:a+|b)?,", {"leading"}), (r"(?:a+,)?", {"leading"}),
        (r"[A-Z]\w+,", {"leading"}), (r"\b[A-Z]\w+,", set()), (r"[A-Z][a-z]+,", set()), (r"[A-Z]\w{1,40},", set()), (r"\([^)]*\)", {"leading"}), (r"\([^()]*\)", set()),
    ],
)  # fmt: skip
def test_the_check_sees_each_shape(pattern, expected):
    assert kinds(pattern) == expected


@pytest.fixture(scope="module")
def found():
    """Return where each expression of the package stands, and its faults. Modules are imported anew to be seen."""
    code = "import json, patterns; print(json.dumps([[*key, where] for key, where in patterns.patterns().items()]))"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "benchmarks")])}
    told = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout
    known = [(where, pattern, kinds(pattern, flags)) for pattern, flags, where in json.loads(told)]
    assert len(known) > 250
    return known


@pytest.mark.slow
def test_no_expression_takes_exponential_time(found):
    assert [(where, pattern) for where, pattern, faulty in found if "nested" in faulty] == []


@pytest.mark.slow
def test_no_expression_takes_square_time(found):
    assert [(where, pattern) for where, pattern, faulty in found if faulty] == []
