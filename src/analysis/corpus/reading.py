"""From a folder of raw files to the tables `articles` and `rejects`."""

import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import joblib
import pandas as pd
from tqdm import tqdm

from analysis import engine, paths, tables
from analysis.metadata import expand_agency, initials, outlet_from_folder
from analysis.readers import read
from analysis.readers.article import UNKNOWN, to_article

_IGNORED = frozenset({"thumbs.db", "desktop.ini", "license", "license.txt"})
_BATCH = 250  # raw articles that one worker cleans at a time
_SERIAL = 300  # up to so many files or records, starting processes takes longer than the work


class Unit(NamedTuple):
    """Work for one process: files to read (each with its path in the corpus and hash), or records already read from one file."""

    sources: list[tuple[Path, str, str]]
    raws: list[dict] | None


class Found(NamedTuple):
    """What a unit gave: rows of `articles` with the reader of each, rows of `rejects`, and how many records were read."""

    articles: list[dict]
    rejects: list[dict]
    readers: list[str]
    n_records: int


def ingest(raw: str | Path, processed: str | Path = paths.PROCESSED, *, scheduler: str = "") -> pd.DataFrame:
    """How many articles each reader found per outlet: columns `reader`, `outlet`, `articles`, `rejects`, `repeats` (exact repeats).

    Reads every file below `raw` (README files and hidden ones are passed over) and writes `processed`/articles (parts of
    2,000 articles, in the order of path and record) and `processed`/rejects.parquet. Every record read is an article, a reject or
    an exact repeat of an article; this is checked. Nothing is read anew while files and code are unchanged, and nothing is written unless all is read.

    Raises ValueError when `raw` is no folder, holds no file, or no article could be read from it.
    """
    if scheduler:
        raise ValueError(f"scheduler={scheduler!r} cannot be used yet; leave it empty to work on this machine's cores")
    raw, processed = paths.resolve(raw), paths.resolve(processed)
    sources = [(path, path.relative_to(raw).as_posix(), engine.file_hash(path)) for path in raw_files(raw)]
    key = engine.step_key(ingest, {"folder": raw.name}, [f"{name} {sha}" for _, name, sha in sources])
    counted = processed / "ingest.parquet"
    if engine.is_fresh(counted, key) and engine.parts(processed / "articles") and (processed / "rejects.parquet").exists():
        return tables.read_table(counted)
    staged = processed / f".ingest-{os.getpid()}"
    shutil.rmtree(staged, ignore_errors=True)
    try:
        counts = _write(_read_all(sources, raw), staged, raw)
        counted.unlink(missing_ok=True)  # so that an interruption here never leaves tables under another corpus's key
        _publish(staged, processed)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    tables.write_table(counts, counted, "", metadata=engine.key_metadata(key))
    return counts


def raw_files(raw: Path) -> list[Path]:
    """The files of a corpus in the order of their paths. Raises ValueError when there is no folder or no file in it."""
    if not raw.is_dir():
        what = "is a file, not a folder" if raw.exists() else "does not exist"
        raise ValueError(f"the folder {paths.shown(raw)} {what}; give the folder that holds your articles, such as {paths.shown(paths.RAW)}")
    files = [path for path in raw.rglob("*") if path.is_file() and not _passed_over(path.relative_to(raw))]
    if not files:
        raise ValueError(f"there is no file in {paths.shown(raw)}; put articles there (text copies, saved pages, exports), a folder an outlet")
    return sorted(files, key=lambda path: path.relative_to(raw).as_posix())


def _passed_over(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts) or path.stem.upper() == "README" or path.name.lower() in _IGNORED


def _read_all(sources: list[tuple[Path, str, str]], raw: Path) -> Iterator[Found]:
    """What every unit gives, in order; cleaned in several processes when there is much."""
    codes = agency_codes({_folder(name, raw) for _, name, _ in sources})
    jobs = joblib.effective_n_jobs(-1) if len(sources) > _SERIAL or sum(path.stat().st_size for path, _, _ in sources) > 5e6 else 1
    work = joblib.Parallel(n_jobs=jobs, return_as="generator", pre_dispatch="2*n_jobs")
    return work(joblib.delayed(read_unit)(unit, raw.name, codes) for unit in _units(sources))


