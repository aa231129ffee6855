"""Inputs of a twelfth round, decided on after those of the eleventh were mended."""

import gzip
import json

import pyarrow as pa

from bad_inputs.beside_a_good_one import linked_to
from bad_inputs.elsewhere import NO_ARTICLE, NO_TEXT, each, wall
from bad_inputs.handed import saved
from bad_inputs.kinds import Kind, Stories
from bad_inputs.newsroom import dated
from bad_inputs.odd_but_whole import CHINESE, POLISH, book_of, part
from bad_inputs.pages import item
from bad_inputs.received import copied, lines, packed, paragraphs, warc

BROKEN, NOT_RECORD, NO_STORY = ("broken row",), ("not a record",), ("no story",)


def spread(made, s) -> None:
    """Fill a sheet with a thousand empty rows between its articles."""
    made.append(["title", "date", "text"])
    for n, r in enumerate(s.records()):
        for column, cell in enumerate(r.values(), 1):
            made.cell(2 + 1000 * n, column, cell)


def beyond_the_end(s: Stories) -> bytes:
    """Return a ZIP whose directory says that a file begins where there is nothing."""
    data = bytearray(packed({"a.txt": copied(s), "b.txt": copied(s, 2)}))
    place = data.rindex(b"PK\x01\x02")
    data[place + 42 : place + 46] = (len(data) - 4).to_bytes(4, "little")
    return bytes(data)


def titled(s: Stories, *below: str) -> str:
    return "\n\n".join([f"Rain in {s.mark}", *below]) + "\n"


TEXTS = [
    Kind("head of each page in a text", "a.txt", lambda s: titled(s, f"{s.text(1)}\n\fThe Ledger   Page 2\n\n{s.text(2)}\n\fThe Ledger   Page 3\n\n{s.text(3)}"), 1),
    Kind("references to signs in a copied text", "a.txt", lambda s: titled(s, f"&ldquo;We are wet,&rdquo; the mayor of {s.mark} said &mdash; and so they were.", s.long()), 1),
    Kind("speech in one paragraph", "a.txt", lambda s: titled(s, " ".join(s.text(n) for n in range(1, 300))), 1),
    Kind("talk behind dashes", "a.txt", lambda s: titled(s, *(f"— {s.text(n)}" for n in (1, 2, 3))), 1),
    Kind("story in two languages", "a.txt", lambda s: titled(s, s.text(1), POLISH.format(s.mark), s.text(2), POLISH.format(s.mark)[:-1] + "."), 1),
    Kind("labels above a text", "a.txt", lambda s: f"Title: Rain in {s.mark}\nAuthor: Ana Roe\nDate: March 1, 2026\n\n{s.long()}\n", 1),
    Kind("song without a full stop", "a.txt", lambda s: f"Song of {s.mark}\n\nOh rain, oh rain, on {s.mark} hall,\nOn mayor, clerk and council, all!\nWho brought a coat, who brought a shawl?\nNot one of them, not one at all!\n", 1),
    Kind("two stories between long rows of stars", "a.txt", lambda s: f"{part(s, 1)}\n* * * * * * * * * *\n\n{part(s, 2)}", 2),
    Kind("three stories above waves", "a.txt", lambda s: "".join(f"{part(s, n)}\n~~~~~~~~~~~~~~~~\n\n" for n in (1, 2, 3)), 3),
    Kind("three stories, article 1 of 3 and so on", "a.txt", lambda s: "".join(f"Article {n} of 3\n\n{part(s, n)}\n" for n in (1, 2, 3)), 3),
    Kind("UTF-16 with line ends of an old Mac", "a.txt", lambda s: copied(s).decode().replace("\n", "\r").encode("utf-16"), 1),
]  # fmt: skip

TABLES = [
    Kind("header in capitals between rows", "a.csv", lambda s: s.table().replace("\nRain 2", "\nTITLE,DATE,TEXT\nRain 2"), 3),
    Kind("line ends in cells between tabs", "a.tsv", lambda s: "title\tdate\ttext\n" + each(s, '{title}\t2026-03-0{n}\t"{text}\n\nSo it went."\n'), 3),
    Kind("Polish table of Excel", "a.csv", lambda s: ("title;date;price;text\n" + "".join(f"Deszcz {n};0{n}.03.2026;12,50 zł;{POLISH.format(s.mark + str(n))}\n" for n in (1, 2, 3))).encode("cp1250"), 3),
    Kind("a thousand empty rows between rows", "a.xlsx", book_of(spread), 3),
    Kind("list that is null", "a.json", lambda s: json.dumps({"status": "ok", "articles": None}), 0, NO_TEXT),
    Kind("list of a record among records", "a.json", lambda s: json.dumps(s.records([s.record(2)])), 2, NOT_RECORD),
    Kind("section as a list in a list", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, section=[["News"]]))), 2, ("field is not text",)),
    Kind("title by language", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, title={"en": "Rain", "fr": "Pluie"}))), 3),
    Kind("line of 2 million blanks", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2))).replace("\n", "\n" + " " * 2_000_000 + "\n", 1), 3),
    Kind("lines in UTF-32", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2))).encode("utf-32"), 3),
    Kind("NULs behind lines", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2))).replace("\n", "\r\n").encode() + bytes(4096), 3),
    Kind("texts that are all missing in Parquet", "a.parquet", lambda s: saved(pa.table({"title": ["a", "b", "c"], "text": pa.array([None] * 3, pa.string())})), 0, NO_TEXT * 3),
]  # fmt: skip

