"""Akoma Ntoso 3.0: the form in which the house keeps the texts of acts. `read(write(act)) == act`."""

from konak.lex.akn.meta import Meta, Publication, uri
from konak.lex.akn.reader import language, parse, read, read_meta
from konak.lex.akn.schema import validate
from konak.lex.akn.writer import write

__all__ = ["Meta", "Publication", "language", "parse", "read", "read_meta", "uri", "validate", "write"]
