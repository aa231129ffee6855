"""Bad inputs by one who had read the documents alone: pages, papers, packs, links and names."""

import base64
import gzip
import io
import os
import quopri
import random
import stat
import tarfile
import zipfile
import zlib

from bad_inputs.kinds import Kind

UNKNOWN = ("form not known",)


def copy(s, n=1, below=""):
    return f"Rain {n} in {s.mark}\n\n{s.long(n)}\n{below}"


def packed(members, **how):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how.get("method", zipfile.ZIP_DEFLATED)) as z:
        for name, content in members.items():
            z.writestr(name, content)
    return out.getvalue()


def between(s, thing, n=1):
    """Return a page with a thing behind each paragraph of its story."""
    return s.page(n=n).replace("</p>", "</p>" + thing)


# Pages ---------------------------------------------------------------------------------------------------------------

CZECH = "Déšť padal celý den na náměstí"
GREEK = "Η βροχή έπεσε όλη μέρα στην πλατεία"
BULGARIAN = "Дъждът валя цял ден на площада"


def tongue(s, title, sentence, said):
    paragraphs = "".join(f"<p>{sentence} {s.mark}, {word}.</p>" for word in title.split())
    head = f'<meta charset="{said}">' if said else ""
    return f"<!DOCTYPE html><html><head>{head}<title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"


CZECH_S = "Rada, která se sešla, aby mluvila o suchu, odešla domů dříve a bez hlasování, řekla tajemnice města"
GREEK_S = "Το συμβούλιο, που είχε συνέλθει για να μιλήσει για την ξηρασία, έφυγε νωρίς χωρίς ψηφοφορία, είπε η γραμματέας της πόλης"
BULGARIAN_S = (
    "Съветът, който се беше събрал, за да говори за сушата, си тръгна рано и без гласуване, каза секретарката на град"
)

PLUGINS = '<object data="rain.swf" type="application/x-shockwave-flash"><param name="movie" value="rain.swf"><embed src="rain.swf" flashvars="go=alert(1)"></object><applet code="Rain.class" width="1"><param name="go" value="alert(2)"></applet>'
MAFF = '<?xml version="1.0"?><RDF:RDF xmlns:MAF="http://maf.mozdev.org/metadata/rdf#" xmlns:RDF="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><RDF:Description RDF:about="urn:root"><MAF:originalurl RDF:resource="http://l.example/1"/><MAF:indexfilename RDF:resource="index.html"/></RDF:Description></RDF:RDF>'


def with_files(s):
    return {
        "Rain.html": s.page(
            head='<link rel="icon" href="Rain_files/favicon.ico"><link rel="manifest" href="Rain_files/manifest.json">'
        ),
        "Rain_files/letters.woff2": b"wOF2\0\1\0\0" + random.Random(5).randbytes(4000),
        "Rain_files/favicon.ico": b"\0\0\1\0\1\0\x10\x10\0\0\1\0\x20\0\x68\4\0\0\x16\0\0\0"
        + random.Random(5).randbytes(1128),
        "Rain_files/manifest.json": '{"name": "The Ledger", "short_name": "Ledger", "start_url": "/", "display": "standalone", "icons": [{"src": "a.png", "sizes": "48x48"}]}',
    }


