"""The names that `analysis.readers` offers; the module of each one is loaded when it is first asked for."""

from .decode import Unreadable
from .formats import FORMATS, Format, is_streamed, is_table, read, read_path
from .raw_record import RawRecord

__all__ = ["FORMATS", "Format", "RawRecord", "Unreadable", "is_streamed", "is_table", "read", "read_path"]
