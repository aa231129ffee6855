"""Inputs of a nineteenth round, decided by somebody who had not read the code: odd parts, letters, names and dates."""

import csv
import gzip
import io
import json
import random
import re
import zipfile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
from invented_exports import (
    COVER,
    OK,
    docx,
    factiva,
    factiva_document,
    factiva_title,
    nexis_document,
    para,
    proquest,
    proquest_record,
    warc_record,
)

from bad_inputs.kinds import Kind, Stories


def dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def rows_csv(header: list, rows: list, delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows([header, *rows])
    return out.getvalue()


def cells(s: Stories, change=lambda text: text, title=lambda title: title) -> str:
    return rows_csv(["title", "date", "text"], [[title(r["title"]), r["date"], change(r["text"])] for r in s.records()])


def with_second(s: Stories, text: str) -> str:
    return s.table([f"Rain 2 in {s.mark}", "2026-03-02", text])


def blob(head: bytes, n: int = 6000, seed: int = 7) -> bytes:
    return head + random.Random(seed).randbytes(n)


def zipped(members: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members:
            file.writestr(name, data)
    return out.getvalue()


def remade(data: bytes, *, rename=lambda name: name, change=lambda name, body: body, more: tuple = ()) -> bytes:
    """Return a ZIP with its members renamed, changed, left out (None) or with more of them."""
    members = []
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            body = change(name, file.read(name))
            if body is not None:
                members.append((rename(name), body))
    return zipped([*members, *more])


def backslashed(data: bytes) -> bytes:
    """Return a ZIP whose names have backslashes: names of one length, so the bytes can be put in place."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = [name for name in file.namelist() if "/" in name]
    for name in names:
        data = data.replace(name.encode(), name.replace("/", "\\").encode())
    return data


def book(s: Stories, change=None) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.append(["title", "date", "text"])
    for record in s.records():
        sheet.append([record["title"], record["date"], record["text"]])
    if change:
        change(made, s)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def part(name: str, *pairs: tuple[str, str]):
    """Return a change of one part of a workbook; each pair must be found."""

    def change(member: str, body: bytes) -> bytes:
        if member != name:
            return body
        text = body.decode()
        for old, new in pairs:
            assert old in text, (old, text[:800])
            text = text.replace(old, new)
        return text.encode()

    return change


def prefixed(member: str, body: bytes) -> bytes:
    if not re.fullmatch(r"xl/(workbook|sharedStrings|styles|worksheets/sheet1)\.xml", member):
        return body
    text = re.sub(r"<(/?)(?=[A-Za-z])(?![A-Za-z]+:)", r"<\1x:", body.decode())
    return text.replace("xmlns=", "xmlns:x=").encode()


STRICT = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "http://purl.oclc.org/ooxml/drawingml/main",
}


def strict(member: str, body: bytes) -> bytes:
    if not member.endswith((".xml", ".rels")):
        return body
    text = body.decode()
    for old, new in STRICT.items():
        text = text.replace(old, new)
    return text.encode()


def made_up_day(made, s) -> None:
    for row in (2, 3, 4):
        made.active.cell(row, 2).value = 60
        made.active.cell(row, 2).number_format = "yyyy-mm-dd"


def linked_titles(made, s) -> None:
    for row in (2, 3, 4):
        made.active.cell(row, 1).hyperlink = f"https://l.example/rain?{row}#a b"


def lost_link(s: Stories) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"
    data = remade(
        book(s),
        change=part(
            "xl/_rels/workbook.xml.rels",
            (
                "</Relationships>",
                f'<Relationship Id="rId77" Type="{kind}" Target="/xl/externalLinks/externalLink1.xml"/></Relationships>',
            ),
        ),
    )
    return remade(
        data,
        change=part(
            "xl/workbook.xml",
            (
                "</sheets>",
                '</sheets><externalReferences><externalReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId77"/></externalReferences>',
            ),
        ),
    )


def parquet(table: pa.Table) -> bytes:
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def columns(s: Stories) -> dict:
    return {name: [record[name] for record in s.records()] for name in ("title", "date", "text")}


def word(s: Stories) -> bytes:
    return docx(para(f"*Rain in {s.mark}"), *(para(line) for line in s.long().split("\n\n")))


def many_lines(s: Stories) -> str:
    lines = [dumped({"title": f"Rain {n} in {s.mark}", "date": "2026-03-01", "text": s.text(n)}) for n in range(1, 41)]
    return "\n".join(line[: len(line) * 2 // 3] if n % 8 == 0 else line for n, line in enumerate(lines, 1)) + "\n"


def begun_again(s: Stories) -> str:
    """Return the header, a row, half a headline, and from there the whole table once more."""
    whole = s.table()
    first = "".join(whole.splitlines(keepends=True)[:2])
    return first + f"Rain 2 in {s.mark[:3]}" + "\n" + whole


def resumed(s: Stories) -> str:
    one, two, three = (dumped(r) for r in s.records())
    return "\n".join([one, two[: len(two) // 2], two, three, ""])


def split_list(s: Stories) -> dict:
    whole = dumped(s.records())
    second = whole.index(dumped(s.record(2)))
    cut = second + len(dumped(s.record(2))) * 2 // 3
    return {"articles.json.aa": whole[:cut], "articles.json.ab": whole[cut:]}


def cut_letter(s: Stories) -> bytes:
    lines = "\n".join([dumped(s.record(1)), dumped(s.record(2)), dumped(s.record(3, text=s.text(3)[:60] + " café"))])
    data = lines.encode()
    return data[: data.rindex("é".encode()) + 1]


def cesu(text: str) -> bytes:
    return b"".join(
        "".join(chr(int.from_bytes(letter.encode("utf-16-be")[i : i + 2], "big")) for i in (0, 2)).encode(
            "utf-8", "surrogatepass"
        )
        if ord(letter) > 0xFFFF
        else letter.encode()
        for letter in text
    )


def story_page(s: Stories, n: int = 1, *, title: str | None = None, charset: str = "utf-8", inside: str = "") -> str:
    title = title or f"Rain {n} in {s.mark}"
    body = "".join(f"<p>{p}</p>" for p in s.long(n).split("\n\n"))
    return f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}</title></head><body><article><h1>{title}</h1>{inside}{body}</article></body></html>'


def rss(s: Stories, *, top: str = '<?xml version="1.0" encoding="UTF-8"?>', body=None, p: str = "") -> str:
    body = body or (lambda n: s.text(n) + " " + s.text(n).replace("Rain", "Hail"))
    items = "".join(
        f"<{p}item><{p}title>Rain {n} in {s.mark}</{p}title><{p}link>https://l.example/{s.mark}/{n}</{p}link><{p}pubDate>Tue, 03 Mar 2026 06:12:00 GMT</{p}pubDate>"
        f"<content:encoded><![CDATA[<p>{body(n)}</p>]]></content:encoded></{p}item>"
        for n in (1, 2, 3)
    )
    return f'{top}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Ledger</title>{items}</channel></rss>'


def pages(s: Stories, n: int, http: str = OK) -> bytes:
    return warc_record("response", story_page(s, n).encode(), http=http, url=f"https://l.example/{s.mark}/{n}")


def lexis(s: Stories, numbers: list[int]) -> str:
    """Return an older LexisNexis text, with labels; the same number twice is the same document twice."""
    out = []
    for place, n in enumerate(numbers, 1):
        text = "\n\n".join(s.long(n).split("\n\n")[:2])
        out.append(
            f"                              {place} of {len(numbers)} DOCUMENTS\n\n                    Copyright 2026 Ledger Media\n                       All Rights Reserved\n"
            f"                       The Marlow Ledger\n\n                    March {n}, 2026 Tuesday\n\nSECTION: NEWS; Pg. A4\n\nLENGTH: 70 words\n\nHEADLINE: Rain {n} in {s.mark}\n\n"
            f"BYLINE: Dana Holm\n\nBODY:\n{text}\n\nLOAD-DATE: March 4, 2026\n\n"
        )
    return "".join(out)


def nexis_one(s: Stories, n: int) -> bytes:
    return docx(*nexis_document(n, body=(s.text(n), s.text(n).replace("Rain", "Hail"))))


def factiva_pages(s: Stories, *numbers: int) -> str:
    return factiva(
        *(
            factiva_document(
                [
                    factiva_title(f"Rain {n} in {s.mark}"),
                    "60 words",
                    f"{n} March 2026",
                    "The Ledger",
                    "LEDG",
                    "English",
                    "Copyright 2026 Ledger Media",
                ],
                [s.text(n), s.text(n).replace("Rain", "Hail")],
                [],
                number=n,
            )
            for n in numbers
        )
    )


def overlap(s: Stories, form) -> dict:
    return {"a.json": form([s.record(1), s.record(2)]), "b.json": form([s.record(2), s.record(3)])}


TURKISH = "Yağmur şehri ıslattı\n\nPazartesi günü {0} kasabasına yağmur yağdı. Kuraklığı görüşmek için toplanan belediye meclisi oylama yapmadan dağıldı.\n\nKimse şemsiye getirmemişti, dedi kâtip. Çocuklar öğleden sonra okula gitmedi, sokaklar akşama kadar ıslaktı.\n"
HUNGARIAN = "Hétfőn eső esett {0} városában. A tanács, amely az aszályról ülésezett, szavazás nélkül, korán hazament. Senki sem hozott esernyőt, mondta a jegyző, és az utcák estig vizesek voltak. {1}"
RUSSIAN = "В понедельник в городе {0} прошёл дождь. Совет, который собрался говорить о засухе, разошёлся без голосования. Никто не взял зонта, сказала секретарь. Это был день {1}."
CHINESE = (
    "{0}镇周一下了大雨。镇议会原定讨论干旱，会议提前结束，没有表决。书记员说，没有人带伞，街道到晚上才干。这是第{1}天。"
)


def hungarian(s: Stories) -> bytes:
    paragraphs = "".join(
        f"<p>{HUNGARIAN.format(s.mark, word)}</p>"
        for word in ("Az eső délben kezdődött.", "Az őrség is elázott.", "A gyűlést jövő hétre tűzték ki.")
    )
    title = "Hosszú őszi eső"
    return f'<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>'.encode(
        "iso-8859-2"
    )


def dated(name: str, value: object, day: str | None) -> Kind:
    return Kind(f"date: {name}", "a.json", lambda s: json.dumps([s.record(date=value)]), 1, fields={"published": day})


RECORDS = [
    Kind("lines cut in the middle of a letter of two bytes", "a.jsonl", cut_letter, 2, ("not valid JSON",)),
    Kind("a record cut off, and the same record whole on the next line", "a.jsonl", resumed, 3, ("not valid JSON",)),
    Kind("list split by size into two files", "", split_list, 2, ("not valid JSON",) * 2),
    Kind("byte-order mark within the key of the text", "a.json", lambda s: dumped([{"\ufefftext": r["text"], "title": r["title"], "date": r["date"]} for r in s.records()]), 3),
    Kind("forty lines of which each eighth is cut", "a.jsonl", many_lines, 35, ("not valid JSON",) * 5),
    Kind("fields that nobody asked for, of each type", "a.json", lambda s: dumped([r | {"id": [1, [2, {}]], "tags": {"a": None, "b": [True]}, "views": -1.5e3, "live": False, "parent": None, "": 0} for r in s.records()]), 3),
    Kind("one record whose marks Word turned curly", "a.json", lambda s: "{“title”: “" + f"Rain in {s.mark}" + "”, “date”: “2026-03-01”, “text”: “" + s.text() + "”}", 0, ("no story",)),
    Kind("list that an editor of texts saved as RTF", "a.json", lambda s: "{\\rtf1\\ansi\\ansicpg1252\\cocoartf2639\n{\\fonttbl\\f0\\fswiss Helvetica;}\n\\f0\\fs24 [\\{\"title\": \"Rain\", \"text\": \"" + s.text() + "\"\\}]}", 0, ("form not known",)),
    Kind("closing mark of a key lost in a record of a list", "a.json", lambda s: dumped(s.records()).replace(dumped(s.record(2)), dumped(s.record(2)).replace('"date":', '"date:')), 2, ("not valid JSON",)),
    Kind("list in Latin-1", "a.json", lambda s: dumped([r | {"title": "Déjà la pluie"} for r in s.records()]).encode("latin-1"), 3, fields={"headline": "Déjà la pluie"}),
    Kind("Chinese lines in GB 18030", "a.jsonl", lambda s: "".join(dumped({"title": "周一大雨", "date": "2026-03-01", "text": CHINESE.format(s.mark, n)}) + "\n" for n in (1, 2, 3)).encode("gb18030"), 3, fields={"headline": "周一大雨"}),
    Kind("two pages of answers that overlap by one record", "", lambda s: overlap(s, dumped), 3, repeats=1),
    Kind("day in another type in each record", "a.json", lambda s: dumped([s.record(1, date=1772323200), s.record(2, date="2026-03-01T10:00:00Z"), s.record(3, date=None)]), 3),
    Kind("pointer of Git in place of a table", "articles.csv", lambda s: "version https://git-lfs.github.com/spec/v1\noid sha256:" + "4d7a" * 16 + "\nsize 1048576\n", 0, ("form not known",)),
    Kind("refusal of a store of files, named as JSON", "articles.json", lambda s: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>7A3B</RequestId><HostId>xyz=</HostId></Error>', 0, ("form not known",)),
]  # fmt: skip

TABLES = [
    Kind("table whose copy began again in the middle of a row", "a.csv", begun_again, 3, ("broken row",), repeats=1),
    Kind("backslash and N for a text", "a.csv", lambda s: with_second(s, "\\N"), 2, ("form not known",)),
    Kind("cell that was still loading", "a.csv", lambda s: with_second(s, "Loading..."), 2, ("teaser only",)),
    Kind("blocks of an editor for the web in cells", "a.csv", lambda s: cells(s, lambda text: f'<!-- wp:paragraph {{"align":"left"}} -->\n<p class="has-text">{text}</p>\n<!-- /wp:paragraph -->'), 3),
    Kind("marks of CDATA in cells", "a.csv", lambda s: cells(s, lambda text: f"<![CDATA[{text}]]>", lambda title: f"<![CDATA[{title}]]>"), 3),
    Kind("the body as markup beside the body as text", "a.csv", lambda s: rows_csv(["title", "date", "body_html", "body"], [[r["title"], r["date"], f"<p>{r['text']}</p>", r["text"]] for r in s.records()]), 3),
    Kind("line break of HTML in headlines", "a.csv", lambda s: cells(s, title=lambda _: "Rain<br/>and hail"), 3, fields={"headline": "Rain and hail"}),
    Kind("remark of HTML in headlines", "a.csv", lambda s: cells(s, title=lambda _: "Rain <!-- live -->and hail"), 3, fields={"headline": "Rain and hail"}),
    Kind("emoji as pairs of three bytes", "a.csv", lambda s: cesu(cells(s, lambda text: text + " \U0001f327\U0001f327")), 3),
    Kind("page to log in, named as a table", "articles.csv", lambda s: "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in</h1><form><label>Email</label><input name='e'><label>Password</label><input name='p' type='password'><button>Next</button></form></body></html>", 0, ("not an article",)),
    Kind("table named as a page", "articles.html", lambda s: s.table(), 3),
    Kind("Parquet named as a table", "a.csv", lambda s: parquet(pa.table(columns(s))), 3),
]  # fmt: skip

BOOKS = [
    Kind("workbook with backslashes in the names of its parts", "a.xlsx", lambda s: backslashed(book(s)), 3),
    Kind("workbook with a prefix for each element", "a.xlsx", lambda s: remade(book(s), change=prefixed), 3),
    Kind("workbook of the strict kind", "a.xlsx", lambda s: remade(book(s), change=strict), 3),
    Kind("workbook with a color that is none", "a.xlsx", lambda s: remade(book(s), change=part("xl/styles.xml", ("<color theme=\"1\"", "<color rgb=\"blue\""))), 3),
    Kind("workbook with titles to print that are lost", "a.xlsx", lambda s: remade(book(s), change=part("xl/workbook.xml", ("<definedNames/>", '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">#REF!</definedName></definedNames>'))), 3),
    Kind("workbook whose day of making is none", "a.xlsx", lambda s: remade(book(s), change=lambda name, body: re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"yesterday", body) if name == "docProps/core.xml" else body), 3),
    Kind("February 29, 1900, in a workbook", "a.xlsx", lambda s: book(s, made_up_day), 3),
    Kind("workbook whose other book is lost", "a.xlsx", lost_link, 3),
    Kind("workbook named as a ZIP", "export.zip", lambda s: book(s), 3),
    Kind("workbook named as a Word document", "export.docx", lambda s: book(s), 3),
    Kind("Word document with backslashes in the names of its parts", "a.docx", lambda s: backslashed(word(s)), 1),
    Kind("Word document with damaged remarks", "a.docx", lambda s: remade(word(s), more=(("word/comments.xml", b'<?xml version="1.0"?><w:comments><w:comment w:id="1"><w:p>cut'),)), 1),
]  # fmt: skip

PAGES = [
    Kind("marks of Windows in a page that says ISO 8859-1", "a.html", lambda s: story_page(s, title="Rain’s long day", charset="iso-8859-1").encode("cp1252"), 1, fields={"headline": "Rain’s long day"}),
    Kind("Hungarian page in ISO 8859-2", "a.html", hungarian, 1, fields={"headline": "Hosszú őszi eső"}),
    Kind("byte-order marks in the middle of a page", "a.html", lambda s: story_page(s, title="Rain on Sunday").replace("<h1>", "<h1>\ufeff").replace("<body>", "\ufeff<body>"), 1, fields={"headline": "Rain on Sunday"}),
    Kind("page of elements of its own", "a.html", lambda s: f"<!DOCTYPE html><html><head><title>Rain in {s.mark}</title></head><body><news-story><news-head>Rain in {s.mark}</news-head>" + "".join(f"<news-par>{p}</news-par>" for p in s.long().split("\n\n")) + "</news-story></body></html>", 1),
    Kind("results of an election in 3,000 rows below a story", "a.html", lambda s: story_page(s).replace("</article>", "<table>" + "".join(f"<tr><td>Ward {n}</td><td>{n * 7}</td><td>{n % 100}%</td></tr>" for n in range(3000)) + "</table></article>"), 1),
    Kind("page and the copy that a mirror keeps of it", "", lambda s: {"rain.html": story_page(s), "rain.html.orig": story_page(s)}, 1, repeats=1),
    Kind("MHTML with escapes that are none", "a.mhtml", lambda s: "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://l.example/rain\r\nSubject: Rain\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"----b\"\r\n\r\n------b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://l.example/rain\r\n\r\n" + story_page(s).replace("=", "=3D").replace("early", "early =ZZ =G1") + "\r\n------b--\r\n", 1),
    Kind("page that was not found, named as a ZIP", "articles.zip", lambda s: "<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><p>The page that you asked for is not here.</p></body></html>", 0, ("not an article",)),
    Kind("feed with letters of Windows that says UTF-8", "a.xml", lambda s: rss(s, body=lambda n: s.text(n) + " “It’s wet,” he said – twice.").encode("cp1252"), 3),
    Kind("feed of XML 1.1", "a.xml", lambda s: rss(s, top='<?xml version="1.1" encoding="UTF-8"?>'), 3),
    Kind("feed that writes utf8 without its dash", "a.xml", lambda s: rss(s, top="<?xml version='1.0' encoding='utf8'?>", body=lambda n: s.text(n) + " “It’s wet,” he said."), 3),
    Kind("feed named as JSON", "a.json", lambda s: rss(s), 3),
]  # fmt: skip

PACKS = [
    Kind("one blank line between the records of a web archive", "a.warc", lambda s: b"".join(pages(s, n).removesuffix(b"\r\n") for n in (1, 2)), 2),
    Kind("answer that does not say its type in a web archive", "a.warc", lambda s: pages(s, 1, "HTTP/1.1 200 OK\nServer: x"), 1),
    Kind("gzip named as a ZIP", "a.zip", lambda s: gzip.compress(s.table().encode(), mtime=0), 3),
    Kind("member 120 folders deep", "a.zip", lambda s: zipped([("d/" * 120 + "a.txt", (f"Rain in {s.mark}\n\n" + s.long()).encode())]), 1),
    Kind("delivery of Nexis in single documents with their list", "delivery.zip", lambda s: zipped([("a_doclist.docx", docx(*COVER)), ("Rain 1.docx", nexis_one(s, 1)), ("Rain 2.docx", nexis_one(s, 2))]), 2, ("no article",)),
    Kind("LexisNexis with one document twice", "a.txt", lambda s: lexis(s, [1, 2, 1]), 2, repeats=1),
    Kind("ProQuest whose second text is not available", "a.txt", lambda s: proquest(*(proquest_record(n, "Not available." if n == 2 else s.long(n).replace("\n\n", " "), Title=f"Rain {n} in {s.mark}") for n in (1, 2, 3))), 2, ("no text",)),
    Kind("two saved pages of Factiva that overlap by one document", "", lambda s: {"a.html": factiva_pages(s, 1, 2), "b.html": factiva_pages(s, 2, 3)}, 3, repeats=1),
]  # fmt: skip

FILES = [
    Kind("Turkish text in ISO 8859-9", "a.txt", lambda s: TURKISH.format(s.mark).encode("iso-8859-9"), 1, fields={"headline": "Yağmur şehri ıslattı"}),
    Kind("two names that differ in their capitals alone", "", lambda s: {"Rain.txt": f"Rain 1 in {s.mark}\n\n{s.long(1)}\n", "rain.txt": f"Rain 2 in {s.mark}\n\n{s.long(2)}\n"}, 2),
    Kind("name of a climb out of the folder in letters of an address", "%2e%2e%2f%2e%2e%2frain.txt", lambda s: f"Rain in {s.mark}\n\n{s.long()}\n", 1),
    Kind("what an old post program packs into a letter", "winmail.dat", lambda s: blob(b"\x78\x9f\x3e\x22\x01\x00\x01\x06\x90\x08\x00"), 0, ("not text",)),
    Kind("box of an office post program", "archive.pst", lambda s: blob(b"!BDN\x00\x00\x00\x00SM\x17\x00\x13\x00\x01\x01"), 0, ("not text",)),
]  # fmt: skip

DATES = [
    dated("an offset and a Z behind it", "2026-03-01T10:00:00+00:00Z", "2026-03-01"),
    dated("sixteen digits of a second", "2026-03-01T10:00:00.0000000000000001Z", "2026-03-01"),
    dated("a dash between day and hour", "Mar. 1, 2026 — 10:00 a.m.", "2026-03-01"),
    dated("Canadian French", "1 mars 2026 à 10 h 00", "2026-03-01"),
    dated("a short German month", "1. Mrz. 2026", "2026-03-01"),
    dated("UTC and an offset", "2026-03-01 10:00:00 UTC+01:00", "2026-03-01"),
]

KINDS = [*RECORDS, *TABLES, *BOOKS, *PAGES, *PACKS, *FILES, *DATES]

# Words that the documents promise: an RTF file is a reject that says so (docs/promises.md).
SAYS = {
    "list that an editor of texts saved as RTF": "rtf",
}
