"""The counter: one page, keyboard only, a letter in twenty seconds."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from konak.contacts import office as contacts
from konak.kernel.clock import Due
from konak.kernel.norms import Norms, on
from konak.kernel.numbering import peek
from konak.kernel.org import units
from konak.kernel.ui.views import DeedView, Screen
from konak.registry.actions import day_of, register_incoming
from konak.registry.auditing import SERIES
from konak.registry.marks import plan
from konak.registry.models import Document
from konak.registry.terms import TERMS, term_from
from konak.registry.web.cases import to_book
from konak.registry.web.forms import RegisterForm

KEPT = ("unit", "mark", "channel", "language", "case")


class RegisterView(DeedView):
    """Register a letter that came in."""

    form_class = RegisterForm
    template_name = "registry/register.html"
    crumbs = property(lambda self: to_book())
    title = _("Register an incoming letter")
    verb = _("Register")

    @property
    def today(self) -> date:
        return day_of(self.at)

    @cached_property
    def norms(self) -> Norms:
        return on(self.today)

    @cached_property
    def terms(self) -> dict[str, Due]:
        """Each legal term as it would run from today, with its reckoning."""
        return {term: term_from(term, self.today) for term in TERMS}

    def initial(self) -> dict[str, Any]:
        """Today; and what stayed the same since the letter before."""
        kept = {name: self.request.GET[name] for name in KEPT if name in self.request.GET}
        return {"received_on": self.today, "today": self.today, "language": "mk", **kept}

    def form_options(self) -> dict[str, Any]:
        return {
            "actor": self.actor,
            "marks": plan(self.norms),
            "units": units(),
            "terms": self.terms,
        }

    def deed(self, form: Any) -> Document:
        said = form.said
        return register_incoming(
            self.actor,
            at=self.at,
            key=form.cleaned_data["key"],
            party=form.party(),
            files=tuple(said["files"]),
            late=form.late(said),
            **{
                name: said[name]
                for name in (
                    *("subject", "language", "mark", "unit", "term", "case", "channel", "received_on"),
                    *("enclosures", "sender_number", "sender_date"),
                )
            },
        )

    def told(self, result: Document) -> Any:
        return _("Registered under number %(number)s.") % {"number": result.number}

    def next_url(self, result: Document) -> str:
        return reverse("registry:number", args=[result.pk])

    def extra(self) -> dict[str, Any]:
        return {
            "expected": peek(SERIES, self.today.year),
            "parties": contacts.recent(self.actor),
            "reckonings": [(TERMS[term], due) for term, due in self.terms.items()],
        }


class PartiesView(Screen):
    """Known parties for the typed beginning of a name."""

    template_name = "registry/parties.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show({"parties": contacts.recent(self.actor, request.GET.get("name", ""), limit=12)})
