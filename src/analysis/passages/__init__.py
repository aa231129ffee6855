"""From a number to the passages that it counts: which rows of a chart's table count which passages, and their text."""

from analysis.passages.index import index_passages

__all__ = ["index_passages"]
