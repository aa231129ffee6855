"""Kinds of bad input: text copied from pages, one article or several."""

import gzip
import json
import textwrap

from bad_inputs.kinds import Kind, Stories
from bad_inputs.make_packs import copy, two
from bad_inputs.make_tables import RAN
from bad_inputs.make_texts import (
    ARABIC,
    CHINESE,
    HEBREW,
    HINDI,
    JAPANESE,
    POLISH,
    RUSSIAN,
    THAI,
    TONGUES,
    copied,
    copied_article,
    copied_without_byline,
    each,
    feed,
    head,
    item,
    listed,
    message,
    mhtml,
    packed,
    paragraphs,
    part,
    quoted_rows,
    titled,
)
from bad_inputs.reasons import BROKEN_ROW


def table_in(s: Stories, form: str) -> str:
    """Return a copied article with the results of three clubs in the middle, one a line."""
    results = "\n".join(form.format(name, won, 9 - won) for won, name in enumerate(("Marlow", "Dunmore", "Valle"), 3))
    return f"Clubs wait out the rain in {s.mark}\n\n{s.text(1)}\n\n{results}\n\n{s.text(2)}\n"


def copied_as(text: str) -> object:
    return lambda s: f"Rain in {s.mark}\n\n" + text.format(s.mark) + "\n"


KOREAN = "일요일 {} 마을에 비가 내렸다. 가뭄을 논의하려고 모인 의회는 표결 없이 일찍 끝났다. 우산을 가져온 의원은 한 명도 없었다고 서기가 말했다. 시장은 다음 회의를 화요일에 열겠다고 밝혔다."
WELSH = "Bu'n bwrw glaw yn nhref {} ddydd Sul, ac aeth y cyngor, a oedd wedi cwrdd i drafod y sychder, adref yn gynnar heb bleidlais. Dywedodd y clerc nad oedd neb wedi dod ag ymbarél. Bydd y cyngor yn cwrdd eto ddydd Mawrth."
GEORGIAN = "კვირას ქალაქ {}ში წვიმა მოვიდა. საბჭო, რომელიც გვალვის განსახილველად შეიკრიბა, კენჭისყრის გარეშე ადრე დაიშალა. მდივანმა თქვა, რომ ქოლგა არავის ჰქონდა. შემდეგი სხდომა სამშაბათს გაიმართება."


def small(s):
    return s.long().lower().replace(s.mark.lower(), s.mark)


LETTER = "From: Ana Roe\nTo: Tom Vale\nSent: Sunday, March 1, 2026 10:00 AM\nSubject: the rain\n\nTom, nobody brought an umbrella. We should talk about that before the vote."
MESSAGES = "10:01 AM Ana Roe: Is it raining there?\n10:02 AM Tom Vale: It is. Nobody came.\n10:02 AM Ana Roe: Then go home.\n10:05 AM Tom Vale: We did."
LINES = "2026-03-01 10:00:01 ERROR pump 3 stopped\n2026-03-01 10:00:07 WARN level at 4.1 m\n2026-03-01 10:01:00 ERROR pump 4 stopped"
KEYS = "pump.limit = 4.1\npump.retry = 0\nalarm.mail = false\nalarm.phone = none"
PYTHON = "import csv\n\n\ndef rain(path):\n    with open(path) as file:\n        rows = list(csv.reader(file))\n    return [row[0] for row in rows]\n\n\nif __name__ == '__main__':\n    print(rain('a.csv'))\n"
RIS = "TY  - NEWS\nTI  - Rain again\nAU  - Roe, Ana\nPY  - 2026/03/02\nJO  - The Ledger\nSP  - 4\nUR  - https://l.example/2\nER  - \n"
RULE = "\n--------\n\n"
MAFF = '<?xml version="1.0"?><RDF:RDF xmlns:MAF="http://maf.mozdev.org/metadata/rdf#" xmlns:RDF="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><RDF:Description RDF:about="urn:root"><MAF:originalurl RDF:resource="http://l.example/1"/><MAF:indexfilename RDF:resource="index.html"/></RDF:Description></RDF:RDF>'


# Text ----------------------------------------------------------------------------------------------------------------


def underlined(s):
    a, b, c, d = s.long().split("\n\n")
    title = f"Rain 1 in {s.mark}"
    return f"{title}\n{'-' * len(title)}\n\n{a}\n\n{b}\n\nLater that day\n--------------\n\n{c}\n\n{d}\n"


def quoted_cell(s):
    return '"' + s.long() + "\n\n" + f'""No vote today,"" the clerk of {s.mark} wrote on the door of the hall."\n'


def wire(s):
    first, *others = s.long().split("\n\n")
    return "\n".join(
        [
            f"^Rain 1 in {s.mark}<",
            "^By ANA ROE=",
            "^Continental Wire Service=",
            f"   MARLOW (CWS) _ {first}",
            *(f"   {part}" for part in others),
            "",
        ]
    )


def of_google(s):
    parts = s.long().split("\n\n")
    parts[0] += "[a]"
    parts[2] += "[b]"
    return (
        f"\ufeffRain 1 in {s.mark}\r\n\r\n"
        + "\r\n\r\n".join(parts)
        + "\r\n\r\n\r\n[a]Check with the clerk\r\n[b]Done\r\n"
    )


def bindings(s):
    return json.dumps({
        "head": {"vars": ["title", "date", "text"]},
        "results": {"bindings": [{
            "title": {"type": "literal", "value": r["title"]},
            "date": {"type": "literal", "datatype": "http://www.w3.org/2001/XMLSchema#date", "value": r["date"]},
            "text": {"type": "literal", "xml:lang": "en", "value": r["text"]},
        } for r in s.records()]},
    })  # fmt: skip


# ---------------------------------------------------------------- texts
TAMIL = (
    "{m} நகரில் ஞாயிற்றுக்கிழமை கனமழை பெய்தது. வறட்சி பற்றிப் பேசக் கூடிய நகர சபை வாக்கெடுப்பு இல்லாமல் சீக்கிரமே கலைந்தது என்று எழுத்தர் கூறினார்.",
    "{m} நகரின் சாலைகளில் தண்ணீர் தேங்கியது. பள்ளிகள் திங்கட்கிழமை திறக்கப்படும் என்று தலைமை ஆசிரியர் தெரிவித்தார்.",
    "அடுத்த கூட்டம் மார்ச் மாதம் நடைபெறும். மக்கள் தங்கள் கருத்துகளை எழுதி அனுப்பலாம் என்று சபை அறிவித்தது.",
)


