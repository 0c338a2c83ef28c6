"""My account: language, password, second factor, whom I stand for."""

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from konak.kernel.clock import now, today
from konak.kernel.journal import Actor
from konak.kernel.people import Account, authorisations, choose_language, needs, second
from konak.kernel.people.models import LANGUAGE_NAMES
from konak.kernel.people.requests import HAT


@needs()
def me(request: HttpRequest) -> HttpResponse:
    """What the account is, and what its person may change."""
    account: Account = request.user  # type: ignore[assignment]
    actor: Actor = request.actor  # type: ignore[attr-defined]
    codes = Authenticator.objects.filter(user_id=account.pk, type=Authenticator.Type.RECOVERY_CODES).first()
    context = {
        "account": account,
        "roles": sorted(str(label) for label in second.labels(actor)),
        "languages": LANGUAGE_NAMES.items(),
        "phone": second.has(account),
        "codes": len(codes.wrap().get_unused_codes()) if codes else 0,
        "bound": second.bound_to(actor, today()),
        "authorisations": authorisations(account.person_id, today()),
        "standing_for": actor.standing_for,
    }
    return render(request, "people/me.html", context)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """The office speaks another language: of the account, or (at the door) of this browser."""
    code, back = request.POST.get("language", ""), _back(request)
    answer = HttpResponseRedirect(back)
    if code not in LANGUAGE_NAMES:
        raise Http404
    if request.user.is_authenticated:
        choose_language(request.actor, request.user, language=code, at=now())  # type: ignore[attr-defined]
    answer.set_cookie("konak_language", code, max_age=31_536_000, httponly=True, samesite="Lax")
    return answer


@require_POST
@needs()
def stand_for(request: HttpRequest) -> HttpResponse:
    """Put on or take off the duty of somebody I am authorised to stand for."""
    chosen = request.POST.get("holding", "")
    if not chosen:
        request.session.pop(HAT, None)
        messages.success(request, gettext("You act for yourself again."))
    else:
        mine = authorisations(request.actor.person, today())  # type: ignore[attr-defined]
        allowed = mine.filter(holding=int(chosen)).first() if chosen.isdecimal() else None
        if allowed is None:
            raise Http404
        request.session[HAT] = allowed.holding_id
        name = allowed.holding.person.name
        messages.success(request, gettext("You now stand for %(name)s; every deed says so.") % {"name": name})
    return HttpResponseRedirect(reverse("people_me"))


def _back(request: HttpRequest) -> str:
    address = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()})
    return address if safe else reverse("people_me")
