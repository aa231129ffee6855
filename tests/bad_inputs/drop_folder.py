"""Inputs of an eleventh round, decided on after those of the tenth were mended: a newsroom's folder."""

import gzip
import io
import json
import os
import quopri
import unicodedata
import zipfile

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from bad_inputs.arriving import sheet
from bad_inputs.beside_a_good_one import parquet
from bad_inputs.elsewhere import NO_ARTICLE, NO_TEXT, each, noise, wall
from bad_inputs.exports import factiva_of, lexis, proquest_of
from bad_inputs.handed import UNKNOWN
from bad_inputs.kinds import Kind, Stories
from bad_inputs.newsroom import dated
from bad_inputs.odd_but_whole import HEBREW, THAI, book_of
from bad_inputs.pages import feed, item
from bad_inputs.received import copied, document, lines, packed, warc

BROKEN, INVALID, NO_STORY = ("broken row",), ("not valid JSON",), ("no story",)
GREEK = "Έβρεξε στην πόλη {} τη Δευτέρα. Το συμβούλιο, που είχε συνεδριάσει για την ξηρασία, σχόλασε νωρίς χωρίς ψηφοφορία. Κανείς δεν είχε φέρει ομπρέλα, είπε η γραμματέας."
JAPANESE = "{}町で月曜日に雨が降った。干ばつについて話し合うために集まった議会は、採決をせずに早く終わった。傘を持ってきた人はいなかったと書記は述べた。"


def offset(made, s) -> None:
    """Fill a sheet whose table begins at B3."""
    for row, cells in enumerate([("title", "date", "text"), *(tuple(r.values()) for r in s.records())], 3):
        for column, cell in enumerate(cells, 2):
            made.cell(row, column, cell)


def rich(made, s) -> None:
    made.append(["title", "date", "text"])
    for r in s.records():
        made.append(
            [r["title"], r["date"], CellRichText(TextBlock(InlineFont(b=True), r["text"][:20]), r["text"][20:])]
        )


def with_macros(s: Stories) -> bytes:
    whole = zipfile.ZipFile(io.BytesIO(sheet()(s)))
    parts = {name: whole.read(name) for name in whole.namelist()}
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", b"vnd.ms-excel.sheet.macroEnabled.main+xml")  # fmt: skip
    return packed(parts | {"xl/vbaProject.bin": noise(b"\xd0\xcf\x11\xe0")})


def locked(s: Stories) -> bytes:
    """Return a workbook in a ZIP whose every file needs a password."""
    data = bytearray(sheet()(s))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(sign, place + 1)
    return bytes(data)


