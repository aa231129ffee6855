"""How far a long step is, in one line: on a command's standard error, on the standard output of a notebook's cell."""

import sys
from typing import TYPE_CHECKING, Any

from tqdm import tqdm

if TYPE_CHECKING:
    _Bar = tqdm[Any]
else:
    _Bar = tqdm


_FORM = "{desc}: {n_fmt} of {total_fmt} {unit} done, {time}{postfix}"
_FORM_WITHOUT_END = "{desc}: {n_fmt} {unit} done, {time}{postfix}"


class Progress(_Bar):
    """A bar of tqdm that says step, done and left in words.

    JupyterLab puts what a cell writes to the standard error on red, as if something had failed.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        known = options.get("total") is not None or hasattr(arguments[0] if arguments else None, "__len__")
        options.setdefault("bar_format", _FORM if known else _FORM_WITHOUT_END)
        options.setdefault("file", sys.stdout if "ipykernel" in sys.modules else sys.stderr)
        super().__init__(*arguments, **options)

    @property
    def format_dict(self) -> Any:
        """What the line is written from, with the time in words: what is left once a part is done, else what passed."""
        values = dict(super().format_dict)
        n, total, elapsed = values["n"], values["total"], values["elapsed"]
        rate = values["rate"] or (n / elapsed if elapsed else 0)
        left = f"about {in_time((total - n) / rate)} left" if rate and total and 0 < n < total else ""
        return values | {"time": left or f"{in_time(elapsed)} so far"}


def in_time(seconds: float) -> str:
    """Return a length of time in words.

    >>> in_time(8.2), in_time(65), in_time(7260)
    ('8 s', '1 min 5 s', '2 h 1 min')
    """
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60} min {whole % 60} s" if whole < 3600 else f"{whole // 3600} h {whole % 3600 // 60} min"
