"""Charts of events: which were covered most widely, and one event outlet by outlet."""

import textwrap
from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.base import date_axis, rows_axes, set_heads, set_note, set_title, styled_plot
from analysis.charts.colors import PLAIN, REST, as_mark, ink_on
from analysis.charts.event_names import choose_rows, name_events
from analysis.charts.lines import in_lines
from analysis.charts.marks import stands_for
from analysis.charts.style import is_narrow, paper
from analysis.charts.writing import shown
from analysis.wording import counted

_DOT_POINTS = 15  # of a dot with a number in it
_LONGEST_HEADLINE, _LONGEST_NAME = 100, 70  # characters


@styled_plot
def plot_events(
    articles: pd.DataFrame,
    *,
    colors: Mapping[str, str],
    most: int = 10,
    most_outlets: int = 7,
    ax: Axes | None = None,
) -> Axes:
    """Draw a row for each of the most widely covered events, with a dot for each outlet that has articles on it.

    Parameters
    ----------
    articles : DataFrame
        One row per article: `event_id`, `outlet`, `headline`, and `similarity` to the event's center. An event is named
        as in `name_events`.
    colors : mapping of str to str
        Outlet to color, in the order of the columns; other outlets are gray.
    most : int
        How many events are drawn: those of most outlets, then those of most articles.
    most_outlets : int
        How many outlets have a column each; all others share one.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes
        A dot holds the number of articles on the event where there is more than one. The title counts all outlets.

    Raises
    ------
    ValueError
        If the frame has no rows.
    """
    size = articles.groupby("event_id")["outlet"].nunique()
    names = name_events(articles)[:most]
    ax = rows_axes(ax, [_short(name, 76) for name in names], least=2.2, longest=80, most=3)
    grid = pd.crosstab(articles["event_id"], articles["outlet"].astype(str)).loc[names.index]
    outlets = [*(name for name in colors if name in grid), *grid.columns.difference(list(colors))]
    if len(outlets) > most_outlets + 1:
        others = f"{len(outlets) - most_outlets:,} other outlets"
        grid = grid.assign(**{others: grid[outlets[most_outlets:]].sum(axis=1)})
        outlets = [*outlets[:most_outlets], others]
    for row, column in zip(*np.nonzero(grid[outlets].to_numpy()), strict=True):
        outlet, n = outlets[column], grid[outlets].iat[row, column]
        color = colors.get(outlet, REST)
        drawn: list[Any] = list(ax.plot(column, row, "o", markersize=_DOT_POINTS, color=color, markeredgewidth=0))
        if n > 1:
            drawn.append(ax.text(column, row, f"{n:,}", ha="center", va="center_baseline", color=ink_on(color)))
        stands_for(drawn, event_id=names.index[row], outlet=outlet)
    ax.set_xlim(-0.5, len(outlets) - 0.5)
    set_heads(ax, [shown(outlet) for outlet in outlets], colors=[colors.get(outlet, REST) for outlet in outlets])
    set_note(ax, "a dot: one article on the event, or as many as the number in it says")
    shared, widest = (size > 1).sum(), size.max()
    were = "was" if shared == 1 else "were"
    several = f"{shared:,} of {counted(len(size), 'event')} {were} covered by more than one outlet"
    set_title(ax, f"{several}, one of them by {widest:,}" if widest > 2 else several)
    return ax


@styled_plot
def plot_event_time(
    articles: pd.DataFrame, *, colors: Mapping[str, str], event: str = "", most: int = 24, ax: Axes | None = None
) -> Axes:
    """Draw when each outlet published on one event: a dot for each article, with its headline, the earliest first.

    Parameters
    ----------
    articles : DataFrame
        One row per article on the event: `outlet`, `headline`, `published`. Articles without a date have no dot and
        stand at the bottom.
    colors : mapping of str to str
        Outlet to color; other outlets are gray.
    event : str
        What the title calls the event: its most typical headline.
    most : int
        How many articles are drawn, the earliest.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        If the frame has no rows.
    """
    every = articles.sort_values("published", kind="stable", na_position="last")
    frame = every[:most].reset_index(drop=True)
    room = 2.2 if is_narrow() else 4.6  # inches for a headline
    unknown = frame["published"].isna().map({True: " (no date)", False: ""})
    headlines = [
        in_lines(_short(headline, _LONGEST_HEADLINE) + note, room, longest=2 * _LONGEST_HEADLINE)
        for headline, note in zip(frame["headline"], unknown, strict=True)
    ]
    lines = 1 + max(text.count("\n") for text in headlines)
    ax = rows_axes(ax, frame["outlet"], least=lines + 2)
    published = frame["published"].dropna()
    below = (lines / 2 + 0.5) / (lines + 2)  # in rows: a dot lies below its headline
    # Invisible dots make the axis one of dates.
    ax.plot(published, published.index + below, "o", alpha=0)
    for row in frame.itertuples():
        drawn: list[Any] = []
        if pd.notna(row.published):
            color = colors.get(row.outlet, REST)
            drawn += ax.plot(row.published, row.Index + below, "o", markersize=8, color=color)
        place: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "va": "center"}
        drawn.append(ax.annotate(headlines[row.Index], (0.01, row.Index), **place))
        stands_for(drawn, "", article_id=getattr(row, "article_id", ""))
    ax.set_ylim(len(frame) - 0.2, -0.6)
    date_axis(ax, minticks=2, maxticks=7)
    ax.margins(x=0.06)
    first = f"; the first {most:,} of {len(every):,} articles" if len(every) > most else ""
    set_note(ax, f"published (UTC){first}")
    if len(published) and published.min() == published.max():
        # One moment, or days without times: without limits the axis would span years.
        ax.set_xlim(published.min() - pd.Timedelta(days=1), published.min() + pd.Timedelta(days=1))
    set_title(ax, _named(event) + _when(every))
    return ax


