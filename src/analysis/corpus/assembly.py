"""The records of a corpus put together to the tables `articles` and `rejects`, and counted."""

import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis import engine, tables
from analysis.corpus.record_cache import Stretch

_LIGHT = ["article_id", "outlet", "source_path", "reader", "record", "reason", "detail", "record_hash"]
_ROWS = b"rows"  # in a part's metadata: a hash of its rows, so that it is known without being read
_KINDS = ["articles", "rejects", "repeats"]


def load_records(stretches: Sequence[Stretch]) -> pd.DataFrame:
    """One row per record of a corpus, in order, without the articles' texts: `_LIGHT`, `bundle`, `row` in it, and `kind`.

    `kind` is "rejects", "repeats" (the same `article_id` as an earlier row: an exact repeat) or "articles".
    """
    held = {bundle: pq.read_table(bundle, columns=_LIGHT) for bundle in dict.fromkeys(s.bundle for s in stretches)}
    frame = pa.concat_tables([held[s.bundle].slice(s.first, s.count) for s in stretches]).to_pandas()
    places = {bundle: place for place, bundle in enumerate(held)}
    codes = np.repeat([places[s.bundle] for s in stretches], [s.count for s in stretches])
    frame["bundle"] = pd.Categorical.from_codes(codes, [str(bundle) for bundle in held])
    frame["row"] = np.concatenate([np.arange(s.first, s.first + s.count) for s in stretches])
    rejected = frame["reason"].notna()
    repeated = ~rejected & frame["article_id"].where(~rejected, frame.index.astype("str")).duplicated()
    frame["kind"] = np.select([rejected, repeated], ["rejects", "repeats"], "articles")
    return frame


def count_records(records: pd.DataFrame) -> pd.DataFrame:
    """One row per reader and outlet: `articles`, `rejects` and `repeats`."""
    counts = (
        records.groupby(["reader", "outlet", "kind"])
        .size()
        .unstack("kind", fill_value=0)
        .reindex(columns=_KINDS, fill_value=0)
    )
    return counts.astype("int64").rename_axis(columns=None).reset_index()


def balance(counts: pd.DataFrame) -> str:
    """The books of an ingest in a line that a person reads, from the counts that `ingest` returns.

    >>> balance(pd.DataFrame({"articles": [80, 2], "rejects": [1, 1], "repeats": [0, 3]}))
    '87 records read = 82 articles + 2 rejects + 3 exact repeats'
    """
    articles, rejects, repeats = (int(counts[kind].sum()) for kind in _KINDS)
    return f"{articles + rejects + repeats:,} records read = {articles:,} articles + {rejects:,} rejects + {repeats:,} exact repeats"


def check_balance(counts: pd.DataFrame, processed: Path, *, n_records: int | None = None) -> None:
    """Nothing, when the tables in `processed` hold the articles and rejects of `counts`, which with the repeats are `n_records` (if given).

    Raises RuntimeError otherwise.
    """
    n_articles = sum(pq.read_metadata(part).num_rows for part in engine.parts(processed / "articles"))
    n_rejects = pq.read_metadata(processed / "rejects.parquet").num_rows
    counted = counts[_KINDS].sum()
    n_records = counted.sum() if n_records is None else n_records
    if (n_articles, n_rejects, n_records) != (counted["articles"], counted["rejects"], counted.sum()):
        raise RuntimeError(
            f"{n_records} records were read and the tables hold {n_articles} articles and {n_rejects} rejects, but the count is: "
            f"{balance(counts)}; please report this"
        )


def write_tables(records: pd.DataFrame, staged: Path, old: Path) -> None:
    """Writes `articles` and `rejects` below `staged`; parts that the folder `old` holds already are taken from there."""
    rejects = records.loc[records["kind"] == "rejects", ["source_path", "record", "reason", "detail"]]
    tables.write_table(rejects, staged / "rejects.parquet", "rejects")
    articles = records[records["kind"] == "articles"]
    bounds = [*part_starts(articles["article_id"], engine.PART_ROWS), len(articles)]
    there = {
        pq.read_schema(part).metadata[_ROWS]: part
        for part in engine.parts(old)
        if _ROWS in (pq.read_schema(part).metadata or {})
    }
    read = lru_cache(maxsize=4)(pq.read_table)
    (staged / "articles").mkdir()
    for number, (start, end) in enumerate(zip(bounds[:-1], bounds[1:], strict=True)):
        rows, target = articles.iloc[start:end], staged / "articles" / f"part-{number:04d}.parquet"
        key = hashlib.sha256("".join(rows["record_hash"]).encode()).hexdigest()
        if key.encode() in there:
            _link(there[key.encode()], target)
        else:
            tables.write_table(_with_texts(rows, read), target, "articles", metadata={_ROWS.decode(): key})


def _with_texts(rows: pd.DataFrame, read: Callable[[str], pa.Table]) -> pd.DataFrame:
    """The whole of the articles that `rows` of `load_records` name."""
    runs = groupby(zip(rows["bundle"], rows["row"], strict=True), key=itemgetter(0))
    return pa.concat_tables([read(bundle).take([row for _, row in run]) for bundle, run in runs]).to_pandas()


def part_starts(ids: Sequence[str], most: int) -> list[int]:
    """The row at which each part begins, so that a part has at most `most` rows and a changed row changes, as a rule, one part.

    A part ends, once it has half of `most` rows, before the next row whose id says so, one in an eighth of `most` (content-defined
    chunking, Muthitacharoen, Chen & Mazières 2001, "A low-bandwidth network file system", with least and greatest size): where
    the parts end depends on the rows around, not on how many there are before.

    >>> part_starts([f"{n:016x}" for n in (5, 6, 7, 1, 0, 2, 3)], 4)  # 1 in 1 says so: a part ends at half
    [0, 2, 4, 6]
    """
    sparse = max(most // 8, 1)
    starts, last = [0], 0
    for row, article_id in enumerate(ids):
        size = row - last
        if size >= most or (size >= most // 2 and size and int(article_id[-8:], 16) % sparse == 0):
            starts.append(last := row)
    return starts


def _link(source: Path, target: Path) -> None:
    """The same file under a second name; a copy where the file system has no such links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
