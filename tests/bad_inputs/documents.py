"""Kinds of bad input: Word documents that are no export."""

import io
import zipfile

from invented_exports import docx, para

from bad_inputs.kinds import Kind, Stories
from bad_inputs.make_packs import as_text, document, lines, story, word, word_with_parts, zipped
from bad_inputs.make_papers import OFFICE, W, paragraph, remade, run, spoil, word_paragraph, word_paragraphs
from bad_inputs.make_tables import backslashed, book
from bad_inputs.make_texts import odf, packed
from bad_inputs.reasons import FORM_NOT_KNOWN, NOT_TEXT

DAMAGED_WORD_DOCUMENT = ("damaged Word document",)


def word_story(s: Stories) -> bytes:
    return docx(para(f"*Rain in {s.mark}"), *(para(line) for line in s.long().split("\n\n")))


def moved(s):
    parts = s.long().split("\n\n")
    run = f"<w:r><w:t>{parts[1]}</w:t></w:r>"
    who = 'w:author="Ana Roe" w:date="2026-03-13T10:00:00Z"'
    away = f'<w:p><w:moveFromRangeStart w:id="1" {who} w:name="move1"/><w:moveFrom w:id="2" {who}>{run}</w:moveFrom><w:moveFromRangeEnd w:id="1"/></w:p>'
    here = f'<w:p><w:moveToRangeStart w:id="3" {who} w:name="move1"/><w:moveTo w:id="4" {who}>{run}</w:moveTo><w:moveToRangeEnd w:id="3"/></w:p>'
    return docx(
        para(f"*Rain in {s.mark}"), para("By Ana Roe"), para(parts[0]), away, para(parts[2]), here, para(parts[3])
    )


def old_word():
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + b"\x3e\x00\x03\x00\xfe\xff\x09\x00"
        + bytes(480)
        + "WordDocument".encode("utf-16-le")
        + bytes(40)
        + bytes((n * 53 + 7) % 256 for n in range(3000))
    )


