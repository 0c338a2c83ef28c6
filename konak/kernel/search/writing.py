"""Put things into the index and take them out; called by errands, never by a deed."""

from collections.abc import Iterable

from konak.kernel.journal import Ref

from .indexing import INDEXES, Findable
from .models import Row
from .words import LONGEST, folded


def write(ref: Ref, texts: Iterable[Findable]) -> None:
    """Make the index say exactly these texts of the thing; none takes it out."""
    rows = [
        Row(
            ref_kind=ref.kind,
            ref_id=ref.id,
            lang=text.lang,
            kind=text.kind,
            title=text.title,
            body=text.body[:LONGEST],
            folded=folded(text.title, text.body),
            audience=" ".join(sorted(text.audiences)),
            day=text.day,
        )
        for text in texts
    ]
    gone = Row.objects.filter(ref_kind=ref.kind, ref_id=ref.id)
    gone.exclude(lang__in=[row.lang for row in rows]).delete()
    if rows:
        Row.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["ref_kind", "ref_id", "lang"],
            update_fields=["kind", "title", "body", "folded", "audience", "day"],
        )


def reindex(kind: str, ids: Iterable[int]) -> int:
    """Say anew what may be found of these things; returns how many."""
    numbers = list(ids)
    for number in numbers:
        write(Ref(kind, number), INDEXES[kind](number))
    return len(numbers)
