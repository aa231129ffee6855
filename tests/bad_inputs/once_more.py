"""Bad inputs of an eighth round, decided on after those of the seventh were mended."""

import gzip
import json

from bad_inputs.arriving import sheet
from bad_inputs.elsewhere import NO_ARTICLE, NO_TEXT, each, noise, wall, words
from bad_inputs.exports import factiva_of, proquest_of
from bad_inputs.handed import NOT_TEXT, UNKNOWN
from bad_inputs.kinds import Kind
from bad_inputs.newsroom import dated
from bad_inputs.received import copied, packed

FRENCH = {"1 of 2 DOCUMENTS": "1 de 2 DOCUMENTS", "2 of 2 DOCUMENTS": "2 de 2 DOCUMENTS", "BYLINE:": "AUTEUR:", "LENGTH: 40 words": "LONGUEUR: 40 mots", "LOAD-DATE: March 4, 2026": "DATE-CHARGEMENT: 4 mars 2026", "March 1, 2026 Tuesday": "dimanche 1 mars 2026", "March 2, 2026 Tuesday": "lundi 2 mars 2026"}  # fmt: skip
ITALIAN = {"1 of 2 DOCUMENTS": "1 di 2 DOCUMENTI", "2 of 2 DOCUMENTS": "2 di 2 DOCUMENTI", "BYLINE:": "AUTORE:", "LENGTH: 40 words": "LUNGHEZZA: 40 parole", "LOAD-DATE: March 4, 2026": "DATA-CARICAMENTO: 4 marzo 2026", "March 1, 2026 Tuesday": "1 marzo 2026 domenica", "March 2, 2026 Tuesday": "2 marzo 2026 lunedì"}  # fmt: skip
PORTUGUESE = {"Document ": "Documento ", " of 3": " de 3", "Full text:": "Texto completo:", "Publication title:": "Título da publicação:", "Publication date:": "Data da publicação:", "Title:": "Título:", "Subject:": "Assunto:"}  # fmt: skip


def group(book, s) -> None:
    book.active.insert_rows(1)
    book.active["A1"], book.active["C1"] = "Article", "Body"


def notes_above(book, s) -> None:
    book.active.insert_rows(1, amount=4)
    book.active["A1"], book.active["A2"] = "Made by the desk", "On Monday"


EXPORTS = [
    Kind("Nexis text in French, numbered as in English", "a.txt", lambda s: words(s, FRENCH), 2),
    Kind("Nexis text in Italian", "a.txt", lambda s: words(s, ITALIAN), 2),
    Kind("ProQuest in Portuguese", "a.txt", lambda s: words(s, PORTUGUESE, proquest_of), 3),
    Kind("Factiva with Spanish articles", "a.html", lambda s: words(s, {"enArticle": "esArticle", "enHeadline": "esHeadline", "enarticleParagraph": "esarticleParagraph", "40 words": "40 palabras", "3 March 2026": "3 marzo 2026", "English": "Español"}, factiva_of), 2),
    Kind("records of a library's search", "a.txt", lambda s: each(s, "Record: {n}\nTitle: {title}\nAuthors: Roe, Ana\nSource: Ledger\nAbstract: {text}\nAccession Number: 100{n}\nDatabase: News\n\n"), 0, UNKNOWN),
    Kind("references with names in braces", "a.txt", lambda s: each(s, "{{Reference Type}}: Newspaper Article\n{{Title}}: {title}\n{{Author}}: Roe, Ana\n{{Year}}: 2026\n{{Abstract}}: {text}\n\n"), 0, UNKNOWN),
    Kind("BibTeX that begins with a remark of its own", "a.bib", lambda s: "@comment{jabref-meta: databaseType:bibtex;}\n" + each(s, "@article{{roe{n},\n  title = {{{title}}},\n  abstract = {{{text}}}\n}}\n"), 0, UNKNOWN),
    Kind("how to cite a program", "CITATION.cff", lambda s: "cff-version: 1.2.0\nmessage: Please cite it.\ntitle: Rain\nauthors:\n  - family-names: Roe\n    given-names: Ana\nversion: 1.0\n", 0, UNKNOWN),
    Kind("article of a journal in XML", "a.xml", lambda s: f'<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" "a.dtd"><article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta/></front><body><sec><p>{s.text()}</p></sec></body></article>', 0, UNKNOWN),
    Kind("tree of a family", "a.ged", lambda s: "0 HEAD\n1 SOUR Rain\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME Ana /Roe/\n1 SEX F\n1 BIRT\n2 DATE 1 MAR 1976\n2 PLAC Marlow\n0 TRLR\n", 0, ("no story",)),
]  # fmt: skip

