"""Name topics, merge speakers and pair articles in a terminal: one question at a time, one key an answer."""

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, TextIO

import pandas as pd

from analysis.review.event_pairs import decide_event
from analysis.review.passage import clean
from analysis.review.speaker_names import Alike, merge_speakers, part_speakers
from analysis.review.terminal import read_key, read_line
from analysis.review.topic_names import name_topic
from analysis.topics import Topics
from analysis.wording import counted

_FIRST_CHARACTERS = 300  # of an article
_N_TYPICAL = 3  # articles


class Question(NamedTuple):
    """What is shown, and what each key does; an answer that needs words gets a line by `line`."""

    text: str
    answers: Mapping[str, Callable[[Callable[[], str]], None]]


def ask(
    questions: Iterable[Question], keys: Mapping[str, str], *, read: Callable[[], str] | None = None,
    out: TextIO | None = None,
) -> int:  # fmt: skip
    """Ask the questions one by one, and return how many were answered; [n] passes over one, [q] stops.

    `read` returns the next key or line; by default a key, or a line of standard input where that is no terminal.
    """
    out, (ask_key, ask_line), answered = out or sys.stdout, (read, read) if read else (read_key, read_line), 0
    shown, listed = "  ".join(f"[{key}] {words}" for key, words in keys.items()), list(questions)
    for place, question in enumerate(listed, start=1):
        key = "?"
        while key not in (*question.answers, "n", "q", "x", ""):
            print(
                f"\n{place} of {len(listed)}\n{clean(question.text)}\n{shown}  [n] next  [q] stop", file=out, flush=True
            )
            key = ask_key()
        if key in ("q", "x", ""):
            break
        if key == "n":
            continue
        try:
            question.answers[key](lambda: _ask_words(ask_line, out))
            answered += 1
        except ValueError as error:
            print(f"not saved: {error}", file=out)
    print(f"\n{counted(answered, 'decision')} saved", file=out)
    return answered


def _ask_words(line: Callable[[], str], out: TextIO) -> str:
    print("the name: ", end="", file=out, flush=True)
    return line()


TOPIC_KEYS = {"t": "type a name", "b": "take its name back"}


def topic_questions(topics: Topics, articles: pd.DataFrame, *, coder: str = "") -> list[Question]:
    """Return a question for each topic: its words, and the headlines of its most typical articles."""
    headlines = articles.set_index("article_id").get("headline", pd.Series(dtype="str"))
    questions = []
    for row in topics.describe().itertuples():
        typical = topics.typical[topics.typical["topic"] == row.topic].sort_values("rank").head(_N_TYPICAL)
        shown = "".join(f"\n  “{headlines.get(name)}”" for name in typical["article_id"])
        text = f"topic {row.topic}: {row.label} ({row.n:,} articles)\n  {row.terms}{shown}"

        def name(line: Callable[[], str], topic: int = int(str(row.topic))) -> None:
            words = line()
            if not words:
                raise ValueError("no name was typed")
            name_topic(topics, topic, words, coder=coder)

        def back(_: object, topic: int = int(str(row.topic))) -> None:
            name_topic(topics, topic, "", coder=coder)

        questions.append(Question(text, {"t": name, "b": back}))
    return questions


EVENT_KEYS = {"s": "same event", "d": "different events"}


def event_questions(queue: pd.DataFrame, articles: pd.DataFrame, *, coder: str = "") -> list[Question]:
    """Return a question for each pair of articles that `event_queue` gives."""
    named = {article["article_id"]: article for article in articles.to_dict("records")}

    def question(row: Mapping[str, Any]) -> Question:
        ids = row["article_id"], row["other_id"]
        text = "\n\n".join(_beginning(named[name]) for name in ids)
        answers = {
            key: lambda _, decision=words: decide_event(articles, *ids, decision, coder=coder)
            for key, words in (("s", "same"), ("d", "different"))
        }
        return Question(
            f"{text}\n(the program: {'the same event' if row['together'] else 'different events'})", answers
        )

    return [question({str(key): value for key, value in row.items()}) for row in queue.to_dict("records")]


def _beginning(article: Mapping[Any, Any]) -> str:
    published = article.get("published")
    day = "no date" if published is None or pd.isna(published) else f"{published:%Y-%m-%d}"
    text = " ".join(str(article["text"])[:_FIRST_CHARACTERS].split())
    return f"{article.get('outlet') or 'no outlet'}, {day}: {article.get('headline') or 'no headline'}\n  {text} …"


SPEAKER_KEYS = {
    "1": "both are the first", "2": "both are the second", "t": "type a name for both", "d": "different speakers",
}  # fmt: skip


def speaker_questions(alike: Iterable[Alike], *, coder: str = "") -> list[Question]:
    """Return a question for each pair of speakers who may be one."""

    def question(pair: Alike) -> Question:
        names = [*pair.variants, *pair.other_variants]
        lines = [
            f"{number} {name} ({n:,} quotes; named {', '.join(variants)})"
            for number, name, n, variants in (
                (1, pair.name, pair.n, pair.variants), (2, pair.other, pair.n_other, pair.other_variants)
            )
        ]  # fmt: skip
        return Question(
            "\n".join(lines),
            {
                "1": lambda _: merge_speakers(names, pair.name, coder=coder),
                "2": lambda _: merge_speakers(names, pair.other, coder=coder),
                "t": lambda line: merge_speakers(names, line(), coder=coder),
                "d": lambda _: part_speakers(pair.name, pair.other, coder=coder),
            },
        )

    return [question(pair) for pair in alike]
