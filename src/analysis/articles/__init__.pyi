"""The names that `analysis.articles` offers; the module of each one is loaded when it is first asked for."""

from .article import UNKNOWN_OUTLET as UNKNOWN_OUTLET
from .article import article_id as article_id
from .article import to_article as to_article
from .copied_page import split_copied as split_copied
from .exported_text import clean_paragraphs as clean_paragraphs
from .link_cards import drop_link_cards as drop_link_cards
from .parts import ArticleParts as ArticleParts