POSTS = [
    Kind("box of posts with what was done", "outbox.json", lambda s: json.dumps({"type": "OrderedCollection", "orderedItems": [{"type": "Create", "published": r["date"], "object": {"type": "Note", "content": f"<p>{r['text']}</p>"}} for r in s.records()]}), 3),
    Kind("remarks of readers in XML", "a.xml", lambda s: '<?xml version="1.0"?><disqus xmlns="http://disqus.com">' + each(s, "<post><message><![CDATA[<p>{text}</p>]]></message></post>") + "</disqus>", 0, UNKNOWN),
    Kind("channel of a chat in JSON", "a.json", lambda s: json.dumps({"guild": {"id": "1", "name": "L"}, "channel": {"id": "2", "name": "rain"}, "messages": [{"id": str(n), "timestamp": f"2026-03-0{n}T10:00:00+00:00", "content": s.text(n), "author": {"name": "Ana Roe"}} for n in (1, 2, 3)]}), 3),
    Kind("chat of a phone in German form", "chat.txt", lambda s: "".join(f"01.03.26, 10:0{n} - Ana Roe: {s.text(n)}\n" for n in range(1, 9)), 0, UNKNOWN),
    Kind("chat with the half of the day", "chat.txt", lambda s: "".join(f"[3/1/2026 10:0{n}:00 AM] Ana Roe: {s.text(n)}\n" for n in range(1, 9)), 0, UNKNOWN),
    Kind("board of cards", "board.json", lambda s: json.dumps({"id": "1", "name": "Rain", "desc": "", "cards": [{"id": str(n), "name": f"Rain {n}", "desc": s.text(n)} for n in (1, 2, 3)]}), 0, NO_TEXT),
    Kind("table of notes without their text", "Notes.csv", lambda s: "Name,Tags,Created\n" + each(s, '{title},rain,"March {n}, 2026 10:00 AM"\n'), 0, ("no text column",)),
    Kind("places that a reader marked in books", "My Clippings.txt", lambda s: "\ufeff" + each(s, "{title} (Ana Roe)\n- Your Highlight on page {n} | location 1{n}-2{n} | Added on Sunday, March 1, 2026 10:00:00 AM\n\n{text}\n==========\n"), 0, UNKNOWN),
    Kind("events that a server sends", "a.txt", lambda s: "".join(f"event: article\ndata: {json.dumps(r)}\n\n" for r in s.records()), 0, UNKNOWN),
    Kind("events of a computer as a table", "events.csv", lambda s: "Level,Date and Time,Source,Event ID,Task Category\n" + each(s, "Information,3/{n}/2026 10:00:00 AM,Rain,100{n},None\n"), 0, ("no text column",)),
]  # fmt: skip

