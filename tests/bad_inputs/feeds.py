"""Kinds of bad input: RSS and Atom."""

from collections.abc import Callable

from bad_inputs.kinds import Kind, Stories
from bad_inputs.make_pages import paragraphs_on_lines, rss_of, rss_with, short_item
from bad_inputs.make_tables import DAY, rss_of_three
from bad_inputs.make_texts import XML, feed, item, paragraphs, rss


def atom(content: Callable[[Stories, int], str]) -> Callable[[Stories], str]:
    head = '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Ledger</title>'

    def made(s: Stories) -> str:
        entries = (
            f"<entry><title>Rain {n}</title><id>urn:{n}</id><updated>2026-03-03T06:12:00Z</updated>"
            f'<link href="https://l.example/{n}"/>{content(s, n)}</entry>'
            for n in (1, 2)
        )
        return f"{head}{''.join(entries)}</feed>"

    return made


def wordpress(s: Stories) -> str:
    posts = "".join(
        f"<item><title>Rain {n}</title><link>https://l.example/?p={n}</link><pubDate>Tue, 03 Mar 2026 06:12:00 +0000"
        f"</pubDate><content:encoded><![CDATA[<!-- wp:paragraph --><p>{s.text(n)}</p><!-- /wp:paragraph -->]]>"
        "</content:encoded><wp:post_type>post</wp:post_type></item>"
        for n in (1, 2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/'
        'content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Ledger</title>'
        f"{posts}<item><title>rain.jpg</title><content:encoded><![CDATA[]]></content:encoded></item></channel></rss>"
    )


def feed_item(title, date, body):
    return f"<item><title>{title}</title><link>http://ledger.example/{date[:2]}-{len(body)}</link><pubDate>{date}</pubDate><content:encoded>{body}</content:encoded></item>"


def atom_in_xhtml(s):
    entries = "".join(f'<entry><id>urn:r:{n}</id><title>Rain {n} in {s.mark}</title><updated>2026-03-0{n}T10:00:00Z</updated><content type="xhtml"><h:div><h:p>{s.text(n)}</h:p></h:div></content></entry>' for n in (1, 2, 3))  # fmt: skip
    return f'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml"><id>urn:r</id><title>Ledger</title><updated>2026-03-04T10:00:00Z</updated>{entries}</feed>'


def dc(n):
    return (
        f"<link>https://l.example/{n}</link><dc:creator>Ana Roe</dc:creator><dc:date>2026-03-01T1{n}:00:00Z</dc:date>"
    )


def planet(n):
    return f'<link href="https://b{n}.example/rain"/><source><id>https://b{n}.example/</id><title>Paper {n}</title><updated>2026-03-03T10:00:00Z</updated></source>'


NOT_FOUND = "<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The feed that you asked for was not found on this server.</p></body></html>"


def rss_of_bodies(s, bodies, top=""):
    """Return a feed of three entries with these bodies."""
    days = ("Sun, 01", "Mon, 02", "Tue, 03")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{top}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Marlow Ledger</title>'
        + "".join(
            feed_item(f"Rain {n} in {s.mark}", f"{day} Mar 2026 10:00:00 GMT", body)
            for n, (day, body) in enumerate(zip(days, bodies, strict=True), 1)
        )
        + "</channel></rss>"
    )


def rss_with_extras(s, item=None, *, names="", channel="", end="", head='<?xml version="1.0" encoding="UTF-8"?>\n'):
    """Return a feed of three entries with other content, namespaces, or something around them."""
    item = item or (lambda n: f"<content:encoded><![CDATA[{paragraphs_on_lines(s, n)}]]></content:encoded>")
    items = "".join(
        f"<item><title>Rain {n} in {s.mark}</title><link>https://ledger.example/rain-{n}</link>"
        f"<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>{item(n)}</item>\n"
        for n in (1, 2, 3)
    )
    return (
        f'{head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"{names}><channel><title>Ledger</title>'
        f"<link>https://ledger.example/</link><description>News</description>{channel}{items}</channel></rss>{end}"
    )


