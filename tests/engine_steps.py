"""Steps for the tests of the engine, in a module of their own that worker processes can import."""

import os
import signal
import time
from pathlib import Path

import joblib
import pandas as pd


def lengths(articles: pd.DataFrame, *, add: int = 0) -> pd.DataFrame:
    if (articles["text"] == "fail").any():
        raise ValueError("this part fails")
    return articles[["article_id"]].assign(n=articles["text"].str.len() + add)


def long_texts(articles: pd.DataFrame, *, least: int = 0) -> dict[str, pd.DataFrame]:
    lengths = articles["text"].str.len()
    return {"long": articles[lengths >= least][["article_id"]], "n": pd.DataFrame({"n": [len(articles)]})}


def end_this_process(articles: pd.DataFrame, *, once: str) -> pd.DataFrame:
    """End the process as a system short of memory does: once, if `once` names a file, or each time."""
    if not once or not Path(once).exists():
        Path(once or os.devnull).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return articles[["article_id"]]


def names_of_columns(articles):
    return pd.DataFrame({"column": list(articles.columns)})


def write_down(articles: pd.DataFrame, *, log: str, seconds: float = 0.0, once: str = "") -> pd.DataFrame:
    """Write each call to `log` and take some time; end the process once, if `once` names a file."""
    with Path(log).open("a") as stream:
        stream.write(articles["article_id"].iloc[0])
    time.sleep(seconds)
    return end_this_process(articles, once=once) if once else articles[["article_id"]]


def processes_of_threads(frame: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return which processes do what a step divides among threads."""
    found = joblib.Parallel(n_jobs=2, prefer="threads")([joblib.delayed(os.getpid)()] * 4)
    return {"processes": pd.DataFrame({"process": found})}
