"""What rooms above have against a step of the registry, which does not know them.

A room registers a function when it starts: it gets the ids of documents (`void`) or cases (`close`, `reopen`)
and yields the id and the reason of each it holds on to. It is asked once for all of them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Any, Literal

from django.db.models import Model, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason
from konak.kernel.i18n import Words, pick

Step = Literal["void", "close", "reopen"]
Objection = Callable[[Sequence[int]], Iterable[tuple[int, Reason]]]

HELD: set[tuple[str, str]] = set()  # (model, field) of what rests on documents
_asked: dict[Step, list[Objection]] = {"void": [], "close": [], "reopen": []}


def objects_to(step: Step) -> Callable[[Objection], Objection]:
    """Have the function asked before the step is taken."""

    def register(function: Objection) -> Objection:
        _asked[step].append(function)
        return function

    return register


def rests_on_documents(model: type[Model], *fields: str, name: Callable[[Any], str | Words]) -> None:
    """Documents in these fields of a room's model are not voided; `name` tells what rests on them."""
    HELD.update((model._meta.label, field) for field in fields)

    def ask(documents: Sequence[int]) -> Iterator[tuple[int, Reason]]:
        wanted = reduce(or_, (Q(**{f"{field}__in": documents}) for field in fields))
        for thing in model._default_manager.filter(wanted).select_related(*fields):
            held = {getattr(thing, field) for field in fields if getattr(thing, f"{field}_id") in documents}
            for document in held:
                yield document.pk, _rests(document.number, name(thing))

    objects_to("void")(ask)


def objections(step: Step, things: Sequence[int]) -> list[Reason]:
    """All that stands against the step, room by room."""
    return [reason for _thing, reason in raised(step, things)]


def raised(step: Step, things: Sequence[int]) -> list[tuple[int, Reason]]:
    """The same, each with the id of the thing it is held against."""
    return [objection for function in _asked[step] for objection in function(things)] if things else []


def _rests(number: str, name: str | Words) -> Reason:
    title = name if isinstance(name, str) else pick(name, get_language() or "mk")[0]
    return Reason(
        _("“%(title)s” rests on %(number)s.") % {"title": title, "number": number},
        way_out=_("Correct the entry instead of voiding it."),
        field="numbers",
    )
