"""The sentence under every chart of sources that says whether the program's own errors are corrected."""

import pandas as pd

from analysis.estimates.corrected_shares import LEAST_CODED
from analysis.tables import need


def error_note(coded: pd.DataFrame) -> str:
    """Return what a caption says about the program's errors in shares of sources.

    Parameters
    ----------
    coded : DataFrame
        What `load_coded` returns for the articles of the chart: `article_id`.

    Returns
    -------
    str
        Without enough coded articles, how large the error was on articles that others coded; with them, where the
        corrected shares are.

    Examples
    --------
    >>> error_note(pd.DataFrame({"article_id": ["a", "a", "b", "c"]}))
    'not corrected for errors of the program; chart 04-5 corrects all outlets together with 3 coded articles'
    """
    need(coded, ["article_id"], who="error_note")
    n = coded["article_id"].nunique()
    if n >= LEAST_CODED:
        return (
            f"not corrected for errors of the program; chart 04-5 corrects all outlets together with {n} coded articles"
        )
    return (
        "not corrected for errors of the program (on the coded news articles of PolNeAR the share of named people came "
        "out 0.2 to 1.3 points too high, see docs/method.md)"
    )
