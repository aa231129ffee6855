"""Take away what programs put around the content of a file: a server's head, signs of mail, scripts, strings."""

import json
import re
from html import unescape

from analysis.readers.json_lines import DECODER

_SERVER_HEAD = re.compile(rb"\A\s{0,9}HTTP/\d(?:\.\d)? \d{3}[^\n]{0,200}\n(?:[\w-]{1,60}:[^\n]{0,2000}\n){1,99}\r?\n")
# A script around it: callback([…]), var articles = […], export default […], and what guards against scripts.
SCRIPT = re.compile(
    r"""\A\s*(?:/\*[^*]{0,99}\*/\s{0,99})?(?:\)\]\}',?|(?:while|for)\s?\([^()]{0,9}\);?|throw [^\n]{1,80}\n|"""
    r"""export\s{1,9}default|(?:(?:export\s+)?(?:var|let|const)\s+)?[\w.$]{1,60}\s*[=(])\s*(?=\{\s*"|\[\s*\{)"""
)
_MARK = re.compile(r"^[\ufeff\x1e]", re.M)  # a byte-order mark or a separator of records, on top of a line
_MARKED = re.compile(r"[\ufeff\x1e]?\s{0,9}(?:[\[{]|/\*)")
# JSON in a string of JSON, also of one in a string; or a text with escapes.
_STRINGS = re.compile(
    r"""\s{0,99}"(?:(?:\\{1,3}"){0,2}(?:\{\\{1,7}"|\[(?:\\{1,7}n|\s){0,9}\{)|[^"\\\n]{1,2000}\\["nru])"""
)
_IN_A_PAGE = re.compile(  # as a browser saves it
    r"\s{0,99}<html[^>]{0,999}>\s{0,99}(?:<head>[^{}]{0,2000}</head>)?\s{0,99}<body[^>]{0,999}>\s{0,99}<pre[^>]{0,999}>"
    r"(\s{0,99}(?:[\[{]|&lt;(?:!doctype|html|\?xml)\b)[^<]*)</pre>",
    re.I,
)


def without_server_head(data: bytes) -> bytes:
    r"""Return a file without what a server sent above it.

    >>> without_server_head(b"HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\n\r\ntitle,text\n")
    b'title,text\n'
    """
    return _SERVER_HEAD.sub(b"", data, count=1)


def without_quote_marks(text: str) -> str:
    r"""Return a text without the signs that mail puts in front of each line of what it quotes.

    >>> without_quote_marks("> Rain fell.\n> It stopped.")
    'Rain fell.\nIt stopped.'
    """
    lines = text.split("\n")
    quoted = sum(line.startswith(">") for line in lines)
    if quoted < 2 or quoted < sum(bool(line.strip()) for line in lines):
        return text
    return "\n".join(line.removeprefix(">").removeprefix(" ") for line in lines)


def unwrapped(text: str) -> str:
    r"""Return JSON without what programs put around it: marks, a page of a browser, a string; other text as it is.

    A page that a browser shows as its source is opened, too.

    >>> unwrapped('"[{\\"a\\": 1}]"'), unwrapped('<html><body><pre>[{"a": 1}]</pre></body></html>')
    ('[{"a": 1}]', '[{"a": 1}]')
    """
    if page := _IN_A_PAGE.match(text):
        return unescape(page[1])
    if _MARKED.match(text):
        text = _MARK.sub("", text)
    if script := SCRIPT.match(text):
        return _within(text, script.end())
    if not _STRINGS.match(text):
        return text
    try:
        values = [json.loads(line, strict=False) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        return text
    return unwrapped("\n".join(values)) if all(isinstance(value, str) for value in values) else text


def _within(text: str, start: int) -> str:
    """Return the value that begins at `start` if nothing but the end of its script follows; else the whole text."""
    try:
        end = DECODER.raw_decode(text, start)[1]
    except (ValueError, RecursionError):
        return text
    return text if text[end:].strip(" \t\r\n);") else text[start:end]
