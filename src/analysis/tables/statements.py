"""Which rows of the quotes table count as what somebody says."""

import pandas as pd


def select_statements(quotes: pd.DataFrame, *, silent: bool = False) -> pd.DataFrame:
    """Return the attributions that count: statements in the text of an article, and nothing else.

    Shares and lists of speakers are made from these rows.

    Parameters
    ----------
    quotes : DataFrame
        The quotes table. A frame without `cue_kind` or `place` has statements in texts only.
    silent : bool, default False
        Keep those who were asked and did not answer (the `cue_kind` non_response).

    Returns
    -------
    DataFrame
        The rows of `quotes` without acts (the `cue_kind` act: "sued to block the rule") and without those of a headline
        (the `place` headline), which mostly repeat a quotation of the text.

    Examples
    --------
    >>> quotes = pd.DataFrame({"cue_kind": ["speech", "act", "non_response", "speech"],
    ...                        "place": ["text", "text", "text", "headline"]})
    >>> list(select_statements(quotes).index), list(select_statements(quotes, silent=True).index)
    ([0], [0, 2])
    """
    left_out = ["act"] if silent else ["act", "non_response"]
    kept = pd.Series(True, index=quotes.index)
    if "cue_kind" in quotes:
        kept &= ~quotes["cue_kind"].isin(left_out)
    if "place" in quotes:
        kept &= quotes["place"] != "headline"
    return quotes[kept]
