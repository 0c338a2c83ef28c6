"""The staff door of tasks."""

from konak.tasks.actions import assign, done, done_about, drop, fulfil, hand_over, supersede
from konak.tasks.models import Task
from konak.tasks.queries import about, counts, waiting_for

__all__ = [
    "Task",
    "about",
    "assign",
    "counts",
    "done",
    "done_about",
    "drop",
    "fulfil",
    "hand_over",
    "supersede",
    "waiting_for",
]
