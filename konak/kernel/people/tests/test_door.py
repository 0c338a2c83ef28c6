"""The doors of the office: password, second factor, locks, and words that survive an expired sign-in."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.hashers import make_password
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from konak.kernel import people
from konak.kernel.journal import Entry
from konak.kernel.org.models import Holding
from konak.kernel.org.tests.office import AT, KEEPER, START, Office, build
from konak.kernel.people import kept, needs
from konak.kernel.people.models import Account
from tests.lodging import made_once

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_doors")]
PASSWORD = "три зелени мостови"
SIGN_IN = "/office/sign-in/"


@needs("registrar")
def letter(request: HttpRequest) -> HttpResponse:
    found = people.take_kept(request)
    if found:
        return HttpResponse(f"again {found.fields['subject']} {found.fields.getlist('to')} {found.files}")
    return HttpResponse(f"{request.method} {request.actor.name}")  # type: ignore[attr-defined]


urlpatterns = [path("office/letter/", letter), path("", include("konak.house.urls"))]


@pytest.fixture
def _doors() -> Any:
    cache.clear()
    with override_settings(ROOT_URLCONF=__name__):
        yield


office = made_once(build)


def open_account(office: Office, name: str, *, sample: bool = False) -> Account:
    """An account whose person has chosen the password."""
    account = first_password(office, name, sample=sample)
    himself = people.actor_for(account, AT.date())
    return people.change_password(himself, account, password_hash=account.password, at=AT)


def first_password(office: Office, name: str, *, sample: bool = False) -> Account:
    """An account as the administrator opened it."""
    person = office.persons[name]
    hashed = make_password(PASSWORD)
    return people.open_account(KEEPER, person, username=name, password_hash=hashed, sample=sample, at=AT)


def sign_in(client: Client, name: str, **more: str) -> Any:
    return client.post(SIGN_IN, {"login": name, "password": PASSWORD, **more})


def again(client: Client) -> None:
    """Whoever changes how he signs in says his password once more."""
    asked = client.get("/office/me/second/on/").headers["Location"]
    assert asked.startswith("/office/sign-in/again/?next=")
    assert client.post(asked, {"password": "?"}).status_code == 200
    assert client.post(asked, {"password": PASSWORD}).headers["Location"] == "/office/me/second/on/"


def turn_on(client: Client) -> list[str]:
    """Turn the second factor on as the person does; gives the printed codes."""
    again(client)
    return turn_on_codes(client)


def turn_on_codes(client: Client) -> list[str]:
    """The same for who has just said his password once more."""
    page = client.get("/office/me/second/on/").content.decode()
    assert ("<svg" in page, "data:" in page, "style=" in page) == (True, False, False)
    found = re.search(r"<code>([A-Z2-7]+)</code>", page)
    assert found
    code = format_hotp_value(hotp_value(found[1], next(yield_hotp_counters_from_time())))
    sheet = client.post("/office/me/second/on/", {"code": code}, follow=True).content.decode()
    return re.findall(r"<code>(\w+)</code>", sheet)


def test_strangers_are_asked_to_sign_in_and_come_back(office: Office, client: Client) -> None:
    open_account(office, "registrar")
    asked = client.get("/office/letter/?a=1")
    assert asked.headers["Location"] == "/office/sign-in/?next=%2Foffice%2Fletter%2F%3Fa%3D1"
    assert 'name="next" value="/office/letter/?a=1"' in client.get(asked.headers["Location"]).content.decode()
    assert (
        sign_in(client, "registrar", next="/office/letter/?a=1").headers["Location"] == "/office/letter/?a=1"
    )
    assert client.get("/office/letter/").content.decode() == "GET Ѓурѓа Њаговска"


def test_a_page_without_the_duty_is_not_there(office: Office, client: Client) -> None:
    open_account(office, "head")
    sign_in(client, "head")
    assert client.get("/office/letter/").status_code == 404
    assert client.get("/office/nowhere/").status_code == 404


def test_the_office_speaks_the_language_of_the_account(office: Office, client: Client) -> None:
    open_account(office, "registrar.sq")
    sign_in(client, "registrar.sq")
    assert "Llogaria ime" in client.get("/office/me/").content.decode()
    assert client.post("/office/me/language/", {"language": "mk"}).status_code == 302
    assert "Мојата сметка" in client.get("/office/me/").content.decode()
    assert Entry.objects.filter(fact="people.LanguageChosen").count() == 1


def test_a_wrong_password_is_said_and_the_sixth_attempt_waits(office: Office, client: Client) -> None:
    open_account(office, "registrar")
    client.post("/office/me/language/", {"language": "sq"})
    for _ in range(5):
        page = client.post(SIGN_IN, {"login": "registrar", "password": "?"}).content.decode()
        assert "Emri i përdoruesit ose fjalëkalimi nuk është i saktë." in page
    assert "Shumë përpjekje." in sign_in(client, "registrar").content.decode()
    assert client.get("/office/letter/").status_code == 302


def test_a_closed_account_opens_nothing(office: Office, client: Client) -> None:
    account = open_account(office, "registrar")
    sign_in(client, "registrar")
    people.close_account(KEEPER, account, at=AT)
    assert client.get("/office/letter/").status_code == 302
    assert sign_in(client, "registrar").headers["Location"] == "/office/sign-in/closed/"
    assert "Сметката е затворена" in client.get("/office/sign-in/closed/").content.decode()


def test_a_duty_that_needs_a_second_factor_asks_for_it_first(office: Office, client: Client) -> None:
    account = open_account(office, "it")
    sign_in(client, "it")
    codes = turn_on(client)
    assert len(codes) == 10
    assert client.get("/office/me/").status_code == 200
    stored = Authenticator.objects.get(user=account, type="totp").data["secret"]
    assert stored.startswith("gAAAA"), "enciphered"
    told = list(
        Entry.objects.filter(fact__startswith="people.").order_by("id").values_list("fact", flat=True)
    )
    assert told[2:] == ["people.SecondFactorTurnedOn", "people.CodesPrinted"]

    client.post("/office/sign-out/")
    assert sign_in(client, "it").headers["Location"] == "/office/sign-in/code/"
    assert client.get("/office/me/").status_code == 302
    assert "Кодот не е точен." in client.post("/office/sign-in/code/", {"code": "000000"}).content.decode()
    assert client.post("/office/sign-in/code/", {"code": codes[0]}).headers["Location"] == "/office/"
    assert client.get("/office/me/").status_code == 200

    client.post("/office/sign-out/")
    sign_in(client, "it")
    used = client.post("/office/sign-in/code/", {"code": codes[0]})
    assert "Кодот не е точен." in used.content.decode(), "a printed code works once"


def test_until_then_nothing_else_opens_and_sample_accounts_are_free(office: Office, client: Client) -> None:
    open_account(office, "it")
    sign_in(client, "it")
    assert client.get("/office/me/").headers["Location"] == "/office/me/second/on/"
    client.logout()
    open_account(office, "president", sample=True)
    sign_in(client, "president")
    assert client.get("/office/me/").status_code == 200


def test_a_password_given_by_hand_is_changed_before_anything_else(office: Office, client: Client) -> None:
    account = first_password(office, "it")
    sign_in(client, "it")
    for place in ("/office/", "/office/me/", "/office/accounts/"):
        assert client.get(place).headers["Location"] == "/office/me/password/"
    assert "Прво изберете своја лозинка" in client.get("/office/me/password/").content.decode()
    given = {"oldpassword": PASSWORD, "password1": PASSWORD, "password2": PASSWORD}
    assert "Изберете друга лозинка" in client.post("/office/me/password/", given).content.decode()
    new = "четири сини врати"
    client.post("/office/me/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert client.get("/office/me/").headers["Location"] == "/office/me/second/on/"
    people.give_password(KEEPER, account, password_hash=make_password(PASSWORD), at=AT)
    client.post("/office/sign-out/")
    sign_in(client, "it")
    assert client.get("/office/me/").headers["Location"] == "/office/me/password/"


def test_the_administrator_resets_a_lost_telephone(office: Office, client: Client) -> None:
    account = open_account(office, "it")
    sign_in(client, "it")
    turn_on(client)
    people.reset_second_factor(KEEPER, account, at=AT)
    client.post("/office/sign-out/")
    assert sign_in(client, "it").headers["Location"] == "/office/"


def test_words_of_an_expired_form_come_back_and_are_not_sent(office: Office, client: Client) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    account = open_account(office, "registrar")
    posted = {
        "whose": people.whose(account),
        "subject": "Барање за тераса „Ѓ“",
        "to": ["7", "8"],
        "scan": SimpleUploadedFile("скен.pdf", b"%PDF"),
        "csrfmiddlewaretoken": "x",
    }
    page = client.post("/office/letter/?a=1", posted)
    assert page.status_code == 401
    text = page.content.decode()
    assert "Напишаното е зачувано." in text
    found = re.search(r'name="kept" value="([^"]+)"', text)
    assert found
    sealed = found[1]
    assert kept.path_of(sealed) == "/office/letter/?a=1"
    wrong = client.post(SIGN_IN, {"login": "registrar", "password": "?", "kept": sealed}).content.decode()
    assert sealed in wrong, "a wrong password keeps it"
    answer = sign_in(client, "registrar", kept=sealed, next="/office/letter/?a=1")
    assert answer.headers["Location"] == "/office/letter/?a=1"
    assert client.get("/office/letter/").content.decode() == "GET Ѓурѓа Њаговска", "another page is itself"
    again = client.get("/office/letter/?a=1").content.decode()
    assert again == "again Барање за тераса „Ѓ“ ['7', '8'] ('скен.pdf',)"
    assert client.get("/office/letter/?a=1").content.decode() == "GET Ѓурѓа Њаговска", "once"


def test_words_of_one_account_are_not_shown_to_another(office: Office, client: Client) -> None:
    mine = open_account(office, "registrar")
    open_account(office, "registrar.sq")
    form = {"subject": "само за Ѓурѓа", "whose": people.whose(mine)}
    page = client.post("/office/letter/", form).content.decode()
    found = re.search(r'name="kept" value="([^"]+)"', page)
    assert found
    assert "само" not in page
    sign_in(client, "registrar.sq", kept=found[1], next="/office/letter/")
    told = client.get("/office/me/").content.decode()
    assert "i përket një llogarie tjetër" in told
    assert client.get("/office/letter/").content.decode().startswith("GET ")
    assert client.post("/office/again/", {"kept": found[1]}).headers["Location"] == "/office/letter/"
    assert client.get("/office/letter/").content.decode().startswith("GET ")
    client.post("/office/sign-out/")
    sign_in(client, "registrar")
    client.post("/office/again/", {"kept": found[1]})
    assert client.get("/office/letter/").content.decode() == "again само за Ѓурѓа [] ()"


@pytest.mark.parametrize("whose", ["", "1", "1:forged"])
def test_words_that_nobody_owns_are_not_kept(office: Office, client: Client, whose: str) -> None:
    text = client.post("/office/letter/", {"subject": "x", "whose": whose}).content.decode()
    assert 'name="kept"' not in text
    assert "Најавете се и повторно отворете ја страницата." in text
    assert client.post("/office/again/", {"kept": "forged"}).status_code == 404


def test_from_a_page_of_trouble_a_stranger_signs_in_first(office: Office, client: Client) -> None:
    mine = open_account(office, "registrar")
    page = client.post("/office/letter/", {"subject": "x", "whose": people.whose(mine)}).content.decode()
    (sealed,) = re.findall(r'name="kept" value="([^"]+)"', page)
    asked = client.post("/office/again/", {"kept": sealed})
    assert asked.status_code == 401
    assert f'name="kept" value="{sealed}"' in asked.content.decode()
    assert 'name="next" value="/office/letter/"' in asked.content.decode()


def test_a_forged_text_is_not_kept(office: Office, client: Client) -> None:
    open_account(office, "registrar")
    sign_in(client, "registrar", kept="forged:text", next="/office/letter/")
    assert client.get("/office/letter/").content.decode() == "GET Ѓурѓа Њаговска"


def test_who_stands_for_somebody_chooses_it_and_can_stop(office: Office, client: Client) -> None:
    from konak.kernel.clock import today

    open_account(office, "head")
    holding = Holding.objects.filter(post=office.posts["registrar"]).order_by("id")[0]
    people.name_deputy(
        KEEPER, holding, office.persons["head"], start=START, end=today(), basis="бр. 3", at=AT
    )
    sign_in(client, "head")
    assert client.get("/office/letter/").status_code == 404
    assert "бр. 3" in client.get("/office/me/").content.decode()
    client.post("/office/me/stand-for/", {"holding": holding.pk})
    assert client.get("/office/letter/").status_code == 200
    client.post("/office/me/stand-for/", {"holding": ""})
    assert client.get("/office/letter/").status_code == 404
    assert client.post("/office/me/stand-for/", {"holding": holding.pk + 1}).status_code == 404
    assert client.post("/office/me/stand-for/", {"holding": "x"}).status_code == 404


def test_a_changed_password_is_a_deed_and_the_session_goes_on(office: Office, client: Client) -> None:
    open_account(office, "registrar")
    sign_in(client, "registrar")
    new = "четири сини врати"
    short = client.post(
        "/office/me/password/", {"oldpassword": PASSWORD, "password1": "кратка", "password2": "кратка"}
    ).content.decode()
    assert "12" in short
    done = client.post("/office/me/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert done.headers["Location"] == "/office/me/"
    assert client.get("/office/letter/").status_code == 200
    assert Entry.objects.filter(fact="people.PasswordChanged").count() == 2
    client.post("/office/sign-out/")
    assert sign_in(client, "registrar").status_code == 200
    assert client.post(SIGN_IN, {"login": "REGISTRAR", "password": new}).status_code == 302


@pytest.mark.parametrize("language", ["mk", "sq"])
def test_every_word_of_the_doors_is_translated(office: Office, client: Client, language: str) -> None:
    open_account(office, "registrar")
    client.post("/office/me/language/", {"language": language})
    pages = [client.get(SIGN_IN), client.post(SIGN_IN, {}), client.post("/office/letter/", {"a": "1"})]
    sign_in(client, "registrar")
    client.post("/office/me/language/", {"language": language})
    again(client)
    wrong = {"oldpassword": "1", "password1": "password", "password2": "2"}
    pages += [
        client.get("/office/me/"),
        client.get("/office/me/second/on/"),
        client.post("/office/me/second/on/", {"code": "1"}),
        client.get("/office/me/password/"),
        client.post("/office/me/password/", wrong),
        client.post("/office/me/password/", {}),
        client.get("/office/sign-in/again/"),
        client.post("/office/sign-in/again/", {"password": "?"}),
    ]
    turn_on_codes(client)
    pages += [
        client.get("/office/me/second/off/"),
        client.get("/office/me/codes/"),
        client.get("/office/me/codes/new/"),
        client.get("/office/sign-in/again/code/"),
        client.post("/office/sign-in/again/code/", {"code": "1"}),
        client.get("/office/sign-out/"),
    ]
    english = re.compile(
        r"\b(the|your|is|of|this|password|sign|code|field|required|must|please|account|you|and|new)\b", re.I
    )
    for page in pages:
        assert page.status_code in (200, 401)
        words = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", page.content.decode(), flags=re.S)
        shown = words + " ".join(
            re.findall(r'(?:placeholder|title|aria-label)="([^"]*)"', page.content.decode())
        )
        assert english.findall(shown.replace("English", "")) == [], page.request["PATH_INFO"]
