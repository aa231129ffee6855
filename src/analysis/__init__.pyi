"""The public functions: what can be imported from `analysis`, for the lazy loader, editors and type checkers."""

from .charts import (
    outlet_colors,
    plot_choices,
    plot_corrected_shares,
    plot_coverage,
    plot_event_grid,
    plot_event_time,
    plot_events,
    plot_finding,
    plot_group_terms,
    plot_outlets,
    plot_reliability,
    plot_shares,
    plot_sourcing,
    plot_speakers,
    plot_story_mix,
    plot_term_scatter,
    plot_terms,
    plot_timelines,
    plot_topic_shares,
    plot_topics,
    plot_word_choice,
    story_colors,
)
from .compare import compare_event, describe_speakers, find_figures
from .copies import drop_copies, find_copies
from .corpus import balance, describe_corpus, group_outlets, ingest, load_articles
from .coverage import coverage_by, find_gaps, share_interval, suggest_period, with_period
from .enough import NotEnoughArticles, need_rows
from .estimates import (
    Answer,
    answer,
    check_stories,
    corrected_shares,
    draw_sample,
    error_note,
    estimate_stories,
    find_findings,
    finding_title,
    load_checked_stories,
)
from .events import group_events
from .export import save_chart
from .pipeline import (
    load_events,
    load_findings,
    load_run_articles,
    load_topics,
    open_notebook,
    open_run,
)
from .pipeline.robustness import summarize_choices, vary_findings
from .quotes import count_speakers, find_quotes, mark_quotes, name_speakers, sourcing
from .report import make_report
from .review import (
    agreement,
    agreement_of_reviews,
    apply_reviews,
    estimate_quotes,
    load_coded,
    load_reviews,
    one_coder,
    review_queue,
    save_decision,
)
from .review.event_pairs import decide_event
from .review.speaker_names import merge_speakers, part_speakers
from .review.topic_names import name_topic
from .review.widgets import review_quotes
from .scoring import judge_quotes, reliability, score_quotes, with_range
from .stories import assign_stories, count_word_choices, find_word_choices, label_stories
from .tables import read_table, select_statements, write_table
from .topics import fit_topics
from .words.concordance import keyword_in_context, terms_in_context
from .words.counts import count_terms
from .words.house_style import drop_house_style, drop_search_words
from .words.keyness import compare_terms
from .words.term_uses import find_terms
from .words.text import sentences, tokenize
from .words.tf_idf import tf_idf

__all__ = [
    "Answer",
    "NotEnoughArticles",
    "agreement",
    "agreement_of_reviews",
    "answer",
    "apply_reviews",
    "assign_stories",
    "balance",
    "check_stories",
    "compare_event",
    "compare_terms",
    "corrected_shares",
    "count_speakers",
    "count_terms",
    "count_word_choices",
    "coverage_by",
    "decide_event",
    "describe_corpus",
    "describe_speakers",
    "draw_sample",
    "drop_copies",
    "drop_house_style",
    "drop_search_words",
    "error_note",
    "estimate_quotes",
    "estimate_stories",
    "find_copies",
    "find_figures",
    "find_findings",
    "find_gaps",
    "find_quotes",
    "find_terms",
    "find_word_choices",
    "finding_title",
    "fit_topics",
    "group_events",
    "group_outlets",
    "ingest",
    "judge_quotes",
    "keyword_in_context",
    "label_stories",
    "load_articles",
    "load_checked_stories",
    "load_coded",
    "load_events",
    "load_findings",
    "load_reviews",
    "load_run_articles",
    "load_topics",
    "make_report",
    "mark_quotes",
    "merge_speakers",
    "name_speakers",
    "name_topic",
    "need_rows",
    "one_coder",
    "open_notebook",
    "open_run",
    "outlet_colors",
    "part_speakers",
    "plot_choices",
    "plot_corrected_shares",
    "plot_coverage",
    "plot_event_grid",
    "plot_event_time",
    "plot_events",
    "plot_finding",
    "plot_group_terms",
    "plot_outlets",
    "plot_reliability",
    "plot_shares",
    "plot_sourcing",
    "plot_speakers",
    "plot_story_mix",
    "plot_term_scatter",
    "plot_terms",
    "plot_timelines",
    "plot_topic_shares",
    "plot_topics",
    "plot_word_choice",
    "read_table",
    "reliability",
    "review_queue",
    "review_quotes",
    "save_chart",
    "save_decision",
    "score_quotes",
    "select_statements",
    "sentences",
    "share_interval",
    "sourcing",
    "story_colors",
    "suggest_period",
    "summarize_choices",
    "terms_in_context",
    "tf_idf",
    "tokenize",
    "vary_findings",
    "with_period",
    "with_range",
    "write_table",
]

__version__: str
