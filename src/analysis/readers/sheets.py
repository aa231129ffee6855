"""Tables in binary files, a row an article: Excel workbooks and Parquet."""

import io
import re
import warnings
from collections.abc import Iterable, Iterator
from itertools import count

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.readers import archive
from analysis.readers.decode import Unreadable
from analysis.readers.tabular import FIELDS, from_record, has_text_column, no_text_column

_HEADER_ROWS = 10  # a title or a note may stand above the header
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how a workbook writes characters that XML cannot: _x000D_


def is_workbook(data: bytes, name: str) -> bool:
    """Whether `data` is an Excel workbook (.xlsx, .xlsm)."""
    return data.startswith(archive.ZIP) and "xl/workbook.xml" in archive.names(data)


def read_workbook(data: bytes, name: str) -> Iterator[dict]:
    """The raw articles of every sheet that has a text column; records are counted through the sheets. Raises Unreadable when it is damaged."""
    numbers = count(1)
    try:
        archive.read_member(archive.open_zip(data), "xl/workbook.xml")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and filters that it leaves out
            workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            for sheet in workbook.worksheets:
                yield from _sheet(sheet.iter_rows(values_only=True), sheet.title, numbers)
    except (*archive.DAMAGED, LookupError, TypeError, AttributeError, SyntaxError) as error:  # SyntaxError: broken XML
        raise Unreadable("damaged workbook", str(error)[:200]) from None


def _sheet(rows: Iterable[tuple], title: str, numbers: Iterator[int]) -> Iterator[dict]:
    """The raw articles of one sheet, below the first row that names a text column; one reject for a sheet without, none for an empty one."""
    header, skipped = None, []
    for row in rows:
        cells = [_cell(value) for value in row]
        if header:
            if any(cell not in (None, "") for cell in cells):
                yield from_record(dict(zip(header, cells, strict=False)), next(numbers))
        elif has_text_column(map(str, cells)):
            header = [str(cell or "").strip() for cell in cells]
        elif any(cell not in (None, "") for cell in cells):
            skipped.append([str(cell) for cell in cells if cell not in (None, "")])
            if len(skipped) >= _HEADER_ROWS:
                break
    if not header and skipped:
        yield no_text_column(skipped[0]) | {
            "record": next(numbers),
            "detail": f"sheet {title}: {no_text_column(skipped[0])['detail']}",
        }


def _cell(value: object) -> object:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if isinstance(value, str) else value


def is_parquet(data: bytes, name: str) -> bool:
    """Whether `data` is a Parquet file."""
    return data[:4] == b"PAR1"


def read_parquet(data: bytes, name: str) -> Iterator[dict]:
    """The raw articles of a Parquet table, read in pieces. Raises Unreadable when it is damaged."""
    try:
        table = pq.ParquetFile(pa.BufferReader(data))
        if not has_text_column(table.schema_arrow.names):
            yield no_text_column(table.schema_arrow.names)
            return
        number = 0
        for batch in table.iter_batches(batch_size=1000, columns=_known(table.schema_arrow.names)):
            for number, record in enumerate(batch.to_pylist(), start=number + 1):
                yield from_record(record, number)
    except (pa.ArrowException, OSError) as error:
        raise Unreadable("damaged Parquet file", str(error)[:200]) from None


def _known(columns: Iterable[str]) -> list[str]:
    """The columns that say something to us: wide tables are not unpacked whole."""
    known = {option for options in FIELDS.values() for option in options}
    return [name for name in columns if re.sub(r"[\W_]+", "", name.lower()) in known]
