"""Inputs of an eighteenth round, decided by somebody who had not read the code: odd, beside, and no articles."""

import gzip
import io
import json
import zipfile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

from bad_inputs.kinds import Kind

CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the head of a file of old Office


def copied(s, n=1, body=None, title=None, by="By Ana Roe"):
    return f"{title or f'Rain {n} in {s.mark}'}\n\n{by}\n\nMarch {n}, 2026\n\n{body or s.long(n)}\n"


def between(s, middle):
    """Return a copied story whose third paragraph is what is quoted."""
    first, second, third, fourth = s.long().split("\n\n")
    return copied(s, body="\n\n".join([first, second, middle, third, fourth]))


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return out.getvalue()


def book(*sheets):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for number, rows in enumerate(sheets, 1):
        page = made.create_sheet(f"Sheet{number}")
        for row in rows:
            page.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def rows(s, second=None):
    found = [[f"Rain {n} in {s.mark}", f"2026-03-0{n}", s.text(n)] for n in (1, 2, 3)]
    if second is not None:
        found[1][2] = second
    return [["title", "date", "text"], *found]


def table(s, second=None, delimiter=","):
    return "".join(delimiter.join(f'"{cell}"' for cell in row) + "\n" for row in rows(s, second))


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document(body):
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return zipped({
        "[Content_Types].xml": f'{head}<Types xmlns="{types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{office}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'{head}<w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>',
    })  # fmt: skip


def paragraph(text):
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def record(kind_, target, payload, content):
    head = f"WARC/1.0\r\nWARC-Type: {kind_}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{abs(hash(target)) % 10**12:012d}>\r\nWARC-Date: 2026-03-04T10:00:00Z\r\nWARC-Target-URI: {target}\r\nContent-Type: {content}\r\nContent-Length: {len(payload)}\r\n\r\n"
    return head.encode() + payload + b"\r\n\r\n"


def answer(page, n):
    body = page.encode()
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    return record("response", f"https://l.example/rain-{n}", http + body, "application/http; msgtype=response")


def feed(s):
    items = "".join(f"<item><title>Rain {n} in {s.mark}</title><link>https://l.example/r{n}</link><pubDate>Mon, 0{n + 1} Mar 2026 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>{s.text(n)}</p>]]></content:encoded></item>" for n in (1, 2, 3))  # fmt: skip
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ledger</title><link>https://l.example/</link><description>News</description>{items}</channel></rss>'


def wall(title, *lines):
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"  # fmt: skip


def escaped(s):
    text = json.dumps(s.records())
    return text.replace('"title"', r'"\u0074itle"').replace('"text"', r'"te\u0078t"').replace('"date"', r'"d\u0061te"')


