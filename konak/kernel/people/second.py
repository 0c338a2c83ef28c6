"""The second factor: who must have one, who has one."""

from datetime import date

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from konak.kernel import norms
from konak.kernel.errors import Text
from konak.kernel.journal import Actor
from konak.kernel.org import Role

from .models import Account

NORM = "people.second_factor_roles"


def has(account: Account) -> bool:
    return Authenticator.objects.filter(user_id=account.pk, type=Authenticator.Type.TOTP).exists()


def remove(account: Account) -> None:
    """Telephone and printed codes alike."""
    Authenticator.objects.filter(user_id=account.pk).delete()


def bound_to(actor: Actor, day: date) -> bool:
    """True if a role of the actor needs a second factor on the day (norm)."""
    return actor.has(*norms.on(day)[NORM].value)


def missing(request: HttpRequest, account: Account, actor: Actor, day: date) -> bool:
    """True if the account must set up its second factor before anything else; sample accounts need not."""
    if account.sample or any(r.get("method") == "mfa" for r in get_authentication_records(request, account)):
        return False
    return bound_to(actor, day) and not has(account)


def without_second_factor() -> tuple[int, int]:
    """(accounts in real use, sample accounts) that are open and have no second factor."""
    with_one = Authenticator.objects.filter(type=Authenticator.Type.TOTP).values("user_id")
    lacking = Account.objects.filter(is_active=True).exclude(pk__in=with_one)
    return lacking.filter(sample=False).count(), lacking.filter(sample=True).count()


def labels(actor: Actor) -> list[Text]:
    """The roles of the actor in words."""
    return [Role(code).label for code in actor.roles if code in Role.values]
