"""Inputs of a tenth round that look odd and are whole: all must be kept, decided on before they were read."""

import io
import json
import zipfile

import openpyxl

from bad_inputs.elsewhere import each
from bad_inputs.exports import lexis, proquest_of
from bad_inputs.kinds import Kind, Stories
from bad_inputs.pages import linked
from bad_inputs.received import copied, document, lines, packed, paragraphs, warc

CHINESE = "{}镇周一下了大雨。镇议会原定讨论干旱，会议提前结束，没有表决。书记员说，没有人带伞，街道到晚上才干。"
ARABIC = "هطلت الأمطار على بلدة {} يوم الاثنين. وكان المجلس قد اجتمع لمناقشة الجفاف، لكنه أنهى الجلسة مبكرا بلا تصويت. وقالت كاتبة المجلس إن أحدا لم يحمل مظلة."
HEBREW = "גשם ירד על העיירה {} ביום שני. המועצה, שהתכנסה לדון בבצורת, סיימה את הישיבה מוקדם בלי הצבעה. איש לא הביא מטרייה, אמרה המזכירה."
THAI = "ฝนตกที่เมือง {} เมื่อวันจันทร์ สภาเมืองซึ่งประชุมเรื่องภัยแล้งเลิกประชุมก่อนเวลา เลขานุการกล่าวว่าไม่มีใครนำร่มมา"
HINDI = "सोमवार को {} शहर में बारिश हुई। परिषद, जो सूखे पर बात करने के लिए मिली थी, जल्दी घर चली गई। क्लर्क ने कहा कि कोई छाता नहीं लाया था।"
RUSSIAN = "В понедельник в городе {} прошёл дождь. Совет, который собрался говорить о засухе, разошёлся без голосования. Никто не взял зонта, сказала секретарь."
POLISH = "W poniedziałek w mieście {} spadł deszcz. Rada, która zebrała się w sprawie suszy, rozeszła się bez głosowania. Nikt nie wziął parasola, powiedziała sekretarz."
JAPANESE = "{}町で月曜日に雨が降った。干ばつについて話し合うために集まった議会は、採決をせずに早く終わった。傘を持ってきた人はいなかったと書記は述べた。"


def part(s: Stories, n: int) -> str:
    """Return a whole article as it is copied from a page: headline, day, paragraphs."""
    return copied(s, n).decode()


def table_in(s: Stories, form: str) -> str:
    """Return a copied article with the results of three clubs in the middle, one a line."""
    results = "\n".join(form.format(name, won, 9 - won) for won, name in enumerate(("Marlow", "Dunmore", "Valle"), 3))
    return f"Clubs wait out the rain in {s.mark}\n\n{s.text(1)}\n\n{results}\n\n{s.text(2)}\n"


def copied_as(text: str) -> object:
    return lambda s: f"Rain in {s.mark}\n\n" + text.format(s.mark) + "\n"


def book_of(write: object) -> object:
    """Return what makes a workbook out of a function that fills its sheet."""

    def make(s: Stories) -> bytes:
        book, out = openpyxl.Workbook(), io.BytesIO()
        write(book.active, s)
        book.save(out)
        return out.getvalue()

    return make


def long_cells(sheet, s) -> None:
    sheet.append(["title", "date", "text"])
    for record in s.records():
        sheet.append([record["title"], record["date"], "\n\n".join([record["text"]] * 3 + ["And it rained. " * 1800])])


def renamed(sheet, s) -> None:
    sheet.append(["Headline", "Publication Date", "Byline", "Body"])
    for r in s.records():
        sheet.append([r["title"], r["date"], "Ana Roe", r["text"]])


def named_in_relations(s: Stories) -> bytes:
    """Return a Word document whose text lies where only its list of parts says, as some programs save it."""
    whole = zipfile.ZipFile(io.BytesIO(document(lines(f"Rain in {s.mark}", *s.long().split("\n\n")))))
    return packed({name.replace("word/document.xml", "word/document2.xml"): whole.read(name).replace(b"word/document.xml", b"word/document2.xml") for name in whole.namelist()})  # fmt: skip


