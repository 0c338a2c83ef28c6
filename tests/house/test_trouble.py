"""When the house cannot answer: a static page with a number, and no database needed."""

import errno

import pytest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path
from django.views.decorators.http import require_POST

from konak.house import urls


def faulty(request: HttpRequest, what: str) -> HttpResponse:
    faults: dict[str, Exception] = {
        "fault": KeyError("secret words of the fault"),
        "lost": OperationalError("server closed the connection"),
        "full": OSError(errno.ENOSPC, "no space left"),
        "other": OSError(errno.EPERM, "not permitted"),
    }
    raise faults[what]


@require_POST
def form(request: HttpRequest) -> HttpResponse:
    return HttpResponse("taken")


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
