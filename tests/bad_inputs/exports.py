"""Bad exports of press archives, and bad texts."""

from invented_exports import docx, factiva, factiva_document, nexis_document, para, proquest, proquest_record

from bad_inputs.kinds import Kind, Stories

NO_TEXT = ("no text",)


def nexis(s: Stories, *, body: tuple | None = None, numbers: tuple = (1, 2)) -> list[str]:
    return [
        p
        for n in numbers
        for p in nexis_document(n, body=body if body is not None and n == 2 else (s.text(n), s.text(n + 4)))
    ]


NEXIS = [
    Kind("Nexis", "a.docx", lambda s: docx(*nexis(s)), 2),
    Kind("document without a body", "a.docx", lambda s: docx(*nexis(s, body=())), 1, NO_TEXT),
    Kind("document without its end", "a.docx", lambda s: docx(*nexis(s)[:-1]), 2),
    Kind("documents without bookmarks", "a.docx", lambda s: docx(*(p for n in (1, 2) for p in nexis_document(n, body=(s.text(n), s.text(n + 4)), marked=False))), 2),
    Kind("list of documents alone", "a.docx", lambda s: docx(para("*Documents (2)"), para("1. ", "Rain")), 0, ("no article",)),
    Kind("blanks without end in Nexis", "a.docx", lambda s: docx(*nexis(s, body=(s.text(2), " ." * 30_000))), 2),
]  # fmt: skip


def lexis(s: Stories, *, drop: str = "", n: int = 2) -> str:
    parts = [
        f"{k} of {n} DOCUMENTS\n\nThe Ledger\n\nMarch {k}, 2026 Tuesday\n\nRain in {s.mark} {k}\n\nBYLINE: Ana Roe\n\nLENGTH: 40 words\n\n{s.text(k)}\n\n{s.text(k + 4)}\n\nLOAD-DATE: March 4, 2026\n\n"
        for k in range(1, n + 1)
    ]
    return "".join(parts[:-1]) + (parts[-1].replace(drop, "", 1) if drop else parts[-1])


LEXIS = [
    Kind("LexisNexis", "a.txt", lexis, 2),
    Kind("LexisNexis without a date", "a.txt", lambda s: lexis(s, drop="March 2, 2026 Tuesday"), 1, NO_TEXT),
    Kind("LexisNexis without a foot", "a.txt", lambda s: lexis(s, drop="LOAD-DATE: March 4, 2026"), 2),
    Kind("LexisNexis cut off", "a.txt", lambda s: lexis(s)[: lexis(s).index("BYLINE", 400)], 1, NO_TEXT),
    Kind("LexisNexis, other line ends", "a.txt", lambda s: lexis(s).replace("\n", "\r\n"), 2),
    Kind("LexisNexis in Windows-1252", "a.txt", lambda s: lexis(s).replace("council", "café").encode("cp1252"), 2),
    Kind("LexisNexis, first line alone", "a.txt", lambda s: "1 of 2 DOCUMENTS\n", 0, ("no article",)),
    Kind("LexisNexis in HTML", "a.html", lambda s: f"<html><body><DOCFULL>{lexis(s)}</DOCFULL></body></html>".replace("\n\n", "<br>"), 2),
]  # fmt: skip


def proquest_of(s: Stories, *, second: str | None = None) -> str:
    return proquest(
        proquest_record(1, s.text(1)),
        proquest_record(2, s.text(2) if second is None else second),
        proquest_record(3, s.text(3)),
    )


PROQUEST = [
    Kind("ProQuest", "a.txt", proquest_of, 3),
    Kind("ProQuest without a text", "a.txt", lambda s: proquest_of(s, second="Not available."), 2, NO_TEXT),
    Kind("ProQuest with an empty text", "a.txt", lambda s: proquest_of(s, second=""), 2, NO_TEXT),
    Kind("ProQuest cut off", "a.txt", lambda s: proquest_of(s)[: proquest_of(s).index("Document 3")] + "Document 3 of 3\r\n\r\nRain", 2, ("no article",)),
    Kind("blanks without end in ProQuest", "a.txt", lambda s: proquest_of(s, second=s.text(2) + " \n" * 20_000 + "So."), 3),
    Kind("rules without a record", "a.txt", lambda s: proquest_of(s).replace("Document 2", "_" * 60 + "\r\n\r\n" + "_" * 60 + "\r\n\r\nDocument 2"), 3),
    Kind("ProQuest in UTF-16", "a.txt", lambda s: proquest_of(s).encode("utf-16"), 3),
]  # fmt: skip


def factiva_of(s: Stories, *, lines: tuple | None = None) -> str:
    above = ["By Ana Roe", "40 words", "3 March 2026", "The Ledger", "LEDG", "English", "Copyright 2026 Ledger Media"]
    documents = [
        factiva_document(
            [f'<div id="hd"><span class="enHeadline">Rain {n} in {s.mark}</span></div>', *above],
            list(lines if lines is not None and n == 2 else (s.text(n), s.text(n + 4))),
            [],
            number=n,
        )
        for n in (1, 2)
    ]
    return factiva(*documents)


