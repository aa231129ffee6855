"""Charts of the tables. Each `plot_*` takes a frame, draws only in `ax` (or a new figure) and returns the Axes.

The title says what the chart shows, with numbers from the frame. `save_chart` adds the caption and the alt text.
"""

from analysis.charts.certainty import plot_choices, plot_corrected_shares, plot_reliability
from analysis.charts.colors import outlet_colors, story_colors
from analysis.charts.coverage import plot_outlets, plot_shares, plot_story_mix
from analysis.charts.event_names import name_events
from analysis.charts.events import plot_event_grid, plot_event_time, plot_events
from analysis.charts.findings import plot_finding
from analysis.charts.sources import plot_sourcing, plot_speakers
from analysis.charts.terms import plot_group_terms, plot_term_scatter, plot_terms
from analysis.charts.timelines import plot_coverage, plot_timelines
from analysis.charts.topics import plot_topic_shares, plot_topics
from analysis.charts.word_choice import plot_word_choice

__all__ = [
    "name_events",
    "outlet_colors",
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
    "story_colors",
]
