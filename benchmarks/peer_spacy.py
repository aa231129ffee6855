"""Find quotes with spaCy; peers.py runs this in another environment, so nothing of `analysis` is imported here.

    PYTHON benchmarks/peer_spacy.py MODEL PEER

A line of standard input is a JSON list of texts, a line of output the answer.

PEER is *rules* (spaCy's parse and rules, the approach of the Gender Gap Tracker: Asr et al. 2021, written anew) or
*textacy* (textacy.extract.direct_quotations, paragraph by paragraph, since one odd mark makes it give up a text). An
answer has, for each text, attributions as content and source spans, and the processor seconds they took.
"""

import json
import re
import sys
import time

import spacy

SAYING = set(
    "say tell add write announce argue ask claim declare explain insist note report reply state suggest tweet warn "
    "believe think acknowledge admit allege confirm contend deny estimate indicate maintain mention observe predict "
    "promise recall remark reveal stress testify urge".split()
)
_MARKED = re.compile(r"“[^”\n]+”|\"[^\"\n]+\"")
_LEAST = 4  # words of a passage in marks that no verb claims


def by_rules(nlp, text):
    """Find clauses that a verb of saying governs, with its subject as source; "according to"; other marked passages."""
    doc, found = nlp(text), []
    for token in doc:
        if token.lemma_.lower() in SAYING and token.pos_ == "VERB":
            contents = [child for child in token.children if child.dep_ in ("ccomp", "parataxis")]
            subjects = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")]
            if contents and subjects:
                found.append(([_span(contents[0])], [_span(subjects[0])]))
        elif token.lower_ == "according" and (source := _according(token)):
            sentence = token.sent
            span = _span(source)
            before = [sentence.start_char, token.idx]
            found.append(([before if before[1] - before[0] > 5 else [span[1] + 1, sentence.end_char]], [span]))
    claimed = [content for contents, _ in found for content in contents]
    return found + [_left_over(m, doc, found) for m in _MARKED.finditer(text) if _is_left_over(m, claimed)]


def _span(token):
    words = list(token.subtree)
    return [words[0].idx, words[-1].idx + len(words[-1])]


def _according(token):
    to = next((child for child in token.children if child.lower_ == "to"), None)
    return next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None


def _is_left_over(match, claimed):
    return len(match.group().split()) >= _LEAST and not any(
        start < match.end() and match.start() < end for start, end in claimed
    )


def _left_over(match, doc, found):
    """Find marked passages; the source is the subject of a verb of saying beside them, else the source before."""
    sentence = doc.char_span(match.start(), match.end(), alignment_mode="expand").sent
    around = [
        token for token in doc[sentence.start : min(len(doc), sentence.end + 8)] if token.lemma_.lower() in SAYING
    ]
    subjects = [child for token in around for child in token.children if child.dep_ == "nsubj"]
    before = [sources for contents, sources in found if contents[0][0] < match.start()]
    return [list(match.span())], [_span(subjects[0])] if subjects else before[-1] if before else []


def by_textacy(nlp, text):
    from textacy.extract import direct_quotations

    found = []
    for match in re.finditer(r"[^\n]+", text):
        try:
            triples = list(direct_quotations(nlp(match.group())))
        except ValueError:  # an uneven number of marks: textacy's own refusal
            continue
        for speaker, _, content in triples:
            spans = [[content.start_char, content.end_char], [speaker[0].idx, speaker[-1].idx + len(speaker[-1])]]
            found.append(tuple([[start + match.start(), end + match.start()]] for start, end in spans))
    return found


PEERS = {"rules": by_rules, "textacy": by_textacy}


def main(model, peer):
    nlp = spacy.load(model, exclude=["ner"])
    PEERS[peer](nlp, "“It is so,” she said.")  # what is loaded once is not counted
    for line in sys.stdin:
        start = time.process_time()
        found = [PEERS[peer](nlp, text) for text in json.loads(line)]
        print(json.dumps({"found": found, "seconds": time.process_time() - start}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
