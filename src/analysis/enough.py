"""What cannot be answered with the articles that there are: an error that a notebook shows as a sentence."""

import sys
from typing import Any

import pandas as pd

# Marks the sentence among a notebook's outputs, so that the report's page can repeat it.
MARK = {"broadsheet": "not enough articles"}


class NotEnoughArticles(ValueError):
    """The articles that are there cannot answer a question: the message says what is there and what more is needed."""


def need_rows(frame: pd.DataFrame, what: str) -> pd.DataFrame:
    """Return `frame`, or raise NotEnoughArticles if it has no rows.

    Parameters
    ----------
    frame : DataFrame
        A table.
    what : str
        What its rows are, for the message: "quotes".

    Examples
    --------
    >>> need_rows(pd.DataFrame({"n": []}), "quotes")
    Traceback (most recent call last):
    ...
    analysis.enough.NotEnoughArticles: there are no quotes in these articles; add articles, or widen the selection
    """
    if frame.empty:
        raise NotEnoughArticles(f"there are no {what} in these articles; add articles, or widen the selection")
    return frame


def show_as_sentences() -> None:
    """Show `NotEnoughArticles` in a notebook as a sentence, and pass over later cells that lack what it did not make.

    So a first, small collection gives a report that says what is missing, and answers what it can. Outside a notebook
    nothing changes.
    """
    if "IPython" not in sys.modules:
        return
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    if shell is None:
        return
    missing = False

    def show(
        shell: Any, kind: type[BaseException], error: BaseException, trace: Any, tb_offset: int | None = None
    ) -> None:
        nonlocal missing
        if issubclass(kind, NotEnoughArticles):
            missing = True
            _display(f"**Not enough articles:** {error}.", MARK)
        elif missing:
            _display("*This step needs one above for which there are not enough articles.*", {})
        else:
            shell.showtraceback((kind, error, trace), tb_offset=tb_offset)

    shell.set_custom_exc((NotEnoughArticles, NameError), show)  # type: ignore[no-untyped-call]  # IPython again


def not_enough(notebook: Any) -> list[str]:
    """Return the sentences that `show_as_sentences` showed in an executed notebook, without their Markdown."""
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", []))
    shown = [output.data["text/plain"] for output in outputs if output.get("metadata") == MARK]
    return list(dict.fromkeys(sentence.replace("**", "") for sentence in shown))


def _display(markdown: str, metadata: dict[str, str]) -> None:
    from IPython.display import display

    display({"text/markdown": markdown, "text/plain": markdown}, raw=True, metadata=metadata)  # type: ignore[no-untyped-call]
