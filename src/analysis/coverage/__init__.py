"""How much, when and whose: articles per period, gaps in the collection, and shares with intervals."""

from analysis.coverage.counts import coverage_by, suggest_period, with_period
from analysis.coverage.gaps import find_gaps
from analysis.coverage.main_span import main_periods
from analysis.coverage.shares import share_interval

__all__ = ["coverage_by", "find_gaps", "main_periods", "share_interval", "suggest_period", "with_period"]
