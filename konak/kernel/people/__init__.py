"""Accounts: who signs in, which roles that gives today, and who stands for whom."""

from typing import TYPE_CHECKING

from konak.kernel import opens

if TYPE_CHECKING:
    from .acting import Staff, actor_for, authorisations, staff
    from .actions import (
        change_password,
        choose_language,
        close_account,
        end_deputy,
        give_password,
        name_deputy,
        note,
        open_account,
        reopen_account,
        reset_second_factor,
    )
    from .gate import Needs, needs
    from .kept import Kept, seal, take_kept, whose
    from .models import LANGUAGE_NAMES, Account, Deputy
    from .queries import accounts, deputies, has_second_factor, own
    from .roles import ROLES, one_of
    from .second import without_second_factor
else:
    __getattr__ = opens(
        __name__,
        {
            name: module
            for module, names in {
                "acting": "Staff actor_for authorisations staff",
                "actions": "change_password choose_language close_account end_deputy give_password"
                " name_deputy note open_account reopen_account reset_second_factor",
                "gate": "Needs needs",
                "kept": "Kept seal take_kept whose",
                "models": "LANGUAGE_NAMES Account Deputy",
                "queries": "accounts deputies has_second_factor own",
                "roles": "ROLES one_of",
                "second": "without_second_factor",
            }.items()
            for name in names.split()
        },
    )

__all__ = [
    "LANGUAGE_NAMES",
    "ROLES",
    "Account",
    "Deputy",
    "Kept",
    "Needs",
    "Staff",
    "accounts",
    "actor_for",
    "authorisations",
    "change_password",
    "choose_language",
    "close_account",
    "deputies",
    "end_deputy",
    "give_password",
    "has_second_factor",
    "name_deputy",
    "needs",
    "note",
    "one_of",
    "open_account",
    "own",
    "reopen_account",
    "reset_second_factor",
    "seal",
    "staff",
    "take_kept",
    "whose",
    "without_second_factor",
]
