"""The books of the house: how far each is, its pages to print and take away, and its closing."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from konak.kernel.files import PAPERS
from konak.kernel.i18n import Words
from konak.kernel.norms import on
from konak.kernel.ui.forms import DayField, FileField, Form
from konak.kernel.ui.frame import Frame
from konak.kernel.ui.lists import Head
from konak.kernel.ui.views import DeedView, Screen
from konak.registry import rules
from konak.registry.actions import close_book, day_of, sign_closing
from konak.registry.marks import books
from konak.registry.models import Book, OldBook
from konak.registry.paper.books import note
from konak.registry.paper.books import pages as printed
from konak.registry.queries import books_kept, carried, entries_of, pages, standing
from konak.registry.sheets import Cell, as_csv, as_xlsx, row
from konak.registry.web.cases import to_book

MOST = 2000  # entries on one print: about a hundred and fifty sheets
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def names_of(book: Book) -> Words:
    """What a book is called, in every language; as its kind was named on its last day."""
    kind = books(on(date(book.year, 12, 31))).get(book.kind)
    return kind.name if kind else {"mk": book.kind, "sq": book.kind}


class PeriodForm(forms.Form):
    """From when to when; empty means the whole year."""

    start = DayField(label=_("From"), required=False, help_text="")
    until = DayField(label=_("Until"), required=False, help_text="")


class BooksView(Screen):
    """The books, the newest first."""

    template_name = "registry/books.html"
    columns = (
        Head(label=_("Book")),
        Head(label=_("Year")),
        Head(label=_("Entries"), numeric=True),
        Head(label=_("State")),
    )

    def get(self, request: HttpRequest) -> HttpResponse:
        entries = entries_of()
        rows = [(book, names_of(book), entries.get(book.pk, 0)) for book in books_kept()]
        brought = OldBook.objects.select_related("file").order_by("-id")[:20] if self.may_bring else ()
        said = {"rows": rows, "brought": brought, "may_bring": self.may_bring, "crumbs": to_book()}
        return self.show(said)

    @property
    def may_bring(self) -> bool:
        return rules.may_import(self.actor) is None


class _OfBook(Screen):
    @cached_property
    def volume(self) -> Book:
        found = books_kept().filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    @property
    def period(self) -> tuple[date, date]:
        """The days asked for, within the year of the book."""
        form = PeriodForm(self.request.GET)
        said = form.cleaned_data if form.is_valid() else {}
        return (
            said.get("start") or date(self.volume.year, 1, 1),
            said.get("until") or date(self.volume.year, 12, 31),
        )

    def rows(self) -> Iterator[tuple[str, Sequence[Cell]]]:
        """State and cells of each entry of the period, in the reader's language."""
        lang = get_language() or "mk"
        for document in pages(self.volume, *self.period).iterator(chunk_size=500):
            yield document.state, row(document, lang)

    def named(self, ending: str) -> dict[str, str]:
        name = f"{self.volume.kind}-{self.volume.year}.{ending}"
        return {"Content-Disposition": f'attachment; filename="{name}"'}


class VolumeView(_OfBook):
    """One book: what is in it, what is open, what can be printed."""

    template_name = "registry/volume.html"

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        book = self.volume
        there, closing = standing(book), getattr(book, "closing", None)
        day = rules.close_day(book, on(day_of(self.at))["registry.close_day"].value)
        return self.show(
            {
                "book": book,
                "name": names_of(book),
                "standing": there,
                "closing": closing,
                "carried": carried(book)[:50],
                "may_close": closing is None and day_of(self.at) >= day,
                "close_day": day,
                "form": PeriodForm(initial=dict(zip(("start", "until"), self.period, strict=True))),
                "crumbs": to_books(),
            }
        )


class CsvView(_OfBook):
    def get(self, request: HttpRequest, **_: Any) -> HttpResponseBase:
        lines = as_csv(cells for _state, cells in self.rows())
        return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=self.named("csv"))


class XlsxView(_OfBook):
    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        made = as_xlsx((cells for _state, cells in self.rows()), f"{self.volume.kind} {self.volume.year}")
        return HttpResponse(made, content_type=XLSX, headers=self.named("xlsx"))


class PagesView(_OfBook):
    """The pages of a period, as the paper book has them."""

    template_name = "registry/too_long.html"

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        if (count := pages(self.volume, *self.period).count()) > MOST:
            return self.show({"book": self.volume, "count": count, "most": MOST, "crumbs": to_books()}, 422)
        made = printed(
            self.volume,
            self.rows(),
            name=names_of(self.volume),
            period=self.period,
            house=Frame(request).town.names,
            lang=get_language() or "mk",
            at=self.at,
        )
        return HttpResponse(made, content_type="application/pdf", headers=self.named("pdf"))


class NoteView(_OfBook):
    """The note that closes a book, to be signed and sealed."""

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        book = self.volume
        closing = getattr(book, "closing", None)
        if closing is None:
            raise Http404
        numbers = [case.number for case in carried(book)]
        made = note(
            book, name=names_of(book), carried=numbers, house=Frame(request).town.names, at=closing.at
        )
        return HttpResponse(made, content_type="application/pdf", headers=self.named("pdf"))


def to_books() -> list[tuple[Any, str]]:
    return [*to_book(), (gettext("Books"), reverse("registry:books"))]


class _OnBook(DeedView):
    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [*to_books(), (str(self.thing.year), self.next_url(None))]

    @property
    def lead(self) -> Any:
        return {lang: f"{name} {self.thing.year}" for lang, name in names_of(self.thing).items()}

    def load(self) -> Book:
        return self.find(books_kept(), pk=self.kwargs["pk"])

    def next_url(self, result: Any) -> str:
        return reverse("registry:volume", args=[self.kwargs["pk"]])


class CloseBookView(_OnBook):
    template_name = "registry/close_book.html"
    title = _("Close the book")
    verb = _("Close the book")

    def extra(self) -> dict[str, Any]:
        return {"standing": standing(self.thing)}

    def deed(self, form: Any) -> Any:
        return close_book(self.actor, self.thing, at=self.at)

    def told(self, result: Any) -> Any:
        return _("The book is closed with number %(last)s. Print the note and have it signed.") % {
            "last": result.last
        }


class ScanForm(Form):
    scan = FileField(label=_("Scan of the signed note"), allow=PAPERS)


class SignClosingView(_OnBook):
    form_class = ScanForm
    title = _("Add the signed note")
    verb = _("Add")

    def deed(self, form: Any) -> Any:
        return sign_closing(self.actor, self.thing, scan=form.said["scan"], at=self.at)

    def told(self, result: Any) -> Any:
        return _("The signed note stands with the book.")