def strict(s: Stories) -> bytes:
    """Return a Word document with the names that the stricter form of the standard has."""
    whole = zipfile.ZipFile(io.BytesIO(document(lines(f"Rain in {s.mark}", *s.long().split("\n\n")))))
    names = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    parts = {name: whole.read(name) for name in whole.namelist()}
    for old, new in names.items():
        parts = {name: part.replace(old, new) for name, part in parts.items()}
    return packed(parts)


TEXTS = [
    Kind("one sentence below a headline", "a.txt", lambda s: f"Rain in {s.mark}\n\n{s.text()}\n", 1),
    Kind("one sentence alone", "a.txt", lambda s: s.text(), 1),
    Kind("brief of two short sentences", "a.txt", lambda s: f"Bridge shut\n\nThe bridge at {s.mark} is shut until Friday. Buses go by way of Dunmore.\n", 1),
    Kind("questions and answers", "a.txt", lambda s: f"Five questions on rain in {s.mark}\n\n" + "".join(f"Q: Why did it rain on day {n}?\n\nA: {s.text(n)}\n\n" for n in (1, 2, 3)), 1),
    Kind("questions in bold marks and answers", "a.md", lambda s: "".join(f"**Why did it rain on day {n}?**\n\n{s.text(n)}\n\n" for n in (1, 2, 3)), 1),
    Kind("list with numbers", "a.txt", lambda s: f"Three things to know about rain in {s.mark}\n\n" + "".join(f"{n}. {s.text(n)}\n" for n in (1, 2, 3)), 1),
    Kind("list with dots", "a.txt", lambda s: f"What the council of {s.mark} decided\n\n" + "".join(f"• {s.text(n)}\n" for n in (1, 2, 3)), 1),
    Kind("live blog with the latest first", "a.txt", lambda s: f"Live: rain in {s.mark}\n\n" + "".join(f"1{n}:05 a.m.\n\n{s.text(n)}\n\n" for n in (2, 1, 0)), 1),
    Kind("letters to the editor", "a.txt", lambda s: f"Letters: rain in {s.mark}\n\n" + "".join(f"To the editor:\n\n{s.text(n)}\n\n{name}\nMarlow\n\n" for n, name in enumerate(("Ana Roe", "Tom Vale", "Jo May"), 1)), 1),
    Kind("correction", "a.txt", lambda s: f"Correction\n\nAn article on Monday about rain in {s.mark} misstated the day of the vote. It was Tuesday, not Wednesday.\n", 1),
    Kind("obituary", "a.txt", lambda s: f"Ana Roe, 1931-2026\n\nAna Roe, who kept the records of {s.mark} for forty years, died on Sunday. She was 94.\n\nShe is survived by two sons, Tom and Jo, and five grandchildren. A service is at 10 a.m. on Friday at the town hall.\n", 1),
    Kind("results between tabs in a story", "a.txt", lambda s: table_in(s, "{}\t{}\t{}"), 1),
    Kind("results between commas in a story", "a.txt", lambda s: table_in(s, "{}, {}, {}"), 1),
    Kind("results in columns in a story", "a.txt", lambda s: table_in(s, "{:<12}{:>4}{:>4}"), 1),
    Kind("recipe", "a.txt", lambda s: f"Rain soup from {s.mark}\n\n{s.text(1)}\n\n2 cups of water\n1 onion\n1/2 teaspoon of salt\n\n1. Boil the water.\n2. Cut the onion and add it with the salt.\n3. Serve it while it rains.\n", 1),
    Kind("story on code with lines of it", "a.txt", lambda s: f"A line of code floods {s.mark}\n\n{s.text(1)}\n\nThe fault was in two lines:\n\n    for day in days:\n        rain = rain + day\n\n{s.text(2)}\n", 1),
    Kind("story on markup with a tag in it", "a.txt", lambda s: f"The tag that the web forgot\n\nThe clerk of {s.mark} still writes <marquee> by hand.\n\n{s.text(1)}\n\n{s.text(2)}\n", 1),
    Kind("story on errors of computers", "a.txt", lambda s: f"404 Not Found: how {s.mark} lost its pages\n\nPage not found, the screens of the town hall said on Monday.\n\n{s.long()}\n", 1),
    Kind("story on false letters that quotes one", "a.txt", lambda s: f"Do not answer this letter, {s.mark} warns\n\n{s.text(1)}\n\nThe letter reads:\n\nFrom: The Bank\nSubject: Your account\n\nPlease enter your password to continue.\n\n{s.text(2)}\n", 1),
    Kind("wire copy in capitals with its slug", "a.txt", lambda s: f"BC-RAIN-1STLD\n\nRAIN ENDS DROUGHT IN {s.mark.upper()}\n\n{s.mark} (CWS) - {s.text(1).upper()}\n\n{s.mark} - {s.text(2).upper()}\n\n(MORE)\n", 1),
    Kind("minutes with speakers", "a.txt", lambda s: f"What was said at the council of {s.mark}\n\n" + "".join(f"MAYOR ROE: {s.text(n)}\n\nMR. VALE: I have nothing to add to that.\n\n" for n in (1, 2)), 1),
    Kind("rule on top", "a.txt", lambda s: "----------------------------\n" + part(s, 1), 1),
    Kind("stars on top and below", "a.txt", lambda s: "* * *\n\n" + part(s, 1) + "\n* * *\n", 1),
    Kind("number on top", "a.txt", lambda s: f"12 people got wet in {s.mark}\n\n{s.long()}\n", 1),
    Kind("brace on top", "a.txt", lambda s: f"{{Editor’s note: This story was changed on Monday.}}\n\nRain in {s.mark}\n\n{s.long()}\n", 1),
    Kind("bracket on top", "a.txt", lambda s: f"[This story was changed on Monday.]\n\nRain in {s.mark}\n\n{s.long()}\n", 1),
    Kind("link back with a sign on top", "a.txt", lambda s: "< Back to News\n\n" + part(s, 1), 1),
    Kind("begins as a letter box", "a.txt", lambda s: f"From the bridge of {s.mark}, the river looks wide again. {s.text(1)}\n\n{s.text(2)}\n", 1),
    Kind("begins as a ZIP", "a.txt", lambda s: f"PK Roe, the mayor, is wet\n\n{s.long()}\n", 1),
    Kind("begins as a bitmap", "a.txt", lambda s: f"BM Marlow shares fall in the rain\n\n{s.long()}\n", 1),
    Kind("begins as a picture that moves", "a.txt", lambda s: f"GIF or not: how {s.mark} says it\n\n{s.long()}\n", 1),
    Kind("begins with a select of a database", "a.txt", lambda s: f"SELECT committee meets in {s.mark}\n\n{s.long()}\n", 1),
    Kind("quotation on top", "a.txt", lambda s: f'"We are wet," said the clerk of {s.mark}, "and glad."\n\n{s.long()}\n', 1),
    Kind("hash on top", "a.txt", lambda s: f"#1 town for rain is {s.mark}\n\n{s.long()}\n", 1),
    Kind("short lines without a blank one", "a.txt", lambda s: f"Rain in {s.mark}\n" + "\n".join(s.long().replace("\n\n", " ")[k : k + 40] for k in range(0, len(s.long()), 40)), 1),
    Kind("paragraphs behind tabs without a blank line", "a.txt", lambda s: f"Rain in {s.mark}\n\t" + s.long().replace("\n\n", "\n\t"), 1),
    Kind("every line set apart by a blank one", "a.txt", lambda s: f"Rain in {s.mark}\n\n" + "\n\n".join(s.text(1).replace(", ", ",|").split("|")) + "\n\n" + s.text(2), 1),
    Kind("end of file of DOS", "a.txt", lambda s: part(s, 1).replace("\n", "\r\n") + "\x1a", 1),
    Kind("letters of DOS", "a.txt", lambda s: part(s, 1).replace("council", "café").encode("cp437"), 1),
    Kind("Polish in the letters of Windows", "a.txt", lambda s: f"Deszcz w {s.mark}\n\n{POLISH.format(s.mark)}\n".encode("cp1250"), 1),
    Kind("Chinese in GB 18030", "a.txt", lambda s: f"{s.mark}镇下雨\n\n{CHINESE.format(s.mark)}\n".encode("gb18030"), 1),
    Kind("pages copied from a PDF", "a.txt", lambda s: f"Rain in {s.mark}\n\nPage 1 of 2\n\n{s.text(1).replace('council', 'coun-' + chr(10) + 'cil')}\n\nPage 2 of 2\n\n{s.text(2)}\n", 1),
    Kind("Chinese story", "a.txt", copied_as(CHINESE), 1, fields={"language": "zh"}),
    Kind("Arabic story", "a.txt", copied_as(ARABIC), 1),
    Kind("Hebrew story", "a.txt", copied_as(HEBREW), 1),
    Kind("Thai story", "a.txt", copied_as(THAI), 1),
    Kind("Hindi story", "a.txt", copied_as(HINDI), 1),
    Kind("three stories between rules of dashes", "a.txt", lambda s: "\n--------------------\n\n".join(part(s, n) for n in (1, 2, 3)), 3),
    Kind("two stories between stars", "a.txt", lambda s: "\n***\n\n".join(part(s, n) for n in (1, 2)), 2),
    Kind("three stories between rules of equal signs", "a.txt", lambda s: "\n==============================\n\n".join(part(s, n) for n in (1, 2, 3)), 3),
    Kind("three stories each below its number", "a.txt", lambda s: "\n".join(f"Document {n} of 3\n\n{part(s, n)}" for n in (1, 2, 3)), 3),
]  # fmt: skip