PAGES = [
    Kind("paragraphs with handlers of events and addresses of scripts", "a.html", lambda s: s.page().replace("<p>", '<p onclick="alert(1)" onmouseover=\'alert(2)\'><a href="javascript:alert(3)">').replace("</p>", "</a></p>"), 1),
    Kind("script in a drawing behind each paragraph", "a.html", lambda s: between(s, '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script><circle r="1"/></svg>'), 1),
    Kind("plug-ins of old browsers behind each paragraph", "a.html", lambda s: between(s, PLUGINS), 1),
    Kind("Czech page in the letters of Windows that says so", "a.html", lambda s: tongue(s, CZECH, CZECH_S, "windows-1250").encode("cp1250"), 1, fields={"headline": CZECH}),
    Kind("Greek page in ISO 8859 that says so", "a.html", lambda s: tongue(s, GREEK, GREEK_S, "iso-8859-7").encode("iso-8859-7"), 1, fields={"headline": GREEK}),
    Kind("60,000 end tags that close nothing", "a.html", lambda s: s.page(after="</b></i></u>" * 20_000), 1),
    Kind("comment that begins 50,000 times and ends once", "a.html", lambda s: s.page(after="<!--" * 50_000 + "-->"), 1),
    Kind("100,000 less-than signs below a story", "a.html", lambda s: s.page(after="<" * 100_000), 1),
    Kind("attribute that begins 20,000 times below a story", "a.html", lambda s: s.page(after='<a href="' * 20_000), 1),
    Kind("page with an include of a server", "a.shtml", lambda s: between(s, '<!--#include file="/etc/passwd" --><!--#exec cmd="cat /etc/passwd" -->'), 1),
    Kind("page beside its folder of letters, an icon and a manifest", "", with_files, 1, ("no text", "not text", "not text")),
    Kind("pages as an old Firefox packed them", "a.maff", lambda s: packed({"1772323200_1/index.html": s.page(), "1772323200_1/index.rdf": MAFF}), 1, ("empty feed",)),
    Kind("headline that is a script in references", "a.html", lambda s: s.page().replace("<h1>", "<h1>&lt;script&gt;alert(1)&lt;/script&gt; "), 1),
]  # fmt: skip

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


def picture(n, data, bound="----rain--1"):
    return f"--{bound}\nContent-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: http://l.example/{n}.png\n\n{data}\n\n"


def small(text):
    """Return a message with the labels of its headers in small letters."""
    lines = text.split("\r\n")
    labels = ("From", "Snapshot", "Subject", "Date", "MIME", "Content")
    return "\r\n".join(
        line.partition(":")[0].lower() + ":" + line.partition(":")[2]
        if line.startswith(labels) and ":" in line[:30]
        else line
        for line in lines
    )


PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(range(200))).decode()
LOST = "<!DOCTYPE html><html><head><title>Page not found</title></head><body><h1>Page not found</h1><p>The page that you are looking for is not here. Please go back to the home page.</p></body></html>"

MHTML = [
    Kind("MHTML with its labels in small letters", "a.mhtml", lambda s: small(mhtml(s.page())), 1),
    Kind("MHTML below a byte-order mark", "a.mhtml", lambda s: "\ufeff" + mhtml(s.page()), 1),
    Kind("MHTML with a damaged picture beside its page", "a.mhtml", lambda s: mhtml(s.page(), more=picture(1, PNG[:50] + "!!*%" + PNG[50:99])), 1),
    Kind("MHTML packed by gzip", "a.mhtml.gz", lambda s: gzip.compress(mhtml(s.page()).encode(), mtime=0), 1),
    Kind("two MHTML in a ZIP", "a.zip", lambda s: packed({"a.mhtml": mhtml(s.page(n=1)), "b.mht": mhtml(s.page(n=2)).replace("l.example/1", "l.example/2")}), 2),
    Kind("MHTML with 3,000 pictures", "a.mhtml", lambda s: mhtml(s.page(), more="".join(picture(n, PNG) for n in range(3000))), 1),
    Kind("MHTML of a page that is not there", "a.mhtml", lambda s: mhtml(LOST, title="Page not found"), 0, ("not an article",)),
    Kind("MHTML whose bound holds signs of patterns", "a.mhtml", lambda s: mhtml(s.page(), bound="(.+)+?(rain+)+.?"), 1),
    Kind("MHTML named as a letter", "a.eml", lambda s: mhtml(s.page()), 1),
]  # fmt: skip

HEAD = "From: Ana Roe <ana@l.example>\r\nTo: Tom Vale <tom@l.example>\r\nSubject: Rain\r\nDate: Sun, 1 Mar 2026 10:00:00 +0000\r\nMessage-ID: <1@l.example>\r\nMIME-Version: 1.0\r\n"
SEALED = (
    "ARC-Seal: i=1; a=rsa-sha256; t=1772323200; cv=none;\r\n        d=l.example; s=arc-1;\r\n        b="
    + "Qm9yZWQ" * 9
    + "\r\nARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=l.example\r\n"
)

