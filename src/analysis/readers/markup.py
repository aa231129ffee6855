"""Know markup that is no article: XML of other kinds, e-mail, pages saved in one file as MHTML. It is never prose."""

import email
import email.policy
import re
from collections.abc import Iterator

from analysis.readers.decode import Unreadable, decode
from analysis.readers.page import saved_page
from analysis.readers.raw_record import RawRecord

_XML = re.compile(r"\A\s*<(?:\?xml|!DOCTYPE|!\[CDATA\[|!--|/?[A-Za-z][\w:.-]*(?:\s[^<>]{0,2000})?/?>)")
_TAG = re.compile(r"</?[A-Za-z][\w:.-]*(?:\s[^<>]{0,500})?/?>")
_PAGE = re.compile(r"<(?:!doctype html|html|body)\b", re.I)
_PAGE_END = re.compile(r"</(?:body|html)\s{0,9}>\s*\Z", re.I)
_HEADER = re.compile(r"\A[A-Za-z][\w-]*: .*\n")  # of an e-mail or a saved page
_MULTIPART = re.compile(r"^Content-Type:\s*multipart/", re.I | re.M)
# Of a page in one part: its type, and that a browser saved it.
_PAGE_TYPE = re.compile(r"^Content-Type:\s*text/html\b", re.I | re.M)
_SAVED = re.compile(r"^(?:From: *[<\"]Saved by [^<>@\"\n]{1,99}[>\"] *$|Snapshot-Content-Location: *\S)", re.I | re.M)
_MAIL = re.compile(  # the fields of an e-mail's header
    r"^(From|To|Cc|Subject|Date|Sent|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Content-Type|"
    r"Von|Gesendet|An|Betreff|De|Envoyé|À|Objet|Enviado(?: el)?|Para|Asunto|Da|Inviato|A|Oggetto|Van|Verzonden|Aan|"
    r"Onderwerp|Assunto) ?:[ \t]?\S",
    re.I | re.M,
)
_BOX = re.compile(r"From [^\s@]{1,99}@\S{1,254} .*\d{4}\n")  # above each message in a box of e-mails
_SENT = re.compile(r"^(?:Received|Return-Path|Delivered-To|Message-ID|List-Unsubscribe|DKIM-Signature):", re.I | re.M)
_SIZE = re.compile(r"\A\d{1,12}[ \t]*\n(?=[A-Za-z])")  # of the message, which Mail of macOS writes above it
_FEWEST = 3  # fields of a header: a text may begin with one, too
_FIRST = 5000  # characters in which tags must stand
_MANY = 3  # tags that prose does not have


def is_markup(text: str, name: str) -> bool:
    """Return whether `text` begins as markup, or as a page saved with its header, and is no page that `html` reads."""
    return bool(_kind(text))


def _kind(text: str) -> str:
    """Return what markup a text is: a page behind a header, an e-mail, XML, a page below other words; "" for none."""
    first = text[:_FIRST]
    if _HEADER.match(first.lstrip()) and not _SENT.search(first):
        head = first.lstrip().partition("\n\n")[0]
        if _MULTIPART.search(first) or (_PAGE_TYPE.search(head) and _SAVED.search(head)):
            return "saved"
    if _is_mail(first):
        return "mail"
    if _XML.match(first) and (len(_TAG.findall(first)) >= _MANY or first.lstrip().startswith("<?xml")):
        return "xml"
    is_page = _PAGE.search(first) and len(_TAG.findall(first)) > _MANY
    return "page" if is_page or _is_rest_of_page(text) else ""


def _is_rest_of_page(text: str) -> bool:
    """Return whether a text ends as a page does, without its beginning."""
    return bool(_PAGE_END.search(text[-_FIRST:])) and len(_TAG.findall(text[-_FIRST:])) > _MANY


def _is_mail(first: str) -> bool:
    """Return whether all lines above the first blank one are fields, or go on with one, as in an e-mail."""
    head = _BOX.sub("", _SIZE.sub("", first.lstrip()), count=1).partition("\n\n")[0]
    fields = [line for line in head.split("\n") if not line.startswith((" ", "\t"))]
    known = len({name.lower() for name in _MAIL.findall(head)}) + bool(_BOX.match(first.lstrip()))
    return known >= _FEWEST and all(re.match(r"[^\W\d_][\w -]{0,40}:", line) for line in fields)


def read(text: str, name: str) -> Iterator[RawRecord]:
    """Yield the raw article of a page behind a header, of MHTML the one in its first HTML part.

    Raises Unreadable for markup of another kind.
    """
    kind = _kind(text)
    if kind == "saved":
        message = email.message_from_bytes(text.encode("utf-8", "replace"), policy=email.policy.default)
        part = message.get_body(("html",)) if message.is_multipart() else None
        part = part or next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        if part is None:
            raise Unreadable("form not known", "a saved message without a page; save the page as HTML")
        content = part.get_payload(decode=True)
        yield from saved_page.read(decode(content if isinstance(content, bytes) else b"")[0], name)
    elif kind == "mail":
        raise Unreadable("form not known", "an e-mail; save its text or its page as a file")
    elif kind == "xml":
        begin = " ".join(text[:100].split())
        raise Unreadable("form not known", f"markup that is no page and no feed: {begin}")
    else:
        start = found.start() if (found := _PAGE.search(text[:_FIRST])) else len(text)
        above = text[:start]
        rest = f"<html><body>{above[above.find('<') :]}" if _is_rest_of_page(above) else ""
        yield from saved_page.read(rest + text[start:], name)