TABLES = [
    Kind("French table of Excel", "a.csv", lambda s: ("titre;date;prix;text\n" + each(s, "{title};0{n}/03/2026;12,5{n};{text} À bientôt.\n")).encode("cp1252"), 3),
    Kind("Japanese table of Excel", "a.csv", lambda s: ("title,date,text\n" + "".join(f"雨{n},2026/3/{n},{JAPANESE.format(s.mark + str(n))}\n" for n in (1, 2, 3))).encode("cp932"), 3),
    Kind("Chinese table of Excel", "a.csv", lambda s: ("title,date,text\n" + "".join(f"雨{n},2026/3/{n},{CHINESE.format(s.mark + str(n))}\n" for n in (1, 2, 3))).encode("gbk"), 3),
    Kind("Russian table of Excel", "a.csv", lambda s: ("title;date;text\n" + "".join(f"Дождь {n};0{n}.03.2026;{RUSSIAN.format(s.mark + str(n))}\n" for n in (1, 2, 3))).encode("cp1251"), 3),
    Kind("commas in texts between semicolons", "a.csv", lambda s: "title;date;text\n" + each(s, "{title};2026-03-0{n};{text}\n"), 3),
    Kind("texts that begin with a quotation, between tabs", "a.tsv", lambda s: "title\tdate\ttext\n" + each(s, '{title}\t2026-03-0{n}\t"We are wet," said the mayor. {text}\n'), 3),
    Kind("inches in cells without marks", "a.csv", lambda s: "title\tdate\ttext\n" + each(s, '{n}" of rain\t2026-03-0{n}\t{text}\n'), 3),
    Kind("line ends as letters in cells", "a.csv", lambda s: "title,date,text\n" + each(s, '{title},2026-03-0{n},"{text}\\n\\nSo it went."\n'), 3),
    Kind("column named as search engines do", "a.csv", lambda s: "headline,datePublished,articleBody\n" + each(s, '{title},2026-03-0{n},"{text}"\n'), 3),
    Kind("row twice but for blanks", "a.csv", lambda s: s.table(list(s.record(1, title=f"Rain 1 in {s.mark} ", text=s.text(1) + "  ").values())), 2, repeats=1),
    Kind("words for no value in all other cells", "a.csv", lambda s: "title,date,author,url,text\n" + each(s, '{title},n/a,NULL,-,"{text}"\n'), 3, fields={"published": None}),
    Kind("old Mac line ends between semicolons", "a.csv", lambda s: s.table(delimiter=";", end="\r").encode("mac_roman"), 3),
    Kind("cells of 27,000 letters in a workbook", "a.xlsx", book_of(long_cells), 3),
    Kind("workbook with the columns of an archive", "a.xlsx", book_of(renamed), 3, fields={"byline": ["Ana Roe"]}),
    Kind("list in a line of 3 million letters", "a.json", lambda s: json.dumps([s.record(n, text=s.text(n) + " And it rained." * 70_000) for n in (1, 2, 3)]), 3),
    Kind("lines that end as on an old Mac", "a.jsonl", lambda s: s.lines().replace("\n", "\r"), 3),
    Kind("list in big-endian UTF-16 without a mark", "a.json", lambda s: json.dumps(s.records()).encode("utf-16-be"), 3),
    Kind("each record in an object of its own", "a.json", lambda s: json.dumps([{"article": r} for r in s.records()]), 3),
    Kind("records by name in a name", "a.json", lambda s: json.dumps({"articles": {f"a{n}": r for n, r in enumerate(s.records())}}), 3),
    Kind("texts that begin with a brace or a bracket", "a.json", lambda s: json.dumps([s.record(1, text="{Changed} " + s.text(1)), s.record(2, text="[Changed] " + s.text(2)), s.record(3, text="<< " + s.text(3))]), 3),
    Kind("same record with its keys in another order", "a.jsonl", lambda s: s.lines(json.dumps(dict(reversed(s.record(1).items())))), 2, repeats=1),
    Kind("year 1900 and year 2999", "a.json", lambda s: json.dumps([s.record(1, date="1900-01-01"), s.record(2, date="2999-01-01")]), 2),
    Kind("text with markup as references", "a.json", lambda s: json.dumps([s.record(n, text=f"&lt;p&gt;{s.text(n)}&lt;/p&gt;") for n in (1, 2, 3)]), 3),
]  # fmt: skip

