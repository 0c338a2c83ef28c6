"""What waits for me, for my units, what is done; one task; done and handed over."""

from typing import Any

from django import forms
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak.kernel.clock import ZONE
from konak.kernel.journal import Ref, history
from konak.kernel.org import persons
from konak.kernel.ui import links
from konak.kernel.ui.forms import Form
from konak.kernel.ui.lists import Column
from konak.kernel.ui.views import DeedView, ListView, Screen
from konak.tasks.actions import done, hand_over
from konak.tasks.flow import TASK
from konak.tasks.models import Task
from konak.tasks.queries import finished, of_units, visible, waiting_for


class MineView(ListView):
    """What waits for me, nearest term first."""

    template_name = "tasks/tasks.html"
    title = _("Tasks that wait for me")
    sort = "due"
    columns = (
        Column(key="title", label=_("What")),
        Column(key="holder", label=_("Who")),
        Column(key="due", label=_("By when"), order=("due",)),
        Column(key="given", label=_("Given on"), order=("given_at",)),
        Column(key="state", label=_("State")),
    )

    def rows(self) -> QuerySet[Task]:
        return waiting_for(self.actor)

    def order(self) -> list[Any]:
        if self.chosen == "due":
            return [F("due").asc(nulls_last=True), "pk"]
        if self.chosen == "-due":
            return [F("due").desc(nulls_last=True), "-pk"]
        return super().order()

    def extra(self) -> dict[str, Any]:
        kinds = (
            (MineView, _("Mine"), "mine"),
            (UnitsView, _("My units'"), "units"),
            (DoneListView, _("Finished"), "finished"),
        )
        return {
            "today": self.at.astimezone(ZONE).date(),
            "tabs": [(label, reverse(f"tasks:{name}"), type(self) is kind) for kind, label, name in kinds],
        }


class UnitsView(MineView):
    """What waits in my units, whoever holds it."""

    title = _("Tasks of my units")

    def rows(self) -> QuerySet[Task]:
        return of_units(self.actor)


class DoneListView(MineView):
    """What I and my units have done, newest first."""

    title = _("Tasks that are done")
    sort = "-given"

    def rows(self) -> QuerySet[Task]:
        return finished(self.actor)


class TaskView(Screen):
    """One task with its history and what may be done with it."""

    template_name = "tasks/task.html"

    @cached_property
    def task(self) -> Task:
        seen = visible(self.actor).select_related("person", "unit", "given_by")
        found = seen.filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        day, lang = self.at.astimezone(ZONE).date(), get_language() or "mk"
        steps = {step.verb for step in TASK.open_steps(self.actor, self.task, day)}
        return self.show(
            {
                "task": self.task,
                "about_url": links.url(self.task.about),
                "entries": [(entry.at, entry.sentence(lang)) for entry in history(Ref.of(self.task))],
                "may_do": "done" in steps,
                "may_hand_over": "hand_over" in steps,
                "today": day,
            }
        )


class _OnTask(DeedView):
    def load(self) -> Task:
        return self.find(visible(self.actor), pk=self.kwargs["pk"])

    @property
    def lead(self) -> Any:
        return self.thing.title

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [
            (_("Tasks"), reverse("tasks:mine")),
            (self.thing.title, reverse("tasks:task", args=[self.thing.pk])),
        ]

    def next_url(self, result: Task) -> str:
        return reverse("tasks:mine")


class DoneView(_OnTask):
    title = _("Mark as done")
    verb = _("Mark as done")

    def deed(self, form: Form) -> Task:
        return done(self.actor, self.thing, at=self.at, version=form.cleaned_data["version"])

    def told(self, result: Task) -> Any:
        return _("The task is done.")


class PersonForm(Form):
    person: Any = forms.ModelChoiceField(label=_("To whom"), queryset=None)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].queryset = persons()  # type: ignore[attr-defined]


class HandOverView(_OnTask):
    form_class = PersonForm
    title = _("Hand over")
    verb = _("Hand over")

    def deed(self, form: Form) -> Task:
        return hand_over(
            self.actor,
            self.thing,
            form.said["person"],
            at=self.at,
            version=form.cleaned_data["version"],
        )

    def told(self, result: Task) -> Any:
        return _("The task waits for %(person)s now.") % {"person": result.person}
