"""Sign in and out, and what allauth asks on the way, on pages of our own."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.account.views import LoginView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from konak.kernel.clock import now
from konak.kernel.people import facts, kept, note


@method_decorator(never_cache, name="dispatch")
class SignIn(LoginView):
    """User name and password; a text kept from an expired page goes along."""

    def form_valid(self, form: LoginForm) -> HttpResponse:
        remember(self.request, self.request.POST.get(kept.FIELD, ""), form.user)
        return super().form_valid(form)

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        return super().get_context_data(kept=self.request.POST.get(kept.FIELD, ""), **more)


def sign_in_keeping(request: HttpRequest) -> HttpResponse:
    """The answer to a stranger who sent a form: sign in, then find the words again on the same page."""
    sealed = kept.seal(request)
    context = {
        "form": LoginForm(request=request),
        "redirect_field_name": "next",
        "redirect_field_value": kept.path_of(sealed) or request.get_full_path(),
        "kept": sealed,
        "expired": True,
    }
    return render(request, "account/login.html", context, status=401)


def remember(request: HttpRequest, sealed: str, account: Any) -> None:
    """Take the words along for their own page; words of somebody else are shown to nobody."""
    if not kept.remember(request, sealed, account):
        with override(account.language):
            told = gettext("What was written there is of another account; it is not shown.")
        messages.warning(request, told)


@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """From a page of trouble back to the form, with the words that were sent."""
    sealed = request.POST.get(kept.FIELD, "")
    if not kept.path_of(sealed):
        raise Http404
    if not request.user.is_authenticated:
        return sign_in_keeping(request)
    remember(request, sealed, request.user)
    return HttpResponseRedirect(kept.path_of(sealed))


class Noted:
    """allauth keeps its own tables; what was done stands in the journal with it, in one transaction."""

    did: tuple[type[facts.AccountFact], ...] = ()

    def form_valid(self, form: Any) -> HttpResponse:
        request: Any = self.request  # type: ignore[attr-defined]
        with transaction.atomic():
            answer: HttpResponse = super().form_valid(form)  # type: ignore[misc]
            for kind in self.did:
                note(request.actor, request.user, kind, at=now())
        return answer


class TurnOn(Noted, ActivateTOTPView):
    did = (facts.SecondFactorTurnedOn, facts.CodesPrinted)


class TurnOff(Noted, DeactivateTOTPView):
    did = (facts.SecondFactorTurnedOff,)


class NewCodes(Noted, GenerateRecoveryCodesView):
    did = (facts.CodesPrinted,)
