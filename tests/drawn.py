"""What a chart says, for its tests."""

from matplotlib.axes import Axes


def texts(ax: Axes) -> list[str]:
    """Return the texts inside the axes and beside them, in the order they were drawn."""
    return [text.get_text() for text in ax.texts]


def title(ax: Axes) -> str:
    """Return the title on one line."""
    return ax.get_title(loc="left").replace("\n", " ")
