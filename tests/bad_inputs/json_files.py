"""Kinds of bad input: JSON and JSON Lines."""

import json
from collections.abc import Callable

from bad_inputs.kinds import Kind, Stories
from bad_inputs.make_tables import DAY, LEDGER, all_with, dumped, later, other, table
from bad_inputs.make_texts import copied, jsonl, listed, made_for_each, paragraphs, rss
from bad_inputs.reasons import FIELD_IS_NOT_TEXT, FORM_NOT_KNOWN, NO_STORY, NO_TEXT, NOT_VALID_JSON


def renamed_fields(s: Stories, **fields: str) -> list[dict]:
    """Return three records with other names for their fields: each new name, and the old one in its place."""
    return [{new: record[old] for new, old in fields.items()} for record in s.records()]


NOT_A_RECORD = ("not a record",)


def with_other_value(name: str, value: object) -> object:
    """Return what makes JSON Lines whose second record has another value of a field."""
    return lambda s: s.lines(json.dumps(s.record(2, **{name: value})))


def list_of_made(make: Callable[[int], dict]) -> str:
    """Return a list of three records with a field that `make` gives for each number."""
    return json.dumps([{"title": f"Rain {n}", **make(n)} for n in (1, 2, 3)])


def escaped_names(s):
    text = json.dumps(s.records())
    return text.replace('"title"', r'"\u0074itle"').replace('"text"', r'"te\u0078t"').replace('"date"', r'"d\u0061te"')


RTF = r"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}\f0\fs24 Rain fell on the town.\par The council went home.\par}"
JS = "function rain(town) {\n  const drops = [];\n  for (let n = 0; n < 10; n++) {\n    drops.push(town + n);\n  }\n  return drops;\n}\n\nwindow.addEventListener('load', () => rain('a'));\n"


def news_answer(s):
    def one(n):
        return {"source": {"id": None, "name": "The Ledger"}, "author": "Ana Roe", "title": f"Rain {n} in {s.mark}", "description": None, "url": f"https://l.example/{n}", "urlToImage": None, "publishedAt": f"2026-03-0{n}T10:00:00Z", "content": s.text(n)}  # fmt: skip

    gone = {"source": {"id": None, "name": "[Removed]"}, "author": None, "title": "[Removed]", "description": "[Removed]", "url": "https://removed.example", "urlToImage": None, "publishedAt": "1970-01-01T00:00:00Z", "content": "[Removed]"}  # fmt: skip
    return json.dumps({"status": "ok", "totalResults": 3, "articles": [one(1), gone, one(3)]})


CHINESE_BY_DAY = (
    "{0}镇周一下了大雨。镇议会原定讨论干旱，会议提前结束，没有表决。书记员说，没有人带伞，街道到晚上才干。这是第{1}天。"
)


def pandas_table(s) -> str:
    fields = [
        {"name": "index", "type": "integer"},
        *({"name": name, "type": "string"} for name in ("title", "date", "text")),
    ]
    return json.dumps(
        {
            "schema": {"fields": fields, "primaryKey": ["index"], "pandas_version": "1.4.0"},
            "data": [{"index": n, **record} for n, record in enumerate(s.records())],
        }
    )


def hub(s) -> str:
    features = [
        {"feature_idx": n, "name": name, "type": {"dtype": "string", "_type": "Value"}}
        for n, name in enumerate(("title", "date", "text"))
    ]
    return json.dumps(
        {
            "features": features,
            "rows": [{"row_idx": n, "row": record, "truncated_cells": []} for n, record in enumerate(s.records())],
            "num_rows_total": 3,
            "partial": False,
        }
    )


def extracted(s) -> str:
    return "".join(
        json.dumps(
            {
                "title": f"Rain {n}",
                "author": "Ana Roe",
                "hostname": "l.example",
                "date": f"2026-03-0{n}",
                "fingerprint": f"00{n}",
                "id": None,
                "license": None,
                "comments": "",
                "raw_text": s.text(n),
                "text": s.text(n),
                "language": None,
                "image": None,
                "pagetype": "article",
                "filedate": "2026-03-04",
                "source": f"https://l.example/{n}",
                "source-hostname": "Ledger",
                "excerpt": None,
                "categories": "",
                "tags": "",
            }
        )
        + "\n"
        for n in (1, 2, 3)
    )


INTERFACE = {"openapi": "3.0.0", "info": {"title": "Articles", "version": "1.0", "description": "The interface hands out articles."}, "paths": {"/articles": {"get": {"summary": "List the articles", "responses": {"200": {"description": "A list of articles"}}}}}}  # fmt: skip


def of_powershell(s):
    rows = json.dumps({"value": [r | {"date": "DATE"} for r in s.records()], "Count": 3}, indent=4)
    return rows.replace('"DATE"', r'"\/Date(1772359200000)\/"').replace("\n", "\r\n")


def of_pandas(s):
    return json.dumps({
        "schema": {"fields": [{"name": "index", "type": "integer"}, *({"name": name, "type": "string"} for name in ("title", "date", "text"))], "primaryKey": ["index"], "pandas_version": "1.4.0"},
        "data": [{"index": k} | r for k, r in enumerate(s.records())],
    })  # fmt: skip


# ---------------------------------------------------------------- JSON
def php(s):
    records = [r | {"url": f"https://l.example/rain/{n}", "authors": "Zoë Roe"} for n, r in enumerate(s.records())]
    return json.dumps(records, indent=4).replace("/", "\\/")


SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Article",
    "type": "object",
    "properties": {"title": {"type": "string"}, "text": {"type": "string"}},
    "required": ["title", "text"],
}


# ---- JSON


def index_of_events(s):
    results = [
        {
            "uri": f"80{n}",
            "lang": "eng",
            "isDuplicate": False,
            "date": r["date"],
            "time": "10:00:00",
            "dateTime": f"{r['date']}T10:00:00Z",
            "dataType": "news",
            "sim": 0,
            "url": f"https://l.example/{n}",
            "title": r["title"],
            "body": r["text"],
            "source": {"uri": "l.example", "dataType": "news", "title": "The Ledger"},
            "authors": [{"uri": "ana@l.example", "name": "Ana Roe", "type": "author", "isAgency": False}],
            "image": None,
            "sentiment": -0.1,
            "wgt": 1,
        }
        for n, r in enumerate(s.records(), 1)
    ]
    return json.dumps({"articles": {"page": 1, "totalResults": 3, "pages": 1, "count": 100, "results": results}})


def taken_apart(s):
    objects = [
        {
            "type": "article",
            "diffbotUri": f"article|3|{n}",
            "title": r["title"],
            "siteName": "The Ledger",
            "author": "Ana Roe",
            "date": "Fri, 13 Mar 2026 10:00:00 GMT",
            "humanLanguage": "en",
            "pageUrl": f"https://l.example/{n}",
            "numPages": "1",
            "tags": [{"label": "Rain", "score": 0.5}],
            "images": [],
            "text": r["text"],
            "html": f"<p>{r['text']}</p>",
        }
        for n, r in enumerate(s.records(), 1)
    ]
    return json.dumps(
        {"request": {"pageUrl": "https://l.example/1", "api": "article", "version": 3}, "objects": objects}
    )


def crawled(s):
    return json.dumps(
        [
            {
                "url": f"https://l.example/{n}",
                "loadedUrl": f"https://l.example/{n}",
                "domain": "l.example",
                "loadedDomain": "l.example",
                "title": r["title"],
                "softTitle": r["title"],
                "date": "2026-03-13T10:00:00.000Z",
                "author": ["Ana Roe"],
                "publisher": "The Ledger",
                "copyright": None,
                "favicon": "/f.ico",
                "description": "It rained.",
                "keywords": None,
                "lang": "en",
                "canonicalLink": f"https://l.example/{n}",
                "tags": [],
                "image": None,
                "videos": [],
                "links": [],
                "text": r["text"],
            }
            for n, r in enumerate(s.records(), 1)
        ],
        indent=2,
    )


