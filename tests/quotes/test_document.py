"""An article as the quote engine reads it."""

import numpy as np
import pytest

from analysis.quotes import read_document


def test_a_document_is_read_from_one_string():
    with pytest.raises(TypeError, match="takes the text of one article, not list"):
        read_document(["“No,” he said."])


def test_a_document_knows_its_paragraphs_sentences_passages_and_lines():
    document = read_document("“We won,” she said. He left.\n\nIt rained.")
    text = document.text
    assert [text[s:e] for s, e in document.paragraphs] == ["“We won,” she said. He left.", "It rained."]
    assert [text[s:e] for s, e in document.sentences] == ["“We won,” she said.", "He left.", "It rained."]
    assert [text[p.start : p.end] for p in document.passages] == ["“We won,”"]
    assert document.lines_at(np.array([0, text.index("rained")])).tolist() == [0, 2]


def test_an_empty_text_is_a_document_without_parts():
    document = read_document("")
    assert (document.paragraphs, document.sentences, document.passages) == ([], [], [])


def test_passages_in_a_part_are_those_that_share_a_character_with_it():
    document = read_document("“We won,” she said. “It rained.”")
    first, second = document.passages
    assert document.passages_in(0, 1) == document.passages_in(8, 20) == [first]
    assert document.passages_in(9, 20) == []
    assert document.passages_in(8, 21) == [first, second]
