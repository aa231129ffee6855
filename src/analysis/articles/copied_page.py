"""A copied page taken apart: a model of lines finds the story, typed rules name what stands around it."""

import re
from collections.abc import Collection, Sequence

import numpy as np

from analysis.articles.agencies import expand_agency
from analysis.articles.bylines import parse_byline
from analysis.articles.caption_lines import split_caption
from analysis.articles.dates import parse_date
from analysis.articles.exported_text import drop_link_cards
from analysis.articles.line_kinds import line_kind
from analysis.articles.line_model import lean, main_run, smooth, story_probability
from analysis.articles.parts import (
    BULLET,
    CREDITS,
    Story,
    is_masthead,
    is_signature,
    is_subhead,
    looks_like_subhead,
    once,
)

_NEAR = 8  # lines below a story in which its byline and date may still stand
_SHORT_HEAD = 14  # a head of at most so many lines has no menus, so that its first line is the headline
_TITLE = 150  # characters: a headline or standfirst is no longer
_SWITCH = 0.3  # how often story follows furniture or furniture story
_LEAN = 1.0  # added to the log-odds of story: one line in six is story, but a page's lost paragraph costs more than a strange one
_SURE = 0.6  # below it, a line above the first paragraph that is no sentence is a label
_DOUBTFUL = 0.1  # of a last line; .05 to .3 were as good in cross-validation
_FILE_DATE = re.compile(r"\bupdated|modified\b", re.I)


def split_copied(text: str, *, outlet: str = "", repeated: Collection[str] = ()) -> Story:
    """The parts of the copied page `text`: a model of lines finds the story, typed rules name the furniture around it.

    Nothing is guessed: what the page does not have stays empty. A line with the name of `outlet` is its masthead; the lines in `repeated`,
    which the outlet's other pages have too (analysis.articles.repeated_lines), are no part of the story.

    >>> story = split_copied("Rain at last\\n\\nBy Nora Petrakis\\n\\nShare\\n\\nMARLOW — Rain fell on the town on Monday, the council said.")
    >>> story.headline, story.byline, story.paragraphs
    ('Rain at last', ['By Nora Petrakis'], ['MARLOW — Rain fell on the town on Monday, the council said.'])
    """
    lines = [drop_link_cards(" ".join(line.split())) for line in text.split("\n")]
    lines = [line for line in lines if re.search(r"[^\W_]", line)]
    kinds = [line_kind(line) for line in lines]
    is_story = [inside and line not in repeated for inside, line in zip(find_story(lines, kinds), lines, strict=True)]
    where = [number for number, inside in enumerate(is_story) if inside]
    if not where:
        return Story([], [], [], [], [], [], None, None, [], None, [])
    first, last = where[0], where[-1] + 1
    # Above the story a repeated line may be the page's section or its writer's name; from there on it is furniture.
    is_menu = [outlet and is_masthead(line, outlet) if n < first else line in repeated for n, line in enumerate(lines)]
    kinds = [kind or ("menu" if menu else "") for kind, menu in zip(kinds, is_menu, strict=True)]
    headline, section, summary = _read_head(lines[:first], kinds[:first])
    body = [n for n in range(first, last) if is_story[n] and lines[n] != headline]
    links = _links(lines, kinds)
    subheads = [n for n in range(first, last) if n not in links and is_subhead(lines, kinds, n, set(body))]
    captions = [
        c
        for n in range(max(first - _SHORT_HEAD, 0), last)
        if kinds[n] in {"caption", "credit"} and (c := split_caption(lines[n]))
    ]
    bylines = _bylines(lines, kinds, first, last)
    dates = [n for n in range(len(lines)) if kinds[n] == "date" and n < last + _NEAR]
    return Story(
        paragraphs=[lines[n] for n in body if n not in subheads],
        subheads=[lines[n] for n in subheads],
        captions=once(c.text for c in captions if c.text),
        photo_credit=once(c.credit for c in captions if c.credit),
        summary=summary,
        credits=[
            lines[n]
            for n in range(first, len(lines))
            if kinds[n] in CREDITS or (not is_story[n] and is_signature(lines[n]))
        ],
        headline=headline,
        section=section,
        byline=bylines,
        published=_date_line(lines, dates, headline, first) or next((b for b in bylines if parse_date(b).time), None),
        notes=[
            f"editor's note: {lines[n]}"
            for n in range(first, min(last + _NEAR, len(lines)))
            if kinds[n] == "correction"
        ],
    )