def too_long(path) -> None:
    """Make a file whose path is longer than the system opens at once."""
    here = os.open(path.parent, os.O_RDONLY)
    for _ in range(45):
        os.mkdir("x" * 100, dir_fd=here)
        inner = os.open("x" * 100, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    file = os.open("a.txt", os.O_CREAT | os.O_WRONLY, dir_fd=here)
    os.write(file, b"Rain")
    os.close(file)
    os.close(here)


def titled(s: Stories, *below: str) -> str:
    return "\n\n".join([f"Rain in {s.mark}", *below]) + "\n"


TEXTS = [
    Kind("press release", "a.txt", lambda s: f"FOR IMMEDIATE RELEASE\n\nContact: Ana Roe, 555-0100\n\n{titled(s, s.long())}\n###\n", 1),
    Kind("hearing with numbers of lines", "a.txt", lambda s: titled(s, "\n".join(f"{n:>2}  {line}" for n, line in enumerate(s.long().replace("\n\n", " ").replace(", ", ",|").split("|"), 1))), 1),
    Kind("stars of the week", "a.txt", lambda s: titled(s, *(f"{sign}: {s.text(n)}" for n, sign in enumerate(("ARIES", "TAURUS", "GEMINI", "CANCER", "LEO", "VIRGO"), 1))), 1),
    Kind("log of the police", "a.txt", lambda s: titled(s, *(f"Monday, {n}:05 a.m., Main Street: A man of {s.mark} said that his umbrella was gone. Nobody was held." for n in (7, 8, 9))), 1),
    Kind("what is on this week", "a.txt", lambda s: titled(s, *(f"March {n} | 7 p.m. | Town hall | The choir of {s.mark} sings of rain. The doors open at 6." for n in (1, 2, 3, 4))), 1),
    Kind("check of a claim", "a.txt", lambda s: titled(s, "Claim: It has not rained since May.", "Rating: False", f"Who said it: The mayor of {s.mark}, on Monday.", s.long()), 1),
    Kind("days of a story", "a.txt", lambda s: titled(s, s.text(1), *(f"2026-03-0{n} 10:05 The council of {s.mark} met about the rain." for n in (1, 2, 3, 4, 5))), 1),
    Kind("review of a film", "a.txt", lambda s: titled(s, "Director: Ana Roe", "Cast: Tom Vale, Jo May", "Running time: 99 minutes", s.long()), 1),
    Kind("line ends turned twice", "a.txt", lambda s: copied(s).replace(b"\n", b"\r\r\n"), 1),
    Kind("Japanese in EUC", "a.txt", lambda s: f"{s.mark}町に雨\n\n{JAPANESE.format(s.mark)}\n".encode("euc-jp"), 1),
    Kind("Greek in ISO 8859", "a.txt", lambda s: f"Βροχή\n\n{GREEK.format(s.mark)}\n".encode("iso-8859-7"), 1),
    Kind("Hebrew in the letters of Windows", "a.txt", lambda s: f"גשם\n\n{HEBREW.format(s.mark)}\n".encode("cp1255"), 1),
    Kind("Thai in the letters of Windows", "a.txt", lambda s: f"ฝน\n\n{THAI.format(s.mark)}\n".encode("cp874"), 1),
    Kind("drawing of signs in a story", "a.txt", lambda s: titled(s, s.text(1), "Mon |####\nTue |########\nWed |##\n    +---------", s.text(2)), 1),
    Kind("address on top", "a.txt", lambda s: f"https://l.example/2026/03/01/rain\n\n{titled(s, s.long())}", 1),
    Kind("story above twenty addresses", "a.txt", lambda s: titled(s, s.long(), "\n".join(f"https://l.example/{n}" for n in range(20))), 1),
    Kind("answers of a poll", "a.txt", lambda s: titled(s, s.text(1), "Yes: 41%\nNo: 39%\nDo not know: 20%", s.text(2)), 1),
    Kind("story with emoji for dots", "a.txt", lambda s: titled(s, *(f"☔ {s.text(n)}" for n in (1, 2, 3))), 1),
]  # fmt: skip

TABLES = [
    Kind("text first and a table within each text", "a.csv", lambda s: "text,title,date\n" + each(s, '"{text}\n\na,b\n1,""2""\n\nSo it went.",{title},2026-03-0{n}\n'), 3),
    Kind("300 other columns", "a.csv", lambda s: "title," + ",".join(f"is_{n}" for n in range(300)) + ",text\n" + each(s, "{title}," + "0," * 300 + '"{text}"\n'), 3),
    Kind("row with semicolons among commas", "a.csv", lambda s: s.table().replace(f'Rain 2 in {s.mark},2026-03-02,"', f'Rain 2 in {s.mark};2026-03-02;"'), 2, BROKEN),
    Kind("row between tabs that goes on in a second line", "a.tsv", lambda s: "title\tdate\ttext\n" + each(s, "{title}\t2026-03-0{n}\t{text}\n").replace("day 2, and", "day 2,\nand"), 3, BROKEN),
    Kind("table cut off in its header", "a.csv", lambda s: "title,da", 0, ("no text column",)),
    Kind("workbook with macros", "a.xlsm", with_macros, 3),
    Kind("table in the middle of a sheet", "a.xlsx", book_of(offset), 3),
    Kind("words in bold in a cell", "a.xlsx", book_of(rich), 3),
    Kind("packed workbook", "a.xlsx.gz", lambda s: gzip.compress(sheet()(s)), 3),
    Kind("workbook whose parts need a password", "a.xlsx", locked, 0, ("encrypted",)),
    Kind("Parquet in folders by day", "", lambda s: {"date=2026-03-01/part-0.parquet": parquet(s)}, 3),
    Kind("three names for each field", "a.jsonl", lambda s: s.lines(json.dumps({"headline": f"Rain 2 in {s.mark}", "body": s.text(2)})), 3),
    Kind("list in an object, cut off", "a.json", lambda s: json.dumps({"status": "ok", "articles": s.records()})[:-30], 2, INVALID),
    Kind("list in an object, a comma missing in a record", "a.json", lambda s: json.dumps({"articles": s.records()}).replace('"2026-03-02", ', '"2026-03-02" '), 2, INVALID),
    Kind("colon missing in a record of a list", "a.json", lambda s: json.dumps(s.records(), indent=1).replace('"title": "Rain 2', '"title" "Rain 2'), 2, INVALID),
    Kind("one record, cut off", "a.json", lambda s: json.dumps(s.record())[:-30], 0, INVALID),
    Kind("empty object as a line", "a.jsonl", lambda s: s.lines("{}"), 2, NO_TEXT),
    Kind("empty string as a line", "a.jsonl", lambda s: s.lines('""'), 2, ("not a record",)),
    Kind("record in a list in a line", "a.jsonl", lambda s: s.lines(json.dumps([s.record(2)])), 3),
    Kind("date 1e999", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace('"2026-03-02"', "1e999")), 3),
]  # fmt: skip

