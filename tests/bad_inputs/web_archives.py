"""Kinds of bad input: web archives: WARC and ARC."""

import gzip
import json
import random
import zlib

import brotli
from invented_exports import OK, warc_record

from bad_inputs.kinds import Kind, Stories
from bad_inputs.make_packs import answer, noise, story_page, zipped
from bad_inputs.make_pages import COOKIES, notice
from bad_inputs.make_texts import packed, tongue
from bad_inputs.reasons import FORM_NOT_KNOWN, NOT_TEXT


def warc(s: Stories, n: int, *, http: str = OK, body: bytes = b"") -> bytes:
    return warc_record("response", body or s.page(n=n).encode(), http=http, url=f"https://l.example/{n}")


def damaged(data: bytes) -> bytes:
    return data[:40] + b"\xff" * 8 + data[48:]


def arc(s: Stories, *, length: int = 0, numbers: tuple = (1, 2), kind: str = "text/html") -> bytes:
    head = b"filedesc://a.arc 0.0.0.0 20260303061200 text/plain 76\n1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n\n"
    found = head
    for n in numbers:
        page = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + s.page(n=n).encode()
        found += f"http://l.example/{n} 192.0.2.1 20260303061200 {kind} {length or len(page)}\n".encode() + page + b"\n"
    return found


def response(s: Stories, *, http: str = OK, kind: str = "response", body: bytes | None = None) -> bytes:
    return warc_record(kind, s.page().encode() if body is None else body, http=http)


def chunked(data: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (data[:500], data[500:])) + b"0\r\n\r\n"


