"""Kinds of bad input: code, logs, settings, mail, references, data of programs, and text without a sentence."""

import base64
import bz2
import gzip
import io
import json
import lzma
import random
import tarfile

from bad_inputs.kinds import Kind, Stories
from bad_inputs.make_packs import copy, noise, pdf, zipped
from bad_inputs.make_texts import (
    OLE,
    XML,
    copied,
    copied_without_byline,
    each,
    letter,
    made_for_each,
    odf,
    packed,
    paragraphs,
    random_bytes,
    rtf,
    titled,
)
from bad_inputs.reasons import FORM_NOT_KNOWN, NO_STORY, NO_TEXT, NOT_TEXT


def tar(s: Stories) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as packed:
        info = tarfile.TarInfo("a.txt")
        info.size = len(s.long().encode())
        packed.addfile(info, io.BytesIO(s.long().encode()))
    return out.getvalue()


def references(s: Stories) -> str:
    return "".join(
        f"TY  - NEWS\nT1  - Rain {n} in {s.mark}\nAU  - Roe, Ana\nPY  - 2026\nAB  - {s.text(n)}\nER  - \n\n"
        for n in (1, 2, 3)
    )


def bibtex(s: Stories) -> str:
    return "".join(
        f"@article{{roe{n},\n  title = {{Rain {n}}},\n  author = {{Roe, Ana}},\n  abstract = {{{s.text(n)}}}\n}}\n\n"
        for n in (1, 2, 3)
    )


def dump(s: Stories) -> str:
    head = (
        "-- dump of articles\nDROP TABLE IF EXISTS articles;\nCREATE TABLE articles (id int, title text, body text);\n"
    )
    return head + "".join(f"INSERT INTO articles VALUES ({n}, 'Rain {n}', '{s.text(n)}');\n" for n in (1, 2, 3))


def in_yaml(s: Stories) -> str:
    return "".join(f"- title: Rain {n}\n  date: 2026-03-0{n}\n  text: {json.dumps(s.text(n))}\n" for n in (1, 2, 3))


STYLES = "body{margin:0;padding:0;font-family:Georgia,serif}\n.header{display:flex;align-items:center}\n" * 40
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
HL7 = "MSH|^~\\&|LAB|MARLOW|EHR|MARLOW|20260301100000||ORU^R01|1|P|2.5\rPID|1||1001||ROE^ANA||19760301|F\rOBR|1|||CBC^BLOOD COUNT\rOBX|1|NM|WBC^WHITE CELLS||6.1|10*9/L|4-11|N\rOBX|2|NM|HGB^HEMOGLOBIN||13.9|g/dL|12-16|N\r"
NMEA = "".join(
    f"$GPGGA,1000{n:02d},4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\n$GPRMC,1000{n:02d},A,4807.038,N,01131.000,E,022.4,084.4,010326,003.1,W*6A\n"
    for n in range(12)
)
M3U = "#EXTM3U\n" + "".join(
    f"#EXTINF:21{n},The Umbrellas - Song of the Rain No. {n}\n/music/umbrellas/{n}.mp3\n" for n in range(1, 9)
)
DO_FILE = '* rain in towns\nclear all\nset more off\nuse "rain.dta", clear\nkeep if year >= 2020\nforeach v of varlist rain hail snow {\n    replace `v\' = . if `v\' < 0\n    label variable `v\' "in inches"\n}\ngen total = rain + hail + snow\nregress total i.town year, robust\noutreg2 using rain.doc, replace\n'
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


def blob(head: bytes, n: int = 6000, seed: int = 7) -> bytes:
    return head + random.Random(seed).randbytes(n)


HEAD = "From: Ana Roe <ana@l.example>\r\nTo: Tom Vale <tom@l.example>\r\nSubject: Rain\r\nDate: Sun, 1 Mar 2026 10:00:00 +0000\r\nMessage-ID: <1@l.example>\r\nMIME-Version: 1.0\r\n"
SEALED = (
    "ARC-Seal: i=1; a=rsa-sha256; t=1772323200; cv=none;\r\n        d=l.example; s=arc-1;\r\n        b="
    + "Qm9yZWQ" * 9
    + "\r\nARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=l.example\r\n"
)


def xxd(s):
    data = s.long().encode()
    return "".join(
        f"{at:08x}: {' '.join(data[at : at + 16].hex()[k : k + 4] for k in range(0, 32, 4)):39}  {data[at : at + 16].decode('ascii', 'replace').replace(chr(10), '.')}\n"
        for at in range(0, len(data), 16)
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
SQL = "-- articles of the week\nSELECT a.title, a.published, a.text\nFROM articles AS a\nJOIN outlets AS o ON o.id = a.outlet_id\nWHERE a.published >= '2026-03-01'\n  AND o.name IN ('The Ledger', 'The Courier')\nORDER BY a.published DESC\nLIMIT 100;\n"
ADS = "# ads.txt of the Ledger\nads.example, 1001, DIRECT, f08c47fec0942fa0\nbids.example, 2002, RESELLER, 9fac4a4a87c2a44f\nsell.example, 3003, RESELLER\nOWNERDOMAIN=l.example\n"


# ---- what is not read

PDF_WITH_STREAM = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n4 0 obj\n<</Length 4000/Filter/FlateDecode>>\nstream\n"


def letter_below(s, first):
    """Return an e-mail below a first line."""
    return f"{first}From: Ana Roe <ana@l.example>\r\nTo: Tom Vale <tom@l.example>\r\nSubject: Rain in {s.mark}\r\nDate: Fri, 13 Mar 2026 10:00:00 +0100\r\nMessage-ID: <1@l.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{s.long()}\r\n"


def iwork(s: Stories) -> bytes:
    return packed({"Index/Document.iwa": noise(b"\0"), "preview.jpg": noise(b"\xff\xd8\xff"), "Metadata/Properties.plist": noise(b"bplist00")})  # fmt: skip


def slides(s):
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    p, a = "http://schemas.openxmlformats.org/presentationml/2006/main", "http://schemas.openxmlformats.org/drawingml/2006/main"  # fmt: skip
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind_ = "application/vnd.openxmlformats-officedocument.presentationml"
    return packed({
        "[Content_Types].xml": f'{head}<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/ppt/presentation.xml" ContentType="{kind_}.presentation.main+xml"/><Override PartName="/ppt/slides/slide1.xml" ContentType="{kind_}.slide+xml"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="ppt/presentation.xml"/></Relationships>',
        "ppt/presentation.xml": f'{head}<p:presentation xmlns:p="{p}" xmlns:r="{office}"><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/slide" Target="slides/slide1.xml"/></Relationships>',
        "ppt/slides/slide1.xml": f'{head}<p:sld xmlns:p="{p}" xmlns:a="{a}"><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>{s.text()}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>',
    })  # fmt: skip


def dif(s) -> str:
    cells = [["title", "date", "text"], *made_for_each(lambda n: [f"Rain {n}", f"2026-03-0{n}", s.text(n)])]
    head = 'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,4\r\n""\r\nTUPLES\r\n0,3\r\n""\r\nDATA\r\n0,0\r\n""\r\n'
    return (
        head
        + "".join("-1,0\r\nBOT\r\n" + "".join(f'1,0\r\n"{cell}"\r\n' for cell in row) for row in cells)
        + "-1,0\r\nEOD\r\n"
    )


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


TOKEN = ".".join(
    base64.urlsafe_b64encode(p).decode().rstrip("=")
    for p in (b'{"alg":"HS256","typ":"JWT"}', b'{"sub":"1001","name":"Ana Roe","iat":1772323200}', random_bytes(32))
)


def letter_with_head(first, head="From: Ana Roe <ana@l.example>\r\nTo: Tom Vale <tom@l.example>\r\nSubject: Rain\r\n"):
    """Return what makes an e-mail below a first line, with another head."""
    return lambda s: f"{first}{head}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{s.long()}\r\n"


def emlx(s):
    letter = letter_with_head("")(s).replace("\r\n", "\n")
    return f'{len(letter.encode())}\n{letter}<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n<dict>\n\t<key>flags</key>\n\t<integer>8590195713</integer>\n</dict>\n</plist>\n'


def cocoa(s):
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\cocoartf2761\n\\cocoatextscaling0\\cocoaplatform0{\\fonttbl\\f0\\fswiss\\fcharset0 Helvetica;}\n{\\colortbl;\\red255\\green255\\blue255;}\n\\pard\\tx720\\pardirnatural\\partightenfactor0\n\n\\f0\\fs24 \\cf0 "
        + s.long().replace("\n\n", "\\\n\\\n")
        + "}"
    )


