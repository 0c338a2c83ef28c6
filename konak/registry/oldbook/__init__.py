"""An old book as a table: its rows read from XLSX or CSV, its columns told apart, each row made an entry.

Pure: it knows neither the database nor who imports.
"""

from konak.registry.oldbook.mapping import FIELDS, Entry, Mapping, Problem, entries, guess
from konak.registry.oldbook.reading import NotATable, Table, decoded, read

__all__ = [
    "FIELDS",
    "Entry",
    "Mapping",
    "NotATable",
    "Problem",
    "Table",
    "decoded",
    "entries",
    "guess",
    "read",
]
