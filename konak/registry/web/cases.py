"""The page of a case and its deeds: route, reply, file, close."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak.contacts import office as contacts
from konak.kernel.i18n import pick
from konak.kernel.norms import on
from konak.kernel.org import persons, units
from konak.kernel.people import staff
from konak.kernel.ui.forms import Form
from konak.kernel.ui.lists import Head
from konak.kernel.ui.views import DeedView, Screen
from konak.registry.actions import close, day_of, file_into, open_case, route
from konak.registry.flow import CASE
from konak.registry.marks import plan
from konak.registry.models import Case, Document
from konak.registry.queries import case_papers, cases, standing_in_the_way, story, tasks_of
from konak.registry.terms import TERMS, term_from
from konak.registry.web.forms import OpenForm, PaperForm, ReplyForm, RouteForm


def to_book() -> list[tuple[Any, str]]:
    return [(_("Registry"), reverse("registry:book"))]


class CaseView(Screen):
    """Everything about a case on one page."""

    template_name = "registry/case.html"
    paper_columns = (
        Head(label=_("Number")),
        Head(label=_("Day")),
        Head(label=_("Direction")),
        Head(label=_("Subject")),
        Head(label=_("Sender or addressee")),
        Head(label=_("State")),
    )
    task_columns = (
        Head(label=_("What")),
        Head(label=_("Who")),
        Head(label=_("By when")),
        Head(label=_("State")),
    )

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return to_book()

    @cached_property
    def case(self) -> Case:
        found = cases(self.actor).select_related("unit", "officer").filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        case, day = self.case, day_of(self.at)
        papers = case_papers(case)
        jobs = tasks_of(case, papers)
        return self.show(
            {
                "case": case,
                "title": {case.language: case.title},
                "papers": papers,
                "jobs": jobs,
                "entries": story(case, papers, jobs),
                "steps": CASE.open_steps(self.actor, case, day),
                "state": CASE.states[case.state],
                "term": TERMS.get(case.term, ""),
                "reckoning": term_from(case.term, case.term_from) if case.term and case.term_from else None,
                "days_left": (case.due - day).days if case.due and case.state == "open" else None,
                "mark": plan(on(day_of(case.opened_at))).get(case.mark),
                "today": day,
            }
        )


class OnCase(DeedView):
    """A deed on a case that the actor sees."""

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        case = self.thing
        return [*to_book(), (case.number, reverse("registry:case", args=[case.pk]))]

    @property
    def lead(self) -> Any:
        return {self.thing.language: self.thing.title}

    def load(self) -> Case:
        return self.find(cases(self.actor).select_related("unit"), pk=self.kwargs["pk"])

    def next_url(self, result: Any) -> str:
        return reverse("registry:case", args=[self.kwargs["pk"]])


class RouteView(OnCase):
    form_class = RouteForm
    title = _("Route the case")
    verb = _("Route")

    def initial(self) -> dict[str, Any]:
        return {"unit": self.thing.unit_id, "person": self.thing.officer_id, "due": self.thing.due}

    def form_options(self) -> dict[str, Any]:
        day = day_of(self.at)
        return {"units": units(), "persons": persons(), "staff": staff(day), "today": day}

    def deed(self, form: Any) -> Case:
        return route(self.actor, self.thing, **form.said, version=form.cleaned_data["version"], at=self.at)

    def told(self, result: Case) -> Any:
        unit = pick(result.unit.name, get_language() or "mk")[0]
        return _("The case waits for %(whom)s now.") % {"whom": result.officer or unit}


class _Paper(OnCase):
    """A document of the house in the case."""

    direction: str

    def form_options(self) -> dict[str, Any]:
        return {"actor": self.actor, "case": self.thing, "marks": plan(on(day_of(self.at)))}

    def initial(self) -> dict[str, Any]:
        return {"mark": self.thing.mark, "language": self.thing.language}

    def deed(self, form: Any) -> Document:
        said = form.said
        return file_into(
            self.actor,
            self.thing,
            at=self.at,
            direction=self.direction,
            subject=said["subject"],
            body=said.get("body", ""),
            language=said["language"],
            mark=said["mark"],
            party=form.party(),
            files=tuple(said["files"]),
            late=form.late(said),
            key=form.cleaned_data["key"],
        )

    def told(self, result: Document) -> Any:
        return _("Registered under number %(number)s.") % {"number": result.number}

    def next_url(self, result: Document) -> str:
        return reverse("registry:number", args=[result.pk])


class ReplyView(_Paper):
    """Answer the sender: an outgoing document with the next sub-number."""

    form_class = ReplyForm
    template_name = "registry/reply.html"
    title = _("Reply")
    verb = _("Give it a number")
    direction = "outgoing"

    def initial(self) -> dict[str, Any]:
        letter = next((p for p in case_papers(self.thing) if p.direction == "incoming"), None)
        known = (
            contacts.parties(self.actor).filter(pk=letter.party_id).first()
            if letter and letter.party_id
            else None
        )
        return {
            **super().initial(),
            "name": known.label if known else "",
            "kind": known.kind if known else "person",
            "subject": letter.subject if letter else self.thing.title,
        }

    def extra(self) -> dict[str, Any]:
        return {"parties": contacts.recent(self.actor)}


class FileView(_Paper):
    """A paper that stays in the house: a note, an opinion, a record."""

    form_class = PaperForm
    template_name = "registry/file.html"
    title = _("File a document")
    verb = _("Give it a number")
    direction = "internal"


class CloseView(OnCase):
    """а/а: what still stands in the way is said before and after."""

    form_class = Form
    template_name = "registry/close.html"
    title = _("Close the case, a/a")
    verb = _("Close, a/a")

    def deed(self, form: Any) -> Case:
        return close(self.actor, self.thing, version=form.cleaned_data["version"], at=self.at)

    def told(self, result: Case) -> Any:
        return _("Case %(number)s is closed, a/a.") % {"number": result.number}

    def extra(self) -> dict[str, Any]:
        day = day_of(self.thing.opened_at)
        return {"hindrances": standing_in_the_way(self.thing), "mark": plan(on(day)).get(self.thing.mark)}


class OpenView(DeedView):
    """A matter that the house begins itself."""

    form_class = OpenForm
    title = _("Open a case of the house")
    verb = _("Open the case")
    crumbs = property(lambda self: to_book())

    def form_options(self) -> dict[str, Any]:
        return {"marks": plan(on(day_of(self.at))), "units": units()}

    def initial(self) -> dict[str, Any]:
        return {"unit": min(self.actor.units, default=None)}

    def deed(self, form: Any) -> Case:
        return open_case(self.actor, **form.said, key=form.cleaned_data["key"], at=self.at)

    def told(self, result: Case) -> Any:
        return _("Case %(number)s is open.") % {"number": result.number}

    def next_url(self, result: Case) -> str:
        return reverse("registry:case", args=[result.pk])
