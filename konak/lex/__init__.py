"""The language of law: acts as trees, read from plain text and kept as Akoma Ntoso. Knows no room."""

from konak.lex.reader import read
from konak.lex.tree import Act, Closing, Unit, Unreadable, eid, find, short, walk
from konak.lex.writer import write

__all__ = ["Act", "Closing", "Unit", "Unreadable", "eid", "find", "read", "short", "walk", "write"]
