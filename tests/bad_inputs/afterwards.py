"""Bad inputs of a seventh round, decided on after those of the sixth were mended: more of other people's files."""

import gzip
import io
import json
import tarfile

from bad_inputs.elsewhere import GERMAN, NO_ARTICLE, NO_TEXT, each, listed, noise, wall, words
from bad_inputs.exports import proquest_of
from bad_inputs.handed import NOT_TEXT, UNKNOWN
from bad_inputs.kinds import Kind, Stories
from bad_inputs.newsroom import dated
from bad_inputs.received import copied, packed, paragraphs

SPANISH = {"1 of 2 DOCUMENTS": "1 de 2 DOCUMENTOS", "2 of 2 DOCUMENTS": "2 de 2 DOCUMENTOS", "BYLINE:": "AUTOR:", "LENGTH: 40 words": "LONGITUD: 40 palabras", "LOAD-DATE: March 4, 2026": "FECHA-CARGA: 4 de marzo de 2026", "March 1, 2026 Tuesday": "1 de marzo de 2026 domingo", "March 2, 2026 Tuesday": "2 de marzo de 2026 lunes"}  # fmt: skip
DUTCH = {"1 of 2 DOCUMENTS": "1 van 2 DOCUMENTEN", "2 of 2 DOCUMENTS": "2 van 2 DOCUMENTEN", "BYLINE:": "AUTEUR:", "LENGTH: 40 words": "LENGTE: 40 woorden", "LOAD-DATE: March 4, 2026": "LAAD-DATUM: 4 maart 2026", "March 1, 2026 Tuesday": "1 maart 2026 zondag", "March 2, 2026 Tuesday": "2 maart 2026 maandag"}  # fmt: skip
FRENCH = {" of 3": " de 3", "Full text:": "Texte intégral:", "Abstract: None available.": "Résumé: Aucun disponible.", "Publication title:": "Titre de la publication:", "Publication date:": "Date de publication:", "Title:": "Titre:", "Subject:": "Sujet:"}  # fmt: skip
ITALIAN = {"Document ": "Documento ", " of 3": " di 3", "Full text:": "Testo completo:", "Publication title:": "Titolo pubblicazione:", "Publication date:": "Data di pubblicazione:", "Title:": "Titolo:", "Section:": "Sezione:"}  # fmt: skip

EXPORTS = [
    Kind("Nexis text in Spanish", "a.txt", lambda s: words(s, SPANISH), 2),
    Kind("Nexis text in Dutch", "a.txt", lambda s: words(s, DUTCH), 2),
    Kind("Nexis text in German, in Windows-1252", "a.txt", lambda s: words(s, GERMAN).encode("cp1252"), 2),
    Kind("ProQuest in French", "a.txt", lambda s: words(s, FRENCH, proquest_of), 3),
    Kind("ProQuest in Italian", "a.txt", lambda s: words(s, ITALIAN, proquest_of), 3),
    Kind("Factiva as text", "a.txt", lambda s: each(s, "HD  {title}\nBY  By Ana Roe\nWC  40 words\nPD  {n} March 2026\nSN  The Ledger\nLP  {text}\nTD  {text}\nAN  Document LEDG00002026030{n}\n\n"), 0, UNKNOWN),
    Kind("library records in XML", "a.xml", lambda s: '<?xml version="1.0"?><modsCollection xmlns="http://www.loc.gov/mods/v3">' + each(s, "<mods><titleInfo><title>{title}</title></titleInfo><abstract>{text}</abstract></mods>") + "</modsCollection>", 0, UNKNOWN),
    Kind("harvest of a repository", "a.xml", lambda s: '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>' + each(s, "<record><metadata><title>{title}</title><p>{text}</p></metadata></record>") + "</ListRecords></OAI-PMH>", 0, UNKNOWN),
    Kind("references with whole words", "a.txt", lambda s: each(s, "Reference Type:  Newspaper Article\nRecord Number: {n}\nYear: 2026\nTitle: Rain\nNewspaper: Ledger\nPages: A1\nAbstract: {text}\n\n"), 0, UNKNOWN),
    Kind("articles in XML of somebody's own", "a.xml", lambda s: '<?xml version="1.0"?><articles>' + each(s, "<article><title>{title}</title><date>2026-03-0{n}</date><text>{text}</text></article>") + "</articles>", 0, UNKNOWN),
    Kind("NewsML of the first kind", "a.xml", lambda s: f'<?xml version="1.0"?><NewsML Version="1.2"><NewsItem><NewsComponent><NewsLines><HeadLine>Rain</HeadLine></NewsLines><ContentItem><DataContent>{paragraphs(s)}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>', 0, UNKNOWN),
    Kind("article of an agency in JSON with markup", "a.json", lambda s: json.dumps({"uri": "urn:a:1", "type": "text", "headline": f"Rain in {s.mark}", "body_xhtml": f"<div>{paragraphs(s)}</div>"}), 0, NO_TEXT),
]  # fmt: skip

