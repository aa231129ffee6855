"""Lines broken at a fixed width."""

from invented_records import STORY

from analysis.articles.unwrap import unwrap


def test_hard_wrapped_lines_are_joined():
    wrapped = "\n\n".join("\n".join(STORY[i : i + 60].strip() for i in range(0, len(STORY), 60)) for _ in range(6))
    text, notes = unwrap(wrapped.replace("council, w", "council, w"))
    assert len(text.split("\n\n")) == 6 and "\n" not in text.split("\n\n")[0] and notes
    paragraphs = "\n".join([STORY] * 8)
    assert unwrap(paragraphs) == (paragraphs, [])
