"""Damaged inputs of a tenth round, many beside a good one that must come through, decided on before they were read."""

import base64
import gzip
import io
import json
import os
import zipfile
import zlib
from pathlib import Path

import pandas as pd
from invented_exports import docx

from bad_inputs.arriving import sheet
from bad_inputs.elsewhere import NO_ARTICLE, NO_TEXT, each, noise, wall
from bad_inputs.exports import factiva_of, lexis, nexis, proquest_of
from bad_inputs.handed import NOT_TEXT, UNKNOWN
from bad_inputs.kinds import Kind, Stories
from bad_inputs.newsroom import dated
from bad_inputs.pages import feed, item
from bad_inputs.received import chunked, copied, document, lines, packed, warc

BROKEN, INVALID, DAMAGED = ("broken row",), ("not valid JSON",), ("damaged record",)
WORKBOOK = ("damaged workbook",)


def beside(name: str, bad: object) -> object:
    """Return what makes a folder of a copied page and of a bad file."""
    return lambda s: {"good.txt": copied(s, 9), name: bad(s)}


def zipped_with(name: str, bad: object) -> object:
    """Return what makes a ZIP of a copied page, a bad file, and another copied page."""
    return lambda s: packed({"a.txt": copied(s, 8), name: bad(s), "z.txt": copied(s, 9)})


def without(part: str, make: object = None) -> object:
    """Return what makes a workbook that lacks one of its parts."""

    def made(s: Stories) -> bytes:
        whole = zipfile.ZipFile(io.BytesIO((make or sheet())(s)))
        return packed({name: whole.read(name) for name in whole.namelist() if name != part})

    return made


def wrong_sum(s: Stories) -> bytes:
    """Return a workbook with one other byte in the packed bytes of its sheet."""
    whole = zipfile.ZipFile(io.BytesIO(sheet()(s)))
    stored = packed({name: whole.read(name) for name in whole.namelist()}, method=zipfile.ZIP_STORED)
    return stored.replace(b"council", b"counsel", 1)


def blown_up(s: Stories) -> bytes:
    """Return a workbook whose sheet unpacks to 600 MB."""
    whole = zipfile.ZipFile(io.BytesIO(sheet()(s)))
    parts = {name: whole.read(name) for name in whole.namelist()}
    parts["xl/worksheets/sheet1.xml"] += b" " * 600_000_000
    return packed(parts)


def letter(s: Stories, head: str = "", body: str = "") -> str:
    return (
        "From: Ana Roe <ana@l.example>\r\nTo: tom@l.example\r\nSubject: Rain\r\nDate: Sun, 1 Mar 2026 10:00:00 +0000\r\n"
        f"{head}\r\n{body or s.long()}\r\n"
    )


def linked_to(target: str) -> object:
    return lambda path: path.symlink_to(target)


def parquet(s: Stories) -> bytes:
    out = io.BytesIO()
    pd.DataFrame(s.records()).to_parquet(out)
    return out.getvalue()


