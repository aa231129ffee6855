"""Make pages, feeds and messages."""

import base64

from bad_inputs.kinds import Stories
from bad_inputs.make_texts import paragraphs


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def rss_of(items: str, *, head: str = "") -> str:
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>The Marlow Ledger</title>{items}</channel></rss>'


def short_item(s: Stories, n: int, *, body: str = "", more: str = "") -> str:
    return f"<item><title>Rain {n}</title><description>{body or s.long(n)}</description>{more}</item>"


COOKIES = (
    "<!DOCTYPE html><html><head><title>We value your privacy</title></head><body><h1>We value your privacy</h1>"
    "<p>We and our partners use cookies to store and read information on your device.</p>"
    "<button>Accept all</button><button>Reject all</button></body></html>"
)


def between(s, thing, n=1):
    """Return a page with a thing behind each paragraph of its story."""
    return s.page(n=n).replace("</p>", "</p>" + thing)


def picture(n, data, bound="----rain--1"):
    return f"--{bound}\nContent-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: http://l.example/{n}.png\n\n{data}\n\n"


PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(range(200))).decode()


def paragraphs_on_lines(s, n=1):
    return "".join(f"<p>{part}</p>\n" for part in s.long(n).split("\n\n"))


def notice(title, *lines, headline=None):
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head><body><h1>{headline or title}</h1>"
        + "".join(f"<p>{x}</p>" for x in lines)
        + "</body></html>"
    )


# ---------------------------------------------------------------- feeds
def rss_with(s, extra, *, body=None, names="", count=3):
    """Return a feed whose entries have what `extra` gives for each number."""
    items = "".join(
        f"<item><title>Rain {n} in {s.mark}</title>{extra(n)}<content:encoded><![CDATA[{body(n) if body else paragraphs(s, n)}]]></content:encoded></item>"
        for n in range(1, count + 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"{names}><channel><title>The Ledger</title><link>https://l.example/</link>{items}</channel></rss>'
    )
