"""Numbers, keys, refusals, promises of the database."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from konak.contacts.office import NewParty, Party
from konak.kernel import norms
from konak.kernel.errors import Refused
from konak.kernel.journal import Ref, history
from konak.kernel.numbering import peek
from konak.registry import office
from konak.registry.auditing import audit_books
from konak.registry.models import Book, Case, Document
from konak.registry.tests.office_of import AT, DAY, Office, letter, sender


def refusals(refused: Refused) -> list[tuple[str, str]]:
    with translation.override("en"):
        return [(reason.field, str(reason.text)) for reason in refused.reasons]


def test_basic_numbers_are_shared_by_all_prefixes_and_sub_numbers_count_in_the_case(house: Office) -> None:
    first = letter(house)
    second = letter(house, unit=house.mayor, mark="0801")
    third = letter(house, case=first.case, unit=None)
    inside = office.file_into(house.officer, first.case, at=AT, subject="Белешка", language="mk")
    numbers = [d.number for d in (first, second, third, inside)]
    assert numbers == ["08-1/1", "09-2/1", "08-1/2", "08-1/3"]
    assert [d.direction for d in (first, inside)] == ["incoming", "internal"]


def test_a_new_year_has_a_new_book_from_one(house: Office) -> None:
    letter(house)
    new_year = datetime(2026, 12, 31, 23, 30, tzinfo=AT.tzinfo)  # in Skopje it is the first of January
    later = letter(house, at=new_year, received_on=date(2027, 1, 1))
    assert (later.number, later.case.book.year, later.day) == ("08-1/1", 2027, date(2027, 1, 1))
    assert list(Book.objects.order_by("year").values_list("year", flat=True)) == [2026, 2027]


def test_a_house_that_comes_from_paper_goes_on_after_its_last_number(house: Office) -> None:
    office.open_book(house.registrar, 2026, at=AT, last=154)
    assert letter(house).number == "08-155/1"
    assert [book.clean for book in audit_books()] == [True]


def test_a_term_runs_from_receipt_and_moves_off_a_sunday(house: Office) -> None:
    document = letter(house, term="petition.answer", received_on=date(2026, 10, 10), at=AT)
    assert document.case.due == date(2026, 10, 26)  # the 25th is a Sunday


def test_everything_wrong_is_said_at_once(house: Office) -> None:
    with pytest.raises(Refused) as refused:
        letter(
            house,
            actor=house.officer,
            party=NewParty(name="", email="ana(at)example", kind="ghost"),
            subject="  ",
            language="xx",
            received_on=DAY + timedelta(days=1),
            sender_date=DAY + timedelta(days=2),
            channel="pigeon",
            mark="9999",
            enclosures=-1,
            unit=None,
            term="foi.never",
        )
    assert [field for field, _ in refusals(refused.value)] == [
        "",
        "name",
        "kind",
        "email",
        "subject",
        "language",
        "mark",
        "unit",
        "received_on",
        "sender_date",
        "channel",
        "enclosures",
        "term",
    ]
    assert (peek("registry", 2026), Case.objects.count(), Party.objects.count()) == (1, 0, 0)


def test_the_same_key_gives_one_number_and_other_content_is_refused(house: Office) -> None:
    party = sender(house)
    first = letter(house, party=party, key="k")
    assert letter(house, party=party, key="k").pk == first.pk
    with pytest.raises(Refused):
        letter(house, party=party, key="k", subject="Друго")
    assert Document.objects.count() == 1
    assert letter(house, party=party).number == "08-2/1"


@pytest.mark.parametrize(
    "name",
    [
        "АБВГДЃЕЖЗЅИЈКЛЉМНЊОПРСТЌУФХЦЧЏШ абвгдѓежзѕијклљмнњопрстќуфхцчџш",
        "ABCÇDDhEËFGGjHIJKLLlMNNjOPQRRrSShTThUVXXhYZZh abcçdëfghij",
        "Друштво „Ќе’рка & Синови“ ДООЕЛ \"Вак'в\" <b>О'Нил</b> ’‘“”„‚ % _ \\ ;--",
    ],
)
def test_names_stay_letter_by_letter(house: Office, name: str) -> None:
    document = letter(house, party=NewParty(name=name, kind="organisation"), subject=name)
    document.refresh_from_db()
    assert (document.party_name, document.subject) == (name, name)
    last = history(Ref.of(document)).last()
    assert last is not None
    assert name in last.sentence("mk")


def test_registering_takes_thirteen_statements(
    house: Office, django_assert_num_queries: Any, django_capture_on_commit_callbacks: Any
) -> None:
    party = sender(house)
    letter(house, party=party)
    norms.fresh()
    with django_assert_num_queries(13):  # SAVEPOINT and RELEASE of the test stand for BEGIN and COMMIT
        letter(house, party=party, key="k1")


@pytest.mark.parametrize(
    "change",
    [
        lambda d: Document.objects.filter(pk=d.pk).update(number="08-9/9"),
        lambda d: Document.objects.filter(pk=d.pk).update(subject="друго"),
        lambda d: Document.objects.filter(pk=d.pk)._raw_delete("default"),
        lambda d: Case.objects.filter(pk=d.case_id).update(basic=77),
        lambda d: Case.objects.filter(pk=d.case_id)._raw_delete("default"),
        lambda d: Book.objects.update(starts_after=5),
        lambda d: Document.objects.create(
            case=d.case, sub=1, number="08-1/1", direction="internal", state="made", subject="x",
            subject_key="x", language="mk", unit=d.unit, mark="0801", day=DAY, registered_at=AT,
        ),
    ],
)  # fmt: skip
def test_the_database_keeps_what_is_official(house: Office, change: Any) -> None:
    document = letter(house)
    with pytest.raises(IntegrityError), transaction.atomic():
        change(document)


def test_the_audit_names_gaps(house: Office) -> None:
    letter(house)
    with transaction.atomic():
        from konak.kernel.numbering import take

        take("registry", 2026)
    letter(house)
    (book,) = audit_books()
    assert (book.gaps, book.doubles, book.last, book.documents, book.clean) == ([2], [], 3, 2, False)
