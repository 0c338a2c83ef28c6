"""What a list screen knows of its columns."""

from dataclasses import dataclass
from typing import Any, Literal

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

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


class Pages(Paginator):
    """Pages of a query that are as quick at its end as at its beginning.

    The database skips over keys in their index; what the page shows is read for its own rows alone.
    """

    def page(self, number: Any) -> Page:
        number = self.validate_number(number)
        rows: QuerySet[Any] = self.object_list  # type: ignore[assignment]
        start = (number - 1) * self.per_page
        keys = rows.select_related(None).values("pk")[start : start + self.per_page]
        return Page(rows.filter(pk__in=keys) if number > 1 else rows[: self.per_page], number, self)
