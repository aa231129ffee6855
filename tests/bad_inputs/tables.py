"""Kinds of bad input: tables in text: CSV and TSV."""

import base64
import csv
import gzip
import json
import zlib

import pyarrow as pa

from bad_inputs.kinds import Kind, Stories
from bad_inputs.make_packs import quoted_table
from bad_inputs.make_tables import (
    DAY,
    LEDGER,
    RAN,
    TDT,
    changed_workbook,
    later,
    plain,
    record_columns,
    record_rows,
    row_with,
    rows,
    rows_of,
    saved,
    second,
    table,
    workbook,
)
from bad_inputs.make_texts import (
    ARABIC,
    CHINESE,
    JAPANESE,
    POLISH,
    RUSSIAN,
    copied,
    csv_text,
    each,
    made_for_each,
    quoted_rows,
    random_bytes,
)
from bad_inputs.reasons import BROKEN_ROW, FORM_NOT_KNOWN, NO_STORY, NO_TEXT


def with_quote(s: Stories, n: int, wrong: str) -> str:
    """Return a table in which the quotation mark that opens or closes a text is another."""
    return s.table().replace(f'"{s.text(n)}"', wrong.format(s.text(n)))


LOG_LINES = "".join(f"2026-03-01T10:00:0{n}Z INFO fetch url=/rain/{n} status=200 ms=1{n}\n" for n in range(1, 8))


def with_second(s: Stories, text: str) -> str:
    return s.table([f"Rain 2 in {s.mark}", "2026-03-02", text])


def begun_again(s: Stories) -> str:
    """Return the header, a row, half a headline, and from there the whole table once more."""
    whole = s.table()
    first = "".join(whole.splitlines(keepends=True)[:2])
    return first + f"Rain 2 in {s.mark[:3]}" + "\n" + whole


def cesu(text: str) -> bytes:
    return b"".join(
        "".join(chr(int.from_bytes(letter.encode("utf-16-be")[i : i + 2], "big")) for i in (0, 2)).encode(
            "utf-8", "surrogatepass"
        )
        if ord(letter) > 0xFFFF
        else letter.encode()
        for letter in text
    )


def of_r(s):
    quoted = [
        ",".join('"' + v + '"' for v in [str(n), r["title"], r["date"], r["text"]])
        for n, r in enumerate(s.records(), 1)
    ]
    return "\n".join(['"title","date","text"', *quoted, ""])


VOTES = "county,precinct,office,candidate,party,votes\n" + "".join(
    f"Marlow,{k:03d},Mayor,{name},{party},{k * 31 % 400}\n"
    for k in range(1, 40)
    for name, party in (("Ana Roe", "IND"), ("Tom Vale", "GRN"))
)


def commas_as_points(s):
    return "title;date;score;text\r\n" + "".join(
        f"{r['title']};{r['date']};0,7{n};{r['text']}\r\n" for n, r in enumerate(s.records())
    )


def quoted_sep(s: Stories) -> bytes:
    return ("\ufeffsep=;\r\n" + "\r\n".join(["title;date;text", *quoted_rows(s, ";")]) + "\r\n").encode()


def csv_lines(s: Stories, *numbers: int) -> list[str]:
    return table([s.record(n) for n in numbers]).splitlines()[1:]


def half(s: Stories) -> str:
    out = []
    for n in range(40):
        out.append([f"Rain {n}", "2026-03-01", s.text(n) if n % 2 else ""])
    return csv_text(TDT, out)


def cells(s: Stories, change=lambda text: text, title=lambda title: title) -> str:
    return csv_text(["title", "date", "text"], [[title(r["title"]), r["date"], change(r["text"])] for r in s.records()])


def table_with_headline(s, title: str) -> str:
    """Return a table in which each row has this headline."""
    return csv_text(["title", "date", "text"], made_for_each(lambda n: [title, f"2026-03-0{n}", s.text(n)]))


def complaint(s):
    lines = quoted_table(s).splitlines(keepends=True)
    lines.insert(2, "<b>Warning</b>: rain() failed in <b>/var/www/rain.php</b> on line <b>3</b><br />\n")
    return "".join(lines)


def of_sas(s):
    return csv_text(
        ["title", "date", "text"], [[r["title"], f"0{n}MAR2026", r["text"]] for n, r in enumerate(s.records(), 1)]
    )


def american(s):
    return csv_text(
        ["Headline", "Source", "Date", "Body"],
        [[r["title"], "The Ledger", f"3/{n}/26 6:12 AM", r["text"]] for n, r in enumerate(s.records(), 1)],
    )


def crlf_within(s):
    return "title,date,text\n" + "".join(
        f'"Rain {n} in {s.mark}",2026-03-0{n},"{s.text(n)}\r\n\r\n{s.text(n + 3)}"\n' for n in (1, 2, 3)
    )


