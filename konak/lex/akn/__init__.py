"""Akoma Ntoso 3.0: the form in which the house keeps the texts of acts. `read(write(act)) == act`."""

from konak.lex.akn.gazette import Issue, read_issue, write_issue
from konak.lex.akn.meta import Meta, Publication, uri
from konak.lex.akn.reader import language, parse, read, read_meta, read_operations
from konak.lex.akn.schema import validate
from konak.lex.akn.writer import write, write_amending, write_minutes

__all__ = [
    "Issue", "Meta", "Publication", "language", "parse", "read", "read_issue", "read_meta", "read_operations",
    "uri", "validate", "write", "write_amending", "write_issue", "write_minutes",
]  # fmt: skip
