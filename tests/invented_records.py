"""An invented story as a record and as a page."""

from analysis.readers import read

STORY = "Rain fell on the town on Monday, and the council, which had met to talk about drought, went home early."


RECORD = {
    "source": "The Ledger",
    "title": "Rain",
    "date": "2026-03-03",
    "authors": "Ana Roe",
    "content_original": STORY,
    "url": "https://l.example/1",
}


PAGE = f"""<!DOCTYPE html><html><head><title>Rain at last | The Ledger</title>
<meta property="og:site_name" content="The Ledger"><meta property="og:title" content="Rain &amp; wind">
<link rel="canonical" href="https://l.example/rain">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "WebPage", "name": "x"}}, {{"@type": "NewsArticle",
"headline": "Rain at last", "datePublished": "2026-03-03T06:12:00-05:00", "author": [{{"@type": "Person", "name": "Ana Roe"}}, {{"name": "Tom Vale"}}],
"articleSection": ["Weather"], "publisher": {{"name": "The Marlow Ledger"}}}}]}}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Rain at last</h1>
<figure><img src="r.jpg"><figcaption>Rain in Marlow . <span>Jo Vale/The Ledger</span></figcaption></figure>
<p>{STORY}</p><p>{STORY.replace("Monday", "Tuesday")}</p><h2>What the council said</h2><p>{STORY.replace("Monday", "Friday")}</p>
<p>{STORY.replace("town", "county")}</p></article><aside><figcaption>Another story</figcaption></aside><footer>© 2026</footer></body></html>"""


def one(content: str | bytes, name: str = "a.txt") -> dict:
    found = list(read(content.encode() if isinstance(content, str) else content, name))
    assert len(found) == 1
    return found[0]
