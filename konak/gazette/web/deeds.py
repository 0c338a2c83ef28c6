"""Screens that lead to deeds: begin an issue, put it in order, publish it."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak.acts import office as acts
from konak.acts.office import Act
from konak.gazette import actions, paper, queries
from konak.gazette.actions import day_of
from konak.gazette.flow import ISSUE
from konak.gazette.models import Issue
from konak.gazette.web.pages import to_list
from konak.kernel.errors import Refused
from konak.kernel.i18n import pick
from konak.kernel.ui.forms import DayField, Form
from konak.kernel.ui.views import DeedView


class DayForm(Form):
    day = DayField(label=_("Day of the issue"), required=False)


class MoveForm(Form):
    to = forms.IntegerField(label=_("Place in the issue"), min_value=1)


class ComposeView(DeedView):
    """Begin an issue; the number is taken with it."""

    form_class = DayForm
    template_name = "gazette/compose.html"
    title = _("Begin an issue of the gazette")
    verb = _("Begin the issue")

    def initial(self) -> dict[str, Any]:
        return {"day": day_of(self.at)}

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return to_list()

    def deed(self, form: Form) -> Issue:
        key = form.cleaned_data["key"] or None
        return actions.compose(self.actor, day=form.said["day"], at=self.at, key=key)

    def told(self, result: Issue) -> Any:
        said = {"number": result.short, "registered": result.document.number}
        return _("Issue %(number)s was begun and registered under %(registered)s.") % said

    def next_url(self, result: Issue) -> str:
        return reverse("gazette:issue", args=[result.pk])


class OnIssueDeed(DeedView):
    """A deed on an issue the actor sees."""

    template_name = "gazette/on_issue.html"

    def load(self) -> Issue:
        found: Issue = self.find(queries.visible(self.actor), pk=self.kwargs["pk"])
        return found

    @property
    def lead(self) -> Any:
        return self.thing.label

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [*to_list(), (self.thing.label, self.next_url(None))]

    def next_url(self, result: Any) -> str:
        return reverse("gazette:issue", args=[self.kwargs["pk"]])


class RedateView(OnIssueDeed):
    form_class = DayForm
    title = _("Change the day of the issue")
    verb = _("Change the day")

    def initial(self) -> dict[str, Any]:
        return {"day": self.thing.day}

    def deed(self, form: Form) -> Issue:
        version = form.cleaned_data["version"]
        return actions.redate(self.actor, self.thing, day=form.said["day"], at=self.at, version=version)

    def told(self, result: Issue) -> Any:
        return _("The day of the issue is changed.")


class OnActInIssue(OnIssueDeed):
    """A deed on one act of the issue."""

    @cached_property
    def act(self) -> Act:
        found: Act = self.find(acts.visible(self.actor), pk=self.kwargs["act"])
        return found

    def extra(self) -> dict[str, Any]:
        return {**super().extra(), "act": self.act}


class AddView(OnActInIssue):
    title = _("Put the act into the issue")
    verb = _("Add")

    def deed(self, form: Form) -> Any:
        version = form.cleaned_data["version"]
        return actions.add(self.actor, self.thing, self.act, at=self.at, version=version)

    def told(self, result: Any) -> Any:
        return _("%(act)s stands in the issue.") % {"act": self.act.number}


class RemoveView(OnActInIssue):
    title = _("Take the act out of the issue")
    verb = _("Take out")

    def deed(self, form: Form) -> Issue:
        version = form.cleaned_data["version"]
        return actions.remove(self.actor, self.thing, self.act, at=self.at, version=version)

    def told(self, result: Issue) -> Any:
        return _("%(act)s was taken out and waits again.") % {"act": self.act.number}


class MoveView(OnActInIssue):
    form_class = MoveForm
    title = _("Move the act within the issue")
    verb = _("Move")

    def deed(self, form: Form) -> Issue:
        version, to = form.cleaned_data["version"], form.said["to"]
        return actions.move(self.actor, self.thing, self.act, to=to, at=self.at, version=version)

    def told(self, result: Issue) -> Any:
        return _("%(act)s was moved.") % {"act": self.act.number}


class PublishView(OnIssueDeed):
    """The paper is made, sealed and stored before the deed, which checks that it prints what there is."""

    template_name = "gazette/publish.html"
    title = _("Publish the issue")
    verb = _("Seal and publish")

    @cached_property
    def held(self) -> list[queries.Piece]:
        return queries.pieces(self.thing)

    def extra(self) -> dict[str, Any]:
        day = day_of(self.at)
        return {
            **super().extra(),
            "held": [one.entry for one in self.held],
            "missing": [(one.entry.act, lost) for one in self.held if (lost := queries.missing(one, day))],
            "reasons": queries.in_the_way(self.actor, self.thing, self.held, day),
            "late": self.thing.day < day,
        }

    def deed(self, form: Form) -> Issue:
        issue, day, version = self.thing, day_of(self.at), form.cleaned_data["version"]
        wrong = [
            *ISSUE.check(self.actor, issue, "publish", day),
            *queries.in_the_way(self.actor, issue, self.held, day),
        ]
        if wrong:  # no seal on what the deed would refuse
            raise Refused(*wrong)
        pdf = paper.sealed(issue, self.held, at=self.at)
        printed = queries.content_hash(issue, self.held)
        return actions.publish(self.actor, issue, pdf=pdf, content_hash=printed, at=self.at, version=version)

    def told(self, result: Issue) -> Any:
        return _("%(label)s is published.") % {"label": pick(result.label, get_language() or "mk")[0]}
