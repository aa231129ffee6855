"""Inputs of a fifteenth round: forms in one file, lines that run together, JSON in strings, tags never closed."""

import csv
import io
import json
import quopri

from bad_inputs.exports import copied, factiva_of, lexis, proquest_of
from bad_inputs.handed import UNKNOWN
from bad_inputs.kinds import Kind, Stories
from bad_inputs.newsroom import dated
from bad_inputs.odd_but_whole import RUSSIAN
from bad_inputs.pages import feed

BROKEN, INVALID = ("broken row",), ("not valid JSON",)
CHINESE = "{}昨天下了大雨。市议会原定讨论干旱问题，但提前散会，没有表决。书记说，雨下了一整天，街道上都是水，孩子们没有去上学。"
JAPANESE = "{}では昨日、大雨が降った。市議会は干ばつについて話し合う予定だったが、採決をせずに早く閉会した。雨は一日中降り続いた。"


def later(s: Stories) -> list[dict]:
    return [s.record(n) for n in (4, 5, 6)]


def table(records: list[dict], names: tuple = ("title", "date", "text"), delimiter: str = ",") -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", delimiter=delimiter)
    writer.writerows([names, *([record[name] for name in names] for record in records)])
    return out.getvalue()


def rows(s: Stories, *numbers: int) -> list[str]:
    return table([s.record(n) for n in numbers]).splitlines()[1:]


def told(s: Stories, make: object) -> str:
    """Return a list of three records with a field that `make` gives for each number."""
    return json.dumps([{"title": f"Rain {n}", **make(n)} for n in (1, 2, 3)])


def fog(text: str) -> str:
    return text.replace("Rain fell", "Fog fell")


def letters(s: Stories, text: str, encoding: str) -> bytes:
    return f"{s.mark}\n\n{text.format(s.mark)}\n\n{text.format(s.mark)}\n".encode(encoding)


FORMS = [
    Kind("LexisNexis and ProQuest in a file", "a.txt", lambda s: lexis(s) + "\n\n" + fog(proquest_of(s)), 5),
    Kind("ProQuest and LexisNexis in a file", "a.txt", lambda s: fog(proquest_of(s)) + "\n\n" + lexis(s), 5),
    Kind("two ProQuest exports in a file", "a.txt", lambda s: proquest_of(s) + "\n" + fog(proquest_of(s)), 6),
    Kind("two Factiva pages in a file", "a.html", lambda s: factiva_of(s) + fog(factiva_of(s)).replace("article-", "article-X"), 4),
    Kind("Factiva and a saved page in a file", "a.html", lambda s: factiva_of(s) + s.page(n=3), 3),
    Kind("saved page and Factiva in a file", "a.html", lambda s: s.page(n=3) + factiva_of(s), 3),
    Kind("lines and a table in a file", "a.jsonl", lambda s: s.lines() + table(later(s)), 6),
    Kind("table and lines in a file", "a.csv", lambda s: s.table() + "\n".join(map(json.dumps, later(s))) + "\n", 6),
    Kind("list and a table in a file", "a.json", lambda s: json.dumps(s.records()) + "\n" + table(later(s)), 6),
    Kind("list and lines in a file", "a.json", lambda s: json.dumps(s.records()) + "\n" + "\n".join(map(json.dumps, later(s))), 6),
    Kind("lines and a list in a file", "a.json", lambda s: s.lines() + json.dumps(later(s)), 6),
    Kind("two answers in a file", "a.json", lambda s: "\n".join(json.dumps({"articles": part}, indent=1) for part in (s.records(), later(s))), 6),
    Kind("two tables with other orders of columns", "a.csv", lambda s: s.table() + table(later(s), ("date", "text", "title")), 6),
    Kind("two tables with other delimiters", "a.csv", lambda s: s.table() + table(later(s), delimiter=";"), 6),
    Kind("two tables of other widths", "a.csv", lambda s: s.table() + "\n" + table([r | {"outlet": "Ledger"} for r in later(s)], ("outlet", "title", "date", "text")), 6),
    Kind("two tables with the same header", "a.csv", lambda s: s.table() + table(later(s)), 6),
    Kind("page and a feed in a file", "a.html", lambda s: s.page(n=4) + feed(s), 4),
    Kind("feed and a page in a file", "a.xml", lambda s: feed(s) + s.page(n=4), 4),
    Kind("page and lines in a file", "a.html", lambda s: s.page(n=4) + "\n" + s.lines(), 4),
]  # fmt: skip