POSTS = [
    Kind("channels of a workplace's chat", "channels.json", lambda s: json.dumps([{"id": f"C{n}", "name": "rain", "created": 1772323200, "members": ["U1"]} for n in (1, 2, 3)]), 0, NO_TEXT * 3),
    Kind("posts of a forum as a table", "posts.csv", lambda s: "id,title,selftext,created_utc\n" + each(s, '{n},{title},"{text}",1772323200\n'), 0, ("no text column",)),
    Kind("posts of a network", "your_posts_1.json", lambda s: json.dumps([{"timestamp": 1772323200, "data": [{"post": s.text(n)}], "title": "Ana Roe updated her status."} for n in (1, 2, 3)]), 0, NO_TEXT * 3),
    Kind("list of things to read", "Reading list.csv", lambda s: "Title,URL\n" + each(s, "{title},https://l.example/{n}\n"), 0, ("no text column",)),
    Kind("list of things to read as a page", "ril_export.html", lambda s: "<!DOCTYPE html><html><head><title>Export</title></head><body><h1>Unread</h1><ul>" + "".join(f'<li><a href="https://l.example/{n}" time_added="1772323200" tags="">Rain falls on the town again {n}</a></li>' for n in range(20)) + "</ul></body></html>", 0, ("no story",)),
    Kind("chat with lines that go on", "chat.txt", lambda s: "".join(f"[01.03.26, 10:0{n}:00] Ana Roe: {s.text(n)}\nAnd more.\n" for n in range(1, 9)), 0, UNKNOWN),
    Kind("talk in a channel of the old net", "rain.log", lambda s: "".join(f"[10:0{n}] <ana> {s.text(n)}\n" for n in range(1, 9)), 0, UNKNOWN),
    Kind("answer with its articles embedded", "a.json", lambda s: json.dumps({"_links": {"self": {"href": "/a"}}, "_embedded": {"articles": s.records()}, "page": {"size": 3}}), 3),
    Kind("answer with attributes", "a.json", lambda s: json.dumps({"data": [{"type": "article", "id": str(n), "attributes": r} for n, r in enumerate(s.records())], "meta": {"total": 3}}), 3),
    Kind("one article in an object", "a.json", lambda s: json.dumps({"article": s.record(1)}), 1),
    Kind("cells without names in JSON", "a.json", lambda s: json.dumps([[r["title"], r["date"], r["text"]] for r in s.records()]), 0, ("not a record",) * 3),
    Kind("articles by day", "a.json", lambda s: json.dumps({"2026-03-01": [s.record(1), s.record(2)], "2026-03-03": [s.record(3)]}), 3),
    Kind("list that a script of a page sets", "a.js", lambda s: "window.articles = " + json.dumps(s.records()) + ";", 3),
    Kind("answer with remarks in it", "a.json", lambda s: '{"status": "ok", /* three */ "articles": ' + json.dumps(s.records()) + "}", 3),
]  # fmt: skip