KHMER = (
    "ភ្លៀងបានធ្លាក់យ៉ាងខ្លាំងនៅក្នុងទីក្រុង {m} កាលពីថ្ងៃអាទិត្យ។ ក្រុមប្រឹក្សាបានប្រជុំគ្នាដើម្បីពិភាក្សាអំពីគ្រោះរាំងស្ងួត ប៉ុន្តែបានត្រឡប់ទៅផ្ទះវិញដោយគ្មានការបោះឆ្នោត។",
    "ទឹកបានជន់លិចផ្លូវក្នុងទីក្រុង {m} ហើយសាលារៀននឹងបើកនៅថ្ងៃច័ន្ទ។ លេខាធិការបាននិយាយថា ការប្រជុំបន្ទាប់នឹងធ្វើឡើងនៅខែមីនា។",
)


def foreign(headline, parts):
    return lambda s: headline + "\n\n" + "\n\n".join(p.format(m=s.mark) for p in parts) + "\n"


def open_letter(s):
    return f"An Open Letter on the Rain in {s.mark}\n\nDear Mayor Vale,\n\nWe write to you as people who live by the river of {s.mark}.\n\n{s.long()}\n\nWe ask you to call the council back to work.\n\nSincerely,\n\nAna Roe and 40 neighbors\n"


def lynx(s):
    story = "\n\n".join(
        textwrap.fill(part, 72, initial_indent="   ", subsequent_indent="   ") for part in s.long().split("\n\n")
    )
    return (
        f"   #[1]alternate\n\n   [2]Skip to content\n     * [3]Home\n     * [4]News\n     * [5]Sports\n\n                               Rain in {s.mark}\n\n   By [6]Ana Roe\n   March 13, 2026\n\n{story}\n\n     * [7]Share\n     * [8]Print\n\n   © 2026 Ledger Media\n\nReferences\n\n   Visible links:\n"
        + "".join(f"   {n}. https://l.example/{n}\n" for n in range(1, 9))
    )


# ---- texts


def swahili(s):
    return f"Mvua kubwa yanyesha mjini {s.mark}\n\nNa Ana Roe\n\nMvua kubwa ilinyesha mjini {s.mark} siku ya Jumatatu, na madiwani waliokutana kujadili ukame walirudi nyumbani mapema bila kupiga kura, alisema karani wa mji.\n\nHakuna mtu aliyeleta mwavuli kwenye mkutano huo. Wakulima wa {s.mark} walisema kwamba walifurahi sana kwa sababu mashamba yao yalikuwa makavu tangu mwaka jana.\n\nMkutano mwingine utafanyika mwezi ujao, alisema meya.\n"


def clipping(s):
    return f'---\ntitle: "Rain in {s.mark}"\nsource: "https://l.example/rain"\nauthor:\n  - "[[Ana Roe]]"\npublished: 2026-03-13\ncreated: 2026-03-14\ndescription: "It rained."\ntags:\n  - "clippings"\n---\n![A wet street](https://l.example/a.jpg)\n\n{s.long()}\n'


def joplin(s):
    return f"Rain in {s.mark}\n\n{s.long()}\n\nid: 0a1b2c3d4e5f60718293a4b5c6d7e8f9\nparent_id: 1a1b2c3d4e5f60718293a4b5c6d7e8f9\ncreated_time: 2026-03-14T09:00:00.000Z\nupdated_time: 2026-03-14T09:00:00.000Z\nis_conflict: 0\nlatitude: 0.00000000\nlongitude: 0.00000000\naltitude: 0.0000\nauthor: Ana Roe\nsource_url: https://l.example/rain\nis_todo: 0\nsource: joplin-desktop\nencryption_applied: 0\nmarkup_language: 1\nis_shared: 0\ntype_: 1"


def story_around(s, middle):
    """Return a copied story whose third paragraph is what is quoted."""
    first, second, third, fourth = s.long().split("\n\n")
    return copied_article(s, body="\n\n".join([first, second, middle, third, fourth]))


def in_language(name):
    """Return what makes a text in one of the languages of `TONGUES`."""

    def make(s):
        head, *parts = (part.format(m=s.mark) for part in TONGUES[name])
        return "\n\n".join([head, *parts]) + "\n"

    return make


def numbered(s):
    return (
        f"Rain 1 in {s.mark}\n\nMarch 1, 2026\n\n"
        + "\n\n".join(f"{k}. {p}" for k, p in enumerate(s.long().split("\n\n"), 1))
        + "\n"
    )


def of_phone(s):
    a, b, c, d = s.long().split("\n\n")
    return f"Rain 1 in {s.mark}\n\nMarch 1, 2026 at 6:12\u202fAM\n\n{a}\n\nThe meeting began at 7:30\u202fPM in the well\u2011kept hall.\n\n{b}\n\n{c}\n\n{d}\n"


BENGALI = "রবিবার {m} শহরে প্রবল বৃষ্টি হয়েছে। খরা নিয়ে আলোচনার জন্য বসা পৌরসভা ভোট ছাড়াই আগেভাগে সভা শেষ করে। কেউ ছাতা আনেননি বলে কেরানি জানান। পরের সভা মঙ্গলবার হবে।"


LAO = "ວັນອາທິດ ຝົນຕົກໜັກຢູ່ເມືອງ {m}. ສະພາທີ່ປະຊຸມກັນເພື່ອປຶກສາເລື່ອງໄພແຫ້ງແລ້ງ ໄດ້ເລີກປະຊຸມກ່ອນເວລາໂດຍບໍ່ມີການລົງຄະແນນ. ເລຂານຸການກ່າວວ່າ ບໍ່ມີໃຜເອົາຄັນຮົ່ມມາ. ການປະຊຸມຄັ້ງຕໍ່ໄປຈະມີໃນວັນອັງຄານ."


def printed(s):
    a, b, c, d = s.long().split("\n\n")
    foot = "https://l.example/2026/03/01/rain\t{}/3\n3/2/26, 9:14 AM\tRain in town - The Ledger\n"
    return f"3/2/26, 9:14 AM\tRain in town - The Ledger\n\nRain 1 in {s.mark}\n\nBy Ana Roe\n\n{a}\n\n{foot.format(1)}\n{b}\n\n{c}\n\n{foot.format(2)}\n{d}\n\nhttps://l.example/2026/03/01/rain\t3/3\n"


def advertised(s):
    a, b, c, d = s.long().split("\n\n")
    return f"Rain 1 in {s.mark}\n\nBy Ana Roe\nMarch 1, 2026\n\n{a}\n\nAdvertisement\n\nSKIP ADVERTISEMENT\n\n{b}\n\n{c}\n\nAdvertisement\n\n{d}\n"


def three_ruled(s):
    return ("\r\n\r\n" + "-" * 80 + "\r\n\r\n").join(
        copied_without_byline(s, n).decode().strip().replace("\n", "\r\n") for n in (1, 2, 3)
    )