def atom_of_old(s):
    entries = "".join(
        f'<entry><title type="text/plain" mode="xml">Rain {n} in {s.mark}</title>'
        f'<link rel="alternate" type="text/html" href="https://ledger.example/rain-{n}"/><id>tag:ledger.example,2026:{n}</id>'
        f"<issued>2026-03-01T10:00:00Z</issued><modified>2026-03-01T10:00:00Z</modified><author><name>Ana Roe</name></author>"
        f'<content type="text/html" mode="escaped">{paragraphs_on_lines(s, n).replace("<", "&lt;").replace(">", "&gt;")}</content></entry>'
        for n in (1, 2, 3)
    )
    return f'<?xml version="1.0" encoding="utf-8"?><feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="en"><title>Ledger</title><modified>2026-03-01T10:00:00Z</modified>{entries}</feed>'


def atom_planet(s, extra, root=""):
    entries = "".join(
        f"<entry><title>Rain {n} in {s.mark}</title><id>tag:l.example,2026:{n}</id><updated>2026-03-0{n}T10:00:00Z</updated>{extra(n)}"
        f'<content type="html">{paragraphs(s, n).replace("<", "&lt;").replace(">", "&gt;")}</content></entry>'
        for n in (1, 2)
    )
    return f'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"{root}><title>Planet</title><id>tag:l.example,2026:f</id><updated>2026-03-03T10:00:00Z</updated>{entries}</feed>'


