"""Forms of files that went wrong in other tools: archives, tables, web archives, encodings (all text invented).

The inputs of `../shared/cases` are read where they are; the others are of the same kinds.
"""

import unicodedata
from pathlib import Path

import pandas as pd
import pytest

from analysis.copies import find_copies
from analysis.corpus import read_articles
from analysis.readers.decode import clean

CASES = Path(__file__).parents[2].parent / "shared/cases/files"
SAID = "The council of Marlow voted on Tuesday to close the ferry terminal for eight months."


@pytest.mark.skipif(not CASES.is_dir(), reason="needs ../shared/cases, which is not here")
@pytest.mark.parametrize(
    ("file", "right", "rejects"),
    [
        ("n04/factiva.html", [("WDR Radio Transkripte", "2018-10-07 17:04")], []),
        ("n05/factiva.html", [("WDR Radio Transkripte", "2018-10-07 17:04")], []),
        ("t01/a.csv", [("T01", "2026-03-03 00:00"), ("T01", "2026-03-04 00:00")], []),
        ("t03/a.csv", [("T03", "2026-03-04 00:00")], ["broken row"]),
        ("t05/a.csv", [("T05", "2026-03-03 00:00"), ("T05", "2026-03-04 00:00")], []),
        ("t10/np.json", [("ledger.example", "2026-03-03 09:15")], []),
        ("t12/mc.jsonl", [("Marlow Ledger", "2026-03-01 00:00"), ("Marlow Ledger", "2026-03-02 00:00")], []),
        ("t15/n.json", [], ["teaser only", "teaser only"]),
        ("t17/n.csv", [], ["teaser only"]),
        ("t18/a.json", [("T18", "2026-03-03 00:00"), ("T18", "2026-03-04 00:00")], []),
        ("t20/a.json", [("T20", "2026-03-03 00:00"), ("T20", "2026-03-04 00:00")], []),
        ("t22/g.json", [("T22", "2026-03-03 09:15")], []),
        ("w01/a.warc", [("Marlow Ledger", "2026-03-03 09:15")], ["not a page"]),
        ("w03/a.warc", [("Marlow Ledger", "2026-03-03 09:15")], ["not a page"]),
    ],
)
def test_cases_of_archives_tables_and_web_archives(file, right, rejects):
    articles, rejected = read_articles([CASES / file])
    found = [(row.outlet, row.published.strftime("%Y-%m-%d %H:%M")) for row in articles.itertuples()]
    assert (found, rejected["reason"].tolist()) == (right, rejects)


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
