"""Paragraphs of Word files (all content invented)."""

from analysis.readers.word import paragraphs

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def texts(body: str) -> list[str]:
    document = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
    return [paragraph.text for paragraph in paragraphs(document.encode())]


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def test_the_text_of_a_text_box_comes_once():
    box = f"<w:txbxContent><w:p>{run('It rained.')}</w:p></w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert texts(f"<w:p>{run('Box: ')}<w:r>{both}</w:r></w:p>") == ["Box:", "It rained."]


def test_insertions_and_content_controls_are_read():
    assert texts(f"<w:p>{run('It ')}<w:ins>{run('rained.')}</w:ins></w:p>") == ["It rained."]
    assert texts(f"<w:sdt><w:sdtContent><w:p>{run('It rained.')}</w:p></w:sdtContent></w:sdt>") == ["It rained."]


def test_a_row_of_a_table_is_one_paragraph():
    cells = "".join(f"<w:tc><w:p>{run(words)}</w:p></w:tc>" for words in ("Rain", "Wind"))
    assert texts(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == ["Rain\tWind"]
