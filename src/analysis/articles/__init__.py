"""One raw record, as a reader gives it, to one clean article: `to_article` is the way in for every form of record.

It asks, in this order: what kind of record is it (`copied_page` takes apart a page that somebody copied,
`exported_text` the text of an export; a saved page comes taken apart by its reader), which lines are furniture
(`line_kinds`, `caption_lines`, `subheads`, `line_model` for copied pages, `repeated_lines`), and what do the lines say
(`bylines`, `credits`, `dates`, `datelines`, `origin`, `outlets`, `language`). The words that the rules know stand in
the JSON files of the same names (see `phrases`).
"""

from analysis.articles.article import UNKNOWN_OUTLET, article_id, to_article
from analysis.articles.copied_page import split_copied
from analysis.articles.exported_text import clean_paragraphs
from analysis.articles.link_cards import drop_link_cards
from analysis.articles.parts import ArticleParts
from analysis.articles.repeated_lines import repeated_lines

__all__ = [
    "UNKNOWN_OUTLET",
    "ArticleParts",
    "article_id",
    "clean_paragraphs",
    "drop_link_cards",
    "repeated_lines",
    "split_copied",
    "to_article",
]