PAGES = [
    Kind("page of one sentence", "a.html", lambda s: f"<html><head><title>Rain in {s.mark}</title></head><body><article><h1>Rain in {s.mark}</h1><time datetime='2026-03-01'>March 1</time><p>{s.text()}</p></article></body></html>", 1),
    Kind("page of a correction", "a.html", lambda s: f"<html><head><title>Correction</title><meta property='og:type' content='article'></head><body><article><h1>Correction</h1><p>An article on Monday about rain in {s.mark} misstated the day of the vote. It was Tuesday, not Wednesday.</p></article></body></html>", 1),
    Kind("page of verse", "a.html", lambda s: f"<html><head><title>Song of rain</title></head><body><article><h1>Song of rain</h1><p>By Ana Roe</p><p>The rain fell down on {s.mark} town,<br>and all the clerks went home;<br>the mayor stood in coat and gown,<br>and he was wet, alone.</p></article></body></html>", 1),
    Kind("page of questions and answers in a list", "a.html", lambda s: f"<html><head><title>Rain in {s.mark}</title></head><body><article><h1>Rain in {s.mark}</h1><dl>" + "".join(f"<dt>Why on day {n}?</dt><dd>{s.text(n)}</dd>" for n in (1, 2, 3)) + "</dl></article></body></html>", 1),
    Kind("page on cookies", "a.html", lambda s: f"<html><head><title>Who accepts all cookies?</title></head><body><article><h1>Who accepts all cookies?</h1><p class='byline'>By Ana Roe</p><p>“We use cookies,” says the site of {s.mark}, and asks its readers to accept all.</p>{paragraphs(s)}</article></body></html>", 1),
    Kind("page on a false page to log in", "a.html", lambda s: f"<html><head><title>Log in to your bank? Look twice</title></head><body><article><h1>Log in to your bank? Look twice</h1><time datetime='2026-03-01'>March 1</time><p>“Please enter your password,” the false page of the bank of {s.mark} says.</p>{paragraphs(s)}</article></body></html>", 1),
    Kind("page of results", "a.html", lambda s: f"<html><head><title>Results</title></head><body><article><h1>Results from {s.mark}</h1><p>{s.text(1)}</p><table><tr><th>Club</th><th>Won</th></tr><tr><td>Marlow</td><td>3</td></tr><tr><td>Dunmore</td><td>4</td></tr></table><p>{s.text(2)}</p></article></body></html>", 1),
    Kind("Russian page that does not say its letters", "a.html", lambda s: f"<html><head><title>Дождь</title></head><body><h1>Дождь</h1><p>{RUSSIAN.format(s.mark)}</p><p>{RUSSIAN.format(s.mark)[:-1]} вчера.</p></body></html>".encode("cp1251"), 1),
    Kind("Arabic page in the letters of Windows", "a.html", lambda s: f"<html dir='rtl'><head><meta charset='windows-1256'><title>مطر</title></head><body><article><h1>مطر</h1><p>{ARABIC.format(s.mark)}</p></article></body></html>".encode("cp1256"), 1),
    Kind("Chinese page of one paragraph", "a.html", lambda s: f"<html lang='zh'><head><meta charset='utf-8'><title>下雨</title></head><body><article><h1>{s.mark}镇下雨</h1><p>{CHINESE.format(s.mark)}</p></article></body></html>", 1),
    Kind("document of Google as a page", "a.html", lambda s: "<html><head><style>.c1{color:#000}</style></head><body class='c3'>" + "".join(f"<p class='c1'><span class='c2'>{line}</span></p>" for line in (f"Rain in {s.mark}", *s.long().split("\n\n"))) + "</body></html>", 1),
    Kind("paragraphs in boxes", "a.html", lambda s: s.page().replace("<p>", "<div>").replace("</p>", "</div>"), 1),
    Kind("page without a title and a headline", "a.html", lambda s: f"<html><body>{paragraphs(s)}</body></html>", 1),
    Kind("story behind the end of the page", "a.html", lambda s: f"<html><head><title>Rain in {s.mark}</title></head><body><h1>Rain in {s.mark}</h1></body></html>{paragraphs(s)}", 1),
    Kind("10,000 choices above the story", "a.html", lambda s: s.page().replace("<article>", "<select>" + "<option>Marlow</option>" * 10_000 + "</select><article>"), 1),
    Kind("linked data of a letter to the editor", "a.html", lambda s: s.page(head=linked({"@type": ["OpinionNewsArticle"], "headline": f"Rain in {s.mark}", "author": {"name": "Ana Roe"}})), 1, fields={"byline": ["Ana Roe"]}),
]  # fmt: skip

