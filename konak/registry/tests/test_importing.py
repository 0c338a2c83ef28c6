"""An old book is taken over: good rows in, bad rows listed, brought again it adds none twice."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from konak.house.cli import main
from konak.kernel.clock import ZONE
from konak.kernel.errors import Refused
from konak.kernel.journal import Entry, Ref, settle
from konak.kernel.search import search
from konak.registry import actions, office
from konak.registry.auditing import audit_books
from konak.registry.models import Book, Case, Document, OldBook
from konak.registry.oldbook import guess, read
from konak.registry.takeover import run, stored
from konak.registry.tests.office_of import AT, Office, letter
from konak.registry.tests.test_mending import refused
from konak.registry.tests.test_oldbook import HEAD, as_csv
from konak.registry.tests.test_screens import at_desk

pytestmark = pytest.mark.django_db


def rows(count: int, year: int = 2024, bad: int = 33) -> Iterator[list[str]]:
    for number in range(1, count + 1):
        day = f"{1 + number % 28:02}.{1 + number * 12 // (count + 1):02}.{year}"
        yield [f"08-{number}", f"Барање {number}", "1", "нејасно" if number % bad == 0 else day,
               f"Граѓанин {number % 9}", "", "Сектор", "", "0801", ""]  # fmt: skip


def brought(house: Office, content: bytes, **changes: Any) -> OldBook:
    name = "kniga.xlsx" if content.startswith(b"PK") else "kniga.csv"
    table = read(content, name)
    said = {"kind": "main", "year": 2024, "unit": house.council, "mark": "0809", "language": "mk"} | changes
    mapping = guess(table.head).columns
    old = actions.bring_old_book(
        house.registrar,
        file=stored(content, name),
        rows=len(table.rows),
        mapping=mapping,
        at=AT,
        **said,
    )
    return actions.begin_old_book(house.registrar, old, mapping=mapping, at=AT)


def test_good_rows_are_entries_bad_ones_are_listed_and_nothing_comes_twice(house: Office) -> None:
    letter(house)
    content = as_csv(HEAD, *rows(100))
    old = run(brought(house, content).pk)
    assert (old.state, old.rows, old.entered, old.there, old.bad) == ("done", 100, 97, 0, 3)
    first = old.wrong.order_by("row")[0]
    assert (first.row, first.problems) == (34, [["no_day", "received_on", "нејасно"]])
    case = Case.objects.select_related("book", "unit").get(book__year=2024, basic=7)
    assert (case.number, case.state, case.unit.code, case.mark, case.retention) == (
        "08-7",
        "closed",
        "sector",
        "0801",
        5,
    )
    paper = Document.objects.get(case=case)
    assert (paper.number, paper.party_name, str(paper.day)) == ("08-7/1", "Граѓанин 7", "2024-01-08")
    assert Entry.objects.filter(fact="registry.EntryImported").count() == 97
    again = run(brought(house, content).pk)
    assert (again.entered, again.there, again.bad) == (0, 97, 3)
    there, here = audit_books()
    assert (there.year, there.imported, there.gaps, there.last) == (2024, True, [33, 66, 99], 100)
    assert here.clean
    settle()
    assert search("Граѓанин 7", house.registrar).total == len(
        [n for n in range(1, 101) if n % 9 == 7 and n % 33]
    )


def test_who_stops_in_the_middle_goes_on_there(house: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("konak.registry.takeover.BATCH", 10)
    content = as_csv(HEAD, *rows(30, bad=99))
    old = brought(house, content)

    def pull_the_plug(old: OldBook) -> None:
        if old.done == 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(old.pk, told=pull_the_plug)
    assert OldBook.objects.get(pk=old.pk).entered == 20
    done = run(old.pk)
    assert (done.state, done.entered, Document.objects.count()) == ("done", 30, 30)


def test_a_number_that_stands_there_with_another_subject_is_not_overwritten(house: Office) -> None:
    run(brought(house, as_csv(HEAD, *rows(3, bad=99))).pk)
    changed = [[number, "Друго", *rest] for number, _subject, *rest in rows(3, bad=99)]
    old = run(brought(house, as_csv(HEAD, *changed)).pk)
    assert (old.entered, old.bad) == (0, 3)
    assert Document.objects.filter(subject="Друго").count() == 0


def test_the_first_part_of_this_year_goes_before_what_was_given_here(house: Office) -> None:
    office.open_book(house.registrar, 2026, at=AT, last=2)
    letter(house)
    old = run(brought(house, as_csv(HEAD, *rows(3, year=2026, bad=99)), year=2026).pk)
    assert (old.entered, old.wrong.get().problems) == (2, [["ours", "number", "2"]])
    assert [book.clean for book in audit_books()] == [True]
    case = Case.objects.get(basic=1)
    case = office.reopen(house.registrar, case, reason="Стигна дополнување", at=AT)
    paper = office.file_into(house.officer, case, at=AT, subject="Одговор", language="mk")
    assert paper.number == "08-1/2", "sub-numbers go on behind those of the old book"


def test_refusals_of_an_old_book(house: Office) -> None:
    letter(house)
    assert refused(brought, house, as_csv(HEAD), year=2026, mark="9999") == [
        "Деловодникот за 2026 година е воден овде од првиот број.",
        "Датотеката нема редови.",
        "Архивскиот знак го нема во планот на архивски знаци за оваа година.",
    ]
    assert refused(brought, house, as_csv(HEAD, *rows(1)), year=2031) == ["Стара книга е за измината година."]
    assert refused(brought, house, as_csv(["Забелешка", "Друго"], ["a", "b"])) == [
        "Ниту една колона не е означена како „Број“.",
        "Ниту една колона не е означена како „Примено на“.",
        "Ниту една колона не е означена како „Кратка содржина“.",
    ]
    with pytest.raises(Refused, match="презема писарницата"):
        brought(replace(house, registrar=house.officer), as_csv(HEAD, *rows(1)))


def test_an_imported_book_gives_no_numbers(house: Office) -> None:
    run(brought(house, as_csv(HEAD, *rows(2))).pk)
    late = office.Late(datetime(2024, 3, 1, 9, 0, tzinfo=ZONE), "Заборавено")
    assert refused(letter, house, received_on=late.stated_at.date(), late=late) == [
        "Деловодникот за 2024 година е воден на друго место и овде не дава броеви."
    ]


def test_the_screens_from_file_to_mended_rows(house: Office) -> None:
    desk = at_desk(house, house.registrar)
    upload = SimpleUploadedFile("kniga.csv", as_csv(HEAD, *rows(40), charset="cp1251"))
    answer = desk.post("/office/registry/books/import/", {
        "file": upload, "kind": "main", "unit": house.council.pk, "mark": "0809", "language": "mk", "closed": "on",
    })  # fmt: skip
    old = OldBook.objects.get()
    assert (answer.url, old.year, Document.objects.count()) == (
        f"/office/registry/books/import/{old.pk}/",
        2024,
        0,
    )
    page = desk.get(answer.url).content.decode()
    assert [words in page for words in ("Барање 1", "нејасно", "39")] == [True] * 3
    chosen = {name: str(at) for name, at in old.mapping.items()}
    look = desk.post(answer.url, chosen | {"subject": "", "again": "1"})
    assert (look.status_code, "„Кратка содржина“" in look.content.decode()) == (422, True)
    desk.post(answer.url, chosen | {"version": old.version})
    settle()
    page = desk.get(answer.url).content.decode()
    assert ["39" in page, "преземена" in page] == [True, True]
    from openpyxl import load_workbook

    wrong = desk.get(f"{answer.url}wrong.xlsx").content
    sheet = load_workbook(io.BytesIO(wrong)).active
    assert [cell.value for cell in sheet[2]][:3] == [
        "Примено на: „нејасно“ не е датум како 13.10.2024",
        "08-33",
        "Барање 33",
    ]
    mended = wrong_mended(wrong)
    again = run(brought(house, mended).pk)
    assert (again.entered, again.bad) == (1, 0)


def wrong_mended(workbook: bytes) -> bytes:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(workbook))
    book.active["E2"] = "05.03.2024"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("dry", [True, False])
def test_the_command(house: Office, tmp_path: Path, capsys: Any, dry: bool) -> None:
    file = tmp_path / "kniga.csv"
    file.write_bytes(as_csv(HEAD, *rows(40)))
    words = ["registry", "import", str(file), "--json", *(["--dry-run"] if dry else [])]
    assert main(words) == 1
    report = json.loads(capsys.readouterr().out)
    assert [report[key] for key in ("book", "year", "rows", "entered", "there", "bad", "dry_run")] == [
        "main", 2024, 40, 39, 0, 1, dry,
    ]  # fmt: skip
    assert report["problems"] == [
        {
            "row": 34,
            "column": "received_on",
            "code": "no_day",
            "text": "Received on: “нејасно” is no day, as 13.10.2024",
        }
    ]
    assert (Book.objects.count(), Document.objects.count()) == ((0, 0) if dry else (1, 39))
    file.write_bytes(b"\x00")
    assert main(["registry", "import", str(file)]) == 2


def test_the_old_book_is_told_in_the_journal(house: Office) -> None:
    old = run(brought(house, as_csv(HEAD, *rows(2))).pk)
    told = [
        entry.sentence("mk") for entry in Entry.objects.filter(subject_kind="registry.oldbook").order_by("id")
    ]
    assert told == [
        "Донесена е датотека со стар деловодник за 2024 година: 2 редови.",
        "Почна преземањето на стариот деловодник за 2024 година: 2 редови.",
        "Прочитани се редовите 2–3 од стариот деловодник.",
    ]
    assert str(Ref.of(old)).startswith("registry.oldbook:")


def test_a_book_of_before_the_norms_is_shown_corrected_and_printed(house: Office) -> None:
    old = run(brought(house, as_csv(HEAD, *rows(2, year=2010)), year=2010).pk)
    desk = at_desk(house, house.registrar)
    paper = Document.objects.get(case__basic=1)
    assert old.book is not None
    for address in (
        "",
        "books/",
        f"books/{old.book_id}/",
        f"books/{old.book_id}/pages.pdf",
        f"documents/{paper.pk}/",
        f"documents/{paper.pk}/correct/",
        f"cases/{paper.case_id}/",
    ):
        assert desk.get(f"/office/registry/{address}").status_code == 200, address
    case = Case.objects.get(pk=paper.case_id)
    assert (case.closed_at and case.closed_at.date(), case.retention) == (date(2010, 12, 31), 5)
