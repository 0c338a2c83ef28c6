"""Akoma Ntoso 3.0: the form in which the house keeps the texts of acts. `read(write(act)) == act`."""

from konak.lex.akn.meta import Meta, Publication, uri
from konak.lex.akn.reader import language, parse, read, read_meta, read_operations
from konak.lex.akn.schema import validate
from konak.lex.akn.writer import write, write_amending

__all__ = [
    "Meta", "Publication", "language", "parse", "read", "read_meta", "read_operations", "uri", "validate",
    "write", "write_amending",
]  # fmt: skip