PAGES = [
    Kind("letter of Outlook saved as a page", "a.htm", lambda s: '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Rain</title><!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body>' + "".join(f"<p class=MsoNormal>{line}<o:p></o:p></p>" for line in (f"Rain in {s.mark}", *s.long().split("\n\n"))) + "</body></html>", 1),
    Kind("live blog in a list", "a.html", lambda s: f"<html><head><title>Live: rain in {s.mark}</title></head><body><main><h1>Live: rain in {s.mark}</h1><ol>" + "".join(f"<li><time>10:0{n}</time><p>{s.text(n)}</p></li>" for n in range(1, 6)) + "</ol></main></body></html>", 1),
    Kind("obituary as a page", "a.html", lambda s: f"<html><head><title>Ana Roe, 1931-2026</title></head><body><h1>Ana Roe, 1931-2026</h1><p>Ana Roe, who kept the records of {s.mark} for forty years, died on Sunday. She was 94.</p><p>She is survived by two sons, Tom and Jo. You may send flowers to the town hall.</p></body></html>", 1),
    Kind("page in ISO-2022-JP that says so", "a.html", lambda s: f"<html><head><meta charset='iso-2022-jp'><title>雨</title></head><body><article><h1>{s.mark}町に雨</h1><p>{JAPANESE.format(s.mark)}</p></article></body></html>".encode("iso-2022-jp"), 1),
    Kind("page within a page", "a.html", lambda s: f"<html><head><title>Rain</title></head><body><div class='copy'>{s.page()}</div></body></html>", 1),
    Kind("page in big-endian UTF-16 that says UTF-8", "a.html", lambda s: s.page(head="<meta charset='utf-8'>").encode("utf-16-be"), 1),
    Kind("5 MB of data above a story", "a.html", lambda s: s.page(head=f"<script>window.DATA = {json.dumps(['rain'] * 600_000)}</script>"), 1),
    Kind("a wall in front of the whole story", "a.html", lambda s: s.page(after="<div class='overlay' role='dialog'><h2>Subscribe to read</h2><p>Already a subscriber? Log in.</p></div>"), 1),
    Kind("MHTML with letters of Windows", "a.mhtml", lambda s: b'From: <Saved by Blink>\r\nSubject: Rain\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n' + quopri.encodestring(s.page().replace("council", "café “council”").encode("cp1252")) + b"\r\n--x--\r\n", 1),
    Kind("a page that is not there, in Czech", "a.html", lambda s: wall("Stránka nenalezena", "Omlouváme se, ale hledaná stránka neexistuje nebo byla přesunuta jinam."), 0, NO_ARTICLE),
    Kind("a page that is not there, in Thai", "a.html", lambda s: wall("ไม่พบหน้า", "ขออภัย ไม่พบหน้าที่คุณต้องการ กรุณาตรวจสอบที่อยู่แล้วลองใหม่อีกครั้ง"), 0, NO_ARTICLE),
    Kind("a question about cookies, in Japanese", "a.html", lambda s: wall("プライバシーについて", "当サイトではクッキーを使用しています。続けるには同意してください。", "同意する", "拒否する"), 0, NO_ARTICLE),
    Kind("a letter that must be confirmed", "a.html", lambda s: wall("Confirm your e-mail", "We have sent a message to your address. Click the link in it to finish your registration."), 0, NO_ARTICLE),
    Kind("entry of a feed without its end", "a.xml", lambda s: feed(s, item(s, 2).replace("</item>", "")), 3),
    Kind("feed with bare markup", "a.xml", lambda s: feed(s, item(s, 2, whole=f"<description><p>{s.text(2)}</p><p>{s.text(5)} {s.text(6)}</p></description>")), 3),
]  # fmt: skip

