"""What people see when the house cannot answer: one static page in every language, without database."""

import errno
import sys
from html import escape

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils.translation import get_language

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
TOO_LARGE: Told = {
    "mk": (
        "Испратеното е преголемо",
        "Вратете се назад, поделете го на помали датотеки или пократок текст и испратете го повторно. "
        "Ништо не е запишано.",
    ),
    "sq": (
        "Ajo që dërguat është tepër e madhe",
        "Kthehuni prapa, ndajeni në skedarë më të vegjël ose tekst më të shkurtër dhe dërgojeni përsëri. "
        "Asgjë nuk është regjistruar.",
    ),
    "en": (
        "What was sent is too large",
        "Go back, split it into smaller files or a shorter text and send it again. Nothing was recorded.",
    ),
}
KEPT: Told = {
    "mk": (
        "Продолжи со напишаното",
        "Она што го напишавте е зачувано на оваа страница. Датотеките изберете ги повторно.",
    ),
    "sq": (
        "Vazhdo me atë që kam shkruar",
        "Ajo që shkruat është ruajtur në këtë faqe. Skedarët zgjidhini përsëri.",
    ),
    "en": ("Go on with what I wrote", "What you wrote is kept on this page. Choose files again."),
}
NUMBER = {"mk": "Број на барањето", "sq": "Numri i kërkesës", "en": "Request number"}
HOME = {"mk": "Почетна страница", "sq": "Faqja kryesore", "en": "Home page"}
NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG)


def page(request: HttpRequest, status: int, told: Told, kept: str = "") -> HttpResponse:
    """The static page: the reader's language first, the others below; `kept` are the words that were sent."""
    first = _first(request)
    again = (
        f'<form id="again" method="post" action="/office/again/">'
        f'<input type="hidden" name="csrfmiddlewaretoken" value="{get_token(request)}">'
        f'<input type="hidden" name="kept" value="{escape(kept)}"></form>'
        if kept
        else ""
    )
    languages = sorted(told, key=lambda language: language != first)
    response = HttpResponse(
        f'<!doctype html><html lang="{first}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(told[first][0])}</title>"
        '<link rel="stylesheet" href="/static/house/trouble.css"></head><body><main>'
        f"{''.join(_section(request, told, lang, lang == first, again) for lang in languages)}{again}"
        "</main></body></html>",
        status=status,
    )
    if status == 503:
        response["Retry-After"] = "120"
    response["Cache-Control"] = "no-store"
    response["Content-Language"] = first
    return response


def _first(request: HttpRequest) -> str:
    """The language of the address; in the office that of the account, at least that of the browser."""
    asked, spoken = request.path[1:3], get_language() or ""
    return next((language for language in (asked, spoken) if language in HOME), "mk")


def _section(request: HttpRequest, told: Told, language: str, first: bool, again: str) -> str:
    title, text = (escape(part) for part in told[language])
    head = "h1" if first else "h2"
    button, kept = KEPT[language]
    return (
        f'<section lang="{language}"><{head}>{title}</{head}><p>{text}</p>'
        + (f'<p>{kept}</p><p><button form="again">{button}</button></p>' if again else "")
        + f'<p><a href="/{language if language != "en" else ""}">{HOME[language]}</a></p>'
        f"<p>{NUMBER[language]}: <code>{escape(getattr(request, 'request_id', '-'))}</code></p></section>"
    )


def typed(request: HttpRequest) -> str:
    """What a clerk had typed, sealed, to go on with; empty when nothing was sent."""
    from konak.kernel.people import seal

    return seal(request) if request.method == "POST" else ""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: hidden and absent look the same."""
    return page(request, 404, NOT_FOUND)


def bad(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400; 413 when there was too much of it."""
    if isinstance(exception, RequestDataTooBig):
        return page(request, 413, TOO_LARGE)
    return page(request, 400, BAD)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The house hides what one may not see, so a bare "forbidden" reads as absent."""
    return page(request, 404, NOT_FOUND)


def forbidden_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form without its token, as after signing in again in another window."""
    return page(request, 403, FORBIDDEN, typed(request))


def fault(request: HttpRequest) -> HttpResponse:
    """503 when the database or the disk is gone, 500 for every other fault."""
    status, told = (503, UNAVAILABLE) if gone(sys.exc_info()[1]) else (500, FAULT)
    return page(request, status, told, typed(request))


def gone(error: BaseException | None) -> bool:
    """Whether the ground is missing: database lost or too busy, disk full."""
    if isinstance(error, OSError):
        return error.errno in NO_SPACE
    return isinstance(error, OperationalError | InterfaceError)