MAILS = [
    Kind("letter that begins with the seal of servers", "a.eml", lambda s: SEALED + HEAD + f"Content-Type: text/plain; charset=utf-8\r\n\r\n{s.long()}\r\n", 0, UNKNOWN),
    Kind("letter that is encrypted", "a.eml", lambda s: HEAD + 'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"\r\nContent-Transfer-Encoding: base64\r\n\r\n' + base64.encodebytes(random.Random(5).randbytes(900)).decode(), 0, UNKNOWN),
    Kind("letter that came back", "a.eml", lambda s: "Return-Path: <>\r\nReceived: by mail.l.example (Postfix) id 1A2B; Sun, 1 Mar 2026 10:00:00 +0000\r\nFrom: MAILER-DAEMON@l.example\r\nTo: ana@l.example\r\nSubject: Undelivered Mail Returned to Sender\r\nMIME-Version: 1.0\r\n"
         f'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/plain\r\n\r\nThis is the mail system at l.example. Your message could not be delivered.\r\n\r\n--b1\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; l.example\r\nStatus: 5.1.1\r\n\r\n--b1\r\nContent-Type: message/rfc822\r\n\r\n{HEAD}\r\n{s.text()}\r\n--b1--\r\n', 0, UNKNOWN),
]  # fmt: skip

# Word, OpenDocument, RTF, PDF ----------------------------------------------------------------------------------------

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TYPES = '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
RELS = '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = f'<?xml version="1.0" encoding="UTF-8"?><w:styles {W}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>'


def paragraph(text, inside=""):
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r>{inside}</w:p>'


def label(text):
    """Return a label of Nexis in bold, and what it says."""
    name, colon, rest = text.partition(":")
    return f'<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{name}{colon}</w:t></w:r><w:r><w:t xml:space="preserve">{rest}</w:t></w:r></w:p>'


def document(s, inside=""):
    """Return two documents as Nexis Uni writes them."""
    out = []
    for n in (1, 2):
        out += [
            f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Rain {n} in {s.mark}</w:t></w:r></w:p>',
            *map(
                paragraph,
                (
                    "The Marlow Ledger",
                    ("March 1, 2026 Sunday", "March 2, 2026 Monday")[n - 1],
                    "Copyright 2026 The Marlow Ledger All Rights Reserved",
                ),
            ),
            *map(label, ("Section: NEWS; Pg. A1", "Length: 136 words", "Byline: Ana Roe", "Body")),
            *(paragraph(part, inside) for part in s.long(n).split("\n\n")),
            *map(label, ("Load-Date: March 4, 2026", "End of Document")),
        ]
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W}><w:body>{"".join(out)}<w:sectPr/></w:body></w:document>'


def word(s, inside="", document_rels="", last=False, method=zipfile.ZIP_DEFLATED, **parts):
    members = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS.format(
            f'<Relationship Id="rId1" Type="{KIND}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": parts.get("document") or document(s, inside),
        "word/styles.xml": STYLES,
        "word/_rels/document.xml.rels": RELS.format(
            f'<Relationship Id="rId1" Type="{KIND}/styles" Target="styles.xml"/>' + document_rels
        ),
    } | parts.get("more", {})
    if last:
        members["[Content_Types].xml"] = members.pop("[Content_Types].xml")
    return packed(members, method=method)


def template(s):
    return word(
        s,
        document_rels=f'<Relationship Id="rId2" Type="{KIND}/settings" Target="settings.xml"/>',
        more={
            "word/settings.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:settings {W}><w:attachedTemplate r:id="rId1"/></w:settings>',
            "word/_rels/settings.xml.rels": RELS.format(
                f'<Relationship Id="rId1" Type="{KIND}/attachedTemplate" Target="http://l.example/rain.dotm" TargetMode="External"/>'
            ),
        },
    )


FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


def latin(s):
    text = (
        document(s)
        .replace('encoding="UTF-8"', 'encoding="ISO-8859-1"')
        .replace("the clerk of", "the clerk José Núñez of")
    )
    return word(s, document=text.encode("latin-1"))


def damaged_styles(s):
    data = bytearray(word(s, method=zipfile.ZIP_STORED))
    data[data.index(b"heading 1")] ^= 1
    return bytes(data)


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


