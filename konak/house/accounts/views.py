"""The administrator's screens: each loads, makes one call, says what happened."""

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.hashers import make_password
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from konak.kernel import org, people
from konak.kernel.i18n import pick
from konak.kernel.people import Needs
from konak.kernel.ui.forms import Form
from konak.kernel.ui.lists import Column
from konak.kernel.ui.views import DeedView, ListView, Screen

from .forms import AccountForm, AppointForm, DeputyForm, LastDayForm, PasswordForm, PersonForm

LIST = "accounts:list"


class Accounts(Needs, ListView):
    """Every account of the house."""

    needs = ("it_admin",)
    template_name = "house/accounts.html"
    sort = "person"
    columns: ClassVar[tuple[Column, ...]] = (
        Column(key="person", label=_("Person"), order=("person__last", "person__first")),
        Column(key="username", label=_("User name"), order=("username",)),
        Column(key="state", label=_("State"), order=("-is_active",)),
        Column(key="last", label=_("Last sign-in"), order=("last_login",)),
    )

    def rows(self) -> QuerySet[Any]:
        return people.accounts(self.actor)


class AccountPage(Needs, Screen):
    """One account: its person's posts and authorisations, and what can be done with it."""

    needs = ("it_admin",)
    template_name = "house/account.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        account = people.accounts(self.actor).filter(pk=pk).first()
        if account is None:
            raise Http404
        held = org.holdings().filter(person=account.person_id)
        return self.show({"account": account, "holdings": held, "phone": people.has_second_factor(account)})


class _Deed(Needs, DeedView):
    needs: tuple[str, ...] = ("it_admin",)

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [(_("Accounts"), reverse(LIST))]

    def next_url(self, result: Any) -> str:
        return reverse(LIST)


class EnterPerson(_Deed):
    form_class = PersonForm
    title, verb = _("Enter a person"), _("Enter")

    def deed(self, form: Form) -> Any:
        said = form.said
        return org.enter_person(self.actor, languages=[said.pop("language")], **said, at=self.at)

    def told(self, result: Any) -> str:
        return gettext("%(who)s is entered.") % {"who": result.name}

    def next_url(self, result: Any) -> str:
        return f"{reverse('accounts:open')}?person={result.pk}"


class OpenAccount(_Deed):
    form_class = AccountForm
    title, verb = _("Open an account"), _("Open the account")

    def initial(self) -> dict[str, Any]:
        return {"person": self.request.GET.get("person")}

    def deed(self, form: Form) -> Any:
        hashed = make_password(form.said["password"])
        return people.open_account(
            self.actor, form.said["person"], username=form.said["username"], password_hash=hashed, at=self.at
        )

    def told(self, result: Any) -> str:
        return gettext("The account of %(who)s is open.") % {"who": result.person.name}


class _OfAccount(_Deed):
    """A deed on one account, which the form's version names."""

    def load(self) -> Any:
        return self.find(people.accounts(self.actor), pk=self.kwargs["pk"])

    @property
    def lead(self) -> Any:
        return self.thing.person.name

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [*super().crumbs, (self.lead, self.next_url(self.thing))]

    def next_url(self, result: Any) -> str:
        return reverse("accounts:account", args=[result.pk])


class GivePassword(_OfAccount):
    form_class = PasswordForm
    title, verb = _("Give a new first password"), _("Give the password")

    def deed(self, form: Form) -> Any:
        hashed, version = make_password(form.said["password"]), form.cleaned_data["version"]
        return people.give_password(self.actor, self.thing, password_hash=hashed, version=version, at=self.at)

    def told(self, result: Any) -> str:
        return gettext("The new first password is set; earlier sign-ins have ended.")


class CloseAccount(_OfAccount):
    title, verb = _("Close the account"), _("Close the account")

    def deed(self, form: Form) -> Any:
        version = form.cleaned_data["version"]
        return people.close_account(self.actor, self.thing, version=version, at=self.at)

    def told(self, result: Any) -> str:
        return gettext("The account of %(who)s is closed.") % {"who": result.person.name}