KINDS = [
    Kind("table named as text", "a.txt", Stories.table, 3),
    Kind("table without an ending", "table", Stories.table, 3),
    Kind("list named as text", "a.txt", listed, 3),
    Kind("page named as text", "a.txt", Stories.page, 1),
    Kind("feed named as text", "a.txt", feed, 3),
    Kind("ZIP named as text", "a.txt", two, 2),
    Kind("packed and named as text", "a.txt", lambda s: gzip.compress(f"Rain\n\n{s.long()}".encode()), 1),
    Kind("mainframe's text", "a.txt", lambda s: s.long().encode("cp037"), 1),
    Kind("copied page", "a.txt", copied, 1),
    Kind("wrongly decoded text", "a.txt", lambda s: "It wasnâ€™t dry, said JosÃ©.\n\n" + copied(s), 1, (), "repaired wrongly decoded"),
    Kind("text turned around by controls", "a.txt", lambda s: copied(s).replace("council", "\u202ecouncil"), 1, (), "bidi controls"),
    Kind("characters without width", "a.txt", lambda s: copied(s).replace("council", "coun\u200bcil"), 1, (), "zero-width"),
    Kind("line of blanks", "a.txt", lambda s: copied(s).replace("council", "council" + " " * 60_000), 1),
    Kind("unknown characters", "a.txt", lambda s: copied(s).replace("council", "coun\ufffd\ue000cil"), 1),
    Kind("name with a line end", "a\nb.txt", copied, 1),
    Kind("name of 250 characters", "x" * 246 + ".txt", copied, 1),
    Kind("name that begins as an option", "--help.txt", copied, 1),
    Kind("name in Chinese", "雨.txt", copied, 1),
    Kind("name turned around", "a\u202etxt.exe", copied, 1),
    Kind("name with markup", "<img src=x onerror=alert(1)>.txt", copied, 1),
    Kind("name without an ending", "rain", copied, 1),
    Kind("table of Markdown", "a.md", lambda s: "| title | date | text |\n|---|---|---|\n" + "".join(f"| Rain {n} | 2026-03-0{n} | {s.text(n)} |\n" for n in (1, 2, 3)), 3),
    Kind("letter with a page in it", "a.eml", lambda s: b"To: tom@l.example\r\nDate: Tue, 3 Mar 2026 06:12:00 +0000\r\n" + message(s), 1),
    Kind("feed of RDF", "a.rdf", lambda s: f'<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ledger</title></channel>{item(s, 1)}{item(s, 2)}</rdf:RDF>', 2),
    Kind("next-line signs as line ends", "a.txt", lambda s: copied(s).replace("\n", "\x85"), 1),
    Kind("separators as line ends", "a.txt", lambda s: copied(s).replace("\n", "\u2028"), 1),
    Kind("form feeds between pages", "a.txt", lambda s: copied(s).replace("\n\nHail", "\n\x0cHail"), 1),
    Kind("letters struck twice", "a.txt", lambda s: copied(s).replace("Hail", "H\x08Ha\x08ai\x08il\x08l"), 1, (), "control"),
    Kind("text in capitals", "a.txt", lambda s: copied(s).upper().replace(s.mark.upper(), s.mark), 1),
    Kind("lines of a letter that was sent on", "a.txt", lambda s: copied(s).replace("\n", "\n> "), 1),
    Kind("blanks behind each line", "a.txt", lambda s: copied(s).replace("\n", " \t \n"), 1),
    Kind("hard blanks", "a.txt", lambda s: copied(s).replace(" ", "\u00a0"), 1),
    Kind("signs of the private area", "a.txt", lambda s: copied(s).replace("council", "\ue000council\U000f0000"), 1),
    Kind("tags of a language", "a.txt", lambda s: copied(s).replace("council", "coun\U000e0001\U000e0065cil"), 1),
    Kind("name of blanks", "   .txt", copied, 1),
    Kind("name as a device", "CON.txt", copied, 1),
    Kind("name with signs of a shell", "$(touch x);`id`&|.txt", copied, 1),
    Kind("name with a backslash", "b\\..\\a.txt", copied, 1),
    Kind("name of a copy", "a.txt~", copied, 1),
    Kind("name of a download that broke off", "a.csv.part", lambda s: s.table()[:-40], 2, BROKEN_ROW),
    Kind("path of 40 folders", "/".join(["deep"] * 40) + "/a.txt", copied, 1),
    Kind("name with another name's letters", "а.txt", copied, 1),
    Kind("header in YAML above Markdown", "a.md", lambda s: f"---\ntitle: Rain in {s.mark}\ndate: 2026-03-03\nlayout: post\ntags: [rain]\n---\n\n{s.long()}\n", 1),
    Kind("text marked up for a wiki", "a.wiki", lambda s: f"== Rain in {s.mark} ==\n\n{s.long().replace('council', '[[council|the council]]')}\n\n[[Category:Rain]]\n", 1),
    Kind("story between rules of Markdown", "a.md", lambda s: f"# Rain in {s.mark}\n\n*By Ana Roe*\n\n---\n\n{s.long()}\n\n---\n", 1),
    Kind(
        "psql: aligned output",
        "out.txt",
        lambda s: (
            " id | title | text\n----+-------+------\n"
            + "".join(f"  {n} | Rain  | {s.text(n)}\n" for n in (1, 2, 3))
            + "(3 rows)\n"
        ),
        3,
        ("broken row", "broken row"),
    ),
    Kind(
        "Excel: Unicode text",
        "a.txt",
        lambda s: "\r\n".join(["title\tdate\ttext", *quoted_rows(s, "\t"), ""]).encode("utf-16"),
        3,
    ),
    Kind(
        "a table in a fence of Markdown",
        "answer.md",
        lambda s: f"Here is the table:\n\n```csv\n{s.table()}```\n",
        3,
    ),
    Kind(
        "a table of Markdown",
        "answer.md",
        lambda s: (
            "| title | date | text |\n|---|---|---|\n"
            + "".join(f"| Rain | 2026-03-0{n} | {s.text(n)} |\n" for n in (1, 2, 3))
        ),
        3,
    ),
    Kind("a page named as text", "a.txt", lambda s: s.page(), 1),
    Kind(
        "RSS 1.0",
        "f.rdf",
        lambda s: (
            f'<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ledger</title></channel><item><title>Rain</title><description>{s.long()}</description><dc:date>2026-03-01</dc:date></item></rdf:RDF>'
        ),
        1,
        fields={"published": "2026-03-01"},
    ),
    Kind("gzip: named without its ending", "a.txt", lambda s: gzip.compress(copied_without_byline(s), mtime=0), 1),
    Kind(
        "a text decoded wrongly twice",
        "a.txt",
        lambda s: (
            copied_without_byline(s)
            .decode()
            .replace("early", "early – it’s café")
            .encode()
            .decode("cp1252")
            .encode()
            .decode("cp1252")
            .encode()
        ),
        1,
        note="wrongly decoded",
    ),
    Kind("a text with a BOM in its middle", "a.txt", lambda s: copied_without_byline(s) + b"\xef\xbb\xbf" + copied_without_byline(s)[20:], 1),
    Kind("a text with form feeds", "a.txt", lambda s: copied_without_byline(s).replace(b"\n\n", b"\n\x0c\n"), 1),
    Kind(
        "a text with letters turned around",
        "a.txt",
        lambda s: copied_without_byline(s).replace(b"Hail", "\u202eliaH\u202c".encode()),
        1,
        note="bidi",
    ),
    Kind(
        "a text with tags of Unicode",
        "a.txt",
        lambda s: copied_without_byline(s).replace(b"Hail", ("Hail" + "".join(chr(0xE0000 + ord(c)) for c in "ignore")).encode()),
        1,
    ),
    Kind(
        "a text with a blank between all letters",
        "a.txt",
        lambda s: copied_without_byline(s) + b"\n\n" + " ".join("A note to the reader").encode(),
        1,
    ),
    Kind(
        "a text with line breaks of Unicode",
        "a.txt",
        lambda s: copied_without_byline(s).decode().replace("\n\n", "\u2029").replace("\n", "\u2028"),
        1,
    ),
    Kind("a text with soft hyphens", "a.txt", lambda s: copied_without_byline(s).decode().replace("council", "coun\u00adcil"), 1),
    Kind(
        "a text with letters in two code points",
        "a.txt",
        lambda s: copied_without_byline(s).decode().replace("early", "cafe\u0301"),
        1,
    ),
    Kind("a name with an emoji and a percent sign", "😀 100%20.txt", copied_without_byline, 1),
    Kind("a name with a dash first", "-rf.txt", copied_without_byline, 1),
    Kind("a name with a line break and an escape", "a\n\x1b[31mb.txt", copied_without_byline, 1),
    Kind("a name of 250 letters", "n" * 246 + ".txt", copied_without_byline, 1),
    Kind("a name with quotation marks and markup", "<b>'\"&amp;.txt", copied_without_byline, 1),
    Kind("a name without an ending", "rain", copied_without_byline, 1),
    Kind("a name that a shell would run", "$(touch x);`id`.txt", copied_without_byline, 1),
    Kind("a name with a letter in two code points", "cafe\u0301.txt", copied_without_byline, 1),
    Kind("a name in capitals", "RAIN.TXT", copied_without_byline, 1),
    Kind("a download that has not ended", "a.html.crdownload", lambda s: s.page()[:900], 1),
    Kind(
        "a har of a browser",
        "a.har",
        lambda s: json.dumps(
            {
                "log": {
                    "version": "1.2",
                    "entries": [
                        {
                            "request": {"url": "https://marlow.example"},
                            "response": {"content": {"mimeType": "text/html", "text": s.page()}},
                        }
                    ],
                }
            }
        ),
        1,
    ),
    Kind(
        "a text with backspaces of a manual",
        "a.txt",
        lambda s: copied_without_byline(s).replace(b"Hail", b"H\x08Ha\x08ai\x08il\x08l"),
        1,
        note="control",
    ),
    Kind(
        "a text with marks of mail", "a.txt", lambda s: b"\n".join(b"> " + line for line in copied_without_byline(s).split(b"\n")), 1
    ),
    Kind(
        "a text in Markdown with front matter",
        "a.md",
        lambda s: f"---\ntitle: Rain in {s.mark}\ndate: 2026-03-01\n---\n\n{s.long()}\n",
        1,
    ),
    Kind(
        "a text with marks of Markdown",
        "a.md",
        lambda s: f"# Rain in {s.mark}\n\n*March 1, 2026*\n\n" + s.long().replace("town", "**town**"),
        1,
    ),
    Kind("a text in reStructuredText", "a.rst", lambda s: f"Rain in {s.mark}\n=================\n\n{s.long()}\n", 1),
    Kind(
        "a text of a wiki",
        "a.wiki",
        lambda s: f"== Rain in {s.mark} ==\n{{{{Infobox|a=b}}}}\n" + s.long().replace("town", "[[town]]"),
        1,
    ),
    Kind("NITF with a head and a kicker", "a.nitf", lambda s: f'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-5.dtd"><nitf><head><title>Rain</title><docdata><date.issue norm="20260301T100000Z"/></docdata></head><body><body.head><hedline><hl1>Rain in {s.mark}</hl1></hedline><byline>By Ana Roe</byline></body.head><body.content>{paragraphs(s)}</body.content></body></nitf>', 1),
    Kind("backup of an editor", "a.txt~", copied_without_byline, 1),
    Kind("page that is still arriving", "a.html.crdownload", lambda s: s.page()[:-120], 1),
    Kind("table that is still arriving", "a.csv.part", lambda s: s.table()[:-60], 2, ("broken row",)),
    Kind("page of a mirror with a question in its name", "index.html?p=1&q=rain", lambda s: s.page(), 1),
    Kind("name with backslashes and a blank at its end", "c:\\a\\b.txt ", copied_without_byline, 1),
    Kind("list that a module hands out", "a.mjs", lambda s: "export default " + json.dumps(s.records(), indent=2) + ";\n", 3),
    Kind("text of Org", "a.org", lambda s: f"#+TITLE: Rain in {s.mark}\n#+AUTHOR: Ana Roe\n#+DATE: 2026-03-01\n\n* Rain\n\n{s.long()}\n", 1),
    Kind("AsciiDoc", "a.adoc", lambda s: f"= Rain in {s.mark}\nAna Roe\n:toc:\n\n== Rain\n\n{s.long()}\n", 1),
    Kind("name with a tab and a colon", "a:b\tc.txt", copied_without_byline, 1),
    Kind("borders drawn around a table", "out.txt", lambda s: "+-------+------+\n| title | text |\n+-------+------+\n" + each(s, "| {title} | {text} |\n") + "+-------+------+\n", 3, ("broken row",) * 2),
    Kind("text in EUC-KR", "a.txt", lambda s: (f"{s.mark} 비\n\n" + f"{s.mark}에는 비가 하루 종일 내렸고 가뭄을 논의하려던 시의회는 표결 없이 일찍 끝났다고 서기가 말했다. " * 6).encode("euc-kr"), 1),
    Kind("report of R with prose", "a.Rmd", lambda s: f"---\ntitle: Rain in {s.mark}\noutput: html_document\n---\n\n{s.long()}\n\n```{{r}}\nplot(rain)\n```\n", 1),
    Kind("interview of two with times", "a.txt", lambda s: "".join(f"ROE: {s.text(n)}\n\nVALE: And then, on day {n}, it stopped.\n\n" for n in range(1, 6)), 1),
    Kind("story in verse", "a.txt", lambda s: f"Rain in {s.mark}\n\nThe rain fell down,\nThe rain fell down,\nOn {s.mark} town,\nAnd all went home.\n\nThe clerk was wet,\nThe clerk was wet,\nAnd nobody met,\nAnd all went home.\n", 1),
    Kind("story of one long line without a full stop", "a.txt", lambda s: f"Rain in {s.mark}\n\n" + s.text().rstrip(".") + " and nobody in the town knew what would come of it in the end", 1),
    Kind("list in a story with rules", "a.txt", lambda s: copied_without_byline(s).decode() + "\n\n----------\n\n" + s.text(5) + "\n\n----------\n\n" + s.text(6) + "\n", 1),
    Kind("one sentence below a headline", "a.txt", lambda s: f"Rain in {s.mark}\n\n{s.text()}\n", 1),
    Kind("one sentence alone", "a.txt", lambda s: s.text(), 1),
    Kind("brief of two short sentences", "a.txt", lambda s: f"Bridge shut\n\nThe bridge at {s.mark} is shut until Friday. Buses go by way of Dunmore.\n", 1),
    Kind("questions and answers", "a.txt", lambda s: f"Five questions on rain in {s.mark}\n\n" + "".join(f"Q: Why did it rain on day {n}?\n\nA: {s.text(n)}\n\n" for n in (1, 2, 3)), 1),
    Kind("questions in bold marks and answers", "a.md", lambda s: "".join(f"**Why did it rain on day {n}?**\n\n{s.text(n)}\n\n" for n in (1, 2, 3)), 1),
    Kind("list with numbers", "a.txt", lambda s: f"Three things to know about rain in {s.mark}\n\n" + "".join(f"{n}. {s.text(n)}\n" for n in (1, 2, 3)), 1),
    Kind("list with dots", "a.txt", lambda s: f"What the council of {s.mark} decided\n\n" + "".join(f"• {s.text(n)}\n" for n in (1, 2, 3)), 1),
    Kind("live blog with the latest first", "a.txt", lambda s: f"Live: rain in {s.mark}\n\n" + "".join(f"1{n}:05 a.m.\n\n{s.text(n)}\n\n" for n in (2, 1, 0)), 1),
    Kind("letters to the editor", "a.txt", lambda s: f"Letters: rain in {s.mark}\n\n" + "".join(f"To the editor:\n\n{s.text(n)}\n\n{name}\nMarlow\n\n" for n, name in enumerate(("Ana Roe", "Tom Vale", "Jo May"), 1)), 1),
    Kind("correction", "a.txt", lambda s: f"Correction\n\nAn article on Monday about rain in {s.mark} misstated the day of the vote. It was Tuesday, not Wednesday.\n", 1),
    Kind("obituary", "a.txt", lambda s: f"Ana Roe, 1931-2026\n\nAna Roe, who kept the records of {s.mark} for forty years, died on Sunday. She was 94.\n\nShe is survived by two sons, Tom and Jo, and five grandchildren. A service is at 10 a.m. on Friday at the town hall.\n", 1),
    Kind("results between tabs in a story", "a.txt", lambda s: table_in(s, "{}\t{}\t{}"), 1),
    Kind("results between commas in a story", "a.txt", lambda s: table_in(s, "{}, {}, {}"), 1),
    Kind("results in columns in a story", "a.txt", lambda s: table_in(s, "{:<12}{:>4}{:>4}"), 1),
    Kind("recipe", "a.txt", lambda s: f"Rain soup from {s.mark}\n\n{s.text(1)}\n\n2 cups of water\n1 onion\n1/2 teaspoon of salt\n\n1. Boil the water.\n2. Cut the onion and add it with the salt.\n3. Serve it while it rains.\n", 1),
    Kind("story on code with lines of it", "a.txt", lambda s: f"A line of code floods {s.mark}\n\n{s.text(1)}\n\nThe fault was in two lines:\n\n    for day in days:\n        rain = rain + day\n\n{s.text(2)}\n", 1),
    Kind("story on markup with a tag in it", "a.txt", lambda s: f"The tag that the web forgot\n\nThe clerk of {s.mark} still writes <marquee> by hand.\n\n{s.text(1)}\n\n{s.text(2)}\n", 1),
    Kind("story on errors of computers", "a.txt", lambda s: f"404 Not Found: how {s.mark} lost its pages\n\nPage not found, the screens of the town hall said on Monday.\n\n{s.long()}\n", 1),
    Kind("story on false letters that quotes one", "a.txt", lambda s: f"Do not answer this letter, {s.mark} warns\n\n{s.text(1)}\n\nThe letter reads:\n\nFrom: The Bank\nSubject: Your account\n\nPlease enter your password to continue.\n\n{s.text(2)}\n", 1),
    Kind("wire copy in capitals with its slug", "a.txt", lambda s: f"BC-RAIN-1STLD\n\nRAIN ENDS DROUGHT IN {s.mark.upper()}\n\n{s.mark} (CWS) - {s.text(1).upper()}\n\n{s.mark} - {s.text(2).upper()}\n\n(MORE)\n", 1),
    Kind("minutes with speakers", "a.txt", lambda s: f"What was said at the council of {s.mark}\n\n" + "".join(f"MAYOR ROE: {s.text(n)}\n\nMR. VALE: I have nothing to add to that.\n\n" for n in (1, 2)), 1),
    Kind("rule on top", "a.txt", lambda s: "----------------------------\n" + part(s, 1), 1),
    Kind("stars on top and below", "a.txt", lambda s: "* * *\n\n" + part(s, 1) + "\n* * *\n", 1),
    Kind("number on top", "a.txt", lambda s: f"12 people got wet in {s.mark}\n\n{s.long()}\n", 1),
    Kind("brace on top", "a.txt", lambda s: f"{{Editor’s note: This story was changed on Monday.}}\n\nRain in {s.mark}\n\n{s.long()}\n", 1),
    Kind("bracket on top", "a.txt", lambda s: f"[This story was changed on Monday.]\n\nRain in {s.mark}\n\n{s.long()}\n", 1),
    Kind("link back with a sign on top", "a.txt", lambda s: "< Back to News\n\n" + part(s, 1), 1),
    Kind("begins as a letter box", "a.txt", lambda s: f"From the bridge of {s.mark}, the river looks wide again. {s.text(1)}\n\n{s.text(2)}\n", 1),
    Kind("begins as a ZIP", "a.txt", lambda s: f"PK Roe, the mayor, is wet\n\n{s.long()}\n", 1),
    Kind("begins as a bitmap", "a.txt", lambda s: f"BM Marlow shares fall in the rain\n\n{s.long()}\n", 1),
    Kind("begins as a picture that moves", "a.txt", lambda s: f"GIF or not: how {s.mark} says it\n\n{s.long()}\n", 1),
    Kind("begins with a select of a database", "a.txt", lambda s: f"SELECT committee meets in {s.mark}\n\n{s.long()}\n", 1),
    Kind("quotation on top", "a.txt", lambda s: f'"We are wet," said the clerk of {s.mark}, "and glad."\n\n{s.long()}\n', 1),
    Kind("hash on top", "a.txt", lambda s: f"#1 town for rain is {s.mark}\n\n{s.long()}\n", 1),
    Kind("short lines without a blank one", "a.txt", lambda s: f"Rain in {s.mark}\n" + "\n".join(s.long().replace("\n\n", " ")[k : k + 40] for k in range(0, len(s.long()), 40)), 1),
    Kind("paragraphs behind tabs without a blank line", "a.txt", lambda s: f"Rain in {s.mark}\n\t" + s.long().replace("\n\n", "\n\t"), 1),
    Kind("every line set apart by a blank one", "a.txt", lambda s: f"Rain in {s.mark}\n\n" + "\n\n".join(s.text(1).replace(", ", ",|").split("|")) + "\n\n" + s.text(2), 1),
    Kind("Chinese in GB 18030", "a.txt", lambda s: f"{s.mark}镇下雨\n\n{CHINESE.format(s.mark)}\n".encode("gb18030"), 1),
    Kind("pages copied from a PDF", "a.txt", lambda s: f"Rain in {s.mark}\n\nPage 1 of 2\n\n{s.text(1).replace('council', 'coun-' + chr(10) + 'cil')}\n\nPage 2 of 2\n\n{s.text(2)}\n", 1),
    Kind("Chinese story", "a.txt", copied_as(CHINESE), 1, fields={"language": "zh"}),
    Kind("Arabic story", "a.txt", copied_as(ARABIC), 1),
    Kind("Hebrew story", "a.txt", copied_as(HEBREW), 1),
    Kind("Thai story", "a.txt", copied_as(THAI), 1),
    Kind("Hindi story", "a.txt", copied_as(HINDI), 1),
    Kind("three stories between rules of dashes", "a.txt", lambda s: "\n--------------------\n\n".join(part(s, n) for n in (1, 2, 3)), 3),
    Kind("two stories between stars", "a.txt", lambda s: "\n***\n\n".join(part(s, n) for n in (1, 2)), 2),
    Kind("three stories between rules of equal signs", "a.txt", lambda s: "\n==============================\n\n".join(part(s, n) for n in (1, 2, 3)), 3),
    Kind("three stories each below its number", "a.txt", lambda s: "\n".join(f"Document {n} of 3\n\n{part(s, n)}" for n in (1, 2, 3)), 3),
    Kind("copied page named as a PDF", "a.pdf", lambda s: copied_without_byline(s), 1),
    Kind("press release", "a.txt", lambda s: f"FOR IMMEDIATE RELEASE\n\nContact: Ana Roe, 555-0100\n\n{titled(s, s.long())}\n###\n", 1),
    Kind("hearing with numbers of lines", "a.txt", lambda s: titled(s, "\n".join(f"{n:>2}  {line}" for n, line in enumerate(s.long().replace("\n\n", " ").replace(", ", ",|").split("|"), 1))), 1),
    Kind("stars of the week", "a.txt", lambda s: titled(s, *(f"{sign}: {s.text(n)}" for n, sign in enumerate(("ARIES", "TAURUS", "GEMINI", "CANCER", "LEO", "VIRGO"), 1))), 1),
    Kind("log of the police", "a.txt", lambda s: titled(s, *(f"Monday, {n}:05 a.m., Main Street: A man of {s.mark} said that his umbrella was gone. Nobody was held." for n in (7, 8, 9))), 1),
    Kind("what is on this week", "a.txt", lambda s: titled(s, *(f"March {n} | 7 p.m. | Town hall | The choir of {s.mark} sings of rain. The doors open at 6." for n in (1, 2, 3, 4))), 1),
    Kind("check of a claim", "a.txt", lambda s: titled(s, "Claim: It has not rained since May.", "Rating: False", f"Who said it: The mayor of {s.mark}, on Monday.", s.long()), 1),
    Kind("days of a story", "a.txt", lambda s: titled(s, s.text(1), *(f"2026-03-0{n} 10:05 The council of {s.mark} met about the rain." for n in (1, 2, 3, 4, 5))), 1),
    Kind("review of a film", "a.txt", lambda s: titled(s, "Director: Ana Roe", "Cast: Tom Vale, Jo May", "Running time: 99 minutes", s.long()), 1),
    Kind("line ends turned twice", "a.txt", lambda s: copied_without_byline(s).replace(b"\n", b"\r\r\n"), 1),
    Kind("Japanese in EUC", "a.txt", lambda s: f"{s.mark}町に雨\n\n{JAPANESE.format(s.mark)}\n".encode("euc-jp"), 1),
    Kind("drawing of signs in a story", "a.txt", lambda s: titled(s, s.text(1), "Mon |####\nTue |########\nWed |##\n    +---------", s.text(2)), 1),
    Kind("address on top", "a.txt", lambda s: f"https://l.example/2026/03/01/rain\n\n{titled(s, s.long())}", 1),
    Kind("story above twenty addresses", "a.txt", lambda s: titled(s, s.long(), "\n".join(f"https://l.example/{n}" for n in range(20))), 1),
    Kind("answers of a poll", "a.txt", lambda s: titled(s, s.text(1), "Yes: 41%\nNo: 39%\nDo not know: 20%", s.text(2)), 1),
    Kind("story with emoji for dots", "a.txt", lambda s: titled(s, *(f"☔ {s.text(n)}" for n in (1, 2, 3))), 1),
    Kind("head of each page in a text", "a.txt", lambda s: titled(s, f"{s.text(1)}\n\fThe Ledger   Page 2\n\n{s.text(2)}\n\fThe Ledger   Page 3\n\n{s.text(3)}"), 1),
    Kind("references to signs in a copied text", "a.txt", lambda s: titled(s, f"&ldquo;We are wet,&rdquo; the mayor of {s.mark} said &mdash; and so they were.", s.long()), 1),
    Kind("speech in one paragraph", "a.txt", lambda s: titled(s, " ".join(s.text(n) for n in range(1, 300))), 1),
    Kind("talk behind dashes", "a.txt", lambda s: titled(s, *(f"— {s.text(n)}" for n in (1, 2, 3))), 1),
    Kind("story in two languages", "a.txt", lambda s: titled(s, s.text(1), POLISH.format(s.mark), s.text(2), POLISH.format(s.mark)[:-1] + "."), 1),
    Kind("labels above a text", "a.txt", lambda s: f"Title: Rain in {s.mark}\nAuthor: Ana Roe\nDate: March 1, 2026\n\n{s.long()}\n", 1),
    Kind("song without a full stop", "a.txt", lambda s: f"Song of {s.mark}\n\nOh rain, oh rain, on {s.mark} hall,\nOn mayor, clerk and council, all!\nWho brought a coat, who brought a shawl?\nNot one of them, not one at all!\n", 1),
    Kind("two stories between long rows of stars", "a.txt", lambda s: f"{part(s, 1)}\n* * * * * * * * * *\n\n{part(s, 2)}", 2),
    Kind("three stories above waves", "a.txt", lambda s: "".join(f"{part(s, n)}\n~~~~~~~~~~~~~~~~\n\n" for n in (1, 2, 3)), 3),
    Kind("three stories, article 1 of 3 and so on", "a.txt", lambda s: "".join(f"Article {n} of 3\n\n{part(s, n)}\n" for n in (1, 2, 3)), 3),
    Kind("table of Markdown in a story", "a.md", lambda s: f"# Rain in {s.mark}\n\n{s.text(1)}\n\n| town | mm |\n|---|---|\n| Marlow | 3 |\n| Dunmore | 4 |\n\n{s.text(2)}\n", 1),
    Kind("line breaks of HTML in a copied text", "a.txt", lambda s: f"Rain in {s.mark}<br><br>{s.text(1)}<br><br>{s.text(2)}\n", 1),
    Kind("words in bold in a copied text", "a.txt", lambda s: f"Rain in {s.mark}\n\n<b>{s.mark}</b> — {s.text(1)}\n\n{s.text(2)}\n", 1),
    Kind("name of 63 emoji", "☔" * 63 + ".txt", copied_without_byline, 1),
    Kind("two texts between plus signs", "a.txt", lambda s: f"{part(s, 1)}\n++++++++++++++++\n\n{part(s, 2)}", 2),
    Kind("story whose quotation goes on over paragraphs", "a.txt", lambda s: titled(s, f"“{s.text(1)}", f"“{s.text(2)}", f"“{s.text(3)}”"), 1),
    Kind("names of those who passed", "a.txt", lambda s: titled(s, f"These students of {s.mark} passed their exams, the school said on Monday.", "Ana Roe, Tom Vale, Jo May, Lee Park, Sam Ode, Kim Lund, Pat Orr"), 1),
    Kind("weather of five days", "a.txt", lambda s: titled(s, s.text(1), "Mon\t12\t4\nTue\t13\t5\nWed\t9\t3\nThu\t8\t2\nFri\t10\t4"), 1),
    Kind("sums of money in a column", "a.txt", lambda s: titled(s, s.text(1), "Roads      $1,200,000\nSchools    $3,400,000\nUmbrellas      $5,600", s.text(2)), 1),
    Kind("law that is quoted by its numbers", "a.txt", lambda s: titled(s, s.text(1), "Sec. 1. No person shall sell rain.\n\nSec. 2. Rain belongs to the town.\n\n(a) The clerk shall measure it.", s.text(2)), 1),
    Kind("hashtags and names of readers", "a.txt", lambda s: titled(s, s.text(1), "@anaroe: So wet! #rain #marlow", "@tomvale: Who has an umbrella? #rain", s.text(2)), 1),
    Kind("Russian story of one line", "a.txt", lambda s: RUSSIAN.format(s.mark), 1),
    Kind("story as a string", "a.txt", lambda s: json.dumps(s.long()), 1),
    Kind("Korean story", "a.txt", lambda s: KOREAN.format(s.mark) + "\n", 1),
    Kind("Welsh story", "a.txt", lambda s: f"Glaw yn {s.mark}\n\n{WELSH.format(s.mark)}\n", 1),
    Kind("Georgian story", "a.txt", lambda s: GEORGIAN.format(s.mark) + "\n", 1),
    Kind("story all in small letters", "a.txt", lambda s: f"rain in {s.mark}\n\nby ana roe\n\n{small(s)}\n", 1),
    Kind("letter quoted with its head in the middle of a story", "a.txt", lambda s: head(s) + s.text(1) + "\n\nThe clerk then read a letter to the room. It said:\n\n" + LETTER + "\n\n" + s.text(2) + "\n\n" + s.text(3) + "\n", 1),
    Kind("paragraph that begins with Document 2 of 5", "a.txt", lambda s: head(s) + s.text(1) + f"\n\nDocument 2 of 5 in the file of {s.mark} says that the pumps were never tested, and the clerk read it aloud.\n\n" + s.text(2) + "\n", 1),
    Kind("headline that begins with less than", "a.txt", lambda s: f"<3 hours: how long the council of {s.mark} met\n\nBy Ana Roe\n\nMarch 1, 2026\n\n{s.long()}\n", 1),
    Kind("headline that begins as an answer to a letter", "a.txt", lambda s: f"Re: the rain in {s.mark}, and what was said of it\n\nBy Ana Roe\n\nMarch 1, 2026\n\n{s.long()}\n", 1),
    Kind("story with an address of the web in each paragraph", "a.txt", lambda s: head(s) + "\n\n".join(f"The plan, which the town put at https://plans.{s.mark.lower()}.example/day/{n} last week, was read aloud. {s.text(n)}" for n in (1, 2, 3)) + "\n", 1),
    Kind("story with notes at its foot", "a.txt", lambda s: head(s) + f"{s.text(1)}[1]\n\n{s.text(2)}[2]\n\n{s.text(3)}\n\nNotes\n\n[1] The clerk spoke after the meeting.\n[2] The town keeps its own count of the days.\n", 1),
    Kind("story that ends in -30-", "a.txt", lambda s: copied_article(s) + "\n-30-\n", 1),
    Kind("story in lines of 48 signs with words parted at their ends", "a.txt", lambda s: head(s) + "\n\n".join("\n".join(textwrap.wrap(part, 48)) for part in s.long().split("\n\n")).replace("council", "coun-\ncil") + "\n", 1),
    Kind("story in Markdown with links and stars", "a.md", lambda s: f"# Rain 1 in {s.mark}\n\n*By Ana Roe*\n\n{s.text(1)}\n\nThe **clerk** put the [plan of {s.mark}](https://ledger.example/plan) on the table, and nobody read it.\n\n{s.text(2)}\n", 1),
    Kind("story of sums in many currencies", "a.txt", lambda s: head(s) + s.text(1) + f"\n\nThe flood cost {s.mark} $1,250.50, its twin town €1.250,50, its friends £900, ¥140,000 and ₹75,000, or 3.5% of all they had, the clerk said.\n\n" + s.text(2) + "\n", 1),
    Kind("numbers alone between rules among stories", "a.txt", lambda s: copied_article(s, 1) + "\n--------\n\n4 8 15 16 23 42\n\n7 9 11 13 17 19\n\n--------\n\n" + copied_article(s, 3), 2, ("no story",)),
    Kind("headline alone below its number among stories", "a.txt", lambda s: f"Document 1 of 3\n\n{copied_article(s, 1)}\nDocument 2 of 3\n\nRain 2 in {s.mark}\n\nDocument 3 of 3\n\n{copied_article(s, 3)}", 2, ("no story",)),
    Kind("Burmese story", "a.txt", in_language("Burmese"), 1),
    Kind("Amharic story", "a.txt", in_language("Amharic"), 1),
    Kind("Urdu story", "a.txt", in_language("Urdu"), 1),
    Kind("Armenian story", "a.txt", in_language("Armenian"), 1),
    Kind("story that quotes messages of a telephone", "a.txt", lambda s: story_around(s, MESSAGES), 1),
    Kind("story that quotes lines of a log", "a.txt", lambda s: story_around(s, LINES), 1),
    Kind("story that quotes settings of a pump", "a.txt", lambda s: story_around(s, KEYS), 1),
    Kind("headline and names with as many commas", "a.txt", lambda s: f"Rain, hail, snow\nAna Roe, Tom Vale, Cal Quill\n\n{s.long()}\n", 1),
    Kind("headline that begins with at and a name", "a.txt", lambda s: copied_article(s, title=f"@mayor of {s.mark} leaves the network"), 1),
    Kind("paragraphs that begin with words of programs", "a.txt", lambda s: copied_article(s, title=f"Import of pumps for {s.mark}", body=f"import duties on pumps fell in {s.mark}, the clerk said.\n\nclass begins late today, and while it rains nobody in {s.mark} minds.\n\nreturn tickets are sold out, the clerk said, if not for long.\n\nfor now, the council of {s.mark} waits; else it would vote."), 1),
    Kind("story named as a program", "a.py", lambda s: copied_article(s), 1),
    Kind("stories numbered from 7 to 9", "a.txt", lambda s: "".join(f"Document {n + 6} of 9\n\n{copied_article(s, n)}\n\n" for n in (1, 2, 3)), 3),
    Kind("code between two stories between rules", "a.txt", lambda s: copied_article(s, 1) + RULE + PYTHON + RULE + copied_article(s, 3), 2, ("no story",)),
    Kind("reference below its number between two stories", "a.txt", lambda s: f"Document 1 of 3\n\n{copied_article(s, 1)}\n\nDocument 2 of 3\n\n{RIS}\n\nDocument 3 of 3\n\n{copied_article(s, 3)}\n", 2, ("form not known",)),
    Kind("pages as an old Firefox packed them", "a.maff", lambda s: packed({"1772323200_1/index.html": s.page(), "1772323200_1/index.rdf": MAFF}), 1, ("empty feed",)),
    Kind("MHTML named as a letter", "a.eml", lambda s: mhtml(s.page()), 1),
    Kind("Markdown below a head in TOML", "a.md", lambda s: f'+++\ntitle = "Rain 1 in {s.mark}"\ndate = 2026-03-01\ndraft = false\n+++\n\n{s.long()}\n', 1),
    Kind("headline and subhead underlined by dashes", "a.md", underlined, 1),
    Kind("story with words blacked out", "a.txt", lambda s: copy(s).replace("the council", "██████ ███████").replace("early", "█████"), 1),
    Kind("addresses in one another behind a story", "a.txt", lambda s: copy(s, below="\n" + "http://l.example/?u=" * 20_000 + "\n"), 1),
    Kind("one cell of a spreadsheet, copied to a text file", "a.txt", quoted_cell, 1),
    Kind("stories whose numbers have a comma for thousands", "a.txt", lambda s: "".join(f"Document 1,20{n} of 1,204\n\nRain {n} in {s.mark}\n\n{s.long(n)}\n\n\n" for n in (1, 2, 3)), 3),
    Kind("stories between rules with blanks on both sides", "a.txt", lambda s: "\r\n   --------   \r\n".join(f"\r\nRain {n} in {s.mark}\r\n\r\n" + s.long(n).replace("\n", "\r\n") + "\r\n" for n in (1, 2, 3)), 3),
    Kind("wire copy with carets for headline and byline", "a.txt", wire, 1),
    Kind("text of Google Docs with letters for its remarks", "a.txt", of_google, 1),
    Kind("answer of a SPARQL endpoint", "a.srj", bindings, 3),
    Kind("header in YAML that calls a program", "a.md", lambda s: f'---\ntitle: Rain 1 in {s.mark}\nauthor: !!python/object/apply:os.system ["touch {RAN}_yaml"]\n---\n\n{s.long()}\n', 1),
    Kind("Tamil story", "a.txt", foreign("மழை பெய்தது", TAMIL), 1),
    Kind("Khmer story", "a.txt", foreign("ភ្លៀងធ្លាក់", KHMER), 1),
    Kind("open letter with its greeting", "a.txt", open_letter, 1),
    Kind("headline that begins with From and a colon", "a.txt", lambda s: copied_article(s, title=f"From: A Mother in {s.mark}, With Love"), 1),
    Kind("headline that begins as a box of letters does", "a.txt", lambda s: copied_article(s, title=f"From {s.mark} With Love, and With a Lot of Rain"), 1),
    Kind("headline that names the columns of a table", "a.txt", lambda s: copied_article(s, title="Title, Date, Text: What the Clerk Left Out"), 1),
    Kind("page that a browser without pictures wrote out", "a.txt", lynx, 1),
    Kind("page named as a picture", "a.jpg", lambda s: s.page(), 1),
    Kind("Swahili story", "a.txt", swahili, 1),
    Kind("clipping of a note keeper with its source above", "Rain.md", clipping, 1),
    Kind("note with its labels at its end", "0a1b.md", joplin, 1),
    Kind("text cut in the middle of a letter", "a.txt", lambda s: (copied(s) + "\nNobody had been to the café").encode()[:-1], 1),
    Kind("story with a number before each paragraph", "a.txt", numbered, 1),
    Kind("narrow blanks and hard hyphens of a telephone", "a.txt", of_phone, 1),
    Kind("Bengali story", "a.txt", lambda s: "রবিবারে বৃষ্টি\n\n" + "\n\n".join(f"{BENGALI.format(m=s.mark)} ({n})" for n in (1, 2)) + "\n", 1),
    Kind("Lao story", "a.txt", lambda s: "ຝົນຕົກ\n\n" + LAO.format(m=s.mark) + "\n\n" + LAO.format(m=s.mark).replace("ອາທິດ", "ຈັນ") + "\n", 1),
    Kind("page printed by a browser and copied, with its head and foot on each sheet", "a.txt", printed, 1),
    Kind("advertisements between the paragraphs of a copied page", "a.txt", advertised, 1),
    Kind("three stories between rules of 80 dashes with line ends of Windows and none at the end", "a.txt", three_ruled, 3),
    Kind("copied page named as a log", "rain.log", lambda s: copied_without_byline(s), 1),
]  # fmt: skip
