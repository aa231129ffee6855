"""Bad inputs of a sixth round: press archives in other languages, references, posts, wires, office and system files."""

import bz2
import gzip
import json
import lzma
import random

from bad_inputs.arriving import sheet
from bad_inputs.exports import factiva_of, lexis, proquest_of
from bad_inputs.handed import NOT_TEXT, UNKNOWN
from bad_inputs.kinds import Kind, Stories
from bad_inputs.newsroom import dated, rows
from bad_inputs.received import copied, message, packed, paragraphs, warc

NO_TEXT, NO_ARTICLE = ("no text",), ("not an article",)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def noise(first: bytes, seed: int = 1) -> bytes:
    return first + random.Random(seed).randbytes(900)


def words(s: Stories, names: dict[str, str], text: object = lexis) -> str:
    """Return an export with its own words replaced by those of another language."""
    made = text(s)
    for word, other in names.items():
        made = made.replace(word, other)
    return made


def each(s: Stories, form: str) -> str:
    """Return three entries in a form that holds {n}, {title} and {text}."""
    return "".join(form.format(n=n, title=f"Rain {n} in {s.mark}", text=s.text(n)) for n in (1, 2, 3))


def listed(s: Stories, **fields: str) -> list[dict]:
    """Return three records with other names for their fields: each new name, and the old one in its place."""
    return [{new: record[old] for new, old in fields.items()} for record in s.records()]


GERMAN = {"1 of 2 DOCUMENTS": "Dokument 1 von 2", "2 of 2 DOCUMENTS": "Dokument 2 von 2", "BYLINE:": "AUTOR:", "LENGTH: 40 words": "LÄNGE: 40 Wörter", "LOAD-DATE: March 4, 2026": "UPDATE: 4. März 2026", "March 1, 2026 Tuesday": "1. März 2026 Sonntag", "March 2, 2026 Tuesday": "2. März 2026 Montag"}  # fmt: skip
FRENCH = {"1 of 2 DOCUMENTS": "Document 1 de 2", "2 of 2 DOCUMENTS": "Document 2 de 2", "BYLINE:": "AUTEUR:", "LENGTH: 40 words": "LONGUEUR: 40 mots", "LOAD-DATE: March 4, 2026": "DATE-CHARGEMENT: 4 mars 2026", "March 1, 2026 Tuesday": "1 mars 2026 dimanche", "March 2, 2026 Tuesday": "2 mars 2026 lundi"}  # fmt: skip
SPANISH = {"Document ": "Documento ", " of 3": " de 3", "Abstract: None available.": "Resumen: No disponible.", "Full text:": "Texto completo:", "Subject:": "Materia:", "Publication title:": "Título de publicación:", "Publication date:": "Fecha de publicación:", "Title:": "Título:", "Section:": "Sección:"}  # fmt: skip
GERMAN_PROQUEST = {"Document ": "Dokument ", " of 3": " von 3", "Full text:": "Volltext:", "Abstract: None available.": "Zusammenfassung: Keine verfügbar.", "Publication title:": "Titel der Publikation:", "Publication date:": "Publikationsdatum:", "Title:": "Titel:", "Section:": "Rubrik:"}  # fmt: skip