TOGETHER = [
    Kind("two rows in one line", "a.csv", lambda s: "title,date,text\n" + rows(s, 1)[0] + "\n" + "".join(rows(s, 2, 3)) + "\n", 3, (), "line end between two rows"),
    Kind("all rows in one line", "a.csv", lambda s: "title,date,text\n" + "".join(rows(s, 1, 2, 3)) + "\n", 3),
    Kind("two rows in one line, the second in marks", "a.csv", lambda s: f'title,date,text\n"Rain, again",2026-03-01,"{s.text(1)}""Hail, again",2026-03-02,"{s.text(2)}"\n', 2),
    Kind("two rows in one line between tabs", "a.tsv", lambda s: f"title\tdate\ttext\nRain 1\t2026-03-01\t{s.text(1)}\nRain 2\t2026-03-02\t{s.text(2)}Rain 3\t2026-03-03\t{s.text(3)}\n", 3),
    Kind("two rows in one line, no sign between", "a.csv", lambda s: f"title,date,text\nRain 1,2026-03-01,The town of {s.mark} was wet from dawn to dusk on the day of rain\nRain 2,2026-03-02,The town of {s.mark} was wet and windy all day long on that dayRain 3,2026-03-03,The town of {s.mark} was wet\n", 1, BROKEN * 2),
    Kind("header and first row in one line", "a.csv", lambda s: "title,date,text" + "\n".join(rows(s, 1, 2, 3)) + "\n", 0, ("no header",)),
    Kind("two records in one line", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)) + json.dumps(s.record(4))), 4),
    Kind("record cut off and a whole one in one line", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2))[:-30] + json.dumps(s.record(4))), 3, INVALID),
    Kind("damaged record and a whole one in one line", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace('"date"', "date") + json.dumps(s.record(4))), 3, INVALID),
    Kind("records with a bar between in one line", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)) + "|" + json.dumps(s.record(4))), 4),
    Kind("record on two lines", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace(', "text"', ',\n"text"')), 3, (), "several lines"),
    Kind("record broken within its text", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace("went home", "went\nhome")), 3),
    Kind("record on many lines among others", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2), indent=2)), 3),
]  # fmt: skip

WITHIN = [
    Kind("list in a string of an answer", "a.json", lambda s: json.dumps({"status": "ok", "data": json.dumps(s.records())}), 3),
    Kind("answer in the body of an answer", "a.json", lambda s: json.dumps({"statusCode": 200, "body": json.dumps({"articles": s.records()})}), 3),
    Kind("object with the text in a string", "a.json", lambda s: told(s, lambda n: {"text": json.dumps({"text": s.text(n)})}), 3),
    Kind("record in a string on each line", "a.jsonl", lambda s: "".join(json.dumps({"id": n, "payload": json.dumps(s.record(n))}) + "\n" for n in (1, 2, 3)), 3),
    Kind("record in a cell", "a.csv", lambda s: table([{"id": n, "article": json.dumps(s.record(n))} for n in (1, 2, 3)], ("id", "article")), 3),
    Kind("record in a cell of a column without a name of ours", "a.csv", lambda s: table([{"id": n, "raw": json.dumps(s.record(n))} for n in (1, 2, 3)], ("id", "raw")), 3),
    Kind("list in a string in a string", "a.json", lambda s: json.dumps(json.dumps(json.dumps(s.records()))), 3),
    Kind("paragraphs in a string", "a.json", lambda s: told(s, lambda n: {"text": json.dumps([s.text(n), s.text(n + 4)])}), 3),
    Kind("paragraphs as Python shows them", "a.csv", lambda s: table([{"title": "Rain", "text": str([s.text(n), s.text(n + 4)])} for n in (1, 2, 3)], ("title", "text")), 3),
    Kind("authors as Python shows them", "a.csv", lambda s: table([s.record(n) | {"authors": "['Ana Roe', 'Tom Vale']"} for n in (1, 2, 3)], ("title", "authors", "text")), 3, fields={"byline": ["Ana Roe", "Tom Vale"]}),
    Kind("blocks of an editor in a string", "a.json", lambda s: told(s, lambda n: {"content": json.dumps({"blocks": [{"type": "paragraph", "data": {"text": s.text(n)}}]})}), 3),
    Kind("words in bold as pieces of a block", "a.json", lambda s: told(s, lambda n: {"body": [{"type": "paragraph", "children": [{"text": s.text(n)[:30]}, {"text": s.text(n)[30:], "bold": True}]}]}), 3),
    Kind("changes of an editor", "a.json", lambda s: told(s, lambda n: {"body": {"ops": [{"insert": s.text(n)[:20]}, {"insert": s.text(n)[20:] + "\n"}]}}), 3),
    Kind("text in JSON that is cut off", "a.json", lambda s: told(s, lambda n: {"content": json.dumps({"blocks": [{"text": s.text(n)}]})[:90]}), 0, INVALID * 3),
    Kind("text that begins with a list of words said", "a.json", lambda s: told(s, lambda n: {"text": '["No," he said.] ' + s.text(n)}), 3),
    Kind("story as a string", "a.txt", lambda s: json.dumps(s.long()), 1),
]  # fmt: skip

