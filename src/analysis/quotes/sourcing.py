"""Who is quoted how much: speakers across articles and outlets, and the kinds of source behind what is said."""

import re
from unicodedata import combining, normalize

import numpy as np
import pandas as pd

from analysis.intervals import bootstrap_shares
from analysis.quotes.lexicon import first_names, gender_of_first_name, same_first_name, words
from analysis.quotes.names.people import PARTICLE
from analysis.quotes.speakers.source_phrases import SPEAKER_KINDS
from analysis.tables import need

_POSSESSIVE = re.compile(r"['’]s\b")
_ARTICLE = re.compile(r"^the ", re.IGNORECASE)


def count_speakers(quotes: pd.DataFrame, *, by: str | list[str] = "outlet") -> pd.DataFrame:
    """One row per group × speaker: how often whom is quoted, most quoted first within a group.

    Columns: the `by` columns; `speaker` (the most common full name anywhere in `quotes`); `speaker_kind`; `speaker_role` (the
    most common one, null if none); `n` (quotes, >= 1); `n_articles`; `share` (0 to 1: of the group's quotes that name a
    speaker); `variants` (list: the names as they appear in the group). Quotes without a named speaker are left out.

    The same person across articles and outlets is one: same last name (but for accents) and Jr. or Sr., and given names that
    agree, be it by an initial or a nickname. Given names and genders that conflict are kept apart. A bare surname ("Quill",
    "Ms. Quill") joins whoever of that surname is quoted most in all of `quotes`. Institutions are one if their names are equal
    but for case, "the" and a possessive. A quote of two people ("Ada Quill and Bo Stern") counts once for each.

    Raises ValueError if a `by` column is missing: merge it from the articles first.

    >>> quotes = pd.DataFrame({"article_id": ["a", "b"], "speaker": ["Ada Quill", "A. Quill"], "speaker_role": ["mayor", None],
    ...                        "speaker_kind": "named_person", "outlet": "Post"})
    >>> count_speakers(quotes)[["outlet", "speaker", "n", "n_articles", "variants"]].values.tolist()
    [['Post', 'Ada Quill', 2, 2, ['A. Quill', 'Ada Quill']]]
    """
    by = [by] if isinstance(by, str) else list(by)
    need(quotes, ["article_id", "speaker", "speaker_kind", "speaker_role"], who="count_speakers")
    _need_groups(quotes, by, who="count_speakers")
    named = _one_speaker_a_row(quotes[quotes["speaker"].notna()])
    named["_key"] = _keys(named)
    full = named.groupby("_key")["speaker"].agg(_fullest)
    named["_variant"], named["speaker"] = named["speaker"], named["_key"].map(full)
    groups = named.groupby([*by, "_key"], sort=False, observed=True)
    counted = groups.agg(
        speaker=("speaker", "first"),
        speaker_kind=("speaker_kind", _most_common),
        speaker_role=("speaker_role", _most_common),
        n=("speaker", "size"),
        n_articles=("article_id", "nunique"),
        variants=("_variant", lambda v: sorted(set(v))),
    ).reset_index()
    quoted = quotes[quotes["speaker"].notna()].groupby(by, observed=True).size().rename("_quotes").reset_index()
    counted = counted.merge(quoted, on=by, how="left")
    counted["share"] = counted["n"] / counted["_quotes"]
    counted = counted.sort_values([*by, "n", "speaker"], ascending=[True] * len(by) + [False, True], kind="stable")
    return counted[
        [*by, "speaker", "speaker_kind", "speaker_role", "n", "n_articles", "share", "variants"]
    ].reset_index(drop=True)


def sourcing(
    quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str | list[str] = "outlet", seed: int = 0
) -> pd.DataFrame:
    """One row per group × speaker_kind: what share of a group's quotes comes from which kind of source.

    Columns: the `by` columns (of `articles`); `speaker_kind`; `n` (quotes); `share` (0 to 1, of the group's quotes); `low`,
    `high` (95 % bootstrap percentile interval, whole articles resampled, 1,000 times, see `analysis.intervals.bootstrap_shares`);
    `n_articles` (articles of the group with a quote of this kind). Every group of `articles` and every kind has its row;
    a group without any quote has null shares. Articles without a quote count in the resampling.

    Raises ValueError if a column is missing, or if quotes belong to articles that `articles` lacks.

    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": "Post"})
    >>> quotes = pd.DataFrame({"article_id": ["a", "b"], "speaker_kind": ["document", "named_person"]})
    >>> table = sourcing(quotes, articles)
    >>> table.loc[table["n"] > 0, ["speaker_kind", "n", "share"]].values.tolist()
    [['named_person', 1, 0.5], ['document', 1, 0.5]]
    """
    by = [by] if isinstance(by, str) else list(by)
    need(quotes, ["article_id", "speaker_kind"], who="sourcing")
    need(articles, ["article_id", *by], who="sourcing")
    # Text, as find_quotes gives them.
    quotes, articles = (frame.assign(article_id=frame["article_id"].astype("str")) for frame in (quotes, articles))
    unknown = set(quotes["article_id"]) - set(articles["article_id"])
    if unknown:
        raise ValueError(
            f"{len(unknown)} article(s) of the quotes are not in articles, for example {min(unknown)!r}; "
            "give the articles that the quotes were found in, or keep only the quotes of these articles."
        )
    counts = pd.crosstab(quotes["article_id"], quotes["speaker_kind"]).reindex(
        index=articles["article_id"].unique(), columns=list(SPEAKER_KINDS), fill_value=0
    )
    rows = [_kinds_of(counts, group, key, by, seed) for key, group in articles.groupby(by, observed=True)]
    columns = [*by, "speaker_kind", "n", "share", "low", "high", "n_articles"]
    return pd.concat(rows, ignore_index=True)[columns] if rows else pd.DataFrame(columns=columns)


