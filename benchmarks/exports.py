"""Print what the readers find in real exports of press archives and in web archives, one row per file.

    python benchmarks/exports.py            # about half a minute

Needs ../shared/data/exports.

`documents` is counted on the bytes, without the readers: lines "End of Document" in Nexis files, numbers of documents
("Document ABCD…") in Factiva pages, lines "Document 3 of 500" in ProQuest texts, response records in WARC files.
`found` are the raw articles, `outlet` to `byline` how many of them have that field, `articles` the rows that they
become. `length` is the share of documents whose body has as many words as the archive says, give or take a tenth; only
Nexis and Factiva give a number, which counts captions, too.
"""

import gzip
import io
import re
import time
import zipfile
from pathlib import Path

import pandas as pd

from analysis.articles import to_article
from analysis.readers import read

EXPORTS = Path(__file__).resolve().parents[2] / "shared" / "data" / "exports"


def plain(path: Path) -> str:
    """Return the words of a file, without tags. Uses none of the readers, so that they can be checked."""
    data = path.read_bytes()
    if path.suffix == ".docx":
        xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
        return re.sub(r"<[^>]+>", "", re.sub(r"</w:p>|<w:br/>|<w:cr/>", "\n", xml))
    if path.suffix == ".html":
        text = data.decode("utf-8", errors="replace")
        return re.sub(r"<[^>]+>", "", re.sub(r"</(?:div|p)>", "\n", text))
    return (
        (gzip.decompress(data) if path.suffix == ".gz" else data)
        .decode("utf-8", errors="replace")
        .replace("\r\n", "\n")
    )


COUNTS = {  # how the documents of a form are counted, and the words that the archive says each has
    ".docx": (r"(?m)^\s*End of Document\s*$", r"(?m)^\s*Length:\s*([\d,]+) words"),
    ".html": (r"(?m)^\s*Do[ck]ument \w{20,}\s*$", r"(?m)^\s*([\d,.]+) (?:words|W\S{1,3}rter)\s*$"),
    ".txt": (r"(?m)^Document \d+ of \d+$", None),
    ".warc": (r"(?m)^WARC-Type: response$", None),
}


def row(path: Path) -> dict:
    """Return what was found in one file, as counts and shares."""
    kind = ".warc" if ".warc" in path.name else path.suffix
    counted, said = COUNTS[kind]
    text, start = plain(path), time.process_time()
    found = list(read(path.read_bytes(), path.name))
    seconds = time.process_time() - start
    raws = [raw for raw in found if "reason" not in raw]
    rows = [to_article(raw, path.parent.name) for raw in raws]
    lengths = [int(re.sub(r"\D", "", words)) for words in re.findall(said, text)] if said else []
    near = [abs(_words(raw) - length) <= max(0.1 * length, 5) for raw, length in zip(raws, lengths, strict=False)]
    fields = {"outlet": "outlet", "date": "published", "headline": "headline", "body": "text", "byline": "byline"}
    return {
        "file": f"{path.parent.name}/{path.name}",
        "documents": len(re.findall(counted, text)),
        "found": len(raws),
        **{column: sum(bool(raw.get(field)) for raw in raws) for column, field in fields.items()},
        "articles": sum("reason" not in article for article in rows),
        "rejects": len(found) - len(raws),
        "length": f"{sum(near) / len(near):.2f}" if near and len(lengths) == len(raws) else "-",
        "cpu_s": round(seconds, 2),
    }


def _words(raw: dict) -> int:
    """Return the number of words as archives count them: text, captions and credits, in Factiva also the headline."""
    counted = [
        raw["text"],
        *raw.get("captions", []),
        *raw.get("photo_credit", []),
        raw["headline"] if raw["form"] == "factiva" else "",
    ]
    return sum(len(words.split()) for words in counted)


if __name__ == "__main__":
    files = [path for path in sorted(EXPORTS.rglob("*")) if path.is_file()]
    print(pd.DataFrame(map(row, files)).to_string(index=False))
