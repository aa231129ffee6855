"""Bad JSON and JSON Lines."""

import gzip
import json

from bad_inputs.kinds import Kind, Stories

INVALID = ("not valid JSON",)
NOT_TEXT = ("field is not text",)
DEEP = ("over the limit: depth",)


def nested(depth: int, inner: object = "Rain") -> object:
    for _ in range(depth):
        inner = [inner]
    return inner


def other(**fields: object):
    """Return what makes JSON Lines whose second record has other fields."""
    return lambda s: s.lines(json.dumps(s.record(2, **fields)))


def listed(s: Stories) -> str:
    return json.dumps(s.records(), indent=1)


LINES = [
    Kind("lines", "a.jsonl", Stories.lines, 3),
    Kind("comment above lines", "a.jsonl", lambda s: "# made by hand\n" + s.lines(), 3),
    Kind("comment between lines", "a.jsonl", lambda s: s.lines("// made by hand"), 2),
    Kind("value above lines", "a.jsonl", lambda s: "3\n" + s.lines(), 3, ("not a record",)),
    Kind("string above lines", "a.jsonl", lambda s: '"articles"\n' + s.lines(), 3, ("not a record",)),
    Kind("broken line", "a.jsonl", lambda s: s.lines('{"title": "Rain", "text": '), 2, INVALID),
    Kind("last line cut off", "a.jsonl", lambda s: s.lines()[:-30], 2, INVALID),
    Kind("first line broken", "a.jsonl", lambda s: '{"title": "Rain", "text": \n' + s.lines(), 3, INVALID),
    Kind("list as a line", "a.jsonl", lambda s: s.lines("[1, 2]"), 2, ("not a record",)),
    Kind("null as a line", "a.jsonl", lambda s: s.lines("null"), 2, ("not a record",)),
    Kind("empty lines between", "a.jsonl", lambda s: s.lines("", " ", ""), 2),
    Kind("comma behind each line", "a.jsonl", lambda s: s.lines().replace("}\n", "},\n"), 3),
    Kind("Windows line ends", "a.jsonl", lambda s: s.lines().replace("\n", "\r\n"), 3),
    Kind("lines with a byte-order mark", "a.jsonl", lambda s: b"\xef\xbb\xbf" + s.lines().encode(), 3),
    Kind("lines in UTF-16", "a.jsonl", lambda s: s.lines().encode("utf-16"), 3),
    Kind("line in Windows-1252", "a.jsonl", lambda s: s.lines().encode().replace(b"council", b"caf\xe9 council", 1), 3),
    Kind("lines packed and cut off", "a.jsonl.gz", lambda s: gzip.compress(s.lines().encode())[:-12], 2, ("damaged gzip",)),
    Kind("record twice", "a.jsonl", lambda s: s.lines(json.dumps(s.record(1))), 2, repeats=1),
    Kind("quotation mark not escaped", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace("council", 'the "council"')), 2, INVALID),
    Kind("escape that JSON lacks", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace("council", "\\xcouncil")), 2, INVALID),
    Kind("Python in place of JSON", "a.jsonl", lambda s: "\n".join(map(str, s.records())), 0, INVALID * 3),
    Kind("half a character", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace("council", "\\ud800council")), 3, (), "removed lone surrogates"),
    Kind("NUL escaped", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace("council", "\\u0000council")), 3, (), "removed NUL"),
    Kind("line break in a string", "a.jsonl", lambda s: listed(s).replace(", and the", ",\nand the"), 3),
    Kind("key twice", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace('{"title"', '{"title": "Hail", "title"')), 3),
]  # fmt: skip