MAIL = [
    Kind("letter with its fields in small letters", "a.eml", lambda s: f"from: Ana Roe <ana@l.example>\nto: tom@l.example\nsubject: Rain\ndate: Sun, 1 Mar 2026 10:00:00 +0000\n\n{s.long()}\n", 0, UNKNOWN),
    Kind("letter below a byte-order mark", "a.eml", lambda s: f"\ufeffFrom: Ana Roe <ana@l.example>\r\nTo: tom@l.example\r\nSubject: Rain\r\nDate: Sun, 1 Mar 2026 10:00:00 +0000\r\n\r\n{s.long()}\r\n", 0, UNKNOWN),
    Kind("letter that Outlook saved as text", "Rain.txt", lambda s: f"From:\tAna Roe\nSent:\tSunday, March 1, 2026 10:00 AM\nTo:\tTom Vale\nSubject:\tRain\n\n{s.long()}\n", 0, UNKNOWN),
    Kind("letter that Outlook saved as text, in German", "Regen.txt", lambda s: f"Von:\tAna Roe\nGesendet:\tSonntag, 1. März 2026 10:00\nAn:\tTom Vale\nBetreff:\tRain\n\n{s.long()}\n", 0, UNKNOWN),
    Kind("subtitles in UTF-16", "a.txt", lambda s: each(s, "{n}\r\n00:00:0{n},000 --> 00:00:0{n},900\r\n{text}\r\n\r\n").encode("utf-16"), 0, UNKNOWN),
    Kind("subtitles of the web with remarks", "a.vtt", lambda s: "\ufeffWEBVTT - Rain\r\n\r\nNOTE made by hand\r\n\r\n" + each(s, "{n}\r\n00:0{n}.000 --> 00:0{n}.900 align:start\r\n<v Ana>{text}\r\n\r\n"), 0, UNKNOWN),
]  # fmt: skip


def old_tar(s: Stories) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as made:
        entry = tarfile.TarInfo("a.txt")
        entry.size = len(copied(s))
        made.addfile(entry, io.BytesIO(copied(s)))
    return out.getvalue()[:257] + bytes(255) + out.getvalue()[512:]