TABLES = [
    Kind("remark between rows", "a.csv", lambda s: s.table().replace("\n", "\n# checked by Ana\n", 2).replace("# checked by Ana\n", "", 1), 3),
    Kind("comma in each title without marks", "a.csv", lambda s: "title,date,text\n" + each(s, 'Rain, {n} days,2026-03-0{n},"{text}"\n'), 0, BROKEN * 3),
    Kind("quotation mark open in a title", "a.csv", lambda s: s.table().replace("\nRain 2", '\n"Rain 2'), 2, BROKEN),
    Kind("row of other letters", "a.csv", lambda s: b"title,date,text\n" + "".join(f"Rain,2026-03-0{n},{s.text(n)}\n".replace(", ", " ") for n in (1, 2, 3)).encode().replace(b"council", b"\xff\xfe\xfd", 1), 3),
    Kind("row with its cells in another order", "a.csv", lambda s: "title,date,text\n" + f'Rain,2026-03-01,"{s.text(1)}"\n"{s.text(2)}",Rain,2026-03-02\nRain,2026-03-03,"{s.text(3)}"\n', 2, ("no story",)),
    Kind("table without a header, between tabs", "a.tsv", lambda s: each(s, "{title}\t2026-03-0{n}\t{text}\n"), 0, ("no header",)),
    Kind("table of two columns without a header", "a.csv", lambda s: each(s, '2026-03-0{n},"{text}"\n'), 0, ("no header",)),
    Kind("table of addresses and titles", "a.csv", lambda s: "url,title\n" + each(s, "https://l.example/{n},{title}\n"), 0, ("no text column",)),
    Kind("text cut by a spreadsheet", "a.csv", lambda s: s.table(list(s.record(2, text=s.text(2)[:120] + "...").values())), 2, ("teaser only",)),
    Kind("bad row in a packed table in a ZIP", "a.zip", zipped_with("b.csv.gz", lambda s: gzip.compress(s.table(["Rain", "2026-03-02"]).encode())), 4, BROKEN),
    Kind("workbook that lacks its list of parts", "a.xlsx", without("[Content_Types].xml"), 0, WORKBOOK),
    Kind("workbook that lacks its book", "a.xlsx", without("xl/workbook.xml"), 0, UNKNOWN),
    Kind("workbook with a wrong sum", "a.xlsx", wrong_sum, 0, WORKBOOK),
    Kind("workbook that blows up", "a.xlsx", blown_up, 0, ("over the limit: unpacked_mb",)),
    Kind("cut workbook beside a good one in a ZIP", "a.zip", lambda s: packed({"a.xlsx": sheet()(s), "b.xlsx": sheet()(s)[:-40]}), 3, ("damaged zip",)),
    Kind("Parquet whose foot says a wrong length", "a.parquet", lambda s: parquet(s)[:-8] + b"\xff\xff\xff\x7fPAR1", 0, ("damaged Parquet file",)),
    Kind("Parquet beside a good page", "", beside("a.parquet", lambda s: parquet(s)[:300]), 1, ("damaged Parquet file",)),
]  # fmt: skip

RECORDS = [
    Kind("page as a line among lines", "a.jsonl", lambda s: s.lines("<p>Rain</p>"), 2, INVALID),
    Kind("cut in the middle of an escape", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)) + "\n" + '{"title": "Rain", "text": "It rained \\u00'), 3, INVALID),
    Kind("brackets behind a list", "a.json", lambda s: json.dumps(s.records()) + "]]", 3),
    Kind("list whose last record is cut in a key", "a.json", lambda s: json.dumps(s.records())[:-1] + ', {"tit', 3, INVALID),
    Kind("list of texts", "a.json", lambda s: json.dumps([s.text(n) for n in (1, 2, 3)]), 0, ("not a record",) * 3),
    Kind("two lines in one", "a.jsonl", lambda s: s.lines().replace("}\n{", "}{", 1), 3),
    Kind("title nested 5,000 deep", "a.json", lambda s: json.dumps(s.records()).replace('"Rain 2', "[" * 5000 + "]" * 5000 + ', "x": "', 1), 2, ("over the limit: depth",)),
    Kind("date nested 60 deep", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace('"2026-03-02"', "[" * 60 + "]" * 60)), 2, ("over the limit: depth",)),
    Kind("text as an object of objects", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text={"a": {"b": {"c": s.text(2)}}}))), 2, NO_TEXT),
    Kind("errors among answers", "a.jsonl", lambda s: s.lines('{"error": {"code": 429, "message": "Too many requests"}}'), 2, NO_TEXT),
    Kind("good lines behind a line of 3 MB of noise", "a.jsonl", lambda s: json.dumps(s.record(1)).encode() + b"\n" + b"\xf0\x28\x8c" * 1_000_000 + b"\n" + json.dumps(s.record(3)).encode() + b"\n", 2, INVALID),
    Kind("lines with a head of a mail", "a.jsonl", lambda s: "Content-Type: application/json\n\n" + s.lines(), 3, INVALID),
    Kind("lines in two encodings", "a.jsonl", lambda s: (json.dumps(s.record(1), ensure_ascii=False) + "\n").encode() + (json.dumps(s.record(2, text=s.text(2).replace("council", "café")), ensure_ascii=False) + "\n").encode("cp1252"), 2),
    Kind("truth in a list of records", "a.json", lambda s: json.dumps([s.record(1), True, s.record(3)]), 2, ("not a record",)),
    Kind("cut list beside a good page", "", beside("a.json", lambda s: json.dumps(s.records())[:-30]), 3, INVALID),
]  # fmt: skip

