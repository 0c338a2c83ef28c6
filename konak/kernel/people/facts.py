"""What happened to accounts and authorisations."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from konak.kernel.i18n import LANGUAGE_WORDS
from konak.kernel.journal import Fact, fact


class AccountFact(Fact):
    """About an account; who it belongs to stands in the words."""


@fact("people.AccountOpened", sentence=_("An account was opened for {who}."))
class AccountOpened(Fact):
    person_id: int


@fact("people.AccountClosed", sentence=_("The account of {who} was closed."))
class AccountClosed(AccountFact):
    pass


@fact("people.AccountReopened", sentence=_("The account of {who} was opened again."))
class AccountReopened(AccountFact):
    pass


@fact("people.PasswordGiven", sentence=_("A new first password was given to {who}."))
class PasswordGiven(AccountFact):
    pass


@fact("people.PasswordChanged", sentence=_("{who} changed the password."))
class PasswordChanged(AccountFact):
    pass


@fact("people.SecondFactorTurnedOn", sentence=_("{who} turned the second factor on."))
class SecondFactorTurnedOn(AccountFact):
    pass


@fact("people.SecondFactorTurnedOff", sentence=_("{who} turned the second factor off."))
class SecondFactorTurnedOff(AccountFact):
    pass


@fact("people.CodesPrinted", sentence=_("{who} made new printed codes."))
class CodesPrinted(AccountFact):
    pass


@fact("people.SecondFactorReset", sentence=_("The second factor of {who} was removed by the administrator."))
class SecondFactorReset(AccountFact):
    pass


@fact(
    "people.LanguageChosen",
    sentence=_("{who} chose that the office speaks {language}."),
    names={"language": LANGUAGE_WORDS},
)
class LanguageChosen(Fact):
    language: str


@fact("people.DeputyNamed", sentence=_("{who} may stand for {whom} from {start} to {end}."))
class DeputyNamed(Fact):
    holding: int
    deputy: int
    start: date
    end: date


@fact("people.DeputyEnded", sentence=_("{who} no longer stands for {whom} after {end}."))
class DeputyEnded(Fact):
    holding: int
    end: date