@styled_plot
def plot_event_grid(
    comparison: pd.DataFrame,
    *,
    what: str,
    event: str = "",
    labels: Mapping[Hashable, str] | None = None,
    most: int = 18,
    ax: Axes | None = None,
) -> Axes:
    """Draw a grid of outlets and what they gave about one event: a dot where an outlet gave it.

    Parameters
    ----------
    comparison : DataFrame
        What `compare_event` returns, one row per outlet: `outlet` and the column `what`.
    what : {"figures", "speakers"}
        A column of lists.
    event : str
        What the title calls the event: its most typical headline.
    labels : mapping of str to str, optional
        What to write for a figure or speaker; one without a label is left out of the chart.
    most : int
        How many figures or speakers are drawn: those of most outlets, then in turn one that each outlet has alone.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes
        A dot is hollow where only one outlet gave it. The title counts all, and the note those that are not drawn.

    Raises
    ------
    ValueError
        If the frame has no rows.
    """
    pairs = comparison[["outlet", what]].explode(what).dropna()
    outlets, given = list(comparison["outlet"]), pairs.groupby(what, sort=False)["outlet"].nunique()
    items = choose_rows(comparison, what, most, labels)
    ax = rows_axes(ax, [_short(labels[item] if labels is not None else item, 44) for item in items] or ["–"])
    for row, item in enumerate(items):
        face = as_mark(PLAIN) if given[item] > 1 else paper()
        look: dict[str, Any] = {"markersize": 8, "markerfacecolor": face, "markeredgecolor": as_mark(PLAIN)}
        for outlet in pairs.loc[pairs[what] == item, "outlet"]:
            dot = ax.plot(outlets.index(outlet), row, "o", markeredgewidth=1.8, **look)
            stands_for(dot, "", **{"outlet": outlet, what: item})
    ax.set_xlim(-0.6, len(outlets) - 0.4)
    set_heads(ax, [shown(outlet, longest=40) for outlet in outlets])
    rest = f"; {len(given) - len(items):,} more in the table" if len(given) > len(items) else ""
    set_note(ax, f"filled: several outlets have it; hollow: one outlet only{rest}")
    shared, single = (given == len(outlets)).sum(), (given == 1).sum()
    every = "both outlets" if len(outlets) == 2 else f"all {len(outlets)} outlets"
    in_all = f"{shared:,} of {len(given):,} {what} in {every}, {single:,} in only one"
    alone = f"{counted(len(given), what[:-1])} in the articles of {shown(outlets[0])}"
    set_title(ax, _named(event) + (in_all if len(outlets) > 1 else alone))
    return ax


def _named(event: str) -> str:
    """Return the beginning of a title that names the event, or "" without a name."""
    return f"“{_short(event, _LONGEST_NAME)}”: " if event else ""


def _when(frame: pd.DataFrame) -> str:
    """Return how many outlets covered the event, and within what time."""
    published = frame["published"].dropna()
    title = f"{counted(frame['outlet'].nunique(), 'outlet')} covered the event"
    if len(published) < 2:
        return title
    hours = (published.max() - published.min()) / pd.Timedelta(hours=1)
    if not hours:
        return f"{title} on the same day"
    time = f"{hours / 24:.0f} days" if hours >= 48 else f"{np.ceil(hours):.0f} hours"
    return f"{title} within {time}"


def _short(text: Any, width: int) -> str:
    """Return at most `width` characters of a headline or name, from its beginning."""
    known = "no headline" if pd.isna(text) else shown(text, longest=len(text))
    return known if len(known) <= width else textwrap.shorten(known, width, placeholder="…")
