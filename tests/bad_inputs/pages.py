"""Bad saved pages, MHTML, feeds and other markup."""

import base64
import json
import quopri

from bad_inputs.kinds import Kind, Stories

NO_BODY = ("no body found",)
DEEP = ("over the limit: depth",)
UNKNOWN = ("form not known",)
BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE html [<!ENTITY l0 "ha">{BOMB}]>'
SECRET = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def linked(value: object) -> str:
    """Return data about an article as search engines read it."""
    words = value if isinstance(value, str) else json.dumps({"@type": "NewsArticle", **value})
    return f'<script type="application/ld+json">{words}</script>'


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def deep(depth: int) -> object:
    value: object = "Ana Roe"
    for _ in range(depth):
        value = [value]
    return value


PAGES = [
    Kind("page", "a.html", Stories.page, 1),
    Kind("page named as text", "a.txt", Stories.page, 1),
    Kind("blank lines above a page", "a.html", lambda s: "\n\n \n" + s.page(), 1),
    Kind("byte-order mark above a page", "a.html", lambda s: b"\xef\xbb\xbf" + s.page().encode(), 1),
    Kind("words above a page", "a.html", lambda s: "Saved by hand\n" + s.page(), 1),
    Kind("comment above a page", "a.html", lambda s: s.page(before="<!-- saved from url=(0026)https://l.example/ -->\n"), 1),
    Kind("XML declaration above a page", "a.html", lambda s: s.page(before='<?xml version="1.0" encoding="utf-8"?>\n'), 1),
    Kind("HTTP header above a page", "a.html", lambda s: "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + s.page(), 1),
    Kind("page in UTF-16", "a.html", lambda s: s.page().encode("utf-16"), 1),
    Kind("encoding that is not there", "a.html", lambda s: s.page(head='<meta charset="x-none">'), 1),
    Kind("encoding declared wrongly", "a.html", lambda s: s.page("<p>Café, naïve.</p>", head='<meta charset="ascii">'), 1),
    Kind("100,000 line breaks", "a.html", lambda s: s.page("<br>" * 100_000), 1),
    Kind("5,000 names on lines of one box", "a.html", lambda s: s.page("<div>" + "<a>Ana Roe</a> <i>Editor</i><br>" * 5000 + "</div>"), 1),
    Kind("100,000 empty paragraphs", "a.html", lambda s: s.page("<p></p>" * 100_000), 1),
    Kind("4,000 boxes in one another", "a.html", lambda s: s.page("<div>" * 4000 + "</div>" * 4000), 0, DEEP),
    Kind("1,500 boxes in one another", "a.html", lambda s: s.page("<div>" * 1500 + "</div>" * 1500), 0, DEEP),
    Kind("400 letters in bold, never closed", "a.html", lambda s: s.page("<b>R" * 400, after="And more of it."), 1),
    Kind("tags never closed", "a.html", lambda s: s.page().replace("</p>", "").replace("</article>", ""), 1),
    Kind("page cut off in a tag", "a.html", lambda s: s.page() [: s.page().index("</article>")] + "<p cla", 1),
    Kind("comment never closed", "a.html", lambda s: s.page(after="<!-- and so on"), 1),
    Kind("NULs in a page", "a.html", lambda s: s.page().replace("council", "coun\0cil"), 1, (), "removed NUL"),
    Kind("half a character in a page", "a.html", lambda s: s.page().encode().replace(b"council", b"coun\xed\xa0\x80cil", 1), 1),
    Kind("numbers of no character", "a.html", lambda s: s.page("<p>&#0; &#x110000; &#xD800; &bogus; &amp;amp;</p>"), 1),
    Kind("entities that grow", "a.html", lambda s: s.page("<p>&l9;</p>").replace("<!DOCTYPE html>", LAUGHS), 1),
    Kind("entity of a file", "a.html", lambda s: s.page("<p>&x;</p>").replace("<!DOCTYPE html>", SECRET), 1),
    Kind("attribute of a million characters", "a.html", lambda s: s.page(f'<img alt="{"x" * 1_000_000}">'), 1),
    Kind("5,000 attributes", "a.html", lambda s: s.page(f"<i {' '.join(f'a{n}=1' for n in range(5000))}></i>"), 1),
    Kind("bracket in a link", "a.html", lambda s: s.page('<p><a href="http://[">more of it here</a> and there, he said.</p>'), 1),
    Kind("script as the address", "a.html", lambda s: s.page(head='<link rel="canonical" href="javascript:alert(1)">'), 1),
    Kind("base that is none", "a.html", lambda s: s.page(head='<base href="//[::">'), 1),
    Kind("date of 400 digits in a page", "a.html", lambda s: s.page(head=meta("article:published_time", "9" * 400)), 1),
    Kind("zone of 99 hours in a page", "a.html", lambda s: s.page(head=meta("article:published_time", "2026-03-03T06:00:00+99:00")), 1),
    Kind("year 1 in a page", "a.html", lambda s: s.page(head=meta("article:published_time", "0001-01-01T00:00:00+05:00")), 1),
    Kind("linked data that are broken", "a.html", lambda s: s.page(head=linked('{"@type": "NewsArticle", "headline": ')), 1),
    Kind("linked data nested deep", "a.html", lambda s: s.page(head=linked({"author": deep(900)})), 1),
    Kind("linked data nested deeper", "a.html", lambda s: s.page(head=linked("[" * 100_000)), 1),
    Kind("linked data with lists", "a.html", lambda s: s.page(head=linked({"headline": [["Rain"]], "datePublished": [[2026]], "publisher": [[{}]]})), 1),
    Kind("linked data with numbers", "a.html", lambda s: s.page(head=linked({"headline": 7, "datePublished": 7, "author": 7, "publisher": 7})), 1),
    Kind("linked data null", "a.html", lambda s: s.page(head=linked({"headline": None, "datePublished": None, "author": [None]})), 1),
    Kind("title of 100,000 characters in a page", "a.html", lambda s: s.page(head=meta("og:title", "Rain " * 20_000)), 1),
    Kind("page of scripts", "a.html", lambda s: "<html><head><script>go()</script></head><body><div id=app></div></body></html>", 0, NO_BODY),
    Kind("page of links", "a.html", lambda s: f"<html><body>{'<a href=/x>Home</a> ' * 40}</body></html>", 0, ("no story",)),
    Kind("frames", "a.html", lambda s: "<html><frameset><frame src=a.html></frameset></html>", 0, NO_BODY),
    Kind("page without words", "a.html", lambda s: "<html><body></body></html>", 0, NO_BODY),
    Kind("tag alone", "a.html", lambda s: "<html>", 0, NO_BODY),
    Kind("two pages in a file", "a.html", lambda s: s.page() + s.page(), 1, repeats=1),
    Kind("drawing", "a.svg", lambda s: '<svg xmlns="http://www.w3.org/2000/svg"><g><path d="M0 0"/><text>Rain</text></g></svg>', 0, UNKNOWN),
    Kind("XML of another kind", "a.xml", lambda s: f'<?xml version="1.0"?><list><item>{s.text()}</item></list>', 0, UNKNOWN),
    Kind("list of addresses for robots", "a.xml", lambda s: '<?xml version="1.0"?><urlset><url><loc>https://l.example/1</loc></url></urlset>', 0, UNKNOWN),
    Kind("style sheet in a page", "a.html", lambda s: s.page("<style>p { color: red }</style>"), 1),
]  # fmt: skip


def message(s: Stories, *, encoding: str = "8bit", kind: str = "text/html", end: str = "--x--\r\n") -> bytes:
    content = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(encoding, bytes)(
        s.page().encode()
    )
    head = b'From: <Saved by Ana>\r\nSubject: Rain\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
    part = f"Content-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n".encode()
    return head + part + content + b"\r\n" + end.encode()


MESSAGES = [
    Kind("MHTML", "a.mhtml", message, 1),
    Kind("MHTML with letters that are not ASCII", "a.mhtml", lambda s: message(s).replace(b"council", "café “council”".encode()), 1),
    Kind("MHTML quoted, with letters beside", "a.mhtml", lambda s: message(s, encoding="quoted-printable").replace(b"council", "café “council”".encode()), 1),
    Kind("MHTML quoted", "a.mhtml", lambda s: message(s, encoding="quoted-printable"), 1),
    Kind("MHTML in base64", "a.mht", lambda s: message(s, encoding="base64"), 1),
    Kind("MHTML without its end", "a.mhtml", lambda s: message(s, end=""), 1),
    Kind("MHTML without a page", "a.mhtml", lambda s: message(s, kind="image/png"), 0, UNKNOWN),
    Kind("MHTML without a part", "a.mhtml", lambda s: message(s).partition(b"--x\r\n")[0], 0, UNKNOWN),
    Kind("MHTML in an encoding that is not there", "a.mhtml", lambda s: message(s).replace(b"utf-8", b"x-none"), 1),
    Kind("MHTML in base64, damaged", "a.mht", lambda s: message(s, encoding="base64").replace(b"PHA", b"P?A", 1), 0, NO_BODY),
    Kind("e-mail", "a.eml", lambda s: f"From: ana@l.example\r\nTo: tom@l.example\r\nSubject: Rain\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n{s.long()}", 0, UNKNOWN),
    Kind("box of e-mails", "a.mbox", lambda s: f"From ana@l.example Tue Mar  3 06:12:00 2026\r\nFrom: ana@l.example\r\nSubject: Rain\r\n\r\n{s.long()}\r\n", 0, UNKNOWN),
]  # fmt: skip


def item(s: Stories, n: int, *, date: str = "Tue, 03 Mar 2026 06:12:00 GMT", whole: str = "") -> str:
    content = whole or f"<content:encoded><![CDATA[<p>{s.text(n)}</p>]]></content:encoded>"
    return f"<item><title>Rain {n} in {s.mark}</title><link>https://l.example/{n}</link><pubDate>{date}</pubDate>{content}</item>"


def feed(s: Stories, second: str = "", *, before: str = '<?xml version="1.0"?>', end: str = "</channel></rss>") -> str:
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f"{before}<rss version='2.0' {space}><channel><title>Ledger</title>{item(s, 1)}{second or item(s, 2)}{item(s, 3)}{end}"


FEEDS = [
    Kind("feed", "a.xml", feed, 3),
    Kind("feed named as text", "a.txt", feed, 3),
    Kind("feed without its end", "a.xml", lambda s: feed(s, end=""), 3, ("broken feed",)),
    Kind("feed cut off in an entry", "a.xml", lambda s: feed(s).partition("day 3")[0], 2, ("broken feed",)),
    Kind("feed without an entry", "a.xml", lambda s: "<rss version='2.0'><channel><title>Ledger</title></channel></rss>", 0, ("empty feed",)),
    Kind("feed of an entity that grows", "a.xml", lambda s: feed(s, item(s, 2).replace("<p>", "<p>&l9;"), before=LAUGHS), 3, note="not correct XML"),
    Kind("teaser in a feed", "a.xml", lambda s: feed(s, item(s, 2, whole="<description>Rain is coming.</description>")), 2, ("teaser only",)),
    Kind("entry without a text", "a.xml", lambda s: feed(s, "<item><title>Rain</title></item>"), 2, ("no text",)),
    Kind("date that is none in a feed", "a.xml", lambda s: feed(s, item(s, 2, date="9" * 400)), 3),
    Kind("year 1 in a feed", "a.xml", lambda s: feed(s, item(s, 2, date="0001-01-01T00:00:00+05:00")), 3),
    Kind("zone of 99 hours in a feed", "a.xml", lambda s: feed(s, item(s, 2, date="2026-03-03T06:00:00+99:00")), 3),
    Kind("feed in UTF-16", "a.xml", lambda s: feed(s, before="").encode("utf-16"), 3),
    Kind("prefix of no name space", "a.xml", lambda s: feed(s, item(s, 2).replace("content:", "none:").replace("<title>", "<none:x>a</none:x><title>")), 2, ("no text",), note="not correct XML"),
    Kind("4,000 boxes in an entry", "a.xml", lambda s: feed(s, item(s, 2).replace("<p>", "<div>" * 4000 + "<p>")), 2, DEEP),
    Kind("NUL in a feed", "a.xml", lambda s: feed(s).replace("council", "coun\0cil", 1), 3),
    Kind("entry twice", "a.xml", lambda s: feed(s, item(s, 1)), 2, repeats=1),
]  # fmt: skip

KINDS = [*PAGES, *MESSAGES, *FEEDS]
