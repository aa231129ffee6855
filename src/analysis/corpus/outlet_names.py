"""Give each outlet of a corpus one name: the analyst's aliases first, then names that differ by a domain's ending."""

import re
from collections.abc import Iterable

from analysis.aliases import Aliases

_DOMAIN = re.compile(r"(?:www\.)?(?P<site>[\w-]+)\.(?:(?:com|co|org|net)(?:\.[a-z]{2})?|news|info|[a-z]{2})", re.I)


def outlet_names(outlets: Iterable[str], aliases: Aliases) -> dict[str, str]:
    """Return the names to use by the names found, for the outlets whose name changes.

    >>> outlet_names(["Metro", "Metro.co.uk", "businessinsider.com", "Business Insider", "Slate.com"], Aliases({}, {}))
    {'Metro.co.uk': 'Metro', 'businessinsider.com': 'Business Insider'}
    """
    found = sorted(set(outlets))
    aliased = {name: use for name in found if (use := aliases.outlet(name))}
    # The alias of the plain name counts for its site, too.
    plain = {_letters(name): aliased.get(name, name) for name in found if not _DOMAIN.fullmatch(name)}
    sites = {name: site for name in found if (site := _DOMAIN.fullmatch(name))}
    joined = {name: plain[key] for name, site in sites.items() if (key := _letters(site["site"])) in plain}
    return {name: use for name, use in {**joined, **aliased}.items() if use != name}


def _letters(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
