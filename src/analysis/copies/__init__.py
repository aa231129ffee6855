"""Find articles that repeat another one: agency copy, reprints and excerpts.

`find` holds the functions for a whole frame. It is made of two steps: `sketches` keeps a sample of the runs of five
words of each article, one partition at a time; `pairs` compares the samples of all and says which of two articles is
the copy.
"""

from analysis.copies.find import drop_copies, find_copies
from analysis.copies.pairs import pair_sketch_files, pair_sketches
from analysis.copies.sketches import sketch_articles

__all__ = ["drop_copies", "find_copies", "pair_sketch_files", "pair_sketches", "sketch_articles"]
