"""Kinds of bad input: letters and signs: encodings, languages, NULs, marks."""

import base64
import gzip
import io
import json
import quopri
import unicodedata
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
from invented_exports import docx, para

from bad_inputs.kinds import Kind, Stories
from bad_inputs.make_packs import noise, quoted_table, story_page, two, xlsx, zipped
from bad_inputs.make_tables import TDT, dumped, other, record_rows, rows, rss_of_three, saved, second, table, workbook
from bad_inputs.make_texts import (
    ARABIC,
    CHINESE,
    HEBREW,
    HINDI,
    JAPANESE,
    POLISH,
    RUSSIAN,
    THAI,
    arrays,
    beside,
    copied,
    copied_without_byline,
    csv_text,
    each,
    feed,
    item,
    jsonl,
    letter,
    listed,
    made_for_each,
    message,
    mhtml,
    mhtml_of_parts,
    packed,
    page_with,
    part,
    quoted_rows,
    repacked,
    rss,
    rtf,
    said,
    tongue,
    workbook_with_days,
)
from bad_inputs.reasons import FORM_NOT_KNOWN, NOT_TEXT


def in_utf16(s: Stories) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx(para(f"Rain in {s.mark}"), *map(para, s.long().split("\n\n"))))) as file:
        return file.read("word/document.xml").decode().replace("1.0", "1.0' encoding='utf-16", 1).replace('"1.0\'', "'1.0'").replace("utf-16\"", "utf-16'").encode("utf-16")  # fmt: skip


GREEK = "Έβρεξε στην πόλη {} τη Δευτέρα. Το συμβούλιο, που είχε συνεδριάσει για την ξηρασία, σχόλασε νωρίς χωρίς ψηφοφορία. Κανείς δεν είχε φέρει ομπρέλα, είπε η γραμματέας."
CHINESE_OF_YESTERDAY = "{}昨天下了大雨。市议会原定讨论干旱问题，但提前散会，没有表决。书记说，雨下了一整天，街道上都是水，孩子们没有去上学。"
JAPANESE_OF_YESTERDAY = "{}では昨日、大雨が降った。市議会は干ばつについて話し合う予定だったが、採決をせずに早く閉会した。雨は一日中降り続いた。"


def letters(s: Stories, text: str, encoding: str) -> bytes:
    return f"{s.mark}\n\n{text.format(s.mark)}\n\n{text.format(s.mark)}\n".encode(encoding)


def iso(value: str, ref: str) -> str:
    return f'<c{ref} t="d"><v>2026-03-01T10:00:00</v></c>'


VIETNAMESE = "Mưa rơi xuống thị trấn {} vào Chủ nhật, và hội đồng, vốn họp để bàn về hạn hán, đã về sớm mà không bỏ phiếu. Thư ký nói không ai mang theo ô. Hội đồng sẽ họp lại vào thứ Ba."
RUSSIAN_OF_SUNDAY = "В воскресенье в городе {} прошёл дождь. Совет, который собрался обсудить засуху, разошёлся рано и без голосования. Секретарь сказала, что зонта не было ни у кого. Следующее заседание пройдёт во вторник."
JAPANESE_STORY = "{}町で日曜日に雨が降った。干ばつを話し合うために集まった議会は、採決をせずに早く終わった。傘を持ってきた議員は一人もいなかったと書記は話した。次の会議は火曜日に開かれる。"


def curly_page(s):
    page = s.page("<p>“We met in the rain,” the clerk wrote — and then she said: ‘It is over,’ which it was not.</p>", head='<meta charset="iso-8859-1">')  # fmt: skip
    return page.encode("cp1252")


def mac_page(s):
    page = s.page("<p>The café by the river, which the Peña family owns, stayed shut for the whole day, she said.</p>", head='<meta charset="macintosh">')  # fmt: skip
    return page.encode("mac_roman")


TURKISH = "Yağmur şehri ıslattı\n\nPazartesi günü {0} kasabasına yağmur yağdı. Kuraklığı görüşmek için toplanan belediye meclisi oylama yapmadan dağıldı.\n\nKimse şemsiye getirmemişti, dedi kâtip. Çocuklar öğleden sonra okula gitmedi, sokaklar akşama kadar ıslaktı.\n"
HUNGARIAN = "Hétfőn eső esett {0} városában. A tanács, amely az aszályról ülésezett, szavazás nélkül, korán hazament. Senki sem hozott esernyőt, mondta a jegyző, és az utcák estig vizesek voltak. {1}"
HEBREW_HEADLINE = "גשם כבד ירד על העיר"
APPLE = b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        \x00\x02\x00\x00\x00\x09\x00\x00\x00\x32\x00\x00\x00\x70"
RUSSIAN_HEADLINE = "Дождь прошёл над городом"


# Pages ---------------------------------------------------------------------------------------------------------------

CZECH = "Déšť padal celý den na náměstí"


