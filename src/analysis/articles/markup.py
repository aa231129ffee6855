"""The paragraphs of an exported text: HTML tags and entities removed, lines of a fixed width joined."""

import html
import re

from analysis.articles.unwrap import unwrap

_BLOCKS = (
    "p|div|h[1-6]|li|ul|ol|blockquote|figure|figcaption|article|section|main|header|footer|aside|nav|table|tr|dl|dt|dd|pre|"
    "form|html|head|body|title"
)
_INLINE = (
    "br|span|a|b|i|em|strong|img|iframe|script|style|thead|tbody|td|th|sup|sub|u|s|small|font|center|hr|picture|source|"
    "video|audio|time|cite|q|code|meta|link|button|label|svg|path|strike|del|ins|mark|abbr|noscript|!doctype"
)
_TAG = re.compile(rf"</?(?:{_BLOCKS}|{_INLINE})\b[^<>]*>", re.I)
_BLOCK_END = re.compile(rf"</?(?:{_BLOCKS})\b[^<>]*>|<br\s*/?>\s*<br\s*/?>", re.I)
_LINE_END = re.compile(r"<br\s*/?>", re.I)
_MARKED_UP = re.compile(rf"<(?:{_BLOCKS})\b", re.I)
_CODE = ("script", "style")  # elements whose words are no text
COMMENT = re.compile(r"<!--[^<>]{0,2000}-->")
_ENTITY = re.compile(r"&(?:amp|quot|apos|lt|gt|nbsp|#\d+|#x[\da-f]+|[lr][sd]quo|[mn]dash|hellip);")


def paragraphs_of(text: str) -> tuple[list[str], list[str]]:
    """Return the paragraphs of a text, which end at line ends, and notes on what was repaired.

    >>> paragraphs_of("<p>Rain fell.</p><p>It stopped &amp; started.</p>")
    (['Rain fell.', 'It stopped & started.'], ['removed HTML tags', 'resolved HTML entities'])
    """
    notes = []
    # Tags are looked for before the last ">" only: else every "<" without an end would cost a search.
    end = text.rfind(">") + 1
    marked_up, rest = text[:end], text[end:]
    if len(_TAG.findall(marked_up)) > 1:
        marked_up = _BLOCK_END.sub("\n\n", COMMENT.sub("", _without_code(marked_up)))
        text = _TAG.sub(" ", _LINE_END.sub("\n", marked_up)) + rest
        notes.append("removed HTML tags")
    if _ENTITY.search(text):
        text = html.unescape(text)
        notes.append("resolved HTML entities")
        if not marked_up and _MARKED_UP.match(text.lstrip()) and text.rstrip().endswith(">"):
            paragraphs, more = paragraphs_of(text)
            return paragraphs, notes + more
    text, joined = unwrap(text)
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()], notes + joined


def _without_code(text: str) -> str:
    """Return HTML without scripts and style sheets; what is never closed stays."""
    for name in _CODE:
        # Only what stands before the last end tag is searched: else every start tag without an end would cost a search.
        end = max((found.end() for found in re.finditer(f"</{name}>", text, re.I)), default=0)
        text = re.sub(rf"<{name}\b.*?</{name}>", " ", text[:end], flags=re.I | re.S) + text[end:]
    return text
