"""Make texts, letters and files of programs."""

import base64
import csv
import datetime
import io
import json
import quopri
import random
import zipfile
from xml.sax.saxutils import escape as escaped

import openpyxl
import pyarrow as pa

from bad_inputs.kinds import Stories


def listed(s: Stories) -> str:
    return json.dumps(s.records(), indent=1)


def message(s: Stories, *, encoding: str = "8bit", kind: str = "text/html", end: str = "--x--\r\n") -> bytes:
    content = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(encoding, bytes)(
        s.page().encode()
    )
    head = b'From: <Saved by Ana>\r\nSubject: Rain\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
    part = f"Content-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n".encode()
    return head + part + content + b"\r\n" + end.encode()


def item(s: Stories, n: int, *, date: str = "Tue, 03 Mar 2026 06:12:00 GMT", whole: str = "") -> str:
    content = whole or f"<content:encoded><![CDATA[<p>{s.text(n)}</p>]]></content:encoded>"
    return f"<item><title>Rain {n} in {s.mark}</title><link>https://l.example/{n}</link><pubDate>{date}</pubDate>{content}</item>"


def copied(s: Stories, text: str = "") -> str:
    return f"Rain at last in {s.mark}\n\nBy Ana Roe\n\nMarch 3, 2026\n\n{text or s.long()}\n"


def arrays(s: Stories) -> list[pa.Array]:
    return [pa.array([record[name] for record in s.records()]) for name in ("title", "text")]


def quoted_rows(s: Stories, separator: str = ",", dates: list[str] | None = None, *, quote: str = '"') -> list[str]:
    """Return the rows of a table without its header."""
    days = dates or ["2026-03-01", "2026-03-02", "2026-03-03"]
    return [
        separator.join(quote + cell + quote for cell in (f"Rain {n} in {s.mark}", day, s.text(n)))
        for n, day in enumerate(days, 1)
    ]


def paragraphs(s: Stories, n: int = 1) -> str:
    return "".join(f"<p>{part}</p>" for part in s.long(n).split("\n\n"))


def mhtml_of_parts(parts: list[tuple[str, str, str, str]]) -> str:
    """Return a page saved as one file (MHTML) from parts: kind, address, encoding, content."""
    head = (
        "From: <Saved by Blink>\r\nSubject: Rain\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part--xyz----"\r\n\r\n'
    )
    body = "".join(
        f"------Part--xyz----\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {how}\r\n"
        f"Content-Location: {address}\r\n\r\n{content}\r\n"
        for kind, address, how, content in parts
    )
    return head + body + "------Part--xyz------\r\n"


