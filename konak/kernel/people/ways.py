"""How allauth works in this house: no sign-up, no e-mail; what changes an account is a deed."""

from io import BytesIO
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from konak.kernel.clock import now

from . import actions
from .cipher import cipher
from .models import Account

SAID = {
    "account/messages/logged_out.txt": _("You have signed out."),
    "account/messages/password_changed.txt": _("The password is changed."),
    "mfa/messages/totp_activated.txt": _("The second factor is on."),
    "mfa/messages/totp_deactivated.txt": _("The second factor is off."),
    "mfa/messages/recovery_codes_generated.txt": _("New printed codes are made; older ones are void."),
}


class AccountWays(DefaultAccountAdapter):
    """Accounts are opened by the administrator; a changed password is a deed of the person."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("The user name or the password is not right."),
        "too_many_login_attempts": _(
            "Too many attempts. For safety this account waits five minutes; then try again, or ask the"
            " systems administrator for a new first password."
        ),
        "incorrect_password": _("The password is not right."),
        "enter_current_password": _("The present password is not right."),
        "rate_limited": _("Too many attempts. Wait a minute and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(
        self, request: HttpRequest, level: int, message_template: str = "", *args: Any, **more: Any
    ) -> None:
        """allauth's messages in our words; those without are not shown."""
        if said := SAID.get(message_template):
            messages.add_message(request, level, str(said))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("people_me")

    def clean_password(self, password: str, user: Account | None = None) -> str:
        """What was told to the person by hand is not kept."""
        if user is not None and user.one_time and user.check_password(password):
            raise ValidationError(_("Choose another password than the one you were given."))
        return str(super().clean_password(password, user=user))

    def set_password(self, user: Account, password: str) -> None:
        hashed = make_password(password)
        actions.change_password(context.request.actor, user, password_hash=hashed, at=now())
        user.password = hashed  # the session of this request goes on


class SecondFactorWays(DefaultMFAAdapter):
    """The secret of the telephone is kept enciphered by the secret of the house; the picture is ours."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _(
            "The code is not right. Each code is valid for half a minute, each printed one once."
        ),
    }

    def build_totp_svg(self, url: str) -> SafeString:
        """Inline SVG without style attributes: the policy of the page allows no data images."""
        import segno

        out = BytesIO()
        segno.make(url, error="m", micro=False).save(
            out, kind="svg", scale=5, border=4, dark="#000", light="#fff", xmldecl=False, svgns=False,
            svgclass="k-qr", lineclass=None, nl=False, title=str(_("QR code for the telephone")),
        )  # fmt: skip
        return mark_safe(out.getvalue().decode())  # noqa: S308 (drawn here, no text of a user in it)

    def encrypt(self, text: str) -> str:
        return cipher("second factor").encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return cipher("second factor").decrypt(encrypted_text.encode()).decode()
