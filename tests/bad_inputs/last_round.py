"""Bad inputs of a ninth round, decided on after those of the eighth were mended."""

import gzip
import json

from bad_inputs.elsewhere import NO_ARTICLE, NO_TEXT, each, noise, wall
from bad_inputs.exports import lexis, proquest_of
from bad_inputs.handed import NOT_TEXT, UNKNOWN
from bad_inputs.kinds import Kind
from bad_inputs.newsroom import dated
from bad_inputs.received import copied, packed, paragraphs

FILES = [
    Kind("LexisNexis with marks of direction", "a.txt", lambda s: "\u200e" + lexis(s).replace("BYLINE", "\u200eBYLINE"), 2),
    Kind("LexisNexis packed by gzip", "a.txt.gz", lambda s: gzip.compress(lexis(s).encode(), mtime=0), 2),
    Kind("ProQuest in a ZIP", "a.zip", lambda s: packed({"a.txt": proquest_of(s).encode()}), 3),
    Kind("references of a wiki", "a.txt", lambda s: each(s, "{{{{cite news |title={title} |last=Roe |first=Ana |work=The Ledger |date=2026-03-0{n} |quote=Rain |url=https://l.example/{n}}}}}\n"), 0, UNKNOWN),
    Kind("chat of workplace as text", "chat.txt", lambda s: "".join(f"2026-03-01 10:0{n}:00 | Ana Roe | {s.text(n)}\n" for n in range(1, 9)), 0, UNKNOWN),
    Kind("posts with a field for the text in capitals", "a.jsonl", lambda s: "".join(json.dumps({"TITLE": r["title"], "BODY_TEXT": r["text"]}) + "\n" for r in s.records()), 3),
    Kind("answer with the number of hits first", "a.json", lambda s: json.dumps([{"total": 3}, s.records()]), 3),
    Kind("video's words as JSON", "a.json", lambda s: json.dumps({"events": [{"tStartMs": n, "segs": [{"utf8": s.text(n)}]} for n in (1, 2, 3)]}), 0, NO_TEXT),
    Kind("list of files of a computer", "dir.txt", lambda s: " Volume in drive C is Rain\n\n Directory of C:\\rain\n\n" + "".join(f"03/0{n}/2026  10:00 AM             900 rain{n}.txt\n" for n in range(1, 9)) + "               8 File(s)          7,200 bytes\n", 0, ("no story",)),
    Kind("sums of files", "SHA256SUMS", lambda s: "".join(f"{'0123456789abcdef' * 4}  rain{n}.txt\n" for n in range(1, 9)), 0, UNKNOWN),
    Kind("versions of packages", "requirements.txt", lambda s: "pandas==3.0.0\nnumpy>=2.1\nlxml\npyarrow>=21 ; python_version >= '3.11'\nopenpyxl==3.1.5\n", 0, UNKNOWN),
    Kind("settings of an editor", ".editorconfig", lambda s: "root = true\n[*]\nindent_style = space\n", 0),
    Kind("recipe of a container", "Dockerfile", lambda s: "FROM python:3.11\nWORKDIR /rain\nCOPY . .\nRUN pip install -r requirements.txt\nEXPOSE 8000\nCMD [\"python\", \"rain.py\"]\n", 0, ("no story",)),
    Kind("script of a shell", "a.bat", lambda s: "@echo off\r\nset TOWN=Marlow\r\nif exist rain.txt del rain.txt\r\necho Rain > rain.txt\r\npause\r\n", 0, ("no story",)),
    Kind("code in a language with semicolons", "a.c", lambda s: "#include <stdio.h>\n\nint main(void) {\n    printf(\"It rained.\\n\");\n    return 0;\n}\n", 0, UNKNOWN),
    Kind("sheet music", "a.abc", lambda s: "X:1\nT:Rain\nM:4/4\nL:1/8\nK:C\nCDEF GABc|cBAG FEDC|\n", 0, UNKNOWN),
    Kind("moves of chess", "a.pgn", lambda s: '[Event "Rain"]\n[Site "Marlow"]\n[Date "2026.03.01"]\n[White "Roe, Ana"]\n[Black "Vale, Tom"]\n[Result "1-0"]\n\n1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 1-0\n', 0, ("no story",)),
    Kind("letters of genes", "a.fasta", lambda s: ">rain 1\n" + "ACGTTGCAAGCTTAGC" * 4 + "\n>rain 2\n" + "TTGACCAGTAAGCTTA" * 4 + "\n", 0, UNKNOWN),
    Kind("sound of a telephone", "a.amr", lambda s: noise(b"#!AMR\n\x3c\x91", 7), 0, NOT_TEXT),
    Kind("film for the web", "a.webm", lambda s: noise(b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81", 8), 0, NOT_TEXT),
    Kind("picture of a camera", "a.cr2", lambda s: noise(b"II*\0\x10\0\0\0CR\x02\0", 9), 0, NOT_TEXT),
    Kind("box of passwords", "a.kdbx", lambda s: noise(b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5", 10), 0, NOT_TEXT),
    Kind("interview of two with times", "a.txt", lambda s: "".join(f"ROE: {s.text(n)}\n\nVALE: And then, on day {n}, it stopped.\n\n" for n in range(1, 6)), 1),
    Kind("story in verse", "a.txt", lambda s: f"Rain in {s.mark}\n\nThe rain fell down,\nThe rain fell down,\nOn {s.mark} town,\nAnd all went home.\n\nThe clerk was wet,\nThe clerk was wet,\nAnd nobody met,\nAnd all went home.\n", 1),
    Kind("story of one long line without a full stop", "a.txt", lambda s: f"Rain in {s.mark}\n\n" + s.text().rstrip(".") + " and nobody in the town knew what would come of it in the end", 1),
    Kind("list in a story with rules", "a.txt", lambda s: copied(s).decode() + "\n\n----------\n\n" + s.text(5) + "\n\n----------\n\n" + s.text(6) + "\n", 1),
]  # fmt: skip

PAGES = [
    Kind("a page that is not there, in Korean", "a.html", lambda s: wall("페이지를 찾을 수 없습니다", "찾으시는 페이지가 삭제되었거나 주소가 변경되었습니다. 주소를 다시 확인해 주십시오."), 0, NO_ARTICLE),
    Kind("a page that is not there, in Arabic", "a.html", lambda s: wall("عذرا", "الصفحة التي تبحث عنها غير موجودة أو تم نقلها إلى عنوان آخر. الرجاء العودة إلى الصفحة الرئيسية."), 0, NO_ARTICLE),
    Kind("a question about the reader's age", "a.html", lambda s: wall("Are you over 18?", "You must be of legal age to enter this site. Please give the day on which you were born.", "Enter", "Leave"), 0, NO_ARTICLE),
    Kind("a choice of countries", "a.html", lambda s: wall("Choose your edition", "It seems that you are in another country. Which edition of the Ledger would you like to read?", "United States", "International"), 0, NO_ARTICLE),
    Kind("thanks for a letter to the paper", "a.html", lambda s: wall("Thank you!", "Your letter has been sent to the editors. They read every letter, and may print yours."), 0, NO_ARTICLE),
    Kind("a page for browsers of old", "a.html", lambda s: wall("Please update", "This version of the program is no longer supported. Please update to a newer one to go on reading."), 0, NO_ARTICLE),
    Kind("a story below a question about cookies", "a.html", lambda s: s.page(before="").replace("<body>", "<body><div id='consent' class='cookie-banner'><p>We use cookies.</p><button>Accept all</button><button>Reject all</button></div>"), 1),
    Kind("a story on a page named as a notice", "a.html", lambda s: f"<html><head><title>Not found: the town of {s.mark}</title></head><body><h1>Not found: the town of {s.mark}</h1>{paragraphs(s)}</body></html>", 1),
    Kind("a story of two paragraphs without an element of its own", "a.html", lambda s: f"<html><head><title>Rain in {s.mark}</title></head><body><h1>Rain in {s.mark}</h1><p>{s.text(1)}</p><p>{s.text(2)}</p></body></html>", 1),
]  # fmt: skip

DATES = [
    dated("Hungarian", "2026. március 1.", "2026-03-01"),
    dated("Finnish", "1. maaliskuuta 2026", "2026-03-01"),
    dated("a day that was filled in with nines", "9999-99-99", None),
    dated("next week", "next week", None),
    dated("a date behind the name of a town", "Marlow, March 1, 2026", "2026-03-01"),
]

KINDS = [*FILES, *PAGES, *DATES]
