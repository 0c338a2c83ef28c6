"""The staff door of sessions."""

from konak.sessions.actions import (
    add_item,
    adopt_agenda,
    arrive,
    arrive_all,
    call,
    carry_on_numbers,
    change,
    close,
    convene,
    leave,
    make_minutes,
    not_held,
    open_session,
    put_to_roll_call,
    put_to_vote,
    remove_item,
    send_papers,
)
from konak.sessions.law import Communities
from konak.sessions.minutes import docx as minutes_docx
from konak.sessions.minutes import invitation
from konak.sessions.minutes import pdf as minutes_pdf
from konak.sessions.models import (
    AgendaVote,
    AskedBy,
    Choice,
    Item,
    ItemKind,
    Kind,
    Minutes,
    Session,
    Vote,
)
from konak.sessions.queries import must_meet_by, roll, visible, waiting, warnings
from konak.sessions.titles import title

__all__ = [
    "AgendaVote",
    "AskedBy",
    "Choice",
    "Communities",
    "Item",
    "ItemKind",
    "Kind",
    "Minutes",
    "Session",
    "Vote",
    "add_item",
    "adopt_agenda",
    "arrive",
    "arrive_all",
    "call",
    "carry_on_numbers",
    "change",
    "close",
    "convene",
    "invitation",
    "leave",
    "make_minutes",
    "minutes_docx",
    "minutes_pdf",
    "must_meet_by",
    "not_held",
    "open_session",
    "put_to_roll_call",
    "put_to_vote",
    "remove_item",
    "roll",
    "send_papers",
    "title",
    "visible",
    "waiting",
    "warnings",
]