def cut_in_a_letter(s):
    lines = "".join(json.dumps(s.record(n, text=s.text(n) + " The café closed."), ensure_ascii=False) + "\n" for n in (1, 2, 3))  # fmt: skip
    data = lines.encode()
    at = data.index("é".encode(), len(data) // 2) + 1
    return gzip.compress(data[:at], mtime=0) + gzip.compress(data[at:], mtime=0)


TONGUES = {
    "Burmese": (
        "{m} မြို့တွင် မိုးသည်းထန်",
        "ယနေ့နံနက် {m} မြို့တွင် မိုးသည်းထန်စွာ ရွာသွန်းခဲ့သည်။ မြို့တော်ကောင်စီသည် အစည်းအဝေးကို စောစီးစွာ ရပ်နားခဲ့သည်။",
        "လမ်းများ ရေကြီးနေသောကြောင့် ကျောင်းများ ပိတ်ထားသည်ဟု မြို့တော်ဝန်က ပြောသည်။ ဆိုင်များလည်း မဖွင့်ပါ။",
        "မနက်ဖြန်တွင် {m} မြို့၌ မိုးထပ်ရွာမည်ဟု မိုးလေဝသဌာနက ပြောကြားသည်။ လူများ အိမ်တွင် နေကြရန် တောင်းဆိုထားသည်။",
    ),
    "Amharic": (
        "በ{m} ከተማ ከባድ ዝናብ ዘነበ",
        "ዛሬ ጠዋት በ{m} ከተማ ከባድ ዝናብ ዘነበ። የከተማው ምክር ቤት ስብሰባውን ቀደም ብሎ አቋረጠ።",
        "መንገዶች በውሃ ስለተሞሉ ትምህርት ቤቶች ተዘግተዋል ብለዋል የከተማው ከንቲባ። ሱቆችም አልተከፈቱም።",
        "ነገም በ{m} ዝናብ ይዘንባል ሲል የአየር ትንበያ ክፍል አስታውቋል። ሰዎች ከቤት እንዳይወጡ ተጠይቀዋል።",
    ),
    "Urdu": (
        "{m} شہر میں تیز بارش",
        "آج صبح {m} شہر میں تیز بارش ہوئی۔ شہر کی کونسل نے اپنا اجلاس جلد ختم کر دیا۔",
        "میئر نے کہا کہ سڑکوں پر پانی بھر جانے کی وجہ سے اسکول بند ہیں۔ دکانیں بھی نہیں کھلیں۔",
        "محکمہ موسمیات کے مطابق کل بھی {m} میں بارش ہوگی۔ لوگوں سے گھروں میں رہنے کو کہا گیا ہے۔",
    ),
    "Armenian": (
        "Հորդառատ անձրև {m} քաղաքում",
        "Այսօր առավոտյան {m} քաղաքում հորդառատ անձրև տեղաց։ Քաղաքի խորհուրդը շուտ ավարտեց իր նիստը։",
        "Քաղաքապետն ասաց, որ դպրոցները փակ են, քանի որ փողոցները լցված են ջրով։ Խանութները նույնպես չեն բացվել։",
        "Վաղը ևս {m} քաղաքում անձրև կտեղա, հայտնեց եղանակի ծառայությունը։ Մարդկանց խնդրել են մնալ տանը։",
    ),
    "Korean": (
        "{m} 마을에 큰비",
        "오늘 아침 {m} 마을에 많은 비가 내렸다. 가뭄을 논의하려고 모인 시의회는 표결 없이 일찍 회의를 마쳤다.",
        "시장은 도로가 물에 잠겨 학교 문을 닫았다고 말했다. 가게들도 문을 열지 않았고 버스는 다니지 않았다.",
        "기상청은 내일도 {m} 마을에 비가 올 것이라고 밝혔다. 주민들은 집에 머물러 달라는 부탁을 받았다.",
    ),
}


def tongue(name):
    def make(s):
        head, *parts = (part.format(m=s.mark) for part in TONGUES[name])
        return "\n\n".join([head, *parts]) + "\n"

    return make


def parts_of(name):
    return lambda s: [part.format(m=s.mark) for part in TONGUES[name][1:]]


def korean_page(s):
    head, *parts = (part.format(m=s.mark) for part in TONGUES["Korean"])
    story = "".join(f"<p>{part}</p>" for part in parts)
    return f'<!DOCTYPE html><html lang="ko"><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><title>{head}</title></head><body><article><h1>{head}</h1>{story}</article></body></html>'.encode(
        "euc-kr"
    )


def curly_page(s):
    page = s.page("<p>“We met in the rain,” the clerk wrote — and then she said: ‘It is over,’ which it was not.</p>", head='<meta charset="iso-8859-1">')  # fmt: skip
    return page.encode("cp1252")


def mac_page(s):
    page = s.page("<p>The café by the river, which the Peña family owns, stayed shut for the whole day, she said.</p>", head='<meta charset="macintosh">')  # fmt: skip
    return page.encode("mac_roman")


def own_elements(s):
    story = "".join(f"<ledger-text><p>{part}</p></ledger-text>" for part in s.long().split("\n\n"))
    return f"<!DOCTYPE html><html><head><title>Rain 1 in {s.mark}</title></head><body><ledger-app><ledger-story><ledger-headline><h1>Rain 1 in {s.mark}</h1></ledger-headline>{story}</ledger-story></ledger-app></body></html>"


def atom(s):
    entries = "".join(f'<entry><id>urn:r:{n}</id><title>Rain {n} in {s.mark}</title><updated>2026-03-0{n}T10:00:00Z</updated><content type="xhtml"><h:div><h:p>{s.text(n)}</h:p></h:div></content></entry>' for n in (1, 2, 3))  # fmt: skip
    return f'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml"><id>urn:r</id><title>Ledger</title><updated>2026-03-04T10:00:00Z</updated>{entries}</feed>'


def word_breaks(s):
    runs = "<w:br/><w:br/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in s.long().split("\n\n"))
    return document(paragraph(f"Rain 1 in {s.mark}") + f"<w:p><w:r>{runs}</w:r></w:p>")


def lexis(s):
    def one(n):
        return f"{n} of 2 DOCUMENTS\n\n\n\n                                  The Ledger\n\n                             March {n}, 2026 Sunday\n                                 Late Edition\n\nRain {n} in {s.mark}\n\nBYLINE: Ana Roe\n\nSECTION: NEWS; Pg. {n}\n\nLENGTH: 140 words\n\nDATELINE: MARLOW\n\nHIGHLIGHT: A council goes home early.\n\nSERIES: The Dry Years\n\n{s.long(n)}\n\nURL: https://l.example/r{n}\n\nGRAPHIC: PHOTO: An umbrella (PHOTOGRAPH BY CAL QUILL)\n\nCORRECTION-DATE: March 5, 2026\n\nLOAD-DATE: March 4, 2026\n\nLANGUAGE: ENGLISH\n\nDOCUMENT-TYPE: NEWS\n\nPUBLICATION-TYPE: Newspaper\n\nJOURNAL-CODE: LEDG\n\n\n                          Copyright 2026 The Ledger\n                             All Rights Reserved\n\n\n\n"

    return one(1) + one(2)


def days(s):
    import datetime

    made = pa.table({
        "headline": [f"Rain {n} in {s.mark}" for n in (1, 2, 3)],
        "published": pa.array([datetime.date(2026, 3, 1)] * 3, pa.date32()),
        "body": [s.text(n) for n in (1, 2, 3)],
    })  # fmt: skip
    out = io.BytesIO()
    pq.write_table(made, out, compression="lz4", data_page_version="2.0")
    return out.getvalue()


def two_orders(s):
    head, first, second, third = rows(s)
    return book([head, first, second], [["text", "title", "date"], [third[2], third[0], third[1]]])


MESSAGES = "10:01 AM Ana Roe: Is it raining there?\n10:02 AM Tom Vale: It is. Nobody came.\n10:02 AM Ana Roe: Then go home.\n10:05 AM Tom Vale: We did."
LINES = "2026-03-01 10:00:01 ERROR pump 3 stopped\n2026-03-01 10:00:07 WARN level at 4.1 m\n2026-03-01 10:01:00 ERROR pump 4 stopped"
KEYS = "pump.limit = 4.1\npump.retry = 0\nalarm.mail = false\nalarm.phone = none"

KEPT = [
    Kind("keys of records written as escapes", "a.json", escaped, 3),
    Kind("second member of gzip begins within a letter", "a.jsonl.gz", cut_in_a_letter, 3),
    Kind("Burmese story", "a.txt", tongue("Burmese"), 1),
    Kind("Amharic story", "a.txt", tongue("Amharic"), 1),
    Kind("Urdu story", "a.txt", tongue("Urdu"), 1),
    Kind("Armenian story", "a.txt", tongue("Armenian"), 1),
    Kind("story that quotes messages of a telephone", "a.txt", lambda s: between(s, MESSAGES), 1),
    Kind("story that quotes lines of a log", "a.txt", lambda s: between(s, LINES), 1),
    Kind("story that quotes settings of a pump", "a.txt", lambda s: between(s, KEYS), 1),
    Kind("headline and names with as many commas", "a.txt", lambda s: f"Rain, hail, snow\nAna Roe, Tom Vale, Cal Quill\n\n{s.long()}\n", 1),
    Kind("headline that begins with at and a name", "a.txt", lambda s: copied(s, title=f"@mayor of {s.mark} leaves the network"), 1),
    Kind("paragraphs that begin with words of programs", "a.txt", lambda s: copied(s, title=f"Import of pumps for {s.mark}", body=f"import duties on pumps fell in {s.mark}, the clerk said.\n\nclass begins late today, and while it rains nobody in {s.mark} minds.\n\nreturn tickets are sold out, the clerk said, if not for long.\n\nfor now, the council of {s.mark} waits; else it would vote."), 1),
    Kind("story named as a program", "a.py", lambda s: copied(s), 1),
    Kind("page named as a script of a server", "rain.php", lambda s: s.page(), 1),
    Kind("page that says Latin-1 and has the curly marks of Windows", "a.html", curly_page, 1),
    Kind("page in the letters of an old Mac that says so", "a.html", mac_page, 1),
    Kind("Korean page in EUC-KR that says so", "a.html", korean_page, 1),
    Kind("page whose story stands in elements of its own names", "a.html", own_elements, 1),
    Kind("Atom with a prefix before each tag of its texts", "a.xml", atom, 3),
    Kind("Word document with breaks in place of paragraphs", "a.docx", word_breaks, 1),
    Kind("LexisNexis with nearly every label that it has", "a.txt", lexis, 2),
    Kind("stories numbered from 7 to 9", "a.txt", lambda s: "".join(f"Document {n + 6} of 9\n\n{copied(s, n)}\n\n" for n in (1, 2, 3)), 3),
    Kind("Parquet with days alone and pages of the second version", "a.parquet", days, 3, fields={"published": "2026-03-01"}),
    Kind("workbook whose second sheet has another order of columns", "a.xlsx", two_orders, 3),
]  # fmt: skip

RTF = r"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}\f0\fs24 Rain fell on the town.\par The council went home.\par}"
JS = "function rain(town) {\n  const drops = [];\n  for (let n = 0; n < 10; n++) {\n    drops.push(town + n);\n  }\n  return drops;\n}\n\nwindow.addEventListener('load', () => rain('a'));\n"
LOG_LINES = "".join(f"2026-03-01T10:00:0{n}Z INFO fetch url=/rain/{n} status=200 ms=1{n}\n" for n in range(1, 8))
PDF = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
PYTHON = "import csv\n\n\ndef rain(path):\n    with open(path) as file:\n        rows = list(csv.reader(file))\n    return [row[0] for row in rows]\n\n\nif __name__ == '__main__':\n    print(rain('a.csv'))\n"
RIS = "TY  - NEWS\nTI  - Rain again\nAU  - Roe, Ana\nPY  - 2026/03/02\nJO  - The Ledger\nSP  - 4\nUR  - https://l.example/2\nER  - \n"
RULE = "\n--------\n\n"


def proquest(s):
    def one(n, text):
        return f"Document {n} of 3\n\nRain {n} in {s.mark}\n\nAuthor: Roe, Ana\n\nPublication info: Ledger ; Marlow [Marlow]. 0{n} Mar 2026.\n\nFull text: {text}\n\nSubject: Rain\n\nTitle: Rain {n} in {s.mark}\n\nPublication title: Ledger\n\nPages: {n}\n\nPublication year: 2026\n\nPublication date: Mar {n}, 2026\n\nProQuest document ID: 100{n}\n\nDatabase: News\n\n{'_' * 60}\n\n"

    return f"{'_' * 60}\n\n" + one(1, s.text(1)) + one(2, "Full text is not available.") + one(3, s.text(3))


def news_answer(s):
    def one(n):
        return {"source": {"id": None, "name": "The Ledger"}, "author": "Ana Roe", "title": f"Rain {n} in {s.mark}", "description": None, "url": f"https://l.example/{n}", "urlToImage": None, "publishedAt": f"2026-03-0{n}T10:00:00Z", "content": s.text(n)}  # fmt: skip

    gone = {"source": {"id": None, "name": "[Removed]"}, "author": None, "title": "[Removed]", "description": "[Removed]", "url": "https://removed.example", "urlToImage": None, "publishedAt": "1970-01-01T00:00:00Z", "content": "[Removed]"}  # fmt: skip
    return json.dumps({"status": "ok", "totalResults": 3, "articles": [one(1), gone, one(3)]})


def spark(s):
    head, *found = table(s).splitlines(keepends=True)
    return {
        "rain.csv/_SUCCESS": b"",
        "rain.csv/.part-00000.csv.crc": b"crc\0\0\0\2\0",
        "rain.csv/part-00000.csv": head + found[0] + found[1],
        "rain.csv/part-00001.csv": head + found[2],
    }


def two_days(s):
    one, two, three = (json.dumps(r) + "\n" for r in s.records())
    return {"monday.jsonl": one + two, "tuesday.jsonl": one + two + three[:40] + "\n" + three}


def web_archive(s):
    log_in = wall("Log in", "Log in to go on reading.", "E-mail address", "Password", "Forgot your password?", "No account? Sign up.")  # fmt: skip
    return b"".join(gzip.compress(part, mtime=0) for part in (answer(s.page(n=1), 1), answer(log_in, 2), answer(s.page(n=3), 3)))  # fmt: skip


def complaint(s):
    lines = table(s).splitlines(keepends=True)
    lines.insert(2, "<b>Warning</b>: rain() failed in <b>/var/www/rain.php</b> on line <b>3</b><br />\n")
    return "".join(lines)


def short_and_wide(s):
    lines = table(s).splitlines(keepends=True)
    lines[2] = f'"Rain 2 in {s.mark}"\n'
    return gzip.compress("".join(lines).encode("utf-16"), mtime=0)


def ole(*names):
    return CFB + bytes(504) + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names) + bytes(range(256)) * 16  # fmt: skip


