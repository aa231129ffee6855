"""Who was asked and did not answer: "did not respond to a request for comment", "declined to say", “No comment”."""

import re
from bisect import bisect_right
from functools import cache

from analysis.articles.phrases import one_of
from analysis.quotes.document import Document
from analysis.quotes.tagging.attributions import Attribution
from analysis.shipped import load_json, shipped_file

CONFIDENCE = 0.9  # of an attribution that `find_nonresponses` finds; not calibrated, since PolNeAR codes few of them
_Offsets = tuple[int, int]
_Parts = tuple[_Offsets, _Offsets, _Offsets]  # content, cue, source
# What is said is “No comment”.
_NO_COMMENT_BEFORE = re.compile(
    r"[“\"]no (?:further )?comment\b[^.!?”\"]{0,20}[”\"] [^.!?“”\"\n]{0,40}\Z", re.IGNORECASE
)
_NO_COMMENT_AFTER = re.compile(r"[^.!?“”\"\n]{0,30}[“\"]no (?:further )?comment\b", re.IGNORECASE)
_NO_COMMENT_REACH = 80  # characters before and after a cue in which “No comment” is looked for
# These say all by themselves that somebody did not answer. Other cues need what was not answered.
_COMPLETE = re.compile(r"be reached|yet to (?:respond|reply)(?=[.,;\n]|\Z)")
_OPENING_WORDS = re.compile(
    r"^(?:(?:But|And|However|Meanwhile|Still|Also|Yet|While|Though|Although|said)\b,? ?|[“\"‘'(\s])+"
)
_NAME_OR_NOUN = re.compile(
    r"\A(?:[A-Z]|(?:the|an?|his|her|their|its|he|she|they|representatives|officials)\b)"
    r"(?!.*\b(?:and|or|but|just|also|simply|that|having)$)"
)
_NOBODY = ("I", "We", "You", "It")  # as the first word of a subject: not somebody a newsroom asked
_SUBJECT_WORDS = 8  # up to the first comma; a longer one is no name
_EARLIER_CLAUSES = re.compile(r"\A.*(?:[;:(—–]|, (?:and|but|while|though)|(?<=\w) (?:and|but|while) (?=[A-Z])) ?")
_RELATIVE_PRONOUN = re.compile(r",? (?:which|who|that)$")
_LAST_NAME = re.compile(r"\b(?:[Tt]he |[Aa]n? )?(?:[A-Z][\w.’'-]{0,40} ){0,6}[A-Z][\w’'-]{0,40}$")
_BOUNDARY = re.compile(r"[.!?\n“”]")


def is_nonresponse(document: Document, cue: _Offsets, *, sentence: _Offsets) -> bool:
    """Return whether a cue says that somebody did not answer.

    Parameters
    ----------
    document : Document
        The article.
    cue : tuple of int
        Where the cue starts and ends.
    sentence : tuple of int
        Where the words around the cue that belong to its sentence start and end.

    Examples
    --------
    >>> from analysis.quotes.document import read_document
    >>> is_nonresponse(read_document("Ada Quill declined to say who came."), (10, 18), sentence=(0, 34))
    True
    """
    text, (start, end) = document.text, cue
    if _NO_COMMENT_BEFORE.search(text, max(0, start - _NO_COMMENT_REACH), start):
        return True
    if _NO_COMMENT_AFTER.match(text, end, end + _NO_COMMENT_REACH):
        return True
    found = _around_cue().search(text[slice(*sentence)])
    return bool(found and found.start() + sentence[0] < end and found.end() + sentence[0] > start)


