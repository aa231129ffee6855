"""Bytes to text in every encoding an article comes in, mojibake, stray characters (all text invented)."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.readers.cleaning import clean, repair
from analysis.readers.decode import Unreadable, decode

ENGLISH = "The mayor’s “plan” – for José’s café, she said – costs €5… and nobody likes it. " * 3


RUSSIAN = "Совет города в понедельник решил, что дождь будет идти до самого вечера, и разошёлся по домам. " * 3


JAPANESE = "市議会は月曜日に雨が夕方まで降り続くと決め、解散した。傘を忘れた議員もいたという。" * 4


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, JAPANESE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_says_its_encoding_is_read_without_a_note(text, encoding):
    assert decode(text.encode(encoding)) == (text, [])


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, JAPANESE])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_without_a_mark(text, encoding):
    assert decode(text.encode(encoding)) == (text, [f"read as {encoding[:6].upper()}, which it does not say"])


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        (ENGLISH.encode("cp1252"), ENGLISH, "read as Windows-1252"),
        (RUSSIAN.encode("cp1251"), RUSSIAN, "read as cp1251, the likeliest by its letters"),
        (RUSSIAN.encode("koi8-r"), RUSSIAN, "read as koi8_r, the likeliest by its letters"),
        (JAPANESE.encode("shift_jis"), JAPANESE, "read as cp932, the likeliest by its letters"),
        (
            ENGLISH.encode() + b"It\x92s caf\xe9.",
            ENGLISH + "It’s café.",
            "read bytes that are not UTF-8 as Windows-1252",
        ),
        (
            "“Rain”, said Zoë".encode() + b" \xe2\x80 again",
            "“Rain”, said Zoë \ufffd again",
            "read bytes that are not UTF-8 as Windows-1252",
        ),
    ],
    ids=["cp1252", "cp1251", "koi8-r", "shift_jis", "mixed", "cut off"],
)
def test_what_does_not_say_its_encoding(data, text, note):
    assert decode(data) == (text, [note])


def test_a_page_says_its_encoding():
    head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head>'
    for name in ("windows-1251", "KOI8-R"):
        page = head.format(name) + RUSSIAN
        assert decode(page.encode(name)) == (page, [f"read as {name}, as declared"])
    page = head.format("iso-8859-2") + ENGLISH
    assert decode(page.encode()) == (page, [])  # UTF-8 is never so by chance
    for wrong in ("utf-8", "iso-8859-1", "ascii", "hex", "no-such-thing", "unicode_escape"):
        page = head.format(wrong) + ENGLISH
        assert decode(page.encode("cp1252")) == (page, ["read as Windows-1252"])


def test_halves_of_characters_do_not_lose_the_text():
    assert decode("Rain \ud83d fell".encode("utf-8", "surrogatepass")) == ("Rain \ud83d fell", [])
    assert decode("Rain \ud83d\ude00".encode("utf-8", "surrogatepass")) == ("Rain 😀", [])
    assert (
        decode(b"\xff\xfe" + "Rain fell \ud83d on the town".encode("utf-16-le", "surrogatepass"))[0]
        == "Rain fell \ud83d on the town"
    )
    assert clean("Rain \ud83d fell") == ("Rain  fell", ["removed lone surrogates"])


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"\xff\xfe\x00\xd8", b"\x00\x01\x02\x03" * 400, b"\x00\x00\xfe\xff" + b"\xff" * 40]
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(Unreadable, match="not text"):
        decode(data)


def wrongly(text: str, *, times: int = 1) -> str:
    """`text` as UTF-8 that was read as Windows-1252, as browsers read it: bytes without a character are C1 controls."""
    for _ in range(times):
        text = "".join(
            bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b) for b in text.encode()
        )
    return text


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize(
    "text",
    ["It’s", "“No,” said José.", "Zoë’s café – €5…", "‘Rain’ — again", ENGLISH.strip(), "Łódź, Đà Nẵng and São Paulo"],
)
def test_wrongly_decoded_characters_are_put_right_and_quotes_stay_curly(text, times):
    assert repair(wrongly(text, times=times)) == (text, ["repaired wrongly decoded characters"])


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("He said â€œRain.â€\ufffd", "He said “Rain.”"),  # the last byte of ” was lost
        ("â€œRainâ€ fell", "“Rain” fell"),
        ("It\x92s \x93rain\x94\x85", "It’s “rain”…"),  # Windows-1252 read as Latin-1
        ("“Good” here\nBad: â€™ there", "“Good” here\nBad: ’ there"),  # only the lines that are wrong
        ("Дождь вЂ“ это жизнь", "Дождь – это жизнь"),  # Windows-1251
        ("the mayor‚Äôs ‚Äúplan‚Äù", "the mayor’s “plan”"),  # read as Mac Roman
    ],
)
def test_other_ways_to_decode_wrongly(wrong, right):
    assert repair(wrong) == (right, ["repaired wrongly decoded characters"])


@pytest.mark.parametrize(
    "text",
    [
        "", "plain", ENGLISH, RUSSIAN, JAPANESE, "“É”, ‘Ã’, «à»", "São Paulo’s “Ó”", "RØDE™ and naïve®", "L’IMPÔT… À Â", "Ångström – Ö", "x² ± ½ °C",
        "the café” closed", "fiancée’s “résumé”", "ESPAÑA” ganó", "voilà — fin", "£5 or €5", "Nguyễn Văn “Trí”", "a\tb\n\nc", "Straße„ja“", "¿Qué? ¡No!", "été…",
    ],
)  # fmt: skip
def test_right_text_is_left_as_it_is(text):
    assert clean(text) == (text, [])


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    once, _ = clean(text)
    assert clean(once) == (once, [])


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_plain_letters_are_never_touched(text):
    assert clean(text) == (text, [])


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(data):
    try:
        text, notes = decode(data)
    except Unreadable as error:
        refusal = error
    else:
        refusal = None
        assert "\r" not in text and all(isinstance(note, str) for note in notes)
        clean(text)[0].encode()  # nothing is left that no file can hold
    assert refusal is None or (refusal.reason == "not text" and refusal.detail)


@given(
    st.text(st.sampled_from("aeio ,.“”‘’–é\n"), min_size=1),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"]),
)
def test_encodings_come_back(text, encoding):
    data = text.encode(encoding)
    if encoding == "cp1252":
        assume(not text.isascii())
        try:
            data.decode()
        except UnicodeDecodeError:
            pass
        else:
            assume(False)  # by chance it is UTF-8 too
    assume(encoding != "cp1252" or text.count("é") < 20)  # so many accents are another alphabet's
    assert decode(data)[0] == text


def test_strays_go_each_with_a_note():
    assert clean("ra\x00in \ud800fell\u202e\u200b") == (
        "rain fell",
        [
            "removed NUL and control characters",
            "removed lone surrogates",
            "removed bidi controls",
            "removed zero-width characters",
        ],
    )
    assert clean("a\r\nb\rc\u2028d\u2029e") == ("a\nb\nc\nd\n\ne", [])
    assert clean("👨\u200d👩 नमस्\u200dते") == ("👨\u200d👩 नमस्\u200dते", [])  # joiners spell


def test_line_ends_are_made_one():
    assert decode(b"a\r\nb\rc") == ("a\nb\nc", [])


def test_marks_without_end_on_a_letter_are_cut_so_that_sorting_them_takes_no_square_time():
    text, _ = clean("a" + "\u0301\u0316" * 50_000 + "b")
    assert len(text) < 40 and text[0] in "aá" and text[-1] == "b"
    assert clean("a\u0323\u0302 Việt")[0] == "ậ Việt"


def test_zeros_that_a_program_left_in_a_file_are_no_text():
    assert decode(b"Rain fell." + b"\0" * 5000)[0] == "Rain fell."
    assert decode(b"\0" * 5000)[0] == ""
    with pytest.raises(Unreadable):
        decode(b"\x01\x02\x03\x04\x05" * 9 + b"\0" * 5000)
