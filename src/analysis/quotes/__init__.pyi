"""The names that `analysis.quotes` offers; the module of each one is loaded when it is first asked for."""

from .document import Document as Document
from .document import read_document as read_document
from .find import find_attributions as find_attributions
from .find import find_quotes as find_quotes
from .marked_article import mark_quotes as mark_quotes
from .sourcing import sourcing as sourcing
from .speaker_counts import count_speakers as count_speakers
from .speaker_counts import name_speakers as name_speakers
from .tagging.attributions import Attribution as Attribution
