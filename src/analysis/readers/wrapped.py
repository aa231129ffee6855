"""Take away what programs for downloads and mail put above a file or in front of its lines."""

import re

_SERVER_HEAD = re.compile(rb"\A\s{0,9}HTTP/\d(?:\.\d)? \d{3}[^\n]{0,200}\n(?:[\w-]{1,60}:[^\n]{0,2000}\n){1,99}\r?\n")


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
