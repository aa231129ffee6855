"""Assign articles to stories. A story is a list of words and phrases to find.

`entries` checks the description of a story, `patterns` turns its words and phrases into one pattern, `assign` applies
it.
"""

from analysis.stories.assign import assign_stories, label_stories
from analysis.stories.entries import Story, check_stories

__all__ = ["Story", "assign_stories", "check_stories", "label_stories"]
