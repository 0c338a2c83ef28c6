"""Amending: operations, their sentences, and the text that they make."""

from collections.abc import Mapping
from typing import Any

from konak.lex.amend import ops
from konak.lex.amend.operation import Malformed, Operation

__all__ = ["Malformed", "Operation", "operation", "ops"]


def operation(data: Mapping[str, Any]) -> Operation:
    """The operation that JSON data describes; `Malformed` when it is none."""
    kind = ops.BY_NAME.get(str(data.get("op")))
    if kind is None:
        raise Malformed(f"there is no operation {data.get('op')!r}")
    return kind.of(data)
