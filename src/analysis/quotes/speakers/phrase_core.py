"""The core of a source phrase, and the names that it is about."""

from typing import NamedTuple

from analysis.quotes.names.mentions import Mention


class PhraseCore(NamedTuple):
    """The part of a source phrase that says who it is: its offsets, where the phrase ends, the names in the phrase.

    `named` are the words of all names that the article gives in full, "Page" after "Ada Page".
    """

    text: str
    start: int
    end: int
    phrase_end: int
    mentions: list[Mention]
    named: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """The core's words."""
        return self.text[self.start : self.end]


class NamedSource(NamedTuple):
    """The names that a phrase is about: form (name, joint, organization), kind of name, names, end of the core."""

    form: str
    head: str
    mentions: tuple[Mention, ...]
    end: int