def stories_with_body(s):
    return json.dumps(
        {
            "stories": [
                {
                    "id": n,
                    "title": r["title"],
                    "body": r["text"],
                    "published_at": "2026-03-13T10:00:00Z",
                    "author": {"id": 1, "name": "Ana Roe"},
                    "source": {"id": 7, "name": "The Ledger", "domain": "l.example"},
                    "sentiment": {"body": {"polarity": "neutral", "score": 0.5}},
                    "summary": {"sentences": ["It rained."]},
                    "links": {"permalink": f"https://l.example/{n}"},
                    "words_count": 30,
                }
                for n, r in enumerate(s.records(), 1)
            ],
            "next_page_cursor": "AoJ=",
        }
    )


def windows_ends(s):
    return json.dumps([s.record(n, text=f"{s.text(n)}\r\n\r\nIt rained on the next day, too.\r\n") for n in (1, 2, 3)])


def many_lines(s: Stories) -> str:
    lines = [dumped({"title": f"Rain {n} in {s.mark}", "date": "2026-03-01", "text": s.text(n)}) for n in range(1, 41)]
    return "\n".join(line[: len(line) * 2 // 3] if n % 8 == 0 else line for n, line in enumerate(lines, 1)) + "\n"


def resumed(s: Stories) -> str:
    one, two, three = (dumped(r) for r in s.records())
    return "\n".join([one, two[: len(two) // 2], two, three, ""])


def cut_letter(s: Stories) -> bytes:
    lines = "\n".join([dumped(s.record(1)), dumped(s.record(2)), dumped(s.record(3, text=s.text(3)[:60] + " café"))])
    data = lines.encode()
    return data[: data.rindex("é".encode()) + 1]


def cloud(s) -> str:
    return json.dumps(
        {
            "records": made_for_each(
                lambda n: {
                    "id": f"rec00{n}",
                    "createdTime": "2026-03-04T10:00:00.000Z",
                    "fields": {"Title": f"Rain {n}", "Date": f"2026-03-0{n}", "Text": s.text(n)},
                },
            ),
            "offset": "itr1",
        }
    )


def registry(s) -> str:
    return json.dumps(
        {
            "articles": {
                "results": made_for_each(
                    lambda n: {
                        "uri": f"80{n}",
                        "lang": "eng",
                        "isDuplicate": False,
                        "date": f"2026-03-0{n}",
                        "time": "10:00:00",
                        "sim": 0,
                        "url": f"https://l.example/{n}",
                        "title": f"Rain {n}",
                        "body": s.text(n),
                        "source": {"uri": "l.example", "dataType": "news", "title": LEDGER},
                        "image": None,
                        "sentiment": 0.1,
                    },
                ),
                "totalResults": 3,
                "page": 1,
                "count": 100,
                "pages": 1,
            }
        }
    )


def newspaper(s):
    return json.dumps(
        [
            {
                "url": f"https://l.example/{n}",
                "source_url": "https://l.example",
                "title": f"Rain {n} in {s.mark}",
                "authors": ["Ana Roe"],
                "publish_date": f"2026-03-0{n} 00:00:00",
                "text": s.long(n),
                "top_image": "https://l.example/a.jpg",
                "images": [],
                "movies": [],
                "keywords": ["rain", "vote"],
                "meta_lang": "en",
            }
            for n in (1, 2, 3)
        ]
    )


def django(s):
    return json.dumps([{"model": "news.article", "pk": n, "fields": r} for n, r in enumerate(s.records(), 1)])


def odata(s):
    return json.dumps(
        {
            "@odata.context": "https://l.example/api/$metadata#Articles",
            "@odata.count": 3,
            "value": [{"@odata.etag": 'W/"1"', **r} for r in s.records()],
        }
    )


def line_with(text):
    return lambda s: jsonl(s.records(s.record(2, text=text)))


def console(s):
    return f"{json.dumps(s.record(1))}\n... 1 more item\n{json.dumps(s.record(3))}\n"


KINDS = [
    Kind("table named as JSON", "a.json", Stories.table, 3),
    Kind("lines", "a.jsonl", Stories.lines, 3),
    Kind("comment above lines", "a.jsonl", lambda s: "# made by hand\n" + s.lines(), 3),
    Kind("comment between lines", "a.jsonl", lambda s: s.lines("// made by hand"), 2),
    Kind("value above lines", "a.jsonl", lambda s: "3\n" + s.lines(), 3, ("not a record",)),
    Kind("string above lines", "a.jsonl", lambda s: '"articles"\n' + s.lines(), 3, ("not a record",)),
    Kind("broken line", "a.jsonl", lambda s: s.lines('{"title": "Rain", "text": '), 2, NOT_VALID_JSON),
    Kind("last line cut off", "a.jsonl", lambda s: s.lines()[:-30], 2, NOT_VALID_JSON),
    Kind("first line broken", "a.jsonl", lambda s: '{"title": "Rain", "text": \n' + s.lines(), 3, NOT_VALID_JSON),
    Kind("list as a line", "a.jsonl", lambda s: s.lines("[1, 2]"), 2, ("not a record",)),
    Kind("null as a line", "a.jsonl", lambda s: s.lines("null"), 2, ("not a record",)),
    Kind("empty lines between", "a.jsonl", lambda s: s.lines("", " ", ""), 2),
    Kind("comma behind each line", "a.jsonl", lambda s: s.lines().replace("}\n", "},\n"), 3),
    Kind("Windows line ends", "a.jsonl", lambda s: s.lines().replace("\n", "\r\n"), 3),
    Kind("record twice", "a.jsonl", lambda s: s.lines(json.dumps(s.record(1))), 2, repeats=1),
    Kind("quotation mark not escaped", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace("council", 'the "council"')), 2, NOT_VALID_JSON),
    Kind("escape that JSON lacks", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace("council", "\\xcouncil")), 2, NOT_VALID_JSON),
    Kind("Python in place of JSON", "a.jsonl", lambda s: "\n".join(map(str, s.records())), 0, NOT_VALID_JSON * 3),
    Kind("half a character", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace("council", "\\ud800council")), 3, (), "removed lone surrogates"),
    Kind("line break in a string", "a.jsonl", lambda s: listed(s).replace(", and the", ",\nand the"), 3),
    Kind("key twice", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace('{"title"', '{"title": "Hail", "title"')), 3),
    Kind("list in a list as a title", "a.jsonl", other(title=[["Rain", "at"], ["last"]]), 2, FIELD_IS_NOT_TEXT),
    Kind("list as a title", "a.jsonl", other(title=["Rain"]), 3),
    Kind("object as a title", "a.jsonl", other(title={"rendered": "Rain"}), 3),
    Kind("number as a title", "a.jsonl", other(title=1984), 3),
    Kind("number too large as a title", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, title=0)).replace(": 0", ": 1e999", 1)), 3),
    Kind("title null", "a.jsonl", other(title=None), 3, (), "no headline given"),
    Kind("text null", "a.jsonl", other(text=None), 2, ("no text",)),
    Kind("text missing", "a.jsonl", other(text=...), 2, ("no text",)),
    Kind("text of blanks", "a.jsonl", other(text=" \n\u00a0\u200b"), 2, ("no text",)),
    Kind("text NaN", "a.jsonl", other(text=float("nan")), 2, ("no text",)),
    Kind("number as text", "a.jsonl", other(text=12), 2, ("no story",)),
    Kind("list of paragraphs as text", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=[s.text(2), {"text": s.text(9)}]))), 3),
    Kind("zone too wide", "a.jsonl", other(date="2026-03-02T06:00:00-99:59"), 3),
    Kind("address that is none", "a.jsonl", other(url="http://[::1"), 3),
    Kind("markup as text", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=f"<p>{s.text(2)}</p><p>{s.text(9)}</p>"))), 3),
    Kind("text turned around", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text="\u202e" + s.text(2)))), 3, (), "bidi controls"),
    Kind("text over the limit", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text="rain " * 2_100_000))), 2, ("over the limit: text_mb",)),
    Kind("list", "a.json", listed, 3),
    Kind("comma behind the last", "a.json", lambda s: listed(s)[:-2] + ",\n]", 3, (), "removed commas or comments"),
    Kind("comments in a list", "a.json", lambda s: listed(s).replace("[", "[ // made by hand", 1), 3, (), "removed commas or comments"),
    Kind("list cut off", "a.json", lambda s: listed(s)[:-60], 2, NOT_VALID_JSON, "damaged JSON"),
    Kind("list not closed", "a.json", lambda s: listed(s).rstrip("]"), 3),
    Kind("damaged in between", "a.json", lambda s: listed(s).replace('"date": "2026-03-02",', '"date": 2026-03-02,'), 2, NOT_VALID_JSON, "damaged JSON"),
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
    Kind("records and others in a list", "a.json", lambda s: json.dumps([1, "x", None, [], *s.records()]), 3, ("not a record",) * 4),
    Kind("empty list", "a.json", lambda s: "[]", 0, ("no record",)),
    Kind("empty object", "a.json", lambda s: "{}", 0, ("no text",)),
    Kind("list of numbers", "a.json", lambda s: "[1, 2, 3]", 0, ("not a record",) * 3),
    Kind("null alone", "a.json", lambda s: "null", 0, ("no story",)),
    Kind("brace alone", "a.json", lambda s: "{", 0, NOT_VALID_JSON),
    Kind("single quotation marks", "a.json", lambda s: str(s.records()), 0, NOT_VALID_JSON),
    Kind("settings and no article", "a.json", lambda s: json.dumps({"name": "x", "version": 2, "scripts": {"test": "true"}}), 0, ("no text",)),
    Kind("copied page named as JSON", "a.json", copied, 1),
    Kind("record separators", "a.json", lambda s: "".join(f"\x1e{json.dumps(r)}\n" for r in s.records()), 3),
    Kind("keys without marks", "a.json", lambda s: listed(s).replace('"title"', "title"), 0, NOT_VALID_JSON),
    Kind("undefined as a value", "a.json", lambda s: listed(s).replace('"2026-03-02"', "undefined"), 2, NOT_VALID_JSON),
    Kind("infinite as a value", "a.json", lambda s: listed(s).replace('"2026-03-02"', "Infinity"), 3),
    Kind("keys in capitals", "a.json", lambda s: json.dumps([{k.upper(): v for k, v in r.items()} for r in s.records()]), 3),
    Kind("records as strings", "a.jsonl", lambda s: "".join(json.dumps(json.dumps(r)) + "\n" for r in s.records()), 3),
    Kind("list as a string", "a.json", lambda s: json.dumps(listed(s)), 3),
    Kind("lists on lines", "a.jsonl", lambda s: "".join(json.dumps([r]) + "\n" for r in s.records()), 3),
    Kind("text in blocks", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text={"blocks": [{"text": s.text(2)}]}))), 3),
    Kind("paragraphs and others", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=[s.text(2), None, 5, [s.text(7)]]))), 3),
    Kind("title of blanks", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, title=" \u00a0 "))), 3, (), "no headline given"),
    Kind("title of controls", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, title="\x07\u202e\u200b"))), 3),
    Kind("title over lines", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, title="Rain\nat\r\nlast"))), 3),
    Kind("key without a name", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2) | {"": "x"})), 3),
    Kind("text of comments", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text="<!-- Rain fell on the town -->"))), 2, ("form not known",)),
    Kind("text true", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=True))), 2, NO_STORY),
    Kind("address as a list", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, url=["https://l.example/1"]))), 3),
    Kind("list behind a remark", "a.json", lambda s: "/**/ callback(" + listed(s) + ");", 3),
    Kind("semicolon behind a list", "a.json", lambda s: listed(s) + ";", 3),
    Kind("bytes that are too long for a sign", "a.jsonl", lambda s: s.lines().encode().replace(b"council", b"coun\xc0\x80cil", 1), 3),
    Kind("feed in JSON", "a.json", lambda s: json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Ledger", "items": [{"id": str(n), "title": f"Rain {n}", "content_html": f"<p>{s.text(n)}</p>"} for n in (1, 2, 3)]}), 3),
    Kind("same key in two spellings", "a.json", lambda s: json.dumps([r | {"Title": "Hail"} for r in s.records()]), 3),
    Kind("line separators raw in strings", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=s.text(2) + "\u2028" + s.text(6)), ensure_ascii=False)), 3),
    Kind("number beyond all in another field", "a.json", lambda s: listed(s).replace('"title"', '"n": 1e400, "title"'), 3),
    Kind("features of a map", "a.json", lambda s: json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": None, "properties": r} for r in s.records()]}), 3),
    Kind("extended JSON of MongoDB", "a.jsonl", lambda s: "".join(json.dumps(r | {"_id": {"$oid": "65a"}, "date": {"$date": {"$numberLong": "1772431200000"}}}) + "\n" for r in s.records()), 3),
    Kind("bulk file of a search engine", "a.ndjson", lambda s: "".join('{"index": {"_id": "1"}}\n' + json.dumps(r) + "\n" for r in s.records()), 3, ("no text",) * 3),
    Kind("rows of CouchDB", "a.json", lambda s: json.dumps({"total_rows": 3, "offset": 0, "rows": [{"id": "a", "key": "a", "doc": r} for r in s.records()]}), 3),
    Kind("edges and nodes", "a.json", lambda s: json.dumps({"data": {"articles": {"edges": [{"cursor": "x", "node": r} for r in s.records()]}}}), 3),
    Kind("graph of linked data", "a.json", lambda s: json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": r["title"], "datePublished": r["date"], "articleBody": r["text"]} for r in s.records()]}), 3),
    Kind("posts of WordPress", "a.json", lambda s: json.dumps([{"id": 1, "date": r["date"], "title": {"rendered": r["title"]}, "content": {"rendered": f"<p>{r['text']}</p>", "protected": False}, "excerpt": {"rendered": "<p>Rain.</p>"}} for r in s.records()]), 3),
    Kind("chat export", "result.json", lambda s: json.dumps({"name": "Ledger", "type": "public_channel", "messages": [{"id": n, "type": "message", "date": "2026-03-03T06:12:00", "text": [{"type": "bold", "text": "Rain"}, " ", s.text(n)]} for n in (1, 2, 3)]}), 3),
    Kind("records in strings in records", "a.json", lambda s: json.dumps([{"payload": json.dumps(r)} for r in s.records()]), 3),
    Kind("objects with commas and no brackets", "a.json", lambda s: ",\n".join(map(json.dumps, s.records())), 3),
    Kind("text by language", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text={"en": s.text(2)}))), 2, ("no text",)),
    Kind("offset with seconds", "a.jsonl", other(date="2026-03-02T06:00:00+05:30:15"), 3),
    Kind("nine digits of a second", "a.jsonl", other(date="2026-03-02T06:00:00.123456789Z"), 3),
    Kind("address of a file", "a.jsonl", other(url="file:///etc/passwd"), 3),
    Kind("address as data", "a.jsonl", other(url="data:text/html,<script>alert(1)</script>"), 3),
    Kind("address with a port that is none", "a.jsonl", other(url="https://l.example:99999999/a"), 3),
    Kind("address with a password", "a.jsonl", other(url="https://ana:secret@l.example/a"), 3),
    Kind("section as numbers", "a.jsonl", other(section=[1, 2.5, None, True]), 3),
    Kind("signs that are none", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=s.text(2).replace("council", "coun\ufdd0\U0001ffffcil")))), 3),
    Kind("words of a template in a text", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=s.text(2) + " {{7*7}} ${jndi:ldap://l.example/a} %n%s"))), 3),
    Kind("HTML page as text in JSON", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=s.page(n=2)))), 3),
    Kind("JSON with a BOM", "a.json", lambda s: "\ufeff" + json.dumps(s.records()), 3),
    Kind("objects without a comma between them", "a.json", lambda s: "".join(json.dumps(r) for r in s.records()), 3),
    Kind("objects over several lines", "a.json", lambda s: "\n".join(json.dumps(r, indent=2) for r in s.records()), 3),
    Kind("NaN for a field", "a.json", lambda s: json.dumps(s.records(s.record(2, score=float("nan")))), 3),
    Kind("NaN for a text", "a.json", lambda s: json.dumps(s.records(s.record(2, text=float("nan")))), 2, ("no text",)),
    Kind(
        "the same key twice",
        "a.json",
        lambda s: json.dumps(s.records()).replace('"title": "Rain 2', '"title": "Old", "title": "Rain 2'),
        3,
    ),
    Kind(
        "GraphQL answer",
        "a.json",
        lambda s: json.dumps({"data": {"articles": {"edges": [{"cursor": "x", "node": r} for r in s.records()]}}}),
        3,
    ),
    Kind(
        "Elasticsearch answer",
        "a.json",
        lambda s: json.dumps(
            {"took": 3, "hits": {"total": 3, "hits": [{"_id": "1", "_source": r} for r in s.records()]}}
        ),
        3,
    ),
    Kind(
        "Elasticsearch bulk lines",
        "a.ndjson",
        lambda s: "".join('{"index": {"_id": "1"}}\n' + json.dumps(r) + "\n" for r in s.records()),
        3,
        ("no text", "no text", "no text"),
    ),
    Kind(
        "JSON Feed",
        "feed.json",
        lambda s: json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "The Marlow Ledger",
                "items": [
                    {
                        "id": str(n),
                        "title": f"Rain {n}",
                        "content_html": f"<p>{s.text(n)}</p>",
                        "date_published": "2026-03-01T00:00:00Z",
                    }
                    for n in (1, 2, 3)
                ],
            }
        ),
        3,
        fields={"published": "2026-03-01"},
    ),
    Kind(
        "WordPress answer",
        "posts.json",
        lambda s: json.dumps(
            [
                {
                    "id": n,
                    "date": "2026-03-01T08:00:00",
                    "title": {"rendered": f"Rain {n}"},
                    "content": {"rendered": f"<p>{s.text(n)}</p>"},
                }
                for n in (1, 2, 3)
            ]
        ),
        3,
        fields={"published": "2026-03-01"},
    ),
    Kind(
        "columns with lists",
        "a.json",
        lambda s: json.dumps({k: [r[k] for r in s.records()] for k in ("title", "date", "text")}),
        3,
    ),
    Kind(
        "pandas: split",
        "a.json",
        lambda s: json.dumps(
            {"columns": ["title", "date", "text"], "index": [0, 1, 2], "data": [list(r.values()) for r in s.records()]}
        ),
        3,
    ),
    Kind(
        "pandas: columns",
        "a.json",
        lambda s: json.dumps({k: {str(i): r[k] for i, r in enumerate(s.records())} for k in ("title", "date", "text")}),
        3,
    ),
    Kind(
        "lists of cells with a header",
        "a.json",
        lambda s: json.dumps([["title", "date", "text"], *(list(r.values()) for r in s.records())]),
        3,
    ),
    Kind(
        "an error of a server",
        "a.json",
        lambda s: json.dumps({"error": {"code": 429, "message": "Too many requests. " + s.text()}}),
        0,
        ("no text",),
    ),
    Kind("an empty list", "a.json", lambda s: "[]", 0, ("no record",)),
    Kind("a bare string", "a.json", lambda s: json.dumps(s.long()), 1),
    Kind("JSON in a string", "a.json", lambda s: json.dumps(json.dumps(s.records())), 3),
    Kind("JSONP", "a.js", lambda s: f"callback({json.dumps(s.records())});", 3),
    Kind(
        "a record separator before each",
        "a.json",
        lambda s: "".join("\x1e" + json.dumps(r) + "\n" for r in s.records()),
        3,
    ),
    Kind("lines and a comma at their ends", "a.json", lambda s: ",\n".join(json.dumps(r) for r in s.records()), 3),
    Kind("a list that breaks off", "a.json", lambda s: json.dumps(s.records())[:-60], 2, ("not valid JSON",)),
    Kind("text as a list of paragraphs", "a.json", lambda s: json.dumps([s.record(text=s.long().split("\n\n"))]), 1),
    Kind(
        "a schema beside the data",
        "a.json",
        lambda s: json.dumps(
            {
                "schema": {"fields": [{"name": "title", "type": "string"}, {"name": "text", "type": "string"}]},
                "data": s.records(),
            }
        ),
        3,
    ),
    Kind(
        "a pager around records",
        "a.json",
        lambda s: json.dumps({"status": "ok", "page": 1, "pages": 9, "results": s.records()}),
        3,
    ),
    Kind(
        "pages of answers in a list",
        "a.json",
        lambda s: json.dumps([{"page": n, "results": [s.record(n)]} for n in (1, 2, 3)]),
        3,
    ),
    Kind(
        "records by outlet",
        "a.json",
        lambda s: json.dumps({"Marlow Ledger": [s.record(1)], "Dunmore Courier": [s.record(2), s.record(3)]}),
        3,
    ),
    Kind(
        "records by address",
        "a.json",
        lambda s: json.dumps({f"https://marlow.example/{n}": s.record(n) for n in (1, 2, 3)}),
        3,
    ),
    Kind(
        "JSON-LD of an article",
        "a.json",
        lambda s: json.dumps(
            {
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "headline": "Rain",
                "datePublished": "2026-03-01",
                "articleBody": s.long(),
            }
        ),
        1,
        fields={"published": "2026-03-01"},
    ),
    Kind(
        "JSON-LD with a graph",
        "a.json",
        lambda s: json.dumps(
            {
                "@graph": [
                    {"@type": "WebSite", "name": "Ledger"},
                    {"@type": "NewsArticle", "headline": "Rain", "articleBody": s.long()},
                ]
            }
        ),
        1,
        ("no text",),
    ),
    Kind(
        "Solr: each field a list",
        "a.json",
        lambda s: json.dumps(
            {"response": {"numFound": 3, "docs": [{k: [v] for k, v in r.items()} for r in s.records()]}}
        ),
        3,
    ),
    Kind(
        "paragraphs as objects",
        "a.json",
        lambda s: json.dumps([s.record(text=[{"type": "paragraph", "text": p} for p in s.long().split("\n\n")])]),
        1,
    ),
    Kind(
        "Draft.js",
        "a.json",
        lambda s: json.dumps(
            [
                s.record(
                    text={"blocks": [{"text": p, "type": "unstyled"} for p in s.long().split("\n\n")], "entityMap": {}}
                )
            ]
        ),
        1,
    ),
    Kind(
        "ProseMirror",
        "a.json",
        lambda s: json.dumps(
            [
                s.record(
                    text={
                        "type": "doc",
                        "content": [
                            {"type": "paragraph", "content": [{"type": "text", "text": p}]}
                            for p in s.long().split("\n\n")
                        ],
                    }
                )
            ]
        ),
        1,
    ),
    Kind(
        "a text that is a number", "a.json", lambda s: json.dumps(s.records(s.record(2, text=12345))), 2, ("no story",)
    ),
    Kind("a text that is false", "a.json", lambda s: json.dumps(s.records(s.record(2, text=False))), 2, ("no story",)),
    Kind(
        "null among records",
        "a.json",
        lambda s: json.dumps(s.records()).replace("[{", "[null, {", 1),
        3,
        ("not a record",),
    ),
    Kind("lines that end with Windows' ends", "a.jsonl", lambda s: s.lines().replace("\n", "\r\n"), 3),
    Kind(
        "lines with a line break of Unicode in a text",
        "a.jsonl",
        lambda s: s.lines(json.dumps(s.record(2, text=s.text(2).replace(", and", ",\u2028and")), ensure_ascii=False)),
        3,
    ),
    Kind(
        "lines with a raw tab in a text",
        "a.jsonl",
        lambda s: s.lines(json.dumps(s.record(2)).replace("day 2", "day\t2")),
        3,
    ),
    Kind(
        "lines with one that is cut",
        "a.jsonl",
        lambda s: s.lines(json.dumps(s.record(2))[:-30]),
        2,
        ("not valid JSON",),
    ),
    Kind("lines with the last one cut", "a.jsonl", lambda s: s.lines()[:-40], 2, ("not valid JSON",)),
    Kind(
        "escapes that are not allowed",
        "a.json",
        lambda s: json.dumps(s.records()).replace("day 2", "day\\'s 2"),
        2,
        ("not valid JSON",),
    ),
    Kind(
        "keys without quotation marks",
        "a.json",
        lambda s: "[{title: 'Rain', text: '" + s.text() + "'}]",
        0,
        ("not valid JSON",),
    ),
    Kind(
        "Python's None and True",
        "a.json",
        lambda s: json.dumps(s.records(s.record(2, author=None))).replace("null", "None"),
        2,
        ("not valid JSON",),
    ),
    Kind("references in JSON", "a.json", lambda s: json.dumps([{"id": f"roe{n}", "type": "article-newspaper", "title": f"Rain {n}", "issued": {"date-parts": [[2026, 3, n]]}, "abstract": s.text(n)} for n in (1, 2, 3)]), 0, NO_TEXT * 3),
    Kind("posts that have no words of their own", "like.js", lambda s: "window.YTD.like.part0 = " + json.dumps([{"like": {"tweetId": str(n), "expandedUrl": f"https://x.example/{n}"}} for n in (1, 2, 3)]), 0, NO_TEXT * 3),
    Kind("day of a workplace's chat", "2026-03-01.json", lambda s: json.dumps([{"type": "message", "user": "U1", "ts": f"177232320{n}.000100", "text": s.text(n)} for n in (1, 2, 3)]), 3, fields={"published": "2026-03-01"}),
    Kind("posts of a forum", "posts.ndjson", lambda s: "".join(json.dumps({"title": f"Rain {n}", "selftext": s.text(n), "created_utc": 1772323200, "subreddit": "rain"}) + "\n" for n in (1, 2, 3)), 0, NO_TEXT * 3),
    Kind("activity that a search engine hands out", "MyActivity.json", lambda s: json.dumps([{"header": "Search", "title": f"Searched for rain {n}", "titleUrl": "https://s.example", "time": "2026-03-01T10:00:00Z", "products": ["Search"]} for n in (1, 2, 3)]), 0, NO_TEXT * 3),
    Kind("answer of a news service with teasers", "a.json", lambda s: json.dumps({"status": "ok", "totalResults": 3, "articles": [{"source": {"id": None, "name": "Ledger"}, "title": r["title"], "publishedAt": r["date"], "content": r["text"] + "… [+1204 chars]"} for r in s.records()]}), 0, ("teaser only",) * 3),
    Kind("answer of a paper with its fields within", "a.json", lambda s: json.dumps({"response": {"status": "ok", "total": 3, "results": [{"id": r["title"], "webTitle": r["title"], "webPublicationDate": r["date"] + "T10:00:00Z", "fields": {"bodyText": r["text"]}} for r in s.records()]}}), 3),
    Kind("answer of a paper with abstracts", "a.json", lambda s: json.dumps({"status": "OK", "response": {"docs": [{"headline": {"main": r["title"]}, "pub_date": r["date"], "abstract": r["text"]} for r in s.records()]}}), 0, NO_TEXT * 3),
    Kind("posts in a box of a network", "outbox.json", lambda s: json.dumps({"@context": "https://www.w3.org/ns/activitystreams", "type": "OrderedCollection", "orderedItems": [{"type": "Note", "published": r["date"] + "T10:00:00Z", "content": f"<p>{r['text']}</p>"} for r in s.records()]}), 3, fields={}),
    Kind("article of an agency in JSON", "a.json", lambda s: json.dumps({"uri": "urn:a:1", "type": "text", "versioncreated": "2026-03-01T10:00:00Z", "headline": f"Rain in {s.mark}", "body_text": s.long()}), 1),
    Kind("records with labels for training", "a.jsonl", lambda s: "".join(json.dumps({"text": s.text(n), "spans": [{"start": 0, "end": 4, "label": "X"}], "meta": {"source": "L"}, "_task_hash": n}) + "\n" for n in (1, 2, 3)), 3),
    Kind("words behind a list", "a.json", lambda s: json.dumps(s.records()) + "\n</body></html>", 3, ("not valid JSON",)),
    Kind("list with each record on its line", "a.json", lambda s: "[\n" + ",\n".join(map(json.dumps, s.records())) + "\n]\n", 3),
    Kind("settings of a program with remarks", "tsconfig.json", lambda s: '{\n  // where to look\n  "compilerOptions": {"strict": true, /* all */ "target": "es2022"},\n}\n', 0, NO_TEXT),
    Kind("log in JSON", "app.jsonl", lambda s: "".join(json.dumps({"@timestamp": "2026-03-01T10:00:00Z", "level": "INFO", "message": s.text(n)}) + "\n" for n in (1, 2, 3)), 0, NO_TEXT * 3),
    Kind("article of an agency in JSON with markup", "a.json", lambda s: json.dumps({"uri": "urn:a:1", "type": "text", "headline": f"Rain in {s.mark}", "body_xhtml": f"<div>{paragraphs(s)}</div>"}), 0, NO_TEXT),
    Kind("channels of a workplace's chat", "channels.json", lambda s: json.dumps([{"id": f"C{n}", "name": "rain", "created": 1772323200, "members": ["U1"]} for n in (1, 2, 3)]), 0, NO_TEXT * 3),
    Kind("posts of a network", "your_posts_1.json", lambda s: json.dumps([{"timestamp": 1772323200, "data": [{"post": s.text(n)}], "title": "Ana Roe updated her status."} for n in (1, 2, 3)]), 0, NO_TEXT * 3),
    Kind("answer with its articles embedded", "a.json", lambda s: json.dumps({"_links": {"self": {"href": "/a"}}, "_embedded": {"articles": s.records()}, "page": {"size": 3}}), 3),
    Kind("answer with attributes", "a.json", lambda s: json.dumps({"data": [{"type": "article", "id": str(n), "attributes": r} for n, r in enumerate(s.records())], "meta": {"total": 3}}), 3),
    Kind("one article in an object", "a.json", lambda s: json.dumps({"article": s.record(1)}), 1),
    Kind("cells without names in JSON", "a.json", lambda s: json.dumps([[r["title"], r["date"], r["text"]] for r in s.records()]), 0, ("not a record",) * 3),
    Kind("articles by day", "a.json", lambda s: json.dumps({"2026-03-01": [s.record(1), s.record(2)], "2026-03-03": [s.record(3)]}), 3),
    Kind("list that a script of a page sets", "a.js", lambda s: "window.articles = " + json.dumps(s.records()) + ";", 3),
    Kind("answer with remarks in it", "a.json", lambda s: '{"status": "ok", /* three */ "articles": ' + json.dumps(s.records()) + "}", 3),
    Kind("records with German names", "a.json", lambda s: json.dumps(renamed_fields(s, titel="title", datum="date", text="text")), 3),
    Kind("box of posts with what was done", "outbox.json", lambda s: json.dumps({"type": "OrderedCollection", "orderedItems": [{"type": "Create", "published": r["date"], "object": {"type": "Note", "content": f"<p>{r['text']}</p>"}} for r in s.records()]}), 3),
    Kind("channel of a chat in JSON", "a.json", lambda s: json.dumps({"guild": {"id": "1", "name": "L"}, "channel": {"id": "2", "name": "rain"}, "messages": [{"id": str(n), "timestamp": f"2026-03-0{n}T10:00:00+00:00", "content": s.text(n), "author": {"name": "Ana Roe"}} for n in (1, 2, 3)]}), 3),
    Kind("board of cards", "board.json", lambda s: json.dumps({"id": "1", "name": "Rain", "desc": "", "cards": [{"id": str(n), "name": f"Rain {n}", "desc": s.text(n)} for n in (1, 2, 3)]}), 0, NO_TEXT),
    Kind("list with a remark above and a semicolon below", "a.json", lambda s: "// made on Monday\n" + json.dumps(s.records(), indent=1) + ";\n", 3),
    Kind("posts with a field for the text in capitals", "a.jsonl", lambda s: "".join(json.dumps({"TITLE": r["title"], "BODY_TEXT": r["text"]}) + "\n" for r in s.records()), 3),
    Kind("answer with the number of hits first", "a.json", lambda s: json.dumps([{"total": 3}, s.records()]), 3),
    Kind("video's words as JSON", "a.json", lambda s: json.dumps({"events": [{"tStartMs": n, "segs": [{"utf8": s.text(n)}]} for n in (1, 2, 3)]}), 0, NO_TEXT),
    Kind("each record in an object of its own", "a.json", lambda s: json.dumps([{"article": r} for r in s.records()]), 3),
    Kind("records by name in a name", "a.json", lambda s: json.dumps({"articles": {f"a{n}": r for n, r in enumerate(s.records())}}), 3),
    Kind("texts that begin with a brace or a bracket", "a.json", lambda s: json.dumps([s.record(1, text="{Changed} " + s.text(1)), s.record(2, text="[Changed] " + s.text(2)), s.record(3, text="<< " + s.text(3))]), 3),
    Kind("same record with its keys in another order", "a.jsonl", lambda s: s.lines(json.dumps(dict(reversed(s.record(1).items())))), 2, repeats=1),
    Kind("year 1900 and year 2999", "a.json", lambda s: json.dumps([s.record(1, date="1900-01-01"), s.record(2, date="2999-01-01")]), 2),
    Kind("text with markup as references", "a.json", lambda s: json.dumps([s.record(n, text=f"&lt;p&gt;{s.text(n)}&lt;/p&gt;") for n in (1, 2, 3)]), 3),
    Kind("page as a line among lines", "a.jsonl", lambda s: s.lines("<p>Rain</p>"), 2, NOT_VALID_JSON),
    Kind("cut in the middle of an escape", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)) + "\n" + '{"title": "Rain", "text": "It rained \\u00'), 3, NOT_VALID_JSON),
    Kind("brackets behind a list", "a.json", lambda s: json.dumps(s.records()) + "]]", 3),
    Kind("list whose last record is cut in a key", "a.json", lambda s: json.dumps(s.records())[:-1] + ', {"tit', 3, NOT_VALID_JSON),
    Kind("list of texts", "a.json", lambda s: json.dumps([s.text(n) for n in (1, 2, 3)]), 0, ("not a record",) * 3),
    Kind("two lines in one", "a.jsonl", lambda s: s.lines().replace("}\n{", "}{", 1), 3),
    Kind("text as an object of objects", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text={"a": {"b": {"c": s.text(2)}}}))), 2, NO_TEXT),
    Kind("errors among answers", "a.jsonl", lambda s: s.lines('{"error": {"code": 429, "message": "Too many requests"}}'), 2, NO_TEXT),
    Kind("good lines behind a line of 3 MB of noise", "a.jsonl", lambda s: json.dumps(s.record(1)).encode() + b"\n" + b"\xf0\x28\x8c" * 1_000_000 + b"\n" + json.dumps(s.record(3)).encode() + b"\n", 2, NOT_VALID_JSON),
    Kind("lines with a head of a mail", "a.jsonl", lambda s: "Content-Type: application/json\n\n" + s.lines(), 3, NOT_VALID_JSON),
    Kind("truth in a list of records", "a.json", lambda s: json.dumps([s.record(1), True, s.record(3)]), 2, ("not a record",)),
    Kind("three names for each field", "a.jsonl", lambda s: s.lines(json.dumps({"headline": f"Rain 2 in {s.mark}", "body": s.text(2)})), 3),
    Kind("list in an object, cut off", "a.json", lambda s: json.dumps({"status": "ok", "articles": s.records()})[:-30], 2, NOT_VALID_JSON),
    Kind("list in an object, a comma missing in a record", "a.json", lambda s: json.dumps({"articles": s.records()}).replace('"2026-03-02", ', '"2026-03-02" '), 2, NOT_VALID_JSON),
    Kind("colon missing in a record of a list", "a.json", lambda s: json.dumps(s.records(), indent=1).replace('"title": "Rain 2', '"title" "Rain 2'), 2, NOT_VALID_JSON),
    Kind("one record, cut off", "a.json", lambda s: json.dumps(s.record())[:-30], 0, NOT_VALID_JSON),
    Kind("empty object as a line", "a.jsonl", lambda s: s.lines("{}"), 2, NO_TEXT),
    Kind("empty string as a line", "a.jsonl", lambda s: s.lines('""'), 2, ("not a record",)),
    Kind("record in a list in a line", "a.jsonl", lambda s: s.lines(json.dumps([s.record(2)])), 3),
    Kind("date 1e999", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace('"2026-03-02"', "1e999")), 3),
    Kind("list that is null", "a.json", lambda s: json.dumps({"status": "ok", "articles": None}), 0, NO_TEXT),
    Kind("list of a record among records", "a.json", lambda s: json.dumps(s.records([s.record(2)])), 2, NOT_A_RECORD),
    Kind("section as a list in a list", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, section=[["News"]]))), 2, ("field is not text",)),
    Kind("title by language", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, title={"en": "Rain", "fr": "Pluie"}))), 3),
    Kind("author of 400 digits", "a.jsonl", with_other_value("author", int("9" * 400)), 3),
    Kind("title true", "a.jsonl", with_other_value("title", True), 3),
    Kind("outlet an empty object", "a.jsonl", with_other_value("outlet", {}), 3),
    Kind("text an empty object", "a.jsonl", with_other_value("text", {}), 2, NO_TEXT),
    Kind("text an empty list", "a.jsonl", with_other_value("text", []), 2, NO_TEXT),
    Kind("address 1e400", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, url="x")).replace('"x"', "1e400")), 3),
    Kind("date of five digits for the year", "a.jsonl", with_other_value("date", "12026-03-02"), 3),
    Kind("date of a zone beyond a day", "a.jsonl", with_other_value("date", "2026-03-02T06:00:00+24:01"), 3),
    Kind("empty text beside a full one of another spelling", "a.jsonl", lambda s: s.lines(json.dumps({"Text": ""} | s.record(2))), 3),
    Kind("number beside each text in a list of lists", "a.json", lambda s: json.dumps([[n, r["title"], r["text"]] for n, r in enumerate(s.records())]), 0, ("not a record",) * 3),
    Kind("columns and rows apart", "a.json", lambda s: json.dumps({"columns": ["title", "date", "text"], "rows": [list(r.values()) for r in s.records()], "truncated": False}), 3),
    Kind("lists of records by page", "a.json", lambda s: json.dumps([[s.record(1), s.record(2)], [s.record(3)]]), 3),
    Kind("bad record in a list within an object", "a.json", lambda s: json.dumps({"articles": s.records("Rain")}), 2, ("not a record",)),
    Kind("two good lines around 100 broken ones", "a.jsonl", lambda s: s.lines(*["{" * 9] * 100), 2, NOT_VALID_JSON * 100),
    Kind("bracket above lines and below", "a.jsonl", lambda s: "[\n" + s.lines(json.dumps(s.record(2))) + "]\n", 3),
    Kind("line of HTML's error among lines", "a.jsonl", lambda s: s.lines("<html><body><h1>502 Bad Gateway</h1></body></html>"), 2, NOT_VALID_JSON),
    Kind("lines and a table in a file", "a.jsonl", lambda s: s.lines() + table(later(s)), 6),
    Kind("list and a table in a file", "a.json", lambda s: json.dumps(s.records()) + "\n" + table(later(s)), 6),
    Kind("list and lines in a file", "a.json", lambda s: json.dumps(s.records()) + "\n" + "\n".join(map(json.dumps, later(s))), 6),
    Kind("lines and a list in a file", "a.json", lambda s: s.lines() + json.dumps(later(s)), 6),
    Kind("two answers in a file", "a.json", lambda s: "\n".join(json.dumps({"articles": part}, indent=1) for part in (s.records(), later(s))), 6),
    Kind("two records in one line", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)) + json.dumps(s.record(4))), 4),
    Kind("record cut off and a whole one in one line", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2))[:-30] + json.dumps(s.record(4))), 3, NOT_VALID_JSON),
    Kind("damaged record and a whole one in one line", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace('"date"', "date") + json.dumps(s.record(4))), 3, NOT_VALID_JSON),
    Kind("records with a bar between in one line", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)) + "|" + json.dumps(s.record(4))), 4),
    Kind("record on two lines", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace(', "text"', ',\n"text"')), 3, (), "several lines"),
    Kind("record broken within its text", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2)).replace("went home", "went\nhome")), 3),
    Kind("record on many lines among others", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2), indent=2)), 3),
    Kind("list in a string of an answer", "a.json", lambda s: json.dumps({"status": "ok", "data": json.dumps(s.records())}), 3),
    Kind("answer in the body of an answer", "a.json", lambda s: json.dumps({"statusCode": 200, "body": json.dumps({"articles": s.records()})}), 3),
    Kind("object with the text in a string", "a.json", lambda s: list_of_made(lambda n: {"text": json.dumps({"text": s.text(n)})}), 3),
    Kind("record in a string on each line", "a.jsonl", lambda s: "".join(json.dumps({"id": n, "payload": json.dumps(s.record(n))}) + "\n" for n in (1, 2, 3)), 3),
    Kind("list in a string in a string", "a.json", lambda s: json.dumps(json.dumps(json.dumps(s.records()))), 3),
    Kind("paragraphs in a string", "a.json", lambda s: list_of_made(lambda n: {"text": json.dumps([s.text(n), s.text(n + 4)])}), 3),
    Kind("blocks of an editor in a string", "a.json", lambda s: list_of_made(lambda n: {"content": json.dumps({"blocks": [{"type": "paragraph", "data": {"text": s.text(n)}}]})}), 3),
    Kind("words in bold as pieces of a block", "a.json", lambda s: list_of_made(lambda n: {"body": [{"type": "paragraph", "children": [{"text": s.text(n)[:30]}, {"text": s.text(n)[30:], "bold": True}]}]}), 3),
    Kind("changes of an editor", "a.json", lambda s: list_of_made(lambda n: {"body": {"ops": [{"insert": s.text(n)[:20]}, {"insert": s.text(n)[20:] + "\n"}]}}), 3),
    Kind("text in JSON that is cut off", "a.json", lambda s: list_of_made(lambda n: {"content": json.dumps({"blocks": [{"text": s.text(n)}]})[:90]}), 0, NOT_VALID_JSON * 3),
    Kind("text that begins with a list of words said", "a.json", lambda s: list_of_made(lambda n: {"text": '["No," he said.] ' + s.text(n)}), 3),
    Kind("null between the records of a list in an object", "a.json", lambda s: json.dumps({"count": 3, "items": [s.record(1), None, s.record(3)]}), 2, ("not a record",)),
    Kind("empty object between the records of a list", "a.json", lambda s: json.dumps([s.record(1), {}, s.record(3)]), 2, ("no text",)),
    Kind("the page of 1 MB in another field of each record", "a.jsonl", lambda s: all_with(s, raw_html=s.page() + "<!-- " + "rain " * 200_000 + "-->"), 3),
    Kind("names of which one is null and one empty", "a.jsonl", lambda s: all_with(s, authors=["Ana Roe", None, ""]), 3, fields={"byline": ["Ana Roe"]}),
    Kind("author within a link", "a.jsonl", lambda s: all_with(s, authors='By <a href="https://l.example/ana">Ana Roe</a>'), 3, fields={"byline": ["Ana Roe"]}),
    Kind("headline decoded wrongly in escapes", "a.jsonl", lambda s: all_with(s, title="Caf\u00c3\u00a9 at noon"), 3, fields={"headline": "Café at noon"}),
    Kind("headline in bold marks of HTML", "a.jsonl", lambda s: all_with(s, title="<b>Rain</b> at noon"), 3, fields={"headline": "Rain at noon"}),
    Kind("signs of no width as the text of a record", "a.json", lambda s: json.dumps(s.records(s.record(2, text="\u200b\u200b\ufeff"))), 2, ("no text",)),
    Kind("list of empty paragraphs as the text of a record", "a.json", lambda s: json.dumps(s.records(s.record(2, text=["", " "]))), 2, ("no text",)),
    Kind("the same id in each record", "a.jsonl", lambda s: all_with(s, id=1), 3),
    Kind("the same address in each record", "a.jsonl", lambda s: all_with(s, url="https://l.example/live"), 3),
    Kind("one text at one address under two headlines", "a.jsonl", lambda s: jsonl([s.record(1, url="https://l.example/1"), s.record(1, url="https://l.example/1", title="Hail"), s.record(3)]), 2, repeats=1),
    Kind("one text at two addresses", "a.jsonl", lambda s: jsonl([s.record(1, url="https://l.example/1"), s.record(1, url="https://l.example/2"), s.record(3)]), 3),
    Kind("headline that repeats the whole text", "a.jsonl", lambda s: jsonl([s.record(n, title=s.text(n)) for n in (1, 2, 3)]), 3),
    Kind("list in JSON over the end of a longer one", "a.json", lambda s: json.dumps(s.records()) + 'he council went home," the clerk said.", "outlet": "The Ledger"}]', 3, ("not valid JSON",)),
    Kind("lines that each have other usual names", "a.jsonl", lambda s: "".join(json.dumps({a: f"Rain {n} in {s.mark}", b: f"2026-03-0{n}", c: s.text(n), d: "The Marlow Ledger"}) + "\n" for n, (a, b, c, d) in enumerate([("title", "date", "text", "outlet"), ("headline", "published", "body", "source"), ("title", "published", "content", "source")], 1)), 3, fields={"outlet": "The Marlow Ledger"}),
    Kind("row of a table between two lines", "a.jsonl", lambda s: s.lines(f'Rain 2 in {s.mark},2026-03-02,"{s.text(2)}"'), 2, ("not valid JSON",)),
    Kind("text of numbers in a list of records", "a.json", lambda s: json.dumps(s.records(s.record(2, text=[1, 2, 3]))), 2, ("no story",)),
    Kind("record, the same again, and one without a text", "a.json", lambda s: json.dumps([s.record(1), s.record(1), s.record(2, text=...)]), 1, ("no text",), repeats=1),
    Kind("text of an address alone between two lines", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text="https://ledger.example/2026/03/02/rain"))), 2, ("form not known",)),
    Kind("line of a program's complaint behind each line", "a.jsonl", lambda s: "".join(json.dumps(r) + f"\nWARNING: page {n} took {n}.5 seconds\n" for n, r in enumerate(s.records(), 1)), 3, ("not valid JSON",) * 3),
    Kind("records by numbers, one of them a word", "a.json", lambda s: json.dumps({"1": s.record(1), "2": "deleted", "3": s.record(3)}), 2, ("not a record",)),
    Kind("columns of lists in which one text is missing", "a.json", lambda s: json.dumps({"title": [f"Rain {n} in {s.mark}" for n in (1, 2, 3)], "date": [f"2026-03-0{n}" for n in (1, 2, 3)], "text": [s.text(1), None, s.text(3)]}), 2, ("no text",)),
    Kind("keys of records written as escapes", "a.json", escaped_names, 3),
    Kind("text in RTF between two lines", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=RTF))), 2, ("form not known",)),
    Kind("text of a program's code in a list of records", "a.json", lambda s: json.dumps(s.records(s.record(2, text=JS))), 2, ("form not known",)),
    Kind("removed article in a news service's answer", "a.json", news_answer, 2, ("no story",)),
    Kind("remark of HTML alone as the text of a record", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text="<!-- the story goes here -->"))), 2, ("form not known",)),
    Kind("lines cut in the middle of a letter of two bytes", "a.jsonl", cut_letter, 2, ("not valid JSON",)),
    Kind("a record cut off, and the same record whole on the next line", "a.jsonl", resumed, 3, ("not valid JSON",)),
    Kind("forty lines of which each eighth is cut", "a.jsonl", many_lines, 35, ("not valid JSON",) * 5),
    Kind("fields that nobody asked for, of each type", "a.json", lambda s: dumped([r | {"id": [1, [2, {}]], "tags": {"a": None, "b": [True]}, "views": -1.5e3, "live": False, "parent": None, "": 0} for r in s.records()]), 3),
    Kind("one record whose marks Word turned curly", "a.json", lambda s: "{“title”: “" + f"Rain in {s.mark}" + "”, “date”: “2026-03-01”, “text”: “" + s.text() + "”}", 0, ("no story",)),
    Kind("list that an editor of texts saved as RTF", "a.json", lambda s: "{\\rtf1\\ansi\\ansicpg1252\\cocoartf2639\n{\\fonttbl\\f0\\fswiss Helvetica;}\n\\f0\\fs24 [\\{\"title\": \"Rain\", \"text\": \"" + s.text() + "\"\\}]}", 0, ("form not known",)),
    Kind("Chinese lines in GB 18030", "a.jsonl", lambda s: "".join(dumped({"title": "周一大雨", "date": "2026-03-01", "text": CHINESE_BY_DAY.format(s.mark, n)}) + "\n" for n in (1, 2, 3)).encode("gb18030"), 3, fields={"headline": "周一大雨"}),
    Kind("refusal of a store of files, named as JSON", "articles.json", lambda s: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>7A3B</RequestId><HostId>xyz=</HostId></Error>', 0, ("form not known",)),
    Kind("feed named as JSON", "a.json", lambda s: rss(s), 3),
    Kind("lines that differ in their author alone", "a.jsonl", lambda s: "".join(json.dumps({"title": "Rain", "author": name, "date": "2026-03-01", "text": s.text()}) + "\n" for name in ("Ana Roe", "Tom Vale", "Cal Quill")), 1, repeats=2),
    Kind("answer of a news service that found nothing", "a.json", lambda s: '{"status":"ok","totalResults":0,"articles":[]}', 0, ("no text",)),
    Kind("answer of a news service that does not know the key", "a.json", lambda s: '{"status":"error","code":"apiKeyInvalid","message":"Your API key is invalid or incorrect. Check your key, or go to the site to make a new one."}', 0, ("no text",)),
    Kind("headers of the answer above a list", "a.json", lambda s: "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDate: Sun, 01 Mar 2026 10:00:00 GMT\r\n\r\n" + json.dumps(s.records()), 3),
    Kind("list between the fences of Markdown", "a.json", lambda s: "```json\n" + json.dumps(s.records(), indent=2) + "\n```\n", 3),
    Kind("tabs as they are in strings of a list", "a.json", lambda s: json.dumps(made_for_each(lambda n: {"title": f"Rain {n}", "date": f"2026-03-0{n}", "text": "TAB" + s.text(n)})).replace("TAB", "\t"), 3),
    Kind("keys that a program keeps for itself", "a.json", lambda s: json.dumps(made_for_each(lambda n: s.record(n) | {"__proto__": {"text": "x"}, "constructor": {"prototype": {}}, "__class__": "os", "self": 1, "kwargs": {}})), 3),
    Kind("outlet as an object with its title", "a.json", registry, 3, fields={"outlet": LEDGER}),
    Kind("records of a table in the cloud", "a.json", cloud, 3),
    Kind("values of a sheet as its service hands them out", "a.json", lambda s: json.dumps({"range": "Sheet1!A1:C4", "majorDimension": "ROWS", "values": [["title", "date", "text"], *made_for_each(lambda n: [f"Rain {n}", f"2026-03-0{n}", s.text(n)])]}), 3),
    Kind("schema and rows as pandas writes them", "a.json", pandas_table, 3),
    Kind("rows as a store of data sets shows them", "a.json", hub, 3),
    Kind("lines of a program that takes stories out of pages", "a.jsonl", extracted, 3),
    Kind("description of an interface in JSON", "openapi.json", lambda s: json.dumps(INTERFACE, indent=2), 0, ("no text",)),
    Kind("answer of Airtable", "a.json", lambda s: json.dumps({"records": [{"id": f"rec{n}", "createdTime": "2026-03-05T10:00:00.000Z", "fields": r} for n, r in enumerate(s.records())], "offset": "itr1/rec3"}), 3),
    Kind("list of PowerShell with its count and Microsoft's dates", "a.json", of_powershell, 3, fields={"published": "2026-03-01"}),
    Kind("table of pandas with its schema", "a.json", of_pandas, 3),
    Kind("list between the fences of a chatbot", "a.json", lambda s: "```json\n" + json.dumps(s.records(), indent=2) + "\n```\n", 3),
    Kind("header of HTTP above a list", "a.json", lambda s: "HTTP/1.1 200 OK\r\nDate: Sun, 01 Mar 2026 10:00:00 GMT\r\nContent-Type: application/json\r\n\r\n" + json.dumps(s.records()), 3),
    Kind("headlines that drop a table", "a.json", lambda s: json.dumps([r | {"title": r["title"] + "'); DROP TABLE articles; --"} for r in s.records()]), 3),
    Kind("outlet that asks a server for a class", "a.json", lambda s: json.dumps([r | {"outlet": "${jndi:ldap://127.0.0.1:9/a}"} for r in s.records()]), 3),
    Kind("list of PHP with slashes behind backslashes", "a.json", php, 3),
    Kind("schema that describes articles", "article.schema.json", lambda s: json.dumps(SCHEMA, indent=2), 0, ("no text",)),
    Kind("answer of an index of events, its articles in its results", "a.json", index_of_events, 3),
    Kind("articles of a service that takes pages apart", "a.json", taken_apart, 3, fields=DAY),
    Kind("articles of a crawler in the cloud", "dataset.json", crawled, 3, fields=DAY),
    Kind("stories of a news service with their body", "a.json", stories_with_body, 3),
    Kind("line ends of Windows in the texts of a list", "a.json", windows_ends, 3),
    Kind("lines of a scraper, named .jl", "a.jl", lambda s: s.lines(), 3),
    Kind("list with one record 500 times", "a.json", lambda s: json.dumps([s.record(1)] * 500), 1, repeats=499),
    Kind("list whose texts are all null", "a.json", lambda s: json.dumps([s.record(n, text=None) for n in (1, 2, 3)]), 0, ("no text", "no text", "no text")),
    Kind("list without its opening bracket", "a.json", lambda s: json.dumps(s.records(), indent=1)[1:], 3),
    Kind("list of articles of a Python program for newspapers", "a.json", newspaper, 3),
    Kind("fixture of Django", "a.json", django, 3),
    Kind("answer of OData", "a.json", odata, 3),
    Kind("line whose text is the path of a file", "a.jsonl", line_with("C:\\Users\\ana\\Documents\\rain 2.docx"), 2, FORM_NOT_KNOWN),
    Kind("line whose text is a dash", "a.jsonl", line_with("\u2014"), 2, NO_STORY),
    Kind("lines with what a console left out", "a.jsonl", console, 2, NOT_VALID_JSON),
]  # fmt: skip