def find_story(lines: Sequence[str], kinds: Sequence[str], *, probability: np.ndarray | None = None) -> list[bool]:
    """For each line whether it is part of the story: what the model of lines says, but never a line with a kind or a head's bullet.

    `probability` takes the place of the model's (for cross-validation).
    """
    probability = story_probability(lines, kinds) if probability is None else probability
    likely = np.zeros(len(lines), dtype=bool)
    free = [n for n, kind in enumerate(kinds) if not kind]  # an advertisement within a story does not end it
    likely[free] = smooth(lean(probability[free], _LEAN), switch=_SWITCH)
    if not likely.any():  # a page unlike any the model knows: its longest run of prose
        start, end = main_run(lines, kinds)
        likely[start:end] = True
    is_story = [bool(yes) and not kind for yes, kind in zip(likely, kinds, strict=True)]
    _drop_head(is_story, lines, kinds, probability)
    _add_last_line(is_story, lines, kinds, probability)
    for number in [*_links(lines, kinds), *(n for n, line in enumerate(lines) if _is_shouted(line))]:
        is_story[number] = False
    return is_story if any(is_story) else [bool(yes) and not kind for yes, kind in zip(likely, kinds, strict=True)]


def _drop_head(is_story: list[bool], lines: Sequence[str], kinds: Sequence[str], probability: np.ndarray) -> None:
    """Unmarks what stands above the first paragraph: bullets (its summary), a line above its byline (the headline), doubtful labels."""
    for n in [n for n, inside in enumerate(is_story) if inside]:
        is_title = len(lines[n]) < _TITLE and "byline" in kinds[n + 1 : n + 3]
        is_label = probability[n] < _SURE and not _is_sentence(lines[n])
        if not (BULLET.match(lines[n]) or is_title or is_label):
            return
        is_story[n] = False


def _is_sentence(line: str) -> bool:
    return line.rstrip("\"'”’)] ")[-1:] in {*".!?。：:…"}


def _add_last_line(is_story: list[bool], lines: Sequence[str], kinds: Sequence[str], probability: np.ndarray) -> None:
    """Marks a whole sentence right below the story and right above furniture or the page's end: a short last paragraph is often doubted."""
    n = max((n for n, inside in enumerate(is_story) if inside), default=len(lines)) + 1
    if n < len(lines) and not kinds[n] and probability[n] > _DOUBTFUL and _is_sentence(lines[n]):
        is_story[n] = n + 1 == len(lines) or kinds[n + 1] != ""


def _is_shouted(line: str) -> bool:
    """Whether `line` is the title of another story, linked from within this one: all capitals, and too long for a heading."""
    return line.isupper() and len(line.split()) > 6 and line[-1] not in ".!?"


def _links(lines: Sequence[str], kinds: Sequence[str]) -> set[int]:
    """The links of lists ("Related" and what follows it), and the titles of newsletters' pitches."""
    found, in_list = set(), False
    for n, line in enumerate(lines):
        if kinds[n]:
            in_list = (
                kinds[n] == "related" and len(line.split()) <= 4 or (in_list and kinds[n] in {"time", "separator"})
            )
        elif looks_like_subhead(line) and (in_list or kinds[n + 1 : n + 2] == ["newsletter"]):
            found.add(n)
        else:
            in_list = False
    return found


