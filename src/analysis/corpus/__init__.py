"""A folder of raw files becomes the tables `articles` and `rejects`. No other package reads raw files.

`ingestion` runs the steps: `files` lists the folder, `tasks` divides the work, `records` reads and cleans each file,
`record_cache` keeps what was read for the next time, `assembly` writes the tables. `loading` loads articles from the
tables, `outlet_groups` puts several outlets under one name.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
