"""Deeds of the писарница: registering and filing, a case at work, what is said of an entry afterwards."""

from konak.registry.actions.entering import day_of, open_book
from konak.registry.actions.mending import correct, remark, void
from konak.registry.actions.registering import add_files, file_into, open_case, register_incoming
from konak.registry.actions.working import close, dispatch, follow_task, reopen, route

__all__ = [
    "add_files",
    "close",
    "correct",
    "day_of",
    "dispatch",
    "file_into",
    "follow_task",
    "open_book",
    "open_case",
    "register_incoming",
    "remark",
    "reopen",
    "route",
    "void",
]
