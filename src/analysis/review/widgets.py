"""Review quotes in JupyterLab: the passage with its parts marked, and a button with a key for each decision."""

import html
from pathlib import Path
from typing import Any

import ipywidgets  # type: ignore[import-untyped]  # no annotations
import pandas as pd

from analysis.review.decisions import load_reviews
from analysis.review.passage import marked_passage, origin_of, save_judgment, speaker_of
from analysis.review.queues import find_decided
from analysis.review.terminal import KEYS, MOVES, progress

_STYLES = {"content": "font-weight:bold", "cue": "text-decoration:underline", "source": "border:1px solid"}


class ReviewBox(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no annotations
    """The quotes of a queue, one at a time."""

    def __init__(self, queue: pd.DataFrame, articles: pd.DataFrame, coder: str, path: str | Path) -> None:
        left = queue[~find_decided(queue, load_reviews(path), coder)]
        self._quotes, self._n, self._before = left.to_dict("records"), len(queue), len(queue) - len(left)
        self._decided: set[int] = set()
        self._articles = {article["article_id"]: article for article in articles.to_dict("records")}
        self._coder, self._path, self._place, self.saved = coder, path, 0, 0
        self.passage = ipywidgets.HTML()
        self.message = ipywidgets.HTML()
        self.key = ipywidgets.Text(placeholder="a key: " + ", ".join(f"{k} {v}" for k, v in KEYS.items()))
        # Sent as a whole when the field is left: letter by letter, a busy kernel had only the first when the key came.
        self.speaker = ipywidgets.Text(description="speaker", continuous_update=False)
        self.words = ipywidgets.Text(description="words", continuous_update=False)
        self.buttons = {words: ipywidgets.Button(description=f"{words} ({key})") for key, words in KEYS.items()}
        for words, button in self.buttons.items():
            button.on_click(lambda _, words=words: self._decide(words))
        self.key.observe(self._typed, "value")
        # From the field of keys, Tab leads to the fields to fill in, and Shift and Tab back.
        rows = [ipywidgets.HBox([self.speaker, self.words]), ipywidgets.HBox(list(self.buttons.values()))]
        super().__init__([self.passage, self.key, *rows, self.message])
        self._show()

    def _typed(self, change: dict[str, Any]) -> None:
        """Take a letter typed into the field of keys, and clear the field for the next one."""
        letter = change["new"][-1:].lower()
        if letter:
            self.key.value = ""
            if letter in KEYS:
                self._decide(KEYS[letter])

    def _decide(self, decision: str) -> None:
        if decision in MOVES:
            self._place = min(max(0, self._place + MOVES[decision]), len(self._quotes))
        elif self._place < len(self._quotes):
            quote = self._quotes[self._place]
            speaker = self.speaker.value if decision in ("wrong speaker", "added") else ""
            given = dict(words=self.words.value, speaker=speaker, coder=self._coder, path=self._path)
            try:
                save_judgment(quote, self._articles[quote["article_id"]], decision, **given)
            except ValueError as error:
                self.message.value = html.escape(f"not saved: {error}; fill in the fields first")
                return
            self.saved += 1
            self.message.value = f"{self.saved} saved"
            if decision != "added":  # the passage stays, for a decision about its own quote
                self._decided.add(self._place)
                self._place += 1
        self._show()

    def _show(self) -> None:
        self.speaker.value = self.words.value = ""
        so_far = progress(self._before + len(self._decided), self._n)
        if self._place >= len(self._quotes):
            self.passage.value = f"<p>{so_far}. This was the last quote.</p>"
            return
        quote = self._quotes[self._place]
        article = self._articles[quote["article_id"]]
        pieces = marked_passage(quote, article)
        text = "".join(f'<span style="{_STYLES.get(mark, "")}">{html.escape(piece)}</span>' for piece, mark in pieces)
        speaker = html.escape(speaker_of(quote))
        head = f"{so_far}; speaker: {speaker}<br>{html.escape(origin_of(article))}"
        self.passage.value = f'<p>{head}</p><div style="white-space:pre-wrap">{text}</div>'


def review_quotes(queue: pd.DataFrame, articles: pd.DataFrame, *, coder: str = "", path: str | Path = "") -> ReviewBox:
    """Return a box for JupyterLab in which a person reviews the quotes of a queue.

    Parameters
    ----------
    queue : DataFrame
        What `review_queue` returns.
    articles : DataFrame
        `article_id` and `text`; `outlet`, `published` and `headline` are shown where they are there.
    coder : str
        Who decides; by default the name of the account.
    path : str or Path
        The file of decisions; by default `data/reviews/quotes.csv` of the workspace.

    Returns
    -------
    ReviewBox
        Quotes that the coder decided before are not shown again. Each decision is saved at once. With the cursor in
        the field of keys, one letter is one decision. For a wrong speaker fill in `speaker` first; for edges or a quote
        to add fill in `words`, as the article has them.
    """
    return ReviewBox(queue, articles, coder, path)
