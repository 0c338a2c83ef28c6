"""Who may open accounts and name deputies; what never fits."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason
from konak.kernel.journal import Actor
from konak.kernel.org import Holding, Person, one_of
from konak.kernel.org.roles import SYSTEM_ROLE

from .models import Account, Deputy

may_administer = one_of("it_admin", SYSTEM_ROLE)
may_deputise = one_of("it_admin", "secretary", "head", SYSTEM_ROLE)


def free_name(username: str) -> Reason | None:
    if not username.strip():
        return Reason(_("Write a user name."), field="username")
    if Account.objects.filter(username__iexact=username.strip()).exists():
        return Reason(_("There is already an account with this user name."), field="username")
    return None


def no_account_yet(person: Person, sample: bool) -> Reason | None:
    if sample or not Account.objects.filter(person=person, sample=False).exists():
        return None
    return Reason(_("This person already has an account."), field="person")


def himself(actor: Actor, account: Account) -> Reason | None:
    return None if actor.account == account.pk else Reason(_("This is somebody else's account."))


def not_himself(actor: Actor, account: Account) -> Reason | None:
    if actor.account != account.pk:
        return None
    return Reason(_("Nobody closes his own account."), way_out=_("Ask another administrator."))


def within(holding: Holding, start: date, end: date) -> list[Reason]:
    """A deputy stands for a holder only while the holder holds the post."""
    found = []
    if end < start:
        found.append(Reason(_("The last day is before the first."), field="end"))
    if start < holding.start or (holding.end is not None and end > holding.end):
        found.append(Reason(_("The post is not held in all these days."), field="start"))
    return found


def another(holding: Holding, person: Person) -> Reason | None:
    if holding.person_id != person.pk:
        return None
    return Reason(_("Nobody stands for himself."), field="deputy")


def not_twice(holding: Holding, person: Person, start: date, end: date) -> Reason | None:
    there = Deputy.objects.filter(holding=holding, deputy=person, start__lte=end, end__gte=start)
    if not there.exists():
        return None
    return Reason(_("This person is already authorised in these days."), field="deputy")


def founded(basis: str) -> Reason | None:
    if basis.strip():
        return None
    return Reason(_("Name the authorisation: number and day."), field="basis")
