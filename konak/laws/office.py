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
from konak.laws.resting import Cited, Doubtful, Looked, looked_over, rest
from konak.laws.rules import follows, keeps

__all__ = [
    "Bearer",
    "ChangeKind",
    "Cited",
    "Doubtful",
    "LawChange",
    "Looked",
    "Obligation",
    "Reading",
    "Regulation",
    "RegulationKind",
    "by_name",
    "changes",
    "follow",
    "follows",
    "keeps",
    "looked_over",
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
