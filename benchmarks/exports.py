"""What the readers find in real exports of press archives and in web archives. Prints one row a file.

    python benchmarks/exports.py            # about half a minute

Needs ../shared/data/exports. `documents` is counted without the readers, on the bytes: lines "End of Document" in Nexis files, numbers
of documents ("Document ABCD…") in Factiva pages, lines "Document 3 of 500" in ProQuest texts, response records in WARC files. `outlet`,
`date`, `headline` and `body` are the documents that have one. `length` is the share of documents whose body has the number of words that
the archive itself says, give or take a tenth (only Nexis and Factiva say one; it counts captions, too).
`articles` are the rows that come out of the whole way to the table.
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
    """The words of a file, tags taken out by a rule of its own, so that counts do not lean on the readers."""
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
    """What was found in one file, as counts and shares."""
    kind = ".warc" if ".warc" in path.name else path.suffix
    counted, said = COUNTS[kind]
    text, start = plain(path), time.process_time()
    found = list(read(path.read_bytes(), path.name))
    seconds = time.process_time() - start
    raws = [raw for raw in found if "reason" not in raw]
    rows = [to_article(raw, path.parent.name) for raw in raws]
    lengths = [int(re.sub(r"\D", "", words)) for words in re.findall(said, text)] if said else []
    near = [abs(_words(raw) - length) <= max(0.1 * length, 5) for raw, length in zip(raws, lengths, strict=False)]
    return {
        "file": f"{path.parent.name}/{path.name}", "documents": len(re.findall(counted, text)), "found": len(raws),
        **{name: sum(bool(raw.get(field)) for raw in raws) for name, field in (("outlet", "outlet"), ("date", "published"), ("headline", "headline"), ("body", "text"), ("byline", "byline"))},
        "articles": sum("reason" not in article for article in rows), "rejects": len(found) - len(raws),
        "length": f"{sum(near) / len(near):.2f}" if near and len(lengths) == len(raws) else "-", "cpu_s": round(seconds, 2),
    }  # fmt: skip


def _words(raw: dict) -> int:
    """The words that the archives seem to count: text, captions and credits, in Factiva the headline as well."""
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
