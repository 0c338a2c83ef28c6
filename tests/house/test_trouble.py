"""When the house cannot answer: a static page with a number, and no database needed."""

import errno
import re
from typing import Any

import pytest
from django.core.signing import Signer
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path
from django.views.decorators.http import require_POST

from konak.house import urls
from konak.kernel.people import kept


def faulty(request: HttpRequest, what: str) -> HttpResponse:
    faults: dict[str, Exception] = {
        "fault": KeyError("secret words of the fault"),
        "lost": OperationalError("server closed the connection"),
        "full": OSError(errno.ENOSPC, "no space left"),
        "quota": OSError(errno.EFBIG, "file too large"),
        "other": OSError(errno.EPERM, "not permitted"),
    }
    raise faults[what]


@require_POST
def form(request: HttpRequest) -> HttpResponse:
    return HttpResponse("taken" if request.POST else "empty")


urlpatterns = [
    path("", include(urls.urlpatterns)),
    path("sq/<str:what>/", faulty),
    path("form/", form),
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


@pytest.fixture
def visitor(settings: object) -> Client:
    settings.ROOT_URLCONF = __name__  # type: ignore[attr-defined]
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.mark.parametrize(
    ("what", "status", "title"),
    [
        ("fault", 500, "Ndodhi një gabim"),
        ("other", 500, "Ndodhi një gabim"),
        ("lost", 503, "Sistemi përkohësisht nuk është i disponueshëm"),
        ("full", 503, "Sistemi përkohësisht nuk është i disponueshëm"),
        ("quota", 503, "Sistemi përkohësisht nuk është i disponueshëm"),
    ],
)
def test_a_fault_is_a_page_with_a_number_in_every_language(
    visitor: Client, what: str, status: int, title: str
) -> None:
    answer = visitor.get(f"/sq/{what}/")
    text = answer.content.decode()
    assert answer.status_code == status
    assert f"<h1>{title}</h1>" in text
    assert [language for language in ("sq", "mk", "en") if f'<section lang="{language}">' in text] == [
        "sq",
        "mk",
        "en",
    ]
    assert text.count(answer["X-Request-Id"]) == 3
    assert answer["Content-Language"] == "sq"
    assert answer.has_header("Retry-After") == (status == 503)
    assert "secret words" not in text


def test_what_is_absent_is_told_in_macedonian_first(visitor: Client) -> None:
    answer = visitor.get("/нема/")
    assert answer.status_code == 404
    assert "<h1>Страницата не постои</h1>" in answer.content.decode()


def test_a_form_without_its_token_is_refused(visitor: Client) -> None:
    answer = visitor.post("/form/", {"a": "b"})
    assert answer.status_code == 403
    assert "<h1>Образецот истече</h1>" in answer.content.decode()


@pytest.mark.parametrize(("address", "status"), [("/sq/lost/", 503), ("/sq/fault/", 500), ("/form/", 403)])
def test_what_a_clerk_had_typed_is_on_the_page_of_trouble(settings: Any, address: str, status: int) -> None:
    settings.ROOT_URLCONF = __name__
    whose = Signer(salt=kept.PURPOSE).sign("7")
    checks = status == 403  # that of the token comes first
    visitor = Client(raise_request_exception=False, enforce_csrf_checks=checks)
    answer = visitor.post(address, {"subject": "Ѓ <b>", "whose": whose, "password": "x"})
    page = answer.content.decode()
    assert answer.status_code == status
    assert page.count('<button form="again">') == 3
    (sealed,) = re.findall(r'name="kept" value="([^"]+)"', page)
    (token,) = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    found = kept.opened(sealed)
    assert found
    assert (found.path, found.account, found.fields.dict()) == (address, 7, {"subject": "Ѓ <b>"})
    nothing = visitor.post(address, {"subject": "x"}).content.decode()
    assert "<button" not in nothing, "a stranger's words are not kept"


def test_an_address_with_a_zero_is_refused_before_any_database(visitor: Client) -> None:
    for address in ("/mk/search/?q=%00", "/office/acts/2/%00.pdf", "/mk/%00/"):
        assert visitor.get(address).status_code == 400, address


def test_too_much_at_once_is_told(visitor: Client) -> None:
    visitor.handler.enforce_csrf_checks = False
    answer = visitor.post("/form/", {"text": "x" * (5 << 20)})
    assert answer.status_code == 413
    assert "<h1>Испратеното е преголемо</h1>" in answer.content.decode()


def test_two_requests_have_two_numbers(visitor: Client) -> None:
    numbers = {visitor.get("/nope")["X-Request-Id"] for _ in range(2)}
    assert len(numbers) == 2


def test_every_page_forbids_inline_scripts_and_styles(visitor: Client) -> None:
    policy = visitor.get("/nope")["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert "unsafe" not in policy


def test_the_house_is_well(visitor: Client, db: None) -> None:
    answer = visitor.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