PACKS = [
    Kind("Word document named in its list of parts", "a.docx", named_in_relations, 1),
    Kind("Word document of the strict kind", "a.docx", strict, 1),
    Kind("Word document with head and foot", "a.docx", lambda s: document(lines(f"Rain in {s.mark}", *s.long().split("\n\n")), others={"word/header1.xml": '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Draft</w:t></w:r></w:p></w:hdr>'}), 1),
    Kind("page named as a Word document", "a.docx", Stories.page, 1),
    Kind("copied page named as a PDF", "a.pdf", lambda s: copied(s), 1),
    Kind("LexisNexis with line ends of an old Mac and form feeds", "a.txt", lambda s: lexis(s).replace("LOAD-DATE: March 4, 2026\n", "LOAD-DATE: March 4, 2026\n\f").replace("\n", "\r"), 2),
    Kind("LexisNexis twice, one behind the other", "a.txt", lambda s: lexis(s) + lexis(s), 2, repeats=2),
    Kind("ProQuest that lacks the second of three", "a.txt", lambda s: (lambda parts: ("_" * 60).join(parts[:2] + parts[3:]))(proquest_of(s).split("_" * 60)), 2),
    Kind("web archive of the first version", "a.warc", lambda s: warc(s, s.page().encode()).replace(b"WARC/1.0", b"WARC/0.18"), 1),
    Kind("names of headers in small letters in a web archive", "a.warc", lambda s: (lambda head, rest: head.replace(b"WARC-Type", b"warc-type").replace(b"Content-Length", b"content-length").replace(b"WARC-Target-URI", b"warc-target-uri") + b"\r\n\r\n" + rest)(*warc(s, s.page().encode()).split(b"\r\n\r\n", 1)), 1),
    Kind("answer of HTTP/2 in a web archive", "a.warc", lambda s: warc(s, s.page().encode()).replace(b"HTTP/1.1 200 OK", b"HTTP/2 200     "), 1),
    Kind("two forms of one address in a web archive", "a.warc", lambda s: warc(s, s.page(n=1).encode()) + warc(s, s.page(n=2).encode()), 2),
    Kind("what programs leave in a ZIP", "a.zip", lambda s: packed({"a.txt": copied(s), "Thumbs.db": b"\xd0\xcf\x11\xe0", "desktop.ini": b"[.ShellClassInfo]\n", ".git/config": b"[core]\n"}), 1),
]  # fmt: skip


KINDS = [*TEXTS, *TABLES, *PAGES, *PACKS]
