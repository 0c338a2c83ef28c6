"""The screens that choose the act in force which a draft amends, begun already or not."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.acts import queries
from konak.acts.actions import consolidating
from konak.acts.models import Act
from konak.acts.web.drafting import OnActDeed
from konak.acts.web.forms import SearchForm
from konak.acts.web.pages import OnAct, to_list
from konak.kernel.ui.forms import Form
from konak.kernel.ui.lists import Column
from konak.kernel.ui.views import ListView


class ChooseView(OnAct, ListView):
    """Acts in force, searched by words of their titles: for a new draft, or for the draft in the address."""

    template_name = "acts/choose.html"
    columns = (
        Column(key="number", label=_("Number"), order=("number",)),
        Column(key="title", label=_("Title")),
        Column(key="day", label=pgettext_lazy("act", "Published"), order=("published_on",)),
    )
    sort = "-day"

    @cached_property
    def draft(self) -> Act | None:
        return self.act_of(self.kwargs["pk"]) if "pk" in self.kwargs else None

    def rows(self) -> QuerySet[Act]:
        body = self.draft.body if self.draft else ""
        return queries.amendable(self.actor, body, self.request.GET.get("q", "")[:200])

    def extra(self) -> dict[str, Any]:
        crumbs = to_list()
        if self.draft:
            crumbs.append((self.draft.title, reverse("acts:act", args=[self.draft.pk])))
        return {"search": SearchForm(self.request.GET), "draft": self.draft, "crumbs": crumbs}


class AmendView(OnActDeed):
    """A draft amends the act in the address; 0: it amends none."""

    title = _("Choose the act it amends")
    verb = _("Keep the choice")

    @cached_property
    def base(self) -> Act | None:
        chosen = self.kwargs["base"]
        return self.find(queries.amendable(self.actor, self.thing.body), pk=chosen) if chosen else None

    @property
    def lead(self) -> Any:
        return self.base.title if self.base else _("no act")

    def page(self, form: Any, status: int = 200) -> Any:
        _ = self.base
        return super().page(form, status)

    def deed(self, form: Form) -> Act:
        version = form.cleaned_data["version"]
        return consolidating.amend(self.actor, self.thing, self.base, at=self.at, version=version)

    def told(self, result: Act) -> Any:
        return _("The choice is kept.")

    def next_url(self, result: Act) -> str:
        return reverse("acts:changes" if result.amends_id else "acts:act", args=[result.pk])
