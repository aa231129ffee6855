"""The names that `analysis.articles` offers; the module of each one is loaded when it is first asked for."""

from .article import UNKNOWN_OUTLET, article_id, to_article
from .copied_page import split_copied
from .exported_text import clean_paragraphs
from .link_cards import drop_link_cards
from .parts import ArticleParts

__all__ = [
    "UNKNOWN_OUTLET",
    "ArticleParts",
    "article_id",
    "clean_paragraphs",
    "drop_link_cards",
    "split_copied",
    "to_article",
]
