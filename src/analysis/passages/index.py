"""Say which passages each number of a chart's table counts.

A chart's table comes from frames with one row per thing counted: a quote, a use of a word, an article. The same frames,
matched with the table's rows, say what each number counts, and the match fails if it would say anything else.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.tables import need

COLUMNS = ["row", "number", "article_id", "quote_id", "start", "end"]
# Of a thing that is a quote or a whole article.
_LACKING = {"quote_id": "", "start": -1, "end": -1}


def index_passages(data: pd.DataFrame, passages: Mapping[str, pd.DataFrame], by: Sequence[str]) -> pd.DataFrame:
    """Return the passages that each row of a chart's table counts, one row per number × passage.

    Parameters
    ----------
    data : DataFrame
        The table of the chart.
    passages : mapping of str to DataFrame
        The things that were counted, one row each, for each column of `data` that counts some; "" for things that
        belong to a row without being counted. A frame has `article_id`; `quote_id` if its rows are attributions;
        `start` and `end` (character offsets in the article's text) if they are words; and the columns `by`. What
        belongs to no row of `data` is left out.
    by : list of str
        The columns that say to which row of `data` a thing belongs.

    Returns
    -------
    DataFrame
        `row` (from 0), `number` (the column that counts), `article_id`, `quote_id` ("" if it is no attribution),
        `start`, `end` (-1 if it is no word), by number and row, then in the order of the frames.

    Raises
    ------
    ValueError
        If a column is missing, or a number is not that of its passages.

    Examples
    --------
    >>> quotes = pd.DataFrame({"article_id": list("aab"), "quote_id": list("xyz"), "outlet": ["Post", "Post", "Star"]})
    >>> table = quotes.groupby("outlet").size().rename("n").reset_index()
    >>> index_passages(table, {"n": quotes}, ["outlet"])[["row", "number", "quote_id"]].values.tolist()
    [[0, 'n', 'x'], [0, 'n', 'y'], [1, 'n', 'z']]
    """
    by = list(by)
    need(data, [*by, *filter(None, passages)], who="index_passages")
    rows = data[by].assign(row=range(len(data)))
    matched = [_match(rows, things, by).assign(number=number) for number, things in passages.items()]
    for index in matched:
        _check(data, index, by)
    return pd.concat(matched, ignore_index=True)[COLUMNS]


def _match(rows: pd.DataFrame, things: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Return the things that belong to a row, by row, then in their order."""
    need(things, ["article_id", *by], who="index_passages")
    things = things.assign(**{name: value for name, value in _LACKING.items() if name not in things})
    found = things[list(dict.fromkeys([*by, "article_id", *_LACKING]))].assign(place=range(len(things)))
    return found.merge(rows, on=by).sort_values(["row", "place"])


def _check(data: pd.DataFrame, index: pd.DataFrame, by: list[str]) -> None:
    """Raise ValueError for a number that is not that of its passages."""
    for number in filter(None, index["number"].unique()):
        listed = index["row"].value_counts().reindex(range(len(data)), fill_value=0)
        wrong = listed.to_numpy() != data[number].to_numpy()
        if wrong.any():
            place = int(wrong.argmax())
            named = ", ".join(f"{name} {data[name].iloc[place]}" for name in by)
            raise ValueError(
                f"for {named}, {number} is {data[number].iloc[place]} in the table, but {listed.iloc[place]} passages "
                "are given; give the frame that was counted, and the columns it was counted by"
            )