OPEN = [
    Kind("script never closed", "a.html", lambda s: s.page(head="<script>var a=1;"), 1),
    Kind("style never closed", "a.html", lambda s: s.page(head="<style>p{color:red}"), 1),
    Kind("linked data never closed", "a.html", lambda s: s.page(head='<script type="application/ld+json">{"@type":"NewsArticle"}'), 1),
    Kind("first script never closed", "a.html", lambda s: s.page(head="<script>var a=1;", after="<script>var b=1;</script>"), 1),
    Kind("comment never closed in the head", "a.html", lambda s: s.page(head="<!-- made by hand "), 1),
    Kind("comment never closed above the story", "a.html", lambda s: s.page("<!-- photo "), 1),
    Kind("remark for an old browser never closed", "a.html", lambda s: s.page(head="<!--[if lt IE 9]><script src=a.js></script>"), 1),
    Kind("field of a form never closed", "a.html", lambda s: s.page("<textarea>"), 1),
    Kind("frame never closed", "a.html", lambda s: s.page("<iframe src=a>"), 1),
    Kind("link never closed", "a.html", lambda s: s.page("<a href=/>Home"), 1),
    Kind("figure never closed", "a.html", lambda s: s.page("<figure><img src=a.jpg><figcaption>Wet"), 1),
    Kind("script that writes a page", "a.html", lambda s: s.page(head="<script>document.write('<html><head></head><body><p>Print</p></body>');</script>"), 1),
]  # fmt: skip

ENCODINGS = [
    Kind("Chinese in HZ", "a.txt", lambda s: letters(s, CHINESE, "hz"), 1, (), "HZ"),
    Kind("Japanese in ISO-2022", "a.txt", lambda s: letters(s, JAPANESE, "iso2022_jp"), 1),
    Kind("Russian in UTF-7", "a.txt", lambda s: letters(s, RUSSIAN, "utf-7"), 1, (), "UTF-7"),
    Kind("quoted-printable without a header", "a.txt", lambda s: quopri.encodestring(copied(s).replace("council", "café “council” —").encode()), 1, (), "quoted-printable"),
    Kind("letters as references in a text", "a.txt", lambda s: letters(s, RUSSIAN, "utf-8").decode().encode("ascii", "xmlcharrefreplace"), 1, (), "codes of letters"),
    Kind("letters as escapes in a text", "a.txt", lambda s: copied(s).replace("council", "caf\\u00e9 \\u201ccouncil\\u201d"), 1, (), "codes of letters"),
    Kind("table in HZ", "a.csv", lambda s: table([{"title": f"雨{n}", "text": CHINESE.format(s.mark)} for n in (1,)], ("title", "text")).encode("hz"), 1),
    Kind("two messages of a chat", "chat.txt", lambda s: "".join(f"3/1/26, 10:0{n} AM - Ana Roe: {s.text(n)}\n" for n in (1, 2)), 0, UNKNOWN),
]  # fmt: skip

DATES = [
    dated("a day of the year", "2026-060", "2026-03-01"),
    dated("a day of the year without a dash", "2026060", "2026-03-01"),
    dated("a day of a year that is too short", "2025-366", None),
    dated("a Roman month", "1.III.2026", "2026-03-01"),
    dated("a Roman month between blanks", "1 III 2026", "2026-03-01"),
    dated("as SAS writes it", "01MAR2026:10:00:00", "2026-03-01"),
    dated("underscores", "2026_03_01", "2026-03-01"),
    dated("blanks, year first", "2026 03 01", "2026-03-01"),
    dated("full-width slashes", "２０２６／０３／０１", "2026-03-01"),
    dated("as Python shows it", "datetime.datetime(2026, 3, 1, 10, 0)", "2026-03-01"),
    dated("seconds below an at sign", "@1772323200", "2026-03-01"),
    dated("a large number of a spreadsheet", "1.7723232E+12", "2026-03-01"),
    dated("nanoseconds as text", "1772323200000000000", "2026-03-01"),
    dated("eight digits as a number", 20260301, "2026-03-01"),
    dated("the end of a day", "2026-02-28T24:00:00Z", "2026-03-01"),
    dated("a comma behind the month, day first", "1 March,2026", "2026-03-01"),
    dated("five digits of a year", "12026-03-01", None),
]

KINDS = [*FORMS, *TOGETHER, *WITHIN, *OPEN, *ENCODINGS, *DATES]
