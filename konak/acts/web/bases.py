"""What a draft may amend, as a choice."""

from django.db.models import QuerySet
from django.utils.translation import get_language

from konak.acts.models import Act
from konak.kernel.i18n import pick

NONE = ""


def bases(body: str) -> QuerySet[Act]:
    """What may be amended: published acts of the body that amend no other, newest first."""
    rows = Act.objects.filter(state="published", about=None, amends=None)
    return (rows.filter(body=body) if body else rows).order_by("-published_on", "-id")


def choices(body: str = "") -> list[tuple[str, str]]:
    """The acts to choose from, by number and title in the reader's language."""
    lang = get_language() or "mk"
    rows = bases(body).values_list("pk", "number", "title")
    return [(str(pk), f"{number} · {pick(title, lang)[0]}") for pk, number, title in rows]
