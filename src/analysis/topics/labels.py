"""Name topics: the terms of each, and a label made of the first of them."""

import re
from collections import Counter

import numpy as np
import pandas as pd
from scipy import sparse

N_TERMS = 10
N_FOR_LABEL = 30  # terms to make a label from; enough are left when names of people go last
N_IN_LABEL = 3
_WORD = re.compile(r"\b\w\w+\b")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec st rev mr mrs ms dr".split()
)
_TITLES = (
    "Mr Mrs Ms Dr Rev Sen Rep Gov Lt Sgt Capt Judge Sheriff Mayor Justice Senator Secretary Commissioner Chief "
    "Father Pastor"
).split()
_SPEECH = "said says told asked wrote added testified".split()
_CAPITALIZED = r"[A-Z][\w'’-]{1,40}"
_NAME = rf"{_CAPITALIZED}(?: (?:[A-Z]\. )?{_CAPITALIZED}){{0,2}}"
_PAIR = re.compile(rf"\b({_CAPITALIZED}) (?=([A-Z][\w-]{{1,40}}))")
_PERSON = re.compile(
    rf"(?:{'|'.join(_TITLES)})\.? ({_NAME})"
    rf"|(?<![Tt]he )\b({_NAME}),? (?:{'|'.join(_SPEECH)})\b"
)
_SAME_STEM = 5  # letters; immigrant, immigrants and immigration begin alike


def topic_terms(present: sparse.csr_matrix, terms: np.ndarray, topic: np.ndarray) -> pd.DataFrame:
    """Return the first 30 terms of each topic by `weight`, with `topic`, `term` and `rank`.

    The weight is the z of two proportions: of the topic's articles with the term, and of all other articles with it.
    """
    n, k = len(topic), topic.max() + 1
    size = np.bincount(topic, minlength=k)[:, None]
    inside = np.array([np.bincount(present[topic == own].indices, minlength=len(terms)) for own in range(k)])
    everywhere = inside.sum(axis=0, keepdims=True)
    overall, outside = everywhere / n, np.maximum(n - size, 1)
    z = (inside / size - (everywhere - inside) / outside) / np.sqrt(overall * (1 - overall) * (1 / size + 1 / outside))
    best = np.argsort(-z, axis=1, kind="stable")[:, :N_FOR_LABEL]
    topics, ranks = np.repeat(np.arange(k), best.shape[1]), np.tile(np.arange(best.shape[1]), k) + 1
    rows = pd.DataFrame(
        {"topic": topics + 1, "term": terms[best.ravel()], "weight": z[topics, best.ravel()], "rank": ranks}
    )
    return rows[rows["weight"] > 0]


def spelled_terms(terms: pd.DataFrame, typical: pd.DataFrame, texts: dict[str, str]) -> pd.DataFrame:
    """Return the terms, each written as the typical articles of its topic mostly write it, "Court" for "court".

    A term stays as it is if none of these articles has it.
    """
    written: dict[tuple[int, str], str] = {}
    for topic, own in terms.groupby("topic"):
        words = _words(_typical_texts(typical, texts, topic))
        written |= {(topic, term): _as_written(term, words) for term in own["term"]}
    return terms.assign(term=[written[key] for key in zip(terms["topic"], terms["term"], strict=True)])


def topic_labels(terms: pd.DataFrame, typical: pd.DataFrame, texts: dict[str, str]) -> list[str]:
    """Return a label for each topic: three of its first terms, written as its typical articles mostly write them.

    Names of people, days and months come last, because they change from one episode of a topic to the next. No two
    labels are the same; a topic without a term is called "topic 3".
    """
    labels: list[str] = []
    for topic in range(1, typical["topic"].max() + 1):
        read = _typical_texts(typical, texts, topic)
        words = _words(read)
        last = _people(read, words) | _CALENDAR
        chosen = _without_repeats(sorted(terms.loc[terms["topic"] == topic, "term"], key=lambda term: term in last))
        shown = [_as_written(term, words) for term in chosen]
        tried = [", ".join(shown[:size]) for size in range(min(N_IN_LABEL, len(shown)), len(shown) + 1)]
        labels.append(next((label for label in tried if label and label not in labels), f"topic {topic}"))
    return labels


def _typical_texts(typical: pd.DataFrame, texts: dict[str, str], topic: int) -> list[str]:
    return [texts[i] for i in typical.loc[typical["topic"] == topic, "article_id"]]


def _words(texts: list[str]) -> Counter[str]:
    return Counter(word for text in texts for word in _WORD.findall(text))


def _without_repeats(terms: list[str]) -> list[str]:
    """Drop terms that begin like an earlier one; "gun" and "guns" do, too."""
    chosen: dict[str, str] = {}
    for term in terms:
        chosen.setdefault(term.removesuffix("s")[:_SAME_STEM], term)
    return list(chosen.values())


def _as_written(term: str, words: Counter[str]) -> str:
    return max((word for word in words if word.lower() == term), key=lambda word: (words[word], word), default=term)


def _people(texts: list[str], words: Counter[str]) -> set[str]:
    """Return the words, in lower case, that name people.

    Such a word is never in lower case. In a tenth of its places, or three of them, it follows a title or precedes a
    verb of speech. A word before such a surname is a first name, if it is never in lower case either.
    """
    named = Counter(
        word for text in texts for match in _PERSON.finditer(text) for word in _WORD.findall(match[1] or match[2])
    )
    surnames = {
        word.lower()
        for word, n in named.items()
        if not word.isupper() and not words[word.lower()] and n >= min(3, 0.1 * words[word])
    }
    first_names = {
        first.lower()
        for text in texts
        for first, last in _PAIR.findall(text)
        if last.lower() in surnames and not words[first.lower()]
    }
    return surnames | first_names
