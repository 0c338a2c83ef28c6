"""Which acts of ours rest on a regulation, and where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from konak import lex
from konak.acts import queries
from konak.acts.models import Act, Text
from konak.laws import office as laws


@dataclass(frozen=True)
class Place:
    """Where an act cites a regulation: the unit of the act in one language, and what of the regulation."""

    lang: str
    unit: str
    targets: tuple[str, ...]


def citing(
    acts: QuerySet[Act], names: Mapping[str, str], changed: Sequence[str] = ()
) -> dict[Act, list[Place]]:
    """Acts whose newest texts cite the changed places of the regulation of these names; none means any place."""
    keys = {laws.key(name) for name in names.values()} - {""}
    newest = Text.objects.filter(act=OuterRef("act"), lang=OuterRef("lang")).order_by("-number")
    rows = Text.objects.filter(act__in=acts, number=Subquery(newest.values("number")[:1]))
    found: dict[Act, list[Place]] = {}
    for text in rows.select_related("act").order_by("act_id", "lang").iterator():
        for one in lex.references(queries.tree(text)):
            if laws.key(one.name) in keys and laws.touched(one.targets, changed):
                found.setdefault(text.act, []).append(Place(text.lang, one.unit, one.targets))
    return found
