"""Pages, documents, archives, texts and file names as browsers save them and hostile senders forge them."""

import base64
import gzip
import io
import json
import zipfile
import zlib

import brotli

from bad_inputs.kinds import Kind, Stories


def paragraphs(s: Stories, n: int = 1) -> str:
    return "".join(f"<p>{part}</p>" for part in s.long(n).split("\n\n"))


def message(parts: list[tuple[str, str, str, str]], *, encoding: str = "quoted-printable") -> str:
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


def document(body: str, *, others: dict[str, str] | None = None) -> bytes:
    """Return a Word document with a body."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0"?><w:document {space}><w:body>{body}</w:body></w:document>',
        **(others or {}),
    }
    return packed({name: text.encode() for name, text in parts.items()})


def lines(*texts: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)


def story(s: Stories) -> str:
    return lines(f"Rain in {s.mark}", "March 1, 2026", *s.long().split("\n\n"))


def packed(members: dict[str, bytes] | list[tuple[str, bytes]], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items() if isinstance(members, dict) else members:
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return out.getvalue()


def copied(s: Stories, n: int = 1) -> bytes:
    return f"Rain {n} in {s.mark}\n\nMarch {n}, 2026\n\n{s.long(n)}\n".encode()


def bad_sum(s: Stories) -> bytes:
    whole = packed({"a.txt": copied(s), "b.txt": copied(s, 2)}, method=zipfile.ZIP_STORED)
    return whole.replace(b"Hail", b"Heil", 1)


def link(s: Stories) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        target = zipfile.ZipInfo("link.txt")
        target.create_system, target.external_attr = 3, 0o120777 << 16
        archive.writestr(target, "/etc/passwd")
        archive.writestr("a.txt", copied(s))
    return out.getvalue()


def warc(
    s: Stories, payload: bytes, *, headers: str = "", status: str = "200 OK", kind: str = "response", n: int = 1
) -> bytes:
    """Return one record of a web archive."""
    block = (f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n").encode() + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{n}>\r\n"
        f"WARC-Date: 2026-03-01T00:00:00Z\r\nWARC-Target-URI: https://{s.mark.lower()}.example/{n}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def chunked(payload: bytes) -> bytes:
    return f"{len(payload):x}\r\n".encode() + payload + b"\r\n0\r\n\r\n"


def members(s: Stories) -> bytes:
    """Return three gzip members, the second damaged."""
    each = [gzip.compress(warc(s, s.page(n=n).encode(), n=n), mtime=0) for n in (1, 2, 3)]
    each[1] = each[1][:60] + bytes(8) + each[1][68:]
    return b"".join(each)


def feed(s: Stories, items: str, *, head: str = "") -> str:
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>The Marlow Ledger</title>{items}</channel></rss>'


def item(s: Stories, n: int, *, body: str = "", more: str = "") -> str:
    return f"<item><title>Rain {n}</title><description>{body or s.long(n)}</description>{more}</item>"


PAGES = [
    Kind(
        "a page saved complete",
        "rain.html",
        lambda s: s.page(
            head='<link rel="stylesheet" href="./rain_files/a.css"><script src="./rain_files/a.js.download"></script>',
            before=f"<!-- saved from url=(0041)https://{s.mark.lower()}.example/rain -->\n",
        ),
        1,
    ),
    Kind(
        "MHTML in base64 with a picture",
        "rain.mht",
        lambda s: message(
            [
                ("text/html", "https://marlow.example/rain", "base64", base64.b64encode(s.page().encode()).decode()),
                ("image/png", "https://marlow.example/a.png", "base64", "iVBORw0KGgo="),
            ]
        ),
        1,
    ),
    Kind(
        "MHTML with an advertisement in a frame",
        "rain.mhtml",
        lambda s: message(
            [
                ("text/html", "https://marlow.example/rain", "8bit", s.page()),
                ("text/html", "https://ads.example/x", "8bit", "<html><body><p>Buy now.</p></body></html>"),
            ]
        ),
        1,
    ),
    Kind(
        "MHTML that breaks off",
        "rain.mhtml",
        lambda s: message([("text/html", "https://marlow.example/rain", "8bit", s.page())])[:-300],
        1,
    ),
    Kind(
        "a wall of cookies",
        "a.html",
        lambda s: (
            "<html><head><title>We value your privacy</title></head><body><div class='consent'><h2>We value your privacy</h2><p>We and our partners store information on a device, such as cookies.</p><button>Accept all</button><button>Reject all</button></div></body></html>"
        ),
        0,
        ("not an article",),
    ),
    Kind(
        "a page that was not found",
        "a.html",
        lambda s: (
            "<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>"
        ),
        0,
        ("not an article",),
    ),
    Kind(
        "a check whether one is a robot",
        "a.html",
        lambda s: (
            "<html><head><title>Just a moment...</title></head><body><h1>marlow.example</h1><p>Verify you are human by completing the action below.</p><p>marlow.example needs to review the security of your connection before proceeding.</p><noscript>Enable JavaScript and cookies to continue</noscript></body></html>"
        ),
        0,
        ("not an article",),
    ),
    Kind(
        "a gateway that failed",
        "a.html",
        lambda s: (
            "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><p>The server returned an invalid or incomplete response.</p></body></html>"
        ),
        0,
        ("not an article",),
    ),
    Kind(
        "a page to log in",
        "a.html",
        lambda s: (
            "<html><head><title>Log in</title></head><body><form><h1>Log in to your account</h1><label>Email</label><input><label>Password</label><input type=password><button>Log in</button><p>Forgot your password?</p></form></body></html>"
        ),
        0,
        ("not an article",),
    ),
    Kind(
        "meta refresh",
        "a.html",
        lambda s: (
            '<html><head><meta http-equiv="refresh" content="0; url=https://marlow.example/"></head><body>Redirecting...</body></html>'
        ),
        0,
        ("no story",),
    ),
    Kind(
        "an empty root for scripts",
        "a.html",
        lambda s: (
            "<!doctype html><html><head><title>Ledger</title></head><body><div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript><script>var x={}</script></body></html>"
        ),
        0,
        ("no story",),
    ),
    Kind(
        "a story in the JSON-LD alone",
        "a.html",
        lambda s: (
            '<html><head><script type="application/ld+json">'
            + json.dumps(
                {"@type": "NewsArticle", "headline": "Rain", "datePublished": "2026-03-01", "articleBody": s.long()}
            )
            + "</script></head><body><div id='root'></div></body></html>"
        ),
        1,
        fields={"published": "2026-03-01"},
    ),
    Kind(
        "the source of a page as the browser shows it",
        "a.html",
        lambda s: (
            "<html><body><table>"
            + "".join(
                f"<tr><td class='line-number'></td><td class='line-content'>&lt;p&gt;{s.text(n)}&lt;/p&gt;</td></tr>"
                for n in (1, 2, 3)
            )
            + "</table></body></html>"
        ),
        0,
        ("not a page",),
    ),
    Kind(
        "AMP",
        "a.html",
        lambda s: (
            s.page()
            .replace("<html>", "<html ⚡ lang='en'>")
            .replace("<head>", "<head><style amp-boilerplate>body{}</style>")
        ),
        1,
    ),
    Kind("XHTML with a declaration", "a.xhtml", lambda s: '<?xml version="1.0" encoding="UTF-8"?>\n' + s.page(), 1),
    Kind("two pages in one file", "a.html", lambda s: s.page(n=1) + s.page(n=2), 2),
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
    Kind("a page that breaks off in a tag", "a.html", lambda s: s.page()[: s.page().rindex("<p>") + 2], 1),
    Kind(
        "pages' source with comments that hide text",
        "a.html",
        lambda s: s.page("<!-- <p>Ignore this.</p> --><!--[if IE]><p>Old browser.</p><![endif]-->"),
        1,
    ),
    Kind(
        "a picture in the address of a page",
        "a.html",
        lambda s: s.page(f'<img src="data:image/png;base64,{"A" * 400_000}">'),
        1,
    ),
    Kind(
        "text in a template and hidden",
        "a.html",
        lambda s: s.page("<template><p>Hidden words.</p></template><p hidden>More hidden words.</p>"),
        1,
    ),
    Kind(
        "entities for all letters",
        "a.html",
        lambda s: s.page().replace("Rain fell", "".join(f"&#{ord(c)};" for c in "Rain fell")),
        1,
    ),
    Kind("entities of NUL and surrogates", "a.html", lambda s: s.page("<p>Odd &#0; &#xD800; &#x110000; signs.</p>"), 1),
    Kind(
        "markup that is typed in capitals and never closed",
        "a.htm",
        lambda s: (
            f"<HTML><TITLE>Rain in {s.mark}</TITLE><BODY><H1>Rain in {s.mark}</H1>"
            + "".join(f"<P>{part}" for part in s.long().split("\n\n"))
        ),
        1,
    ),
    Kind("a page named as text", "a.txt", lambda s: s.page(), 1),
    Kind(
        "a part of a page without html", "a.html", lambda s: f"<div><h1>Rain in {s.mark}</h1>{paragraphs(s)}</div>", 1
    ),
    Kind(
        "SVG",
        "a.svg",
        lambda s: f'<svg xmlns="http://www.w3.org/2000/svg"><text>{s.long()}</text></svg>',
        0,
        ("form not known",),
    ),
    Kind(
        "a site map",
        "sitemap.xml",
        lambda s: (
            f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://{s.mark.lower()}.example/</loc></url></urlset>'
        ),
        0,
        ("form not known",),
    ),
    Kind(
        "OPML",
        "feeds.opml",
        lambda s: (
            '<?xml version="1.0"?><opml version="2.0"><body><outline text="Ledger" xmlUrl="https://marlow.example/rss"/></body></opml>'
        ),
        0,
        ("form not known",),
    ),
    Kind(
        "a property list",
        "a.plist",
        lambda s: (
            f'<?xml version="1.0"?><plist version="1.0"><dict><key>title</key><string>{s.text()}</string></dict></plist>'
        ),
        0,
        ("form not known",),
    ),
]

FEEDS = [
    Kind(
        "a feed with escaped markup",
        "f.xml",
        lambda s: feed(s, "".join(item(s, n, body=f"&lt;p&gt;{s.long(n)}&lt;/p&gt;") for n in (1, 2, 3))),
        3,
    ),
    Kind(
        "a feed with a day in words of no language",
        "f.xml",
        lambda s: feed(s, item(s, 2) + item(s, 1, more="<pubDate>someday</pubDate>") + item(s, 3)),
        3,
        fields={"published": None},
    ),
    Kind(
        "a feed with an unknown prefix",
        "f.xml",
        lambda s: feed(s, item(s, 2) + item(s, 1, more="<foo:bar>x</foo:bar>") + item(s, 3)),
        3,
    ),
    Kind(
        "a feed with an entity of HTML",
        "f.xml",
        lambda s: feed(s, item(s, 2) + item(s, 1, body=s.long().replace(" fell", "&nbsp;fell")) + item(s, 3)),
        3,
    ),
    Kind(
        "a feed with a bare ampersand",
        "f.xml",
        lambda s: feed(s, item(s, 2) + item(s, 1, body=s.long().replace(" and ", " & ")) + item(s, 3)),
        3,
    ),
    Kind("a feed with blanks above", "f.xml", lambda s: "\n\n  " + feed(s, item(s, 1)), 1),
    Kind(
        "a feed that reads a file",
        "f.xml",
        lambda s: feed(
            s,
            item(s, 2) + item(s, 1, body=s.long() + " &x;") + item(s, 3),
            head='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ),
        3,
    ),
    Kind(
        "a feed of a day with a control sign",
        "f.xml",
        lambda s: feed(s, item(s, 2) + item(s, 1, body=s.long().replace("day", "d\x0bay")) + item(s, 3)),
        3,
    ),
    Kind(
        "an Atom feed with XHTML",
        "f.atom",
        lambda s: (
            f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Ledger</title><entry><title>Rain</title><updated>2026-03-01T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{s.long()}</p></div></content></entry></feed>'
        ),
        1,
        fields={"published": "2026-03-01"},
    ),
    Kind(
        "RSS 1.0",
        "f.rdf",
        lambda s: (
            f'<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ledger</title></channel><item><title>Rain</title><description>{s.long()}</description><dc:date>2026-03-01</dc:date></item></rdf:RDF>'
        ),
        1,
        fields={"published": "2026-03-01"},
    ),
    Kind(
        "a feed that breaks off",
        "f.xml",
        lambda s: feed(s, item(s, 1) + item(s, 2) + item(s, 3))[:-120],
        2,
        ("broken feed",),
    ),
]

DOCUMENTS = [
    Kind(
        "Word: tracked changes",
        "a.docx",
        lambda s: document(
            story(s)
            + '<w:p><w:ins w:id="1"><w:r><w:t>A new line.</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>An old line.</w:delText></w:r></w:del></w:p>'
        ),
        1,
    ),
    Kind(
        "Word: text in a table", "a.docx", lambda s: document(f"<w:tbl><w:tr><w:tc>{story(s)}</w:tc></w:tr></w:tbl>"), 1
    ),
    Kind(
        "Word: content controls of Google Docs",
        "a.docx",
        lambda s: document(f"<w:sdt><w:sdtContent>{story(s)}</w:sdtContent></w:sdt>"),
        1,
    ),
    Kind(
        "Word: comments and footnotes beside",
        "a.docx",
        lambda s: document(story(s), others={"word/comments.xml": "<w:comments/>", "word/footnotes.xml": "<x"}),
        1,
    ),
    Kind("Word: a macro beside", "a.docm", lambda s: document(story(s), others={"word/vbaProject.bin": "MZ"}), 1),
    Kind("Word: entity that grows", "a.docx", lambda s: document(story(s)).replace(b"x", b"x"), 1),
    Kind("Word: empty", "a.docx", lambda s: document(""), 0, ("empty file",)),
    Kind(
        "Word: without its document",
        "a.docx",
        lambda s: packed({"[Content_Types].xml": b"<Types/>", "word/styles.xml": b"<x/>"}),
        0,
        ("form not known",),
    ),
    Kind(
        "Word: document that breaks off",
        "a.docx",
        lambda s: document("<w:p><w:r><w:t>Rain"),
        0,
        ("damaged Word document",),
    ),
    Kind(
        "Word: text in a box",
        "a.docx",
        lambda s: document("<w:p><w:r><w:pict><w:txbxContent>" + story(s) + "</w:txbxContent></w:pict></w:r></w:p>"),
        1,
    ),
    Kind(
        "EPUB",
        "a.epub",
        lambda s: packed({"mimetype": b"application/epub+zip", "OEBPS/a.xhtml": s.page().encode()}),
        0,
        ("form not known",),
    ),
    Kind(
        "mailbox",
        "a.mbox",
        lambda s: (
            f"From a@marlow.example Sun Mar  1 10:00:00 2026\nFrom: a@marlow.example\nSubject: Rain\n\n{s.long()}\n"
        ),
        0,
        ("form not known",),
    ),
    Kind(
        "subtitles",
        "a.srt",
        lambda s: "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{s.text(n)}\n\n" for n in (1, 2, 3)),
        0,
        ("form not known",),
    ),
    Kind(
        "subtitles of the web",
        "a.vtt",
        lambda s: "WEBVTT\n\n" + "".join(f"00:0{n}.000 --> 00:0{n}.900\n{s.text(n)}\n\n" for n in (1, 2, 3)),
        0,
        ("form not known",),
    ),
    Kind(
        "a notebook",
        "a.ipynb",
        lambda s: json.dumps(
            {
                "cells": [{"cell_type": "markdown", "metadata": {}, "source": [s.long()]}],
                "metadata": {},
                "nbformat": 4,
                "nbformat_minor": 5,
            }
        ),
        0,
        ("no text",),
    ),
    Kind(
        "a calendar",
        "a.ics",
        lambda s: (
            f"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:Rain\nDESCRIPTION:{s.text()}\nEND:VEVENT\nEND:VCALENDAR\n"
        ),
        0,
        ("form not known",),
    ),
    Kind(
        "cards",
        "a.vcf",
        lambda s: f"BEGIN:VCARD\nVERSION:3.0\nFN:Ada Quill\nNOTE:{s.text()}\nEND:VCARD\n",
        0,
        ("form not known",),
    ),
    Kind(
        "a difference",
        "a.diff",
        lambda s: "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n-" + s.text(1) + "\n+" + s.text(2) + "\n",
        0,
        ("form not known",),
    ),
    Kind(
        "a key",
        "a.pem",
        lambda s: (
            "-----BEGIN CERTIFICATE-----\n"
            + base64.encodebytes(s.long().encode()).decode()
            + "-----END CERTIFICATE-----\n"
        ),
        0,
        ("form not known",),
    ),
    Kind("SQLite", "a.db", lambda s: b"SQLite format 3\0" + bytes(2000), 0, ("form not known",)),
    Kind("ELF", "a.bin", lambda s: b"\x7fELF\x02\x01\x01" + bytes(2000), 0, ("form not known",)),
    Kind("seven zip", "a.7z", lambda s: b"7z\xbc\xaf'\x1c\0\x04" + bytes(200), 0, ("form not known",)),
]

ARCHIVES = [
    Kind("zip: a wrong sum", "a.zip", bad_sum, 1, ("damaged zip member",)),
    Kind("zip: a link", "a.zip", link, 1, ("no story",)),
    Kind(
        "zip: absolute and climbing paths",
        "a.zip",
        lambda s: packed({"/etc/a.txt": copied(s, 1), "../../b.txt": copied(s, 2), "C:\\c.txt": copied(s, 3)}),
        3,
    ),
    Kind("zip: one name twice", "a.zip", lambda s: packed([("a.txt", copied(s, 1)), ("a.txt", copied(s, 2))]), 2),
    Kind(
        "zip: names that differ in case", "a.zip", lambda s: packed({"a.txt": copied(s, 1), "A.TXT": copied(s, 2)}), 2
    ),
    Kind(
        "zip: in a zip",
        "a.zip",
        lambda s: packed({"b.zip": packed({"c.txt": copied(s)}), "a.txt": copied(s, 2)}),
        1,
        ("archive in an archive",),
    ),
    Kind(
        "zip: leftovers of a Mac",
        "a.zip",
        lambda s: packed({"a.txt": copied(s), "__MACOSX/._a.txt": b"\0\5\x16\7" + bytes(100), ".DS_Store": bytes(100)}),
        1,
    ),
    Kind("zip: empty", "a.zip", lambda s: packed({}), 0, ("empty file",)),
    Kind("zip: bzip2 inside", "a.zip", lambda s: packed({"a.txt": copied(s)}, method=zipfile.ZIP_BZIP2), 1),
    Kind(
        "zip: words before it", "a.zip", lambda s: b"#!/bin/sh\nexit\n" + packed({"a.txt": copied(s)}), 0, ("not text",)
    ),
    Kind(
        "zip: breaks off",
        "a.zip",
        lambda s: packed({"a.txt": copied(s), "b.txt": copied(s, 2)})[:-40],
        0,
        ("damaged zip",),
    ),
    Kind("zip: a name with a line break", "a.zip", lambda s: packed({"a\nb\x1b[31m.txt": copied(s)}), 1),
    Kind(
        "zip: a table inside with a bad row",
        "a.zip",
        lambda s: packed({"a.csv": s.table(["Rain", "2026-03-02", ""]).encode()}),
        2,
        ("no text",),
    ),
    Kind(
        "gzip: words after it",
        "a.txt.gz",
        lambda s: gzip.compress(copied(s), mtime=0) + b"rubbish",
        1,
        note="left out 7 bytes",
    ),
    Kind(
        "gzip: a wrong sum",
        "a.txt.gz",
        lambda s: gzip.compress(copied(s), mtime=0)[:-8] + bytes(8),
        0,
        ("damaged gzip",),
    ),
    Kind(
        "gzip: in a gzip",
        "a.txt.gz.gz",
        lambda s: gzip.compress(gzip.compress(copied(s), mtime=0), mtime=0),
        0,
        ("archive in an archive",),
    ),
    Kind("gzip: named without its ending", "a.txt", lambda s: gzip.compress(copied(s), mtime=0), 1),
    Kind(
        "WARC: a chunked answer",
        "a.warc",
        lambda s: warc(s, chunked(s.page().encode()), headers="Transfer-Encoding: chunked\r\n"),
        1,
    ),
    Kind(
        "WARC: chunked, says so, is not",
        "a.warc",
        lambda s: warc(s, s.page().encode(), headers="Transfer-Encoding: chunked\r\n"),
        1,
    ),
    Kind(
        "WARC: brotli",
        "a.warc",
        lambda s: warc(s, brotli.compress(s.page().encode()), headers="Content-Encoding: br\r\n"),
        1,
    ),
    Kind(
        "WARC: gzip answer",
        "a.warc",
        lambda s: warc(s, gzip.compress(s.page().encode(), mtime=0), headers="Content-Encoding: gzip\r\n"),
        1,
    ),
    Kind(
        "WARC: deflate answer without a head",
        "a.warc",
        lambda s: warc(s, zlib.compress(s.page().encode())[2:-4], headers="Content-Encoding: deflate\r\n"),
        1,
    ),
    Kind(
        "WARC: gzip answer, says so, is not",
        "a.warc",
        lambda s: warc(s, s.page().encode(), headers="Content-Encoding: gzip\r\n"),
        1,
    ),
    Kind(
        "WARC: an unknown encoding",
        "a.warc",
        lambda s: warc(s, s.page().encode()[::-1], headers="Content-Encoding: zstd\r\n"),
        0,
        ("damaged record",),
    ),
    Kind(
        "WARC: a page seen before",
        "a.warc",
        lambda s: warc(s, s.page().encode()) + warc(s, b"", kind="revisit", n=2),
        1,
        ("not a page",),
    ),
    Kind(
        "WARC: a move",
        "a.warc",
        lambda s: (
            warc(s, b"", status="301 Moved Permanently", headers="Location: /2\r\n") + warc(s, s.page().encode(), n=2)
        ),
        1,
        ("not a page",),
    ),
    Kind(
        "WARC: not found",
        "a.warc",
        lambda s: (
            warc(s, s.page().encode(), n=1)
            + warc(s, b"<html><body><h1>Not found</h1></body></html>", status="404 Not Found", n=2)
        ),
        1,
        ("not a page",),
    ),
    Kind("WARC: a member that is damaged", "a.warc.gz", members, 2, ("damaged record",)),
    Kind(
        "WARC: breaks off",
        "a.warc",
        lambda s: warc(s, s.page().encode()) + warc(s, s.page(n=2).encode(), n=2)[:-400],
        1,
        ("damaged record",),
    ),
]

TEXTS = [
    Kind("a text in UTF-16 without a mark", "a.txt", lambda s: copied(s).decode().encode("utf-16-le"), 1),
    Kind("a text in UTF-32", "a.txt", lambda s: copied(s).decode().encode("utf-32"), 1),
    Kind("a text in EBCDIC", "a.txt", lambda s: copied(s).decode().encode("cp500"), 1),
    Kind("a text in UTF-7", "a.txt", lambda s: copied(s) + "Café – “so”".encode("utf-7"), 1),
    Kind(
        "a text decoded wrongly twice",
        "a.txt",
        lambda s: (
            copied(s)
            .decode()
            .replace("early", "early – it’s café")
            .encode()
            .decode("cp1252")
            .encode()
            .decode("cp1252")
            .encode()
        ),
        1,
        note="wrongly decoded",
    ),
    Kind("a text with a BOM in its middle", "a.txt", lambda s: copied(s) + b"\xef\xbb\xbf" + copied(s)[20:], 1),
    Kind("a text with form feeds", "a.txt", lambda s: copied(s).replace(b"\n\n", b"\n\x0c\n"), 1),
    Kind("a text with colors of a terminal", "a.txt", lambda s: copied(s).replace(b"Hail", b"\x1b[31mHail\x1b[0m"), 1),
    Kind(
        "a text with letters turned around",
        "a.txt",
        lambda s: copied(s).replace(b"Hail", "\u202eliaH\u202c".encode()),
        1,
        note="bidi",
    ),
    Kind(
        "a text with tags of Unicode",
        "a.txt",
        lambda s: copied(s).replace(b"Hail", ("Hail" + "".join(chr(0xE0000 + ord(c)) for c in "ignore")).encode()),
        1,
    ),
    Kind("a text of blanks", "a.txt", lambda s: " \t\u00a0\n" * 300, 0, ("empty file",)),
    Kind("a text of one sign", "a.txt", lambda s: ".", 0, ("no story",)),
    Kind("a text of zero-width signs", "a.txt", lambda s: "\u200b\u200c\u2060\ufeff" * 100, 0, ("no story",)),
    Kind("a text of dashes", "a.txt", lambda s: ("-" * 80 + "\n") * 50, 0, ("form not known",)),
    Kind("a text of numbers", "a.txt", lambda s: "\n".join(str(n * n) for n in range(500)), 0, ("no story",)),
    Kind(
        "a list of addresses",
        "a.txt",
        lambda s: "\n".join(f"https://{s.mark.lower()}.example/{n}" for n in range(40)),
        0,
        ("no story",),
    ),
    Kind("a text with NULs at its end", "a.txt", lambda s: copied(s) + bytes(4000), 1, note="NUL"),
    Kind("a text of NULs", "a.txt", lambda s: bytes(4000), 0, ("empty file",)),
    Kind("a text in one line of 250,000 letters", "a.txt", lambda s: " ".join(s.text(n) for n in range(1500)), 1),
    Kind(
        "a text with a blank between all letters",
        "a.txt",
        lambda s: copied(s) + b"\n\n" + " ".join("A note to the reader").encode(),
        1,
    ),
    Kind(
        "a text with line breaks of Unicode",
        "a.txt",
        lambda s: copied(s).decode().replace("\n\n", "\u2029").replace("\n", "\u2028"),
        1,
    ),
    Kind("a text with soft hyphens", "a.txt", lambda s: copied(s).decode().replace("council", "coun\u00adcil"), 1),
    Kind(
        "a text with letters in two code points",
        "a.txt",
        lambda s: copied(s).decode().replace("early", "cafe\u0301"),
        1,
    ),
    Kind("a name with an emoji and a percent sign", "😀 100%20.txt", copied, 1),
    Kind("a name with a dash first", "-rf.txt", copied, 1),
    Kind("a name with a line break and an escape", "a\n\x1b[31mb.txt", copied, 1),
    Kind("a name of 250 letters", "n" * 246 + ".txt", copied, 1),
    Kind("a name with quotation marks and markup", "<b>'\"&amp;.txt", copied, 1),
    Kind("a name without an ending", "rain", copied, 1),
    Kind("a name that a shell would run", "$(touch x);`id`.txt", copied, 1),
    Kind("a name with a letter in two code points", "cafe\u0301.txt", copied, 1),
    Kind("a name in capitals", "RAIN.TXT", copied, 1),
    Kind("a lock of Word", "~$rain.docx", lambda s: b"\x09Ada Quill" + bytes(152), 0, ("no story",)),
    Kind(
        "a shortcut to the web",
        "a.url",
        lambda s: f"[InternetShortcut]\nURL=https://{s.mark.lower()}.example/\n",
        0,
        ("form not known",),
    ),
    Kind("a download that has not ended", "a.html.crdownload", lambda s: s.page()[:900], 1),
    Kind(
        "a mark of Git for a conflict",
        "a.txt",
        lambda s: b"<<<<<<< HEAD\n" + copied(s) + b"=======\n" + copied(s, 2) + b">>>>>>> w\n",
        0,
        ("form not known",),
    ),
]

KINDS = [*PAGES, *FEEDS, *DOCUMENTS, *ARCHIVES, *TEXTS]
