"""Who said what, in which words, where in the article.

`find` holds the method from top to bottom. It reads each article as a `document` and passes it on: `tagging` finds the
attributions, `nonresponse` those who did not answer, `speakers` says whom a source means, `cue_kinds` in which way
something is said. `speaker_counts` and `sourcing` count speakers and kinds of source over articles.
`marked_article` shows quotes in their article.
"""

from analysis.quotes.document import Document, read_document
from analysis.quotes.find import find_attributions, find_quotes
from analysis.quotes.marked_article import mark_quotes
from analysis.quotes.sourcing import sourcing
from analysis.quotes.speaker_counts import count_speakers, name_speakers
from analysis.quotes.tagging.attributions import Attribution

__all__ = [
    "Attribution",
    "Document",
    "count_speakers",
    "find_attributions",
    "find_quotes",
    "mark_quotes",
    "name_speakers",
    "read_document",
    "sourcing",
]
