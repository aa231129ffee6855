"""Factiva exports (all content invented)."""

import pytest
from invented_exports import AGAIN, STORY, articles, factiva, factiva_document, factiva_title, reasons

from analysis.readers import read
from analysis.readers.factiva import split_captions


def test_factiva_fields_by_their_form_and_order():
    above = [
        "Metro Desk; B",
        factiva_title("Rain at last"),
        '<div class="author">By ANA ROE</div>',
        "Special to The Ledger",
        "1,877 words",
        "3 March 2026",
        "The Ledger",
        "LEDG",
        "Late Edition",
        "7",
        "English",
        "(c) 2026 Ledger Media",
    ]
    lines = [
        STORY,
        f'{AGAIN} <b>Rain</b> <span class="companylink">Acme</span>',
        "Photo: Rain in Marlow (Jo Vale/Reuters) (pg. B7)",
    ]
    (raw,) = articles(factiva(factiva_document(above, lines, ["Ledger Media"])))
    assert {field: raw[field] for field in ("headline", "outlet", "published", "byline", "section", "page", "captions")} == {
        "headline": "Rain at last", "outlet": "The Ledger", "published": "3 March 2026", "byline": ["By ANA ROE"], "section": "Metro Desk",
        "page": "B7", "captions": ["Rain in Marlow (Jo Vale/Reuters)"],
    }  # fmt: skip
    assert raw["text"] == f"{STORY}\n\n{AGAIN} Rain Acme" and "origin" not in raw


def test_a_document_that_is_never_closed_does_not_hold_those_behind_it():
    above = [factiva_title("Rain"), "9 words", "3 March 2026", "The Ledger", "LEDG", "English", "(c) 2026 Ledger Media"]
    documents = [factiva_document(above, [text], ["Ledger Media"]) for text in (STORY, AGAIN)]
    page = factiva(documents[0].strip().removesuffix("</div>") + documents[1])
    assert [raw["text"] for raw in articles(page)] == [STORY, AGAIN]


def test_factiva_with_menus_in_another_language():
    above = [
        factiva_title("12) Regen am Montag", "deHeadline counted"),
        '<div class="author">Von ANA ROE und JO VALE (Fotos)</div>',
        "877 Wörter",
        "9 Januar 2026",
        "ledger.de",
        "LEDG",
        "LEDX",
        "11:21:59",
        "0",
        "Deutsch",
        "Copyright 2026 Ledger",
    ]
    (raw,) = articles(
        factiva(
            factiva_document(
                above,
                [STORY, "[https://l.example/x]Es regnete weiter.", "nck/dpa", "Der Marktplatz unter Wasser am Montag"],
                ["Die Stadt.", "Ledger GmbH"],
                language="de",
            )
        )
    )
    assert (raw["headline"], raw["outlet"], raw["published"], raw["byline"]) == (
        "Regen am Montag",
        "ledger.de",
        "9 January 2026 11:21:59",
        ["ANA ROE"],
    )
    assert raw["text"] == f"{STORY}\n\nEs regnete weiter." and "page" not in raw
    assert (
        raw["captions"] == ["Der Marktplatz unter Wasser am Montag", "Die Stadt."] and "signed: nck/dpa" in raw["notes"]
    )


def test_factiva_with_indexing():
    rows = {
        "SE": "News",
        "HD": "Rain at last",
        "BY": "Ana Roe",
        "CR": "Reuters",
        "WC": "40 words",
        "PD": "3 March 2026",
        "ET": "06:12",
        "SN": "The Ledger",
        "SC": "LEDG",
        "PG": "7",
        "LA": "English",
        "CY": "(c) 2026",
        "LP": f"<p>{STORY}</p>",
        "TD": f"<p>{AGAIN}</p><p>It stopped.</p>",
        "NS": "weather",
        "AN": "Document LEDG000020260303ed4100001",
    }
    table = "".join(f"<tr><td><b>{code}</b></td><td>{words}</td></tr>" for code, words in rows.items())
    (raw,) = articles(factiva(f'<div class="article enArticle"><table>{table}</table></div>'))
    assert (raw["text"], raw["published"], raw["outlet"], raw["origin"]) == (
        f"{STORY}\n\n{AGAIN}\n\nIt stopped.",
        "3 March 2026 06:12",
        "The Ledger",
        "Reuters",
    )


def test_factiva_rejects_a_document_without_paragraphs():
    above = [factiva_title("Rain"), "0 words", "3 March 2026", "The Ledger", "LEDG", "English"]
    assert reasons(
        factiva(factiva_document(above, [STORY], ["L"]), factiva_document(above, [], ["L"], number=2)).encode()
    ) == [
        (1, None),
        (2, "no text"),
    ]


def test_last_lines_are_captions_only_when_they_look_it():
    assert split_captions([STORY, AGAIN, "We shall see"])[0] == [STORY, AGAIN]  # no small words: a cry, a name
    assert split_captions(["The square under water on a Monday"])[1] == []  # never the only line
    assert split_captions([STORY, "It won't."])[1] == [] and split_captions([STORY, "Drawing:"]) == ([STORY], [], [])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", "<html><body><article><h1>Rain in Marlow</h1><p>By Ana Roe</p>{}</article></body></html>"),
        ("a.tsv", "title\ttext\nRain\t{}\n"),
        ("a.json", '[\n {{"title": "Rain", "text": "{}"}}\n]'),
    ],
)
def test_paragraphs_of_that_class_in_another_file_are_no_factiva(name, data):
    paragraphs = f"<p class='articleParagraph enarticleParagraph'>{STORY}</p>" * 4
    [raw] = read(data.format(paragraphs).encode(), name)
    assert "reason" not in raw and STORY in raw["text"] and raw["form"] != "factiva"
