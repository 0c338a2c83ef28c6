"""Tell persons, inside the deed that gives the reason; the mail follows as an errand."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from konak.kernel.journal import Actor, Ref, announce, deed
from konak.kernel.org import persons

from . import facts
from .kinds import Template
from .models import Notice
from .queries import notices


@deed
def notify(
    actor: Actor,
    person_ids: Iterable[int],
    template: Template,
    ref: Ref | None = None,
    *,
    at: datetime,
    **fields: Any,
) -> list[Notice]:
    """One notice for each person, each once; `fields` fill the sentence (JSON scalars only).

    Whoever acts is not told what he did himself.
    """
    told = set(person_ids) - {actor.person}
    about = str(ref) if ref else ""
    written = []
    for person in persons().filter(pk__in=told).order_by("pk"):
        notice = Notice(person=person, template=template.name, fields=fields, about=about, at=at)
        notice.save(force_insert=True)
        fact = facts.Notified(
            subject=ref or Ref.of(notice),
            notice=notice.pk,
            person_id=person.pk,
            template=template.name,
            words={"who": person.name},
        )
        announce(actor, fact, at=at)
        written.append(notice)
    return written


def mark_read(actor: Actor, *, at: datetime, notice: int | None = None) -> int:
    """The actor has read one of his notices, or all of them; how many that were. Nothing official happens."""
    mine = notices(actor).filter(read_at__isnull=True, at__lte=at)
    return (mine.filter(pk=notice) if notice is not None else mine).update(read_at=at)
