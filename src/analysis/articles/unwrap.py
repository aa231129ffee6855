"""Lines broken at a fixed width, as mail programs and wire terminals do it, joined to paragraphs again."""

import re

_HARD_WRAP = range(50, 101)  # the width at which mail programs and wire terminals break lines
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$|^[-–—*•|]+$")


def unwrap(text: str) -> tuple[str, list[str]]:
    """`text` with hard-wrapped lines joined to paragraphs, and a note if there were any.

    It is taken for hard-wrapped when blank lines part its paragraphs and most lines inside them are of one width and stop in
    mid-sentence.
    """
    blocks = [block.split("\n") for block in re.split(r"\n[ \t]*\n+", text)]
    inner = [line for block in blocks for line in block[:-1] if line.strip()]
    if len(inner) < 6:
        return text, []
    widths = sorted(len(line.rstrip()) for line in inner)
    usual = widths[int(len(widths) * 0.9)]
    full = sum(usual - 18 <= width <= usual for width in widths)
    broken = sum(not _ENDS.search(line.rstrip()) for line in inner)
    if usual not in _HARD_WRAP or full < 0.7 * len(inner) or broken < 0.7 * len(inner):
        return text, []
    joined = [" ".join(line.strip() for line in block if line.strip()) for block in blocks]
    return "\n\n".join(filter(None, joined)), ["joined lines broken at a fixed width"]
