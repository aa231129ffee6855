"""Saved pages (all content invented)."""

from invented_records import PAGE, STORY, one

from analysis.readers.page.captions import captions


def test_pages_tell_of_themselves():
    raw = one(PAGE)
    assert (
        raw["headline"] == "Rain at last"
        and raw["outlet"] == "The Marlow Ledger"
        and raw["url"] == "https://l.example/rain"
    )
    assert (
        raw["published"] == "2026-03-03T06:12:00-05:00"
        and raw["byline"] == ["Ana Roe", "Tom Vale"]
        and raw["section"] == "Weather"
    )
    assert raw["text"].count("\n\n") == 3 and raw["text"].startswith(STORY) and "council said" not in raw["text"]
    assert raw["subheads"] == ["What the council said"]
    assert raw["captions"] == ["Rain in Marlow. Jo Vale/The Ledger"]  # not the aside's


def test_a_page_without_json_ld_or_with_a_broken_one_falls_back():
    page = PAGE.replace('"@context"', '"@context')
    raw = one(page)
    assert raw["outlet"] == "The Ledger" and raw["headline"] in {
        "Rain at last",
        "Rain & wind",
    }  # its heading or its Open Graph title


def test_captions_come_once():
    from trafilatura import load_html

    tree = load_html(
        "<html><body><figure><figcaption>Rain</figcaption></figure><figure><figcaption>Rain</figcaption></figure></body></html>"
    )
    assert captions(tree) == ["Rain"]
