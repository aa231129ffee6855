"""Part a text file that holds several articles, one below the other: between rules, or each below its number."""

import re
from collections.abc import Sequence
from itertools import pairwise

from analysis.articles.line_kinds import line_kinds
from analysis.articles.word_counts import count_words
from analysis.readers.markup import is_markup
from analysis.readers.no_prose import has_sentence, other_kind

_FIGURE = r"\d{1,3}[,. ]\d{3}|\d{1,5}"
_NUMBER = re.compile(
    rf"[-=*#\[(]{{0,9}}\s?(?:document|story|text|(?:article|item)(?= (?:{_FIGURE}) (?:of|/))) (?:no\. ?)?({_FIGURE})"
    rf"(?: ?(?:of|/) ?({_FIGURE}))?\s?[-=*#\])]{{0,9}}",
    re.I,
)
_RULE = re.compile(r"([-=_*~#+:./|^\u2013\u2014\u2022\u2500\u2550])(?:[ \t]?\1){2,200}")
_UNDERLINE = re.compile(r"-{3,200}|={3,200}")
_SENTENCE_ENDS = tuple('.!?,;:\u201d"')
_FEWEST_NUMBERS = 2
_LETTER = re.compile(r"[^\W\d_]")
_SIGN = re.compile(r"\w")
_FEWEST_SIGNED = 2  # articles among texts between rules
_LONG = 8  # signs of a rule that nobody sets between two parts of one article
_HEAD = 6  # lines in which a byline or a day stands above an article
_DIRECTLY = 3  # lines in which it stands where other texts are between the articles
_LONGEST_HEADLINE = 150  # characters
_SHORTEST_HEADLINE = 3  # words
_FEWEST_WORDS = 10  # of an article


def several_texts(text: str) -> list[str]:
    r"""Return the articles in a text, one below the other; the text alone if it is one article.

    Below numbers from 1 on, at least half of them must have a text. Between rules, each must begin as an article does:
    with a headline and a byline or a day below it, or, between long rules, with a headline at least. So rules between
    the parts of one article part nothing.

    >>> story = "Rain in {}\n\nRain fell on the town on Monday, and the council went home early, the clerk said.\n"
    >>> len(several_texts(story.format("Marlow") + "----------\n" + story.format("Dunmore")))
    2
    >>> len(several_texts(story.format("Marlow") + "----------\nIt fell again on Tuesday, and nobody minded it.\n"))
    1
    """
    lines = [line.replace("\xa0", " ").strip() for line in text.split("\n")]
    if (places := _numbers(lines)) and (parts := _parts(lines, places)):
        if not _has_text(parts[0]) and any(map(_LETTER.search, lines[: places[0]])):
            del parts[0]  # words above the first number
        return parts if 2 * sum(map(_has_text, parts)) >= len(parts) else [text]
    lines = _joined_heads(lines)
    places = [n for n, line in enumerate(lines) if _RULE.fullmatch(line)]
    is_long = all(len("".join(lines[n].split())) >= _LONG for n in places)
    parts = _parts(lines, places)
    headed = parts[1:] if parts and parts[0][:1].islower() else parts  # the first may be the end of one that is cut off
    if len(parts) > 1 and all(_is_article(part, sure=is_long) for part in headed):
        return parts
    return _by_articles(parts) or [text]


def _numbers(lines: Sequence[str]) -> list[int]:
    """Return the lines with the numbers of articles; empty if they do not tell articles apart.

    Numbers run from 1 on without a gap, above the first line of words. If they say of how many, one may be missing or
    stand twice, and words may stand above.
    """
    found = [(n, number) for n, line in enumerate(lines) if (number := _NUMBER.fullmatch(line))]
    numbers = [_whole(number[1]) for _, number in found]
    places = [n for n, _ in found]
    if len(set(numbers)) < _FEWEST_NUMBERS:
        return []
    if len({number[2] for _, number in found}) == 1 and found[0][1][2]:
        return places if numbers == sorted(numbers) and numbers[-1] <= _whole(found[0][1][2]) else []
    is_run = numbers == list(range(1, len(numbers) + 1))
    return places if is_run and not any(map(_LETTER.search, lines[: places[0]])) else []