GREEK_HEADLINE = "Η βροχή έπεσε όλη μέρα στην πλατεία"
CZECH_S = "Rada, která se sešla, aby mluvila o suchu, odešla domů dříve a bez hlasování, řekla tajemnice města"
GREEK_S = "Το συμβούλιο, που είχε συνέλθει για να μιλήσει για την ξηρασία, έφυγε νωρίς χωρίς ψηφοφορία, είπε η γραμματέας της πόλης"


def ukrainian(s):
    part = "Рада, яка зібралася в місті {}, щоб говорити про посуху, розійшлася рано й без голосування, сказала секретарка. Її колега {} підтвердила, що наступна зустріч відбудеться в неділю."
    return (
        "Дощ ішов цілий день на площі\n\n"
        + "\n\n".join(part.format(s.mark, name) for name in ("Ганна", "Олена", "Юлія", "Євгенія"))
        + "\n"
    ).encode("cp1251")


def lost_row(s):
    head, first, second, third = s.table().splitlines()
    return "\n".join([head, first, "\0" * len(second), third, ""])


def delta(s):
    out = io.BytesIO()
    pq.write_table(
        pa.table({k: [r[k] for r in s.records()] for k in ("title", "date", "text")}),
        out,
        use_dictionary=False,
        column_encoding={"title": "DELTA_BYTE_ARRAY", "date": "DELTA_LENGTH_BYTE_ARRAY", "text": "DELTA_BYTE_ARRAY"},
    )
    return out.getvalue()


TURKISH_HEADLINE = "Kasabada yağmur yağdı, şenlik iptal edildi"


def cp437(s: Stories) -> bytes:
    return packed({"Xyz.txt": copied_without_byline(s)}).replace(b"Xyz", b"\x81\x99\xe1")


def mac_roman(s: Stories) -> bytes:
    return (
        copied_without_byline(s)
        .decode()
        .replace("talk about drought", "talk about “drought” in a café")
        .encode("mac-roman")
    )


def only_leftovers(s: Stories) -> bytes:
    return packed({"__MACOSX/._a.html": noise(b"\0\x05\x16\x07"), ".DS_Store": noise(b"\0\0\0\x01Bud1")})


def cut_in_utf16(s: Stories) -> bytes:
    data = csv_text(TDT, record_rows(s)).encode("utf-16")
    return data[:-41]  # within the last text, in the middle of a letter


def hungarian(s: Stories) -> bytes:
    paragraphs = "".join(
        f"<p>{HUNGARIAN.format(s.mark, word)}</p>"
        for word in ("Az eső délben kezdődött.", "Az őrség is elázott.", "A gyűlést jövő hétre tűzték ki.")
    )
    title = "Hosszú őszi eső"
    return f'<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>'.encode(
        "iso-8859-2"
    )


def hebrew(s) -> bytes:
    text = "גשם ירד אתמול על העיר {mark}, והמועצה שנפגשה כדי לדון בבצורת הלכה הביתה מוקדם בלי הצבעה, כך אמרה המזכירה של העיר ביום {n}. אחר כך יצאה השמש והילדים שיחקו ברחוב."
    return csv_text(
        ["title", "date", "text"],
        made_for_each(lambda n: [HEBREW_HEADLINE, f"2026-03-0{n}", text.format(mark=s.mark, n=n)]),
    ).encode("cp1255")


def short_and_wide(s):
    lines = quoted_table(s).splitlines(keepends=True)
    lines[2] = f'"Rain 2 in {s.mark}"\n'
    return gzip.compress("".join(lines).encode("utf-16"), mtime=0)


def russian(s) -> bytes:
    made = rss_of_three(s, head='<?xml version="1.0" encoding="windows-1251"?>\n', title=RUSSIAN_HEADLINE)
    return made.replace("went home early", "(по-русски: ушёл домой рано) went home early").encode("cp1251")


