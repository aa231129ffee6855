"""Turn a folder of raw files into the tables `articles` and `rejects`; the next time, read only what changed."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from analysis import engine, locks, manifest, ownership, paths, stores, tables, workers
from analysis.aliases import Aliases, load_aliases
from analysis.corpus.assembly import check_balance, count_records, load_records, write_tables
from analysis.corpus.files import RawFile, add_repeated_lines, agency_codes, find_files, folder_of, raw_file
from analysis.corpus.outlet_names import names_in_folders, outlet_names
from analysis.corpus.reading import read_missing
from analysis.corpus.record_cache import CachedBatch, remove_unused, row_ranges
from analysis.corpus.records import Setting, read_key, read_task
from analysis.corpus.tasks import Task
from analysis.readers.limits import DEFAULT, Limits, use


def ingest(
    raw: str | Path, processed: str | Path = "", *, limits: Limits = DEFAULT, scheduler: str = ""
) -> pd.DataFrame:
    """Read a folder of articles into the tables `articles` and `rejects`.

    Every file below `raw` is read, except README files, licenses and hidden files. Each record is an article, a reject
    or an exact repeat of an earlier article; this is checked, and `balance` says it in one line. The tables are only
    written when everything is read. The work is divided among the processor's cores.

    A second ingest reads only new and changed files; `processed`/records keeps what was read of the others. An
    interrupted ingest goes on where it stopped. The tables are always those of a first ingest, byte for byte.

    Parameters
    ----------
    raw : str or Path
        Folder of text copies, saved pages and exports; a relative path counts from the workspace. Or an address of a
        store, such as s3://bucket/folder, whose files are all read each time to see which ones changed.
    processed : str or Path
        Folder for the tables; data/processed of the workspace by default. `articles` has parts of 1,000 to 2,000 rows,
        in the order of path and record.
        Outlets have the names that data/aliases.csv of the workspace gives them.
    limits : Limits
        How much one file may take: processor time, size when unpacked, files in a ZIP, columns, depth. A file over a
        limit is a reject that names the limit and how to raise it; files within it are read.
    scheduler : str
        The address of a Dask scheduler whose workers read the files, such as "tcp://10.0.0.5:8786". They must see both
        folders under the same paths.

    Returns
    -------
    pandas.DataFrame
        One row per reader and outlet, with the number of `articles`, `rejects` and `repeats`.

    Raises
    ------
    ValueError
        If `raw` is no folder, holds no file, or none of its files gave an article; if `processed` is inside `raw`, or
        holds files that Broadsheet did not write: they are never removed; if the scheduler does not answer.
    """
    raw, processed = paths.resolve(raw), paths.resolve(processed or paths.workspace().processed)
    with use(limits):
        files = find_files(raw)
    if stores.is_address(processed) == stores.is_address(raw) and processed.is_relative_to(raw):
        raise ValueError(
            f"the tables would go to {paths.shown(processed)}, inside the articles' folder {paths.shown(raw)}; "
            "give another folder"
        )
    ownership.check_ours(processed, "the processed tables", signs=["ingest.parquet", "rejects.parquet"])
    if {processed / "articles", processed / "records"} & {raw, *raw.parents}:
        raise ValueError(f"{paths.shown(raw)} is a folder of tables; give the folder that holds your articles")
    with locks.one_writer(locks.lock_of(processed), paths.shown(processed)):
        ownership.mark(processed, "processed tables")
        remove_leftovers(processed)
        manifest.drop_changed(processed)
        with workers.on_cluster(scheduler):
            return _ingest(files, raw, processed, limits)


def remove_leftovers(processed: Path) -> None:
    """Delete what a killed run left half written in a folder of tables; only the holder of its lock may."""
    for path in processed.glob(".ingest-*"):
        stores.remove(path)
    for path in [*processed.glob(".*.parquet.*"), *processed.glob("**/.part-*.parquet.*")]:
        path.unlink()


def _ingest(files: Sequence[RawFile], raw: Path, processed: Path, limits: Limits) -> pd.DataFrame:
    """Read what changed, replace the tables, and return the counts."""
    setting = Setting(raw.name, agency_codes({folder_of(file.name, raw.name) for file in files}), limits)
    key = read_key(setting)
    aliases = load_aliases()
    corpus_key = engine.step_key(
        ingest, {"read": key, "aliases": aliases.outlets}, [f"{file.name} {file.sha}" for file in files]
    )
    counted = processed / "ingest.parquet"
    if engine.is_fresh(counted, corpus_key) and _tables_match(counts := tables.read_table(counted), processed):
        return counts
    batches = read_missing(add_repeated_lines(files, raw.name), processed / "records", key, setting)
    counts = _publish(batches, processed, raw, aliases)
    tables.write_table(counts, counted, "", metadata=engine.key_metadata(corpus_key))
    remove_unused(processed / "records", key, batches)
    return counts


def _tables_match(counts: pd.DataFrame, processed: Path) -> bool:
    """Return whether the tables are those that were counted: nobody has removed or damaged a part."""
    try:
        check_balance(counts, processed)
    except (RuntimeError, ValueError, OSError):  # a part is missing, or damaged
        return False
    return True


def _publish(batches: Sequence[CachedBatch], processed: Path, raw: Path, aliases: Aliases) -> pd.DataFrame:
    """Replace the tables in `processed` by those of the batches, and return the counts.

    Raises ValueError if there is no article.
    """
    records = load_records(row_ranges(batches))
    if (records["kind"] == "rejects").all():
        for bundle in {batch.bundle for batch in batches}:
            bundle.unlink()  # nothing in them is worth keeping
        first = records.iloc[0]
        raise ValueError(
            f"no article could be read from the {len(records)} files or records in {paths.shown(raw)}; "
            f"the first is {first['source_path']}: {first['reason']}; {first['detail'] or 'nothing in it'}"
        )
    articles = records[records["kind"] != "rejects"]
    in_folders = names_in_folders(
        articles["outlet"], articles["source_path"].map(lambda name: folder_of(name, raw.name))
    )
    records["outlet"] = records["outlet"].replace(outlet_names(records["outlet"].dropna(), aliases, in_folders))
    counts = count_records(records)
    _check_parts(processed / "articles")
    staged = processed / f".ingest-{os.getpid()}"
    stores.remove(staged)
    try:
        write_tables(records, staged, processed / "articles")
        check_balance(counts, staged, n_records=sum(batch.n_records for batch in batches))
        # Without its key first, so that an interruption here never leaves tables under the key of another corpus.
        (processed / "ingest.parquet").unlink(missing_ok=True)
        for name in ("articles", "rejects.parquet"):
            stores.put_in_place(staged / name, processed / name, staged / f"old-{name}")
    finally:
        stores.remove(staged)
    return counts


def _check_parts(folder: Path) -> None:
    """Raise ValueError if the folder of the old table, which is about to be replaced, holds anything but its parts."""
    strangers = sorted(set(stores.inside(folder)) - set(engine.parts(folder))) if folder.is_dir() else []
    if strangers:
        raise ValueError(
            f"{paths.shown(strangers[0])} was not written by Broadsheet, and its folder is replaced as a whole; "
            "move it elsewhere"
        )


def read_articles(files: Iterable[str | Path]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the `articles` and `rejects` of single files, without writing anything.

    `source_path` is the absolute path of each file. Raises FileNotFoundError for a file that is not there.
    """
    given = [Path(file) for file in files]
    for path in given:
        if path.is_dir():
            raise FileNotFoundError(f"{path} is a folder; give its files: {path}/*")
        if not path.is_file():
            raise FileNotFoundError(f"there is no file {path}; give a text copy, a saved page or an export")
    found = [raw_file(path.resolve(), path.resolve().as_posix()) for path in given]
    setting = Setting("", agency_codes({folder_of(file.name, "") for file in found}))
    records = read_task(Task(found), setting).table.to_pandas()
    rejected = records["reason"].notna()
    articles = records[~rejected].drop_duplicates("article_id").reset_index(drop=True)
    rejects = records[rejected].reset_index(drop=True)
    return tables.conform(articles, "articles"), tables.conform(rejects, "rejects")