def _whole(figure: str) -> int:
    """Return a number that may have a sign for thousands."""
    return int(re.sub(r"\D", "", figure))


def _joined_heads(lines: Sequence[str]) -> list[str]:
    """Return the lines of a text without rules that are drawn right below a headline, as Markdown does."""
    kept = []
    for n, line in enumerate(lines):
        above = lines[n - 1] if n else ""
        is_below_headline = (
            above
            and not (n > 1 and lines[n - 2])
            and len(above) <= _LONGEST_HEADLINE
            and above[-1] not in _SENTENCE_ENDS
        )
        kept.append("" if _UNDERLINE.fullmatch(line) and is_below_headline and not _RULE.fullmatch(above) else line)
    return kept


def _by_articles(parts: Sequence[str]) -> list[str]:
    """Return the texts between rules where two at least are articles, all with a byline or all with a day; else empty.

    What has prose goes on with the article above; anything else stands apart, above the first and below the last
    article only if it has prose, too: a menu may stand there.
    """
    signs = [_signs(part, lines=_DIRECTLY) for part in parts]
    common = set.intersection(*filter(None, signs)) if any(signs) else set()
    is_signed = [bool(found) for found in signs]
    if sum(is_signed) < _FEWEST_SIGNED or not common:
        return []
    first, last = is_signed.index(True), len(parts) - is_signed[::-1].index(True)
    found: list[str] = []
    for n, part in enumerate(parts):
        if is_signed[n] or (first < n < last and not _has_text(part)) or (_has_text(part) and _is_of_other_kind(part)):
            found.append(part)
        elif _has_text(part) and found:
            found[-1] += f"\n\n{part}"
        elif _has_text(part):
            found.append(part)
    return found


def _is_of_other_kind(part: str) -> bool:
    return bool(other_kind(part)) or is_markup(part, "")


def _parts(lines: Sequence[str], places: Sequence[int]) -> list[str]:
    """Return the texts between lines, without rules and numbers, and without empty ones."""
    parts = (lines[start:end] for start, end in pairwise([0, *places, len(lines)]))
    kept = ([line for line in part if not _RULE.fullmatch(line) and not _NUMBER.fullmatch(line)] for part in parts)
    return ["\n".join(part) for part in kept if any(map(_SIGN.search, part))]


def _has_text(part: str) -> bool:
    return count_words(part) >= _FEWEST_WORDS and has_sentence(part)


def _is_article(part: str, *, sure: bool) -> bool:
    """Return whether a text begins with a headline, and is long enough.

    There must be a byline or a day below the headline, too, unless `sure` and without anything else of a page: a rule
    may stand above the foot of a page.
    """
    kinds = _kinds_below(part)
    is_headed = sure and kinds is not None and len(part.strip().split("\n")[0].split()) >= _SHORTEST_HEADLINE
    return bool(_signs(part)) or bool(is_headed and set(kinds or ()) <= {"", "byline", "date"})


def _signs(part: str, *, lines: int = _HEAD) -> set[str]:
    """Return which of byline and day stand in the first `lines` below the headline of an article, if it is one."""
    return {"byline", "date"} & set((_kinds_below(part) or [])[:lines])


def _kinds_below(part: str) -> list[str] | None:
    """Return the kinds of the lines below the headline of an article; None for a text without one, or too short."""
    headline, *below = [line for line in part.split("\n") if line]
    first, *kinds = line_kinds([headline, *below])
    if first or len(headline) > _LONGEST_HEADLINE or headline.endswith((".", ",", ";", ":", ".”", '."')):
        return None
    return kinds if _has_text("\n".join(below)) else None
