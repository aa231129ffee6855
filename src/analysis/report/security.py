"""The content security policy of a report's pages: what a browser may run, draw and fetch there."""

import base64
import hashlib
from collections.abc import Iterable

# Nothing is fetched, framed, sent or run; a page opened from disk may draw the pictures beside it.
_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'"
_PICTURES = "img-src 'self' file: data:"


def policy(
    *, styles: Iterable[str] = (), scripts: Iterable[str] = (), any_style: bool = False, reads: bool = False
) -> str:
    """Return the policy of a page that has just these style sheets and scripts in it, each named by its SHA-256.

    With `reads`, these scripts, and nothing else, may read further script files. With `any_style`, every style is
    drawn, as pages of notebooks need it; a style can fetch nothing, since the policy forbids that.

    >>> policy().split("; ")[-2:]
    ["style-src 'none'", "script-src 'none'"]
    """
    style = "'unsafe-inline'" if any_style else _hashes(styles)
    attributes = "" if any_style or not scripts else "; style-src-attr 'unsafe-inline'"
    further = " 'strict-dynamic'" if reads else ""
    return f"{_NOTHING}; {_PICTURES}; style-src {style}{attributes}; script-src {_hashes(scripts)}{further}"


def _hashes(sources: Iterable[str]) -> str:
    digests = [base64.b64encode(hashlib.sha256(source.encode()).digest()).decode() for source in sources]
    return " ".join(f"'sha256-{digest}'" for digest in digests) or "'none'"
