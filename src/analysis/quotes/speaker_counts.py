"""How often each speaker is quoted, with the same person recognized across articles and outlets."""

import re

import pandas as pd

from analysis.aliases import Aliases, load_aliases
from analysis.quotes.lexicon import courtesy_titles, gender_of_first_name, same_first_name, words
from analysis.quotes.names.name_parts import split_name
from analysis.quotes.speaker_roles import usual_roles
from analysis.tables import need, select_statements

_POSSESSIVE = re.compile(r"['’]s\b")
LEAST_SURE = 0.5  # a speaker who is likelier another is not counted
_ALIAS = "alias "  # begins the key of a speaker whose name the analyst gave
_THE = re.compile(r"^the ", re.IGNORECASE)


def count_speakers(
    quotes: pd.DataFrame,
    *,
    by: str | list[str] = "outlet",
    aliases: Aliases | None = None,
    min_speaker_confidence: float = LEAST_SURE,
) -> pd.DataFrame:
    """Return how often each speaker is quoted, one row per group × speaker, most quoted first within a group.

    Parameters
    ----------
    quotes : DataFrame
        The quotes table with the `by` columns merged from the articles. Quotes that name no speaker are left out, and
        acts and headlines too, see `select_statements`.
    by : str or list of str
        The columns that make the groups.
    aliases : Aliases, optional
        Names to use for names as printed, as `load_aliases` gives them; by default those of `data/aliases.csv`. They
        win over every rule below.
    min_speaker_confidence : float, default .5
        Leave out quotes of which it is less sure (0 to 1) who speaks. A quote without `speaker_confidence` counts.

    Returns
    -------
    DataFrame
        The `by` columns, then

        - `speaker`: the most common full name anywhere in `quotes`;
        - `speaker_kind`: the most common one;
        - `speaker_role`: the one that most articles give (null if none does), without such as "his aide";
        - `n`, `n_articles`: number of quotes (1 or more), and of articles with one;
        - `share` (0 to 1): of the group's quotes that name a speaker;
        - `variants` (list): the names as they appear in the group.

    Raises
    ------
    ValueError
        When a column is missing. The message says how to merge a `by` column.

    Notes
    -----
    Two names are one person if their surnames (but for accents) and suffixes are equal and their given names agree, be
    it by an initial or a nickname. Given names and genders that conflict are kept apart. A surname alone ("Ms. Quill")
    joins whoever of that surname is quoted most in all of `quotes`. Two names are one institution if they are equal but
    for case, "the" and a possessive. A quote of two people ("Ada Quill and Bo Stern") counts once for each.

    Examples
    --------
    >>> quotes = pd.DataFrame({"article_id": ["a", "b"], "speaker": ["Ada Quill", "A. Quill"], "outlet": "Post",
    ...                        "speaker_role": ["mayor", None], "speaker_kind": "named_person"})
    >>> count_speakers(quotes)[["outlet", "speaker", "n", "n_articles", "variants"]].values.tolist()
    [['Post', 'Ada Quill', 2, 2, ['A. Quill', 'Ada Quill']]]
    """
    by = [by] if isinstance(by, str) else list(by)
    need(quotes, ["article_id", "speaker", "speaker_kind", "speaker_role"], who="count_speakers")
    _need_groups(quotes, by)
    quotes = select_statements(quotes, silent=True)
    named = _sure(quotes, min_speaker_confidence)
    rows = _with_keys(named, aliases)
    rows["_group"] = rows.groupby([*by, "_key"], sort=False, observed=True).ngroup()
    rows = rows[rows["_group"] >= 0]  # a row whose group is null belongs to none
    counted = rows.drop_duplicates("_group").set_index("_group")[[*by, "_key"]]
    groups = rows.groupby("_group")
    counted = counted.assign(
        speaker=counted["_key"].map(_full_names(rows)),
        speaker_kind=_most_common_kind(rows),
        speaker_role=usual_roles(rows, "_group"),
        n=groups.size(),
        n_articles=groups["article_id"].nunique(),
        variants=rows.drop_duplicates(["_group", "speaker"]).groupby("_group")["speaker"].agg(sorted),
    )
    n_quotes = named.groupby(by, observed=True).size().rename("_quotes").reset_index()
    counted = counted.merge(n_quotes, on=by, how="left")
    counted["share"] = counted["n"] / counted["_quotes"]
    counted = counted.sort_values([*by, "n", "speaker"], ascending=[True] * len(by) + [False, True], kind="stable")
    columns = [*by, "speaker", "speaker_kind", "speaker_role", "n", "n_articles", "share", "variants"]
    return counted[columns].reset_index(drop=True)


