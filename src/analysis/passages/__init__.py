"""From a number to the passages that it counts: which rows of a chart's table count which passages, and their text."""

from analysis.passages.excerpts import NOWHERE, WHOLE, Excerpt, Mark, cut_excerpt, leave_out, quote_marks
from analysis.passages.index import index_passages

__all__ = ["NOWHERE", "WHOLE", "Excerpt", "Mark", "cut_excerpt", "index_passages", "leave_out", "quote_marks"]
