"""Forms of files that went wrong in other tools: archives, tables, web archives, encodings (all text invented)."""

import gzip
import unicodedata

import pandas as pd
import pytest

from analysis.copies import find_copies
from analysis.corpus import read_articles
from analysis.readers import read
from analysis.readers.cleaning import clean

SAID = "The council of Marlow voted on Tuesday to close the ferry terminal for eight months."


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Das K√∂nigreich sch√ºtzt die K√ºste, hie√ü es.", "Das Königreich schützt die Küste, hieß es."),
        ("The menu was Ã  la carte, he said.", "The menu was à la carte, he said."),
        ("President ErdoÄŸan said on Monday.", "President Erdoğan said on Monday."),
        ("MichaÅ‚ and MilÅ¡ of Å›wiat flew to Ä°stanbul.", "Michał and Milš of świat flew to İstanbul."),
        ("Aynur KÄ±lÄ±Ã§ saw it", "Aynur Kılıç saw it"),
        ("the caf√© of clich√©s", "the café of clichés"),
        ("It cost nothing, naÃ¯ve as it was", "It cost nothing, naïve as it was"),
        ("cafe\u0301 Beyonce\u0301 nai\u0308ve", "café Beyoncé naïve"),
    ],
)
def test_wrongly_decoded_words_are_put_right(wrong, right):
    assert clean(wrong)[0] == right


@pytest.mark.parametrize("right", ["Å – Ångström", "L’À-côté, c’est à côté", "ÄÖÜ, ÅÄÖ", "NAÏVE “Ä”", "5 Å (Ångström)"])
def test_right_words_with_such_letters_stay(right):
    assert clean(right) == (right, [])


POLISH = "Rada miasta Marłów zagłosowała we wtorek za zamknięciem przystani na osiem miesięcy na czas wymiany pali."
CZECH = "Rada města v úterý hlasovala pro uzavření přístavu na osm měsíců, než budou piloty vyměněny."
GERMAN = "Der Rat stimmte am Dienstag für die Schließung des Fährhafens für acht Monate, hieß es."
SPANISH = "El consejo votó el martes; «¿Qué más?», dijo José Núñez, que dirige el puerto…"
ENGLISH = "“There was none that the engineers would sign,” said José Ruiz, who doesn’t ride the ferry — ever."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (POLISH, "cp1250"), (POLISH, "cp852"), (CZECH, "cp852"), (GERMAN, "mac_roman"), (GERMAN, "cp850"),
        (GERMAN, "cp1252"), (SPANISH, "mac_roman"), (SPANISH, "cp1252"), (ENGLISH, "mac_roman"), (ENGLISH, "cp1252"),
    ],
)  # fmt: skip
def test_old_encodings_that_nothing_declares(text, encoding, tmp_path):
    (tmp_path / "a.txt").write_bytes(f"{text}\n\n{text}\n".encode(encoding))
    article = read_articles([tmp_path / "a.txt"])[0].iloc[0]
    assert article["text"] == f"{text}\n\n{text}" and article["notes"][0].startswith("read as ")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_of_their_own_change_no_copy(form):
    text = unicodedata.normalize(form, f"The café owner José Martínez said so. {SAID} The résumé was naïve, he said.")
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": [unicodedata.normalize("NFC", text), text]})
    assert find_copies(articles).values.tolist() == [["b", "a", 1.0, "exact"]]


LABELED = """                              1 of 2 DOCUMENTS

                    Copyright 2005 Ledger Media
                       All Rights Reserved
                       The Marlow Ledger

                    March 1, 2005 Tuesday

SECTION: NEWS; Pg. A4

LENGTH: 40 words

HEADLINE: Marlow closes pier

BYLINE: Dana Holm

BODY:
The council of Marlow voted on Tuesday to close
the ferry terminal for eight months.

It will open in the winter: THE MAYOR said so.

GRAPHIC: A ferry

LOAD-DATE: March 2, 2005

                              2 of 2 DOCUMENTS

                       The Marlow Ledger

                    March 2, 2005 Wednesday

LENGTH: 0 words

HEADLINE: Nothing

LOAD-DATE: March 2, 2005
"""


def test_an_older_nexis_text_with_labels_and_a_document_without_a_body(tmp_path):
    found = list(read(LABELED.encode(), "export.txt"))
    first = {field: found[0][field] for field in ("headline", "outlet", "published", "section", "page", "byline")}
    assert first == {
        "headline": "Marlow closes pier", "outlet": "The Marlow Ledger", "published": "March 1, 2005 Tuesday",
        "section": "NEWS", "page": "A4", "byline": "Dana Holm",
    }  # fmt: skip
    assert found[0]["text"] == f"{SAID}\n\nIt will open in the winter: THE MAYOR said so."
    assert found[0]["captions"] == "A ferry" and found[1]["reason"] == "no text"


def test_prose_that_counts_documents_is_no_export():
    [raw] = read(f"He gave back 1 of 3 DOCUMENTS on Monday.\n\n{SAID}".encode(), "a.txt")
    assert raw["form"] == "text"


PAGE = f"<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1>{f'<p>{SAID}</p>' * 4}</article></body></html>"


def arc(*bodies):
    head = "filedesc://x.arc 0.0.0.0 20260305100000 text/plain 76\n1 0 X\nURL IP-address Archive-date\n\n"
    records = (
        f"https://l.example/{n} 1.2.3.4 20260305100000 {kind} {len(body)}\n{body}\n"
        for n, (kind, body) in enumerate(bodies)
    )
    return (head + "".join(records)).encode()


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_old_web_archives(pack):
    page, lost = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}", "HTTP/1.0 404 Not Found\n\ngone"
    found = list(read(pack(arc(("text/html", page), ("image/png", "PNG"), ("text/html", lost))), "a.arc"))
    assert [(raw["record"], raw.get("url"), raw.get("detail")) for raw in found] == [
        (2, "https://l.example/0", None),
        (3, None, "1 of the type image/png"),
        (4, None, "1 of the HTTP status 404"),
    ]
    assert "<" not in found[0]["text"] and found[0]["text"].startswith(SAID)


@pytest.mark.parametrize(
    ("content", "outcome"),
    [
        (f"HTTP/1.1 200 OK\nContent-Type: text/html\n\n{PAGE}", "kept"),
        (f"saved from: https://l.example\n{PAGE}", "kept"),
        (f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=xx\n\n--xx\nContent-Type: text/html\n\n{PAGE}\n--xx--\n", "kept"),
        ("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=xx\n\n--xx\nContent-Type: image/png\n\nx\n--xx--\n", "form not known"),
        (f"<?xml version='1.0'?><sitemap><loc>https://l.example</loc><note>{SAID}</note></sitemap>", "form not known"),
        (f"<note><to>Ana</to><said>{SAID}</said></note>", "form not known"),
        (f"<Ana> {SAID}\n<Ben> {SAID}", "kept"),
        (f"<1> {SAID}", "kept"),
    ],
)  # fmt: skip
def test_markup_is_a_page_or_a_reject_and_never_prose(content, outcome):
    [raw] = read(content.encode(), "a.txt")
    assert raw.get("reason", "kept") == outcome and "<p>" not in raw.get("text", "")