OFFICE = [
    Kind("table of Numbers", "a.numbers", lambda s: packed({"Index/Tables/DataList.iwa": noise(b"\0", 2), "preview.jpg": noise(b"\xff\xd8\xff")}), 0, ("form not known", "not text")),
    Kind("document of Google as a packed page", "Rain.zip", lambda s: packed({"Rain.html": s.page().encode(), "images/image1.png": noise(b"\x89PNG\r\n\x1a\n")}), 1, UNKNOWN),
    Kind("pointer to a document of Google", "Rain.gdoc", lambda s: json.dumps({"url": "https://d.example/open?id=1", "doc_id": "1", "email": "ana@l.example"}), 0, NO_TEXT),
    Kind("book whose kind is not given", "a.zip", lambda s: packed({"META-INF/container.xml": b'<?xml version="1.0"?><container><rootfiles/></container>', "OEBPS/content.opf": b'<?xml version="1.0"?><package><metadata/></package>', "OEBPS/1.xhtml": s.page().encode()}), 1, UNKNOWN * 2),
    Kind("text of Org", "a.org", lambda s: f"#+TITLE: Rain in {s.mark}\n#+AUTHOR: Ana Roe\n#+DATE: 2026-03-01\n\n* Rain\n\n{s.long()}\n", 1),
    Kind("AsciiDoc", "a.adoc", lambda s: f"= Rain in {s.mark}\nAna Roe\n:toc:\n\n== Rain\n\n{s.long()}\n", 1),
    Kind("translations of a program", "de.po", lambda s: 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n' + each(s, '#: a.py:{n}\nmsgid "{title}"\nmsgstr "{text}"\n\n'), 0, UNKNOWN),
    Kind("settings of Java", "a.properties", lambda s: "# made on Sunday\nrain.title=Rain\nrain.text=It rained.\nrain.color = blue\nrain.days=3\n", 0, UNKNOWN),
    Kind("part of a registry", "a.reg", lambda s: 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\Rain]\r\n"Town"="Marlow"\r\n"Days"=dword:00000003\r\n'.encode("utf-16"), 0, ("no story",)),
    Kind("recipe of make", "Makefile", lambda s: "all: rain.html\n\nrain.html: rain.md\n\tpandoc -o $@ $<\n\nclean:\n\trm -f rain.html\n\n.PHONY: all clean\n", 0, UNKNOWN),
    Kind("script in one line", "a.min.js", lambda s: '!function(e,t){"object"==typeof exports?t(exports):t(e.rain={})}(this,function(e){"use strict";var n=1;e.fall=function(){return n++}});\n' * 3, 0, UNKNOWN),
    Kind("map of a script", "a.js.map", lambda s: json.dumps({"version": 3, "file": "a.js", "sources": ["a.ts"], "names": ["rain"], "mappings": "AAAA,SAASA"}), 0, NO_TEXT),
    Kind("font", "a.woff2", lambda s: noise(b"wOF2\0\x01\0\0", 3), 0, NOT_TEXT),
    Kind("class of Java", "A.class", lambda s: noise(b"\xca\xfe\xba\xbe\0\0\0\x41", 4), 0, NOT_TEXT),
    Kind("cookies of a browser", "cookies.txt", lambda s: "# Netscape HTTP Cookie File\n# This is a generated file! Do not edit.\n\n" + "".join(f".l.example\tTRUE\t/\tFALSE\t177232320{n}\train{n}\tabc{n}\n" for n in range(1, 9)), 0, UNKNOWN),
    Kind("places on a map", "a.kml", lambda s: '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>' + each(s, "<Placemark><name>{title}</name><description><![CDATA[<p>{text}</p>]]></description></Placemark>") + "</Document></kml>", 0, UNKNOWN),
    Kind("dump below a remark of C", "a.sql", lambda s: "/* dump */\nCREATE TABLE articles (id int, text text);\nINSERT INTO articles VALUES " + ",\n".join(f"({n}, '{s.text(n)}')" for n in (1, 2, 3)) + ";\n", 0, UNKNOWN),
    Kind("tar of the oldest form", "a.tar", old_tar, 0, NOT_TEXT),
    Kind("packed by compress", "a.txt.Z", lambda s: noise(b"\x1f\x9d\x90", 5), 0, UNKNOWN),
    Kind("packed page named as a web archive", "a.warc.gz", lambda s: gzip.compress(s.page().encode(), mtime=0), 1),
    Kind("name with a tab and a colon", "a:b\tc.txt", copied, 1),
]  # fmt: skip

TABLES = [
    Kind("line with the delimiter, a mark and UTF-16", "a.csv", lambda s: ("sep=;\r\n" + s.table(delimiter=";", end="\r\n")).encode("utf-16"), 3),
    Kind("header again above each row", "a.csv", lambda s: "".join(f'title,date,text\nRain {n},2026-03-0{n},"{s.text(n)}"\n' for n in (1, 2, 3)), 3),
    Kind("borders drawn around a table", "out.txt", lambda s: "+-------+------+\n| title | text |\n+-------+------+\n" + each(s, "| {title} | {text} |\n") + "+-------+------+\n", 3, ("broken row",) * 2),
    Kind("columns with other names for all but the text", "a.csv", lambda s: "Nr;Schlagzeile;Tag;Text\n" + each(s, '{n};{title};01.03.2026;"{text}"\n'), 3),
    Kind("records with German names", "a.json", lambda s: json.dumps(listed(s, titel="title", datum="date", text="text")), 3),
    Kind("text in Windows-1251", "a.txt", lambda s: (f"Дождь в городе {s.mark}\n\n" + f"Дождь в городе {s.mark} шел весь день, и городской совет, который собрался говорить о засухе, рано разошелся по домам. " * 5).encode("cp1251"), 1),
    Kind("text in EUC-KR", "a.txt", lambda s: (f"{s.mark} 비\n\n" + f"{s.mark}에는 비가 하루 종일 내렸고 가뭄을 논의하려던 시의회는 표결 없이 일찍 끝났다고 서기가 말했다. " * 6).encode("euc-kr"), 1),
    Kind("page in Big5 that says so", "a.html", lambda s: s.page("<p>雨下了一整天,議會很早就散會了。</p>", head='<meta charset="big5">').encode("big5"), 1),
]  # fmt: skip

PAGES = [
    Kind("a page that is not there, in Italian", "a.html", lambda s: wall("Pagina non trovata - Il Corriere di Marlow", "La pagina che stai cercando non esiste o è stata spostata. Torna alla pagina iniziale."), 0, NO_ARTICLE),
    Kind("a question about cookies, in Portuguese", "a.html", lambda s: wall("A sua privacidade é importante para nós", "Nós e os nossos parceiros armazenamos informações num dispositivo, tais como cookies.", "Aceitar tudo", "Rejeitar tudo", "Mais opções"), 0, NO_ARTICLE),
    Kind("a page to log in, in Dutch", "a.html", lambda s: wall("Inloggen bij de Ledger", "E-mailadres", "Wachtwoord", "Wachtwoord vergeten?", "Nog geen account? Maak er een aan."), 0, NO_ARTICLE),
    Kind("a check for robots, in French", "a.html", lambda s: wall("Un instant…", "Vérifiez que vous êtes humain en effectuant l’action ci-dessous.", "l.example doit vérifier la sécurité de votre connexion."), 0, NO_ARTICLE),
    Kind("a page that may not be seen, in German", "a.html", lambda s: wall("403 - Zugriff verweigert", "Sie haben keine Berechtigung, diese Seite aufzurufen."), 0, NO_ARTICLE),
    Kind("a site under repair", "a.html", lambda s: wall("Down for maintenance", "The Ledger is currently undergoing scheduled maintenance. We will be back shortly. Thank you for your patience."), 0, NO_ARTICLE),
    Kind("a reader who is shut out", "a.html", lambda s: wall("Attention Required! | Cloudflare", "Sorry, you have been blocked. You are unable to access l.example. This website is using a security service to protect itself from online attacks."), 0, NO_ARTICLE),
    Kind("a browser that does not trust a page", "a.html", lambda s: wall("Privacy error", "Your connection is not private", "Attackers might be trying to steal your information from l.example. NET::ERR_CERT_DATE_INVALID"), 0, NO_ARTICLE),
    Kind("a server that nobody has set up", "a.html", lambda s: wall("Welcome to nginx!", "If you see this page, the nginx web server is successfully installed and working. Further configuration is required.", "Thank you for using nginx."), 0, NO_ARTICLE),
    Kind("a name that is for sale", "a.html", lambda s: wall("l.example is for sale", "This domain is for sale. Inquire now about the price of this domain, and make an offer to its owner."), 0, NO_ARTICLE),
    Kind("a story in the cells of an old page", "a.html", lambda s: f"<html><head><title>Rain in {s.mark}</title></head><body><table><tr><td><b>Rain in {s.mark}</b></td></tr><tr><td>" + s.long().replace("\n\n", "<br><br>") + "</td></tr></table></body></html>", 1),
    Kind("a page with the mark of a translator", "a.html", lambda s: s.page(before="<!-- saved from url=(0021)https://l.example/rain -->\n<?xml-stylesheet href='a.css'?>\n"), 1),
]  # fmt: skip

DATES = [
    dated("German with the hour", "Sonntag, 1. März 2026, 10:00 Uhr", "2026-03-01"),
    dated("Czech", "1. března 2026", "2026-03-01"),
    dated("words between", "the 1st of March, 2026", "2026-03-01"),
    dated("February 29 of a year without it", "29 February 2025", None),
    dated("zeros and a year", "00/00/2026", None),
    dated("slashes and a zone", "2026/03/01 10:00:00 +0100", "2026-03-01"),
    dated("a month and a year", "March 2026", None),
    dated("a time alone", "10:00", None),
]

KINDS = [*EXPORTS, *POSTS, *MAIL, *OFFICE, *TABLES, *PAGES, *DATES]
