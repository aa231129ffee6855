"""A copied page or an exported text taken apart: what is story, what is furniture, and what the furniture says of the story."""

from analysis.furniture.copied import split_copied
from analysis.furniture.exported import clean_paragraphs, drop_link_cards
from analysis.furniture.parts import Story
from analysis.furniture.repeated import repeated_lines

__all__ = ["Story", "clean_paragraphs", "drop_link_cards", "repeated_lines", "split_copied"]
