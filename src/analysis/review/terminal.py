"""Review quotes in a terminal: one passage at a time, one key a decision."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

import pandas as pd

from analysis.review.decisions import load_reviews
from analysis.review.passage import MARKS, clean, marked_passage, origin_of, save_judgment, speaker_of
from analysis.review.queues import find_decided
from analysis.wording import counted

KEYS = {
    "r": "right", "w": "wrong", "s": "wrong speaker", "e": "edges", "d": "not a quote", "a": "added", "n": "next",
    "b": "back",
}  # fmt: skip
MOVES = {"next": 1, "back": -1}  # they decide nothing; who goes back and decides anew takes back the former decision
HELP = "  ".join(f"[{key}] {words}" for key, words in KEYS.items()) + "  [q] stop"
_STYLES = dict(zip(MARKS, ("\033[1m", "\033[4m", "\033[7m"), strict=True))
_PLAIN = "\033[0m"


def review_in_terminal(
    queue: pd.DataFrame, articles: pd.DataFrame, *, coder: str = "", path: str | Path = "",
    read: Callable[[], str] | None = None, out: TextIO | None = None,
) -> int:  # fmt: skip
    """Show the quotes of a queue one by one, save a decision about each, and return how many were saved.

    Quotes that the coder decided before are not shown again: a person goes on where they were.

    Parameters
    ----------
    queue : DataFrame
        What `review_queue` returns.
    articles : DataFrame
        `article_id` and `text`; `outlet`, `published` and `headline` are shown where they are there.
    coder : str
        Who decides; by default the name of the account.
    path : str or Path
        The file of decisions; by default that of the workspace.
    read : callable
        Returns the next key or line; by default a key, or a line of standard input where that is no terminal.
    out : text file
        Where to write; by default standard output.
    """
    out, saved = out or sys.stdout, 0
    named = {article["article_id"]: article for article in articles.to_dict("records")}
    ask_key, ask_line = (read, read) if read else (read_key, read_line)
    left = queue[~find_decided(queue, load_reviews(path), coder)]
    before, decided, place = len(queue) - len(left), set[int](), 0
    while place < len(left):
        quote = left.iloc[place].to_dict()
        article = named[quote["article_id"]]
        so_far = progress(before + len(decided), len(queue))
        print(f"\n{so_far}\n{styled(quote, article)}\n{HELP}", file=out, flush=True)
        key = ask_key()
        if key in ("q", "x", ""):
            break
        decision = KEYS.get(key, "")
        if decision in MOVES:
            place = max(0, place + MOVES[decision])
        elif decision:
            done = _save(quote, article, decision, ask_line, out, coder=coder, path=path)
            saved += done
            if done and decision != "added":  # the passage stays, for a decision about its own quote
                decided.add(place)
                place += 1
        else:
            print(f"{key!r} is no key", file=out)
    print(f"\n{progress(before + len(decided), len(queue))}", file=out)
    print(f"\n{counted(saved, 'decision')} saved", file=out)
    return saved


def progress(decided: int, n: int) -> str:
    """Return how far a person is, in words.

    >>> progress(37, 200)
    '37 of 200 decided'
    """
    done = ": nothing is left in this queue; the next report applies the decisions" if decided == n else ""
    return f"{decided:,} of {n:,} decided{done}"


def _save(
    quote: dict[Any, Any], article: dict[Any, Any], decision: str, ask: Callable[[], str], out: TextIO, **where: Any
) -> int:
    """Ask for what the decision needs, save it, and return 1; 0 where it could not be saved."""
    words = speaker = ""
    if decision in ("edges", "added"):
        print("the words of the quote, as the article has them: ", end="", file=out, flush=True)
        words = ask()
    if decision in ("wrong speaker", "added"):
        print("the speaker: ", end="", file=out, flush=True)
        speaker = ask()
    try:
        save_judgment(quote, article, decision, words=words, speaker=speaker, **where)
    except ValueError as error:
        print(f"not saved: {error}", file=out)
        return 0
    return 1


def styled(quote: dict[Any, Any], article: dict[Any, Any]) -> str:
    """Return a passage for a terminal: content bold, cue underlined, source reversed; no other control characters.

    Above it stand outlet, day and headline.
    """
    pieces = marked_passage(quote, article)
    text = "".join(f"{_STYLES[mark]}{piece}{_PLAIN}" if mark else piece for piece, mark in pieces)
    speaker = clean(speaker_of(quote))
    return f"{origin_of(article)}\n{text}\nspeaker: {speaker}"


def read_line() -> str:
    """Return the next line of standard input."""
    return sys.stdin.readline().strip()


def read_key() -> str:
    """Return the key pressed; where standard input is no terminal, the first letter of its next line."""
    if not sys.stdin.isatty():
        return read_line()[:1].lower()
    try:
        import termios
        import tty
    except ImportError:  # Windows: a line, ended by Enter
        return read_line()[:1].lower()
    before = termios.tcgetattr(sys.stdin)
    try:
        # Not the default, which forgets keys that a quick person pressed before they were asked.
        tty.setcbreak(sys.stdin, termios.TCSADRAIN)
        return sys.stdin.read(1).lower()
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
