"""Progress bars: on the standard error of a command, and on the standard output of a notebook's cell."""

import sys
from typing import TYPE_CHECKING, Any

from tqdm import tqdm

if TYPE_CHECKING:
    _Bar = tqdm[Any]
else:
    _Bar = tqdm


class Progress(_Bar):
    """A bar of tqdm. JupyterLab puts what a cell writes to the standard error on red, as if something had failed."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        options.setdefault("file", sys.stdout if "ipykernel" in sys.modules else sys.stderr)
        super().__init__(*arguments, **options)
