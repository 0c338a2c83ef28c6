"""What happened in the писарница. Subjects and names are personal data: they stand in the words."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from konak.kernel.journal import Fact, fact


@fact("registry.BookOpened", sentence=_("The register of {year} was opened."))
class BookOpened(Fact):
    year: int


@fact("registry.BookClosed", sentence=_("The register of {year} was closed with number {last}."))
class BookClosed(Fact):
    year: int
    last: int


@fact("registry.ClosingSigned", sentence=_("The signed closing note of {year} was added."))
class ClosingSigned(Fact):
    year: int


@fact("registry.EnteredLate", sentence=_("{number} was entered late, for {stated}: {reason}"))
class EnteredLate(Fact):
    number: str
    case: int
    stated: date


@fact("registry.CaseOpened", sentence=_("Case {number} was opened: “{title}”."))
class CaseOpened(Fact):
    number: str
    year: int


@fact("registry.DocumentRegistered", sentence=_("Registered under number {number}: “{subject_line}”."))
class DocumentRegistered(Fact):
    number: str
    case: int
    direction: str


@fact("registry.CaseRouted", sentence=_("The case went to {whom}."))
class CaseRouted(Fact):
    unit: int
    person: int | None
    due: date | None


@fact("registry.ScanAdded", sentence=_("Files were added to {number}: {names}."))
class ScanAdded(Fact):
    number: str
    case: int
    count: int


@fact("registry.DocumentDispatched", sentence=_("{number} was dispatched to {name}."))
class DocumentDispatched(Fact):
    number: str
    case: int
    way: str


@fact("registry.CaseClosed", sentence=_("Case {number} was closed, a/a, archive mark {mark}."))
class CaseClosed(Fact):
    number: str
    mark: str


@fact("registry.CaseReopened", sentence=_("Case {number} was taken up again: {reason}"))
class CaseReopened(Fact):
    number: str


@fact("registry.EntryCorrected", sentence=_("Entry {number} was corrected: {what}. Reason: {reason}"))
class EntryCorrected(Fact):
    number: str
    case: int


@fact("registry.EntryVoided", sentence=_("Entry {number} was voided: {reason}"))
class EntryVoided(Fact):
    number: str
    case: int


@fact("registry.CaseVoided", sentence=_("Case {number} is void: all its entries are."))
class CaseVoided(Fact):
    number: str


@fact("registry.RemarkMade", sentence=_("Remark on {number}: {text}"))
class RemarkMade(Fact):
    number: str
    case: int


@fact(
    "registry.OldBookBrought", sentence=_("The file of an old register of {year} was brought: {rows} rows.")
)
class OldBookBrought(Fact):
    year: int
    rows: int


@fact("registry.OldBookBegun", sentence=_("The import of the old register of {year} has begun: {rows} rows."))
class OldBookBegun(Fact):
    year: int
    rows: int


@fact(
    "registry.EntryImported",
    sentence=_("Entry {number} was taken over from an old register: “{subject_line}”."),
)
class EntryImported(Fact):
    number: str
    case: int


@fact("registry.RowsImported", sentence=_("Rows {first} to {last} of the old register were read."))
class RowsImported(Fact):
    first: int
    last: int
    first_document: int | None
    last_document: int | None
