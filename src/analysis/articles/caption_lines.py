"""The rule that decides that a line is a caption or a photo credit, and takes the two apart.

The words by which captions and credits are known are phrases in caption_lines.json.
"""

import re
from functools import cache
from typing import NamedTuple

from analysis.articles.phrases import one_of
from analysis.shipped import load_json, shipped_file

_LONGEST = 900  # characters: no caption with a credit behind it is longer
_LONGEST_CREDIT = 90
_TAIL = 150  # characters at the end of a line in which its credit must begin
_READ = 3000  # a line of more characters is not looked at
_BBC = re.compile(r"Image (?:copyright|source) ?,? ?(?P<credit>.+?)(?: ?Image caption ?,? ?(?P<text>.+))?$")
_NPR = re.compile(r"(?:Enlarge this image ?)?(?:toggle|hide) caption ?(?P<credit>.+?)(?: (?P=credit))?$")
_IMAGE = re.compile(r"Image\s.{3,500}?\s(?P<credit>Credit\s.{3,60})$")


_GALLERY = re.compile(r"(?:Hide|Show) Caption \d{1,3} of \d{1,3}\b")  # behind each caption of a gallery in one line
_FIRST_WORDS = ("Image ", "Enlarge ", "toggle ", "hide ")  # of the two layouts above
_CREDIT_SIGNS = ("/", "|", "hoto", "redit", "icture")  # a credit without brackets holds one of them


class Caption(NamedTuple):
    """A picture's caption ("" when there is only a credit) and who is credited ("" when nobody is)."""

    text: str
    credit: str


class _Layouts(NamedTuple):
    """The compiled forms in which captions and credits are printed."""

    whole_credit: re.Pattern[str]  # a line that is only a credit
    in_brackets: re.Pattern[str]  # a credit in brackets at the end of a caption
    behind: re.Pattern[str]  # a credit without brackets at the end of a caption
    opening: re.Pattern[str]  # how a caption without a credit begins
    label: re.Pattern[str]  # what stands before a caption and is no part of it
    credit_label: re.Pattern[str]  # the same before a credit


def split_caption(line: str) -> Caption | None:
    """Return the caption and the credit in `line`; None when it is neither a caption nor a credit.

    Known are a credit in brackets at the end, "Photograph: …", "toggle caption …", "Image copyright … Image caption
    …" and a gallery's "… Hide Caption 2 of 9".

    >>> split_caption("The court in March. (Jo Roe/The Marlow Ledger)")
    Caption(text='The court in March.', credit='Jo Roe/The Marlow Ledger')
    >>> split_caption("Photos: The bridge Hide Caption 1 of 2 Photos: The mayor in March. Hide Caption 2 of 2").text
    'Photos: The bridge Photos: The mayor in March.'
    """
    line = " ".join(line.split())
    if _GALLERY.search(line):
        return Caption(" ".join(_GALLERY.sub(" ", line).split()), "")
    if len(line) > _READ:
        return None
    for layout in (_BBC, _NPR) if line.startswith(_FIRST_WORDS) else ():
        if found := layout.match(line):
            return Caption((found.groupdict().get("text") or "").strip(), found["credit"].strip())
    layouts = _layouts()
    if len(line) < _LONGEST_CREDIT and layouts.whole_credit.match(line) and not line.endswith("."):
        return Caption("", layouts.credit_label.sub("", line.strip("()[] ")))
    body = layouts.label.sub("", line)
    credit = _credit_behind(body) if len(line) < _LONGEST else ""
    if credit:
        text = re.sub(r"^Image\s", "", body[: body.rindex(credit)]).strip(" ([|")
        return Caption(text, layouts.credit_label.sub("", credit).strip())
    return Caption(body, "") if layouts.opening.match(line) else None


def _credit_behind(body: str) -> str:
    """Return the credit at the end of a caption, "" when there is none."""
    tail = max(len(body) - _TAIL, 0)
    if body[-3:].strip(" .")[-1:] in {")", "]"}:
        found = _layouts().in_brackets.search(body, tail)
    else:
        may_hold = any(sign in body[tail:] for sign in _CREDIT_SIGNS)  # a search through every line would take long
        found = (_layouts().behind.search(body, tail) if may_hold else None) or _IMAGE.match(body)
    return next(words for words in found.groupdict().values() if words) if found else ""


@cache
def _layouts() -> _Layouts:
    phrases = load_json(shipped_file("articles/caption_lines.json"))
    slots = phrases["slots"]
    credit, whole = one_of(phrases["credit"], slots), one_of(phrases["whole credit"])
    agency, alone, word = (one_of(phrases[key]) for key in ("agency", "agency alone", "word of an agency"))
    label = one_of(phrases["credit label"])
    named = rf"[A-Z][\w.’' -]{{3,40}}(?:/[A-Z][\w .&’-]+)*/\s?{agency}(?:[ /][\w/ ]{{0,30}})?"
    signed = r"(?:REUTERS|AFP|EPA|AP)/[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3}"
    given = r"(?:Photograph|Photo|Image credit|Credit|Picture)\s*(?:by\s|credit:?\s|:\s?)\s*[A-Z].{2,60}"
    return _Layouts(
        re.compile(rf"(?![Bb][Yy]\b)[(\[]?\s*(?:{credit}|(?:[A-Z][\w.’'-]+\s?){{1,3}}/\s?{word}|{whole})\s*[)\]]?$"),
        re.compile(rf"[(\[]\s*(?P<credit>{credit})\s*[)\]]\W*$"),
        re.compile(
            rf"(?:(?<=[.”\"’]) |\s\|\s)(?P<credit>{named})$|\s\|\s(?P<alone>{alone})$|\s(?P<labeled>{signed}|{given})$"
        ),
        re.compile(rf"\W*{one_of(phrases['opening'], slots)}", re.I),
        re.compile(rf"^{one_of(phrases['label'], slots)}\s*,?\s*", re.I),
        re.compile(rf"^{label}?\s?(?:credit\s*:?|by|:)\s*|^Credit\s", re.I),
    )
