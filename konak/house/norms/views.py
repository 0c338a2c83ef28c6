"""Screens of the norms: all of them, one, and the form for a deviation."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from konak.kernel import norms
from konak.kernel.i18n import pick
from konak.kernel.norms import Deviation
from konak.kernel.people import Needs
from konak.kernel.ui.forms import Form
from konak.kernel.ui.lists import Head
from konak.kernel.ui.views import DeedView, Screen

from . import showing
from .actions import deviate
from .forms import DeviationForm
from .rules import WHO

READERS = (*WHO, "lawyer")


class NormsList(Needs, Screen):
    """Every norm by group, those still to confirm first; `?show=confirm` and `?show=own` leave out the rest."""

    needs = READERS
    template_name = "house/norms.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        day, show = self.at.date(), request.GET.get("show", "")
        wanted = {
            "confirm": lambda line: line.certainty == showing.TO_CONFIRM,
            "own": lambda line: line.deviates,
        }.get(show, lambda line: True)
        address = reverse("norms:list")
        tabs = [
            (_("All"), address, show not in ("confirm", "own")),
            (_("To confirm"), f"{address}?show=confirm", show == "confirm"),
            (_("The town's own"), f"{address}?show=own", show == "own"),
        ]
        return self.show(
            {
                "groups": showing.groups(day, wanted),
                "heads": showing.HEADS,
                "tabs": tabs,
                "waiting": showing.to_confirm(day),
                "all": len(norms.known()),
            }
        )


class _OfNorm(Needs):
    """A page of one norm, which its key names."""

    kwargs: dict[str, Any]
    at: Any

    @cached_property
    def line(self) -> showing.Line:
        if self.kwargs["norm"] not in norms.known():
            raise Http404
        return showing.line(self.kwargs["norm"], self.at.date())

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [(_("Norms"), reverse("norms:list"))]


class NormPage(_OfNorm, Screen):
    """One norm: what holds today, every interval, and the town's deviations."""

    needs = READERS
    template_name = "house/norm.html"
    heads = (
        Head(label=_("Value")),
        Head(label=_("Valid from")),
        Head(label=_("Last day")),
        Head(label=_("Basis")),
        Head(label=_("Certainty")),
    )

    def get(self, request: HttpRequest, norm: str) -> HttpResponse:
        line = self.line
        rows = [
            (each, showing.said(norm, each.value), *showing.CERTAINTIES[each.certainty])
            for each in norms.intervals(norm)
        ]
        long = showing.kind_of(norm) in ("table", "list")
        return self.show(
            {
                "line": line,
                "shipped": [row for row in rows if not row[0].deviates],
                "own": [row for row in rows if row[0].deviates],
                "table": showing.as_json(line.norm.value) if long and line.norm else "",
                "may": self.actor.has(*WHO),
            }
        )


class Deviate(_OfNorm, DeedView):
    """Enter a value of the town's own."""

    needs = WHO
    form_class = DeviationForm
    template_name = "house/deviate.html"
    verb = _("Enter the deviation")

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [*super().crumbs, (self.line.name, reverse("norms:norm", args=[self.line.key]))]

    @property
    def title(self) -> str:  # type: ignore[override]
        return pick(self.line.name, get_language() or "mk")[0]

    @cached_property
    def held(self) -> Any:
        return self.line.norm.value if self.line.norm else norms.intervals(self.line.key)[-1].value

    def extra(self) -> dict[str, Any]:
        table = showing.kind_of(self.line.key) == "table"
        return {"line": self.line, "table": showing.as_json(self.held) if table else ""}

    def form_options(self) -> dict[str, Any]:
        return {"kind": showing.kind_of(self.line.key), "held": self.held}

    def initial(self) -> dict[str, Any]:
        return {"valid_from": self.at.date()}

    def deed(self, form: Form) -> Any:
        return deviate(self.actor, key=self.line.key, **form.said, at=self.at)

    def told(self, result: Deviation) -> str:
        return gettext("The deviation is entered.")

    def next_url(self, result: Deviation) -> str:
        return reverse("norms:norm", args=[result.key])


class DeviationPlace(Needs, Screen):
    """Where a deviation is shown: the page of its norm."""

    needs = READERS

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        row = Deviation.objects.filter(pk=pk).first()
        if row is None:
            raise Http404
        return HttpResponseRedirect(reverse("norms:norm", args=[row.key]))