def _units(sources: Iterable[tuple[Path, str, str]]) -> Iterator[Unit]:
    """The work in units of about _BATCH articles: an export is read here and its records dealt out, other files are read by the worker."""
    waiting: list[tuple[Path, str, str]] = []
    for source in sources:
        if not _is_export(source[0]):
            waiting.append(source)
        if waiting and (len(waiting) >= _BATCH // 5 or _is_export(source[0])):
            yield Unit(waiting, None)
            waiting = []
        if _is_export(source[0]):
            raws = read(source[0].read_bytes(), source[0].name)
            while batch := list(islice(raws, _BATCH)):
                yield Unit([source], batch)
    if waiting:
        yield Unit(waiting, None)


def _is_export(path: Path) -> bool:
    """Whether a file may hold many records, by its name: only for dealing out the work, the reader goes by the content."""
    return path.name.lower().removesuffix(".gz").endswith((".json", ".jsonl", ".ndjson", ".csv", ".tsv"))


def read_unit(unit: Unit, top: str, codes: Mapping[str, str]) -> Found:
    """The articles and rejects of a unit. Pure: the same unit gives the same rows in any process."""
    articles, rejects, readers, n_records = [], [], [], 0
    for path, name, sha in unit.sources:
        raws = unit.raws if unit.raws is not None else read(path.read_bytes(), path.name)
        for raw in raws:
            n_records += 1
            row = raw if "reason" in raw else to_article(raw, _folder(name, top), codes=codes)
            if "reason" in row:
                rejects.append(row | {"source_path": name, "reader": raw.get("form", "none"), "outlet": outlet_from_folder(_folder(name, top)) or UNKNOWN})
            else:
                articles.append(row | {"source_path": name, "source_sha256": sha})
                readers.append(raw["form"])
    return Found(articles, rejects, readers, n_records)


def _folder(name: str, raw: Path | str) -> str:
    """The folder that a file lies in directly; the corpus's own for one that lies in none."""
    parent = Path(name).parent.name
    return parent or (raw if isinstance(raw, str) else raw.name)


def agency_codes(folders: Iterable[str]) -> dict[str, str]:
    """The initials of the agencies among the outlets of a corpus, as their datelines sign: {"CWS": "Continental Wire Service"}."""
    names = [name for folder in sorted(folders) if (name := outlet_from_folder(folder)) and expand_agency(name)]
    return {initials(name): name for name in names if len(initials(name)) > 1}


def _write(work: Iterable[Found], staged: Path, raw: Path) -> pd.DataFrame:
    """The counts, after writing all parts below `staged`. Raises ValueError when there is no article."""
    seen, rows, rejects, total, part, n_records = set(), [], [], Counter(), 0, 0
    with tqdm(desc="ingest", unit=" articles", delay=2, leave=False) as bar:
        for found in work:
            for row, reader in zip(found.articles, found.readers, strict=True):
                kind = "repeats" if row["article_id"] in seen else "articles"
                total[reader, row["outlet"], kind] += 1
                seen.add(row["article_id"])
                rows.extend([row] if kind == "articles" else [])
            rejects += found.rejects
            n_records += found.n_records
            bar.update(len(found.articles))
            while len(rows) >= engine.PART_ROWS:
                part = _write_part(rows[: engine.PART_ROWS], staged, part)
                rows = rows[engine.PART_ROWS :]
    if not seen:
        first = rejects[0]
        raise ValueError(
            f"no article could be read from the {len(rejects)} files or records in {paths.shown(raw)}; "
            f"the first is {first['source_path']}: {first['reason']}; {first['detail'] or 'nothing in it'}"
        )
    if rows:
        _write_part(rows, staged, part)
    tables.write_table(_frame(rejects, "rejects"), staged / "rejects.parquet", "rejects")
    total.update(Counter((r["reader"], r["outlet"], "rejects") for r in rejects))
    if total.total() != n_records:
        raise RuntimeError(f"{n_records} records were read, but {total.total()} articles, rejects and repeats counted; please report this")
    return _counts(total)


def _write_part(rows: list[dict], staged: Path, number: int) -> int:
    tables.write_table(_frame(rows, "articles"), staged / "articles" / f"part-{number:04d}.parquet", "articles")
    return number + 1


def _frame(rows: list[dict], name: str) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(tables.TABLES[name].columns)) if rows else tables.empty(name)


def _counts(total: Counter) -> pd.DataFrame:
    """One row per reader and outlet."""
    keys = sorted({(reader, outlet) for reader, outlet, _ in total})
    kinds = ("articles", "rejects", "repeats")
    return pd.DataFrame([{"reader": r, "outlet": o} | {kind: total[r, o, kind] for kind in kinds} for r, o in keys])


def _publish(staged: Path, processed: Path) -> None:
    """Puts the staged tables in the place of the old ones."""
    old = staged / "old"
    old.mkdir()
    for name in ("articles", "rejects.parquet"):
        if (processed / name).exists():
            (processed / name).rename(old / name)
        (staged / name).rename(processed / name)


def read_articles(files: Iterable[str | Path]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The `articles` and `rejects` of single files, without writing anything; `source_path` is each file's path as given.

    Raises FileNotFoundError for a file that is not there.
    """
    files = [Path(file) for file in files]
    missing = [str(file) for file in files if not file.is_file()]
    if missing:
        raise FileNotFoundError(f"there is no file {missing[0]}; give a text copy, a saved page or an export")
    codes = agency_codes({file.resolve().parent.name for file in files})
    unit = Unit([(file.resolve(), file.resolve().as_posix(), engine.file_hash(file)) for file in files], None)
    found = read_unit(unit, "", codes)
    articles = _frame(found.articles, "articles").drop_duplicates("article_id", ignore_index=True)
    return tables.conform(articles, "articles"), tables.conform(_frame(found.rejects, "rejects"), "rejects")
