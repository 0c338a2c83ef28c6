"""A clerk's morning on the screens: register, see the number, route, reply, dispatch, close."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from konak.kernel.clock import today
from konak.kernel.i18n import day_digits
from konak.registry.models import Case, Document
from konak.registry.tests.office_of import Office, letter
from konak.tasks.office import waiting_for


def at_desk(house: Office, actor: Any) -> Client:
    client = Client()
    client.force_login(house.account(actor))
    return client


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, f"the form has no {name}"
    return found[1]


def a_letter(house: Office, **changes: Any) -> dict[str, Any]:
    said = {
        "name": "Здружение „Ѓурѓовден“",
        "kind": "ngo",
        "address": "Куманово",
        "language": "mk",
        "subject": "Барање за летна тераса",
        "mark": "0809",
        "unit": house.council.pk,
        "channel": "counter",
        "received_on": day_digits(today()),
        "term": "petition.answer",
        "enclosures": "2",
    }
    return said | changes


def test_the_road_on_the_screens(house: Office) -> None:
    counter = at_desk(house, house.registrar)
    form = counter.get("/office/registry/new/").content.decode()
    assert "1" in re.findall(r"Очекуван основен број: (\d+)", form)
    key = hidden(form, "key")
    scan = SimpleUploadedFile("letter.txt", "Барање".encode())
    done = counter.post("/office/registry/new/", a_letter(house, key=key, files=scan))
    document = Document.objects.get()
    assert (done.status_code, done["Location"]) == (302, f"/office/registry/documents/{document.pk}/number/")
    number = counter.get(done["Location"]).content.decode()
    assert '<span class="k-stamp__number">08-1/1</span>' in number

    case = f"/office/registry/cases/{document.case_id}/"
    routing = counter.get(f"{case}route/").content.decode()
    counter.post(
        f"{case}route/",
        {
            "unit": house.council.pk,
            "person": house.officer.person,
            "version": hidden(routing, "version"),
            "key": hidden(routing, "key"),
        },
    )
    (task,) = waiting_for(house.officer)

    officer = at_desk(house, house.officer)
    assert str(task.pk) in officer.get("/office/tasks/").content.decode()
    reply = officer.get(f"{case}reply/").content.decode()
    assert "Здружение „Ѓурѓовден“ · Куманово · № " in reply
    sent = officer.post(
        f"{case}reply/",
        {
            "name": f"Здружение „Ѓурѓовден“ · Куманово · № {document.party_id}",
            "kind": "ngo",
            "subject": "Одговор",
            "body": "Почитувани,\n\nтерасата е одобрена.",
            "mark": "0809",
            "language": "mk",
            "key": hidden(reply, "key"),
        },
    )
    assert sent.status_code == 302
    answer = Document.objects.get(direction="outgoing")
    assert (answer.number, answer.party_id) == ("08-1/2", document.party_id)

    refused = officer.post(f"{case}close/", {"version": Case.objects.get().version})
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Горјан Пешевски" in page
    assert "08-1/2" in page
    counter.post(
        f"/office/registry/documents/{answer.pk}/dispatch/",
        {"way": "registered", "on_day": day_digits(today()), "version": answer.version},
    )
    officer.post(f"/office/tasks/{task.pk}/done/", {"version": task.version})
    closed = officer.post(f"{case}close/", {"version": Case.objects.get().version})
    assert (closed.status_code, Case.objects.get().state) == (302, "closed")
    story = officer.get(case).content.decode()
    for sentence in ("Предметот 08-1 е отворен", "заведено под број 08-1/2", "08-1/2 е испратен"):
        assert sentence.lower() in story.lower()


def groups(page: str) -> dict[str, list[str]]:
    """The people of the route form under their units."""
    found = re.findall(r'<optgroup label="([^"]*)">(.*?)</optgroup>', page, re.DOTALL)
    return {unit: re.findall(r"<option[^>]*>\s*([^<]*?)\s*</option>", people) for unit, people in found}


def test_a_letter_is_routed_from_its_own_page(house: Office) -> None:
    document = letter(house)
    page = f"/office/registry/documents/{document.pk}/"
    assert ">Распореди го предметот<" not in at_desk(house, house.officer).get(page).content.decode()
    counter = at_desk(house, house.registrar)
    seen = counter.get(page).content.decode()
    found = re.search(r'href="([^"]*)">Распореди го предметот<', seen)
    assert found
    form = counter.get(found[1]).content.decode()
    assert groups(form) == {
        "Сектор": ["Весна Џамбазовска"],
        "Одделение за поддршка на Советот": ["Горјан Пешевски"],
        "Одделение за поддршка на Градоначалникот": ["Ѓурѓа Њаговска", "Xhevahire Çerkezi"],
    }
    said = {"unit": house.council.pk, "version": hidden(form, "version")}
    wrong = counter.post(found[1], said | {"person": house.other.person})
    assert wrong.status_code == 422
    assert "Xhevahire Çerkezi не работи во избраната единица." in wrong.content.decode()
    done = counter.post(found[1], said | {"person": house.officer.person}, follow=True)
    assert "Предметот сега го има Горјан Пешевски." in done.content.decode()
    assert "Горјан Пешевски" in counter.get(page).content.decode()
    form = counter.get(found[1]).content.decode()
    whole = {"unit": house.mayor.pk, "version": hidden(form, "version")}
    done = counter.post(found[1], whole, follow=True).content.decode()
    assert "Предметот сега го има Одделение за поддршка на Градоначалникот." in done
    for word in ("повлечена", "Задачата на Горјан Пешевски е повлечена; ја презема Одделение"):
        assert word in done


def test_a_double_click_gives_one_number(house: Office) -> None:
    counter = at_desk(house, house.registrar)
    said = a_letter(house, key="the-same")
    first, second = (counter.post("/office/registry/new/", said) for _ in range(2))
    assert first["Location"] == second["Location"]
    other = counter.post("/office/registry/new/", said | {"subject": "Друго"})
    assert (other.status_code, Document.objects.count()) == (422, 1)


def test_all_that_is_wrong_stands_in_one_summary(house: Office) -> None:
    counter = at_desk(house, house.registrar)
    said = a_letter(house, subject="", name="", received_on="31.02.2026", email="не", mark="", case="abc")
    page = counter.post("/office/registry/new/", said).content.decode()
    begins = page.index("k-error-summary")
    summary = page[begins : page.index("</ul>", begins)]
    links = re.findall(r'href="#([^"]+)"', summary)
    assert sorted(links) == ["id_case", "id_email", "id_mark", "id_name", "id_received_on", "id_subject"]
    assert "Барање за летна тераса" not in page
    assert "31.02.2026" in page, "what was typed stays"


@pytest.mark.parametrize(
    "path", ["documents/{document}/", "documents/{document}/number/", "cases/{case}/", "cases/{case}/close/"]
)
def test_hidden_and_absent_look_the_same(house: Office, path: str) -> None:
    document = letter(house)
    stranger = at_desk(house, house.other)
    mine = path.format(document=document.pk, case=document.case_id)
    absent = path.format(document=99999, case=99999)
    assert [stranger.get(f"/office/registry/{p}").status_code for p in (mine, absent)] == [404, 404]
    assert at_desk(house, house.officer).get(f"/office/registry/{mine}").status_code == 200


def test_only_the_counter_registers(house: Office) -> None:
    assert at_desk(house, house.officer).get("/office/registry/new/").status_code == 404
    assert Client().get("/office/registry/new/").status_code == 302


@pytest.mark.parametrize("letters", [1, 3])
def test_queries_of_the_lists(house: Office, letters: int, django_assert_num_queries: Any) -> None:
    for turn in range(letters):
        document = letter(house, subject=f"Барање {turn}")
    counter = at_desk(house, house.registrar)
    counter.get("/office/registry/")
    with django_assert_num_queries(13):
        assert "08-1/1" in counter.get("/office/registry/").content.decode()
    with django_assert_num_queries(11):
        counter.get(f"/office/registry/cases/{document.case_id}/")


@pytest.mark.parametrize(
    ("text", "found"), [("08-2", 1), ("teras", 3), ("ТЕРАСА", 3), ("кујна", 0), ("08-2/1", 1)]
)
def test_the_book_is_searched_by_number_and_by_words_in_either_script(
    house: Office, text: str, found: int
) -> None:
    for _ in range(3):
        letter(house)
    page = at_desk(house, house.registrar).get("/office/registry/", {"text": text, "year": "2026"})
    assert page.content.decode().count('<th scope="row"') == found


def test_the_office_speaks_albanian_to_the_albanian_clerk(house: Office) -> None:
    document = letter(house, unit=house.mayor)
    clerk = at_desk(house, house.other)
    page = clerk.get(f"/office/registry/cases/{document.case_id}/").content.decode()
    assert '<html lang="sq">' in page
    for words in ("Përgjigju", "Shenja arkivore", "U hap lënda 09-1", "U protokollua me numër 09-1/1"):
        assert words in page


def test_a_wrong_line_is_named_in_the_summary_and_never_hidden(house: Office) -> None:
    counter = at_desk(house, house.registrar)
    page = counter.post(
        "/office/registry/new/", {"email": "x", "received_on": "31.02.2026", "kind": "person"}
    )
    text = page.content.decode()
    assert page.status_code == 422
    assert '<a href="#id_received_on">Примено на: Напишете го датумот вака: 13.10.2026.</a>' in text
    folded = text[text.index("Адреса на нов испраќач") - 200 :]
    assert folded[folded.index("<details") :].startswith('<details class="k-details" open>')
