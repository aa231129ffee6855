"""Sentences and terms that are easily cut in the wrong place, more of each kind than `../shared/cases` has."""

import pandas as pd
import pytest

from analysis import count_terms
from analysis.words.text import sentences, terms, tokenize

# one sentence a line
SENTENCES = [
    # a mark that follows without a blank
    'He asked "Why?", and left.\nNobody knew.',
    "Yahoo!'s chief left.\nShe was tired.",
    "She holds a Ph.D.'s worth of notes.\nHe does not.",
    "(“It failed!”), he wrote.\nIt had not.",
    "“Is it so?”, she asked.\n“Yes!”—he nodded.",
    # an answer, and the number of something
    "“No.”\nBo Stern left the room.",
    "Was it late?\nNo.\nThe ferry came at noon.",
    "He lives at No. 5 Harbor Street.\nIt is an old house.",
    "Was the pier safe?\n“No.\nIt was rotten,” she said.",
    # abbreviations before a number
    "See fig. 3 for the pier.\nIt leans.",
    "Sec. 12 says so.\nThe board agrees.",
    "Some ca. 40 riders came, on pp. 12 of the list.\nThey left.",
    "Both H.R. 40 and S. 12 failed.\nNobody wept.",
    "Brig. Gen. Bo Stern came on Wed. March 4.\nHe spoke.",
    # ordinary ends stay ends
    "He voted for the plan.\n40 riders came.",
    "It was a work of art.\nThe pier is not.",
    "They call it plan S.\nThe board likes it.",
    "The count was 12.\nBo Stern had 9.",
    # lists
    "1. Close the pier.\n2. Open the berth.\n3. Ask the riders.",
    "(a) Close the pier.\n(b) Open the berth.",
    "The plan has two parts: 1. Close the pier.\n2. Open the berth.",
    "A. Close the pier.\nB. Open the berth.",
    # French quotations
    "Il dit : « Non. Jamais. »\nElle part.",
    "« Le port ferme. »\n« Il ouvre en mai. »",
    "Elle crie : « Au feu ! Vite ! » et part.\nPersonne ne vient.",
    "Er sagte: »Nein.«\nSie sagte: »Ja.«",
    # an English quotation keeps its sentences
    "He said, “We left.\nThey came.”\nShe nodded.",
]


@pytest.mark.parametrize("lines", SENTENCES)
def test_sentences(lines):
    text = lines.replace("\n", " ")
    assert [text[start:end] for start, end in sentences(text)] == lines.split("\n")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # letters and numbers of one word
        ("At COP28 the H5N1 and T012K", ["at", "COP28", "the", "H5N1", "and", "T012K"]),
        ("mp3, MP3 and B2B on the A4", ["mp3", "MP3", "and", "B2B", "on", "the", "A4"]),
        ("an F-16 and a Covid-19 test", ["an", "F-16", "and", "a", "covid-19", "test"]),
        ("the G7’s G20 plan", ["the", "G7", "G20", "plan"]),
        ("A 12 and 5G", ["a", "12", "and", "5g"]),
        # the money of other countries
        ("HK$20, NZ$3.5 and C$7 a day", ["HK$20", "NZ$3.5", "and", "C$7", "a", "day"]),
        ("$20 or €1,000", ["$20", "or", "€1,000"]),
        ("paid R$15bn in US$", ["paid", "r$15bn", "in", "US"]),
        # a possessive behind a dot
        ("the I.R.S.'s and the U.N.’s", ["the", "I.R.S.", "and", "the", "U.N."]),
        ("Acme Inc.’s and Acme Corp.'s ferry", ["acme", "inc", "and", "acme", "corp", "ferry"]),
        ("a Ph.D.’s work at 5 a.m. sharp", ["a", "ph.d", "work", "at", "5", "a.m.", "sharp"]),
        ("He left.’So’ it is", ["he", "left", "so", "it", "is"]),
        # other apostrophes
        ("I canʼt, she won`t, he didn´t", ["i", "can't", "she", "won't", "he", "didn't"]),
        ("we don＇t, they don′t, Ruiz‘s", ["we", "don't", "they", "don't", "ruiz"]),
        ("Ruizʼs ridersʼ ʼtwas", ["ruiz", "riders", "twas"]),
        ("a ‘word’ and a `word`", ["a", "word", "and", "a", "word"]),
    ],
)
def test_terms(text, right):
    assert terms(text) == right
    assert all(text[token.start : token.end] == token.text for token in tokenize(text))


@pytest.mark.parametrize(
    "text",
    [
        "couldn't dare: daren't, mayn't, shouldn't, hasn't",
        "that'll this'll there'd how'd why's where're",
        "I’d should’ve, she’ll might’ve, they’re you’d",
    ],
)
def test_no_contraction_is_left_without_stop_words(text):
    frame = pd.DataFrame({"article_id": ["a"], "text": [f"{text} dare pier"]})
    assert set(count_terms(frame, stop_words="english", min_articles=1).terms) == {"dare", "pier"}