EXPORTS = [
    Kind("Nexis text in German", "a.txt", lambda s: words(s, GERMAN), 2),
    Kind("Nexis text in French", "a.txt", lambda s: words(s, FRENCH), 2),
    Kind("ProQuest in Spanish", "a.txt", lambda s: words(s, SPANISH, proquest_of), 3),
    Kind("ProQuest in German", "a.txt", lambda s: words(s, GERMAN_PROQUEST, proquest_of), 3),
    Kind("Factiva with German articles", "a.html", lambda s: words(s, {"enArticle": "deArticle", "enHeadline": "deHeadline", "enarticleParagraph": "dearticleParagraph", "40 words": "40 Wörter", "3 March 2026": "3. März 2026", "English": "Deutsch"}, factiva_of), 2),
    Kind("Factiva with French articles", "a.html", lambda s: words(s, {"enArticle": "frArticle", "enHeadline": "frHeadline", "enarticleParagraph": "frarticleParagraph", "40 words": "40 mots", "3 March 2026": "3 mars 2026", "English": "Français"}, factiva_of), 2),
    Kind("Nexis saved as RTF, one document", "a.rtf", lambda s: r"{\rtf1\ansi\deff0{\fonttbl{\f0\fswiss Arial;}}{\*\generator LN;}\pard\plain " + lexis(s).replace("\n", "\\par\n") + "}", 0, UNKNOWN),
    Kind("ProQuest as RIS", "a.ris", lambda s: each(s, "TY  - NEWS\nT1  - {title}\nJF  - The Ledger\nPY  - 2026\nN2  - {text}\nER  - \n\n"), 0, UNKNOWN),
    Kind("RIS below a byte-order mark and a blank line", "a.ris", lambda s: "\ufeff\n" + each(s, "TY  - NEWS\nTI  - {title}\nAB  - {text}\nER  -\n\n"), 0, UNKNOWN),
    Kind("ProQuest as XLS", "a.xls", lambda s: OLE + s.text().encode("utf-16-le"), 0, UNKNOWN),
    Kind("BibTeX below a comment", "a.bib", lambda s: "% Export of the press archive\n\n" + each(s, "@article{{rain{n},\n  title = {{{title}}},\n  abstract = {{{text}}},\n  year = {{2026}}\n}}\n\n"), 0, UNKNOWN),
    Kind("EndNote", "a.enw", lambda s: each(s, "%0 Newspaper Article\n%T {title}\n%D 2026\n%J The Ledger\n%X {text}\n\n"), 0, UNKNOWN),
    Kind("RefWorks", "a.txt", lambda s: each(s, "RT Newspaper Article\nT1 {title}\nJF The Ledger\nAB {text}\n\n"), 0, UNKNOWN),
    Kind("Web of Science", "a.txt", lambda s: "FN Clarivate Analytics Web of Science\nVR 1.0\n" + each(s, "PT J\nTI {title}\nPY 2026\nAB {text}\nER\n\n") + "EF\n", 0, UNKNOWN),
    Kind("PubMed", "a.nbib", lambda s: each(s, "PMID- 100{n}\nOWN - NLM\nSTAT- MEDLINE\nTI  - {title}\nAB  - {text}\n\n"), 0, UNKNOWN),
    Kind("Zotero in RDF", "a.rdf", lambda s: '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bib="http://purl.org/net/biblio#" xmlns:dcterms="http://purl.org/dc/terms/">' + each(s, "<bib:Article rdf:about='#{n}'><dcterms:abstract>{text}</dcterms:abstract></bib:Article>") + "</rdf:RDF>", 0, ("empty feed",)),
    Kind("Zotero as CSV", "a.csv", lambda s: '"Key","Item Type","Title","Publication Title","Date","Abstract Note"\n' + each(s, '"K{n}","newspaperArticle","{title}","The Ledger","2026-03-0{n}","{text}"\n'), 0, ("no text column",)),
    Kind("references in JSON", "a.json", lambda s: json.dumps([{"id": f"roe{n}", "type": "article-newspaper", "title": f"Rain {n}", "issued": {"date-parts": [[2026, 3, n]]}, "abstract": s.text(n)} for n in (1, 2, 3)]), 0, NO_TEXT * 3),
    Kind("EndNote in XML", "a.xml", lambda s: "<?xml version='1.0'?><xml><records>" + each(s, "<record><titles><title><style>{title}</style></title></titles><abstract><style>{text}</style></abstract></record>") + "</records></xml>", 0, UNKNOWN),
    Kind("dump of a wiki", "a.xml", lambda s: '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en"><siteinfo><sitename>Wiki</sitename></siteinfo>' + each(s, "<page><title>{title}</title><ns>0</ns><revision><text bytes='9'>'''Rain''' {text} [[Category:Rain]]</text></revision></page>") + "</mediawiki>", 0, UNKNOWN),
    Kind("dump of a wiki, packed by bzip2", "a.xml.bz2", lambda s: bz2.compress(b"<mediawiki><page><title>Rain</title></page></mediawiki>"), 0, UNKNOWN),
    Kind("index of site maps", "sitemap_index.xml", lambda s: '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://l.example/1.xml</loc></sitemap></sitemapindex>', 0, UNKNOWN),
    Kind("site map of news", "news.xml", lambda s: '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">' + each(s, "<url><loc>https://l.example/{n}</loc><news:news><news:title>{title}</news:title></news:news></url>") + "</urlset>", 0, UNKNOWN),
    Kind("rules for robots", "robots.txt", lambda s: "User-agent: *\nDisallow: /search\nDisallow: /login\nCrawl-delay: 10\nSitemap: https://l.example/sitemap.xml\n", 0, UNKNOWN),
]  # fmt: skip

