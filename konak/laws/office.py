"""The staff door of the law watch."""

from konak.laws.actions import follow, meet, note_reading, oblige, record_change
from konak.laws.models import (
    Bearer,
    ChangeKind,
    LawChange,
    Obligation,
    Reading,
    Regulation,
    RegulationKind,
)
from konak.laws.queries import by_name, changes, obligations, readings, regulations, unread
from konak.laws.resting import Cited, Doubtful, doubtful, rest
from konak.laws.rules import follows

__all__ = [
    "Bearer",
    "ChangeKind",
    "Cited",
    "Doubtful",
    "LawChange",
    "Obligation",
    "Reading",
    "Regulation",
    "RegulationKind",
    "by_name",
    "changes",
    "doubtful",
    "follow",
    "follows",
    "meet",
    "note_reading",
    "obligations",
    "oblige",
    "readings",
    "record_change",
    "regulations",
    "rest",
    "unread",
]
