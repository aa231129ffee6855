"""Inputs of a fourteenth round, decided on after those of the thirteenth and each sign of a record were mended."""

import gzip
import io
import json
import tarfile

from invented_exports import docx, proquest_record

from bad_inputs.beside_a_good_one import beside
from bad_inputs.elsewhere import NO_ARTICLE, NO_TEXT, each, noise, wall
from bad_inputs.exports import factiva_of, lexis, nexis
from bad_inputs.handed import UNKNOWN
from bad_inputs.kinds import Kind, Stories
from bad_inputs.newsroom import dated
from bad_inputs.odd_but_whole import ARABIC, HINDI, RUSSIAN, book_of, part
from bad_inputs.pages import feed, item
from bad_inputs.received import document, lines, paragraphs

BROKEN, INVALID, NO_STORY = ("broken row",), ("not valid JSON",), ("no story",)


def fielded(made, s) -> None:
    """Fill a sheet whose cells have blanks and line ends around their values."""
    made.append([" Title\n", " Date ", "\ttext"])
    for r in s.records():
        made.append([f" {r['title']}\n", f"{r['date']} ", f"\n{r['text']}\n\n"])


def formulas(made, s) -> None:
    made.append(["title", "date", "text"])
    for n, r in enumerate(s.records(), 2):
        made.append([r["title"], f"=DATE(2026,3,{n - 1})", r["text"]])


def titled(s: Stories, *below: str) -> str:
    return "\n\n".join([f"Rain in {s.mark}", *below]) + "\n"


def taken(s: Stories, cut: int) -> bytes:
    """Return a table in gzip that lacks its last bytes, which are only its sum."""
    return gzip.compress(s.table().encode())[:-cut]


TEXTS = [
    Kind("two texts between plus signs", "a.txt", lambda s: f"{part(s, 1)}\n++++++++++++++++\n\n{part(s, 2)}", 2),
    Kind("story whose quotation goes on over paragraphs", "a.txt", lambda s: titled(s, f"“{s.text(1)}", f"“{s.text(2)}", f"“{s.text(3)}”"), 1),
    Kind("menu of a school", "a.txt", lambda s: titled(s, f"The schools of {s.mark} serve these meals this week.", "Monday: Soup and bread", "Tuesday: Rice and beans", "Wednesday: Fish and peas", "Thursday: Pasta"), 0, NO_STORY),
    Kind("names of those who passed", "a.txt", lambda s: titled(s, f"These students of {s.mark} passed their exams, the school said on Monday.", "Ana Roe, Tom Vale, Jo May, Lee Park, Sam Ode, Kim Lund, Pat Orr"), 1),
    Kind("weather of five days", "a.txt", lambda s: titled(s, s.text(1), "Mon\t12\t4\nTue\t13\t5\nWed\t9\t3\nThu\t8\t2\nFri\t10\t4"), 1),
    Kind("sums of money in a column", "a.txt", lambda s: titled(s, s.text(1), "Roads      $1,200,000\nSchools    $3,400,000\nUmbrellas      $5,600", s.text(2)), 1),
    Kind("law that is quoted by its numbers", "a.txt", lambda s: titled(s, s.text(1), "Sec. 1. No person shall sell rain.\n\nSec. 2. Rain belongs to the town.\n\n(a) The clerk shall measure it.", s.text(2)), 1),
    Kind("hashtags and names of readers", "a.txt", lambda s: titled(s, s.text(1), "@anaroe: So wet! #rain #marlow", "@tomvale: Who has an umbrella? #rain", s.text(2)), 1),
    Kind("formula in a story", "a.txt", lambda s: titled(s, s.text(1), "E = mc^2 + 3x - {a, b} / [1 + 2]", s.text(2), s.text(3)), 1),
    Kind("Hindi story in UTF-16", "a.txt", lambda s: (f"{s.mark} में बारिश\n\n" + HINDI.format(s.mark)).encode("utf-16"), 1),
    Kind("Russian story of one line", "a.txt", lambda s: RUSSIAN.format(s.mark), 1),
    Kind("addresses of mail alone", "a.txt", lambda s: "".join(f"reader{n}@l.example\n" for n in range(30)), 0, NO_STORY),
    Kind("words of a search alone", "a.txt", lambda s: "rain\ncouncil\ndrought\nMarlow\nvote\nclerk\n", 0, NO_STORY),
]  # fmt: skip

