"""One raw record, as a reader gives it, to one clean article: `to_article` is the way in for every form of record.

It asks, in this order: what kind of record is it (`copied_page` takes apart a page that somebody copied,
`exported_text` the text of an export; a saved page comes taken apart by its reader), which lines are furniture
(`line_kinds`, `caption_lines`, `subheads`, `line_model` for copied pages, `repeated_lines`), and what do the lines say
(`bylines`, `credits`, `dates`, `datelines`, `origin`, `outlets`, `language`). The words that the rules know stand in
the JSON files of the same names (see `phrases`).
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
