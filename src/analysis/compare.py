"""One event side by side: how each outlet led, whom it quoted, which figures it gave, which words are its own."""

import re
from collections import Counter, defaultdict

import numpy as np
import pandas as pd

from analysis.tables import need
from analysis.words.text import normalize, sentences, terms, tokenize

N_WORDS = 8
_SCALE = {"thousand": "thousand", "k": "thousand", "million": "million", "m": "million", "mn": "million", "billion": "billion", "b": "billion", "bn": "billion",
          "trillion": "trillion", "t": "trillion", "tn": "trillion"}  # fmt: skip
_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|April|May|June|July|Aug(?:ust|\.)?|Sept(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_FIGURE = re.compile(
    r"(?P<money>(?:US|A|C)?[$€£¥]\s?)?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[\s-]?(?P<scale>thousand|million|billion|trillion|mn|bn|tn)\b|(?P<letter>[kKmMbBtT])\b)?"
    r"(?:\s?(?P<percent>%|per\s?cent\b|percent\b))?(?:[\s-](?P<currency>dollars|euros|pounds)\b)?"
)
# No figures of the story: dates, times, years, and the numbers that name a form, a law or a road.
_BEFORE = re.compile(
    rf"(?:{_MONTH}\s|[Ss]ections?\s|[Ff]orms?\s|[Tt]itle\s|[Aa]rticle\s|[Rr]oute\s|[Nn]o\.\s|§\s?|[\w:/.-])$"
)
_AFTER = re.compile(rf"^(?:\s{_MONTH}\b|:\d|/\d|-[\dA-Z]|\w|\s?[ap]\.?m\b)")
_PRONOUNS = frozenset(
    "he she it they who which that i we you one some many".split()
)  # unresolved, they name nobody to compare
_CURRENCY = {"dollars": "$", "euros": "€", "pounds": "£"}


def compare_event(articles: pd.DataFrame, quotes: pd.DataFrame, event_id: str) -> pd.DataFrame:
    """One row per outlet that covered the event, in the order of time: what sets its account apart.

    `articles` needs `article_id`, `outlet`, `text` and `event_id` (merge the `events` table); `quotes` is the `quotes` table.

    Columns: `outlet`; `n_articles`; `article_id`, `published`, `headline` and `lead` (first sentence) of the one of its articles that is
    nearest to the event's centre (`similarity` of the `events` table; without it, of its first);  `speakers` (list: whom it quotes, most quoted first, as "Ann Lee (named person)"; who is not named as the text has it;
    who did not respond is left out); `figures` (list: amounts, percentages and other numbers in the order of the text, in one
    form: "$66bn" and "66 billion dollars" are "$66 billion", "12 per cent" is "12%"; dates, times and bare numbers of four digits, which
    are years, forms or laws, are left out); `words` (list: up to 8 words that it uses at least twice and no other outlet in the event does, by
    tf · ln(N / df) over all of `articles`; empty where there is no other outlet). Speakers and figures are of all its articles in the event.

    Raises ValueError for an event that is not there, and names the largest ones.

    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "event_id": "a", "outlet": ["Post", "Star"],
    ...                          "text": ["The fine is $66bn. Nobody paid.", "Some 66 billion dollars, or 12 percent, is owed."]})
    >>> compare_event(articles, pd.DataFrame(columns=["article_id", "speaker", "source", "speaker_kind"]), "a")["figures"].tolist()
    [['$66 billion'], ['$66 billion', '12%']]
    """
    need(articles, ["article_id", "outlet", "text", "event_id"], who="compare_event")
    need(quotes, ["article_id", "speaker", "source", "speaker_kind"], who="compare_event")
    told = articles[articles["event_id"] == event_id]
    if told.empty:
        largest = ", ".join(map(repr, articles["event_id"].value_counts().index[:3])) or "none, the frame has no rows"
        raise ValueError(
            f"there is no event {event_id!r} among the articles; the largest are: {largest}. Look in the table of group_events"
        )
    lacking = {
        name: value
        for name, value in {"published": pd.NaT, "headline": None, "similarity": 0.0}.items()
        if name not in told
    }
    told = told.assign(text=told["text"].fillna(""), **lacking).sort_values(
        "published", kind="stable", na_position="last"
    )
    own = _own_words(articles["text"].fillna(""), told)
    rows = [
        _account(outlet, rows, quotes) | {"words": own[outlet]} for outlet, rows in told.groupby("outlet", sort=False)
    ]
    return pd.DataFrame(rows).sort_values("published", kind="stable", na_position="last", ignore_index=True)


def _account(outlet: str, told: pd.DataFrame, quotes: pd.DataFrame) -> dict:
    main = told.sort_values("similarity", ascending=False, kind="stable").iloc[0]
    found = dict.fromkeys(figure for text in told["text"] for figure in figures(text))
    return dict(
        outlet=outlet,
        n_articles=len(told),
        article_id=main["article_id"],
        published=main["published"],
        headline=main["headline"],
        lead=next((" ".join(main["text"][start:end].split()) for start, end in sentences(main["text"])), ""),
        speakers=_speakers(quotes[quotes["article_id"].isin(told["article_id"])]),
        figures=list(found),
    )


def _speakers(quotes: pd.DataFrame) -> list[str]:
    if "cue_kind" in quotes:
        quotes = quotes[quotes["cue_kind"] != "non_response"]
    quotes = quotes[quotes["speaker"].notna() | ~quotes["source"].str.lower().isin(_PRONOUNS)]
    sources = (
        quotes["source"].str[:1].str.upper() + quotes["source"].str[1:]
    )  # "a judge" and "A judge" are alike to a reader
    names = quotes["speaker"].where(quotes["speaker"].notna(), sources)
    said = (names + " (" + quotes["speaker_kind"].str.replace("_", " ") + ")").dropna()
    return list(said.value_counts().index)  # equals stay in the order of the text


def figures(text: str) -> list[str]:
    """The figures of a text in order, each once, in one form whatever way it is written.

    >>> figures("On May 5, 2026, 1,300 of 4,000 people (32.5 per cent) paid $2.5m or 2.5 million dollars at 5:30 p.m. under section 6103.")
    ['1,300', '4,000', '32.5%', '$2.5 million']
    """
    found = {}
    for match in _FIGURE.finditer(text):
        if not _BEFORE.search(text[max(match.start() - 12, 0) : match.start()]) and not _AFTER.search(
            text[match.end() : match.end() + 12]
        ):
            figure = _form(match)
            if figure:
                found[figure] = None
    return list(found)


def _form(match: re.Match) -> str:
    """A figure in its one form; "" for a bare number of four digits without a comma: a year, a form or a law."""
    part = match.groupdict()
    whole, _, rest = part["number"].replace(",", "").partition(".")
    scale, percent = _SCALE.get((part["scale"] or part["letter"] or "").lower(), ""), "%" if part["percent"] else ""
    money = (part["money"] or _CURRENCY.get(part["currency"], "")).strip().removeprefix("US")
    if not (scale or percent or money or rest) and "," not in part["number"] and len(whole) == 4:
        return ""
    rest = rest.rstrip("0")
    return f"{money}{int(whole):,}{'.' + rest if rest else ''}{' ' + scale if scale else ''}{percent}"


def _own_words(texts: pd.Series, told: pd.DataFrame) -> dict[str, list[str]]:
    """Of each outlet, the words that no other one has in the event, the most telling first, as it mostly writes them."""
    counts = {outlet: _written(rows) for outlet, rows in told.groupby("outlet")["text"]}
    outlets = Counter(word for count in counts.values() for word in count)
    if len(counts) < 2:
        return dict.fromkeys(counts, [])
    own = {
        outlet: {w: forms.total() for w, forms in count.items() if outlets[w] == 1 and forms.total() >= 2}
        for outlet, count in counts.items()
    }
    wanted = {word for words in own.values() for word in words}
    spread = Counter(word for text in texts for word in wanted.intersection(terms(text)))
    best = {
        outlet: sorted(n, key=lambda w: (-n[w] * np.log((1 + len(texts)) / spread[w]), w))[:N_WORDS]
        for outlet, n in own.items()
    }
    return {outlet: [counts[outlet][word].most_common(1)[0][0] for word in words] for outlet, words in best.items()}


def _written(texts: pd.Series) -> dict[str, Counter]:
    """The words of the texts, and how often each is written in which way."""
    found = defaultdict(Counter)
    for token in (token.text for text in texts for token in tokenize(text)):
        if len(token) > 2 and token[0].isalpha():
            found[normalize(token)][token] += 1
    return found
