"""A folder of raw files becomes the tables `articles` and `rejects`. No other package reads raw files.

`ingestion` runs the steps: `files` lists the folder, `records` reads and cleans each file, `record_cache` keeps what
was read for the next time, `assembly` writes the tables. `loading` loads articles from the tables, `outlet_groups`
puts several outlets under one name.
"""

from analysis.corpus.assembly import balance
from analysis.corpus.description import describe_corpus
from analysis.corpus.ingestion import ingest, read_articles
from analysis.corpus.loading import load_articles
from analysis.corpus.outlet_groups import group_outlets

__all__ = ["balance", "describe_corpus", "group_outlets", "ingest", "load_articles", "read_articles"]
