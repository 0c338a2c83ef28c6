"""The language of law: acts as trees, read from plain text and kept as Akoma Ntoso. Knows no room."""

from konak.lex import closing
from konak.lex.changes import Change, diff, runs
from konak.lex.cite import cite
from konak.lex.pair import Difference, parity
from konak.lex.reader import read
from konak.lex.references import (
    Citation,
    Gazette,
    InForce,
    Reference,
    citations,
    in_force,
    references,
    render,
)  # fmt: skip
from konak.lex.show import Part, as_data, parts
from konak.lex.tree import Act, Closing, Unit, Unreadable, eid, find, short, walk
from konak.lex.writer import write

__all__ = [
    "Act", "Change", "Citation", "Closing", "Difference", "Gazette", "InForce", "Part", "Reference", "Unit",
    "Unreadable", "as_data", "citations", "cite", "closing", "diff", "eid", "find", "in_force", "parity", "parts",
    "read", "references", "render", "runs", "short", "walk", "write",
]  # fmt: skip
