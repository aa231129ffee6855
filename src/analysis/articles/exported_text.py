"""An exported text taken apart: a story with some furniture left in, which rules for lines take out."""

import re
from collections.abc import Collection, Iterable, Sequence

from analysis.articles.caption_lines import Caption, split_caption
from analysis.articles.line_kinds import line_kinds
from analysis.articles.link_cards import drop_link_cards
from analysis.articles.parts import BULLET, CREDIT_KINDS, ArticleParts, editors_notes, is_masthead, is_signature, once
from analysis.articles.subheads import is_subhead, paragraphs_below

_HEAD = 4  # lines at the top that may repeat headline, outlet and byline
_SHOUTED = 6  # words: a line in capitals of more is no subhead but the title of another story, linked
_HIGHLIGHTS = "Story highlights"
_MOST_HIGHLIGHTS, _LONGEST_HIGHLIGHT = 7, 250  # lines; characters
_LONGEST_MASTHEAD, _LONGEST_TITLE = 60, 150  # characters
_LONGEST_OPENING = 2000  # characters of a first line that may be a caption and a headline in one
_NAMES = re.compile(r"^[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*){1,3}(?:(?:,| and) [A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*){1,3})*$")
_SIGNED = re.compile(r"^(?:—|–|--?) ?[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*){1,3}$")
_CUT_OFF = re.compile(r"\b(?:on|the|of|to|and|an?|in|that|for|with|by|at|as|is|was)$|\(@|https?:", re.I)
_CAPTION_AND_TITLE = re.compile(
    r"\A(?P<caption>.{20,}?(?:[.!?][\"”’]?|\b[A-Z][\w./ ]{1,60}/(?:POLITICO|AP|AP Photo|Getty|Reuters)"
    r"|\| (?:AP Photo|Getty|Reuters)))\s+(?P<title>[^.!?]{12,120}\??)$"
)
_LABEL = re.compile(
    r"^(?:opinion|analysis|commentary|editorial)?\W*"
    r"(?:contributor|columnist|opinion|analysis|commentary|editorial board)\W*$",
    re.I,
)


def clean_paragraphs(
    paragraphs: Iterable[str],
    *,
    headline: str = "",
    outlet: str = "",
    names: Sequence[str] = (),
    repeated: Collection[str] = (),
) -> ArticleParts:
    """Return the parts of a text that is story already: only lines that a rule knows as furniture are taken out.

    Parameters
    ----------
    paragraphs
        The text's paragraphs.
    headline, outlet, names
        What is known of the article (`names` are the byline's): taken off the top where the text repeats it.
    repeated
        Lines that the outlet's other articles have too (see `repeated_lines`): left out.
    """
    lines = [drop_link_cards(line) for p in paragraphs if (line := " ".join(p.split())) and line not in repeated]
    kinds = line_kinds(lines)
    head = _repeats(lines[:_HEAD], kinds[:_HEAD], headline, outlet, names)
    captions = _captions(lines, kinds, headline)
    summary = [n for n in _highlights(lines, kinds) if n not in head and n not in captions]
    signed = [n for n in [n for n, kind in enumerate(kinds) if not kind][-1:] if _SIGNED.match(lines[n])]
    body, subheads = _body(lines, kinds, {*head, *summary, *captions, *signed})
    bylines = [lines[n] for n in sorted(head) if kinds[n] == "byline" or _NAMES.match(lines[n])]
    return ArticleParts(
        paragraphs=[lines[n] for n in body],
        subheads=[lines[n] for n in subheads],
        below=paragraphs_below(subheads, body),
        captions=once(caption.text for caption in captions.values()),
        photo_credit=once(caption.credit for caption in captions.values()),
        summary=[re.sub(rf"^{_HIGHLIGHTS}\s*", "", lines[n]) for n in summary],
        credits=[line for line, kind in zip(lines, kinds, strict=True) if kind in CREDIT_KINDS or is_signature(line)],
        byline=bylines or [BULLET.sub("", lines[n]) for n in signed],
        published=next((lines[n] for n in sorted(head) if kinds[n] == "date"), None),
        notes=editors_notes(lines, kinds),
    )