def document_of(s: Stories) -> str:
    """Return the text of a Word document in XML."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = lines(f"Rain in {s.mark}", *s.long().split("\n\n"))
    return f'<?xml version="1.0"?><w:document {space}><w:body>{body}</w:body></w:document>'


def named_in_relations(s: Stories) -> bytes:
    """Return a Word document whose text lies where only its list of parts says, as some programs save it."""
    whole = zipfile.ZipFile(io.BytesIO(document(lines(f"Rain in {s.mark}", *s.long().split("\n\n")))))
    return packed({name.replace("word/document.xml", "word/document2.xml"): whole.read(name).replace(b"word/document.xml", b"word/document2.xml") for name in whole.namelist()})  # fmt: skip


def strict(s: Stories) -> bytes:
    """Return a Word document with the names that the stricter form of the standard has."""
    whole = zipfile.ZipFile(io.BytesIO(document(lines(f"Rain in {s.mark}", *s.long().split("\n\n")))))
    names = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    parts = {name: whole.read(name) for name in whole.namelist()}
    for old, new in names.items():
        parts = {name: part.replace(old, new) for name, part in parts.items()}
    return packed(parts)


def in_docx(inside: str) -> object:
    return lambda s: document(lines(f"Rain in {s.mark}", *s.long().split("\n\n"), inside))


def tagged(s: Stories) -> bytes:
    def part(text: str) -> str:
        before, _, after = text.partition(s.mark)
        name = f'<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place">{run(s.mark)}</w:smartTag>'
        return word_paragraph(run(before) + name + run(after))

    return word_with_parts(word_paragraph(run("Rain at noon")) + "".join(part(text) for text in s.long().split("\n\n")))


def letters(s: Stories) -> bytes:
    return word_with_parts(
        "".join(word_paragraph("".join(map(run, part))) for part in [f"Rain 1 in {s.mark}", *s.long().split("\n\n")])
    )


def in_control(s: Stories) -> bytes:
    return word_with_parts(
        f'<w:sdt><w:sdtPr><w:alias w:val="Body"/><w:id w:val="7"/></w:sdtPr><w:sdtContent>{word_paragraphs(s)}</w:sdtContent></w:sdt>'
    )


def broken_footer(s: Stories) -> bytes:
    link = f'<Relationship Id="rId9" Type="{OFFICE}/footer" Target="footer1.xml"/>'
    return word_with_parts(
        word_paragraphs(s),
        links=link,
        more=[("word/footer1.xml", f'<?xml version="1.0"?><w:ftr {W}><w:p><w:r><w:t>Page'.encode())],
    )


def word_breaks(s):
    runs = "<w:br/><w:br/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in s.long().split("\n\n"))
    return document(paragraph(f"Rain 1 in {s.mark}") + f"<w:p><w:r>{runs}</w:r></w:p>")


KINDS = [
    Kind("Word", "a.docx", word, 1, (), "a Word document"),
    Kind("Word with broken markup", "a.docx", lambda s: word(s, old="</w:body>", new="</w:bo"), 0, ("damaged Word document",)),
    Kind("Word without words", "a.docx", lambda s: docx(para("")), 0, ("empty file",)),
    Kind("Word cut off", "a.docx", lambda s: word(s)[:-40], 0, ("damaged zip",)),
    Kind("file named in Word", "a.docx", lambda s: word(s, old="<w:document", new='<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document'), 1),
    Kind("page of a word processor", "a.doc", lambda s: s.page(head="<meta name=Generator content='Microsoft Word 15'><style>p.MsoNormal {}</style>").replace("<p>", "<p class=MsoNormal><o:p></o:p>"), 1),
    Kind("Word with struck words", "a.docx", lambda s: docx(para(f"Rain in {s.mark}"), "<w:p><w:del><w:r><w:delText>It never rained.</w:delText></w:r></w:del></w:p>", *map(para, s.long().split("\n\n"))), 1),
    Kind("file that Word leaves while open", "~$a.docx", lambda s: b"\x03Ana" + b"\0" * 50 + "Ana".encode("utf-16-le") + b"\0" * 100, 0, NOT_TEXT),
    Kind("Word with its words in a box", "a.docx", lambda s: docx(para(f"Rain in {s.mark}"), "<w:p><w:r><w:pict><w:txbxContent>" + para(s.text(9)) + "</w:txbxContent></w:pict></w:r></w:p>", *map(para, s.long().split("\n\n"))), 1),
    Kind("Word without its namespace", "a.docx", lambda s: zipped(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document><body><p>Rain</p></body></document>")), 0, ("empty file",)),
    Kind(
        "Word: tracked changes",
        "a.docx",
        lambda s: document(
            story(s)
            + '<w:p><w:ins w:id="1"><w:r><w:t>A new line.</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>An old line.</w:delText></w:r></w:del></w:p>'
        ),
        1,
    ),
    Kind(
        "Word: text in a table", "a.docx", lambda s: document(f"<w:tbl><w:tr><w:tc>{story(s)}</w:tc></w:tr></w:tbl>"), 1
    ),
    Kind(
        "Word: content controls of Google Docs",
        "a.docx",
        lambda s: document(f"<w:sdt><w:sdtContent>{story(s)}</w:sdtContent></w:sdt>"),
        1,
    ),
    Kind(
        "Word: comments and footnotes beside",
        "a.docx",
        lambda s: document(story(s), others={"word/comments.xml": "<w:comments/>", "word/footnotes.xml": "<x"}),
        1,
    ),
    Kind("Word: empty", "a.docx", lambda s: document(""), 0, ("empty file",)),
    Kind(
        "Word: without its document",
        "a.docx",
        lambda s: packed({"[Content_Types].xml": b"<Types/>", "word/styles.xml": b"<x/>"}),
        0,
        ("form not known",),
    ),
    Kind(
        "Word: document that breaks off",
        "a.docx",
        lambda s: document("<w:p><w:r><w:t>Rain"),
        0,
        ("damaged Word document",),
    ),
    Kind(
        "Word: text in a box",
        "a.docx",
        lambda s: document("<w:p><w:r><w:pict><w:txbxContent>" + story(s) + "</w:txbxContent></w:pict></w:r></w:p>"),
        1,
    ),
    Kind("a lock of Word", "~$rain.docx", lambda s: b"\x09Ada Quill" + bytes(152), 0, ("no story",)),
    Kind("Word: three articles, one after the other", "a.docx", lambda s: document(story(s)), 1),
    Kind(
        "Word: fields and links",
        "a.docx",
        lambda s: document(
            story(s)
            + "<w:p><w:hyperlink><w:r><w:t>A link</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        ),
        1,
    ),
    Kind(
        "Word: one word a run",
        "a.docx",
        lambda s: document(
            lines(f"Rain in {s.mark}")
            + "".join(
                "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{w} </w:t></w:r>' for w in p.split()) + "</w:p>"
                for p in s.long().split("\n\n")
            )
        ),
        1,
    ),
    Kind("Word: one line", "a.docx", lambda s: document(lines("Rain")), 0, ("no story",)),
    Kind("text of OpenDocument", "a.odt", lambda s: packed([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", f"<office:text>{s.text()}</office:text>".encode())]), 0, FORM_NOT_KNOWN),
    Kind("Word document named in its list of parts", "a.docx", named_in_relations, 1),
    Kind("Word document of the strict kind", "a.docx", strict, 1),
    Kind("Word document with head and foot", "a.docx", lambda s: document(lines(f"Rain in {s.mark}", *s.long().split("\n\n")), others={"word/header1.xml": '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Draft</w:t></w:r></w:p></w:hdr>'}), 1),
    Kind("page named as a Word document", "a.docx", Stories.page, 1),
    Kind("Word document with a password", "a.docx", lambda s: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(900), 0, ("encrypted",)),
    Kind("Word document of pictures", "a.docx", lambda s: document("<w:p><w:r><w:drawing/></w:r></w:p>"), 0, ("empty file",)),
    Kind("Word document of one word", "a.docx", lambda s: document(lines("Rain")), 0, ("no story",)),
    Kind("Word document without a byte of text", "a.docx", lambda s: packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b""}), 0, ("damaged Word document",)),
    Kind("Word document that holds a page", "a.docx", lambda s: document('<w:altChunk r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>', others={"word/afchunk.htm": s.page()}), 0, ("empty file",)),
    Kind("Word document with another prefix", "a.docx", lambda s: packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": document_of(s).replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0=").encode()}), 1),
    Kind("Word document with a sign that XML lacks", "a.docx", in_docx("&#0;"), 0, DAMAGED_WORD_DOCUMENT),
    Kind("Word document with a name that is not declared", "a.docx", in_docx("Rain&nbsp;fell"), 0, DAMAGED_WORD_DOCUMENT),
    Kind("RTF named as a Word document", "a.docx", lambda s: "{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Arial;}}\\f0 " + s.long().replace("\n\n", "\\par\n") + "\\par}", 0, ("form not known",)),
    Kind("Word document whose story stands in a control", "a.docx", in_control, 1),
    Kind("Word document with tags of an old Office around names", "a.docx", tagged, 1),
    Kind("Word document with each letter in a run of its own", "a.docx", letters, 1),
    Kind("Word document with a broken foot of its pages", "a.docx", broken_footer, 1),
    Kind("Word document whose story is damaged on disk", "a.docx", lambda s: spoil(word_with_parts(word_paragraphs(s)), "word/document.xml"), 0, ("damaged zip member",)),
    Kind("Word template", "a.dotx", lambda s: word_with_parts(word_paragraphs(s), kind="template"), 1),
    Kind("Word document with breaks in place of paragraphs", "a.docx", word_breaks, 1),
    Kind("workbook named as a Word document", "export.docx", lambda s: book(s), 3),
    Kind("Word document with backslashes in the names of its parts", "a.docx", lambda s: backslashed(word_story(s)), 1),
    Kind("Word document with damaged remarks", "a.docx", lambda s: remade(word_story(s), more=(("word/comments.xml", b'<?xml version="1.0"?><w:comments><w:comment w:id="1"><w:p>cut'),)), 1),
    Kind("text of OpenDocument with a password", "a.odt", lambda s: odf("text", s, encrypted=True), 0, FORM_NOT_KNOWN),
    Kind("text of OpenDocument named as a Word document", "a.docx", lambda s: odf("text", s), 0, FORM_NOT_KNOWN),
    Kind("Word document with a moved paragraph", "a.docx", moved, 1),
    Kind("old Word document named as a new one", "a.docx", lambda s: old_word(), 0, ("form not known",)),
    Kind("Word document sent as text", "a.docx", lambda s: as_text(docx(*(para(p) for p in (f"Rain in {s.mark}", *(t for n in range(1, 9) for t in s.long(n).split("\n\n")), "".join(chr(0x4E00 + k * 37) for k in range(500)))))), 0, ("damaged zip",)),
]  # fmt: skip
