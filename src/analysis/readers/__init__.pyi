"""The names that `analysis.readers` offers; the module of each one is loaded when it is first asked for."""

from .decode import Unreadable as Unreadable
from .formats import FORMATS as FORMATS
from .formats import Format as Format
from .formats import is_streamed as is_streamed
from .formats import is_table as is_table
from .formats import read as read
from .formats import read_path as read_path
from .raw_record import RawRecord as RawRecord
