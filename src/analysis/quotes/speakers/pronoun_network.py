"""Whom a he or she means to the network that reads the text around it (trained by training/pronoun_reader.py)."""

from bisect import bisect_left
from typing import NamedTuple

import numpy as np

from analysis.quotes.document import read_document
from analysis.quotes.network import run
from analysis.quotes.speakers.pronoun_clues import Pronoun, Scene
from analysis.quotes.word_pieces import encode, framed
from analysis.shipped import shipped_file

MODEL = shipped_file("quotes/speakers/pronoun_network.onnx")
SIZE = 64  # of the two vectors of each piece: what it asks for as a pronoun, what it offers as a name
BEFORE, AFTER = 104, 24  # pieces read around a pronoun
_REACH = 900, 250  # characters that hold so many pieces, so that the work does not grow with the text


class Window(NamedTuple):
    """What is read around a pronoun: ids of pieces, where the pronoun is among them, and where each name is."""

    ids: np.ndarray
    pronoun: slice
    names: list[slice]


def shares(scene: Scene, pronoun: Pronoun, numbers: list[int]) -> np.ndarray:
    """The share (0 to 1) of each person of `numbers` in what the pronoun means; what is missing to 1 is nobody's.

    Softmax over the products of the pronoun's asking vector with the offering vectors of the persons' names around it and of the
    window's first piece, which stands for nobody here; a person's share is the sum over his or her names. Those not named in the
    window and nobody at all share nobody's part alike.
    """
    first = bisect_left(scene.mentions, pronoun.start - _REACH[0], key=lambda m: m.start)
    last = bisect_left(scene.mentions, pronoun.end + _REACH[1], key=lambda m: m.start)
    near = [(m, n) for m, n in zip(scene.mentions[first:last], scene.owners[first:last]) if n in numbers]
    window, near = look(scene.text, pronoun, near)
    if (
        not near or window.pronoun.start >= window.pronoun.stop
    ):  # a pronoun in a quotation left out of the scene cannot be read
        return np.full(len(numbers), 1 / (len(numbers) + 1))
    asks, offers = np.split(run(MODEL, window.ids), 2, axis=1)
    names = np.stack([*(offers[name].mean(axis=0) for name in window.names), offers[0]])
    scores = names @ asks[window.pronoun].mean(axis=0) / SIZE**0.5
    parts = np.exp(scores - scores.max())
    parts /= parts.sum()
    owners = np.array([number for _, number in near])
    elsewhere = parts[-1] / (1 + len(set(numbers) - set(owners)))
    return np.array([parts[:-1][owners == number].sum() if number in owners else elsewhere for number in numbers])


def look(text: str, pronoun: Pronoun, near: list) -> tuple[Window, list]:
    """The window around a pronoun, and those of `near` (pairs of mention and person) that lie in it."""
    offset = max(0, pronoun.start - _REACH[0])
    pieces = encode(read_document(text[offset : pronoun.end + _REACH[1]]))

    def place(start, end):
        return slice(
            int(np.searchsorted(pieces.ends, start - offset, side="right")),
            int(np.searchsorted(pieces.starts, end - offset)),
        )

    at = place(pronoun.start, pronoun.end)
    low, high = max(0, at.start - BEFORE), min(len(pieces.ids), at.stop + AFTER)
    places = [place(m.start, m.end) for m, _ in near]
    inside = [i for i, p in enumerate(places) if low <= p.start < p.stop <= high]
    moved = [
        slice(p.start - low + 1, p.stop - low + 1) for p in [at, *(places[i] for i in inside)]
    ]  # 1 for the start piece
    return Window(framed(pieces.ids[low:high]), moved[0], moved[1:]), [near[i] for i in inside]
