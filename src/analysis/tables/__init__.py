"""The project's tables: their definitions, the check where data enter, and their files."""

from analysis.tables.checks import conform, empty, need
from analysis.tables.definitions import TABLES, Table, schema
from analysis.tables.files import read_table, write_table

__all__ = ["TABLES", "Table", "conform", "empty", "need", "read_table", "schema", "write_table"]