SIGNED = "-----BEGIN PGP SIGNATURE-----\n\niQEzBAABCAAdFiEEq0x1Yb8aYd3mJt0b5c7WqzvN2LwFAmAAAAAACgkQ5c7WqzvN\n2LyB5gf/Zc4o0c0mJ8nqk1v2rTqYxw9eU7hGd3LrE5pKq8sTn6aYc2vBf1XoZiQm\n=Ab3d\n-----END PGP SIGNATURE-----\n"
LFS = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 184213\n"
FRAME = '<!DOCTYPE html>\n<!-- saved from url=(0036)https://ads.l.example/frame.html --><html><head><title>Ad</title></head><body style="margin:0"><div id="ads"><a href="https://shop.l.example/"><img src="./boots.png" alt=""></a></div><script>var shown = 1;</script></body></html>'

BESIDE = [
    Kind("text in RTF between two lines", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=RTF))), 2, ("form not known",)),
    Kind("text of a program's code in a list of records", "a.json", lambda s: json.dumps(s.records(s.record(2, text=JS))), 2, ("form not known",)),
    Kind("text of a log's lines in a row between two", "a.csv", lambda s: table(s, LOG_LINES), 2, ("form not known",)),
    Kind("bytes of a PDF as the text of a row of a workbook", "a.xlsx", lambda s: book(rows(s, PDF)), 2, ("form not known",)),
    Kind("code between two stories between rules", "a.txt", lambda s: copied(s, 1) + RULE + PYTHON + RULE + copied(s, 3), 2, ("no story",)),
    Kind("reference below its number between two stories", "a.txt", lambda s: f"Document 1 of 3\n\n{copied(s, 1)}\n\nDocument 2 of 3\n\n{RIS}\n\nDocument 3 of 3\n\n{copied(s, 3)}\n", 2, ("form not known",)),
    Kind("ProQuest that says of the second that its text is not there", "a.txt", proquest, 2, ("no text",)),
    Kind("folder of parts as Spark leaves it", "", spark, 3, ("empty file",)),
    Kind("page beside the frame of an advertisement", "", lambda s: {"Rain.html": s.page(), "Rain_files/saved_resource.html": FRAME}, 1, ("no body found",)),
    Kind("table beside what Git keeps in place of one", "", lambda s: {"a.csv": LFS, "b.csv": table(s)}, 3, ("form not known",)),
    Kind("story beside what a cloud has not fetched", "", lambda s: {"Rain.txt": copied(s), ".Hail.txt.icloud": b"bplist00\xd3\x01\x02\x03\x04\x05\x06NSURLNameKey" + bytes(32)}, 1),
    Kind("table beside an old workbook in a ZIP", "a.zip", lambda s: zipped({"a.csv": table(s), "b.xls": ole("Root Entry", "Workbook")}), 3, ("form not known",)),
    Kind("page to log in between two pages in a packed web archive", "a.warc.gz", web_archive, 2, ("not an article",)),
    Kind("three dots as the text of a row of a workbook", "a.xlsx", lambda s: book(rows(s, "…")), 2, ("teaser only",)),
    Kind("complaint of PHP between rows of a table", "a.csv", complaint, 3, ("broken row",)),
    Kind("lines of two days, the second with a broken one", "", two_days, 3, ("not valid JSON",), repeats=2),
    Kind("Word document beside one with a password", "", lambda s: {"a.docx": document(paragraph(f"Rain 1 in {s.mark}") + "".join(map(paragraph, s.long().split("\n\n")))), "b.docx": ole("Root Entry", "EncryptionInfo", "EncryptedPackage")}, 1, ("encrypted",)),
    Kind("removed article in a news service's answer", "a.json", news_answer, 2, ("no story",)),
    Kind("short row in a packed table in UTF-16", "a.csv.gz", short_and_wide, 2, ("broken row",)),
    Kind("web archive, feed and an empty text in a ZIP", "a.zip", lambda s: zipped({"a.warc": answer(s.page(n=4), 4), "b.xml": feed(s), "c.txt": b""}), 4, ("empty file",)),
    Kind("remark of HTML alone as the text of a record", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text="<!-- the story goes here -->"))), 2, ("form not known",)),
    Kind("signature beside the story that it signs", "", lambda s: {"a.txt": copied(s), "a.txt.asc": SIGNED}, 1, ("form not known",)),
    Kind("table beside a page of an error packed and named as one", "", lambda s: {"a.csv": table(s), "b.csv.gz": gzip.compress(wall("404 Not Found", "The requested URL was not found on this server.").encode(), mtime=0)}, 3, ("not an article",)),
]  # fmt: skip

