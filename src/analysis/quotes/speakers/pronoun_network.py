"""The network that reads the text around a he or she (trained by training/pronoun_reader.py)."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.quotes.document import read_document
from analysis.quotes.network import run
from analysis.quotes.speakers.pronoun_context import Candidate, Pronoun, PronounContext
from analysis.quotes.word_pieces import Pieces, encode, framed
from analysis.shipped import shipped_file

MODEL = shipped_file("quotes/speakers/pronoun_network.onnx")
SIZE = 64  # of the two vectors of each piece: what it asks for as a pronoun, what it offers as a name
BEFORE, AFTER = 104, 24  # pieces read around a pronoun
_REACH = 900, 250  # characters that hold so many pieces, so that the work does not grow with the text


class Window(NamedTuple):
    """What the network reads around a pronoun: ids of pieces, and where among them the pronoun and each name are."""

    ids: NDArray[np.int64]
    pronoun: slice
    names: list[slice]
    owners: list[int]  # per name: the number of the person


def shares(
    context: PronounContext, pronoun: Pronoun, numbers: Sequence[int], *, network: Path | None = None
) -> NDArray[np.float64]:
    """Return the chance (0 to 1) that the network gives each person of `numbers`. The rest to 1 is nobody's.

    Softmax over the products of the pronoun's asking vector with the offering vectors of the names around it and of the
    window's first piece, which stands for nobody named here. A person's share is the sum over his or her names. The
    part of the first piece is divided evenly among nobody and the persons not named in the window. `network` is another
    file than the one that ships.
    """
    first, last = (context.first_mention(at) for at in (pronoun.start - _REACH[0], pronoun.end + _REACH[1]))
    named = zip(context.owners[first:last], context.mentions[first:last], strict=True)
    window = read_window(context.text, pronoun, [Candidate(n, mention) for n, mention in named if n in numbers])
    if not window.names or window.pronoun.start >= window.pronoun.stop:  # a pronoun in a quotation is not in the text
        return np.full(len(numbers), 1 / (len(numbers) + 1))
    asks, offers = np.split(run(network or MODEL, window.ids), 2, axis=1)
    names = np.stack([*(offers[name].mean(axis=0) for name in window.names), offers[0]])
    scores = names @ asks[window.pronoun].mean(axis=0) / SIZE**0.5
    parts = np.exp(scores - scores.max())
    parts /= parts.sum()
    owners = np.array(window.owners)
    elsewhere = parts[-1] / (1 + len(set(numbers) - set(window.owners)))
    return np.array([parts[:-1][owners == n].sum() if n in window.owners else elsewhere for n in numbers])


def read_window(text: str, pronoun: Pronoun, near: list[Candidate]) -> Window:
    """Return the window around a pronoun, with the names of `near` that lie in it."""
    offset = max(0, pronoun.start - _REACH[0])
    pieces = encode(read_document(text[offset : pronoun.end + _REACH[1]]))
    at = _pieces_of(pieces, pronoun.start - offset, pronoun.end - offset)
    low, high = max(0, at.start - BEFORE), min(len(pieces.ids), at.stop + AFTER)
    names, owners = [], []
    for number, mention in near:
        name = _pieces_of(pieces, mention.start - offset, mention.end - offset)
        if low <= name.start < name.stop <= high:
            names.append(_moved(name, low))
            owners.append(number)
    return Window(framed(pieces.ids[low:high]), _moved(at, low), names, owners)


def _pieces_of(pieces: Pieces, start: int, end: int) -> slice:
    """Return the pieces between two offsets."""
    return slice(int(np.searchsorted(pieces.ends, start, side="right")), int(np.searchsorted(pieces.starts, end)))


def _moved(pieces: slice, low: int) -> slice:
    """Return pieces as numbered in a window that begins with piece `low` after a start piece."""
    return slice(pieces.start - low + 1, pieces.stop - low + 1)