POSTS = [
    Kind("posts that have no words of their own", "like.js", lambda s: "window.YTD.like.part0 = " + json.dumps([{"like": {"tweetId": str(n), "expandedUrl": f"https://x.example/{n}"}} for n in (1, 2, 3)]), 0, NO_TEXT * 3),
    Kind("day of a workplace's chat", "2026-03-01.json", lambda s: json.dumps([{"type": "message", "user": "U1", "ts": f"177232320{n}.000100", "text": s.text(n)} for n in (1, 2, 3)]), 3, fields={"published": "2026-03-01"}),
    Kind("posts of a forum", "posts.ndjson", lambda s: "".join(json.dumps({"title": f"Rain {n}", "selftext": s.text(n), "created_utc": 1772323200, "subreddit": "rain"}) + "\n" for n in (1, 2, 3)), 0, NO_TEXT * 3),
    Kind("chat of a phone with dashes", "chat.txt", lambda s: "".join(f"01/03/2026, 10:0{n} - Ana Roe: {s.text(n)}\n" for n in range(1, 9)), 0, UNKNOWN),
    Kind("chat of a phone in American form", "chat.txt", lambda s: "".join(f"3/1/26, 9:0{n}\u202fPM - Ana Roe: {s.text(n)}\n" for n in range(1, 9)), 0, UNKNOWN),
    Kind("chat as a table", "a.csv", lambda s: "AuthorID,Author,Date,Content,Attachments,Reactions\n" + each(s, '"10{n}","Ana Roe","2026-03-01T10:00:00.0000000+00:00","{text}","",""\n'), 3, fields={"published": "2026-03-01"}),
    Kind("activity that a search engine hands out", "MyActivity.json", lambda s: json.dumps([{"header": "Search", "title": f"Searched for rain {n}", "titleUrl": "https://s.example", "time": "2026-03-01T10:00:00Z", "products": ["Search"]} for n in (1, 2, 3)]), 0, NO_TEXT * 3),
    Kind("bookmarks of a browser", "Bookmarks", lambda s: json.dumps({"checksum": "a1", "roots": {"bookmark_bar": {"children": [{"name": "Ledger", "type": "url", "url": "https://l.example"}], "name": "Bar"}}, "version": 1}, indent=3), 0, NO_TEXT),
    Kind("bookmarks as a page", "bookmarks.html", lambda s: "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=UTF-8'>\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n" + "".join(f'<DT><A HREF="https://l.example/{n}" ADD_DATE="1772323200">Rain {n}</A>\n' for n in range(20)) + "</DL><p>\n", 0, ("no story",)),
    Kind("answer of a news service with teasers", "a.json", lambda s: json.dumps({"status": "ok", "totalResults": 3, "articles": [{"source": {"id": None, "name": "Ledger"}, "title": r["title"], "publishedAt": r["date"], "content": r["text"] + "… [+1204 chars]"} for r in s.records()]}), 0, ("teaser only",) * 3),
    Kind("answer of a paper with its fields within", "a.json", lambda s: json.dumps({"response": {"status": "ok", "total": 3, "results": [{"id": r["title"], "webTitle": r["title"], "webPublicationDate": r["date"] + "T10:00:00Z", "fields": {"bodyText": r["text"]}} for r in s.records()]}}), 3),
    Kind("answer of a paper with abstracts", "a.json", lambda s: json.dumps({"status": "OK", "response": {"docs": [{"headline": {"main": r["title"]}, "pub_date": r["date"], "abstract": r["text"]} for r in s.records()]}}), 0, NO_TEXT * 3),
    Kind("table of addresses of stories", "a.csv", lambda s: "id,title,publish_date,media_name,url,language\n" + each(s, '{n},{title},2026-03-01,The Ledger,https://l.example/{n},en\n'), 0, ("no text column",)),
    Kind("table of events without names of columns", "a.export.CSV", lambda s: "".join(f"11{n}\t20260301\t202603\t2026\t2026.1644\tGOV\tMARLOW\t\t\tGOV\t1\t043\t043\t04\t1\t2.8\t10\thttps://l.example/{n}\n" for n in range(1, 9)), 0, ("no header",)),
    Kind("records of a note keeper", "a.enex", lambda s: '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd"><en-export>' + each(s, "<note><title>{title}</title><content><![CDATA[<en-note><div>{text}</div></en-note>]]></content></note>") + "</en-export>", 0, UNKNOWN),
    Kind("posts in a box of a network", "outbox.json", lambda s: json.dumps({"@context": "https://www.w3.org/ns/activitystreams", "type": "OrderedCollection", "orderedItems": [{"type": "Note", "published": r["date"] + "T10:00:00Z", "content": f"<p>{r['text']}</p>"} for r in s.records()]}), 3, fields={}),
]  # fmt: skip

