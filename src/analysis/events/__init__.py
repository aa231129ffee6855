"""Group articles that report the same event: they share rare words and phrases, and ran within days of each other.

`group` is the way through: `vectors` makes a vector of each article, `stored_rows` keeps them in a file, and `linkage`
groups those that are similar.
"""

from analysis.events.group import article_days, article_texts, group_events, group_words
from analysis.events.linkage import ROWS, SAME, group_vectors, time_decay, undated_factor
from analysis.events.vectors import BACKGROUND, Words, event_vectors, load_background

__all__ = [
    "BACKGROUND",
    "ROWS",
    "SAME",
    "Words",
    "article_days",
    "article_texts",
    "event_vectors",
    "group_events",
    "group_vectors",
    "group_words",
    "load_background",
    "time_decay",
    "undated_factor",
]
