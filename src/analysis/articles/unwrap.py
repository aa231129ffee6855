"""Lines broken at a fixed width, as mail programs and wire terminals do it, joined to paragraphs again."""

import re

_WIDTHS = range(50, 101)  # characters at which mail programs and wire terminals break lines
_SLACK = 18  # characters that a broken line may be short of the width: the next word did not fit
_FEW = 6  # lines inside paragraphs, below which nothing can be said
_MOST = 0.7  # the share of these lines that must be as wide, and break off in mid-sentence
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$|^[-–—*•|]+$")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


def unwrap(text: str) -> tuple[str, list[str]]:
    """Return `text` with hard-wrapped lines joined to paragraphs, and a note if there were any.

    A text is hard-wrapped when blank lines part its paragraphs and most lines inside them are of one width and stop in
    mid-sentence.
    """
    blocks = [block.split("\n") for block in _BLANK_LINES.split(text)]
    inner = [line for block in blocks for line in block[:-1] if line.strip()]
    if len(inner) < _FEW:
        return text, []
    widths = sorted(len(line.rstrip()) for line in inner)
    usual = widths[int(len(widths) * 0.9)]
    full = sum(usual - _SLACK <= width <= usual for width in widths)
    broken = sum(not _SENTENCE_END.search(line.rstrip()) for line in inner)
    if usual not in _WIDTHS or min(full, broken) < _MOST * len(inner):
        return text, []
    joined = [" ".join(line.strip() for line in block if line.strip()) for block in blocks]
    return "\n\n".join(filter(None, joined)), ["joined lines broken at a fixed width"]
