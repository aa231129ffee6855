"""An exported text taken apart: it is story already but for some furniture left in, which only typed rules take out."""

import re
from collections.abc import Collection, Sequence

from analysis.articles.caption_lines import Caption, split_caption
from analysis.articles.line_kinds import line_kind
from analysis.articles.parts import BULLET, CREDITS, Story, is_masthead, is_signature, is_subhead, once

_CARD = r"(?=[A-Z0-9‘'\"“])[^\n]{10,700}? MORE\b"  # the link's headlines, up to its "MORE"
_FULL_NAME_CARD = re.compile(rf"\b(([A-Z][\w’'-]+) ([A-Z][\w’'-]+)) ?\2 (?:[\w.()’'\"“”-]+ ){{0,4}}\3 ?{_CARD}")
_SURNAME_CARD = re.compile(rf"\b([A-Z][\w’'-]+) (?:[\w.()’'\"“”-]+ ){{1,5}}\1{_CARD}")


def drop_link_cards(line: str) -> str:
    """`line` without the cards of links that were copied along behind a person's name; the name stays.

    >>> drop_link_cards("Sen. Ann Roe Ann Marie RoeSenate begins trial of budget Budget fails again MORE (D-Ohio) agreed.")
    'Sen. Ann Roe (D-Ohio) agreed.'
    """
    return _SURNAME_CARD.sub(r"\1", _FULL_NAME_CARD.sub(r"\1", line)) if " MORE" in line else line


def clean_paragraphs(
    paragraphs: Sequence[str],
    *,
    headline: str = "",
    outlet: str = "",
    names: Sequence[str] = (),
    repeated: Collection[str] = (),
) -> Story:
    """The parts of a text that is story already but for some furniture left in: only lines that a typed rule knows are taken out.

    `headline`, `outlet` and `names` (of the byline) are taken off the top where the text repeats them; the lines in `repeated`, which
    the outlet's other articles have too (analysis.articles.repeated_lines), are left out.
    """
    lines = [drop_link_cards(line) for p in paragraphs if (line := " ".join(p.split())) and line not in repeated]
    kinds = [line_kind(line) for line in lines]
    head = _repeats(lines[:4], kinds[:4], headline, outlet, names)
    captions = {
        n: c for n, kind in enumerate(kinds) if kind in {"caption", "credit"} and (c := split_caption(lines[n]))
    }
    captions |= _opening_caption(lines, headline)
    summary = [n for n in _highlights(lines, kinds) if n not in head and n not in captions]
    signed = [n for n, kind in enumerate(kinds) if not kind][-1:]
    signed = [n for n in signed if _SIGNED.match(lines[n])]
    aside = {*head, *summary, *captions, *signed}
    body = [
        n for n, kind in enumerate(kinds) if n not in aside and (not kind or (kind in {"byline", "date"} and n > 3))
    ]
    subheads = [n for n in body if is_subhead(lines, kinds, n, set(body))]
    shouted = {
        n for n in subheads if lines[n].isupper() and len(lines[n].split()) > 6
    }  # the title of another story, linked
    body, subheads = [n for n in body if n not in shouted], [n for n in subheads if n not in shouted]
    return Story(
        paragraphs=[lines[n] for n in body if n not in subheads],
        subheads=[lines[n] for n in subheads],
        captions=once(c.text for c in captions.values() if c.text),
        photo_credit=once(c.credit for c in captions.values() if c.credit),
        summary=[re.sub(r"^Story highlights\s*", "", lines[n]) for n in summary],
        credits=[line for line, kind in zip(lines, kinds, strict=True) if kind in CREDITS or is_signature(line)],
        headline=None,
        section=None,
        byline=[lines[n] for n in sorted(head) if kinds[n] == "byline" or _NAMES.match(lines[n])]
        or [BULLET.sub("", lines[n]) for n in signed],
        published=next((lines[n] for n in sorted(head) if kinds[n] == "date"), None),
        notes=[f"editor's note: {line}" for line, kind in zip(lines, kinds, strict=True) if kind == "correction"],
    )


_NAMES = re.compile(r"^[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*){1,3}(?:(?:,| and) [A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*){1,3})*$")
_SIGNED = re.compile(r"^(?:—|–|--?) ?[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*){1,3}$")


_CUT_OFF = re.compile(r"\b(?:on|the|of|to|and|an?|in|that|for|with|by|at|as|is|was)$|\(@|https?:", re.I)


def _highlights(lines: Sequence[str], kinds: Sequence[str]) -> list[int]:
    """The lines of a list of highlights at the top, or of a standfirst: above the first paragraph, and no full sentences."""
    said = bool(lines) and lines[0].startswith("Story highlights")
    if not said and len(lines) > 1 and (lines[1][0].islower() or _CUT_OFF.search(lines[0])):
        return []  # a paragraph that a link or a post has cut in two
    for n, line in enumerate(lines[:7]):
        if said and not n:
            continue
        end = line.rstrip('”"’')[-1:] if said else line[-1]  # a highlight may end with a quotation, without a full stop
        whole = end in {*'.!?”"’:)…'} or kinds[n] != ""
        if whole or len(line) > 250 or (not said and (n or len(line.split()) < 8)):
            return list(range(n)) if n and not kinds[n] and (said or n == 1) else []
    return []


def _opening_caption(lines: Sequence[str], headline: str) -> dict[int, Caption]:
    """The first line, where it is the caption of the opening picture run together with the headline, or of a video ("CLOSE …")."""
    first = lines[0] if lines else ""
    caption = first.removeprefix("CLOSE ")
    found = re.match(
        r"(?P<caption>.{20,}?(?:[.!?][\"”’]?|\b[A-Z][\w./ ]+/(?:POLITICO|AP|AP Photo|Getty|Reuters)|\| (?:AP Photo|Getty|Reuters)))\s+(?P<title>[^.!?]{12,120}\??)$",
        caption,
    )
    if found and headline and _is_title(found["title"], headline):
        caption = found["caption"]
    if caption == first:
        return {}
    return {0: split_caption(caption) or Caption(caption.strip(" |"), "")}


def _repeats(lines: Sequence[str], kinds: Sequence[str], headline: str, outlet: str, names: Sequence[str]) -> set[int]:
    """Which of the first lines only repeat the headline, the outlet or the byline, or give the date."""
    mastheads = {
        n
        for n, line in enumerate(lines)
        if len(line) < 60 and ((outlet and is_masthead(line, outlet)) or _LABEL.match(line))
    }
    bylines = {
        n
        for n, line in enumerate(lines)
        if line in names or kinds[n] == "byline" or (n + 1 in mastheads and _NAMES.match(line))
    }
    dates = {n for n, kind in enumerate(kinds) if kind == "date"}
    titles = {n for n, line in enumerate(lines[:2]) if headline and _is_title(line, headline)}
    return mastheads | bylines | dates | titles


_LABEL = re.compile(
    r"^(?:opinion|analysis|commentary|editorial)?\W*(?:contributor|columnist|opinion|analysis|commentary|editorial board)\W*$",
    re.I,
)


def _is_title(line: str, headline: str) -> bool:
    """Whether `line` is the headline or another wording of it: no full stop, and half of its longer words are the headline's."""
    words, known = (set(re.findall(r"\w{4,}", text.lower())) for text in (line, headline))
    return line == headline or (
        len(line) < 150 and line[-1] not in '.:,”"' and len(words) > 2 and len(words & known) >= len(words) / 2
    )
