"""The captions of a saved page's pictures and their credits, from its <figure> elements and class names."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from analysis.articles.caption_lines import Caption

# Class names, which say what an element is.
_CAPTION = re.compile(r"(?:^|[\s_-])\w{0,40}caption(?:s|[-_]*(?:text|full|body))?(?=$|[\s_-])|[a-z]Caption\b", re.I)
_NO_CAPTION = re.compile(
    r"\bads?[-_]|adcaption|pfad|closed|necessary|(?:has|with)-caption(?!_)|wp-caption(?!-text)"
    r"|headline|truncated|remote|link\b",
    re.I,
)
_CREDIT = re.compile(r"credit|copyright|attribution|photographer|source\b", re.I)
_UNSEEN = re.compile(r"truncated|remote|more-caption|off-screen|sr-only|visually-hidden", re.I)
_ELSEWHERE = re.compile(  # beside the story: pictures of other stories, of authors and of what is sold
    r"related|promo|teaser|\bcard|sidebar|side-bar|selection-article|recommend|footer|popular|trending"
    r"|more-(?:stories|news|from)|newsletter|breaking|author-(?:card|box|bio)|most-",
    re.I,
)

# Words of captions.
_LABEL = re.compile(
    r"^(?i:image caption|media ?caption|(?:image )?\d+ ?(?:of|/) ?\d+"
    r"|(?:image|caption|above|below|pictured|photo)\s*:)\s*(?=[A-Z0-9‘“\"']|$)"
)
_CREDIT_BEHIND = re.compile(
    r"(?<!\s)\s*(?:\(\s*)?(?P<credit>"
    r"(?:(?:photo(?:graph)?|image|picture|video)s?\s*(?:by\b|credit\b|courtesy\b|:)"
    r"|credits?\s*(?:[:.…]+|by\b)|©\s*(?!\d)|courtesy (?:of|photo)|submitted photo"
    r"|\((?=(?:AP|AFP|Reuters|Getty Images|EPA)\)))"
    r"[^()]{0,80}?(?:\([^()]*\)[^()]{0,30})?)(?:\)(?-i:\s[A-Z]\w+){0,2})?[\s.]*$",
    re.I,
)
_CREDIT_LABEL = re.compile(
    r"^(?:(?:photo(?:graph)?|image|picture)s?\s*(?:credit)?|credits?)\s*(?:[:.…]+|by\b)\s*|^©\s*", re.I
)
_MORE = re.compile(r" ?\.\.\. ?\[\+\](?= )| ?\[\+\]$")  # the button that shows the rest of a caption
_DATED = re.compile(r"(?<!\s)\s*\((?:Published|Posted|Aired) [^()]*\d{4}\)$")
_PITCH = re.compile(r"\b(?:subscribe|subscription|sign up|newsletter|follow us|media playback is unsupported)\b", re.I)
_LONGEST = 1200  # characters: a longer text is no caption


def captions(tree: HtmlElement) -> list[str]:
    """Return the captions of a page's pictures, in order, each once, without their credits.

    >>> from lxml.html import document_fromstring
    >>> captions(document_fromstring("<figure><figcaption>Rain. <i class='credit'>Jo Roe</i></figcaption></figure>"))
    ['Rain.']
    """
    return list(dict.fromkeys(caption.text for caption in find_captions(tree) if caption.text))


def find_captions(tree: HtmlElement) -> list[Caption]:
    """Return the captions and credits of the story's pictures, not those of menus, side columns and other stories."""
    found: list[Caption] = []
    inside: set[HtmlElement] = set()
    for element in tree.xpath(
        "//figcaption|//*[contains(@class,'aption') and not(self::script or self::li or self::a)]"
    ):
        if element in inside or not _is_caption(element) or _is_elsewhere(element):
            continue
        inside.update(element.iterdescendants())
        words, credit = _parts(element)
        if len(words) < _LONGEST and not _PITCH.search(words):
            found.append(Caption(words, credit))
    return found


def _is_caption(element: HtmlElement) -> bool:
    names = element.get("class") or ""
    return not _NO_CAPTION.search(names) and (
        element.tag == "figcaption"
        or (bool(_CAPTION.search(names)) and not element.xpath(".//figcaption|.//h2|.//h3|.//h4|.//p[3]"))
    )


def _is_elsewhere(element: HtmlElement) -> bool:
    for around in element.iterancestors():
        if around.tag in {"nav", "aside", "footer"} or (
            around.tag != "body" and around.tag != "html" and _ELSEWHERE.search(around.get("class") or "")
        ):
            return True
    return False


def _parts(element: HtmlElement) -> tuple[str, str]:
    """Return the words of a caption and its credit: of an element marked as one, else what stands behind it as one."""
    classes = {e: e.get("class") or "" for e in element.iterdescendants("*")}
    marked = [e for e, names in classes.items() if _CREDIT.search(names)]
    without = {*marked, *(e for e, names in classes.items() if _UNSEEN.search(names))}
    words = _DATED.sub("", _LABEL.sub("", _MORE.sub("", _tidy("".join(_pieces(element, without))))))
    credit = _tidy(" ".join("".join(e.itertext()) for e in marked[:1])).strip("() ")
    behind = _CREDIT_BEHIND.search(words)
    if behind:
        words, credit = words[: behind.start()], credit or behind["credit"].strip(" (")
    return words.strip(" (|"), _CREDIT_LABEL.sub("", credit).strip(" .…")


def _pieces(element: HtmlElement, without: set[HtmlElement]) -> Iterator[str]:
    """Yield the texts within an element, but for the elements `without`; a block's are set apart by a blank."""
    yield element.text or ""
    for child in element:
        if child not in without and isinstance(child.tag, str):
            yield from _pieces(child, without)
        yield (" " if child.tag in {"br", "p", "div", "span", "button"} and child.tail is None else "") + (
            child.tail or ""
        )


def _tidy(words: str) -> str:
    return re.sub(r"\s+([,.;:)])", r"\1", " ".join(words.split()))
