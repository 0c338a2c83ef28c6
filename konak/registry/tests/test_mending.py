"""Corrections, voiding, remarks, taking a case up again: what stood in the book stays to be seen."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from konak.kernel.errors import Refused
from konak.kernel.journal import Ref, history, settle
from konak.kernel.search import search
from konak.registry import office
from konak.registry.entries import entry_of
from konak.registry.models import Case, Correction, Document, Voiding
from konak.registry.objections import HELD
from konak.registry.tests.office_of import AT, DAY, Office, letter, sender
from konak.registry.tests.test_screens import at_desk

pytestmark = pytest.mark.django_db


def refused(deed: Any, *args: Any, **said: Any) -> list[str]:
    with pytest.raises(Refused) as found:
        deed(*args, **said)
    return [str(reason.text) for reason in found.value.reasons]


def correct(house: Office, document: Document, reason: str = "Погрешно препишано", **said: Any) -> Document:
    there = Document.objects.get(pk=document.pk)
    return office.correct(house.registrar, there, entry=entry_of(there) | said, reason=reason, at=AT)


def void(house: Office, *numbers: str, reason: str = "Двапати заведено", year: int = 2026) -> list[Document]:
    return office.void(house.registrar, numbers=numbers, year=year, reason=reason, at=AT)


def test_a_corrected_entry_shows_both_values_and_why(house: Office) -> None:
    wrong = letter(house, sender_number="12/3")
    other = sender(house, "Јавно претпријатие „Чистота и зеленило“")
    mended = correct(house, wrong, subject="Барање за зимска тераса", party=other, mark="0801")
    assert (mended.subject, mended.party_name, mended.mark) == (
        "Барање за зимска тераса",
        other.name,
        "0801",
    )
    case = Case.objects.get(pk=mended.case_id)
    assert (case.title, case.mark, case.retention) == ("Барање за зимска тераса", "0801", 5)
    rows = Correction.objects.filter(document=mended).order_by("id").values_list("field", "old", "new")
    assert list(rows) == [
        ("subject", "Барање за поставување летна тераса", "Барање за зимска тераса"),
        ("party", "Здружение „Ѓурѓовден“", other.name),
        ("mark", "0809", "0801"),
    ]
    page = at_desk(house, house.registrar).get(f"/office/registry/documents/{mended.pk}/").content.decode()
    assert "<s>Барање за поставување летна тераса</s>" in page
    assert "Погрешно препишано" in page
    book = at_desk(house, house.registrar).get("/office/registry/").content.decode()
    assert "Барање за поставување летна тераса</s>" in book
    settle()
    assert [hit.title for hit in search("зимска тераса", house.registrar).hits] == [
        "08-1/1 Барање за зимска тераса"
    ]
    assert "предмет: „Барање за поставување летна тераса“ → „Барање за зимска тераса“" in (
        list(history(Ref.of(mended)))[-1].sentence("mk")
    )


def test_the_term_follows_the_corrected_day_of_receipt(house: Office) -> None:
    wrong = letter(house, term="petition.answer")
    office.route(house.registrar, wrong.case, unit=house.council, at=AT)
    before = Case.objects.select_related("task").get(pk=wrong.case_id)
    correct(house, wrong, received_on=DAY - timedelta(days=5))
    after = Case.objects.select_related("task").get(pk=wrong.case_id)
    assert (after.term_from, after.task.due) == (DAY - timedelta(days=5), after.due)  # type: ignore[union-attr]
    assert after.due < before.due  # type: ignore[operator]


def test_everything_wrong_with_a_correction_is_said_at_once(house: Office) -> None:
    there = letter(house)
    assert refused(correct, house, there, reason=" ") == ["Недостасува причината.", "Ништо не е сменето."]
    assert refused(correct, house, there, subject=" ", mark="9999", received_on=date(2027, 1, 1)) == [
        "Недостасува кратката содржина.",
        "Архивскиот знак го нема во планот на архивски знаци за оваа година.",
        "Денот на приемот е подоцна од денес.",
    ]
    with pytest.raises(Refused, match="исправа и поништува писарницата"):
        office.correct(house.officer, there, entry=entry_of(there), reason="x", at=AT)


@pytest.mark.parametrize(
    "change",
    [{"subject": "друго"}, {"received_on": date(2026, 1, 1)}, {"party_name": "Друг"}, {"mark": "0801"}],
)
def test_the_database_lets_a_column_change_by_a_correction_alone(house: Office, change: Any) -> None:
    there = letter(house)
    correct(house, there, subject="Барање за зимска тераса")
    correct(house, there, subject="Барање за поставување летна тераса")
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=there.pk).update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=there.pk).update(subject="Барање за зимска тераса")


def test_create_remove_create_gives_a_new_number(house: Office) -> None:
    first = letter(house)
    void(house, first.number)
    second = letter(house)
    assert (first.number, second.number) == ("08-1/1", "08-2/1")
    gone = Document.objects.select_related("case").get(pk=first.pk)
    assert (gone.state, gone.case.state) == ("void", "void")
    page = at_desk(house, house.registrar).get("/office/registry/").content.decode()
    assert [words in page for words in ("<s>08-1/1</s>", "Двапати заведено")] == [True, True]
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=first.pk).update(body="x")


def test_voiding_says_each_thing_that_is_wrong_at_once(house: Office) -> None:
    sent = letter(house)
    reply = office.file_into(
        house.officer,
        sent.case,
        at=AT,
        subject="Одговор",
        language="mk",
        direction="outgoing",
        party=sent.party,
    )
    office.dispatch(house.registrar, reply, way="post", at=AT)
    gone = letter(house)
    void(house, gone.number)
    assert refused(void, house, "08-9/1", gone.number, reply.number, "нешто", reason="") == [
        "Недостасува причината.",
        "Нема запис со број 08-9/1.",
        "08-2/1 веќе е поништен на 13.10.2026, поништил: Ѓурѓа Њаговска.",
        "08-1/2 е испратен.",
        "Нема запис со број нешто.",
    ]
    assert refused(void, house, " ", reason="") == [
        "Недостасува причината.",
        "Напишете го бројот што се поништува.",
    ]
    assert Voiding.objects.count() == 1, "all or none"


def test_a_routed_case_that_is_voided_waits_for_nobody(house: Office) -> None:
    there = letter(house)
    office.route(house.registrar, there.case, unit=house.council, person=house.person(house.officer), at=AT)
    void(house, there.number)
    case = Case.objects.select_related("task").get(pk=there.case_id)
    assert (case.state, case.task and case.task.state) == ("void", "withdrawn")


def test_nothing_is_voided_on_which_something_rests() -> None:
    """Each foreign key that a room holds on documents is told to the registry."""
    document = apps.get_model("konak_registry", "Document")
    held = {
        (field.related_model._meta.label, field.field.name)
        for field in document._meta.get_fields(include_hidden=True)
        if field.auto_created
        and not field.concrete
        and field.related_model._meta.app_label != "konak_registry"
    }
    assert held == HELD


def test_a_remark_stands_in_the_book(house: Office) -> None:
    there = letter(house)
    desk = at_desk(house, house.registrar)
    assert refused(office.remark, house.registrar, there, text=" ", at=AT) == ["Напишете ја забелешката."]
    desk.post(f"/office/registry/documents/{there.pk}/remark/", {"text": "Преведено во попис на акти"})
    assert "Преведено во попис на акти" in desk.get("/office/registry/").content.decode()


def test_a_closed_case_is_taken_up_again_with_a_reason(house: Office) -> None:
    case = letter(house).case
    office.close(house.registrar, case, at=AT)
    assert refused(office.reopen, house.officer, case, reason="", at=AT) == [
        "Затворен предмет повторно отвораат писарницата, секретарот или раководителот.",
        "Недостасува причината.",
    ]
    again = office.reopen(house.registrar, case, reason="Стигна дополнување", at=AT + timedelta(days=1))
    assert (again.state, again.closed_at) == ("open", None)
    sentences = [entry.sentence("mk") for entry in history(Ref.of(case))]
    assert sentences[-1] == "Предметот 08-1 е повторно отворен: Стигна дополнување"
    assert office.file_into(house.officer, again, at=AT, subject="Белешка", language="mk").number == "08-1/2"


def test_a_book_of_procedure_has_numbers_of_its_own(house: Office) -> None:
    letter(house)
    first = letter(house, book="up1")
    assert (first.number, first.case.book.kind) == ("УП1-1/1", "up1")
    found = at_desk(house, house.registrar).get("/office/registry/", {"text": "up1-1/1"}).content.decode()
    assert ["УП1-1/1" in found, "08-1/1" in found] == [True, False]
    assert refused(letter, house, book="up9") == ["Домот не води таква книга."]
