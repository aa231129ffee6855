"""How numbers, lists and names are written in titles, sentences and messages."""

import difflib
import re
from collections.abc import Callable, Iterable, Sequence

# What a reader sees of the values of speaker_kind.
SPEAKER_KINDS = {
    "named_person": "named person",
    "unnamed_person": "unnamed person",
    "group": "group",
    "organization": "institution",
    "document": "document",
    "unknown": "nobody named",
}
_MOST_LISTED, _NEAREST = 20, 10  # more names than that are not listed; the nearest ones are then
_ALIKE = 0.6  # from this likeness on, a name may be a slip for another
# What a terminal obeys, and what turns the direction of writing.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def percent(share: float) -> str:
    """Return a share from 0 to 1 in whole percent.

    >>> percent(0.14), percent(0.002), percent(0.997), percent(1.0)
    ('14%', 'under 1%', 'over 99%', '100%')
    """
    if 0 < share < 0.005:
        return "under 1%"
    return "over 99%" if 0.995 <= share < 1 else f"{share:.0%}"


def percent_range(shares: Sequence[float]) -> str:
    """Return the least and the greatest of some shares in whole percent, or one number if they read the same.

    >>> percent_range([0.3, 0.12, 0.2]), percent_range([0.121, 0.118])
    ('12% to 30%', '12%')
    """
    low, high = percent(min(shares)), percent(max(shares))
    return low if low == high else f"{low} to {high}"


def in_words(names: Sequence[str], *, word: str = "and") -> str:
    """Return a list as a sentence has it.

    >>> in_words(["Post", "Star", "Sun"]), in_words(["Post", "Star"], word="or"), in_words(["Post"])
    ('Post, Star and Sun', 'Post or Star', 'Post')
    """
    return f" {word} ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def quoted(names: Sequence[str], *, word: str = "and") -> str:
    """Return a list of words in quotation marks, with the commas inside.

    >>> quoted(["court", "border", "visa"], word="or")
    '“court,” “border” or “visa”'
    """
    return in_words([f"“{name}”" for name in names], word=word).replace("”,", ",”")


def with_comma(words: str) -> str:
    """Return words with a comma behind them, inside their last quotation mark if they end with one.

    >>> with_comma("Post"), with_comma("articles on “Taxes”")
    ('Post,', 'articles on “Taxes,”')
    """
    return f"{words[:-1]},”" if words.endswith("”") else f"{words},"


def capitalized(words: str) -> str:
    """Return words with a capital at their beginning; their other capitals stay."""
    return words[:1].upper() + words[1:]


def counted(n: int, what: str, plural: str = "") -> str:
    """Return a number with the word for what is counted.

    >>> counted(1, "article"), counted(1200, "article"), counted(2, "story", "stories")
    ('1 article', '1,200 articles', '2 stories')
    """
    return f"{n:,} {what if n == 1 else plural or what + 's'}"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a question for the nearest of some known names, as messages have it behind a wrong one; "" for none.

    >>> did_you_mean("outlet", ["outlets", "since"]), did_you_mean("x", ["outlets", "since"])
    (' (did you mean outlets?)', '')
    >>> did_you_mean("Star", ["Scar", "Star (Web News)"])
    ' (did you mean Star (Web News)?)'
    """
    near = max(known, key=lambda other: _likeness(name, other), default="")
    return f" (did you mean {near}?)" if near and _likeness(name, near) >= _ALIKE else ""


def no_such(unknown: Sequence[str], hint: Callable[[str], str], *, what: str = "") -> str:
    """Return what messages say of all wrong names together, with the hint for each behind it.

    >>> no_such(["Stra", "Poss"], lambda name: did_you_mean(name, ["Star"]))
    "there is no 'Stra' (did you mean Star?), no 'Poss'"
    """
    no = f"no {what}".strip()
    more = f" and {len(unknown) - _NEAREST} more" if len(unknown) > _NEAREST else ""
    return "there is " + ", ".join(f"{no} {name!r}{hint(name)}" for name in unknown[:_NEAREST]) + more


def listed(unknown: Sequence[str], known: Sequence[str]) -> str:
    """Return the known names, as messages list them behind wrong ones: of many, those that are nearest to these.

    >>> listed(["Pots"], ["Post", "Star"])
    'Post, Star'
    >>> listed(["Outlet 11"], [f"Outlet {n}" for n in range(50)]).endswith("(the nearest 10 of 50)")
    True
    """
    if len(known) <= _MOST_LISTED:
        return ", ".join(known)
    asked = unknown[:_NEAREST]
    near = sorted(known, key=lambda other: max(_likeness(name, other) for name in asked), reverse=True)[:_NEAREST]
    return f"{', '.join(near)} (the nearest {len(near)} of {len(known)})"


def _likeness(name: str, other: str) -> float:
    """Return how alike two names are, 0 to 1, and over 1 if the other has all words of one (a first "the" apart)."""
    a, b = (each.casefold().removeprefix("the ") for each in (name, other))
    words_a, words_b = set(re.findall(r"\w+", a)), set(re.findall(r"\w+", b))
    inside = bool(words_a and words_b) and (words_a <= words_b or words_b <= words_a)
    return inside + difflib.SequenceMatcher(None, b, a).ratio()


def visible(words: str) -> str:
    r"""Return words for a terminal or a log: control characters, which it would obey, as escapes; line ends stay.

    >>> visible("\x1b[2JRain")
    '\\x1b[2JRain'
    """
    return _CONTROL.sub(lambda found: ascii(found[0])[1:-1], words)