TABLES = [
    Kind("blanks and line ends around all cells", "a.xlsx", book_of(fielded), 3),
    Kind("formulas for days", "a.xlsx", book_of(formulas), 3),
    Kind("packed table without its sum", "a.csv.gz", lambda s: taken(s, 8), 0, ("damaged gzip",)),
    Kind("table that ends in a mark of quotation and blanks", "a.csv", lambda s: s.table().rstrip() + "   \n  \n", 3),
    Kind("table with a blank line in the header's place", "a.csv", lambda s: "\n\n\n" + s.table(), 3),
    Kind("table whose columns are named in German and Spanish", "a.csv", lambda s: "Titel;Datum;Text\n" + each(s, "{title};0{n}.03.2026;{text}\n"), 3),
    Kind("table of Arabic texts", "a.csv", lambda s: "\ufefftitle,date,text\n" + "".join(f'مطر {n},2026-03-0{n},"{ARABIC.format(s.mark + str(n))}"\n' for n in (1, 2, 3)), 3),
    Kind("number beside each text in a list of lists", "a.json", lambda s: json.dumps([[n, r["title"], r["text"]] for n, r in enumerate(s.records())]), 0, ("not a record",) * 3),
    Kind("columns and rows apart", "a.json", lambda s: json.dumps({"columns": ["title", "date", "text"], "rows": [list(r.values()) for r in s.records()], "truncated": False}), 3),
    Kind("lists of records by page", "a.json", lambda s: json.dumps([[s.record(1), s.record(2)], [s.record(3)]]), 3),
    Kind("bad record in a list within an object", "a.json", lambda s: json.dumps({"articles": s.records("Rain")}), 2, ("not a record",)),
    Kind("two good lines around 100 broken ones", "a.jsonl", lambda s: s.lines(*["{" * 9] * 100), 2, INVALID * 100),
    Kind("bracket above lines and below", "a.jsonl", lambda s: "[\n" + s.lines(json.dumps(s.record(2))) + "]\n", 3),
    Kind("line of HTML's error among lines", "a.jsonl", lambda s: s.lines("<html><body><h1>502 Bad Gateway</h1></body></html>"), 2, INVALID),
]  # fmt: skip

PAGES = [
    Kind("page without a head", "a.html", lambda s: f"<body><h1>Rain in {s.mark}</h1>{paragraphs(s)}</body>", 1),
    Kind("page with two headlines of the first rank", "a.html", lambda s: s.page("<h1>Also in the news</h1>"), 1),
    Kind("page in capitals of tags with attributes without marks", "a.html", lambda s: f"<HTML><HEAD><TITLE>Rain in {s.mark}</TITLE></HEAD><BODY BGCOLOR=white><TABLE WIDTH=600><TR><TD><H1>Rain in {s.mark}</H1>{paragraphs(s).upper().replace('</P>', '')}</TD></TR></TABLE></BODY></HTML>".replace(s.mark.upper(), s.mark), 1),
    Kind("page whose story is in bold", "a.html", lambda s: s.page().replace("<p>", "<p><b>").replace("</p>", "</b></p>"), 1),
    Kind("a page that asks to be put on a home screen", "a.html", lambda s: wall("Install our app", "Please add this site to your home screen and open it from there to go on."), 0, NO_ARTICLE),
    Kind("a page that is not there, in Hebrew", "a.html", lambda s: wall("הדף לא נמצא", "הדף שחיפשת אינו קיים או הועבר. אנא בדוק את הכתובת ונסה שוב."), 0, NO_ARTICLE),
    Kind("feed with entries that repeat", "a.xml", lambda s: feed(s, item(s, 1)), 2, repeats=1),
    Kind("feed whose entry has no closing mark of an attribute", "a.xml", lambda s: feed(s, item(s, 2).replace("<title>", "<title type='text>")), 3),
    Kind("feed in UTF-8 that says Latin-1", "a.xml", lambda s: feed(s, before='<?xml version="1.0" encoding="iso-8859-1"?>').replace("council", "café").encode(), 3),
]  # fmt: skip

PACKS = [
    Kind("document of Nexis that is empty between two", "a.docx", lambda s: docx(*nexis(s, body=("",))), 1, NO_TEXT),
    Kind("LexisNexis whose last line is cut", "a.txt", lambda s: lexis(s)[:-25], 2),
    Kind("ProQuest without rules at the ends", "a.txt", lambda s: ("\n\n" + "_" * 60 + "\n\n").join(proquest_record(n, s.text(n)) for n in (1, 2, 3)), 3),
    Kind("Factiva below the bar of the archive of the web", "a.html", lambda s: factiva_of(s).replace("<body>", "<body><div id='wm-ipp'>Saved on March 4</div>"), 2),
    Kind("tar as a folder of pages", "a.tar.gz", lambda s: gzip.compress(tarred(s)), 0, UNKNOWN),
    Kind("good page, table and document in three folders", "", lambda s: {"a/b/c.html": s.page(), "a/d/e.csv": s.table().replace("on day", "on night"), "a/d/f.docx": document(lines(f"Snow in {s.mark}", *s.long(9).split("\n\n")))}, 5),
    Kind("noise beside a good page", "", beside("b.txt", lambda s: noise(b"\1\2", 11)), 1, ("not text",)),
]  # fmt: skip


def tarred(s: Stories) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("rain/a.txt"), io.BytesIO(b""))
    return out.getvalue()


DATES = [
    dated("two digits of a year behind a month in words", "01 Mar 26", "2026-03-01"),
    dated("as PDF writes it", "D:20260301100000Z", "2026-03-01"),
    dated("a day without a year", "March 1", None),
    dated("a decade", "the 2020s", None),
    dated("three numbers that are no date", "99/99/9999", None),
    dated("a day beside a number of a page", "March 1, 2026, page 4", "2026-03-01"),
]  # fmt: skip

KINDS = [*TEXTS, *TABLES, *PAGES, *PACKS, *DATES]
