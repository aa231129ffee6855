"""Find the sentences of one paragraph: Punkt's boundaries, without those inside of what reads as one sentence."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from analysis.shipped import load_json, shipped_file

PUNKT = shipped_file("words/punkt.json")  # learned from news by training/punkt.py

# Words that are abbreviations only where a number follows: "No. 5", but "No." as an answer.
BEFORE_NUMBERS = frozenset(
    "approx art arts bldg c ca ch chap cl eq ex fig figs h.r hwy no nos p par para pp reg rm rt rte s sec secs ver "
    "vol vols".split()
)
_BEFORE_A_NUMBER = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, sorted(BEFORE_NUMBERS)))})\.$", re.IGNORECASE)
_NUMBER = re.compile(r"[$€£]?\d")
# The number of an entry of a list: alone in its piece, or the first one behind what leads to the list.
_LIST_MARK = re.compile(r"(?:\A\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]+)|[:;] \(?[1aAiI])[.)]\Z")
# A quotation of the French form, whose opening mark stands apart from the word before it.
_FRENCH = re.compile(r"(?<!\S)«[^«»]*»")
_OPENING = re.compile(r"[(\[{«]{0,9}[A-Z0-9]")


def sentence_ends(paragraph: str, folded: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of a paragraph, in order; in `folded` its quotation marks are straight.

    >>> text = 'Is it in Sec. 5? "No!", he said. It is not.'
    >>> [text[start:end] for start, end in sentence_ends(text, text)]
    ['Is it in Sec. 5?', '"No!", he said.', 'It is not.']
    """
    inside = [found.span() for found in _FRENCH.finditer(paragraph)]
    start: int | None = None
    end = 0
    for next_start, next_end in _punkt()(folded):
        if start is None:
            start = next_start
        elif not _is_one(folded, start, end, next_start) and not any(
            start < opened < end < closed for opened, closed in inside
        ):
            yield start, end
            start = next_start
        end = next_end
    if start is not None:
        yield start, end


def _is_one(text: str, start: int, end: int, next_start: int) -> bool:
    """Return whether what begins at `next_start` goes on with the sentence from `start` to `end`."""
    before = text[start:end]
    if end == next_start:  # no blank between: "M.D." and "'s", or a closing mark
        is_opening = text[next_start] == '"' and before.count('"') % 2 == 0
        return not _OPENING.match(text, next_start + is_opening)
    return (
        text[next_start].islower()
        or (_NUMBER.match(text, next_start) is not None and _BEFORE_A_NUMBER.search(before) is not None)
        or _LIST_MARK.search(before) is not None
    )


@cache
def _punkt() -> Callable[[str], Iterable[tuple[int, int]]]:
    # Importing nltk takes more than a second of processor time, which programs that split no sentences need not pay.
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    learned = load_json(PUNKT)
    params = PunktParameters()
    params.abbrev_types = set(learned["abbreviations"]) - {"no", "nos"}
    params.collocations = set(map(tuple, learned["collocations"]))
    params.sent_starters = set(learned["sentence_starters"])
    for flags, words in learned["orthographic_context"].items():
        params.ortho_context.update(dict.fromkeys(words, int(flags)))
    split: Callable[[str], Iterable[tuple[int, int]]] = PunktSentenceTokenizer(params).span_tokenize
    return split