WIRES = [
    Kind("NewsML-G2 without a text", "a.xml", lambda s: '<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a" version="1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><headline>Rain</headline></contentMeta></newsItem>', 0, UNKNOWN),
    Kind("NITF with a head and a kicker", "a.nitf", lambda s: f'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-5.dtd"><nitf><head><title>Rain</title><docdata><date.issue norm="20260301T100000Z"/></docdata></head><body><body.head><hedline><hl1>Rain in {s.mark}</hl1></hedline><byline>By Ana Roe</byline></body.head><body.content>{paragraphs(s)}</body.content></body></nitf>', 1),
    Kind("article of an agency in JSON", "a.json", lambda s: json.dumps({"uri": "urn:a:1", "type": "text", "versioncreated": "2026-03-01T10:00:00Z", "headline": f"Rain in {s.mark}", "body_text": s.long()}), 1),
    Kind("wire with control characters", "a.txt", lambda s: b"\x16\x16\x01a1234\x1f\n" + copied(s).replace(b"\n\n", b"\n\n   ") + b"\x03\x04\n", 1, (), "control"),
    Kind("SGML of a research corpus", "a.sgm", lambda s: '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n' + each(s, '<REUTERS TOPICS="YES" NEWID="{n}">\n<DATE>1-MAR-2026</DATE>\n<TEXT>&#2;\n<TITLE>{title}</TITLE>\n<BODY>{text}\n&#3;</BODY></TEXT>\n</REUTERS>\n'), 0, UNKNOWN),
    Kind("documents of a contest in search", "a.trec", lambda s: each(s, "<DOC>\n<DOCNO> L-{n} </DOCNO>\n<HL> {title} </HL>\n<TEXT>\n{text}\n</TEXT>\n</DOC>\n"), 0, UNKNOWN),
    Kind("TEI", "a.xml", lambda s: f'<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/></teiHeader><text><body>{paragraphs(s)}</body></text></TEI>', 0, UNKNOWN),
    Kind("words of a corpus under one another", "a.conllu", lambda s: "".join(f"# sent_id = {n}\n# text = {s.text(n)}\n" + "".join(f"{k}\t{word}\t{word.lower()}\tNOUN\tNN\t_\t0\troot\t_\t_\n" for k, word in enumerate(s.text(n).split(), 1)) + "\n" for n in (1, 2, 3)), 0, UNKNOWN),
    Kind("marks on a text", "a.ann", lambda s: "".join(f"T{n}\tPerson {n} {n + 4}\tRain\nR{n}\tSays Arg1:T{n} Arg2:T{n}\n" for n in range(1, 9)), 0, UNKNOWN),
    Kind("records with labels for training", "a.jsonl", lambda s: "".join(json.dumps({"text": s.text(n), "spans": [{"start": 0, "end": 4, "label": "X"}], "meta": {"source": "L"}, "_task_hash": n}) + "\n" for n in (1, 2, 3)), 3),
]  # fmt: skip

MAIL = [
    Kind("letter with its way first", "a.eml", lambda s: f"Return-Path: <ana@l.example>\r\nReceived: from mx.l.example (mx.l.example [192.0.2.1])\r\n\tby mail.l.example with ESMTP id a1\r\n\tfor <tom@l.example>; Sun, 1 Mar 2026 10:00:00 +0000\r\nFrom: Ana Roe <ana@l.example>\r\nSubject: Rain\r\nContent-Type: text/plain\r\n\r\n{s.long()}\r\n", 0, UNKNOWN),
    Kind("letter of a Mac", "1.emlx", lambda s: f"1234      \nReceived: from mx.l.example\nFrom: Ana Roe <ana@l.example>\nTo: tom@l.example\nSubject: Rain\nDate: Sun, 1 Mar 2026 10:00:00 +0000\n\n{s.long()}\n<?xml version='1.0'?><plist></plist>", 0, UNKNOWN),
    Kind("newsletter in two forms", "a.eml", lambda s: f"Delivered-To: tom@l.example\r\nMIME-Version: 1.0\r\nFrom: The Ledger <news@l.example>\r\nSubject: =?utf-8?Q?Rain?=\r\nList-Unsubscribe: <https://l.example/u>\r\nContent-Type: multipart/alternative; boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: text/plain\r\n\r\n{s.long()}\r\n--b1\r\nContent-Type: text/html\r\n\r\n{s.page()}\r\n--b1--\r\n", 0, UNKNOWN),
    Kind("letter of Outlook", "a.msg", lambda s: OLE + "Rain".encode("utf-16-le") * 50, 0, UNKNOWN),
    Kind("letter wrapped for Outlook", "winmail.dat", lambda s: noise(b"\x78\x9f\x3e\x22\x01\x00\x01\x90"), 0, NOT_TEXT),
    Kind("letter in a folder of letters", "1772323200.M1P2.host,S=9_2,S", lambda s: f"X-Original-To: tom@l.example\nDKIM-Signature: v=1; a=rsa-sha256; d=l.example;\n\tb=abc\nFrom: ana@l.example\nTo: tom@l.example\nSubject: Rain\n\n{s.long()}\n", 0, UNKNOWN),
    Kind("group of posts of a news server", "a.txt", lambda s: f"Path: news.l.example!not-for-mail\nFrom: ana@l.example\nNewsgroups: alt.rain\nSubject: Rain\nDate: Sun, 1 Mar 2026 10:00:00 GMT\nMessage-ID: <1@l.example>\nLines: 9\n\n{s.long()}\n", 0, UNKNOWN),
]  # fmt: skip


def iwork(s: Stories) -> bytes:
    return packed({"Index/Document.iwa": noise(b"\0"), "preview.jpg": noise(b"\xff\xd8\xff"), "Metadata/Properties.plist": noise(b"bplist00")})  # fmt: skip


