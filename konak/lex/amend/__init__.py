"""Amending: operations, their sentences, and the text that they make."""

from collections.abc import Mapping
from typing import Any

from konak.lex.amend import ops
from konak.lex.amend.apply import Applied, apply
from konak.lex.amend.conflicting import conflicts
from konak.lex.amend.operation import Malformed, Operation, Unsayable
from konak.lex.amend.refusals import Refusal
from konak.lex.amend.stale import Stale
from konak.lex.amend.text import Gone

__all__ = [
    "Applied", "Gone", "Malformed", "Operation", "Refusal", "Stale", "Unsayable", "apply", "conflicts",
    "operation", "ops",
]  # fmt: skip


def operation(data: Mapping[str, Any]) -> Operation:
    """The operation that JSON data describes; `Malformed` when it is none."""
    kind = ops.BY_NAME.get(str(data.get("op")))
    if kind is None:
        raise Malformed(f"there is no operation {data.get('op')!r}")
    return kind.of(data)
