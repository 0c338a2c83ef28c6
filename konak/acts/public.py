"""The street door of acts: what is published, and nothing else. No names of persons leave through it."""

from datetime import date

from django.db.models import QuerySet

from konak.acts import paper as papers
from konak.acts import queries, story
from konak.acts.models import Act, Opinion, Text
from konak.acts.queries import tree
from konak.acts.shown import Shown, shown
from konak.kernel.i18n import Words
from konak.registry import office as registry

__all__ = [
    "Act",
    "Shown",
    "Text",
    "act",
    "history",
    "kind_name",
    "kind_names",
    "paper",
    "publication_act",
    "published",
    "shown",
    "texts",
    "tree",
]


_ONE = "SELECT * FROM konak_acts_act WHERE id = %s AND state = 'published' AND about_id IS NULL"


def published() -> QuerySet[Act]:
    """Published acts, newest first; the mayor's acts of publication stand with the act they publish."""
    return Act.objects.filter(state="published", about__isnull=True).order_by("-published_on", "-id")


def act(pk: int) -> Act | None:
    """One published act, or None. One query, written out: composing it costs more than answering it."""
    return next(iter(Act.objects.raw(_ONE, [pk])), None)


def texts(act: Act) -> dict[str, Text]:
    """The published text in each language; empty for what is not published. One query."""
    return queries.fixed_texts(act) if act.state == "published" else {}


def publication_act(act: Act) -> Act | None:
    """The mayor's act that ordered the publication."""
    return queries.publication_act(act) if act.state == "published" else None


def kind_name(act: Act) -> Words:
    """„Одлука“ in every language."""
    name: Words = queries.kinds(act.adopted_on or act.drafted_at.date())[act.kind]["name"]
    return name


def kind_names(day: date) -> dict[str, Words]:
    """Every kind of act of a day in every language, by code."""
    return {code: row["name"] for code, row in queries.kinds(day).items()}


def paper(act: Act, lang: str) -> bytes:
    """The published act as PDF in one language."""
    if act.state != "published":
        raise LookupError(f"act {act.pk} is not published")
    return papers.act(act, texts(act)[lang])


def history(act: Act) -> list[tuple[date, Words]]:
    """How an act that `act` gave came to be, from the letter to the day in force; empty for what
    is not published. Three queries."""
    if act.state != "published":
        return []
    papers = registry.dated(act.letter_id, act.proposal_id)
    mayors = dict(Act.objects.filter(about=act).order_by("id").values_list("relation", "number"))
    given = (
        Opinion.objects.filter(act=act).exclude(verdict="").order_by("id").values_list("given_at", "verdict")
    )
    return story.steps(
        act,
        letter=papers.get(act.letter_id, (None, "")),
        proposal=papers.get(act.proposal_id, (None, ""))[1],
        given=[(at, verdict) for at, verdict in given if at is not None],
        mayors=mayors,
    )
