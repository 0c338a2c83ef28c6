"""What a list screen knows of its columns."""

from dataclasses import dataclass
from typing import Literal

from konak.kernel.errors import Text


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: `order` are the fields it sorts by (empty: it does not sort)."""

    key: str
    label: Text
    order: tuple[str, ...] = ()
    numeric: bool = False


@dataclass(frozen=True, kw_only=True)
class Head:
    """A column's head as it is shown: `url` sorts by it, `sorted` says that it does."""

    label: Text
    url: str = ""
    numeric: bool = False
    sorted: Literal["", "up", "down"] = ""
