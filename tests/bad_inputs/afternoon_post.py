"""Inputs of a thirteenth round, decided on after those of the twelfth were mended: much like those of the first."""

import gzip
import json

from bad_inputs.elsewhere import NO_TEXT
from bad_inputs.exports import factiva_of, lexis, proquest_of
from bad_inputs.handed import UNKNOWN
from bad_inputs.kinds import Kind
from bad_inputs.newsroom import dated
from bad_inputs.odd_but_whole import CHINESE, book_of
from bad_inputs.received import copied, document, lines, packed, warc

NO_STORY, DAMAGED = ("no story",), ("damaged Word document",)


def other(name: str, value: object) -> object:
    """Return what makes JSON Lines whose second record has another value of a field."""
    return lambda s: s.lines(json.dumps(s.record(2, **{name: value})))


def in_docx(inside: str) -> object:
    return lambda s: document(lines(f"Rain in {s.mark}", *s.long().split("\n\n"), inside))


def truths(made, s) -> None:
    made.append(["title", "date", "text"])
    for n, r in enumerate(s.records()):
        made.append([r["title"], r["date"], True if n == 1 else r["text"]])


RECORDS = [
    Kind("author of 400 digits", "a.jsonl", other("author", int("9" * 400)), 3),
    Kind("title true", "a.jsonl", other("title", True), 3),
    Kind("outlet an empty object", "a.jsonl", other("outlet", {}), 3),
    Kind("text an empty object", "a.jsonl", other("text", {}), 2, NO_TEXT),
    Kind("text an empty list", "a.jsonl", other("text", []), 2, NO_TEXT),
    Kind("address 1e400", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, url="x")).replace('"x"', "1e400")), 3),
    Kind("date of five digits for the year", "a.jsonl", other("date", "12026-03-02"), 3),
    Kind("date of a zone beyond a day", "a.jsonl", other("date", "2026-03-02T06:00:00+24:01"), 3),
    Kind("empty text beside a full one of another spelling", "a.jsonl", lambda s: s.lines(json.dumps({"Text": ""} | s.record(2))), 3),
    Kind("cell beyond the header in each row", "a.csv", lambda s: s.table().replace('"\n', '",\n'), 3),
    Kind("comma behind the header alone", "a.csv", lambda s: s.table().replace("text\n", "text,\n", 1), 3),
    Kind("remark of a database on top", "a.csv", lambda s: "-- made on Monday\n" + s.table(), 3),
    Kind("letters behind a closing mark", "a.csv", lambda s: s.table().replace("said.\"\nRain 3", "said.\"x\nRain 3"), 2, ("broken row",)),
    Kind("carets between cells", "a.csv", lambda s: s.table(delimiter="^"), 3),
    Kind("tab at the end of each line", "a.tsv", lambda s: s.table(delimiter="\t").replace("\n", "\t\n"), 3),
    Kind("vertical tabs in cells", "a.csv", lambda s: s.table().replace("day 2", "day\x0b2"), 3),
    Kind("truth as a text", "a.xlsx", book_of(truths), 2, NO_STORY),
    Kind("Chinese table in UTF-16 without a mark", "a.csv", lambda s: ("title,date,text\n" + "".join(f"雨{n},2026-03-0{n},{CHINESE.format(s.mark + str(n))}\n" for n in (1, 2, 3))).encode("utf-16-le"), 3),
]  # fmt: skip

PAGES = [
    Kind("200,000 hard blanks between paragraphs", "a.html", lambda s: s.page().replace("</p>", "</p>" + "&nbsp;" * 50_000), 1),
    Kind("50,000 empty spans", "a.html", lambda s: s.page().replace("</p>", "</p>" + "<span></span>" * 12_500), 1),
    Kind("20,000 comments", "a.html", lambda s: s.page().replace("</p>", "</p>" + "<!-- rain -->" * 5000), 1),
    Kind("10,000 links above a story", "a.html", lambda s: s.page().replace("<article>", "<nav>" + "<a href='/'>Rain</a> " * 10_000 + "</nav><article>"), 1),
    Kind("2 MB of style", "a.html", lambda s: s.page(head="<style>" + ".rain{color:#06c}" * 120_000 + "</style>"), 1),
    Kind("signs of tags in attributes", "a.html", lambda s: s.page().replace("<p>", "<p title='a > b' data-x=\"<p>\">"), 1),
    Kind("3,000 tables in one another", "a.html", lambda s: "<html><body>" + "<table><tr><td>" * 3000 + s.text() + "</body></html>", 0, ("over the limit: depth",)),
]  # fmt: skip

