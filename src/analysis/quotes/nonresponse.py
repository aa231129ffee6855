"""Who was asked and stayed silent, where nothing is said that a tagger could find: "did not respond to a request for comment"."""

import re

from analysis.quotes.document import Document
from analysis.quotes.tagging.attributions import Attribution

CONFIDENCE = 0.9  # of a sentence that the patterns fit; not calibrated, since PolNeAR codes few of them
_NOT = r"(?: not|n['’]t)"
_CUE = re.compile(
    rf"(?:did{_NOT}|ha(?:s|ve|d){_NOT}|never) (?:yet |immediately |directly |formally )?(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?)|"
    rf"ha(?:s|ve|d) yet to (?:respond|reply|return)|would{_NOT}(?= comment\b)|ha(?:s|ve|d) no(?= (?:immediate |further )?comment\b)|"
    r"(?:declin|refus)(?:es|ed)(?: to(?= be interviewed| comment)|(?= (?:an? )?(?:\w+ )?requests?\b))|"
    rf"could{_NOT} (?:immediately )?be reached|(?:was|were){_NOT} (?:immediately )?available(?= for comment)"
)
_ASKED = re.compile(
    r"\s*(?:to )?((?:[^.;\n“”\"()]{0,60}?)\b(?:comments?|requests?|inquir(?:y|ies)|enquir(?:y|ies)|questions?|messages?|e-?mails?|calls?|"
    r"interview(?:ed|s)?)\b(?: (?:for|seeking) (?:a |further |additional )?(?:comment|interview|information))?)"
)
_UNANSWERED = re.compile(  # "Calls to Bo Stern’s office were not returned"
    r"\b((?:[Cc]alls|[Mm]essages|[Ee]-?mails?|[Rr]equests?|[Ii]nquir(?:y|ies)|[Qq]uestions)(?: (?:for|seeking) comment)?) "
    r"(?:(?:sent|left) )?(?:to|with|at|for) "
    r"([^.;:\n“”\"]{2,80}?) ((?:was|were)(?: not|n['’]t) (?:immediately )?(?:returned|answered)|went (?:unanswered|unreturned))"
)
_NEITHER = re.compile(
    r"\b[Nn]either ([^.;:\n“”\"]{2,60}? nor [^.;:\n“”\"]{2,60}?) ((?:immediately )?(?:responded|replied|returned))\b"
)
_ALONE = re.compile(
    r"be reached|yet to (?:respond|reply)(?=[.,;\n]|\Z)"
)  # says all by itself; others need what was not answered
_NOISE = re.compile(r"^(?:(?:But|And|However|Meanwhile|Still|Also|Yet|While|Though|Although|said)\b,? ?|[“\"‘'(\s]+)+")
_SUBJECT = re.compile(
    r"(?:[A-Z]|(?:the|an?|his|her|their|its|he|she|they|representatives|officials)\b)"
    r"(?!.*\b(?:and|or|but|just|also|simply|that|having)$)"
)
_LAST_CLAUSE = re.compile(r".*(?:[;:(—–]|, (?:and|but|while|though)|(?<=\w) (?:and|but|while) (?=[A-Z])) ?")
_RELATIVE = re.compile(r",? (?:which|who|that)$")
_LAST_NAME = re.compile(r"(?:[Tt]he |[Aa]n? )?(?:[A-Z][\w.’'-]* )*[A-Z][\w’'-]*$")
_WORDS = re.compile(r"[^.!?\n“”]*$")


def find_nonresponses(document: Document, attributions: list[Attribution]) -> list[Attribution]:
    """The non-responses of a text that none of its `attributions` has: source, cue, and as content what was asked.

    A sentence counts if a verb of not answering is followed by what was not answered ("a request for comment"), or says that
    somebody could not be reached or that calls to somebody were not returned, outside quotation marks. The content is what was not
    answered, or else the cue. `cue_kind` of them is non_response.

    >>> from analysis.quotes.document import read_document
    >>> text = "The port said no. Bo Stern did not immediately respond to a request for comment."
    >>> [found] = find_nonresponses(read_document(text), [])
    >>> [text[start:end] for start, end in (*found.source_spans, *found.cue_spans, *found.content_spans)]
    ['Bo Stern', 'did not immediately respond', 'a request for comment']
    """
    text = document.text
    cues, unanswered = list(_CUE.finditer(text)), list(_UNANSWERED.finditer(text))
    neither = list(_NEITHER.finditer(text))
    if not cues and not unanswered and not neither:
        return []
    starts = [s.start for s in document.sentences]
    known = [span for a in attributions for span in (*a.cue_spans, *a.content_spans)] + [
        (p.start, p.end) for p in document.passages
    ]
    told = [(m.span(1), m.span(3), m.span(2)) for m in unanswered]
    for cue in cues:
        asked = _asked(text, cue.end()) or (cue.span() if _ALONE.search(text, cue.start(), cue.end() + 1) else None)
        source = _subject(text, max((s for s in starts if s <= cue.start()), default=0), cue.start())
        if source and asked:
            told.append((asked, cue.span(), source))
    told += [(asked, m.span(2), m.span(1)) for m in neither if (asked := _asked(text, m.end()))]
    return [
        Attribution((content,), (cue,), (source,), "indirect", CONFIDENCE)
        for content, cue, source in sorted(told)
        if not any(start < cue[1] and cue[0] < end for start, end in known)
    ]


def _asked(text, at):
    """Where the words after a verb of not answering name what was not answered, None if they do not."""
    found = _ASKED.match(text, at, at + 120)
    return found.span(1) if found else None


def _subject(text, start, end):
    """The words before the verb that name who was asked; None if they do not read as that."""
    before = _WORDS.search(text, start, end).group().rstrip(" ,")
    if relative := _RELATIVE.search(before):  # "the port, which did not respond"
        name = _LAST_NAME.search(before[: relative.start()])
        return _at(text, name.group(), start, end) if name else None
    clause = _LAST_CLAUSE.match(before)
    begin = clause.end() if clause else 0
    noise = _NOISE.match(before[begin:])
    begin += noise.end() if noise else 0
    words = before[begin:].strip()
    if (
        not _SUBJECT.match(words)
        or len(words.split(",")[0].split()) > 8
        or words.split()[0] in ("I", "We", "You", "It")
    ):
        return None
    return _at(text, words, start, end)


def _at(text, words, start, end):
    at = text.rfind(words, start, end)
    return at, at + len(words)
