"""Read text copied from a web page: one article per file, menus and all."""

import re
from collections.abc import Iterator
from typing import cast

from analysis.articles.markup import paragraphs_of
from analysis.articles.unwrap import unwrap
from analysis.readers import guard, markup
from analysis.readers.cleaning import clean, without_references
from analysis.readers.decode import Unreadable
from analysis.readers.fields import fields_beside_text
from analysis.readers.front_matter import front_matter
from analysis.readers.no_prose import begins_as, has_sentence, other_kind
from analysis.readers.page.notices import notice_in
from analysis.readers.raw_record import RawRecord
from analysis.readers.several_texts import several_texts

_BREAK = re.compile(r"</?(?:br|p)\s{0,9}/?>", re.I)  # where there are more than line ends, they end the paragraphs
_ADVICE = {"a chat": "put its messages into a table with columns such as date, author and text; "}
_FEWEST_WORDS = 10  # fewer are no story anyway


def read(text: str, name: str) -> Iterator[RawRecord]:
    r"""Yield the copied page in `text` as one raw article. Lines that were broken at a fixed width are joined again.

    Raises Unreadable for text that is no prose, such as source code, and for text without a sentence.

    >>> next(read("Rain fell.\n\nIt stopped.", "a.txt"))["text"]
    'Rain fell.\n\nIt stopped.'
    """
    above, text = front_matter(text)
    if above:
        if not text.strip():
            raise Unreadable("no text", "a head of Markdown without a text below it")
        own = fields_beside_text(above)
        yield from (raw if "reason" in raw else cast(RawRecord, own | raw) for raw in _read_one(text))
        return
    texts = several_texts(text)
    if len(texts) > 1 and not begins_as(text):
        yield from guard.each(lambda part: next(_read_one(part)), texts)
    else:
        yield from _read_one(text)


def _read_one(text: str) -> Iterator[RawRecord]:
    if markup.is_markup(text, ""):
        yield from markup.read(text, "")
        return
    if kind := notice_in(text):
        raise Unreadable("not an article", f"{kind}; it begins: {text[:80]}")
    text, codes = without_references(text)
    if kind := other_kind(text):
        advice = _ADVICE.get(kind, "")
        begins = f"{advice}it begins: {' '.join(text[:100].split())}"
        raise Unreadable("form not known", f"{kind}, no text of an article; {begins}")
    if len(text.split()) >= _FEWEST_WORDS and not has_sentence(text):
        raise Unreadable("no story", f"no line of it is a sentence; it begins: {' '.join(text[:100].split())}")
    text, removed = clean(text)
    if len(_BREAK.findall(text)) > len(text.split("\n")):
        paragraphs, repaired = paragraphs_of(text)
        text = "\n\n".join(paragraphs)
    else:
        text, repaired = unwrap(text)
    yield {"record": None, "text": text, "notes": codes + removed + repaired}
