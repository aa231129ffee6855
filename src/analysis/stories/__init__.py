"""Assign articles to stories. A story is a list of words and phrases to find.

`entries` checks the description of a story, `patterns` turns its words and phrases into one pattern, `assign` applies
it. `first_hits` says where an article first has a word of its story, and `word_choice` compares which wordings outlets
use for one thing.
"""

from analysis.stories.assign import assign_stories, find_hits, label_stories
from analysis.stories.entries import Story, validate_stories
from analysis.stories.first_hits import with_first_hits
from analysis.stories.word_choice import count_word_choices, find_word_choices

__all__ = [
    "Story",
    "assign_stories",
    "count_word_choices",
    "find_hits",
    "find_word_choices",
    "label_stories",
    "validate_stories",
    "with_first_hits",
]
