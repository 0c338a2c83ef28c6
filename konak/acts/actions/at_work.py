"""Who has a draft open to write. Nothing official: no fact, no version, nobody is kept out."""

from datetime import datetime, timedelta

from django.db import transaction

from konak.acts.models import Act, AtWork
from konak.kernel.journal import Actor

GONE = timedelta(minutes=30)  # who was not heard of for so long has gone home


@transaction.atomic
def come(actor: Actor, act: Act, place: str, at: datetime) -> None:
    """The actor has this provision open now; empty: the whole text."""
    if actor.person is None:
        return
    rows = AtWork.objects.filter(act=act, person=actor.person)
    if not rows.filter(seen__gt=at - GONE, place=place).update(seen=at):
        AtWork.objects.update_or_create(
            act=act, person_id=actor.person, defaults={"place": place, "since": at, "seen": at}
        )


def leave(actor: Actor, act: Act) -> None:
    """The actor has kept his words and went on."""
    AtWork.objects.filter(act=act, person=actor.person).delete()


def others(actor: Actor, act: Act, at: datetime) -> list[AtWork]:
    """Everybody else who has the draft open, who came first on top."""
    rows = AtWork.objects.filter(act=act, seen__gt=at - GONE).exclude(person=actor.person)
    return list(rows.select_related("person").order_by("since", "id"))
