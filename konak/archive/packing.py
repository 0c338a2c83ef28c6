"""A closed case of the registry as an information package: its entries, their history, their files."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from konak.archive import eark
from konak.archive.queries import papers_of, terms_of
from konak.kernel import files
from konak.kernel.clock import ZONE
from konak.kernel.errors import Reason, allow
from konak.kernel.i18n import slug
from konak.kernel.journal import Ref, history, who_and_when
from konak.kernel.norms import on
from konak.registry import office as registry

PDFA = b"pdfaid:part"  # stands unfiltered in the metadata of every PDF/A (ISO 19005)
UNCONVERTED = "Kept as it came; no PDF/A was made of it."


def package_of(case: registry.Case, at: datetime) -> eark.Package:
    """Whose package it is: the book and its year belong to the house's name, since numbers begin anew every year."""
    town = on(at.astimezone(ZONE).date())["town.name"].value
    return eark.Package(
        house=f"{slug(town['mk'])}:{case.book.kind}:{case.book.year}",
        holder=town["mk"],
        number=case.number,
        title=case.title,
        at=at,
    )


def pack(case: registry.Case, out: Path, *, at: datetime) -> Path:
    """Write the package of a closed case into a new folder within `out`; the same case gives the same name.

    Raises `Refused` for a case that is not closed, `eark.Unsound` with every fault of what stands in it.
    """
    allow(is_closed(case))
    return eark.write(package_of(case, at), iter([_case(case)]), out)


def is_closed(case: registry.Case) -> Reason | None:
    """Only what is finished is handed over."""
    if case.state == "closed":
        return None
    said = {"number": case.number}
    return Reason(
        _("Case %(number)s is not closed.") % said,
        way_out=_("Only closed cases are handed over; close it first."),
    )


def _case(case: registry.Case) -> eark.Case:
    closed = case.closed_at.astimezone(ZONE).date() if case.closed_at else None
    return eark.Case(
        number=case.number,
        title=case.title,
        mark=case.mark,
        years=case.retention,
        opened_on=case.opened_at.astimezone(ZONE).date(),
        closed_on=closed,
        events=tuple(_events(Ref.of(case))),
        documents=tuple(_documents(case)),
    )


def _documents(case: registry.Case) -> Iterator[eark.Document]:
    papers = papers_of(case)
    years = terms_of(papers)
    for paper in papers:
        role = "sender" if paper.direction == "incoming" else "addressee"
        yield eark.Document(
            number=paper.number,
            title=paper.subject,
            registered_at=paper.registered_at,
            mark=paper.mark,
            years=years.get(paper.pk, case.retention),
            direction=paper.direction,
            dated=paper.sender_date,
            voided=paper.state == "void",
            parties=(eark.Party(paper.party_name, role),) if paper.party_name else (),
            events=tuple(_events(Ref.of(paper))),
            scans=tuple(_scans(paper)),
        )


def _events(ref: Ref) -> Iterator[eark.Event]:
    """What the journal tells of a thing, in Macedonian, the language of the archive."""
    for entry in history(ref):
        name, _when = who_and_when(entry)
        yield eark.Event(kind=entry.fact, at=entry.at, agent=name or "Konak", detail=entry.sentence("mk"))


def _scans(paper: registry.Document) -> Iterator[eark.Scan]:
    for scan in paper.scans.all():
        kept = scan.file
        file = eark.File(kept.name, kept.media_type, kept.size, kept.sha256, partial(files.stream, kept))
        if kept.media_type == "application/pdf" and _says_pdfa(kept):
            yield eark.Scan(file, is_pdfa=True)
        else:
            yield eark.Scan(file, unconverted=UNCONVERTED)
    if (printed := registry.printed(paper)) is not None:
        yield eark.Scan(_made(f"{paper.number.replace('/', '-')}.pdf", printed), is_pdfa=True)


def _says_pdfa(kept: files.File) -> bool:
    """Whether a PDF says of itself that it is PDF/A; whether it is, only a validator knows."""
    return PDFA in files.open(kept)


def _made(name: str, content: bytes) -> eark.File:
    total = hashlib.sha256(content).hexdigest()
    return eark.File(name, "application/pdf", len(content), total, eark.bytes_of(content))
