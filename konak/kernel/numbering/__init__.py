"""Numbers without gaps: taken inside the deed that uses them, given back by a rollback, audited."""

from typing import TYPE_CHECKING

from konak.kernel import opens

from .audit import Audit, audit

if TYPE_CHECKING:
    from .counters import hold_last, peek, skip_all, skip_to, take, take_many
else:
    __getattr__ = opens(
        __name__, dict.fromkeys(("hold_last", "peek", "skip_all", "skip_to", "take", "take_many"), "counters")
    )

__all__ = ["Audit", "audit", "hold_last", "peek", "skip_all", "skip_to", "take", "take_many"]