PAGES = [
    Kind("story that is folded", "a.html", lambda s: f"<html><head><title>Rain in {s.mark}</title></head><body><h1>Rain in {s.mark}</h1><details><summary>Read the story</summary>{paragraphs(s)}</details></body></html>", 1),
    Kind("advertisements in frames between paragraphs", "a.html", lambda s: s.page().replace("</p>", "</p><div class='ad'><iframe src='about:blank'>Advertisement</iframe></div>"), 1),
    Kind("page that calls itself again and has a story", "a.html", lambda s: s.page(head="<meta http-equiv='refresh' content='300'>"), 1),
    Kind("page with bytes that are no UTF-8", "a.html", lambda s: s.page(head="<meta charset='utf-8'>").encode().replace(b"council", b"coun\xff\xfecil"), 1),
    Kind("Chinese page in GB 2312 that says so", "a.html", lambda s: f"<html><head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'><title>下雨</title></head><body><h1>{s.mark}镇下雨</h1><p>{CHINESE.format(s.mark)}</p><p>{CHINESE.format(s.mark)[:-1]}，议员们都回家了。</p></body></html>".encode("gb2312"), 1),
    Kind("a code that was sent", "a.html", lambda s: wall("Check your phone", "Enter the code that we sent to your phone. It is good for ten minutes."), 0, NO_ARTICLE),
    Kind("a reader who shows no advertisements", "a.html", lambda s: wall("Ad blocker detected", "We noticed that you use an ad blocker. Please allow advertisements on our site to go on reading."), 0, NO_ARTICLE),
    Kind("a page that is not shown in a country", "a.html", lambda s: wall("Not available", "This content is not available in your region. We are sorry for the trouble."), 0, NO_ARTICLE),
    Kind("a page that is not there, in Vietnamese", "a.html", lambda s: wall("Không tìm thấy trang", "Trang bạn yêu cầu không tồn tại hoặc đã bị xóa. Vui lòng kiểm tra lại địa chỉ."), 0, NO_ARTICLE),
    Kind("a page that is not there, in Persian", "a.html", lambda s: wall("صفحه یافت نشد", "صفحه ای که به دنبال آن هستید وجود ندارد یا حذف شده است. لطفا نشانی را بررسی کنید."), 0, NO_ARTICLE),
    Kind("story on blockers of advertisements", "a.html", lambda s: f"<html><head><title>Why sites ask you to turn off your ad blocker</title></head><body><article><h1>Why sites ask you to turn off your ad blocker</h1><p>By Ana Roe</p><p>“Please allow advertisements,” the site of {s.mark} says to its readers.</p>{paragraphs(s)}</article></body></html>", 1),
]  # fmt: skip

PACKS = [
    Kind("fifty empty files and a good one in a ZIP", "a.zip", lambda s: packed({"a.txt": copied(s)} | {f"e{n}.txt": b"" for n in range(50)}), 1, ("empty file",) * 50),
    Kind("directory of a ZIP that points beyond its end", "a.zip", beyond_the_end, 1, ("damaged zip member",)),
    Kind("one story under two names in a ZIP", "a.zip", lambda s: packed({"a.txt": copied(s), "copy/a.txt": copied(s)}), 1, repeats=1),
    Kind("Word document with another prefix", "a.docx", lambda s: packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": document_of(s).replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0=").encode()}), 1),
    Kind("page nested too deep between others in a web archive", "a.warc", lambda s: warc(s, s.page(n=1).encode(), n=1) + warc(s, ("<html><body>" + "<div>" * 5000 + s.text(2)).encode(), n=2) + warc(s, s.page(n=3).encode(), n=3), 2, ("over the limit: depth",)),
    Kind("entries of Atom without a title", "a.atom", lambda s: '<feed xmlns="http://www.w3.org/2005/Atom"><title>Ledger</title>' + "".join(f"<entry><id>{n}</id><updated>2026-03-0{n}T10:00:00Z</updated><content type='text'>{s.text(n)}</content></entry>" for n in (1, 2)) + "</feed>", 2, note="no headline given"),
    Kind("packed feed, cut off", "a.xml.gz", lambda s: gzip.compress(("<rss version='2.0'><channel><title>L</title>" + item(s, 1) + item(s, 2) + "</channel></rss>").encode())[:-30], 0, ("damaged gzip",)),
    Kind("table beside a cut copy of it", "", lambda s: {"a.csv": s.table(), "b.csv": s.table()[:-60]}, 3, BROKEN, repeats=2),
    Kind("link to a good page within the folder", "", lambda s: {"good.txt": copied(s), "link.txt": linked_to("good.txt")}, 1, repeats=1),
]  # fmt: skip

DATES = [
    dated("a dot in the time", "Sunday 1 March 2026 10.00am GMT", "2026-03-01"),
    dated("Hungarian with dots", "2026.03.01.", "2026-03-01"),
    dated("Russian with the word for year", "1 марта 2026 г., 10:00", "2026-03-01"),
    dated("Chinese with a day of the week", "2026年3月1日 星期日", "2026-03-01"),
    dated("as servers log it", "01/Mar/2026:10:00:00 +0000", "2026-03-01"),
    dated("the day with the", "March the 1st, 2026", "2026-03-01"),
]  # fmt: skip


def document_of(s: Stories) -> str:
    """Return the text of a Word document in XML."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = lines(f"Rain in {s.mark}", *s.long().split("\n\n"))
    return f'<?xml version="1.0"?><w:document {space}><w:body>{body}</w:body></w:document>'


KINDS = [*TEXTS, *TABLES, *PAGES, *PACKS, *DATES]
