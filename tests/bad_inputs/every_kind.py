"""Every kind of bad input, of all modules beside this one."""

from bad_inputs import (
    afterwards,
    archives,
    arriving,
    elsewhere,
    exports,
    handed,
    json_values,
    last_round,
    newsroom,
    once_more,
    pages,
    received,
    strange,
    tables,
)
from bad_inputs.kinds import Kind

_MODULES = (
    tables, json_values, pages, archives, exports, strange, handed, newsroom, received, arriving, elsewhere, afterwards,
    once_more, last_round,
)  # fmt: skip
KINDS: list[Kind] = [kind for module in _MODULES for kind in module.KINDS]