KINDS = [
    Kind("byte-order mark", "a.csv", lambda s: b"\xef\xbb\xbf" + s.table().encode(), 3),
    Kind("byte-order mark in quotation marks", "a.csv", lambda s: s.table().replace("title", '"\ufefftitle"', 1), 3),
    Kind("UTF-16 table", "a.csv", lambda s: s.table().encode("utf-16"), 3),
    Kind("UTF-16 table without a mark", "a.csv", lambda s: s.table().encode("utf-16-le"), 3),
    Kind("Windows-1252 table", "a.csv", lambda s: s.table().replace("council", "café “council”").encode("cp1252"), 3, (), "Windows-1252"),
    Kind("NUL in a cell", "a.csv", lambda s: s.table(second(s, text=s.text(2) + "\0")), 3, (), "removed NUL"),
    Kind("old Mac line ends", "a.csv", lambda s: s.table(end="\r"), 3),
    Kind("lines with a byte-order mark", "a.jsonl", lambda s: b"\xef\xbb\xbf" + s.lines().encode(), 3),
    Kind("lines in UTF-16", "a.jsonl", lambda s: s.lines().encode("utf-16"), 3),
    Kind("line in Windows-1252", "a.jsonl", lambda s: s.lines().encode().replace(b"council", b"caf\xe9 council", 1), 3),
    Kind("NUL escaped", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace("council", "\\u0000council")), 3, (), "removed NUL"),
    Kind("list in UTF-32", "a.json", lambda s: listed(s).encode("utf-32"), 3),
    Kind("list with NULs behind it", "a.json", lambda s: listed(s) + "\0\0\0", 3),
    Kind("byte-order mark above a page", "a.html", lambda s: b"\xef\xbb\xbf" + s.page().encode(), 1),
    Kind("page in UTF-16", "a.html", lambda s: s.page().encode("utf-16"), 1),
    Kind("encoding that is not there", "a.html", lambda s: s.page(head='<meta charset="x-none">'), 1),
    Kind("encoding declared wrongly", "a.html", lambda s: s.page("<p>Café, naïve.</p>", head='<meta charset="ascii">'), 1),
    Kind("NULs in a page", "a.html", lambda s: s.page().replace("council", "coun\0cil"), 1, (), "removed NUL"),
    Kind("MHTML with letters that are not ASCII", "a.mhtml", lambda s: message(s).replace(b"council", "café “council”".encode()), 1),
    Kind("MHTML in an encoding that is not there", "a.mhtml", lambda s: message(s).replace(b"utf-8", b"x-none"), 1),
    Kind("feed in UTF-16", "a.xml", lambda s: feed(s, before="").encode("utf-16"), 3),
    Kind("NUL in a feed", "a.xml", lambda s: feed(s).replace("council", "coun\0cil", 1), 3),
    Kind("byte-order mark alone", "a.txt", lambda s: b"\xef\xbb\xbf", 0, ("empty file",)),
    Kind("NULs in a text", "a.txt", lambda s: copied(s).replace("council", "coun\0cil"), 1, (), "removed NUL"),
    Kind("NULs behind a text", "a.txt", lambda s: copied(s) + "\0" * 4, 1),
    Kind("UTF-16 with a mark", "a.txt", lambda s: copied(s).encode("utf-16"), 1),
    Kind("UTF-16 without a mark", "a.txt", lambda s: copied(s).encode("utf-16-be"), 1),
    Kind("UTF-32", "a.txt", lambda s: copied(s).encode("utf-32"), 1),
    Kind("UTF-16 with half a character", "a.txt", lambda s: copied(s).encode("utf-16-le") + b"\0\xd8", 1),
    Kind("Windows-1252", "a.txt", lambda s: copied(s).replace("council", "café “council”").encode("cp1252"), 1, (), "Windows-1252"),
    Kind("two encodings in a text", "a.txt", lambda s: copied(s).replace("council", "café").encode() + copied(s).replace("council", "café").encode("cp1252"), 1),
    Kind("accents set apart", "a.txt", lambda s: copied(s).replace("council", "cafe\u0301"), 1, (), "joined accents"),
    Kind("line ends of an old Mac", "a.txt", lambda s: copied(s).replace("\n", "\r"), 1),
    Kind("hundred accents on a letter", "a.txt", lambda s: copied(s).replace("council", "council" + "\u0301" * 100), 1),
    Kind("name that is no UTF-8", "caf\udce9.txt", copied, 1),
    Kind("table in big-endian UTF-16", "a.csv", lambda s: b"\xfe\xff" + s.table().encode("utf-16-be"), 3),
    Kind("table in UTF-32", "a.csv", lambda s: s.table().encode("utf-32"), 3),
    Kind("byte-order mark between two tables", "a.csv", lambda s: s.table() + "\ufeff" + "title,date,text\n" + f'Rain 4,2026-03-04,"{s.text(4)}"\n', 4),
    Kind("NUL of a workbook", "a.xlsx", lambda s: workbook(rows(s, second(s, text="_x0000_" + s.text(2)))), 3, (), "removed NUL"),
    Kind("byte-order mark on each line", "a.jsonl", lambda s: "".join("\ufeff" + json.dumps(r) + "\n" for r in s.records()), 3),
    Kind("key with a NUL", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2) | {"a\0b": "x"})), 3),
    Kind("lines in UTF-16 without a mark", "a.jsonl", lambda s: s.lines().encode("utf-16-le"), 3),
    Kind("accents as pairs", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, title="\ud83d\ude00 Rain"))), 3),
    Kind("page declared as UTF-7", "a.html", lambda s: s.page(head='<meta charset="utf-7">'), 1),
    Kind("page in a Japanese encoding", "a.html", lambda s: s.page(head='<meta charset="iso-2022-jp">').encode("iso-2022-jp"), 1),
    Kind("quotation mark of an attribute never closed", "a.html", lambda s: s.page(after='<a href="'), 1),
    Kind("feed in Latin-1", "a.xml", lambda s: feed(s, before='<?xml version="1.0" encoding="iso-8859-1"?>').replace("council", "café").encode("latin-1"), 3),
    Kind("feed with a byte-order mark", "a.xml", lambda s: b"\xef\xbb\xbf" + feed(s).encode(), 3),
    Kind("text of bytes in letters", "a.txt", lambda s: "QUJD" * 3000, 0, FORM_NOT_KNOWN),
    Kind("Word in UTF-16", "a.docx", lambda s: zipped(("[Content_Types].xml", "<Types/>"), ("word/document.xml", in_utf16(s))), 1),
    Kind("odd number of bytes in UTF-16", "a.txt", lambda s: copied(s).encode("utf-16") + b"\n", 1),
    Kind("name with a NUL sign of another kind", "\u2400\u0085a.txt", copied, 1),
    Kind("zero-width space in the header", "a.csv", lambda s: "\u200b" + s.table(), 3),
    Kind("mark of direction in the header", "a.csv", lambda s: s.table().replace("text", "\u200ftext", 1), 3),
    Kind("file of NULs", "a.csv", lambda s: b"\0" * 10_000, 0, ("empty file",)),
    Kind("two encodings in a table", "a.csv", lambda s: s.table().encode().replace(b"day 1", "d\u00e9j\u00e0 1".encode()).replace(b"day 3", "d\u00e9j\u00e0 3".encode("latin-1")), 3),
    Kind("bytes that are no UTF-8 in a string column of Parquet", "a.parquet", lambda s: saved(pa.table({"title": arrays(s)[0], "text": arrays(s)[1]})).replace(b"council", b"coun\xff\xfel"), 0, ('damaged Parquet file',)),
    Kind("line of NULs", "a.jsonl", lambda s: s.lines("\0" * 4096), 2, ("not valid JSON",)),
    Kind("outlet of a NUL", "a.jsonl", other(outlet="\0"), 3),
    Kind("PDF below a byte-order mark", "a.txt", lambda s: b"\xef\xbb\xbf%PDF-1.4\n" + b"1 0 obj << /Length 44 >> stream\nBT (Rain fell on the town there) Tj ET\nendstream endobj\n" * 9, 0, FORM_NOT_KNOWN),
    Kind("UUencode", "a.uue", lambda s: "begin 644 a.txt\n" + "M4F%I;B!F96QL(&]N('1H92!T;W=N(&]F($UA<FQO=RX*4F%I;B!F96QL(&]N\n" * 30 + "`\nend\n", 0, FORM_NOT_KNOWN),
    Kind("text in EBCDIC and NULs", "a.txt", lambda s: b"\0".join(s.long().encode("cp037")[n:n + 1] for n in range(400)), 0, NOT_TEXT),
    Kind("page that says UTF-16 and is not", "a.html", lambda s: s.page(head='<meta charset="utf-16">'), 1),
    Kind("page in UTF-16 without a mark", "a.html", lambda s: s.page().encode("utf-16-le"), 1),
    Kind("feed that says UTF-16 and is not", "a.xml", lambda s: feed(s, before='<?xml version="1.0" encoding="UTF-16"?>'), 3),
    Kind("feed in an encoding that is not there", "a.xml", lambda s: feed(s, before='<?xml version="1.0" encoding="x-none"?>'), 3),
    Kind("name of a member in no encoding", "a.zip", lambda s: two(s, names=("Xaaaa.txt", "b.html")).replace(b"Xaaaa", b"X\xff\xfe\x80\x81"), 2),
    Kind(
        "UTF-16 without a mark, big end first",
        "a.csv",
        lambda s: "\r\n".join(["title,date,text", *quoted_rows(s), ""]).encode("utf-16-be"),
        3,
    ),
    Kind(
        "a no-break blank in a column's name",
        "a.csv",
        lambda s: s.table(header=("title", "date", "\u00a0text\u200b")),
        3,
    ),
    Kind("NULs between the letters of a row", "a.csv", lambda s: s.table().replace("day 2", "d\0ay 2"), 3, note="NUL"),
    Kind("text in Windows-1252 among UTF-8", "a.csv", lambda s: s.table().encode().replace(b"day 2", b"caf\xe9 2"), 3),
    Kind("JSON in UTF-16", "a.json", lambda s: json.dumps(s.records()).encode("utf-16"), 3),
    Kind("lone surrogates", "a.json", lambda s: json.dumps(s.records(s.record(2, title="Rain \ud800 fell"))), 3),
    Kind("a page in UTF-16", "a.html", lambda s: s.page().encode("utf-16"), 1),
    Kind(
        "a page that says another encoding than it has",
        "a.html",
        lambda s: s.page("<p>Café.</p>", head='<meta charset="iso-8859-1">').encode(),
        1,
    ),
    Kind(
        "a page in Shift-JIS that says so",
        "a.html",
        lambda s: s.page("<p>雨が降った。町議会は早く終わった。</p>", head='<meta charset="shift_jis">').encode(
            "shift_jis"
        ),
        1,
    ),
    Kind(
        "a page in KOI8-R that says so",
        "a.html",
        lambda s: s.page("<p>Дождь шел весь день.</p>", head='<meta charset="koi8-r">').encode("koi8-r"),
        1,
    ),
    Kind(
        "zip: leftovers of a Mac",
        "a.zip",
        lambda s: packed({"a.txt": copied_without_byline(s), "__MACOSX/._a.txt": b"\0\5\x16\7" + bytes(100), ".DS_Store": bytes(100)}),
        1,
    ),
    Kind("a text in UTF-16 without a mark", "a.txt", lambda s: copied_without_byline(s).decode().encode("utf-16-le"), 1),
    Kind("a text in UTF-32", "a.txt", lambda s: copied_without_byline(s).decode().encode("utf-32"), 1),
    Kind("a text in EBCDIC", "a.txt", lambda s: copied_without_byline(s).decode().encode("cp500"), 1),
    Kind("a text in UTF-7", "a.txt", lambda s: copied_without_byline(s) + "Café – “so”".encode("utf-7"), 1),
    Kind("a text of zero-width signs", "a.txt", lambda s: "\u200b\u200c\u2060\ufeff" * 100, 0, ("no story",)),
    Kind("a text with NULs at its end", "a.txt", lambda s: copied_without_byline(s) + bytes(4000), 1, note="NUL"),
    Kind("a text of NULs", "a.txt", lambda s: bytes(4000), 0, ("empty file",)),
    Kind(
        "a mark of Git for a conflict",
        "a.txt",
        lambda s: b"<<<<<<< HEAD\n" + copied_without_byline(s) + b"=======\n" + copied_without_byline(s, 2) + b">>>>>>> w\n",
        0,
        ("form not known",),
    ),
    Kind(
        "MHTML in UTF-8 with a soft line break in a tag",
        "a.mhtml",
        lambda s: mhtml_of_parts(
            [
                (
                    "text/html; charset=utf-8",
                    "https://marlow.example/",
                    "quoted-printable",
                    s.page().replace("=", "=3D").replace("<article", "<art=\r\nicle"),
                )
            ]
        ),
        1,
    ),
    Kind("zip: a name in an old code page", "a.zip", cp437, 1),
    Kind(
        "a text in Shift-JIS",
        "a.txt",
        lambda s: (
            f"雨のマーロウ {s.mark}\n\n".encode("shift_jis")
            + ("雨が一日中降り、町議会は干ばつについて話し合うために集まったが、採決をせずに早く終わった。" * 6).encode(
                "shift_jis"
            )
            + s.mark.encode()
        ),
        1,
    ),
    Kind("a text with the mark of UTF-8 twice", "a.txt", lambda s: b"\xef\xbb\xbf\xef\xbb\xbf" + copied_without_byline(s), 1),
    Kind(
        "a text with both Windows-1252 and UTF-8",
        "a.txt",
        lambda s: copied_without_byline(s) + "\n\nIt’s a café".encode() + b"\n\nIt\x92s a caf\xe9\n",
        1,
    ),
    Kind("RIS below a byte-order mark and a blank line", "a.ris", lambda s: "\ufeff\n" + each(s, "TY  - NEWS\nTI  - {title}\nAB  - {text}\nER  -\n\n"), 0, FORM_NOT_KNOWN),
    Kind("wire with control characters", "a.txt", lambda s: b"\x16\x16\x01a1234\x1f\n" + copied_without_byline(s).replace(b"\n\n", b"\n\n   ") + b"\x03\x04\n", 1, (), "control"),
    Kind("letter of a Mac", "1.emlx", lambda s: f"1234      \nReceived: from mx.l.example\nFrom: Ana Roe <ana@l.example>\nTo: tom@l.example\nSubject: Rain\nDate: Sun, 1 Mar 2026 10:00:00 +0000\n\n{s.long()}\n<?xml version='1.0'?><plist></plist>", 0, FORM_NOT_KNOWN),
    Kind("second half of a file on a Mac", "._a.html", lambda s: noise(b"\0\x05\x16\x07\0\x02\0\0Mac OS X"), 0),
    Kind("alias of a Mac", "a alias", lambda s: noise(b"book\0\0\0\0mark\0\0\0\0"), 0, NOT_TEXT),
    Kind("ZIP with what a Mac leaves alone", "a.zip", only_leftovers, 0, ("empty file",)),
    Kind("text in the letters of an old Mac", "a.txt", mac_roman, 1),
    Kind("table in the letters of an old Mac", "a.csv", lambda s: s.table().replace("drought", "“drought”").encode("mac-roman"), 3),
    Kind("letter below a byte-order mark", "a.eml", lambda s: f"\ufeffFrom: Ana Roe <ana@l.example>\r\nTo: tom@l.example\r\nSubject: Rain\r\nDate: Sun, 1 Mar 2026 10:00:00 +0000\r\n\r\n{s.long()}\r\n", 0, FORM_NOT_KNOWN),
    Kind("subtitles in UTF-16", "a.txt", lambda s: each(s, "{n}\r\n00:00:0{n},000 --> 00:00:0{n},900\r\n{text}\r\n\r\n").encode("utf-16"), 0, FORM_NOT_KNOWN),
    Kind("line with the delimiter, a mark and UTF-16", "a.csv", lambda s: ("sep=;\r\n" + s.table(delimiter=";", end="\r\n")).encode("utf-16"), 3),
    Kind("text in Windows-1251", "a.txt", lambda s: (f"Дождь в городе {s.mark}\n\n" + f"Дождь в городе {s.mark} шел весь день, и городской совет, который собрался говорить о засухе, рано разошелся по домам. " * 5).encode("cp1251"), 1),
    Kind("page in Big5 that says so", "a.html", lambda s: s.page("<p>雨下了一整天,議會很早就散會了。</p>", head='<meta charset="big5">').encode("big5"), 1),
    Kind("a page with the mark of a translator", "a.html", lambda s: s.page(before="<!-- saved from url=(0021)https://l.example/rain -->\n<?xml-stylesheet href='a.css'?>\n"), 1),
    Kind("letters of genes", "a.fasta", lambda s: ">rain 1\n" + "ACGTTGCAAGCTTAGC" * 4 + "\n>rain 2\n" + "TTGACCAGTAAGCTTA" * 4 + "\n", 0, FORM_NOT_KNOWN),
    Kind("end of file of DOS", "a.txt", lambda s: part(s, 1).replace("\n", "\r\n") + "\x1a", 1),
    Kind("letters of DOS", "a.txt", lambda s: part(s, 1).replace("council", "café").encode("cp437"), 1),
    Kind("Polish in the letters of Windows", "a.txt", lambda s: f"Deszcz w {s.mark}\n\n{POLISH.format(s.mark)}\n".encode("cp1250"), 1),
    Kind("old Mac line ends between semicolons", "a.csv", lambda s: s.table(delimiter=";", end="\r").encode("mac_roman"), 3),
    Kind("lines that end as on an old Mac", "a.jsonl", lambda s: s.lines().replace("\n", "\r"), 3),
    Kind("list in big-endian UTF-16 without a mark", "a.json", lambda s: json.dumps(s.records()).encode("utf-16-be"), 3),
    Kind("Arabic page in the letters of Windows", "a.html", lambda s: f"<html dir='rtl'><head><meta charset='windows-1256'><title>مطر</title></head><body><article><h1>مطر</h1><p>{ARABIC.format(s.mark)}</p></article></body></html>".encode("cp1256"), 1),
    Kind("lines in two encodings", "a.jsonl", lambda s: (json.dumps(s.record(1), ensure_ascii=False) + "\n").encode() + (json.dumps(s.record(2, text=s.text(2).replace("council", "café")), ensure_ascii=False) + "\n").encode("cp1252"), 2),
    Kind("letters of a box beside a good page", "", beside("Inbox.mbox", lambda s: "From ana@l.example Sun Mar  1 10:00:00 2026\n" + letter(s) + "\nFrom tom@l.example Mon Mar  2 10:00:00 2026\n" + letter(s)), 1, FORM_NOT_KNOWN),
    Kind("Greek in ISO 8859", "a.txt", lambda s: f"Βροχή\n\n{GREEK.format(s.mark)}\n".encode("iso-8859-7"), 1),
    Kind("Hebrew in the letters of Windows", "a.txt", lambda s: f"גשם\n\n{HEBREW.format(s.mark)}\n".encode("cp1255"), 1),
    Kind("Thai in the letters of Windows", "a.txt", lambda s: f"ฝน\n\n{THAI.format(s.mark)}\n".encode("cp874"), 1),
    Kind("page in ISO-2022-JP that says so", "a.html", lambda s: f"<html><head><meta charset='iso-2022-jp'><title>雨</title></head><body><article><h1>{s.mark}町に雨</h1><p>{JAPANESE.format(s.mark)}</p></article></body></html>".encode("iso-2022-jp"), 1),
    Kind("page in big-endian UTF-16 that says UTF-8", "a.html", lambda s: s.page(head="<meta charset='utf-8'>").encode("utf-16-be"), 1),
    Kind("MHTML with letters of Windows", "a.mhtml", lambda s: b'From: <Saved by Blink>\r\nSubject: Rain\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n' + quopri.encodestring(s.page().replace("council", "café “council”").encode("cp1252")) + b"\r\n--x--\r\n", 1),
    Kind("message in UTF-16", "a.eml", lambda s: f"From: ana@l.example\r\nTo: tom@l.example\r\nSubject: Rain\r\n\r\n{s.long()}\r\n".encode("utf-16"), 0, FORM_NOT_KNOWN),
    Kind("UTF-16 with line ends of an old Mac", "a.txt", lambda s: copied_without_byline(s).decode().replace("\n", "\r").encode("utf-16"), 1),
    Kind("lines in UTF-32", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2))).encode("utf-32"), 3),
    Kind("NULs behind lines", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2))).replace("\n", "\r\n").encode() + bytes(4096), 3),
    Kind("page with bytes that are no UTF-8", "a.html", lambda s: s.page(head="<meta charset='utf-8'>").encode().replace(b"council", b"coun\xff\xfecil"), 1),
    Kind("Chinese table in UTF-16 without a mark", "a.csv", lambda s: ("title,date,text\n" + "".join(f"雨{n},2026-03-0{n},{CHINESE.format(s.mark + str(n))}\n" for n in (1, 2, 3))).encode("utf-16-le"), 3),
    Kind("UTF-8 below the mark of UTF-16", "a.txt", lambda s: b"\xff\xfe" + copied_without_byline(s), 1),
    Kind("Hindi story in UTF-16", "a.txt", lambda s: (f"{s.mark} में बारिश\n\n" + HINDI.format(s.mark)).encode("utf-16"), 1),
    Kind("table that ends in a mark of quotation and blanks", "a.csv", lambda s: s.table().rstrip() + "   \n  \n", 3),
    Kind("feed whose entry has no closing mark of an attribute", "a.xml", lambda s: feed(s, item(s, 2).replace("<title>", "<title type='text>")), 3),
    Kind("feed in UTF-8 that says Latin-1", "a.xml", lambda s: feed(s, before='<?xml version="1.0" encoding="iso-8859-1"?>').replace("council", "café").encode(), 3),
    Kind("Chinese in HZ", "a.txt", lambda s: letters(s, CHINESE_OF_YESTERDAY, "hz"), 1, (), "HZ"),
    Kind("Japanese in ISO-2022", "a.txt", lambda s: letters(s, JAPANESE_OF_YESTERDAY, "iso2022_jp"), 1),
    Kind("Russian in UTF-7", "a.txt", lambda s: letters(s, RUSSIAN, "utf-7"), 1, (), "UTF-7"),
    Kind("quoted-printable without a header", "a.txt", lambda s: quopri.encodestring(copied(s).replace("council", "café “council” —").encode()), 1, (), "quoted-printable"),
    Kind("letters as references in a text", "a.txt", lambda s: letters(s, RUSSIAN, "utf-8").decode().encode("ascii", "xmlcharrefreplace"), 1, (), "codes of letters"),
    Kind("letters as escapes in a text", "a.txt", lambda s: copied(s).replace("council", "caf\\u00e9 \\u201ccouncil\\u201d"), 1, (), "codes of letters"),
    Kind("table in HZ", "a.csv", lambda s: table([{"title": f"雨{n}", "text": CHINESE_OF_YESTERDAY.format(s.mark)} for n in (1,)], ("title", "text")).encode("hz"), 1),
    Kind("two messages of a chat", "chat.txt", lambda s: "".join(f"3/1/26, 10:0{n} AM - Ana Roe: {s.text(n)}\n" for n in (1, 2)), 0, FORM_NOT_KNOWN),
    Kind("UTF-16 table cut in the middle of a letter of its last text", "a.csv", cut_in_utf16, 2, ("broken row",)),
    Kind("end sign of DOS behind the last row", "a.csv", lambda s: csv_text(TDT, record_rows(s)) + "\x1a", 3),
    Kind("table between tabs in UTF-16 named as old Excel", "report.xls", lambda s: csv_text(TDT, record_rows(s), delimiter="\t").encode("utf-16"), 3),
    Kind("days of ISO as a type of cell", "a.xlsx", lambda s: xlsx(s, day=iso), 3, fields={"published": "2026-03-01"}),
    Kind("workbook whose first half is NULs", "a.xlsx", lambda s: (lambda data: bytes(len(data) // 2) + data[len(data) // 2 :])(xlsx(s)), 0, ("not text",)),
    Kind("byte-order mark at the head of each text", "a.jsonl", lambda s: jsonl([s.record(n, text="\ufeff" + s.text(n)) for n in (1, 2, 3)]), 3),
    Kind("letters of Windows as references in a headline", "a.html", lambda s: page_with(s, "The mayor&#146;s rain", head='<meta charset="utf-8">'), 1, fields={"headline": "The mayor’s rain"}),
    Kind("Vietnamese story with its accents apart", "a.txt", lambda s: unicodedata.normalize("NFD", f"Mưa ở {s.mark}\n\n{VIETNAMESE.format(s.mark)}\n"), 1),
    Kind("Russian story in KOI8", "a.txt", lambda s: (RUSSIAN_OF_SUNDAY.format(s.mark) + "\n").encode("koi8-r"), 1),
    Kind("Japanese story in Shift JIS", "a.txt", lambda s: (JAPANESE_STORY.format(s.mark) + "\n").encode("shift_jis"), 1),
    Kind("text of NULs alone in a row between two", "a.csv", lambda s: s.table([f"Rain 2 in {s.mark}", "2026-03-02", "\0" * 40]), 2, ("no text",)),
    Kind("text of encoded bytes between two lines", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=base64.b64encode(bytes(range(256)) * 4).decode()))), 2, ("form not known",)),
    Kind("page that says Latin-1 and has the curly marks of Windows", "a.html", curly_page, 1),
    Kind("page in the letters of an old Mac that says so", "a.html", mac_page, 1),
    Kind("short row in a packed table in UTF-16", "a.csv.gz", short_and_wide, 2, ("broken row",)),
    Kind("byte-order mark within the key of the text", "a.json", lambda s: dumped([{"\ufefftext": r["text"], "title": r["title"], "date": r["date"]} for r in s.records()]), 3),
    Kind("closing mark of a key lost in a record of a list", "a.json", lambda s: dumped(s.records()).replace(dumped(s.record(2)), dumped(s.record(2)).replace('"date":', '"date:')), 2, ("not valid JSON",)),
    Kind("list in Latin-1", "a.json", lambda s: dumped([r | {"title": "Déjà la pluie"} for r in s.records()]).encode("latin-1"), 3, fields={"headline": "Déjà la pluie"}),
    Kind("marks of Windows in a page that says ISO 8859-1", "a.html", lambda s: story_page(s, title="Rain’s long day", charset="iso-8859-1").encode("cp1252"), 1, fields={"headline": "Rain’s long day"}),
    Kind("Hungarian page in ISO 8859-2", "a.html", hungarian, 1, fields={"headline": "Hosszú őszi eső"}),
    Kind("byte-order marks in the middle of a page", "a.html", lambda s: story_page(s, title="Rain on Sunday").replace("<h1>", "<h1>\ufeff").replace("<body>", "\ufeff<body>"), 1, fields={"headline": "Rain on Sunday"}),
    Kind("feed with letters of Windows that says UTF-8", "a.xml", lambda s: rss(s, body=lambda n: s.text(n) + " “It’s wet,” he said – twice.").encode("cp1252"), 3),
    Kind("Turkish text in ISO 8859-9", "a.txt", lambda s: TURKISH.format(s.mark).encode("iso-8859-9"), 1, fields={"headline": "Yağmur şehri ıslattı"}),
    Kind("Hebrew table in the letters of Windows", "a.csv", hebrew, 3, fields={"headline": HEBREW_HEADLINE}),
    Kind("workbook that was unpacked and packed again on a Mac", "a.xlsx", lambda s: repacked(workbook_with_days(s), more=[("__MACOSX/._xl", APPLE), ("xl/.DS_Store", b"\0\0\0\1Bud1" + b"\0" * 40), ("__MACOSX/xl/._workbook.xml", APPLE)]), 3),
    Kind("workbook still in the letters of its e-mail", "a.xlsx", lambda s: base64.encodebytes(workbook_with_days(s)), 0, FORM_NOT_KNOWN),
    Kind("Russian feed in the letters of Windows that says so", "feed.xml", russian, 3, fields={"headline": RUSSIAN_HEADLINE}),
    Kind("Czech page in the letters of Windows that says so", "a.html", lambda s: tongue(s, CZECH, CZECH_S, "windows-1250").encode("cp1250"), 1, fields={"headline": CZECH}),
    Kind("Greek page in ISO 8859 that says so", "a.html", lambda s: tongue(s, GREEK_HEADLINE, GREEK_S, "iso-8859-7").encode("iso-8859-7"), 1, fields={"headline": GREEK_HEADLINE}),
    Kind("MHTML below a byte-order mark", "a.mhtml", lambda s: "\ufeff" + mhtml(s.page()), 1),
    Kind("RTF below a byte-order mark", "a.rtf", lambda s: "\ufeff" + rtf(s), 0, FORM_NOT_KNOWN),
    Kind("Ukrainian story in the letters of Windows", "a.txt", ukrainian, 1),
    Kind("page that says utf-8 with a semicolon behind", "a.html", lambda s: s.page(f"<p>The café was “shut” on that day, the owner in {s.mark} said.</p>", head='<meta http-equiv="Content-Type" content="text/html; charset=utf-8;">'), 1),
    Kind("page in ISO 8859-15 with the sign of the euro", "a.html", lambda s: s.page(f"<p>A ticket for the café costs €5 in {s.mark}, the clerk said.</p>", head='<meta charset="iso-8859-15">').encode("iso8859-15"), 1),
    Kind("row of a table overwritten by NULs", "a.csv", lost_row, 2, ("broken row",)),
    Kind("Parquet with texts in delta encoding", "a.parquet", delta, 3),
    Kind("Turkish page in the letters of Windows that says so", "a.html", lambda s: said(s, "windows-1254", TURKISH_HEADLINE, "Belediye meclisi, kuraklığı görüşmek için toplanmıştı, ama oylama yapmadan dağıldı."), 1, fields={"headline": TURKISH_HEADLINE}),
]  # fmt: skip
