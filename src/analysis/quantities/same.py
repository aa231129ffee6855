"""Put figures that tell one quantity of an event in different ways ("2.9 million", "nearly 3 million") in one row."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from analysis.quantities.find import Figure

# The most that two values of one quantity differ, as a share of the rounded one: with "about" or its like, and without.
MOST_ROUGH, MOST_PLAIN = Decimal("0.15"), Decimal("0.05")
LEAST_PLAIN = 1000  # a smaller count without "about" is exact: 20 workers are not 23
# Characters in which two accounts must share a word, the thing counted: right after a small count ("20 workers"), after
# a large one, on both sides of an amount of money or a percentage, and of large counts that differ less than NEAR.
NEXT, AROUND = 24, 40
NEAR = Decimal("0.025")
_OVER = re.compile(r"\b(?:more than|over|at least|upwards? of|just above|barely|exceed(?:ed|s|ing)?)\s$", re.I)
_UNDER = re.compile(r"\b(?:nearly|almost|under|(?:less|fewer) than|close to|below)\s$", re.I)
_ROUGH = re.compile(r"\b(?:about|around|some|roughly|approximately|estimated)\s(?:an?\s)?$", re.I)
_WORD = re.compile(r"[^\W\d_]{3,}")
_NO_NOUNS: frozenset[str] = frozenset(ENGLISH_STOP_WORDS) | frozenset(
    "million billion trillion thousand hundred percent said says than nearly almost roughly".split()
)


@dataclass
class _Form:
    """One way of telling a figure: its amount, who uses it, and what stands around it."""

    figure: Figure
    articles: set[str] = field(default_factory=set)
    before: set[str] = field(default_factory=set)
    after: set[str] = field(default_factory=set)
    next: list[set[str]] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)

    def words(self, rounded: Figure, gap: Decimal) -> set[str]:
        """Return the words nearby that may name what is counted."""
        if not rounded.unit and rounded.value < LEAST_PLAIN:
            return set.intersection(*self.next)  # 60 counts many things: all its uses must have the word
        return self.after | (self.before if rounded.unit or abs(gap) <= NEAR * rounded.value else set())

    def tells(self, exact: "_Form") -> bool:
        """Return whether this figure is the `exact` one, rounded."""
        rounded, given = self.figure, exact.figure
        if not exact.figure.step or rounded.unit != given.unit or not rounded.step > given.step:
            return False
        gap, in_one = given.value - rounded.value, self.articles & exact.articles
        if not self.marks and (in_one or (not rounded.unit and rounded.value < LEAST_PLAIN)):
            return False
        if abs(gap) > rounded.value * (MOST_ROUGH if self.marks and not in_one else MOST_PLAIN):
            return False
        if not self.words(rounded, gap) & exact.words(rounded, gap):
            return False
        if self.marks == {"over"}:
            return 0 <= gap < rounded.step
        if self.marks == {"under"}:
            return -rounded.step < gap <= 0
        return (given.value / rounded.step).quantize(Decimal(1), ROUND_HALF_UP) * rounded.step == rounded.value


def join_figures(found: Iterable[tuple[str, str, Figure]]) -> list[str]:
    """Return for each figure of one event the name of its row, given its article's id and text.

    A figure joins the nearest more exact one that rounds to it, of the same unit and with a word in common nearby;
    "more than" and "nearly" say on which side it must lie. A row is named by the most exact figure, then the others.

    >>> from analysis.quantities import place_figures
    >>> texts = {"a": "The 2.9 million people", "b": "Nearly three million people"}
    >>> join_figures((id, text, figure) for id, text in texts.items() for figure in place_figures(text))
    ['2.9 million ≈ 3 million', '2.9 million ≈ 3 million']
    """
    found = list(found)
    forms: dict[str, _Form] = {}
    for article, text, figure in found:
        form = forms.setdefault(figure.form, _Form(figure))
        before, after = text[max(figure.start - AROUND, 0) : figure.start], text[figure.end : figure.end + AROUND]
        form.articles.add(article)
        form.before |= _nouns(before)
        form.after |= _nouns(after)
        form.next.append(_nouns(after[:NEXT]))
        form.marks |= {mark for mark, rule in _MARKS.items() if rule.search(before)}
    exact = {name: _nearest(form, forms.values()) for name, form in forms.items()}
    row = {name: _root(name, exact) for name in forms}
    members = {root: [name for name in forms if row[name] == root] for root in set(row.values())}
    names = {root: " ≈ ".join(sorted(told, key=lambda name: forms[name].figure.step)) for root, told in members.items()}
    return [names[row[figure.form]] for *_, figure in found]


_MARKS = {"over": _OVER, "under": _UNDER, "rough": _ROUGH}


def _nouns(text: str) -> set[str]:
    return {word.lower().rstrip("s") for word in _WORD.findall(text)} - _NO_NOUNS


def _nearest(form: _Form, others: Iterable[_Form]) -> str:
    """Return the more exact figure that a figure rounds; itself if there is none."""
    fits = [other for other in others if form.tells(other)]
    value = form.figure.value
    return min(fits, key=lambda other: abs(other.figure.value - value), default=form).figure.form


def _root(name: str, exact: dict[str, str]) -> str:
    """Return the most exact figure to which a chain of rounded ones leads; each step is to a more exact one."""
    while exact[name] != name:
        name = exact[name]
    return name
