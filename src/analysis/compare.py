"""Set the accounts of one event side by side: lead, people quoted, figures, and words that only one outlet uses."""

import re
from collections import Counter, defaultdict
from typing import Any

import numpy as np
import pandas as pd

from analysis.quantities import Figure, counted_things, join_figures, place_figures
from analysis.quotes import name_speakers
from analysis.tables import need, select_statements
from analysis.wording import SPEAKER_KINDS
from analysis.words.text import normalize, sentences, terms, tokenize

N_WORDS = 8
LEAST_USES = 2  # of a word that counts as an outlet's own
# A source that names nobody gives nobody to compare: a pronoun, somebody of whom only a pronoun says whose, a negation.
_NOBODY = re.compile(
    r"(?:(?:he|she|it|they|who|which|that|i|we|you|one|some|many|most|all|both|several|few|others?|these|those)"
    r"(?: of (?:them|these|those|us|you|whom))?$"
    r"|(?:his|hers?|its|their|my|our|your|whose|nobody|nothing|none|neither|no(?: one)?)\b(?!\.))",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_WHO = re.compile(r",? (?:who|whom|that|which)(?:['’](?:s|d|ve|re|ll))?$")
_BEHIND = 60  # characters in which the thing stands that a number counts
_DEFAULTS = {"published": pd.NaT, "headline": None, "similarity": 0.0}


def compare_event(articles: pd.DataFrame, quotes: pd.DataFrame, event_id: str) -> pd.DataFrame:
    """Return one row per outlet that covered the event, in the order of time.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id`, `outlet`, `text` and `event_id` (merge the `events` table). `published`, `headline` and
        `similarity` are used if present.
    quotes : DataFrame
        The `quotes` table.
    event_id : str
        The event, as in the `events` table.

    Returns
    -------
    DataFrame
        - `outlet`, `n_articles`
        - `article_id`, `published`, `headline`, `lead` (first sentence): of the outlet's article that is most typical
          of the event (by `similarity`; without it, the first)
        - `speakers`: list of whom it quotes, the most quoted first, as "Ann Lee (named person)"; the source as
          written if the article gives no name. Those who did not respond and sources that name nobody are left out.
        - `figures`: list of the numbers it gives, see `find_figures`
        - `words`: list of up to 8 words that it uses at least twice and no other outlet uses about the event, by tf ·
          ln((1 + N) / df) over all of `articles`; empty if there is no other outlet

        Speakers, figures and words come from all its articles on the event.

    Raises
    ------
    ValueError
        For a missing column, or an event that is not there.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "event_id": "a", "outlet": ["Post", "Star"],
    ...                          "text": ["The fine is $66bn. Nobody paid.", "Some 66 billion dollars, or 12%."]})
    >>> quotes = pd.DataFrame(columns=["article_id", "speaker", "source", "speaker_kind"])
    >>> compare_event(articles, quotes, "a")["figures"].tolist()
    [['$66 billion'], ['$66 billion', '12%']]
    """
    need(articles, ["article_id", "outlet", "text", "event_id"], who="compare_event")
    need(quotes, ["article_id", "speaker", "source", "speaker_kind"], who="compare_event")
    about = articles[articles["event_id"] == event_id]
    if about.empty:
        largest = ", ".join(map(repr, articles["event_id"].value_counts().index[:3])) or "none, the frame has no rows"
        raise ValueError(
            f"there is no event {event_id!r} among the articles; the largest are: {largest}. "
            "Look in the table of group_events"
        )
    lacking = {name: value for name, value in _DEFAULTS.items() if name not in about}
    about = about.assign(text=about["text"].fillna(""), **lacking)
    about = about.sort_values("published", kind="stable", na_position="last")
    own = _own_words(articles["text"].fillna(""), about)
    quotes = describe_speakers(quotes)
    numbers = find_figures(about).groupby("outlet")["figures"].unique()
    accounts = [
        _account(outlet, rows, quotes) | {"figures": list(numbers.get(outlet, [])), "words": own[outlet]}
        for outlet, rows in about.groupby("outlet", sort=False)
    ]
    return pd.DataFrame(accounts).sort_values("published", kind="stable", na_position="last", ignore_index=True)


def _account(outlet: str, articles: pd.DataFrame, quotes: pd.DataFrame) -> dict[str, Any]:
    """Describe what an outlet's articles on the event say."""
    main = articles.sort_values("similarity", ascending=False, kind="stable").iloc[0]
    return dict(
        outlet=outlet,
        n_articles=len(articles),
        article_id=main["article_id"],
        published=main["published"],
        headline=main["headline"],
        lead=next((" ".join(main["text"][start:end].split()) for start, end in sentences(main["text"])), ""),
        # Those with equal counts stay in the order of the text.
        speakers=list(quotes["speakers"][quotes["article_id"].isin(articles["article_id"])].value_counts().index),
    )


def describe_speakers(quotes: pd.DataFrame) -> pd.DataFrame:
    """Return the quotes with `speakers`: whom each has as its source, as `compare_event` names them.

    Each person has one name in all rows, as in `name_speakers`, and so has a source but for its article ("the judges",
    "judges"); a source ends before "who". Left out are those who did not respond, and sources that name nobody: of no
    known kind, only a pronoun, with only a pronoun to say whose ("their lawyer"), or a negation ("no critics").
    """
    quotes = select_statements(quotes)
    named = quotes["speaker"].notna()
    quotes = quotes[named | ~(quotes["source"].str.match(_NOBODY).eq(True) | (quotes["speaker_kind"] == "unknown"))]
    quotes = quotes.assign(_place=range(len(quotes)))
    named = name_speakers(quotes, min_speaker_confidence=0)
    quotes = pd.concat([named, quotes[quotes["speaker"].isna()]]).sort_values("_place", kind="stable")
    # "a judge" and "A judge" are the same to a reader.
    sources = quotes["source"].str.replace(_WHO, "", regex=True)
    sources = sources.str[:1].str.upper() + sources.str[1:]
    names = quotes["speaker"].where(quotes["speaker"].notna(), _most_common_form(sources))
    described = names + " (" + quotes["speaker_kind"].replace(SPEAKER_KINDS) + ")"
    return quotes.drop(columns="_place").assign(speakers=described).dropna(subset=["speakers"])


def _most_common_form(sources: pd.Series) -> pd.Series:
    """Return each source as it is mostly written among those that differ from it only by article and capitals."""
    forms = pd.DataFrame({"form": sources, "key": sources.str.replace(_ARTICLE, "", regex=True).str.casefold()})
    n = forms.value_counts(["key", "form"], sort=False).reset_index(name="n")
    n["_length"] = n["form"].str.len()  # of two as common, the one without an article
    n = n.sort_values(["n", "_length", "form"], ascending=[False, True, True], kind="stable")
    return forms["key"].map(n.drop_duplicates("key").set_index("key")["form"])


def find_figures(articles: pd.DataFrame) -> pd.DataFrame:
    """Return every figure that articles on one event give, one row per use, as `compare_event` writes them.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id` and `text`; `outlet` is kept if present. With `event_id`, each event is read by itself.

    Returns
    -------
    DataFrame
        `article_id`; `outlet` (if the articles have it); `figures`; `start` and `end` (character offsets in `text`);
        `label`. An amount is written in one form (see `analysis.quantities.figures`). Amounts that are one, rounded,
        are told together: "2.9 million ≈ 3 million". The label is the figure with what the event's articles count by
        it, the most common first ("40 senators, days"); null for a bare number of which no text says it.

    Examples
    --------
    >>> find_figures(pd.DataFrame({"article_id": ["a"], "text": ["The 40 senators spent $66bn."]})).values.tolist()
    [['a', '40', 4, 6, '40 senators'], ['a', '$66 billion', 22, 27, '$66 billion']]
    """
    need(articles, ["article_id", "text"], who="find_figures")
    kept = [name for name in ("article_id", "outlet") if name in articles]
    events = articles["event_id"] if "event_id" in articles else pd.Series("", index=articles.index)
    rows: list[tuple[Any, ...]] = []
    for _, about in articles.groupby(events.to_numpy(), sort=False):
        found = [
            (ids, text, figure)
            for *ids, text in about[[*kept, "text"]].fillna({"text": ""}).itertuples(index=False)
            for figure in place_figures(text)
        ]
        names = join_figures((ids[0], text, figure) for ids, text, figure in found)
        labels = _labels(names, [(text, figure) for _, text, figure in found])
        rows += [
            (*ids, name, fig.start, fig.end, labels[name]) for (ids, _, fig), name in zip(found, names, strict=True)
        ]
    return pd.DataFrame(rows, columns=[*kept, "figures", "start", "end", "label"])


def _labels(names: list[str], found: list[tuple[str, Figure]]) -> dict[str, str | None]:
    """Return what to write for each figure: itself if it has a unit, else with the things that it counts."""
    things: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, (text, figure) in zip(names, found, strict=True):
        if not figure.unit:
            things[name][counted_things(text[figure.end : figure.end + _BEHIND])] += 1
    told = {name: _with_things(name, [thing for thing, _ in of.most_common() if thing]) for name, of in things.items()}
    return {name: told.get(name, name) or None for name in names}


def _with_things(name: str, things: list[str]) -> str:
    """Return a figure with what it counts, written once.

    >>> _with_things("20", [" days", " judges", "-day cap"])
    '20 days, judges, 20-day cap'
    """
    first = [f"{name}{thing}" for thing in things[:1]]
    return ", ".join(first + [thing[1:] if thing[0] == " " else f"{name}{thing}" for thing in things[1:]])


def _own_words(texts: pd.Series, about: pd.DataFrame) -> dict[str, list[str]]:
    """Return for each outlet the words that no other outlet uses about the event, as it mostly writes them."""
    counts = {outlet: _spellings(rows) for outlet, rows in about.groupby("outlet")["text"]}
    if len(counts) < 2:
        return {outlet: [] for outlet in counts}
    n_outlets = Counter(word for spellings in counts.values() for word in spellings)
    own = {
        outlet: {
            word: forms.total()
            for word, forms in spellings.items()
            if n_outlets[word] == 1 and forms.total() >= LEAST_USES
        }
        for outlet, spellings in counts.items()
    }
    wanted = {word for uses in own.values() for word in uses}
    n_articles = Counter(word for text in texts for word in wanted.intersection(terms(text)))
    idf = {word: np.log((1 + len(texts)) / n_articles[word]) for word in wanted}
    best = {
        outlet: sorted(uses, key=lambda word: (-own[outlet][word] * idf[word], word))[:N_WORDS]
        for outlet, uses in own.items()
    }
    return {outlet: [counts[outlet][word].most_common(1)[0][0] for word in words] for outlet, words in best.items()}


def _spellings(texts: pd.Series) -> dict[str, Counter[str]]:
    """Return the words of the texts, and how often each is written in which way."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for token in (token.text for text in texts for token in tokenize(text)):
        if len(token) > 2 and token[0].isalpha():
            found[normalize(token)][token] += 1
    return found
