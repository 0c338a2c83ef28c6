"""What an act's own words refer to: laws, acts and places in them, and when it enters into force."""

from konak.lex.references.bases import Citation, Gazette, citations
from konak.lex.references.find import parse, references
from konak.lex.references.force import InForce, in_force
from konak.lex.references.gazettes import Issue, Issues
from konak.lex.references.model import Reference
from konak.lex.references.render import render

__all__ = [
    "Citation", "Gazette", "InForce", "Issue", "Issues", "Reference", "citations", "in_force", "parse", "references",
    "render",
]  # fmt: skip
