"""Put the cached records of a corpus together to the tables `articles` and `rejects`, and count them."""

import hashlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis import engine, stores, tables
from analysis.corpus.record_cache import RowRange

_WITHOUT_TEXT = ["article_id", "outlet", "source_path", "reader", "record", "reason", "detail", "record_hash"]
_ROWS_HASH = "rows"  # key of a part's metadata: the hash of its rows
_KINDS = ["articles", "rejects", "repeats"]


def load_records(ranges: Sequence[RowRange]) -> pd.DataFrame:
    """Return the records of a corpus without the articles' texts, one row per record, in order.

    The columns are those of `_WITHOUT_TEXT`, the `bundle` and `row` where the whole record is, and `kind`: "rejects",
    "repeats" (the same `article_id` as an earlier row) or "articles".
    """
    tables_of = {bundle: tables.read_part(bundle, _WITHOUT_TEXT) for bundle in dict.fromkeys(r.bundle for r in ranges)}
    frame = pa.concat_tables([tables_of[r.bundle].slice(r.first, r.n_rows) for r in ranges]).to_pandas()
    places = {bundle: place for place, bundle in enumerate(tables_of)}
    codes = np.repeat([places[r.bundle] for r in ranges], [r.n_rows for r in ranges])
    frame["bundle"] = pd.Categorical.from_codes(codes, list(tables_of))
    frame["row"] = np.concatenate([np.arange(r.first, r.first + r.n_rows) for r in ranges])
    rejected = frame["reason"].notna()
    repeated = ~rejected & frame["article_id"].where(~rejected, frame.index.astype("str")).duplicated()
    frame["kind"] = np.select([rejected, repeated], ["rejects", "repeats"], "articles")
    return frame


def count_records(records: pd.DataFrame) -> pd.DataFrame:
    """Return the number of `articles`, `rejects` and `repeats`, one row per reader and outlet."""
    counts = records.groupby(["reader", "outlet", "kind"]).size().unstack("kind", fill_value=0)
    counts = counts.reindex(columns=_KINDS, fill_value=0)
    return counts.astype("int64").rename_axis(columns=None).reset_index()


def balance(counts: pd.DataFrame) -> str:
    """Return one line that accounts for all records of an ingest, from the counts that `ingest` returns.

    >>> balance(pd.DataFrame({"articles": [80, 2], "rejects": [1, 1], "repeats": [0, 3]}))
    '87 records read = 82 articles + 2 rejects + 3 exact repeats'
    """
    articles, rejects, repeats = (int(counts[kind].sum()) for kind in _KINDS)
    total = articles + rejects + repeats
    return f"{total:,} records read = {articles:,} articles + {rejects:,} rejects + {repeats:,} exact repeats"


def check_balance(counts: pd.DataFrame, processed: Path, *, n_records: int | None = None) -> None:
    """Raise RuntimeError unless the tables in `processed` hold the articles and rejects of `counts`.

    With the repeats, these must be `n_records`, if it is given.
    """
    n_articles = sum(tables.footer(part).num_rows for part in engine.parts(processed / "articles"))
    n_rejects = tables.footer(processed / "rejects.parquet").num_rows
    counted = counts[_KINDS].sum()
    n_records = counted.sum() if n_records is None else n_records
    if (n_articles, n_rejects, n_records) != (counted["articles"], counted["rejects"], counted.sum()):
        raise RuntimeError(
            f"{n_records} records were read and the tables hold {n_articles} articles and {n_rejects} rejects, but the "
            f"count is: {balance(counts)}; please report this"
        )


def write_tables(records: pd.DataFrame, staged: Path, old: Path) -> None:
    """Write `articles` and `rejects` into the folder `staged`; parts that the folder `old` has are reused."""
    rejects = records.loc[records["kind"] == "rejects", ["source_path", "record", "reason", "detail"]]
    tables.write_table(rejects, staged / "rejects.parquet", "rejects")
    articles = records[records["kind"] == "articles"]
    reusable = _parts_by_hash(old)
    read = lru_cache(maxsize=4)(tables.read_part)
    stores.make_folder(staged / "articles")
    bounds = [*part_starts(articles["article_id"], engine.PART_ROWS), len(articles)]
    for number, (start, end) in enumerate(pairwise(bounds)):
        rows, target = articles.iloc[start:end], staged / "articles" / f"part-{number:04d}.parquet"
        names = rows["outlet"].fillna("")
        rows_hash = hashlib.sha256("\n".join([*rows["record_hash"], *names]).encode()).hexdigest()
        if rows_hash in reusable:
            stores.copy_file(reusable[rows_hash], target)
        else:
            tables.write_table(_with_texts(rows, read), target, "articles", metadata={_ROWS_HASH: rows_hash})


def _parts_by_hash(table: Path) -> dict[str, Path]:
    metadata = {part: tables.metadata_of(part) for part in engine.parts(table)}
    return {held[_ROWS_HASH.encode()].decode(): part for part, held in metadata.items() if _ROWS_HASH.encode() in held}


def _with_texts(rows: pd.DataFrame, read: Callable[[Path], pa.Table]) -> pd.DataFrame:
    """Return all columns of the articles in `rows` of `load_records`."""
    runs = groupby(zip(rows["bundle"], rows["row"], strict=True), key=itemgetter(0))
    taken = [read(bundle).take([row for _, row in run]) for bundle, run in runs]
    return pa.concat_tables(taken).to_pandas().assign(outlet=rows["outlet"].to_numpy())


def part_starts(ids: Sequence[str], most: int) -> list[int]:
    """Return the row at which each part begins: parts have at most `most` rows, and a new row changes few parts.

    A part that has half of `most` rows ends before the next row whose article id says so; one id in `most` / 8 does. So
    the ends of parts depend on the rows around them, not on the number of rows before. This is content-defined chunking
    with a least and a greatest size (Muthitacharoen, Chen & Mazières 2001, "A low-bandwidth network file system").

    >>> part_starts([f"{n:016x}" for n in (5, 6, 7, 1, 0, 2, 3)], 4)  # every id says so: parts end at half
    [0, 2, 4, 6]
    """
    one_in = max(most // 8, 1)
    starts, last = [0], 0
    for row, article_id in enumerate(ids):
        size = row - last
        if size >= most or (size >= most // 2 and size and int(article_id[-8:], 16) % one_in == 0):
            starts.append(last := row)
    return starts