GCODE = (
    "; made for printer 3\nG21\nG90\nM104 S205\nG28 X0 Y0\n"
    + "".join(f"G1 X{n}.5 Y{n}.0 E{n}.02 F1800\n" for n in range(40))
    + "M104 S0\nM84\n"
)
STL = (
    "solid umbrella\n"
    + "".join(
        f"  facet normal 0 0 1\n    outer loop\n      vertex {n} 0 0\n      vertex {n} 1 0\n      vertex {n} 1 1\n    endloop\n  endfacet\n"
        for n in range(20)
    )
    + "endsolid umbrella\n"
)
MT940 = (
    ":20:STARTUMSE\n:25:10020030/1234567\n:28C:00001/001\n:60F:C260301EUR100,00\n"
    + "".join(f":61:260301030{n}D{n},00N033NONREF\n:86:177?00PAYMENT?20INVOICE {n}?32ROE ANA\n" for n in range(1, 6))
    + ":62F:C260304EUR85,00\n-\n"
)
EDIFACT = "UNA:+.? '\nUNB+UNOC:3+LEDGER+TOWN+260301:1000+1'\nUNH+1+INVOIC:D:96A:UN'\nBGM+380+4711+9'\nDTM+137:20260301:102'\nNAD+SU+++PUMPS OF MARLOW'\nLIN+1++PUMP'\nMOA+203:100.00'\nUNT+7+1'\nUNZ+1+1'\n"
OFX = (
    "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\n\n<OFX>\n<BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD\n<BANKTRANLIST>\n"
    + "".join(
        f"<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>2026030{n}<TRNAMT>-{n}.00<NAME>Pumps of Marlow<MEMO>The council paid for a pump on day {n}.</STMTTRN>\n"
        for n in range(1, 6)
    )
    + "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1>\n</OFX>\n"
)
HL7 = "MSH|^~\\&|LAB|MARLOW|EHR|MARLOW|20260301100000||ORU^R01|1|P|2.5\rPID|1||1001||ROE^ANA||19760301|F\rOBR|1|||CBC^BLOOD COUNT\rOBX|1|NM|WBC^WHITE CELLS||6.1|10*9/L|4-11|N\rOBX|2|NM|HGB^HEMOGLOBIN||13.9|g/dL|12-16|N\r"
NMEA = "".join(
    f"$GPGGA,1000{n:02d},4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\n$GPRMC,1000{n:02d},A,4807.038,N,01131.000,E,022.4,084.4,010326,003.1,W*6A\n"
    for n in range(12)
)
M3U = "#EXTM3U\n" + "".join(
    f"#EXTINF:21{n},The Umbrellas - Song of the Rain No. {n}\n/music/umbrellas/{n}.mp3\n" for n in range(1, 9)
)
DO_FILE = '* rain in towns\nclear all\nset more off\nuse "rain.dta", clear\nkeep if year >= 2020\nforeach v of varlist rain hail snow {\n    replace `v\' = . if `v\' < 0\n    label variable `v\' "in inches"\n}\ngen total = rain + hail + snow\nregress total i.town year, robust\noutreg2 using rain.doc, replace\n'
VBA = 'Attribute VB_Name = "Rain"\nOption Explicit\n\nPublic Sub CountRain()\n    Dim row As Long\n    Dim sum As Double\n    For row = 2 To 40\n        If Cells(row, 3).Value > 0 Then\n            sum = sum + Cells(row, 3).Value\n        End If\n    Next row\n    MsgBox "It rained " & sum & " inches."\nEnd Sub\n'
SHELL = 'param(\n    [string]$Folder = \'C:\\Rain\'\n)\n\n$files = Get-ChildItem -Path $Folder -Filter *.csv\nforeach ($file in $files) {\n    $rows = Import-Csv $file.FullName | Where-Object { $_.Rain -gt 0 }\n    Write-Host "It rained on $($rows.Count) days."\n    $rows | Export-Csv "$Folder\\out\\$($file.Name)" -NoTypeInformation\n}\n'
UNIT = "[Unit]\nDescription=Counts the rain\nAfter=network.target\n\n[Service]\nType=simple\nUser=rain\nExecStart=/usr/bin/rain --every 60\nRestart=on-failure\nRestartSec=5\n\n[Install]\nWantedBy=multi-user.target\n"
ZONE = "$TTL 3600\n@   IN  SOA ns1.l.example. ana.l.example. (\n        2026030101 ; serial\n        7200       ; refresh\n        3600       ; retry\n        1209600    ; expire\n        3600 )     ; minimum\n    IN  NS  ns1.l.example.\n    IN  MX  10 mail.l.example.\nns1 IN  A   192.0.2.1\nwww IN  A   192.0.2.2\nmail IN A   192.0.2.3\n"
DENIED = '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Request has expired</Message><Expires>2026-03-01T10:00:00Z</Expires><ServerTime>2026-03-04T10:00:00Z</ServerTime><RequestId>4Q1</RequestId><HostId>abc=</HostId></Error>'


