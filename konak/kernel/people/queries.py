"""Accounts and authorisations as the administrator sees them."""

from datetime import date

from django.db.models import QuerySet

from konak.kernel.journal import Actor

from . import second
from .models import Account, Deputy
from .rules import may_administer, may_deputise


def accounts(actor: Actor) -> QuerySet[Account]:
    """Every account, for who may administer them; else none."""
    if may_administer(actor, None, date.min) is not None:
        return Account.objects.none()
    return Account.objects.all()


def has_second_factor(account: Account) -> bool:
    """True if a telephone is set up for the account."""
    return second.has(account)


def own(actor: Actor) -> QuerySet[Account]:
    """The actor's own account."""
    return Account.objects.filter(pk=actor.account) if actor.account else Account.objects.none()


def deputies(actor: Actor) -> QuerySet[Deputy]:
    """Every authorisation, latest first, for who may give them; else none."""
    if may_deputise(actor, None, date.min) is not None:
        return Deputy.objects.none()
    return Deputy.objects.select_related("deputy", "holding__person", "holding__post").order_by(
        "-start", "-id"
    )
