"""What kind of small print a line is: typed rules for the furniture around a story."""

import re
from typing import NamedTuple

from analysis.articles.agencies import expand_agency
from analysis.articles.dates import parse_date

_I = re.IGNORECASE


class Caption(NamedTuple):
    """A picture's caption ("" when there is only a credit) and who is credited ("" when nobody is)."""

    text: str
    credit: str


_SHARE_WORD = (
    r"(?:share(?:\s+(?:this|on|via|to|article|story|options?|full article))*|tweet|e-?mail|print|facebook|twitter|x|whatsapp|linkedin|reddit"
    r"|pinterest|telegram|flipboard|pocket|messenger|instagram|threads|bluesky|copy(?:\s+(?:link|url))*|link|copied!?|url|save(?:\s+article)?"
    r"|gift(?:\s+(?:this\s+)?article)?|listen|bookmark|like|post|sms|close|more|show more sharing options|extra sharing options|on|this|via|icon|article|story"
    r"|comments?|\d+|view comments?|follow|read aloud|text size(?::?(?: ?A){2,4})?|google plus|google\+|pin|tumblr|stumbleupon)"
)
_AGENCY = r"(?:Getty(?: Images)?|AP|Associated Press|Reuters|AFP|EPA|Bloomberg|Shutterstock|iStock|Images|Photo|Photos|UPI|Staff|Wire|Press|Service|News|Times|Post)"


class Rule(NamedTuple):
    """How a kind of line is told: `opens` matches at its start; `holds` is found anywhere, looked for only where a `hint` occurs."""

    opens: str
    holds: str = ""
    hints: tuple[str, ...] = ()