def track(s):
    points = "".join(f'<trkpt lat="48.{n}" lon="11.{n}"><ele>{n}</ele><time>2026-03-01T10:00:0{n}Z</time></trkpt>' for n in range(9))  # fmt: skip
    return f'<?xml version="1.0" encoding="UTF-8"?><gpx version="1.1" creator="watch" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="48.1" lon="11.1"><name>Town hall</name><desc>{s.text()}</desc></wpt><trk><name>Run in the rain</name><trkseg>{points}</trkseg></trk></gpx>'


def form(s):
    from urllib.parse import quote_plus

    return f"csrf=8a7b&title={quote_plus('Rain in ' + s.mark)}&author=Ana+Roe&text={quote_plus(s.long())}&publish=1"


def slides(s):
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    p, a = "http://schemas.openxmlformats.org/presentationml/2006/main", "http://schemas.openxmlformats.org/drawingml/2006/main"  # fmt: skip
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind_ = "application/vnd.openxmlformats-officedocument.presentationml"
    return zipped({
        "[Content_Types].xml": f'{head}<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/ppt/presentation.xml" ContentType="{kind_}.presentation.main+xml"/><Override PartName="/ppt/slides/slide1.xml" ContentType="{kind_}.slide+xml"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="ppt/presentation.xml"/></Relationships>',
        "ppt/presentation.xml": f'{head}<p:presentation xmlns:p="{p}" xmlns:r="{office}"><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/slide" Target="slides/slide1.xml"/></Relationships>',
        "ppt/slides/slide1.xml": f'{head}<p:sld xmlns:p="{p}" xmlns:a="{a}"><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>{s.text()}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>',
    })  # fmt: skip


