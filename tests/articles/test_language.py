"""The language of a text (all text invented)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.articles.language import MIN_WORDS, detect_language

JAPANESE = "市議会は月曜日に雨が夕方まで降り続くと決め、解散した。傘を忘れた議員もいたという。" * 4


LANGUAGES = {
    "en": "Rain fell on the town on Monday, and the council, which had met to talk about drought, went home early in the dark.",
    "es": "El consejo dijo el lunes que la lluvia caería hasta la noche y que nadie en el pueblo debía ir a la tienda sin paraguas.",
    "ca": "El consell va dir dilluns que la pluja cauria fins al vespre i que ningú del poble no havia d’anar a la botiga sense paraigua.",
    "fr": "Le conseil a dit lundi que la pluie tomberait jusqu’au soir et que personne dans la ville ne devait aller au magasin.",
    "de": "Der Rat sagte am Montag, dass der Regen bis zum Abend fallen werde und dass niemand im Dorf ohne Schirm zum Laden gehen solle.",
    "nl": "De raad zei maandag dat de regen tot de avond zou vallen en dat niemand in het dorp zonder paraplu naar de winkel hoefde te gaan.",
    "af": "Die raad het Maandag gesê dat die reën tot die aand sou val en dat niemand in die dorp sonder sambreel na die winkel moes gaan nie.",
    "pt": "O conselho disse na segunda-feira que a chuva cairia até à noite e que ninguém na vila devia ir à loja sem guarda-chuva.",
    "it": "Il consiglio ha detto lunedì che la pioggia sarebbe caduta fino a sera e che nessuno in paese doveva andare al negozio.",
    "pl": "Rada powiedziała w poniedziałek, że deszcz będzie padał do wieczora i że nikt we wsi nie powinien iść do sklepu bez parasola, bo droga jest mokra.",
    "ru": "Совет сказал в понедельник, что дождь будет идти до вечера и что никто в деревне не должен ходить в магазин без зонта, потому что дорога мокрая.",
    "ja": JAPANESE,
    "zh": "市议会星期一表示，雨将一直下到傍晚，村里任何人都不应该不带雨伞去商店，因为路又湿又黑，没有人知道桥是否安全。",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_languages(code):
    assert detect_language(LANGUAGES[code]) == (code, "")


def test_a_language_is_not_guessed_from_too_little():
    words = LANGUAGES["en"].split()
    assert detect_language(" ".join(words[:MIN_WORDS])).code == "en"
    assert detect_language(" ".join(words[: MIN_WORDS - 1])) == (None, "language: too short to tell")
    assert detect_language("") == (None, "language: too short to tell")
    names = "Ana Roe Tom Vale Nora Petrakis Iván Soto Meg Jones Jo Doe Ian Oakes Lu Wei Sam Poe Kit Ash Bo Lind Al Fay"
    assert detect_language(names).note in {"", "language: unclear"}


@given(st.text(max_size=300))
def test_any_text_has_a_language_or_a_note(text):
    code, note = detect_language(text)
    assert (code is None) == bool(note) and (code is None or len(code) == 2)
