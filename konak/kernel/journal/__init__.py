"""The journal: every deed writes its fact here, in the same transaction, and facts are sealed for good.

A deed is a function marked `@deed`; it allows, changes, saves, announces. What it announces is a `Fact`
(past tense, ids only, names beside). Listeners hear a fact after it is true, through errands.
"""

from typing import TYPE_CHECKING

from konak.kernel import opens

from .facts import NOBODY, SYSTEM, Actor, Fact, Ref, fact
from .listening import job, listener, plan_jobs, poll, run_errands, run_polls, settle, waiting_since

if TYPE_CHECKING:
    from .deeds import deed, hold
    from .models import Entry, Versioned
    from .telling import announce, history, persons_are_named_by, who_and_when
else:
    __getattr__ = opens(
        __name__,
        {
            "Entry": "models",
            "Versioned": "models",
            "announce": "telling",
            "deed": "deeds",
            "history": "telling",
            "hold": "deeds",
            "persons_are_named_by": "telling",
            "who_and_when": "telling",
        },
    )

__all__ = [
    "NOBODY",
    "SYSTEM",
    "Actor",
    "Entry",
    "Fact",
    "Ref",
    "Versioned",
    "announce",
    "deed",
    "fact",
    "history",
    "hold",
    "job",
    "listener",
    "persons_are_named_by",
    "plan_jobs",
    "poll",
    "run_errands",
    "run_polls",
    "settle",
    "waiting_since",
    "who_and_when",
]
