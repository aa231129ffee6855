"""Broadsheet: compare how news outlets cover a story.

    from analysis import find_quotes, load_articles

`__init__.pyi` lists the public functions. The module of each one is loaded when the function is first asked for, so
that a program which only wants quotes does not wait for charts.
"""

import difflib
from typing import Any

import lazy_loader

__version__ = "0.1.0"

_load, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)


def __getattr__(name: str) -> Any:
    if name in __all__:
        return _load(name)
    near = difflib.get_close_matches(name, __all__, n=1)
    hint = f"did you mean {near[0]}?" if near else f"it offers: {', '.join(__all__)}"
    raise AttributeError(f"analysis has no {name!r}; {hint}")
