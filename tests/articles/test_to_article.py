"""One raw record to one row: what is noted and cleaned."""

from invented_corpus import LINES

from analysis.articles import to_article


def test_what_was_guessed_or_repaired_is_noted():
    text = "\n\n".join(["Rain in Marlow on March 2, 2026. (Tom Vale/The Ledger)", *LINES, "By Ana Roe/Tom Vale"])
    row = to_article({"record": None, "form": "text", "text": text, "notes": []}, "raw")
    assert row["byline"] == ["Ana Roe"] and row["published"] is None and row["headline"] is None
    assert row["notes"] == [
        "outlet not given, and the folder names none", "no date given; a caption's date is the picture's",
        "byline: left out Tom Vale, whom a photo credit names", "no headline given",
    ]  # fmt: skip
    given = to_article(
        {"record": None, "form": "text", "text": text, "notes": [], "byline": "Ana Roe, Tom Vale"}, "raw"
    )
    assert given["byline"] == ["Ana Roe", "Tom Vale"]  # who took a picture may have written, too


def test_headlines_and_markup_of_exports_are_cleaned():
    html = {
        "record": 1,
        "form": "json",
        "text": f"<p>{LINES[0]}</p><p>Q&amp;A</p>",
        "headline": "Rain &amp; wind in Marlow - The Ledger",
        "outlet": "The Ledger",
    }
    row = to_article(html, "raw")
    assert row["text"].split("\n\n") == [LINES[0], "Q&A"] and row["headline"] == "Rain & wind in Marlow"
    assert "removed HTML tags" in row["notes"] and "resolved HTML entities" in row["notes"]
