"""The names that `analysis.corpus` offers; the module of each one is loaded when it is first asked for."""

from .assembly import balance as balance
from .description import describe_corpus as describe_corpus
from .ingestion import ingest as ingest
from .ingestion import read_articles as read_articles
from .loading import load_articles as load_articles
from .outlet_groups import group_outlets as group_outlets