# Kinds in the order in which they are tried. A line is of the first kind whose rule matches it; most lines of a story match none.
# Marks before the first word never matter, nor do capitals.
KINDS = {
    "separator": Rule(r"$|\d{9,}$|(?:end|30|ends?\W+\w{2,5})\W*$"),
    "comments": Rule(
        r"(?:\d+ )?(?:comments?|repl(?:y|ies))\b(?:\W+\w+){0,2}\W*$|(?:leave|post|add|write|view|show|join|see)\b(?:\W+\w+){0,2}\W+(?:comments?|reply|replies|conversation|discussion)\b.{0,20}$"
    ),
    "share": Rule(rf"share\W+all sharing options for|(?=.*[^\W\d_])(?:{_SHARE_WORD}[\s,|·•/&!:+()…-]*)+$"),
    "time": Rule(
        r"(?:updated?|posted|published)?:?\s*(?:about |over |an? |\d+\s*)(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|day|week|month|year)s?\s+ago\W*$"
        r"|(?:last |first )?(?:updated|published|posted)\b[^.]{0,8}\d[^!?]{0,40}$|this article is more than \d+ \w+ old$|(?:just now|yesterday)\W*$"
    ),
    "audio": Rule(
        r"listen to (?:this |the )?(?:article|story)|hear this (?:article|story)\W*$|(?:prev|next) image \d+ of \d+|this is a rush transcript|loading\W*$|\d+[ -]min(?:ute)?s?\.? (?:read|listen)\W*$|\d+:\d\d\s*/\s*\d+:\d\d|now playing\b"
        r"|JUST WATCHED\b|MUST WATCH\b|volume 0|(?:play|pause|mute|(?:audio|video)[ -]clip)\W*$|(?:\w+\W+){0,6}audio\W+(?:\w+\W+){0,5}ready\W*$",
        r"audio player ready|unable to play (?:this )?video|requires? javascript",
        ("audio player", "unable to play", "javascript"),
    ),
    "advertisement": Rule(
        r"(?:ad|ads|advertisements?|advertising|sponsored(?: content)?|paid post|promoted)(?:\s+advertisement)*\W*$|(?:advertisement\W+)?(?:story|article|post)?\s*"
        r"continue[sd]? (?:reading|below)|scroll (?:down )?to continue|skip (?:to|past) (?:content|advertisement|newsletter)|(?:pullquote|jwplayer|embed)\b"
    ),
    "menu": Rule(
        r"(?:(?:sections?|menu|search|home(?:page)?|log[ -]?in|log[ -]?out|sign[ -]?in|subscribe(?: now)?|my account|account|today[’']?s paper|e-?paper|e-?edition|print edition"
        r"|skip to (?:main )?content|(?:site )?navigation|contact us|about us|site ?map|help|careers|advertise(?: with us)?|newsletters?|topics|back to top|show search|close)[\s|·•/]*)+$"
    ),
    "wire": Rule(
        r"(?:BC|AM|PM|US|EU)-+[A-Z][\w-]+,.{0,60}$|eds?:\s.{0,120}$|(?:\d(?:st|nd|rd|th) )?ld-writethru\b.{0,30}$"
    ),
    "copyright": Rule(
        r"©|\(c\)\s|copyright\b|c\.\s?\d{4}\b|\d{4}\W+[^.]{3,60}\bLLC\b|this (?:document|material|content) is subject to copyright\b|citation:\s.{10,250}\bretrieved\b",
        r"\ball rights reserved\b|©|may not be (?:published|reproduced|broadcast)",
        ("rights reserved", "©", "may not be"),
    ),
    "origin": Rule(
        r"(?:th(?:is|e) (?:\w+ )?(?:article|story|piece|column|report|post|essay)|it)\b[^.,]{0,40}\b(?:originally|first) (?:appeared|ran|was published|published)\b"
        r"|(?:originally (?:published|appeared)|(?:this \w+ is )?re(?:published|printed) (?:from|with|by)|distributed by|content created by)\b"
    ),
    "contributor": Rule(
        r"(?:additional )?reporting (?:and writing )?by [A-Z].*|(?:with )?assistance (?:by|from)\b|contributing:|with (?:post )?wire (?:services|reports)\W*$"
        r"|this (?:report|article|story) (?:includes (?:material|information|reporting)|was compiled|(?:was|is) based in part)\b",
        r"\bcontributed to (?:this|the) (?:is )?(?:report|article|story|analysis|piece|column|post)\b|\bcontributed (?:reporting|research)\b.{0,60}$|\bcontributed\.$",
        ("contributed",),
    ),
    "correction": Rule(
        r"(?:corrections?|clarifications?|editor[’']?s[’']? note|corrections? (?:&|and) \w+|note to readers)\b\s*[:.—–(-]"
        r"|(?:an? (?:earlier|previous|prior) version of (?:this|the) (?:article|story|post|piece|report|headline|column)|this (?:article|story|post|piece|report|headline|column)\W+(?:\w+ )?(?:has been|was|is) (?:since )?(?:updated|corrected|amended|edited|revised))\b"
        r"|[a-z]{3,9}\.? \d{1,2}: this (?:article|story|post) (?:was|has been)\b"
    ),
    "newsletter": Rule(
        r"(?:sign[ -]?up|subscribe|register (?:here|now|today)|log ?in|sign in|already a subscriber|become a (?:member|subscriber))\b(?!\s+(?:was|were|is))"
        r"|(?:get|enjoying) (?:our|the|more)\b.{0,80}\b(?:newsletter|inbox|alerts?)\b",
        r"\bsign up (?:here|today|now|for (?:our|the|daily|free)|to (?:get|receive))\b|\b(?:delivered|straight|directly|sent) (?:daily |weekly )?(?:to|in) your (?:inbox|email)|\bin your inbox\b"
        r"|\bmeet your inbox\b|\bby signing up,? you\b|\bmanage newsletters\b|\benter your email\b|\bsubscribe to (?:our|the)\b.{0,60}\b(?:newsletter|podcast|channel)",
        ("sign up", "your inbox", "your email", "signing up", "newsletter", "subscribe"),
    ),
    "legal": Rule(
        r"by (?:signing|clicking|using|continuing)\b.*\bagree\b|privacy (?:policy|notice)|terms (?:of|and)\b|cookie|the (?:opinions|views) (?:expressed (?:by|in|here)|of contributors)\b|do not sell|your (?:privacy|california) ",
        r"\bprotected by recaptcha\b|\bthis (?:site|website) uses cookies\b|\bverify (?:that )?you[’']?(?:re| are) not a robot\b|\bavailable without charge to any eligible news publisher\b",
        ("recaptcha", "cookies", "robot", "eligible news"),
    ),
    "promotion": Rule(
        r"(?:click (?:here|to get|for (?:more|the))|tap here)\b|(?:follow|like|join|find|watch|connect with)\b.{0,60}\b(?:on|@)\s*(?:twitter|facebook|instagram|x\b|@|youtube|flipboard)"
        r"|follow @|(?:got a (?:news )?tip|have a tip|contact (?:us|the (?:author|reporter|writer)))\b|send (?:letters|tips|comments) to\b|write to [^.]*\bat \S+@\S+"
        r"|(?:e-?mail|reach|contact) [^.]{2,60}\bat \S+@\S+\.\w+\W*$|support (?:our|[\w’' ]{2,25}) journalism|(?:email|facebook|twitter|phone):\s*\S+|let us know what you|every day at \w+, we aim|(?:do|ca)n[’']t see the (?:\w+ ){1,2}?(?:above)?\? click"
        r"|visit [\w’' ]+ homepage|(?:interested in [^?]{3,40}\? add\b|something to consider if you enjoyed)|\d+ (?:gift )?articles? (?:left|remaining)",
        r"@\w+\s*follow @|\bread or share this story\b|\bdownload (?:our|the) (?:\w+ )?app\b|\bwe are always looking for\b",
        ("follow @", "share this story", "download", "always looking for"),
    ),
    "related": Rule(
        r"(?:related|read (?:more|also|next|on|this|the (?:full|latest|rest))|more (?:on|from|in|stories|news|coverage|about|videos|articles|headlines|to read)|also (?:on|see|read|in|watch)|see (?:also|more)"
        r"|most (?:read|popular|viewed|e?mailed|shared|watched|recent|commented)|recommended|trending|you (?:may|might) (?:also )?(?:like|be interested)|don[’']?t miss|up next|next up|editor[’']?s[’']? picks"
        r"|latest (?:news|stories|headlines)|popular(?: stories)?|categories|tags?|topics|filed under|what to read next|around the web|from our partners|top (?:stories|headlines|news)|in this (?:story|article)"
        r"|further reading|keep reading|stories you|here[’']?s more)"
        r"\b(?:[^.?!]{0,60}|\W*|\W*[:—|].{0,140})$|more on this\W*$|now watch\b.{0,140}$|(?:more|watch|urgent|latest|vote now):.{0,140}$|(?:photos?|videos?|cartoons?|gallery|watch|slideshow|poll|live|interactive|quiz)\b\s*(?:[:(].{0,120}|\W*)$",
        r"\bread more\W*$",
        ("read more",),
    ),
    "url": Rule(r"(?:https?://|www\.)\S+\W*$|\S+@\S+\.\w{2,}\W*$"),
}
_OPENS = {kind: re.compile(rf"[\W_]*?(?:{rule.opens})", _I) for kind, rule in KINDS.items()}
_HOLDS = {kind: re.compile(rule.holds, _I) for kind, rule in KINDS.items() if rule.holds}