class ReopenAccount(_OfAccount):
    title, verb = _("Open the account again"), _("Open the account again")

    def deed(self, form: Form) -> Any:
        version = form.cleaned_data["version"]
        return people.reopen_account(self.actor, self.thing, version=version, at=self.at)

    def told(self, result: Any) -> str:
        return gettext("The account of %(who)s is open.") % {"who": result.person.name}


class ResetSecondFactor(_OfAccount):
    title, verb = _("Remove the second factor"), _("Remove the second factor")

    def deed(self, form: Form) -> Any:
        version = form.cleaned_data["version"]
        return people.reset_second_factor(self.actor, self.thing, version=version, at=self.at)

    def told(self, result: Any) -> str:
        return gettext("The second factor is removed; the person sets up a new one at the next sign-in.")


class Appoint(_Deed):
    form_class = AppointForm
    title, verb = _("Appoint to a post"), _("Appoint")

    def initial(self) -> dict[str, Any]:
        return {"person": self.request.GET.get("person")}

    def deed(self, form: Form) -> Any:
        said = form.said
        return org.appoint(self.actor, said.pop("person"), said.pop("post"), **said, at=self.at)

    def told(self, result: Any) -> str:
        return gettext("%(who)s holds the post.") % {"who": result.person.name}


class EndHolding(_Deed):
    form_class = LastDayForm
    title, verb = _("End the holding of a post"), _("End it")

    @property
    def lead(self) -> Any:
        return f"{self.thing.person.name} · {pick(self.thing.post.title, get_language() or 'mk')[0]}"

    def load(self) -> Any:
        return self.find(org.holdings(), pk=self.kwargs["pk"])

    def deed(self, form: Form) -> Any:
        version = form.cleaned_data["version"]
        return org.end_holding(self.actor, self.thing, end=form.said["end"], version=version, at=self.at)

    def told(self, result: Any) -> str:
        return gettext("The last day of %(who)s on the post is written down.") % {"who": result.person.name}


class Deputies(Needs, ListView):
    """Every authorisation to stand for somebody."""

    needs = ("it_admin", "secretary", "head")
    template_name = "house/deputies.html"
    sort = "-start"
    columns: ClassVar[tuple[Column, ...]] = (
        Column(key="who", label=_("Who stands for them"), order=("deputy__last", "deputy__first")),
        Column(key="whom", label=_("Who is absent"), order=("holding__person__last",)),
        Column(key="start", label=_("First day"), order=("start",)),
        Column(key="end", label=_("Last day"), order=("end",)),
        Column(key="basis", label=_("Authorisation")),
    )

    def rows(self) -> QuerySet[Any]:
        return people.deputies(self.actor)


class NameDeputy(_Deed):
    needs = ("it_admin", "secretary", "head")
    crumbs = property(lambda self: [(_("Deputies"), self.next_url(None))])
    form_class = DeputyForm
    title, verb = _("Authorise somebody to stand for an absent colleague"), _("Authorise")

    @cached_property
    def day(self) -> date:
        return self.at.date()

    def form_options(self) -> dict[str, Any]:
        return {"day": self.day}

    def deed(self, form: Form) -> Any:
        said = form.said
        return people.name_deputy(self.actor, said.pop("holding"), said.pop("deputy"), **said, at=self.at)

    def told(self, result: Any) -> str:
        return gettext("%(who)s is authorised.") % {"who": result.deputy.name}

    def next_url(self, result: Any) -> str:
        return reverse("accounts:deputies")


class EndDeputy(_Deed):
    needs = ("it_admin", "secretary", "head")
    crumbs = property(lambda self: [(_("Deputies"), self.next_url(None))])
    lead = property(lambda self: self.thing.deputy.name)
    form_class = LastDayForm
    title, verb = _("End an authorisation early"), _("End it")

    def load(self) -> Any:
        return self.find(people.deputies(self.actor), pk=self.kwargs["pk"])

    def deed(self, form: Form) -> Any:
        version = form.cleaned_data["version"]
        return people.end_deputy(self.actor, self.thing, end=form.said["end"], version=version, at=self.at)

    def told(self, result: Any) -> str:
        return gettext("The authorisation of %(who)s ends earlier.") % {"who": result.deputy.name}

    def next_url(self, result: Any) -> str:
        return reverse("accounts:deputies")
