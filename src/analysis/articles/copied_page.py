"""A copied page taken apart: a model of lines finds the story, rules for lines name what stands around it."""

import re
from collections.abc import Collection, Sequence

import numpy as np

from analysis.articles.caption_lines import split_caption
from analysis.articles.copied_head import NEAR, SHORT_HEAD, byline_lines, date_line, read_head
from analysis.articles.dates import parse_date
from analysis.articles.line_kinds import line_kinds
from analysis.articles.line_model import lean, main_run, smooth, story_probability
from analysis.articles.link_cards import drop_link_cards
from analysis.articles.parts import BULLET, CREDIT_KINDS, ArticleParts, editors_notes, is_masthead, is_signature, once
from analysis.articles.subheads import is_subhead, looks_like_subhead, paragraphs_below

_LONGEST_TITLE = 150  # characters: a headline or standfirst is no longer
_SHOUTED = 6  # words: a line in capitals of more is no subhead but the title of another story, linked
_SWITCH = 0.3  # how often story follows furniture or furniture story
_LEAN = 1.0  # added to the log-odds of story: to lose a paragraph is worse than to keep a link
_SURE = 0.6  # below it, a line above the first paragraph that is no sentence is a label
_DOUBTFUL = 0.1  # of a last line; .05 to .3 were as good in cross-validation


def split_copied(text: str, *, outlet: str = "", repeated: Collection[str] = ()) -> ArticleParts:
    r"""Return the parts of a page as somebody copied it, furniture and all.

    Nothing is guessed: what the page does not have stays empty.

    Parameters
    ----------
    text
        The page.
    outlet
        The name of the outlet: a line with it is its masthead.
    repeated
        Lines that the outlet's other pages have too (see `repeated_lines`): they are no part of the story.

    Examples
    --------
    >>> story = "MARLOW — Rain fell on the town on Monday, the council said."
    >>> parts = split_copied("\n".join(["Rain at last", "By Nora Petrakis", "Share", story]))
    >>> parts.headline, parts.byline, parts.paragraphs
    ('Rain at last', ['By Nora Petrakis'], ['MARLOW — Rain fell on the town on Monday, the council said.'])
    """
    lines = [drop_link_cards(" ".join(line.split())) for line in text.split("\n")]
    lines = [line for line in lines if re.search(r"[^\W_]", line)]
    kinds = line_kinds(lines)
    is_story = [inside and line not in repeated for inside, line in zip(find_story(lines, kinds), lines, strict=True)]
    if not any(is_story):
        return ArticleParts()
    first, last = is_story.index(True), len(is_story) - is_story[::-1].index(True)
    kinds = _with_menus(lines, kinds, first, outlet=outlet, repeated=repeated)
    return _parts(lines, kinds, is_story, first, last)


def _with_menus(
    lines: Sequence[str], kinds: Sequence[str], first: int, *, outlet: str, repeated: Collection[str]
) -> list[str]:
    """Return the kinds with the outlet's masthead and its repeated lines as "menu".

    Above the story, which begins at line `first`, a repeated line may be the page's section or its writer's name.
    """
    is_menu = [
        bool(outlet) and is_masthead(line, outlet) if n < first else line in repeated for n, line in enumerate(lines)
    ]
    return [kind or ("menu" if menu else "") for kind, menu in zip(kinds, is_menu, strict=True)]


def _parts(lines: Sequence[str], kinds: Sequence[str], is_story: Sequence[bool], first: int, last: int) -> ArticleParts:
    """Return the parts of a page whose story stands between the lines `first` and `last` (exclusive)."""
    head = read_head(lines[:first], kinds[:first])
    body = {n for n in range(first, last) if is_story[n] and lines[n] != head.headline}
    links = _links(lines, kinds)
    subheads = [n for n in range(first, last) if n not in links and is_subhead(lines, kinds, n, body)]
    pictures = [n for n in range(max(first - SHORT_HEAD, 0), last) if kinds[n] in {"caption", "credit"}]
    captions = [caption for n in pictures if (caption := split_caption(lines[n]))]
    bylines = byline_lines(lines, kinds, first, last)
    dated = date_line(lines[: last + NEAR], kinds[: last + NEAR], head.headline, first)
    kept = [n for n in sorted(body) if n not in subheads]
    foot = range(first, len(lines))
    near = slice(first, last + NEAR)
    return ArticleParts(
        paragraphs=[lines[n] for n in kept],
        subheads=[lines[n] for n in subheads],
        below=paragraphs_below(subheads, kept),
        captions=once(caption.text for caption in captions),
        photo_credit=once(caption.credit for caption in captions),
        summary=head.summary,
        credits=[lines[n] for n in foot if kinds[n] in CREDIT_KINDS or (not is_story[n] and is_signature(lines[n]))],
        headline=head.headline,
        section=head.section,
        byline=bylines,
        published=dated or next((line for line in bylines if parse_date(line).time), None),
        notes=editors_notes(lines[near], kinds[near]),
    )