def find_nonresponses(document: Document, attributions: list[Attribution]) -> list[Attribution]:
    """Return those who did not answer where the tagger found nothing: source, cue, and as content what was asked.

    Parameters
    ----------
    document : Document
        The article.
    attributions : list of Attribution
        What is known already. Nothing that overlaps their cues and contents is found again.

    Returns
    -------
    list of Attribution
        Their `cue_kind` is non_response.

    Notes
    -----
    A sentence counts if a verb of not answering is followed by what was not answered ("a request for comment"), or if
    it says that somebody could not be reached or that calls to somebody were not returned, outside quotation marks.
    The content is what was not answered, or else the cue.

    Examples
    --------
    >>> from analysis.quotes.document import read_document
    >>> text = "The port said no. Bo Stern did not immediately respond to a request for comment."
    >>> [found] = find_nonresponses(read_document(text), [])
    >>> [text[start:end] for start, end in (*found.source_spans, *found.cue_spans, *found.content_spans)]
    ['Bo Stern', 'did not immediately respond', 'a request for comment']
    """
    found = sorted(_unanswered_messages(document) + _silent_subjects(document) + _neither_nor(document))
    if not found:
        return []
    known = bytearray(len(document.text))  # 1 for the characters of what is said
    said = [span for a in attributions for span in (*a.cue_spans, *a.content_spans)]
    for start, end in [*said, *((p.start, p.end) for p in document.passages)]:
        known[start:end] = b"\1" * (end - start)
    return [
        Attribution((content,), (cue,), (source,), "indirect", CONFIDENCE)
        for content, cue, source in found
        if known.find(1, *cue) < 0
    ]


def _unanswered_messages(document: Document) -> list[_Parts]:
    """Find: Calls to Bo Stern’s office were not returned."""
    return [(m.span(1), m.span(3), m.span(2)) for m in _unanswered().finditer(document.text)]


def _silent_subjects(document: Document) -> list[_Parts]:
    """Find: Bo Stern did not respond to a request for comment."""
    text, found = document.text, []
    for m in _cue().finditer(text):
        asked = _not_answered(text, m.end())
        if not asked and _COMPLETE.search(text, m.start(), m.end() + 1):
            asked = m.span()
        if not asked:
            continue
        sentence = bisect_right(document.sentences, m.start(), key=lambda s: s.start) - 1
        source = _subject(text, document.sentences[sentence].start if sentence >= 0 else 0, m.start())
        if source:
            found.append((asked, m.span(), source))
    return found


def _neither_nor(document: Document) -> list[_Parts]:
    """Find: Neither Ada Quill nor the port responded to messages."""
    found = [(_not_answered(document.text, m.end()), m) for m in _neither().finditer(document.text)]
    return [(asked, m.span(2), m.span(1)) for asked, m in found if asked]


def _any_of(key: str) -> str:
    """Return the regular expression of a phrase list of `nonresponse.json`, found as whole words."""
    phrases = load_json(shipped_file("quotes/nonresponse.json"))
    return rf"(?<!\w){one_of(phrases[key], phrases['slots'])}(?!\w)"


@cache
def _around_cue() -> re.Pattern[str]:
    return re.compile(_any_of("around a cue"), re.IGNORECASE)


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(_any_of("cue"))


@cache
def _unanswered() -> re.Pattern[str]:
    return re.compile(
        rf"((?i:{_any_of('messages')})) (?:(?:sent|left) )?(?:to|with|at|for) "
        rf"([^.;:\n“”\"]{{2,80}}?) ({_any_of('unanswered')})"
    )


@cache
def _neither() -> re.Pattern[str]:
    somebody = r"[^.;:\n“”\"]{2,60}?"
    return re.compile(rf"\b[Nn]either ({somebody} nor {somebody}) ({_any_of('responded')})")


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:to )?([^.;\n“”\"()]{{0,60}}?{_any_of('not answered')})")


def _not_answered(text: str, at: int) -> _Offsets | None:
    """Return where the words after a verb of not answering name what was not answered, None if they do not."""
    found = _asked().match(text, at, at + 120)
    return found.span(1) if found else None


def _subject(text: str, start: int, end: int) -> _Offsets | None:
    """Return where the words before the verb name who was asked, None if they do not read as a name or noun."""
    before = _BOUNDARY.split(text[start:end])[-1].rstrip(" ,")
    if relative := _RELATIVE_PRONOUN.search(before):  # "the port, which did not respond"
        name = _LAST_NAME.search(before[: relative.start()])
        return _last_place(text, name.group(), start, end) if name else None
    clauses = _EARLIER_CLAUSES.match(before)
    words = before[clauses.end() :] if clauses else before
    words = _OPENING_WORDS.sub("", words).strip()
    if not _NAME_OR_NOUN.match(words) or len(words.split(",")[0].split()) > _SUBJECT_WORDS:
        return None
    return None if words.split()[0] in _NOBODY else _last_place(text, words, start, end)


def _last_place(text: str, words: str, start: int, end: int) -> _Offsets:
    at = text.rfind(words, start, end)
    return at, at + len(words)
