"""A copied page or an exported text taken apart: what is story, what is furniture, and what the furniture says of the story."""

from analysis.articles.copied_page import split_copied
from analysis.articles.exported_text import clean_paragraphs, drop_link_cards
from analysis.articles.parts import Story
from analysis.articles.repeated_lines import repeated_lines

__all__ = ["Story", "clean_paragraphs", "drop_link_cards", "repeated_lines", "split_copied"]
