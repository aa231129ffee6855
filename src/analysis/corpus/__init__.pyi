"""The names that `analysis.corpus` offers; the module of each one is loaded when it is first asked for."""

from .assembly import balance
from .description import describe_corpus
from .ingestion import ingest, read_articles
from .loading import load_articles
from .outlet_groups import group_outlets

__all__ = ["balance", "describe_corpus", "group_outlets", "ingest", "load_articles", "read_articles"]
