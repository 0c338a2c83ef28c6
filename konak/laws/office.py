"""The staff door of the law watch."""

from konak.laws.actions import follow, meet, note_reading, oblige, record_change
from konak.laws.law import key, touched
from konak.laws.models import (
    Bearer,
    ChangeKind,
    Force,
    LawChange,
    Obligation,
    Reading,
    Regulation,
    RegulationKind,
)
from konak.laws.queries import by_name, change, changes, obligations, readings, regulations, unread

__all__ = [
    "Bearer",
    "ChangeKind",
    "Force",
    "LawChange",
    "Obligation",
    "Reading",
    "Regulation",
    "RegulationKind",
    "by_name",
    "change",
    "changes",
    "follow",
    "key",
    "meet",
    "note_reading",
    "obligations",
    "oblige",
    "readings",
    "record_change",
    "regulations",
    "touched",
    "unread",
]
