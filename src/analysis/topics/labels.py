"""What a topic is called: its terms, and a label of the first of them."""

import re
from collections import Counter

import numpy as np
import pandas as pd
from scipy import sparse

N_TERMS = 10
N_FOR_LABEL = 30  # so that enough is left when names of people are put last
_WORD = re.compile(r"\b\w\w+\b")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec st rev mr mrs ms dr".split()
)
_NAME = r"[A-Z][\w'’-]+(?: (?:[A-Z]\. )?[A-Z][\w'’-]+){0,2}"
_PAIR = re.compile(r"\b([A-Z][\w'’-]+) (?=([A-Z][\w-]+))")
_PERSON = re.compile(
    rf"(?:Mr|Mrs|Ms|Dr|Rev|Sen|Rep|Gov|Lt|Sgt|Capt|Judge|Sheriff|Mayor|Justice|Senator|Secretary|Commissioner|Chief|Father|Pastor)\.? ({_NAME})"
    rf"|(?<![Tt]he )\b({_NAME}),? (?:said|says|told|asked|wrote|added|testified)\b"
)


def topic_terms(present: sparse.csr_matrix, terms: np.ndarray, topic: np.ndarray) -> pd.DataFrame:
    """The first 30 terms of each topic by the z of two proportions: of its articles with the term, and of the others."""
    n, k = len(topic), topic.max() + 1
    members = sparse.csr_matrix((np.ones(n, np.int64), (topic, np.arange(n))), shape=(k, n))
    size = np.bincount(topic, minlength=k)[:, None]
    inside, everywhere = (members @ present).toarray(), np.asarray(present.sum(axis=0))
    overall, outside = everywhere / n, np.maximum(n - size, 1)
    z = (inside / size - (everywhere - inside) / outside) / np.sqrt(overall * (1 - overall) * (1 / size + 1 / outside))
    best = np.argsort(-z, axis=1, kind="stable")[:, :N_FOR_LABEL]
    topics, ranks = np.repeat(np.arange(k), best.shape[1]), np.tile(np.arange(best.shape[1]), k) + 1
    rows = pd.DataFrame(
        {"topic": topics + 1, "term": terms[best.ravel()], "weight": z[topics, best.ravel()], "rank": ranks}
    )
    return rows[rows["weight"] > 0]


def topic_labels(terms: pd.DataFrame, typical: pd.DataFrame, texts: dict[str, str]) -> list[str]:
    """Three of the first terms of each topic, in the case in which its typical articles mostly write them; no two labels alike.

    Names of people, days and months come last: they change from one episode of a topic to the next.
    """
    labels = []
    for topic in range(1, typical["topic"].max() + 1):
        read = [texts[i] for i in typical.loc[typical["topic"] == topic, "article_id"]]
        found = Counter(word for text in read for word in _WORD.findall(text))
        people = _people(read, found)
        chosen = []
        for term in sorted(
            terms.loc[terms["topic"] == topic, "term"], key=lambda term: term in people or term in _CALENDAR
        ):
            if not any(term[:5] == other[:5] for other in chosen):  # immigrant, immigrants, immigration
                chosen.append(term)
        shown = [
            max((w for w in found if w.lower() == term), key=lambda w: (found[w], w), default=term) for term in chosen
        ]
        tried = [", ".join(shown[:size]) for size in range(min(3, len(shown)), len(shown) + 1)]
        labels.append(next((label for label in tried if label and label not in labels), f"topic {topic}"))
    return labels


def _people(texts: list[str], found: Counter) -> set[str]:
    """The words that name people: never in lower case, and in at least a tenth of their places, or thrice, who has a title or says something; and first names of them."""
    named = Counter(
        word for text in texts for match in _PERSON.finditer(text) for word in _WORD.findall(match[1] or match[2])
    )
    people = {
        w.lower() for w, n in named.items() if not w.isupper() and not found[w.lower()] and n >= min(3, 0.1 * found[w])
    }
    first = {
        a.lower() for text in texts for a, b in _PAIR.findall(text) if b.lower() in people and not found[a.lower()]
    }
    return people | first