def pdf(s, catalog=""):
    stream = f"BT /F1 12 Tf 72 720 Td ({s.text()}) Tj ET"
    return (
        f"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R{catalog}>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>endobj\n"
        f"4 0 obj<</Length {len(stream)}>>stream\n{stream}\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )


PAPERS = [
    Kind("Nexis document whose template lies on a server", "a.docx", template, 2),
    Kind("Nexis document with fields that start a program", "a.docx", lambda s: word(s, inside=FIELD), 2),
    Kind("Nexis document packed without compression, with its list of parts last", "a.docx", lambda s: word(s, last=True, method=zipfile.ZIP_STORED), 2),
    Kind("Nexis document in XML of ISO 8859-1", "a.docx", latin, 2),
    Kind("Nexis document with a damaged sheet of styles", "a.docx", damaged_styles, 2),
    Kind("presentation of OpenDocument", "a.odp", lambda s: odf("presentation", s), 0, UNKNOWN),
    Kind("text of OpenDocument with a password", "a.odt", lambda s: odf("text", s, encrypted=True), 0, UNKNOWN),
    Kind("text of OpenDocument named as a Word document", "a.docx", lambda s: odf("text", s), 0, UNKNOWN),
    Kind("RTF below a byte-order mark", "a.rtf", lambda s: "\ufeff" + rtf(s), 0, UNKNOWN),
    Kind("RTF with a megabyte of an object", "a.rtf", lambda s: rtf(s, "{\\object\\objemb{\\*\\objdata " + "d0cf11e0" * 125_000 + "}}"), 0, UNKNOWN),
    Kind("RTF with 100,000 braces in one another", "a.rtf", lambda s: rtf(s, "{" * 100_000 + "}" * 100_000), 0, UNKNOWN),
    Kind("RTF packed by gzip", "a.rtf.gz", lambda s: gzip.compress(rtf(s).encode(), mtime=0), 0, UNKNOWN),
    Kind("first line of a PDF alone", "a.pdf", lambda s: "%PDF-1.7\n", 0, UNKNOWN),
    Kind("PDF with a script that runs when it is opened", "a.pdf", lambda s: pdf(s, "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"), 0, UNKNOWN),
    Kind("data of the form of a PDF", "a.fdf", lambda s: f"%FDF-1.2\n1 0 obj<</FDF<</Fields[<</T(name)/V({s.text()})>>]/F(rain.pdf)>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n", 0, UNKNOWN),
]  # fmt: skip

# Text ----------------------------------------------------------------------------------------------------------------


def underlined(s):
    a, b, c, d = s.long().split("\n\n")
    title = f"Rain 1 in {s.mark}"
    return f"{title}\n{'-' * len(title)}\n\n{a}\n\n{b}\n\nLater that day\n--------------\n\n{c}\n\n{d}\n"


def ukrainian(s):
    part = "Рада, яка зібралася в місті {}, щоб говорити про посуху, розійшлася рано й без голосування, сказала секретарка. Її колега {} підтвердила, що наступна зустріч відбудеться в неділю."
    return (
        "Дощ ішов цілий день на площі\n\n"
        + "\n\n".join(part.format(s.mark, name) for name in ("Ганна", "Олена", "Юлія", "Євгенія"))
        + "\n"
    ).encode("cp1251")


def authors(s):
    names = ", ".join(f"{a}na {b}oe" for a in "ABCDEFGHIJKLMNOPQRST" for b in "ABCDEFGHIJKLMNOPQRST")
    return f"Rain 1 in {s.mark}\n\nBy {', '.join([names] * 50)} and Tom Vale\n\n{s.long()}\n"


CAT = " /\\_/\\\n( o.o )\n > ^ <\n/|   |\\\n(_|   |_)\n~~~~~~~~~\n" * 6


def xxd(s):
    data = s.long().encode()
    return "".join(
        f"{at:08x}: {' '.join(data[at : at + 16].hex()[k : k + 4] for k in range(0, 32, 4)):39}  {data[at : at + 16].decode('ascii', 'replace').replace(chr(10), '.')}\n"
        for at in range(0, len(data), 16)
    )


TEXTS = [
    Kind("Markdown below a head in TOML", "a.md", lambda s: f'+++\ntitle = "Rain 1 in {s.mark}"\ndate = 2026-03-01\ndraft = false\n+++\n\n{s.long()}\n', 1),
    Kind("headline and subhead underlined by dashes", "a.md", underlined, 1),
    Kind("story with words blacked out", "a.txt", lambda s: copy(s).replace("the council", "██████ ███████").replace("early", "█████"), 1),
    Kind("Ukrainian story in the letters of Windows", "a.txt", ukrainian, 1),
    Kind("links of a terminal in a text", "a.txt", lambda s: copy(s).replace("the town", "\x1b]8;;http://l.example/\x1b\\the town\x1b]8;;\x1b\\"), 1),
    Kind("bytes listed beside their letters", "a.txt", xxd, 0, ("no story",)),
    Kind("40,000 initials behind a story", "a.txt", lambda s: copy(s, below="\n" + "A. B. " * 20_000 + "\n"), 1),
    Kind("addresses in one another behind a story", "a.txt", lambda s: copy(s, below="\n" + "http://l.example/?u=" * 20_000 + "\n"), 1),
    Kind("20,000 authors in a line", "a.txt", authors, 1),
    Kind("a day 30,000 times behind a story", "a.txt", lambda s: copy(s, below="\n" + "March 1, 2026, " * 30_000 + "\n"), 1),
]  # fmt: skip

# Archives ------------------------------------------------------------------------------------------------------------


def tarred(s, name="rain.txt"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as t:
        data = copy(s).encode()
        member = tarfile.TarInfo(name)
        member.size = len(data)
        t.addfile(member, io.BytesIO(data))
    return out.getvalue()


def dayless(s):
    data = bytearray(packed({"rain.txt": copy(s)}))
    data[10:14] = bytes(4)
    at = data.index(b"PK\1\2")
    data[at + 12 : at + 16] = bytes(4)
    return bytes(data)


def cpio(s):
    def entry(name, data):
        head = b"070701" + b"".join(
            b"%08X" % v
            for v in (1, 0o100644 if data else 0, 0, 0, 1, 1772323200, len(data), 0, 0, 0, 0, len(name) + 1, 0)
        )
        one = head + name.encode() + b"\0"
        one += bytes(-len(one) % 4)
        return one + data + bytes(-len(data) % 4)

    return entry("rain.txt", copy(s).encode()) + entry("TRAILER!!!", b"")


def many_members(s):
    text = copy(s).encode()
    text += b"\n" + "\n\n".join(s.text(n).replace("Rain", "Drizzle") for n in range(2, 30)).encode() + b"\n"
    step = max(1, len(text) // 2000)
    return b"".join(gzip.compress(text[at : at + step], mtime=0) for at in range(0, len(text), step))


def warc_record(kind, uri, body, date="2026-03-01T10:00:00Z", what="application/http; msgtype=response", n=1):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: {date}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{n:012}>\r\nContent-Type: {what}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def answer(body, *headers, what="text/html; charset=utf-8"):
    return "\r\n".join(["HTTP/1.1 200 OK", f"Content-Type: {what}", *headers, "", ""]).encode() + (
        body if isinstance(body, bytes) else body.encode()
    )


def warc(s, body, n=1, **how):
    return warc_record("response", f"http://l.example/{s.mark.lower()}/{n}", body, n=n, **how)


def chunked(s):
    data = s.page().encode()
    parts = [data[at : at + 100] for at in range(0, len(data), 100)]
    body = (
        b"".join(b"%x;rain=%d\r\n%s\r\n" % (len(p), k, p) for k, p in enumerate(parts))
        + b"0\r\nX-Sum: 1\r\nX-Rain: yes\r\n\r\n"
    )
    return warc(s, answer(body, "Transfer-Encoding: chunked", "Trailer: X-Sum"))


def arc(s):
    first = b"1 0 Rain\nURL IP-address Archive-date Content-type Archive-length\n"
    out = b"filedesc://rain.arc 0.0.0.0 20260301100000 text/plain %d\n%s\n" % (len(first), first)
    for n in (1, 2):
        body = answer(s.page(n=n))
        out += b"http://l.example/%s/%d 192.0.2.1 20260301100000 text/html %d\n%s\n" % (
            s.mark.lower().encode(),
            n,
            len(body),
            body,
        )
    return out


ARCHIVES = [
    Kind("MHTML, TAR and PDF in a ZIP", "a.zip", lambda s: packed({"a.mhtml": mhtml(s.page()), "b.tar": tarred(s), "c.pdf": pdf(s)}), 1, ("form not known", "form not known")),
    Kind("member of a ZIP without a day", "a.zip", dayless, 1),
    Kind("300 stories in a ZIP", "a.zip", lambda s: packed({f"{n}.txt": copy(s, n) for n in range(1, 301)}), 300),
    Kind("TAR with a path out of its folder", "a.tar", lambda s: tarred(s, "../../etc/rain.txt"), 0, UNKNOWN),
    Kind("archive of cpio", "a.cpio", cpio, 0, UNKNOWN),
    Kind("story in 2,000 members of gzip", "a.txt.gz", many_members, 1),
    Kind("Bulgarian page whose letters only the answer names", "a.warc", lambda s: warc(s, answer(tongue(s, BULGARIAN, BULGARIAN_S, "").encode("cp1251"), what="text/html; charset=windows-1251")), 1, fields={"headline": BULGARIAN}),
    Kind("page packed by deflate in a web archive", "a.warc", lambda s: warc(s, answer(zlib.compress(s.page().encode()), "Content-Encoding: deflate")), 1),
    Kind("chunks with remarks of their own and lines behind", "a.warc", chunked, 1),
    Kind("two web archives one behind the other", "a.warc", lambda s: b"".join(warc_record("warcinfo", "", b"software: rain\r\n", what="application/warc-fields").replace(b"WARC-Target-URI: \r\n", b"") + warc(s, answer(s.page(n=n)), n) for n in (1, 2)), 2),
    Kind("day of a record that is none in a web archive", "a.warc", lambda s: warc(s, answer(s.page()), date="0000-00-00T99:99:99Z"), 1),
    Kind("ARC of two pages in a ZIP", "a.zip", lambda s: packed({"rain.arc": arc(s)}), 2),
]  # fmt: skip

# Folders, links and names --------------------------------------------------------------------------------------------


def to_link(path):
    (path.parent / "c.txt").symlink_to("b.txt")
    path.symlink_to("a.txt")


def sparse(path):
    with path.open("wb") as file:
        file.truncate(5 << 30)


def aged(text, when):
    def make(path):
        path.write_text(text)
        os.utime(path, (when, when))

    return make


FOLDERS = [
    Kind("links to endless devices", "", lambda s: {"zero.txt": lambda path: path.symlink_to("/dev/zero"), "random.html": lambda path: path.symlink_to("/dev/urandom")}, 0, ("link out of the folder", "link out of the folder")),
    Kind("link to a link to a page beside it", "", lambda s: {"a.txt": copy(s), "b.txt": to_link}, 1, repeats=2),
    Kind("link by its whole path to a page beside it", "", lambda s: {"a.txt": copy(s), "b.txt": lambda path: path.symlink_to(path.parent / "a.txt")}, 1, repeats=1),
    Kind("socket beside a good page", "", lambda s: {"a.txt": copy(s), "b.txt": lambda path: os.mknod(path, stat.S_IFSOCK | 0o644)}, 1),
    Kind("file of 5 GB of nothing", "a.txt", lambda s: sparse, 0, ("over the limit: unpacked_mb",)),
    Kind("files last changed in 1901 and in 2400", "", lambda s: {"a.txt": aged(copy(s, 1), -2_170_000_000), "b.txt": aged(copy(s, 2), 13_600_000_000)}, 2),
    Kind("name with signs that stand for others", "[a-z]*?{1,2}.txt", lambda s: copy(s), 1),
    Kind("folders of outlets named as a formula and as markup", "", lambda s: {"=cmd|' C calc'!A0/a.txt": copy(s, 1), "<img src=x onerror=alert(1)>/a.txt": copy(s, 2)}, 2),
]  # fmt: skip

KINDS = [*PAGES, *MHTML, *MAILS, *PAPERS, *TEXTS, *ARCHIVES, *FOLDERS]
