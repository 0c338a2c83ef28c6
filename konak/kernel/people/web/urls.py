"""The doors of the office. allauth looks for its own names, so these stand outside a namespace."""

from allauth.account import views as account
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes import views as codes
from django.urls import path
from django.views.generic import RedirectView

from . import door, me

urlpatterns = [
    path("sign-in/", door.SignIn.as_view(), name="account_login"),
    path("sign-in/code/", second.authenticate, name="mfa_authenticate"),
    path("sign-in/again/", account.reauthenticate, name="account_reauthenticate"),
    path("sign-in/again/code/", second.reauthenticate, name="mfa_reauthenticate"),
    path("sign-in/closed/", account.account_inactive, name="account_inactive"),
    path("sign-out/", account.logout, name="account_logout"),
    path("again/", door.again, name="people_again"),
    path("me/", me.me, name="people_me"),
    path("me/language/", me.language, name="people_language"),
    path("me/stand-for/", me.stand_for, name="people_stand_for"),
    path("me/password/", account.password_change, name="account_change_password"),
    path("me/second/", RedirectView.as_view(pattern_name="people_me"), name="mfa_index"),
    path("me/second/on/", door.TurnOn.as_view(), name="mfa_activate_totp"),
    path("me/second/off/", door.TurnOff.as_view(), name="mfa_deactivate_totp"),
    path("me/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("me/codes/new/", door.NewCodes.as_view(), name="mfa_generate_recovery_codes"),
]
