"""Give each outlet of a corpus one name: the analyst's aliases, then its folder's, then names that are its site's."""

import re
from collections.abc import Iterable, Mapping

import pandas as pd

from analysis.aliases import FILE, Aliases, load_aliases
from analysis.articles.outlets import initials, outlet_from_folder
from analysis.wording import did_you_mean

_DOMAIN = re.compile(r"\A(?:www\.)?(?P<site>[\w-]+)\.(?:(?:com|co|org|net)(?:\.[a-z]{2})?|news|info|[a-z]{2})", re.I)
_SHORTEST = 3  # letters of a name that says which outlet is meant


def outlet_names(
    outlets: Iterable[str], aliases: Aliases, in_folders: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return the names to use by the names found, for the outlets whose name changes.

    `in_folders` are names to use that the folders give (see `names_in_folders`).

    >>> outlet_names(["Metro", "Metro.co.uk", "businessinsider.com", "Business Insider", "Slate.com"], Aliases({}, {}))
    {'Metro.co.uk': 'Metro', 'businessinsider.com': 'Business Insider'}
    """
    found = sorted(set(outlets))
    aliased = {name: use for name in found if (use := aliases.outlet(name))}
    # The alias of the plain name counts for its site and for all names of its folder, too.
    plain = {_letters(name): aliased.get(name, name) for name in found if not _DOMAIN.fullmatch(name)}
    sites = {name: site for name in found if (site := _DOMAIN.fullmatch(name))}
    joined = {name: plain[key] for name, site in sites.items() if (key := _letters(site["site"])) in plain}
    placed = {name: aliases.outlet(use) or use for name, use in (in_folders or {}).items()}
    return {name: use for name, use in {**joined, **placed, **aliased}.items() if use != name}


def names_in_folders(outlets: pd.Series, folders: pd.Series) -> dict[str, str]:
    """Return the names to use by the names found in folders that hold one outlet alone; the folder is its name.

    A folder does when each name in it goes with its own, in letters or initials. A name that stands in another folder,
    too, stays as it is, and so does a folder's only name unless it is a site's.

    >>> names_in_folders(pd.Series(["Insider", "Businessinsider.com", "Echo"]), pd.Series(["insider", "insider", "x"]))
    {'Businessinsider.com': 'Insider'}
    """
    pairs = pd.DataFrame({"outlet": outlets, "folder": folders}).dropna().drop_duplicates()
    homes = pairs["outlet"].value_counts()
    names: dict[str, str] = {}
    for folder, found in pairs.groupby("folder")["outlet"]:
        use = _name_of(folder, list(found))
        names |= {name: use for name in found if use and name != use and homes[name] == 1}
    return names


def outlet_hint(name: str, known: Iterable[str]) -> str:
    """Return what messages have behind an unknown outlet: the name that the alias file gives it, or the nearest one."""
    known, alias = list(known), load_aliases().outlet(name)
    return f" ({FILE} calls it {alias!r})" if alias in known else did_you_mean(name, known)


def _name_of(folder: str, found: list[str]) -> str | None:
    """Return the name of the outlet whose names all those `found` in a folder are; None where they are several's."""
    named = outlet_from_folder(folder)
    if not named or not all(_is_of(name, named) for name in found):
        return None
    if len(found) == 1 and not _DOMAIN.fullmatch(found[0]):
        return None
    # A folder's name in small letters has lost its capitals: the same name as printed has them.
    return next((name for name in found if _letters(name) == _letters(named)), named)


def _is_of(name: str, folder: str) -> bool:
    """Return whether a name goes with a folder's; one with a section behind a dash is an outlet of its own."""
    site = _DOMAIN.fullmatch(name)
    a, b = _letters(site["site"] if site else name), _letters(folder)
    shorter, longer = sorted((a, b), key=len)
    is_part = len(shorter) >= _SHORTEST and shorter in longer
    return " - " not in name and (is_part or initials(name) == b or initials(folder) == a)


def _letters(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum()).removeprefix("the")
