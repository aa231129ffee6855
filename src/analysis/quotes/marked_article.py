"""An article with its quotes marked in the text, for notebooks: contents, cues, sources, and who speaks."""

import html
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from analysis.tables import need

_ROLES = {"content": "what is said", "cue": "the saying", "source": "who says it"}
_COLUMNS = [
    "article_id",
    *(f"{role}_spans" for role in _ROLES),
    "quote_type",
    "speaker",
    "speaker_kind",
    "cue_kind",
    "confidence",
]
_UNNAMED = {
    "unnamed_person": "unnamed",
    "organization": "an institution",
    "document": "a document",
    "unknown": "nobody named",
}
# Nothing is told by color alone: contents are shaded and begin with the speaker's label, sources are bold and underlined, cues
# underlined with dots. Text on shade has a contrast of at least 7:1 in both schemes. JupyterLab says its scheme on the body.
_STYLE = """<style>
.mq{--mq-shade:#fff3cd;--mq-edge:#8a6d00;--mq-source:#00518a;--mq-cue:#7a2e00;max-width:46em;line-height:1.6}
.mq p{margin:0 0 .8em;white-space:pre-line}.mq .content{background:var(--mq-shade);color:#1a1a1a;border-bottom:1px solid var(--mq-edge)}
.mq .source{font-weight:bold;text-decoration:underline;color:var(--mq-source)}
.mq .cue{text-decoration:underline dotted;color:var(--mq-cue)}
.mq .label{font:.75em/1.3 sans-serif;border:1px solid var(--mq-edge);border-radius:.3em;padding:0 .3em;margin:0 .25em;white-space:nowrap}
.mq .key span{margin-right:1em}.mq sup{line-height:0}
body[data-jp-theme-light=false] .mq{--mq-shade:#4a3d00;--mq-edge:#e0c040;--mq-source:#8ccbff;--mq-cue:#ffb38a}
body[data-jp-theme-light=false] .mq .content{color:#fff}
@media (prefers-color-scheme:dark){body:not([data-jp-theme-light]) .mq{--mq-shade:#4a3d00;--mq-edge:#e0c040;--mq-source:#8ccbff;--mq-cue:#ffb38a}
body:not([data-jp-theme-light]) .mq .content{color:#fff}}
@media print{.mq .content{print-color-adjust:exact;-webkit-print-color-adjust:exact}.mq p{break-inside:avoid}}
</style>"""


class MarkedArticle(NamedTuple):
    """An article's text with its quotes marked, as HTML that a notebook shows."""

    html: str

    def _repr_html_(self) -> str:
        return self.html


def mark_quotes(article: Mapping, quotes: pd.DataFrame) -> MarkedArticle:
    """The article's text with every quote marked and numbered: shown as it is by a notebook, `.html` is the fragment itself.

    `article` is a row of the articles table, or a dict: `article_id` and `text` at least, `headline` if there is one. `quotes` is
    the quotes table; rows of other articles are passed over. Each content begins with a label: its number, the speaker, the
    type, and the confidence in percent. Cues and sources end with the number.

    Raises ValueError if a column is missing, or if a span does not fit the text: then the quotes are another text's.

    >>> article = {"article_id": "a", "text": "“Fine,” Ada Quill said."}
    >>> quotes = pd.DataFrame({"article_id": ["a"], "content_spans": [[[0, 7]]], "cue_spans": [[[18, 22]]], "confidence": [.9],
    ...     "source_spans": [[[8, 17]]], "quote_type": "direct", "speaker": "Ada Quill", "speaker_kind": "named_person", "cue_kind": "speech"})
    >>> '<mark class="content">“Fine,”</mark>' in mark_quotes(article, quotes).html
    True
    """
    need(quotes, _COLUMNS, who="mark_quotes")
    if absent := [key for key in ("article_id", "text") if key not in article]:
        raise ValueError(
            f"mark_quotes: the article has no {' and no '.join(absent)}; give one row of the articles table: articles.iloc[0]"
        )
    text = article["text"]
    own = quotes[quotes["article_id"] == article["article_id"]].to_dict("records")
    spans = [
        (start, end, role, number)
        for number, quote in enumerate(own, 1)
        for role in _ROLES
        for start, end in _spans(quote, role)
    ]
    wrong = next((span for span in spans if not 0 <= span[0] < span[1] <= len(text)), None)
    if wrong:
        raise ValueError(
            f"mark_quotes: the span {wrong[:2]} does not fit a text of {len(text)} characters; find the quotes of this text again"
        )
    labels = {number: _label(number, quote) for number, quote in enumerate(own, 1)}
    headline = article.get("headline")
    title = f"<h3>{html.escape(str(headline))}</h3>" if isinstance(headline, str) and headline else ""
    return MarkedArticle(f'{_STYLE}<div class="mq">{title}{_key(len(own))}{_paragraphs(text, spans, labels)}</div>')


def _spans(quote, role):
    spans = quote[f"{role}_spans"]
    return [(int(start), int(end)) for start, end in spans] if spans is not None else []


def _label(number, quote):
    """What stands before a content: number, who speaks, type, kind of saying unless it is speech, confidence."""
    who = quote["speaker"] if isinstance(quote["speaker"], str) else _UNNAMED.get(quote["speaker_kind"], "nobody named")
    kind = "" if quote["cue_kind"] == "speech" else f" · {str(quote['cue_kind']).replace('_', ' ')}"
    return f"{number} {who} · {quote['quote_type']}{kind} · {100 * quote['confidence']:.0f} %"


def _key(n):
    shown = " ".join(f'<span><span class="{role}">{words}</span></span>' for role, words in _ROLES.items())
    return f'<p class="key">{n} {"quote" if n == 1 else "quotes"}. {shown}</p>'


def _paragraphs(text, spans, labels):
    """The text cut wherever a span begins or ends, each piece in the roles that cover it; blank lines part paragraphs."""
    edges = sorted({0, len(text), *(at for span in spans for at in span[:2])})
    opening, closing = {}, {}
    for span in sorted(spans):
        opening.setdefault(span[0], []).append(span)
        closing.setdefault(span[1], []).append(span)
    seen, covering, pieces = set(), [], []
    for start, end in zip(edges, edges[1:]):
        covering = [span for span in covering if span[1] > start] + opening.get(start, [])
        pieces += _openings(opening.get(start, ()), labels, seen)
        pieces.append(_piece(text[start:end], {role for _, _, role, _ in covering}))
        pieces += [f"<sup>{number}</sup>" for _, _, role, number in closing.get(end, ()) if role != "content"]
    return f"<p>{''.join(pieces)}</p>"


def _openings(spans, labels, seen):
    """The labels of the contents that begin here; a later piece of the same content has its number only."""
    for _, _, role, number in spans:
        if role == "content":
            yield f'<span class="label">{html.escape(labels[number] if number not in seen else f"{number} …")}</span>'
            seen.add(number)


def _piece(piece, roles):
    """A piece of text, escaped, in an element with its roles as classes; an element never spans two paragraphs."""
    if not roles:
        return "</p><p>".join(html.escape(part) for part in piece.split("\n\n"))
    name = "mark" if "content" in roles else "span"
    classes = " ".join(role for role in _ROLES if role in roles)
    return "</p><p>".join(f'<{name} class="{classes}">{html.escape(part)}</{name}>' for part in piece.split("\n\n"))
