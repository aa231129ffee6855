"""Bylines give names and agencies (all invented)."""

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.articles.bylines import parse_byline
from analysis.articles.datelines import find_dateline
from analysis.articles.dates import parse_date
from analysis.articles.origin import find_origin

ABROAD = [  # labels, roles, newsrooms and agencies in other languages, and more words before names
    ("Ein Kommentar von Anke Rohde", ["Anke Rohde"], None), ("Eine Analyse von Anke Rohde und Jens Lund", ["Anke Rohde", "Jens Lund"], None),
    ("Von unserer Redakteurin Anke Rohde", ["Anke Rohde"], None), ("Autor: Anke Rohde", ["Anke Rohde"], None), ("Autorin: Anke Rohde", ["Anke Rohde"], None),
    ("Anke Rohde, Redakteurin", ["Anke Rohde"], None), ("Von Anke Rohde, dpa", ["Anke Rohde"], "Deutsche Presse-Agentur"), ("Interview: Anke Rohde", ["Anke Rohde"], None),
    ("Ein Gastbeitrag von Prof. Dr. Anke Rohde", ["Anke Rohde"], None), ("Text: Anke Rohde, Fotos: Tom Vahl", ["Anke Rohde"], None), ("Redaktion", [], None), ("Von der Redaktion", [], None),
    ("Par Anne Roux, envoyée spéciale à Marlou", ["Anne Roux"], None), ("Propos recueillis par Anne Roux", ["Anne Roux"], None), ("Anne Roux avec AFP", ["Anne Roux"], "Agence France-Presse"),
    ("Par Anne Roux (Marlou, correspondante)", ["Anne Roux"], None), ("La rédaction avec AFP", [], "Agence France-Presse"), ("Par Anne Roux, journaliste", ["Anne Roux"], None),
    ("Écrit par Anne Roux", ["Anne Roux"], None), ("Auteur : Anne Roux", ["Anne Roux"], None),
    ("Escrito por Ana Robles", ["Ana Robles"], None), ("Texto: Ana Robles / Fotos: Tom Val", ["Ana Robles"], None), ("Ana Robles, corresponsal en Marlo", ["Ana Robles"], None),
    ("Ana Robles | Marlo", ["Ana Robles"], None), ("Por Ana Robles y agencias", ["Ana Robles"], None), ("Redacción", [], None), ("Agencias", [], None), ("Una crónica de Ana Robles", ["Ana Robles"], None),
    ("di Anna Rossini e Ivo Lungo", ["Anna Rossini", "Ivo Lungo"], None), ("a cura di Anna Rossini", ["Anna Rossini"], None), ("dalla nostra inviata Anna Rossini", ["Anna Rossini"], None), ("di Redazione", [], None),
    ("Por Ana Rocha, Harbor Post — Marlim", ["Ana Rocha"], None), ("Escrito por Ana Rocha e Ivo Lima", ["Ana Rocha", "Ivo Lima"], None), ("Da Redação", [], None),
    ("Door Anna Roos", ["Anna Roos"], None), ("Door onze redacteur Anna Roos", ["Anna Roos"], None), ("Van onze redactie", [], None), ("Geschreven door Anna Roos", ["Anna Roos"], None),
    ("Av Anna Rosén", ["Anna Rosén"], None), ("Text: Anna Rosén", ["Anna Rosén"], None), ("Anna Rosén, reporter", ["Anna Rosén"], None), ("Skrevet av Anna Roseth", ["Anna Roseth"], None),
    ("Af Anna Rosen, journalist", ["Anna Rosen"], None), ("Skribent: Anna Rosén", ["Anna Rosén"], None), ("Teksti: Anna Rautio", ["Anna Rautio"], None), ("Kirjoittaja: Anna Rautio", ["Anna Rautio"], None),
    ("Autor: Anna Rogala", ["Anna Rogala"], None), ("Autorka: Anna Rogala", ["Anna Rogala"], None), ("Opracowała Anna Rogala", ["Anna Rogala"], None), ("oprac. Anna Rogala", ["Anna Rogala"], None), ("Redakcja", [], None),
    ("Autoři: Anna Rosová, Ivo Luna", ["Anna Rosová", "Ivo Luna"], None), ("Szerző: Rónai Anna", ["Rónai Anna"], None), ("Írta: Rónai Anna", ["Rónai Anna"], None), ("Redacția", [], None),
    ("Автор: Анна Роева", ["Анна Роева"], None), ("Редакция", [], None), ("Автор Анна Роєва", ["Анна Роєва"], None), ("Της Άννα Ρόκα", ["Άννα Ρόκα"], None), ("Γράφει η Άννα Ρόκα", ["Άννα Ρόκα"], None),
    ("Yazar: Ayla Roman", ["Ayla Roman"], None), ("Haber Merkezi", [], None), ("Oleh: Ana Roswita", ["Ana Roswita"], None), ("Penulis: Ana Roswita, Editor: Tom Vale", ["Ana Roswita"], None), ("Tim Redaksi", [], None),
    ("作者:李梅", ["李梅"], None), ("文/李梅", ["李梅"], None), ("记者 李梅", ["李梅"], None), ("김보라 기자", ["김보라"], None), ("文・山田花子", ["山田花子"], None),
    ("Submitted by Ana Roe", ["Ana Roe"], None), ("Story by Ana Roe", ["Ana Roe"], None), ("Posted by: Ana Roe", ["Ana Roe"], None), ("Words: Ana Roe", ["Ana Roe"], None), ("Author: Ana Roe", ["Ana Roe"], None),
    ("Ana Roe, for the Harbor Post", ["Ana Roe"], None), ("By Ana Roe For The Harbor Post", ["Ana Roe"], None), ("Ana Roe, Guest Columnist", ["Ana Roe"], None), ("Compiled by Ana Roe", ["Ana Roe"], None),
    ("By Ana Roe, Marlow Bureau Chief", ["Ana Roe"], None), ("By Ana Roe, Ivo Lund, Reuters", ["Ana Roe", "Ivo Lund"], "Reuters"), ("Ana Roe/Reuters", ["Ana Roe"], "Reuters"), ("By Ana Roe, AFP", ["Ana Roe"], "Agence France-Presse"),
    ("Interview by Ana Roe", ["Ana Roe"], None), ("As told to Ana Roe", ["Ana Roe"], None), ("By Ana Roe with Ivo Lund", ["Ana Roe", "Ivo Lund"], None), ("By Ana Roe, 14", ["Ana Roe"], None),
]  # fmt: skip
BYLINES = [
    ("By Ana Roe/Tom Vale", ["Ana Roe", "Tom Vale"], None),
    ("By Meg Vale Staff Writer", ["Meg Vale"], None),
    ("Jim Oakes, Mike Elm", ["Jim Oakes", "Mike Elm"], None),
    ("Ann Zuber, North County Reporter", ["Ann Zuber"], None),
    ("By ANN MARIE O’ROE ( @annroe )", ["Ann Marie O’Roe"], None),
    ("By Jo Doe, Associated Press", ["Jo Doe"], "Associated Press"),
    ("By Jo Doe of The Associated Press", ["Jo Doe"], "Associated Press"),
    ("Continental Wire Service", [], "Continental Wire Service"),
    ("AP", [], "Associated Press"),
    ("By Jo Doe | Photographs by Ed Oak", ["Jo Doe"], None),
    ("By John Doe, Jr. and Jo Roe", ["John Doe Jr.", "Jo Roe"], None),
    ("By the Editorial Board", [], None),
    ("By Jo Doe January 5, 2026", ["Jo Doe"], None),
    ("by jo doe", ["Jo Doe"], None),
    ("By Dana O'Neil-Smith for The Marlow Ledger", ["Dana O'Neil-Smith"], None),
    ("Jo Doe jo.doe@ledger.example", ["Jo Doe"], None),
    (["Ana Roe", "Ana Roe", "Tom Vale"], ["Ana Roe", "Tom Vale"], None),
    ("", [], None),
    ("By Ana Roe and Tom Vale, Political Editor", ["Ana Roe", "Tom Vale"], None),
    ("ANA ROE | Staff Writer", ["Ana Roe"], None),
    (
        "Ana Roe in Harbor City, Tom Vale in Kyiv and Meg Oakes at the United Nations",
        ["Ana Roe", "Tom Vale", "Meg Oakes"],
        None,
    ),
    ("Reporting by Ana Roe and Tom Vale; Editing by Meg Oakes", ["Ana Roe", "Tom Vale"], None),
    ("By Ana Roe; additional reporting by Tom Vale", ["Ana Roe"], None),
    ("By Ana Roe | Special to the Marlow Ledger", ["Ana Roe"], None),
    ("By Ana Roe Special to the Ledger", ["Ana Roe"], None),
    ("Ana Roe contributed to this report.", [], None),
    ("By TOM MCVALE, AP National Political Writer", ["Tom McVale"], "Associated Press"),
    ("By Ana Roe (Continental Wire Service)", ["Ana Roe"], "Continental Wire Service"),
    (
        "By Ludwig van der Vale, J. R. Roe and María José de la Cruz-Ortiz",
        ["Ludwig van der Vale", "J. R. Roe", "María José de la Cruz-Ortiz"],
        None,
    ),
    ("By LUDWIG VAN DER VALE", ["Ludwig van der Vale"], None),
    ("By Øystein Ås and Đorđe Šarić", ["Øystein Ås", "Đorđe Šarić"], None),
    ("정가람 기자", ["정가람"], None),
    ("By Tom Vale III", ["Tom Vale III"], None),
    ("By Tom Vale, III", ["Tom Vale III"], None),
    ("By Dr. Ana Roe, M.D.", ["Ana Roe"], None),
    ("Ana Roe, MS, RDN", ["Ana Roe"], None),
    ("Ana Roe@anaroe", ["Ana Roe"], None),
    ("Ana Roe Ana Roe", ["Ana Roe"], None),
    ("By Ana Roe, CNN", ["Ana Roe"], None),
    ("Ana Roe - Daily Science Contributor", ["Ana Roe"], None),
    ("by Catherine", ["Catherine"], None),
    ("Staff Reports", [], None),
    ("From staff and wire reports", [], None),
    ("Ledger Staff", [], None),
    ("jdadmin", [], None),
    ("KWXCK", [], None),
    ("kei_roe", [], None),
    ("admin", [], None),
    ("By The Daily Bucket", [], None),
    ("European Weather Agency", [], None),
    ("Editorial", [], None),
    ("By Ana Roe Published 3:04 p.m. Monday", ["Ana Roe"], None),
    # A comma before the last "and".
    ("Dana Holm, Peter Ruiz, and Ana Soto", ["Dana Holm", "Peter Ruiz", "Ana Soto"], None),
    ("DANA HOLM, PETER RUIZ, & ANA SOTO", ["Dana Holm", "Peter Ruiz", "Ana Soto"], None),
    ("By Dana Holm, Peter Ruiz, and Ana Soto, Staff Writers", ["Dana Holm", "Peter Ruiz", "Ana Soto"], None),
    ("Dana Holm and Peter Ruiz, and the Ledger staff", ["Dana Holm", "Peter Ruiz"], None),
    # An agency behind the name without a comma.
    ("By DANA HOLM Associated Press", ["Dana Holm"], "Associated Press"),
    ("Dana Holm Tribune News Service", ["Dana Holm"], "Tribune News Service"),
    ("Dana Holm Continental Wire Service", ["Dana Holm"], "Continental Wire Service"),
    ("DANA HOLM and PETER RUIZ Reuters", ["Dana Holm", "Peter Ruiz"], "Reuters"),
    ("Dana Holm of the Associated Press", ["Dana Holm"], "Associated Press"),
    # Words of the page.
    ("Dana Holm | Email the author", ["Dana Holm"], None),
    ("Dana Holm Follow @dholm", ["Dana Holm"], None),
    ("Dana Holm View all posts", ["Dana Holm"], None),
    ("Fact Checked", [], None),
    ("Weather Lab staff", [], None),
    ("Full Bio", [], None),
    ("AI platform", [], None),
    # "By" and "and" in other languages.
    ("Von Dana Holm und Peter Ruiz", ["Dana Holm", "Peter Ruiz"], None),
    ("Par Dana Holm et Pierre Ruiz", ["Dana Holm", "Pierre Ruiz"], None),
    ("Por Dana Holm y Pedro Ruiz", ["Dana Holm", "Pedro Ruiz"], None),
    ("Di Anna Rossi e Marco Bianchi", ["Anna Rossi", "Marco Bianchi"], None),
    ("Av Dana Holm og Per Berg", ["Dana Holm", "Per Berg"], None),
    ("José Ortega y Gasset", ["José Ortega y Gasset"], None),
    ("Von Miller", ["Von Miller"], None),
    # Places, beats and employers.
    ("Hugh Holm, Crime and Justice Reporter", ["Hugh Holm"], None),
    ("Dana Holm, in Madrid", ["Dana Holm"], None),
    ("Dana Holm Transport Correspondent", ["Dana Holm"], None),
    ("Dana Holm, Health Policy", ["Dana Holm"], None),
    ("Dana Holm, Education and Health Editor, and Peter Ruiz", ["Dana Holm", "Peter Ruiz"], None),
    ("Mark Justice Reporter", ["Mark Justice"], None),
    ("Dana Holm, Senior Director of Operations, Atlas Van Lines", ["Dana Holm"], None),
    ("Center for Weather Research and Forecasting", [], None),
    # Degrees, and names with a word of a paper.
    ("Dana Holm MD", ["Dana Holm"], None),
    ("Dana Holm, M.D., FACP and Peter Ruiz, PhD", ["Dana Holm", "Peter Ruiz"], None),
    ("Jeffrey A. Holm CPP, PSP", ["Jeffrey A. Holm"], None),
    ("DANA HOLM MD", ["Dana Holm"], None),
    ("Emily Post", ["Emily Post"], None),
    ("Edgar Guest and David Press", ["Edgar Guest", "David Press"], None),
    ("The Marlow Post", [], None),
    ("Dunmore Press", [], None),
    ("An Pham", ["An Pham"], None),
    ("A. Holm", ["A. Holm"], None),
    ("J.D. Holm", ["J.D. Holm"], None),
    # Phrases before or behind a name.
    ("Words by Dana Holm", ["Dana Holm"], None),
    ("Interview by Dana Holm", ["Dana Holm"], None),
    ("Story and photos by Dana Holm", ["Dana Holm"], None),
    ("As told to Dana Holm", ["Dana Holm"], None),
    ("Guest post by Dana Holm", ["Dana Holm"], None),
    ("Photography by Ed Oak, words by Dana Holm", ["Dana Holm"], None),
    ("Written by Dana Holm, medically reviewed by Peter Ruiz, MD", ["Dana Holm"], None),
    # Forms of tables and catalogs.
    ("['Dana Holm', 'Peter Ruiz']", ["Dana Holm", "Peter Ruiz"], None),
    ('["Dana Holm"]', ["Dana Holm"], None),
    ("[]", [], None),
    ("[Dana Holm, Peter Ruiz]", ["Dana Holm", "Peter Ruiz"], None),
    ("Holm, Dana; Ruiz, Peter", ["Dana Holm", "Peter Ruiz"], None),
    ("Holm, Dana and Ruiz, Peter B.", ["Dana Holm", "Peter B. Ruiz"], None),
    ("Holm, Dana, Ruiz, Peter", ["Dana Holm", "Peter Ruiz"], None),
    (["Holm, Dana", "Ruiz, Peter"], ["Dana Holm", "Peter Ruiz"], None),
    ("Dana Holm\nPeter Ruiz", ["Dana Holm", "Peter Ruiz"], None),
    ("Reuters, London", [], "Reuters"),
    ("Story Holm", ["Story Holm"], None),
    ("Story Dana Holm", ["Dana Holm"], None),
    ("Maria & Katarzynka", ["Maria", "Katarzynka"], None),
    ("Wellness and Prevention", [], None),
]


@pytest.mark.parametrize(("words", "names", "agency"), [*BYLINES, *ABROAD])
def test_bylines(words, names, agency):
    assert parse_byline(words, outlet="The Marlow Ledger") == (names, agency)


def test_a_writer_whose_site_has_their_name_is_a_person():
    assert parse_byline("Dana Holm", outlet="Dana Holm").names == ["Dana Holm"]
    assert parse_byline("Charlotte Tribune", outlet="Charlotte Tribune").names == []


@given(st.text(max_size=300))
def test_any_words_are_taken(text):
    time, dateline = parse_date(text).time, find_dateline(text)
    assert time is None or time.tzinfo == UTC
    assert dateline is None or dateline.end <= len(text)
    assert all(name.strip() == name != "" for name in parse_byline(text).names)
    assert find_origin([text], [text]) != ""