NAMESPACES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def rss_with_guids(s, title="Rain {n} in {m}", date="Sun, 0{n} Mar 2026 06:12:00 +0000", more="", body=None):
    made = body or (lambda n: paragraphs(s, n))
    items = "".join(
        f"<item><title>{title.format(n=n, m=s.mark)}</title><link>https://l.example/{n}</link><guid>https://l.example/{n}</guid><pubDate>{date.format(n=n)}</pubDate>{more.format(n=n)}<content:encoded><![CDATA[{made(n)}]]></content:encoded></item>"
        for n in (1, 2, 3)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {NAMESPACES}><channel><title>The Ledger</title><link>https://l.example</link><description>News</description>{items}</channel></rss>\n'


PODCAST = '<itunes:duration>00:23:10</itunes:duration><itunes:episode>{n}</itunes:episode><itunes:explicit>false</itunes:explicit><enclosure url="https://l.example/{n}.mp3" length="123456" type="audio/mpeg"/>'


def vertical(s):
    return rss_with_guids(
        s, body=lambda n: paragraphs(s, n).replace("council", "coun\x0bcil") if n == 2 else paragraphs(s, n)
    )


KINDS = [
    Kind("feed", "a.xml", feed, 3),
    Kind("feed without its end", "a.xml", lambda s: feed(s, end=""), 3, ("broken feed",)),
    Kind("feed cut off in an entry", "a.xml", lambda s: feed(s).partition("day 3")[0], 2, ("broken feed",)),
    Kind("feed without an entry", "a.xml", lambda s: "<rss version='2.0'><channel><title>Ledger</title></channel></rss>", 0, ("empty feed",)),
    Kind("teaser in a feed", "a.xml", lambda s: feed(s, item(s, 2, whole="<description>Rain is coming.</description>")), 2, ("teaser only",)),
    Kind("entry without a text", "a.xml", lambda s: feed(s, "<item><title>Rain</title></item>"), 2, ("no text",)),
    Kind("date that is none in a feed", "a.xml", lambda s: feed(s, item(s, 2, date="9" * 400)), 3),
    Kind("year 1 in a feed", "a.xml", lambda s: feed(s, item(s, 2, date="0001-01-01T00:00:00+05:00")), 3),
    Kind("zone of 99 hours in a feed", "a.xml", lambda s: feed(s, item(s, 2, date="2026-03-03T06:00:00+99:00")), 3),
    Kind("prefix of no name space", "a.xml", lambda s: feed(s, item(s, 2).replace("content:", "none:").replace("<title>", "<none:x>a</none:x><title>")), 2, ("no text",), note="not correct XML"),
    Kind("entry twice", "a.xml", lambda s: feed(s, item(s, 1)), 2, repeats=1),
    Kind("blank lines above a feed", "a.xml", lambda s: "\n\n" + feed(s), 3),
    Kind("article of an agency in XML", "a.xml", lambda s: f'<?xml version="1.0"?><nitf><body><body.head><hedline><hl1>Rain</hl1></hedline></body.head><body.content><p>{s.text()}</p></body.content></body></nitf>', 1),
    Kind("Atom with plain text", "a.atom", atom(lambda s, n: f'<content type="text">{s.text(n)}</content>'), 2),
    Kind("Atom with text elsewhere", "a.atom", atom(lambda s, n: '<content type="text/html" src="https://l.example/full"/>'), 0, ("no text",) * 2),
    Kind("Atom with markup in markup", "a.atom", atom(lambda s, n: f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{s.text(n)}</p></div></content>'), 2),
    Kind("Atom with base64", "a.atom", atom(lambda s, n: '<content type="image/png">iVBORw0KGgo=</content>'), 0, ("no story",) * 2),
    Kind("feed with a style of its own", "a.xml", lambda s: feed(s, before='<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="file:///etc/passwd"?>'), 3),
    Kind("feed in a name space of its own", "a.xml", lambda s: feed(s).replace("<rss ", '<rss xmlns="http://backend.userland.com/rss2" '), 3),
    Kind("CDATA never closed", "a.xml", lambda s: feed(s, item(s, 2).replace("]]>", "")), 3),
    Kind("export of WordPress", "a.xml", wordpress, 2, ("no text",)),
    Kind("two feeds in a file", "a.xml", lambda s: feed(s) + feed(s), 3, repeats=3),
    Kind(
        "a feed with escaped markup",
        "f.xml",
        lambda s: rss_of("".join(short_item(s, n, body=f"&lt;p&gt;{s.long(n)}&lt;/p&gt;") for n in (1, 2, 3))),
        3,
    ),
    Kind(
        "a feed with a day in words of no language",
        "f.xml",
        lambda s: rss_of(short_item(s, 2) + short_item(s, 1, more="<pubDate>someday</pubDate>") + short_item(s, 3)),
        3,
        fields={"published": None},
    ),
    Kind(
        "a feed with an unknown prefix",
        "f.xml",
        lambda s: rss_of(short_item(s, 2) + short_item(s, 1, more="<foo:bar>x</foo:bar>") + short_item(s, 3)),
        3,
    ),
    Kind(
        "a feed with a bare ampersand",
        "f.xml",
        lambda s: rss_of(short_item(s, 2) + short_item(s, 1, body=s.long().replace(" and ", " & ")) + short_item(s, 3)),
        3,
    ),
    Kind("a feed with blanks above", "f.xml", lambda s: "\n\n  " + rss_of(short_item(s, 1)), 1),
    Kind(
        "a feed that reads a file",
        "f.xml",
        lambda s: rss_of(
            short_item(s, 2) + short_item(s, 1, body=s.long() + " &x;") + short_item(s, 3),
            head='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ),
        3,
    ),
    Kind(
        "a feed of a day with a control sign",
        "f.xml",
        lambda s: rss_of(short_item(s, 2) + short_item(s, 1, body=s.long().replace("day", "d\x0bay")) + short_item(s, 3)),
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
        "a feed that breaks off",
        "f.xml",
        lambda s: rss_of(short_item(s, 1) + short_item(s, 2) + short_item(s, 3))[:-120],
        2,
        ("broken feed",),
    ),
    Kind(
        "a feed that is HTML within CDATA",
        "f.xml",
        lambda s: rss_of("".join(short_item(s, n, body=f"<![CDATA[<p>{s.long(n)}</p>]]>") for n in (1, 2))),
        2,
    ),
    Kind(
        "a feed whose third entry is damaged",
        "f.xml",
        lambda s: rss_of(short_item(s, 1) + short_item(s, 2) + "<item><title>Rain</title><description>" + s.long(3) + "</item>"),
        2,
        ("no text",),
    ),
    Kind("a feed with an entry twice", "f.xml", lambda s: rss_of(short_item(s, 1) * 2), 1, repeats=1),
    Kind("entry of a feed without its end", "a.xml", lambda s: feed(s, item(s, 2).replace("</item>", "")), 3),
    Kind("feed with bare markup", "a.xml", lambda s: feed(s, item(s, 2, whole=f"<description><p>{s.text(2)}</p><p>{s.text(5)} {s.text(6)}</p></description>")), 3),
    Kind("entries of Atom without a title", "a.atom", lambda s: '<feed xmlns="http://www.w3.org/2005/Atom"><title>Ledger</title>' + "".join(f"<entry><id>{n}</id><updated>2026-03-0{n}T10:00:00Z</updated><content type='text'>{s.text(n)}</content></entry>" for n in (1, 2)) + "</feed>", 2, note="no headline given"),
    Kind("feed with entries that repeat", "a.xml", lambda s: feed(s, item(s, 1)), 2, repeats=1),
    Kind("feed and a page in a file", "a.xml", lambda s: feed(s) + s.page(n=4), 4),
    Kind("feed whose text stands in two sections of letters", "a.xml", lambda s: rss_of_bodies(s, [f"<![CDATA[{paragraphs(s, n)}<p>The mark ]]]]><![CDATA[> closed the note of the clerk.</p>]]>" for n in (1, 2, 3)]), 3),
    Kind("feed with a type of document on top", "a.xml", lambda s: rss_of_bodies(s, [f"<![CDATA[{paragraphs(s, n)}]]>" for n in (1, 2, 3)], '<!DOCTYPE rss PUBLIC "-//Marlow//DTD RSS 2.0//EN" "http://ledger.example/rss.dtd">'), 3),
    Kind("entry of a picture alone between two entries", "a.xml", lambda s: rss_of_bodies(s, [f"<![CDATA[{paragraphs(s, 1)}]]>", '<![CDATA[<img src="http://ledger.example/a.jpg" alt="">]]>', f"<![CDATA[{paragraphs(s, 3)}]]>"]), 2, ("no text",)),
    Kind("Atom with a prefix before each tag of its texts", "a.xml", atom_in_xhtml, 3),
    Kind("feed of XML 1.1", "a.xml", lambda s: rss(s, top='<?xml version="1.1" encoding="UTF-8"?>'), 3),
    Kind("feed that writes utf8 without its dash", "a.xml", lambda s: rss(s, top="<?xml version='1.0' encoding='utf8'?>", body=lambda n: s.text(n) + " “It’s wet,” he said."), 3),
    Kind("bare signs for and in the addresses of a feed", "feed.xml", lambda s: rss_of_three(s, head=XML, link="https://l.example/?id={n}&from=rss&to=all"), 3),
    Kind("names of signs of HTML in the headlines of a feed", "feed.xml", lambda s: rss_of_three(s, head=XML, title="It&rsquo;s rain&nbsp;{n}&hellip;"), 3),
    Kind("complaint of PHP above a feed", "feed.xml", lambda s: rss_of_three(s, head="<br />\n<b>Warning</b>:  Undefined variable $a in <b>/var/www/feed.php</b> on line <b>3</b><br />\n" + XML), 3),
    Kind("author of a feed behind the address of mail", "feed.xml", lambda s: rss_of_three(s, head=XML, more="<author>ana.roe@l.example (Ana Roe)</author>"), 3, fields={"byline": ["Ana Roe"]}),
    Kind("Atom of version 0.3", "a.xml", atom_of_old, 3),
    Kind("RSS with a body of XHTML in each item", "a.xml", lambda s: rss_with_extras(s, lambda n: f'<body xmlns="http://www.w3.org/1999/xhtml">{paragraphs_on_lines(s, n)}</body>'), 3),
    Kind("RSS for Yandex with the full text beside a teaser", "a.xml", lambda s: rss_with_extras(s, lambda n: f"<description>Rain in {s.mark}.</description><yandex:genre>message</yandex:genre><yandex:full-text>{s.long(n)}</yandex:full-text>", names=' xmlns:yandex="http://news.yandex.ru"'), 3),
    Kind("RSS whose items hold a whole page each", "a.xml", lambda s: rss_with_extras(s, lambda n: f'<content:encoded><![CDATA[<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="canonical" href="https://ledger.example/rain-{n}"><meta property="op:markup_version" content="v1.0"></head><body><article><header><h1>Rain {n} in {s.mark}</h1></header>{paragraphs_on_lines(s, n)}<footer><small>Ledger</small></footer></article></body></html>]]></content:encoded>'), 3),
    Kind("feed with bare ampersands in its titles", "a.xml", lambda s: rss_with_extras(s).replace("<title>Rain", "<title>Rain & Hail"), 3),
    Kind("feed with names of signs that nobody declared", "a.xml", lambda s: rss_with_extras(s).replace("<title>Rain", "<title>Rain&nbsp;&mdash;&nbsp;"), 3),
    Kind("feed with a script of its host behind its end", "a.xml", lambda s: rss_with_extras(s, end='\n<script src="https://host.example/count.js"></script>\n<!-- 0.2 seconds -->\n'), 3),
    Kind("feed that includes a file by XInclude", "a.xml", lambda s: rss_with_extras(s, names=' xmlns:xi="http://www.w3.org/2001/XInclude"', channel='<xi:include href="file:///etc/passwd" parse="text"/>'), 3),
    Kind("feed with days and authors of Dublin Core", "feed.xml", lambda s: rss_with(s, dc), 3, fields={"published": "2026-03-01"}),
    Kind("Atom that gathers feeds and names the source of each entry", "planet.atom", lambda s: atom_planet(s, planet), 2),
    Kind("Atom with a base and addresses without a host", "a.atom", lambda s: atom_planet(s, lambda n: f'<link href="/rain/{n}"/>', ' xml:base="https://l.example/"'), 2),
    Kind("feed whose entries all have one guid", "a.rss", lambda s: rss_with(s, lambda n: f'<link>https://l.example/{n}</link><guid isPermaLink="false">0</guid>'), 3),
    Kind("feed whose entries all point to the front page", "a.rss", lambda s: rss_with(s, lambda n: "<link>https://l.example/</link>"), 3),
    Kind("page of an error named as a feed", "feed.xml", lambda s: NOT_FOUND, 0, ("not an article",)),
    Kind("Atom of Blogger", "atom.xml", lambda s: '<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet href="https://b.example/atom.css" type="text/css"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:openSearch="http://a9.com/-/spec/opensearchrss/1.0/" xmlns:gd="http://schemas.google.com/g/2005" xmlns:thr="http://purl.org/syndication/thread/1.0"><id>tag:b.example,1999:blog-1</id><updated>2026-03-14T10:00:00.000+01:00</updated><title type="text">The Ledger</title><subtitle type="html"/><openSearch:totalResults>3</openSearch:totalResults>' + "".join(f'<entry><id>tag:b.example,1999:blog-1.post-{n}</id><published>2026-03-13T10:00:00.000+01:00</published><updated>2026-03-14T10:00:00.001+01:00</updated><category scheme="http://www.blogger.com/atom/ns#" term="rain"/><title type="text">Rain {n} in {s.mark}</title><content type="html">&lt;p&gt;{s.text(n)}&lt;/p&gt;&lt;br /&gt;&lt;div&gt;{s.text(n + 4)}&lt;/div&gt;</content><link rel="alternate" type="text/html" href="https://b.example/{n}.html" title="Rain"/><author><name>Ana Roe</name><email>noreply@b.example</email></author><thr:total>0</thr:total></entry>' for n in (1, 2, 3)) + "</feed>", 3, fields=DAY),
    Kind("feed of a search for news, of links alone", "search.rss", lambda s: '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><generator>NFE/5.0</generator><title>"rain" - News</title><link>https://n.example/search</link><language>en-US</language>' + "".join(f'<item><title>Rain {n} in {s.mark} - The Ledger</title><link>https://n.example/rss/articles/ab{n}</link><guid isPermaLink="false">ab{n}</guid><pubDate>Fri, 13 Mar 2026 10:00:00 GMT</pubDate><description>&lt;a href="https://n.example/rss/articles/ab{n}" target="_blank"&gt;Rain {n} in {s.mark}&lt;/a&gt;&amp;nbsp;&amp;nbsp;&lt;font color="#6f6f6f"&gt;The Ledger&lt;/font&gt;</description><source url="https://l.example">The Ledger</source></item>' for n in (1, 2, 3)) + "</channel></rss>", 0, ("teaser only", "teaser only", "teaser only")),
    Kind("feed of a podcast with its whole words", "feed.xml", lambda s: rss_with_guids(s, more=PODCAST), 3),
    Kind("feed with headlines in sections of letters and zones as letters", "rss.php", lambda s: rss_with_guids(s, title="<![CDATA[Rain {n} & hail in {m}]]>", date="Sun, 0{n} Mar 2026 06:12:00 EST"), 3),
    Kind("feed with a vertical tab in the second entry", "feed.xml", vertical, 3),
]  # fmt: skip