FIELDS = [
    Kind("list in a list as a title", "a.jsonl", other(title=[["Rain", "at"], ["last"]]), 2, NOT_TEXT),
    Kind("list as a title", "a.jsonl", other(title=["Rain"]), 3),
    Kind("object as a title", "a.jsonl", other(title={"rendered": "Rain"}), 3),
    Kind("number as a title", "a.jsonl", other(title=1984), 3),
    Kind("number too large as a title", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, title=0)).replace(": 0", ": 1e999", 1)), 3),
    Kind("number of 5,000 digits", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, title=0)).replace(": 0", f": {'9' * 5000}", 1)), 2, INVALID),
    Kind("list in a list as an outlet", "a.jsonl", other(outlet=[[["Ledger"]]]), 2, NOT_TEXT),
    Kind("author nested 900 deep", "a.jsonl", other(author=nested(900)), 2, DEEP),
    Kind("author nested in objects", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2))[:-1] + ', "author": ' + '{"name": ' * 300 + '"Roe"' + "}" * 301), 2, DEEP),
    Kind("line nested 100,000 deep", "a.jsonl", lambda s: s.lines('{"title": ' + "[" * 100_000), 2, DEEP),
    Kind("6,000 authors", "a.jsonl", other(author=[f"Ana Roe {n}" for n in range(6000)]), 2, ("field is too long",)),
    Kind("title of 100,000 characters", "a.jsonl", other(title="Rain " * 20_000), 2, ("field is too long",)),
    Kind("title null", "a.jsonl", other(title=None), 3, (), "no headline given"),
    Kind("text null", "a.jsonl", other(text=None), 2, ("no text",)),
    Kind("text missing", "a.jsonl", other(text=...), 2, ("no text",)),
    Kind("text of blanks", "a.jsonl", other(text=" \n\u00a0\u200b"), 2, ("no text",)),
    Kind("text NaN", "a.jsonl", other(text=float("nan")), 2, ("no text",)),
    Kind("number as text", "a.jsonl", other(text=12), 2, ("no story",)),
    Kind("list of paragraphs as text", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=[s.text(2), {"text": s.text(9)}]))), 3),
    Kind("date of many digits", "a.jsonl", other(date="9" * 400), 3),
    Kind("date as a number of many digits", "a.jsonl", other(date=10**400), 3),
    Kind("date as an object", "a.jsonl", other(date={"$date": "2026-03-02T06:00:00Z"}), 3),
    Kind("date as a list", "a.jsonl", other(date=["2026-03-02"]), 3),
    Kind("date as an empty list", "a.jsonl", other(date=[]), 3),
    Kind("date true", "a.jsonl", other(date=True), 3),
    Kind("date NaN", "a.jsonl", other(date=float("nan")), 3),
    Kind("date infinite", "a.jsonl", other(date=float("-inf")), 3),
    Kind("date in milliseconds", "a.jsonl", other(date=1772431200000), 3),
    Kind("date before any", "a.jsonl", other(date=-99999999999), 3),
    Kind("zone too wide", "a.jsonl", other(date="2026-03-02T06:00:00-99:59"), 3),
    Kind("year 1 in JSON", "a.jsonl", other(date="0001-01-01T00:00:00+05:00"), 3),
    Kind("address that is none", "a.jsonl", other(url="http://[::1"), 3),
    Kind("address with a script", "a.jsonl", other(url="javascript:alert(1)"), 3),
    Kind("20,000 fields", "a.jsonl", other(**{f"f{n}": n for n in range(20_000)}), 3),
    Kind("markup as text", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=f"<p>{s.text(2)}</p><p>{s.text(9)}</p>"))), 3),
    Kind("markup nested 3,000 deep as text", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text="<div>" * 3000 + s.text(2)))), 3),
    Kind("terminal codes in a title", "a.jsonl", other(title="\x1b[31mRain\x1b[2J"), 3, (), "control characters"),
    Kind("text turned around", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text="\u202e" + s.text(2)))), 3, (), "bidi controls"),
    Kind("text over the limit", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text="rain " * 2_100_000))), 2, ("over the limit: text_mb",)),
]  # fmt: skip

