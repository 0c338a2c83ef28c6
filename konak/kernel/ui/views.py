"""The two shapes of a staff screen: a list, and a form that leads to one deed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.views import View

from konak.kernel.clock import now
from konak.kernel.errors import Refused, Text
from konak.kernel.people import take_kept
from konak.kernel.ui.forms import Form
from konak.kernel.ui.lists import Column, Head, Pages
from konak.kernel.ui.parts import respond


class Screen(View):
    """A page: what the actor may see, one template. `at` is the moment of the request."""

    template_name: str

    @cached_property
    def at(self) -> datetime:
        return now()

    @property
    def actor(self) -> Any:
        return self.request.actor  # type: ignore[attr-defined]

    def extra(self) -> dict[str, Any]:
        """More for the template."""
        return {}

    def show(self, context: dict[str, Any], status: int = 200) -> HttpResponse:
        """The page, or the part HTMX asked for."""
        return respond(self.request, self.template_name, {"view": self, **context, **self.extra()}, status)


class ListView(Screen):
    """A list with a fixed number of queries: one that counts, one that reads the page (and its prefetches).

    Orders come from `columns` by `?sort=key` or `?sort=-key`, pages by `?page=`; every other parameter stays.
    """

    columns: ClassVar[tuple[Column, ...]] = ()
    sort: ClassVar[str] = ""
    per_page: ClassVar[int] = 50

    def rows(self) -> QuerySet[Any]:
        """What the actor may see, filtered, with everything the page shows."""
        raise NotImplementedError

    @cached_property
    def chosen(self) -> str:
        """The order asked for, if a column has it, else the list's own."""
        asked = self.request.GET.get("sort", "")
        known = {column.key for column in self.columns if column.order}
        return asked if asked.removeprefix("-") in known else self.sort

    def order(self) -> list[str]:
        """Fields to sort by; the primary key settles ties, so that pages never overlap."""
        down = self.chosen.startswith("-")
        fields = {column.key: column.order for column in self.columns}.get(self.chosen.removeprefix("-"), ())
        turned = [name.removeprefix("-") if name.startswith("-") else f"-{name}" for name in fields]
        return [*(turned if down else fields), "-pk" if down else "pk"]

    def heads(self) -> list[Head]:
        """The columns as shown, each with the link that sorts by it."""
        return [self._head(column) for column in self.columns]

    def _head(self, column: Column) -> Head:
        if not column.order:
            return Head(label=column.label, numeric=column.numeric)
        state = {column.key: "up", f"-{column.key}": "down"}.get(self.chosen, "")
        query = self.request.GET.copy()
        query.pop("page", None)
        query["sort"] = f"-{column.key}" if state == "up" else column.key
        return Head(
            label=column.label,
            url=f"?{query.urlencode()}",
            numeric=column.numeric,
            sorted=state,  # type: ignore[arg-type]
        )

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        page = Pages(self.rows().order_by(*self.order()), self.per_page).get_page(request.GET.get("page"))
        return self.show({"page": page, "columns": self.heads()})


class DeedView(Screen):
    """A form that leads to one deed.

    `load` gives what the actor may see; `deed` makes the one call; a refusal comes back as the list of
    all its reasons over the form as it was typed; success redirects with a sentence of what happened.
    """

    form_class: ClassVar[type[Form]] = Form
    template_name = "ui/deed.html"
    title: Text = ""
    verb: Text = ""

    @property
    def lead(self) -> Any:
        """What the deed is done to, under the title: a text, or words in several languages."""
        return ""

    @property
    def crumbs(self) -> Sequence[tuple[Any, str]]:
        """The way here, (label, address); the last one is also the way out of the form."""
        return ()

    def load(self) -> Any:
        """The thing, from what the actor may see; 404 when there is none."""
        return None

    def find(self, visible: QuerySet[Any], **by: Any) -> Any:
        """One of the visible things; hidden and absent look the same."""
        thing = visible.filter(**by).first()
        if thing is None:
            raise Http404
        return thing

    def initial(self) -> dict[str, Any]:
        """What the form opens with."""
        return {}

    def form_options(self) -> dict[str, Any]:
        """More for the form's constructor, for example what may be chosen."""
        return {}

    def deed(self, form: Form) -> Any:
        """Make the one call; `self.thing`, `self.actor`, `self.at` are at hand."""
        raise NotImplementedError

    def told(self, result: Any) -> Text:
        """The sentence of what happened."""
        raise NotImplementedError

    def next_url(self, result: Any) -> str:
        """Where the reader goes then."""
        raise NotImplementedError

    @cached_property
    def thing(self) -> Any:
        return self.load()

    def form(self, **bound: Any) -> Form:
        version = getattr(self.thing, "version", None)
        return self.form_class(initial={"version": version, **self.initial()}, **self.form_options(), **bound)

    def page(self, form: Form, status: int = 200) -> HttpResponse:
        return self.show({"form": form, "thing": self.thing}, status)

    def again(self, form: Form) -> HttpResponse:
        """The form as it was typed, with everything that was wrong."""
        form.choose_again(str(upload.name) for _, uploads in form.files.lists() for upload in uploads)
        return self.page(form, status=422)

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        if typed := take_kept(request):  # the sign-in expired while the form was being filled in
            messages.warning(request, gettext("What you wrote is here again. Look it over and send it."))
            form = self.form(data=typed.fields)
            form.choose_again(typed.files)
            return self.page(form)
        return self.page(self.form())

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        form = self.form(data=request.POST, files=request.FILES)
        if not form.is_valid():
            return self.again(form)
        try:
            result = self.deed(form)
        except Refused as refused:
            form.refuse(refused)
            form.carry(getattr(self.thing, "version", None))
            return self.again(form)
        messages.success(request, str(self.told(result)))
        return HttpResponseRedirect(self.next_url(result))
