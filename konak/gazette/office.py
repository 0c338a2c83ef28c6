"""The staff door of the gazette."""

from konak.gazette.actions import add, compose, move, publish, redate, remove
from konak.gazette.models import Entry, Issue
from konak.gazette.paper import made, sealed
from konak.gazette.queries import content_hash, entries, pieces, visible, waiting

__all__ = [
    "Entry",
    "Issue",
    "add",
    "compose",
    "content_hash",
    "entries",
    "made",
    "move",
    "pieces",
    "publish",
    "redate",
    "remove",
    "sealed",
    "visible",
    "waiting",
]
