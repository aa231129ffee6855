"""Broadsheet: compare how news outlets cover a story.

    from analysis import load_articles, find_quotes

Every public function can be imported from here; its module is loaded when it is first asked for, so that a program which only
wants quotes does not wait for charts.
"""

from importlib import import_module

__version__ = "0.1.0"

_PUBLIC = {
    "corpus": ["ingest", "balance", "load_articles", "describe_corpus"],
    "words.text": ["sentences", "tokenize"],
    "stories": ["assign_stories", "label_stories"],
    "copies": ["find_copies", "drop_copies"],
    "events": ["group_events"],
    "compare": ["compare_event"],
    "words.counts": ["count_terms"],
    "words.tf_idf": ["tf_idf"],
    "words.concordance": ["keyword_in_context", "terms_in_context"],
    "words.keyness": ["compare_terms"],
    "topics": ["fit_topics"],
    "quotes": ["find_quotes", "mark_quotes", "count_speakers", "sourcing"],
    "coverage": ["coverage_by", "share_interval", "suggest_period"],
    "scoring": ["score_quotes"],
    "charts": [
        "outlet_colors", "story_colors", "plot_outlets", "plot_coverage", "plot_shares", "plot_story_mix", "plot_terms", "plot_group_terms", "plot_term_scatter",
        "plot_topics", "plot_topic_shares", "plot_events", "plot_event_time", "plot_event_grid", "plot_sourcing", "plot_speakers",
    ],
    "export": ["save_chart"],
    "tables": ["read_table", "write_table"],
    "pipeline": ["load_events", "load_topics", "open_run"],
    "report": ["make_report"],
}  # fmt: skip
_MODULE_OF = {name: module for module, names in _PUBLIC.items() for name in names}
__all__ = sorted(_MODULE_OF)


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"analysis has no {name!r}; it offers: {', '.join(__all__)}")
    return getattr(import_module(f"analysis.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__
