"""Every request knows its actor, and the office speaks the language of the account."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from konak.kernel.clock import today
from konak.kernel.journal import NOBODY, Actor

from .acting import actor_for
from .models import Account

OFFICE = "/office/"
HAT = "konak_standing_for"


def actor_of(request: HttpRequest) -> Actor:
    """The actor of this request; nobody for strangers."""
    account = request.user
    if not isinstance(account, Account):
        return NOBODY
    return actor_for(
        account,
        today(),
        "web",
        str(getattr(request, "request_id", "")),
        standing_for=request.session.get(HAT),
    )


class ActorMiddleware:
    """Sets `request.actor`, worked out when first asked for and kept for this request only."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: actor_of(request))  # type: ignore[attr-defined]
        if request.path.startswith(OFFICE) and request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        return self.get_response(request)
