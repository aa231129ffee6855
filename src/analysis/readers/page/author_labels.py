"""What a saved page says beside a name: that this person wrote the story, did other work on it, or who it is."""

import re
from collections.abc import Sequence

_WROTE = re.compile(
    r"^\W*(?:(?:this|the)\s+)?"
    r"(?:(?:article|text|words|story|post|guide|piece|essay|blog|report|column)\s+(?:was\s+)?(?:written\s+)?by"
    r"|(?:written|authored|reported|contributed)\s+by|about\s+the\s+(?:authors?|writers?)|meet\s+the\s+author|authors?)"
    r"\b(?![’'-])",
    re.I,
)
_OTHER_WORK = re.compile(  # at the end of the line above a name, or the whole of it
    r"(?:^|\s)(?:(?:re)?view(?:ed)?|edited|editing|checked|verified|photos?|photograph(?:s|y|ed)|pictures?|images?"
    r"|illustrat(?:ed|ions?)|translated|translation|approved|interviewed|researched|research|tested|produced|video"
    r"|audio|graphics?|designed|curated|narrated|compiled|quote[ds]?|sponsored)\s+by\W*$"
    r"|^\W*(?:editors?|(?:\w+ )?reviewers?|photographers?|fact[ -]?checkers?|translators?|researchers?|producers?"
    r"|illustrators?|(?:media |press )?contacts?|comments?|leadership"
    r"|mayor|principal|president|superintendent|(?:student|employee) of the month|speakers?|panelists?|hosts?|guests?"
    r"|foto|bild|photo|redaktor|red|oprac)\W*$",
    re.I,
)
_PICTURES = re.compile(
    r"^\W*(?:photographers?|photos?|fotos?|fotograf(?:e|en|in|o|a)?|bilder?|images?|illustrator)\W*$", re.I
)
_NAME = r"[^\W\d_a-zß-ÿ][\w.’'-]{0,30}(?: (?:[^\W\d_a-zß-ÿ][\w.’'-]{0,30}|d[aeiou]l?|van|von|der|bin|la|le)){1,3}"
_VERBS = (
    "is|was|are|has|covers|covered|writes|wrote|reports|reported|teaches|lives|works|leads|founded|serves|studies"
    "|edits|joined|can be reached|may be reached"
)
_PRESENTED = re.compile(  # what a name is now, not what it did or was told: that may be the story
    r",? (?:\([^)]{1,40}\) )?"
    r"(?:is (?:an?|the|our|based|[^\W\d_]{1,40}(?:['’]s?|[- ](?:reporter|writer|editor|columnist)))\b"
    r"|has (?:covered|been (?:an?|the|our|with|covering|writing|reporting))\b"
    r"|(?:covers|writes|reports|teaches|lives|works|leads|serves|studies|edits|(?:can|may) be reached)\b)"
)
_WHO = re.compile(  # who a name below a story is, or where to write to
    rf"^\W*(?:About )?(?P<name>{_NAME}),? (?:\([^)]{{1,40}}\) )?(?:{_VERBS})\b"
    r"|^\W*(?:You can )?(?:[Cc]ontact|[Rr]each|[Ee]-?mail|[Ww]rite to|[Ff]ollow|[Cc]all) "
    r"(?:the author,? |(?:[\w-]+ ){0,3}?(?:reporter|writer|editor|columnist) )?"
    rf"(?P<reached>{_NAME}) (?:at|on|via|by|directly)\b"
)
_OTHERS = re.compile(
    r"^\W*(?:(?:\w+ly )?(?:reviewed|edited|checked|verified|approved|translated|researched|tested|illustrated|produced"
    r"|photographed|fact[ -]?checked)|photos?|photography|pictures?|images?|illustrations?|graphics?|video"
    r"|additional reporting) by\b",
    re.I,
)
_WRITTEN = re.compile(r"\b(?:written|words|text|story) by\b", re.I)
_INITIALS = re.compile(r"(?:[^\W\d_]\.? ?){1,3}")  # in place of a portrait
_SHORT = 60  # characters of a line that is a label, a role or a name
_ABOVE = 6  # short lines above a name in which the heading of a box of authors may stand


def label_of(texts: Sequence[str], n: int) -> int:
    """Return what stands on a line before a name or above it: 2 that it is the author's, -1 that it is another's work.

    Where the label stands further above, over short lines, it is 1: a box of authors. Without a label it is 0.
    """
    above = next((text for text in reversed(texts[max(n - 2, 0) : n]) if not _INITIALS.fullmatch(text)), "")
    if _is_other_work(above) or (n + 1 < len(texts) and _PICTURES.search(texts[n + 1])):
        return -1
    if _WROTE.match(texts[n]) or _is_label(above):
        return 2
    for text in reversed(texts[max(n - _ABOVE, 0) : n]):
        if len(text) > _SHORT or _is_other_work(text):
            break
        if _is_label(text):
            return 1
    return 0


def is_of_other_work(text: str) -> bool:
    """Return whether a line begins with another's work on the story: "Reviewed by Ana Roe"."""
    return bool(_OTHERS.match(text))


def wrote(text: str) -> str:
    """Return what follows on a line that says who wrote the story; "" where it does not say it.

    >>> wrote("Words by Ana Roe"), wrote("By Ana Roe")
    ('Ana Roe', '')
    """
    found = _WROTE.match(text)
    return text[found.end() :].strip(" :|") if found else ""


def without_others(text: str) -> str:
    """Return a line from where it says who wrote the story: "Reviewed by Ana Roe. Written by Tom Vale" names one.

    >>> without_others("Reviewed by Ana Roe. Written by Tom Vale"), without_others("Rain fell.")
    ('Written by Tom Vale', 'Rain fell.')
    """
    found = _WRITTEN.search(text) if is_of_other_work(text) else None
    return text[found.start() :] if found else text


def who_is(text: str) -> str:
    """Return the name that a line is about, as below a story: who that is, or where to reach them; "" for none.

    >>> who_is("Ana Roe covers the council."), who_is("Reach Ana Roe at 555-0117."), who_is("Rain fell.")
    ('Ana Roe', 'Ana Roe', '')
    """
    found = _WHO.match(text)
    return (found["name"] or found["reached"]) if found else ""


def presents(text: str) -> str:
    """Return the name that a line presents, as below a story: what that person is, or how to reach them; "" for none.

    What a person did or was told may be the end of the story.

    >>> presents("Ana Roe is a reporter."), presents("Ana Roe was told by the mayor that it rained.")
    ('Ana Roe', '')
    """
    found = _WHO.match(text)
    if found is None or found["reached"]:
        return found["reached"] if found else ""
    return found["name"] if _PRESENTED.match(text, found.end("name")) else ""


def _is_label(text: str) -> bool:
    found = _WROTE.match(text)
    return found is not None and not any(map(str.isalnum, text[found.end() :]))


def _is_other_work(text: str) -> bool:
    return len(text) <= _SHORT and bool(_OTHER_WORK.search(text))
