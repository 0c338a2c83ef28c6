"""The books of a year: late entries, the closing, pages to print and files to take away."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from konak.kernel import files
from konak.kernel.clock import ZONE
from konak.kernel.errors import Refused
from konak.kernel.journal import Ref, history
from konak.registry import jobs, office
from konak.registry.auditing import audit_books
from konak.registry.models import Book, Closing, Document
from konak.registry.sheets import COLUMNS
from konak.registry.tests.office_of import AT, Office, letter
from konak.registry.tests.test_mending import correct, refused, void
from konak.registry.tests.test_screens import at_desk
from konak.tasks import office as tasks

pytestmark = pytest.mark.django_db

NEW_YEARS_EVE = datetime(2026, 12, 31, 14, 0, tzinfo=UTC)
JANUARY = datetime(2027, 1, 11, 9, 0, tzinfo=UTC)
LATE = office.Late(datetime(2026, 12, 30, 12, 0, tzinfo=ZONE), "Решението е потпишано на 30 декември")


def test_a_late_entry_bears_both_moments_and_the_next_number_of_its_year(house: Office) -> None:
    letter(house, at=NEW_YEARS_EVE, received_on=date(2026, 12, 31))
    letter(house, at=JANUARY, received_on=date(2027, 1, 11))
    late = letter(house, at=JANUARY, received_on=date(2026, 12, 30), late=LATE)
    assert (late.number, late.day, late.registered_at, late.case.book.year) == (
        "08-2/1",
        date(2026, 12, 30),
        JANUARY,
        2026,
    )
    told = [entry.sentence("mk") for entry in history(Ref.of(late))]
    assert told[-1] == "08-2/1 е вонредно заведен, за 30.12.2026: Решението е потпишано на 30 декември"
    paper = office.file_into(
        house.officer, late.case, at=JANUARY, subject="Решение", language="mk", late=LATE
    )
    assert (paper.number, paper.day) == ("08-2/2", date(2026, 12, 30))
    assert all(book.clean for book in audit_books())


def test_what_is_wrong_with_a_late_entry_is_said_at_once(house: Office) -> None:
    wrong = office.Late(JANUARY + timedelta(days=1), " ")
    assert refused(letter, house, at=JANUARY, received_on=date(2027, 1, 11), late=wrong) == [
        "Наведете зошто записот доцни.",
        "Времето на вонредниот запис мора да е изминато.",
        "Овде нема деловодник за 2027 година.",
    ]


def test_the_year_is_closed_and_gives_no_more_numbers(house: Office) -> None:
    first = letter(house)
    book = Book.objects.get()
    assert refused(office.close_book, house.registrar, book, at=AT) == [
        "Книгата се заклучува на 31.12.2026, не порано."
    ]
    closing = office.close_book(house.registrar, book, at=JANUARY)
    assert (closing.last, closing.entries, closing.open_cases) == (1, 1, 1)
    assert refused(office.close_book, house.registrar, book, at=JANUARY) == [
        "Книгата е заклучена на 11.01.2027 со број 1."
    ]
    assert refused(letter, house, at=JANUARY, received_on=date(2026, 12, 30), late=LATE) == [
        "Деловодникот за 2026 година е заклучен со број 1."
    ]
    assert letter(house, at=JANUARY, received_on=date(2027, 1, 11)).number == "08-1/1"
    assert (
        office.file_into(house.officer, first.case, at=JANUARY, subject="Белешка", language="mk").number
        == "08-1/2"
    ), "open cases keep their number"
    with pytest.raises(IntegrityError), transaction.atomic():
        Closing.objects.update(last=7)


def test_the_closing_is_asked_for_once_and_the_task_ends_with_it(house: Office) -> None:
    letter(house)
    for day in (date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 1)):
        jobs.books_to_close(day)
    book = Book.objects.get()
    (task,) = tasks.about(Ref.of(book))
    assert (task.state, task.title["mk"]) == ("open", "Заклучете го деловодникот за 2026 година")
    office.close_book(house.registrar, book, at=JANUARY)
    assert tasks.about(Ref.of(book)).get().state == "done"


def test_the_note_is_printed_and_its_signed_scan_added_once(house: Office) -> None:
    letter(house)
    book = Book.objects.get()
    desk = at_desk(house, house.registrar)
    scan = files.store(b"%PDF-1.4\n%%EOF", name="zakluchok.pdf", ours=True)
    assert refused(office.sign_closing, house.registrar, book, scan=scan, at=AT) == [
        "Книгата сѐ уште не е заклучена."
    ]
    assert desk.get(f"/office/registry/books/{book.pk}/note.pdf").status_code == 404
    office.close_book(house.registrar, book, at=JANUARY)
    assert desk.get(f"/office/registry/books/{book.pk}/note.pdf").content.startswith(b"%PDF")
    office.sign_closing(house.registrar, book, scan=scan, at=JANUARY)
    assert refused(office.sign_closing, house.registrar, book, scan=scan, at=JANUARY) == [
        "Потпишаната белешка веќе е додадена."
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        Closing.objects.update(signed=None)


def taken(house: Office, ending: str, **asked: str) -> Any:
    book = Book.objects.get()
    return at_desk(house, house.registrar).get(f"/office/registry/books/{book.pk}/{ending}", asked)


def test_the_book_is_taken_away_as_text_that_reckons_with_nothing(house: Office) -> None:
    correct(house, letter(house, sender_number="=1+1"), subject="Барање за зимска тераса")
    void(house, letter(house).number)
    answer = taken(house, "book.csv")
    lines = list(csv.reader(io.StringIO(b"".join(answer).decode("utf-8-sig")), delimiter=";"))
    assert [len(line) for line in lines] == [len(COLUMNS)] * 3
    assert lines[1][:6] == [
        "08-1",
        "Барање за зимска тераса",
        "1",
        "13.10.2026",
        "Здружение „Ѓурѓовден“",
        "'=1+1",
    ]
    assert lines[1][9] == "исправено на 13.10.2026: Погрешно препишано"
    assert lines[2][9] == "поништен: Двапати заведено"
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(taken(house, "book.xlsx").content)).active
    cell = sheet["F2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_pages_are_printed_by_period_and_not_without_end(
    house: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter(house)
    correct(house, letter(house), subject="Барање за зимска тераса")
    asked = {"start": "01.10.2026", "until": "31.10.2026"}
    assert taken(house, "pages.pdf", **asked).content.startswith(b"%PDF")
    monkeypatch.setattr("konak.registry.web.books.MOST", 1)
    answer = taken(house, "pages.pdf", **asked)
    assert (answer.status_code, "Периодот има 2 записи" in answer.content.decode()) == (422, True)


def test_the_screens_of_a_book(house: Office) -> None:
    document = letter(house)
    desk = at_desk(house, house.registrar)
    book = Book.objects.get()
    assert "Деловодник" in desk.get("/office/registry/books/").content.decode()
    page = desk.get(f"/office/registry/books/{book.pk}/").content.decode()
    assert [words in page for words in ("без празнини", document.case.number, "31 декември")] == [True] * 3
    late = {"stated_on": "12.10.2026", "stated_hour": "15:40", "late_reason": "Немаше струја"}
    desk.post(f"/office/registry/cases/{document.case_id}/file/",
              {"subject": "Белешка", "mark": "0809", "language": "mk", **late})  # fmt: skip
    paper = Document.objects.get(sub=2)
    assert paper.stated_at == datetime(2026, 10, 12, 15, 40, tzinfo=ZONE)
    with pytest.raises(Refused):
        office.close_book(house.officer, book, at=JANUARY)