def find_story(lines: Sequence[str], kinds: Sequence[str], *, probability: np.ndarray | None = None) -> list[bool]:
    """Return for each line whether it is part of the story: as the model says, but never a line of furniture.

    `probability` takes the place of the model's (for cross-validation).
    """
    probability = story_probability(lines, kinds) if probability is None else probability
    likely = np.zeros(len(lines), dtype=bool)
    free = [n for n, kind in enumerate(kinds) if not kind]  # an advertisement within a story does not end it
    likely[free] = smooth(lean(probability[free], _LEAN), switch=_SWITCH)
    if not likely.any():  # a page unlike any the model knows: its longest run of prose
        start, end = main_run(lines, kinds)
        likely[start:end] = True
    allowed = [bool(yes) and not kind for yes, kind in zip(likely, kinds, strict=True)]
    found = _without_head(allowed, lines, kinds, probability)
    found = _with_last_line(found, lines, kinds, probability)
    links = _links(lines, kinds) | {n for n, line in enumerate(lines) if _is_shouted(line)}
    found = [inside and n not in links for n, inside in enumerate(found)]
    return found if any(found) else allowed


def _without_head(
    is_story: Sequence[bool], lines: Sequence[str], kinds: Sequence[str], probability: np.ndarray
) -> list[bool]:
    """Unmark what stands above the first paragraph: bullets, the line above its byline, doubtful labels."""
    found = list(is_story)
    for n in [n for n, inside in enumerate(is_story) if inside]:
        is_title = len(lines[n]) < _LONGEST_TITLE and "byline" in kinds[n + 1 : n + 3]
        is_label = probability[n] < _SURE and not _is_sentence(lines[n])
        if not (BULLET.match(lines[n]) or is_title or is_label):
            break
        found[n] = False
    return found


def _with_last_line(
    is_story: Sequence[bool], lines: Sequence[str], kinds: Sequence[str], probability: np.ndarray
) -> list[bool]:
    """Mark a sentence between story and furniture or the page's end: the model often doubts a short last paragraph."""
    found = list(is_story)
    n = max((n for n, inside in enumerate(is_story) if inside), default=len(lines)) + 1
    if n < len(lines) and not kinds[n] and probability[n] > _DOUBTFUL and _is_sentence(lines[n]):
        found[n] = n + 1 == len(lines) or kinds[n + 1] != ""
    return found


def _is_sentence(line: str) -> bool:
    return line.rstrip("\"'”’)] ")[-1:] in {*".!?。：:…"}


def _is_shouted(line: str) -> bool:
    """Return whether `line` is the linked title of another story: in capitals and too long for a subhead."""
    return line.isupper() and len(line.split()) > _SHOUTED and line[-1] not in ".!?"


def _links(lines: Sequence[str], kinds: Sequence[str]) -> set[int]:
    """Return the numbers of the links in lists ("Related" and what follows it) and of newsletters' titles."""
    found: set[int] = set()
    in_list = False
    for n, line in enumerate(lines):
        if kinds[n]:
            starts_list = kinds[n] == "related" and len(line.split()) <= 4
            in_list = starts_list or (in_list and kinds[n] in {"time", "separator"})
        elif looks_like_subhead(line) and (in_list or kinds[n + 1 : n + 2] == ["newsletter"]):
            found.add(n)
        else:
            in_list = False
    return found