PACKS = [
    Kind("Word document with a sign that XML lacks", "a.docx", in_docx("&#0;"), 0, DAMAGED),
    Kind("Word document with a name that is not declared", "a.docx", in_docx("Rain&nbsp;fell"), 0, DAMAGED),
    Kind("ten pages that moved and one that did not", "a.warc", lambda s: warc(s, s.page().encode()) + b"".join(warc(s, b"", status="301 Moved Permanently", headers="Location: /b\r\n", n=n) for n in range(2, 10)), 1, ("not a page",)),
    Kind("200 folders in a ZIP", "a.zip", lambda s: packed({"a/" * 200 + "a.txt": copied(s)}), 1),
    Kind("ProQuest with line ends of an old Mac", "a.txt", lambda s: proquest_of(s).replace("\r\n", "\r"), 3),
    Kind("Factiva in capitals", "a.html", lambda s: factiva_of(s).replace("<div", "<DIV").replace("</div>", "</DIV>").replace("<p", "<P").replace("</p>", "</P>"), 2),
    Kind("LexisNexis behind a cover", "a.txt", lambda s: "Time of Request: Sunday, March 1, 2026 10:00:00 EST\nJob Number: 1:234\n\nSearch Terms: rain\n\n" + lexis(s), 2),
    Kind("packed box of e-mails", "a.mbox.gz", lambda s: gzip.compress(f"From ana@l.example Sun Mar  1 10:00:00 2026\nFrom: ana@l.example\nTo: tom@l.example\nSubject: Rain\n\n{s.long()}\n".encode()), 0, UNKNOWN),
]  # fmt: skip

TEXTS = [
    Kind("head of a story without the story", "a.txt", lambda s: f"Rain in {s.mark}\n\nBy Ana Roe\n\nMarch 1, 2026\n", 0, NO_STORY),
    Kind("table of Markdown in a story", "a.md", lambda s: f"# Rain in {s.mark}\n\n{s.text(1)}\n\n| town | mm |\n|---|---|\n| Marlow | 3 |\n| Dunmore | 4 |\n\n{s.text(2)}\n", 1),
    Kind("copyright alone", "a.txt", lambda s: "Copyright 2026 The Ledger. All rights reserved.\n", 0, NO_STORY),
    Kind("line breaks of HTML in a copied text", "a.txt", lambda s: f"Rain in {s.mark}<br><br>{s.text(1)}<br><br>{s.text(2)}\n", 1),
    Kind("words in bold in a copied text", "a.txt", lambda s: f"Rain in {s.mark}\n\n<b>{s.mark}</b> — {s.text(1)}\n\n{s.text(2)}\n", 1),
    Kind("UTF-8 below the mark of UTF-16", "a.txt", lambda s: b"\xff\xfe" + copied(s), 1),
    Kind("names of devices and blanks", "", lambda s: {"aux.html": s.page(n=1), "b /c.txt": copied(s, 2)}, 2),
    Kind("name of 63 emoji", "☔" * 63 + ".txt", copied, 1),
]  # fmt: skip

DATES = [
    dated("an offset and a zone in brackets", "2026-03-01T10:00:00+0530 (IST)", "2026-03-01"),
    dated("a day of the week, the, and no comma", "Sunday the 1st March 2026", "2026-03-01"),
    dated("blanks behind dots", "1. 3. 2026", "2026-03-01"),
    dated("the year first, in words", "2026 March 1", "2026-03-01"),
    dated("two digits between dots", "01.03.26", "2026-03-01"),
    dated("German with Uhr", "01.03.2026, 10:00 Uhr", "2026-03-01"),
]  # fmt: skip

KINDS = [*RECORDS, *PAGES, *PACKS, *TEXTS, *DATES]
