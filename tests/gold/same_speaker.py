"""Whether a speaker that was found is the one that was coded."""

import re

import allsides

_SMALL = frozenset("the a an of for and on in".split())


def is_right(found: str | None, who: str) -> bool:
    """Return whether a found speaker is who was coded, "" for nobody.

    Right is the same person (the last word of the name and the first letter of the given name), or the same institution
    (the words of one within those of the other, or one the other's acronym).
    """
    if not isinstance(found, str) or not who:
        return not isinstance(found, str) and not who
    return allsides.is_same(_bare(found), _bare(who)) or _is_same_body(found, who)


def _bare(name):
    return re.sub(r"[“”\"’']s?\b|[“”\"’',]", "", name).strip()


def _is_same_body(a, b):
    one, other = (
        [w for w in re.findall(r"[\w.&-]+", _bare(n).lower().replace(".", "")) if w not in _SMALL] for n in (a, b)
    )
    if not one or not other:
        return False
    acronyms = {"".join(w[0] for w in one), "".join(w[0] for w in other)}
    return set(one) <= set(other) or set(other) <= set(one) or bool(acronyms & {"".join(one), "".join(other)})
