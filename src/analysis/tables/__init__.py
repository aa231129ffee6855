"""The project's tables: their definitions, the check where data enter, and their files."""

from analysis.tables.checks import conform, empty, need
from analysis.tables.definitions import TABLES, Table, schema
from analysis.tables.files import (
    DamagedTable,
    footer,
    metadata_of,
    part_files,
    read_part,
    read_table,
    write_arrow,
    write_table,
)
from analysis.tables.statements import select_statements

__all__ = [
    "TABLES",
    "DamagedTable",
    "Table",
    "conform",
    "empty",
    "footer",
    "metadata_of",
    "need",
    "part_files",
    "read_part",
    "read_table",
    "schema",
    "select_statements",
    "write_arrow",
    "write_table",
]
