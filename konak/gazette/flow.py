"""States and steps of an issue."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.gazette import rules
from konak.kernel.workflow import Flow, Step

ISSUE = Flow(
    "gazette.issue",
    {
        "draft": pgettext_lazy("issue", "being composed"),
        "published": pgettext_lazy("issue", "published"),
    },
    (
        Step(verb="add", label=_("Add"), frm=("draft",), to="draft", rule=rules.may_edit),
        Step(verb="remove", label=_("Take out"), frm=("draft",), to="draft", rule=rules.may_edit),
        Step(verb="move", label=_("Move"), frm=("draft",), to="draft", rule=rules.may_edit),
        Step(
            verb="redate",
            label=_("Change the day"),
            frm=("draft",),
            to="draft",
            rule=rules.may_edit,
            page="gazette:redate",
        ),
        Step(
            verb="publish",
            label=_("Publish"),
            frm=("draft",),
            to="published",
            rule=rules.may_edit,
            page="gazette:publish",
        ),
    ),
)