def _body(lines: Sequence[str], kinds: Sequence[str], aside: Collection[int]) -> tuple[list[int], list[int]]:
    """Return the numbers of paragraphs and subheads; below the head, bylines and dates are the story's own."""
    body = [
        n
        for n, kind in enumerate(kinds)
        if n not in aside and (not kind or (kind in {"byline", "date"} and n >= _HEAD))
    ]
    within = set(body)
    subheads = [n for n in body if is_subhead(lines, kinds, n, within)]
    shouted = {n for n in subheads if lines[n].isupper() and len(lines[n].split()) > _SHOUTED}
    paragraphs = within.difference(subheads)
    return [n for n in body if n in paragraphs], [n for n in subheads if n not in shouted]


def _captions(lines: Sequence[str], kinds: Sequence[str], headline: str) -> dict[int, Caption]:
    """Return the captions by the numbers of their lines."""
    found = {
        n: caption
        for n, kind in enumerate(kinds)
        if kind in {"caption", "credit"} and (caption := split_caption(lines[n]))
    }
    return found | _opening_caption(lines, headline)


def _opening_caption(lines: Sequence[str], headline: str) -> dict[int, Caption]:
    """Return the first line where it is a caption: of a video ("CLOSE …"), or run together with the headline."""
    first = lines[0] if lines else ""
    caption = first.removeprefix("CLOSE ")
    found = _CAPTION_AND_TITLE.match(caption) if headline and len(caption) < _LONGEST_OPENING else None
    if found and _is_title(found["title"], headline):
        caption = found["caption"]
    if caption == first:
        return {}
    return {0: split_caption(caption) or Caption(caption.strip(" |"), "")}


def _highlights(lines: Sequence[str], kinds: Sequence[str]) -> list[int]:
    """Return the lines of a list of highlights or of a standfirst: above the first paragraph, and no full sentences."""
    is_list = bool(lines) and lines[0].startswith(_HIGHLIGHTS)
    if not is_list and len(lines) > 1 and (lines[1][0].islower() or _CUT_OFF.search(lines[0])):
        return []  # a paragraph that a link or a post has cut in two
    for n, line in enumerate(lines[:_MOST_HIGHLIGHTS]):
        if is_list and not n:
            continue
        # A highlight in a list may end with a quotation, without a full stop.
        end = line.rstrip('”"’')[-1:] if is_list else line[-1]
        is_sentence = end in {*'.!?”"’:)…'} or kinds[n] != ""
        if is_sentence or len(line) > _LONGEST_HIGHLIGHT or (not is_list and (n or len(line.split()) < 8)):
            return list(range(n)) if n and not kinds[n] and (is_list or n == 1) else []
    return []


def _repeats(lines: Sequence[str], kinds: Sequence[str], headline: str, outlet: str, names: Sequence[str]) -> set[int]:
    """Return which of the first lines only repeat the headline, the outlet or the byline, or give the date."""
    mastheads = {
        n
        for n, line in enumerate(lines)
        if len(line) < _LONGEST_MASTHEAD and ((outlet and is_masthead(line, outlet)) or _LABEL.match(line))
    }
    bylines = {
        n
        for n, line in enumerate(lines)
        if line in names or kinds[n] == "byline" or (n + 1 in mastheads and _NAMES.match(line))
    }
    dates = {n for n, kind in enumerate(kinds) if kind == "date"}
    titles = {n for n, line in enumerate(lines[:2]) if headline and _is_title(line, headline)}
    return mastheads | bylines | dates | (titles if len(titles) < len(lines) else set())


def _is_title(line: str, headline: str) -> bool:
    """Return whether `line` is the headline or another wording of it: half of its longer words are the headline's."""
    if line == headline:
        return True
    words, known = (set(re.findall(r"\w{4,}", text.lower())) for text in (line, headline))
    shares_half = len(words) > 2 and len(words & known) >= len(words) / 2
    return shares_half and len(line) < _LONGEST_TITLE and line[-1] not in '.:,”"'