VALUES = [
    Kind("list", "a.json", listed, 3),
    Kind("list named as text", "a.txt", listed, 3),
    Kind("comma behind the last", "a.json", lambda s: listed(s)[:-2] + ",\n]", 3, (), "removed commas or comments"),
    Kind("comments in a list", "a.json", lambda s: listed(s).replace("[", "[ // made by hand", 1), 3, (), "removed commas or comments"),
    Kind("list cut off", "a.json", lambda s: listed(s)[:-60], 2, INVALID, "damaged JSON"),
    Kind("list not closed", "a.json", lambda s: listed(s).rstrip("]"), 3),
    Kind("damaged in between", "a.json", lambda s: listed(s).replace('"date": "2026-03-02",', '"date": 2026-03-02,'), 2, INVALID, "damaged JSON"),
    Kind("objects by numbers", "a.json", lambda s: json.dumps({str(n): r for n, r in enumerate(s.records(), start=1)}), 3),
    Kind("objects by columns", "a.json", lambda s: json.dumps({k: {str(n): r[k] for n, r in enumerate(s.records())} for k in s.record()}), 3),
    Kind("rows with their columns", "a.json", lambda s: json.dumps({"columns": list(s.record()), "data": [list(r.values()) for r in s.records()]}), 3),
    Kind("table as a list of lists", "a.json", lambda s: json.dumps([list(s.record()), *(list(r.values()) for r in s.records())]), 3),
    Kind("wrapped", "a.json", lambda s: json.dumps({"status": "ok", "response": {"docs": s.records()}}), 3),
    Kind("wrapped by a search engine", "a.json", lambda s: json.dumps({"hits": {"hits": [{"_id": n, "_source": r} for n, r in enumerate(s.records())]}}), 3),
    Kind("one object", "a.json", lambda s: json.dumps(s.record()), 1),
    Kind("objects without anything between", "a.json", lambda s: "".join(map(json.dumps, s.records())), 3),
    Kind("printed objects one after the other", "a.json", lambda s: "\n".join(json.dumps(r, indent=2) for r in s.records()), 3),
    Kind("two lists one after the other", "a.json", lambda s: json.dumps(s.records()[:2]) + "\n" + json.dumps(s.records()[2:]), 3),
    Kind("list in a call", "a.json", lambda s: f"callback({listed(s)});", 3),
    Kind("list as a variable", "a.js", lambda s: f"var articles = {listed(s)};", 3),
    Kind("guard against scripts above", "a.json", lambda s: ")]}',\n" + listed(s), 3),
    Kind("records and others in a list", "a.json", lambda s: json.dumps([1, "x", None, [], *s.records()]), 3, ("not a record",) * 4),
    Kind("empty list", "a.json", lambda s: "[]", 0, ("no record",)),
    Kind("empty object", "a.json", lambda s: "{}", 0, ("no text",)),
    Kind("list of numbers", "a.json", lambda s: "[1, 2, 3]", 0, ("not a record",) * 3),
    Kind("null alone", "a.json", lambda s: "null", 0, ("no story",)),
    Kind("brace alone", "a.json", lambda s: "{", 0, INVALID),
    Kind("list nested 100,000 deep", "a.json", lambda s: "[" * 100_000 + "]" * 100_000, 0, DEEP),
    Kind("objects nested 100,000 deep", "a.json", lambda s: '{"a":' * 100_000, 0, DEEP),
    Kind("single quotation marks", "a.json", lambda s: str(s.records()), 0, INVALID),
    Kind("settings and no article", "a.json", lambda s: json.dumps({"name": "x", "version": 2, "scripts": {"test": "true"}}), 0, ("no text",)),
    Kind("list in UTF-32", "a.json", lambda s: listed(s).encode("utf-32"), 3),
    Kind("list with NULs behind it", "a.json", lambda s: listed(s) + "\0\0\0", 3),
]  # fmt: skip

KINDS = [*LINES, *FIELDS, *VALUES]
