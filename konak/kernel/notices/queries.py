"""A person's notices."""

from django.db.models import QuerySet

from konak.kernel.journal import Actor

from .models import Notice


def notices(actor: Actor) -> QuerySet[Notice]:
    """The actor's own notices, latest first; a stranger has none."""
    if actor.person is None:
        return Notice.objects.none()
    return Notice.objects.filter(person_id=actor.person).order_by("-at", "-id")


def unread(actor: Actor) -> int:
    """How many the actor has not read yet; one query."""
    return notices(actor).filter(read_at__isnull=True).count()