def marc(s):
    """Return two records of a library as machines exchange them (ISO 2709)."""
    out = b""
    for n in (1, 2):
        fields = [("001", f"100{n}"), ("245", f"10\x1faRain {n} in {s.mark}"), ("520", f"  \x1fa{s.text(n)}")]
        body, entries = b"", ""
        for tag, value in fields:
            data = value.encode() + b"\x1e"
            entries += f"{tag}{len(data):04d}{len(body):05d}"
            body += data
        base = 24 + len(entries) + 1
        out += f"{base + len(body) + 1:05d}nam a22{base:05d} a 4500{entries}\x1e".encode() + body + b"\x1d"
    return out


REFUSED = [
    Kind("path of a printer of solid things", "a.gcode", lambda s: GCODE, 0, ("form not known",)),
    Kind("solid thing in words", "a.stl", lambda s: STL, 0, ("no story",)),
    Kind("statement of a bank", "a.sta", lambda s: MT940, 0, ("no story",)),
    Kind("bill that machines exchange", "a.edi", lambda s: EDIFACT, 0, ("no story",)),
    Kind("statement of a bank with tags that never end", "a.ofx", lambda s: OFX, 0, ("form not known",)),
    Kind("message of a hospital's laboratory", "a.hl7", lambda s: HL7, 0, ("form not known",)),
    Kind("sentences of a receiver of places", "a.txt", lambda s: NMEA, 0, ("form not known",)),
    Kind("list of songs to play", "a.m3u", lambda s: M3U, 0, ("form not known",)),
    Kind("track of a run with a described place", "a.gpx", track, 0, ("form not known",)),
    Kind("commands of a program for statistics", "rain.do", lambda s: DO_FILE, 0, ("no story",)),
    Kind("module of macros", "Rain.bas", lambda s: VBA, 0, ("no story",)),
    Kind("script of the shell of Windows", "rain.ps1", lambda s: SHELL, 0, ("no story",)),
    Kind("settings of a service", "rain.service", lambda s: UNIT, 0, ("form not known",)),
    Kind("zone of names", "l.example.zone", lambda s: ZONE, 0, ("no story",)),
    Kind("form as a browser sends it", "post.txt", form, 0, ("form not known",)),
    Kind("store of files whose link has expired", "a.xml", lambda s: DENIED, 0, ("form not known",)),
    Kind("a page that an archive of the web does not have", "a.html", lambda s: wall("Wayback Machine", "Hrm.", "The Wayback Machine has not archived that URL.", "This page is not available on the web because page does not exist."), 0, ("not an article",)),
    Kind("a warning before a large download", "a.html", lambda s: wall("Google Drive - Virus scan warning", "Google Drive can't scan this file for viruses", "rain.zip (184M) is too large for Google to scan for viruses. Would you still like to download this file?", "Download anyway"), 0, ("not an article",)),
    Kind("a page that is not there, in Turkish", "a.html", lambda s: wall("Sayfa bulunamadı", "Aradığınız sayfa kaldırılmış veya adresi değiştirilmiş olabilir.", "Ana sayfaya dön"), 0, ("not an article",)),
    Kind("a page to log in, in Norwegian", "a.html", lambda s: wall("Logg inn", "E-post", "Passord", "Glemt passord?", "Har du ikke konto? Registrer deg."), 0, ("not an article",)),
    Kind("a question about cookies, in Polish", "a.html", lambda s: wall("Szanujemy Twoją prywatność", "My i nasi partnerzy przechowujemy informacje na urządzeniu, takie jak pliki cookie, i uzyskujemy do nich dostęp.", "Zaakceptuj wszystko", "Ustawienia zaawansowane"), 0, ("not an article",)),
    Kind("slides of a meeting", "a.pptx", slides, 0, ("form not known",)),
    Kind("records of a library as machines exchange them", "a.mrc", marc, 0, ("not text",)),
]  # fmt: skip

KINDS = [*KEPT, *BESIDE, *REFUSED]
