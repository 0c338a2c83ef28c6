"""A form that leads to one deed: all reasons at once, typed text kept, one call, a redirect."""

from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path

from konak.kernel import people
from konak.kernel.errors import Reason, Refused
from konak.kernel.org.tests.office import AT, KEEPER, Office, build
from konak.kernel.people import kept
from konak.kernel.ui import frame, navigation
from konak.kernel.ui.forms import DayField, FileField, Form
from konak.kernel.ui.tests import gallery
from konak.kernel.ui.tests.gallery import nowhere
from konak.kernel.ui.views import DeedView

CALLS: list[dict[str, Any]] = []


@dataclass
class Letter:
    version: int


class LetterForm(Form):
    subject = forms.CharField(label="Предмет")
    day = DayField(label="Датум")
    scan = FileField(label="Скен", required=False)


class Register(DeedView):
    form_class: ClassVar[type[Form]] = LetterForm
    title = "Заведување"
    verb = "Заведи"

    def load(self) -> Letter:
        return Letter(version=4)

    def deed(self, form: Form) -> str:
        CALLS.append(form.cleaned_data)
        if form.said["subject"] == "празно":
            raise Refused(
                Reason("Нема кворум.", "член 41", "Одложете ја седницата."),
                Reason("Предметот е празен <b>.", field="subject"),
            )
        return "08-156/1"

    def told(self, result: str) -> str:
        return f"Заведено под број {result}."

    def next_url(self, result: str) -> str:
        return "/office/"


def register(request: HttpRequest) -> HttpResponse:
    request.actor = gallery.Clerk()  # type: ignore[attr-defined]
    return Register.as_view()(request)


urlpatterns = [path("register/", register), path("office/", nowhere, name="today")]


@pytest.fixture
def client(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Client:
    for shelf in ("_places", "_counts", "_towns", "_menus", "_happenings"):  # a house without rooms
        monkeypatch.setattr(frame, shelf, type(getattr(frame, shelf))())
    monkeypatch.setattr(navigation, "_rooms", {})
    monkeypatch.setattr(navigation, "_beginnings", {})
    settings.ROOT_URLCONF = "konak.kernel.ui.tests.test_deed_view"
    settings.LANGUAGE_CODE = "mk"
    CALLS.clear()
    return Client()


def typed(**said: Any) -> dict[str, Any]:
    return {"subject": "Барање", "day": "13.10.2026", "version": "3", "key": "k1", **said}


def test_the_form_carries_the_version_and_a_new_key(client: Client) -> None:
    first, second = (client.get("/register/").context["form"] for _ in range(2))
    assert first["version"].value() == 4
    assert first["key"].value() != second["key"].value()


def test_a_good_form_makes_one_call_and_says_what_happened(client: Client) -> None:
    answer = client.post("/register/", typed(), follow=True)
    assert answer.redirect_chain == [("/office/", 302)]
    assert [(call["subject"], str(call["day"]), call["version"], call["key"]) for call in CALLS] == [
        ("Барање", "2026-10-13", 3, "k1")
    ]
    assert "Заведено под број 08-156/1." in answer.text


def test_wrong_fields_are_all_named_and_nothing_is_called(client: Client) -> None:
    answer = client.post("/register/", typed(subject="", day="31.02.2026"))
    assert answer.status_code == 422
    assert CALLS == []
    assert '<a href="#id_subject">Предмет: Ова поле е задолжително.</a>' in answer.text
    assert '<a href="#id_day">Датум: Напишете го датумот вака: 13.10.2026.</a>' in answer.text
    assert 'value="31.02.2026"' in answer.text


def test_a_refusal_says_all_reasons_with_article_and_way_out_and_keeps_the_text(client: Client) -> None:
    answer = client.post("/register/", typed(subject="празно"))
    assert answer.status_code == 422
    assert len(CALLS) == 1
    assert "<strong>Нема кворум.</strong>" in answer.text
    assert "член 41</span>" in answer.text
    assert "Одложете ја седницата.</span>" in answer.text
    assert '<a href="#id_subject">Предметот е празен &lt;b&gt;.</a>' in answer.text
    assert 'value="празно"' in answer.text
    form = answer.context["form"]
    assert (form["version"].value(), form["key"].value()) == ("4", "k1")


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("13.10.2026", True),
        (" 1.1.2026 ", True),
        ("31.02.2026", False),
        ("2026", False),
        ("", False),
        ("13.10.0206", False),
    ],
)
def test_a_day_is_typed_with_dots(text: str, valid: bool) -> None:
    assert LetterForm({"subject": "x", "day": text}).is_valid() is valid


def account(office: Office, name: str) -> people.Account:
    return people.open_account(KEEPER, office.persons[name], username=name, password_hash="!", at=AT)


@pytest.mark.django_db
def test_words_of_an_expired_sign_in_stand_in_the_form_again_and_nothing_is_called(client: Client) -> None:
    office = build()
    mine, other = (account(office, name) for name in ("registrar", "head"))
    fields = {"subject": "Тераса „Ѓ“", "day": "13.10.2026", "key": "k7", "version": "4"}
    scan = SimpleUploadedFile("скен.pdf", b"%PDF")
    request = RequestFactory().post("/register/", {**fields, "whose": people.whose(mine), "scan": scan})
    sealed = people.seal(request)
    assert "скен" not in sealed
    for signed_in in (other, mine):
        client.force_login(signed_in)
        session = client.session
        session[kept.SESSION] = sealed
        session.save()
        page = client.get("/register/").content.decode()
        assert ('value="Тераса „Ѓ“"' in page) == (signed_in == mine)
    assert 'name="key" value="k7"' in page
    assert "Напишаното е повторно тука." in page
    assert "Изберете повторно: скен.pdf" in page
    assert CALLS == []
    assert "Тераса" not in client.get("/register/").content.decode(), "once"


@pytest.mark.django_db
def test_a_refused_file_is_named_beside_its_field_to_be_chosen_again(client: Client) -> None:
    client.force_login(account(build(), "registrar"))
    lie = SimpleUploadedFile("слика.png", "текст".encode())
    answer = client.post("/register/", typed(scan=lie))
    assert answer.status_code == 422
    assert '<a href="#id_scan">Скен: Датотеката „слика.png“ не е тоа што го кажува' in answer.text
    assert "Изберете повторно: слика.png" in answer.text
    assert CALLS == []


def test_what_nobody_sees_is_not_taken_and_damage_on_the_way_is_said_once(client: Client) -> None:
    client.post("/register/", typed(subject="П\u200bет\u202eров\x00"))
    assert CALLS.pop()["subject"] == "Петров"
    answer = client.post("/register/", typed(version="3x", key="k" * 65))
    assert answer.text.count("Дел од она што го носи страницата се изгуби по пат.") == 1
    assert CALLS == []