SYSTEM = [
    Kind("letter saved as text, in French", "Pluie.txt", lambda s: f"De : Ana Roe\nEnvoyé : dimanche 1 mars 2026 10:00\nÀ : Tom Vale\nObjet : Rain\n\n{s.long()}\n", 0, UNKNOWN),
    Kind("list of people of a directory", "a.ldif", lambda s: "dn: cn=Ana Roe,dc=l,dc=example\nobjectClass: person\ncn: Ana Roe\nsn: Roe\nmail: ana@l.example\n\ndn: cn=Tom Vale,dc=l,dc=example\nobjectClass: person\ncn: Tom Vale\nsn: Vale\n", 0, UNKNOWN),
    Kind("calendar below a mark", "a.ics", lambda s: f"\ufeffBEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Rain\r\nDESCRIPTION:{s.text()}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", 0, UNKNOWN),
    Kind("RTF in a ZIP", "a.zip", lambda s: packed({"a.rtf": b"{\\rtf1\\ansi Rain\\par}", "b.txt": copied(s)}), 1, UNKNOWN),
    Kind("table of OpenDocument in one XML", "a.fods", lambda s: f'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:t" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><text:p>{s.text()}</text:p></office:body></office:document>', 0, UNKNOWN),
    Kind("packed XML of a spreadsheet", "a.gnumeric", lambda s: gzip.compress(f'<?xml version="1.0"?><gnm:Workbook xmlns:gnm="http://www.gnumeric.org/v10.dtd"><gnm:Cell>{s.text()}</gnm:Cell></gnm:Workbook>'.encode(), mtime=0), 0, UNKNOWN),
    Kind("drawing of a program for charts", "a.drawio", lambda s: f'<mxfile host="a" version="1"><diagram><mxGraphModel><root><mxCell id="0" value="{s.text()}"/></root></mxGraphModel></diagram></mxfile>', 0, UNKNOWN),
    Kind("packed drawing", "a.svgz", lambda s: gzip.compress(f'<svg xmlns="http://www.w3.org/2000/svg"><title>Rain</title><text>{s.long()}</text></svg>'.encode(), mtime=0), 0, UNKNOWN),
    Kind("notebook as a script", "a.py", lambda s: "# %% [markdown]\n# # Rain\n\n# %%\nimport pandas as pd\n\nrain = pd.read_csv('rain.csv')\nrain.head()\n\n# %%\nrain.plot()\n", 0, ("no story",)),
    Kind("report of R with prose", "a.Rmd", lambda s: f"---\ntitle: Rain in {s.mark}\noutput: html_document\n---\n\n{s.long()}\n\n```{{r}}\nplot(rain)\n```\n", 1),
    Kind("style sheet in one line", "a.min.css", lambda s: "body{margin:0;padding:0}h1,h2{font:700 1rem/1.2 serif}.rain>p::after{content:'';color:#06c}@media(max-width:600px){.rain{display:none}}" * 4, 0, UNKNOWN),
    Kind("schema of an interface", "a.graphql", lambda s: "type Article {\n  id: ID!\n  title: String\n  text: String\n}\n\ntype Query {\n  articles: [Article!]!\n}\n", 0, ("no story",)),
    Kind("names of hosts", "hosts", lambda s: "127.0.0.1 localhost\n192.0.2.1 mail.l.example\n192.0.2.2 www.l.example\n192.0.2.3 ftp.l.example\n192.0.2.4 db.l.example\n", 0, UNKNOWN),
    Kind("settings of a server", "site.conf", lambda s: "server {\n    listen 80;\n    server_name l.example;\n    location / {\n        proxy_pass http://127.0.0.1:8000;\n    }\n}\n", 0, UNKNOWN),
    Kind("public key", "id.pub", lambda s: "ssh-rsa " + "AAAAB3NzaC1yc2EAAAADAQABAAABgQ" * 12 + " ana@l.example\n", 0, UNKNOWN),
    Kind("how a program failed", "error.txt", lambda s: 'Traceback (most recent call last):\n  File "/home/ana/rain.py", line 3, in <module>\n    rain()\n  File "/home/ana/rain.py", line 2, in rain\n    raise ValueError("it did not rain on the town")\nValueError: it did not rain on the town\n', 0, UNKNOWN),
    Kind("film", "a.mov", lambda s: noise(b"\0\0\0\x14ftypqt  \0\0\0\0"), 0, NOT_TEXT),
    Kind("picture of a new kind", "a.avif", lambda s: noise(b"\0\0\0\x1cftypavif\0\0\0\0"), 0, NOT_TEXT),
    Kind("drawing with a head of its own", "a.eps", lambda s: noise(b"\xc5\xd0\xd3\xc6\x1e\0\0\0"), 0, NOT_TEXT),
    Kind("same name in two folders of a ZIP", "a.zip", lambda s: packed({"a/index.html": s.page(n=1).encode(), "b/index.html": s.page(n=2).encode()}), 2),
    Kind("name of a device in a ZIP", "a.zip", lambda s: packed({"CON.txt": copied(s)}), 1),
    Kind("workbook with groups of columns above", "a.xlsx", sheet(group), 3),
    Kind("workbook with notes above", "a.xlsx", sheet(notes_above), 3),
    Kind("table with the index of pandas", "a.csv", lambda s: "Unnamed: 0,title,date,text\n" + each(s, '{n},{title},2026-03-0{n},"{text}"\n'), 3),
    Kind("list with a remark above and a semicolon below", "a.json", lambda s: "// made on Monday\n" + json.dumps(s.records(), indent=1) + ";\n", 3),
]  # fmt: skip

