"""Figures: the amounts, percentages and other numbers that a text gives, and which of them tell the same quantity."""

from analysis.quantities.counted import counted_things
from analysis.quantities.find import Figure, figures, place_figures
from analysis.quantities.same import join_figures

__all__ = ["Figure", "counted_things", "figures", "join_figures", "place_figures"]
