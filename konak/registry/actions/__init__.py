"""Deeds of the писарница: registering and filing, a case at work, what is said of an entry afterwards."""

from konak.registry.actions.closing import ask_to_close, close_book, sign_closing
from konak.registry.actions.entering import Late, day_of, open_book
from konak.registry.actions.importing import BATCH, begin_old_book, bring_old_book, import_rows, rehearse
from konak.registry.actions.mending import correct, remark, void
from konak.registry.actions.registering import add_files, file_into, open_case, register_incoming
from konak.registry.actions.working import close, dispatch, follow_task, reopen, route

__all__ = [
    "BATCH",
    "Late",
    "add_files",
    "ask_to_close",
    "begin_old_book",
    "bring_old_book",
    "close",
    "close_book",
    "correct",
    "day_of",
    "dispatch",
    "file_into",
    "follow_task",
    "import_rows",
    "open_book",
    "open_case",
    "register_incoming",
    "rehearse",
    "remark",
    "reopen",
    "route",
    "sign_closing",
    "void",
]
