"""The check of a notebook's parameters: what is wrong is said in one sentence, with the nearest name that there is."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from analysis.corpus.outlet_names import outlet_hint
from analysis.corpus.selection import parse_day
from analysis.periods import PERIODS
from analysis.run_files import check_names

# The least and the greatest value of a number; a range of whole numbers takes no others.
RANGES: dict[str, tuple[float, float]] = {
    "most_outlets": (1, math.inf),
    "most_terms": (1, math.inf),
    "min_articles": (1, math.inf),
    "n_topics": (0, math.inf),
    "seed": (0, math.inf),
    "min_confidence": (0.0, 1.0),
    "window_days": (0.0, math.inf),
}


class WrongParameter(ValueError):
    """A parameter of a notebook cannot be used: the message says which one, why, and what is allowed."""

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows: the sentence alone, since the trace leads to no mistake in code."""
        return [f"{type(self).__name__}: {self}"]


def event_settings(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a run groups events; a test compares the defaults with those of the notebook."""
    return {"window_days": parameters.get("window_days", 3.0)}


def check_values(parameters: Mapping[str, Any]) -> None:
    """Raise WrongParameter for the first parameter whose value cannot be right, whatever the articles."""
    for name, value in parameters.items():
        if name in ("since", "until") and value:
            _day(value, name)
        elif name == "every" and value and value not in PERIODS:
            raise WrongParameter(f"every={value!r} is no period; write {', '.join(PERIODS)}, or nothing")
        elif name in RANGES:
            _check_number(name, value)
    since, until = parameters.get("since"), parameters.get("until")
    if since and until and _day(since, "since") > _day(until, "until"):
        raise WrongParameter(f"since={since!r} is later than until={until!r}; exchange them")


def read_outlets(outlets: str | Sequence[str], known: Sequence[str]) -> list[str]:
    """Return the outlets of a parameter: a list, one name, or a list in one text as command lines give it.

    Raise WrongParameter for one that is not `known`.
    """
    if isinstance(outlets, str):
        outlets = _list_in(outlets) if outlets.strip().startswith("[") else [outlets] * bool(outlets)
    try:
        check_names(outlets, known, where="outlets", hint=outlet_hint)
    except ValueError as error:
        raise WrongParameter(str(error)) from None
    return list(outlets)


def _list_in(text: str) -> list[str]:
    try:
        return [str(name) for name in yaml.safe_load(text)]
    except yaml.YAMLError:
        raise WrongParameter(f'outlets={text!r} is no list; write it as ["Post", "Star"]') from None


def _day(value: object, name: str) -> Any:
    try:
        return parse_day(str(value), name)
    except ValueError as error:
        raise WrongParameter(str(error)) from None


def _check_number(name: str, value: object) -> None:
    low, high = RANGES[name]
    whole = isinstance(low, int)
    right_type = isinstance(value, int if whole else int | float) and not isinstance(value, bool)
    if not (right_type and low <= value <= high):  # type: ignore[operator]  # a number by now
        allowed = f"from {low:g}" + (f" to {high:g}" if math.isfinite(high) else "")
        raise WrongParameter(f"{name}={value!r} cannot be used; write a {'whole ' * whole}number {allowed}")
