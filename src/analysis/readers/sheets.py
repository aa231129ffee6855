"""Read tables in binary files, one article per row: Excel workbooks and Parquet."""

import io
import math
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import count
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from analysis.readers import archive, guard, limits
from analysis.readers.broken_sheets import bare, mended
from analysis.readers.csv_header import is_header, names_more
from analysis.readers.decode import Unreadable
from analysis.readers.field_names import field_of, has_text_column
from analysis.readers.fields import TESTED, from_record, no_text_column, texts_of_table
from analysis.readers.raw_record import RawRecord, reject

_MOST_ROWS = 1 << 20  # that a sheet of Excel can have
_HEADER_ROWS = 10  # so many rows with titles or notes may stand above the header
_LATER = 1462  # days: so much later begins the calendar of a workbook that counts from 1904
_DAY_NUMBERS = range(20_000, 80_000)  # that are read as days, 1954 to 2119, from 1900
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how a workbook writes characters that XML cannot hold: _x000D_


def is_workbook(data: bytes, name: str) -> bool:
    """Return whether `data` is an Excel workbook (.xlsx, .xlsm)."""
    return data.startswith(archive.ZIP) and "xl/workbook.xml" in archive.names(data)


def read_workbook(data: bytes, name: str) -> Iterator[RawRecord]:
    """Yield the raw articles of every sheet that has a text column; records are counted through all sheets.

    Raises Unreadable if the workbook is damaged.
    """
    numbers = count(1)
    try:
        packed = archive.open_zip(data)
        archive.read_member(packed, "xl/workbook.xml")
        # openpyxl holds all strings of a workbook in memory, several times as large as in the file.
        archive.check_size(sum(info.file_size for info in packed.infolist()), share=0.25)
        data, broken = mended(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and filters that it leaves out
            workbook = _loaded(data)
            if not workbook.worksheets:
                raise Unreadable("damaged workbook", "it holds no sheet")
            later = _LATER if workbook.epoch == CALENDAR_MAC_1904 else 0
            for sheet in workbook.worksheets:
                sheet.reset_dimensions()  # what a sheet says of its size may be wrong
                yield from _read_sheet(sheet, numbers, later)
        for name, n_lost in broken.items():
            detail = f"{name} is no correct XML; a row of it is lost"
            yield from (reject("damaged workbook", detail, record=next(numbers)) for _ in range(n_lost))
    except (*archive.DAMAGED, LookupError, TypeError, AttributeError, SyntaxError) as error:  # SyntaxError: broken XML
        raise Unreadable("damaged workbook", str(error)[:200]) from None


def _loaded(data: bytes) -> openpyxl.Workbook:
    """Return a workbook; one of which openpyxl cannot read a part that holds no cells, without that part."""
    try:
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception:
        for with_styles in (True, False):
            with suppress(Exception):
                less = bare(data, with_styles=with_styles)
                return openpyxl.load_workbook(io.BytesIO(less), read_only=True, data_only=True)
        raise


def _read_sheet(sheet: Any, numbers: Iterator[int], later: int) -> Iterator[RawRecord]:
    """Yield the raw articles below the first row that names a text column; a reject if no row does."""
    header: list[str] = []
    texts: Sequence[str] = ()
    title = sheet.title
    named_at = 0
    skipped: list[list[str]] = []
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > _MOST_ROWS:  # a wrong number of a row makes openpyxl yield empty ones without end
            raise Unreadable("damaged workbook", f"sheet {title} has a row beyond {_MOST_ROWS:,}, the last of a sheet")
        if len(row) > limits.current().columns:
            raise limits.over("columns", f"sheet {title} has {len(row):,} columns", needed=len(row))
        cells = [_cell(value) for value in row]
        if header and number == named_at + 1 and names_more(header, list(map(str, cells))):
            header = []  # it names groups of columns
        if header and len(cells) > 1 and is_header(list(map(str, cells))):
            header = [str(cell or "").strip() for cell in cells]  # another table stands below, or the names come again
            texts = _texts(sheet, header, number)
        elif header:
            if any(str(cell or "").strip() for cell in cells):
                found = [(name, cell) for name, cell in zip(header, cells, strict=False) if field_of(name)]
                record = {n: _day(cell, later) if field_of(n) == "published" else cell for n, cell in found}
                yield guard.one(partial(from_record, texts=texts), record, next(numbers))
        elif has_text_column(map(str, cells)):
            header, named_at = [str(cell or "").strip() for cell in cells], number
            texts = _texts(sheet, header, number)
        elif any(cell not in (None, "") for cell in cells):
            skipped.append([str(cell) for cell in cells if cell not in (None, "")])
            if len(skipped) >= _HEADER_ROWS:
                break
    if not header and skipped:
        raw = no_text_column(skipped[0])
        yield raw | {"record": next(numbers), "detail": f"sheet {title}: {raw['detail']}"}


def _texts(sheet: Any, header: Sequence[str], named_at: int) -> Sequence[str]:
    """Return the names of the text, those of the columns that hold stories in the first rows of a sheet first."""
    records: list[dict[str, object]] = []
    if sum(field_of(name) == "text" for name in header) > 1:
        with suppress(Exception):  # a damaged row, which says so when it is read
            rows = sheet.iter_rows(min_row=named_at + 1, max_row=named_at + TESTED, values_only=True)
            records += (dict(zip(header, row, strict=False)) for row in rows)
    return texts_of_table(records)


def _cell(value: object) -> object:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if isinstance(value, str) else value


def _day(cell: object, later: int) -> object:
    """Return the number of a day as if its calendar began so many days earlier, as all others do; other cells as is."""
    if isinstance(cell, int | float) and math.isfinite(cell) and int(cell) + later in _DAY_NUMBERS:
        return cell + later
    return cell


def is_parquet(data: bytes, name: str) -> bool:
    """Return whether `data` is a Parquet file."""
    return data[:4] == b"PAR1"


def read_parquet(data: bytes, name: str) -> Iterator[RawRecord]:
    """Yield the raw articles of a Parquet table, which is read in pieces. Raises Unreadable if it is damaged."""
    try:
        table = pq.ParquetFile(pa.BufferReader(data))
        columns = table.schema_arrow.names
        if not has_text_column(columns):
            yield no_text_column(columns)
            return
        numbers = count(1)
        known = list(filter(field_of, columns))  # so that the rest of a wide table is not unpacked
        texts: Sequence[str] = ()
        for batch in table.iter_batches(batch_size=1000, columns=known):
            records: list[dict[str, Any]] = batch.to_pylist()
            texts = texts or texts_of_table(records)
            yield from (guard.one(partial(from_record, texts=texts), record, next(numbers)) for record in records)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise Unreadable("damaged Parquet file", str(error)[:200]) from None