GO = 'package main\n\nimport (\n\t"fmt"\n\t"os"\n)\n\ntype gauge struct {\n\tname  string\n\tlevel float64\n}\n\nfunc (g gauge) String() string {\n\treturn fmt.Sprintf("%s: %.2f", g.name, g.level)\n}\n\nfunc main() {\n\tg := gauge{"pump", 4.1}\n\tif len(os.Args) > 1 {\n\t\tg.name = os.Args[1]\n\t}\n\tfmt.Println(g)\n}\n'


TOML = '[project]\nname = "gauge"\nversion = "0.4.1"\nrequires-python = ">=3.11"\ndependencies = [\n  "numpy>=2",\n  "pandas>=2.2",\n]\n\n[tool.ruff]\nline-length = 120\n\n[tool.pytest.ini_options]\ntestpaths = ["tests"]\n'


WORKFLOW = "name: check\non:\n  push:\n    branches: [main]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - uses: actions/setup-python@v5\n        with:\n          python-version: '3.12'\n      - run: pip install -e .\n      - run: pytest -q\n"


PING = "PING l.example (192.0.2.7) 56(84) bytes of data.\n64 bytes from 192.0.2.7: icmp_seq=1 ttl=57 time=11.2 ms\n64 bytes from 192.0.2.7: icmp_seq=2 ttl=57 time=11.4 ms\n64 bytes from 192.0.2.7: icmp_seq=3 ttl=57 time=10.9 ms\n\n--- l.example ping statistics ---\n3 packets transmitted, 3 received, 0% packet loss, time 2003ms\nrtt min/avg/max/mdev = 10.9/11.1/11.4/0.2 ms\n"


R_CODE = 'library(readr)\nlibrary(dplyr)\n\nrain <- read_csv("rain.csv")\nwet <- rain %>%\n  filter(level > 4.1) %>%\n  group_by(town) %>%\n  summarise(n = n(), top = max(level))\n\nggplot(wet, aes(x = town, y = n)) +\n  geom_col()\nwrite_csv(wet, "wet.csv")\n'


POM = '<?xml version="1.0" encoding="UTF-8"?>\n<project xmlns="http://maven.apache.org/POM/4.0.0">\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>example.l</groupId>\n  <artifactId>gauge</artifactId>\n  <version>1.0</version>\n  <dependencies>\n    <dependency><groupId>junit</groupId><artifactId>junit</artifactId><version>4.13.2</version></dependency>\n  </dependencies>\n</project>\n'


ACCESS = "".join(
    f"[Sun Mar 01 10:0{n}:00.123456 2026] [proxy:error] [pid 41{n}] (111)Connection refused: AH00957: HTTP: attempt to connect to 127.0.0.1:8080 (localhost) failed\n"
    for n in range(6)
)