OFFICE = [
    Kind("text of OpenDocument", "a.odt", lambda s: packed([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", f"<office:text>{s.text()}</office:text>".encode())]), 0, UNKNOWN),
    Kind("text of OpenDocument in one XML", "a.fodt", lambda s: f'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>{s.text()}</text:p></office:text></office:body></office:document>', 0, UNKNOWN),
    Kind("Word of 2003 in XML", "a.xml", lambda s: f'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>{s.text()}</w:t></w:r></w:p></w:body></w:wordDocument>', 0, UNKNOWN),
    Kind("Word in one XML", "a.xml", lambda s: f'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part><pkg:xmlData><w:document xmlns:w="x"><w:body><w:p><w:r><w:t>{s.text()}</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>', 0, UNKNOWN),
    Kind("book in XML", "a.fb2", lambda s: f'<?xml version="1.0"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><body><section>{paragraphs(s)}</section></body></FictionBook>', 0, UNKNOWN),
    Kind("text of Pages", "a.pages", iwork, 0, ("form not known", "not text", "not text")),
    Kind("document of XPS", "a.xps", lambda s: packed({"[Content_Types].xml": b"<Types/>", "FixedDocSeq.fdseq": b"<FixedDocumentSequence/>"}), 0, UNKNOWN),
    Kind("WordPerfect", "a.wpd", lambda s: noise(b"\xffWPC\x10\0\0\0"), 0, NOT_TEXT),
    Kind("help file", "a.chm", lambda s: noise(b"ITSF\x03\0\0\0"), 0, NOT_TEXT),
    Kind("scan in DjVu", "a.djvu", lambda s: noise(b"AT&TFORM\0\0"), 0, NOT_TEXT),
    Kind("scan in TIFF", "a.tif", lambda s: noise(b"II*\0"), 0, NOT_TEXT),
    Kind("PDF saved as a page", "a.html", lambda s: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj << /Type /Catalog >> endobj\n", 0, UNKNOWN),
    Kind("PDF below the header of a server", "a.pdf", lambda s: b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 900\r\n\r\n" + noise(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), 0, UNKNOWN),
    Kind("SYLK", "a.slk", lambda s: "ID;PWXL;N;E\nP;PGeneral\nB;Y4;X3\n" + "".join(f'C;Y{n};X1;K"Rain {n}"\nC;Y{n};X2;K"{s.text(n)}"\n' for n in (1, 2, 3)) + "E\n", 0, UNKNOWN),
    Kind("dBase", "a.dbf", lambda s: b"\x03\x1a\x03\x01\x03\0\0\0\x61\0\x20\0" + bytes(20) + b"TITLE\0\0\0\0\0\0C" + bytes(20) + b"\r" + s.text().encode(), 0, NOT_TEXT),
    Kind("pickle", "a.pkl", lambda s: b"\x80\x04\x95\x1e\0\0\0\0\0\0\0\x8c\x05posix\x8c\x06system\x93\x8c\x05true \x85R.", 0, UNKNOWN),
    Kind("arrays of NumPy", "a.npz", lambda s: packed({"a.npy": b"\x93NUMPY\x01\0v\0{'descr': '<f8'}\n" + bytes(800)}), 0, UNKNOWN),
    Kind("data of R", "a.rds", lambda s: gzip.compress(noise(b"X\n\0\0\0\x03\0\x04\x01\0"), mtime=0), 0, UNKNOWN),
    Kind("objects of R as text", "a.R", lambda s: "structure(list(title = c(\"Rain 1\", \"Rain 2\"), text = c(\"" + s.text(1) + "\", \"" + s.text(2) + "\")), class = \"data.frame\", row.names = c(NA, -2L))\n", 0, UNKNOWN),
    Kind("workbook with two sheets that nobody used", "a.xlsx", sheet(lambda book, s: (book.create_sheet("Sheet2"), book.create_sheet("Sheet3"))), 3),
    Kind("workbook whose sheet is protected", "a.xlsx", sheet(lambda book, s: book.active.protection.enable()), 3),
    Kind("workbook with remarks on cells", "a.xlsx", sheet(lambda book, s: setattr(book.active["C2"], "hyperlink", "https://l.example")), 3),
]  # fmt: skip

SUBTITLES = [
    Kind("subtitles with the line ends of Windows and a mark", "a.srt", lambda s: "\ufeff" + each(s, "{n}\r\n00:00:0{n},000 --> 00:00:0{n},900\r\n{text}\r\n\r\n"), 0, UNKNOWN),
    Kind("subtitles that begin with 0", "a.srt", lambda s: "0\n00:00:00,000 --> 00:00:01,000\nRain\n\n" + each(s, "{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{text}\n\n"), 0, UNKNOWN),
    Kind("subtitles with styles", "a.ass", lambda s: "[Script Info]\nTitle: Rain\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Text\n" + each(s, "Dialogue: 0,0:00:0{n}.00,0:00:0{n}.90,{text}\n"), 0, UNKNOWN),
    Kind("subtitles in XML", "a.ttml", lambda s: '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div>' + each(s, "<p begin='0{n}s' end='1{n}s'>{text}</p>") + "</div></body></tt>", 0, UNKNOWN),
    Kind("subtitles with dots and commas", "a.sbv", lambda s: each(s, "0:00:0{n}.000,0:00:0{n}.900\n{text}\n\n"), 0, UNKNOWN),
    Kind("words of a song", "a.lrc", lambda s: "[ar:Ana Roe]\n[ti:Rain]\n" + each(s, "[00:1{n}.00]{text}\n"), 0, UNKNOWN),
    Kind("subtitles by frames", "a.sub", lambda s: each(s, "{{{n}0}}{{{n}9}}{text}\n") + each(s, "{{9{n}0}}{{9{n}9}}Rain\n"), 0, UNKNOWN),
]  # fmt: skip

SYSTEM = [
    Kind("what the finder leaves", ".DS_Store", lambda s: noise(b"\0\0\0\x01Bud1"), 0),
    Kind("second half of a file on a Mac", "._a.html", lambda s: noise(b"\0\x05\x16\x07\0\x02\0\0Mac OS X"), 0),
    Kind("second half of a file without its dots", "a_rsrc", lambda s: noise(b"\0\x05\x16\x07\0\x02\0\0Mac OS X"), 0, NOT_TEXT),
    Kind("icon of a folder", "Icon\r", lambda s: b"", 0, ("empty file",)),
    Kind("small pictures of Windows", "Thumbs.db", lambda s: OLE + bytes(512), 0),
    Kind("settings of a folder", "desktop.ini", lambda s: "\ufeff[.ShellClassInfo]\r\nIconResource=C:\\Windows\\System32\\a.dll,3\r\n".encode("utf-16"), 0),
    Kind("where a file came from", "a.html_Zone.Identifier", lambda s: "[ZoneTransfer]\r\nZoneId=3\r\nReferrerUrl=https://l.example/\r\nHostUrl=https://l.example/a.html\r\n", 0, UNKNOWN),
    Kind("lock of a spreadsheet", "~$a.xlsx", lambda s: b"\x07Ana Roe" + b" " * 47 + b"\x07\0A\0n\0a\0 \0R\0o\0e\0" + b" \0" * 47, 0, ("no story",)),
    Kind("lock of LibreOffice, shown", "lock.a.odt#", lambda s: ",ana,host,01.03.2026 10:00,file:///home/ana/.config/libreoffice/4;", 0, UNKNOWN),
    Kind("shortcut of Windows", "a.lnk", lambda s: noise(b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F"), 0, NOT_TEXT),
    Kind("alias of a Mac", "a alias", lambda s: noise(b"book\0\0\0\0mark\0\0\0\0"), 0, NOT_TEXT),
    Kind("swap of an editor", "a.txt.swp", lambda s: noise(b"b0VIM 8.2\0\0\0\0"), 0, NOT_TEXT),
    Kind("backup of an editor", "a.txt~", copied, 1),
    Kind("page that is still arriving", "a.html.crdownload", lambda s: s.page()[:-120], 1),
    Kind("archive that is still arriving", "a.zip.part", lambda s: packed({"a.txt": copied(s)})[:-30], 0, ("damaged zip",)),
    Kind("table that is still arriving", "a.csv.part", lambda s: s.table()[:-60], 2, ("broken row",)),
    Kind("log of a mirror", "wget-log", lambda s: "".join(f"--2026-03-01 10:00:0{n}--  https://l.example/{n}\nReusing existing connection to l.example:443.\nHTTP request sent, awaiting response... 200 OK\nLength: 900 [text/html]\nSaving to: ‘{n}.html’\n\n2026-03-01 10:00:0{n} (9 MB/s) - ‘{n}.html’ saved [900/900]\n\n" for n in range(1, 9)), 0, UNKNOWN),
    Kind("page of a mirror with a question in its name", "index.html?p=1&q=rain", lambda s: s.page(), 1),
    Kind("folders 30 deep", "/".join("abcdefghijklmnopqrstuvwxyzabcd") + "/a.txt", copied, 1),
    Kind("name with backslashes and a blank at its end", "c:\\a\\b.txt ", copied, 1),
]  # fmt: skip


def only_leftovers(s: Stories) -> bytes:
    return packed({"__MACOSX/._a.html": noise(b"\0\x05\x16\x07"), ".DS_Store": noise(b"\0\0\0\x01Bud1")})


ARCHIVES = [
    Kind("ZIP with what a Mac leaves alone", "a.zip", only_leftovers, 0, ("empty file",)),
    Kind("ZIP within gzip within a ZIP", "a.zip", lambda s: packed({"b.zip.gz": gzip.compress(packed({"a.txt": copied(s)}), mtime=0)}), 0, ("archive in an archive",)),
    Kind("program that unpacks itself", "a.exe", lambda s: noise(b"MZ\x90\0\x03\0\0\0") + packed({"a.txt": copied(s)}), 0, NOT_TEXT),
    Kind("ZIP with an Office file that needs a password", "a.zip", lambda s: packed({"a.docx": OLE + "EncryptedPackage".encode("utf-16-le"), "b.txt": copied(s)}), 1, ("encrypted",)),
    Kind("first part of a ZIP", "a.zip.001", lambda s: packed({"a.txt": random.Random(1).randbytes(9000), "b.txt": copied(s)})[:5000], 0, ("damaged zip",)),
    Kind("lzma alone", "a.lzma", lambda s: lzma.compress(s.page().encode() * 9, format=lzma.FORMAT_ALONE), 0, NOT_TEXT),
    Kind("lz4", "a.lz4", lambda s: noise(b"\x04\x22\x4d\x18\x64\x40"), 0, UNKNOWN),
    Kind("PDF in gzip", "a.pdf.gz", lambda s: gzip.compress(noise(b"%PDF-1.7\n"), mtime=0), 0, UNKNOWN),
    Kind("bzip2 in gzip", "a.bz2.gz", lambda s: gzip.compress(bz2.compress(copied(s)), mtime=0), 0, UNKNOWN),
    Kind("web archive in zstd", "a.warc.zst", lambda s: noise(b"\x28\xb5\x2f\xfd"), 0, UNKNOWN),
    Kind("text of a web archive", "a.warc.wet", lambda s: f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://l.example/1\r\nWARC-Date: 2026-03-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: text/plain\r\nContent-Length: {len(s.long())}\r\n\r\n{s.long()}\r\n\r\n", 0, ("not a page",)),
    Kind("PDF in a web archive", "a.warc", lambda s: warc(s, b"%PDF-1.7\n" + bytes(99)).replace(b"text/html; charset=utf-8", b"application/pdf;         "), 0, ("not a page",)),
    Kind("torrent", "a.torrent", lambda s: noise(b"d8:announce30:https://t.example/announce_____13:creation datei1772323200e4:infod6:lengthi900e6:pieces900:"), 0, NOT_TEXT),
]  # fmt: skip


def mac_roman(s: Stories) -> bytes:
    return copied(s).decode().replace("talk about drought", "talk about “drought” in a café").encode("mac-roman")


TABLES = [
    Kind("commas in the header and tabs below", "a.csv", lambda s: "\n".join(["title,date,text", *rows(s, "\t", quote=""), ""]), 0, ("broken row",) * 3),
    Kind("groups of columns above the header", "a.csv", lambda s: "Article,,Body\n" + s.table(), 3),
    Kind("records of a database under one another", "out.txt", lambda s: each(s, "-[ RECORD {n} ]{n}----\ntitle | {title}\ndate  | 2026-03-0{n}\ntext  | {text}\n"), 0, UNKNOWN),
    Kind("records of another database under one another", "out.txt", lambda s: each(s, "*************************** {n}. row ***************************\ntitle: {title}\n date: 2026-03-0{n}\n text: {text}\n"), 0, UNKNOWN),
    Kind("commas with blanks behind them and quotation marks", "a.csv", lambda s: "title, date, text\n" + each(s, '"{title}", "2026-03-0{n}", "{text}"\n'), 3),
    Kind("formulas around cells", "a.csv", lambda s: "title,date,text\n" + each(s, '"=""{title}""",2026-03-0{n},"{text}"\n'), 3),
    Kind("number of rows below the table", "a.csv", lambda s: s.table() + "# 3 rows\n", 3),
    Kind("columns in French", "a.csv", lambda s: s.table(header=("titre", "date", "texte"), delimiter=";"), 0, ("no text column",)),
    Kind("columns in German", "a.csv", lambda s: s.table(header=("Titel", "Datum", "Text"), delimiter=";"), 3),
    Kind("text in the letters of an old Mac", "a.txt", mac_roman, 1),
    Kind("table in the letters of an old Mac", "a.csv", lambda s: s.table().replace("drought", "“drought”").encode("mac-roman"), 3),
    Kind("guard that never ends above", "a.json", lambda s: "for(;;);" + json.dumps(s.records()), 3),
    Kind("list that a module hands out", "a.mjs", lambda s: "export default " + json.dumps(s.records(), indent=2) + ";\n", 3),
    Kind("words behind a list", "a.json", lambda s: json.dumps(s.records()) + "\n</body></html>", 3, ("not valid JSON",)),
    Kind("list with each record on its line", "a.json", lambda s: "[\n" + ",\n".join(map(json.dumps, s.records())) + "\n]\n", 3),
    Kind("BSON", "a.bson", lambda s: b"\x90\0\0\0\x02title\0\x05\0\0\0Rain\0\x02text\0" + len(s.text()).to_bytes(4, "little") + s.text().encode() + b"\0\0", 0, NOT_TEXT),
    Kind("settings of a program with remarks", "tsconfig.json", lambda s: '{\n  // where to look\n  "compilerOptions": {"strict": true, /* all */ "target": "es2022"},\n}\n', 0, NO_TEXT),
    Kind("log in JSON", "app.jsonl", lambda s: "".join(json.dumps({"@timestamp": "2026-03-01T10:00:00Z", "level": "INFO", "message": s.text(n)}) + "\n" for n in (1, 2, 3)), 0, NO_TEXT * 3),
]  # fmt: skip


def wall(title: str, *lines: str) -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head><body><h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"  # fmt: skip


PAGES = [
    Kind("a page that is not there, in German", "a.html", lambda s: wall("Seite nicht gefunden", "Die von Ihnen gesuchte Seite existiert leider nicht oder wurde verschoben. Bitte prüfen Sie die Adresse."), 0, NO_ARTICLE),
    Kind("a page that is not there, in French", "a.html", lambda s: wall("Page introuvable - Erreur 404", "La page que vous recherchez n’existe pas ou a été déplacée. Retournez à la page d’accueil."), 0, NO_ARTICLE),
    Kind("a question about cookies, in German", "a.html", lambda s: wall("Datenschutz", "Wir und unsere Partner verwenden Cookies und ähnliche Technologien, um Informationen auf Ihrem Gerät zu speichern.", "Alle akzeptieren", "Ablehnen"), 0, NO_ARTICLE),
    Kind("a question about cookies, in Spanish", "a.html", lambda s: wall("Valoramos tu privacidad", "Nosotros y nuestros socios almacenamos y accedemos a información en un dispositivo, como cookies.", "Aceptar todo", "Rechazar"), 0, NO_ARTICLE),
    Kind("a page to log in, in French", "a.html", lambda s: wall("Connexion", "Connectez-vous à votre compte pour lire cet article.", "Adresse e-mail", "Mot de passe", "Mot de passe oublié ?"), 0, NO_ARTICLE),
    Kind("a check for robots, in German", "a.html", lambda s: wall("Nur einen Moment…", "Bestätigen Sie, dass Sie ein Mensch sind.", "Aktivieren Sie JavaScript und Cookies, um fortzufahren."), 0, NO_ARTICLE),
    Kind("a browser that cannot reach a page", "a.html", lambda s: wall("l.example", "This site can’t be reached", "l.example’s server IP address could not be found.", "ERR_NAME_NOT_RESOLVED"), 0, NO_ARTICLE),
    Kind("a page that moved", "a.html", lambda s: "<html><head><title>Object moved</title></head><body><h2>Object moved to <a href='/b'>here</a>.</h2></body></html>", 0, NO_ARTICLE),
    Kind("the files of a folder", "index.html", lambda s: "<html><head><title>Index of /rain</title></head><body><h1>Index of /rain</h1><pre><a href='../'>../</a>\n" + "".join(f"<a href='{n}.html'>{n}.html</a>   01-Mar-2026 10:00   900\n" for n in range(1, 9)) + "</pre></body></html>", 0, NO_ARTICLE),
    Kind("a page that shows a PDF", "a.html", lambda s: "<html><body style='margin:0'><embed width='100%' height='100%' type='application/pdf' src='about:blank'></body></html>", 0, ("no body found",)),
    Kind("a body without a word", "a.html", lambda s: "<!DOCTYPE html><html><head><title>Rain</title></head><body></body></html>", 0, ("no body found",)),
    Kind("a page that was translated", "a.html", lambda s: s.page().replace("<p>", '<p><font style="vertical-align: inherit;"><font style="vertical-align: inherit;">').replace("</p>", "</font></font></p>"), 1),
    Kind("a page out of the archive of the web", "a.html", lambda s: s.page(before="", after="").replace("<body>", "<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id='wm-ipp-base'><p>12 captures</p><p>01 Mar 2026 - 03 Mar 2026</p></div><!-- END WAYBACK TOOLBAR INSERT -->"), 1),
    Kind("a page that loads its story", "a.html", lambda s: '<!DOCTYPE html><html><head><title>Ledger</title></head><body><div id="__next"><p>Loading…</p></div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{}}}</script></body></html>', 0, ("no story",)),
    Kind("MHTML with its story in the second page", "a.mhtml", lambda s: message([("text/css", "https://l.example/a.css", "8bit", "p { color: red }"), ("text/html", "https://l.example/rain", "8bit", s.page())]), 1),
]  # fmt: skip

DATES = [
    dated("one digit for month and day", "2026-3-1", "2026-03-01"),
    dated("dots, year first", "2026.03.01", "2026-03-01"),
    dated("a zone as a place", "2026-03-01T10:00:00 America/New_York", "2026-03-01"),
    dated("points behind short names", "Sun., Mar. 1, 2026", "2026-03-01"),
    dated("Korean", "2026년 3월 1일", "2026-03-01"),
    dated("Turkish", "1 Mart 2026", "2026-03-01"),
    dated("Polish", "1 marca 2026", "2026-03-01"),
    dated("a month that no year has", "2026-13-01", None),
    dated("tomorrow", "Tomorrow", None),
    dated("a season", "Spring 2026", None),
    dated("seconds as a string with a dot", "1772323200.0", "2026-03-01"),
    dated("eight digits", "20260301", "2026-03-01"),
]

KINDS = [*EXPORTS, *POSTS, *WIRES, *MAIL, *OFFICE, *SUBTITLES, *SYSTEM, *ARCHIVES, *TABLES, *PAGES, *DATES]
