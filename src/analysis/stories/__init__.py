"""Assign articles to stories. A story is a list of words and phrases to find.

`entries` checks the description of a story, `patterns` turns its words and phrases into one pattern, `assign` applies
it. `word_choice` compares which wordings outlets use for one thing.
"""

from analysis.stories.assign import assign_stories, label_stories
from analysis.stories.entries import Story, check_stories
from analysis.stories.word_choice import count_word_choices, find_word_choices

__all__ = [
    "Story",
    "assign_stories",
    "check_stories",
    "count_word_choices",
    "find_word_choices",
    "label_stories",
]
