"""Whether a speaker that was found is the one that was coded."""

import re

import allsides

_SMALL = frozenset("the a an of for and on in".split())
_OPENING = re.compile(  # what may stand with a capital before a noun
    "(?:A|All|An|At|Big|Both|Each|Every|Her|His|In|Local|Many|Most|Multiple|No|One|Other|Our|Several|Some|That|The"
    "|Their|These|This|Those|Two|Various) |(?:Companies|Democrats|Republicans|Universities)$"
)


def is_right(found: str | None, who: str) -> bool:
    """Return whether a found speaker is who was coded, "" for nobody.

    Right is the same person (the last word of the name and the first letter of the given name), or the same institution
    (the words of one within those of the other, or one the other's acronym). Of several, each who was coded is found.
    """
    if not isinstance(found, str) or not who:
        return not isinstance(found, str) and not who
    if _is_same(found, who):
        return True
    several = who.split(" and ")
    return len(several) > 1 and all(any(_is_same(one, w) for one in found.split(" and ")) for w in several)


def names_somebody(who: str) -> bool:
    """Return whether what was coded as who speaks has a name, not only a description such as "The administration".

    >>> names_somebody("the Harbor Union"), names_somebody("The administration"), names_somebody("")
    (True, False, False)
    """
    return any(c.isupper() for c in _OPENING.sub("", who))


def _is_same(found, who):
    return allsides.is_same(_bare(found), _bare(who)) or _is_same_body(found, who)


def _bare(name):
    return re.sub(r"[“”\"’']s?\b|[“”\"’',]", "", name).strip()


def _is_same_body(a, b):
    every = [re.findall(r"[\w.&-]+", _bare(n).lower().replace(".", "")) for n in (a, b)]
    one, other = ([w for w in tokens if w not in _SMALL] for tokens in every)
    if not one or not other:
        return False
    acronyms = {"".join(w[0] for w in tokens) for tokens in (one, other, *every)}
    return set(one) <= set(other) or set(other) <= set(one) or bool(acronyms & {"".join(one), "".join(other)})
