"""The street door of acts: what is published, and nothing else. No names of persons leave through it."""

from collections.abc import Callable, Mapping
from datetime import date

from django.db.models import QuerySet

from konak import lex
from konak.acts import consolidation, queries, story
from konak.acts import paper as papers
from konak.acts.consolidation import Version, on
from konak.acts.models import Act, Opinion, Text
from konak.acts.paper.word import docx
from konak.acts.queries import tree
from konak.acts.shown import Differing, Mark, Shown, differing, shown
from konak.kernel.i18n import Words
from konak.registry import office as registry

__all__ = [
    "Act",
    "Differing",
    "Shown",
    "Text",
    "Version",
    "act",
    "amended",
    "differing",
    "history",
    "kind_name",
    "kind_names",
    "marks",
    "on",
    "paper",
    "publication_act",
    "published",
    "shown",
    "texts",
    "tree",
    "version_docx",
    "version_paper",
    "versions",
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


def versions(act: Act, texts: Mapping[str, Text] | None = None) -> dict[str, list[Version]]:
    """Every version of a published act in each language, oldest first, the first as it was voted; empty for
    what is not published. Two queries, three without the act's `texts`."""
    return consolidation.versions(act, texts) if act.state == "published" else {}


def amended(act: Act) -> Act | None:
    """The act that this one amends; one query where it amends any."""
    return Act.objects.filter(pk=act.amends_id, state="published").first() if act.amends_id else None


def marks(version: Version, lang: str, to: Callable[[Act], str], saying: str) -> dict[str, list[Mark]]:
    """Marks beside the provisions of a version, by eId: which acts changed them. `to` gives the address for an
    act, `saying` has `%(number)s`."""
    known = {consolidation.source(act, lang).act: act for act in version.history}
    return {
        eid: [
            Mark(saying % {"number": known[one.act].number}, to(known[one.act]))
            if one.act in known
            else Mark(one.act)
            for one in unit.sources
        ]
        for _, eid, unit in lex.walk(version.tree)
        if unit.sources
    }


def version_paper(act: Act, lang: str, version: Version) -> bytes:
    """One version as PDF: the original as it was published, every later one as a consolidated text."""
    return papers.version(act, lang, version) if version.row else paper(act, lang)


def version_docx(lang: str, version: Version) -> bytes:
    """One version as a Word file."""
    return docx(version.tree, (papers.note(lang, version),) if version.row else ())


def history(act: Act) -> list[tuple[date, Words]]:
    """How an act that `act` gave came to be, from the letter to the day in force; empty for what
    is not published. Three queries."""
    if act.state != "published":
        return []
    papers = registry.dated(act.letter_id, act.proposal_id)
    mayors = dict(Act.objects.filter(about=act).order_by("id").values_list("relation", "number"))
    opined = Opinion.objects.filter(act=act, matter="draft", state="given")  # later ones are the office's own
    given = opined.order_by("id").values_list("given_at", "verdict")
    return story.steps(
        act,
        letter=papers.get(act.letter_id, (None, "")),
        proposal=papers.get(act.proposal_id, (None, ""))[1],
        given=[(at, verdict) for at, verdict in given if at is not None],
        mayors=mayors,
    )
