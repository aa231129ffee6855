"""Every kind of bad input, by the form of the file, with what must come of it.

`kinds` says what a kind is, and `every_kind` has them all. `tables`, `json_values`, `pages`, `archives` and `exports`
hold kinds of one form each. The other modules are rounds: somebody wrote down new kinds and their outcomes, and only
then were they run. So each holds all forms, in lists by form, and is left as it was decided. In order: `strange`;
`handed`; `newsroom`, `received` and `arriving`; `elsewhere`; `afterwards`; `once_more`; `last_round`; `odd_but_whole`
and `beside_a_good_one`; `drop_folder`; `last_delivery`; `afternoon_post`; `last_train`; `by_mechanism`;
`damaged_records`; `good_beside_bad`; `no_articles_at_all`; `not_as_it_says`;
`tables_and_feeds`, `papers_and_packs` and `named_as_readable`.

What makes files stands where it was first needed: documents, packs, pages and mail in `received`, feeds in `pages`,
press archives in `exports`, workbooks in `tables` and `odd_but_whole`, dates in `newsroom`, prose that is none in
`elsewhere`.
"""
