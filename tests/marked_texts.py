"""Texts of tests in which sources stand in ⟦…⟧ and the contents that go with them in ⟪…⟫."""

from analysis.quotes.document import read_document
from analysis.quotes.speakers.resolve import resolve_speakers
from analysis.quotes.tagging.attributions import Attribution


def marked(text):
    """Return text and attributions of a text with each source in ⟦…⟧ and the content that goes with it in ⟪…⟫."""
    plain, opened, spans = "", [], {"⟦": [], "⟪": []}
    for letter in text:
        if letter in "⟦⟪":
            opened.append((letter, len(plain)))
        elif letter in "⟧⟫":
            kind, start = opened.pop()
            spans[kind].append((start, len(plain)))
        else:
            plain += letter
    pairs = zip(sorted(spans["⟪"]), sorted(spans["⟦"]), strict=True)
    return plain, [Attribution((content,), (), (source,), "direct", 1.0) for content, source in pairs]


def resolved(text, attributions):
    return resolve_speakers(read_document(text), attributions)
