"""Charts are drawn without a screen and closed after each test."""

from collections.abc import Iterator

import matplotlib
import matplotlib.pyplot as plt
import pytest

matplotlib.use("agg")


@pytest.fixture(autouse=True)
def close_figures() -> Iterator[None]:
    """Close what a test drew."""
    yield
    plt.close("all")
