"""How far a long step is, in one line: on a command's standard error, on the standard output of a notebook's cell."""

import sys
from typing import TYPE_CHECKING, Any

from tqdm import tqdm

if TYPE_CHECKING:
    _Bar = tqdm[Any]
else:
    _Bar = tqdm


_FORM = "{desc}: {n_fmt} of {total_fmt} {unit} done, {remaining} left{postfix}"
_FORM_WITHOUT_END = "{desc}: {n_fmt} {unit} done, after {elapsed}{postfix}"


class Progress(_Bar):
    """A bar of tqdm that says step, done and left in words.

    JupyterLab puts what a cell writes to the standard error on red, as if something had failed.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        known = options.get("total") is not None or hasattr(arguments[0] if arguments else None, "__len__")
        options.setdefault("bar_format", _FORM if known else _FORM_WITHOUT_END)
        options.setdefault("file", sys.stdout if "ipykernel" in sys.modules else sys.stderr)
        super().__init__(*arguments, **options)
