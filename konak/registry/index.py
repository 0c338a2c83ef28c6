"""What search may find of the писарница, and for whom."""

from collections.abc import Iterable

from konak.kernel.journal import Entry, Ref, listener
from konak.kernel.search import Findable, indexed, person, reindex, role, unit
from konak.registry.facts import CaseRouted, DocumentDispatched, DocumentRegistered, EntryCorrected
from konak.registry.models import Document
from konak.registry.rules import SEES_ALL


@indexed("registry.document", on=(DocumentRegistered, DocumentDispatched, EntryCorrected))
def of_document(number: int) -> Iterable[Findable]:
    """Number, subject, party and text, for whoever sees the case."""
    for document in Document.objects.filter(pk=number).select_related("case"):
        case = document.case
        seen = {role(code) for code in SEES_ALL} | {unit(case.unit_id)}
        yield Findable(
            ref=Ref.of(document),
            lang=document.language,
            title=f"{document.number} {document.subject}",
            body=" ".join((document.party_name, document.sender_number, document.body)),
            kind="registry.document",
            day=document.day,
            audiences=frozenset(seen | ({person(case.officer_id)} if case.officer_id else set())),
        )


@listener(CaseRouted, name="registry.find_by_new_unit")
def move(told: CaseRouted, entry: Entry) -> None:
    """A routed case is found by those who now see it."""
    reindex(
        "registry.document",
        Document.objects.filter(case_id=told.subject.id).order_by("id").values_list("id", flat=True),
    )