KINDS = [
    Kind("drawing", "a.svg", lambda s: '<svg xmlns="http://www.w3.org/2000/svg"><g><path d="M0 0"/><text>Rain</text></g></svg>', 0, FORM_NOT_KNOWN),
    Kind("XML of another kind", "a.xml", lambda s: f'<?xml version="1.0"?><list><item>{s.text()}</item></list>', 0, FORM_NOT_KNOWN),
    Kind("list of addresses for robots", "a.xml", lambda s: '<?xml version="1.0"?><urlset><url><loc>https://l.example/1</loc></url></urlset>', 0, FORM_NOT_KNOWN),
    Kind("e-mail", "a.eml", lambda s: f"From: ana@l.example\r\nTo: tom@l.example\r\nSubject: Rain\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n{s.long()}", 0, FORM_NOT_KNOWN),
    Kind("box of e-mails", "a.mbox", lambda s: f"From ana@l.example Tue Mar  3 06:12:00 2026\r\nFrom: ana@l.example\r\nSubject: Rain\r\n\r\n{s.long()}\r\n", 0, FORM_NOT_KNOWN),
    *[
    Kind(f"{name}", file, lambda s, data=data: data, 0, FORM_NOT_KNOWN)
    for name, file, data in [
        ("PDF", "a.pdf", b"%PDF-1.7\n1 0 obj<<>>endobj"), ("RTF", "a.rtf", b"{\\rtf1\\ansi Rain fell.}"), ("PNG", "a.png", b"\x89PNG\r\n\x1a\n" + random_bytes(99)),
        ("JPEG", "a.jpg", b"\xff\xd8\xff\xe0" + random_bytes(99)), ("GIF", "a.gif", b"GIF89a" + random_bytes(99)), ("old Word", "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random_bytes(999)),
        ("bzip2", "a.bz2", bz2.compress(b"Rain " * 99)), ("xz", "a.xz", lzma.compress(b"Rain " * 99)), ("zstd", "a.zst", b"\x28\xb5\x2f\xfd" + random_bytes(99)),
        ("7z", "a.7z", b"7z\xbc\xaf\x27\x1c" + random_bytes(99)), ("RAR", "a.rar", b"Rar!\x1a\x07" + random_bytes(99)), ("program", "a.bin", b"\x7fELF" + random_bytes(99)),
        ("database", "a.db", b"SQLite format 3\0" + random_bytes(99)), ("PDF named as text", "a.txt", b"%PDF-1.4 Rain fell."),
        ("slides", "a.pptx", zipped(("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", "<p/>"))),
        ("OpenDocument", "a.odt", zipped(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<?xml version='1.0'?><a/>"))),
        ("tar", "a.tar", tar(Stories("Tarmouth"))), ("packed tar", "a.tar.gz", gzip.compress(tar(Stories("Tarmouth")))),
    ]
    ],
    Kind("sound", "a.mp3", lambda s: b"ID3\4\0\0" + random_bytes(999), 0, ("not text",)),
    Kind("noise", "a.txt", lambda s: random_bytes(5000), 0, ("not text",)),
    Kind("empty file", "a.txt", lambda s: "", 0, ("empty file",)),
    Kind("blanks", "a.txt", lambda s: " \n\t\n", 0, ("empty file",)),
    Kind("one word", "a.txt", lambda s: "Rain", 0, ("no story",)),
    Kind("numbers", "a.txt", lambda s: "1 2 3\n" * 300, 0, ("no story",)),
    Kind("lines of a page and no story", "a.txt", lambda s: "Share\nTweet\nSubscribe\nHome\nLog in\n", 0, ("no story",)),
    Kind("text over the limit in a file", "a.txt", lambda s: copied(s) + "rain " * 2_100_000, 0, ("over the limit: text_mb",)),
    Kind("notebook", "a.ipynb", lambda s: json.dumps({"cells": [{"cell_type": "markdown", "source": ["# Rain"]}], "nbformat": 4}), 0, NO_TEXT),
    Kind("list of feeds", "a.opml", lambda s: '<?xml version="1.0"?><opml version="2.0"><body><outline text="Ledger" xmlUrl="https://l.example/rss"/></body></opml>', 0, FORM_NOT_KNOWN),
    Kind("old lzma", "a.lzma", lambda s: lzma.compress(s.long().encode(), format=lzma.FORMAT_ALONE), 0, NOT_TEXT),
    Kind("book", "a.epub", lambda s: zipped(("mimetype", "application/epub+zip"), ("a.xhtml", s.page())), 0, FORM_NOT_KNOWN),
    Kind("key of a server", "a.txt", lambda s: "-----BEGIN RSA PRIVATE KEY-----\n" + "MIIEow\n" * 20, 0, FORM_NOT_KNOWN),
    Kind("ORC", "a.orc", lambda s: b"ORC" + random.Random(1).randbytes(900), 0, NOT_TEXT),
    Kind("Avro", "a.avro", lambda s: b"Obj\x01" + random.Random(2).randbytes(900), 0, FORM_NOT_KNOWN),
    Kind("records in YAML", "a.yaml", in_yaml, 0, FORM_NOT_KNOWN),
    Kind("dump of a database", "a.sql", dump, 0, FORM_NOT_KNOWN),
    Kind("references in RIS", "a.ris", references, 0, FORM_NOT_KNOWN),
    Kind("references in BibTeX", "a.bib", bibtex, 0, FORM_NOT_KNOWN),
    Kind("calendar", "a.ics", lambda s: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + f"BEGIN:VEVENT\r\nDTSTART:20260303T061200Z\r\nSUMMARY:Rain in {s.mark}\r\nDESCRIPTION:{s.text()}\r\nEND:VEVENT\r\n" * 3 + "END:VCALENDAR\r\n", 0, FORM_NOT_KNOWN),
    Kind("card of a contact", "a.vcf", lambda s: "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Roe\r\nORG:Ledger\r\nTEL:+1 555 0100\r\nNOTE:She covers the council of the town and the rain that fell\r\nEND:VCARD\r\n", 0, FORM_NOT_KNOWN),
    Kind("style sheet beside a page", "a_files/style.css", lambda s: STYLES, 0, FORM_NOT_KNOWN),
    Kind("source of a program", "a.py", lambda s: "import os\n\n\ndef rain(town: str) -> bool:\n    \"\"\"Say whether it rains.\"\"\"\n    return os.path.exists(town)\n\n" * 9, 0, FORM_NOT_KNOWN),
    Kind("shortcut to an address", "a.url", lambda s: "[InternetShortcut]\r\nURL=https://l.example/rain\r\nIconIndex=0\r\n", 0, FORM_NOT_KNOWN),
    Kind("shortcut of macOS", "a.webloc", lambda s: '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd"><plist version="1.0"><dict><key>URL</key><string>https://l.example</string></dict></plist>', 0, FORM_NOT_KNOWN),
    Kind("PostScript", "a.ps", lambda s: "%!PS-Adobe-3.0\n%%Title: Rain\n/Times findfont 12 scalefont setfont\n" + f"72 700 moveto ({s.text()}) show\n" * 5 + "showpage\n", 0, FORM_NOT_KNOWN),
    Kind("PDF below a blank line", "a.txt", lambda s: b"\n%PDF-1.7\n" + b"1 0 obj << /Length 44 >> stream\nBT (Rain fell on the town there) Tj ET\nendstream endobj\n" * 9, 0, FORM_NOT_KNOWN),
    Kind("RTF below a blank", "a.rtf", lambda s: " \r\n{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Times;}}\\f0\\fs24 " + s.text() + "\\par " + s.text(2) + "\\par}", 0, FORM_NOT_KNOWN),
    Kind("LaTeX", "a.tex", lambda s: "\\documentclass{article}\n\\usepackage{url}\n\\begin{document}\n\\section{Rain}\n" + s.long() + "\n\\end{document}\n", 0, FORM_NOT_KNOWN),
    Kind("message of PGP", "a.asc", lambda s: "-----BEGIN PGP MESSAGE-----\n\n" + "hQEMA7Y+abc/DEF0AQf9H\n" * 30 + "=abcd\n-----END PGP MESSAGE-----\n", 0, FORM_NOT_KNOWN),
    Kind("log of a server", "access.log", lambda s: '192.0.2.1 - - [03/Mar/2026:06:12:00 +0000] "GET /rain HTTP/1.1" 200 512 "-" "Mozilla/5.0"\n' * 40, 0, FORM_NOT_KNOWN),
    Kind("e-book of Mobipocket", "a.mobi", lambda s: b"Rain\0" * 8 + b"\0" * 20 + b"BOOKMOBI" + random.Random(3).randbytes(900), 0, NOT_TEXT),
    Kind("page packed by brotli", "a.html.br", lambda s: b"\x1b\xff\x07\x00" + random.Random(4).randbytes(900), 0, NOT_TEXT),
    Kind("e-mail in HTML", "a.eml", lambda s: b"From: ana@l.example\r\nTo: tom@l.example\r\nSubject: Rain\r\nDate: Tue, 3 Mar 2026 06:12:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + s.page().encode(), 0, FORM_NOT_KNOWN),
    Kind("e-mail with a table attached", "a.eml", lambda s: b'From: ana@l.example\r\nTo: tom@l.example\r\nSubject: Rain\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee the table.\r\n--x\r\nContent-Type: text/csv\r\n\r\n' + s.table().encode() + b"\r\n--x--\r\n", 0, FORM_NOT_KNOWN),
    Kind("CAB", "a.cab", lambda s: b"MSCF\0\0\0\0" + random.Random(5).randbytes(900), 0, FORM_NOT_KNOWN),
    Kind("ar", "a.deb", lambda s: b"!<arch>\ndebian-binary   1342943816  0     0     100644  4         `\n2.0\n" + random.Random(6).randbytes(900), 0, FORM_NOT_KNOWN),
    Kind(
        "SQL dump",
        "dump.sql",
        lambda s: (
            "-- MySQL dump 10.13\nDROP TABLE IF EXISTS `articles`;\nINSERT INTO `articles` VALUES "
            + ",".join(f"({n},'Rain','2026-03-0{n}','{s.text(n)}')" for n in (1, 2, 3))
            + ";\n"
        ),
        0,
        ("form not known",),
    ),
    Kind(
        "fixed width",
        "a.txt",
        lambda s: (
            "TITLE     DATE        TEXT\n" + "".join(f"Rain {n}    2026-03-0{n}  {s.text(n)}\n" for n in (1, 2, 3))
        ),
        0,
        ("form not known",),
    ),
    Kind(
        "YAML",
        "a.yaml",
        lambda s: "".join(f"- title: Rain {n}\n  date: 2026-03-0{n}\n  text: >\n    {s.text(n)}\n" for n in (1, 2, 3)),
        0,
        ("form not known",),
    ),
    Kind(
        "TOML",
        "a.toml",
        lambda s: "".join(f'[[article]]\ntitle = "Rain {n}"\ntext = "{s.text(n)}"\n\n' for n in (1, 2, 3)),
        0,
        ("form not known",),
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
    Kind("ELF", "a.bin", lambda s: b"\x7fELF\x02\x01\x01" + bytes(2000), 0, ("form not known",)),
    Kind("a text of blanks", "a.txt", lambda s: " \t\u00a0\n" * 300, 0, ("empty file",)),
    Kind("a text of one sign", "a.txt", lambda s: ".", 0, ("no story",)),
    Kind("a text of dashes", "a.txt", lambda s: ("-" * 80 + "\n") * 50, 0, ("form not known",)),
    Kind("a text of numbers", "a.txt", lambda s: "\n".join(str(n * n) for n in range(500)), 0, ("no story",)),
    Kind(
        "a list of addresses",
        "a.txt",
        lambda s: "\n".join(f"https://{s.mark.lower()}.example/{n}" for n in range(40)),
        0,
        ("no story",),
    ),
    Kind(
        "a shortcut to the web",
        "a.url",
        lambda s: f"[InternetShortcut]\nURL=https://{s.mark.lower()}.example/\n",
        0,
        ("form not known",),
    ),
    Kind(
        "names of columns of a database's listing",
        "a.txt",
        lambda s: "title  date  text\n-----  ----  ----\n" + "".join(f"Rain   2026  {s.text(n)}\n" for n in (1, 2, 3)),
        0,
        ("form not known",),
    ),
    Kind(
        "an INI file with prose",
        "a.ini",
        lambda s: f"[article]\ntitle = Rain\ntext = {s.text()}\n[other]\na = b\n",
        0,
        ("form not known",),
    ),
    Kind(
        "a chat",
        "chat.txt",
        lambda s: "".join(f"[01/03/2026, 10:0{n}:00] Ada Quill: {s.text(n)}\n" for n in range(1, 9)),
        0,
        ("form not known",),
    ),
    Kind("BibTeX below a comment", "a.bib", lambda s: "% Export of the press archive\n\n" + each(s, "@article{{rain{n},\n  title = {{{title}}},\n  abstract = {{{text}}},\n  year = {{2026}}\n}}\n\n"), 0, FORM_NOT_KNOWN),
    Kind("EndNote", "a.enw", lambda s: each(s, "%0 Newspaper Article\n%T {title}\n%D 2026\n%J The Ledger\n%X {text}\n\n"), 0, FORM_NOT_KNOWN),
    Kind("RefWorks", "a.txt", lambda s: each(s, "RT Newspaper Article\nT1 {title}\nJF The Ledger\nAB {text}\n\n"), 0, FORM_NOT_KNOWN),
    Kind("Web of Science", "a.txt", lambda s: "FN Clarivate Analytics Web of Science\nVR 1.0\n" + each(s, "PT J\nTI {title}\nPY 2026\nAB {text}\nER\n\n") + "EF\n", 0, FORM_NOT_KNOWN),
    Kind("PubMed", "a.nbib", lambda s: each(s, "PMID- 100{n}\nOWN - NLM\nSTAT- MEDLINE\nTI  - {title}\nAB  - {text}\n\n"), 0, FORM_NOT_KNOWN),
    Kind("Zotero in RDF", "a.rdf", lambda s: '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bib="http://purl.org/net/biblio#" xmlns:dcterms="http://purl.org/dc/terms/">' + each(s, "<bib:Article rdf:about='#{n}'><dcterms:abstract>{text}</dcterms:abstract></bib:Article>") + "</rdf:RDF>", 0, ("empty feed",)),
    Kind("EndNote in XML", "a.xml", lambda s: "<?xml version='1.0'?><xml><records>" + each(s, "<record><titles><title><style>{title}</style></title></titles><abstract><style>{text}</style></abstract></record>") + "</records></xml>", 0, FORM_NOT_KNOWN),
    Kind("dump of a wiki", "a.xml", lambda s: '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en"><siteinfo><sitename>Wiki</sitename></siteinfo>' + each(s, "<page><title>{title}</title><ns>0</ns><revision><text bytes='9'>'''Rain''' {text} [[Category:Rain]]</text></revision></page>") + "</mediawiki>", 0, FORM_NOT_KNOWN),
    Kind("index of site maps", "sitemap_index.xml", lambda s: '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://l.example/1.xml</loc></sitemap></sitemapindex>', 0, FORM_NOT_KNOWN),
    Kind("site map of news", "news.xml", lambda s: '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">' + each(s, "<url><loc>https://l.example/{n}</loc><news:news><news:title>{title}</news:title></news:news></url>") + "</urlset>", 0, FORM_NOT_KNOWN),
    Kind("rules for robots", "robots.txt", lambda s: "User-agent: *\nDisallow: /search\nDisallow: /login\nCrawl-delay: 10\nSitemap: https://l.example/sitemap.xml\n", 0, FORM_NOT_KNOWN),
    Kind("chat of a phone with dashes", "chat.txt", lambda s: "".join(f"01/03/2026, 10:0{n} - Ana Roe: {s.text(n)}\n" for n in range(1, 9)), 0, FORM_NOT_KNOWN),
    Kind("chat of a phone in American form", "chat.txt", lambda s: "".join(f"3/1/26, 9:0{n}\u202fPM - Ana Roe: {s.text(n)}\n" for n in range(1, 9)), 0, FORM_NOT_KNOWN),
    Kind("bookmarks of a browser", "Bookmarks", lambda s: json.dumps({"checksum": "a1", "roots": {"bookmark_bar": {"children": [{"name": "Ledger", "type": "url", "url": "https://l.example"}], "name": "Bar"}}, "version": 1}, indent=3), 0, NO_TEXT),
    Kind("records of a note keeper", "a.enex", lambda s: '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd"><en-export>' + each(s, "<note><title>{title}</title><content><![CDATA[<en-note><div>{text}</div></en-note>]]></content></note>") + "</en-export>", 0, FORM_NOT_KNOWN),
    Kind("NewsML-G2 without a text", "a.xml", lambda s: '<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a" version="1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><headline>Rain</headline></contentMeta></newsItem>', 0, FORM_NOT_KNOWN),
    Kind("SGML of a research corpus", "a.sgm", lambda s: '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n' + each(s, '<REUTERS TOPICS="YES" NEWID="{n}">\n<DATE>1-MAR-2026</DATE>\n<TEXT>&#2;\n<TITLE>{title}</TITLE>\n<BODY>{text}\n&#3;</BODY></TEXT>\n</REUTERS>\n'), 0, FORM_NOT_KNOWN),
    Kind("documents of a contest in search", "a.trec", lambda s: each(s, "<DOC>\n<DOCNO> L-{n} </DOCNO>\n<HL> {title} </HL>\n<TEXT>\n{text}\n</TEXT>\n</DOC>\n"), 0, FORM_NOT_KNOWN),
    Kind("TEI", "a.xml", lambda s: f'<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/></teiHeader><text><body>{paragraphs(s)}</body></text></TEI>', 0, FORM_NOT_KNOWN),
    Kind("words of a corpus under one another", "a.conllu", lambda s: "".join(f"# sent_id = {n}\n# text = {s.text(n)}\n" + "".join(f"{k}\t{word}\t{word.lower()}\tNOUN\tNN\t_\t0\troot\t_\t_\n" for k, word in enumerate(s.text(n).split(), 1)) + "\n" for n in (1, 2, 3)), 0, FORM_NOT_KNOWN),
    Kind("marks on a text", "a.ann", lambda s: "".join(f"T{n}\tPerson {n} {n + 4}\tRain\nR{n}\tSays Arg1:T{n} Arg2:T{n}\n" for n in range(1, 9)), 0, FORM_NOT_KNOWN),
    Kind("letter with its way first", "a.eml", lambda s: f"Return-Path: <ana@l.example>\r\nReceived: from mx.l.example (mx.l.example [192.0.2.1])\r\n\tby mail.l.example with ESMTP id a1\r\n\tfor <tom@l.example>; Sun, 1 Mar 2026 10:00:00 +0000\r\nFrom: Ana Roe <ana@l.example>\r\nSubject: Rain\r\nContent-Type: text/plain\r\n\r\n{s.long()}\r\n", 0, FORM_NOT_KNOWN),
    Kind("newsletter in two forms", "a.eml", lambda s: f"Delivered-To: tom@l.example\r\nMIME-Version: 1.0\r\nFrom: The Ledger <news@l.example>\r\nSubject: =?utf-8?Q?Rain?=\r\nList-Unsubscribe: <https://l.example/u>\r\nContent-Type: multipart/alternative; boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: text/plain\r\n\r\n{s.long()}\r\n--b1\r\nContent-Type: text/html\r\n\r\n{s.page()}\r\n--b1--\r\n", 0, FORM_NOT_KNOWN),
    Kind("letter of Outlook", "a.msg", lambda s: OLE + "Rain".encode("utf-16-le") * 50, 0, FORM_NOT_KNOWN),
    Kind("letter wrapped for Outlook", "winmail.dat", lambda s: noise(b"\x78\x9f\x3e\x22\x01\x00\x01\x90"), 0, NOT_TEXT),
    Kind("letter in a folder of letters", "1772323200.M1P2.host,S=9_2,S", lambda s: f"X-Original-To: tom@l.example\nDKIM-Signature: v=1; a=rsa-sha256; d=l.example;\n\tb=abc\nFrom: ana@l.example\nTo: tom@l.example\nSubject: Rain\n\n{s.long()}\n", 0, FORM_NOT_KNOWN),
    Kind("group of posts of a news server", "a.txt", lambda s: f"Path: news.l.example!not-for-mail\nFrom: ana@l.example\nNewsgroups: alt.rain\nSubject: Rain\nDate: Sun, 1 Mar 2026 10:00:00 GMT\nMessage-ID: <1@l.example>\nLines: 9\n\n{s.long()}\n", 0, FORM_NOT_KNOWN),
    Kind("text of OpenDocument in one XML", "a.fodt", lambda s: f'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>{s.text()}</text:p></office:text></office:body></office:document>', 0, FORM_NOT_KNOWN),
    Kind("Word of 2003 in XML", "a.xml", lambda s: f'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>{s.text()}</w:t></w:r></w:p></w:body></w:wordDocument>', 0, FORM_NOT_KNOWN),
    Kind("Word in one XML", "a.xml", lambda s: f'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part><pkg:xmlData><w:document xmlns:w="x"><w:body><w:p><w:r><w:t>{s.text()}</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>', 0, FORM_NOT_KNOWN),
    Kind("book in XML", "a.fb2", lambda s: f'<?xml version="1.0"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><body><section>{paragraphs(s)}</section></body></FictionBook>', 0, FORM_NOT_KNOWN),
    Kind("text of Pages", "a.pages", iwork, 0, ("form not known", "not text", "not text")),
    Kind("document of XPS", "a.xps", lambda s: packed({"[Content_Types].xml": b"<Types/>", "FixedDocSeq.fdseq": b"<FixedDocumentSequence/>"}), 0, FORM_NOT_KNOWN),
    Kind("WordPerfect", "a.wpd", lambda s: noise(b"\xffWPC\x10\0\0\0"), 0, NOT_TEXT),
    Kind("help file", "a.chm", lambda s: noise(b"ITSF\x03\0\0\0"), 0, NOT_TEXT),
    Kind("scan in DjVu", "a.djvu", lambda s: noise(b"AT&TFORM\0\0"), 0, NOT_TEXT),
    Kind("scan in TIFF", "a.tif", lambda s: noise(b"II*\0"), 0, NOT_TEXT),
    Kind("PDF below the header of a server", "a.pdf", lambda s: b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 900\r\n\r\n" + noise(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), 0, FORM_NOT_KNOWN),
    Kind("SYLK", "a.slk", lambda s: "ID;PWXL;N;E\nP;PGeneral\nB;Y4;X3\n" + "".join(f'C;Y{n};X1;K"Rain {n}"\nC;Y{n};X2;K"{s.text(n)}"\n' for n in (1, 2, 3)) + "E\n", 0, FORM_NOT_KNOWN),
    Kind("dBase", "a.dbf", lambda s: b"\x03\x1a\x03\x01\x03\0\0\0\x61\0\x20\0" + bytes(20) + b"TITLE\0\0\0\0\0\0C" + bytes(20) + b"\r" + s.text().encode(), 0, NOT_TEXT),
    Kind("arrays of NumPy", "a.npz", lambda s: packed({"a.npy": b"\x93NUMPY\x01\0v\0{'descr': '<f8'}\n" + bytes(800)}), 0, FORM_NOT_KNOWN),
    Kind("data of R", "a.rds", lambda s: gzip.compress(noise(b"X\n\0\0\0\x03\0\x04\x01\0"), mtime=0), 0, FORM_NOT_KNOWN),
    Kind("objects of R as text", "a.R", lambda s: "structure(list(title = c(\"Rain 1\", \"Rain 2\"), text = c(\"" + s.text(1) + "\", \"" + s.text(2) + "\")), class = \"data.frame\", row.names = c(NA, -2L))\n", 0, FORM_NOT_KNOWN),
    Kind("subtitles with the line ends of Windows and a mark", "a.srt", lambda s: "\ufeff" + each(s, "{n}\r\n00:00:0{n},000 --> 00:00:0{n},900\r\n{text}\r\n\r\n"), 0, FORM_NOT_KNOWN),
    Kind("subtitles that begin with 0", "a.srt", lambda s: "0\n00:00:00,000 --> 00:00:01,000\nRain\n\n" + each(s, "{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{text}\n\n"), 0, FORM_NOT_KNOWN),
    Kind("subtitles with styles", "a.ass", lambda s: "[Script Info]\nTitle: Rain\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Text\n" + each(s, "Dialogue: 0,0:00:0{n}.00,0:00:0{n}.90,{text}\n"), 0, FORM_NOT_KNOWN),
    Kind("subtitles in XML", "a.ttml", lambda s: '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div>' + each(s, "<p begin='0{n}s' end='1{n}s'>{text}</p>") + "</div></body></tt>", 0, FORM_NOT_KNOWN),
    Kind("subtitles with dots and commas", "a.sbv", lambda s: each(s, "0:00:0{n}.000,0:00:0{n}.900\n{text}\n\n"), 0, FORM_NOT_KNOWN),
    Kind("words of a song", "a.lrc", lambda s: "[ar:Ana Roe]\n[ti:Rain]\n" + each(s, "[00:1{n}.00]{text}\n"), 0, FORM_NOT_KNOWN),
    Kind("subtitles by frames", "a.sub", lambda s: each(s, "{{{n}0}}{{{n}9}}{text}\n") + each(s, "{{9{n}0}}{{9{n}9}}Rain\n"), 0, FORM_NOT_KNOWN),
    Kind("what the finder leaves", ".DS_Store", lambda s: noise(b"\0\0\0\x01Bud1"), 0),
    Kind("second half of a file without its dots", "a_rsrc", lambda s: noise(b"\0\x05\x16\x07\0\x02\0\0Mac OS X"), 0, NOT_TEXT),
    Kind("icon of a folder", "Icon\r", lambda s: b"", 0, ("empty file",)),
    Kind("settings of a folder", "desktop.ini", lambda s: "\ufeff[.ShellClassInfo]\r\nIconResource=C:\\Windows\\System32\\a.dll,3\r\n".encode("utf-16"), 0),
    Kind("where a file came from", "a.html_Zone.Identifier", lambda s: "[ZoneTransfer]\r\nZoneId=3\r\nReferrerUrl=https://l.example/\r\nHostUrl=https://l.example/a.html\r\n", 0, FORM_NOT_KNOWN),
    Kind("lock of LibreOffice, shown", "lock.a.odt#", lambda s: ",ana,host,01.03.2026 10:00,file:///home/ana/.config/libreoffice/4;", 0, FORM_NOT_KNOWN),
    Kind("shortcut of Windows", "a.lnk", lambda s: noise(b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F"), 0, NOT_TEXT),
    Kind("swap of an editor", "a.txt.swp", lambda s: noise(b"b0VIM 8.2\0\0\0\0"), 0, NOT_TEXT),
    Kind("archive that is still arriving", "a.zip.part", lambda s: packed({"a.txt": copied_without_byline(s)})[:-30], 0, ("damaged zip",)),
    Kind("log of a mirror", "wget-log", lambda s: "".join(f"--2026-03-01 10:00:0{n}--  https://l.example/{n}\nReusing existing connection to l.example:443.\nHTTP request sent, awaiting response... 200 OK\nLength: 900 [text/html]\nSaving to: ‘{n}.html’\n\n2026-03-01 10:00:0{n} (9 MB/s) - ‘{n}.html’ saved [900/900]\n\n" for n in range(1, 9)), 0, FORM_NOT_KNOWN),
    Kind("program that unpacks itself", "a.exe", lambda s: noise(b"MZ\x90\0\x03\0\0\0") + packed({"a.txt": copied_without_byline(s)}), 0, NOT_TEXT),
    Kind("first part of a ZIP", "a.zip.001", lambda s: packed({"a.txt": random.Random(1).randbytes(9000), "b.txt": copied_without_byline(s)})[:5000], 0, ("damaged zip",)),
    Kind("lzma alone", "a.lzma", lambda s: lzma.compress(s.page().encode() * 9, format=lzma.FORMAT_ALONE), 0, NOT_TEXT),
    Kind("torrent", "a.torrent", lambda s: noise(b"d8:announce30:https://t.example/announce_____13:creation datei1772323200e4:infod6:lengthi900e6:pieces900:"), 0, NOT_TEXT),
    Kind("records of a database under one another", "out.txt", lambda s: each(s, "-[ RECORD {n} ]{n}----\ntitle | {title}\ndate  | 2026-03-0{n}\ntext  | {text}\n"), 0, FORM_NOT_KNOWN),
    Kind("records of another database under one another", "out.txt", lambda s: each(s, "*************************** {n}. row ***************************\ntitle: {title}\n date: 2026-03-0{n}\n text: {text}\n"), 0, FORM_NOT_KNOWN),
    Kind("BSON", "a.bson", lambda s: b"\x90\0\0\0\x02title\0\x05\0\0\0Rain\0\x02text\0" + len(s.text()).to_bytes(4, "little") + s.text().encode() + b"\0\0", 0, NOT_TEXT),
    Kind("library records in XML", "a.xml", lambda s: '<?xml version="1.0"?><modsCollection xmlns="http://www.loc.gov/mods/v3">' + each(s, "<mods><titleInfo><title>{title}</title></titleInfo><abstract>{text}</abstract></mods>") + "</modsCollection>", 0, FORM_NOT_KNOWN),
    Kind("harvest of a repository", "a.xml", lambda s: '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>' + each(s, "<record><metadata><title>{title}</title><p>{text}</p></metadata></record>") + "</ListRecords></OAI-PMH>", 0, FORM_NOT_KNOWN),
    Kind("references with whole words", "a.txt", lambda s: each(s, "Reference Type:  Newspaper Article\nRecord Number: {n}\nYear: 2026\nTitle: Rain\nNewspaper: Ledger\nPages: A1\nAbstract: {text}\n\n"), 0, FORM_NOT_KNOWN),
    Kind("articles in XML of somebody's own", "a.xml", lambda s: '<?xml version="1.0"?><articles>' + each(s, "<article><title>{title}</title><date>2026-03-0{n}</date><text>{text}</text></article>") + "</articles>", 0, FORM_NOT_KNOWN),
    Kind("NewsML of the first kind", "a.xml", lambda s: f'<?xml version="1.0"?><NewsML Version="1.2"><NewsItem><NewsComponent><NewsLines><HeadLine>Rain</HeadLine></NewsLines><ContentItem><DataContent>{paragraphs(s)}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>', 0, FORM_NOT_KNOWN),
    Kind("chat with lines that go on", "chat.txt", lambda s: "".join(f"[01.03.26, 10:0{n}:00] Ana Roe: {s.text(n)}\nAnd more.\n" for n in range(1, 9)), 0, FORM_NOT_KNOWN),
    Kind("talk in a channel of the old net", "rain.log", lambda s: "".join(f"[10:0{n}] <ana> {s.text(n)}\n" for n in range(1, 9)), 0, FORM_NOT_KNOWN),
    Kind("letter with its fields in small letters", "a.eml", lambda s: f"from: Ana Roe <ana@l.example>\nto: tom@l.example\nsubject: Rain\ndate: Sun, 1 Mar 2026 10:00:00 +0000\n\n{s.long()}\n", 0, FORM_NOT_KNOWN),
    Kind("letter that Outlook saved as text", "Rain.txt", lambda s: f"From:\tAna Roe\nSent:\tSunday, March 1, 2026 10:00 AM\nTo:\tTom Vale\nSubject:\tRain\n\n{s.long()}\n", 0, FORM_NOT_KNOWN),
    Kind("letter that Outlook saved as text, in German", "Regen.txt", lambda s: f"Von:\tAna Roe\nGesendet:\tSonntag, 1. März 2026 10:00\nAn:\tTom Vale\nBetreff:\tRain\n\n{s.long()}\n", 0, FORM_NOT_KNOWN),
    Kind("subtitles of the web with remarks", "a.vtt", lambda s: "\ufeffWEBVTT - Rain\r\n\r\nNOTE made by hand\r\n\r\n" + each(s, "{n}\r\n00:0{n}.000 --> 00:0{n}.900 align:start\r\n<v Ana>{text}\r\n\r\n"), 0, FORM_NOT_KNOWN),
    Kind("table of Numbers", "a.numbers", lambda s: packed({"Index/Tables/DataList.iwa": noise(b"\0", 2), "preview.jpg": noise(b"\xff\xd8\xff")}), 0, ("form not known", "not text")),
    Kind("pointer to a document of Google", "Rain.gdoc", lambda s: json.dumps({"url": "https://d.example/open?id=1", "doc_id": "1", "email": "ana@l.example"}), 0, NO_TEXT),
    Kind("translations of a program", "de.po", lambda s: 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n' + each(s, '#: a.py:{n}\nmsgid "{title}"\nmsgstr "{text}"\n\n'), 0, FORM_NOT_KNOWN),
    Kind("settings of Java", "a.properties", lambda s: "# made on Sunday\nrain.title=Rain\nrain.text=It rained.\nrain.color = blue\nrain.days=3\n", 0, FORM_NOT_KNOWN),
    Kind("part of a registry", "a.reg", lambda s: 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\Rain]\r\n"Town"="Marlow"\r\n"Days"=dword:00000003\r\n'.encode("utf-16"), 0, ("no story",)),
    Kind("recipe of make", "Makefile", lambda s: "all: rain.html\n\nrain.html: rain.md\n\tpandoc -o $@ $<\n\nclean:\n\trm -f rain.html\n\n.PHONY: all clean\n", 0, FORM_NOT_KNOWN),
    Kind("font", "a.woff2", lambda s: noise(b"wOF2\0\x01\0\0", 3), 0, NOT_TEXT),
    Kind("class of Java", "A.class", lambda s: noise(b"\xca\xfe\xba\xbe\0\0\0\x41", 4), 0, NOT_TEXT),
    Kind("cookies of a browser", "cookies.txt", lambda s: "# Netscape HTTP Cookie File\n# This is a generated file! Do not edit.\n\n" + "".join(f".l.example\tTRUE\t/\tFALSE\t177232320{n}\train{n}\tabc{n}\n" for n in range(1, 9)), 0, FORM_NOT_KNOWN),
    Kind("places on a map", "a.kml", lambda s: '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>' + each(s, "<Placemark><name>{title}</name><description><![CDATA[<p>{text}</p>]]></description></Placemark>") + "</Document></kml>", 0, FORM_NOT_KNOWN),
    Kind("dump below a remark of C", "a.sql", lambda s: "/* dump */\nCREATE TABLE articles (id int, text text);\nINSERT INTO articles VALUES " + ",\n".join(f"({n}, '{s.text(n)}')" for n in (1, 2, 3)) + ";\n", 0, FORM_NOT_KNOWN),
    Kind("records of a library's search", "a.txt", lambda s: each(s, "Record: {n}\nTitle: {title}\nAuthors: Roe, Ana\nSource: Ledger\nAbstract: {text}\nAccession Number: 100{n}\nDatabase: News\n\n"), 0, FORM_NOT_KNOWN),
    Kind("references with names in braces", "a.txt", lambda s: each(s, "{{Reference Type}}: Newspaper Article\n{{Title}}: {title}\n{{Author}}: Roe, Ana\n{{Year}}: 2026\n{{Abstract}}: {text}\n\n"), 0, FORM_NOT_KNOWN),
    Kind("BibTeX that begins with a remark of its own", "a.bib", lambda s: "@comment{jabref-meta: databaseType:bibtex;}\n" + each(s, "@article{{roe{n},\n  title = {{{title}}},\n  abstract = {{{text}}}\n}}\n"), 0, FORM_NOT_KNOWN),
    Kind("how to cite a program", "CITATION.cff", lambda s: "cff-version: 1.2.0\nmessage: Please cite it.\ntitle: Rain\nauthors:\n  - family-names: Roe\n    given-names: Ana\nversion: 1.0\n", 0, FORM_NOT_KNOWN),
    Kind("article of a journal in XML", "a.xml", lambda s: f'<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" "a.dtd"><article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta/></front><body><sec><p>{s.text()}</p></sec></body></article>', 0, FORM_NOT_KNOWN),
    Kind("tree of a family", "a.ged", lambda s: "0 HEAD\n1 SOUR Rain\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME Ana /Roe/\n1 SEX F\n1 BIRT\n2 DATE 1 MAR 1976\n2 PLAC Marlow\n0 TRLR\n", 0, ("no story",)),
    Kind("remarks of readers in XML", "a.xml", lambda s: '<?xml version="1.0"?><disqus xmlns="http://disqus.com">' + each(s, "<post><message><![CDATA[<p>{text}</p>]]></message></post>") + "</disqus>", 0, FORM_NOT_KNOWN),
    Kind("chat of a phone in German form", "chat.txt", lambda s: "".join(f"01.03.26, 10:0{n} - Ana Roe: {s.text(n)}\n" for n in range(1, 9)), 0, FORM_NOT_KNOWN),
    Kind("chat with the half of the day", "chat.txt", lambda s: "".join(f"[3/1/2026 10:0{n}:00 AM] Ana Roe: {s.text(n)}\n" for n in range(1, 9)), 0, FORM_NOT_KNOWN),
    Kind("places that a reader marked in books", "My Clippings.txt", lambda s: "\ufeff" + each(s, "{title} (Ana Roe)\n- Your Highlight on page {n} | location 1{n}-2{n} | Added on Sunday, March 1, 2026 10:00:00 AM\n\n{text}\n==========\n"), 0, FORM_NOT_KNOWN),
    Kind("events that a server sends", "a.txt", lambda s: "".join(f"event: article\ndata: {json.dumps(r)}\n\n" for r in s.records()), 0, FORM_NOT_KNOWN),
    Kind("letter saved as text, in French", "Pluie.txt", lambda s: f"De : Ana Roe\nEnvoyé : dimanche 1 mars 2026 10:00\nÀ : Tom Vale\nObjet : Rain\n\n{s.long()}\n", 0, FORM_NOT_KNOWN),
    Kind("list of people of a directory", "a.ldif", lambda s: "dn: cn=Ana Roe,dc=l,dc=example\nobjectClass: person\ncn: Ana Roe\nsn: Roe\nmail: ana@l.example\n\ndn: cn=Tom Vale,dc=l,dc=example\nobjectClass: person\ncn: Tom Vale\nsn: Vale\n", 0, FORM_NOT_KNOWN),
    Kind("calendar below a mark", "a.ics", lambda s: f"\ufeffBEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Rain\r\nDESCRIPTION:{s.text()}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", 0, FORM_NOT_KNOWN),
    Kind("table of OpenDocument in one XML", "a.fods", lambda s: f'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:t" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><text:p>{s.text()}</text:p></office:body></office:document>', 0, FORM_NOT_KNOWN),
    Kind("packed XML of a spreadsheet", "a.gnumeric", lambda s: gzip.compress(f'<?xml version="1.0"?><gnm:Workbook xmlns:gnm="http://www.gnumeric.org/v10.dtd"><gnm:Cell>{s.text()}</gnm:Cell></gnm:Workbook>'.encode(), mtime=0), 0, FORM_NOT_KNOWN),
    Kind("drawing of a program for charts", "a.drawio", lambda s: f'<mxfile host="a" version="1"><diagram><mxGraphModel><root><mxCell id="0" value="{s.text()}"/></root></mxGraphModel></diagram></mxfile>', 0, FORM_NOT_KNOWN),
    Kind("packed drawing", "a.svgz", lambda s: gzip.compress(f'<svg xmlns="http://www.w3.org/2000/svg"><title>Rain</title><text>{s.long()}</text></svg>'.encode(), mtime=0), 0, FORM_NOT_KNOWN),
    Kind("style sheet in one line", "a.min.css", lambda s: "body{margin:0;padding:0}h1,h2{font:700 1rem/1.2 serif}.rain>p::after{content:'';color:#06c}@media(max-width:600px){.rain{display:none}}" * 4, 0, FORM_NOT_KNOWN),
    Kind("schema of an interface", "a.graphql", lambda s: "type Article {\n  id: ID!\n  title: String\n  text: String\n}\n\ntype Query {\n  articles: [Article!]!\n}\n", 0, ("no story",)),
    Kind("names of hosts", "hosts", lambda s: "127.0.0.1 localhost\n192.0.2.1 mail.l.example\n192.0.2.2 www.l.example\n192.0.2.3 ftp.l.example\n192.0.2.4 db.l.example\n", 0, FORM_NOT_KNOWN),
    Kind("settings of a server", "site.conf", lambda s: "server {\n    listen 80;\n    server_name l.example;\n    location / {\n        proxy_pass http://127.0.0.1:8000;\n    }\n}\n", 0, FORM_NOT_KNOWN),
    Kind("public key", "id.pub", lambda s: "ssh-rsa " + "AAAAB3NzaC1yc2EAAAADAQABAAABgQ" * 12 + " ana@l.example\n", 0, FORM_NOT_KNOWN),
    Kind("how a program failed", "error.txt", lambda s: 'Traceback (most recent call last):\n  File "/home/ana/rain.py", line 3, in <module>\n    rain()\n  File "/home/ana/rain.py", line 2, in rain\n    raise ValueError("it did not rain on the town")\nValueError: it did not rain on the town\n', 0, FORM_NOT_KNOWN),
    Kind("film", "a.mov", lambda s: noise(b"\0\0\0\x14ftypqt  \0\0\0\0"), 0, NOT_TEXT),
    Kind("picture of a new kind", "a.avif", lambda s: noise(b"\0\0\0\x1cftypavif\0\0\0\0"), 0, NOT_TEXT),
    Kind("drawing with a head of its own", "a.eps", lambda s: noise(b"\xc5\xd0\xd3\xc6\x1e\0\0\0"), 0, NOT_TEXT),
    Kind("references of a wiki", "a.txt", lambda s: each(s, "{{{{cite news |title={title} |last=Roe |first=Ana |work=The Ledger |date=2026-03-0{n} |quote=Rain |url=https://l.example/{n}}}}}\n"), 0, FORM_NOT_KNOWN),
    Kind("chat of workplace as text", "chat.txt", lambda s: "".join(f"2026-03-01 10:0{n}:00 | Ana Roe | {s.text(n)}\n" for n in range(1, 9)), 0, FORM_NOT_KNOWN),
    Kind("list of files of a computer", "dir.txt", lambda s: " Volume in drive C is Rain\n\n Directory of C:\\rain\n\n" + "".join(f"03/0{n}/2026  10:00 AM             900 rain{n}.txt\n" for n in range(1, 9)) + "               8 File(s)          7,200 bytes\n", 0, ("no story",)),
    Kind("sums of files", "SHA256SUMS", lambda s: "".join(f"{'0123456789abcdef' * 4}  rain{n}.txt\n" for n in range(1, 9)), 0, FORM_NOT_KNOWN),
    Kind("versions of packages", "requirements.txt", lambda s: "pandas==3.0.0\nnumpy>=2.1\nlxml\npyarrow>=21 ; python_version >= '3.11'\nopenpyxl==3.1.5\n", 0, FORM_NOT_KNOWN),
    Kind("settings of an editor", ".editorconfig", lambda s: "root = true\n[*]\nindent_style = space\n", 0),
    Kind("recipe of a container", "Dockerfile", lambda s: "FROM python:3.11\nWORKDIR /rain\nCOPY . .\nRUN pip install -r requirements.txt\nEXPOSE 8000\nCMD [\"python\", \"rain.py\"]\n", 0, ("no story",)),
    Kind("script of a shell", "a.bat", lambda s: "@echo off\r\nset TOWN=Marlow\r\nif exist rain.txt del rain.txt\r\necho Rain > rain.txt\r\npause\r\n", 0, ("no story",)),
    Kind("code in a language with semicolons", "a.c", lambda s: "#include <stdio.h>\n\nint main(void) {\n    printf(\"It rained.\\n\");\n    return 0;\n}\n", 0, FORM_NOT_KNOWN),
    Kind("sheet music", "a.abc", lambda s: "X:1\nT:Rain\nM:4/4\nL:1/8\nK:C\nCDEF GABc|cBAG FEDC|\n", 0, FORM_NOT_KNOWN),
    Kind("moves of chess", "a.pgn", lambda s: '[Event "Rain"]\n[Site "Marlow"]\n[Date "2026.03.01"]\n[White "Roe, Ana"]\n[Black "Vale, Tom"]\n[Result "1-0"]\n\n1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 1-0\n', 0, ("no story",)),
    Kind("sound of a telephone", "a.amr", lambda s: noise(b"#!AMR\n\x3c\x91", 7), 0, NOT_TEXT),
    Kind("film for the web", "a.webm", lambda s: noise(b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81", 8), 0, NOT_TEXT),
    Kind("picture of a camera", "a.cr2", lambda s: noise(b"II*\0\x10\0\0\0CR\x02\0", 9), 0, NOT_TEXT),
    Kind("box of passwords", "a.kdbx", lambda s: noise(b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5", 10), 0, NOT_TEXT),
    Kind("e-mail below blank lines", "a.eml", lambda s: "\r\n\r\n" + letter(s), 0, FORM_NOT_KNOWN),
    Kind("e-mail in base64", "a.eml", lambda s: letter(s, "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n", base64.encodebytes(s.long().encode()).decode()), 0, FORM_NOT_KNOWN),
    Kind("headlines alone", "a.txt", lambda s: "Rain at last\nTown wet\nCouncil goes home\nClerk dry\nMayor glad\nRiver wide\n", 0, ("no story",)),
    Kind("headlines and bylines alone", "a.txt", lambda s: "Rain at last\nBy Ana Roe\n\nTown wet\nBy Tom Vale\n\nCouncil goes home\nBy Jo May\n", 0, ("no story",)),
    Kind("contact of the newsroom alone", "a.txt", lambda s: "The Ledger\n1 Main Street\nMarlow\n+1 555 0100\nnews@l.example\nwww.l.example\n", 0, ("no story",)),
    Kind("list of files with sizes", "files.txt", lambda s: "total 24\n" + "".join(f"-rw-r--r-- 1 ana ana 900 Mar  {n} 10:00 rain{n}.txt\n" for n in range(1, 9)), 0, ("no story",)),
    Kind("empty message", "a.eml", lambda s: "From: ana@l.example\r\nTo: tom@l.example\r\nSubject: Rain\r\nMessage-ID: <1@l.example>\r\n\r\n", 0, FORM_NOT_KNOWN),
    Kind("head of a story without the story", "a.txt", lambda s: f"Rain in {s.mark}\n\nBy Ana Roe\n\nMarch 1, 2026\n", 0, NO_STORY),
    Kind("copyright alone", "a.txt", lambda s: "Copyright 2026 The Ledger. All rights reserved.\n", 0, NO_STORY),
    Kind("menu of a school", "a.txt", lambda s: titled(s, f"The schools of {s.mark} serve these meals this week.", "Monday: Soup and bread", "Tuesday: Rice and beans", "Wednesday: Fish and peas", "Thursday: Pasta"), 0, NO_STORY),
    Kind("addresses of mail alone", "a.txt", lambda s: "".join(f"reader{n}@l.example\n" for n in range(30)), 0, NO_STORY),
    Kind("words of a search alone", "a.txt", lambda s: "rain\ncouncil\ndrought\nMarlow\nvote\nclerk\n", 0, NO_STORY),
    Kind("story of a program for pages in XML", "a.icml", lambda s: f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?aid style="50" type="snippet" readerVersion="6.0" featureSet="513" product="8.0(370)" ?>\n<Document DOMVersion="8.0" Self="d"><Story Self="u1"><ParagraphStyleRange><CharacterStyleRange><Content>{s.long()}</Content><Br/></CharacterStyleRange></ParagraphStyleRange></Story></Document>', 0, ("form not known",)),
    Kind("document of a program for pages", "a.indd", lambda s: bytes.fromhex("0606edf5d81d46e5bd31efe7fe74b71d") + b"DOCUMENT" + random_bytes(6000), 0, ("not text",)),
    Kind("what Outlook wraps its letters in", "winmail.dat", lambda s: bytes.fromhex("789f3e22") + b"\x01\x00\x01\x06\x90\x08\x00\x04\x00\x00\x00" + random_bytes(600) + s.text().encode() + random_bytes(600), 0, ("not text",)),
    Kind("path of a printer of solid things", "a.gcode", lambda s: GCODE, 0, ("form not known",)),
    Kind("solid thing in words", "a.stl", lambda s: STL, 0, ("no story",)),
    Kind("statement of a bank", "a.sta", lambda s: MT940, 0, ("no story",)),
    Kind("bill that machines exchange", "a.edi", lambda s: EDIFACT, 0, ("no story",)),
    Kind("message of a hospital's laboratory", "a.hl7", lambda s: HL7, 0, ("form not known",)),
    Kind("sentences of a receiver of places", "a.txt", lambda s: NMEA, 0, ("form not known",)),
    Kind("list of songs to play", "a.m3u", lambda s: M3U, 0, ("form not known",)),
    Kind("track of a run with a described place", "a.gpx", track, 0, ("form not known",)),
    Kind("commands of a program for statistics", "rain.do", lambda s: DO_FILE, 0, ("no story",)),
    Kind("script of the shell of Windows", "rain.ps1", lambda s: SHELL, 0, ("no story",)),
    Kind("settings of a service", "rain.service", lambda s: UNIT, 0, ("form not known",)),
    Kind("zone of names", "l.example.zone", lambda s: ZONE, 0, ("no story",)),
    Kind("form as a browser sends it", "post.txt", form, 0, ("form not known",)),
    Kind("store of files whose link has expired", "a.xml", lambda s: DENIED, 0, ("form not known",)),
    Kind("slides of a meeting", "a.pptx", slides, 0, ("form not known",)),
    Kind("records of a library as machines exchange them", "a.mrc", marc, 0, ("not text",)),
    Kind("what an old post program packs into a letter", "winmail.dat", lambda s: blob(b"\x78\x9f\x3e\x22\x01\x00\x01\x06\x90\x08\x00"), 0, ("not text",)),
    Kind("box of an office post program", "archive.pst", lambda s: blob(b"!BDN\x00\x00\x00\x00SM\x17\x00\x13\x00\x01\x01"), 0, ("not text",)),
    Kind("table in the form of VisiCalc", "a.dif", dif, 0, FORM_NOT_KNOWN),
    Kind("rows of a database in XML", "a.xml", lambda s: XML + '<resultset statement="select * from articles" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' + "".join(f'<row><field name="title">Rain {n}</field><field name="text">{s.text(n)}</field></row>' for n in (1, 2, 3)) + "</resultset>\n", 0, FORM_NOT_KNOWN),
    Kind("fault that a service answers in XML", "a.xml", lambda s: XML + '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode>soap:Server</faultcode><faultstring>The server could not read the request of the client.</faultstring></soap:Fault></soap:Body></soap:Envelope>\n', 0, FORM_NOT_KNOWN),
    Kind("letter that begins with the seal of servers", "a.eml", lambda s: SEALED + HEAD + f"Content-Type: text/plain; charset=utf-8\r\n\r\n{s.long()}\r\n", 0, FORM_NOT_KNOWN),
    Kind("letter that is encrypted", "a.eml", lambda s: HEAD + 'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"\r\nContent-Transfer-Encoding: base64\r\n\r\n' + base64.encodebytes(random.Random(5).randbytes(900)).decode(), 0, FORM_NOT_KNOWN),
    Kind("letter that came back", "a.eml", lambda s: "Return-Path: <>\r\nReceived: by mail.l.example (Postfix) id 1A2B; Sun, 1 Mar 2026 10:00:00 +0000\r\nFrom: MAILER-DAEMON@l.example\r\nTo: ana@l.example\r\nSubject: Undelivered Mail Returned to Sender\r\nMIME-Version: 1.0\r\n"
         f'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/plain\r\n\r\nThis is the mail system at l.example. Your message could not be delivered.\r\n\r\n--b1\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; l.example\r\nStatus: 5.1.1\r\n\r\n--b1\r\nContent-Type: message/rfc822\r\n\r\n{HEAD}\r\n{s.text()}\r\n--b1--\r\n', 0, FORM_NOT_KNOWN),
    Kind("presentation of OpenDocument", "a.odp", lambda s: odf("presentation", s), 0, FORM_NOT_KNOWN),
    Kind("RTF with a megabyte of an object", "a.rtf", lambda s: rtf(s, "{\\object\\objemb{\\*\\objdata " + "d0cf11e0" * 125_000 + "}}"), 0, FORM_NOT_KNOWN),
    Kind("first line of a PDF alone", "a.pdf", lambda s: "%PDF-1.7\n", 0, FORM_NOT_KNOWN),
    Kind("data of the form of a PDF", "a.fdf", lambda s: f"%FDF-1.2\n1 0 obj<</FDF<</Fields[<</T(name)/V({s.text()})>>]/F(rain.pdf)>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n", 0, FORM_NOT_KNOWN),
    Kind("bytes listed beside their letters", "a.txt", xxd, 0, ("no story",)),
    Kind("archive of cpio", "a.cpio", cpio, 0, FORM_NOT_KNOWN),
    Kind("bytes of a file in hexadecimal", "a.txt", lambda s: hexadecimal(), 0, ("no story",)),
    Kind("changes to a program", "a.patch", lambda s: PATCH, 0, FORM_NOT_KNOWN),
    Kind("prices of stocks", "a.txt", lambda s: STOCKS, 0, ("no story",)),
    Kind("token of a login", "token.txt", lambda s: TOKEN + "\n", 0, ("form not known",)),
    Kind("queries for a database", "week.sql", lambda s: SQL, 0, ("no story",)),
    Kind("list of who may sell advertisements", "ads.txt", lambda s: ADS, 0, ("no story",)),
    Kind("bytes in BinHex", "rain.hqx", lambda s: "(This file must be converted with BinHex 4.0)\r\n\r\n:" + "\r\n".join("".join(random.Random(99 * k + j).choice("!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr") for j in range(64)) for k in range(20)) + ":\r\n", 0, ("form not known",)),
    Kind("list of what to buy", "list.txt", lambda s: "Milk\nBread\nEggs (12)\nButter\nCoffee\nApples, 2 lb\nDog food\nLight bulbs\nStamps\n", 0, ("no story",)),
    Kind("times of a schedule", "crontab.txt", lambda s: "SHELL=/bin/sh\nMAILTO=ana@l.example\n\n# m h dom mon dow command\n0 5 * * 1 /usr/bin/backup /home/ana\n*/15 * * * * /usr/local/bin/fetch --quiet\n30 2 1 * * /usr/bin/report > /dev/null 2>&1\n@reboot /usr/local/bin/start\n", 0, ("no story",)),
    Kind("complaint of Java", "error.txt", lambda s: 'Exception in thread "main" java.lang.NullPointerException: Cannot invoke "String.length()" because "rain" is null\n\tat example.rain.Town.read(Town.java:42)\n\tat example.rain.Town.main(Town.java:12)\n\tat java.base/java.lang.reflect.Method.invoke(Method.java:568)\nCaused by: java.io.IOException: Stream closed\n\tat java.base/java.io.BufferedReader.ensureOpen(BufferedReader.java:123)\n\t... 3 more\n', 0, ("form not known",)),
    Kind("history of a repository", "history.txt", lambda s: "".join(f"commit {str(n) * 40}\nAuthor: Ana Roe <ana@l.example>\nDate:   Fri Mar 13 10:0{n}:00 2026 +0100\n\n    Fix the header {n}\n\n" for n in range(1, 9)), 0, ("no story",)),
    Kind("photo of a telephone", "IMG_0001.HEIC", lambda s: b"\0\0\0\x24ftypheic\0\0\0\0mif1heicmiaf" + bytes((n * 71 + 29) % 256 for n in range(3000)), 0, ("not text",)),
    Kind("PDF cut off in its first stream", "a.pdf", lambda s: PDF_WITH_STREAM + bytes((n * 77 + 5) % 256 for n in range(1500)), 0, ("form not known",)),
    Kind("letter whose first field says where it went", "a.eml", lambda s: letter_below(s, "Delivered-To: tom@l.example\r\nReceived: by 2002:a05:0:0 with SMTP id ab;\r\n        Fri, 13 Mar 2026 10:00:00 -0800 (PST)\r\n"), 0, ("form not known",)),
    Kind("letter that was never sent", "draft.eml", lambda s: letter_below(s, "X-Unsent: 1\r\n"), 0, ("form not known",)),
    Kind("letter with its day first", "a.eml", letter_with_head("Date: Sun, 1 Mar 2026 10:00:00 +0000\r\n"), 0, FORM_NOT_KNOWN),
    Kind("letter that Thunderbird saved", "a.eml", letter_with_head("X-Mozilla-Status: 0001\r\nX-Mozilla-Status2: 00000000\r\nDate: Sun, 1 Mar 2026 10:00:00 +0000\r\n"), 0, FORM_NOT_KNOWN),
    Kind("letter of Apple's program", "12345.emlx", emlx, 0, FORM_NOT_KNOWN),
    Kind("PDF of version 2 named as a text", "rain.txt", lambda s: pdf(s).replace("%PDF-1.4", "%PDF-2.0"), 0, FORM_NOT_KNOWN),
    Kind("RTF of TextEdit", "rain.rtf", cocoa, 0, FORM_NOT_KNOWN),
    Kind("RTF of TextEdit named as a Word document of old", "rain.doc", cocoa, 0, FORM_NOT_KNOWN),
    Kind("source of a program in Go", "main.go", lambda s: GO, 0, NO_STORY),
    Kind("settings in TOML", "pyproject.toml", lambda s: TOML, 0, FORM_NOT_KNOWN),
    Kind("steps of a build in YAML", "check.yml", lambda s: WORKFLOW, 0, FORM_NOT_KNOWN),
    Kind("answers of a ping", "ping.txt", lambda s: PING, 0, NO_STORY),
    Kind("program in R", "wet.R", lambda s: R_CODE, 0, NO_STORY),
    Kind("recipe of Maven", "pom.xml", lambda s: POM, 0, FORM_NOT_KNOWN),
    Kind("errors of a web server", "error.log", lambda s: ACCESS, 0, NO_STORY),
]  # fmt: skip
