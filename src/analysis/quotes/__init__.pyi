"""The names that `analysis.quotes` offers; the module of each one is loaded when it is first asked for."""

from .document import Document, read_document
from .find import find_attributions, find_quotes
from .marked_article import mark_quotes
from .sourcing import sourcing
from .speaker_counts import count_speakers, name_speakers
from .tagging.attributions import Attribution

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