_CREDIT_WORDS = (
    r"(?:(?:AP|File|Handout|Staff|Courtesy|Submitted|Pool|Contributed)\s+(?:Photo|Image|Picture|Video)s?\b[^()]*|(?:Photo(?:graph)?|Image|Picture|Graphic|Illustration|Video)s?"
    r"(?:\s+(?:by|credit|courtesy)\b|:)[^()]*|(?:Credit|Courtesy|Source|Handout)\b[^()]*|[A-Z](?:[^()/.]|\b[A-Z]\.){0,45}\s?/\s?(?:[A-Z@]|via)[^()]{1,60}|[A-Z](?:[^().]|\b[A-Z]\.){1,40}\b(?:Getty Images|Reuters|via AP|AP))"
)
_TRAILING = re.compile(rf"[(\[]\s*(?P<credit>{_CREDIT_WORDS})\s*[)\]]\W*$")
_LABELLED = re.compile(
    r"(?:(?<=[.”\"’]) |\s\|\s)(?P<credit>[A-Z][\w.’' -]{3,40}(?:/[A-Z][\w .&’-]+)*/\s?(?:Getty(?: Images)?|AFP|AP(?: Photo)?|Reuters|EPA|Shutterstock|Pool|Bloomberg|POLITICO)\b(?:[ /][\w/ ]{0,30})?)$"
    r"|\s\|\s(?P<piped>Getty(?: Images)?|AP(?: Photo)?|Reuters|POLITICO|AFP)$|\s(?P<labelled>(?:REUTERS|AFP|EPA|AP)/[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3}|(?:Photograph|Photo|Image credit|Credit|Picture)\s*(?:by\s|credit:?\s|:\s?)\s*[A-Z].{2,60})$"
)
_BARE_CREDIT = re.compile(
    rf"^(?![Bb][Yy]\b)[(\[]?\s*(?:{_CREDIT_WORDS}|(?:[A-Z][\w.’'-]+\s?){{1,3}}/\s?(?:{_AGENCY})|Getty Images|Pixabay|Unsplash|File photo)\s*[)\]]?$"
)
_IMAGE = re.compile(r"Image\s.{3,500}?\s(?P<credit>Credit\s.{3,60})$")
_CREDIT_LABEL = re.compile(
    r"^(?:Photo(?:graph)?|Image|Picture|Graphic|Illustration|Video)?s?\s?(?:credit\s*:?|by|:)\s*|^Credit\s", re.I
)
_OPENERS = re.compile(
    r"^\W*(?:enlarge(?: this)? image|toggle caption|hide caption|image (?:copyright|source|caption)|media (?:playback|caption)|facebook twitter pinterest|file photo\b|FILE\s+[-–—]"
    r"|caption:|photo:|in this [\w., ]{3,25} (?:file )?photo|this [\w., ]{3,25} photo)",
    re.I,
)
_BBC = re.compile(r"^Image (?:copyright|source)\s*,?\s*(?P<credit>.+?)(?:\s*Image caption\s*,?\s*(?P<text>.+))?$")
_NPR = re.compile(r"^(?:Enlarge this image\s*)?(?:toggle|hide) caption\s*(?P<credit>.+?)(?:\s+(?P=credit))?$")
_LEADS = re.compile(
    r"^(?:Enlarge this image|Image caption|Media (?:playback is unsupported on your device )?(?:Media )?caption|Facebook Twitter Pinterest|Caption:|Photo:)\s*,?\s*",
    re.I,
)
_BYLINE = re.compile(  # no sentence follows: the last word is a name, an initial or a role
    r"^(?i:(?:written |story |posted )?by):?\s+(?!THE NUMBERS)(?:the\s+)?[A-ZÀ-Þ][\w.’'-]*(?:[\s/|,&]|$)(?!.*(?:[!?]|[^\W\d_]{3}\.)$)"
)
_DATED = re.compile(
    r"\b(?:first|last|published|posted|updated|modified|created|on|at|by|print|edition|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|[^\W\d_]{3,9}\.? \d{1,2}|[\d:.,/|•·–—-]|\b[ap]\.?m\b\.?"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|\b[ECMP][SD]?T\b|\b(?:UTC|GMT|BST|IST)\b",
    re.I,
)