def _read_head(lines: Sequence[str], kinds: Sequence[str]) -> tuple[str | None, str | None, list[str]]:
    """Headline, section and summary (bullets, standfirst) among the lines above the story."""
    free = [n for n, kind in enumerate(kinds) if not kind and not BULLET.match(lines[n])]
    titles = [n for n in free if _may_be_headline(lines[n]) and not _is_name(lines, kinds, n)]
    if not titles:  # a headline of whole sentences can only be told by the byline below it
        titles = [n for n in free if 4 <= len(lines[n].split()) <= 30 and "byline" in kinds[n + 1 : n + 3]]
    at = _headline(lines, titles)
    bullets = [
        n
        for n in range((at or -1) + 1, len(lines))
        if not kinds[n] and BULLET.match(lines[n]) and len(lines[n].split()) > 4
    ]
    summary = [BULLET.sub("", lines[n]) for n in bullets]
    if at is None:
        return None, None, summary
    if len(lines) - at <= _SHORT_HEAD:  # a standfirst: whole sentences between headline and story
        summary = [lines[n] for n in free if n > at and len(lines[n].split()) > 5 and lines[n][-1] in ".!?"] + summary
    sections = [n for n in free if 0 < abs(n - at) <= 2 and _is_section(lines[n]) and not _is_name(lines, kinds, n)]
    return lines[at], lines[sections[0]] if sections else None, summary


def _may_be_headline(line: str) -> bool:
    return 3 <= len(line.split()) <= 30 and len(line) < 220 and line[-1] not in ".:;,"


def _is_section(line: str) -> bool:
    return len(line.split()) <= 3 and len(line) <= 30 and line[:1].isupper() and line[-1].isalpha()


def _headline(lines: Sequence[str], titles: Sequence[int]) -> int | None:
    """Which of the lines that may be titles is the headline: one that the page's title repeats, else the first of a short head, else
    the last one that comes twice, else the last."""
    for n in reversed(titles):
        if n and lines[0] != lines[n] and lines[0].startswith(lines[n]) and len(lines[n].split()) > 3:
            return n
    long = [n for n in titles if len(lines[n].split()) > 4] or list(titles)
    if not long or len(lines) <= _SHORT_HEAD:
        return long[0] if long else None
    return ([n for n in long if lines.count(lines[n]) > 1] or long)[-1]


def _is_name(lines: Sequence[str], kinds: Sequence[str], n: int) -> bool:
    """Whether a line of the head is a bare name: two to four capitalised words above a date or a role."""
    words = lines[n].split()
    below = n + 1 < len(lines) and (
        kinds[n + 1] == "date" or re.search(r"\b(?:writer|reporter|correspondent|editor)\b", lines[n + 1], re.I)
    )
    return (
        bool(below)
        and 2 <= len(words) <= 4
        and all(w[:1].isupper() for w in words)
        and parse_byline(lines[n]).names != []
    )


def _bylines(lines: Sequence[str], kinds: Sequence[str], first: int, last: int) -> list[str]:
    """The byline lines nearest to the story: above it, else just below it, else a bare name in its head."""
    above = [n for n in range(first) if kinds[n] == "byline" or (expand_agency(lines[n]) and n >= first - _SHORT_HEAD)]
    below = [n for n in range(last, min(last + _NEAR, len(lines))) if kinds[n] == "byline"]
    names = [
        n
        for n in range(max(first - _SHORT_HEAD, 0), first)
        if not kinds[n] and _is_name(lines[:first], kinds[:first], n)
    ]
    if above:
        return [lines[n] for n in above if above[-1] - n <= 3]
    return [lines[n] for n in below[:1] or names[-1:]]


def _date_line(lines: Sequence[str], dates: Sequence[int], headline: str | None, first: int) -> str | None:
    """The date line of the story: below the headline rather than above, above the story rather than below, not an update if it can be helped."""
    at = lines.index(headline) if headline in lines else -1
    for choice in (
        [n for n in dates if at <= n < first],
        [n for n in dates if n >= first],
        [n for n in dates if n < at][-1:],
    ):
        plain = [n for n in choice if not _FILE_DATE.search(lines[n])] or choice
        if plain:
            return lines[plain[0]]
    return None