def _kinds_of(counts, group, key, by, seed):
    own = counts.loc[group["article_id"].unique()].to_numpy()
    n = own.sum(axis=0)
    low, high = bootstrap_shares(own, seed=seed)
    share = n / n.sum() if n.sum() else np.full(len(n), np.nan)
    table = pd.DataFrame(
        {
            "speaker_kind": SPEAKER_KINDS,
            "n": n,
            "share": share,
            "low": low,
            "high": high,
            "n_articles": (own > 0).sum(axis=0),
        }
    )
    return table.assign(**dict(zip(by, key if isinstance(key, tuple) else (key,))))


def _need_groups(quotes, by, who):
    missing = [column for column in by if column not in quotes.columns]
    if missing:
        columns = ", ".join(f'"{c}"' for c in ["article_id", *missing])
        raise ValueError(
            f"{who} needs the column(s) {', '.join(missing)} in quotes, which has {', '.join(quotes.columns)}; "
            f'merge them first: quotes.merge(articles[[{columns}]], on="article_id")'
        )


def _one_speaker_a_row(named):
    """Quotes with a row for each of "Ada Quill and Bo Stern"; institutions keep their "and"."""
    people = named["speaker_kind"] == "named_person"
    split = named["speaker"].where(~people, named["speaker"].str.split(" and "))
    return named.assign(speaker=split).explode("speaker", ignore_index=True)


def _keys(named):
    """A key for each row, the same for all rows that mean the same speaker."""
    distinct = named.value_counts(["speaker", "speaker_kind"], sort=False).reset_index(name="n")
    keys = {}
    people = distinct[distinct["speaker_kind"] == "named_person"]
    for _, alike in people.groupby(people["speaker"].map(_last_name), sort=True):
        keys |= {(name, "named_person"): f"person {key}" for name, key in _people_of_one_name(alike).items()}
    return [
        keys.get((name, kind)) or f"{kind} {_ARTICLE.sub('', _POSSESSIVE.sub('', name)).casefold()}"
        for name, kind in zip(named["speaker"], named["speaker_kind"])
    ]


def _parts(name):
    """Given names, last name (lower case, with Jr. and the like) of a name without titles."""
    tokens = _plain(name).replace(",", "").split()
    suffix = [w.lower().rstrip(".") for w in tokens if w.lower() in words("suffixes")]
    tokens = [w for w in tokens if w.lower() not in words("suffixes")] or tokens
    titles = words("titles") | words("courtesy_male") | words("courtesy_female") | words("title_parts")
    while len(tokens) > 1 and tokens[0].lower() in titles - first_names():
        tokens = tokens[1:]
    given = [w for w in tokens[:-1] if w.lower() not in words("links") - first_names()]  # "de la Cruz" has none
    return given, " ".join([PARTICLE.sub("", tokens[-1]).lower(), *suffix]) if tokens else ""


def _plain(name):
    """A name without accents and with straight apostrophes: José is Jose, O’Neil O'Neil."""
    return "".join(c for c in normalize("NFKD", name.replace("’", "'")) if not combining(c))


def _gender(name):
    """What the courtesy title or the given name tells: "m", "f" or ""."""
    first, given = name.split()[0].lower(), _parts(name)[0]
    if first in words("courtesy_female") | words("courtesy_male"):
        return "f" if first in words("courtesy_female") else "m"
    return gender_of_first_name(given[0]) if given else ""


def _last_name(name):
    return _parts(name)[1]


def _people_of_one_name(alike):
    """Which names of one last name are one person: name -> key. Longer and more frequent names open the groups."""
    names = sorted(zip(alike["speaker"], alike["n"]), key=lambda pair: (-len(_parts(pair[0])[0]), -pair[1], pair[0]))
    groups: list[list[str]] = []
    n_quotes: list[int] = []
    keys = {}
    for name, n in names:
        fitting = [i for i, group in enumerate(groups) if all(_compatible(name, other) for other in group)]
        place = max(fitting, key=lambda i: n_quotes[i]) if fitting else len(groups)
        if place == len(groups):
            groups.append([])
            n_quotes.append(0)
        groups[place].append(name)
        n_quotes[place] += n
        keys[name] = groups[place][0]
    return keys


def _compatible(a, b):
    given_a, given_b = _parts(a)[0], _parts(b)[0]
    if given_a and given_b:
        return same_first_name(given_a[0], given_b[0])
    return {_gender(a), _gender(b)} != {"m", "f"}


def _fullest(names):
    """The most frequent name with a given name that is more than an initial; else with an initial; else the most frequent."""
    n = names.value_counts()
    length = {name: min(2, max(map(len, (g.rstrip(".") for g in _parts(name)[0][:1])), default=0)) for name in n.index}
    return min(n.index, key=lambda name: (bool(_ARTICLE.match(name)), -length[name], -n[name], name.isupper(), name))


def _most_common(values):
    n = values.dropna().value_counts()
    return min(n[n == n.max()].index) if len(n) else None