PAGES = [
    Kind("a page that is not there, in Swedish", "a.html", lambda s: wall("Sidan hittades inte | Marlow Nyheter", "Sidan du letar efter finns inte längre eller har flyttats. Gå till startsidan."), 0, NO_ARTICLE),
    Kind("a page that is not there, in Japanese", "a.html", lambda s: wall("ページが見つかりません", "お探しのページは、移動または削除された可能性があります。トップページからお探しください。"), 0, NO_ARTICLE),
    Kind("a question about cookies, in French", "a.html", lambda s: wall("Bienvenue", "Avec votre accord, nos partenaires et nous utilisons des cookies pour stocker et lire des informations sur votre appareil.", "Tout accepter", "Continuer sans accepter", "Paramétrer"), 0, NO_ARTICLE),
    Kind("a question about cookies, in Italian", "a.html", lambda s: wall("Il Corriere", "Noi e i nostri fornitori archiviamo informazioni quali cookie su un dispositivo.", "Accetta e continua", "Rifiuta e abbonati"), 0, NO_ARTICLE),
    Kind("a page to log in, in Spanish", "a.html", lambda s: wall("Inicia sesión - El Diario", "Correo electrónico", "Contraseña", "¿Has olvidado tu contraseña?", "¿No tienes cuenta? Regístrate gratis."), 0, NO_ARTICLE),
    Kind("a check for robots, in Spanish", "a.html", lambda s: wall("l.example", "Verifica que eres un ser humano completando la siguiente acción.", "l.example necesita revisar la seguridad de tu conexión antes de continuar."), 0, NO_ARTICLE),
    Kind("a page that may not be seen", "a.html", lambda s: "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have permission to access \"http://l.example/rain\" on this server.<P>Reference #18.abc.1772323200.1</BODY></HTML>", 0, NO_ARTICLE),
    Kind("a browser that cannot reach a page, in German", "a.html", lambda s: wall("l.example", "Die Website ist nicht erreichbar", "Die Server-IP-Adresse von l.example wurde nicht gefunden.", "Neu laden"), 0, NO_ARTICLE),
    Kind("too many calls, in German", "a.html", lambda s: wall("429 Zu viele Anfragen", "Sie haben in kurzer Zeit zu viele Anfragen gestellt. Bitte versuchen Sie es später erneut."), 0, NO_ARTICLE),
    Kind("a search that found nothing", "a.html", lambda s: wall("Search results", "No results found for rain.", "Try other words, or check your spelling."), 0, NO_ARTICLE),
    Kind("an account that was closed", "a.html", lambda s: wall("Account Suspended", "This account has been suspended. Contact your hosting provider for more information."), 0, NO_ARTICLE),
    Kind("a page that wants scripts", "a.html", lambda s: wall("The Ledger", "JavaScript is not available.", "We’ve detected that JavaScript is disabled in this browser. Please enable JavaScript or switch to a supported browser to continue."), 0, NO_ARTICLE),
    Kind("a page that is being built", "a.html", lambda s: wall("Coming soon", "Our new website is under construction. Leave your address, and we will tell you when it opens."), 0, NO_ARTICLE),
]  # fmt: skip

DATES = [
    dated("Japanese with the hour", "2026年3月1日(日)10時00分", "2026-03-01"),
    dated("a day of the week alone", "Sunday", None),
    dated("yesterday with the hour", "Yesterday at 10:00", None),
    dated("an offset without a colon", "2026-03-01T10:00:00.000+0000", "2026-03-01"),
    dated("a comma behind the month", "1 Mar, 2026, 10:00 IST", "2026-03-01"),
]

KINDS = [*EXPORTS, *POSTS, *SYSTEM, *PAGES, *DATES]
