"""What people see when the house cannot answer: one static page in every language, without database."""

import errno
import sys
from html import escape

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

Told = dict[str, tuple[str, str]]

NOT_FOUND: Told = {
    "mk": ("Страницата не постои", "Проверете ја адресата или појдете од почетната страница."),
    "sq": ("Faqja nuk ekziston", "Kontrolloni adresën ose nisuni nga faqja kryesore."),
    "en": ("Page not found", "Check the address or start from the home page."),
}
BAD: Told = {
    "mk": ("Барањето не може да се прочита", "Вратете се назад и обидете се повторно."),
    "sq": ("Kërkesa nuk mund të lexohet", "Kthehuni prapa dhe provoni përsëri."),
    "en": ("The request cannot be read", "Go back and try again."),
}
FORBIDDEN: Told = {
    "mk": (
        "Образецот истече",
        "Вратете се назад, освежете ја страницата и испратете го повторно. Ништо не е запишано.",
    ),
    "sq": (
        "Formulari ka skaduar",
        "Kthehuni prapa, rifreskoni faqen dhe dërgojeni përsëri. Asgjë nuk është regjistruar.",
    ),
    "en": ("The form has expired", "Go back, reload the page and send it again. Nothing was recorded."),
}
FAULT: Told = {
    "mk": (
        "Настана грешка",
        "Ништо не е запишано наполу. Ако се повтори, јавете го бројот подолу кај службата за информатика.",
    ),
    "sq": (
        "Ndodhi një gabim",
        "Asgjë nuk është regjistruar përgjysmë. Nëse përsëritet, tregojani numrin e mëposhtëm "
        "shërbimit të informatikës.",
    ),
    "en": (
        "Something went wrong",
        "Nothing was half recorded. If it happens again, tell the number below to the IT service.",
    ),
}
UNAVAILABLE: Told = {
    "mk": (
        "Системот привремено не е достапен",
        "Базата на податоци или дискот во моментов не одговара. Ништо не е запишано наполу. "
        "Обидете се повторно за неколку минути.",
    ),
    "sq": (
        "Sistemi përkohësisht nuk është i disponueshëm",
        "Baza e të dhënave ose disku për momentin nuk përgjigjet. Asgjë nuk është regjistruar përgjysmë. "
        "Provoni përsëri pas disa minutash.",
    ),
    "en": (
        "The system is not available for the moment",
        "The database or the disk does not answer. Nothing was half recorded. Try again in a few minutes.",
    ),
}
NUMBER = {"mk": "Број на барањето", "sq": "Numri i kërkesës", "en": "Request number"}
HOME = {"mk": "Почетна страница", "sq": "Faqja kryesore", "en": "Home page"}
NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


def page(request: HttpRequest, status: int, told: Told) -> HttpResponse:
    """The static page: the language of the address first, the others below it."""
    number = escape(getattr(request, "request_id", "-"))
    asked = request.path[1:3]
    first = asked if asked in told else "mk"
    parts = [
        f'<section lang="{language}"><{"h1" if language == first else "h2"}>{escape(title)}'
        f"</{'h1' if language == first else 'h2'}><p>{escape(text)}</p>"
        f'<p><a href="/{language if language != "en" else ""}">{HOME[language]}</a></p>'
        f"<p>{NUMBER[language]}: <code>{number}</code></p></section>"
        for language, (title, text) in sorted(told.items(), key=lambda item: item[0] != first)
    ]
    response = HttpResponse(
        f'<!doctype html><html lang="{first}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(told[first][0])}</title>"
        '<link rel="stylesheet" href="/static/house/trouble.css"></head>'
        f"<body><main>{''.join(parts)}</main></body></html>",
        status=status,
    )
    if status == 503:
        response["Retry-After"] = "120"
    response["Cache-Control"] = "no-store"
    response["Content-Language"] = first
    return response


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: hidden and absent look the same."""
    return page(request, 404, NOT_FOUND)


def bad(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return page(request, 400, BAD)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The house hides what one may not see, so a bare "forbidden" reads as absent."""
    return page(request, 404, NOT_FOUND)


def forbidden_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form without its token."""
    return page(request, 403, FORBIDDEN)


def fault(request: HttpRequest) -> HttpResponse:
    """503 when the database or the disk is gone, 500 for every other fault."""
    if gone(sys.exc_info()[1]):
        return page(request, 503, UNAVAILABLE)
    return page(request, 500, FAULT)


def gone(error: BaseException | None) -> bool:
    """Whether the ground is missing: database lost or too busy, disk full."""
    if isinstance(error, OSError):
        return error.errno in NO_SPACE
    return isinstance(error, OperationalError | InterfaceError)
