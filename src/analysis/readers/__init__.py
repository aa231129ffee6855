"""Read raw files: bytes in, raw records out. `formats` is the way in, and says how to add a format.

On the way `archive` unpacks a file, `decode` makes text of its bytes, `wrapped` takes away what programs put around it,
and `joined` parts files that were put together. Then the reader of its format reads it: of pages `page`, `markup` and,
copied as text, `plain`; of many pages `feed`, `warc` and `arc`; of press archives `nexis`, `nexis_text`, `factiva` and
`proquest`; of tables and records `csv_text`, `sheets`, `json_text` and `json_lines`, of whose rows and objects `fields`
makes raw records. `guard` and `limits` see to it that no record and no file holds up the others.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