def html_record(
    s: Stories, payload: bytes, *, headers: str = "", status: str = "200 OK", kind: str = "response", n: int = 1
) -> bytes:
    """Return a record of a web archive with a page; `kind` is the type of the record."""
    block = (f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n").encode() + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{n}>\r\n"
        f"WARC-Date: 2026-03-01T00:00:00Z\r\nWARC-Target-URI: https://{s.mark.lower()}.example/{n}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def one_chunk(payload: bytes) -> bytes:
    return f"{len(payload):x}\r\n".encode() + payload + b"\r\n0\r\n\r\n"


DAMAGED_RECORD = ("damaged record",)


# Web archives

STATUS_OK = "HTTP/1.1 200 OK\r\n"


def dated_response(n, body):
    """Return a response of March n."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://ledger.example/{n}\r\nWARC-Date: 2026-03-0{n}T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000{n}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        ).encode()
        + http
        + b"\r\n\r\n"
    )


def record(kind_, target, payload, content):
    head = f"WARC/1.0\r\nWARC-Type: {kind_}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{abs(hash(target)) % 10**12:012d}>\r\nWARC-Date: 2026-03-04T10:00:00Z\r\nWARC-Target-URI: {target}\r\nContent-Type: {content}\r\nContent-Length: {len(payload)}\r\n\r\n"
    return head.encode() + payload + b"\r\n\r\n"


def rss_feed(s):
    items = "".join(f"<item><title>Rain {n} in {s.mark}</title><link>https://l.example/r{n}</link><pubDate>Mon, 0{n + 1} Mar 2026 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>{s.text(n)}</p>]]></content:encoded></item>" for n in (1, 2, 3))  # fmt: skip
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ledger</title><link>https://l.example/</link><description>News</description>{items}</channel></rss>'


BULGARIAN = "Дъждът валя цял ден на площада"
BULGARIAN_S = (
    "Съветът, който се беше събрал, за да говори за сушата, си тръгна рано и без гласуване, каза секретарката на град"
)


def record_of_type(kind, uri, body, date="2026-03-01T10:00:00Z", what="application/http; msgtype=response", n=1):
    """Return a record of any type with this block."""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: {date}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{n:012}>\r\nContent-Type: {what}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def http_answer(body, *headers, what="text/html; charset=utf-8"):
    return "\r\n".join(["HTTP/1.1 200 OK", f"Content-Type: {what}", *headers, "", ""]).encode() + (
        body if isinstance(body, bytes) else body.encode()
    )


def raw_deflate(data):
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    return press.compress(data) + press.flush()


# ---------------------------------------------------------------- web archives
def typed_response(s, payload, n=1, *, status="200 OK", kind="text/html; charset=utf-8", http="", url=None, more=""):
    """Return a response whose Content-Type is `kind`."""
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{http}\r\n".encode() + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:10000000-0000-0000-0000-00000000000{n}>\r\nWARC-Date: 2026-03-01T00:00:00Z\r\n{more}"
        f"WARC-Target-URI: {url or f'https://{s.mark.lower()}.example/{n}'}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def collection(s: Stories) -> bytes:
    """Return a web archive with its index, its list of pages and its description, as a ZIP."""
    pages = [
        warc_record("response", s.page(n=n).encode(), http=OK, url=f"https://l.example/{n}").strip() + b"\r\n\r\n"
        for n in (1, 2)
    ]
    index = "".join(
        f'example,l)/{n} 2026030306120{n} {{"url":"https://l.example/{n}","mime":"text/html","status":"200","digest":'
        f'"sha1:AB","length":"900","offset":"{n}00","filename":"data.warc.gz"}}\n'
        for n in (1, 2)
    )
    listed_pages = (
        '{"format":"json-pages-1.0","id":"pages","title":"All Pages"}\n'
        '{"id":"1","url":"https://l.example/1","title":"Rain","ts":"2026-03-03T06:12:00Z"}\n'
    )
    return zipped(
        ("archive/data.warc.gz", gzip.compress(b"".join(pages))),
        ("indexes/index.cdx", index),
        ("pages/pages.jsonl", listed_pages),
        ("datapackage.json", json.dumps({"profile": "data-package", "resources": [{"name": "data.warc.gz"}]})),
    )


def members(s: Stories) -> bytes:
    """Return three gzip members, the second damaged."""
    each = [gzip.compress(html_record(s, s.page(n=n).encode(), n=n), mtime=0) for n in (1, 2, 3)]
    each[1] = each[1][:60] + bytes(8) + each[1][68:]
    return b"".join(each)


def response_from(body: bytes, *, kind: str = "text/html; charset=utf-8", uri: str = "https://l.example/rain") -> bytes:
    """Return a response from an address."""
    http = f"{STATUS_OK}Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nWARC-Target-URI: {uri}\r\n"
        f"WARC-Date: 2026-03-01T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def numbered_response(page, n):
    """Return a response with a page under a numbered address."""
    body = page.encode()
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    return record("response", f"https://l.example/rain-{n}", http + body, "application/http; msgtype=response")


def pages(s: Stories, n: int, http: str = OK) -> bytes:
    return warc_record("response", story_page(s, n).encode(), http=http, url=f"https://l.example/{s.mark}/{n}")


def response_of(s, body, n=1, **how):
    """Return a response with this block, HTTP headers and all."""
    return record_of_type("response", f"http://l.example/{s.mark.lower()}/{n}", body, n=n, **how)


def arc_of_two_pages(s):
    first = b"1 0 Rain\nURL IP-address Archive-date Content-type Archive-length\n"
    out = b"filedesc://rain.arc 0.0.0.0 20260301100000 text/plain %d\n%s\n" % (len(first), first)
    for n in (1, 2):
        body = http_answer(s.page(n=n))
        out += b"http://l.example/%s/%d 192.0.2.1 20260301100000 text/html %d\n%s\n" % (
            s.mark.lower().encode(),
            n,
            len(body),
            body,
        )
    return out


def xhtml(s):
    page = s.page().replace(
        "<!DOCTYPE html><html>",
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">',
    )
    return typed_response(s, page.encode(), kind="application/xhtml+xml; charset=utf-8")


def x_gzip(s):
    data = gzip.compress(s.page().encode(), mtime=0)
    half = len(data) // 2
    parts = b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in (data[:half], data[half:])) + b"0\r\n\r\n"
    return typed_response(s, parts, http="Content-Encoding: x-gzip\r\nTransfer-Encoding: chunked\r\n")


def refused(s):
    denied = notice("403 Forbidden", "You have no permission to see this page.").encode()
    return (
        typed_response(s, s.page(n=1).encode(), 1)
        + typed_response(s, denied, 2, status="403 Forbidden")
        + typed_response(s, s.page(n=3).encode(), 3)
    )


def robots(s):
    rules = (
        b"User-agent: *\nDisallow: /search\nDisallow: /login\nCrawl-delay: 10\nSitemap: https://l.example/sitemap.xml\n"
    )
    return typed_response(
        s, rules, 1, kind="text/plain", url=f"https://{s.mark.lower()}.example/robots.txt"
    ) + typed_response(s, s.page(n=2).encode(), 2)


def web_archive(s):
    log_in = notice("Log in", "Log in to go on reading.", "E-mail address", "Password", "Forgot your password?", "No account? Sign up.")  # fmt: skip
    return b"".join(gzip.compress(part, mtime=0) for part in (numbered_response(s.page(n=1), 1), numbered_response(log_in, 2), numbered_response(s.page(n=3), 3)))  # fmt: skip


def chunked_with_trailer(s):
    data = s.page().encode()
    parts = [data[at : at + 100] for at in range(0, len(data), 100)]
    body = (
        b"".join(b"%x;rain=%d\r\n%s\r\n" % (len(p), k, p) for k, p in enumerate(parts))
        + b"0\r\nX-Sum: 1\r\nX-Rain: yes\r\n\r\n"
    )
    return response_of(s, http_answer(body, "Transfer-Encoding: chunked", "Trailer: X-Sum"))


def crawl(s):
    return b"".join(gzip.compress(answer(f"https://l.example/{n}", s.page(n=n)), mtime=0) for n in range(1, 26))


def http10(s):
    body = b"HTTP/1.0 200 OK\r\nServer: old\r\nContent-Type: text/html\r\n\r\n" + s.page().encode()
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://l.example/rain\r\nWARC-Date: 2026-03-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000007>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        + body
        + b"\r\n\r\n"
    )


KINDS = [
    Kind("WARC", "a.warc", lambda s: warc(s, 1) + warc(s, 2), 2),
    Kind("WARC packed", "a.warc.gz", lambda s: gzip.compress(warc(s, 1)) + gzip.compress(warc(s, 2)), 2),
    Kind("WARC packed as one", "a.warc.gz", lambda s: gzip.compress(warc(s, 1) + warc(s, 2)), 2),
    Kind("WARC cut off", "a.warc", lambda s: warc(s, 1) + warc(s, 2)[:-400], 1, ("damaged record",)),
    Kind("WARC packed and cut off", "a.warc.gz", lambda s: gzip.compress(warc(s, 1)) + gzip.compress(warc(s, 2))[:-60], 1, ("damaged record",)),
    Kind("WARC with a damaged member", "a.warc.gz", lambda s: gzip.compress(warc(s, 1)) + damaged(gzip.compress(warc(s, 2))) + gzip.compress(warc(s, 3)), 2, ("damaged record",)),
    Kind("page that was not found", "a.warc", lambda s: warc(s, 1) + warc(s, 2, http="HTTP/1.1 404 Not Found\nContent-Type: text/html"), 1, ("not a page",)),
    Kind("picture in a WARC", "a.warc", lambda s: warc(s, 1) + warc(s, 2, http="HTTP/1.1 200 OK\nContent-Type: image/png", body=b"\x89PNG"), 1, ("not a page",)),
    Kind("response without a header", "a.warc", lambda s: warc(s, 1) + warc(s, 2, http=""), 1, ("not a page",)),
    Kind("page in a compression that it is not", "a.warc", lambda s: warc(s, 1) + warc(s, 2, http=f"{OK}\nContent-Encoding: gzip"), 2),
    Kind("page in an encoding that is not there", "a.warc", lambda s: warc(s, 1, http=f"{OK}; charset=x-none") + warc(s, 2), 2),
    Kind("page without a body in a WARC", "a.warc", lambda s: warc(s, 1) + warc(s, 2, body=b"<html><body></body></html>"), 1, ("no body found",)),
    Kind("WARC without a page", "a.warc", lambda s: warc_record("warcinfo", b"software: none"), 0, ("no record",)),
    Kind("first line of a WARC alone", "a.warc", lambda s: b"WARC/1.0\r\n", 0, ("damaged record",)),
    Kind("ARC", "a.arc", lambda s: arc(s), 2),
    Kind("ARC packed", "a.arc.gz", lambda s: gzip.compress(arc(s)), 2),
    Kind("wrong lengths in an ARC", "a.arc", lambda s: arc(s, length=7), 2),
    Kind("ARC without a page", "a.arc", lambda s: arc(s, numbers=()), 0, ("no record",)),
    Kind("first line of an ARC alone", "a.arc", lambda s: b"filedesc://a.arc 0.0.0.0", 0, ("damaged record",)),
    Kind("pictures in an ARC", "a.arc", lambda s: arc(s, kind="image/gif"), 0, ("not a page",)),
    Kind("ARC cut off in a header", "a.arc", lambda s: arc(s)[: arc(s).index(b"http://l.example/2") + 30], 1),
    Kind("web archive of a browser", "a.webarchive", lambda s: b"bplist00\xd1\x01\x02" + bytes(range(32)) * 9, 0, NOT_TEXT),
    Kind("WARC in a ZIP", "a.zip", lambda s: zipped(("a.warc", response(s))), 1),
    Kind("page in parts in a WARC", "a.warc", lambda s: response(s, http=f"{OK}\nTransfer-Encoding: chunked", body=chunked(s.page().encode())), 1),
    Kind("WARC 1.1", "a.warc", lambda s: response(s).replace(b"WARC/1.0", b"WARC/1.1"), 1),
    Kind("WARC of requests", "a.warc", lambda s: warc_record("request", b"", http="GET / HTTP/1.1"), 0, ("not a page",)),
    Kind("page seen before in a WARC", "a.warc", lambda s: response(s) + warc_record("revisit", b"", http=OK), 1, ("not a page",)),
    Kind("page that has moved", "a.warc", lambda s: response(s) + response(s, http="HTTP/1.1 301 Moved\nLocation: /x\nContent-Type: text/html", body=b"Moved"), 1, ("not a page",)),
    Kind("same page twice in a WARC", "a.warc", lambda s: response(s) * 2, 1, repeats=1),
    Kind("negative length in a WARC", "a.warc", lambda s: response(s) + response(s).replace(b"Content-Length: ", b"Content-Length: -", 1), 1, ("damaged record",)),
    Kind("index of a web archive", "a.cdxj", lambda s: "".join(f'example,l)/{n} 20260303061200 {{"url":"https://l.example/{n}","mime":"text/html","status":"200","digest":"AB","length":"900","offset":"0","filename":"d.warc.gz"}}\n' for n in range(9)), 0, FORM_NOT_KNOWN),
    Kind("web archive collection", "a.wacz", collection, 2, ("form not known", "no text", "no text", "no text")),
    Kind("length without end in a WARC", "a.warc", lambda s: warc_record("response", s.page().encode(), http=OK) + warc_record("response", s.page(n=2).encode(), http=OK).replace(b"Content-Length: ", b"Content-Length: 99999999999999", 1), 1, ("damaged record",)),
    Kind("page itself as a record of a WARC", "a.warc", lambda s: warc_record("resource", s.page().encode()).replace(b"application/warc-fields", b"text/html"), 1),
    Kind("chunks of a wrong size in a WARC", "a.warc", lambda s: warc_record("response", b"FFFFFF\r\n" + s.page().encode() + b"\r\n0\r\n\r\n", http=f"{OK}\nTransfer-Encoding: chunked"), 1),
    Kind("page of no bytes in a WARC", "a.warc", lambda s: warc_record("response", b"", http=OK), 0, ("not a page",)),
    Kind("page in brotli that is none in a WARC", "a.warc", lambda s: warc_record("response", b"\x8b\x02\x80" + random.Random(7).randbytes(300), http=f"{OK}\nContent-Encoding: br"), 0, NOT_TEXT),
    Kind("header line of 5 MB in a WARC", "a.warc", lambda s: warc_record("response", s.page().encode(), http=f"{OK}\nX-A: {'a' * 5_000_000}"), 0, ("damaged record",)),
    Kind(
        "WARC: a chunked answer",
        "a.warc",
        lambda s: html_record(s, one_chunk(s.page().encode()), headers="Transfer-Encoding: chunked\r\n"),
        1,
    ),
    Kind(
        "WARC: chunked, says so, is not",
        "a.warc",
        lambda s: html_record(s, s.page().encode(), headers="Transfer-Encoding: chunked\r\n"),
        1,
    ),
    Kind(
        "WARC: brotli",
        "a.warc",
        lambda s: html_record(s, brotli.compress(s.page().encode()), headers="Content-Encoding: br\r\n"),
        1,
    ),
    Kind(
        "WARC: gzip answer",
        "a.warc",
        lambda s: html_record(s, gzip.compress(s.page().encode(), mtime=0), headers="Content-Encoding: gzip\r\n"),
        1,
    ),
    Kind(
        "WARC: deflate answer without a head",
        "a.warc",
        lambda s: html_record(s, zlib.compress(s.page().encode())[2:-4], headers="Content-Encoding: deflate\r\n"),
        1,
    ),
    Kind(
        "WARC: gzip answer, says so, is not",
        "a.warc",
        lambda s: html_record(s, s.page().encode(), headers="Content-Encoding: gzip\r\n"),
        1,
    ),
    Kind(
        "WARC: an unknown encoding",
        "a.warc",
        lambda s: html_record(s, s.page().encode()[::-1], headers="Content-Encoding: zstd\r\n"),
        0,
        ("damaged record",),
    ),
    Kind(
        "WARC: a page seen before",
        "a.warc",
        lambda s: html_record(s, s.page().encode()) + html_record(s, b"", kind="revisit", n=2),
        1,
        ("not a page",),
    ),
    Kind(
        "WARC: a move",
        "a.warc",
        lambda s: (
            html_record(s, b"", status="301 Moved Permanently", headers="Location: /2\r\n") + html_record(s, s.page().encode(), n=2)
        ),
        1,
        ("not a page",),
    ),
    Kind(
        "WARC: not found",
        "a.warc",
        lambda s: (
            html_record(s, s.page().encode(), n=1)
            + html_record(s, b"<html><body><h1>Not found</h1></body></html>", status="404 Not Found", n=2)
        ),
        1,
        ("not a page",),
    ),
    Kind("WARC: a member that is damaged", "a.warc.gz", members, 2, ("damaged record",)),
    Kind(
        "WARC: breaks off",
        "a.warc",
        lambda s: html_record(s, s.page().encode()) + html_record(s, s.page(n=2).encode(), n=2)[:-400],
        1,
        ("damaged record",),
    ),
    Kind(
        "WARC: bare line ends",
        "a.warc",
        lambda s: html_record(s, s.page().encode()).replace(b"\r\n", b"\n"),
        0,
        ("damaged record",),
    ),
    Kind(
        "WARC: a page of errors with status 200",
        "a.warc",
        lambda s: html_record(s, b"<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>"),
        0,
        ("not an article",),
    ),
    Kind("WARC: the same page twice", "a.warc", lambda s: html_record(s, s.page().encode()) * 2, 1, repeats=1),
    Kind("WARC: no line behind the last record", "a.warc", lambda s: html_record(s, s.page().encode()).rstrip(b"\r\n"), 1),
    Kind("web archive in zstd", "a.warc.zst", lambda s: noise(b"\x28\xb5\x2f\xfd"), 0, FORM_NOT_KNOWN),
    Kind("text of a web archive", "a.warc.wet", lambda s: f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://l.example/1\r\nWARC-Date: 2026-03-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: text/plain\r\nContent-Length: {len(s.long())}\r\n\r\n{s.long()}\r\n\r\n", 0, ("not a page",)),
    Kind("PDF in a web archive", "a.warc", lambda s: html_record(s, b"%PDF-1.7\n" + bytes(99)).replace(b"text/html; charset=utf-8", b"application/pdf;         "), 0, ("not a page",)),
    Kind("packed page named as a web archive", "a.warc.gz", lambda s: gzip.compress(s.page().encode(), mtime=0), 1),
    Kind("web archive of the first version", "a.warc", lambda s: html_record(s, s.page().encode()).replace(b"WARC/1.0", b"WARC/0.18"), 1),
    Kind("names of headers in small letters in a web archive", "a.warc", lambda s: (lambda head, rest: head.replace(b"WARC-Type", b"warc-type").replace(b"Content-Length", b"content-length").replace(b"WARC-Target-URI", b"warc-target-uri") + b"\r\n\r\n" + rest)(*html_record(s, s.page().encode()).split(b"\r\n\r\n", 1)), 1),
    Kind("answer of HTTP/2 in a web archive", "a.warc", lambda s: html_record(s, s.page().encode()).replace(b"HTTP/1.1 200 OK", b"HTTP/2 200     "), 1),
    Kind("two forms of one address in a web archive", "a.warc", lambda s: html_record(s, s.page(n=1).encode()) + html_record(s, s.page(n=2).encode()), 2),
    Kind("noise behind a web archive", "a.warc", lambda s: html_record(s, s.page().encode()) + noise(b"\xfe", 3), 1, DAMAGED_RECORD),
    Kind("record without a length in a web archive", "a.warc", lambda s: html_record(s, s.page(n=1).encode(), n=1) + html_record(s, s.page(n=2).encode(), n=2).replace(b"Content-Length", b"X-Length"), 1, DAMAGED_RECORD),
    Kind("answer in JSON in a web archive", "a.warc", lambda s: html_record(s, s.page().encode()) + html_record(s, b'{"a": 1}', n=2).replace(b"text/html; charset=utf-8", b"application/json        "), 1, ("not a page",)),
    Kind("page packed in chunks in a web archive", "a.warc", lambda s: html_record(s, one_chunk(gzip.compress(s.page().encode())), headers="Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"), 1),
    Kind("page cut in gzip in a web archive", "a.warc", lambda s: html_record(s, s.page(n=2).encode(), n=2) + html_record(s, gzip.compress(s.page().encode())[:60], headers="Content-Encoding: gzip\r\n"), 1, ("no body found",)),
    Kind("noise behind a packed web archive", "a.warc.gz", lambda s: gzip.compress(html_record(s, s.page().encode())) + noise(b"\xfe", 5), 1, ("damaged record",)),
    Kind("answer without a reason in a web archive", "a.warc", lambda s: html_record(s, s.page().encode(), status="200"), 1),
    Kind("page cut by the crawler", "a.warc", lambda s: html_record(s, s.page().encode()).replace(b"WARC-Type", b"WARC-Truncated: length\r\nWARC-Type", 1), 1),
    Kind("page nested too deep between others in a web archive", "a.warc", lambda s: html_record(s, s.page(n=1).encode(), n=1) + html_record(s, ("<html><body>" + "<div>" * 5000 + s.text(2)).encode(), n=2) + html_record(s, s.page(n=3).encode(), n=3), 2, ("over the limit: depth",)),
    Kind("ten pages that moved and one that did not", "a.warc", lambda s: html_record(s, s.page().encode()) + b"".join(html_record(s, b"", status="301 Moved Permanently", headers="Location: /b\r\n", n=n) for n in range(2, 10)), 1, ("not a page",)),
    Kind("address of a web archive between angle brackets", "a.warc", lambda s: response_from(s.page().encode(), uri="<https://l.example/rain>"), 1, fields={"url": "https://l.example/rain"}),
    Kind("page in UTF-16 whose answer says so in a web archive", "a.warc", lambda s: response_from(s.page().encode("utf-16-le"), kind="text/html; charset=utf-16le"), 1),
    Kind("headline that begins with the name of a web archive", "a.txt", lambda s: f"WARC/1.0 is old news in {s.mark}\n\nBy Ana Roe\n\nMarch 1, 2026\n\n{s.long()}\n", 1),
    Kind("question about cookies between two pages in a web archive", "a.warc", lambda s: dated_response(1, s.page(n=1).encode()) + dated_response(2, COOKIES.encode()) + dated_response(3, s.page(n=3).encode()), 2, ("not an article",)),
    Kind("page to log in between two pages in a packed web archive", "a.warc.gz", web_archive, 2, ("not an article",)),
    Kind("web archive, feed and an empty text in a ZIP", "a.zip", lambda s: packed({"a.warc": numbered_response(s.page(n=4), 4), "b.xml": rss_feed(s), "c.txt": b""}), 4, ("empty file",)),
    Kind("one blank line between the records of a web archive", "a.warc", lambda s: b"".join(pages(s, n).removesuffix(b"\r\n") for n in (1, 2)), 2),
    Kind("answer that does not say its type in a web archive", "a.warc", lambda s: pages(s, 1, "HTTP/1.1 200 OK\nServer: x"), 1),
    Kind("Bulgarian page whose letters only the answer names", "a.warc", lambda s: response_of(s, http_answer(tongue(s, BULGARIAN, BULGARIAN_S, "").encode("cp1251"), what="text/html; charset=windows-1251")), 1, fields={"headline": BULGARIAN}),
    Kind("page packed by deflate in a web archive", "a.warc", lambda s: response_of(s, http_answer(zlib.compress(s.page().encode()), "Content-Encoding: deflate")), 1),
    Kind("chunks with remarks of their own and lines behind", "a.warc", chunked_with_trailer, 1),
    Kind("two web archives one behind the other", "a.warc", lambda s: b"".join(record_of_type("warcinfo", "", b"software: rain\r\n", what="application/warc-fields").replace(b"WARC-Target-URI: \r\n", b"") + response_of(s, http_answer(s.page(n=n)), n) for n in (1, 2)), 2),
    Kind("day of a record that is none in a web archive", "a.warc", lambda s: response_of(s, http_answer(s.page()), date="0000-00-00T99:99:99Z"), 1),
    Kind("ARC of two pages in a ZIP", "a.zip", lambda s: packed({"rain.arc": arc_of_two_pages(s)}), 2),
    Kind("web archive with line ends of Unix", "a.warc", lambda s: answer("https://ledger.example/rain", s.page(), end="\n"), 1),
    Kind("page packed by raw deflate in a web archive", "a.warc", lambda s: answer("https://ledger.example/rain", raw_deflate(s.page().encode()), more="Content-Encoding: deflate"), 1),
    Kind("web archive with headers that go on in a second line", "a.warc", lambda s: typed_response(s, s.page().encode(), more="WARC-Filename: rain\r\n of-march.warc\r\n"), 1),
    Kind("page of XHTML by its type in a web archive", "a.warc", xhtml, 1),
    Kind("page in two parts and packed as x-gzip in a web archive", "a.warc.gz", lambda s: gzip.compress(x_gzip(s), mtime=0), 1),
    Kind("page that was refused between two pages in a web archive", "a.warc", refused, 2, ("not a page",)),
    Kind("rules for robots above a page in a web archive", "a.warc", robots, 1, ("not a page",)),
    Kind("web archive whose address is a file of the system", "a.warc", lambda s: typed_response(s, s.page().encode(), url="file:///etc/passwd"), 1),
    Kind("type of a page in capitals in a web archive", "a.warc", lambda s: b"".join(warc_record("response", s.page(n=n).encode(), http='HTTP/1.1 200 OK\nCONTENT-TYPE: TEXT/HTML; CHARSET="UTF-8"', url=f"https://l.example/{n}") for n in (1, 2)), 2),
    Kind("web archive of 25 pages, each packed for itself", "a.warc.gz", crawl, 25),
    Kind("answer of HTTP/1.0 without a length in a web archive", "a.warc", http10, 1),
]  # fmt: skip
