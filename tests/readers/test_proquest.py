"""ProQuest exports (all content invented)."""

from invented_exports import AGAIN, STORY, articles, proquest, proquest_record

from analysis.readers import read


def test_proquest_fields():
    text = f"{STORY}\n{AGAIN}\nDates: to be told\n\nCAPTION: Rain in Marlow.\n\nCREDIT: Ana Roe The Canadian Press"
    (raw,) = articles(proquest(proquest_record(1, text)))
    assert raw["text"] == f"{STORY}\n\n{AGAIN}\n\nDates: to be told" and raw["captions"] == ["Rain in Marlow."]
    assert (raw["headline"], raw["outlet"], raw["published"], raw["section"], raw["page"]) == (
        "Rain at last",
        "The Ledger",
        "Mar 3, 2026",
        "News",
        "A10",
    )
    assert (raw["byline"], raw["origin"], raw["url"]) == (
        ["Ana Roe"],
        "The Canadian Press",
        "https://www.proquest.com/newspapers/rain/docview/1/se-2",
    )


def test_proquest_text_with_blank_lines_and_colons_is_whole():
    (raw,) = articles(
        proquest(
            proquest_record(
                1, f"{STORY}\n\nWhat next: nobody knows.\n\n{AGAIN}\nCAPTION:", Author="Roe, Ana; Vale, Tom"
            )
        )
    )
    assert (
        raw["text"] == f"{STORY}\n\nWhat next: nobody knows.\n\n{AGAIN}"
        and raw["byline"] == ["Ana Roe", "Tom Vale"]
        and "captions" not in raw
    )


def test_proquest_rejects_and_mends():
    records = [
        proquest_record(1, STORY),
        proquest_record(2, "Not available."),
        proquest_record(3, STORY, **{"Publication title": "The Led ger; Marlow"}),
        "A list of\n\nsomething",
    ]
    found = list(read(proquest(*records).encode(), "a.txt"))
    assert [raw.get("reason") for raw in found] == [None, "no text", None, "no article"] and [
        raw["record"] for raw in found
    ] == [1, 2, 3, 4]
    assert found[2]["outlet"] == "The Ledger" and "written as in other records" in found[2]["notes"][0]
