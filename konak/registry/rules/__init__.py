"""Who may do what in the писарница, and what stands in the way."""

from konak.registry.rules.cases import (
    case_is_open,
    not_there_yet,
    some_reason,
    sound_dispatch,
    sound_routing,
    unfinished,
)
from konak.registry.rules.letters import (
    some_files,
    sound_book,
    sound_direction,
    sound_incoming,
    sound_letter,
    sound_party,
)
from konak.registry.rules.mends import not_void, sound_correction, sound_remark, sound_voiding
from konak.registry.rules.who import (
    CLERKS,
    READS,
    ROUTERS,
    SEES_ALL,
    WRITERS,
    may_close,
    may_dispatch,
    may_mend,
    may_register,
    may_reopen,
    may_route,
    may_write,
)

__all__ = [
    "CLERKS",
    "READS",
    "ROUTERS",
    "SEES_ALL",
    "WRITERS",
    "case_is_open",
    "may_close",
    "may_dispatch",
    "may_mend",
    "may_register",
    "may_reopen",
    "may_route",
    "may_write",
    "not_there_yet",
    "not_void",
    "some_files",
    "some_reason",
    "sound_book",
    "sound_correction",
    "sound_direction",
    "sound_dispatch",
    "sound_incoming",
    "sound_letter",
    "sound_party",
    "sound_remark",
    "sound_routing",
    "sound_voiding",
    "unfinished",
]