KINDS = [
    Kind("whole", "a.csv", Stories.table, 3),
    Kind("row too long", "a.csv", lambda s: s.table([*second(s), "more", "more"]), 2, BROKEN_ROW),
    Kind("row too short", "a.csv", lambda s: s.table(second(s)[:2]), 2, BROKEN_ROW),
    Kind("row short behind the text", "a.csv", lambda s: f"title,text,date\nRain,\"{s.text(1)}\",2026-03-01\nHail,\"{s.text(2)}\"\n", 2, (), "of 3 cells"),
    Kind("quotation mark open in the last row", "a.csv", lambda s: with_quote(s, 3, '"{}'), 2, BROKEN_ROW),
    Kind("quotation mark open in the first row", "a.csv", lambda s: with_quote(s, 1, '"{}'), 2, BROKEN_ROW),
    Kind("quotation mark open in a row between", "a.csv", lambda s: with_quote(s, 2, '"{}'), 2, BROKEN_ROW),
    Kind("comment on top", "a.csv", lambda s: "# made by hand\n" + s.table(), 3),
    Kind("line with the delimiter on top", "a.csv", lambda s: "sep=;\n" + s.table(delimiter=";"), 3),
    Kind("title above the header", "a.csv", lambda s: "Export of articles\n\n" + s.table(), 3, (), "left out lines above the header"),
    Kind("row of commas above the header", "a.csv", lambda s: ",,\n" + s.table(), 3),
    Kind("semicolons", "a.csv", lambda s: s.table(delimiter=";"), 3),
    Kind("tabs in CSV", "a.csv", lambda s: s.table(delimiter="\t"), 3),
    Kind("commas in TSV", "a.tsv", Stories.table, 3),
    Kind("bars", "a.csv", lambda s: s.table(delimiter="|"), 3),
    Kind("no header", "a.csv", lambda s: s.table().split("\n", 1)[1], 0, ("no header",)),
    Kind("no text column", "a.csv", lambda s: s.table(header=("title", "date", "remark")), 0, ("no text column",)),
    Kind("header alone", "a.csv", lambda s: "title,date,text\n", 0, ("no record",)),
    Kind("text column twice", "a.csv", lambda s: "".join(f"{line},\n" for line in s.table().replace("text", "text,text", 1).splitlines()), 3),
    Kind("empty lines", "a.csv", lambda s: s.table().replace("\n", "\n\n"), 3),
    Kind("rows without a value", "a.csv", lambda s: s.table() + ",,\n" * 2000, 3),
    Kind("mixed line ends", "a.csv", lambda s: s.table(end="\r\n").replace("\r\n", "\n", 2), 3),
    Kind("line break in a cell", "a.csv", lambda s: s.table(second(s, text=s.long(2))), 3),
    Kind("quotation marks not doubled", "a.csv", lambda s: with_quote(s, 2, '"He said "no" twice. {}"'), 3, (), "not doubled"),
    Kind("quotation marks behind backslashes", "a.csv", lambda s: with_quote(s, 2, '"He said \\"no\\" twice. {}"'), 3),
    Kind("many columns", "a.csv", lambda s: s.table().replace("text\n", "text" + "".join(f",c{n}" for n in range(5000)) + "\n", 1), 3),
    Kind("too many columns", "a.csv", lambda s: s.table().replace("text\n", "text" + ",c" * 12_000 + "\n", 1), 0, ("over the limit: columns",)),
    Kind("date of 400 digits", "a.csv", lambda s: s.table(second(s, date="9" * 400)), 3),
    Kind("zone of 99 hours", "a.csv", lambda s: s.table(second(s, date="2026-03-02T06:00:00+99:00")), 3),
    Kind("year 1 east of Greenwich", "a.csv", lambda s: s.table(second(s, date="0001-01-01T00:00:00+05:00")), 3),
    Kind("year 9999 west of Greenwich", "a.csv", lambda s: s.table(second(s, date="9999-12-31T23:59:59-11:00")), 3),
    Kind("day that no month has", "a.csv", lambda s: s.table(second(s, date="2026-02-31")), 3),
    Kind("date of zeros", "a.csv", lambda s: s.table(second(s, date="0000-00-00")), 3),
    Kind("empty text", "a.csv", lambda s: s.table(second(s, text="")), 2, ("no text",)),
    Kind("text nan", "a.csv", lambda s: s.table(second(s, text="nan")), 2, ("no text",)),
    Kind("text of three words", "a.csv", lambda s: s.table(second(s, text="It rained there.")), 2, ("no story",)),
    Kind("teaser", "a.csv", lambda s: s.table(second(s, text=s.text(2)[:90] + "… [+1200 chars]")), 2, ("teaser only",)),
    Kind("delimiter at each end", "a.csv", lambda s: s.table().replace("\n", ",\n"), 3),
    Kind("header in capitals with blanks", "a.csv", lambda s: s.table(header=(" TITLE ", " DATE ", " TEXT ")), 3),
    Kind("column without a name", "a.csv", lambda s: "".join(f"{n},{line}\n" for n, line in enumerate(s.table().splitlines())).replace("0,", ",", 1), 3),
    Kind("text column alone", "a.csv", lambda s: "text\n" + "".join(f'"{s.text(n)}"\n' for n in (1, 2, 3)), 3),
    Kind("row twice", "a.csv", lambda s: s.table(list(s.record(1).values())), 2, repeats=1),
    Kind("header twice", "a.csv", lambda s: s.table(["title", "date", "text"]), 2),
    Kind("markup in a cell", "a.csv", lambda s: s.table(second(s, text=f"<p>{s.text(2)}</p><script>alert(1)</script>")), 3),
    Kind("wrongly decoded cell", "a.csv", lambda s: s.table(second(s, text=f"It wasnâ€™t dry. {s.text(2)}")), 3, (), "repaired wrongly decoded"),
    Kind("half a character in bytes", "a.csv", lambda s: s.table().encode().replace(b"council", b"coun\xed\xa0\x80cil", 1), 3),
    Kind("last character cut in two", "a.csv", lambda s: s.table().encode().rstrip(b'".\n') + b"\xc3", 2, BROKEN_ROW),
    Kind("workbook named as CSV", "a.csv", lambda s: workbook(rows(s)), 3),
    Kind("copied page named as CSV", "a.csv", copied, 1),
    Kind("row of types below the header", "a.csv", lambda s: s.table().replace("\n", "\nstring,date,string\n", 1), 3, NO_STORY),
    Kind("line of the source below the rows", "a.csv", lambda s: s.table() + "Exported on 4 March 2026\n", 3, BROKEN_ROW),
    Kind("row of sums", "a.csv", lambda s: s.table() + "Total,3,\n", 3, NO_TEXT),
    Kind("cells in single quotation marks", "a.csv", lambda s: s.table().replace('"', "'").replace("title,date,text", "'title','date','text'"), 3),
    Kind("blanks around quoted cells", "a.csv", lambda s: s.table().replace(',"', ' , "').replace('"\n', '" \n'), 3),
    Kind("header with hard blanks", "a.csv", lambda s: s.table().replace("title,date,text", "title\u00a0,\u00a0date,\u00a0text"), 3),
    Kind("header in camel case", "a.csv", lambda s: s.table().replace("title,date,text", "headLine,publishedDate,articleText"), 3),
    Kind("three times the line end", "a.csv", lambda s: s.table(end="\r\r\n"), 3),
    Kind("line separators in cells", "a.csv", lambda s: s.table(second(s, text=s.text(2) + "\u2028" + s.text(5))), 3),
    Kind("next-line signs in cells", "a.csv", lambda s: s.table(second(s, text=s.text(2) + "\x85" + s.text(5))), 3),
    Kind("form feeds in cells", "a.csv", lambda s: s.table(second(s, text=s.text(2) + "\x0c" + s.text(5))), 3),
    Kind("curly marks in place of straight ones", "a.csv", lambda s: s.table().replace(',"', ",“").replace('"\n', "”\n"), 0, BROKEN_ROW * 3),
    Kind("two bars between cells", "a.csv", lambda s: "title||date||text\n" + "".join(f"Rain {n}||2026-03-0{n}||{s.text(n)}\n" for n in (1, 2, 3)), 3),
    Kind("tabs and a line that says so", "a.csv", lambda s: "sep=\t\n" + s.table(delimiter="\t"), 3),
    Kind("character references in cells", "a.csv", lambda s: s.table(second(s, text=f"&quot;No.&quot; &amp;nbsp; {s.text(2)}")), 3),
    Kind("header twice the same", "a.csv", lambda s: s.table().replace("title,date", "title,title", 1), 3),
    Kind("one row", "a.csv", lambda s: "\n".join(s.table().split("\n")[:2]) + "\n", 1),
    Kind("one row without a line end", "a.csv", lambda s: "\n".join(s.table().split("\n")[:2]), 1),
    Kind("minus in front of a text", "a.csv", lambda s: s.table(second(s, text="-" + s.text(2))), 3),
    Kind("header cell over two lines", "a.csv", lambda s: s.table().replace("title", '"title\n(English)"', 1), 3),
    Kind("tildes between cells", "a.csv", lambda s: s.table(delimiter="~"), 3),
    Kind("Hive's sign between cells", "a.csv", lambda s: s.table(delimiter="\x01").replace('"', ""), 3),
    Kind("escapes of a MySQL dump", "a.tsv", lambda s: "title\tdate\ttext\n" + "".join(f"Rain {n}\t\\N\t{s.text(n)}\\n{s.text(n + 5)}\n" for n in (1, 2, 3)), 3),
    Kind("leap second", "a.csv", lambda s: s.table(second(s, date="2016-12-31T23:59:60Z")), 3),
    Kind("midnight as 24:00", "a.csv", lambda s: s.table(second(s, date="2026-03-02T24:00:00")), 3),
    Kind("carriage return in a quoted cell", "a.csv", lambda s: s.table(second(s, text=s.text(2) + "\r" + s.text(6))), 3),
    Kind("whole rows in quotation marks", "a.csv", lambda s: "".join('"' + line.replace('"', '""') + '"\n' for line in s.table().splitlines()), 3),
    Kind("empty first column of names", "a.csv", lambda s: s.table().replace("title,date,text", ",date,text", 1), 3),
    Kind("header with numbers behind names", "a.csv", lambda s: s.table().replace("title,date,text", "title;;date;;text").replace(";;", ","), 3),
    Kind("two text columns, the first empty", "a.csv", lambda s: "title,content,text\n" + "".join(f'Rain {n},,"{s.text(n)}"\n' for n in (1, 2, 3)), 3),
    Kind("Excel: sep line, BOM, semicolons", "a.csv", quoted_sep, 3),
    Kind(
        "R: row names and an empty first name",
        "a.csv",
        lambda s: "\n".join(['"","title","date","text"', *(f'"{n}",{row}' for n, row in enumerate(quoted_rows(s), 1)), ""]),
        3,
    ),
    Kind(
        "R: row names without a name for their column",
        "a.csv",
        lambda s: "\n".join(['"title","date","text"', *(f'"{n}",{row}' for n, row in enumerate(quoted_rows(s), 1)), ""]),
        3,
    ),
    Kind(
        "MySQL batch output with NULL for dates",
        "a.tsv",
        lambda s: "\n".join(["title\tdate\ttext", *quoted_rows(s, "\t", ["\\N"] * 3, quote=""), ""]),
        3,
        fields={"published": None},
    ),
    Kind(
        "SQLite: column separator of bars",
        "a.csv",
        lambda s: "\n".join(["title|date|text", *quoted_rows(s, "|", quote=""), ""]),
        3,
    ),
    Kind(
        "psql: copy with its end mark",
        "a.tsv",
        lambda s: "\n".join(["title\tdate\ttext", *quoted_rows(s, "\t", quote=""), "\\.", ""]),
        3,
        ("broken row",),
    ),
    Kind(
        "two tables put together, header twice",
        "a.csv",
        lambda s: (
            s.table()
            + s.table(["More rain", "2026-03-08", s.text(8)]).replace("day 1", "day 6").replace("day 3", "day 7")
        ),
        6,
    ),
    Kind(
        "quotation marks behind a backslash",
        "a.csv",
        lambda s: s.table(["Rain 2", "2026-03-02", "X"]).replace(
            "X", '"' + s.text(2).replace("day 2", r"\"day 2\"") + '"'
        ),
        3,
    ),
    Kind(
        "paragraphs as markup in cells",
        "a.csv",
        lambda s: s.table(["Rain 2", "2026-03-02", f"<div class='x'><p>{s.text(2)}</p><p>Snow.</p></div>"]),
        3,
    ),
    Kind("a lost reference for a text", "a.csv", lambda s: s.table(["Rain", "2026-03-02", "#REF!"]), 2, ("no story",)),
    Kind("NULL for a text", "a.csv", lambda s: s.table(["Rain", "2026-03-02", "NULL"]), 2, ("no text",)),
    Kind("nan for a text", "a.csv", lambda s: s.table(["Rain", "2026-03-02", "nan"]), 2, ("no text",)),
    Kind(
        "the column of the text twice",
        "a.csv",
        lambda s: "\n".join(["title,date,text,text", *(row + ',""' for row in quoted_rows(s)), ""]),
        3,
    ),
    Kind(
        "cells without names at the end",
        "a.csv",
        lambda s: "\n".join(["title,date,text,,", *(r + ",," for r in quoted_rows(s))]),
        3,
    ),
    Kind("blank lines above the header", "a.csv", lambda s: "\n\n\n" + s.table(), 3),
    Kind(
        "a sum below the table",
        "a.csv",
        lambda s: s.table() + "Total,3,\n",
        3,
        ("no text",),
    ),
    Kind(
        "names of columns in capitals and blanks", "a.csv", lambda s: s.table(header=(" TITLE ", "Date ", " Text")), 3
    ),
    Kind("a header alone", "a.csv", lambda s: "title,date,text\n", 0, ("no record",)),
    Kind("Excel: named as CSV", "a.csv", changed_workbook(lambda b, s: None), 3),
    Kind("tabs in a file named csv", "a.csv", lambda s: "\n".join(["title\tdate\ttext", *quoted_rows(s, "\t"), ""]), 3),
    Kind(
        "decimal commas and semicolons",
        "a.csv",
        lambda s: "\n".join(["title;date;text;score", *(r + ";0,5" for r in quoted_rows(s, ";")), ""]),
        3,
    ),
    Kind(
        "an index and no quotation marks around it",
        "a.csv",
        lambda s: "\n".join([",title,date,text", *(f"{n},{r}" for n, r in enumerate(quoted_rows(s))), ""]),
        3,
    ),
    Kind(
        "apostrophes for quotation marks",
        "a.csv",
        lambda s: "\n".join(["'title','date','text'", *quoted_rows(s, quote="'"), ""]),
        3,
    ),
    Kind(
        "a cell with line ends of Windows in a file of Unix",
        "a.csv",
        lambda s: s.table(["Rain 2", "2026-03-02", s.text(2).replace(", and", ",\r\nand")]),
        3,
    ),
    Kind("a file cut off in a row", "a.csv", lambda s: s.table()[:-60], 2, ("broken row",)),
    Kind("empty rows of commas", "a.csv", lambda s: s.table() + ",,\n,,\n,,\n", 3),
    Kind("a header in two lines", "a.csv", lambda s: s.table(header=("title", "date", "text\n(full)")), 3),
    Kind("names of columns with units", "a.csv", lambda s: s.table(header=("title", "date (UTC)", "text")), 3),
    Kind(
        "tabs that were turned into blanks",
        "a.tsv",
        lambda s: "\n".join(["title   date   text", *quoted_rows(s, "   ", quote=""), ""]),
        0,
        ("form not known",),
    ),
    Kind("a copy of one row", "a.csv", lambda s: s.table() + s.table().split("\n")[3] + "\n", 3, repeats=1),
    Kind(
        "a column of the text that is empty beside a summary",
        "a.csv",
        lambda s: s.table(header=("title", "date", "summary")),
        0,
        ("no text column",),
    ),
    Kind(
        "a BOM in front of each row",
        "a.csv",
        lambda s: "\n".join(["title,date,text", *("\ufeff" + r for r in quoted_rows(s)), ""]),
        3,
    ),
    Kind("CSV packed with gzip and named csv", "a.csv", lambda s: gzip.compress(s.table().encode(), mtime=0), 3),
    Kind("Zotero as CSV", "a.csv", lambda s: '"Key","Item Type","Title","Publication Title","Date","Abstract Note"\n' + each(s, '"K{n}","newspaperArticle","{title}","The Ledger","2026-03-0{n}","{text}"\n'), 0, ("no text column",)),
    Kind("chat as a table", "a.csv", lambda s: "AuthorID,Author,Date,Content,Attachments,Reactions\n" + each(s, '"10{n}","Ana Roe","2026-03-01T10:00:00.0000000+00:00","{text}","",""\n'), 3, fields={"published": "2026-03-01"}),
    Kind("table of addresses of stories", "a.csv", lambda s: "id,title,publish_date,media_name,url,language\n" + each(s, '{n},{title},2026-03-01,The Ledger,https://l.example/{n},en\n'), 0, ("no text column",)),
    Kind("table of events without names of columns", "a.export.CSV", lambda s: "".join(f"11{n}\t20260301\t202603\t2026\t2026.1644\tGOV\tMARLOW\t\t\tGOV\t1\t043\t043\t04\t1\t2.8\t10\thttps://l.example/{n}\n" for n in range(1, 9)), 0, ("no header",)),
    Kind("commas in the header and tabs below", "a.csv", lambda s: "\n".join(["title,date,text", *quoted_rows(s, "\t", quote=""), ""]), 0, ("broken row",) * 3),
    Kind("groups of columns above the header", "a.csv", lambda s: "Article,,Body\n" + s.table(), 3),
    Kind("commas with blanks behind them and quotation marks", "a.csv", lambda s: "title, date, text\n" + each(s, '"{title}", "2026-03-0{n}", "{text}"\n'), 3),
    Kind("number of rows below the table", "a.csv", lambda s: s.table() + "# 3 rows\n", 3),
    Kind("columns in French", "a.csv", lambda s: s.table(header=("titre", "date", "texte"), delimiter=";"), 0, ("no text column",)),
    Kind("columns in German", "a.csv", lambda s: s.table(header=("Titel", "Datum", "Text"), delimiter=";"), 3),
    Kind("posts of a forum as a table", "posts.csv", lambda s: "id,title,selftext,created_utc\n" + each(s, '{n},{title},"{text}",1772323200\n'), 0, ("no text column",)),
    Kind("list of things to read", "Reading list.csv", lambda s: "Title,URL\n" + each(s, "{title},https://l.example/{n}\n"), 0, ("no text column",)),
    Kind("header again above each row", "a.csv", lambda s: "".join(f'title,date,text\nRain {n},2026-03-0{n},"{s.text(n)}"\n' for n in (1, 2, 3)), 3),
    Kind("columns with other names for all but the text", "a.csv", lambda s: "Nr;Schlagzeile;Tag;Text\n" + each(s, '{n};{title};01.03.2026;"{text}"\n'), 3),
    Kind("table of notes without their text", "Notes.csv", lambda s: "Name,Tags,Created\n" + each(s, '{title},rain,"March {n}, 2026 10:00 AM"\n'), 0, ("no text column",)),
    Kind("events of a computer as a table", "events.csv", lambda s: "Level,Date and Time,Source,Event ID,Task Category\n" + each(s, "Information,3/{n}/2026 10:00:00 AM,Rain,100{n},None\n"), 0, ("no text column",)),
    Kind("table with the index of pandas", "a.csv", lambda s: "Unnamed: 0,title,date,text\n" + each(s, '{n},{title},2026-03-0{n},"{text}"\n'), 3),
    Kind("French table of Excel", "a.csv", lambda s: ("titre;date;prix;text\n" + each(s, "{title};0{n}/03/2026;12,5{n};{text} À bientôt.\n")).encode("cp1252"), 3),
    Kind("Japanese table of Excel", "a.csv", lambda s: ("title,date,text\n" + "".join(f"雨{n},2026/3/{n},{JAPANESE.format(s.mark + str(n))}\n" for n in (1, 2, 3))).encode("cp932"), 3),
    Kind("Chinese table of Excel", "a.csv", lambda s: ("title,date,text\n" + "".join(f"雨{n},2026/3/{n},{CHINESE.format(s.mark + str(n))}\n" for n in (1, 2, 3))).encode("gbk"), 3),
    Kind("Russian table of Excel", "a.csv", lambda s: ("title;date;text\n" + "".join(f"Дождь {n};0{n}.03.2026;{RUSSIAN.format(s.mark + str(n))}\n" for n in (1, 2, 3))).encode("cp1251"), 3),
    Kind("commas in texts between semicolons", "a.csv", lambda s: "title;date;text\n" + each(s, "{title};2026-03-0{n};{text}\n"), 3),
    Kind("texts that begin with a quotation, between tabs", "a.tsv", lambda s: "title\tdate\ttext\n" + each(s, '{title}\t2026-03-0{n}\t"We are wet," said the mayor. {text}\n'), 3),
    Kind("inches in cells without marks", "a.csv", lambda s: "title\tdate\ttext\n" + each(s, '{n}" of rain\t2026-03-0{n}\t{text}\n'), 3),
    Kind("line ends as letters in cells", "a.csv", lambda s: "title,date,text\n" + each(s, '{title},2026-03-0{n},"{text}\\n\\nSo it went."\n'), 3),
    Kind("column named as search engines do", "a.csv", lambda s: "headline,datePublished,articleBody\n" + each(s, '{title},2026-03-0{n},"{text}"\n'), 3),
    Kind("row twice but for blanks", "a.csv", lambda s: s.table(list(s.record(1, title=f"Rain 1 in {s.mark} ", text=s.text(1) + "  ").values())), 2, repeats=1),
    Kind("words for no value in all other cells", "a.csv", lambda s: "title,date,author,url,text\n" + each(s, '{title},n/a,NULL,-,"{text}"\n'), 3, fields={"published": None}),
    Kind("remark between rows", "a.csv", lambda s: s.table().replace("\n", "\n# checked by Ana\n", 2).replace("# checked by Ana\n", "", 1), 3),
    Kind("comma in each title without marks", "a.csv", lambda s: "title,date,text\n" + each(s, 'Rain, {n} days,2026-03-0{n},"{text}"\n'), 0, BROKEN_ROW * 3),
    Kind("quotation mark open in a title", "a.csv", lambda s: s.table().replace("\nRain 2", '\n"Rain 2'), 2, BROKEN_ROW),
    Kind("row of other letters", "a.csv", lambda s: b"title,date,text\n" + "".join(f"Rain,2026-03-0{n},{s.text(n)}\n".replace(", ", " ") for n in (1, 2, 3)).encode().replace(b"council", b"\xff\xfe\xfd", 1), 3),
    Kind("row with its cells in another order", "a.csv", lambda s: "title,date,text\n" + f'Rain,2026-03-01,"{s.text(1)}"\n"{s.text(2)}",Rain,2026-03-02\nRain,2026-03-03,"{s.text(3)}"\n', 2, ("no story",)),
    Kind("table without a header, between tabs", "a.tsv", lambda s: each(s, "{title}\t2026-03-0{n}\t{text}\n"), 0, ("no header",)),
    Kind("table of two columns without a header", "a.csv", lambda s: each(s, '2026-03-0{n},"{text}"\n'), 0, ("no header",)),
    Kind("table of addresses and titles", "a.csv", lambda s: "url,title\n" + each(s, "https://l.example/{n},{title}\n"), 0, ("no text column",)),
    Kind("text cut by a spreadsheet", "a.csv", lambda s: s.table(list(s.record(2, text=s.text(2)[:120] + "...").values())), 2, ("teaser only",)),
    Kind("text first and a table within each text", "a.csv", lambda s: "text,title,date\n" + each(s, '"{text}\n\na,b\n1,""2""\n\nSo it went.",{title},2026-03-0{n}\n'), 3),
    Kind("300 other columns", "a.csv", lambda s: "title," + ",".join(f"is_{n}" for n in range(300)) + ",text\n" + each(s, "{title}," + "0," * 300 + '"{text}"\n'), 3),
    Kind("row with semicolons among commas", "a.csv", lambda s: s.table().replace(f'Rain 2 in {s.mark},2026-03-02,"', f'Rain 2 in {s.mark};2026-03-02;"'), 2, BROKEN_ROW),
    Kind("row between tabs that goes on in a second line", "a.tsv", lambda s: "title\tdate\ttext\n" + each(s, "{title}\t2026-03-0{n}\t{text}\n").replace("day 2, and", "day 2,\nand"), 3, BROKEN_ROW),
    Kind("table cut off in its header", "a.csv", lambda s: "title,da", 0, ("no text column",)),
    Kind("header in capitals between rows", "a.csv", lambda s: s.table().replace("\nRain 2", "\nTITLE,DATE,TEXT\nRain 2"), 3),
    Kind("line ends in cells between tabs", "a.tsv", lambda s: "title\tdate\ttext\n" + each(s, '{title}\t2026-03-0{n}\t"{text}\n\nSo it went."\n'), 3),
    Kind("Polish table of Excel", "a.csv", lambda s: ("title;date;price;text\n" + "".join(f"Deszcz {n};0{n}.03.2026;12,50 zł;{POLISH.format(s.mark + str(n))}\n" for n in (1, 2, 3))).encode("cp1250"), 3),
    Kind("cell beyond the header in each row", "a.csv", lambda s: s.table().replace('"\n', '",\n'), 3),
    Kind("comma behind the header alone", "a.csv", lambda s: s.table().replace("text\n", "text,\n", 1), 3),
    Kind("remark of a database on top", "a.csv", lambda s: "-- made on Monday\n" + s.table(), 3),
    Kind("letters behind a closing mark", "a.csv", lambda s: s.table().replace("said.\"\nRain 3", "said.\"x\nRain 3"), 2, ("broken row",)),
    Kind("carets between cells", "a.csv", lambda s: s.table(delimiter="^"), 3),
    Kind("tab at the end of each line", "a.tsv", lambda s: s.table(delimiter="\t").replace("\n", "\t\n"), 3),
    Kind("vertical tabs in cells", "a.csv", lambda s: s.table().replace("day 2", "day\x0b2"), 3),
    Kind("table with a blank line in the header's place", "a.csv", lambda s: "\n\n\n" + s.table(), 3),
    Kind("table whose columns are named in German and Spanish", "a.csv", lambda s: "Titel;Datum;Text\n" + each(s, "{title};0{n}.03.2026;{text}\n"), 3),
    Kind("table of Arabic texts", "a.csv", lambda s: "\ufefftitle,date,text\n" + "".join(f'مطر {n},2026-03-0{n},"{ARABIC.format(s.mark + str(n))}"\n' for n in (1, 2, 3)), 3),
    Kind("table and lines in a file", "a.csv", lambda s: s.table() + "\n".join(map(json.dumps, later(s))) + "\n", 6),
    Kind("two tables with other orders of columns", "a.csv", lambda s: s.table() + table(later(s), ("date", "text", "title")), 6),
    Kind("two tables with other delimiters", "a.csv", lambda s: s.table() + table(later(s), delimiter=";"), 6),
    Kind("two tables of other widths", "a.csv", lambda s: s.table() + "\n" + table([r | {"outlet": "Ledger"} for r in later(s)], ("outlet", "title", "date", "text")), 6),
    Kind("two tables with the same header", "a.csv", lambda s: s.table() + table(later(s)), 6),
    Kind("two rows in one line", "a.csv", lambda s: "title,date,text\n" + csv_lines(s, 1)[0] + "\n" + "".join(csv_lines(s, 2, 3)) + "\n", 3, (), "line end between two rows"),
    Kind("all rows in one line", "a.csv", lambda s: "title,date,text\n" + "".join(csv_lines(s, 1, 2, 3)) + "\n", 3),
    Kind("two rows in one line, the second in marks", "a.csv", lambda s: f'title,date,text\n"Rain, again",2026-03-01,"{s.text(1)}""Hail, again",2026-03-02,"{s.text(2)}"\n', 2),
    Kind("two rows in one line between tabs", "a.tsv", lambda s: f"title\tdate\ttext\nRain 1\t2026-03-01\t{s.text(1)}\nRain 2\t2026-03-02\t{s.text(2)}Rain 3\t2026-03-03\t{s.text(3)}\n", 3),
    Kind("two rows in one line, no sign between", "a.csv", lambda s: f"title,date,text\nRain 1,2026-03-01,The town of {s.mark} was wet from dawn to dusk on the day of rain\nRain 2,2026-03-02,The town of {s.mark} was wet and windy all day long on that dayRain 3,2026-03-03,The town of {s.mark} was wet\n", 1, BROKEN_ROW * 2),
    Kind("header and first row in one line", "a.csv", lambda s: "title,date,text" + "\n".join(csv_lines(s, 1, 2, 3)) + "\n", 0, ("no header",)),
    Kind("record in a cell", "a.csv", lambda s: table([{"id": n, "article": json.dumps(s.record(n))} for n in (1, 2, 3)], ("id", "article")), 3),
    Kind("record in a cell of a column without a name of ours", "a.csv", lambda s: table([{"id": n, "raw": json.dumps(s.record(n))} for n in (1, 2, 3)], ("id", "raw")), 3),
    Kind("paragraphs as Python shows them", "a.csv", lambda s: table([{"title": "Rain", "text": str([s.text(n), s.text(n + 4)])} for n in (1, 2, 3)], ("title", "text")), 3),
    Kind("authors as Python shows them", "a.csv", lambda s: table([s.record(n) | {"authors": "['Ana Roe', 'Tom Vale']"} for n in (1, 2, 3)], ("title", "authors", "text")), 3, fields={"byline": ["Ana Roe", "Tom Vale"]}),
    Kind("columns text_length and text_hash in front of the text", "a.csv", lambda s: csv_text(["title", "text_length", "text_hash", "date", "text"], [[t, len(x), zlib.crc32(x.encode()), d, x] for t, d, x in record_rows(s)]), 3),
    Kind("pictures of 200 KB in base64 in a column of their own", "a.csv", lambda s: csv_text(["title", "date", "thumbnail", "text"], [[t, d, base64.b64encode(random_bytes(150_000, n)).decode(), x] for n, (t, d, x) in enumerate(record_rows(s))]), 3),
    Kind("one story in two outlets, and in one of them twice", "a.csv", lambda s: csv_text(["outlet", *TDT], [[outlet, "Rain", "2026-03-01", s.text()] for outlet in ("The Ledger", "The Post", "The Ledger")]), 2, repeats=1),
    Kind("days that a narrow column showed as signs", "a.csv", lambda s: csv_text(TDT, [[t, "########", x] for t, d, x in record_rows(s)]), 3, fields={"published": None}),
    Kind("names as a list of Python in a cell", "a.csv", lambda s: csv_text([*TDT, "authors"], [[*row, "['Ana Roe', 'Tom Vale']"] for row in record_rows(s)]), 3, fields={"byline": ["Ana Roe", "Tom Vale"]}),
    Kind("lines of JSON named as a table", "a.csv", lambda s: s.lines(), 3),
    Kind("day of the last change in a column before that of publication", "a.csv", lambda s: csv_text(["modified", "title", "published", "text"], [["2026-03-09", t, "2026-03-01", x] for t, d, x in record_rows(s)]), 3, fields={"published": "2026-03-01"}),
    Kind("empty paragraph of an editor as the text of a row", "a.csv", lambda s: csv_text(TDT, [record_rows(s)[0], ["Rain 2", "2026-03-02", "<p>&nbsp;</p>"], record_rows(s)[2]]), 2, ("no story",)),
    Kind("picture alone as the text of a row", "a.csv", lambda s: csv_text(TDT, [record_rows(s)[0], ["Rain 2", "2026-03-02", '<p><img src="rain.jpg" alt=""></p>'], record_rows(s)[2]]), 2, ("no story",)),
    Kind("path of Windows that ends with a backslash in a quoted cell", "a.csv", lambda s: csv_text(["path", *TDT], [["D:\\export\\", *row] for row in record_rows(s)], quoting=csv.QUOTE_ALL), 3),
    Kind("text that quotes a table with commas, marks and lines", "a.csv", lambda s: csv_text(TDT, [[t, d, f'{x}\n\nThe list that she sent read:\n"street","depth"\n"Elm, north",3\n\nNobody signed it.'] for t, d, x in record_rows(s)]), 3),
    Kind("forty rows of which each second has no text", "a.csv", half, 20, ("no text",) * 20),
    Kind("texts that are quotations from end to end", "a.csv", lambda s: "title,date,text\n" + "".join(f'Rain {n} in {s.mark},2026-03-0{n},"""{s.text(n)}"""\n' for n in (1, 2, 3)), 3),
    Kind("row, the same again, a short one and another", "a.csv", lambda s: "title,date,text\n" + "".join(f'Rain {n} in {s.mark},2026-03-0{n},"{s.text(n)}"\n' for n in (1, 1)) + f"Rain 2 in {s.mark},2026-03-02\n" + f'Rain 3 in {s.mark},2026-03-03,"{s.text(3)}"\n', 2, ("broken row",), repeats=1),
    Kind("text of a log's lines in a row between two", "a.csv", lambda s: quoted_table(s, LOG_LINES), 2, ("form not known",)),
    Kind("complaint of PHP between rows of a table", "a.csv", complaint, 3, ("broken row",)),
    Kind("pointer of Git in place of a table", "articles.csv", lambda s: "version https://git-lfs.github.com/spec/v1\noid sha256:" + "4d7a" * 16 + "\nsize 1048576\n", 0, ("form not known",)),
    Kind("table whose copy began again in the middle of a row", "a.csv", begun_again, 3, ("broken row",), repeats=1),
    Kind("backslash and N for a text", "a.csv", lambda s: with_second(s, "\\N"), 2, ("form not known",)),
    Kind("cell that was still loading", "a.csv", lambda s: with_second(s, "Loading..."), 2, ("teaser only",)),
    Kind("blocks of an editor for the web in cells", "a.csv", lambda s: cells(s, lambda text: f'<!-- wp:paragraph {{"align":"left"}} -->\n<p class="has-text">{text}</p>\n<!-- /wp:paragraph -->'), 3),
    Kind("marks of CDATA in cells", "a.csv", lambda s: cells(s, lambda text: f"<![CDATA[{text}]]>", lambda title: f"<![CDATA[{title}]]>"), 3),
    Kind("the body as markup beside the body as text", "a.csv", lambda s: csv_text(["title", "date", "body_html", "body"], [[r["title"], r["date"], f"<p>{r['text']}</p>", r["text"]] for r in s.records()]), 3),
    Kind("line break of HTML in headlines", "a.csv", lambda s: cells(s, title=lambda _: "Rain<br/>and hail"), 3, fields={"headline": "Rain and hail"}),
    Kind("remark of HTML in headlines", "a.csv", lambda s: cells(s, title=lambda _: "Rain <!-- live -->and hail"), 3, fields={"headline": "Rain and hail"}),
    Kind("emoji as pairs of three bytes", "a.csv", lambda s: cesu(cells(s, lambda text: text + " \U0001f327\U0001f327")), 3),
    Kind("page to log in, named as a table", "articles.csv", lambda s: "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in</h1><form><label>Email</label><input name='e'><label>Password</label><input name='p' type='password'><button>Next</button></form></body></html>", 0, ("not an article",)),
    Kind("Parquet named as a table", "a.csv", lambda s: saved(pa.table(record_columns(s))), 3),
    Kind("table as collectors of news share it, with parts of the day as fractions", "articles1.csv", lambda s: csv_text(["", "id", "title", "publication", "author", "date", "year", "month", "url", "content"], made_for_each(lambda n: [n, 17282 + n, f"Rain {n}", LEDGER, "Ana Roe", f"2026-03-0{n}", "2026.0", "3.0", "", s.text(n)])), 3),
    Kind("rows that differ in their day alone", "a.csv", lambda s: csv_text(["title", "date", "text"], made_for_each(lambda n: ["Rain", f"2026-03-0{n}", s.text()])), 1, repeats=2),
    Kind("columns with the names of Broadsheet's own", "a.csv", lambda s: csv_text(["article_id", "source_path", "source_sha256", "notes", "n_words", "title", "date", "text"], made_for_each(lambda n: ["0" * 16, "../../etc/passwd", "none", "all is well", "-1", f"Rain {n}", f"2026-03-0{n}", s.text(n)])), 3),
    Kind("Broadsheet's own table of rejects", "rejects.csv", lambda s: csv_text(["source_path", "record", "reason", "detail"], made_for_each(lambda n: [f"a/{n}.csv", n, "no text", ""])), 0, ("no text column",)),
    Kind("order to a database in each headline", "a.csv", lambda s: table_with_headline(s, "Robert'); DROP TABLE articles;--"), 3, fields={"headline": "Robert'); DROP TABLE articles;--"}),
    Kind("orders of formats in each headline", "a.csv", lambda s: table_with_headline(s, "Rain %s%n {0.__class__} ${jndi:ldap://l.example/a}"), 3, fields={"headline": "Rain %s%n {0.__class__} ${jndi:ldap://l.example/a}"}),
    Kind("headline that begins with a word in marks, between commas", "a.csv", lambda s: "title,date,text\n" + "".join(made_for_each(lambda n: f'"Rain" falls {n} times,2026-03-0{n},"{s.text(n)}"\n')), 3),
    Kind("table whose name is its ending alone", ".csv", lambda s: s.table(), 0),
    Kind("table as an address of data", "a.csv", lambda s: "data:text/csv;base64," + base64.b64encode(s.table().encode()).decode() + "\n", 0, FORM_NOT_KNOWN),
    Kind("text and its translation side by side", "a.csv", lambda s: csv_text(["title", "date", "text", "text_es"], made_for_each(lambda n: [f"Rain {n}", f"2026-03-0{n}", s.text(n), f"Llovió en {s.mark} el día {n}, y el consejo se fue a casa temprano sin votar, dijo la secretaria."])), 3),
    Kind("address in the column content, beside the text", "a.csv", lambda s: csv_text(["title", "date", "content", "text"], made_for_each(lambda n: [f"Rain {n}", f"2026-03-0{n}", f"https://l.example/store/{n}.html", s.text(n)])), 3),
    Kind("number sign as the name of the first column", "a.csv", lambda s: csv_text(["#", "title", "date", "text"], made_for_each(lambda n: [n, f"Rain {n}", f"2026-03-0{n}", s.text(n)])), 3),
    Kind("rows that begin with a number sign", "a.csv", lambda s: csv_text(["id", "title", "date", "text"], made_for_each(lambda n: [f"#{n}", f"Rain {n}", f"2026-03-0{n}", s.text(n)])), 3),
    Kind("last row with the headline Total", "a.csv", lambda s: csv_text(["title", "date", "text"], made_for_each(lambda n: [{3: "Total"}.get(n, f"Rain {n}"), f"2026-03-0{n}", s.text(n)])), 3),
    Kind("last row whose headline begins with Source", "a.csv", lambda s: csv_text(["title", "date", "text"], made_for_each(lambda n: [{3: "Source: the rain will go on"}.get(n, f"Rain {n}"), f"2026-03-0{n}", s.text(n)])), 3),
    Kind("table of R with names of rows that its header lacks", "a.csv", of_r, 3),
    Kind("days as Oracle writes them", "a.csv", lambda s: s.table().replace("2026-03-01", "01-MAR-26").replace("2026-03-02", "01-MAR-26").replace("2026-03-03", "01-MAR-26"), 3, fields={"published": "2026-03-01"}),
    Kind("table between the fences of a chatbot", "a.csv", lambda s: "```csv\n" + s.table() + "```\n", 3),
    Kind("names that are a call of Python", "a.csv", lambda s: "title,date,authors,text\n" + "".join(f"""{r['title']},{r['date']},"[__import__('os').system('touch {RAN}_names')]","{r['text']}"\n""" for r in s.records()), 3),
    Kind("votes by precinct", "a.csv", lambda s: VOTES, 0, ("no text column",)),
    Kind("texts that begin with an apostrophe, between tabs", "a.tsv", lambda s: "title\tdate\ttext\n" + "".join(f"{r['title']}\t{r['date']}\t'Twas wet. {r['text']}\n" for r in s.records()), 3),
    Kind("decimal commas in a column between semicolons", "a.csv", commas_as_points, 3),
    Kind("PDF in base64 as the text of a row", "a.csv", row_with(base64.b64encode(b"%PDF-1.4\n" + random_bytes()).decode()), 2, ("form not known",)),
    Kind("style sheet as the text of a row", "a.csv", row_with(".story p { margin: 0 0 1em; color: #222; } .story h2 { font-size: 20px; } .box { display: none; }"), 2, ("form not known",)),
    Kind("table that PowerShell wrote, with its line of types", "a.csv", lambda s: rows_of(["title", "date", "text"], plain(s), above="#TYPE System.Management.Automation.PSCustomObject\r\n"), 3),
    Kind("table of Access with midnight behind American days", "a.csv", lambda s: rows_of(["ID", "title", "date", "text"], [[n, r["title"], "3/13/2026 0:00:00", r["text"]] for n, r in enumerate(s.records(), 1)], quoting=csv.QUOTE_NONNUMERIC), 3, fields=DAY),
    Kind("merge file of FileMaker", "articles.mer", lambda s: rows_of(["title", "date", "text"], plain(s, lambda r: [r["title"], "3/13/2026", r["text"] + "\x0b" + "It rained."]), end="\r"), 3),
    Kind("table of a data archive, named .tab", "articles.tab", lambda s: rows_of(["id", "title", "date", "text"], [[n, *row] for n, row in enumerate(plain(s), 1)], delimiter="\t", end="\n", quoting=csv.QUOTE_NONNUMERIC), 3),
    Kind("answers of a form with the time of each first", "a.csv", lambda s: rows_of(["Timestamp", "Outlet", "Title", "Date", "Text", "URL"], [[f"3/14/2026 9:0{n}:00", "The Ledger", r["title"], "2026-03-13", r["text"], f"https://l.example/{n}"] for n, r in enumerate(s.records(), 1)], quoting=csv.QUOTE_MINIMAL, end="\n"), 3, fields=DAY | {"outlet": "The Ledger"}),
    Kind("answer of a news service as pandas writes it", "a.csv", lambda s: rows_of(["", "source", "author", "title", "description", "url", "urlToImage", "publishedAt", "content"], [[n, "{'id': None, 'name': 'The Ledger'}", "Ana Roe", r["title"], "It rained.", f"https://l.example/{n}", "", f"{r['date']}T10:00:00Z", r["text"]] for n, r in enumerate(s.records())], quoting=csv.QUOTE_MINIMAL, end="\n"), 3),
    Kind("table whose texts are all empty", "a.csv", lambda s: rows_of(["title", "date", "text"], plain(s, lambda r: [r["title"], r["date"], ""])), 0, ("no text", "no text", "no text")),
    Kind("table whose columns of day and text changed places", "a.csv", lambda s: rows_of(["title", "text", "date"], plain(s)), 0, ("no story", "no story", "no story")),
    Kind("table of contacts", "contacts.csv", lambda s: rows_of(["First Name", "Last Name", "E-mail Address", "Business Phone"], [["Ana", "Roe", "ana@l.example", "555-0101"], ["Tom", "Vale", "tom@l.example", "555-0102"], ["Jo", "May", "jo@l.example", "555-0103"]], quoting=csv.QUOTE_MINIMAL), 0, ("no text column",)),
    Kind("list of addresses from a cloud of media", "mc-onlinenews.csv", lambda s: rows_of(["id", "indexed_date", "language", "media_name", "media_url", "publish_date", "title", "url"], [[f"ab{n}", "2026-03-02 10:00:00", "en", "l.example", "l.example", r["date"], r["title"], f"https://l.example/{n}"] for n, r in enumerate(s.records(), 1)], quoting=csv.QUOTE_MINIMAL), 0, ("no text column",)),
    Kind("table with days as SAS writes them", "a.csv", of_sas, 3),
    Kind("table with American days and times of two digits of the year", "a.csv", american, 3, fields={"outlet": "The Ledger"}),
    Kind("cells with line ends of Windows in rows with line ends of Unix", "a.csv", crlf_within, 3),
    Kind("row whose text is to be done", "a.csv", row_with("TBD"), 2, NO_STORY),
    Kind("row whose text is that of an error of the web", "a.csv", row_with("404 Not Found"), 2, NO_STORY),
]  # fmt: skip
