"""From a folder of raw files to the tables `articles` and `rejects`: again and again, reading only what changed."""

import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import joblib
import pandas as pd
from tqdm import tqdm

from analysis import engine, ownership, paths, tables
from analysis.corpus.assembly import check_balance, count_records, load_records, write_tables
from analysis.corpus.files import Source, agency_codes, files, folder_of, source_of, with_repeated
from analysis.corpus.record_cache import Entry, held, is_whole, pack, save, stretches
from analysis.corpus.records import Unit, read_key, read_unit, units

_SERIAL, _LARGE = 300, 5e6  # up to so many files and bytes, starting processes takes longer than the work


def ingest(raw: str | Path, processed: str | Path = "", *, scheduler: str = "") -> pd.DataFrame:
    """How many articles each reader found per outlet: columns `reader`, `outlet`, `articles`, `rejects`, `repeats` (exact repeats).

    Reads every file below `raw` (README files and hidden ones are passed over) and writes `processed`/articles (default: data/processed of the workspace; in parts of 1,000
    to 2,000 articles, in the order of path and record) and `processed`/rejects.parquet. Every record read is an article, a reject or
    an exact repeat of an article before it; this is checked, and `balance` says it in a line.

    What was read of a file is kept in `processed`/records, by the file's path and hash: the next ingest reads only files that
    are new or changed, an interrupted one goes on where it was, a file that was removed is gone, and the tables are those of a
    first ingest, byte for byte. Parts whose articles are the same keep their bytes. No table is written unless all is read.

    Raises ValueError when `raw` is no folder, holds no file, or no article could be read from it, and when `processed` holds files that
    Broadsheet did not write: none of them is ever removed.
    """
    if scheduler:
        raise ValueError(f"scheduler={scheduler!r} cannot be used yet; leave it empty to work on this machine's cores")
    raw, processed = paths.resolve(raw), paths.resolve(processed or paths.workspace().processed)
    sources = raw_files(raw)
    if processed.is_relative_to(raw):
        raise ValueError(
            f"the tables would go to {paths.shown(processed)}, inside the articles' folder {paths.shown(raw)}; give another folder"
        )
    ownership.check_ours(processed, "the processed tables", signs=["ingest.parquet", "rejects.parquet"])
    ownership.mark(processed, "processed tables")
    key = read_key(raw.name, agency_codes({folder_of(source.name, raw.name) for source in sources}))
    whole = engine.step_key(ingest, {"read": key}, [f"{source.name} {source.sha}" for source in sources])
    counted = processed / "ingest.parquet"
    if engine.is_fresh(counted, whole) and _are_there(counts := tables.read_table(counted), processed):
        return counts
    entries = _read_missing(with_repeated(sources, raw.name), raw.name, processed / "records", key)
    counts = _publish(entries, processed, raw)
    tables.write_table(counts, counted, "", metadata=engine.key_metadata(whole))
    pack(processed / "records", key, entries)
    return counts


def raw_files(raw: Path) -> list[Source]:
    """The files of a corpus in the order of their paths. Raises ValueError when there is no folder or no file in it."""
    if not raw.is_dir():
        what = "is a file, not a folder" if raw.exists() else "does not exist"
        raise ValueError(
            f"the folder {paths.shown(raw)} {what}; give the folder that holds your articles, such as data/raw"
        )
    found = files(raw)
    if not found:
        raise ValueError(
            f"there is no file in {paths.shown(raw)}; put articles there (text copies, saved pages, exports), a folder an outlet"
        )
    return found


def _are_there(counts: pd.DataFrame, processed: Path) -> bool:
    """Whether the tables are those that were counted: nobody has removed a part."""
    try:
        check_balance(counts, processed)
    except (RuntimeError, FileNotFoundError):
        return False
    return True


def _read_missing(sources: Sequence[Source], top: str, folder: Path, key: str) -> list[Entry]:
    """What is kept of every file, in order, after reading those of which nothing or not all is kept."""
    there = held(folder, key)
    missing = [source for source in sources if not is_whole(there.get((source.name, source.version), {}))]
    codes = agency_codes({folder_of(source.name, top) for source in sources})
    much = len(missing) > _SERIAL or sum(source.size for source in missing) > _LARGE
    work = joblib.Parallel(n_jobs=-1 if much else 1, return_as="generator", pre_dispatch="2*n_jobs")
    with tqdm(desc="ingest", unit=" records", delay=2, leave=False) as bar:
        for found in work(joblib.delayed(read_unit)(unit, top, codes) for unit in units(missing, there)):
            save(folder, key, found)
            bar.update(len(found.table))
    there = held(folder, key) if missing else there
    return [entry for source in sources for _, entry in sorted(there[source.name, source.version].items())]


def _publish(entries: Sequence[Entry], processed: Path, raw: Path) -> pd.DataFrame:
    """The counts, after the tables of `entries` have taken the place of the old ones. Raises ValueError when there is no article."""
    records = load_records(stretches(entries))
    if (records["kind"] == "rejects").all():
        for bundle in {entry.bundle for entry in entries}:
            bundle.unlink()  # nothing in them is worth keeping
        first = records.iloc[0]
        raise ValueError(
            f"no article could be read from the {len(records)} files or records in {paths.shown(raw)}; "
            f"the first is {first['source_path']}: {first['reason']}; {first['detail'] or 'nothing in it'}"
        )
    counts = count_records(records)
    _check_parts(processed / "articles")
    staged = processed / f".ingest-{os.getpid()}"
    shutil.rmtree(staged, ignore_errors=True)
    try:
        write_tables(records, staged, processed / "articles")
        check_balance(counts, staged, n_records=sum(entry.count for entry in entries))
        (processed / "ingest.parquet").unlink(
            missing_ok=True
        )  # so that an interruption here never leaves tables under another corpus's key
        for name in ("articles", "rejects.parquet"):
            if (processed / name).exists():
                (processed / name).rename(staged / f"old-{name}")
            (staged / name).rename(processed / name)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return counts


def _check_parts(folder: Path) -> None:
    """Raises ValueError when the old table's folder, which is about to be replaced, holds anything but parts of the table."""
    strangers = sorted(set(folder.iterdir()) - set(engine.parts(folder))) if folder.is_dir() else []
    if strangers:
        raise ValueError(
            f"{paths.shown(strangers[0])} was not written by Broadsheet, and its folder is replaced as a whole; move it elsewhere"
        )


def read_articles(paths_given: Iterable[str | Path]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The `articles` and `rejects` of single files, without writing anything; `source_path` is each file's path as given.

    Raises FileNotFoundError for a file that is not there.
    """
    given = [Path(path) for path in paths_given]
    for path in given:
        if path.is_dir():
            raise FileNotFoundError(f"{path} is a folder; give its files: {path}/*")
        if not path.is_file():
            raise FileNotFoundError(f"there is no file {path}; give a text copy, a saved page or an export")
    sources = [source_of(path.resolve(), path.resolve().as_posix()) for path in given]
    table = read_unit(
        Unit(sources), "", agency_codes({folder_of(source.name, "") for source in sources})
    ).table.to_pandas()
    rejected = table["reason"].notna()
    articles = table[~rejected].drop_duplicates("article_id")
    return tuple(
        tables.conform(frame.reset_index(drop=True), name)
        for frame, name in ((articles, "articles"), (table[rejected], "rejects"))
    )
