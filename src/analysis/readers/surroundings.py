"""Take away what stands around an export: complaints of the server that made it, fences and words of a chat."""

import re
from collections.abc import Sequence

# A line in which a program of the server complains, by the place in its source: PHP; Perl, Python, Node, MySQL.
_BY_PHP = re.compile(
    rb"\s{0,9}(?:<br\s?/?>\s{0,9}){0,3}(?:<b>)?(?:PHP )?(?:Warning|Notice|Deprecated|Strict Standards|"
    rb"(?:(?:Catchable|Recoverable) )?(?:Fatal|Parse) error)(?:</b>)?:\s([^\n]{0,2500}) on line (?:<b>)?\d{1,7}"
    rb"(?:</b>)?\s{0,9}(?:<br\s?/?>\s{0,9}){0,3}"
)
_BY_OTHERS = re.compile(
    rb"[A-Z][^\n]{0,300} at (?:[./]\S{0,300}|\S{1,300}/\S{1,99}\.\w{1,4}) line \d{1,7}\.\s{0,9}"
    rb"|\S{0,300}\.py:\d{1,7}: \w{0,60}Warning: .*"
    rb"|\(node:\d{1,9}\) .*|\(Use `node .*|mysql\w{0,9}: \[Warning\] .*"
)
# The place: a path to a file, and what runs in it; prose may have a slash, too: on the road from Ashby/Barrow.
_SOURCE = re.compile(
    rb"(?:<b>)?(?:(?:/|\.{1,2}/|\w{1,20}:[/\\]|\\\\)[^\n]{0,2000}|[^\n]{0,2000}[/\\][^\n/\\]{0,200}\.\w{1,5})"
    rb"(?:</b>)?"
)
_BREAK = re.compile(rb"\s{0,9}<br\s?/?>\s{0,9}")
_BREAK_AT_END = re.compile(rb"<br\s?/?>\s{0,9}\Z")
_COMPLAINTS = "left out complaints of the server"
_MOST_COMPLAINTS = 50  # lines above or below a file
_FENCE = re.compile(rb"^[ \t]{0,3}(`{3,}|~{3,})[ \t]{0,9}([\w.+-]{0,20})[ \t\r]{0,9}$", re.M)
_MOST_AROUND = 600  # bytes of words around what stands between fences
_DATA = re.compile(rb"\s{0,999}[\[{<]")
_TABLES = (b"csv", b"tsv")
# What says that data are articles, and not an example within one: a name of the text, or the elements of a page.
_OF_ARTICLES = re.compile(
    rb"<(?:!doctype|html|body|article|rss|feed|item|entry)\b|\b\w{0,20}(?:text|body|content|story|article|html)\b", re.I
)


def without_complaints(data: bytes) -> tuple[bytes, list[str]]:
    r"""Return a file without the lines above and below it in which a program of the server complains, and a note.

    >>> without_complaints(b"<b>Notice</b>: No rain in <b>/a.php</b> on line <b>3</b><br />\n[]\n")
    (b'[]\n', ['left out complaints of the server'])
    """
    above = _complaints(data[:100_000].split(b"\n", _MOST_COMPLAINTS)[:-1])
    rest = data[sum(len(line) + 1 for line in above) :]
    below = _complaints(rest[-100_000:].rstrip().rsplit(b"\n", _MOST_COMPLAINTS)[:0:-1])
    if below:
        rest = rest.rstrip()
        rest = _BREAK_AT_END.sub(b"", rest[: len(rest) - sum(len(line) + 1 for line in below)])
    return rest, [_COMPLAINTS] if above or below else []


def is_complaint(line: bytes) -> bool:
    """Return whether a line is one in which a program of the server complains, or the break of lines above it."""
    return bool(_BREAK.fullmatch(line)) or _complains(line)


def _complains(line: bytes) -> bool:
    by_php = _BY_PHP.fullmatch(line)
    place = by_php[1].rpartition(b" in ")[2] if by_php else b""
    return bool(_SOURCE.fullmatch(place)) or bool(_BY_OTHERS.fullmatch(line))


def _complaints(lines: Sequence[bytes]) -> Sequence[bytes]:
    """Return the lines up to the last complaint of those that lines begin with; blank ones may stand between."""
    end = 0
    for number, line in enumerate(lines, start=1):
        if _complains(line):
            end = number
        elif not (line.startswith(b"  ") and end == number - 1) and line.strip() and not _BREAK.fullmatch(line):
            break  # Python shows the line of its source, too
        elif end == number - 1 and end and not line.strip():
            end = number
    return lines[:end] if any(map(_complains, lines[:end])) else []


def without_fences(data: bytes) -> bytes:
    r"""Return what stands between the fences of Markdown, where that is a whole file or data with few words around it.

    >>> without_fences(b'Here:\n\n```json\n[{"text": "Rain"}]\n```\n')
    b'[{"text": "Rain"}]\n'
    """
    if b"```" not in data and b"~~~" not in data:
        return data
    blocks: list[tuple[bytes, bytes]] = []
    around, opening, end = [], None, 0
    for fence in _FENCE.finditer(data):
        if not blocks and not opening and fence.start() > _MOST_AROUND:
            return data
        if not opening:
            around.append(data[end : fence.start()])
            opening = fence
        elif fence[1].startswith(opening[1]) and not fence[2]:
            blocks.append((opening[2].lower(), data[opening.end() + 1 : fence.start()]))
            opening, end = None, fence.end()
    if opening:
        blocks.append((opening[2].lower(), data[opening.end() + 1 :]))
        end = len(data)
    if not blocks:
        return data
    words = b"".join([*around, data[end:]]).strip()
    inside = b"".join(block for _, block in blocks)
    if len(blocks) == 1 and not words:
        return inside
    are_data = all(kind in _TABLES or _DATA.match(block) for kind, block in blocks) and bool(
        _OF_ARTICLES.search(inside)
    )
    return inside if are_data and len(words) <= min(_MOST_AROUND, len(inside)) else data
