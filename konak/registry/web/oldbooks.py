"""An old book on the screens: brought, its columns told apart, rehearsed, taken over, its bad rows given back."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason
from konak.kernel.norms import on
from konak.kernel.org import units
from konak.kernel.ui.lists import Head
from konak.kernel.ui.views import DeedView, Screen
from konak.registry import rules
from konak.registry.actions import begin_old_book, bring_old_book, day_of, rehearse
from konak.registry.marks import books, plan
from konak.registry.models import OldBook
from konak.registry.oldbook import FIELDS, Mapping, NotATable, Table, entries, guess, read
from konak.registry.sheets import workbook
from konak.registry.takeover import likely_year, stored, table_of
from konak.registry.web.books import XLSX, to_books
from konak.registry.web.forms import SayingAll, UnitField, languages, mark_choices

REHEARSED = 5000  # rows looked at before a page is shown: about a second
SHOWN = 100  # bad rows on a page; all of them stand in the file to mend
SAMPLE = 3


class TableField(forms.FileField):
    """An XLSX or CSV; gives (its table, its bytes, its name)."""

    def clean(self, data: Any, initial: Any = None) -> tuple[Table, bytes, str] | None:
        upload = super().clean(data, initial)
        if not upload:
            return None
        content = upload.read()
        try:
            return read(content, upload.name), content, upload.name
        except NotATable:
            message = gettext("The file is neither XLSX nor CSV with rows in it.")
            raise forms.ValidationError(message) from None


class BringForm(SayingAll):
    """The file, and what its rows do not say."""

    file = TableField(
        label=_("File of the old book"),
        help_text=_("XLSX or CSV, one row an entry, the names of the columns above."),
    )
    kind = forms.ChoiceField(label=_("Book"))
    year = forms.IntegerField(
        label=_("Year"),
        required=False,
        min_value=1900,
        max_value=9999,
        help_text=_("Empty: as most rows say."),
    )
    unit = UnitField(label=_("Unit of rows that name none"), queryset=None, empty_label="")
    mark = forms.ChoiceField(label=_("Archive mark of rows that have none"))
    language = forms.ChoiceField(label=_("Language of the entries"), choices=languages)
    closed = forms.BooleanField(
        label=_("Cases without a day of putting away were finished in their year"),
        required=False,
        initial=True,
    )

    def __init__(self, *args: Any, kinds: Any, marks: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.marks = marks
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        self.fields["mark"].choices = mark_choices(marks.values())  # type: ignore[attr-defined]
        self.fields["unit"].queryset = units()  # type: ignore[attr-defined]

    def checks(self, said: dict[str, Any]) -> Iterable[Reason]:
        if not said["file"]:
            yield Reason(_("Choose the file."), field="file")
        else:
            yield from rules.sound_rows(len(said["file"][0].rows), said["mark"] or "", self.marks)
        if said["unit"] is None:
            yield Reason(_("Choose the unit that gets the case."), field="unit")


class BringView(DeedView):
    form_class = BringForm
    title = _("Take over an old book")
    verb = _("Go on")
    crumbs = property(lambda self: to_books())

    def form_options(self) -> dict[str, Any]:
        norms = on(day_of(self.at))
        return {"kinds": [(b.code, b.name["mk"]) for b in books(norms).values()], "marks": plan(norms)}

    def deed(self, form: Any) -> OldBook:
        said = form.said
        table, content, name = said["file"]
        mapping = guess(table.head)
        return bring_old_book(
            self.actor,
            file=stored(content, name),
            kind=said["kind"],
            year=said["year"] or likely_year(mapping, table) or day_of(self.at).year,
            rows=len(table.rows),
            unit=said["unit"],
            mark=said["mark"],
            language=said["language"],
            closed=said["closed"],
            mapping=mapping.columns,
            at=self.at,
            key=form.cleaned_data["key"],
        )

    def told(self, result: OldBook) -> Any:
        return _("The file has %(rows)s rows. Say what its columns are.") % {"rows": result.rows}

    def next_url(self, result: OldBook) -> str:
        return reverse("registry:old_book", args=[result.pk])


class ColumnsForm(SayingAll):
    """What each value of an entry is read from: a column, or none."""

    def __init__(self, *args: Any, head: tuple[str, ...], **options: Any) -> None:
        super().__init__(*args, **options)
        columns = [
            ("", gettext("not in the book")),
            *((str(at), name) for at, name in enumerate(head) if name),
        ]
        for name in FIELDS:
            self.fields[name] = forms.ChoiceField(label=rules.NAMES[name], choices=columns, required=False)

    def mapping(self, said: dict[str, Any]) -> dict[str, int]:
        """{field: index of the column}."""
        return {name: int(said[name]) for name in FIELDS if said.get(name)}

    def checks(self, said: dict[str, Any]) -> Iterable[Reason]:
        return rules.sound_mapping(self.mapping(said))


class OldBookView(DeedView):
    """A draft: the columns and the rehearsal. Later: how far it is, and what was wrong."""

    form_class = ColumnsForm
    template_name = "registry/old_book.html"
    title = _("Old book")
    verb = _("Take over")
    crumbs = property(lambda self: to_books())
    heads = (Head(label=_("Row"), numeric=True), Head(label=_("What is wrong")))

    def load(self) -> OldBook:
        return self.find(OldBook.objects.select_related("file", "unit", "book"), pk=self.kwargs["pk"])

    @cached_property
    def table(self) -> Table:
        return table_of(self.thing)

    def form_options(self) -> dict[str, Any]:
        return {"head": self.table.head if self.thing.state == "draft" else ()}

    def initial(self) -> dict[str, Any]:
        return {name: str(at) for name, at in self.thing.mapping.items()}

    def post(self, request: HttpRequest, **more: Any) -> HttpResponse:
        if "again" not in request.POST:
            return super().post(request, **more)
        form = self.form(data=request.POST)
        return self.page(form) if form.is_valid() else self.again(form)

    def deed(self, form: Any) -> OldBook:
        mapping, version = form.mapping(form.said), form.cleaned_data["version"]
        return begin_old_book(self.actor, self.thing, mapping=mapping, at=self.at, version=version)

    def told(self, result: OldBook) -> Any:
        return _("The rows are being entered. You may leave this page.")

    def next_url(self, result: OldBook) -> str:
        return reverse("registry:old_book", args=[result.pk])

    def page(self, form: Any, status: int = 200) -> HttpResponse:
        old = self.thing
        if old.state == "draft":
            return self.show({"form": form, "thing": old, **self._rehearsal(form)}, status)
        wrong = [(row.row, _said(row.problems)) for row in old.wrong.order_by("row")[:SHOWN]]
        return self.show({"form": form, "thing": old, "wrong": wrong}, status)

    def _rehearsal(self, form: Any) -> dict[str, Any]:
        chosen = form.mapping(form.cleaned_data) if form.is_bound and form.is_valid() else self.thing.mapping
        rows = self.table.rows[:REHEARSED]
        seen = rehearse(self.thing, entries(Mapping(chosen), rows, self.thing.year), at=self.at)
        sample = [
            (name, [cells[at] for _row, cells in rows[:SAMPLE]]) for at, name in enumerate(self.table.head)
        ]
        return {
            "seen": seen,
            "rehearsed": len(rows),
            "wrong": [(row.row, _said(row.problems)) for row in seen.wrong[:SHOWN]],
            "sample": [(name, cells) for name, cells in sample if name],
        }


class BadRowsView(Screen):
    """The bad rows as a workbook to mend, with what is wrong in front; it may be brought again as it is."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        old = OldBook.objects.select_related("file").filter(pk=pk).exclude(state="draft").first()
        if old is None:
            raise Http404
        head = [gettext("What is wrong"), *table_of(old).head]
        rows = ([_said(row.problems), *row.cells] for row in old.wrong.order_by("row").iterator())
        made = workbook(head, rows, str(old.year))
        name = {"Content-Disposition": f'attachment; filename="{old.kind}-{old.year}-wrong.xlsx"'}
        return HttpResponse(made, content_type=XLSX, headers=name)


def _said(problems: Iterable[Any]) -> str:
    return "; ".join(rules.told_problem(problem) for problem in problems)