def name_speakers(
    quotes: pd.DataFrame, *, aliases: Aliases | None = None, min_speaker_confidence: float = LEAST_SURE
) -> pd.DataFrame:
    """Return the quotes that name a speaker, one row per quote × speaker, with `speaker` as `count_speakers` gives it.

    Parameters
    ----------
    quotes : DataFrame
        The quotes table: `speaker`, `speaker_kind`, and whatever else it has.
    aliases : Aliases, optional
        As in `count_speakers`.
    min_speaker_confidence : float, default .5
        As in `count_speakers`.

    Returns
    -------
    DataFrame
        The columns of `quotes`, in their order. Each person or institution has one name in all rows.

    Examples
    --------
    >>> quotes = pd.DataFrame({"speaker": ["Ada Quill", "A. Quill", None], "speaker_kind": "named_person"})
    >>> name_speakers(quotes)["speaker"].tolist()
    ['Ada Quill', 'Ada Quill']
    """
    need(quotes, ["speaker", "speaker_kind"], who="name_speakers")
    rows = _with_keys(_sure(quotes, min_speaker_confidence), aliases)
    return rows.assign(speaker=rows["_key"].map(_full_names(rows)))[quotes.columns]


def _sure(quotes: pd.DataFrame, least: float) -> pd.DataFrame:
    """Return the quotes that name a speaker, without those of which it is less sure who that is."""
    named = quotes["speaker"].notna()
    if "speaker_confidence" in quotes:
        named &= ~(quotes["speaker_confidence"] < least)
    return quotes[named]


def _with_keys(named: pd.DataFrame, aliases: Aliases | None) -> pd.DataFrame:
    """Return a row for each quote and speaker, with `_key`, the same for all rows that mean the same speaker."""
    rows = _one_row_per_speaker(named)
    given = load_aliases() if aliases is None else aliases
    used = {name: given.speaker(name) for name in rows["speaker"].unique()} if given.speakers else {}
    used |= {name: name for name in given.speakers.values() if used.get(name) is None}
    keys = [
        f"{_ALIAS}{used[name]}" if used.get(name) else key
        for name, key in zip(rows["speaker"], _keys(rows, given), strict=True)
    ]
    return rows.assign(_key=pd.Series(keys, index=rows.index, dtype="str"))


def _need_groups(quotes: pd.DataFrame, by: list[str]) -> None:
    missing = [column for column in by if column not in quotes.columns]
    if missing:
        columns = ", ".join(f'"{c}"' for c in ["article_id", *missing])
        raise ValueError(
            f"count_speakers needs the column(s) {', '.join(missing)} in quotes, "
            f"which has {', '.join(quotes.columns)}; "
            f'merge them first: quotes.merge(articles[[{columns}]], on="article_id")'
        )


def _one_row_per_speaker(named: pd.DataFrame) -> pd.DataFrame:
    """Return the quotes with a row for each of "Ada Quill and Bo Stern". Institutions keep their "and"."""
    people = named["speaker_kind"] == "named_person"
    split = named["speaker"].where(~people, named["speaker"].str.split(" and "))
    return named.assign(speaker=split).explode("speaker", ignore_index=True)


