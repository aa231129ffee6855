"""In which way something is said, by the cue: speech, document, thought, denial, non_response.

Whether something is done and not said (act) is learned: see `tagging.acts`.
"""

import re
from collections.abc import Sequence
from functools import cache

from analysis.articles.phrases import one_of
from analysis.quotes.document import Document
from analysis.quotes.lexicon import words
from analysis.quotes.nonresponse import is_nonresponse
from analysis.shipped import load_json, shipped_file

CUE_KINDS = ("speech", "document", "thought", "denial", "non_response", "act")

_WORD = re.compile(r"[a-z][a-z'’-]*")
_BOUNDARY = re.compile(r"[.!?\n”“\"]")
_BEFORE, _AFTER = 30, 60  # characters beside the cue in which a negation or the rest of "declined to comment" stands


def cue_kind(document: Document, cue_spans: Sequence[tuple[int, int]], *, speaker_kind: str = "unknown") -> str:
    """Return the kind of saying of a cue: one of `CUE_KINDS`, but for act.

    Parameters
    ----------
    document : Document
        The article.
    cue_spans : sequence of (start, end)
        Where the words of the cue are in the text.
    speaker_kind : str
        The kind of the source, as in the quotes table.

    Notes
    -----
    The words of the cue and those beside it in the same sentence decide, in this order: non_response (asked and silent:
    "did not respond", "declined to say"), denial ("denied", not "did not deny"), thought (thoughts, wishes, stands:
    "wants", "fears", "backs"), document (a document says it, or it was said in one), else speech. A cue without words
    is speech, or document if the source is a document.

    Examples
    --------
    >>> from analysis.quotes.document import read_document
    >>> cue_kind(read_document("The union did not immediately respond to calls."), [(10, 33)])
    'non_response'
    """
    if not cue_spans:
        return "document" if speaker_kind == "document" else "speech"
    text = document.text
    start, end = cue_spans[0][0], max(end for _, end in cue_spans)
    before = _BOUNDARY.split(text[max(0, start - _BEFORE) : start])[-1]
    after = _BOUNDARY.split(text[end : end + _AFTER])[0]
    if is_nonresponse(document, (start, end), sentence=(start - len(before), end + len(after))):
        return "non_response"
    cue = " ".join(text[s:e] for s, e in cue_spans).lower().replace("’", "'")
    tokens = _WORD.findall(cue)
    if _has(tokens, "denial") and not _is_negated(tokens, before):
        return "denial"
    if speaker_kind == "document":
        return "document"
    if _has(tokens, "thought") and not _says_aloud(tokens) and not _phrase("retort").search(cue):
        return "thought"
    if speaker_kind == "organization" and _has(tokens, "document_cues") and "said" not in tokens:
        return "document"
    written = _phrase("written in").search(text[start:end] + after)
    return "document" if written or _phrase("court papers").search(cue) else "speech"


def _has(tokens: list[str], key: str) -> bool:
    return any(token in words(key) for token in tokens)


@cache
def _verbs_of_saying() -> frozenset[str]:
    """Return verbs that say something aloud, so that "said he hopes" stays speech."""
    return words("reporting") - words("thought") - words("denial") | frozenset({"according", "aloud"})


def _says_aloud(tokens: list[str]) -> bool:
    """Return whether a verb of saying is among the words, in any form ("seemed to suggest"); "not" is not "noted"."""
    return any({token, f"{token}s", f"{token}ed"} & _verbs_of_saying() for token in tokens if token != "not")


def _is_negated(tokens: list[str], before: str) -> bool:
    """Return whether up to two words before the verb of denying there is a negation."""
    place = next(i for i, token in enumerate(tokens) if token in words("denial"))
    return bool(_negation_at_end().search(" ".join(tokens[:place]) or before))


def _any_of(key: str) -> str:
    """Return the regular expression of a phrase list of `cue_kinds.json`, found as whole words."""
    phrases = load_json(shipped_file("quotes/cue_kinds.json"))
    return rf"(?<!\w){one_of(phrases[key], phrases['slots'])}(?!\w)"


@cache
def _phrase(key: str) -> re.Pattern[str]:
    return re.compile(_any_of(key))


@cache
def _negation_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of('negation')}|n['’]t)(?: \w+){{0,2}}? ?$", re.IGNORECASE)
