"""Every kind of bad input, of all modules beside this one."""

from bad_inputs import (
    afternoon_post,
    afterwards,
    archives,
    arriving,
    beside_a_good_one,
    by_mechanism,
    damaged_records,
    drop_folder,
    elsewhere,
    exports,
    good_beside_bad,
    handed,
    json_values,
    last_delivery,
    last_round,
    last_train,
    named_as_readable,
    newsroom,
    no_articles_at_all,
    not_as_it_says,
    odd_but_whole,
    once_more,
    pages,
    papers_and_packs,
    received,
    strange,
    tables,
    tables_and_feeds,
)
from bad_inputs.kinds import Kind

_MODULES = (
    tables, json_values, pages, archives, exports, strange, handed, newsroom, received, arriving, elsewhere, afterwards,
    once_more, last_round, odd_but_whole, beside_a_good_one, drop_folder, last_delivery, afternoon_post, last_train,
    by_mechanism, damaged_records, good_beside_bad, no_articles_at_all, not_as_it_says,
    tables_and_feeds, papers_and_packs, named_as_readable,
)  # fmt: skip
KINDS: list[Kind] = [kind for module in _MODULES for kind in module.KINDS]