PAGES = [
    Kind("page cut off in its head", "a.html", lambda s: s.page(head="<meta name='author' content='Ana Roe'>")[:100], 0, ("no body found",)),
    Kind("page of a program without its words", "a.html", lambda s: f'<html><head><title>Rain in {s.mark}</title></head><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"title": "Rain"}})}</script></body></html>', 0, ("no body found",)),
    Kind("a wall for subscribers alone", "a.html", lambda s: wall("Subscribe to read", "This article is for subscribers. Subscribe to keep reading.", "Already a subscriber? Log in"), 0, NO_ARTICLE),
    Kind("a session that has ended", "a.html", lambda s: wall("Session expired", "Your session has expired. Please log in again to continue."), 0, NO_ARTICLE),
    Kind("something went wrong", "a.html", lambda s: wall("Oops!", "Something went wrong on our side. Please try again in a few minutes."), 0, NO_ARTICLE),
    Kind("a page without a network", "a.html", lambda s: wall("You are offline", "Please check your connection and try again."), 0, ("no story",)),
    Kind("thanks for a subscription", "a.html", lambda s: wall("Thank you for signing up", "Please check your inbox and confirm your address."), 0, ("no story",)),
    Kind("a page that is not there, in Portuguese", "a.html", lambda s: wall("Página não encontrada", "A página que você procura não existe ou foi removida. Verifique o endereço e tente de novo."), 0, NO_ARTICLE),
    Kind("a page that is not there, in Russian", "a.html", lambda s: wall("Страница не найдена", "Возможно, она была удалена или перемещена. Проверьте адрес или вернитесь на главную страницу."), 0, NO_ARTICLE),
    Kind("a page that is not there, in Polish", "a.html", lambda s: wall("Nie znaleziono strony", "Strona, której szukasz, nie istnieje lub została przeniesiona. Sprawdź adres."), 0, NO_ARTICLE),
    Kind("a page that is not there, in Chinese", "a.html", lambda s: wall("404 页面不存在", "您访问的页面不存在或已被删除，请检查网址或返回首页。"), 0, NO_ARTICLE),
    Kind("a question about cookies, in Dutch", "a.html", lambda s: wall("Uw privacy", "Wij en onze partners gebruiken cookies om informatie op uw apparaat op te slaan.", "Alles accepteren", "Weigeren"), 0, NO_ARTICLE),
    Kind("a page to log in, in Japanese", "a.html", lambda s: wall("ログイン", "この記事を読むにはログインしてください。", "メールアドレス", "パスワード"), 0, NO_ARTICLE),
    Kind("a check for robots, in Russian", "a.html", lambda s: wall("Подтвердите, что вы не робот", "Мы заметили подозрительный трафик из вашей сети. Введите символы с картинки, чтобы продолжить."), 0, NO_ARTICLE),
    Kind("error page beside a good page", "", beside("b.html", lambda s: wall("502 Bad Gateway", "nginx")), 1, NO_ARTICLE),
    Kind("page cut off in a script above its story", "a.html", lambda s: s.page(head="<script>var rain = 1;").partition("<article>")[0], 0, ("no body found",)),
]  # fmt: skip