FACTIVA = [
    Kind("Factiva", "a.html", factiva_of, 2),
    Kind("Factiva without paragraphs", "a.html", lambda s: factiva_of(s, lines=()), 1, NO_TEXT),
    Kind("Factiva cut off", "a.html", lambda s: factiva_of(s)[: factiva_of(s).index("Search Summary") - 60], 2),
    Kind("Factiva with markup in its text", "a.html", lambda s: factiva_of(s, lines=(s.text(2) + "<script>alert(1)</script>", s.text(6))), 2),
    Kind("Factiva with NULs", "a.html", lambda s: factiva_of(s).replace("council", "coun\0cil", 1), 2),
    Kind("Factiva in UTF-16", "a.html", lambda s: factiva_of(s).encode("utf-16"), 2),
]  # fmt: skip


def copied(s: Stories) -> str:
    return f"Rain at last in {s.mark}\n\nBy Ana Roe\n\nMarch 3, 2026\n\n{s.long()}\n"


TEXTS = [
    Kind("copied page", "a.txt", copied, 1),
    Kind("copied page named as CSV", "a.csv", copied, 1),
    Kind("copied page named as JSON", "a.json", copied, 1),
    Kind("empty file", "a.txt", lambda s: "", 0, ("empty file",)),
    Kind("blanks", "a.txt", lambda s: " \n\t\n", 0, ("empty file",)),
    Kind("byte-order mark alone", "a.txt", lambda s: b"\xef\xbb\xbf", 0, ("empty file",)),
    Kind("one word", "a.txt", lambda s: "Rain", 0, ("no story",)),
    Kind("numbers", "a.txt", lambda s: "1 2 3\n" * 300, 0, ("no story",)),
    Kind("lines of a page and no story", "a.txt", lambda s: "Share\nTweet\nSubscribe\nHome\nLog in\n", 0, ("no story",)),
    Kind("NULs in a text", "a.txt", lambda s: copied(s).replace("council", "coun\0cil"), 1, (), "removed NUL"),
    Kind("NULs behind a text", "a.txt", lambda s: copied(s) + "\0" * 4, 1),
    Kind("UTF-16 with a mark", "a.txt", lambda s: copied(s).encode("utf-16"), 1),
    Kind("UTF-16 without a mark", "a.txt", lambda s: copied(s).encode("utf-16-be"), 1),
    Kind("UTF-32", "a.txt", lambda s: copied(s).encode("utf-32"), 1),
    Kind("UTF-16 with half a character", "a.txt", lambda s: copied(s).encode("utf-16-le") + b"\0\xd8", 1),
    Kind("Windows-1252", "a.txt", lambda s: copied(s).replace("council", "café “council”").encode("cp1252"), 1, (), "Windows-1252"),
    Kind("two encodings in a text", "a.txt", lambda s: copied(s).replace("council", "café").encode() + copied(s).replace("council", "café").encode("cp1252"), 1),
    Kind("wrongly decoded text", "a.txt", lambda s: "It wasnâ€™t dry, said JosÃ©.\n\n" + copied(s), 1, (), "repaired wrongly decoded"),
    Kind("terminal codes in a text", "a.txt", lambda s: copied(s).replace("council", "\x1b[31mcouncil\x1b[0m"), 1, (), "control characters"),
    Kind("text turned around by controls", "a.txt", lambda s: copied(s).replace("council", "\u202ecouncil"), 1, (), "bidi controls"),
    Kind("characters without width", "a.txt", lambda s: copied(s).replace("council", "coun\u200bcil"), 1, (), "zero-width"),
    Kind("accents set apart", "a.txt", lambda s: copied(s).replace("council", "cafe\u0301"), 1, (), "joined accents"),
    Kind("line of 400,000 characters", "a.txt", lambda s: copied(s) + "and rain " * 45_000, 1),
    Kind("line of blanks", "a.txt", lambda s: copied(s).replace("council", "council" + " " * 60_000), 1),
    Kind("60,000 line ends", "a.txt", lambda s: copied(s).replace("\n\n", "\n" * 60_000, 1), 1),
    Kind("one sign 60,000 times", "a.txt", lambda s: copied(s) + "_" * 60_000, 1),
    Kind("quotation marks 60,000 times", "a.txt", lambda s: copied(s) + '"' * 60_000, 1),
    Kind("text over the limit in a file", "a.txt", lambda s: copied(s) + "rain " * 2_100_000, 0, ("over the limit: text_mb",)),
    Kind("line ends of an old Mac", "a.txt", lambda s: copied(s).replace("\n", "\r"), 1),
    Kind("hundred accents on a letter", "a.txt", lambda s: copied(s).replace("council", "council" + "\u0301" * 100), 1),
    Kind("unknown characters", "a.txt", lambda s: copied(s).replace("council", "coun\ufffd\ue000cil"), 1),
]  # fmt: skip

NAMES = [
    Kind("name with codes of a terminal", "a\x1b[2J\x1b[31m.txt", copied, 1),
    Kind("name with a line end", "a\nb.txt", copied, 1),
    Kind("name of 250 characters", "x" * 246 + ".txt", copied, 1),
    Kind("name that begins as an option", "--help.txt", copied, 1),
    Kind("name that begins as a formula", "=cmd|' /C calc'!A0.txt", copied, 1),
    Kind("name that is no UTF-8", "caf\udce9.txt", copied, 1),
    Kind("name in Chinese", "雨.txt", copied, 1),
    Kind("name turned around", "a\u202etxt.exe", copied, 1),
    Kind("name with markup", "<img src=x onerror=alert(1)>.txt", copied, 1),
    Kind("name without an ending", "rain", copied, 1),
]  # fmt: skip

KINDS = [*NEXIS, *LEXIS, *PROQUEST, *FACTIVA, *TEXTS, *NAMES]