def line_kind(line: str) -> str:
    """The kind of furniture that `line` is by the typed rules: one of KINDS, "caption", "credit", "byline", "date"; "" for none.

    >>> [line_kind(x) for x in ["Share", "6 hours ago", "By Nora Petrakis", "A dog. (Jo Roe/The Ledger)", "Rain fell on Monday."]]
    ['share', 'time', 'byline', 'caption', '']
    """
    line = " ".join(line.split())
    if is_date(line):
        return "date"
    if len(line) < 60 and expand_agency(line):
        return "byline"
    caption = split_caption(line)
    if caption:
        return "caption" if caption.text else "credit"
    kind = next((kind for kind in KINDS if _OPENS[kind].match(line)), "") or _held(line)
    if not kind and len(line) < 120 and _BYLINE.match(line):
        return "byline"
    return kind


def _held(line: str) -> str:
    if len(line) > 700:  # no furniture is that long
        return ""
    small = line.lower()
    return next(
        (k for k, rule in _HOLDS.items() if any(hint in small for hint in KINDS[k].hints) and rule.search(line)), ""
    )


def is_date(line: str) -> bool:
    """Whether `line` is nothing but a date, with or without a time, a weekday, "Published" or "Updated".

    >>> is_date("Updated March 3, 2026 at 6:12 a.m. ET"), is_date("On March 3, 2026, rain fell.")
    (True, False)
    """
    if len(line) > 110 or not re.search(r"\d{4}", line) or parse_date(line).time is None:
        return False
    return not re.search(r"[^\W\d_]", _DATED.sub(" ", line))


def split_caption(line: str) -> Caption | None:
    """The caption and the credit in `line`; null when it is neither a caption nor a credit.

    Known are a credit in brackets at the end, "Photograph: …", "toggle caption …" and "Image copyright … Image caption …".

    >>> split_caption("The court in March. (Jo Roe/The Marlow Ledger)")
    Caption(text='The court in March.', credit='Jo Roe/The Marlow Ledger')
    """
    line = " ".join(line.split())
    for layout in (_BBC, _NPR):
        found = layout.match(line)
        if found:
            return Caption((found.groupdict().get("text") or "").strip(), found["credit"].strip())
    if len(line) < 90 and _BARE_CREDIT.match(line) and not line.endswith("."):
        return Caption("", _CREDIT_LABEL.sub("", line.strip("()[] ")))
    body = _LEADS.sub("", line)
    tail = max(len(body) - 150, 0)
    found = (
        _TRAILING.search(body, tail)
        if body[-3:].strip(" .")[-1:] in {")", "]"}
        else _LABELLED.search(body, tail) or _IMAGE.match(body)
    )
    if found and len(line) < 900:
        credit = next(words for words in found.groupdict().values() if words)
        return Caption(
            re.sub(r"^Image\s", "", body[: body.rindex(credit)]).strip(" ([|"), _CREDIT_LABEL.sub("", credit).strip()
        )
    return Caption(body, "") if _OPENERS.match(line) else None
