"""Names are drawn as they are written: no mathematics, no boxes, nothing that a line break or a blank hides."""

import unicodedata
from functools import cache
from itertools import groupby

from matplotlib.figure import Figure, SubFigure
from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font
from matplotlib.text import Text

LONGEST = 60  # characters of a name; longer ones lose their middle
NO_NAME = "(no name)"
_WEIGHTS = (400, 700)  # those that charts use
_LAST_RESORT = "Last Resort"  # a font of boxes that comes with matplotlib


def shown(name: object, *, longest: int = LONGEST) -> str:
    r"""Return a name for a chart on one line: "(no name)" if blank, without its middle if long.

    >>> shown("a_b $5"), shown(" \t"), shown("Ledger of the North", longest=11)
    ('a_b $5', '(no name)', 'Ledge…North')
    """
    visible = "".join(sign if sign.isprintable() else " " for sign in str(name))
    text = " ".join(visible.split()) or NO_NAME
    if len(text) > longest:
        head = longest // 2
        text = f"{text[:head].rstrip()}…{text[head + 1 - longest :].lstrip()}"
    return text


def draw_as_written(figure: Figure | SubFigure) -> None:
    """Turn off mathematics in every text: `$`, `_`, `^` and a backslash are signs of names."""
    for text in figure.findobj(Text):
        if isinstance(text, Text):
            text.set_parse_math(False)


def use_installed_fonts(figure: Figure) -> str:
    """Draw signs that the style's font lacks in another installed font; return a note on signs that none has.

    Where no font has them, a run of them is drawn as the name of its script with a number, such as "[CJK 1]"; the note
    says what each stands for.
    """
    texts = [text for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text()]
    signs = {sign for text in texts for sign in text.get_text() if not sign.isspace()}
    lacking = [signs - _signs_in(family) for family in {tuple(text.get_fontfamily()) for text in texts}]
    fonts, missing = _fonts_for(frozenset().union(*lacking))
    stand_ins: dict[str, str] = {}
    for text in texts:
        if fonts:
            text.set_fontfamily([*text.get_fontfamily(), *fonts])
        if missing.intersection(text.get_text()):
            text.set_text(_without(missing, text.get_text(), stand_ins))
    if not stand_ins:
        return ""
    named = ", ".join(f"{stand_in} is {signs}" for signs, stand_in in stand_ins.items())
    return f"No installed font has the signs of some names: {named}. Install a font that has them, such as Noto Sans."


def _without(missing: frozenset[str], text: str, stand_ins: dict[str, str]) -> str:
    """Return the text with a stand-in for each run of missing signs; new ones are added to `stand_ins`."""
    pieces = []
    for lacking, run in groupby(text, key=missing.__contains__):
        signs = "".join(run)
        if lacking and signs not in stand_ins:
            script = unicodedata.name(signs[0], "sign").split()[0]
            stand_ins[signs] = f"[{script} {len(stand_ins) + 1}]"
        pieces.append(stand_ins[signs] if lacking else signs)
    return "".join(pieces)


@cache
def _fonts_for(signs: frozenset[str]) -> tuple[list[str], frozenset[str]]:
    """Return the installed fonts that have some of the signs, and the signs that no font has."""
    chosen: list[str] = []
    left = set(signs)
    names = {font.name for font in fontManager.ttflist if left}
    for name in sorted(names, key=lambda name: (name != "DejaVu Sans", name)):  # it comes with matplotlib
        found = set() if name.startswith(_LAST_RESORT) else left & _signs_of(name)
        if found:
            chosen.append(name)
            left -= found
    return chosen, frozenset(left)


@cache
def _signs_in(family: tuple[str, ...]) -> frozenset[str]:
    """Return the signs of the font that is drawn for a family of fonts."""
    file = findfont(FontProperties(family=list(family)))
    return _signs_of(get_font(file).family_name)


@cache
def _signs_of(name: str) -> frozenset[str]:
    """Return the signs that the regular and the bold files of a font have, or else all its files."""
    own = [font for font in fontManager.ttflist if font.name == name]
    files = [font.fname for font in own if font.weight in _WEIGHTS] or [font.fname for font in own]
    return frozenset.intersection(*(frozenset(map(chr, get_font(file).get_charmap())) for file in files))
