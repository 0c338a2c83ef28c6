"""The book as rows of its ten columns: for the printed pages, and as CSV and XLSX to take away.

Columns as in the деловодник of the Instruction on office work, Official Gazette 99/2014.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Text
from konak.kernel.i18n import day_digits, pick
from konak.registry.models import Document

COLUMNS: tuple[Text, ...] = (
    _("Basic number"),
    _("Subject"),
    _("Sub-number"),
    _("Received on"),
    _("Sender or addressee"),
    _("Their number and date"),
    _("Unit"),
    _("Put away on"),
    _("Put away as"),
    _("Remark"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would reckon with instead of showing
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class Cell(NamedTuple):
    """What stands in a cell, and the values it had before it was corrected."""

    text: str
    before: tuple[str, ...] = ()


def row(document: Document, lang: str) -> tuple[Cell, ...]:
    """The ten cells of an entry; its case, unit, corrections, remarks and voiding are read with it."""
    case = document.case
    old: dict[str, list[str]] = {}
    for said in document.corrections.all():
        old.setdefault(said.field, []).append(said.old)

    def cell(text: str, *fields: str) -> Cell:
        return Cell(text, tuple(value for field in fields for value in old.get(field, ()) if value))

    theirs = [document.sender_number, day_digits(document.sender_date) if document.sender_date else ""]
    return (
        Cell(case.number),
        cell(document.subject, "subject"),
        Cell(str(document.sub)),
        cell(day_digits(document.received_on or document.day), "received_on"),
        cell(document.party_name, "party"),
        cell(" / ".join(part for part in theirs if part), "sender_number", "sender_date"),
        Cell(pick(document.unit.name, lang)[0]),
        Cell(day_digits(case.closed_at) if case.state == "closed" and case.closed_at else ""),
        cell(f"{gettext('a/a')} {case.mark}" if case.state == "closed" else "", "mark"),
        Cell("; ".join(_remarks(document))),
    )


def _remarks(document: Document) -> Iterator[str]:
    if document.state == "void":
        yield f"{pgettext('document', 'void')}: {document.voiding.reason}"
    if document.stated_at is not None:
        late = {"day": day_digits(document.registered_at), "reason": document.late_reason}
        yield gettext("entered late on %(day)s: %(reason)s") % late
    for said in document.corrections.all():
        yield gettext("corrected on %(day)s: %(reason)s") % {
            "day": day_digits(said.at),
            "reason": said.reason,
        }
    for line in document.remarks.all():
        yield line.text


def as_csv(rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """Lines of a CSV file as spreadsheets here open it: semicolons, with a byte order mark."""
    yield "\ufeff".encode() + _line([str(column) for column in COLUMNS])
    for cells in rows:
        yield _line([_harmless(cell.text) for cell in cells])


def as_xlsx(rows: Iterable[Sequence[Cell]], title: str) -> bytes:
    """The same as a workbook."""
    return workbook(
        [str(column) for column in COLUMNS], ([cell.text for cell in cells] for cells in rows), title
    )


def workbook(head: Sequence[str], rows: Iterable[Sequence[str]], title: str) -> bytes:
    """A workbook of one sheet; every cell is text, whatever it begins with."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"

    def text(value: str) -> WriteOnlyCell:
        cell = WriteOnlyCell(sheet, UNPRINTABLE.sub("", value))
        cell.data_type = "s"
        return cell

    sheet.append([text(column) for column in head])
    for cells in rows:
        sheet.append([text(cell) for cell in cells])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _line(values: Sequence[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow(values)
    return out.getvalue().encode()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