def packed(
    members: dict[str, bytes | str] | list[tuple[str, bytes | str]],
    *,
    method: int = zipfile.ZIP_DEFLATED,
    date: tuple = (2026, 3, 1, 10, 0, 0),
) -> bytes:
    """Return a ZIP of files with these names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items() if isinstance(members, dict) else members:
            archive.writestr(zipfile.ZipInfo(name, date), content, compress_type=method)
    return out.getvalue()


def copied_without_byline(s: Stories, n: int = 1) -> bytes:
    """Return headline, day and paragraphs as they are copied from a page."""
    return f"Rain {n} in {s.mark}\n\nMarch {n}, 2026\n\n{s.long(n)}\n".encode()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def each(s: Stories, form: str) -> str:
    """Return three entries in a form that holds {n}, {title} and {text}."""
    return "".join(form.format(n=n, title=f"Rain {n} in {s.mark}", text=s.text(n)) for n in (1, 2, 3))


CHINESE = "{}镇周一下了大雨。镇议会原定讨论干旱，会议提前结束，没有表决。书记员说，没有人带伞，街道到晚上才干。"
ARABIC = "هطلت الأمطار على بلدة {} يوم الاثنين. وكان المجلس قد اجتمع لمناقشة الجفاف، لكنه أنهى الجلسة مبكرا بلا تصويت. وقالت كاتبة المجلس إن أحدا لم يحمل مظلة."
HEBREW = "גשם ירד על העיירה {} ביום שני. המועצה, שהתכנסה לדון בבצורת, סיימה את הישיבה מוקדם בלי הצבעה. איש לא הביא מטרייה, אמרה המזכירה."
THAI = "ฝนตกที่เมือง {} เมื่อวันจันทร์ สภาเมืองซึ่งประชุมเรื่องภัยแล้งเลิกประชุมก่อนเวลา เลขานุการกล่าวว่าไม่มีใครนำร่มมา"
HINDI = "सोमवार को {} शहर में बारिश हुई। परिषद, जो सूखे पर बात करने के लिए मिली थी, जल्दी घर चली गई। क्लर्क ने कहा कि कोई छाता नहीं लाया था।"
RUSSIAN = "В понедельник в городе {} прошёл дождь. Совет, который собрался говорить о засухе, разошёлся без голосования. Никто не взял зонта, сказала секретарь."
POLISH = "W poniedziałek w mieście {} spadł deszcz. Rada, która zebrała się w sprawie suszy, rozeszła się bez głosowania. Nikt nie wziął parasola, powiedziała sekretarz."


def letter(s: Stories, head: str = "", body: str = "") -> str:
    return (
        "From: Ana Roe <ana@l.example>\r\nTo: tom@l.example\r\nSubject: Rain\r\nDate: Sun, 1 Mar 2026 10:00:00 +0000\r\n"
        f"{head}\r\n{body or s.long()}\r\n"
    )


JAPANESE = "{}町で月曜日に雨が降った。干ばつについて話し合うために集まった議会は、採決をせずに早く終わった。傘を持ってきた人はいなかったと書記は述べた。"


def titled(s: Stories, *below: str) -> str:
    return "\n\n".join([f"Rain in {s.mark}", *below]) + "\n"


def jsonl(records: list) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def random_bytes(n: int = 900, seed: int = 5) -> bytes:
    return random.Random(seed).randbytes(n)


TYPES = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{}</Types>'
RELS = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


# Excel

SHEET_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def cell(value: str, ref: str) -> str:
    return f'<c{ref} t="inlineStr"><is><t xml:space="preserve">{escaped(value)}</t></is></c>'


def page_with(s: Stories, title: str, *, head: str = "") -> str:
    story = "".join(f"<p>{part}</p>" for part in s.long().split("\n\n"))
    return f"<!DOCTYPE html><html><head>{head}<title>{title}</title></head><body><article><h1>{title}</h1>{story}</article></body></html>"


def head(s, n=1):
    return f"Rain {n} in {s.mark}\n\nBy Ana Roe\n\nMarch {n}, 2026\n\n"


CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the head of a file of old Office


def copied_article(s, n=1, body=None, title=None, by="By Ana Roe"):
    """Return headline, byline, day and paragraphs as they are copied from a page."""
    return f"{title or f'Rain {n} in {s.mark}'}\n\n{by}\n\nMarch {n}, 2026\n\n{body or s.long(n)}\n"


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


def rss(s: Stories, *, top: str = '<?xml version="1.0" encoding="UTF-8"?>', body=None, p: str = "") -> str:
    body = body or (lambda n: s.text(n) + " " + s.text(n).replace("Rain", "Hail"))
    items = "".join(
        f"<{p}item><{p}title>Rain {n} in {s.mark}</{p}title><{p}link>https://l.example/{s.mark}/{n}</{p}link><{p}pubDate>Tue, 03 Mar 2026 06:12:00 GMT</{p}pubDate>"
        f"<content:encoded><![CDATA[<p>{body(n)}</p>]]></content:encoded></{p}item>"
        for n in (1, 2, 3)
    )
    return f'{top}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Ledger</title>{items}</channel></rss>'


def csv_text(header: list, rows: list, delimiter: str = ",", **form: object) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n", **form).writerows([header, *rows])
    return out.getvalue()


def made_for_each(make, *numbers) -> list:
    """Return what a function makes of each number, 1 to 3 if none is given."""
    return [make(n) for n in numbers or (1, 2, 3)]


def workbook_with_days(s, change=None) -> bytes:
    made = openpyxl.Workbook()
    made.active.append(["title", "date", "text"])
    for n in (1, 2, 3):
        made.active.append([f"Rain {n}", datetime.datetime(2026, 3, n), s.text(n)])
    if change:
        change(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def repacked(data: bytes, change=None, *, more=(), method=zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", method) as new:
        for name in sorted(old.namelist()):
            content = old.read(name)
            new.writestr(name, change(name, content) if change else content)
        for name, content in more:
            new.writestr(name, content)
    return out.getvalue()


XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def tongue(s, title, sentence, said):
    paragraphs = "".join(f"<p>{sentence} {s.mark}, {word}.</p>" for word in title.split())
    head = f'<meta charset="{said}">' if said else ""
    return f"<!DOCTYPE html><html><head>{head}<title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"


# MHTML and mail ------------------------------------------------------------------------------------------------------


def mhtml(page, bound="----rain--1", more="", title="Rain"):
    body = quopri.encodestring(page.encode()).decode().replace("\r\n", "\n")
    text = (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: http://l.example/1\nSubject: {title}\n"
        f"Date: Sun, 1 Mar 2026 10:00:00 -0000\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="{bound}"\n\n\n--{bound}\n'
        "Content-Type: text/html\nContent-ID: <frame-1@mhtml.blink>\nContent-Transfer-Encoding: quoted-printable\n"
        f"Content-Location: http://l.example/1\n\n{body}\n{more}--{bound}--\n"
    )
    return text.replace("\n", "\r\n")


def odf(kind, s, encrypted=False):
    content = f'<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><text:p>{s.text()}</text:p></office:body></office:document-content>'.encode()
    entry = (
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
        + ('<manifest:encryption-data manifest:checksum="AAAA"/>' if encrypted else "")
        + "</manifest:file-entry>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}", zipfile.ZIP_STORED)
        z.writestr("content.xml", random.Random(5).randbytes(800) if encrypted else content)
        z.writestr(
            "META-INF/manifest.xml",
            f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.{kind}"/>{entry}</manifest:manifest>',
        )
    return out.getvalue()


def rtf(s, inside=""):
    return "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times;}}" + inside + s.long().replace("\n\n", "\\par\n") + "\\par}"


def said(s, charset, headline, sentence):
    page = s.page(
        inside=f"<p>{sentence}</p>", head=f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    )
    return page.replace(f"Rain 1 in {s.mark}", headline).encode(charset)


def feed(s: Stories, second: str = "", *, before: str = '<?xml version="1.0"?>', end: str = "</channel></rss>") -> str:
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f"{before}<rss version='2.0' {space}><channel><title>Ledger</title>{item(s, 1)}{second or item(s, 2)}{item(s, 3)}{end}"


def part(s: Stories, n: int) -> str:
    """Return a whole article as it is copied from a page: headline, day, paragraphs."""
    return copied_without_byline(s, n).decode()


def beside(name: str, bad: object) -> object:
    """Return what makes a folder of a copied page and of a bad file."""
    return lambda s: {"good.txt": copied_without_byline(s, 9), name: bad(s)}
