"""Every kind of bad input, of all modules beside this one."""

from bad_inputs import (
    archives,
    dates_and_names,
    documents,
    encodings,
    exports,
    feeds,
    folders,
    hostile,
    json_files,
    no_articles,
    pages,
    tables,
    texts,
    web_archives,
    workbooks,
)
from bad_inputs.kinds import Kind

_MODULES = (
    tables, workbooks, json_files, pages, feeds, exports, documents, archives, web_archives, texts, encodings, dates_and_names, folders, no_articles, hostile,
)  # fmt: skip
KINDS: list[Kind] = [kind for module in _MODULES for kind in module.KINDS]