PACKS = [
    Kind("damaged document in a ZIP", "a.zip", zipped_with("m.docx", lambda s: document(lines("Rain"))[:-50]), 2, ("damaged zip",)),
    Kind("cut gzip in a ZIP", "a.zip", zipped_with("m.txt.gz", lambda s: gzip.compress(copied(s))[:-20]), 2, ("damaged gzip",)),
    Kind("noise in a ZIP", "a.zip", zipped_with("m.txt", lambda s: noise(b"\0\1\2")), 2, NOT_TEXT),
    Kind("e-mail in a ZIP", "a.zip", zipped_with("m.eml", letter), 2, UNKNOWN),
    Kind("RAR in a ZIP", "a.zip", zipped_with("m.rar", lambda s: b"Rar!\x1a\x07\x01\0" + bytes(90)), 2, UNKNOWN),
    Kind("bad line of lines in a ZIP", "a.zip", zipped_with("m.jsonl", lambda s: s.lines('{"title": ')), 4, INVALID),
    Kind("damaged feed in a ZIP", "a.zip", zipped_with("m.xml", lambda s: feed(s, end="")), 5, ("broken feed",)),
    Kind("member packed by a new method", "a.zip", lambda s: packed({"a.txt": copied(s), "b.txt": copied(s, 2)}).replace(b"PK\x03\x04\x14\0\0\0\x08\0", b"PK\x03\x04\x14\0\0\0\x5d\0", 1).replace(b"PK\x01\x02\x14\x03\x14\0\0\0\x08\0", b"PK\x01\x02\x14\x03\x14\0\0\0\x5d\0", 1), 1, ("damaged zip member",)),
    Kind("words behind gzip", "a.csv.gz", lambda s: gzip.compress(s.table().encode()) + b"the end", 3, (), "left out"),
    Kind("gzip whose bytes are damaged in the middle", "a.jsonl.gz", lambda s: (lambda data: data[:80] + bytes(20) + data[100:])(gzip.compress(s.lines().encode())), 0, ("damaged gzip",)),
    Kind("Word document with a password", "a.docx", lambda s: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(900), 0, ("encrypted",)),
    Kind("Word document of pictures", "a.docx", lambda s: document("<w:p><w:r><w:drawing/></w:r></w:p>"), 0, ("empty file",)),
    Kind("Word document of one word", "a.docx", lambda s: document(lines("Rain")), 0, ("no story",)),
    Kind("second document of three cut in Nexis", "a.docx", lambda s: docx(*nexis(s)[:9], *nexis(s, numbers=(2,))), 2),
    Kind("noise behind a web archive", "a.warc", lambda s: warc(s, s.page().encode()) + noise(b"\xfe", 3), 1, DAMAGED),
    Kind("record without a length in a web archive", "a.warc", lambda s: warc(s, s.page(n=1).encode(), n=1) + warc(s, s.page(n=2).encode(), n=2).replace(b"Content-Length", b"X-Length"), 1, DAMAGED),
    Kind("answer in JSON in a web archive", "a.warc", lambda s: warc(s, s.page().encode()) + warc(s, b'{"a": 1}', n=2).replace(b"text/html; charset=utf-8", b"application/json        "), 1, ("not a page",)),
    Kind("page packed in chunks in a web archive", "a.warc", lambda s: warc(s, chunked(gzip.compress(s.page().encode())), headers="Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"), 1),
    Kind("page cut in gzip in a web archive", "a.warc", lambda s: warc(s, s.page(n=2).encode(), n=2) + warc(s, gzip.compress(s.page().encode())[:60], headers="Content-Encoding: gzip\r\n"), 1, ("no body found",)),
    Kind("feed whose second entry is nested wrongly", "a.xml", lambda s: feed(s, item(s, 2).replace("</title>", "")), 3),
    Kind("Factiva with one document twice", "a.html", lambda s: factiva_of(s).replace("<table>", factiva_of(s).partition("</h1>")[2].partition("<table>")[0].partition('<div id="article-LEDG000020260302')[0] + "<table>"), 2, repeats=1),
    Kind("ProQuest cut in a text", "a.txt", lambda s: proquest_of(s)[: proquest_of(s).index("on day 3") + 60], 3),
    Kind("LexisNexis whose second is cut in the text", "a.txt", lambda s: lexis(s)[: lexis(s).index("on day 2") + 90], 2),
    Kind("e-mail below blank lines", "a.eml", lambda s: "\r\n\r\n" + letter(s), 0, UNKNOWN),
    Kind("e-mail in base64", "a.eml", lambda s: letter(s, "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n", base64.encodebytes(s.long().encode()).decode()), 0, UNKNOWN),
    Kind("e-mail whose part never ends", "a.eml", lambda s: letter(s, 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n', f"--b\r\nContent-Type: text/plain\r\n\r\n{s.long()}"), 0, UNKNOWN),
    Kind("letters of a box beside a good page", "", beside("Inbox.mbox", lambda s: "From ana@l.example Sun Mar  1 10:00:00 2026\n" + letter(s) + "\nFrom tom@l.example Mon Mar  2 10:00:00 2026\n" + letter(s)), 1, UNKNOWN),
    Kind("packed e-mail", "a.eml.gz", lambda s: gzip.compress(letter(s).encode()), 0, UNKNOWN),
    Kind("stream of zlib beside a good page", "", beside("a.bin", lambda s: zlib.compress(s.long().encode() * 9)), 1, NOT_TEXT),
    Kind("pages packed with a folder as a file", "a.zip", lambda s: packed([("a", copied(s)), ("a/b.txt", copied(s, 2))]), 2),
    Kind("headlines alone", "a.txt", lambda s: "Rain at last\nTown wet\nCouncil goes home\nClerk dry\nMayor glad\nRiver wide\n", 0, ("no story",)),
    Kind("headlines and bylines alone", "a.txt", lambda s: "Rain at last\nBy Ana Roe\n\nTown wet\nBy Tom Vale\n\nCouncil goes home\nBy Jo May\n", 0, ("no story",)),
    Kind("contact of the newsroom alone", "a.txt", lambda s: "The Ledger\n1 Main Street\nMarlow\n+1 555 0100\nnews@l.example\nwww.l.example\n", 0, ("no story",)),
    Kind("list of files with sizes", "files.txt", lambda s: "total 24\n" + "".join(f"-rw-r--r-- 1 ana ana 900 Mar  {n} 10:00 rain{n}.txt\n" for n in range(1, 9)), 0, ("no story",)),
]  # fmt: skip

FOLDERS = [
    Kind("link out of the folder beside a good page", "", lambda s: {"good.txt": copied(s), "link.txt": linked_to("/etc/hostname")}, 1, ("link out of the folder",)),
    Kind("link to nothing beside a good page", "", lambda s: {"good.txt": copied(s), "link.txt": linked_to("gone.txt")}, 1, ("cannot be opened",)),
    Kind("link to itself beside a good page", "", lambda s: {"good.txt": copied(s), "link.txt": linked_to("link.txt")}, 1, ("cannot be opened",)),
    Kind("folder linked to its own parent beside a good page", "", lambda s: {"good.txt": copied(s), "again": linked_to("..")}, 1, ("cannot be opened",)),
    Kind("second name of a page", "", lambda s: {"good.txt": copied(s), "same.txt": lambda path: os.link(Path(path).parent / "good.txt", path)}, 1, repeats=1),
    Kind("pipe beside a good page", "", lambda s: {"good.txt": copied(s), "pipe.txt": os.mkfifo}, 1),
    Kind("hidden file beside a good page", "", lambda s: {"good.txt": copied(s), ".good.txt": copied(s, 2)}, 1),
    Kind("empty file beside a good page", "", beside("b.txt", lambda s: b""), 1, ("empty file",)),
    Kind("table, its copy and its backup", "", lambda s: {"a.csv": s.table(), "a (1).csv": s.table(), "a.csv.bak": s.table()}, 3, repeats=6),
    Kind("folder named as a file beside a good page", "", lambda s: {"good.txt": copied(s), "b.html/a.txt": copied(s, 2)}, 2),
    Kind("picture, film and PDF beside a good page", "", lambda s: {"good.txt": copied(s), "a.png": b"\x89PNG\r\n\x1a\n" + bytes(90), "a.mp4": noise(b"\0\0\0\x18ftypmp42"), "a.pdf": b"%PDF-1.7\n%\xe2\xe3\n"}, 1, UNKNOWN * 2 + NOT_TEXT),
]  # fmt: skip

DATES = [
    dated("an ordinal with of", "Sunday, 1st of March, 2026", "2026-03-01"),
    dated("a zone by its place in brackets", "2026-03-01T10:00:00+00:00[Europe/London]", "2026-03-01"),
    dated("a day that was published and one that was changed", "Published: March 1, 2026 | Updated: March 3, 2026", "2026-03-01"),
    dated("an object in an object", {"$date": {"$numberLong": "1772323200000"}}, "2026-03-01"),
    dated("compact with a zone", "20260301T100000Z", "2026-03-01"),
    dated("a day and a month over 12", "13/14/2026", None),
    dated("a year alone", "2026", None),
    dated("Ukrainian", "1 березня 2026", "2026-03-01"),
    dated("Romanian", "1 martie 2026", "2026-03-01"),
    dated("Indonesian", "1 Maret 2026", "2026-03-01"),
    dated("Hebrew", "1 במרץ 2026", "2026-03-01"),
    dated("Arabic", "1 مارس 2026", "2026-03-01"),
    dated("Hindi", "1 मार्च 2026", "2026-03-01"),
    dated("Vietnamese", "1 tháng 3, 2026", "2026-03-01"),
    dated("Swedish with a day of the week", "söndag 1 mars 2026 kl. 10:00", "2026-03-01"),
    dated("blanks and a line end around", "  2026-03-01\n", "2026-03-01"),
]  # fmt: skip

KINDS = [*TABLES, *RECORDS, *PAGES, *PACKS, *FOLDERS, *DATES]
