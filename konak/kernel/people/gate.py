"""Who may enter a page: strangers are asked to sign in, whoever lacks the duty finds nothing there."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from konak.kernel.clock import today
from konak.kernel.org import words_of

from . import second

View = TypeVar("View", bound=Callable[..., HttpResponse])


def turned_away(request: HttpRequest, roles: tuple[str, ...]) -> HttpResponse | None:
    """The answer for who may not enter, or None. A wrong role is a 404."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    actor = request.actor  # type: ignore[attr-defined]
    if roles and not actor.has(*roles):
        raise Http404
    if request.user.one_time:
        return HttpResponseRedirect(reverse("account_change_password"))
    if second.missing(request, request.user, actor, today()):
        return HttpResponseRedirect(reverse("mfa_activate_totp"))
    return None


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and back here afterwards; what was posted is kept and shown again."""
    if request.method == "POST" and not request.headers.get("HX-Request"):
        from .web.door import sign_in_keeping

        return sign_in_keeping(request)
    address = f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(status=401, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def needs(*roles: str) -> Callable[[View], View]:
    """Decorator of a view: only for holders of one of the roles; without roles for whoever is signed in."""
    words_of(*roles)

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            return turned_away(request, roles) or view(request, *args, **kwargs)

        guarded.needs = roles  # type: ignore[attr-defined]
        return guarded  # type: ignore[return-value]

    return guard


class Needs:
    """The same for a class-based view: `needs = ("registrar", "officer")`; put it before the view class."""

    needs: tuple[str, ...] = ()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        away = turned_away(request, self.needs)
        return away or super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
