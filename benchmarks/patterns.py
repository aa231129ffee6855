"""Try every regular expression of the package on hostile text of growing length, and print those that are not linear.

    python benchmarks/patterns.py [FOLDER …]

The folders are those below src/analysis, such as `readers` or `quotes/names`; without one, all are tried.

For each expression, the text repeats one or two of the signs that it looks for, up to 64,000 signs, and ends in a sign
that nothing matches. The slope is that of log time over log length, of the slowest text: 1 is linear, 2 quadratic.
Expressions that are used as `re.fullmatch` or `re.match` are searched for as well, which is the harder test.
"""

import importlib
import itertools
import math
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import analysis

LENGTHS = (1_000, 4_000, 16_000, 64_000)
LIMIT = 3.0  # seconds; what takes longer is not tried at the next length
STEEP = 1.2
FEW = 0.2  # seconds for the longest text; below, it is linear or harmless, and the slope is noise
PACKAGE = Path(analysis.__file__).parent


def patterns() -> dict[tuple[str, int], str]:
    """Return every expression that a module of the package compiles on import, with its flags, and where."""
    found: dict[tuple[str, int], str] = {}
    original = re.compile

    def record(pattern: Any, flags: int = 0) -> Any:
        frame = sys._getframe(1)
        if isinstance(pattern, str) and Path(frame.f_code.co_filename).is_relative_to(PACKAGE):
            where = Path(frame.f_code.co_filename).relative_to(PACKAGE).as_posix()
            found.setdefault((pattern, int(flags)), f"{where}:{frame.f_lineno}")
        return original(pattern, flags)

    re.compile = record
    try:
        for module in pkgutil.walk_packages(analysis.__path__, "analysis."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    finally:
        re.compile = original
    return found


def signs(pattern: str, flags: int) -> list[str]:
    """Return signs that an expression looks for: its literals, and one or two of each class, at most 8."""
    found: dict[str, None] = {}

    def visit(items: Any) -> None:
        for code, value in items:
            if code in (codes.LITERAL, codes.NOT_LITERAL):
                found[chr(value) if code is codes.LITERAL else "x"] = None
            elif code is codes.RANGE:
                found[chr(value[0])] = None
            elif code is codes.CATEGORY:
                found.update(dict.fromkeys(CATEGORIES.get(value, "x")))
            elif code is codes.ANY:
                found["x"] = None
            else:
                for part in parts(value):
                    visit(part)

    visit(parser.parse(pattern, flags))
    common = [sign for sign in found if not sign.isalnum()] + [sign for sign in found if sign.isalnum()]
    return common[:8]


CATEGORIES = {
    codes.CATEGORY_SPACE: " \n",
    codes.CATEGORY_NOT_SPACE: "x",
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_NOT_DIGIT: "x ",
    codes.CATEGORY_WORD: "a_",
    codes.CATEGORY_NOT_WORD: " -",
}


def parts(value: Any) -> Iterator[Any]:
    """Return the parsed expressions inside the value of a node."""
    is_expression = isinstance(value, list) and bool(value) and isinstance(value[0], tuple)
    if isinstance(value, parser.SubPattern) or is_expression:
        yield value
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from parts(inner)


def seconds(expression: re.Pattern[str], text: str) -> float:
    """Return the time of going through a text, or infinity if it takes longer than LIMIT."""
    started = time.perf_counter()
    try:
        signal.setitimer(signal.ITIMER_REAL, LIMIT)
        for _ in expression.finditer(text):
            pass
        return time.perf_counter() - started
    except TimeoutError:
        return math.inf
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def stop(*_: object) -> None:
    """End what takes too long."""
    raise TimeoutError


def steepest(pattern: str, flags: int) -> tuple[float, str]:
    """Return the largest slope over hostile texts, up to the first that is too steep, and the signs that gave it."""
    expression, chosen = re.compile(pattern, flags), signs(pattern, flags)
    units = [*chosen, *("".join(pair) for pair in itertools.permutations(chosen, 2))]
    worst = (0.0, "")
    for unit in units:
        slope = slope_of(expression, unit)
        if slope > STEEP:  # again, since other work on the machine may have been in the way
            slope = min(slope, *(slope_of(expression, unit) for _ in range(2)))
        worst = max(worst, (slope, unit))
        if slope > STEEP:
            break
    return worst


def slope_of(expression: re.Pattern[str], unit: str) -> float:
    """Return the slope between the last two lengths; 0 for an expression that is quick on the longest."""
    text = unit * LENGTHS[-1]
    last = seconds(expression, text[: LENGTHS[-1]] + "\x00")
    if last < FEW or (last := min(last, *(seconds(expression, text[: LENGTHS[-1]] + "\x00") for _ in range(2)))) < FEW:
        return 0.0
    for shorter, longer in reversed(list(itertools.pairwise(LENGTHS))):
        before = min(seconds(expression, text[:shorter] + "\x00") for _ in range(3))
        if not math.isinf(last):
            return math.log(last / before, longer / shorter)
        last = before
    return math.inf


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, stop)
    known = {key: where for key, where in patterns().items() if where.startswith(tuple(sys.argv[1:] or [""]))}
    steep = 0
    for (pattern, flags), where in known.items():
        slope, unit = steepest(pattern, flags)
        if slope > STEEP:
            steep += 1
            print(f"{where}: slope {slope:.1f} on {unit!r} repeated: {pattern[:100]!r}", flush=True)
    print(f"{len(known)} expressions, {steep} steeper than {STEEP}")