def _most_common_kind(rows: pd.DataFrame) -> pd.Series:
    """Return the most frequent kind of each group, of several the first in the alphabet."""
    n = rows.groupby(["_group", "speaker_kind"], observed=True).size().sort_values(ascending=False, kind="stable")
    return n.reset_index().drop_duplicates("_group").set_index("_group")["speaker_kind"]


def _full_names(rows: pd.DataFrame) -> pd.Series:
    """Return the name by which to show each speaker, by key.

    First comes a name without "the", then one with a given name or an initial, then the most frequent, then one that is
    not in capitals.
    """
    names = rows.groupby(["_key", "speaker"]).size().rename("_n").reset_index()
    names["_the"] = names["speaker"].str.match(_THE)
    names["_given"] = names["speaker"].map(_given_length).astype(int)
    names["_capitals"] = names["speaker"].str.isupper()
    order = {"_key": True, "_the": True, "_given": False, "_n": False, "_capitals": True, "speaker": True}
    names = names.sort_values(list(order), ascending=list(order.values()))
    shown = names.drop_duplicates("_key").set_index("_key")["speaker"]
    given = {key: key.removeprefix(_ALIAS) for key in shown.index if key.startswith(_ALIAS)}
    return pd.Series({**shown.to_dict(), **given}, dtype=shown.dtype)


def _given_length(name: str) -> int:
    """Return 2 for a name with a given name, 1 for one with an initial, 0 for a surname."""
    given = split_name(name).given
    return min(2, len(given[0].rstrip("."))) if given else 0


def _keys(rows: pd.DataFrame, aliases: Aliases) -> list[str]:
    """Return a key for each row, the same for all rows that mean the same speaker."""
    names = rows.value_counts(["speaker", "speaker_kind"], sort=False).reset_index(name="n")
    keys: dict[tuple[str, str], str] = {}
    people = names[names["speaker_kind"] == "named_person"]
    for _, alike in people.groupby(people["speaker"].map(_surname_with_suffix)):
        n_quotes = dict(zip(alike["speaker"], alike["n"], strict=True))
        keys |= {
            (name, "named_person"): f"person {key}" for name, key in _people_of_one_surname(n_quotes, aliases).items()
        }
    return [
        keys.get((name, kind)) or f"{kind} {_THE.sub('', _POSSESSIVE.sub('', name)).casefold()}"
        for name, kind in zip(rows["speaker"], rows["speaker_kind"], strict=True)
    ]


def _surname_with_suffix(name: str) -> str:
    parts = split_name(name)
    return f"{parts.surname} {parts.suffix}"


def _people_of_one_surname(n_quotes: dict[str, int], aliases: Aliases) -> dict[str, str]:
    """Return for each name of one surname the first name of its person. Longer and more frequent names come first."""

    def can_be_one(name: str, other: str) -> bool:
        return not aliases.are_different(name, other) and _can_be_one(name, other)

    groups: list[list[str]] = []
    first_of: dict[str, str] = {}
    for name in sorted(n_quotes, key=lambda name: (-len(split_name(name).given), -n_quotes[name], name)):
        fitting = [group for group in groups if all(can_be_one(name, other) for other in group)]
        group = max(fitting, key=lambda group: sum(n_quotes[n] for n in group), default=None)
        if group is None:
            group = []
            groups.append(group)
        group.append(name)
        first_of[name] = group[0]
    return first_of


def _can_be_one(a: str, b: str) -> bool:
    if a.endswith(f" {b}") or b.endswith(f" {a}"):  # "Van Quill", "Bo Van Quill"
        return True
    given_a, given_b = split_name(a).given, split_name(b).given
    if given_a and given_b:
        return same_first_name(given_a[0], given_b[0])
    return {_gender(a), _gender(b)} != {"m", "f"}


def _gender(name: str) -> str:
    """Return what the courtesy title or the given name says: "m", "f" or ""."""
    first, given = name.split()[0].lower(), split_name(name).given
    if first in courtesy_titles():
        return "f" if first in words("courtesy_female") else "m"
    return gender_of_first_name(given[0]) if given else ""
