"""What a person is asked about the speakers, topics and events of a run."""

import pandas as pd

from analysis.aliases import load_aliases
from analysis.copies import drop_copies
from analysis.pipeline.parameters import event_settings
from analysis.pipeline.run_topics import topic_settings
from analysis.pipeline.stored import load_topics
from analysis.quotes import count_speakers
from analysis.review.event_pairs import load_event_pairs
from analysis.review.event_queue import event_queue
from analysis.review.questions import (
    EVENT_KEYS,
    SPEAKER_KEYS,
    TOPIC_KEYS,
    Question,
    event_questions,
    speaker_questions,
    topic_questions,
)
from analysis.review.speaker_names import speakers_alike
from analysis.run_files import Run
from analysis.tables import read_table


def questions_about(
    what: str, run: Run, articles: pd.DataFrame, *, n: int, coder: str
) -> tuple[list[Question], dict[str, str]]:
    """Return the first `n` questions about the speakers, topics or events of a run's articles, and their keys."""
    if what == "speakers":
        quotes = read_table(run.processed / "quotes").assign(everywhere="")
        own = quotes[quotes["article_id"].isin(articles["article_id"])]
        alike = speakers_alike(count_speakers(own, by="everywhere"), load_aliases())
        return speaker_questions(alike[:n], coder=coder), SPEAKER_KEYS
    on_story = articles[articles["article_id"].isin(read_table(run.processed / "stories")["article_id"])]
    if what == "topics":
        settings = topic_settings(run.parameters)
        number = 0 if settings["topics"] == "auto" else settings["topics"]
        own = drop_copies(on_story, read_table(run.processed / "copies.parquet"))
        topics = load_topics(run, own, n_topics=number, seed=settings["seed"])
        return topic_questions(topics, own, coder=coder)[:n], TOPIC_KEYS
    events = read_table(run.processed / "events.parquet")
    queue = event_queue(on_story, events, load_event_pairs(), n=n, **event_settings(run.parameters))
    return event_questions(queue, on_story, coder=coder), EVENT_KEYS
