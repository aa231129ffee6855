"""What kind of saying a cue is: speech, document, thought, denial, non_response."""

import re
from functools import cache

from analysis.quotes.lexicon import words

CUE_KINDS = ("speech", "document", "thought", "denial", "non_response")

_SILENT = re.compile(
    r"\b(?:no comment|(?:declin|refus)(?:e|es|ed|ing)(?: \w+){0,3}? to (?:\w+ )?(?:comment|say|answer|respond|discuss|speak|talk|specify|"
    r"elaborate|disclose|reveal|identify|confirm|provide|give|be (?:interviewed|named|identified|quoted))|"
    r"declin(?:e|es|ed|ing)(?: \w+){0,3} (?:comment|interview|interviews|requests?)\b|"
    r"(?:could|can) ?(?:not|n['’]t) (?:immediately )?be reached|"
    r"(?:was|were|is)(?: not|n['’]t) (?:immediately )?(?:available|reachable)|unavailable for comment|"
    r"neither confirm(?:ed)? nor den(?:y|ied)|stay(?:ed|s)? silent|remain(?:ed|s)? silent|"
    r"did(?: not|n['’]t) (?:immediately |directly )?(?:respond|reply|return|comment|answer|say|specify|elaborate|disclose|provide)|"
    r"(?:has|have|had|does|do|would|will|could)(?: not|n['’]t) (?:yet |immediately |directly )?(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|"
    r"comment(?:ed)?|answer(?:ed)?|sa(?:y|id)|specif(?:y|ied)|elaborate[d]?|disclose[d]?)|"
    r"ha(?:s|ve|d) (?:yet to (?:respond|reply|return|answer|comment)|no (?:immediate |further )?comment)|went (?:unanswered|unreturned)|"
    r"nor (?:[\w’'.-]+ ){1,4}(?:immediately )?(?:responded|replied|returned)|"
    r"(?:never|not) (?:responded|replied|returned|commented)|(?:calls|messages|emails?|requests?)\b[^.]{0,60} (?:was|were) not "
    r"(?:immediately )?(?:returned|answered))\b",
    re.IGNORECASE,
)
# Quick to look for; without it nobody is silent.
_HINT = re.compile(r"declin|refus|n['’]t |not |nor |comment|silent|neither|never|yet to|unanswered|unreturned")
# What is said is “No comment”.
_NO_COMMENT_BEFORE = re.compile(
    r"[“\"]no (?:further )?comment\b[^.!?”\"]{0,20}[”\"] [^.!?“”\"\n]{0,40}\Z", re.IGNORECASE
)
_NO_COMMENT_AFTER = re.compile(r"[^.!?“”\"\n]{0,30}[“\"]no (?:further )?comment\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"(?:\b(?:not|never|no longer|nor|neither|without|cannot)|n['’]t)(?: \w+){0,2}? ?$", re.IGNORECASE
)
_SHOT_BACK = re.compile(
    r"\b(?:push(?:e[sd]|ing)?|fir(?:e[sd]?|ing)|shoots?|shot|hits?|snap(?:s|ped)|str(?:ikes?|uck)) back\b"
)  # backs nobody
_WORD = re.compile(r"[a-z][a-z'’-]*")
_PAPER = re.compile(
    r"\b(?:filings?|affidavit|court (?:papers|documents|records)|lawsuit|complaint|memo|indictment|transcript)\b"
)
_WRITTEN = re.compile(
    r"\b(?:wrote|writes|written|writing)\b.{0,25}\b(?:in|for) (?:an?|the|his|her|their|its) (?:[\w-]+ ){0,3}?"
    r"(?:opinion|memo|memorandum|letter|filing|brief|ruling|order|decision|dissent|concurrence|report|affidavit)\b"
)
_BEFORE, _AFTER = 30, 60  # characters beside the cue in which a negation or the rest of "declined to comment" stands


def cue_kind(text: str, cue_spans, *, speaker_kind: str = "unknown") -> str:
    """The kind of saying of a cue: one of `CUE_KINDS`.

    Read from the cue's words and those beside it in the same sentence, in this order: non_response (asked and silent: "did not
    respond", "declined to say"), denial ("denied", not "did not deny"), thought (thoughts, wishes, stands: "wants", "fears", "backs"),
    document (a document says it, or it was said in one), else speech. A cue with no words is speech, or document if a
    document is the source.

    >>> text = "The union did not immediately respond to calls."
    >>> cue_kind(text, [(10, 33)])
    'non_response'
    """
    if not cue_spans:
        return "document" if speaker_kind == "document" else "speech"
    start, end = cue_spans[0][0], max(end for _, end in cue_spans)
    before = _same_sentence(text[max(0, start - _BEFORE) : start], first=False)
    after = _same_sentence(text[end : end + _AFTER], first=True)
    cue = " ".join(text[s:e] for s, e in cue_spans).lower().replace("’", "'")
    around = before + text[start:end] + after
    if _NO_COMMENT_BEFORE.search(text, max(0, start - 80), start) or _NO_COMMENT_AFTER.match(text, end, end + 80):
        return "non_response"
    silent = _SILENT.search(around) if _HINT.search(around.lower()) else None
    if silent and silent.start() < len(before) + end - start and silent.end() > len(before):
        return "non_response"
    tokens = _WORD.findall(cue)
    if _has(tokens, "denial") and not _is_negated(tokens, before):
        return "denial"
    if speaker_kind == "document":
        return "document"
    if _has(tokens, "thought") and not _says_aloud(tokens) and not _SHOT_BACK.search(cue):
        return "thought"
    shows = speaker_kind == "organization" and set(tokens) & words("document_cues") and "said" not in tokens
    if shows or _PAPER.search(cue) or _WRITTEN.search(text[start:end] + after):
        return "document"
    return "speech"


def _same_sentence(piece, *, first):
    """The part of a piece of text that belongs to the sentence beside it."""
    parts = re.split(r"[.!?\n”“\"]", piece)
    return parts[0] if first else parts[-1]


@cache
def _saying():
    """Verbs that say something aloud, so that "said he hopes" stays speech."""
    return words("reporting") - words("thought") - words("denial") | frozenset({"according", "aloud"})


def _has(tokens, key):
    return any(token in words(key) for token in tokens)


def _says_aloud(tokens):
    """Whether a verb of saying is among the words, be it as in "seemed to suggest"; "not" is no form of "noted"."""
    return any({token, f"{token}s", f"{token}ed"} & _saying() for token in tokens if token != "not")


def _is_negated(tokens, before):
    place = next(i for i, token in enumerate(tokens) if token in words("denial"))
    return bool(_NEGATION.search(" ".join(tokens[:place]) or before))