PACKS = [
    Kind("Word document without a byte of text", "a.docx", lambda s: packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b""}), 0, ("damaged Word document",)),
    Kind("Word document that holds a page", "a.docx", lambda s: document('<w:altChunk r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>', others={"word/afchunk.htm": s.page()}), 0, ("empty file",)),
    Kind("packed Word document", "a.docx.gz", lambda s: gzip.compress(document(lines(f"Rain in {s.mark}", *s.long().split("\n\n")))), 1),
    Kind("gzip cut in its head", "a.txt.gz", lambda s: gzip.compress(copied(s))[:5], 0, ("damaged gzip",)),
    Kind("noise behind a packed web archive", "a.warc.gz", lambda s: gzip.compress(warc(s, s.page().encode())) + noise(b"\xfe", 5), 1, ("damaged record",)),
    Kind("answer without a reason in a web archive", "a.warc", lambda s: warc(s, s.page().encode(), status="200"), 1),
    Kind("page cut by the crawler", "a.warc", lambda s: warc(s, s.page().encode()).replace(b"WARC-Type", b"WARC-Truncated: length\r\nWARC-Type", 1), 1),
    Kind("LexisNexis with wrong numbers", "a.txt", lambda s: lexis(s).replace("2 of 2 DOCUMENTS", "7 of 2 DOCUMENTS"), 2),
    Kind("LexisNexis with a text of a word", "a.txt", lambda s: lexis(s).replace(s.text(2), "Rain.").replace(s.text(6), "Snow."), 1, NO_STORY),
    Kind("Factiva cut in the head of the second", "a.html", lambda s: (lambda text: text[: text.rindex("40 words")])(factiva_of(s)), 1, NO_TEXT),
    Kind("ProQuest with references to signs", "a.txt", lambda s: proquest_of(s).replace("council", "council &amp; clerk"), 3),
    Kind("empty message", "a.eml", lambda s: "From: ana@l.example\r\nTo: tom@l.example\r\nSubject: Rain\r\nMessage-ID: <1@l.example>\r\n\r\n", 0, UNKNOWN),
    Kind("message in UTF-16", "a.eml", lambda s: f"From: ana@l.example\r\nTo: tom@l.example\r\nSubject: Rain\r\n\r\n{s.long()}\r\n".encode("utf-16"), 0, UNKNOWN),
    Kind("good files of five forms beside a bad one in a ZIP", "a.zip", lambda s: packed({"a.txt": copied(s, 5), "b.html": s.page(n=6).encode(), "c.csv": s.table().encode(), "d.docx": document(lines(f"Snow in {s.mark}", *s.long(9).split("\n\n"))), "e.xml": feed(s).replace("on day", "on night").encode(), "f.json": b'{"title": '}), 9, INVALID),
    Kind("path beyond what the system opens", "", lambda s: {"good.txt": copied(s), "deep.txt": too_long}, 1, ("cannot be opened",)),
    Kind("one name in two forms of its letters", "", lambda s: {unicodedata.normalize("NFC", "café.txt"): copied(s), unicodedata.normalize("NFD", "café.txt"): copied(s, 2)}, 2),
    Kind("folder named as a ZIP", "", lambda s: {"a.zip/a.txt": copied(s)}, 1),
    Kind("text named as a ZIP", "a.zip", lambda s: copied(s), 1),
    Kind("names that end with a dot and a line end", "", lambda s: {"a.": copied(s), "b\n": copied(s, 2)}, 2),
]  # fmt: skip

DATES = [
    dated("a day that June has not", "31/06/2026", None),
    dated("a day that no month has, in words", "Mon, 32 Mar 2026 10:00:00 GMT", None),
    dated("a month that there is not", "1 Smarch 2026", None),
    dated("small letters between", "2026-03-01t10:00:00z", "2026-03-01"),
    dated("a year at the end, behind the zone", "Sun Mar 01 10:00:00 +0000 2026", "2026-03-01"),
    dated("zeros between slashes", "00/00/0000", None),
    dated("an ordinal without a comma", "Mar 1st 2026", "2026-03-01"),
    dated("Georgian", "1 მარტი 2026", "2026-03-01"),
]  # fmt: skip

KINDS = [*TEXTS, *TABLES, *PAGES, *PACKS, *DATES]
