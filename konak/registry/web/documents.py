"""The book, the page of a document, its number for the rubber stamp, its files and its dispatch."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from konak.kernel.journal import Ref
from konak.kernel.norms import on
from konak.kernel.org import units
from konak.kernel.ui.lists import Column
from konak.kernel.ui.views import DeedView, ListView, Screen
from konak.kernel.workflow import Step
from konak.registry.actions import add_files, day_of, dispatch
from konak.registry.flow import CASE, DOCUMENT
from konak.registry.marks import BookKind, books
from konak.registry.models import Direction, Document
from konak.registry.queries import book, corrections, documents, remarks, scans, told, years
from konak.registry.rules import CLERKS, SEES_ALL, may_mend
from konak.registry.web.cases import to_book
from konak.registry.web.forms import DispatchForm, FilesForm


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 10 else None


class BookView(ListView):
    """The деловодник: fifty entries a page."""

    template_name = "registry/book.html"
    sort = "-day"
    columns = (
        Column(key="number", label=_("Number")),
        Column(key="day", label=_("Day"), order=("day",)),
        Column(key="direction", label=_("Direction")),
        Column(key="subject", label=_("Subject and remark")),
        Column(key="party", label=_("Sender or addressee")),
        Column(key="unit", label=_("Unit")),
        Column(key="state", label=_("State")),
        Column(key="due", label=_("Term or put away"), order=("case__due",)),
    )

    def rows(self) -> QuerySet[Document]:
        asked = self.request.GET
        return book(
            self.actor,
            kind=asked.get("book", ""),
            year=_number(asked.get("year")),
            direction=asked.get("direction", ""),
            text=asked.get("text", ""),
            unit=_number(asked.get("unit")),
        )

    @property
    def books(self) -> list[BookKind]:
        return list(books(on(day_of(self.at))).values())

    def extra(self) -> dict[str, Any]:
        return {
            "asked": self.request.GET,
            "books": self.books,
            "years": years(),
            "units": list(units()),
            "directions": Direction.choices,
            "today": day_of(self.at),
            "may_register": self.actor.has(*CLERKS),
            "may_see_books": self.actor.has(*SEES_ALL),
        }


class _OfDocument(Screen):
    """A page about one document that the actor sees."""

    @cached_property
    def document(self) -> Document:
        seen = documents(self.actor).select_related(
            "case__unit", "case__officer", "case__book", "registered_by", "voiding__by"
        )
        found = seen.filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        return self.show({"document": self.document, "case": self.document.case, "today": day_of(self.at)})


class DocumentView(_OfDocument):
    template_name = "registry/document.html"

    def extra(self) -> dict[str, Any]:
        day = day_of(self.at)
        return {
            "subject": {self.document.language: self.document.subject},
            "scans": scans(self.document),
            "state": DOCUMENT.states[self.document.state],
            "steps": DOCUMENT.open_steps(self.actor, self.document, day),
            "route": self._route(day),
            "entries": told(Ref.of(self.document)),
            "corrections": corrections(self.document),
            "remarks": remarks(self.document),
            "more": self._more(),
            "form": FilesForm() if self.document.case.state == "open" else None,
            "crumbs": to_document(self.document)[:-1],
        }

    def _more(self) -> list[tuple[Any, str]]:
        """What the registry office may still say of the entry: label and address."""
        if self.document.state == "void" or may_mend(self.actor):
            return []
        pk, asked = self.document.pk, {"number": self.document.number, "year": self.document.case.book.year}
        return [
            (_("Correct the entry"), reverse("registry:correct", args=[pk])),
            (_("Remark in the book"), reverse("registry:remark", args=[pk])),
            (_("Void the entry"), f"{reverse('registry:void')}?{urlencode(asked)}"),
        ]

    def _route(self, day: date) -> Step | None:
        """The step that sends the case of a letter on, when the actor may take it."""
        if self.document.direction != "incoming":
            return None
        steps = CASE.open_steps(self.actor, self.document.case, day)
        return next((step for step in steps if step.verb == "route"), None)


class NumberView(_OfDocument):
    """The number, huge: it is written by hand into the rubber stamp."""

    template_name = "registry/number.html"

    def extra(self) -> dict[str, Any]:
        """What the next letter takes over: unit, mark, way and language."""
        letter = self.document
        kept = {"unit": letter.unit_id, "mark": letter.mark, "channel": letter.channel}
        return {"kept": "?" + urlencode({**kept, "language": letter.language})}


def to_document(document: Document) -> list[tuple[Any, str]]:
    """The way to a document: its book, its case."""
    return [
        *to_book(),
        (document.case.number, reverse("registry:case", args=[document.case_id])),
        (document.number, reverse("registry:document", args=[document.pk])),
    ]


class AddFilesView(DeedView):
    """Put scans to a document."""

    form_class = FilesForm
    title = _("Add files")
    verb = _("Add")

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return to_document(self.thing)

    def load(self) -> Document:
        return self.find(documents(self.actor).select_related("case"), pk=self.kwargs["pk"])

    def deed(self, form: Any) -> Document:
        return add_files(self.actor, self.thing, files=form.said["files"], at=self.at)

    def told(self, result: Document) -> Any:
        return _("The files stand with %(number)s.") % {"number": result.number}

    def next_url(self, result: Document) -> str:
        return reverse("registry:document", args=[result.pk])


class DispatchView(DeedView):
    """An outgoing document leaves the house."""

    form_class = DispatchForm
    template_name = "registry/dispatch.html"
    title = _("Dispatch")
    verb = _("Dispatch")

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return to_document(self.thing)

    def load(self) -> Document:
        return self.find(documents(self.actor).select_related("case"), pk=self.kwargs["pk"])

    def initial(self) -> dict[str, Any]:
        return {"on_day": day_of(self.at)}

    def deed(self, form: Any) -> Document:
        return dispatch(self.actor, self.thing, **form.said, version=form.cleaned_data["version"], at=self.at)

    def told(self, result: Document) -> Any:
        return _("%(number)s has left the house.") % {"number": result.number}

    def next_url(self, result: Document) -> str:
        return reverse("registry:case", args=[result.case_id])
