"""Deeds on accounts and authorisations. Passwords come hashed: argon2 is slow, and a deed is short."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason, allow
from konak.kernel.i18n import LANGUAGES
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.org import Holding, Person

from . import facts, rules, second
from .models import Account, Deputy


@deed
def open_account(
    actor: Actor,
    person: Person,
    *,
    username: str,
    password_hash: str,
    language: str = "",
    sample: bool = False,
    at: datetime,
) -> Account:
    """An account for a person. `password_hash` is what `django.contrib.auth.hashers.make_password` gave; whoever
    opens the account knows that password, so the person changes it first (in sample towns everybody knows it)."""
    allow(
        rules.may_administer(actor, person, at.date()),
        rules.free_name(username),
        rules.no_account_yet(person, sample),
    )
    spoken = [code for code in person.languages if code in LANGUAGES]
    account = Account(
        person=person,
        username=username.strip(),
        password=password_hash,
        language=language or (spoken[0] if spoken else "mk"),
        sample=sample,
        one_time=not sample,
    )
    account.save(force_insert=True)
    told = facts.AccountOpened(subject=Ref.of(account), person_id=person.pk, words={"who": person.name})
    announce(actor, told, at=at)
    return account


def _held(account: Account, version: int | None) -> Account:
    return hold(Account.objects.all(), account.pk, version)


@deed
def close_account(actor: Actor, account: Account, *, at: datetime, version: int | None = None) -> Account:
    """The account signs in no more; what it did stays. Running sessions end with the next request."""
    account = _held(account, version)
    allow(
        rules.may_administer(actor, account, at.date()),
        rules.not_himself(actor, account),
        None if account.is_active else Reason(_("The account is already closed.")),
    )
    account.is_active = False
    account.save()
    announce(actor, facts.AccountClosed(subject=Ref.of(account), words={"who": account.person.name}), at=at)
    return account


@deed
def reopen_account(actor: Actor, account: Account, *, at: datetime, version: int | None = None) -> Account:
    account = _held(account, version)
    allow(
        rules.may_administer(actor, account, at.date()),
        Reason(_("The account is already open.")) if account.is_active else None,
    )
    account.is_active = True
    account.save()
    announce(actor, facts.AccountReopened(subject=Ref.of(account), words={"who": account.person.name}), at=at)
    return account


@deed
def give_password(
    actor: Actor, account: Account, *, password_hash: str, at: datetime, version: int | None = None
) -> Account:
    """A new first password, told to the person by hand; signs every running session of the account out."""
    account = _held(account, version)
    allow(rules.may_administer(actor, account, at.date()))
    account.password, account.one_time = password_hash, not account.sample
    account.save()
    announce(actor, facts.PasswordGiven(subject=Ref.of(account), words={"who": account.person.name}), at=at)
    return account


@deed
def change_password(actor: Actor, account: Account, *, password_hash: str, at: datetime) -> Account:
    """The person's own new password."""
    account = _held(account, None)
    allow(rules.himself(actor, account))
    account.password, account.one_time = password_hash, False
    account.save()
    announce(actor, facts.PasswordChanged(subject=Ref.of(account), words={"who": account.person.name}), at=at)
    return account


@deed
def reset_second_factor(
    actor: Actor, account: Account, *, at: datetime, version: int | None = None
) -> Account:
    """Who lost telephone and printed codes starts again: the administrator has seen the person."""
    account = _held(account, version)
    allow(
        rules.may_administer(actor, account, at.date()),
        None if second.has(account) else Reason(_("The account has no second factor.")),
    )
    second.remove(account)
    account.save()
    told = facts.SecondFactorReset(subject=Ref.of(account), words={"who": account.person.name})
    announce(actor, told, at=at)
    return account


@deed
def choose_language(actor: Actor, account: Account, *, language: str, at: datetime) -> Account:
    """The language the office speaks to the account."""
    account = _held(account, None)
    allow(
        rules.himself(actor, account),
        None if language in LANGUAGES else Reason(_("There is no such language."), field="language"),
    )
    account.language = language
    account.save()
    told = facts.LanguageChosen(
        subject=Ref.of(account), language=language, words={"who": account.person.name}
    )
    announce(actor, told, at=at)
    return account


@deed
def name_deputy(
    actor: Actor, holding: Holding, deputy: Person, *, start: date, end: date, basis: str, at: datetime
) -> Deputy:
    """`deputy` may stand for the holder from a day to a day; the acts then say „по овластување“."""
    holding = hold(Holding.objects.select_related("person"), holding.pk)
    allow(
        rules.may_deputise(actor, holding, at.date()),
        rules.within(holding, start, end),
        rules.another(holding, deputy),
        rules.not_twice(holding, deputy, start, end),
        rules.founded(basis),
    )
    row = Deputy(holding=holding, deputy=deputy, start=start, end=end, basis=basis.strip())
    row.save(force_insert=True)
    told = facts.DeputyNamed(
        subject=Ref.of(row),
        holding=holding.pk,
        deputy=deputy.pk,
        start=start,
        end=end,
        words={"who": deputy.name, "whom": holding.person.name},
    )
    announce(actor, told, at=at)
    return row


@deed
def end_deputy(actor: Actor, row: Deputy, *, end: date, at: datetime, version: int | None = None) -> Deputy:
    """The authorisation ends earlier: `end` is its last day."""
    row = hold(Deputy.objects.select_related("deputy", "holding__person"), row.pk, version)
    allow(
        rules.may_deputise(actor, row, at.date()),
        None if row.start <= end < row.end else Reason(_("Choose a day before its end."), field="end"),
    )
    row.end = end
    row.save()
    told = facts.DeputyEnded(
        subject=Ref.of(row),
        holding=row.holding_id,
        end=end,
        words={"who": row.deputy.name, "whom": row.holding.person.name},
    )
    announce(actor, told, at=at)
    return row


@deed
def note(actor: Actor, account: Account, kind: type[facts.AccountFact], *, at: datetime) -> Account:
    """Write down what the person did with the second factor (allauth keeps its tables itself)."""
    allow(rules.himself(actor, account))
    announce(actor, kind(subject=Ref.of(account), words={"who": account.person.name}), at=at)
    return account
